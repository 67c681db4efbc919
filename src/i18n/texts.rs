//! Texts with a gap, `{}`, for a word or for a number.

use super::numbers::grouped;

/// A text with a gap for a word.
#[derive(Clone, Copy, Debug)]
pub struct Gap(pub &'static str);

impl Gap {
    /// The text with the word.
    pub fn fill(self, word: &str) -> String {
        self.0.replacen("{}", word, 1)
    }
}

/// A text with a gap for a number, which may be another for one.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// For one.
    pub one: &'static str,
    /// For several.
    pub many: &'static str,
    /// How the language counts.
    pub rule: &'static Rule,
}

/// How a language counts.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Between groups of three digits.
    pub separator: &'static str,
    /// The least number that is told as several.
    pub many_from: usize,
    /// None is told as one, too.
    pub none_is_one: bool,
}

impl Counted {
    /// The text with the number.
    pub fn fill(self, number: usize) -> String {
        let one = number < self.rule.many_from && (number > 0 || self.rule.none_is_one);
        let text = if one { self.one } else { self.many };
        text.replacen("{}", &grouped(number, self.rule.separator), 1)
    }
}

/// A text with gaps for two numbers, each with its own word.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Where the two stand.
    pub text: &'static str,
    /// The first number with its word.
    pub first: Counted,
    /// The second.
    pub second: Counted,
}

impl Pair {
    /// The text with the numbers.
    pub fn fill(self, first: usize, second: usize) -> String {
        let text = Gap(self.text).fill(&self.first.fill(first));
        text.replacen("{}", &self.second.fill(second), 1)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_the_language_counts() {
        let text = |rule| Counted { one: "{} day", many: "{} days", rule };
        let english = text(&Rule { separator: ",", many_from: 2, none_is_one: false });
        let french = text(&Rule { separator: " ", many_from: 2, none_is_one: true });
        let said = [0, 1, 2, 1234].map(|number| english.fill(number));
        assert_eq!(said, ["0 days", "1 day", "2 days", "1,234 days"]);
        let said = [0, 1, 2, 1234].map(|number| french.fill(number));
        assert_eq!(said, ["0 day", "1 day", "2 days", "1 234 days"]);
        assert_eq!(Gap("to {} and {}").fill("Giang"), "to Giang and {}");
    }
}
