//! Capitals turned into names: "HÀ NỘI" is "Hà Nội".

/// Words that keep small letters inside a name. Never the last word: "SƠN LA" is no article.
pub(crate) const SMALL: [&str; 16] = [
    "de", "des", "du", "del", "da", "do", "dos", "of", "and", "the", "au", "aux", "sur", "upon",
    "bin", "ibn",
];

/// The name with only the first letter of each word a capital, if it had no small
/// letters; otherwise as it stands. Runs of white space become one space.
pub(crate) fn name(text: &str) -> String {
    let shouted = !text.chars().any(char::is_lowercase);
    let mut out = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let mut parts = word.split_inclusive('-').peekable();
        while let Some(part) = parts.next() {
            let last = parts.peek().is_none() && words.peek().is_none();
            let plain = part.trim_end_matches('-').to_lowercase();
            if shouted && !out.is_empty() && !last && SMALL.contains(&plain.as_str()) {
                out += &part.to_lowercase();
            } else if shouted {
                push_quiet(part, &mut out);
            } else {
                out += part;
            }
        }
        if words.peek().is_some() {
            out.push(' ');
        }
    }
    out
}

/// A word in capitals with only its first letter left one; so too after marks, as in "D.C.".
fn push_quiet(word: &str, out: &mut String) {
    let mut inside = false;
    for (at, c) in word.char_indices() {
        if inside && !(at == SCOTS.len() && is_scots(word)) {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        inside = c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    }
}

/// Before a name that keeps its capital: "Mc" before "Allister".
const SCOTS: &str = "MC";

/// Whether a word in capitals is a name with a prefix before a capital.
pub(crate) fn is_scots(word: &str) -> bool {
    word.starts_with(SCOTS) && word.len() > SCOTS.len() + 2
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn keeps_letters_of_every_language() {
        for (shouted, quiet) in [
            ("HÀ NỘI", "Hà Nội"),
            ("ĐIỆN BIÊN PHỦ", "Điện Biên Phủ"),
            ("HA\u{300} NO\u{323}\u{302}I", "Ha\u{300} No\u{323}\u{302}i"),
            ("SAINT-DENIS", "Saint-Denis"),
            ("ST. PETERSBURG", "St. Petersburg"),
            ("NEW\n DELHI", "New Delhi"),
            ("São Paulo", "São Paulo"),
            ("Hanoi", "Hanoi"),
            ("ÎLE-DE-FRANCE", "Île-de-France"),
            ("RIO DE JANEIRO", "Rio de Janeiro"),
            ("SƠN LA", "Sơn La"),
            ("SEAN MCALLISTER", "Sean McAllister"),
            ("", ""),
        ] {
            assert_eq!(name(shouted), quiet);
        }
    }
}
