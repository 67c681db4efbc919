//! The head of the page: language, filters as a bar or a sheet, and what is said of the address.

use crate::page::Page;
use crate::suite::Test;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("the whole page changes its language, and the menu keeps the focus", language),
    Test::new("above a drawing each facet is a drawer", drawers),
    Test::new("on a phone the filters are a sheet", sheet),
    Test::new("what is not known in an address is said on every view", unknown_everywhere),
];

fn language(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    page.wait_eq("document.documentElement.lang", "en");
    page.script("one('#language').focus()", &[]);
    page.chooses_language("fr");
    page.wait_eq("document.documentElement.lang", "fr");
    page.wait_eq("document.activeElement.id", "language");
    page.wait_eq("location.hash", "#/thread?lang=fr");
    page.wait_eq(
        "texts('.parts a').map((tab) => tab.split(' ')[0]).slice(0, 3)",
        ["Fil", "Articles", "Rencontres"],
    );
    page.wait_eq("text('.lede').includes('rencontres')", true);
    page.chooses_language("vi");
    page.wait_eq("document.documentElement.lang", "vi");
    page.wait_eq("texts('.head-of-side b')", ["Việt Nam", "Pháp"]);
    page.reload();
    page.wait_eq("document.documentElement.lang", "vi");
}

fn drawers(page: &mut Page<'_>) {
    page.resize(1440);
    page.open("#/thread");
    let open = "all('.facets .drawer').filter(shown).length";
    page.wait_eq(open, 0);
    page.click("#facet-person");
    page.wait_eq(open, 1);
    page.wait_eq("one('#facet-person').ariaExpanded", "true");
    page.click("#facet-place");
    page.wait_eq(open, 1);
    page.key(Key::Escape);
    page.wait_eq(open, 0);
    page.click("#facet-person");
    page.wait_eq(open, 1);
    page.click(".subtitle");
    page.wait_eq(open, 0);
    page.click("#facet-person");
    page.click(".facet.open .value");
    page.wait_eq("all('.chip').length", 1);
    page.wait_eq("location.hash.startsWith('#/thread?person=')", true);
}

fn sheet(page: &mut Page<'_>) {
    page.resize(390);
    page.open("#/reports");
    page.wait_eq("shown(one('.facets'))", false);
    page.click(".filter-button");
    page.wait_eq("shown(one('.facets'))", true);
    page.wait_eq("document.activeElement.id", "close-filters");
    page.wait_eq("text('.sheet-foot button')", "Show 22 meetings in 5 reports");
    page.click(".facets .value");
    page.wait_eq("text('.sheet-foot button') !== 'Show 22 meetings in 5 reports'", true);
    page.wait_eq("shown(one('.facets'))", true);
    page.click(".sheet-foot button");
    page.wait_eq("shown(one('.facets'))", false);
    page.wait_eq("document.activeElement.id", "open-filters");
    page.click(".filter-button");
    page.key(Key::Escape);
    page.wait_eq("shown(one('.facets'))", false);
}

fn unknown_everywhere(page: &mut Page<'_>) {
    for view in ["thread", "reports", "meetings", "map", "entities", "agreements", "about"] {
        page.open(&format!("#/{view}?bearing=giang"));
        page.wait_eq("[entente.view().page, remarks().includes('bearing=giang')]", (view, true));
    }
}
