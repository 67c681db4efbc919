//! The two sides of the Thread: two countries by their codes, left and right.

/// Two different countries, as ISO 3166-1 alpha-2, the left one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides([String; 2]);

impl Sides {
    /// Two codes with a comma between them.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_once(',')?;
        Self::new(first, second)
    }

    /// Two codes of two capital letters each that are not the same.
    pub fn new(first: &str, second: &str) -> Option<Self> {
        let code = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        let sides = code(first) && code(second) && first != second;
        sides.then(|| Self([first.to_owned(), second.to_owned()]))
    }

    /// The two codes with a comma between them.
    pub fn print(&self) -> String {
        self.0.join(",")
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
        for wrong in ["", "VN", "VN,VN", "vn,FR", "VN,FRA", "VN,FR,DE", ",", "VN;FR"] {
            assert_eq!(Sides::parse(wrong), None, "{wrong}");
        }
    }
}
