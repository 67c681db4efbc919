//! The ledgers of dialogues and agreements.

use crate::page::Page;
use crate::suite::Test;

pub const TESTS: &[Test] = &[
    Test::new("a dialogue is told session by session, whatever its sessions are called", dialogue),
    Test::new("sessions outside the view are counted, not taken for gaps", outside),
    Test::new("an agreement is told report by report, signed where one tells so", agreement),
    Test::new("a view without either says so", nothing),
];

fn dialogue(page: &mut Page<'_>) {
    page.open("#/mechanisms");
    let dialogue = ".ledger section:first-of-type";
    page.wait_eq(&format!("text('{dialogue} h2')"), "Vietnam-France defence dialogue");
    page.wait_eq(&format!("texts('{dialogue} h3')"), ["Session 1", "Session 2", "Session 3"]);
    let told = |session: u8, words: &str| {
        format!("text('{dialogue} li:nth-child({session}).session').includes('{words}')")
    };
    page.wait_eq(&told(1, "7–11 November 2016"), true);
    page.wait_eq(&told(1, "Paris"), true);
    page.wait_eq(&told(2, "April 2022"), true);
    page.wait_eq(&told(3, "18 December 2023"), true);
    page.wait_eq(&told(3, "Minutes of the third dialogue signed"), true);
    page.wait_eq("all('.ledger .gap').length", 0);
    page.click(&format!("{dialogue} a.called"));
    page.wait_eq("location.hash.startsWith('#/meeting/')", true);
}

fn outside(page: &mut Page<'_>) {
    page.open("#/mechanisms?event=defence-dialogue-3");
    page.wait_eq("texts('.ledger h3')", ["Session 3"]);
    page.wait_eq("texts('.ledger section > .meta')", ["2 more outside this view"]);
    page.wait_eq("all('.ledger .gap').length", 0);
}

fn agreement(page: &mut Page<'_>) {
    page.open("#/agreements?agreement=letter-of-intent-2024");
    page.wait_eq("all('.ledger h2').length", 1);
    page.wait_eq(
        "texts('.ledger > div > section > ul > li').some((line) => line.startsWith('signed: '))",
        true,
    );
    page.wait_eq("texts('.ledger .says').includes('signed')", true);
    page.open("#/agreements?agreement=united-nations-convention-on-the-law-of-the-sea");
    page.wait_eq("all('.ledger > div > section > ul > li').length", 0);
    page.wait_eq("texts('.ledger .says').every((word) => word === 'cited')", true);
}

fn nothing(page: &mut Page<'_>) {
    for part in ["mechanisms", "agreements"] {
        page.open(&format!("#/{part}?q=xyzzy"));
        page.wait_eq("text('.ledger').includes('No report of this view')", true);
        page.wait_eq("all('.ledger h2').length", 0);
    }
}
