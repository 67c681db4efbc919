//! Truecasing: a text in capitals throughout, in the case that its words mostly have.
//!
//! Old wires and some headlines shout, and a capital then tells nothing of names. The word
//! lists tell how their words are written: "NATO" in capitals, "Oslo" with one, "met" with
//! none. A word that they do not know is taken for a name, as the words of the genre are
//! known, unless it ends like a verb. All bytes stay where they are: a letter whose small
//! form has another length keeps its case.

use crate::casing;
use crate::lexicon::{Lexicon, WordClass, WrittenWords};
use crate::tokens::Tokens;
use std::borrow::Cow;

/// How a word is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Small,
    Capital,
    Capitals,
}

/// A text is in capitals throughout if it has as many words, ...
const WORDS: usize = 8;
/// ... and of as many letters no more than one small one.
const LETTERS: usize = 50;

/// The text, with the capitals of names and sentences alone if it had only capitals.
pub(crate) fn truecased<'t>(text: &'t str, lexicon: &Lexicon) -> Cow<'t, str> {
    if !shouts(text) {
        return Cow::Borrowed(text);
    }
    let tokens = Tokens::read(text);
    let words = lexicon.written();
    if !is_known(&tokens, &words) {
        return Cow::Borrowed(text);
    }
    let mut heads = entente_text::sentences(text).into_iter().peekable();
    let mut out = String::with_capacity(text.len());
    let mut written = 0;
    // The end of a name of several words that the lists know.
    let mut named = 0;
    for i in 0..tokens.len() {
        let mut opens = tokens.opens(i);
        if tokens.is_word(i) {
            while heads.next_if(|head| head.start <= tokens.span(i).start).is_some() {
                opens = true;
            }
        }
        named = named.max(lexicon.name_at(&tokens, i).unwrap_or(0));
        let case = if i < named { Case::Capital } else { case(&tokens, lexicon, &words, i) };
        let case = if opens && case == Case::Small { Case::Capital } else { case };
        out += &text[written..tokens.span(i).start];
        written = tokens.span(i).end;
        push(tokens.raw(i), case, &mut out);
    }
    out += &text[written..];
    Cow::Owned(out)
}

fn shouts(text: &str) -> bool {
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    let large = text.chars().filter(|c| c.is_uppercase()).count();
    small * LETTERS <= large && text.split_whitespace().nth(WORDS - 1).is_some()
}

/// Whether the lists know half of the words: else the unknown ones are not mostly names.
fn is_known(tokens: &Tokens, words: &WrittenWords) -> bool {
    let all = (0..tokens.len()).filter(|&i| tokens.is_word(i));
    let known = all.clone().filter(|&i| words.at(tokens, i).is_known());
    known.count() * 2 >= all.count()
}

/// How a word is mostly written, as far as the lists and the words beside it tell.
fn case(tokens: &Tokens, lexicon: &Lexicon, words: &WrittenWords, i: usize) -> Case {
    if !tokens.is_word(i) {
        return Case::Capitals;
    }
    // "MINISTER'S", "7TH"
    let cut = i > 0 && tokens.glued(i) && tokens.is_any(i - 1, &['\'', '’']);
    if cut && tokens.raw(i).len() < 3 || tokens.glued(i) && tokens.figures(i - 1) > 0 {
        return Case::Small;
    }
    // "O'BRIEN", not "D'ARVILLE"
    let initial = tokens.raw(i).chars().count() == 1 && tokens.is_any(i + 1, &['\'', '’']);
    if initial && tokens.glued(i + 1) && !lexicon.is(tokens, i, WordClass::Particle) {
        return Case::Capital;
    }
    // "NGUYEN VAN AN", "PRESIDENT TO LAM": not "MINISTER TO VISIT".
    let family = |i: usize| lexicon.is(tokens, i, WordClass::FamilyFirst);
    let titled = [WordClass::Office, WordClass::Rank, WordClass::Honorific]
        .iter()
        .any(|&title| lexicon.is_before(tokens, i, title));
    if i > 0 && family(i - 1) && lexicon.is(tokens, i, WordClass::SexInside)
        || titled && family(i) && !words.at(tokens, i + 1).small
    {
        return Case::Capital;
    }
    let written = words.at(tokens, i);
    if written.capitals && (written.place || !written.small) {
        return Case::Capitals;
    }
    // "ON MAY 6", "MINISTER OF TRADE"
    let dated = lexicon.is(tokens, i, WordClass::Month)
        && (tokens.figures(i + 1) > 0 || i > 0 && tokens.figures(i - 1) > 0);
    let office = lexicon.is(tokens, i, WordClass::OfficeWord)
        && !lexicon.is(tokens, i, WordClass::The)
        && [WordClass::Of, WordClass::And].iter().any(|&link| lexicon.is_before(tokens, i, link));
    let key = tokens.key(i);
    let verb = key.len() > 4
        && key
            .char_indices()
            .rev()
            .nth(1)
            .is_some_and(|(at, _)| lexicon.has(&key[at..], WordClass::PastEnding));
    match written.small && !(written.capital && (dated || office)) || !written.is_known() && verb {
        true => Case::Small,
        false => Case::Capital,
    }
}

fn push(word: &str, case: Case, out: &mut String) {
    let mut first = case == Case::Capital;
    for (at, c) in word.char_indices() {
        first |= case == Case::Capital && at == 2 && casing::is_scots(word);
        let small = c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8());
        match small.filter(|_| case != Case::Capitals && !first) {
            Some(small) if c.to_lowercase().count() == 1 => out.push(small),
            _ => out.push(c),
        }
        first &= !c.is_alphabetic();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::for_language("en").expect("English");
        assert_eq!(truecased(text, lexicon), expected);
    }

    #[test]
    fn names_and_sentences_keep_their_capitals() {
        check(
            "FINNISH FOREIGN MINISTER PEKKA SALMINEN MET NORWEGIAN FOREIGN MINISTER ROLF EGELAND \
             IN OSLO ON MAY 6, 2024. EGELAND SAID THE TALKS WERE GOOD.",
            "Finnish foreign minister Pekka Salminen met Norwegian foreign minister Rolf Egeland \
             in Oslo on May 6, 2024. Egeland said the talks were good.",
        );
        check(
            "NATO AND THE UNITED NATIONS MAY MEET IN NEW YORK, THE IRISH MINISTER OF DEFENCE SEAN \
             MCBRIEN O'BRIEN SAID. THE MINISTER'S VISIT ENDED ON MAY 7TH.",
            "NATO and the United Nations may meet in New York, the Irish minister of Defence Sean \
             McBrien O'Brien said. The minister's visit ended on May 7th.",
        );
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        check("HÀ NỘI", "HÀ NỘI");
        let foreign = "MINISTERI PUOLUSTUS TAPASI KOLLEGANSA HELSINGISSÄ MAANANTAINA JA TIISTAINA";
        check(foreign, foreign);
        check(
            "THE MINISTERS of two countries MET IN OSLO ON MAY 6, 2024",
            "THE MINISTERS of two countries MET IN OSLO ON MAY 6, 2024",
        );
    }

    #[test]
    fn bytes_stay_where_they_are() {
        let text = "İSTANBUL, STRAẞE, ΑΘΗΝΑ, HÀ NỘI, ÉLYSÉE, ǅ, ŁÓDŹ AND OTHERS WHO HAD MET THERE";
        let lexicon = Lexicon::for_language("en").expect("English");
        let truecased = truecased(text, lexicon);
        assert_ne!(truecased, text);
        assert!(
            text.char_indices().map(|(at, _)| at).eq(truecased.char_indices().map(|(at, _)| at))
        );
    }
}
