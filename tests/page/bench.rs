//! How fast the page opens and answers and how smooth its map is: printed, never tested, as machines
//! differ and are shared. `cargo xtask bench page` builds the page with few reports and with many and
//! runs this.

use crate::endurance::KEEP_EXPORTS;
use crate::engine::{Engine, Setting};
use crate::page::{Build, Page};
use crate::session::Session;
use crate::suite;
use serde_json::json;
use xtask::server::Server;

/// How wide the window is, in pixels.
const WIDTH: u32 = 1440;

/// The world, which cannot be dragged far, and a part of it with more beyond each edge.
const VIEWS: [(&str, &str); 2] = [("the world", "#/map"), ("a continent", "#/map?at=20,25,3")];

/// Milliseconds from frame to frame while the map is dragged to and fro, half a window each way:
/// most of these frames move what is drawn, some draw it anew.
const DRAG: &str = "
    const map = one('.chart');
    const box = map.getBoundingClientRect();
    const points = (kind, x, y) => map.dispatchEvent(new PointerEvent(`pointer${kind}`,
      { bubbles: true, pointerId: 1, clientX: box.left + x, clientY: box.top + y }));
    const drag = async (frames) => {
      const [x, y] = [box.width / 2, box.height / 2];
      const took = [];
      let last = await new Promise(requestAnimationFrame);
      points('down', x, y);
      for (let frame = 1; frame <= frames; frame += 1) {
        const turn = frame / frames * 2 * Math.PI;
        points('move', x + box.width / 2 * Math.sin(turn), y + 60 * Math.sin(3 * turn));
        const now = await new Promise(requestAnimationFrame);
        took.push(now - last);
        last = now;
      }
      points('up', x, y);
      return took;
    };
    return drag(240);";

/// Milliseconds of script from a click on a button that zooms until all is drawn that it asks
/// for; what it starts runs before the next message comes.
const ZOOM: &str = "
    const buttons = all('.zooms button').slice(0, 2);
    const { port1, port2 } = new MessageChannel();
    const message = () => new Promise((done) => { port2.onmessage = done; port1.postMessage(0); });
    const zoom = async (times) => {
      const took = [];
      for (let time = 0; time < times; time += 1) {
        for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
        await message();
        const before = performance.now();
        buttons[time % 2].click();
        await message();
        took.push(performance.now() - before);
      }
      return took;
    };
    return zoom(10);";

/// Measures the map of the page that the environment names, with so many places, and prints.
/// Milliseconds from the start of the navigation until the page can answer.
const OPENED: &str = "
    const arrived = (done) => setTimeout(() => window.entente && one('main#content')
      ? done(performance.now()) : arrived(done), 1);
    return new Promise(arrived);";

/// Queries: a word that most reports have, one that few have, both, a phrase, a prefix, a name.
const QUERIES: [&str; 6] =
    ["babababe", "dobelaro", "babababe dobelaro", "\"babababe babababo\"", "dobe*", "anna berg"];

/// Milliseconds that a query takes from the call to the answer, several times over, and how many
/// reports it finds.
const SEARCH: &str = "
    const [query] = arguments;
    const took = [];
    let total;
    for (let time = 0; time < 11; time += 1) {
      const before = performance.now();
      total = entente.search(query).total;
      took.push(performance.now() - before);
    }
    return [total, took];";

/// Milliseconds from the input of a query until the list that shows what it finds is laid out.
const TYPE: &str = "
    const [query] = arguments;
    const box = one('input[type=search]');
    const { port1, port2 } = new MessageChannel();
    const message = () => new Promise((done) => { port2.onmessage = done; port1.postMessage(0); });
    const type = async (times) => {
      const took = [];
      for (let time = 0; time < times; time += 1) {
        // What follows a frame or two later, as facets do, is done.
        for (let frames = 0; frames < 8; frames += 1) await new Promise(requestAnimationFrame);
        await message();
        const before = performance.now();
        box.value = time % 2 ? '' : query;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        await message();
        one('.reports').getBoundingClientRect();
        if (time % 2 === 0) took.push(performance.now() - before);
      }
      return took;
    };
    return type(30);";

/// Measures the page that the environment names, with so many reports, and prints.
pub fn page(reports: &str) {
    let engine = Engine::all().into_iter().next().expect("a browser is named");
    let server = Server::start(suite::dist(), suite::PREFIX, 0).expect("some port is free");
    let root = server.address().to_owned();
    let mut session = Session::start(&engine, Setting::Usual);
    let mut page = Page::new(&mut session, Build::Hosted, root, suite::dist());
    page.session.before_each_page(KEEP_EXPORTS);
    println!("{reports} reports");
    opening(&mut page);
    searching(&mut page);
    map(&mut page);
}

fn opening(page: &mut Page<'_>) {
    let mut opened = Vec::new();
    for _ in 0..5 {
        page.load("#/reports");
        opened.push(page.script(OPENED, &[]));
    }
    let opened = sorted(opened.into());
    let memory: f64 = page.get("held.memory() / 1e6");
    println!("  opened in {:.0} ms; {memory:.1} MB of WebAssembly memory", share(&opened, 0.5));
}

fn searching(page: &mut Page<'_>) {
    for query in QUERIES {
        let answer = page.script(SEARCH, &[json!(query)]);
        let took = sorted(answer[1].clone());
        let typed = sorted(page.script(TYPE, &[json!(query)]));
        println!(
            "  {query}: {} reports in {:.2} ms, shown in {:.1} ms",
            answer[0],
            share(&took, 0.5),
            share(&typed, 0.5)
        );
    }
}

fn map(page: &mut Page<'_>) {
    for (view, fragment) in VIEWS {
        page.open(fragment);
        page.resize(WIDTH);
        page.wait_eq("innerWidth", WIDTH);
        page.wait_eq("one('.chart .land') !== null", true);
        let stacks: usize = page.get("all('.chart .stack').length");
        let frames = sorted(page.script(DRAG, &[]));
        let zooms = sorted(page.script(ZOOM, &[]));
        println!(
            "  map, {view}: {stacks} stacks; dragging {:.1} ms a frame (median), {:.1} (95th \
             percentile), {:.1} (longest); {:.1} ms of script for a redraw after a zoom",
            share(&frames, 0.5),
            share(&frames, 0.95),
            share(&frames, 1.0),
            share(&zooms, 0.5)
        );
    }
}

fn sorted(numbers: serde_json::Value) -> Vec<f64> {
    let mut numbers: Vec<f64> = serde_json::from_value(numbers).expect("a list of numbers");
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The number below which so large a share of all lies.
fn share(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}
