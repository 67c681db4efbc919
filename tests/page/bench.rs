//! How smooth the map is while it is dragged: printed, never tested, as machines differ and are
//! shared. `cargo xtask bench map` builds the page with few places and with many and runs this.

use crate::engine::{Engine, Setting};
use crate::page::{Build, Page};
use crate::session::Session;
use crate::suite;

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
    const buttons = all('.tools-of-map button').slice(0, 2);
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
pub fn map(places: &str) {
    let engine = Engine::all().into_iter().next().expect("a browser is named");
    let mut session = Session::start(&engine, Setting::Usual);
    let root = suite::single_file();
    let mut page = Page::new(&mut session, Build::Single, root, suite::dist());
    for (view, fragment) in VIEWS {
        page.open(fragment);
        page.resize(WIDTH);
        page.wait_eq("innerWidth", WIDTH);
        page.wait_eq("one('.chart .land') !== null", true);
        let stacks: usize = page.get("all('.chart .stack').length");
        let frames = sorted(page.script(DRAG, &[]));
        let zooms = sorted(page.script(ZOOM, &[]));
        println!(
            "{places:>6} places, {view}: {stacks} stacks; dragging {:.1} ms a frame (median), {:.1} \
             (95th percentile), {:.1} (longest); {:.1} ms of script for a redraw after a zoom",
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
