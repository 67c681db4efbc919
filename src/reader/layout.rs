//! What of a text goes where in the reading view.
//!
//! Paragraphs follow one another; boilerplate is folded to a small button in its place (on
//! the line of a paragraph it joins that paragraph); headlines of other stories go below.
//! Nothing is dropped: what has no place in the reading view (white space, bullets)
//! stands in the source text.

use entente_archive::Boilerplate;
use entente_model::{BoilerplateKind, Span};

/// A stretch of a paragraph, folded or plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the text.
    pub span: Span,
    /// What it is, where it is folded.
    pub fold: Option<BoilerplateKind>,
}

/// The reading view of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Paragraphs, each as its runs.
    pub paragraphs: Vec<Vec<Run>>,
    /// Headlines of other stories, one a line of the text.
    pub headlines: Vec<Span>,
}

/// Lays out paragraphs and boilerplate, both in the order of the text.
pub fn layout(text: &str, paragraphs: &[Span], boilerplate: &[Boilerplate]) -> Layout {
    let mut view = Layout::default();
    let mut rest = boilerplate.iter().copied().peekable();
    let mut end = 0;
    for paragraph in paragraphs {
        let mut runs = Vec::new();
        while let Some(row) = rest.next_if(|row| row.span.end <= paragraph.start) {
            view.between(text, end, row, &mut runs, paragraph.start);
        }
        let mut start = paragraph.start;
        while let Some(row) = rest.next_if(|row| row.span.start < paragraph.end) {
            let span = Span {
                start: row.span.start.max(start),
                end: row.span.end.min(paragraph.end).max(start),
            };
            push(&mut runs, Span { start, end: span.start }, None);
            push(&mut runs, span, Some(row.kind));
            start = span.end.max(start);
        }
        push(&mut runs, Span { start, end: paragraph.end.max(start) }, None);
        view.paragraphs.push(runs);
        end = paragraph.end;
    }
    let mut last = Vec::new();
    rest.for_each(|row| view.between(text, end, row, &mut last, u32::MAX));
    view
}

impl Layout {
    /// Puts a row that lies outside paragraphs in its place: below, on the line of the
    /// paragraph that ends at `end`, at the head of the next one, or by itself.
    fn between(
        &mut self,
        text: &str,
        end: u32,
        row: Boilerplate,
        next: &mut Vec<Run>,
        next_start: u32,
    ) {
        let same_line = |from: u32, to: u32| {
            text.get(from as usize..to as usize).is_some_and(|gap| !gap.contains('\n'))
        };
        if row.kind == BoilerplateKind::Teaser {
            self.headlines.extend(lines(text, row.span));
        } else if end > 0 && same_line(end, row.span.start) {
            self.paragraphs
                .last_mut()
                .into_iter()
                .for_each(|runs| push(runs, row.span, Some(row.kind)));
        } else if same_line(row.span.end, next_start) {
            push(next, row.span, Some(row.kind));
        } else {
            let mut runs = Vec::new();
            push(&mut runs, row.span, Some(row.kind));
            if !runs.is_empty() {
                self.paragraphs.push(runs);
            }
        }
    }
}

/// The lines of a stretch that are not blank, without space around them.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start as usize;
    let mut found = Vec::new();
    for line in text.get(span.range()).unwrap_or_default().split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let trimmed = start + lead..start + lead + line.trim().len();
        if !trimmed.is_empty() {
            found.push(Span::from(trimmed));
        }
        start += line.len();
    }
    found
}

fn push(runs: &mut Vec<Run>, span: Span, fold: Option<BoilerplateKind>) {
    if span.start < span.end && fold != Some(BoilerplateKind::Bullet) {
        runs.push(Run { span, fold });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs between `[` and `]`, boilerplate as `{a:…}` (agency), `{s:…}` (stamp),
    /// `{b:…}` (bullet), `{t:…}` (teasers).
    fn shown(marked: &str) -> String {
        let (mut text, mut paragraphs, mut boilerplate) = (String::new(), Vec::new(), Vec::new());
        let mut chars = marked.chars();
        while let Some(c) = chars.next() {
            let at = text.len() as u32;
            match c {
                '[' => paragraphs.push(Span { start: at, end: at }),
                ']' => paragraphs.last_mut().unwrap().end = at,
                '{' => {
                    let kind = match chars.next() {
                        Some('a') => BoilerplateKind::Agency,
                        Some('s') => BoilerplateKind::Stamp,
                        Some('b') => BoilerplateKind::Bullet,
                        _ => BoilerplateKind::Teaser,
                    };
                    chars.next();
                    boilerplate.push(Boilerplate { span: Span { start: at, end: at }, kind });
                }
                '}' => boilerplate.last_mut().unwrap().span.end = at,
                _ => text.push(c),
            }
        }
        let view = layout(&text, &paragraphs, &boilerplate);
        let run = |run: &Run| match run.fold {
            Some(kind) => format!("({}:{})", kind.as_str(), &text[run.span.range()]),
            None => text[run.span.range()].to_owned(),
        };
        let paragraph = |runs: &Vec<Run>| runs.iter().map(run).collect::<String>();
        let mut parts: Vec<_> = view.paragraphs.iter().map(paragraph).collect();
        parts.extend(view.headlines.iter().map(|span| format!("<{}>", &text[span.range()])));
        parts.join("|")
    }

    #[test]
    fn boilerplate_is_folded_in_its_place_and_headlines_go_below() {
        let cases = [
            ("[One.]\n\n[Two.]", "One.|Two."),
            (
                "{s:date} {a:PARIS —} [They met.] {a:— VNS}",
                "(stamp:date)(agency:PARIS —)They met.(agency:— VNS)",
            ),
            (
                "{s:date}\n[{a:PARIS —} They met.]\n{a:(END)}",
                "(stamp:date)|(agency:PARIS —) They met.|(agency:(END))",
            ),
            ("[{b:🐈 }One.]\n[Two.]", "One.|Two."),
            (
                "[One. {a:-VNA}]\n{t:Other story\n Third story \n}",
                "One. (agency:-VNA)|<Other story>|<Third story>",
            ),
            ("[One.]\n{t:Other}\n[Two.]", "One.|Two.|<Other>"),
            ("", ""),
        ];
        for (marked, wanted) in cases {
            assert_eq!(shown(marked), wanted, "{marked}");
        }
    }
}
