//! Which language a text speaks.
//!
//! Decided by counting the stop words of each lexicon among the first words. A text in no
//! known language, or without words, is read as English.

use crate::lexicon::{Lexicon, WordClass, lexicons};
use crate::tokens::Tokens;

/// As many words as tell the languages of a page apart.
const ENOUGH: usize = 600;

/// The lexicon of the language that was given, or of the one that the words speak.
pub(crate) fn detect(text: &str, given: Option<&str>) -> &'static Lexicon {
    if let Some(lexicon) = given.and_then(Lexicon::for_language) {
        return lexicon;
    }
    let sample = text.char_indices().nth(ENOUGH * 8).map_or(text, |(end, _)| &text[..end]);
    let tokens = Tokens::read(sample);
    let count = |lexicon: &Lexicon| {
        (0..tokens.len().min(ENOUGH))
            .filter(|&i| lexicon.has(tokens.key(i), WordClass::Stop))
            .count()
    };
    let all = lexicons();
    let mut best = (0, &all[0]);
    for lexicon in all {
        let found = count(lexicon);
        if found > best.0 {
            best = (found, lexicon);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn tells_three_languages_apart() {
        for (language, text) in [
            ("en", "The two ministers met in Paris on Monday."),
            (
                "fr",
                "Les deux ministres se sont rencontrés lundi à Paris dans le cadre de la visite.",
            ),
            ("vi", "Hai bộ trưởng đã gặp nhau tại Paris và trao đổi về các vấn đề của khu vực."),
            ("en", ""),
            ("en", "今日は 12345"),
        ] {
            assert_eq!(detect(text, None).language, language, "{text}");
        }
        assert_eq!(detect("The two ministers", Some("vi-VN")).language, "vi");
        assert_eq!(detect("Les deux ministres de la France", Some("tlh")).language, "fr");
    }
}
