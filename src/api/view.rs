//! What the page shows, and showing something else.

use super::values::{REFUSED, first_refused, list, object, set, text};
use super::{Answer, wrong};
use crate::address::{MapFrame, Page, View};
use crate::dom::effect;
use crate::language::{LANGUAGES, known};
use crate::state::{State, Step};
use entente_search::FacetKind;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// The view as JavaScript sees it.
pub(super) fn present(state: State) -> Answer {
    state.view.with_untracked(|view| {
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
            Page::Unknown(path) => path.as_str(),
        };
        let of = |kind: &str| if page == kind { id } else { "" };
        let pairs = view.filter_pairs();
        // Several values, `-` before an excluded one, or a date.
        let values = |key: &'static str| {
            let own = pairs.iter().filter(move |pair| pair.0 == key);
            own.map(|(_, value)| JsValue::from_str(value))
        };
        let filters = object(&[]);
        for kind in FacetKind::ALL {
            set(&filters, kind.name(), &list(values(kind.name())));
        }
        for key in ["from", "to"] {
            set(&filters, key, &values(key).next().unwrap_or(JsValue::NULL));
        }
        let meeting = Some(of("meeting")).filter(|id| !id.is_empty());
        let language = view.language.map_or("", |language| LANGUAGES[language].0);
        Ok(object(&[
            ("address", view.print().into()),
            ("page", page.into()),
            ("document", text(of("report"))),
            ("entity", text(of("entity"))),
            ("meeting", text(meeting.unwrap_or(&view.meeting))),
            ("query", view.query.as_str().into()),
            ("filters", filters),
            ("source_text", view.source_text.into()),
            ("name", text(&view.name)),
            ("at", text(&view.frame.map(|frame| frame.print()).unwrap_or_default())),
            ("language", text(language)),
        ]))
    })
}

pub(super) fn navigate(state: State, view: &JsValue, _: &JsValue) -> Answer {
    const USE: &str = "entente.navigate(view): view must be an address such as \"#/reports?q=paris\" \
                       or an object such as { page: \"reports\", query: \"paris\" }";
    if let Some(address) = view.as_string() {
        state.navigate(View::parse(&address), Step::Push);
        return Ok(JsValue::UNDEFINED);
    }
    if !view.is_object() {
        return Err(wrong(USE));
    }
    let field = |key: &str| Reflect::get(view, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let page = match (field("page").as_string().as_deref(), field("document").as_string()) {
        (Some("report") | None, Some(id)) => Page::Report(id),
        (Some("reports") | None, _) => Page::Reports,
        (Some("entity"), _) => match field("entity").as_string() {
            Some(id) => Page::Entity(id),
            None => return Err(wrong(USE)),
        },
        (Some("entities"), _) => Page::Entities,
        (Some("meeting"), _) => match field("meeting").as_string() {
            Some(id) => Page::Meeting(id),
            None => return Err(wrong(USE)),
        },
        (Some("meetings"), _) => Page::Meetings,
        (Some("map"), _) => Page::Map,
        (Some("mechanisms"), _) => Page::Mechanisms,
        (Some("agreements"), _) => Page::Agreements,
        (Some("about"), _) => Page::About,
        _ => return Err(wrong(USE)),
    };
    let query = match field("query") {
        absent if absent.is_undefined() || absent.is_null() => String::new(),
        given => given.as_string().ok_or_else(|| wrong(USE))?,
    };
    let report = matches!(page, Page::Report(_));
    let wanted = View {
        page,
        query,
        source_text: field("source_text").is_truthy(),
        name: field("name").as_string().unwrap_or_default(),
        meeting: field("meeting").as_string().filter(|_| report).unwrap_or_default(),
        frame: field("at").as_string().and_then(|frame| MapFrame::parse(&frame)),
        language: field("language").as_string().and_then(|code| known(&code)),
        ..View::default()
    };
    state.navigate(filtered(wanted, &field("filters"), "entente.navigate")?, Step::Push);
    Ok(JsValue::UNDEFINED)
}

/// A view with filters given as keys of an address: a value or several.
pub(super) fn filtered(mut view: View, filters: &JsValue, function: &str) -> Result<View, JsValue> {
    if filters.is_undefined() || filters.is_null() {
        return Ok(view);
    }
    // Not `instanceof`: objects of other frames are welcome.
    if !filters.is_object() {
        return Err(wrong(&[function, ": filters must be an object"].concat()));
    }
    let take =
        &mut |key: &str, text: Option<&str>| text.is_none_or(|text| view.filter_by(key, text));
    match first_refused(filters, take) {
        Some(key) => Err(wrong(&[function, ": filters.", &key, REFUSED].concat())),
        None => Ok(view),
    }
}

/// Calls a function with every later view; gives back a function that ends this.
pub(super) fn listen(state: State, event: &JsValue, listener: &JsValue) -> Answer {
    let listener = listener.is_function().then(|| listener.clone().unchecked_into::<Function>());
    let (Some("view"), Some(listener)) = (event.as_string().as_deref(), listener) else {
        return Err(wrong("entente.on(event, listener): the event must be \"view\""));
    };
    let first = Cell::new(true);
    let mut effect = Some(effect(move || {
        state.view.track();
        if first.replace(false) {
            return;
        }
        if let Ok(view) = present(state) {
            let _ = untrack(|| listener.call1(&JsValue::UNDEFINED, &view));
        }
    }));
    let end = Closure::<dyn FnMut()>::new(move || {
        if let Some(effect) = effect.take() {
            effect.stop();
        }
    });
    Ok(end.into_js_value())
}
