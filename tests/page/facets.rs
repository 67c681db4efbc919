//! Narrowing down by facets and dates.

use crate::page::Page;
use crate::search::{DIALOGUE_2016, DIALOGUE_2023, TALKS_2024};
use crate::suite::Test;
use fantoccini::Locator;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("the facets count the reports", counts),
    Test::new("a value narrows down, a second one widens, chips take them back", choosing),
    Test::new("a value can be excluded and let in again", excluding),
    Test::new("facets follow the query, and the query the facets", with_a_query),
    Test::new("clear all brings everything back", clear_all),
    Test::new("dates that are typed narrow down", dates),
    Test::new("a wrong date is told and changes nothing", wrong_date),
];

const SOURCES: [&str; 3] = ["Vietnam News Agency 3", "Viet Nam News 1", "Unknown 1"];

fn counts(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("facet('Source')", SOURCES);
    // Two reports do not state their year; it follows from the anniversary they tell of.
    page.wait_eq("facet('Year')", ["2025 1", "2024 2", "2023 1", "2016 1"]);
}

/// Clicks on a value of a facet, or on the sign beside it that excludes it.
fn click_value(page: &Page<'_>, facet: &str, value: &str, part: &str) {
    let path = format!(
        "//aside//section[h2='{facet}']//li[.//span[@class='name']='{value}']/a[@class='{part}']"
    );
    page.click_on(Locator::XPath(&path));
}

fn choosing(page: &mut Page<'_>) {
    page.open("#/reports");
    click_value(page, "Year", "2023", "value");
    page.wait_eq("location.hash", "#/reports?year=2023");
    page.wait_eq("listed()", [DIALOGUE_2023]);
    page.wait_eq("text('.found')", "1 of 5 reports");
    page.wait_eq("texts('.chip')", ["Year 2023 ×"]);
    // The counts of a facet say what choosing a value as well would bring.
    page.wait_eq("facet('Year').includes('2016 1')", true);
    page.wait_eq("facet('Source')", ["Vietnam News Agency 1"]);
    click_value(page, "Year", "2016", "value");
    page.wait_eq("location.hash", "#/reports?year=2016&year=2023");
    page.wait_eq("listed().sort()", [DIALOGUE_2016, DIALOGUE_2023]);
    page.wait_eq("texts('.chip')", ["Year 2016 ×", "Year 2023 ×"]);
    page.wait_eq("all('.facet .chosen').length", 2);
    page.click("a[aria-label='Remove 2023']");
    page.wait_eq("listed()", [DIALOGUE_2016]);
    // A value that is chosen is taken back where it was chosen.
    click_value(page, "Year", "2016", "value");
    page.wait_eq("location.hash", "#/reports");
    page.wait_eq("all('.chip').length", 0);
    page.wait_eq("listed().length", 5);
}

fn excluding(page: &mut Page<'_>) {
    page.open("#/reports");
    click_value(page, "Source", "Vietnam News Agency", "not");
    page.wait_eq("location.hash", "#/reports?source=-Vietnam%20News%20Agency");
    page.wait_eq("listed().length", 2);
    page.wait_eq("texts('.chip')", ["Source not Vietnam News Agency ×"]);
    page.wait_eq("texts('.facet .excluded .name')", ["Vietnam News Agency"]);
    click_value(page, "Source", "Unknown", "not");
    page.wait_eq("listed()", [TALKS_2024]);
    page.click("a[aria-label='Remove not Vietnam News Agency']");
    page.wait_eq("listed().length", 4);
    click_value(page, "Source", "Unknown", "not");
    page.wait_eq("listed().length", 5);
}

fn with_a_query(page: &mut Page<'_>) {
    page.open("#/reports");
    page.goes_to_search();
    page.types("peacekeep*");
    page.wait_eq("facet('Source')", ["Vietnam News Agency 3", "Viet Nam News 1"]);
    click_value(page, "Source", "Viet Nam News", "value");
    page.wait_eq("listed()", [TALKS_2024]);
    page.goes_to_search();
    page.types(" unclos");
    page.wait_eq("listed()", [TALKS_2024]);
    page.wait_eq("texts('.chip')", ["Source Viet Nam News ×"]);
    page.wait_eq("facet('Source')", ["Viet Nam News 1"]);
    page.types(" zebra ");
    page.wait_eq("listed().length", 0);
    // A chosen value stays in sight, so that it can be taken back.
    page.wait_eq("facet('Source')", ["Viet Nam News 0"]);
}

fn clear_all(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("shown(one('.clear-all'))", false);
    page.open("#/reports?q=paris&source=Vietnam%20News%20Agency&year=-2016&from=2001&to=2024-01");
    page.wait_eq("listed()", [DIALOGUE_2023]);
    page.wait_eq("all('.chip').length", 4);
    page.click_named("clear all");
    page.wait_eq("location.hash", "#/reports");
    page.wait_eq("listed().length", 5);
    page.wait_eq("one('#query').value", "");
    page.wait_eq("all('.chip').length", 0);
    page.wait_eq("all('.dates input').map((field) => field.value)", ["", ""]);
    page.wait_eq("shown(one('.clear-all'))", false);
}

const FROM: Locator<'_> = Locator::Css(".dates label:nth-of-type(1) input");
const TO: Locator<'_> = Locator::Css(".dates label:nth-of-type(2) input");

/// Types a date over what stands in a field.
fn type_date(page: &Page<'_>, field: Locator<'_>, date: &str) {
    page.click_on(field);
    page.script("document.activeElement.select()", &[]);
    page.types(date);
    page.key(Key::Tab);
}

fn dates(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("texts('.dates label').map((label) => label.trim())", ["from", "to"]);
    type_date(page, FROM, "2017");
    page.wait_eq("location.hash", "#/reports?from=2017");
    page.wait_eq("listed().includes('2016-11-first-dialogue-paris')", false);
    type_date(page, TO, "2023-12-19");
    page.wait_eq("location.hash", "#/reports?from=2017&to=2023-12-19");
    page.wait_eq("listed()", [DIALOGUE_2023]);
    page.wait_eq("texts('.chip')", ["from 2017 ×", "to 2023-12-19 ×"]);
    // The report came out on the day itself.
    type_date(page, TO, "2023-12-18");
    page.wait_eq("listed()", [(); 0]);
    page.click("a[aria-label='Remove 2017']");
    page.wait_eq("location.hash", "#/reports?to=2023-12-18");
    page.wait_eq("listed()", [DIALOGUE_2016]);
    page.wait_eq("all('.dates input').map((field) => field.value)", ["", "2023-12-18"]);
}

fn wrong_date(page: &mut Page<'_>) {
    page.open("#/reports?from=2017");
    let before: Vec<String> = page.get("listed()");
    for wrong in ["2023-13", "soon", "2023-02-30", "13/2023"] {
        type_date(page, TO, wrong);
        let said = format!("“{wrong}” is no date; write 2024, May 2024 or 2024-05-07.");
        page.wait_eq("text('[role=alert]')", said);
        page.stays("location.hash", "#/reports?from=2017");
        page.stays("listed()", &before);
    }
    type_date(page, TO, "2023");
    page.wait_eq("text('[role=alert]')", "");
    page.wait_eq("listed()", [DIALOGUE_2023]);
}
