//! The map as a picture: SVG for print, PNG for everything else.
//!
//! It is what the window shows, in light colours whatever the page has, and around it what a map
//! must not travel without: its title, what it was narrowed down to, the legend, and the note on
//! its source and viewpoint.

use super::chart::Chart;
use super::legend::{self, Entry};
use super::scene::Picture;
use crate::facets;
use crate::files::{save, save_from};
use entente_drawing::{Group, Shape, svg};
use js_sys::encode_uri_component;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    CanvasRenderingContext2d, CssStyleDeclaration, CssStyleRule, CssStyleSheet, HtmlCanvasElement,
    HtmlImageElement,
};

/// Pixels above and below the map.
const HEAD: f64 = 58.0;
const FOOT: f64 = 64.0;
/// Pixels from the left edge to the words.
const LEFT: f64 = 16.0;
/// About so wide is a letter of the legend, in pixels.
const LETTER: f64 = 6.6;
/// A PNG has so many pixels a pixel of the page, for print.
const SHARP: f64 = 2.0;
/// What rules of the style sheet must speak of to go along.
const OF_THE_MAP: &str = ".world";
/// The rule with the colours of the light theme.
const LIGHT: &str = "[data-theme=\"light\"]";

pub(super) fn save_svg(chart: &Chart) {
    let (picture, _) = picture(chart);
    save(chart.state, chart.state.strings().map, "svg", "image/svg+xml", &picture);
}

pub(super) fn save_png(chart: &Chart) {
    let (picture, (width, height)) = picture(chart);
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
fn picture(chart: &Chart) -> (String, (f64, f64)) {
    let state = chart.state;
    let (frame, marks) = chart.drawn.with_untracked(|drawn| (drawn.frame, drawn.marks.clone()));
    let visits = chart.visits.get_untracked();
    let size = (frame.width, frame.height + HEAD + FOOT);
    let (map, entries) = chart.found.with_untracked(|found| {
        let picture = Picture {
            frame: &frame,
            places: &found.places,
            marks: &marks,
            visits: if visits { &found.visits } else { &[] },
            countries: chart.countries.get_untracked(),
        };
        (picture.shapes(state), untrack(|| legend::entries(state, found, visits)))
    });
    let title = [&*state.archive().title, " – ", state.strings().map_title].concat();
    let chosen = untrack(|| facets::in_words(state));
    // What goes beyond the frame is covered by the paper of head and foot.
    let paper = |y: f64, height: f64| Shape::rectangle("paper", (0.0, y), (size.0, height));
    let foot = HEAD + frame.height;
    let at = |shift: (f64, f64), shapes: Vec<Shape>| {
        Shape::Group(Group { shift, shapes, ..Group::default() })
    };
    let mut all = vec![
        at((0.0, HEAD), map),
        paper(0.0, HEAD),
        paper(foot, FOOT),
        Shape::text("title", (LEFT, 26.0), title),
        Shape::text("chosen", (LEFT, 46.0), chosen),
        Shape::text("note", (LEFT, foot + 52.0), state.strings().map_note),
    ];
    let mut x = LEFT;
    for Entry { width, shape, words } in entries {
        let next = x + width + words.chars().count() as f64 * LETTER + 24.0;
        all.push(at((x, foot + 14.0), vec![shape]));
        all.push(Shape::text("entry", (x + width + 6.0, foot + 25.0), words));
        x = next;
    }
    (svg::document("world picture", size, &styles(), &all), size)
}

/// The rules of the page's style sheets that speak of the map, with the colours of the light theme:
/// a picture has no page to ask for them.
fn styles() -> String {
    let (mut styles, mut light) = (String::new(), None);
    let sheets = document().style_sheets();
    for sheet in (0..sheets.length()).filter_map(|at| sheets.item(at)) {
        let Some(sheet) = sheet.dyn_ref::<CssStyleSheet>() else { continue };
        let Ok(rules) = sheet.css_rules() else { continue };
        for rule in (0..rules.length()).filter_map(|at| rules.item(at)) {
            let Ok(rule) = rule.dyn_into::<CssStyleRule>() else { continue };
            let selector = rule.selector_text();
            if selector.contains(OF_THE_MAP) {
                styles += &rule.css_text();
            } else if selector.contains(LIGHT) {
                light = light.or_else(|| Some(rule.style()));
            }
        }
    }
    let root = document().document_element();
    let fonts = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = |name: &str| {
        let of = |styles: &Option<CssStyleDeclaration>| {
            styles.as_ref()?.get_property_value(name).ok().filter(|value| !value.is_empty())
        };
        of(&light).or_else(|| of(&fonts)).unwrap_or_default()
    };
    while let Some((before, rest)) = styles.split_once("var(") {
        let Some((name, after)) = rest.split_once(')') else { break };
        styles = [before, value(name.trim()).trim(), after].concat();
    }
    styles
}
