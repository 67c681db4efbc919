//! Queries that nobody should type, and what the page says to them.

use crate::page::Page;
use crate::suite::Test;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::new("no query breaks the page, and what was left out is said", odd_queries),
    Test::new("what is typed into a broken query is searched again", recovery),
    Test::new("every example of a query finds something", examples),
];

/// How many reports a query finds, and what is said of it; empty for nothing.
fn table() -> Vec<(String, usize, &'static str)> {
    let long_query = "paris ".repeat(17_000);
    let long_word = "x".repeat(100_000);
    let brackets = "(".repeat(1000);
    [
        ("", 5, ""),
        ("   ", 5, ""),
        ("-", 5, ""),
        ("*", 5, ""),
        ("\"", 5, ""),
        ("🐈", 5, "“🐈” was left out of the search"),
        ("💦 unclos 🐈", 1, "“💦” was left out of the search"),
        ("()", 5, "“()” was left out of the search"),
        ("?! … § unclos", 1, "“?!” was left out of the search"),
        (&brackets, 5, "was left out of the search"),
        ("\"letter of intent", 2, ""),
        ("letter of intent\"", 2, ""),
        ("“letter of intent", 2, ""),
        ("\"\"\"", 5, ""),
        ("unclos\0", 1, ""),
        ("\0", 5, ""),
        ("سلام", 0, "“سلام” stands in no report"),
        ("שלום paris", 0, "שלוםin no report"),
        ("\u{202e}unclos", 1, ""),
        ("河内", 0, "stands in no report"),
        ("<b>unclos</b>", 0, "stands in no report"),
        ("%00%FF+&q=unclos#", 0, "stands in no report"),
        (&long_query, 2, "Only the first 64 words and phrases are searched for."),
        (&long_word, 0, "stands in no report"),
    ]
    .map(|(query, found, said)| (query.to_owned(), found, said))
    .to_vec()
}

fn odd_queries(page: &mut Page<'_>) {
    page.open("#/reports");
    for (query, found, said) in table() {
        // As if pasted.
        page.script(
            "one('#query').value = arguments[0];
             one('#query').dispatchEvent(new InputEvent('input', { bubbles: true }));",
            &[json!(query)],
        );
        let named: String = query.chars().take(20).collect();
        let asked = page.script("return entente.search(one('#query').value).total", &[]);
        assert_eq!(asked, json!(found), "{named:?}");
        page.wait_eq("listed().length", found);
        let heard = format!("[{}, remarks().includes({})]", json!(named), json!(said));
        page.wait_eq(&heard, (&named, true));
        let silent = format!("[{}, remarks() === '']", json!(named));
        page.wait_eq(&silent, (&named, said.is_empty()));
        page.wait_eq("shown(one('.brand')) && shown(one('.found'))", true);
        // The address carries it to a fresh view.
        page.wait_eq("entente.view().query === one('#query').value", true);
    }
    // A word that is too long is not one without letters.
    page.wait_eq("remarks().includes('no letter or digit')", false);
}

fn recovery(page: &mut Page<'_>) {
    page.open("#/reports?q=%22%28%F0%9F%90%88");
    page.goes_to_search();
    page.chord(fantoccini::key::Key::Control, fantoccini::key::Key::End);
    page.types("\" unclos");
    page.wait_eq("listed()", [crate::search::TALKS_2024]);
}

fn examples(page: &mut Page<'_>) {
    page.open("#/about");
    let queries: Vec<String> = page.get("texts('.about td code')");
    assert!(queries.len() >= 6, "{queries:?}");
    for query in queries {
        page.click_named(&query);
        page.wait_eq("one('#query').value", &query);
        page.wait_eq("listed().length > 0", true);
        page.travel(-1);
        page.wait_eq("entente.view().page", "about");
    }
}
