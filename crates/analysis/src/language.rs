//! Which language a text speaks.
//!
//! Decided by counting the stop words of each pack among the first words. A text in no
//! known language, or without words, is read as English.

use crate::lexicon::{Pack, Sense, packs};
use crate::tokens::Tokens;

/// As many words as tell the languages of a page apart.
const ENOUGH: usize = 600;

/// The pack of the language that was given, or of the one that the words speak.
pub(crate) fn of(text: &str, given: Option<&str>) -> &'static Pack {
    if let Some(pack) = given.and_then(Pack::of) {
        return pack;
    }
    let sample = text.char_indices().nth(ENOUGH * 8).map_or(text, |(end, _)| &text[..end]);
    let tokens = Tokens::read(sample);
    let count = |pack: &Pack| {
        (0..tokens.len().min(ENOUGH)).filter(|&i| pack.has(tokens.key(i), Sense::Stop)).count()
    };
    let all = packs();
    let mut best = (0, &all[0]);
    for pack in all {
        let found = count(pack);
        if found > best.0 {
            best = (found, pack);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::of;

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
            assert_eq!(of(text, None).language, language, "{text}");
        }
        assert_eq!(of("The two ministers", Some("vi-VN")).language, "vi");
        assert_eq!(of("Les deux ministres de la France", Some("tlh")).language, "fr");
    }
}
