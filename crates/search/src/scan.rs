//! Where exactly a sequence of words stands in a folded text.
//!
//! The first word is looked for by its first byte (`memchr`), every find is then
//! checked: it must begin and, unless it is a prefix, end where a word does, and the
//! words behind it must follow with nothing but signs and spaces between them.

use crate::plan::{Sequence, Word};
use entente_model::order::{Key, sort};
use entente_text::{Folded, is_unspaced, tokens};
use memchr::memchr_iter;
use std::ops::Range;

/// All places of a sequence, as bytes of the folded text, in order.
pub fn find(sequence: &Sequence, source: &str, folded: &Folded) -> Vec<Range<usize>> {
    let text = folded.text();
    let Some((first, others)) = sequence.words.split_first() else { return Vec::new() };
    let mut found: Vec<Key> = Vec::new();
    for needle in &first.needles {
        for start in places(text, needle) {
            let end = start + needle.len();
            let Some(end) = word_end(text, start, end, first.prefix) else { continue };
            let mut parts = Vec::with_capacity(sequence.words.len());
            parts.push(start..end);
            parts.extend(follow(others, text, end));
            let whole = parts.len() == sequence.words.len();
            if whole && (!sequence.apart || written_as_one(&parts, source, folded)) {
                let end = parts.last().map_or(end, |last| last.end);
                found.push([start as u32, end as u32, 0, 0]);
            }
        }
    }
    sort(&mut found);
    found.dedup();
    found.into_iter().map(|[start, end, ..]| start as usize..end as usize).collect()
}

/// Whether a text has these letters anywhere. (The standard library's search would come
/// into the page beside this one.)
pub fn has_letters(text: &str, letters: &str) -> bool {
    letters.is_empty() || places(text, letters).next().is_some()
}

/// Where a needle stands in a text, in bytes; none of the places overlap. (`memchr::memmem` would
/// be a second searcher in the page.)
fn places<'t>(text: &'t str, needle: &'t str) -> impl Iterator<Item = usize> + 't {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let mut free = 0;
    let first = needle.first().copied().unwrap_or_default();
    memchr_iter(first, text).filter(move |&at| {
        let found = at >= free && text[at..].starts_with(needle) && !needle.is_empty();
        free = if found { at + needle.len() } else { free };
        found
    })
}

/// Where a word ends that begins here: after the needle, or for a prefix where the word
/// does. `None` where no word begins here or it goes on.
fn word_end(text: &str, start: usize, end: usize, prefix: bool) -> Option<usize> {
    let (needle, after) = (text.get(start..end)?, text.get(end..)?);
    let inside = text[..start].ends_with(joins) && needle.starts_with(joins);
    let more = match needle.ends_with(joins) {
        true => after.find(|c| !joins(c)).unwrap_or(after.len()),
        false => 0,
    };
    (!inside && (more == 0 || prefix)).then_some(end + more)
}

/// Whether a character makes one word with its like beside it.
fn joins(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

/// Where words stand one behind the other from a place on, as far as they do.
fn follow<'w>(
    words: &'w [Word],
    text: &'w str,
    mut end: usize,
) -> impl Iterator<Item = Range<usize>> + 'w {
    words.iter().map_while(move |word| {
        let part = following(word, text, end)?;
        end = part.end;
        Some(part)
    })
}

/// The next word behind a place, if it is this one and no paragraph ends before it.
fn following(word: &Word, text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let token = tokens(rest).next()?;
    if rest.as_bytes()[..token.start].windows(2).any(|pair| pair == b"\n\n") {
        return None;
    }
    let found = &rest[token.clone()];
    let same = |needle: &String| {
        if word.prefix { found.starts_with(needle.as_str()) } else { found == needle }
    };
    word.needles.iter().any(same).then_some(from + token.start..from + token.end)
}

/// Whether the parts of a word taken apart are written as a name, each with a capital,
/// or with hyphens between them.
fn written_as_one(parts: &[Range<usize>], source: &str, folded: &Folded) -> bool {
    let capital = |part: &Range<usize>| {
        let original = &source[folded.to_source(part.clone())];
        original.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
    };
    let hyphens = |pair: &[Range<usize>]| &folded.text()[pair[0].end..pair[1].start] == "-";
    parts.iter().all(capital) || parts.windows(2).all(hyphens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_text::fold_reading;

    fn word(needle: &str) -> Word {
        let bare = needle.trim_end_matches('*');
        Word { needles: vec![bare.to_owned()], prefix: bare != needle }
    }

    /// `text` has each hit between ⟦ and ⟧.
    fn check(words: &str, apart: bool, text: &str) {
        let source = text.replace(['⟦', '⟧'], "");
        let folded = fold_reading(&source);
        let sequence = Sequence { words: words.split(' ').map(word).collect(), apart };
        let mut marked = source.clone();
        for hit in find(&sequence, &source, &folded).into_iter().rev() {
            let hit = folded.to_source(hit);
            marked.insert(hit.end, '⟧');
            marked.insert(hit.start, '⟦');
        }
        assert_eq!(marked, text, "{words}");
    }

    #[test]
    fn marks_are_exact_in_the_original() {
        check("noi", false, "⟦NỘI⟧, ⟦Nội⟧ and ⟦No\u{323}\u{302}i⟧, not Nôisy");
        check("letter of intent", false, "a ⟦Letter of Intent⟧, the ⟦letter – of\nintent⟧");
        check("letter of", false, "the letter\n\nof intent");
        check("cooperation pact", false, "a ⟦coopera-\ntion pact⟧, ⟦co\u{ad}operation pact⟧");
        check("franco vietnamese", false, "⟦Franco-\nVietnamese⟧ ties");
        check("peacekeep*", false, "⟦Peacekeeping⟧ by ⟦peacekeepers⟧, ⟦peacekeep⟧");
        check("un peace*", false, "⟦UN peacekeeping⟧ of the United Nations");
        check("co", false, "⟦co⟧-operation, not cooperation");
        check("oeuvre", false, "⟦œuvre⟧s".replace("⟧s", "⟧").as_str());
    }

    #[test]
    fn a_word_taken_apart_must_be_a_name_or_hyphenated() {
        check("ha noi", true, "⟦Hà Nội⟧ and ⟦HÀ NỘI⟧, not ha noi");
        check("may be", true, "it may be");
        check("peace keeping", true, "⟦peace-keeping⟧ and peace keeping");
    }
}
