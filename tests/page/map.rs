//! The map of where they met.

use crate::page::Page;
use crate::suite::Test;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::new("every meeting of a view is on the map or in its tray", adds_up),
    Test::new("the map moves and zooms by keyboard, and the address says so", by_keyboard),
    Test::new("a stack opens as a list and the focus comes back", stacks),
    Test::new("the map is dragged, and zoomed by wheel and buttons", by_pointer),
    Test::new("two fingers zoom the map", pinching),
    Test::new("what shows a meeting lights its stack up", lighting),
    Test::new("an arc a visit leads from the travellers' capital, with name and year", visits),
    Test::new("what lies beyond an edge is named there, and a press leads to it", beyond_the_edges),
    Test::new("one finger is the page's, which it scrolls", one_finger),
    Test::new("Esc and a click elsewhere put the list of a mark away", put_away),
    Test::new("both archipelagos are one sign each, and named in three languages", fairness),
    Test::new("the map is saved as a picture and as GeoJSON", pictures),
    Test::new("the meetings play one after another, and silences are told", play),
    Test::new("where and when they met stands beside the reports", beside),
    Test::new("what has the focus may leave the page with its map", left_with_focus),
    Test::new("what is pointed at may be a view older than the map", of_an_older_view),
];

/// How many meetings stand on the map.
const PLACED: &str = "all('.chart .stack').reduce((sum, stack) => \
                      sum + Number(stack.querySelector('.number').textContent), 0)";
const UNPLACED: &str = "all('.map .tray li').length";
const DRAWN: &str = "(one('.chart .land')?.getAttribute('d') ?? '').length > 100";

fn open(page: &mut Page<'_>, fragment: &str) {
    page.open(fragment);
    page.wait_eq(DRAWN, true);
}

fn adds_up(page: &mut Page<'_>) {
    for view in [
        "",
        "?status=held",
        "?status=planned",
        "?kind=-visit",
        "?person=-phan-van-giang",
        "?from=2024&to=2024-06",
        "?q=peacekeeping",
        "?q=nobody-says-this",
    ] {
        open(page, &["#/map", view].concat());
        let found = "Number(text('.found').match(/^\\d+/)[0])";
        page.wait_eq(&format!("{PLACED} + {UNPLACED} === {found}"), true);
        page.wait_eq(&format!("Number(text('.map-head').match(/\\d+/)[0]) === {PLACED}"), true);
    }
    // What the map shows, the table shows, in the same view.
    open(page, "#/map?status=held");
    let placed: usize = page.get(&format!("{PLACED} + {UNPLACED}"));
    page.script("one('.map-tools a').click()", &[]);
    page.wait_eq("location.hash", "#/meetings?status=held");
    page.wait_eq(
        "Number(one('table.meetings').ariaRowCount) - 1 - all('.group-head').length",
        placed,
    );
}

fn by_keyboard(page: &mut Page<'_>) {
    open(page, "#/map");
    page.script("one('.chart').focus()", &[]);
    let at = "location.hash.split('at=')[1]?.split(',').map(Number) ?? null";
    page.wait_eq(at, ());
    page.key(Key::Right);
    page.wait_eq(&format!("({at})?.length"), 3);
    let before: Vec<f64> = page.get(at);
    page.key(Key::Right);
    page.wait_eq(&format!("({at})[0] > {}", before[0]), true);
    page.session.press(&[], &['+']);
    page.wait_eq(&format!("({at})[2] > {}", before[2]), true);
    // The same address shows the same part of the world.
    let land = "one('.chart .land').getAttribute('d').slice(0, 2000)";
    let (drawn, hash): (String, String) = (page.get(land), page.get("location.hash"));
    page.reload();
    page.wait_eq(DRAWN, true);
    page.wait_eq("location.hash", hash);
    page.wait_eq(&format!("{land} === {}", json!(drawn)), true);
    page.script("one('.chart').focus()", &[]);
    page.key(Key::Home);
    page.wait_eq("location.hash", "#/map");
    page.wait_eq("document.activeElement.id", "chart");
}

fn stacks(page: &mut Page<'_>) {
    open(page, "#/map");
    page.wait_eq("all('.chart .stack[tabindex=\"0\"]').length", 1);
    page.script("one('.chart .stack[tabindex=\"0\"]').focus()", &[]);
    let place = "Number(document.activeElement.dataset.place)";
    page.wait_eq(place, 1);
    page.key(Key::Right);
    page.wait_eq(place, 2);
    let id: String = page.get("document.activeElement.id");
    let many: usize =
        page.get("Number(document.activeElement.querySelector('.number').textContent)");
    page.wait_eq(
        &format!(
            "document.activeElement.querySelector('title').textContent.includes(': {many} meeting')"
        ),
        true,
    );
    page.key(Key::Enter);
    page.wait_eq("all('.behind li').length", many);
    page.wait_eq("document.activeElement.className", "behind");
    page.wait_eq("all('.behind li a').every((link) => link.hash.startsWith('#/meeting/'))", true);
    page.click(".behind .close");
    page.wait_eq("shown(one('.behind'))", false);
    page.wait_eq("document.activeElement.id", &id);
    page.script(
        "document.activeElement.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.behind li').length", many);
    // Điện Biên Phủ has a bridge within it, which reports name.
    page.script("all('.chart .stack').find((stack) => stack.querySelector('title').textContent.includes('Điện Biên Phủ')).dispatchEvent(new MouseEvent('click', { bubbles: true }))", &[]);
    page.wait_eq(
        "all('.behind p a').some((link) => plain(link.textContent) === 'muong thanh bridge')",
        true,
    );
    page.script("one('.behind li a').click()", &[]);
    page.wait_eq("location.hash.startsWith('#/meeting/')", true);
}

/// Presses, moves and lets go, in pixels of the map.
const DRAG: &str = "const map = one('.chart'); map.setPointerCapture = () => {}; const box = map.getBoundingClientRect();
    for (const [kind, id, x, y] of arguments[0]) {
      map.dispatchEvent(new PointerEvent('pointer' + kind,
        { bubbles: true, pointerId: id, pointerType: arguments[1] ?? 'mouse', clientX: box.left + x, clientY: box.top + y }));
    }";

fn by_pointer(page: &mut Page<'_>) {
    open(page, "#/map?at=20,30,3");
    let at = "location.hash.split('at=')[1].split(',').map(Number)";
    // What is drawn follows the pointer while it is down.
    let left = "one('.chart .land').getBoundingClientRect().left";
    let before: f64 = page.get(left);
    page.script(
        DRAG,
        &[json!([["down", 1, 200, 100], ["move", 1, 150, 100], ["move", 1, 100, 100]])],
    );
    page.wait_eq(&format!("Math.abs({left} - {before} + 100) < 2"), true);
    page.script(DRAG, &[json!([["up", 1, 100, 100]])]);
    page.wait_eq(&format!("{at}[0] > 21 && Math.abs({at}[1] - 30) < 0.01 && {at}[2] === 3"), true);
    // A press that hardly moves is none.
    let hash: String = page.get("location.hash");
    let press = json!([["down", 1, 200, 100], ["move", 1, 201, 101], ["up", 1, 201, 101]]);
    page.script(DRAG, &[press]);
    page.stays("location.hash", hash);
    page.script("one('.chart').dispatchEvent(new WheelEvent('wheel', { deltaY: -200, clientX: 400, clientY: 400, bubbles: true, cancelable: true }))", &[]);
    page.wait_eq(&format!("{at}[2] > 3"), true);
    let zoom: f64 = page.get(&format!("{at}[2]"));
    page.click("button[aria-label='Zoom out']");
    page.wait_eq(&format!("{at}[2] < {zoom}"), true);
    page.click("button[aria-label='Show all places']");
    page.wait_eq("location.hash", "#/map");
}

fn pinching(page: &mut Page<'_>) {
    open(page, "#/map?at=20,30,3");
    let fingers = json!([
        ["down", 1, 200, 100],
        ["down", 2, 240, 100],
        ["move", 1, 180, 100],
        ["move", 2, 260, 100],
        ["up", 1, 180, 100],
        ["up", 2, 260, 100]
    ]);
    page.script(DRAG, &[fingers, "touch".into()]);
    page.wait_eq("Number(location.hash.split(',')[2])", 4);
}

fn lighting(page: &mut Page<'_>) {
    page.open("#/map?from=2025&status=held");
    page.wait_eq(
        "all('.chart .stack').some((stack) => stack.querySelector('.number').textContent === '1')",
        true,
    );
    page.script(
        "all('.chart .stack').find((stack) => stack.querySelector('.number').textContent === '1')
        .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.chart .stack[data-lit]').length", 1);
    page.wait_eq("all('.dock .mark[data-lit]').length > 0", true);
}

fn visits(page: &mut Page<'_>) {
    open(page, "#/map");
    page.wait_eq("all('.chart .visit').length", 6);
    let names = "texts('.chart .visit-name').sort()";
    page.wait_eq(
        &format!("{names}.includes('2016 Hollande') && {names}.includes('2025 Macron, Lecornu')"),
        true,
    );
    page.wait_eq("all('.chart .visit.mentioned').length", 2);
    // In the colour of those who travelled.
    let colours = "all('.chart .visit').filter((visit) => visit.classList.contains(";
    page.wait_eq(&format!("{colours}'side-1')).length"), 3);
    page.wait_eq(&format!("{colours}'side-2')).length"), 3);
    page.script("one('.map-tools [aria-pressed]').click()", &[]);
    page.wait_eq("all('.chart .visit').length", 0);
    page.wait_eq("one('.map-tools [aria-pressed]').ariaPressed", "false");
    page.wait_eq("texts('.chart .country').includes('China')", true);
    page.script("all('.map-tools [aria-pressed]')[1].click()", &[]);
    page.wait_eq("all('.chart .country').length", 0);
}

fn beyond_the_edges(page: &mut Page<'_>) {
    open(page, "#/map?at=106,17,5");
    page.wait_eq("text('.beyond.left').includes('Paris 5')", true);
    page.script("one('.beyond.left').click()", &[]);
    page.wait_eq("all('.beyond.right').length", 1);
    page.wait_eq("texts('.chart .name').includes('Paris')", true);
    open(page, "#/map");
    page.wait_eq("all('.beyond').length", 0);
}

fn one_finger(page: &mut Page<'_>) {
    open(page, "#/map?at=20,30,3");
    let hash: String = page.get("location.hash");
    let finger = json!([["down", 1, 200, 100], ["move", 1, 100, 100], ["up", 1, 100, 100]]);
    page.script(DRAG, &[finger, "touch".into()]);
    page.stays("location.hash", hash);
    page.wait_eq("style('.chart', 'touch-action').includes('pan')", true);
}

fn put_away(page: &mut Page<'_>) {
    open(page, "#/map");
    let open_first =
        "one('.chart .stack').dispatchEvent(new MouseEvent('click', { bubbles: true }))";
    page.script(open_first, &[]);
    page.wait_eq("shown(one('.behind'))", true);
    page.key(Key::Escape);
    page.wait_eq("shown(one('.behind'))", false);
    page.script(open_first, &[]);
    page.wait_eq("shown(one('.behind'))", true);
    page.script("one('.map-head').click()", &[]);
    page.wait_eq("shown(one('.behind'))", false);
    // What the list says of a place is what the filter by it gives.
    let paris = "all('.chart .stack').find((stack) => stack.querySelector('title').textContent.startsWith('Paris'))";
    let many: usize = page.get(&format!("Number({paris}.querySelector('.number').textContent)"));
    page.script(
        &format!("{paris}.dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))"),
        &[],
    );
    page.wait_eq("all('.behind .only').length", 1);
    page.script("one('.behind .only').click()", &[]);
    page.wait_eq("location.hash", "#/map?place=paris");
    page.wait_eq(&format!("{PLACED} === {many}"), true);
}

fn fairness(page: &mut Page<'_>) {
    let names = [
        ("en", ["Paracel Islands", "Spratly Islands"], "South China Sea (East Sea)"),
        ("vi", ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"], "Biển Đông"),
        ("fr", ["Îles Paracels", "Îles Spratleys"], "Mer de Chine méridionale (mer de l’Est)"),
    ];
    for (language, islands, sea) in names {
        open(page, &format!("#/map?at=112,13,5&lang={language}"));
        page.wait_eq("texts('.chart .islands')", islands);
        page.wait_eq("texts('.chart .sea')", [sea]);
        let signs =
            "all('.chart .islets').map((sign) => { const { width, height } = sign.getBBox();
            return [width.toFixed(1), height.toFixed(1), getComputedStyle(sign).fill].join(); })";
        page.wait_eq(&format!("{signs}.length === 2 && {signs}[0] === {signs}[1]"), true);
        page.wait_eq(
            "shown(one('.map-note')) && text('.map-note').includes('Natural Earth')",
            true,
        );
    }
}

fn pictures(page: &mut Page<'_>) {
    open(page, "#/map?status=held");
    page.script(
        "window.saved = []; window.named = [];
         URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#/map?status=held'; };
         HTMLAnchorElement.prototype.click = function () { named.push([this.download, this.href.slice(0, 22)]); };",
        &[],
    );
    let press = |name: &str| {
        format!(
            "all('.map-tools button').find((button) => button.textContent === '{name}').dispatchEvent(new MouseEvent('click'))"
        )
    };
    page.script(&press("SVG"), &[]);
    page.wait_eq("saved.length", 1);
    // The policy of the page holds for what it parses; a file has its own.
    let parsed = "new DOMParser().parseFromString(saved[0].replace(/<style[^]*<\\/style>/, ''), 'image/svg+xml')";
    page.wait_eq(&format!("{parsed}.querySelector('parsererror') === null"), true);
    let words = format!("{parsed}.documentElement.textContent");
    page.wait_eq(&format!("{words}.includes('Natural Earth') && {words}.includes('held') && {words}.includes(entente.documents()[0] && 'Where they met')"), true);
    page.wait_eq("!saved[0].includes('var(') && saved[0].includes('.land')", true);
    // In light colours, whatever the page has, with the legend.
    page.wait_eq(
        &format!("{words}.includes('Việt Nam hosts') && {words}.includes('a visit')"),
        true,
    );
    page.script("document.documentElement.dataset.theme = 'dark'", &[]);
    page.script(&press("SVG"), &[]);
    page.wait_eq("saved.length === 2 && saved[0] === saved[1]", true);
    page.wait_eq("named[0][0].endsWith(' - Map - held.svg')", true);
    page.script(&press("PNG"), &[]);
    page.wait_eq(
        "named[2]?.[0].endsWith(' - Map - held.png') && named[2][1]",
        "data:image/png;base64,",
    );
    page.script(&press("GeoJSON"), &[]);
    page.wait_eq("saved.length", 3);
    page.wait_eq(
        "JSON.parse(saved[2]).features.length === entente.meetings({ status: 'held' }).length",
        true,
    );
    let placed = "JSON.parse(saved[2]).features.filter((feature) => feature.geometry?.type === 'Point').length";
    page.wait_eq(&format!("{placed} === {PLACED}"), true);
}

fn play(page: &mut Page<'_>) {
    open(page, "#/map");
    let land = "one('.chart .land').getAttribute('d').slice(0, 2000)";
    let before: String = page.get(land);
    let placed: usize = page.get(PLACED);
    page.click("button[aria-label='Play']");
    page.wait_eq(&format!("{PLACED} < {placed} && {PLACED} > 0"), true);
    page.wait_eq("text('.play .meta') === '5 years 5 months: no meeting reported'", true);
    page.wait_eq("all('.dock .cursor').length", 1);
    // The map stands still meanwhile, and the address as well.
    page.wait_eq(&format!("{land} === {}", json!(before)), true);
    page.wait_eq("location.hash", "#/map");
    page.click("button[aria-label='Stop']");
    page.wait_eq(&format!("{PLACED} === {placed}"), true);
    page.wait_eq("all('.dock .cursor').length", 0);
}

fn beside(page: &mut Page<'_>) {
    page.open("#/reports");
    page.resize(1300);
    let placed =
        "all('.where .number').reduce((sum, number) => sum + Number(number.textContent), 0)";
    page.wait_eq(&format!("{placed} > 0"), true);
    page.wait_eq(&format!("text('.where .count').startsWith(`${{{placed}}} placed`)"), true);
    let dated = "entente.meetings().filter(({ date }) => date).length";
    page.wait_eq(&format!("all('.when .mark').length === {dated}"), true);
    // What is shown in the list lights up there.
    page.script("one('.brief li[data-meeting]').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))", &[]);
    page.wait_eq("all('.where .stack[data-lit]').length", 1);
    page.script("one('.brief').dispatchEvent(new PointerEvent('pointerleave'))", &[]);
    page.wait_eq("all('.where .stack[data-lit]').length", 0);
    page.script("one('.where a').click()", &[]);
    page.wait_eq("location.hash", "#/map");
}

fn left_with_focus(page: &mut Page<'_>) {
    page.open("#/reports");
    page.script("location.hash = '#/map'", &[]);
    page.wait_eq(DRAWN, true);
    page.script(
        "const stack = one('.chart .stack');
         stack.focus(); stack.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.behind li').length > 1", true);
    page.script("history.back()", &[]);
    page.wait_eq("location.hash", "#/reports");
    page.wait_eq("all('.report').length > 0", true);
    // All is made anew in another language, with the mark that has the focus.
    open(page, "#/map");
    page.script("one('.chart .stack').focus(); location.hash = '#/map?lang=vi'", &[]);
    page.wait_eq("location.hash", "#/map?lang=vi");
    page.wait_eq("all('.dock .mark').length > 0", true);
    page.script("location.hash = '#/meetings'", &[]);
    page.wait_eq("all('.meetings tbody tr[data-meeting]').length > 0", true);
}

fn of_an_older_view(page: &mut Page<'_>) {
    open(page, "#/map");
    page.wait_eq("all('.dock .mark').length > 0", true);
    page.script(
        "const pointed = [...all('.dock .mark'), ...all('.chart .stack')];
         entente.navigate('#/map?from=2024&to=2024');
         for (const kind of ['mouseover', 'pointerover', 'focusin']) {
           for (const mark of pointed) mark.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
         }",
        &[],
    );
    page.wait_eq("location.hash.startsWith('#/map?from=2024&to=2024')", true);
    let found = "entente.meetings({ from: '2024', to: '2024' }).length";
    page.wait_eq(&format!("{PLACED} + {UNPLACED} === {found}"), true);
}
