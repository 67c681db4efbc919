//! Shapes as the text of an SVG, for files.

use crate::number;
use crate::shape::{Group, Shape, Text};

/// A whole SVG of this size, with the rules of a style sheet for its classes. What XML cannot
/// hold is left out of words.
pub fn document(class: &str, (width, height): (f64, f64), style: &str, shapes: &[Shape]) -> String {
    let (across, down) = (number(width), number(height));
    let mut text = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute(&mut text, "class", class);
    attribute(&mut text, "width", &across);
    attribute(&mut text, "height", &down);
    attribute(&mut text, "viewBox", &["0 0 ", &across, " ", &down].concat());
    text += "><style>";
    escape(&mut text, style);
    text += "</style>";
    write(&mut text, shapes);
    text + "</svg>"
}

fn write(text: &mut String, shapes: &[Shape]) {
    for shape in shapes {
        match shape {
            Shape::Path { class, data, width } => {
                *text += "<path";
                attribute(text, "class", class);
                attribute(text, "d", data);
                if let Some(width) = width {
                    attribute(text, "stroke-width", &number(*width));
                }
                *text += "/>";
            }
            Shape::Text(words) => {
                *text += "<text";
                attribute(text, "class", &words.class);
                let Text { at: (x, y), .. } = *words;
                attribute(text, "x", &number(x));
                attribute(text, "y", &number(y));
                if let Some(transform) = words.transform() {
                    attribute(text, "transform", &transform);
                }
                *text += ">";
                escape(text, &words.words);
                *text += "</text>";
            }
            Shape::Group(group) => {
                let Group { class, title, shapes, .. } = group;
                *text += "<g";
                attribute(text, "class", class);
                if let Some(transform) = group.transform() {
                    attribute(text, "transform", &transform);
                }
                *text += ">";
                if !title.is_empty() {
                    *text += "<title>";
                    escape(text, title);
                    *text += "</title>";
                }
                write(text, shapes);
                *text += "</g>";
            }
        }
    }
}

fn attribute(text: &mut String, name: &str, value: &str) {
    *text += " ";
    *text += name;
    *text += "=\"";
    escape(text, value);
    *text += "\"";
}

/// Text as it stands in XML 1.0, without the characters that it forbids.
fn escape(text: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => *text += "&amp;",
            '<' => *text += "&lt;",
            '>' => *text += "&gt;",
            '"' => *text += "&quot;",
            '\t' | '\n' | '\r' => text.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let title = "<b>\u{1}\u{fffe}".into();
        let inside = vec![Shape::text("a", (1.0, 2.0), "\"a\" & <script>")];
        let group = Group { class: "g".into(), title, shapes: inside, ..Group::default() };
        let text = document("x", (3.0, 4.5), "a > b { fill: red }", &[Shape::Group(group)]);
        assert_eq!(
            text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"x\" width=\"3\" height=\"4.5\" \
             viewBox=\"0 0 3 4.5\"><style>a &gt; b { fill: red }</style><g class=\"g\">\
             <title>&lt;b&gt;</title><text class=\"a\" x=\"1\" y=\"2\">&quot;a&quot; &amp; \
             &lt;script&gt;</text></g></svg>"
        );
    }

    #[test]
    fn turned_words_say_so() {
        let words =
            Text { class: "t".into(), at: (5.0, 6.0), along: (0.8, 0.6), words: "2016".into() };
        let text = document("x", (9.0, 9.0), "", &[Shape::Text(words)]);
        assert!(text.contains("transform=\"matrix(0.8 0.6 -0.6 0.8 4.6 -1.8)\">2016<"), "{text}");
    }
}
