//! Typing a query, letter by letter, with the keyboard.

use crate::page::Page;
use crate::suite::Test;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    Test::new("dien bien phu, typed letter by letter, finds Điện Biên Phủ", dien_bien_phu),
    Test::new("ha noi, typed letter by letter, finds Hà Nội but no other headline", ha_noi),
    Test::new("\"letter of intent\", typed letter by letter, finds the phrase", letter_of_intent),
    Test::new("peacekeep*, typed letter by letter, finds words that begin so", peacekeep),
    Test::new("defense -airbus, typed letter by letter, finds defence without Airbus", defense),
    Test::new("every report found shows a marked word", every_report_shows_why),
    Test::new("British and American spelling find the same reports", spellings),
    Test::new("a name is found solid, apart, with and without its marks", names),
    Test::new("the cross empties the search box and Enter leads to the results", clear_and_enter),
    Test::new("what is found stands in the order that is asked for", in_order),
    Test::new("what is found nowhere is said, with what each word finds alone", nowhere),
];

// The reports, by their ids.
pub const DIALOGUE_2016: &str = "2016-11-first-dialogue-paris";
pub const DIALOGUE_2023: &str = "2023-12-19-third-dialogue-paris";
pub const TALKS_2024: &str = "2024-05-05-ministers-talks-ha-noi";
pub const CEREMONY_2024: &str = "2024-05-dien-bien-phu-70-years";
pub const VISIT_2025: &str = "2025-05-giang-lecornu-ha-noi";

fn in_order(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("listed()[0]", VISIT_2025);
    page.wait_eq("texts('.chips .menu option')", ["Newest first", "Oldest first"]);
    page.open("#/reports?q=peacekeeping");
    page.wait_eq("text('.chips .menu option')", "Most relevant first");
    let best: Vec<String> = page.get("listed()");
    assert_eq!(best[0], DIALOGUE_2016);
    page.chooses(".chips select", "newest");
    page.wait_eq("location.hash", "#/reports?q=peacekeeping&order=newest");
    page.wait_eq("listed()", [VISIT_2025, TALKS_2024, DIALOGUE_2023, DIALOGUE_2016]);
    // The neighbours of a report follow the list.
    page.click(&format!("a.title[href*='{VISIT_2025}']"));
    page.wait_eq("text('.toolbar').includes('report 1 of 4')", true);
    page.open("#/reports?q=peacekeeping&order=oldest");
    page.wait_eq("listed()", [DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, VISIT_2025]);
    page.chooses(".chips select", "");
    page.wait_eq("location.hash", "#/reports?q=peacekeeping");
    page.wait_eq("listed()", best);
}

fn dien_bien_phu(page: &mut Page<'_>) {
    let words = ["dien", "bien", "phu"];
    letter_by_letter(page, "dien bien phu", &[TALKS_2024, CEREMONY_2024], &words);
    page.wait_eq(
        "listed().map((id) => marked(one(`a.title[href*='${id}']`)))",
        [vec!["Dien", "Bien", "Phu"], vec![]],
    );
    page.wait_eq("snippets()[1][0].marks", ["Điện", "Biên", "Phủ"]);
}

fn ha_noi(page: &mut Page<'_>) {
    // Hanoi stands in two of the other headlines at the end of the report of 2016.
    letter_by_letter(page, "ha noi", &[TALKS_2024, VISIT_2025], &["ha", "noi"]);
}

fn letter_of_intent(page: &mut Page<'_>) {
    let found = [TALKS_2024, CEREMONY_2024];
    letter_by_letter(page, "\"letter of intent\"", &found, &["letter of intent"]);
}

fn peacekeep(page: &mut Page<'_>) {
    let found = [DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, VISIT_2025];
    letter_by_letter(page, "peacekeep*", &found, &["peacekeeping"]);
}

fn defense(page: &mut Page<'_>) {
    let found = [DIALOGUE_2016, TALKS_2024, CEREMONY_2024, VISIT_2025];
    letter_by_letter(page, "defense -airbus", &found, &["defence", "defense"]);
}

/// Types a query; after every letter the list is what the search finds, marks and all; at
/// the end these reports are listed, and nothing but these words is marked.
fn letter_by_letter(page: &mut Page<'_>, query: &str, ids: &[&str], words: &[&str]) {
    page.open("#/reports");
    page.goes_to_search();
    let mut typed = String::new();
    for letter in query.chars() {
        typed.push(letter);
        page.types(&letter.to_string());
        page.wait_eq("one('#query').value", &typed);
        page.wait_eq("entente.view().query", &typed);
        let asked = json!(typed);
        let found: Vec<String> = page.get(&format!("found({asked})"));
        let snippets: Value = page.get(&format!("found_snippets({asked})"));
        page.wait_eq("listed()", &found);
        page.wait_eq("snippets()", snippets);
        let count = match found.len() {
            5 => "5 reports".to_owned(),
            some => format!("{some} of 5 reports"),
        };
        page.wait_eq("text('.found')", count);
    }
    page.wait_eq("listed().sort()", ids);
    let words = json!(words);
    let strange = format!("texts('.report mark').filter((mark) => !{words}.includes(plain(mark)))");
    page.wait_eq(&strange, [(); 0]);
    page.wait_eq("all('.report mark').length > 0", true);
    let all_exact = "listed().every((id, place) =>
        snippets()[place].every(({ text }) => entente.document(id).text.includes(text)))";
    page.wait_eq(all_exact, true);
}

fn every_report_shows_why(page: &mut Page<'_>) {
    for query in ["dien bien phu", "%22letter+of+intent%22", "peacekeep*", "defense", "ha noi"] {
        page.open(&format!("#/reports?q={query}"));
        page.wait_eq("listed().length > 0", true);
        let without = "all('.report').filter((report) => marked(report).length === 0)
            .map((report) => id_of(report.querySelector('a.title')))";
        page.wait_eq(without, [(); 0]);
    }
}

fn spellings(page: &mut Page<'_>) {
    page.open("#/reports");
    for (british, american, reports) in [
        ("defence", "defense", 5),
        ("programme", "program", 3),
        ("organising", "organizing", 1),
        ("emphasised", "emphasized", 2),
    ] {
        let (british, american) = (json!(british), json!(american));
        let sorted = |query: &Value| page.get::<Vec<String>>(&format!("found({query}).sort()"));
        assert_eq!(sorted(&british), sorted(&american), "{british} {american}");
        assert_eq!(sorted(&british).len(), reports, "{british}");
    }
}

fn names(page: &mut Page<'_>) {
    page.open("#/reports");
    let forms = ["ha noi", "hanoi", "Hà Nội", "HÀ NỘI", "hà nội", "Ha\u{300} No\u{323}\u{302}i"];
    for form in forms {
        let form = json!(form);
        page.wait_eq(&format!("found({form}).sort()"), [TALKS_2024, VISIT_2025]);
    }
    for form in ["mirallès", "Miralles"] {
        let form = json!(form);
        page.wait_eq(&format!("found({form}).sort()"), [DIALOGUE_2023, TALKS_2024, CEREMONY_2024]);
    }
}

fn clear_and_enter(page: &mut Page<'_>) {
    page.open("#/reports");
    page.goes_to_search();
    page.types("lyon\n");
    page.wait_eq("listed()", [CEREMONY_2024]);
    page.wait_eq("document.activeElement.id", "content");
    page.click(".search .clear");
    page.wait_eq("one('#query').value", "");
    page.wait_eq("document.activeElement.id", "query");
    page.wait_eq("listed().length", 5);
    page.wait_eq("shown(one('.search .clear'))", false);
}

fn nowhere(page: &mut Page<'_>) {
    page.open("#/reports");
    page.goes_to_search();
    page.types("lyon unclos zebra ");
    page.wait_eq("listed()", [(); 0]);
    page.wait_eq("text('.remarks h2')", "No report has all of this");
    // Once is enough.
    page.wait_eq("remarks().includes('stands in no report')", false);
    let parts = "all('.words li').map((row) => [...row.children].map((part) => part.textContent))";
    let alone = [
        ["lyon", "in 1 report", "Search alone"],
        ["unclos", "in 1 report", "Search alone"],
        ["zebra", "in no report", "Leave out"],
    ];
    page.wait_eq(parts, alone);
    // Without the third word there is nothing either, so that is not offered as the way out.
    page.wait_eq("one('.instead')", ());
    page.wait_eq("all('.remarks .row a').length", 8);
    page.click(".words li:nth-child(3) a");
    page.wait_eq("one('#query').value", "lyon unclos");
    page.wait_eq("all('.words li').length", 2);
    page.click(".words li:nth-child(2) a");
    page.wait_eq("listed()", [TALKS_2024]);
    page.wait_eq("one('#query').value", "unclos");
    page.open("#/reports?q=unclos%20zebra");
    page.wait_eq("text('.instead')", "Search “unclos”");
    page.click(".instead");
    page.wait_eq("listed()", [TALKS_2024]);
    page.open("#/reports?q=unclos&year=2016");
    page.wait_eq("text('.instead')", "Without the filters");
    page.click(".instead");
    page.wait_eq("listed()", [TALKS_2024]);
    // Of one word it is the whole answer, with nothing to search alone.
    page.open("#/reports?q=zebra");
    page.wait_eq("text('.remarks h2')", "“zebra” stands in no report.");
    page.wait_eq("all('.words li').length", 0);
    // Beside a list it is a remark.
    page.open("#/meetings?q=zebra");
    page.wait_eq("remarks().startsWith('“zebra” stands in no report.')", true);
}
