//! What is given with a document: TOML between two lines `+++` at its very start.
//!
//! ```text
//! +++
//! title = "Talks in Paris"
//! published = "2023-12-19"
//! +++
//! Paris (VNA) - …
//! ```
//!
//! Every key may be missing, and so may the whole. The body is all that follows the line
//! end behind the second `+++`, byte for byte.

use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineColumn;
use crate::line_ends;
use crate::slug::slug;
use crate::source::SourceFile;
use crate::table::{Table, is_language};
use crate::text_fault::TextFault;
use entente_calendar::Date;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// The keys of a front matter.
pub const KEYS: &[&str] =
    &["id", "title", "editorial", "source", "url", "published", "place", "language"];

/// What is given with a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Its id, and where it is given.
    pub id: Option<(String, LineColumn)>,
    /// Its headline.
    pub title: Option<String>,
    /// Whether the title is the editor's and not the publisher's.
    pub editorial: bool,
    /// Who published it.
    pub source: Option<String>,
    /// Where on the web.
    pub url: Option<String>,
    /// When, as far as is known.
    pub published: Option<Date>,
    /// Where it was filed.
    pub place: Option<String>,
    /// Its language, as a tag.
    pub language: Option<String>,
}

/// The front matter of a text, and the byte at which its body begins.
///
/// # Errors
/// Everything that is wrong with the front matter. `path` is for messages.
pub fn read(path: &str, text: &str) -> Result<(FrontMatter, usize, Vec<Issue>), Vec<Issue>> {
    match split(text) {
        Split::None => Ok((FrontMatter::default(), 0, Vec::new())),
        Split::Wrong(at, fault) => {
            let place = LineColumn::at(text, at);
            Err(vec![Issue { file: path.to_owned(), place, fault }])
        }
        Split::At { head, body } => {
            let mut table = Table::read(path, text, head, KEYS);
            let front = keys(&mut table);
            let issues = table.into_issues();
            if issues.iter().any(Issue::is_error) {
                return Err(issues);
            }
            Ok((front, body, issues))
        }
    }
}

fn keys(table: &mut Table) -> FrontMatter {
    let id = table.string("id");
    if let Some((id, at)) = &id
        && let Some(fault) = Fault::for_id(id)
    {
        table.push(*at, fault);
    }
    let title = table.string("title").map(|(title, _)| title);
    let editorial = table.boolean("editorial");
    if let Some((true, at)) = editorial
        && title.is_none()
    {
        table.miss(at, Fault::EditorialWithoutTitle);
    }
    FrontMatter {
        id: id.map(|(id, at)| (id, table.place(at))),
        title,
        editorial: editorial.is_some_and(|(editorial, _)| editorial),
        source: table.string("source").map(|(source, _)| one_form(&source)),
        url: table.string_that("url", is_web, |url| Fault::BadUrl { url }),
        published: table.date("published"),
        place: table.string("place").map(|(place, _)| place),
        language: table.string_that("language", is_language, |tag| Fault::BadLanguage { tag }),
    }
}

/// The ids that the document in a file may have, as far as can be told where it cannot be
/// understood: that of its name, and each that its first lines give.
pub(crate) fn possible_ids(file: &SourceFile) -> Vec<String> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(HEAD)]);
    // In UTF-16 every second byte is zero.
    let head = head.replace('\0', "");
    let given =
        head.split(['\n', '\r', '{', ',', '\u{85}', '\u{2028}', '\u{2029}']).filter_map(|line| {
            let rest = line.trim().trim_start_matches(['"', '\'']).strip_prefix("id")?;
            let value = rest.trim_start_matches(['"', '\'', ' ']).strip_prefix(['=', ':'])?;
            let id = value.trim().trim_matches(['"', '\'', '}', ' ']);
            (!id.is_empty()).then(|| id.to_owned())
        });
    given.chain([slug(file.stem())]).collect()
}

/// Whether an address is one of the web. The page makes links of them, so nothing else
/// may pass ("javascript:").
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !url.contains(char::is_whitespace))
}

/// A name in the one form in which it is compared with others: composed letters, single
/// spaces, and nothing that cannot be seen. A source that was written in three ways is one.
fn one_form(name: &str) -> String {
    let unseen = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let composed: String = name.nfc().filter(unseen).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, PartialEq, Eq)]
enum Split {
    None,
    Wrong(usize, Fault),
    At { head: Range<usize>, body: usize },
}

/// Finds the two lines `+++`. White space behind them is allowed, and a byte order mark
/// before the first.
fn split(text: &str) -> Split {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = mark;
    let mut head = None;
    for line in text[mark..].split_inclusive('\n') {
        at += line.len();
        let fence = line.trim_end_matches(['\n', '\r', ' ', '\t']) == "+++";
        match head {
            None if fence => head = Some(at),
            None => break,
            Some(start) if fence => return Split::At { head: start..at - line.len(), body: at },
            Some(_) => {}
        }
    }
    let wrong = match head {
        Some(head) => Some(unclosed(text, mark, head)),
        None => other_line_end(text, mark).or_else(|| misplaced(text)),
    };
    wrong.map_or(Split::None, |(at, fault)| Split::Wrong(at, fault))
}

/// What is wrong with a front matter that has no end in a line of its own.
fn unclosed(text: &str, mark: usize, head: usize) -> (usize, Fault) {
    let ends = |line: &str| line.trim() == "+++";
    let mut lines = text[head..].split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
    match line_ends::others(&text[head..]).next() {
        Some((at, name)) if lines.any(ends) => {
            (head + at, Fault::Text(TextFault::LineEnds { name, all: true }))
        }
        _ => (mark, Fault::Unclosed),
    }
}

/// The line end behind the first `+++`, if it is neither LF nor CR LF.
fn other_line_end(text: &str, mark: usize) -> Option<(usize, Fault)> {
    let rest = text[mark..].strip_prefix("+++")?.trim_start_matches([' ', '\t']);
    let start = text.len() - rest.len();
    let (at, name) = line_ends::others(rest).next().filter(|&(at, _)| at == 0)?;
    Some((start + at, Fault::Text(TextFault::LineEnds { name, all: true })))
}

/// What stands at the start of a text and was meant as its front matter: in another
/// language than TOML, or not quite between two lines `+++`. News tickers begin with
/// `+++ News +++`, dialogues with `---`: so there must be a key, too.
fn misplaced(text: &str) -> Option<(usize, Fault)> {
    const TOML: &str =
        "write it in TOML between two lines `+++`, such as: title = \"Talks in Paris\"";
    const FENCE: &str =
        "write `+++` and nothing else into the first line and into the last one of it";
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let start = text.trim_start_matches(blank);
    let at = text.len() - start.len();
    let other = |found, mend| Some((at, Fault::Text(TextFault::OtherFrontMatter { found, mend })));
    if is_json(start) {
        return other("JSON", TOML);
    }
    let mut lines = start.lines().map(str::trim);
    let first = lines.next()?;
    if key(first, '=').is_some_and(|(_, known)| known) && first.contains(['"', '\'']) {
        return other("a front matter without its lines `+++`", FENCE);
    }
    let is_fence = |line: &str| line.len() > 1 && line.bytes().all(|b| b == b'+');
    let is_end: &dyn Fn(&str) -> bool = match first {
        "---" => &|line| matches!(line, "---" | "..."),
        _ if first.starts_with("++") => &is_fence,
        _ => return None,
    };
    // What follows a fence says whether it is one: a key, or at once the other fence.
    let next = lines.clone().find(|line| !line.is_empty() && !line.starts_with('#'))?;
    let ended = lines.any(is_end);
    let toml = key(next, '=').or_else(|| key(first.trim_matches('+'), '='));
    let yaml = key(next, ':');
    // Without an end it must be one of our keys.
    let is_key = |key: Option<(&str, bool)>| key.is_some_and(|(_, known)| known || ended);
    match () {
        () if first == "---" && is_key(toml) => other("a front matter between lines `---`", FENCE),
        () if first == "---" && is_key(yaml) => other("a front matter in YAML", TOML),
        () if first == "---" => None,
        () if is_key(toml) && (ended || is_fence(first)) || is_fence(first) && is_end(next) => {
            other("a front matter that has not `+++` alone in its first line", FENCE)
        }
        () if is_fence(first) && ended && is_key(yaml) => other("a front matter in YAML", TOML),
        () => None,
    }
}

/// Whether a text begins as an object of JSON, or as a list of them.
fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('[').unwrap_or(text).trim_start();
    let Some(object) = text.strip_prefix('{') else { return false };
    let Some(key) = object.trim_start().strip_prefix('"') else { return false };
    key.split_once('"').is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
}

/// The key that a line begins with before this sign, and whether it is one of ours. Before a
/// colon it has small letters or is ours in capitals, and a space follows: `President: We …`
/// and `https://…` are text.
fn key(line: &str, sign: char) -> Option<(&str, bool)> {
    let (key, value) = line.split_once(sign)?;
    let key = key.trim();
    let capitals = sign != ':' || KEYS.iter().any(|known| known.eq_ignore_ascii_case(key));
    let is_letter = |b: u8| b.is_ascii_lowercase() || capitals && b.is_ascii_uppercase();
    let is_key =
        key.bytes().all(|b| is_letter(b) || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
    let is_apart = sign != ':' || value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && is_apart && !key.is_empty()).then(|| (key, KEYS.contains(&key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_head_and_body_to_the_byte() {
        let parts = |text: &str| match split(text) {
            Split::None => None,
            Split::Wrong(..) => Some(("wrong".to_owned(), String::new())),
            Split::At { head, body } => Some((text[head].to_owned(), text[body..].to_owned())),
        };
        let some = |head: &str, body: &str| Some((head.to_owned(), body.to_owned()));
        for (text, expected) in [
            ("+++\na = 1\n+++\nbody", some("a = 1\n", "body")),
            ("+++\r\na = 1\r\n+++\r\n \r\n body\r\n", some("a = 1\r\n", " \r\n body\r\n")),
            ("\u{feff}+++\n+++\n\u{feff}body", some("", "\u{feff}body")),
            ("+++ \n+++\t\n+++\n", some("", "+++\n")),
            ("+++\n+++", some("", "")),
            ("+++\na = 1\n", some("wrong", "")),
            ("+++\na = 1\n ++++\n+++x\n", some("wrong", "")),
            ("", None),
            ("body", None),
            ("\n+++\n+++\n", some("wrong", "")),
            (" +++\n+++\n", some("wrong", "")),
            ("+++ talks\n+++\n", None),
            ("++++\n", None),
        ] {
            assert_eq!(parts(text), expected, "{text:?}");
        }
    }

    #[test]
    fn reads_every_key() {
        let text = "+++\nid = \"paris\"\ntitle = \" Talks \"\neditorial = true\nsource = 'VNA'\n\
                    url = \"https://example.org/a\"\npublished = 2023-12-19\nplace = \"Paris\"\n\
                    language = \"en-GB\"\n+++\n";
        let (front, body, issues) = read("a.md", text).unwrap();
        assert_eq!((body, issues), (text.len(), Vec::new()));
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            front,
            FrontMatter {
                id: Some(("paris".to_owned(), LineColumn { line: 2, column: 6 })),
                title: some("Talks"),
                editorial: true,
                source: some("VNA"),
                url: some("https://example.org/a"),
                published: Date::ymd(2023, 12, 19),
                place: some("Paris"),
                language: some("en-GB"),
            }
        );
        for (value, date) in [("\"2023\"", "2023"), ("\"2023-12\"", "2023-12")] {
            let text = format!("+++\npublished = {value}\n+++\n");
            let (front, ..) = read("a.md", &text).unwrap();
            assert_eq!(front.published, Date::parse(date));
        }
        assert_eq!(read("a.md", "+++\ntitle = \" \"\n+++\n").unwrap().0, FrontMatter::default());
    }

    #[test]
    fn tells_every_fault_in_its_place() {
        for (head, expected) in [
            ("tilte = \"a\"", "2:1: error: the key `tilte` is not known; did you mean `title`?"),
            (
                "a = 1\n\"đ b\" = 2",
                "3:1: error: the key `đ b` is not known; the keys are id, title",
            ),
            ("title = 7", "2:9: error: `title` takes a string, not a number; write title = \"…\""),
            ("editorial = \"no\"", "2:13: error: `editorial` takes true or false, not a string"),
            ("published = 2024", "2:13: error: `published` takes a date, not a number"),
            ("published = 2024-05-07T10:00:00Z", "2:13: error: `published` takes a date, not a d"),
            ("published = \"2024-02-30\"", "2:13: error: there is no such date as `2024-02-30`"),
            ("published = 2024-02-30", "2:13: error: this is not valid TOML: "),
            ("published = \"May 7\"", "2:13: error: there is no such date as `May 7`; write a ye"),
            ("id = \"Hà Nội\"", "2:6: error: the id `Hà Nội` cannot stand in an address; write `h"),
            ("id = \"…\"", "2:6: error: the id `…` cannot stand in an address; use small letters"),
            ("url = \"javascript:x\"", "2:7: error: `javascript:x` is not a web address; begin"),
            ("language = \"English\"", "2:12: error: `English` is not a language tag; write a"),
            ("title = \"Hà Nội", "2:16: error: this is not valid TOML: "),
            ("title = \"a\"\ntitle = \"b\"", "3:1: error: this is not valid TOML: duplicate key"),
            ("title", "2:6: error: this is not valid TOML: "),
        ] {
            let text = format!("+++\n{head}\n+++\nbody");
            let told: Vec<_> = read("a", &text).unwrap_err().iter().map(Issue::to_string).collect();
            let expected = format!("a:{expected}");
            assert!(told.iter().any(|issue| issue.starts_with(&expected)), "{told:#?}");
        }
        let (_, _, issues) = read("a", "+++\neditorial = true\n+++\n").unwrap();
        assert!(issues[0].to_string().starts_with("a:2:13: warning: `editorial` is about a title"));
    }

    #[test]
    fn goes_on_after_the_first_fault() {
        let text = "+++\ntitle = \"a\nsauce = \"b\"\npublished = \"2024-13\"\nid = 5\n+++\n";
        let lines: Vec<_> =
            read("a", text).unwrap_err().iter().map(|issue| issue.place.line).collect();
        assert_eq!(lines, [2, 3, 4, 5]);
    }
}
