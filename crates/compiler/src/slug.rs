//! Readable ids.
//!
//! An id stands in addresses that people read, send and type, and that must work for
//! ever: so it has small letters and figures, of any script, and single hyphens between.

use entente_text::fold_str;

/// The most characters of an id that is given. One made from the name of a file is as long
/// as that.
pub const ID_LIMIT: usize = 200;

/// The id that a name gives: letters and figures folded, everything else a hyphen.
/// Empty where the name has neither letters nor figures.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in fold_str(name).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether it is an id as it stands.
pub fn is_slug(id: &str) -> bool {
    !id.is_empty() && slug(id) == id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_a_name_into_an_id() {
        for (name, id) in [
            ("2024-05-07-ha-noi", "2024-05-07-ha-noi"),
            ("Điện Biên Phủ, 70 years", "dien-bien-phu-70-years"),
            ("HÀ NỘI", "ha-noi"),
            ("Hà Nội".replace('à', "a\u{300}").as_str(), "ha-noi"),
            ("  a__b -- c!", "a-b-c"),
            ("Œuvre №5 / ½", "oeuvre-no5-1-2"),
            ("Переговоры 2024", "переговоры-2024"),
            ("会议", "会议"),
            ("…!?", ""),
            ("", ""),
        ] {
            assert_eq!(slug(name), id, "{name}");
            assert_eq!(slug(id), id, "a slug of a slug");
        }
        assert!(is_slug("ha-noi") && !is_slug("Ha-Noi") && !is_slug("-a") && !is_slug(""));
    }
}
