//! Which diacritics a word has.
//!
//! In Vietnamese they tell words apart: "Bỉ" is Belgium and "Bí" begins a secretary. Texts
//! write them in one character with their letter or behind it, and set the tone on one vowel
//! or its neighbour ("hòa", "hoà"). So only which marks there are is compared, not where.

/// The marks of Vietnamese and French, as they combine, with the letters that have them.
const MARKS: [(char, &str); 11] = [
    ('\u{300}', "àằầèềìòồờùừỳ"),
    ('\u{301}', "áắấéếíóốớúứý"),
    ('\u{309}', "ảẳẩẻểỉỏổởủửỷ"),
    ('\u{303}', "ãẵẫẽễĩõỗỡũữỹñ"),
    ('\u{323}', "ạặậẹệịọộợụựỵ"),
    ('\u{306}', "ăằắẳẵặ"),
    ('\u{302}', "âầấẩẫậêềếểễệôồốổỗộîû"),
    ('\u{31b}', "ơờớởỡợưừứửữự"),
    // The Icelandic letter is a common slip of the keyboard.
    ('\u{335}', "đð"),
    ('\u{308}', "äëïöüÿ"),
    ('\u{327}', "ç"),
];

/// The marks of a word, one bit each.
pub(super) fn diacritics(word: &str) -> u16 {
    if word.is_ascii() {
        return 0;
    }
    let has = |c: char, (mark, letters): &(char, &str)| c == *mark || letters.contains(c);
    let bits = |c: char| {
        let marks = MARKS.iter().enumerate().filter(move |(_, mark)| has(c, mark));
        marks.fold(0, |bits, (n, _)| bits | 1 << n)
    };
    word.chars().flat_map(char::to_lowercase).fold(0, |all, c| all | bits(c))
}

#[cfg(test)]
mod tests {
    use super::diacritics;

    #[test]
    fn marks_count_wherever_they_stand() {
        for same in [
            ("hòa", "hoà"),
            ("ĐỐI", "đối"),
            ("Ha\u{300}", "Hà"),
            ("e\u{302}\u{323}", "ệ"),
            ("Ðại", "đại"),
        ] {
            assert_eq!(diacritics(same.0), diacritics(same.1), "{same:?}");
        }
        for other in [("Bỉ", "Bí"), ("Bộ", "Bồ"), ("năm", "Nam"), ("dong", "đong")] {
            assert_ne!(diacritics(other.0), diacritics(other.1), "{other:?}");
        }
    }
}
