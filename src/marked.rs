//! Text with its hits: a stretch of a report cut into plain and marked pieces.

use entente_model::Span;
use leptos::prelude::*;

/// A piece of text, and which hit it is, if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the text.
    pub span: Span,
    /// Number of the hit among `hits`.
    pub hit: Option<usize>,
}

/// Cuts a stretch of a text at hits, which are in order and do not overlap; a hit that
/// reaches out of the stretch is marked as far as it lies inside.
pub fn pieces(stretch: Span, hits: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = stretch.start;
    let first = hits.partition_point(|hit| hit.end <= stretch.start);
    for (number, hit) in hits.iter().enumerate().skip(first) {
        if hit.start >= stretch.end {
            break;
        }
        let marked = Span { start: hit.start.max(start), end: hit.end.min(stretch.end) };
        if start < marked.start {
            pieces.push(Piece { span: Span { start, end: marked.start }, hit: None });
        }
        if marked.start < marked.end {
            pieces.push(Piece { span: marked, hit: Some(number) });
        }
        start = marked.end.max(start);
    }
    if start < stretch.end {
        pieces.push(Piece { span: Span { start, end: stretch.end }, hit: None });
    }
    pieces
}

/// Words of a text on one line.
pub fn words(text: &str, span: Span) -> String {
    let words = text.get(span.range()).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stretch of a text with its hits marked.
pub fn marked(text: &'static str, stretch: Span, hits: &[Span]) -> Vec<AnyView> {
    let piece = |piece: Piece| {
        let words = text.get(piece.span.range()).unwrap_or_default();
        match piece.hit {
            Some(_) => view! { <mark>{words}</mark> }.into_any(),
            None => words.into_any(),
        }
    };
    pieces(stretch, hits).into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits are between ⟦ and ⟧ in the text, the stretch between the two `|`.
    #[test]
    fn pieces_tile_the_stretch() {
        let cases = [
            ("|no hit|", "no hit"),
            ("|⟦hit⟧ and ⟦hit⟧|", "<hit> and <hit>"),
            ("⟦before⟧ |a ⟦hit⟧ b| ⟦after⟧", "a <hit> b"),
            ("⟦over|lap⟧ping ⟦o|ut⟧", "<lap>ping <o>"),
            ("|⟦Hà⟧ ⟦Nội⟧|", "<Hà> <Nội>"),
            ("||", ""),
        ];
        for (marked, wanted) in cases {
            let (mut text, mut hits, mut stretch) = (String::new(), Vec::new(), Vec::new());
            for c in marked.chars() {
                let at = text.len() as u32;
                match c {
                    '⟦' => hits.push(Span { start: at, end: at }),
                    '⟧' => hits.last_mut().unwrap().end = at,
                    '|' => stretch.push(at),
                    _ => text.push(c),
                }
            }
            let stretch = Span { start: stretch[0], end: stretch[1] };
            let shown: String = pieces(stretch, &hits)
                .into_iter()
                .map(|piece| match piece.hit {
                    Some(_) => format!("<{}>", &text[piece.span.range()]),
                    None => text[piece.span.range()].to_owned(),
                })
                .collect();
            assert_eq!(shown, wanted, "{marked}");
        }
    }
}
