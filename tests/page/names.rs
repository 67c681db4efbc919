//! Names in reports, in facets, in their list and in their dossiers.

use crate::page::Page;
use crate::search::{DIALOGUE_2023, TALKS_2024};
use crate::suite::Test;
use fantoccini::Locator;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("names are underlined by kind and lead to their dossiers", highlights),
    Test::new("a hit inside a name is marked and both are whole", hits_in_names),
    Test::new("kinds are switched off and stay off", switches),
    Test::new("every name of a dossier leads to its words in one step", to_the_words),
    Test::new("a dossier tells names, offices and company", dossiers),
    Test::new("the list of names follows search, field and order", list),
    Test::new("people, bodies and places narrow the reports down", facets),
    Test::new("what nobody names is told kindly", no_such_name),
    Test::new("scripts get the entities", interface),
    Test::new("a name shows its card, by mouse and by keyboard", cards),
    Test::new("names are shown in the chosen language", languages),
    Test::new("a dossier tells what is on record", on_record),
    Test::new("a query can ask for a person or a place by name", fields),
];

fn highlights(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}"));
    page.wait_eq("one('.text a.person').textContent", "Phan Văn Giang");
    page.wait_eq("texts('.text a.place').includes('Hà Nội')", true);
    // No link inside a link; a shorter name inside a longer one is drawn below it.
    page.wait_eq("all('.text a a').length", 0);
    page.wait_eq("one('.text a.event .place').textContent", "Điện Biên Phủ");
    page.wait_eq("one('.text a.person').getAttribute('aria-description')", "person");
    let line = "style('.text a.person', 'textDecorationStyle') + style('.text a.place', 'textDecorationStyle')";
    page.wait_eq(line, "soliddotted");
    page.click(".text a.person");
    page.wait_eq("location.hash", "#/entity/phan-van-giang");
    page.wait_eq("text('h1')", "Phan Văn Giang");
    page.wait_eq("document.title", "Phan Văn Giang – Entente");
    page.travel(-1);
    page.wait_eq("entente.view().document", TALKS_2024);
}

fn hits_in_names(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}?q=giang"));
    page.wait_eq("one('.text a.person mark').textContent", "Giang");
    page.wait_eq("one('.text a.person').textContent", "Phan Văn Giang");
    page.wait_eq(
        "all('[id]').map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at)",
        [(); 0],
    );
    page.wait_eq(
        "plain(one('.text').textContent).includes('gen. phan van giang and french minister')",
        true,
    );
}

fn switches(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}"));
    let line = "style('.text a.place', 'textDecorationLine')";
    page.wait_eq(line, "underline");
    page.click(".highlights summary");
    page.click(".switches label:nth-child(3) input");
    page.wait_eq(line, "none");
    page.reload();
    page.wait_eq(line, "none");
    page.click(".highlights summary");
    page.click(".switches label:nth-child(3) input");
    page.wait_eq(line, "underline");
}

fn to_the_words(page: &mut Page<'_>) {
    page.open("#/entity/patricia-miralles");
    page.click_on(Locator::XPath("//li[contains(@class,'snippet')]/a[contains(.,'For her part')]"));
    page.wait_eq("entente.view().document", DIALOGUE_2023);
    page.wait_eq("entente.view().name.startsWith('patricia-miralles.')", true);
    page.wait_eq("all('.asked').length >= 3 && all('.asked').every((name) => name.textContent.includes('Miralles'))", true);
    // The mention that was asked for is in sight.
    let seen = "all('.asked').some((name) => {
        const { top, bottom } = name.getBoundingClientRect();
        return top > 0 && bottom < innerHeight && name.closest('p').textContent.startsWith('For her part');
    })";
    page.wait_eq(seen, true);
}

fn dossiers(page: &mut Page<'_>) {
    page.open("#/entity/patricia-miralles");
    page.wait_eq("text('h1')", "Patricia Mirallès");
    page.wait_eq("texts('.dossier .row')[0].includes('Miralles')", true);
    let offices = "texts('.dossier section li').filter((line) => /Secretary of State|Minister Delegate/.test(line)).length";
    page.wait_eq(&format!("{offices} >= 3"), true);
    page.wait_eq("texts('.dossier .row a').includes('France')", true);
    page.click_named("Reports that name it");
    page.wait_eq("location.hash", "#/reports?person=patricia-miralles");
    page.wait_eq("listed().length", 3);
}

fn list(page: &mut Page<'_>) {
    page.open("#/entities");
    page.wait_eq("text('h1')", "Names");
    page.wait_eq(
        "texts('.kinds h2').map((name) => name.split(' ')[0])",
        ["People", "Organisations", "Places", "Agreements", "Events"],
    );
    page.wait_eq("texts('.kinds section:first-child a')[0]", "Sébastien Lecornu");
    page.click_named("most named first");
    page.wait_eq("texts('.kinds section:first-child a')[0]", "Alice Rufo");
    page.click(".names input");
    page.types("mirall");
    page.wait_eq("texts('.kinds a')", ["Patricia Mirallès"]);
    page.open("#/entities?year=2016");
    page.wait_eq("texts('.kinds section:first-child a').includes('Philippe Errera')", true);
    page.wait_eq("texts('.kinds section:first-child a').includes('Alice Rufo')", false);
}

fn facets(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("facet('People')[0].startsWith('Phan Văn Giang 4')", true);
    page.click_on(Locator::XPath(
        "//aside//li[.//span[@class='name']='Emmanuel Macron']/a[@class='value']",
    ));
    page.wait_eq("location.hash", "#/reports?person=emmanuel-macron");
    page.wait_eq("listed().length", 2);
    page.wait_eq("texts('.chip')", ["People Emmanuel Macron ×"]);
    // What was chosen is seen where it stands, and walked to in a report.
    page.wait_eq("texts('.snippet mark').every((name) => name.endsWith('Macron'))", true);
    page.wait_eq("all('.snippet mark').length >= 2", true);
    page.click("a.title");
    page.wait_eq("all('.text mark').length >= 2", true);
    page.travel(-1);
    page.wait_eq("listed().length", 2);
    page.open("#/reports?place=-hanoi");
    page.wait_eq("listed().length", 3);
}

fn no_such_name(page: &mut Page<'_>) {
    page.open("#/entity/nobody-at-all");
    page.wait_eq("remarks().includes('nobody-at-all')", true);
    page.open(&format!("#/report/{TALKS_2024}?name=nobody.99999999999999999999"));
    page.wait_eq("all('.asked').length", 0);
    page.wait_eq("text('h1').length > 10", true);
}

fn interface(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("entente.entities({ kind: 'person' }).some(({ name, documents }) => name === 'Sébastien Lecornu' && documents.length === 4)", true);
    page.wait_eq("entente.entities().find(({ id }) => id === 'paris').country", "FR");
    page.wait_eq("thrown(() => entente.entities({ kind: 'unicorn' }))?.startsWith('TypeError: entente.entities')", true);
    page.wait_eq("entente.search('', { filters: { person: 'alice-rufo' } }).total", 1);
    page.wait_eq("entente.search('').facets.person[0].name", "Phan Văn Giang");
    page.script("entente.navigate({ page: 'entity', entity: 'alice-rufo' })", &[]);
    page.wait_eq("entente.view().entity", "alice-rufo");
}

fn cards(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}"));
    page.wait_eq("all('.card').length", 0);
    let name = ".text a[data-entity=sebastien-lecornu]";
    let point = |target: &str| {
        let script = "one(arguments[0]).dispatchEvent(new PointerEvent('pointerover', \
                      { bubbles: true, pointerType: 'mouse' }))";
        page.script(script, &[target.into()]);
    };
    point(name);
    page.wait_eq("texts('.card span').includes('French Minister of the Armed Forces')", true);
    page.wait_eq("text('.card b')", "Sébastien Lecornu");
    let inside = "(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && \
                  top >= 0 && bottom <= innerHeight)(one('.card').getBoundingClientRect())";
    page.wait_eq(inside, true);
    // One may point at the card itself; elsewhere it goes.
    point(".card");
    page.wait_eq("all('.card').length", 1);
    point(".text p");
    page.wait_eq("all('.card').length", 0);
    // A window that nobody has touched has no focus to give.
    page.click("h1");
    page.script("one(arguments[0]).focus()", &[name.into()]);
    page.wait_eq("one('[aria-describedby=card]').textContent", "Sébastien Lecornu");
    page.key(Key::Escape);
    page.wait_eq("all('.card').length", 0);
    page.wait_eq("all('[aria-describedby=card]').length", 0);
    page.wait_eq("entente.view().document", TALKS_2024);
}

fn languages(page: &mut Page<'_>) {
    page.open("#/entity/hanoi");
    page.wait_eq("text('h1')", "Hà Nội");
    page.wait_eq("entente.view().language", ());
    page.chooses_language("vi");
    page.wait_eq("location.hash", "#/entity/hanoi?lang=vi");
    page.wait_eq("text('h1')", "Hà Nội");
    page.wait_eq("texts('.dossier .row a').includes('Bộ Quốc phòng Việt Nam')", true);
    // The address says it to others, and the choice is kept.
    page.open("#/entities");
    page.wait_eq("texts('.kinds a').includes('Liên hợp quốc')", true);
    page.click(".names input");
    page.types("united nat");
    page.wait_eq("texts('.kinds a')[0]", "Liên hợp quốc");
    page.open("#/reports?lang=fr");
    page.wait_eq("facet('Lieux').some((line) => line.startsWith('Viêt Nam'))", true);
    page.wait_eq("entente.view().language", "fr");
    page.script("entente.navigate({ page: 'entity', entity: 'hanoi', language: 'en' })", &[]);
    page.wait_eq("text('h1')", "Hà Nội");
}

fn on_record(page: &mut Page<'_>) {
    page.open("#/entity/sebastien-lecornu");
    let line = "texts('.dossier li').includes('Minister of the Armed Forces, French Ministry of \
                the Armed Forces May 2022 – 2025')";
    page.wait_eq(line, true);
    page.wait_eq("texts('.dossier .meta span').includes('France')", true);
    page.open("#/entity/paris");
    page.wait_eq("one('.dossier a[href*=wikidata]').getAttribute('rel')", "noreferrer");
    page.click_on(Locator::XPath("//li[starts-with(., 'part of')]/a"));
    page.wait_eq("entente.view().entity", "france");
    // Addresses with an id of old still work.
    page.open("#/entity/asean");
    page.wait_eq("text('h1')", "Association of Southeast Asian Nations");
}

fn fields(page: &mut Page<'_>) {
    page.open("#/reports");
    page.goes_to_search();
    page.types("person:giang");
    page.wait_eq("listed().length", 4);
    page.wait_eq("texts('.snippet mark').every((name) => name.endsWith('Giang'))", true);
    page.types(" -place:paris");
    page.wait_eq("listed().length", 3);
    page.wait_eq("entente.search('org:\"united nations\"').total", 4);
    page.wait_eq("entente.search('place:hanoï').total", 2);
    page.wait_eq("entente.search('agreement:unclos ').total", 2);
    page.wait_eq("entente.search('person:nobody ').notes[0].typed", "person:nobody");
}
