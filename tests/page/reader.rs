//! Reading a report.

use crate::page::Page;
use crate::search::{CEREMONY_2024, DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, VISIT_2025};
use crate::suite::Test;
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::Path;

pub const TESTS: &[Test] = &[
    Test::new("a click on a title opens the report at its beginning", opens),
    Test::new("hits are marked in title and text, each one and no other", hits),
    Test::new("n and p walk from hit to hit and say where one is", walk),
    Test::new("the buttons walk as the keys do", walk_by_buttons),
    Test::new("j and k lead through the reports found", neighbours),
    Test::new("the source text is the text as received, byte for byte", source_text),
    Test::new(
        "the reading view folds stamps and bullets away; datelines are in small capitals",
        folded,
    ),
    Test::new("a fold opens and closes by click and by keyboard", folds_open),
    Test::new("a fold with a hit in it is open", fold_with_a_hit),
    Test::new("other headlines are folded below and open on demand", headlines),
    Test::new("where words were worked out, the page says from what", worked_out),
    Test::new("a selected passage has a link, a quotation and a reference", selection),
    Test::new("an address with a quotation opens at the passage and marks it", quoted),
    Test::new("a passage that has changed is found, one that is gone is told", changed),
    Test::new("a report can be cited and saved", taken_along),
    Test::new("a report that is not there is told, with a way out", no_such_report),
];

fn opens(page: &mut Page<'_>) {
    page.open("#/reports?q=dien%20bien%20phu");
    page.script("scrollTo(0, 10000)", &[]);
    page.click_named("French minister to attend the 70th anniversary of Dien Bien Phu");
    page.wait_eq("location.hash", format!("#/report/{CEREMONY_2024}?q=dien%20bien%20phu"));
    page.wait_eq(
        "texts('h1')",
        ["French minister to attend the 70th anniversary of Dien Bien Phu"],
    );
    page.wait_eq("scrollY", 0);
    page.wait_eq("text('.toolbar').includes('report 1 of 2')", true);
    page.click(".toolbar > a");
    page.wait_eq("location.hash", "#/reports?q=dien%20bien%20phu");
    page.wait_eq("listed().length", 2);
}

fn hits(page: &mut Page<'_>) {
    let peacekeeping = "peacekeeping";
    let battle = ["Dien", "Bien", "Phu"];
    // Nguyen Phu Trong stands between the third and the fourth mention of the place.
    let with_trong = [&battle.repeat(3)[..], &["Phu"], &battle.repeat(2)].concat();
    // Counted by hand in the reports: words in the title, words in the text.
    for (query, id, title, body) in [
        ("dien bien phu", CEREMONY_2024, battle.to_vec(), with_trong),
        ("dien bien phu", TALKS_2024, vec![], vec!["Điện", "Biên", "Phủ"]),
        ("ha noi", TALKS_2024, vec!["Hà", "Nội"], vec!["HÀ", "NỘI", "Hà", "Nội"]),
        ("ha noi", VISIT_2025, vec![], vec!["HÀ", "NỘI"]),
        ("hanoi", VISIT_2025, vec![], vec!["HÀ NỘI"]),
        ("\"letter of intent\"", TALKS_2024, vec![], vec!["Letter of Intent"]),
        ("\"letter of intent\"", CEREMONY_2024, vec![], vec!["letter of intent"]),
        (
            "peacekeep*",
            DIALOGUE_2016,
            vec![],
            vec![peacekeeping, peacekeeping, "Peacekeeping", peacekeeping],
        ),
        ("peacekeep*", DIALOGUE_2023, vec![], vec![peacekeeping; 3]),
        ("peacekeep*", TALKS_2024, vec![], vec![peacekeeping]),
        ("unclos -airbus", TALKS_2024, vec![], vec!["UNCLOS"]),
    ] {
        for text in ["", "source"] {
            let view = json!({"document": id, "query": query, "source_text": !text.is_empty()});
            if page.try_script("return window.entente !== undefined", &[]) != Ok(json!(true)) {
                page.open("#/reports");
            }
            page.script("entente.navigate(arguments[0])", &[view]);
            let marks = "[one('h1'), one('.text, pre.source')].map(marked)";
            page.wait_eq(marks, json!([title, body]));
        }
    }
}

fn walk(page: &mut Page<'_>) {
    // Hits side by side are one step: one in the title, six in the text.
    let first = [0, 3, 6, 9, 12, 13, 16, 19];
    page.open(&format!("#/report/{CEREMONY_2024}?q=dien%20bien%20phu"));
    page.wait_eq("text('.toolbar [role=status]')", "7 hits");
    page.wait_eq("all('mark.current').length", 0);
    let in_sight = "all('mark.current').every((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
    })";
    let on = (1..=7).chain([1]).map(|place| ("n", place));
    for (key, place) in on.chain([("p", 7), ("p", 6), ("p", 5), ("n", 6)]) {
        page.types(key);
        page.wait_eq("text('.toolbar [role=status]')", format!("hit {place} of 7"));
        let now: Vec<usize> = (first[place - 1]..first[place]).collect();
        page.wait_eq("all('mark.current').map((mark) => all('mark').indexOf(mark))", now);
        page.wait_eq(in_sight, true);
    }
    // What covers the top of the page covers no hit.
    page.wait_eq(
        "one('mark.current').getBoundingClientRect().top
            >= one('.toolbar').getBoundingClientRect().bottom",
        true,
    );
}

fn walk_by_buttons(page: &mut Page<'_>) {
    page.open(&format!("#/report/{DIALOGUE_2016}?q=peacekeep*"));
    for (button, place) in [("Next", 1), ("Next", 2), ("Previous", 1), ("Previous", 4)] {
        page.click(&format!("button[aria-label='{button} hit']"));
        page.wait_eq("text('.toolbar [role=status]')", format!("hit {place} of 4"));
        page.wait_eq("all('mark').indexOf(one('mark.current'))", place - 1);
    }
    // Without hits there is nothing to walk to.
    page.open(&format!("#/report/{DIALOGUE_2016}"));
    page.wait_eq("all('.toolbar button.step').filter(shown).length", 0);
    page.types("n");
    page.wait_eq("all('mark').length", 0);
}

fn neighbours(page: &mut Page<'_>) {
    page.open("#/reports?q=dien%20bien%20phu");
    let ids: Vec<String> = page.get("listed()");
    page.types("j");
    page.wait_eq("document.activeElement === all('a.title')[0]", true);
    page.types("j");
    page.wait_eq("document.activeElement === all('a.title')[1]", true);
    page.types("jk");
    page.wait_eq("document.activeElement === all('a.title')[0]", true);
    page.key(Key::Enter);
    let at = |place: usize| (&ids[place], format!("report {} of 2", place + 1));
    let seen = "[entente.view().document, text('.toolbar').match(/report . of ./)?.[0]]";
    page.wait_eq(seen, at(0));
    page.types("j");
    page.wait_eq(seen, at(1));
    page.wait_eq("(({ top, bottom }) => top > 0 && bottom < innerHeight)(one('.text mark').getBoundingClientRect())", true);
    // There is none behind the last.
    page.types("j");
    page.wait_eq(seen, at(1));
    page.types("k");
    page.wait_eq(seen, at(0));
    page.click("a[aria-label='Next report']");
    page.wait_eq(seen, at(1));
    page.wait_eq("all(`a[aria-label='Next report']`).filter(shown)", [(); 0]);
}

/// The text of a report as it stands in the corpus, without its front matter.
fn as_received(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/documents");
    let file =
        fs::read_to_string(folder.join(id).with_extension("md")).expect("the report is there");
    let (_, text) = file.split_once("\n+++\n").expect("it has a front matter");
    text.to_owned()
}

fn source_text(page: &mut Page<'_>) {
    for id in [DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, CEREMONY_2024, VISIT_2025] {
        page.open(&format!("#/report/{id}?q=defence"));
        page.click_named("Source text");
        page.wait_eq("location.hash", format!("#/report/{id}?q=defence&text=source"));
        page.wait_eq(
            "one('pre.source').textContent === entente.document(entente.view().document).text",
            true,
        );
        let text: String = page.get("text('pre.source')");
        assert!(text == as_received(id), "{id} is not shown as received");
        page.wait_eq("all('pre.source mark').length > 0", true);
        page.wait_eq("style('pre.source', 'whiteSpaceCollapse') ?? 'preserve'", "preserve");
        page.click_named("Reading view");
        page.wait_eq("one('pre.source')", ());
        page.wait_eq("location.hash", format!("#/report/{id}?q=defence"));
    }
}

fn folded(page: &mut Page<'_>) {
    page.open(&format!("#/report/{DIALOGUE_2023}"));
    page.wait_eq("one('.text').innerText.includes('date 2023-12-19')", false);
    page.wait_eq("texts('.dateline').map((text) => text.trim())", ["Paris (VNA) -"]);
    page.wait_eq("style('.dateline', 'fontVariantCaps')", "all-small-caps");
    page.wait_eq("one('.text').innerText.includes('co-chaired the third Vietnam-France')", true);
    page.wait_eq(
        "texts('.boilerplate[data-kind=stamp]').map((text) => text.trim())",
        ["date 2023-12-19"],
    );
    page.wait_eq("all('.boilerplate').filter(shown).length", 0);

    page.open(&format!("#/report/{DIALOGUE_2016}"));
    page.wait_eq("/[🐈💦]/u.test(text('main'))", false);
    page.wait_eq("one('.text').innerText.includes('SIAL Paris')", false);
    page.click_named("Source text");
    page.wait_eq("text('pre.source').match(/[🐈💦]/gu)", ["🐈", "💦"]);

    // Nothing of the report itself is lost: only white space, boilerplate and bullets differ.
    for id in [DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, CEREMONY_2024, VISIT_2025] {
        page.open(&format!("#/report/{id}"));
        page.wait_eq(
            "(() => {
               const { text: source, boilerplate } = entente.document(entente.view().document);
               const left = boilerplate.filter(({ what }) => what === 'bullet' || what === 'teaser')
                 .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
               const solid = (text) => text.replace(/\\s+/g, '');
               const words = all('.text p').filter((p) => !p.closest('.notes'));
               const shown = words.map((p) => p.textContent).join(' ');
               return solid(shown) === solid(left);
             })()",
            true,
        );
    }
}

fn folds_open(page: &mut Page<'_>) {
    page.open(&format!("#/report/{DIALOGUE_2023}"));
    let stamp = "button.fold[aria-label^='stamp']";
    let state = "[one(\"button.fold[aria-label^='stamp']\").ariaExpanded ??
        one(\"button.fold[aria-label^='stamp']\").getAttribute('aria-expanded'),
        shown(one('.boilerplate[data-kind=stamp]'))]";
    page.wait_eq(state, ("false", false));
    page.click(stamp);
    page.wait_eq(state, ("true", true));
    page.wait_eq("one('.text').innerText.includes('date 2023-12-19')", true);
    page.key(Key::Enter);
    page.wait_eq(state, ("false", false));
    page.types(" ");
    page.wait_eq(state, ("true", true));
    // The others stay as they are.
    page.wait_eq("all('.boilerplate').filter(shown).length", 1);
}

fn fold_with_a_hit(page: &mut Page<'_>) {
    page.open(&format!("#/report/{DIALOGUE_2023}?q=date"));
    page.wait_eq("all('.boilerplate').filter(shown).map(marked)", [["date"]]);
    page.types("n");
    page.wait_eq("texts('mark.current')", ["date"]);
}

fn headlines(page: &mut Page<'_>) {
    let text = as_received(DIALOGUE_2016);
    let (_, other) = text.split_once(".-VNA").expect("the sign-off");
    let lines: Vec<&str> = other.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let name = format!("Other headlines on the page ({})", lines.len());

    page.open(&format!("#/report/{DIALOGUE_2016}?q=hanoi"));
    page.wait_eq("text('.headlines summary')", &name);
    page.wait_eq("texts('.headlines li')", &lines);
    page.wait_eq("all('.headlines li').filter(shown).length", 0);
    page.wait_eq("all('mark').length", 0);
    page.click(".headlines summary");
    page.wait_eq("all('.headlines li').filter(shown).length", lines.len());
    page.key(Key::Enter);
    page.wait_eq("one('.headlines').open", false);
    for id in [DIALOGUE_2023, TALKS_2024, CEREMONY_2024, VISIT_2025] {
        page.open(&format!("#/report/{id}"));
        page.wait_eq("one('.headlines')", ());
    }
}

fn worked_out(page: &mut Page<'_>) {
    // The dateline has the day, the anniversary the year.
    page.open(&format!("#/report/{TALKS_2024}"));
    page.wait_eq("[one('time').dateTime, text('time')]", ["2024-05-05", "5 May 2024"]);
    page.wait_eq("text('time + abbr')", "worked out");
    page.wait_eq(
        "['“May 5”', '1954-2024'].every((word) => one('time + abbr').title.includes(word))",
        true,
    );
    // The week before that of 7 May 2024, a Tuesday.
    page.open(&format!("#/report/{CEREMONY_2024}"));
    page.wait_eq("text('time')", "29 April 2024 – 5 May 2024");
    page.wait_eq("one('time + abbr').title.includes('“next week”')", true);
    // A title by the editors says so too.
    page.wait_eq("all('abbr').some((abbr) => abbr.textContent === 'editorial title')", true);
    // What is stated, in the text or beside it, needs no remark.
    for (id, date) in [(DIALOGUE_2023, "19 December 2023"), (VISIT_2025, "May 2025")] {
        page.open(&format!("#/report/{id}"));
        page.wait_eq("text('time')", date);
        page.wait_eq("one('time + abbr')", ());
    }
}

fn no_such_report(page: &mut Page<'_>) {
    page.open("#/report/nowhere?q=paris");
    page.wait_eq("text('main').includes('There is no report “nowhere” in this corpus.')", true);
    page.click_on(Locator::LinkText("All reports"));
    page.wait_eq("listed().length", 5);
}

/// Selects from the first to the last of these words in the text.
const SELECT: &str = "((from, to) => {
    const walk = document.createTreeWalker(one('.text'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let started = false;
    while (walk.nextNode()) {
        const node = walk.currentNode;
        if (!started && node.data.includes(from)) {
            range.setStart(node, node.data.indexOf(from));
            started = true;
        }
        if (started && node.data.includes(to)) {
            range.setEnd(node, node.data.indexOf(to) + to.length);
            break;
        }
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
})(...arguments)";

fn taken_along(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=peacekeeping"));
    page.wait_eq("text('.toolbar .query')", "peacekeeping");
    page.script(COPIES, &[]);
    page.click_named("Cite");
    page.wait_eq("copied.length", 1);
    let [reference] = page.get::<[String; 1]>("copied");
    for part in ["Defence ministers", "Viet Nam News", "5 May 2024", "#/report/"] {
        assert!(reference.contains(part), "{reference}");
    }
    // No query goes along with a reference.
    assert!(reference.ends_with(TALKS_2024), "{reference}");
    page.script(
        "HTMLAnchorElement.prototype.click = function () { window.saved = this.download; };
         const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => {
           blob.text().then((text) => { window.inside = text; });
           return make.call(URL, blob);
         };",
        &[],
    );
    page.click_named("Download");
    page.wait_eq("saved.endsWith('.txt')", true);
    page.wait_eq(&format!("inside === entente.document('{TALKS_2024}').text"), true);
}

/// Keeps what is copied, so that a test needs no permission.
pub const COPIES: &str = "window.copied = [];
    window.Clipboard ??= class {};
    const writeText = (text) => { copied.push(text); return Promise.resolve() };
    const clipboard = Object.create(Clipboard.prototype, { writeText: { value: writeText } });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })";

fn selection(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=paris&lang=en"));
    page.script(COPIES, &[]);
    page.wait_eq("one('.selection-menu')", ());
    // From within a word before a name to one behind it.
    page.script(SELECT, &[json!("nister of Defence"), json!("Lecornu")]);
    page.wait_eq("texts('.selection-menu button')", ["Copy link", "Copy quote", "Cite"]);
    page.script("all('.selection-menu button').forEach((button) => button.click())", &[]);
    page.wait_eq("copied.length", 3);
    page.wait_eq("texts('.selection-menu [role=status]')", ["Copied"; 3]);
    let [link, quote, reference] = page.get::<[String; 3]>("copied");
    let words = "Minister of Defence, Gen. Phan Văn Giang and French Minister of the Armed Forces \
                 Sébastien Lecornu";
    assert_eq!(quote, format!("“{words}” (Viet Nam News, 5 May 2024)"));
    assert!(
        link.contains(&format!("#/report/{TALKS_2024}?quote=Minister%20of%20Defence")),
        "{link}"
    );
    assert!(!link.contains("q=paris"), "{link}");
    let title = "“Defence ministers of Việt Nam and France hold talks in Hà Nội”";
    assert_eq!(reference, format!("{title}, Viet Nam News, 5 May 2024: “{words}” {link}"));
    // The link opens where it was taken from.
    let (_, fragment) = link.split_once('#').expect("a fragment");
    page.open(&format!("#{fragment}"));
    page.wait_eq("texts('.quoted').join('')", words);
    page.script("getSelection().removeAllRanges()", &[]);
    page.wait_eq("one('.selection-menu')", ());

    // Several paragraphs, with what stands in the margin between them.
    page.script(SELECT, &[json!("They are visiting"), json!("According to Minister")]);
    page.script(COPIES, &[]);
    page.wait_eq("shown(one('.selection-menu'))", true);
    page.script("one('.selection-menu button').click()", &[]);
    page.wait_eq("copied.length", 1);
    let [link] = page.get::<[String; 1]>("copied");
    page.open(&link[link.find('#').expect("a fragment")..]);
    page.wait_eq("texts('.quoted').length", 3);
    page.wait_eq("one('.quoted').textContent.startsWith('They are visiting')", true);
    page.wait_eq("texts('.quoted')[2]", "According to Minister");

    // As received, too.
    page.open(&format!("#/report/{TALKS_2024}?text=source"));
    page.script(
        &SELECT.replace(".text", "pre.source"),
        &[json!("They are visiting"), json!("Tuesday")],
    );
    page.wait_eq("shown(one('.selection-menu'))", true);
}

fn quoted(page: &mut Page<'_>) {
    let address = format!("#/report/{TALKS_2024}?q=talks&quote=signed%20a%20Letter%20of%20Intent");
    page.open(&address);
    page.wait_eq("texts('.quoted').join('')", "signed a Letter of Intent");
    page.wait_eq("one('.remarks p, p.remarks')", ());
    let in_view = "(({ top, bottom }) => top > 0 && bottom < innerHeight)(one('.quoted').getBoundingClientRect())";
    page.wait_eq(in_view, true);
    page.wait_eq("style('.quoted', 'backgroundColor') === style('mark', 'backgroundColor')", false);
    // It is one with the view as received, and with the history.
    page.click_named("Source text");
    page.wait_eq("texts('pre .quoted').join('')", "signed a Letter of Intent");
    page.travel(-1);
    page.wait_eq("texts('.text .quoted').join('')", "signed a Letter of Intent");

    // Of two places that say the same, the one with the words around it.
    let twice = format!("#/report/{TALKS_2024}?quote=Minister%20Giang&after=proposed");
    page.open(&twice);
    page.wait_eq(
        "one('.quoted').closest('p').textContent.startsWith('Minister Giang proposed')",
        true,
    );
}

fn changed(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?quote=signed%20a%20long%20Letter%20of%20Intent"));
    page.wait_eq("texts('.quoted').join('')", "signed a Letter of Intent");
    page.wait_eq("text('article p.remarks').includes('signed a long Letter of Intent')", true);
    page.open(&format!("#/report/{TALKS_2024}?quote=The%20moon%20is%20a%20cheese"));
    page.wait_eq("text('article p.remarks').includes('The moon is a cheese')", true);
    page.wait_eq("one('.quoted')", ());
}
