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
    Test::new("journeys are drawn and told at a wish", journeys),
    Test::new("both archipelagos are one sign each, and named in three languages", fairness),
    Test::new("the map is saved as a picture and as GeoJSON", pictures),
    Test::new("the years play one after another", years),
    Test::new("the map stands beside the reports", beside),
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
        let told =
            "text('.map .count').match(/\\d+/g).map(Number).reduce((sum, one) => sum + one, 0)";
        page.wait_eq(&format!("{told} === {found}"), true);
    }
    // What the map shows, the table shows, in the same view.
    open(page, "#/map?status=held");
    let placed: usize = page.get(&format!("{PLACED} + {UNPLACED}"));
    page.script("all('.tools-of-map a').at(-1).click()", &[]);
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
        &format!("document.activeElement.getAttribute('aria-label').includes(': {many} meeting')"),
        true,
    );
    page.key(Key::Enter);
    page.wait_eq("all('.behind li').length", many);
    page.wait_eq("document.activeElement.className", "behind");
    page.wait_eq("all('.behind li a').every((link) => link.hash.startsWith('#/meeting/'))", true);
    page.click(".behind button");
    page.wait_eq("shown(one('.behind'))", false);
    page.wait_eq("document.activeElement.id", &id);
    page.script(
        "document.activeElement.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.behind li').length", many);
    // Điện Biên Phủ has a bridge within it, which reports name.
    page.script("all('.chart .stack').find((stack) => stack.getAttribute('aria-label').includes('Điện Biên Phủ')).dispatchEvent(new MouseEvent('click', { bubbles: true }))", &[]);
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
        { bubbles: true, pointerId: id, clientX: box.left + x, clientY: box.top + y }));
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
    page.script(DRAG, &[fingers]);
    page.wait_eq("Number(location.hash.split(',')[2])", 4);
}

fn lighting(page: &mut Page<'_>) {
    open(page, "#/reports");
    page.wait_eq("all('.chart .stack').length > 0", true);
    page.script("one('.brief li[data-meeting]').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))", &[]);
    page.wait_eq("all('.chart .stack[data-lit]').length", 1);
    page.script("one('.brief').dispatchEvent(new PointerEvent('pointerleave'))", &[]);
    page.wait_eq("all('.chart .stack[data-lit]').length", 0);
    // And the other way round, where a stack has one meeting.
    open(page, "#/map?from=2025&status=held");
    page.script(
        "all('.chart .stack').find((stack) => stack.querySelector('.number').textContent === '1')
        .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.chart .stack[data-lit]').length", 1);
    page.wait_eq("all('.axis .mark[data-lit]').length > 0", true);
}

fn journeys(page: &mut Page<'_>) {
    open(page, "#/map");
    page.wait_eq("all('.chart .journey').length", 0);
    page.script("one('.tools-of-map [aria-pressed]').click()", &[]);
    page.wait_eq("all('.chart .journey').length > 0", true);
    page.wait_eq("one('.tools-of-map [aria-pressed]').ariaPressed", "true");
    page.wait_eq("texts('.journeys-in-words li').some((words) => /^France → .*: \\d+ meetings?$/.test(words))", true);
    page.script("one('.tools-of-map [aria-pressed]').click()", &[]);
    page.wait_eq("all('.chart .journey').length", 0);
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
        let signs = "all('.chart .ground g').map((sign) => [...sign.querySelectorAll('.islet')].map((dot) => dot.getAttribute('r')).join())";
        page.wait_eq(&format!("{signs}.length === 2 && {signs}[0] === {signs}[1]"), true);
        page.wait_eq("getComputedStyle(all('.islet')[0]).fill === getComputedStyle(all('.islet').at(-1)).fill", true);
        page.wait_eq(
            "shown(one('.map .note')) && text('.map .note').includes('Natural Earth')",
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
            "all('.tools-of-map button').find((button) => button.textContent === '{name}').dispatchEvent(new MouseEvent('click'))"
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
    page.wait_eq("named[0][0].endsWith(' - Map - held.svg')", true);
    page.script(&press("PNG"), &[]);
    page.wait_eq(
        "named[1]?.[0].endsWith(' - Map - held.png') && named[1][1]",
        "data:image/png;base64,",
    );
    page.script(&press("GeoJSON"), &[]);
    page.wait_eq("saved.length", 2);
    page.wait_eq(
        "JSON.parse(saved[1]).features.length === entente.meetings({ status: 'held' }).length",
        true,
    );
    let placed = "JSON.parse(saved[1]).features.filter((feature) => feature.geometry?.type === 'Point').length";
    page.wait_eq(&format!("{placed} === {PLACED}"), true);
}

fn years(page: &mut Page<'_>) {
    open(page, "#/map");
    let land = "one('.chart .land').getAttribute('d').slice(0, 2000)";
    let before: String = page.get(land);
    page.click("button[aria-label='Play the years one after another']");
    page.wait_eq("/from=(\\d{4})&to=\\1$/.test(location.hash)", true);
    let first: String = page.get("location.hash");
    page.wait_eq(
        &format!("location.hash !== '{first}' && /from=(\\d{{4}})&to=\\1$/.test(location.hash)"),
        true,
    );
    // The map stands still meanwhile.
    page.wait_eq(&format!("{land} === {}", json!(before)), true);
    page.click("button[aria-label='Stop playing']");
    let stopped: String = page.get("location.hash");
    page.stays("location.hash", stopped);
}

fn beside(page: &mut Page<'_>) {
    page.open("#/reports");
    page.resize(1300);
    page.wait_eq(DRAWN, true);
    page.wait_eq(&format!("{PLACED} + {UNPLACED} === entente.meetings().length"), true);
    // Moving it there is nobody else's business.
    page.script("one('.chart').focus()", &[]);
    page.key(Key::Right);
    page.stays("location.hash", "#/reports");
    page.script("all('.tools-of-map a').at(-1).click()", &[]);
    page.wait_eq("location.hash", "#/map");
}

fn left_with_focus(page: &mut Page<'_>) {
    page.open("#/reports");
    page.script("location.hash = '#/map'", &[]);
    page.wait_eq(DRAWN, true);
    page.wait_eq("all('.axis .several').length > 0", true);
    page.script(
        "const several = one('.axis .several');
         several.focus(); several.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.in-one-place li').length > 1", true);
    page.script("history.back()", &[]);
    page.wait_eq("location.hash", "#/reports");
    page.wait_eq("all('.report').length > 0", true);
    // All is made anew in another language, with the mark that has the focus.
    page.wait_eq("all('.axis .mark').length > 0", true);
    page.script("one('.axis .mark').focus(); location.hash = '#/reports?lang=vi'", &[]);
    page.wait_eq("location.hash", "#/reports?lang=vi");
    page.wait_eq("all('.axis .mark').length > 0", true);
    page.script("location.hash = '#/meetings'", &[]);
    page.wait_eq("all('.meetings tbody tr[data-meeting]').length > 0", true);
}

fn of_an_older_view(page: &mut Page<'_>) {
    open(page, "#/map");
    page.wait_eq("all('.axis .mark').length > 0", true);
    page.script(
        "const pointed = [...all('.axis .mark'), ...all('.chart .stack')];
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
