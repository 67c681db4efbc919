//! Nothing leaves the page, and it needs no network.

use crate::engine::Kind;
use crate::page::{Build, Page};
use crate::session::wait_for;
use crate::suite::{PREFIX, Test};
use fantoccini::Locator;
use serde_json::json;
use std::cell::Cell;
use std::fs;
use xtask::server::Server;

pub const TESTS: &[Test] = &[
    Test::hosted(
        "the host is asked for the page's own files and for nothing later",
        hosted_requests,
    ),
    Test::both("no click makes the page load anything", no_loads),
    Test::both("the policy stands first and refuses every other address", policy),
    Test::both("no file of the page names an address elsewhere", no_addresses),
    Test::hosted("the second visit works without the host", without_host),
];

/// Does what people do, all over the page.
fn uses_everything(page: &Page<'_>) {
    page.goes_to_search();
    page.types("dien bien phu");
    page.wait_eq("listed().length", 2);
    page.click_on(Locator::XPath("//aside//a[@class='value'][span='Unknown']"));
    page.wait_eq("listed().length", 1);
    page.click("a.title");
    page.wait_eq("entente.view().page", "report");
    page.types("nnp");
    page.click_named("Source text");
    page.wait_eq("entente.view().source_text", true);
    page.click(".tools > .theme");
    page.types("?");
    page.click_named("Close");
    page.click_on(Locator::LinkText("About"));
    page.wait_eq("entente.view().page", "about");
    page.travel(-1);
    page.wait_eq("entente.view().page", "report");
    page.script("entente.documents().forEach(({ id }) => entente.document(id))", &[]);
    page.click(".brand a");
    page.wait_eq("all('.thread .rung').length > 5", true);
    page.click_on(Locator::XPath("//nav//a[starts-with(., 'Reports')]"));
    page.wait_eq("listed().length", 5);
}

/// The files that the service worker keeps, as paths on the host.
fn precached(page: &Page<'_>) -> Vec<String> {
    let worker = fs::read_to_string(page.dist.join("sw.js")).expect("the worker is there");
    let names = worker.split("\"./").skip(1).filter_map(|rest| rest.split_once("\": \"sha256-"));
    names.map(|(name, _)| [PREFIX, name].concat()).collect()
}

/// Opens the page on a host of its own and waits until the worker has all files.
fn open_on(page: &mut Page<'_>, host: &Server) {
    host.address().clone_into(&mut page.root);
    page.open("#/reports");
    page.script(
        "navigator.serviceWorker.ready.then(async ({ active }) => {
           while (active.state !== 'activated') await new Promise((done) => setTimeout(done, 20));
           const names = await caches.keys();
           const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
           window.kept = kept;
         })",
        &[],
    );
    page.wait_eq("window.kept", [precached(page).len()]);
}

fn hosted_requests(page: &mut Page<'_>) {
    let host = Server::start(&page.dist, PREFIX, 0).expect("some port is free");
    open_on(page, &host);
    let precached = precached(page);
    assert!(precached.len() >= 4, "{precached:?}");
    let worker = [PREFIX, "sw.js"].concat();
    let before = host.requests();
    for served in &before {
        assert!(precached.contains(&served.path) || served.path == worker, "{served:?}");
        // 304: the worker asks again for what the page has just loaded.
        assert!(served.method == "GET" && [200, 304].contains(&served.status), "{served:?}");
    }
    // Once for the page, once for the worker.
    for path in &precached {
        let times = before.iter().filter(|served| served.path == *path).count();
        assert!((1..=2).contains(&times), "{path}: {times} times");
    }
    uses_everything(page);
    assert_eq!(host.requests(), before);
}

fn no_loads(page: &mut Page<'_>) {
    page.open("#/reports");
    let loaded = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('data:'))";
    match page.build {
        Build::Single => page.wait_eq(loaded, [(); 0]),
        Build::Hosted => {
            let root = json!(page.root);
            page.wait_eq(&format!("{loaded}.filter((name) => !name.startsWith({root}))"), [(); 0]);
            page.wait_eq(&format!("{loaded}.length >= 3"), true);
        }
    }
    let count: usize =
        page.get(&format!("{loaded}.filter((name) => !name.endsWith('/sw.js')).length"));
    uses_everything(page);
    page.stays(&format!("{loaded}.filter((name) => !name.endsWith('/sw.js')).length"), count);
    page.wait_eq("performance.getEntriesByType('navigation').length", 1);
}

fn policy(page: &mut Page<'_>) {
    let elsewhere = Server::start(&page.dist, "/", 0).expect("some port is free");
    page.open("#/reports");
    let policy: String = page.get("one('head > :first-child').content");
    for rule in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"] {
        assert!(policy.contains(rule), "{policy}");
    }
    for refused in ["unsafe-inline", "'unsafe-eval'", "*", "https:", "http:"] {
        assert!(!policy.contains(refused), "{refused}: {policy}");
    }
    page.allow_console("policy: ");
    page.allow_console("ecurity");
    page.allow_console("violat");
    page.allow_console("CSP");
    page.script(
        "window.refused = [];
         document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
           window.refused.push(effectiveDirective));
         const address = arguments[0];
         window.fetch(address).catch(({ name }) => { window.fetched = name; });
         const add = (name, properties) =>
           document.body.append(Object.assign(document.createElement(name), properties));
         add('img', { src: address });
         add('iframe', { src: address });
         add('script', { src: address });
         add('script', { textContent: 'window.injected = true' });
         add('style', { textContent: '.head { display: none }' });
         add('link', { rel: 'stylesheet', href: address });",
        &[json!(elsewhere.address())],
    );
    let refused = ["connect-src", "frame-src", "img-src", "script-src-elem", "style-src-elem"];
    page.wait_eq("[...new Set(window.refused)].sort()", refused);
    page.wait_eq("window.refused.length", 7);
    page.wait_eq("window.fetched", "TypeError");
    page.wait_eq("window.injected", ());
    page.wait_eq("shown(one('.head'))", true);
    assert_eq!(elsewhere.requests(), []);
}

fn no_addresses(page: &mut Page<'_>) {
    page.open("#/reports");
    // Names of XML vocabularies are written as addresses and never asked for.
    let loads = "all('[src], link[href]').map((element) => element.src ?? element.href)";
    page.wait_eq(&format!("{loads}.map(String).filter((address) => /^https?:/.test(address) && !address.startsWith(location.origin))"), [(); 0]);
    page.wait_eq("all('a[href]').map(({ href }) => href.baseVal ?? href).map((href) => new URL(href, location.href).href).filter((href) => href.split('#')[0] !== location.href.split('#')[0])", [(); 0]);
    for file in fs::read_dir(&page.dist).expect("the built page").flatten() {
        let path = file.path();
        if path.extension().is_some_and(|extension| extension == "css" || extension == "html") {
            let text = fs::read_to_string(&path).expect("it is text");
            let text = text.replace("http://www.w3.org/", "");
            for load in ["url(http", "@import", "src=\"http", "src=\"//", "href=\"//", "preconnect"]
            {
                assert!(!text.contains(load), "{load} in {}", path.display());
            }
        }
    }
}

fn without_host(page: &mut Page<'_>) {
    let host = Cell::new(Some(Server::start(&page.dist, PREFIX, 0).expect("some port is free")));
    let server = host.take().expect("it was just put there");
    open_on(page, &server);
    let asked = server.requests().len();
    assert!(asked > 0);
    let address = server.address().to_owned();
    drop(server);
    wait_for("the host is gone", || {
        let place = address.trim_start_matches("http://").split('/').next().unwrap_or_default();
        std::net::TcpStream::connect(place).is_err()
    });
    // The browser may look for a newer worker and not find the host.
    page.allow_console("sw.js");
    page.allow_console("Failed to load resource");
    page.allow_console("ERR_CONNECTION");
    page.open("#/reports?q=dien%20bien%20phu");
    page.wait_eq("listed().length", 2);
    page.reload();
    page.wait_eq("listed().length", 2);
    page.wait_eq("navigator.serviceWorker.controller !== null", true);
    page.click("a.title");
    page.wait_eq("entente.view().page", "report");
    // With another name of the same page, and with what people add to addresses.
    if page.session.kind() != Kind::WebKit {
        page.root = [&address, "index.html?from=mail"].concat();
        page.open("#/about");
        page.wait_eq("entente.view().page", "about");
    }
}
