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
use crate::place::Place;
use crate::slug::{is_slug, slug};
use crate::table::{Table, is_language};
use entente_calendar::Date;
use std::ops::Range;

/// The keys of a front matter.
pub const KEYS: &[&str] =
    &["id", "title", "editorial", "source", "url", "published", "place", "language"];

/// What is given with a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Its id, and where it is given.
    pub id: Option<(String, Place)>,
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
        Split::Unclosed => Err(vec![Issue::with(path, Fault::Unclosed)]),
        Split::At { head, body } => {
            let mut table = Table::read(path, text, head.clone(), KEYS);
            let front = keys(&mut table, |at| Place::of(text, head.start + at));
            let issues = table.into_issues();
            if issues.iter().any(Issue::is_error) {
                return Err(issues);
            }
            Ok((front, body, issues))
        }
    }
}

fn keys(table: &mut Table, place: impl Fn(usize) -> Place) -> FrontMatter {
    let id = table.string("id");
    if let Some((id, at)) = id.clone().filter(|(id, _)| !is_slug(id)) {
        let better = slug(&id);
        table.push(at, Fault::BadId { id, better });
    }
    let title = table.string("title").map(|(title, _)| title);
    let editorial = table.boolean("editorial");
    if let Some((true, at)) = editorial
        && title.is_none()
    {
        table.push(at, Fault::EditorialWithoutTitle);
    }
    FrontMatter {
        id: id.map(|(id, at)| (id, place(at))),
        title,
        editorial: editorial.is_some_and(|(editorial, _)| editorial),
        source: table.string("source").map(|(source, _)| source),
        url: table.string_that("url", is_web, |url| Fault::BadUrl { url }),
        published: table.date("published"),
        place: table.string("place").map(|(place, _)| place),
        language: table.string_that("language", is_language, |tag| Fault::BadLanguage { tag }),
    }
}

/// Whether an address is one of the web. The page makes links of them, so nothing else
/// may pass ("javascript:").
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !url.contains(char::is_whitespace))
}

#[derive(Debug, PartialEq, Eq)]
enum Split {
    None,
    Unclosed,
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
            None => return Split::None,
            Some(start) if fence => return Split::At { head: start..at - line.len(), body: at },
            Some(_) => {}
        }
    }
    if head.is_some() { Split::Unclosed } else { Split::None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_head_and_body_to_the_byte() {
        let parts = |text: &str| match split(text) {
            Split::None => None,
            Split::Unclosed => Some(("unclosed".to_owned(), String::new())),
            Split::At { head, body } => Some((text[head].to_owned(), text[body..].to_owned())),
        };
        let some = |head: &str, body: &str| Some((head.to_owned(), body.to_owned()));
        for (text, expected) in [
            ("+++\na = 1\n+++\nbody", some("a = 1\n", "body")),
            ("+++\r\na = 1\r\n+++\r\n \r\n body\r\n", some("a = 1\r\n", " \r\n body\r\n")),
            ("\u{feff}+++\n+++\n\u{feff}body", some("", "\u{feff}body")),
            ("+++ \n+++\t\n+++\n", some("", "+++\n")),
            ("+++\n+++", some("", "")),
            ("+++\na = 1\n", some("unclosed", "")),
            ("+++\na = 1\n ++++\n+++x\n", some("unclosed", "")),
            ("", None),
            ("body", None),
            ("\n+++\n+++\n", None),
            (" +++\n+++\n", None),
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
                id: Some(("paris".to_owned(), Place { line: 2, column: 6 })),
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
