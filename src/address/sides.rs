//! The two sides of the Thread: two countries by their codes, left and right, or a country and all
//! others.

/// Two different countries, as ISO 3166-1 alpha-2, the left one first; the right one may be
/// [`ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides([String; 2]);

/// What stands for all other countries.
pub const ALL: &str = "*";

impl Sides {
    /// Two codes with a comma between them.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_once(',')?;
        Self::new(first, second)
    }

    /// Two codes of two capital letters each that are not the same; the second may be [`ALL`].
    pub fn new(first: &str, second: &str) -> Option<Self> {
        let code = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        let sides = code(first) && (code(second) || second == ALL) && first != second;
        sides.then(|| Self([first.to_owned(), second.to_owned()]))
    }

    /// The two codes with a comma between them.
    pub fn print(&self) -> String {
        self.0.join(",")
    }

    /// Whether the right side is all other countries.
    pub fn against_all(&self) -> bool {
        self.0[1] == ALL
    }

    /// The two codes.
    pub fn codes(&self) -> [&str; 2] {
        self.0.each_ref().map(String::as_str)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn sides_are_two_different_codes() {
        assert_eq!(Sides::parse("VN,FR").map(|sides| sides.print()).as_deref(), Some("VN,FR"));
        assert!(Sides::parse("VN,*").is_some_and(|sides| sides.against_all()));
        for wrong in ["*,VN", "*,*", "", "VN", "VN,VN", "vn,FR", "VN,FRA", "VN,FR,DE", ",", "VN;FR"]
        {
            assert_eq!(Sides::parse(wrong), None, "{wrong}");
        }
    }
}
