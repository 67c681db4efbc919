//! Names in reports, in facets, in their list and in their dossiers.

use crate::looks::open_wide;
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
    Test::new("a name shows its panel, by mouse and by keyboard", panel),
    Test::new("a click on a name pins it, with its titles and meetings", pinned),
    Test::new("a name has a small map and a small axis of its meetings", small_pictures),
    Test::new("in a narrow window the panel is a sheet that Esc and a button close", sheet),
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
    // A click pins it; its page is a step further.
    page.wait_eq("one('.text a.person').getAttribute('href')", "#/entity/phan-van-giang");
    page.click(".text a.person");
    page.click(".ways-on a:last-of-type");
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
    // The legend has the kinds that stand in the report, each with how many there are.
    page.wait_eq(
        "texts('.switches .name')",
        ["People", "Organisations", "Places", "Agreements", "Events", "Dates"],
    );
    page.wait_eq("text('.switches label:has(.event) .count')", "1");
    let switch = ".switches label:has(.place) input";
    page.click(switch);
    page.wait_eq(line, "none");
    page.reload();
    page.wait_eq(line, "none");
    page.wait_eq(&format!("one('{switch}').checked"), false);
    page.click(switch);
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

/// Points at an element with the mouse.
fn point(page: &Page<'_>, target: &str) {
    let script = "one(arguments[0]).dispatchEvent(new PointerEvent('pointerover', \
                  { bubbles: true, pointerType: 'mouse' }))";
    page.script(script, &[target.into()]);
}

const PANEL: &str = "all('.name-panel').filter(shown).length";
const LECORNU: &str = ".text a[data-entity=sebastien-lecornu]";

fn panel(page: &mut Page<'_>) {
    open_wide(page, 1300, &format!("#/report/{TALKS_2024}"));
    page.wait_eq(PANEL, 0);
    point(page, LECORNU);
    page.wait_eq("text('.name-panel h2')", "Sébastien Lecornu");
    page.wait_eq("texts('.pairs a').includes('French Minister of the Armed Forces')", true);
    page.wait_eq("/named [0-9]+ times in 4 reports/.test(text('.name-panel'))", true);
    let inside = "(({ left, right, top }) => left >= one('.text').getBoundingClientRect().left && \
                  right <= innerWidth && top >= 0)(one('.name-panel').getBoundingClientRect())";
    page.wait_eq(inside, true);
    // The way to the panel leads over text; another name takes its place.
    point(page, ".text p");
    page.stays("text('.name-panel h2')", "Sébastien Lecornu");
    point(page, ".text a.place");
    page.wait_eq("text('.name-panel h2') !== 'Sébastien Lecornu'", true);
    // A window that nobody has touched has no focus to give.
    page.click("h1");
    page.script("one(arguments[0]).focus()", &[LECORNU.into()]);
    page.wait_eq("text('.name-panel h2')", "Sébastien Lecornu");
    page.key(Key::Escape);
    page.wait_eq(PANEL, 0);
    page.wait_eq("entente.view().document", TALKS_2024);
}

fn pinned(page: &mut Page<'_>) {
    open_wide(page, 1300, &format!("#/report/{TALKS_2024}"));
    page.click(LECORNU);
    page.wait_eq("text('.name-panel.pinned h2')", "Sébastien Lecornu");
    page.wait_eq("document.activeElement.id", "name-panel");
    page.wait_eq("location.hash", format!("#/report/{TALKS_2024}"));
    // Another name that is pointed at does not take its place.
    point(page, ".text a.place");
    page.stays("text('.name-panel h2')", "Sébastien Lecornu");
    page.wait_eq(
        "all('.text .shown').every((name) => name.dataset.entity === 'sebastien-lecornu')",
        true,
    );
    page.wait_eq("all('.text .shown').length > 1", true);
    let title = "texts('.pairs li').find((title) => \
                 title.includes('French Minister of the Armed Forces')).endsWith(', this report')";
    page.wait_eq(title, true);
    // Its meetings by date, with whom; those of this report are lit.
    let count = "entente.meetings({ person: 'sebastien-lecornu' }).length";
    page.wait_eq(&format!("Number(text('.name-panel h3 .count')) === {count}"), true);
    page.wait_eq("all('.encounters .here').length >= 2", true);
    let talks =
        "all('.encounters .here').find((row) => row.textContent.includes('Talks')).textContent";
    page.wait_eq(&format!("['5 May 2024', 'Phan Văn Giang', 'Letter of Intent'].filter((said) => !{talks}.includes(said))"), [(); 0]);
    // Every sentence that names it, on demand.
    page.wait_eq("all('.name-panel .snippet').length", 0);
    page.click(".ways-on button");
    page.wait_eq("all('.name-panel .snippet').length > 3", true);
    // Esc gives the focus back to the name.
    page.key(Key::Escape);
    page.wait_eq(PANEL, 0);
    page.wait_eq("document.activeElement.dataset.entity", "sebastien-lecornu");
    page.key(Key::Enter);
    page.wait_eq("text('.name-panel.pinned h2')", "Sébastien Lecornu");
    page.click(".ways-on .step");
    page.wait_eq("location.hash", "#/reports?person=sebastien-lecornu");
}

fn small_pictures(page: &mut Page<'_>) {
    page.open("#/entity/phan-van-giang");
    page.wait_eq("all('.world.small .stack').length", 1);
    page.wait_eq("one('.world.small').getAttribute('aria-label').includes('Hà Nội')", true);
    let meetings = "entente.meetings({ person: 'phan-van-giang' }).length";
    page.wait_eq(&format!("all('.axis.small .mark').length === {meetings}"), true);
    page.open("#/report/2024-05-05-ministers-talks-ha-noi");
    page.resize(1440);
    page.click(".text a[data-entity='phan-van-giang']");
    page.wait_eq("all('.name-panel .world.small').length", 1);
    page.wait_eq("all('.name-panel .axis.small').length", 1);
    // Who met nobody has no picture.
    page.open("#/entity/asean");
    page.wait_eq("all('h1').length", 1);
    page.wait_eq("all('.world.small').length", 0);
}

fn sheet(page: &mut Page<'_>) {
    open_wide(page, 390, &format!("#/report/{TALKS_2024}"));
    // What only points covers nothing.
    point(page, LECORNU);
    page.stays(PANEL, 0);
    page.click(LECORNU);
    page.wait_eq(PANEL, 1);
    let below = "(({ bottom, top, left, right }) => [bottom === innerHeight, top > innerHeight / 3, left, right === document.documentElement.clientWidth])\
                 (one('.name-panel').getBoundingClientRect())";
    page.wait_eq(below, (true, true, 0, true));
    page.key(Key::Escape);
    page.wait_eq(PANEL, 0);
    page.wait_eq("entente.view().document", TALKS_2024);
    page.click(LECORNU);
    page.wait_eq(PANEL, 1);
    page.click(".panel-head button");
    page.wait_eq(PANEL, 0);
    page.wait_eq("document.activeElement.dataset.entity", "sebastien-lecornu");
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
