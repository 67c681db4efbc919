//! A text as words, figures and marks.
//!
//! Figures and letters are parted even where they touch ("7th", "500kV"), since a day
//! may touch its ending and a quantity its unit; [`Tokens::glued`] tells. White space is
//! no token. Each token knows whether it opens a block of the layout: no rule reads
//! across that border.

use crate::lexicon;
use crate::span::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters with their combining marks.
    Word,
    /// ASCII figures.
    Figures,
    /// One other character.
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    kind: Kind,
    /// Of the key among `Tokens::keys`.
    key: (usize, usize),
    /// The number of the key among the words of the lexicons, or [`UNKNOWN`].
    word: u32,
    opens: bool,
    begins: bool,
}

/// The tokens of a text. Every question about a token past the end has an answer: it is
/// no word, has an empty key, and opens a block.
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    list: Vec<Token>,
    keys: String,
    /// Whether dates in figures put the month first, as others of the text prove.
    pub(crate) month_first: bool,
}

impl<'t> Tokens<'t> {
    /// The tokens of a text that is one block.
    pub(crate) fn read(text: &'t str) -> Self {
        Self::in_blocks(text, &[])
    }

    /// The tokens of a text of several blocks, in order.
    pub(crate) fn in_blocks(text: &'t str, blocks: &[Span]) -> Self {
        let mut tokens = Self::split(text, blocks);
        for token in &mut tokens.list {
            token.word = lexicon::number(&tokens.keys[token.key.0..token.key.1]);
        }
        let whole = [Span { start: 0, end: text.len() }];
        for block in if blocks.is_empty() { &whole } else { blocks } {
            for sentence in entente_text::sentences(block.of(text)) {
                let first = tokens.from(block.start + sentence.start);
                if let Some(token) = tokens.list.get_mut(first) {
                    token.begins = true;
                }
            }
        }
        tokens
    }

    /// The tokens of a form of a lexicon, while its words have no numbers yet.
    pub(crate) fn of_form(form: &'t str) -> Self {
        Self::split(form, &[])
    }

    fn split(text: &'t str, blocks: &[Span]) -> Self {
        let mut tokens = Self { text, list: Vec::new(), keys: String::new(), month_first: false };
        let mut blocks = blocks.iter().peekable();
        let mut chars = text.char_indices().peekable();
        while let Some((start, first)) = chars.next() {
            if first.is_whitespace() {
                continue;
            }
            let kind = kind_of(first);
            let mut end = start + first.len_utf8();
            while let Some(&(at, c)) = chars.peek() {
                if kind == Kind::Mark || kind_of(c) != kind {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            let mut opens = tokens.list.is_empty();
            while blocks.next_if(|block| block.start <= start).is_some() {
                opens = true;
            }
            let from = tokens.keys.len();
            fold_into(&text[start..end], &mut tokens.keys);
            let key = (from, tokens.keys.len());
            let span = Span { start, end };
            tokens.list.push(Token { span, kind, key, word: UNKNOWN, opens, begins: opens });
        }
        tokens
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn kind(&self, i: usize) -> Option<Kind> {
        Some(self.list.get(i)?.kind)
    }

    pub(crate) fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Word)
    }

    pub(crate) fn span(&self, i: usize) -> Span {
        let end = self.text.len();
        self.list.get(i).map_or(Span { start: end, end }, |token| token.span)
    }

    /// From the first byte of a token to the last byte of the token before `next`.
    pub(crate) fn cover(&self, i: usize, next: usize) -> Span {
        Span { start: self.span(i).start, end: self.span(next.max(i + 1) - 1).end }
    }

    pub(crate) fn raw(&self, i: usize) -> &'t str {
        self.span(i).of(self.text)
    }

    /// The token folded, for comparison with the forms of a lexicon.
    pub(crate) fn key(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |token| &self.keys[token.key.0..token.key.1])
    }

    /// The number of the folded token among the words of the lexicons, or [`UNKNOWN`].
    pub(crate) fn word(&self, i: usize) -> u32 {
        self.list.get(i).map_or(UNKNOWN, |token| token.word)
    }

    /// Whether it begins with a capital letter.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it has no diacritics: "Nam" and "năm" have one key and are two words. Marks
    /// have none, whatever their typography.
    pub(crate) fn plain(&self, i: usize) -> bool {
        self.raw(i).is_ascii() || self.kind(i) == Some(Kind::Mark)
    }

    /// Whether it has capital letters and no small ones.
    pub(crate) fn all_capitals(&self, i: usize) -> bool {
        self.capital(i) && !self.raw(i).chars().any(char::is_lowercase)
    }

    /// Whether it is this mark.
    pub(crate) fn is(&self, i: usize, mark: char) -> bool {
        self.kind(i) == Some(Kind::Mark) && self.raw(i).starts_with(mark)
    }

    /// Whether it is one of these marks.
    pub(crate) fn is_any(&self, i: usize, marks: &[char]) -> bool {
        self.kind(i) == Some(Kind::Mark) && self.raw(i).starts_with(marks)
    }

    /// Its figures as a number, up to nine of them.
    pub(crate) fn number(&self, i: usize) -> Option<u32> {
        let raw = self.raw(i);
        (self.kind(i)? == Kind::Figures && raw.len() <= 9).then(|| raw.parse().ok()).flatten()
    }

    /// How many figures it has.
    pub(crate) fn figures(&self, i: usize) -> usize {
        if self.kind(i) == Some(Kind::Figures) { self.raw(i).len() } else { 0 }
    }

    /// Whether it touches the token before.
    pub(crate) fn glued(&self, i: usize) -> bool {
        i > 0 && i < self.len() && !self.opens(i) && self.span(i - 1).end == self.span(i).start
    }

    /// Whether it opens a block.
    pub(crate) fn opens(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|token| token.opens)
    }

    /// Whether it is the first of a sentence.
    pub(crate) fn begins_sentence(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|token| token.begins)
    }

    /// Whether exactly one line break parts it from the token before.
    pub(crate) fn torn(&self, i: usize) -> bool {
        i > 0 && !self.opens(i) && {
            let gap = Span { start: self.span(i - 1).end, end: self.span(i).start };
            matches!(gap.of(self.text), "\n" | "\r\n")
        }
    }

    /// The first token that begins at a byte or after it.
    pub(crate) fn from(&self, byte: usize) -> usize {
        self.list.partition_point(|token| token.span.start < byte)
    }
}

/// The number of a word that stands in no lexicon.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// Hyphens, dashes and the minus sign.
pub(crate) const DASHES: [char; 7] = ['-', '–', '—', '―', '‐', '‑', '−'];

fn kind_of(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Figures,
        _ if c.is_alphabetic() || is_combining(c) => Kind::Word,
        _ => Kind::Mark,
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The folded form of a word, by which texts and lexicons are compared.
fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        out.push_str(&entente_text::fold_str(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_figures_letters_and_marks() {
        let all = |text| {
            let t = Tokens::read(text);
            (0..t.len()).map(|i| t.raw(i).to_owned()).collect::<Vec<_>>().join("|")
        };
        assert_eq!(all("May 7th, 1954–2024"), "May|7|th|,|1954|–|2024");
        assert_eq!(all("500kV HÀ NỘI./."), "500|kV|HÀ|NỘI|.|/|.");
        assert_eq!(all("Ha\u{300} Nội"), "Ha\u{300}|Nội");
        assert_eq!(Tokens::read("THA\u{301}NG").key(0), "thang");
    }

    #[test]
    fn answers_past_the_end() {
        let t = Tokens::read("a");
        assert_eq!((t.key(7), t.number(7), t.raw(7)), ("", None, ""));
        assert!(t.opens(7) && !t.glued(7) && !t.torn(7) && !t.capital(7));
    }
}
