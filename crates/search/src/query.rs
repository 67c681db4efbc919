//! The query language: parsing that cannot fail.
//!
//! | written | means |
//! |---|---|
//! | `paris dialogue` | documents with both words |
//! | `"letter of intent"` | the words in this order |
//! | `peacekeep*` | words that begin so |
//! | `-airbus`, `NOT airbus`, `-"armed forces"` | documents without it |
//! | `person:giang`, `org:"armed forces"`, `-place:par*` | documents that name somebody or something so |
//!
//! The fields are those facets that are kinds of entity: `person:`, `org:`, `place:`,
//! `agreement:`, `event:`. A field takes the word or phrase that follows it.
//!
//! Half-typed queries are understood as far as they go: an open quotation mark ends with
//! the query, a lone `-` or `*` waits for its word. The last word, while it is being
//! typed, stands for all words that begin so, unless it is itself a word of the corpus.
//! What cannot be understood (a smiley, a stray bracket) is left out and named in a
//! [`Note`].

use crate::facet::FacetKind;
use entente_text::{fold_str, tokens};
use std::ops::Range;

/// How many words and phrases of a query are used; what follows is left out.
pub const MOST_CLAUSES: usize = 64;

/// A query, understood as far as it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What documents must have or must not have, in the order typed.
    pub clauses: Vec<Clause>,
    /// What was left out.
    pub notes: Vec<Note>,
}

/// A word or phrase that documents must have or must not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As typed, without sign, field and quotation marks.
    pub typed: String,
    /// What it must be a name of; `None` for any words of a document.
    pub field: Option<FacetKind>,
    /// Folded words in order; never empty.
    pub words: Vec<String>,
    /// The last word stands for all words that begin so.
    pub prefix: Prefix,
    /// Typed between quotation marks.
    pub quoted: bool,
    /// Documents must not have it.
    pub excluded: bool,
}

/// Whether the last word of a clause stands for all words that begin so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// It stands for itself.
    No,
    /// It is still being typed: for itself where the corpus has it, else for the others.
    Typing,
    /// Asked for with `*`.
    Asked,
}

/// What was left out of a query, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no letter or digit in it.
    NotUnderstood {
        /// As typed.
        typed: String,
    },
    /// The query has more than [`MOST_CLAUSES`] words and phrases.
    TooLong,
}

impl Query {
    /// Understands any text as a query.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut excluded = false;
        let mut pieces = Pieces { text, at: 0 }.peekable();
        while let Some(piece) = pieces.next() {
            let last = pieces.peek().is_none();
            if !piece.quoted && !piece.sign && piece.typed == "NOT" && !last {
                excluded = true;
                continue;
            }
            if query.clauses.len() == MOST_CLAUSES {
                query.notes.push(Note::TooLong);
                break;
            }
            let typing = last && piece.end == text.len();
            query.add(&piece, std::mem::take(&mut excluded), typing);
        }
        query
    }

    /// Whether nothing is asked for and nothing excluded.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    fn add(&mut self, piece: &Piece<'_>, excluded: bool, typing: bool) {
        let excluded = excluded || piece.sign;
        let folded = fold_str(piece.typed);
        let words: Vec<String> = tokens(&folded)
            .map(|token| &folded[token])
            .map(str::to_owned)
            .take(MOST_CLAUSES)
            .collect();
        if words.is_empty() {
            // A sign or a field that still waits for its word is not worth a remark.
            let empty = piece.typed.is_empty() && piece.field.is_none();
            let waiting = empty || typing && matches!(piece.typed, "" | "*" | "-");
            if !waiting {
                let field = piece.field.map_or("", FacetKind::name);
                let colon = if field.is_empty() { "" } else { ":" };
                let typed = [field, colon, &shortened(piece.typed)].concat();
                self.notes.push(Note::NotUnderstood { typed });
            }
            return;
        }
        let prefix = match () {
            () if piece.typed.ends_with('*') => Prefix::Asked,
            () if typing && !excluded && !piece.closed => Prefix::Typing,
            () => Prefix::No,
        };
        let (typed, field) = (shortened(piece.typed), piece.field);
        self.clauses.push(Clause { typed, field, words, prefix, quoted: piece.quoted, excluded });
    }
}

/// The first characters of what was typed, for messages.
fn shortened(typed: &str) -> String {
    match typed.char_indices().nth(80) {
        Some((end, _)) => [&typed[..end], "…"].concat(),
        None => typed.to_owned(),
    }
}

/// A stretch of the query: a word with what hangs on it, or a phrase.
struct Piece<'q> {
    /// Without sign, field and quotation marks.
    typed: &'q str,
    field: Option<FacetKind>,
    /// A `-` stands in front.
    sign: bool,
    quoted: bool,
    /// The closing quotation mark is there.
    closed: bool,
    /// Where the piece ends, in bytes of the query.
    end: usize,
}

/// Cuts a query at white space and quotation marks of any style.
struct Pieces<'q> {
    text: &'q str,
    at: usize,
}

impl<'q> Iterator for Pieces<'q> {
    type Item = Piece<'q>;

    fn next(&mut self) -> Option<Piece<'q>> {
        let space = |c: char| c.is_whitespace() || c.is_control();
        self.at = self.ahead(self.at, |c| !space(c))?.start;
        let rest = &self.text[self.at..];
        let sign =
            rest.starts_with(['-', '\u{2212}']) && rest.chars().nth(1).is_some_and(|c| !space(c));
        if sign {
            self.at += rest.chars().next().map_or(0, char::len_utf8);
        }
        let field = self.field();
        let open =
            self.ahead(self.at, |_| true).filter(|found| is_quote(&self.text[found.clone()]));
        let start = open.as_ref().map_or(self.at, |quote| quote.end);
        let stop = match open {
            Some(_) => self.ahead(start, is_quote_char),
            None => self.ahead(start, |c| space(c) || is_quote_char(c)),
        };
        let quoted = open.is_some();
        let end = stop.as_ref().map_or(self.text.len(), |stop| stop.start);
        let closed = quoted && stop.is_some();
        self.at = if closed { stop.map_or(end, |stop| stop.end) } else { end };
        Some(Piece { typed: &self.text[start..end], field, sign, quoted, closed, end: self.at })
    }
}

impl Pieces<'_> {
    /// Takes a field that begins here: a name in any case and a colon.
    fn field(&mut self) -> Option<FacetKind> {
        let (name, _) = self.text[self.at..].split_once(':')?;
        let named =
            |kind: &&FacetKind| kind.entity().is_some() && kind.name().eq_ignore_ascii_case(name);
        let field = FacetKind::ALL.iter().find(named).copied();
        self.at += if field.is_some() { name.len() + 1 } else { 0 };
        field
    }

    /// The next such character from a place on, as a range of bytes.
    fn ahead(&self, from: usize, is: impl Fn(char) -> bool) -> Option<Range<usize>> {
        let (offset, found) = self.text.get(from..)?.char_indices().find(|&(_, c)| is(c))?;
        Some(from + offset..from + offset + found.len_utf8())
    }
}

/// The double quotation marks of English, French, German and Vietnamese.
fn is_quote_char(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

fn is_quote(text: &str) -> bool {
    text.starts_with(is_quote_char)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Clauses in brackets, `-` for excluded, `*` asked prefix, `…` a word being typed.
    fn shown(text: &str) -> String {
        let query = Query::parse(text);
        let clause = |clause: &Clause| {
            let sign = if clause.excluded { "-" } else { "" };
            let field = clause.field.map_or("", FacetKind::name);
            let end = match clause.prefix {
                Prefix::No => "",
                Prefix::Typing => "…",
                Prefix::Asked => "*",
            };
            format!("{sign}{field}[{}{end}]", clause.words.join(" "))
        };
        let mut parts: Vec<_> = query.clauses.iter().map(clause).collect();
        parts.extend(query.notes.iter().map(|note| match note {
            Note::NotUnderstood { typed } => format!("?{typed}"),
            Note::TooLong => "too long".into(),
        }));
        parts.join(" ")
    }

    #[test]
    fn queries_are_understood_as_far_as_they_go() {
        let cases = [
            ("", ""),
            ("   \u{a0}\t", ""),
            ("Paris", "[paris…]"),
            ("Paris ", "[paris]"),
            ("Điện Biên ", "[dien] [bien]"),
            ("paris dialogue", "[paris] [dialogue…]"),
            ("\"letter of intent\"", "[letter of intent]"),
            ("\"letter of int", "[letter of int…]"),
            ("“letter of intent” x ", "[letter of intent] [x]"),
            ("« traité » ", "[traite]"),
            ("a\"b c\"d ", "[a] [b c] [d]"),
            ("peacekeep*", "[peacekeep*]"),
            ("peacekeep* un ", "[peacekeep*] [un]"),
            ("\"armed for*\" ", "[armed for*]"),
            ("defense -airbus", "[defense] -[airbus]"),
            ("-\"armed forces\" x ", "-[armed forces] [x]"),
            ("defense NOT airbus", "[defense] -[airbus]"),
            ("NOT", "[not…]"),
            ("not x ", "[not] [x]"),
            ("cyber-security ", "[cyber security]"),
            ("l’armée ", "[l armee]"),
            ("5-7 ", "[5 7]"),
            ("-", ""),
            ("x - y ", "[x] [y] ?-"),
            ("*", ""),
            ("\"", ""),
            ("\"\"", ""),
            ("🐈 cat ", "[cat] ?🐈"),
            ("\0nul\0 ", "[nul]"),
            ("(a OR b ", "[a] [or] [b]"),
            ("person:Giang", "person[giang…]"),
            ("Person:\"Phan Văn\" x ", "person[phan van] [x]"),
            ("-place:par* ", "-place[par*]"),
            ("NOT org:un ", "-org[un]"),
            ("org:« armées » ", "org[armees]"),
            ("person:", ""),
            ("person: x ", "[x] ?person:"),
            ("person:\"", ""),
            ("ratio 3:1 ", "[ratio] [3 1]"),
            ("source:vna ", "[source vna]"),
            ("\"person:x\" ", "[person x]"),
        ];
        for (text, wanted) in cases {
            assert_eq!(shown(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_query_of_a_hundred_thousand_letters_is_cut_and_says_so() {
        let words = shown(&"word ".repeat(20_000));
        assert!(words.ends_with("too long"));
        let query = Query::parse(&"x".repeat(100_000));
        assert_eq!(query.clauses[0].typed.chars().count(), 81, "shortened for messages");
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(text: String) {
            let query = Query::parse(&text);
            prop_assert!(query.clauses.iter().all(|clause| !clause.words.is_empty()));
        }
    }
}
