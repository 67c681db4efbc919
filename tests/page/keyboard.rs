//! The page by keyboard alone, and what it tells assistive technology.

use crate::page::Page;
use crate::search::{DIALOGUE_2016, TALKS_2024};
use crate::suite::Sentence;
use fantoccini::key::Key;

pub const SENTENCES: &[Sentence] = &[
    Sentence::new("/ leads to the search box and Esc empties it", slash_and_escape),
    Sentence::new("Esc leads from a report back to the list", escape_from_a_report),
    Sentence::new("Tab leads through everything in order, and the focus is in sight", tab_order),
    Sentence::new("a search, a report and the way back need no mouse", all_by_keys),
    Sentence::new("the first Tab offers to skip to the content", skip_link),
    Sentence::new("? opens the keys, and Esc or a button closes them", dialog),
    Sentence::new("shortcuts can be switched off, and stay so", shortcuts_off),
    Sentence::new("letters with Ctrl, Alt or in a field are no shortcuts", no_shortcuts),
    Sentence::new("every part has its role, every control its name", roles_and_names),
    Sentence::new("the number found is announced as one types", announced),
    Sentence::new("every text says its language", languages),
];

const FOCUS: &str = "document.activeElement.id";

fn slash_and_escape(page: &mut Page<'_>) {
    page.open("");
    page.types("/");
    page.shows(FOCUS, "query");
    page.shows("one('#query').value", "");
    page.types("ha/noi");
    page.shows("one('#query').value", "ha/noi");
    page.key(Key::Escape);
    page.shows("[one('#query').value, location.hash]", ["", "#/reports"]);
    page.shows("listed().length", 5);
    // Filters are not what Esc is for.
    page.open("#/reports?q=paris&year=2016");
    page.key(Key::Escape);
    page.shows("location.hash", "#/reports?year=2016");
}

fn escape_from_a_report(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=unclos"));
    page.key(Key::Escape);
    page.shows("location.hash", "#/reports?q=unclos");
    page.travel(-1);
    page.shows("entente.view().page", "report");
    page.types("/");
    page.shows(FOCUS, "query");
}

/// Presses Tab until an element has the focus; each stop on the way is in sight.
fn tab_to(page: &Page<'_>, css: &str) -> Vec<String> {
    let mut stops = Vec::new();
    while stops.len() < 80 {
        page.key(Key::Tab);
        let stop: String = page
            .get("(document.activeElement.ariaLabel || document.activeElement.textContent).trim()");
        // An outline is drawn, on something that can be seen.
        page.shows(
            "(() => {
               const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
               const { width, height, top, bottom } = document.activeElement.getBoundingClientRect();
               const seen = document.activeElement.checkVisibility({ checkOpacity: true });
               return document.activeElement !== document.body && outlineStyle !== 'none'
                 && parseFloat(outlineWidth) >= 2
                 && seen && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
             })()",
            true,
        );
        stops.push(stop);
        if page.get(&format!("document.activeElement.matches(\"{css}\")")) {
            return stops;
        }
    }
    panic!("Tab does not lead to {css}: {stops:?}");
}

fn tab_order(page: &mut Page<'_>) {
    page.open("#/reports?q=peacekeep*");
    let stops = tab_to(page, ".report:last-child a.title");
    let place = |name: &str| {
        stops
            .iter()
            .position(|stop| stop == name)
            .or_else(|| stops.iter().position(|stop| stop.starts_with(name)))
            .unwrap_or_else(|| panic!("{name}: {stops:?}"))
    };
    let order = [
        "Skip",
        "Entente",
        "Search the reports",
        "Clear the search",
        "Keys",
        "Names in ",
        "Theme",
        "Reports",
        "Names",
        "About",
        "clear all",
        "Vietnam News Agency",
        "Exclude Vietnam News Agency",
    ];
    assert!(order.map(place).is_sorted(), "{stops:?}");
    page.chord(Key::Shift, Key::Tab);
    page.shows("document.activeElement !== one('.report:last-child a.title')", true);
}

fn all_by_keys(page: &mut Page<'_>) {
    page.open("");
    page.types("/unclos\n");
    page.shows("listed()", [TALKS_2024]);
    page.types("j\n");
    page.shows("entente.view().document", TALKS_2024);
    tab_to(page, ".tool a");
    page.key(Key::Enter);
    page.shows("entente.view().source_text", true);
    page.types("n");
    page.shows("texts('mark.current')", ["UNCLOS"]);
    page.key(Key::Escape);
    page.shows("listed()", [TALKS_2024]);
}

fn skip_link(page: &mut Page<'_>) {
    page.open("#/reports?year=2016");
    let link = "one('.skip').getBoundingClientRect().bottom > 0";
    page.shows(link, false);
    page.key(Key::Tab);
    page.shows("document.activeElement.className", "skip");
    page.shows(link, true);
    page.key(Key::Enter);
    page.shows(FOCUS, "content");
    // It is no step and no view.
    page.shows("location.hash", "#/reports?year=2016");
}

fn dialog(page: &mut Page<'_>) {
    page.open("");
    page.types("?");
    page.shows("one('dialog').open && one('dialog').matches(':modal')", true);
    page.shows("texts('dialog dt')", ["/", "j", "k", "n", "p", "?", "Esc"]);
    page.shows("one('dialog').contains(document.activeElement)", true);
    page.key(Key::Escape);
    page.shows("one('dialog').open", false);
    page.click_named("Keys");
    page.shows("one('dialog').open", true);
    page.click_named("Close");
    page.shows("one('dialog').open", false);
    page.shows("document.activeElement.className", "keys-button");
    // Esc closed the dialog and did nothing else.
    page.open("#/reports?q=paris");
    page.types("?");
    page.shows("one('dialog').open", true);
    page.key(Key::Escape);
    page.shows("one('dialog').open", false);
    page.keeps("location.hash", "#/reports?q=paris");
}

fn shortcuts_off(page: &mut Page<'_>) {
    page.open("");
    page.click_named("Keys");
    page.click("dialog input");
    page.shows("one('dialog input').checked", false);
    page.click_named("Close");
    page.shows("one('dialog').open", false);
    page.script("document.activeElement.blur()", &[]);
    page.types("/?j");
    page.keeps("document.activeElement === document.body && !one('dialog').open", true);
    page.reload();
    page.types("/?j");
    page.keeps("document.activeElement === document.body && !one('dialog').open", true);
    page.shows("one('dialog input').checked", false);
    // Esc is no letter.
    page.open("#/about");
    page.key(Key::Escape);
    page.shows("entente.view().page", "reports");
    page.click_named("Keys");
    page.click("dialog input");
    page.click_named("Close");
    page.script("document.activeElement.blur()", &[]);
    page.types("/");
    page.shows(FOCUS, "query");
}

fn no_shortcuts(page: &mut Page<'_>) {
    page.open("");
    page.chord(Key::Alt, Key::Shift);
    page.session.press(&[Key::Control.into()], &['j']);
    page.keeps("document.activeElement === document.body", true);
    page.click(".dates input");
    page.types("2016j?/");
    page.shows("document.activeElement.value", "2016j?/");
    page.shows("one('dialog').open", false);
    page.script("document.activeElement.value = ''", &[]);
}

fn roles_and_names(page: &mut Page<'_>) {
    for address in [
        "#/reports?q=paris&year=2016".to_owned(),
        format!("#/report/{DIALOGUE_2016}?q=peacekeep*"),
        format!("#/report/{DIALOGUE_2016}?text=source"),
        "#/entities".to_owned(),
        "#/entity/phan-van-giang".to_owned(),
        "#/about".to_owned(),
    ] {
        page.open(&address);
        page.shows("['main', 'header:not(main header, article header)', '[role=search]', 'nav.parts'].map((css) => all(css).length)", [1; 4]);
        page.shows("one('.parts [aria-current=page]') !== null", true);
        // Each view has one headline of the first level.
        page.shows("all('h1').length", 1);
        let unnamed = "all('a, button, input, summary, nav, aside, dialog, section[aria-label]').filter((element) => {
            const label = element.closest('label') ?? one(`label[for='${element.id}']`);
            const content = element.matches('a, button, summary') ? element.textContent : '';
            return !(element.ariaLabel || label?.textContent.trim() || /[\\p{L}\\p{N}]/u.test(content));
        }).map((element) => element.outerHTML)";
        page.shows(unnamed, [(); 0]);
        // Names are not signs alone, ids are used once, nothing is out of the order of Tab.
        page.shows(
            "all('[id]').map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at)",
            [(); 0],
        );
        page.shows("all('[tabindex]').filter(({ tabIndex }) => tabIndex > 0).length", 0);
        page.shows("all('[onclick], [style*=position]').length", 0);
        let levels = "all('main h1, main h2, main h3').map(({ tagName }) => Number(tagName[1]))
            .every((level, at, levels) => at === 0 || level <= levels[at - 1] + 1)";
        page.shows(levels, true);
    }
}

fn announced(page: &mut Page<'_>) {
    page.open("");
    page.script(
        "window.announced = [];
         const status = one('.found');
         window.same = status;
         new MutationObserver(() => window.announced.push(status.textContent))
           .observe(status, { childList: true, characterData: true, subtree: true });",
        &[],
    );
    page.goes_to_search();
    page.types("unclos");
    page.shows("window.announced.at(-1)", "1 of 5 reports");
    // It is the same element throughout, or it would not be announced.
    page.shows(
        "one('.found') === window.same && window.same.getAttribute('role') === 'status'",
        true,
    );
    page.types(" zebra ");
    page.shows("window.announced.at(-1)", "0 of 5 reports");
    page.shows("one('.remarks').getAttribute('role')", "status");
}

fn languages(page: &mut Page<'_>) {
    page.open("#/reports?q=paris");
    page.shows("document.documentElement.lang", "en");
    page.shows("all('.report h2, .snippet').every((text) => text.lang === 'en')", true);
    page.open(&format!("#/report/{TALKS_2024}"));
    page.shows("[one('h1').lang, one('.text').lang]", ["en", "en"]);
    page.click_named("source text");
    page.shows("one('pre.source').lang", "en");
}
