//! The kinds of entity that a reader does not want highlighted.

use entente_model::EntityKind;
use std::fmt;

/// A set of kinds of entity, written as their words: `person place`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HiddenKinds(Vec<EntityKind>);

impl HiddenKinds {
    /// The set of these words; others are left out.
    pub fn parse(words: &str) -> Self {
        let known = |kind: &&EntityKind| words.split(' ').any(|word| word == kind.as_str());
        Self(EntityKind::ALL.iter().filter(known).copied().collect())
    }

    /// Whether a kind is in the set.
    pub fn contains(&self, kind: EntityKind) -> bool {
        self.0.contains(&kind)
    }

    /// The set with a kind in it that was not, or without one that was.
    pub fn toggled(&self, kind: EntityKind) -> Self {
        let keep = |other: &&EntityKind| self.contains(**other) != (**other == kind);
        Self(EntityKind::ALL.iter().filter(keep).copied().collect())
    }
}

impl fmt::Display for HiddenKinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|kind| kind.as_str()).collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::HiddenKinds;
    use entente_model::EntityKind;

    #[test]
    fn what_is_written_is_read_again() {
        let hidden = HiddenKinds::default().toggled(EntityKind::Place).toggled(EntityKind::Person);
        assert_eq!(hidden.to_string(), "person place");
        assert_eq!(HiddenKinds::parse("person place"), hidden);
        assert_eq!(HiddenKinds::parse(""), HiddenKinds::default());
        assert_eq!(HiddenKinds::parse("5 place nothing").to_string(), "place");
    }

    #[test]
    fn a_switch_pressed_twice_changes_nothing() {
        for &kind in EntityKind::ALL {
            let once = HiddenKinds::default().toggled(kind);
            assert!(once.contains(kind));
            assert_eq!(once.toggled(kind), HiddenKinds::default());
        }
    }
}
