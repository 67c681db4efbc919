//! What is there when the page has been opened.

use crate::page::Page;
use crate::search::{DIALOGUE_2016, DIALOGUE_2023, VISIT_2025};
use crate::suite::Test;

pub const TESTS: &[Test] = &[
    Test::both("without an address the Thread opens", front),
    Test::both("the page opens with five reports under their titles", five_reports),
    Test::both("window.entente is ready and has a version", ready),
    Test::both("the readable text gives way to the explorer", fallback_is_gone),
    Test::both("the title of the window names the report", titles),
];

fn front(page: &mut Page<'_>) {
    page.open("");
    page.wait_eq("entente.view().page", "thread");
    page.wait_eq("texts('.head-of-side b')", ["Việt Nam", "France"]);
    page.wait_eq("all('.thread .rung').length > 5", true);
}

fn five_reports(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq(
        "texts('a.title').sort()",
        [
            "Ample room remains for defence cooperation, says Minister Giang",
            "Defence ministers of Việt Nam and France hold talks in Hà Nội",
            "First Vietnam–France defence policy dialogue",
            "French minister to attend the 70th anniversary of Dien Bien Phu",
            "Third Vietnam–France defence strategy and cooperation dialogue",
        ],
    );
    page.wait_eq("text('.found')", "5 reports");
    // Latest first.
    page.wait_eq("[0, 3, 4].map((at) => listed()[at])", [VISIT_2025, DIALOGUE_2023, DIALOGUE_2016]);
    page.wait_eq("all('.report').every((report) => report.querySelector('.snippet'))", true);
}

fn ready(page: &mut Page<'_>) {
    page.open("#/reports");
    page.script("entente.ready.then((value) => { window.answered = String(value); })", &[]);
    page.wait_eq("window.answered", "undefined");
    page.wait_eq(r"/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(entente.version)", true);
    page.wait_eq("entente.version", env!("CARGO_PKG_VERSION"));
}

fn fallback_is_gone(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("one('#fallback')", ());
    page.wait_eq("all('main').length", 1);
    page.wait_eq("all('script:not([src])[id=wasm]').length", 0);
}

fn titles(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("document.title", "Entente");
    page.click_named("First Vietnam–France defence policy dialogue");
    page.wait_eq("document.title", "First Vietnam–France defence policy dialogue – Entente");
    page.travel(-1);
    page.wait_eq("document.title", "Entente");
}
