//! Page, style sheet and scripts without comments and indentation.
//!
//! No names are changed and no code is rearranged: Brotli takes care of repetition, and a
//! minifier that must parse all of JavaScript or CSS is one more thing that can be wrong
//! about a page. What is left out here is what Brotli cannot guess.

/// A page without comments, but for those that begin with one of the marks.
pub fn html(source: &str, marks: &[&str]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let end = comment.find("-->").map_or(comment.len(), |end| end + 3);
        let whole = &rest[before.len()..before.len() + 4 + end];
        out.push_str(before);
        if marks.iter().any(|mark| whole.starts_with(mark)) {
            out.push_str(whole);
        }
        rest = &comment[end..];
    }
    out.push_str(rest);
    out
}

/// A style sheet without comments and needless white space. Strings stay as they are.
pub fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let string = &rest[..string_len(rest, first)];
                out.push_str(string);
                string.len()
            }
            c if c.is_ascii_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
                    out.push(' ');
                }
                1
            }
            '{' | '}' | ';' | ',' => {
                out.truncate(out.trim_end_matches(' ').len());
                if first == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(first);
                1
            }
            c => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out.truncate(out.trim_end().len());
    out
}

/// The bytes of the string at the start, with its quotes.
fn string_len(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// A script without indentation, empty lines and lines of comment, as the scripts of this
/// workspace have them. Text between backticks stays as it is.
pub fn js(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let (mut comment, mut template) = (false, false);
    for line in source.lines() {
        let trimmed = line.trim();
        if template {
            out.push_str(line);
        } else if comment || trimmed.starts_with("/*") {
            comment = !trimmed.ends_with("*/");
            continue;
        } else if trimmed.is_empty() || trimmed.starts_with("//") {
            continue;
        } else {
            out.push_str(line.trim_start());
        }
        out.push('\n');
        template ^= line.matches('`').count() % 2 == 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (source, squeezed) in [
            ("a<!-- b -->c", "ac"),
            ("a<!-- keep x --><!-- b -->c", "a<!-- keep x -->c"),
            ("a<!-- open", "a"),
        ] {
            assert_eq!(html(source, &["<!-- keep"]), squeezed, "{source}");
        }
    }

    #[test]
    fn style_sheets() {
        for (source, squeezed) in [
            ("/* a */ p { color : red ; }\n", "p{color : red}"),
            ("a,\n  b > c { x: 1;; }", "a,b > c{x: 1;}"),
            ("q::after { content: \"/* no */  }\"; }", "q::after{content: \"/* no */  }\"}"),
            ("q { content: '\\'  {' }", "q{content: '\\'  {'}"),
            (
                "@media (a) and (b) {\n  i :hover { m: calc(1px + 2px) }\n}",
                "@media (a) and (b){i :hover{m: calc(1px + 2px)}}",
            ),
            ("p { font: 1rem/1.5 \"Việt\", serif }", "p{font: 1rem/1.5 \"Việt\",serif}"),
            ("p {} /* open", "p{}"),
        ] {
            assert_eq!(css(source), squeezed, "{source}");
        }
    }

    #[test]
    fn scripts() {
        for (source, squeezed) in [
            ("  // a\n  let x = 1; // b\n\n", "let x = 1; // b\n"),
            ("/**\n * doc\n */\nf();\n/* one line */\ng();", "f();\ng();\n"),
            ("let t = `a\n  // text\n\n`;\n  h();", "let t = `a\n  // text\n\n`;\nh();\n"),
            ("let s = `${a}`;\n  // gone", "let s = `${a}`;\n"),
        ] {
            assert_eq!(js(source), squeezed, "{source}");
        }
    }
}
