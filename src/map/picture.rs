//! The map as a picture: SVG for print, PNG for everything else.
//!
//! It is what the window shows, with the styles of the page written into it, and above and below
//! it what a map must not travel without: its title, what it was narrowed down to, and the note on
//! its source and viewpoint.

use super::chart::Chart;
use super::ground::number;
use crate::dom::{El, el, svg};
use crate::facets;
use crate::files::{save, save_from};
use js_sys::encode_uri_component;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, CssStyleRule, CssStyleSheet, HtmlCanvasElement, HtmlImageElement,
    XmlSerializer,
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
    image.set_src(&address);
    let (state, drawn) = (chart.state, image.clone());
    El::of(image).on("load", move |_| {
        let canvas = el("canvas").element().clone().unchecked_into::<HtmlCanvasElement>();
        canvas.set_width((width * SHARP) as u32);
        canvas.set_height((height * SHARP) as u32);
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        let (width, height) = (width * SHARP, height * SHARP);
        let _ = context
            .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height);
        if let Ok(address) = canvas.to_data_url() {
            save_from(state, state.strings().map, "png", &address);
        }
    });
}

/// The picture as the text of an SVG, and its width and height in pixels.
fn picture(chart: &Chart) -> Option<(String, (f64, f64))> {
    let state = chart.state;
    let frame = chart.frame();
    let (width, height) = (frame.width, frame.height + HEAD + FOOT);
    let box_of = |left: f64, top: f64, width: f64, height: f64| {
        [left, top, width, height].map(number).join(" ")
    };
    let words = |class: &str, y: f64, words: &str| {
        let at = svg("text").attr("class", class).attr("x", number(LEFT)).attr("y", number(y));
        at.text(words)
    };
    let paper = svg("rect").attr("class", "paper").attr("width", "100%").attr("height", "100%");
    let map = chart.drawing.element().clone_node_with_deep(true).ok()?;
    let map = El::of(map.unchecked_into::<web_sys::Element>())
        .attr("x", "0")
        .attr("y", number(HEAD))
        .attr("width", number(frame.width))
        .attr("height", number(frame.height))
        .attr("viewBox", box_of(0.0, 0.0, frame.width, frame.height));
    let title = [&*state.archive().title, " – ", state.strings().map_title].concat();
    let chosen = untrack(|| facets::in_words(state));
    let picture = svg("svg")
        .attr("class", "world picture")
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("viewBox", box_of(0.0, 0.0, width, height))
        .add(svg("style").text(styles()))
        .add(paper)
        .add(words("title", 26.0, &title))
        .add(words("chosen", 46.0, &chosen))
        .add(map)
        .add(words("note", height - 15.0, state.strings().map_note));
    let text = XmlSerializer::new().ok()?.serialize_to_string(picture.element()).ok()?;
    Some((text, (width, height)))
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
