//! The table of meetings, the page of each, and where else they stand.

use crate::page::Page;
use crate::search::TALKS_2024;
use crate::suite::Test;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::new("the table of meetings follows search, facets and order", table),
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

fn table(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.resize(1300);
    let all = "entente.meetings().length";
    page.wait_eq(&format!("{ROWS}.length === {all}"), true);
    page.wait_eq(&format!("one('table.meetings').ariaRowCount === `${{{all} + 1}}`"), true);
    page.wait_eq(&format!("{ROWS}.at(-1).ariaRowIndex === `${{{all} + 1}}`"), true);
    page.wait_eq("document.title", "Entente");
    // Dated and undated ones are all that were found.
    let sum = "(([found, dated, undated]) => found === dated + undated)\
               ((([found, , ...rest]) => [found, ...rest])(text('.found').match(/\\d+/g).map(Number)))";
    page.wait_eq(sum, true);
    let first = "text('.meetings tbody .title')";
    page.wait_eq("one('#sort-0').closest('th').ariaSort", "ascending");
    let earliest: String = page.get(first);
    page.click("#sort-0");
    page.wait_eq("one('#sort-0').closest('th').ariaSort", "descending");
    page.wait_eq("document.activeElement.id", "sort-0");
    page.wait_eq(&format!("{first} !== {earliest:?}"), true);
    page.click("#sort-1");
    page.wait_eq("one('#sort-0').closest('th').ariaSort", "none");
    page.wait_eq("((titles) => titles.join() === [...titles].sort().join())(texts('.meetings .title').map(plain))", true);
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
    page.wait_eq("location.hash", "#/meetings");
}

fn counts(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.wait_eq("facet('Status').some((line) => line.startsWith('planned '))", true);
    let count = "Number(one('[id=\"status=planned\"] .count').textContent)";
    let planned: usize = page.get(count);
    page.click("[id='status=planned']");
    page.wait_eq("location.hash", "#/meetings?status=planned");
    page.wait_eq(&format!("{ROWS}.length"), planned);
    page.wait_eq("text('.chip b')", "planned");
    // Two people are asked for together.
    page.open("#/meetings?person=phan-van-giang");
    let both: usize =
        page.get("Number(one('[id=\"person=sebastien-lecornu\"] .count').textContent)");
    page.click("[id='person=sebastien-lecornu']");
    page.wait_eq(&format!("{ROWS}.length"), both);
    let asked = "entente.meetings({ person: ['phan-van-giang', 'sebastien-lecornu'] }).length";
    let in_hanoi = "entente.meetings({ person: ['phan-van-giang', 'sebastien-lecornu'], status: 'held' })
        .map(({ date, place, attestations }) => [date, plain(place), attestations.every((told) => told.evidence.length > 0)])";
    page.wait_eq(in_hanoi, json!([["2024-05-05", "ha noi", true], ["2025-05-26", "ha noi", true]]));
    page.wait_eq(asked, both);
}

fn one_meeting(page: &mut Page<'_>) {
    page.open("#/meetings");
    page.click(&format!(".meetings a.title[href*='{CEREMONY}']"));
    page.wait_eq("location.hash", format!("#/meeting/{CEREMONY}"));
    page.wait_eq("document.title === `${text('h1')} – Entente`", true);
    page.wait_eq("all('.tellings section').length", 2);
    page.wait_eq("text('.facts .worked').includes('next Tuesday')", true);
    page.wait_eq("texts('.facts a.person').includes('Sébastien Lecornu')", true);
    page.click(&format!(".tellings .title[href*='{TALKS_2024}']"));
    page.wait_eq("location.hash", format!("#/report/{TALKS_2024}?meeting={CEREMONY}"));
    page.wait_eq("text('.proof.asked').includes('next Tuesday')", true);
    let seen = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)\
                (one('.proof.asked').getBoundingClientRect())";
    page.wait_eq(seen, true);
    // Neighbours by buttons and by keys.
    page.open(&format!("#/meeting/{CEREMONY}"));
    page.click("h1");
    page.types("k");
    page.wait_eq(&format!("location.hash !== '#/meeting/{CEREMONY}'"), true);
    page.click(".toolbar .step:last-child");
    page.wait_eq("location.hash", format!("#/meeting/{CEREMONY}"));
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/meetings");
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
    page.script("all('.reports .tool button')[0].dispatchEvent(new MouseEvent('click'))", &[]);
    page.wait_eq("window.saved.length", 1);
    page.wait_eq(
        "window.saved[0].startsWith('\\ufeffDate,Meeting,') && window.saved[0].endsWith('\\r\\n')",
        true,
    );
    page.wait_eq(&format!("window.saved[0].includes('{CEREMONY}')"), true);
    page.wait_eq("window.named.endsWith(' - Meetings - planned.csv')", true);
    page.script("all('.reports .tool button')[1].dispatchEvent(new MouseEvent('click'))", &[]);
    page.wait_eq("window.saved.length", 2);
    let same = "JSON.stringify(JSON.parse(window.saved[1])) === \
                JSON.stringify(entente.meetings({ status: 'planned' }))";
    page.wait_eq(same, true);
}
