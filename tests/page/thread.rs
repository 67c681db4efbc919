//! The Thread: two sides, their meetings as rungs, and the sentences that prove them.

use crate::page::Page;
use crate::suite::Test;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::new("the Thread draws a rung a meeting of the two sides", drawn),
    Test::new("a rung that is chosen shows its sentence, which leads to the report", chosen),
    Test::new("the keyboard goes from rung to rung", by_keyboard),
    Test::new("the arrows lead to the people of a rung, and they to their pages", people),
    Test::new("the newest meeting may come first, and rungs may stand for years", arranged),
    Test::once("in a very wide window evidence is open at all times", very_wide),
    Test::new("the address keeps the sides of the Thread", sides),
    Test::new("one country against all others has a strand each", against_all),
    Test::once("with forced colours lines and marks are seen", forced_colours),
    Test::new("on a phone the Thread fits the window", on_a_phone),
];

const TALKS: &str = "2024-05-05-talks-phan-van-giang-sebastien-lecornu";
const RUNGS: &str = "all('.thread .rows > li').length";

fn drawn(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    page.wait_eq("one('.parts [aria-current]').textContent", "Thread");
    page.wait_eq(&format!("{RUNGS} > 5"), true);
    page.wait_eq(&format!("all('.thread .rung').length === {RUNGS}"), true);
    page.wait_eq(&format!("text('.lede a').startsWith(`${{{RUNGS}}} `)"), true);
    page.wait_eq("texts('.thread .year').join()", "2016,2022,2023,2024,2025");
    page.wait_eq("texts('.silence').length", 2);
    // What is searched narrows the drawing, too.
    let all: usize = page.get(RUNGS);
    page.open("#/thread?q=peacekeeping");
    page.wait_eq(&format!("{RUNGS} < {all}"), true);
}

fn chosen(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    page.wait_eq("all('.proof-panel').length", 0);
    page.open(&format!("#/thread?meeting={TALKS}"));
    page.wait_eq("texts('.proof-panel blockquote').join().includes('Letter of Intent')", true);
    page.wait_eq("all('.row.chosen').length", 1);
    page.wait_eq("one('.row.chosen .what').ariaExpanded", "true");
    page.resize(1100);
    page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    page.resize(1440);
    page.click(".row.chosen .what");
    page.wait_eq("all('.proof-panel').length", 0);
    page.wait_eq("location.hash", "#/thread");
    page.click("#rung-0");
    page.wait_eq("all('.proof-panel').length", 1);
    page.wait_eq("location.hash.startsWith('#/thread?meeting=')", true);
    page.click(".proof-panel .from a");
    page.wait_eq("location.hash.startsWith('#/report/')", true);
    page.wait_eq("location.hash.includes('?quote=')", true);
    page.wait_eq("all('.quoted').length > 0", true);
}

fn by_keyboard(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    page.wait_eq("all('.what[tabindex=\"0\"]').length", 1);
    page.click("#rung-1");
    page.key(Key::Down);
    page.wait_eq("document.activeElement.id", "rung-2");
    page.wait_eq("one('.what[tabindex=\"0\"]').id", "rung-2");
    page.key(Key::Up);
    page.key(Key::Up);
    page.wait_eq("document.activeElement.id", "rung-0");
    page.key(Key::Enter);
    page.wait_eq("one('.row.chosen .what').id", "rung-0");
    page.wait_eq("document.activeElement.id", "rung-0");
}

fn people(page: &mut Page<'_>) {
    page.open(&format!("#/thread?meeting={TALKS}"));
    page.resize(1440);
    page.script("one('.row.chosen .what').focus()", &[]);
    page.key(Key::Right);
    page.wait_eq("document.activeElement.textContent", "Sébastien Lecornu");
    page.key(Key::Right);
    page.wait_eq("document.activeElement.textContent", "Sébastien Lecornu");
    page.key(Key::Left);
    page.wait_eq("document.activeElement.className", "what");
    page.key(Key::Left);
    page.wait_eq("document.activeElement.textContent", "Phan Văn Giang");
    page.key(Key::Enter);
    page.wait_eq("location.hash", "#/entity/phan-van-giang");
}

fn arranged(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    page.wait_eq("texts('.thread .year').join()", "2016,2022,2023,2024,2025");
    let all: usize = page.get(RUNGS);
    page.chooses(".arrangements .menu:last-child select", "newest");
    page.wait_eq("location.hash", "#/thread?order=newest");
    page.wait_eq("texts('.thread .year').join()", "2025,2024,2023,2022,2016");
    page.wait_eq(RUNGS, all);
    // Guests still arrive before they meet anybody.
    page.wait_eq("text('#rung-0').includes('Visit')", true);
    page.chooses(".arrangements select", "year");
    page.wait_eq("location.hash", "#/thread?order=newest&group=year");
    page.wait_eq(&format!("{RUNGS} < {all}"), true);
    let told =
        "texts('.figure').map(Number).reduce((sum, one) => sum + one) + all('button.what').length";
    page.wait_eq(told, all);
    page.wait_eq("one('.arrangements select').value", "year");
    // A bundle opens its year.
    page.click("a.what");
    page.wait_eq("location.hash.includes('year=20')", true);
    page.travel(-1);
    page.travel(-1);
    page.wait_eq("location.hash", "#/thread?order=newest");
    page.wait_eq(RUNGS, all);
}

fn very_wide(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1940);
    page.wait_eq("all('.proof-panel blockquote').length > 0", true);
    page.wait_eq("all('.row.chosen').length", 1);
    page.wait_eq("location.hash", "#/thread");
    let covered = "all('.what').every((one) => one.getBoundingClientRect().right
        <= one.getBoundingClientRect().left || one.getBoundingClientRect().right
        <= document.querySelector('.proof-panel').getBoundingClientRect().left)";
    page.wait_eq(covered, true);
    page.click("#rung-0");
    page.wait_eq("one('.row.chosen .what').id", "rung-0");
    page.click_named("Close");
    page.wait_eq("location.hash", "#/thread");
    page.wait_eq("all('.proof-panel').length", 1);
}

fn sides(page: &mut Page<'_>) {
    page.open("#/thread?sides=FR,VN");
    page.resize(1440);
    page.wait_eq("texts('.head-of-side b').map(plain)", ["france", "viet nam"]);
    page.click("#rung-0");
    page.wait_eq("location.hash.includes('sides=FR,VN')", true);
    page.reload();
    page.wait_eq("texts('.head-of-side b').map(plain)", ["france", "viet nam"]);
    page.open("#/thread?sides=VN,XX");
    page.wait_eq(RUNGS, 0);
}

fn against_all(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(1440);
    let two: usize = page.get(RUNGS);
    page.click(".choose summary");
    page.wait_eq("text('.choose li')", "Việt Nam – all others");
    page.click(".choose li:first-child a");
    page.wait_eq("location.hash", "#/thread?sides=VN,*");
    page.wait_eq(&format!("{RUNGS} >= {two}"), true);
    // Each country has a rail and a head, France the first; its meetings end there.
    page.wait_eq("text('.strands li').startsWith('France')", true);
    page.wait_eq("all('.rails .rail').length === all('.strands li').length + 1", true);
    page.wait_eq("all('.end.side-2').length >= Number(text('.strands .count'))", true);
    page.wait_eq("entente.thread().sides", ["VN", "*"]);
    // Whoever listens is told with whom.
    page.wait_eq("all('.rows .unseen').every((one) => !one.textContent.includes('*'))", true);
    page.wait_eq("texts('.rows .unseen').filter((one) => one.includes('France')).length > 5", true);
    page.click("#rung-0");
    page.wait_eq("all('.proof-panel').length", 1);
    page.wait_eq("location.hash.startsWith('#/thread?meeting=')", true);
    page.wait_eq("entente.view().sides", "VN,*");
}

fn forced_colours(page: &mut Page<'_>) {
    let emulate = |page: &Page<'_>, features: serde_json::Value| {
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    };
    emulate(page, json!([{ "name": "forced-colors", "value": "active" }]));
    page.open("#/thread");
    page.wait_eq("matchMedia('(forced-colors: active)').matches", true);
    for (part, colour) in [
        (".rails .rail", "stroke"),
        (".rails .end:not(.hollow)", "fill"),
        (".rung:not(.visit) .line", "stroke"),
    ] {
        page.wait_eq(&format!("style('{part}', '{colour}') === style('h1', 'color')"), true);
    }
    page.open("#/reports");
    page.wait_eq("style('.dot', 'backgroundColor') === style('body', 'color')", true);
    emulate(page, json!([]));
}

fn on_a_phone(page: &mut Page<'_>) {
    page.open("#/thread");
    page.resize(390);
    page.wait_eq("all('.thread.narrow').length", 1);
    page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    page.wait_eq("all('.note').length > 3", true);
}
