//! The table of meetings, the page of each, and where else they stand.

use crate::page::Page;
use crate::reader::COPIES;
use crate::search::TALKS_2024;
use crate::suite::Test;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::new("the table of meetings follows search, facets and order", table),
    Test::new("the table has a column a side and cuts nothing", columns),
    Test::new("meetings are sorted and grouped at every width", arranged),
    Test::new("far rows come when they are near, and the page comes to rest", blocks),
    Test::new("what a cell rests on opens in its row", explained),
    Test::new("the facets of the table count meetings", counts),
    Test::new("a meeting shows what each report tells, and leads to the words", one_meeting),
    Test::new("no meeting is told kindly", no_such_meeting),
    Test::new("what shows a meeting lights up together", lights),
    Test::new("meetings stand beside the reports and in dossiers", elsewhere),
    Test::new("the table is saved as CSV and JSON", downloads),
];

const CEREMONY: &str = "2024-05-07-dien-bien-phu-70";
const TALKS: &str = "2024-05-05-talks-phan-van-giang-sebastien-lecornu";
const ROWS: &str = "all('.meetings tbody tr[data-meeting]')";

/// Goes down until all rows of the table are there: those far below come when they are near.
fn all_rows(page: &mut Page<'_>, count: usize) {
    page.eventually("all rows are drawn", |page| {
        page.script("scrollTo(0, document.body.scrollHeight)", &[]);
        page.get::<usize>(&format!("{ROWS}.length")) == count
    });
}

fn table(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.resize(1440);
    let all = "entente.meetings().length";
    let count: usize = page.get(all);
    all_rows(page, count);
    let groups = "all('.group-head tr').length";
    page.wait_eq(
        &format!("one('table.meetings').ariaRowCount === `${{1 + {all} + {groups}}}`"),
        true,
    );
    page.wait_eq(
        &format!("{ROWS}.at(-1).ariaRowIndex === one('table.meetings').ariaRowCount"),
        true,
    );
    page.wait_eq("document.title", "Entente");
    // The years with their numbers of meetings, the newest first; what is told adds up.
    let years = "texts('.group-head h2')";
    page.wait_eq(years, ["2025", "2024", "2023", "2022", "2016"]);
    let sum = "texts('.group-head .count').reduce((sum, count) => sum + parseInt(count), 0)";
    page.wait_eq(&format!("{sum} === {all}"), true);
    page.wait_eq("text('.how-many')", "22 meetings");
    let statuses = "text('.found .meta').match(/\\d+ (?=held|planned|mentioned)/g)
        .reduce((sum, count) => sum + Number(count), 0)";
    page.wait_eq(&format!("{statuses} === {all}"), true);
    // Sorted by its heads, and the other way round.
    page.wait_eq("one('#sort-date').closest('th').ariaSort", "descending");
    page.click("#sort-date");
    page.wait_eq("location.hash", "#/meetings?order=oldest");
    page.wait_eq(years, ["2016", "2022", "2023", "2024", "2025"]);
    page.wait_eq("document.activeElement.id", "sort-date");
    page.click("#sort-title");
    page.wait_eq("location.hash", "#/meetings?order=oldest&sort=title");
    page.wait_eq("one('#sort-date').closest('th').ariaSort", "none");
    page.wait_eq(years, [(); 0]);
    page.click("#sort-title");
    page.wait_eq("location.hash", "#/meetings?order=oldest&sort=-title");
    page.goes_to_search();
    page.types("dien bien phu");
    page.wait_eq("location.hash.startsWith('#/meetings?q=')", true);
    page.wait_eq(&format!("{ROWS}.length < {all}"), true);
    page.types("zzz");
    page.wait_eq(
        "[shown(one('table.meetings')), text('.remarks b')]",
        (false, "No meeting fits this view."),
    );
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/meetings?order=oldest&sort=-title");
}

fn columns(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.resize(1440);
    // A column a side, and everybody who took part in the right one.
    page.wait_eq("texts('thead .side')", ["Việt Nam", "France"]);
    let row = format!("one(\".meetings tr:has([href*='{TALKS}'])\")");
    page.wait_eq(
        &format!("[...{row}.querySelectorAll('.side')].map((cell) => cell.textContent.trim())"),
        ["Phan Văn Giang", "Sébastien Lecornu"],
    );
    // What it was part of, what came of it with its seal, and where it was.
    page.wait_eq(
        &format!("{row}.querySelector('.part-of').textContent"),
        "During the visit of Sébastien Lecornu",
    );
    page.wait_eq(&format!("{row}.querySelectorAll('.came-of-it svg').length > 0"), true);
    page.wait_eq(&format!("{row}.querySelector('.where').textContent.includes('Hà Nội')"), true);
    // A status that is not plain is always told, at every width.
    for width in [1440, 760, 390] {
        page.resize(width);
        page.wait_eq(
            "all('.meetings tr.planned .status, .meetings tr.mentioned .status').every(shown)",
            true,
        );
        page.wait_eq("all('.meetings .came-of-it .outcome').every(shown)", true);
    }
    // Nothing is cut off.
    for width in [1920, 1440, 1100, 760, 390, 320] {
        page.resize(width);
        page.wait_eq(
            "all('.meetings :is(td, th)').filter((cell) => cell.offsetParent && !cell.matches('thead :not(.side)')
                && cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.className)",
            [(); 0],
        );
        page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    }
}

fn arranged(page: &mut Page<'_>) {
    page.open("#/meetings");
    for (width, theme) in [(1440, "series"), (390, "host")] {
        page.resize(width);
        page.chooses(".menus label:nth-of-type(2) select", theme);
        page.wait_eq("location.hash", format!("#/meetings?by={theme}"));
        page.wait_eq("all('.group-head').length > 2", true);
    }
    page.wait_eq("texts('.group-head h2')", ["Việt Nam", "France", "not stated"]);
    page.chooses(".menus label:nth-of-type(1) select", "reports");
    page.wait_eq("location.hash", "#/meetings?sort=-reports&by=host");
    let reports =
        format!("{ROWS}.map((row) => parseInt(row.querySelector('.told-by').textContent))");
    page.wait_eq(&format!("{reports}[0] > 1"), true);
    page.chooses(".menus label:nth-of-type(2) select", "nothing");
    page.wait_eq("location.hash", "#/meetings?sort=-reports");
    page.wait_eq(
        &format!("{reports}.every((count, at, all) => at === 0 || count <= all[at - 1])"),
        true,
    );
    // Back and forth, and a copied address, show the same.
    page.travel(-1);
    page.wait_eq("location.hash", "#/meetings?sort=-reports&by=host");
    page.wait_eq("all('.group-head').length", 3);
}

fn blocks(page: &mut Page<'_>) {
    // In a low window rows far below are not there yet, and then they stay.
    page.open("#/meetings");
    page.resize(390);
    let all: usize = page.get("entente.meetings().length");
    page.wait_eq(&format!("{ROWS}.length > 0 && {ROWS}.length < {all}"), true);
    all_rows(page, all);
    page.script("scrollTo(0, 0)", &[]);
    page.stays(&format!("{ROWS}.length"), all);
    // The page has come to rest: a click on the last row opens it.
    page.script("scrollTo(0, document.body.scrollHeight)", &[]);
    page.stays("Math.round(scrollY)", page.get::<i64>("Math.round(scrollY)"));
    let last: String =
        page.get(&format!("{ROWS}.at(-1).querySelector('.title').getAttribute('href')"));
    page.click(&format!(".meetings .title[href='{last}']"));
    page.wait_eq("location.hash", last);
}

fn explained(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.resize(1440);
    let number: usize =
        page.get(&format!("Number(one(\".title[href*='{TALKS}']\").id.split('-')[1])"));
    let explanation = "text('.explanation')";
    page.click(&format!("#date-{number}"));
    page.wait_eq(&format!("{explanation}.includes('“Sunday”')"), true);
    page.wait_eq(&format!("{explanation}.includes('held talks on Sunday')"), true);
    page.wait_eq(&format!("one('#date-{number}').getAttribute('aria-expanded')"), "true");
    // It is in the row itself and covers nothing.
    page.wait_eq(
        &format!("one('.explanation').closest('tr') === one('#date-{number}').closest('tr')"),
        true,
    );
    // What proves the meeting instead, with the link to the sentence.
    page.click(&format!("#evidence-{number}"));
    page.wait_eq(&format!("{explanation}.includes('held talks on Sunday')"), true);
    page.wait_eq("all('.explanation').length", 1);
    page.wait_eq("one('.explanation .acts a').hash.includes('quote=')", true);
    page.click(&format!("#evidence-{number}"));
    page.wait_eq("all('.explanation').length", 0);
}

fn counts(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.wait_eq("facet('Status').some((line) => line.startsWith('planned '))", true);
    let count = "Number(one('[id=\"status=planned\"] .count').textContent)";
    let planned: usize = page.get(count);
    page.click("[id='status=planned']");
    page.wait_eq("location.hash", "#/meetings?status=planned");
    all_rows(page, planned);
    page.wait_eq("text('.chip b')", "planned");
    // Two people are asked for together.
    page.open("#/meetings?person=phan-van-giang");
    let both: usize =
        page.get("Number(one('[id=\"person=sebastien-lecornu\"] .count').textContent)");
    page.click("[id='person=sebastien-lecornu']");
    all_rows(page, both);
    let asked = "entente.meetings({ person: ['phan-van-giang', 'sebastien-lecornu'] }).length";
    let in_hanoi = "entente.meetings({ person: ['phan-van-giang', 'sebastien-lecornu'], status: 'held' })
        .map(({ date, place, attestations }) => [date, plain(place), attestations.every((told) => told.evidence.length > 0)])";
    page.wait_eq(in_hanoi, json!([["2024-05-05", "ha noi", true], ["2025-05-26", "ha noi", true]]));
    page.wait_eq(asked, both);
}

fn one_meeting(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.resize(1440);
    page.click(&format!(".meetings a.title[href*='{TALKS}']"));
    page.wait_eq("location.hash", format!("#/meeting/{TALKS}"));
    page.wait_eq("document.title === `${text('h1')} – Entente`", true);
    // Host and guest face each other, each with the office told then.
    page.wait_eq(
        "texts('.side-of-meeting h2 span:not(.dot)')",
        ["Việt Nam", "host", "France", "delegation"],
    );
    page.wait_eq("texts('.participant-of-meeting h3')", ["Phan Văn Giang", "Sébastien Lecornu"]);
    page.wait_eq("texts('.office').length", 2);
    page.wait_eq("text('.on')", "5 May 2024");
    page.wait_eq("text('.facing-middle').includes('“Sunday”')", true);
    page.wait_eq("shown(one('.facing-middle .world.small'))", true);
    page.wait_eq("text('.facing-middle .came-of-it').includes('Letter of Intent')", true);
    page.wait_eq(
        "text('.part-of').startsWith('During the visit of Sébastien Lecornu, 5–7 May 2024, ')",
        true,
    );
    // When the same sides met again.
    page.wait_eq("text('.same-people').includes('26 May 2025')", true);
    page.click(".same-people a:last-of-type");
    page.wait_eq("location.hash !== '' && text('.on') !== '5 May 2024'", true);
    // What was announced stands apart from what proves it, and says what it tells otherwise.
    page.open(&format!("#/meeting/{CEREMONY}"));
    page.wait_eq("all('.telling').length", 2);
    page.open("#/meeting/2024-05-05-visit-sebastien-lecornu");
    page.click(&format!(".telling .title[href*='{TALKS_2024}']"));
    page.wait_eq(&format!("location.hash.startsWith('#/report/{TALKS_2024}?meeting=')"), true);
    let seen = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)\
                (one('.proof.asked').getBoundingClientRect())";
    page.wait_eq(seen, true);
    // Each sentence can be sent: its link leads to it.
    page.open(&format!("#/meeting/{TALKS}"));
    page.script(COPIES, &[]);
    page.click(".telling .acts button:has(use[href='#i-link'])");
    page.wait_eq("copied.length === 1 && copied[0].includes('quote=')", true);
    page.click(".toolbar button:has(use[href='#i-cite'])");
    page.wait_eq("copied.length === 2 && copied[1].includes('5 May 2024, Hà Nội')", true);
    // Neighbours by buttons and by keys, in the order of the table.
    page.open(&format!("#/meeting/{CEREMONY}"));
    page.click("h1");
    page.types("k");
    page.wait_eq(&format!("location.hash !== '#/meeting/{CEREMONY}'"), true);
    page.click(".toolbar .step:last-child");
    page.wait_eq("location.hash", format!("#/meeting/{CEREMONY}"));
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/meetings");
    for width in [760, 390, 320] {
        page.resize(width);
        page.open(&format!("#/meeting/{TALKS}"));
        page.wait_eq("document.documentElement.scrollWidth <= innerWidth", true);
    }
}

fn no_such_meeting(page: &mut Page<'_>) {
    page.open("#/meeting/never?q=paris");
    page.wait_eq(
        "remarks().includes('No report of this corpus tells of a meeting “never”.')",
        true,
    );
    page.click(".remarks a");
    page.wait_eq("location.hash", "#/meetings");
}

fn lights(page: &mut Page<'_>) {
    page.open(&format!("#/report/{TALKS_2024}"));
    page.wait_eq("all('.margin-note').length > 2", true);
    page.wait_eq("all('[data-lit]').length", 0);
    // A window that nobody has touched has no focus to give.
    page.click("h1");
    page.script("one(arguments[0]).focus()", &[format!(".notes a[href*='{TALKS}']").into()]);
    page.wait_eq("text('.proof[data-lit]').includes('held talks on Sunday')", true);
    page.script("document.activeElement.blur()", &[]);
    page.wait_eq("all('[data-lit]').length", 0);
    // So does pointing at the note, and a hit looks otherwise.
    let point =
        "one('.margin-note').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    page.script(point, &[]);
    page.wait_eq("all('.proof[data-lit]').length > 0", true);
    page.wait_eq(
        "style('.margin-note', 'backgroundColor') === style('.proof[data-lit]', 'backgroundColor')",
        true,
    );
    // Where several reports tell of it, the note leads to all of them.
    page.wait_eq(
        "all('.margin-note').some((note) => note.textContent.includes('Evidence (2 reports)'))",
        true,
    );
    page.click(&format!(".notes a[href*='{TALKS}']"));
    page.wait_eq("location.hash", format!("#/meeting/{TALKS}"));
}

fn elsewhere(page: &mut Page<'_>) {
    page.open("#/reports");
    page.resize(1300);
    page.wait_eq("shown(one('.brief'))", true);
    page.wait_eq("all('.brief li').length === entente.meetings().length", true);
    page.resize(1000);
    page.wait_eq("shown(one('.brief'))", false);
    page.open("#/entity/phan-van-giang");
    let own = "entente.meetings({ person: 'phan-van-giang' }).length";
    page.wait_eq(&format!("all('.brief li').length === {own}"), true);
    page.click(&format!(".brief a[href*='{TALKS}']"));
    page.wait_eq("location.hash", format!("#/meeting/{TALKS}"));
}

fn downloads(page: &mut Page<'_>) {
    page.open("#/meetings?status=planned");
    // What would be saved is kept.
    page.script(
        "window.saved = [];
         URL.createObjectURL = (blob) => {
           blob.arrayBuffer().then((bytes) => window.saved.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
           return '#/meetings?status=planned';
         };
         HTMLAnchorElement.prototype.click = function () { window.named = this.download; };",
        &[],
    );
    page.script("all('.menus .tool button')[0].dispatchEvent(new MouseEvent('click'))", &[]);
    page.wait_eq("window.saved.length", 1);
    page.wait_eq(
        "window.saved[0].startsWith('\\ufeff\"id\",\"title\",') && window.saved[0].endsWith('\\r\\n')",
        true,
    );
    page.wait_eq(&format!("window.saved[0].includes('{CEREMONY}')"), true);
    page.wait_eq("window.named.endsWith(' - Meetings - planned.csv')", true);
    page.script("all('.menus .tool button')[1].dispatchEvent(new MouseEvent('click'))", &[]);
    page.wait_eq("window.saved.length", 2);
    let same = "(([one, other]) => one.join() === other.join())([JSON.parse(window.saved[1]),
        entente.meetings({ status: 'planned' })].map((all) => all.map(JSON.stringify).sort()))";
    page.wait_eq(same, true);
}
