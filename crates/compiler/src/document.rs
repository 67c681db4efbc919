//! A file as id, front matter and body.

use crate::conversion;
use crate::decode::decode;
use crate::fault::Fault;
use crate::format;
use crate::front_matter::{self, FrontMatter};
use crate::issue::{Issue, Severity};
use crate::line_column::LineColumn;
use crate::line_ends;
use crate::slug::slug;
use crate::source::{DOCUMENT_LIMIT, SourceFile};
use entente_analysis::{Authority, Given};

/// A document that can be analysed.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path of its file, for messages.
    pub path: String,
    /// Given, or made from the name of the file; empty where neither gives one.
    pub id: String,
    /// Where the id is given; the start of the file where it is not.
    pub id_place: LineColumn,
    /// What is given with it.
    pub front: FrontMatter,
    /// How many lines of the file stand before the report.
    pub lines_before: usize,
    /// The report, byte for byte as received.
    pub body: String,
}

impl Document {
    /// The document in a file, and warnings.
    ///
    /// A text that is empty or has no id is still a document; a corpus
    /// demands more.
    ///
    /// # Errors
    /// Everything that keeps the file from being understood.
    pub fn read(file: SourceFile) -> Result<(Self, Vec<Issue>), Vec<Issue>> {
        let alone = |fault| vec![Issue::with(&file.path, fault)];
        let bytes = file.bytes.len() as u64;
        if bytes > DOCUMENT_LIMIT {
            return Err(alone(Fault::DocumentTooLarge { bytes }));
        }
        let stem = slug(file.stem());
        let mut text = decode(file.bytes)
            .map_err(|(place, fault)| vec![Issue { file: file.path.clone(), place, fault }])?;
        if let Some(fault) = format::for_text(&text) {
            return Err(alone(fault));
        }
        let (front, body, mut issues) = front_matter::read(&file.path, &text)?;
        match line_ends::in_body(&text, body) {
            Some((at, fault)) if fault.severity() == Severity::Error => {
                let place = LineColumn::at(&text, at);
                return Err(vec![Issue { file: file.path, place, fault }]);
            }
            found => issues.extend(conversion::issues(&file.path, &text, found)),
        }
        let lines_before = text.bytes().take(body).filter(|&byte| byte == b'\n').count();
        text.drain(..body);
        let (id, id_place) = front.id.clone().unwrap_or((stem, LineColumn::START));
        Ok((Self { path: file.path, id, id_place, front, lines_before, body: text }, issues))
    }

    /// What is wrong with it as a document of a corpus.
    pub(crate) fn faults(&self) -> impl Iterator<Item = Issue> {
        let blank = |c: char| c.is_whitespace() || matches!(c, '\0' | '\u{feff}');
        let empty = self.body.chars().all(blank).then_some(Fault::Empty);
        let no_id = self.id.is_empty().then_some(Fault::NoId);
        empty.into_iter().chain(no_id).map(|fault| Issue::with(&self.path, fault))
    }

    /// What the analysis is told beforehand.
    pub(crate) fn given<'a>(&'a self, authority: &'a Authority) -> Given<'a> {
        Given {
            title: self.front.title.as_deref(),
            published: self.front.published.map(Into::into),
            place: self.front.place.as_deref(),
            language: self.front.language.as_deref(),
            id: &self.id,
            authority: Some(authority),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, bytes: &[u8]) -> Result<(Document, Vec<Issue>), Vec<Issue>> {
        Document::read(SourceFile { path: path.to_owned(), bytes: bytes.to_vec() })
    }

    #[test]
    fn takes_the_id_that_is_given_or_the_name_of_the_file() {
        for (path, text, id) in [
            ("documents/2024 Hà Nội.md", "text", "2024-ha-noi"),
            ("a/B.C.txt", "text", "b-c"),
            ("a.md", "+++\nid = \"b\"\n+++\ntext", "b"),
            ("….md", "text", ""),
        ] {
            assert_eq!(read(path, text.as_bytes()).unwrap().0.id, id);
        }
    }

    #[test]
    fn keeps_the_body_byte_for_byte() {
        for body in [" text\r\n\r\n", "\u{feff}text", "a\0b", "text\u{a0}\u{2028}", "", "\n"] {
            let headed = format!("+++\r\ntitle = \"a\"\r\n+++\r\n{body}");
            let (document, _) = read("a.md", headed.as_bytes()).unwrap();
            assert_eq!((document.lines_before, document.body.as_str()), (3, body));
            let (document, _) = read("a.md", body.as_bytes()).unwrap();
            assert_eq!((document.lines_before, document.body.as_str()), (0, body));
        }
    }

    #[test]
    fn warns_of_nul_and_complains_of_nothing_to_read() {
        let (document, issues) = read("a.md", b"a\nb\0").unwrap();
        let expected = "a.md:2:2: warning: the text has a NUL character, which plain text has not";
        assert!(issues[0].to_string().starts_with(expected), "{}", issues[0]);
        assert_eq!(document.faults().count(), 0);

        for text in ["", " \r\n\t\u{a0}", "\u{feff}\n", "+++\ntitle = \"a\"\n+++\n \n"] {
            let (document, _) = read("a.md", text.as_bytes()).unwrap();
            let faults: Vec<_> = document.faults().map(|issue| issue.fault).collect();
            assert_eq!(faults, [Fault::Empty], "{text:?}");
        }
    }
}
