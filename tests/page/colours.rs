//! The colours of the style sheet. No browser is needed for these.

use crate::suite::Plain;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub const TESTS: &[Plain] = &[
    ("all themes define the same variables", themes_agree),
    ("the dark theme is the system's dark", dark_is_dark),
    ("every variable that is used is defined", used_is_defined),
    ("text has a contrast of 4.5 to what is behind it, in both themes", contrast),
];

const LIGHT: &str = ":root, :root[data-theme=\"light\"] {";
const DARK: &str = ":root[data-theme=\"dark\"] {";
const SYSTEM: &str = ":root:not([data-theme]) {";

fn sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style.css");
    fs::read_to_string(path).expect("the style sheet is there")
}

/// The variables that a rule defines.
fn variables(sheet: &str, rule: &str) -> BTreeMap<String, String> {
    let (_, rest) = sheet.split_once(rule).unwrap_or_else(|| panic!("there is no rule {rule}"));
    let (body, _) = rest.split_once('}').expect("the rule ends");
    let pairs = body.split(';').filter_map(|line| line.trim().split_once(": "));
    pairs
        .filter(|(name, _)| name.starts_with("--") || *name == "color-scheme")
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn themes_agree() {
    let sheet = sheet();
    let names = |rule| variables(&sheet, rule).into_keys().collect::<Vec<_>>();
    assert!(names(LIGHT).len() > 5);
    assert_eq!(names(LIGHT), names(DARK));
    assert_eq!(names(LIGHT), names(SYSTEM));
}

fn dark_is_dark() {
    let sheet = sheet();
    assert_eq!(variables(&sheet, DARK), variables(&sheet, SYSTEM));
}

fn used_is_defined() {
    let sheet = sheet();
    // Anywhere: some are those of an element and what is in it.
    let is_defined = |name: &str| sheet.contains(&format!("{name}: "));
    for used in sheet.split("var(").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(is_defined(used), "{used} is used and not defined");
    }
}

fn contrast() {
    let sheet = sheet();
    for rule in [LIGHT, DARK] {
        let colours = variables(&sheet, rule);
        for (text, behind) in [
            ("--ink", "--paper"),
            ("--ink", "--raised"),
            ("--ink", "--mark"),
            ("--ink", "--mark-now"),
            ("--quiet", "--paper"),
            ("--quiet", "--raised"),
            // Names on the map, and those of islands and the sea.
            ("--ink", "--sea"),
            ("--ink", "--land"),
            ("--quiet", "--sea"),
            ("--quiet", "--land"),
            // The numbers of stacks.
            ("--paper", "--person"),
            ("--paper", "--organisation"),
            ("--paper", "--place"),
            ("--paper", "--quiet"),
            // Hits are in ink wherever they stand.
            // A wrong date; links and titles under the pointer.
            ("--accent", "--paper"),
            ("--accent", "--raised"),
            ("--on-accent", "--accent"),
        ] {
            let ratio = ratio(luminance(&colours[text]), luminance(&colours[behind]));
            assert!(ratio >= 4.5, "{rule} {text} on {behind}: {ratio:.2}");
        }
        // The lines under names are no text: 3 is asked of them.
        for kind in ["person", "organisation", "place", "agreement", "event", "date"] {
            for behind in ["--paper", "--mark"] {
                let line = luminance(&colours[&format!("--{kind}")]);
                let ratio = ratio(line, luminance(&colours[behind]));
                assert!(ratio >= 3.0, "{rule} {kind} on {behind}: {ratio:.2}");
            }
        }
    }
}

/// Contrast by WCAG 2.2.
fn ratio(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two digits");
        let value = f64::from(value) / 255.0;
        #[expect(clippy::disallowed_methods, reason = "nothing of this is stored")]
        let linear = ((value + 0.055) / 1.055).powf(2.4);
        if value <= 0.04045 { value / 12.92 } else { linear }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
