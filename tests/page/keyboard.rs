//! The page by keyboard alone, and what it tells assistive technology.

use crate::page::Page;
use crate::reader::COPIES;
use crate::search::{DIALOGUE_2016, TALKS_2024};
use crate::suite::Test;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("/ leads to the search box and Esc empties it", slash_and_escape),
    Test::new("Esc leads from a report back to the list", escape_from_a_report),
    Test::new("Tab leads through everything in order, and the focus is in sight", tab_order),
    Test::new("a search, a report and the way back need no mouse", all_by_keys),
    Test::new("from the front page to a sentence and its link without a mouse", to_a_sentence),
    Test::new("the first Tab offers to skip to the content", skip_link),
    Test::new("? opens the keys, and Esc or a button closes them", dialog),
    Test::new("shortcuts can be switched off, and stay so", shortcuts_off),
    Test::new("letters with Ctrl, Alt or in a field are no shortcuts", no_shortcuts),
    Test::new("every part has its role, every control its name", roles_and_names),
    Test::new("the number found is announced as one types", announced),
    Test::new("every text says its language", languages),
    Test::new("what comes from the corpus runs in its own direction", directions),
];

const FOCUS: &str = "document.activeElement.id";

fn slash_and_escape(page: &mut Page<'_>) {
    page.open("#/reports");
    page.types("/");
    page.wait_eq(FOCUS, "query");
    page.wait_eq("one('#query').value", "");
    page.types("ha/noi");
    page.wait_eq("one('#query').value", "ha/noi");
    page.key(Key::Escape);
    page.wait_eq("[one('#query').value, location.hash]", ["", "#/reports"]);
    page.wait_eq("listed().length", 5);
    // Filters are not what Esc is for.
    page.open("#/reports?q=paris&year=2016");
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/reports?year=2016");
}

fn escape_from_a_report(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=unclos"));
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/reports?q=unclos");
    page.travel(-1);
    page.wait_eq("entente.view().page", "report");
    page.types("/");
    page.wait_eq(FOCUS, "query");
}

/// Presses Tab until an element has the focus; each stop on the way is in sight.
fn tab_to(page: &Page<'_>, css: &str) -> Vec<String> {
    let mut stops = Vec::new();
    while stops.len() < 80 {
        page.key(Key::Tab);
        let stop: String = page
            .get("(document.activeElement.ariaLabel || document.activeElement.textContent).trim()");
        // An outline is drawn, on something that can be seen.
        page.wait_eq(
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
        "English",
        "Theme",
        "Share",
        "Thread",
        "Reports",
        "Names",
        "About",
        "clear all",
        "Vietnam News Agency",
        "Exclude Vietnam News Agency",
    ];
    assert!(order.map(place).is_sorted(), "{stops:?}");
    page.chord(Key::Shift, Key::Tab);
    page.wait_eq("document.activeElement !== one('.report:last-child a.title')", true);
}

fn all_by_keys(page: &mut Page<'_>) {
    page.open("#/reports");
    page.types("/unclos\n");
    page.wait_eq("listed()", [TALKS_2024]);
    page.types("j\n");
    page.wait_eq("entente.view().document", TALKS_2024);
    tab_to(page, ".tool a");
    page.key(Key::Enter);
    page.wait_eq("entente.view().source_text", true);
    page.types("n");
    page.wait_eq("texts('mark.current')", ["UNCLOS"]);
    page.key(Key::Escape);
    page.wait_eq("listed()", [TALKS_2024]);
}

fn skip_link(page: &mut Page<'_>) {
    page.open("#/reports?year=2016");
    let link = "one('.skip').getBoundingClientRect().bottom > 0";
    page.wait_eq(link, false);
    page.key(Key::Tab);
    page.wait_eq("document.activeElement.className", "skip");
    page.wait_eq(link, true);
    page.key(Key::Enter);
    page.wait_eq(FOCUS, "content");
    // It is no step and no view.
    page.wait_eq("location.hash", "#/reports?year=2016");
}

fn dialog(page: &mut Page<'_>) {
    page.open("#/reports");
    page.types("?");
    page.wait_eq("one('dialog').open && one('dialog').matches(':modal')", true);
    page.wait_eq("texts('dialog dt')", ["/", "j", "k", "n", "p", "?", "Esc"]);
    page.wait_eq("one('dialog').contains(document.activeElement)", true);
    page.key(Key::Escape);
    page.wait_eq("one('dialog').open", false);
    page.open("#/about");
    page.click_named("Keys");
    page.wait_eq("one('dialog').open", true);
    page.click_named("Close");
    page.wait_eq("one('dialog').open", false);
    page.wait_eq("document.activeElement.className", "keys-button");
    // Esc closed the dialog and did nothing else.
    page.open("#/reports?q=paris");
    page.types("?");
    page.wait_eq("one('dialog').open", true);
    page.key(Key::Escape);
    page.wait_eq("one('dialog').open", false);
    page.stays("location.hash", "#/reports?q=paris");
}

fn shortcuts_off(page: &mut Page<'_>) {
    page.open("#/about");
    page.click_named("Keys");
    page.click("dialog input");
    page.wait_eq("one('dialog input').checked", false);
    page.click_named("Close");
    page.wait_eq("one('dialog').open", false);
    page.script("document.activeElement.blur()", &[]);
    page.types("/?j");
    page.stays("document.activeElement === document.body && !one('dialog').open", true);
    page.reload();
    page.types("/?j");
    page.stays("document.activeElement === document.body && !one('dialog').open", true);
    page.wait_eq("one('dialog input').checked", false);
    // Esc is no letter.
    page.open("#/about");
    page.key(Key::Escape);
    page.wait_eq("entente.view().page", "reports");
    page.open("#/about");
    page.click_named("Keys");
    page.click("dialog input");
    page.click_named("Close");
    page.script("document.activeElement.blur()", &[]);
    page.types("/");
    page.wait_eq(FOCUS, "query");
}

fn no_shortcuts(page: &mut Page<'_>) {
    page.open("#/reports");
    page.chord(Key::Alt, Key::Shift);
    page.session.press(&[Key::Control.into()], &['j']);
    page.stays("document.activeElement === document.body", true);
    page.click(".dates input");
    page.types("2016j?/");
    page.wait_eq("document.activeElement.value", "2016j?/");
    page.wait_eq("one('dialog').open", false);
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
        page.wait_eq("['main', 'header:not(main header, article header)', '[role=search]', 'nav.parts'].map((css) => all(css).length)", [1; 4]);
        page.wait_eq("one('.parts [aria-current=page]') !== null", true);
        // Each view has one headline of the first level.
        page.wait_eq("all('h1').length", 1);
        let unnamed = "all('a, button, input, summary, nav, aside, dialog, section[aria-label]').filter((element) => {
            const label = element.closest('label') ?? one(`label[for='${element.id}']`);
            const content = element.matches('a, button, summary') ? element.textContent : '';
            return !(element.ariaLabel || label?.textContent.trim() || /[\\p{L}\\p{N}]/u.test(content));
        }).map((element) => element.outerHTML)";
        page.wait_eq(unnamed, [(); 0]);
        // Names are not signs alone, ids are used once, nothing is out of the order of Tab.
        page.wait_eq(
            "all('[id]').map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at)",
            [(); 0],
        );
        page.wait_eq("all('[tabindex]').filter(({ tabIndex }) => tabIndex > 0).length", 0);
        page.wait_eq("all('[onclick], [style*=position]').length", 0);
        let levels = "all('main h1, main h2, main h3').map(({ tagName }) => Number(tagName[1]))
            .every((level, at, levels) => at === 0 || level <= levels[at - 1] + 1)";
        page.wait_eq(levels, true);
    }
}

fn to_a_sentence(page: &mut Page<'_>) {
    page.load("");
    page.resize(1440);
    page.wait_eq("all('.rows .what').length > 0", true);
    page.script(COPIES, &[]);
    // Past the head, to the list of meetings, which is one stop.
    tab_to(page, ".skip");
    page.key(Key::Enter);
    page.wait_eq("document.activeElement.id", "content");
    let stops = tab_to(page, ".rows .what");
    assert!(stops.len() < 12, "{stops:?}");
    let here = "document.activeElement.textContent.includes('Letter of Intent')";
    for _ in 0..30 {
        if page.get(here) {
            break;
        }
        page.key(Key::Down);
    }
    page.wait_eq(here, true);
    page.key(Key::Enter);
    page.wait_eq("all('.proof-panel blockquote').length > 0", true);
    // The link of the sentence, then the sentence in its report.
    tab_to(page, ".proof-panel button:has(use[href='#i-link'])");
    page.key(Key::Enter);
    page.wait_eq("copied.length", 1);
    page.wait_eq("copied[0].includes('quote=')", true);
    tab_to(page, ".proof-panel .from a");
    page.key(Key::Enter);
    page.wait_eq("location.hash.startsWith('#/report/')", true);
    page.wait_eq("all('.quoted').length > 0", true);
    page.wait_eq("document.activeElement.id", "content");
}

fn announced(page: &mut Page<'_>) {
    page.open("#/reports");
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
    page.wait_eq("window.announced.at(-1)", "1 of 5 reports");
    // It is the same element throughout, or it would not be announced.
    page.wait_eq(
        "one('.found') === window.same && window.same.getAttribute('role') === 'status'",
        true,
    );
    page.types(" zebra ");
    page.wait_eq("window.announced.at(-1)", "0 of 5 reports");
    page.wait_eq("one('.remarks').getAttribute('role')", "status");
}

fn languages(page: &mut Page<'_>) {
    page.open("#/reports?q=paris");
    page.wait_eq("document.documentElement.lang", "en");
    page.wait_eq("all('.report h2, .snippet').every((text) => text.lang === 'en')", true);
    page.open(&format!("#/report/{TALKS_2024}"));
    page.wait_eq("[one('h1').lang, one('.text').lang]", ["en", "en"]);
    page.click_named("Source text");
    page.wait_eq("one('pre.source').lang", "en");
}

fn directions(page: &mut Page<'_>) {
    for fragment in [
        "#/reports?q=paris&person=phan-van-giang",
        "#/meetings",
        "#/meeting/2023-12-18-defence-dialogue-3",
        "#/entities",
        "#/entity/phan-van-giang",
        "#/agreements",
        "#/report/2024-05-05-ministers-talks-ha-noi",
    ] {
        page.open(fragment);
        let own = "all('.name, .participant, .title, .snippet, .chip b, .outcome, .reader h1')
            .filter((element) => element instanceof HTMLElement && !element.matches('.unseen, label *'))";
        page.wait_eq(&format!("{own}.length > 0"), true);
        let strange = format!(
            "{own}.filter((element) => !element.closest('[dir=auto]') && !element.querySelector('[dir=auto]'))
                .map((element) => element.outerHTML.slice(0, 100))"
        );
        page.wait_eq(&strange, [(); 0]);
    }
}
