//! Themes, widths and print.

use crate::engine::Setting;
use crate::page::Page;
use crate::search::{DIALOGUE_2016, DIALOGUE_2023, TALKS_2024};
use crate::suite::Test;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

pub const TESTS: &[Test] = &[
    Test::new("the theme is light, dark or the system's, and is kept", themes),
    Test::layout(
        Setting::WideFonts,
        "nothing reaches beyond a window 1440 wide, wide letters",
        |page| fits(page, 1440),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "nothing reaches beyond a window 1440 wide, narrow letters",
        |page| fits(page, 1440),
    ),
    Test::layout(
        Setting::WideFonts,
        "nothing reaches beyond a window 760 wide, wide letters",
        |page| fits(page, 760),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "nothing reaches beyond a window 760 wide, narrow letters",
        |page| fits(page, 760),
    ),
    Test::layout(
        Setting::WideFonts,
        "nothing reaches beyond a window 390 wide, wide letters",
        |page| fits(page, 390),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "nothing reaches beyond a window 390 wide, narrow letters",
        |page| fits(page, 390),
    ),
    Test::layout(
        Setting::WideFonts,
        "nothing reaches beyond a window 320 wide, wide letters",
        |page| fits(page, 320),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "nothing reaches beyond a window 320 wide, narrow letters",
        |page| fits(page, 320),
    ),
    Test::layout(
        Setting::WideFonts,
        "targets are 24 pixels each way, 1440 wide, wide letters",
        |page| targets(page, 1440),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "targets are 24 pixels each way, 1440 wide, narrow letters",
        |page| targets(page, 1440),
    ),
    Test::layout(
        Setting::WideFonts,
        "targets are 24 pixels each way, 390 wide, wide letters",
        |page| targets(page, 390),
    ),
    Test::layout(
        Setting::NarrowFonts,
        "targets are 24 pixels each way, 390 wide, narrow letters",
        |page| targets(page, 390),
    ),
    Test::new("at 400 % what has the focus is not covered", focus_is_seen),
    Test::new("words without a blank stay within their columns", long_words),
    Test::new("where nothing may be copied the address is shown", copying_refused),
    Test::new("on paper there is the report and nothing of the tools", print),
    Test::new("the print button prints", print_button),
];

fn themes(page: &mut Page<'_>) {
    page.open("#/reports");
    let theme = "[document.documentElement.dataset.theme ?? '', text('.tools .now')]";
    let scheme = "style('html', 'colorScheme')";
    let paper = "style('html', 'backgroundColor')";
    page.wait_eq(theme, ["", "Theme: auto"]);
    let button = ".tools > .theme";
    page.click(button);
    page.wait_eq(theme, ["light", "Theme: light"]);
    page.wait_eq(scheme, "light");
    let light: String = page.get(paper);
    page.click(button);
    page.wait_eq(theme, ["dark", "Theme: dark"]);
    page.wait_eq(scheme, "dark");
    let dark: String = page.get(paper);
    assert_ne!(light, dark);
    page.reload();
    page.wait_eq(theme, ["dark", "Theme: dark"]);
    page.wait_eq(paper, dark);
    page.click(button);
    page.wait_eq(theme, ["", "Theme: auto"]);
    page.reload();
    page.wait_eq(theme, ["", "Theme: auto"]);
}

/// Opens the page this wide.
pub fn open_wide(page: &mut Page<'_>, width: u32, fragment: &str) {
    if width < 500 {
        open_in_frame(page, (width, 800), fragment);
    } else {
        page.open(fragment);
        page.resize(width);
    }
    page.wait_eq("innerWidth", width);
}

/// Opens the page in a frame of this width and height, as no browser makes its window as narrow as
/// a telephone. Pages may be put into frames, so this is also a test of that.
fn open_in_frame(page: &mut Page<'_>, (width, height): (u32, u32), fragment: &str) {
    static FRAMES: AtomicUsize = AtomicUsize::new(0);
    let number = FRAMES.fetch_add(1, Ordering::Relaxed);
    let file = env::temp_dir().join(format!("entente-frame-{}-{number}.html", process::id()));
    let source = [&page.root, fragment].concat();
    let frame = format!(
        "<!doctype html><iframe width={width} height={height} style='border: 0' src='{source}'></iframe>"
    );
    fs::write(&file, frame).expect("a file for the frame");
    page.session.go("about:blank");
    page.session.go(url::Url::from_file_path(&file).expect("a whole path").as_str());
    page.session.command("into the frame", |client| async move { client.enter_frame(0).await });
    page.arrived();
    let _ = fs::remove_file(file);
}

/// An example of every part of the page.
pub fn views() -> [String; 15] {
    [
        "#/reports?q=peacekeep*&year=2016&source=-Viet+Nam+News".to_owned(),
        format!("#/reports?q={}", "x".repeat(300)),
        format!("#/report/{DIALOGUE_2016}?q=peacekeep*"),
        format!("#/report/{DIALOGUE_2023}?text=source&q=dialogue"),
        format!("#/report/{}", "x".repeat(300)),
        "#/entities".to_owned(),
        "#/entity/phan-van-giang".to_owned(),
        "#/meetings".to_owned(),
        "#/meeting/2023-12-18-defence-dialogue-3".to_owned(),
        "#/map".to_owned(),
        "#/mechanisms".to_owned(),
        "#/agreements".to_owned(),
        "#/about".to_owned(),
        "#/thread".to_owned(),
        "#/thread?meeting=2023-12-18-defence-dialogue-3".to_owned(),
    ]
}

/// What reaches beyond the window. The bar of the parts may scroll by itself; nothing else may. What is
/// drawn of the map is larger than its window and cut off there, as long titles of the Thread are.
const TOO_WIDE: &str = "all('body *')
    .filter((element) => shown(element)
      && !element.closest('.parts, .skip, dialog, .chart > *, .world.small > *, .what > *'))
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 80))";

fn fits(page: &mut Page<'_>, width: u32) {
    for fragment in views() {
        open_wide(page, width, &fragment);
        page.script("all('details').forEach((details) => { details.open = true; })", &[]);
        let named = &fragment[..fragment.len().min(40)];
        page.wait_eq(&format!("[{}, ...{TOO_WIDE}]", json!(named)), [named]);
        page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    }
}

fn targets(page: &mut Page<'_>, width: u32) {
    // A label belongs to its field (`labels` ends WebKit's process). A link in running text may be as high as the text.
    let small = "all('a[href], button, input, summary').filter(shown)
        .filter((element) => !element.matches('.skip'))
        .filter((element) => {
          const paragraph = element.closest('p, li, td');
          const around = paragraph ? paragraph.textContent.length - element.textContent.length : 0;
          return !(element.matches('p a') && getComputedStyle(element).display === 'inline' && around > 40);
        })
        .map((element) => element.closest('label') ?? element)
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 23.99 || height < 23.99)
        .map(([element, { width, height }]) => `${element.className || element.tagName} “${element.textContent.trim()
          .slice(0, 20)}” ${width.toFixed(1)} × ${height.toFixed(1)}`)
        .filter((line, at, lines) => lines.indexOf(line) === at)";
    let mut found = Vec::new();
    for fragment in views() {
        open_wide(page, width, &fragment);
        page.script("one('dialog').showModal()", &[]);
        page.script("one('.fold')?.click()", &[]);
        let lines: Vec<String> = page.get(small);
        found.extend(lines);
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "too small: {found:#?}");
}

fn focus_is_seen(page: &mut Page<'_>) {
    // What is drawn is moved by keys and not by scrolling.
    let stops = "all('a[href], button, input, select, summary, [tabindex=\"0\"]')
        .filter((element) => shown(element) && !element.closest('.skip, .chart, .axis, dialog'))";
    let covered = "filter((element) => {
          element.focus();
          if (document.activeElement !== element) return false;
          // Of words over several lines one line is enough.
          return ![...element.getClientRects()].some(({ left, top, right, bottom }) => {
            const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
            const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
            const there = document.elementFromPoint(x, y);
            return there && (element.contains(there) || there.contains(element));
          });
        })
        .map((element) => element.outerHTML.slice(0, 100))";
    // A window of 1280 × 720 pixels four times as large, forwards; a telephone, backwards.
    let all = views().into_iter().map(|fragment| ((320, 180), "slice()", fragment));
    let found = format!("#/report/{DIALOGUE_2016}?q=peacekeep*");
    for (size, way, fragment) in all.chain([((390, 800), "reverse()", found)]) {
        open_in_frame(page, size, &fragment);
        let named = &fragment[..fragment.len().min(40)];
        page.wait_eq(&format!("[{}, ...{stops}.{way}.{covered}]", json!(named)), [named]);
        page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    }
}

fn long_words(page: &mut Page<'_>) {
    for (width, fragment) in [1440, 390].into_iter().flat_map(|width| {
        let listed = [
            "#/reports?q=paris&person=phan-van-giang",
            "#/entities",
            "#/entity/phan-van-giang",
            "#/report/2024-05-05-ministers-talks-ha-noi",
            "#/meeting/2023-12-18-defence-dialogue-3",
        ];
        listed.into_iter().map(move |fragment| (width, fragment))
    }) {
        open_wide(page, width, fragment);
        page.wait_eq("all('main [dir=auto]').length > 0", true);
        // As if the corpus had them: titles, names, passages, chosen values.
        page.script(
            "for (const element of all('[dir=auto]')) {
               const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
               if (texts.nextNode()) texts.currentNode.data = 'x'.repeat(4000);
             }",
            &[],
        );
        page.wait_eq(
            &format!("[{width}, {}, ...{TOO_WIDE}]", json!(fragment)),
            json!([width, fragment]),
        );
        // Nothing of one column lies over another.
        let over =
            "all('.columns > *').filter(shown).map((column) => column.getBoundingClientRect())
            .some((one, at, all) => all.slice(at + 1).some((other) =>
              one.right > other.left + 0.5 && other.right > one.left + 0.5
                && one.bottom > other.top + 0.5 && other.bottom > one.top + 0.5))";
        page.wait_eq(over, false);
    }
}

fn copying_refused(page: &mut Page<'_>) {
    page.open("#/reports?q=unclos");
    page.script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });",
        &[],
    );
    page.click("button.share");
    page.wait_eq("one('dialog.link-to-copy').open", true);
    page.wait_eq("one('.link-to-copy input').value === location.href", true);
    // Selected as a whole, so that one key copies it.
    let chosen = "(({ selectionStart, selectionEnd, value }) =>
        selectionStart === 0 && selectionEnd === value.length)(one('.link-to-copy input'))";
    page.wait_eq(chosen, true);
    page.click(".link-to-copy button");
    page.wait_eq("one('dialog.link-to-copy')", ());
    page.click("button.share");
    page.wait_eq("one('dialog.link-to-copy').open", true);
    page.key(fantoccini::key::Key::Escape);
    page.wait_eq("one('dialog.link-to-copy')", ());
}

fn print(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=unclos"));
    // What holds on paper holds on the screen from now on.
    page.script(
        "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
           if (rule.media?.mediaText === 'print') rule.media.mediaText = 'screen';
         }",
        &[],
    );
    page.wait_eq(
        "['.head', '.parts', '.toolbar', '.tool', 'button'].filter((css) => all(css).some(shown))",
        [(); 0],
    );
    page.wait_eq("shown(one('h1')) && shown(one('.text'))", true);
    // Nothing of the text is folded away on paper, and black is black.
    page.wait_eq("all('.boilerplate').every(shown)", true);
    page.wait_eq("style('html', 'color')", "rgb(0, 0, 0)");
    page.wait_eq("style('mark', 'textDecorationLine')", "underline");
    page.wait_eq("one('abbr.basis').title.includes('1954-2024')", true);
    // As it is written, or as it comes out: engines differ.
    let after = "/attr\\(title\\)|1954-2024/.test(style('abbr.basis', 'content', '::after'))";
    page.wait_eq(after, true);
}

fn print_button(page: &mut Page<'_>) {
    page.open(&format!("#/report/{DIALOGUE_2016}"));
    page.script("window.printed = 0; window.print = () => { window.printed += 1; }", &[]);
    page.click_named("Print");
    page.wait_eq("window.printed", 1);
}
