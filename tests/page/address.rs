//! The address is the view.

use crate::page::Page;
use crate::search::{CEREMONY_2024, DIALOGUE_2016, TALKS_2024};
use crate::suite::Test;
use fantoccini::Locator;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    Test::both("whatever changes the view shows in the address", shows_in_the_address),
    Test::both("typing replaces the address, choosing adds a step", typing_and_choosing),
    Test::both("back and forward bring every view again", back_and_forward),
    Test::both("a copied address shows the same view in a fresh page", copied),
    Test::both("equal views have one address", one_address),
    Test::both("what an address says that is unknown here is kept and told", unknown),
    Test::new("what is too much of an address is told, and the rest is shown", too_much),
    Test::both("no fragment leaves the page blank when typed into the address bar", nasty_changes),
    Test::both("no fragment leaves the page blank when the page is opened with it", nasty_loads),
];

fn shows_in_the_address(page: &mut Page<'_>) {
    page.open("#/reports");
    let shows = |page: &Page<'_>, address: &str| {
        page.wait_eq("[location.hash, entente.view().address]", [address, address]);
    };
    page.goes_to_search();
    page.types("unclos");
    shows(page, "#/reports?q=unclos");
    page.click_on(Locator::XPath("//aside//a[@class='value'][span='Viet Nam News']"));
    shows(page, "#/reports?q=unclos&source=Viet%20Nam%20News");
    // WebKit's driver does not press what stands half outside the window.
    page.script("scrollTo(0, 0)", &[]);
    page.click("a.title");
    shows(page, &format!("#/report/{TALKS_2024}?q=unclos&source=Viet%20Nam%20News"));
    page.click_named("Source text");
    shows(page, &format!("#/report/{TALKS_2024}?q=unclos&source=Viet%20Nam%20News&text=source"));
    page.click_on(Locator::LinkText("About"));
    shows(page, "#/about?q=unclos&source=Viet%20Nam%20News");
    page.click_on(Locator::LinkText("Entente"));
    shows(page, "#/thread");
}

fn too_much(page: &mut Page<'_>) {
    let filters: Vec<String> = (0..4000).map(|number| format!("source=-x{number}")).collect();
    page.open(&format!("#/reports?{}", filters.join("&")));
    page.wait_eq("all('.chip').length", 100);
    page.wait_eq("listed().length", 5);
    page.wait_eq("remarks().includes('source=-x100')", true);
    page.click(".clear-all");
    page.wait_eq("location.hash", "#/reports");
    page.wait_eq("all('.chip').length", 0);
    page.open(&format!("#/reports?q=e{}", "%CC%81".repeat(50_000)));
    page.wait_eq("one('#query').value.length", 1000);
    page.wait_eq("remarks().includes('q=\u{301}')", true);
}

fn typing_and_choosing(page: &mut Page<'_>) {
    page.open("#/reports");
    let steps: i64 = page.get("history.length");
    page.goes_to_search();
    page.types("unclos lyon");
    page.wait_eq("location.hash", "#/reports?q=unclos%20lyon");
    page.stays("history.length", steps);
    page.click(".search .clear");
    page.wait_eq("location.hash", "#/reports");
    page.types("defence");
    page.wait_eq("location.hash", "#/reports?q=defence");
    page.stays("history.length", steps);
    page.click_on(Locator::XPath("//aside//a[@class='value'][span='2016']"));
    page.wait_eq("[location.hash, history.length]", ("#/reports?q=defence&year=2016", steps + 1));
    page.click("a.title");
    page.wait_eq("history.length", steps + 2);
    // Typing in a report is a step to the list, and the next letters are none.
    page.goes_to_search();
    page.types("x");
    page.wait_eq("[entente.view().page, history.length]", ("reports", steps + 3));
    page.types("yz");
    page.wait_eq("entente.view().query.endsWith('xyz')", true);
    page.stays("history.length", steps + 3);
}

/// All that a view shows.
const SEEN: &str = "({
    address: entente.view().address,
    title: document.title,
    query: one('#query').value,
    listed: listed(),
    chips: texts('.chip'),
    remarks: remarks(),
    found: text('.found'),
    marks: texts('mark'),
    heading: texts('h1'),
    source: text('pre.source'),
    place: text('.toolbar'),
    dates: all('.dates input').map((field) => field.value),
})";

fn back_and_forward(page: &mut Page<'_>) {
    page.open("#/reports");
    page.goes_to_search();
    page.types("dien bien phu");
    page.wait_eq("listed().length", 2);
    let mut views: Vec<Value> = vec![page.get(SEEN)];
    for choice in [
        "//aside//a[@class='value'][span='Unknown']",
        "//a[@class='title']",
        "//a[normalize-space()='Source text']",
        "//a[normalize-space()='Reading view']",
        "//nav[@class='parts']/a[.='About']",
    ] {
        let before: String = page.get("location.hash");
        page.click_on(Locator::XPath(choice));
        page.wait_eq(&format!("location.hash !== {}", json!(before)), true);
        page.wait_eq("location.hash === entente.view().address", true);
        views.push(page.get(SEEN));
    }
    page.wait_eq(SEEN, views.last());
    for place in (0..views.len() - 1).rev() {
        page.travel(-1);
        page.wait_eq(SEEN, &views[place]);
    }
    for view in &views[1..] {
        page.travel(1);
        page.wait_eq(SEEN, view);
    }
    page.travel(1 - views.len() as i32);
    page.wait_eq(SEEN, &views[0]);
}

fn copied(page: &mut Page<'_>) {
    page.open("#/reports");
    let views = [
        json!({"query": "hà nội", "filters": {"year": [2025, 2023]}}),
        json!({"query": "\"letter of intent\" -airbus", "filters": {"source": "-Vietnam News Agency"}}),
        json!({"filters": {"from": "2016-11", "to": 2023}}),
        json!({"document": CEREMONY_2024, "query": "điện biên phủ & 100% #+?"}),
        json!({"document": DIALOGUE_2016, "query": "peacekeep*", "source_text": true}),
        json!({"page": "about"}),
    ];
    for view in views {
        page.script("entente.navigate(arguments[0])", &[view]);
        page.wait_eq("location.hash === entente.view().address", true);
        let (address, seen): (String, Value) = page.get(&format!("[location.hash, {SEEN}]"));
        page.open(&address);
        page.wait_eq(SEEN, seen);
        page.wait_eq("location.hash", address);
    }
}

fn one_address(page: &mut Page<'_>) {
    page.open("#/reports");
    for (address, printed) in [
        (
            "#/reports?year=2023&q=x&source=B&source=A&year=2016",
            "#/reports?q=x&source=A&source=B&year=2016&year=2023",
        ),
        ("#/reports?to=2024&from=2016&year=-2023", "#/reports?year=-2023&from=2016&to=2024"),
        ("#/reports?q=H%C3%A0%20N%E1%BB%99i", "#/reports?q=H%C3%A0%20N%E1%BB%99i"),
        ("#reports?q=a%2bb", "#/reports?q=a%2Bb"),
        ("#", "#/thread"),
    ] {
        page.script("location.hash = arguments[0]", &[json!(address)]);
        page.wait_eq("entente.view().address", printed);
        page.script("entente.navigate(entente.view())", &[]);
        page.wait_eq("location.hash", printed);
    }
    // Chosen in another order, by clicks.
    for order in [["2016", "2023"], ["2023", "2016"]] {
        page.open("#/reports");
        for year in order {
            let value = format!("//aside//a[@class='value'][span='{year}']");
            page.click_on(Locator::XPath(&value));
            page.wait_eq(&format!("texts('.chip').join().includes({})", json!(year)), true);
        }
        page.wait_eq("location.hash", "#/reports?year=2016&year=2023");
    }
}

fn unknown(page: &mut Page<'_>) {
    page.open("#/reports?bearing=giang&q=paris&from=soon");
    page.wait_eq("listed().length", 2);
    page.wait_eq(
        "remarks()",
        "This copy does not know these parts of the address and does not filter by them: \
         bearing=giang, from=soon",
    );
    page.click("#query");
    page.types(" airbus");
    page.wait_eq("entente.view().query.includes('airbus')", true);
    page.wait_eq("location.hash.endsWith('&bearing=giang&from=soon')", true);
    page.open("#/ledgers?q=paris");
    page.wait_eq("remarks().includes('There is no part “ledgers” in this copy')", true);
    page.wait_eq("listed().length", 2);
    page.wait_eq("entente.view().address", "#/ledgers?q=paris");
    page.open("#/report/nowhere");
    page.wait_eq("text('main').includes('There is no report “nowhere”')", true);
}

/// Fragments that nobody should send.
fn nasty() -> Vec<String> {
    let long = "x".repeat(100_000);
    let many = "source=a&".repeat(3000);
    let deep = "/".repeat(5000);
    let fragments = [
        "#",
        "#/",
        "#//",
        "#///",
        "#?",
        "#/?",
        "#?q",
        "#/?&&&=&=",
        "#/report",
        "#/report/",
        "#/report//",
        "#/report/<script>alert(1)</script>",
        "#/report/%3Cimg%20src=x%20onerror=alert(1)%3E",
        "#/report/../../etc/passwd",
        "#/reports?q=%ZZ",
        "#/%",
        "#/%E0%A4%A",
        "#/reports?q=%00",
        "#/\0\0",
        "#/reports?q=%FF%FE%ED%A0%80",
        "#/reports?q=🐈💦",
        "#/🐈/💦?🐈=💦",
        "#/reports?q=\u{202e}\u{2066}سلام",
        "#/report/\u{200b}\u{feff}",
        "#/reports?year=-&source=-&year=\\",
        "#/reports?from=9999999999&to=-1&from=0000-00-00",
        "#/reports?q=a&q=b&text=source&text=x",
        "#/reports?__proto__=1&constructor=2&hasOwnProperty=3",
        "#/about/about?text=source",
        "#/REPORTS?Q=x",
        "##/reports",
        "#javascript:alert(1)",
        "#/reports?q=a#b?c&d",
        "#/reports;q=1",
        "#\u{10ffff}\u{1f1fb}\u{1f1f3}",
    ];
    let long = [
        ["#/", &long].concat(),
        ["#/reports?q=", &long].concat(),
        ["#/report/", &long].concat(),
        ["#/reports?", &many].concat(),
        ["#", &deep].concat(),
    ];
    fragments.into_iter().map(str::to_owned).chain(long).collect()
}

/// The page stands, and what it shows is a view whose address is stable.
const STANDS: &str = "shown(one('.brand')) && one('#content').innerText.trim().length > 20 &&
    one('#fallback') === null && all('#content img, #content script').length === 0 &&
    typeof entente.view().address === 'string'";

fn stands(page: &Page<'_>, fragment: &str) {
    let start: String = fragment.chars().take(60).collect();
    page.wait_eq(&format!("[{}, {STANDS}]", json!(start)), (&start, true));
    // Wide words do not push the page apart.
    page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
}

fn nasty_changes(page: &mut Page<'_>) {
    page.open("#/reports");
    for fragment in nasty() {
        page.script("location.hash = arguments[0]", &[json!(fragment)]);
        stands(page, &fragment);
        let printed: String = page.get("entente.view().address");
        page.script("entente.navigate(entente.view().address)", &[]);
        page.wait_eq("entente.view().address", printed);
    }
    page.script("location.hash = '#/reports'", &[]);
    page.wait_eq("listed().length", 5);
}

fn nasty_loads(page: &mut Page<'_>) {
    for fragment in nasty() {
        page.open(&fragment);
        stands(page, &fragment);
    }
}
