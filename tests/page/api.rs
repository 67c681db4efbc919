//! The interface for scripts, as `entente.d.ts` describes it.

use crate::page::Page;
use crate::search::{CEREMONY_2024, DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, VISIT_2025};
use crate::suite::Test;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub const TESTS: &[Test] = &[
    Test::new("window.entente has what entente.d.ts says, and nothing else", as_described),
    Test::new("documents and document answer", documents),
    Test::new("promises answers, by party, report, kind and state", promises),
    Test::new("meetings answers, by people, reports, dates, kind and status", meetings),
    Test::new("search answers, with limit, offset and filters", search),
    Test::new("marks and spans count in UTF-16 and give the words", utf16),
    Test::new("wrong arguments are a TypeError with a sentence", wrong_arguments),
    Test::new("view and navigate are a round trip", round_trip),
    Test::new("objects and functions of another frame are taken", other_frame),
    Test::new("a listener hears of every view until it is ended", listener),
    Test::new("the interface tells the meetings of two sides", thread),
];

/// The members of an interface in the description.
fn members(interface: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("entente.d.ts");
    let text = fs::read_to_string(path).expect("the description is there");
    let (_, rest) =
        text.split_once(&format!("export interface {interface} ")).expect("it is described");
    let (body, _) = rest.split_once("\n}").expect("it ends");
    let member = |line: &str| {
        let line = line.trim_start().trim_start_matches("readonly ");
        let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        let line = line.get(..end).filter(|_| line[end..].starts_with(['?', ':', '(']))?;
        (end > 0).then(|| line.to_owned())
    };
    body.lines().filter_map(member).collect()
}

fn as_described(page: &mut Page<'_>) {
    page.open("#/reports");
    let same = |expression: &str, interface: &str| {
        let mut members = members(interface);
        members.sort();
        assert!(!members.is_empty());
        page.wait_eq(&format!("Object.keys({expression}).sort()"), members);
    };
    same("entente", "Entente");
    same("entente.documents()[0]", "ListedDocument");
    same("entente.meetings()[0]", "ListedMeeting");
    same("entente.meetings()[0].attestations[0]", "MeetingAttestation");
    same("entente.meetings().find(({ position }) => position).position", "MeetingPosition");
    same("entente.promises()[0]", "ListedPromise");
    same("entente.promises()[0].evidence[0]", "PromiseEvidence");
    same("entente.promises({ state: 'kept' })[0].kept", "PromiseKept");
    same("entente.search('paris')", "SearchResults");
    same("entente.view()", "View");
    let mut whole = members("WholeDocument");
    whole.extend(members("ListedDocument"));
    whole.sort();
    page.wait_eq("Object.keys(entente.document(entente.documents()[0].id)).sort()", whole);
    page.wait_eq(
        "Object.keys(entente.search('paris').facets.source[0]).sort()",
        ["count", "value"],
    );
}

fn documents(page: &mut Page<'_>) {
    page.open("#/reports");
    let ids = [DIALOGUE_2016, DIALOGUE_2023, TALKS_2024, CEREMONY_2024, VISIT_2025];
    page.wait_eq("entente.documents().map(({ id }) => id)", ids);
    page.wait_eq(
        "(({ title, title_basis, source, published, published_basis, language, dateline, address }) =>
            [title, title_basis, source, published, published_basis, language, dateline, address]
         )(entente.documents()[1])",
        [
            "Third Vietnam–France defence strategy and cooperation dialogue",
            "editorial",
            "Vietnam News Agency",
            "2023-12-19",
            "stated",
            "en",
            "Paris",
            "#/report/2023-12-19-third-dialogue-paris",
        ],
    );
    let dates = ["2016-11", "2023-12-19", "2024-05-05", "2024-04-29/2024-05-05", "2025-05"];
    page.wait_eq("entente.documents().map(({ published }) => published)", dates);
    page.wait_eq("entente.documents()[3].source", ());
    page.wait_eq("entente.document('nowhere')", ());
    page.wait_eq("entente.document('')", ());
    page.wait_eq(
        "entente.documents().every((listed) => {
           const whole = entente.document(listed.id);
           return Object.keys(listed).every((key) => listed[key] === whole[key]);
         })",
        true,
    );
}

fn promises(page: &mut Page<'_>) {
    page.open("#/reports");
    let invited = "2023-12-19-invitation-phan-van-giang-sebastien-lecornu";
    page.wait_eq(
        &format!(
            "(({{ kind, state, who, to, what, country, date, kept }}) =>
               [kind, state, who.map(({{ id }}) => id), to.map(({{ id }}) => id), what, country, date, kept.meeting]
             )(entente.promises({{ party: 'sebastien-lecornu' }}).find(({{ id }}) => id === '{invited}'))"
        ),
        json!([
            "invitation", "kept", ["phan-van-giang"], ["sebastien-lecornu"],
            "pay an official visit to Vietnam", "VN", "2023-12-19", "2024-05-05-visit-sebastien-lecornu",
        ]),
    );
    page.wait_eq(
        "entente.promises({ state: 'open' }).every(({ state, kept }) => state === 'open' && kept === null)",
        true,
    );
    page.wait_eq(
        &format!("entente.promises({{ document: '{DIALOGUE_2016}' }}).map(({{ kind }}) => kind)"),
        ["agreement", "agreement"],
    );
    page.wait_eq(
        "(({ length }) => length > 0 && length)(entente.promises()) ===
            entente.promises({ kind: ['invitation', 'agreement', 'meeting'] }).length",
        true,
    );
    page.wait_eq("entente.promises({ party: 'nobody' })", [(); 0]);
    // The sentences are those of the text, counted as JavaScript counts.
    page.wait_eq(
        "entente.promises().flatMap(({ evidence, kept }) => [...evidence, ...kept?.evidence ?? []])
           .every(({ document, start, end, text }) =>
             text.length > 0 && entente.document(document).text.slice(start, end) === text)",
        true,
    );
}

fn meetings(page: &mut Page<'_>) {
    page.open("#/reports?lang=en");
    let talks = "2024-05-05-talks-phan-van-giang-sebastien-lecornu";
    let with = |filter: Value| format!("entente.meetings({filter}).map(({{ id }}) => id)");
    let two = json!({"person": ["sebastien-lecornu", "phan-van-giang"], "to": "2024"});
    let both = format!("entente.meetings({two})");
    page.wait_eq(&format!("{both}.some(({{ id }}) => id === '{talks}')"), true);
    page.wait_eq(
        &format!("{both}.every(({{ participants }}) => participants.some(({{ id }}) => id === 'phan-van-giang'))"),
        true,
    );
    page.wait_eq(&with(json!({"person": ["sebastien-lecornu", "nobody"]})), [(); 0]);
    page.wait_eq(
        &format!(
            "(({{ title, kind, status, date, country, mechanism, session, reason }}) =>
               [title, kind, status, date, country, mechanism, session, reason]
             )(entente.meetings({{ document: '{TALKS_2024}', kind: 'talks' }}).find(({{ id }}) => id === '{talks}'))"
        ),
        json!(["Talks: Phan Văn Giang and Sébastien Lecornu", "talks", "held", "2024-05-05", "VN", null, null, null]),
    );
    page.wait_eq(
        &format!("entente.meetings().find(({{ id }}) => id === '{talks}').position"),
        json!({"longitude": 105.8542, "latitude": 21.0285, "basis": "record"}),
    );
    page.wait_eq(
        "entente.meetings({ kind: 'call' }).every(({ position }) => position === null)",
        true,
    );
    let documents = format!("entente.meetings({{ document: ['{TALKS_2024}', '{VISIT_2025}'] }})");
    page.wait_eq(
        &format!("{documents}.every(({{ attestations }}) => attestations.some(({{ document }}) => ['{TALKS_2024}', '{VISIT_2025}'].includes(document)))"),
        true,
    );
    page.wait_eq(
        "entente.meetings().map(({ date }) => date === null).join().includes('true,false')",
        false,
    );
    page.wait_eq("(({ length }, dates) => length === dates.length && [...dates].sort().join() === dates.join())(
        entente.meetings({ from: '1900' }), entente.meetings().flatMap(({ date }) => date ?? []))", true);
    page.wait_eq("entente.meetings({ from: 2016, to: '2016-12' }).every(({ date }) => date.startsWith('2016'))", true);
    page.wait_eq(
        "entente.meetings({ status: 'planned' }).every(({ status }) => status === 'planned')",
        true,
    );
    page.wait_eq(
        "entente.meetings({ host: 'FR' }).length > 0
            && entente.meetings({ host: ['FR'] }).every(({ country }) => country === 'FR')",
        true,
    );
    // What was done during a visit knows it, and lies within its days.
    page.wait_eq(
        "((all) => all.some(({ visit }) => visit) && all.filter(({ visit }) => visit).every((meeting) => {
            const stay = all.find(({ id }) => id === meeting.visit);
            return stay.kind === 'visit' && stay.country === meeting.country
                && stay.date.split('/')[0] <= meeting.date.split('/')[0];
        }))(entente.meetings())",
        true,
    );
    page.wait_eq("entente.meetings({ status: [], person: null, kind: undefined }).length === entente.meetings(null).length", true);
    // The sentences are those of the text, counted as JavaScript counts.
    page.wait_eq(
        "entente.meetings().flatMap(({ attestations }) => attestations).every(({ document, evidence }) => {
           const { text } = entente.document(document);
           return evidence.length > 0
             && evidence.every((found) => found.text.length > 0 && text.slice(found.start, found.end) === found.text);
         })",
        true,
    );
    page.wait_eq("location.hash", "#/reports?lang=en");
}

fn search(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("entente.search('').total", 5);
    page.wait_eq("entente.search('peacekeep*').total", 4);
    page.wait_eq(
        "(({ took_us }) => Number.isInteger(took_us) && took_us >= 0)(entente.search('paris'))",
        true,
    );
    page.wait_eq("entente.search('peacekeep*').hits.every(({ score }, at, hits) => at === 0 || score <= hits[at - 1].score)", true);
    let ids: Vec<String> = page.get("found('peacekeep*')");
    let part = |options: Value| {
        format!("entente.search('peacekeep*', {options}).hits.map((hit) => hit.document)")
    };
    page.wait_eq(&part(json!({"limit": 2})), &ids[..2]);
    page.wait_eq(&part(json!({"limit": 2, "offset": 1})), &ids[1..3]);
    page.wait_eq(&part(json!({"offset": 3})), &ids[3..]);
    page.wait_eq(&part(json!({"offset": 99})), [(); 0]);
    page.wait_eq(&part(json!({"limit": 0})), [(); 0]);
    page.wait_eq("entente.search('peacekeep*', { limit: 0 }).total", 4);
    let sorted = |options: Value| format!("{}.sort()", part(options));
    page.wait_eq(&sorted(json!({"filters": {"year": "2016"}})), [DIALOGUE_2016]);
    page.wait_eq(
        &sorted(json!({"filters": {"year": [2016, "2025"]}})),
        [DIALOGUE_2016, VISIT_2025],
    );
    page.wait_eq(&sorted(json!({"filters": {"source": "-Vietnam News Agency"}})), [TALKS_2024]);
    page.wait_eq(&sorted(json!({"filters": {"from": "2017", "to": 2023}})), [DIALOGUE_2023]);
    page.wait_eq(&sorted(json!({"filters": {"from": null, "year": "2016"}})), [DIALOGUE_2016]);
    page.wait_eq(
        "entente.search('peacekeep*').facets.source",
        json!([
            {"value": "Vietnam News Agency", "count": 3},
            {"value": "Viet Nam News", "count": 1},
        ]),
    );
    page.wait_eq(
        "entente.search('(( zebra').notes",
        json!([
            {"kind": "not-understood", "typed": "(("},
            {"kind": "nothing-found", "typed": "zebra"},
        ]),
    );
    // A search by a script changes nothing of what is shown.
    page.wait_eq("[location.hash, listed().length]", ("#/reports", 5));
}

fn utf16(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq(
        "entente.search('dien bien phu').hits.flatMap(({ snippets }) => snippets)
        .flatMap(({ text, marks }) => marks.map(([start, end]) => plain(text.slice(start, end))))
        .every((word) => ['dien', 'bien', 'phu'].includes(word))",
        true,
    );
    page.wait_eq(
        "entente.search('dien bien phu').hits.find(({ document }) => document.includes('talks'))
        .snippets[0].marks.length",
        3,
    );
    // A smiley is two units of UTF-16 and four bytes: what follows it is not shifted.
    let document = format!("entente.document('{DIALOGUE_2016}')");
    page.wait_eq(
        &format!(
            "(({{ text, boilerplate }}) => boilerplate.filter(({{ what }}) => what === 'bullet')
        .map(({{ start, end }}) => text.slice(start, end)))({document})"
        ),
        ["🐈", "💦"],
    );
    page.wait_eq(&format!("(({{ text, paragraphs }}) => paragraphs.slice(0, -1).map(([start, end]) => text.slice(start, end))
        .filter((paragraph) => /^\\s|\\s$/.test(paragraph) || paragraph === ''))({document})"), [(); 0]);
    page.wait_eq(&format!("(({{ text, boilerplate }}) => boilerplate.filter(({{ what }}) => what === 'teaser')
        .map(({{ start, end }}) => text.slice(start, end)).at(-1).trim().startsWith('Vice Chairman'))({document})"), true);
}

fn wrong_arguments(page: &mut Page<'_>) {
    page.open("#/reports");
    for call in [
        "entente.document()",
        "entente.document(1)",
        "entente.document(null)",
        "entente.meetings('2024')",
        "entente.meetings(7)",
        "entente.meetings({ who: 'alice-rufo' })",
        "entente.meetings({ kind: 'lunch' })",
        "entente.meetings({ status: ['held', 'gone'] })",
        "entente.meetings({ person: {} })",
        "entente.meetings({ from: 'soon' })",
        "entente.meetings({ host: 7 })",
        "entente.promises('open')",
        "entente.promises({ kind: 'threat' })",
        "entente.promises({ state: 'held' })",
        "entente.promises({ person: 'alice-rufo' })",
        "entente.search()",
        "entente.search(null)",
        "entente.search({})",
        "entente.search('x', { limit: 'many' })",
        "entente.search('x', { offset: {} })",
        "entente.search('x', { limit: -1 })",
        "entente.search('x', { limit: NaN })",
        "entente.search('x', { filters: 'year=2016' })",
        "entente.search('x', { filters: { bearing: 'Giang' } })",
        "entente.search('x', { filters: { from: 'soon' } })",
        "entente.search('x', { filters: { year: {} } })",
        "entente.search('x', 7)",
        "entente.navigate()",
        "entente.navigate(null)",
        "entente.navigate(5)",
        "entente.navigate({ page: 'nowhere' })",
        "entente.navigate({ page: 'report' })",
        "entente.navigate({ filters: { bearing: 'Giang' } })",
        "entente.navigate({ query: 5 })",
        "entente.on()",
        "entente.on('view')",
        "entente.on('view', {})",
        "entente.on('click', () => {})",
    ] {
        let thrown: Option<String> = page.get(&format!("thrown(() => {call})"));
        let sentence = thrown.unwrap_or_default();
        let taught =
            sentence.strip_prefix("TypeError: entente.").is_some_and(|rest| rest.len() > 20);
        assert!(taught, "{call} throws {sentence:?}");
    }
    page.wait_eq("location.hash", "#/reports");
    // What may be left out may be left out.
    page.wait_eq("entente.search('paris', undefined).total", 2);
    page.wait_eq("entente.search('paris', { limit: undefined, filters: null }).total", 2);
}

fn round_trip(page: &mut Page<'_>) {
    page.open("#/reports");
    for address in [
        "#/reports",
        "#/reports?q=paris&source=-Viet%20Nam%20News&source=Vietnam%20News%20Agency&year=2016&from=2016&to=2024-05",
        "#/reports?source=&year=-2016",
        "#/report/2016-11-first-dialogue-paris?q=peacekeep*&text=source",
        "#/reports?person=alice-rufo&place=-hanoi",
        "#/entity/paris?q=talks",
        "#/entities",
        "#/about?q=paris",
        "#/meetings?host=VN&order=oldest&sort=-reports&by=series",
    ] {
        page.script("entente.navigate(arguments[0])", &[json!(address)]);
        page.wait_eq("[entente.view().address, location.hash]", [address, address]);
        let view: Value = page.get("entente.view()");
        page.script("entente.navigate('#/reports?q=between')", &[]);
        page.wait_eq("location.hash", "#/reports?q=between");
        page.script("entente.navigate(arguments[0])", std::slice::from_ref(&view));
        page.wait_eq("[entente.view(), location.hash]", (view, address));
    }
    let filters = |year: &[&str], from: Option<&str>| {
        let none: [&str; 0] = [];
        json!({
            "person": none, "org": none, "place": none, "agreement": none, "event": none,
            "source": none, "year": year, "kind": none, "host": none, "status": none, "from": from, "to": null,
        })
    };
    page.script("entente.navigate('#/about?q=paris')", &[]);
    page.wait_eq("entente.view().filters", filters(&[], None));
    page.script(
        "entente.navigate({ query: 'unclos', filters: { year: 2016, from: '2001' } })",
        &[],
    );
    page.wait_eq("location.hash", "#/reports?q=unclos&year=2016&from=2001");
    page.wait_eq("entente.view().filters", filters(&["2016"], Some("2001")));
}

/// A page around this one, or a driver, has an `Object` and an `Array` of its own.
fn other_frame(page: &mut Page<'_>) {
    page.open("#/reports");
    page.script(
        "const frame = document.body.appendChild(document.createElement('iframe'));
         window.parsed = (text) => frame.contentWindow.JSON.parse(text);
         window.foreign = frame.contentWindow.Function.prototype.bind.call((view) => {
           window.heard = view.query;
         });",
        &[],
    );
    let filters = json!({"filters": {"year": ["2016", 2023]}}).to_string();
    let filters = format!("window.parsed({})", json!(filters));
    page.wait_eq(&format!("entente.search('', {filters}).total"), 2);
    let unknown = json!({"filters": {"yaer": 2016}}).to_string();
    page.wait_eq(
        &format!("thrown(() => entente.search('', window.parsed({}))) !== null", json!(unknown)),
        true,
    );
    page.wait_eq("thrown(() => entente.on('view', window.foreign))", ());
    page.script(&format!("entente.navigate({filters})"), &[]);
    page.wait_eq("location.hash", "#/reports?year=2016&year=2023");
    page.script("entente.navigate({ query: 'unclos' })", &[]);
    page.wait_eq("window.heard", "unclos");
}

fn listener(page: &mut Page<'_>) {
    page.open("#/reports");
    page.script(
        "window.heard = [];
         window.end = entente.on('view', (view) => window.heard.push(view.address));
         window.end_other = entente.on('view', () => {});",
        &[],
    );
    page.script("entente.navigate('#/reports?q=paris')", &[]);
    page.wait_eq("window.heard", ["#/reports?q=paris"]);
    page.goes_to_search();
    page.types("x");
    page.wait_eq("window.heard.length", 2);
    page.travel(-1);
    page.wait_eq("window.heard.at(-1)", "#/reports");
    // The same view again is no news.
    page.script("entente.navigate('#/reports')", &[]);
    page.wait_eq("entente.view().address", "#/reports");
    page.stays("window.heard.length", 3);
    page.script("window.end()", &[]);
    page.script("entente.navigate('#/about')", &[]);
    page.wait_eq("location.hash", "#/about");
    page.wait_eq("one('.about') !== null", true);
    page.stays("window.heard.length", 3);
    // To end it twice does no harm.
    page.wait_eq("thrown(() => window.end())", ());
    // A change in the same task is heard, and what a listener throws is told.
    page.allow_console("the listener fell");
    page.allow_console("Script error");
    page.script(
        "addEventListener('error', (event) => { window.told = true });
         entente.on('view', (view) => window.heard.push(view.address));
         entente.on('view', () => { throw new Error('the listener fell') });
         entente.navigate('#/reports?q=hanoi')",
        &[],
    );
    page.wait_eq("window.heard.at(-1)", "#/reports?q=hanoi");
    page.wait_eq("window.told", true);
}

fn thread(page: &mut Page<'_>) {
    page.open("#/thread");
    page.wait_eq("entente.thread().sides", ["VN", "FR"]);
    page.wait_eq("entente.thread().pairs[0].sides", "VN,FR");
    let drawn = "entente.thread().rungs.flatMap((rung) => rung.meetings).length";
    page.wait_eq(&format!("entente.thread().pairs[0].meetings === {drawn}"), true);
    page.wait_eq(&format!("all('.thread .row').length === {drawn}"), true);
    page.wait_eq("entente.thread().rungs[0].date", "2016-09");
    page.wait_eq("entente.thread('FR,VN').sides", ["FR", "VN"]);
    page.wait_eq("entente.thread('FR,VN').rungs.length === entente.thread().rungs.length", true);
    page.wait_eq("entente.thread('PE,BO').rungs", [0; 0]);
    page.wait_eq(
        "thrown(() => entente.thread('France'))?.startsWith('TypeError: entente.thread')",
        true,
    );
    page.script("entente.navigate({ page: 'thread', sides: 'FR,VN' })", &[]);
    page.wait_eq("location.hash", "#/thread?sides=FR,VN");
    page.wait_eq("[entente.view().sides, entente.thread().sides[0]]", ("FR,VN", "FR"));
    page.script("entente.navigate({ document: '2024-05-05-ministers-talks-ha-noi', quote: 'Letter of Intent' })", &[]);
    page.wait_eq("texts('.quoted').join('')", "Letter of Intent");
    page.wait_eq("entente.view().quote", "Letter of Intent");
}
