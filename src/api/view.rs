//! What the page shows, and showing something else.

use super::given::Given;
use super::one_or_many::{OneOrMany, Word};
use super::types::{self, Filtering, Filters};
use super::{Answer, some, to_js, wrong};
use crate::address::{MapFrame, Page, Rows, Sides, Sort, View};
use crate::language::Language;
use crate::state::{AppState, Step};
use entente_text::Quote;
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Reports an exception as the browser reports those that nobody catches.
    #[wasm_bindgen(js_name = reportError)]
    fn report_error(exception: &JsValue);
}

/// The view as JavaScript sees it.
pub(super) fn present(state: AppState) -> Answer {
    state.view.with_untracked(|view| to_js(&described(view)))
}

fn described(view: &View) -> types::View {
    let id = match &view.page {
        Page::Report(id) | Page::Entity(id) | Page::Meeting(id) => id.as_str(),
        _ => "",
    };
    let page = match &view.page {
        Page::Reports => "reports",
        Page::Report(_) => "report",
        Page::Entities => "entities",
        Page::Entity(_) => "entity",
        Page::Meetings => "meetings",
        Page::Meeting(_) => "meeting",
        Page::Map => "map",
        Page::Mechanisms => "mechanisms",
        Page::Agreements => "agreements",
        Page::About => "about",
        Page::Thread => "thread",
        Page::Unknown(path) => path.as_str(),
    };
    let of = |kind: &str| if page == kind { some(id) } else { None };
    types::View {
        address: view.print(),
        page: page.to_owned(),
        document: of("report"),
        entity: of("entity"),
        meeting: of("meeting").or_else(|| some(&view.meeting)),
        query: view.query.clone(),
        filters: filters(view),
        source_text: view.source_text,
        name: some(&view.name),
        quote: some(&view.quote.words),
        sides: view.sides.as_ref().map(Sides::print),
        order: view.order,
        sort: view.rows.sort.map(Sort::print),
        by: view.rows.by,
        group: view.grain,
        at: view.frame.map(|frame| frame.print()),
        language: view.language.map(|language| language.code().to_owned()),
    }
}

/// The filters of a view: of each several values, `-` before an excluded one, or a date.
fn filters(view: &View) -> Filters {
    let pairs = view.filter_pairs();
    let values = |key: &str| {
        let own = pairs.iter().filter(|pair| pair.0 == key);
        own.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let words = |key: &str| Some(OneOrMany::Many(values(key)));
    let date = |key: &str| values(key).into_iter().next().map(Word::Text);
    Filters {
        person: words("person"),
        org: words("org"),
        place: words("place"),
        agreement: words("agreement"),
        event: words("event"),
        source: words("source"),
        year: Some(OneOrMany::Many(values("year").into_iter().map(Word::Text).collect())),
        kind: words("kind"),
        host: words("host"),
        status: words("status"),
        from: date("from"),
        to: date("to"),
    }
}

pub(super) fn navigate(state: AppState, view: &JsValue) -> Answer {
    const CALL: &str = "entente.navigate(view)";
    const USE: &str = "entente.navigate(view): view must be an address such as \"#/reports?q=paris\" \
                       or an object such as { page: \"reports\", query: \"paris\" }";
    if let Some(address) = view.as_string() {
        state.navigate(View::parse(&address), Step::Push);
        return Ok(JsValue::UNDEFINED);
    }
    if !view.is_object() {
        return Err(wrong(USE));
    }
    let request = Given::new(view, CALL)?;
    let word = |key: &str| request.word(key);
    let needed = |key: &str| word(key)?.ok_or_else(|| wrong(USE));
    let page = match (word("page")?.as_deref(), word("document")?) {
        (Some("report") | None, Some(id)) => Page::Report(id),
        (Some("reports") | None, _) => Page::Reports,
        (Some("entity"), _) => Page::Entity(needed("entity")?),
        (Some("entities"), _) => Page::Entities,
        (Some("meeting"), _) => Page::Meeting(needed("meeting")?),
        (Some("meetings"), _) => Page::Meetings,
        (Some("map"), _) => Page::Map,
        (Some("mechanisms"), _) => Page::Mechanisms,
        (Some("agreements"), _) => Page::Agreements,
        (Some("about"), _) => Page::About,
        (Some("thread"), _) => Page::Thread,
        _ => return Err(wrong(USE)),
    };
    let report = matches!(page, Page::Report(_));
    let wanted = View {
        page,
        query: word("query")?.unwrap_or_default(),
        source_text: request.flag("source_text")?,
        name: word("name")?.unwrap_or_default(),
        meeting: word("meeting")?.filter(|_| report).unwrap_or_default(),
        quote: Quote { words: word("quote")?.unwrap_or_default(), ..Quote::default() },
        sides: word("sides")?.and_then(|sides| Sides::parse(&sides)),
        order: word("order")?.and_then(|order| order.parse().ok()),
        grain: word("group")?.and_then(|grain| grain.parse().ok()),
        rows: Rows {
            sort: word("sort")?.and_then(|sort| Sort::parse(&sort)),
            by: word("by")?.and_then(|by| by.parse().ok()),
        },
        frame: word("at")?.and_then(|frame| MapFrame::parse(&frame)),
        language: word("language")?.and_then(|code| Language::from_tag(&code)),
        ..View::default()
    };
    state.navigate(filtered(wanted, request.object("filters")?)?, Step::Push);
    Ok(JsValue::UNDEFINED)
}

/// A view with filters.
pub(super) fn filtered(mut view: View, filters: Given) -> Result<View, JsValue> {
    let filters = filters.with_keys(Filters::KEYS)?;
    for key in Filters::KEYS {
        let values = match *key {
            "year" | "from" | "to" => filters.years(key)?,
            key => filters.words(key)?,
        };
        for value in values {
            if !view.filter_by(key, &value) {
                let call = filters.call();
                return Err(wrong(&format!("{call}: filters.{key} cannot be `{value}`")));
            }
        }
    }
    Ok(view)
}

/// Calls a function with every later view; gives back a function that ends this.
pub(super) fn listen(state: AppState, event: &JsValue, listener: &JsValue) -> Answer {
    let listener = listener.is_function().then(|| listener.clone().unchecked_into::<Function>());
    let (Some("view"), Some(listener)) = (event.as_string().as_deref(), listener) else {
        return Err(wrong("entente.on(event, listener): the event must be \"view\""));
    };
    // An effect runs for the first time after this task, which may change the view.
    let mut known = state.view.get_untracked();
    // The effect has an owner of its own and keeps it: it lives until it is ended, whoever calls and
    // whatever they keep, and then nothing of it stays.
    let owner = Owner::default();
    let kept = owner.clone();
    let tell = move || {
        let _ = &kept;
        let now = state.view.get();
        if known == now {
            return;
        }
        known = now;
        let told =
            present(state).and_then(|view| untrack(|| listener.call1(&JsValue::UNDEFINED, &view)));
        if let Err(exception) = told {
            report_error(&exception);
        }
    };
    let mut effect = Some(owner.with(|| Effect::new(tell)));
    let end = Closure::<dyn FnMut()>::new(move || {
        if let Some(effect) = effect.take() {
            effect.stop();
        }
    });
    Ok(end.into_js_value())
}
