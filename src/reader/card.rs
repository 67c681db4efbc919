//! The card of a name: what it is and who, as one points at it or comes to it with the
//! keyboard. It stays while one points at the card itself, and Escape puts it away.

use crate::dom::{El, el, part};
use crate::marked::words;
use crate::state::State;
use entente_archive::{DocumentRef, EntityRef};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

const ID: &str = "card";
/// Sizes in pixels, as in the style sheet: its width, and less than its height.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 140.0;

/// Shows cards for the names in an article.
pub fn cards(state: State, report: &DocumentRef<'static>, article: El) -> El {
    let report = report.number;
    let show = move |event: Event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        // A finger does not point: it opens the name.
        let finger = Reflect::get(&event, &"pointerType".into()).ok();
        let finger = finger.and_then(|with| with.as_string()).is_some_and(|with| with == "touch");
        if finger || target.closest("#card").ok().flatten().is_some() {
            return;
        }
        let name = target.closest("a.name[data-entity]").ok().flatten();
        // A mouse that rests on the text does not count for somebody at the keyboard.
        if name.is_none() && described().is_some_and(|name| name.matches(":focus") == Ok(true)) {
            return;
        }
        put_away();
        let Some(name) = name else { return };
        let id = name.get_attribute("data-entity").unwrap_or_default();
        if let Some(entity) = state.archive().find_entity(&id) {
            let card = card(state, &entity, report);
            place(&name, &card);
            let _ = name.set_attribute("aria-describedby", ID);
            let host = name.closest("article").ok().flatten();
            let _ = host.map(|host| host.append_child(card.element()));
        }
    };
    let leave = |_: Event| {
        put_away();
    };
    article
        .on("pointerover", show)
        .on("focusin", show)
        .on("pointerleave", leave)
        .on("focusout", leave)
}

/// Takes the card away; whether there was one.
pub fn put_away() -> bool {
    let Some(card) = El::find(ID) else { return false };
    card.element().remove();
    if let Some(name) = described() {
        let _ = name.remove_attribute("aria-describedby");
    }
    true
}

/// The name whose card is shown.
fn described() -> Option<Element> {
    document().query_selector("[aria-describedby=card]").ok().flatten()
}

fn card(state: State, entity: &EntityRef<'static>, report: usize) -> El {
    let strings = state.strings();
    let kind = entity.kind;
    let counts = (strings.named_in)(entity.mentions().count(), entity.documents().len());
    let what = [Some(strings.kind[kind as usize].to_owned()), state.country(entity)];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    part("span", "card")
        .attr("id", ID)
        .attr("role", "tooltip")
        .attr("lang", "en")
        .add(part("span", "meta").text(what))
        .add(el("b").text(state.name(entity)))
        .maybe(office(state, entity, report).map(|words| el("span").text(words)))
        .add(part("span", "meta").text(counts))
}

/// The office of a person: as this report tells it, else as another does, else the latest on
/// record.
fn office(state: State, entity: &EntityRef<'static>, report: usize) -> Option<String> {
    let told = |here: bool| {
        let roles = entity.roles().filter(|role| (role.document as usize == report) == here);
        let words = roles.filter_map(|role| {
            Some(words(state.archive().document(role.document as usize)?.text(), role.span))
        });
        words.max_by_key(String::len)
    };
    let on_record = || entity.offices().last().map(|office| state.office(office).to_owned());
    told(true).or_else(on_record).or_else(|| told(false))
}

/// Puts the card below a name, or above it near the lower edge of the window.
fn place(name: &Element, card: &El) {
    let Some(card) = card.element().dyn_ref::<HtmlElement>() else { return };
    let edge = |side: Result<wasm_bindgen::JsValue, _>| {
        side.ok().and_then(|side| side.as_f64()).unwrap_or(WIDTH)
    };
    let (width, height) = (edge(window().inner_width()), edge(window().inner_height()));
    let at = name.get_bounding_client_rect();
    let px = |value: f64| [&(value as i32).to_string(), "px"].concat();
    let _ = card.style().set_property("left", &px(at.left().min(width - WIDTH - 16.0).max(8.0)));
    let _ = match at.bottom() + HEIGHT > height {
        true => card.style().set_property("bottom", &px(height - at.top())),
        false => card.style().set_property("top", &px(at.bottom())),
    };
}
