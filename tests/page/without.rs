//! Browsers that refuse something.

use crate::engine::Setting;
use crate::page::{Build, Page};
use crate::session::wait_for;
use crate::suite::Test;
use fantoccini::Locator;

pub const TESTS: &[Test] = &[
    Test::with(Setting::NoStorage, "the page works where nothing may be stored", no_storage),
    Test::with(Setting::NoScript, "without JavaScript the reports can be read", no_script),
    Test::with(Setting::NoWasm, "without WebAssembly the reports can be read", no_wasm),
];

fn no_storage(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq(
        "(() => { try { return localStorage === null; } catch { return true; } })()",
        true,
    );
    page.goes_to_search();
    page.types("dien bien phu");
    page.wait_eq("listed().length", 2);
    let theme = "document.documentElement.dataset.theme ?? ''";
    let button = ".tools > .theme";
    page.click(button);
    page.wait_eq(theme, "light");
    page.click(button);
    page.wait_eq(theme, "dark");
    page.open("#/about");
    page.click_named("Keys");
    page.click("dialog input");
    page.wait_eq("one('dialog input').checked", false);
    page.click_named("Close");
    page.open("#/reports");
    page.click("a.title");
    page.wait_eq("entente.view().page", "report");
    page.reload();
    page.wait_eq("entente.view().page", "report");
    page.wait_eq(theme, "");
}

/// What people read of the page; through the driver, as scripts may be off.
fn read(page: &Page<'_>, css: &str) -> String {
    let read = page
        .session
        .try_command(|client| async move { client.find(Locator::Css(css)).await?.text().await });
    read.unwrap_or_default()
}

/// The first and last words of each report.
const WORDS: [[&str; 2]; 5] = [
    [
        "Vietnam and France have agreed upon various measures",
        "a similar pact on collaboration in peacekeeping between the two defence ministries",
    ],
    [
        "Deputy Minister of Defence Sen. Lieut. Gen. Hoang Xuan Chien",
        "participate in the defence industry expo next year in Vietnam",
    ],
    [
        "Vietnamese Minister of Defence, Gen. Phan Văn Giang",
        "organising joint workshops on historical topics",
    ],
    [
        "In a historic visit marking an important new step",
        "across the defense, economic and technological spheres in the years ahead.",
    ],
    [
        "Minister of National Defence General Phan Văn Giang on Monday",
        "contributions to the Comprehensive Strategic Partnership between the two countries.",
    ],
];

/// All five reports can be read, whole: in the single file at once, else each on its own page.
fn reports_can_be_read(page: &mut Page<'_>) {
    wait_for("the reports stand there", || read(page, "main").contains("Ample room remains"));
    let mut texts = vec![read(page, "main")];
    if page.build == Build::Hosted {
        for number in 1..=WORDS.len() {
            page.load("");
            wait_for("the list", || read(page, "main").contains("Ample room remains"));
            page.click(&format!("main li:nth-of-type({number}) a"));
            wait_for("the report", || read(page, "article").len() > 1000);
            texts.push(read(page, "main"));
        }
    }
    for words in WORDS.iter().flatten() {
        assert!(texts.iter().any(|text| text.contains(words)), "{words} is not in {texts:?}");
    }
    for text in texts {
        assert!(!text.contains("SIAL Paris"), "other headlines are no reports");
        assert!(!text.contains("🐈"), "bullets are no text");
    }
}

fn no_script(page: &mut Page<'_>) {
    page.load("");
    let sentence = "The explorer needs JavaScript and WebAssembly. The reports can be read below.";
    wait_for("the sentence", || read(page, "main").contains(sentence));
    reports_can_be_read(page);
}

fn no_wasm(page: &mut Page<'_>) {
    page.load("");
    reports_can_be_read(page);
    page.load("#/reports?q=paris");
    page.script("listen()", &[]);
    page.wait_eq("typeof WebAssembly", "undefined");
    page.wait_eq("shown(one('#no-wasm'))", true);
    page.wait_eq(
        "text('#no-wasm').includes('it needs a browser with WebAssembly switched on')",
        true,
    );
    page.wait_eq("one('#no-wasm').dataset.reason.includes('WebAssembly')", true);
    page.wait_eq("window.entente?.search", ());
    // Who waits for the interface learns why there is none; the single file has no promise.
    if page.get("Boolean(window.entente?.ready)") {
        page.script("entente.ready.catch((reason) => { window.why = String(reason) })", &[]);
        page.wait_eq("window.why?.includes('WebAssembly')", true);
    }
}
