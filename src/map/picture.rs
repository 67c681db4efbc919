//! The map as a picture: SVG for print, PNG for everything else.
//!
//! It is what the window shows, with the styles of the page written into it, and above and below
//! it what a map must not travel without: its title, what it was narrowed down to, and the note on
//! its source and viewpoint.

use super::chart::Chart;
use super::ground::number;
use crate::facets;
use crate::files::{save, save_from};
use js_sys::encode_uri_component;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    CanvasRenderingContext2d, CssStyleRule, CssStyleSheet, Element, HtmlCanvasElement,
    HtmlImageElement, XmlSerializer,
};

/// Pixels above and below the map.
const HEAD: f64 = 58.0;
const FOOT: f64 = 40.0;
/// Pixels from the left edge to the words.
const LEFT: f64 = 16.0;
/// A PNG has so many pixels a pixel of the page, for print.
const SHARP: f64 = 2.0;
/// What rules of the style sheet must speak of to go along.
const OF_THE_MAP: &str = ".world";

pub(super) fn save_svg(chart: &Chart) {
    if let Some((picture, _)) = picture(chart) {
        save(chart.state, chart.state.strings().map, "svg", "image/svg+xml", &picture);
    }
}

pub(super) fn save_png(chart: &Chart) {
    let Some((picture, (width, height))) = picture(chart) else { return };
    let Ok(image) = HtmlImageElement::new() else { return };
    let address = ["data:image/svg+xml,", &String::from(encode_uri_component(&picture))].concat();
    let (state, drawn) = (chart.state, image.clone());
    let load = move || {
        let canvas = document().create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
        let (width, height) = (width * SHARP, height * SHARP);
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let context = canvas.get_context("2d").ok()??;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let _ = context
            .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height);
        canvas.to_data_url().ok()
    };
    let save = Closure::once_into_js(move || {
        if let Some(address) = load() {
            save_from(state, state.strings().map, "png", &address);
        }
    });
    image.set_onload(Some(save.unchecked_ref()));
    image.set_src(&address);
}

/// The picture as the text of an SVG, and its width and height in pixels.
fn picture(chart: &Chart) -> Option<(String, (f64, f64))> {
    let state = chart.state;
    let frame = chart.frame();
    let (width, height) = (frame.width, frame.height + HEAD + FOOT);
    let map = chart.drawing.get_untracked()?.clone_node_with_deep(true).ok()?;
    let map = map.dyn_into::<Element>().ok()?;
    let whole = ["0 0 ", &number(frame.width), " ", &number(frame.height)].concat();
    for (name, value) in [
        ("x", "0"),
        ("y", &number(HEAD)),
        ("width", &number(frame.width)),
        ("height", &number(frame.height)),
        ("viewBox", &whole),
    ] {
        let _ = map.set_attribute(name, value);
    }
    let map = XmlSerializer::new().ok()?.serialize_to_string(&map).ok()?;
    let title = [&*state.archive().title, " – ", state.strings().map_title].concat();
    let chosen = untrack(|| facets::in_words(state));
    let words = |class: &str, y: f64, words: &str| {
        let at = ["\" x=\"", &number(LEFT), "\" y=\"", &number(y), "\">"].concat();
        ["<text class=\"", class, &at, &escaped(words), "</text>"].concat()
    };
    let (across, down) = (number(width), number(height));
    let text = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"world picture\" width=\"",
        &across,
        "\" height=\"",
        &down,
        "\" viewBox=\"0 0 ",
        &across,
        " ",
        &down,
        "\"><style>",
        &escaped(&styles()),
        "</style><rect class=\"paper\" width=\"100%\" height=\"100%\"/>",
        &words("title", 26.0, &title),
        &words("chosen", 46.0, &chosen),
        &map,
        &words("note", height - 15.0, state.strings().map_note),
        "</svg>",
    ];
    Some((text.concat(), (width, height)))
}

/// Text as it stands in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The rules of the page's style sheets that speak of the map, with the values of the present
/// theme: a picture has no page to ask for them.
fn styles() -> String {
    let mut styles = String::new();
    let sheets = document().style_sheets();
    for sheet in (0..sheets.length()).filter_map(|at| sheets.item(at)) {
        let Some(sheet) = sheet.dyn_ref::<CssStyleSheet>() else { continue };
        let Ok(rules) = sheet.css_rules() else { continue };
        for rule in (0..rules.length()).filter_map(|at| rules.item(at)) {
            if let Some(rule) = rule.dyn_ref::<CssStyleRule>()
                && rule.selector_text().contains(OF_THE_MAP)
            {
                styles += &rule.css_text();
            }
        }
    }
    let root = document().document_element();
    let values = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    while let Some((before, rest)) = styles.split_once("var(") {
        let Some((name, after)) = rest.split_once(')') else { break };
        let value = values.as_ref().and_then(|values| values.get_property_value(name.trim()).ok());
        styles = [before, value.as_deref().unwrap_or_default().trim(), after].concat();
    }
    styles
}
