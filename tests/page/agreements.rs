//! Agreements, series and promises as lines on one axis.

use crate::page::Page;
use crate::suite::Test;

pub const TESTS: &[Test] = &[
    Test::new("a dialogue is told session by session, whatever its sessions are called", dialogue),
    Test::new("sessions outside the view are counted, not taken for gaps", outside),
    Test::new("an agreement is told report by report, signed where one tells so", agreement),
    Test::new("what is to be signed is open to the last report, or kept", promised),
    Test::new("lines are drawn at every width, and open to their sentences", drawn),
    Test::new("a view without either says so", nothing),
];

/// The line with a name.
fn line(name: &str) -> String {
    format!(
        "all('.lifeline').find((line) => line.querySelector('.called').textContent === '{name}')"
    )
}

fn dialogue(page: &mut Page<'_>) {
    page.open("#/mechanisms");
    let dialogue = line("Vietnam-France defence dialogue");
    page.wait_eq(
        &format!("[...{dialogue}.querySelectorAll('.number')].map((number) => number.textContent)"),
        ["1", "2", "3"],
    );
    page.wait_eq(
        &format!("{dialogue}.querySelector('text.silence').textContent"),
        "5 years 5 months",
    );
    page.wait_eq(
        &format!("{dialogue}.querySelector('.told').textContent"),
        "Paris, place not stated, Paris",
    );
    page.wait_eq("all('.told-of').length", 0);
    page.script(&format!("{dialogue}.querySelector('summary').click()"), &[]);
    page.wait_eq("texts('.told-of h3')", ["Session 1", "Session 2", "Session 3"]);
    let told = |session: u8, words: &str| {
        format!("text('.told-of li:nth-child({session}).session').includes('{words}')")
    };
    page.wait_eq(&told(1, "7–11 November 2016"), true);
    page.wait_eq(&told(1, "Paris"), true);
    page.wait_eq(&told(2, "April 2022"), true);
    page.wait_eq(&told(3, "18 December 2023"), true);
    page.wait_eq(&told(3, "Minutes of the third dialogue signed"), true);
    page.wait_eq("all('.told-of .gap').length", 0);
    page.click(".told-of a.called");
    page.wait_eq("location.hash.startsWith('#/meeting/')", true);
}

fn outside(page: &mut Page<'_>) {
    // The only line of a page is open.
    page.open("#/mechanisms?event=defence-dialogue-3");
    page.wait_eq("texts('.told-of h3')", ["Session 3"]);
    page.wait_eq("texts('.told-of > .meta')", ["2 more outside this view"]);
    page.wait_eq("all('.told-of .gap').length", 0);
}

fn agreement(page: &mut Page<'_>) {
    page.open("#/agreements?agreement=letter-of-intent-2024");
    let letter = "all('.lifeline').find((line) => line.textContent.includes('Letter of Intent'))";
    page.wait_eq(&format!("{letter}.querySelector('.told').textContent"), "signed 5 May 2024");
    page.wait_eq(&format!("{letter}.querySelectorAll('.seal.filled').length"), 1);
    // The only line of its kind is open.
    page.wait_eq("texts('.told-of > ul > li').some((line) => line.startsWith('signed: '))", true);
    page.wait_eq("texts('.told-of .says').includes('signed')", true);
    page.open("#/agreements");
    let convention = line("1982 United Nations Convention on the Law of the Sea");
    page.wait_eq(&format!("{convention}.querySelectorAll('path.cited').length"), 2);
    page.script(&format!("{convention}.querySelector('summary').click()"), &[]);
    page.wait_eq("all('.told-of > ul > li').length", 0);
    page.wait_eq("texts('.told-of .says').every((word) => word === 'cited')", true);
}

fn promised(page: &mut Page<'_>) {
    page.open("#/agreements");
    let open = line("Agreement on mutual exchange and protection of confidential information");
    page.wait_eq(&format!("{open}.querySelectorAll('path.open').length"), 1);
    page.wait_eq(
        &format!("{open}.querySelector('.told').textContent"),
        "open since 7–11 November 2016",
    );
    // As many promises as there are, those kept with a knot.
    let promises = "all('.lifelines section').at(-1)";
    page.wait_eq(
        &format!("{promises}.querySelectorAll('.lifeline').length === entente.promises().length"),
        true,
    );
    page.wait_eq(
        &format!("{promises}.querySelectorAll('.knot').length === entente.promises({{ state: 'kept' }}).length"),
        true,
    );
    page.script(&format!("{promises}.querySelector('summary').click()"), &[]);
    page.wait_eq("all('.told-of blockquote').length > 0", true);
    page.wait_eq("one('.told-of .acts a').hash.startsWith('#/report/')", true);
}

fn drawn(page: &mut Page<'_>) {
    for width in [1440, 390] {
        page.open("#/agreements");
        page.resize(width);
        page.wait_eq("all('.lifeline-head .tick-label').length > 2", true);
        // All lines share the axis.
        let starts = "new Set(all('.lifeline summary .axis, .lifeline-head .axis')
            .map((axis) => Math.round(axis.getBoundingClientRect().left))).size";
        page.wait_eq(starts, 1);
        page.wait_eq("all('.lifeline').every((line) => line.querySelector('.axis path'))", true);
    }
}

fn nothing(page: &mut Page<'_>) {
    for part in ["mechanisms", "agreements"] {
        page.open(&format!("#/{part}?q=xyzzy"));
        page.wait_eq("text('.lifelines').includes('No report of this view')", true);
        page.wait_eq("all('.lifelines h2').length", 0);
    }
}
