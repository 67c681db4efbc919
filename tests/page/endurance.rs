//! An hour's use in half a minute, or a day's in some: nothing grows that does not grow with the view.
//!
//! `ENTENTE_ENDURANCE=10` makes it 2,000 pages and 15,000 queries.

use crate::page::Page;
use crate::suite::Test;
use serde_json::json;
use std::env;
use std::thread::sleep;
use std::time::{Duration, Instant};

pub const TESTS: &[Test] = &[
    Test::once("pages and queries without end leave nothing behind", leaves_nothing),
    Test::once("calls without end leave nothing behind", calls_leave_nothing),
];

/// Keeps what the page's program holds where a script finds it, as `held`: bytes of its memory, and
/// how many values of JavaScript its tables have room for.
pub const KEEP_EXPORTS: &str = "
    const keep = (instantiate) => async (...given) => {
      const made = await instantiate(...given);
      const exports = Object.values((made.instance ?? made).exports);
      const of = (kind) => exports.filter((value) => value instanceof kind);
      window.held = {
        memory: () => of(WebAssembly.Memory)[0].buffer.byteLength,
        values: () => of(WebAssembly.Table).reduce((sum, table) => sum + table.length, 0),
      };
      return made;
    };
    WebAssembly.instantiate = keep(WebAssembly.instantiate);
    WebAssembly.instantiateStreaming = keep(WebAssembly.instantiateStreaming);";

/// Calls every function of the interface so many times, with arguments, without, and with wrong
/// ones.
const CALLS: &str = "
    const calls = [
      () => entente.documents(), () => entente.document('2024-05-05-ministers-talks-ha-noi'),
      () => entente.document('nowhere'), () => entente.entities(), () => entente.entities({ kind: 'person' }),
      () => entente.meetings(), () => entente.meetings({ year: 2024 }), () => entente.promises(),
      () => entente.search('paris'), () => entente.search('paris', { limit: 2 }), () => entente.search(),
      () => entente.search('paris', { limit: -1 }), () => entente.thread(), () => entente.thread('VN,FR'),
      () => entente.view(), () => entente.navigate(entente.view()), () => entente.on('view', () => {})?.(),
    ];
    for (let time = 0; time < arguments[0]; time += 1) {
      for (const call of calls) try { call(); } catch {}
    }
    return [held.memory(), held.values()];";

/// How many times as much as usual is asked for.
const TIMES: &str = "ENTENTE_ENDURANCE";

/// Goes from page to page and types query after query, each in a task of its own, as often as the
/// arguments say.
const USE: &str = "window.done = false;
    (async (changes, queries) => {
        const { port1, port2 } = new MessageChannel();
        const task = () => new Promise((go) => { port1.onmessage = go; port2.postMessage(0); });
        const frame = () => new Promise(requestAnimationFrame);
        const pages = ['#/thread', '#/reports?q=paris', '#/report/2024-05-05-ministers-talks-ha-noi',
            '#/meetings', '#/map', '#/meeting/2023-12-18-defence-dialogue-3', '#/agreements', '#/mechanisms',
            '#/entities', '#/entity/phan-van-giang', '#/about', '#/thread?sides=FR,VN',
            '#/report/2023-12-19-third-dialogue-paris?q=defence&text=source', '#/reports?lang=vi'];
        for (let i = 0; i < changes; i++) {
            entente.navigate(pages[i % pages.length]);
            await task();
            if (i % 50 === 0) await frame();
        }
        entente.navigate('#/reports?lang=en');
        await frame();
        const words = ['p', 'pa', 'par', 'pari', 'paris', 'paris d', 'dialogue', 'zzz', '', 'giang'];
        for (let i = 0; i < queries; i++) {
            one('#query').value = words[i % words.length];
            one('#query').dispatchEvent(new Event('input', { bubbles: true }));
            await task();
            if (i % 50 === 0) await frame();
        }
        entente.navigate('#/reports?lang=en');
        for (let i = 0; i < 5; i++) await frame();
        window.done = true;
    })(...arguments)";

/// What a page holds, by the browser's own count.
#[derive(Debug)]
struct Held {
    nodes: i64,
    listeners: i64,
    /// Bytes.
    heap: i64,
}

fn held(page: &Page<'_>) -> Held {
    page.devtools("HeapProfiler.collectGarbage", json!({}));
    let counters = page.devtools("Memory.getDOMCounters", json!({}));
    let heap = page.devtools("Runtime.getHeapUsage", json!({}));
    let count = |key: &str| counters[key].as_i64().expect("a count");
    let heap = heap["usedSize"].as_f64().expect("a size") as i64;
    Held { nodes: count("nodes"), listeners: count("jsEventListeners"), heap }
}

fn used(page: &Page<'_>, changes: usize, queries: usize) {
    page.script(USE, &[json!(changes), json!(queries)]);
    let start = Instant::now();
    while !page.get::<bool>("window.done") {
        assert!(start.elapsed() < Duration::from_mins(15), "the page does not come to an end");
        sleep(Duration::from_millis(200));
    }
}

fn leaves_nothing(page: &mut Page<'_>) {
    page.open("#/reports?lang=en");
    page.allow_console("Throttling navigation");
    used(page, 100, 100);
    let before = held(page);
    let times = env::var(TIMES).ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    used(page, 200 * times, 1500 * times);
    let after = held(page);
    let grown = [
        after.nodes - before.nodes,
        after.listeners - before.listeners,
        (after.heap - before.heap) / 1_000_000,
    ];
    // A few are on their way out when the browser counts.
    assert!(grown < [500; 3] && grown[1] < 100 && grown[2] < 3, "{before:?} became {after:?}");
}

fn calls_leave_nothing(page: &mut Page<'_>) {
    let script = page.session.before_each_page(KEEP_EXPORTS);
    page.load("#/reports");
    page.wait_eq("window.held !== undefined && window.entente?.view !== undefined", true);
    // What calls leave is collected only when the browser gets to it, so they come in rounds.
    let round = |page: &Page<'_>| -> [usize; 2] {
        let held = page.script(CALLS, &[json!(150)]);
        page.devtools("HeapProfiler.collectGarbage", json!({}));
        serde_json::from_value(held).expect("two numbers")
    };
    round(page);
    let before = round(page);
    let after = (0..8).map(|_| round(page)).last().expect("some rounds");
    // Who listens and keeps nothing hears on.
    page.script("window.heard = 0; entente.on('view', () => { window.heard += 1; })", &[]);
    page.devtools("HeapProfiler.collectGarbage", json!({}));
    page.script("entente.navigate('#/about')", &[]);
    page.wait_eq("window.heard", 1);
    page.session.no_longer_before_each_page(script);
    let grown = [after[0] - before[0], after[1] - before[1]];
    // Memory comes in pages of 64 kB, room for values by 128.
    assert!(grown[0] <= 65_536 && grown[1] <= 128, "{before:?} became {after:?}");
}
