//! What may be wrong in the files of a language. What is wrong is left out and the rest is read; a
//! test tells each fault with its file, its line and what to do (`languages`).

use serde::Deserialize;
use std::fmt;
use toml::Spanned;

/// Something wrong in a file of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A line of a word list has no colon.
    Line,
    /// It opens with no sense.
    Sense(String),
    /// The language is said to be written in a way that is not known.
    #[cfg(test)]
    Trait(String),
    /// A place that the gazetteer does not have.
    #[cfg(test)]
    Place(String),
    /// No TOML, or a key or value that is not known there.
    Toml(String),
    /// A frame or list of `frames.toml` has a verb that the grammar does not know.
    Verb(String),
    /// Somebody stands behind a word that the grammar does not know.
    RoleWord(String),
    /// A list of `grammar.toml` has a verb that is neither regular nor irregular.
    ListedVerb(String),
    /// No rule has the ending of a regular verb.
    Ending(String),
}

/// Faults of a file, each with the byte at which it is.
pub(crate) type Faults = Vec<(usize, Fault)>;

impl Fault {
    /// The fault of a file that is no TOML, or lacks or has keys that it should not.
    pub(crate) fn of_toml(error: &toml::de::Error) -> (usize, Self) {
        let at = error.span().map_or(0, |span| span.start);
        (at, Self::Toml(error.message().to_owned()))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line => f.write_str("no colon; write `sense: form | form`"),
            Self::Sense(sense) => {
                write!(f, "no sense `{sense}`; those that there are stand in lexicon/README.md")
            }
            #[cfg(test)]
            Self::Trait(name) => {
                write!(f, "no trait `{name}`; write `postposed`, `strict` or `elides`")
            }
            #[cfg(test)]
            Self::Place(name) => write!(
                f,
                "no place `{name}`; write the code of a country or an English name as in \
                 lexicon/world"
            ),
            Self::Toml(said) => {
                write!(f, "{}; the keys are in lexicon/README.md", said.replace('\n', " "))
            }
            Self::Verb(verb) => write!(
                f,
                "grammar.toml has no verb `{verb}`; add it there to `regular`, or with its forms to \
                 `irregular`"
            ),
            Self::RoleWord(word) => write!(
                f,
                "grammar.toml has no word `{word}`; write `subject`, `object` or a preposition, and \
                 add the preposition to `prepositions` there"
            ),
            Self::ListedVerb(verb) => {
                write!(f, "no verb `{verb}`; add it to `regular`, or with its forms to `irregular`")
            }
            Self::Ending(verb) => write!(
                f,
                "no rule has the ending of `{verb}`; add a line to `rules`, or the verb with its \
                 forms to `irregular`"
            ),
        }
    }
}

/// A list in a TOML file, and where it stands there.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct List(Spanned<String>);

impl List {
    /// The words and bars.
    pub(crate) fn as_str(&self) -> &str {
        self.0.get_ref()
    }

    /// The byte of the file at which an entry of it stands.
    pub(crate) fn at(&self, entry: &str) -> usize {
        let list = self.as_str();
        let whole = |&(at, _): &(usize, &str)| {
            let (before, behind) = (&list[..at], &list[at + entry.len()..]);
            let around = before.chars().next_back().into_iter().chain(behind.chars().next());
            !around.into_iter().any(char::is_alphanumeric)
        };
        let at = list.match_indices(entry).find(whole).map_or(0, |(at, _)| at);
        // One mark before and one behind, or three and the end of a line before.
        let marks = self.0.span().len().saturating_sub(list.len());
        self.0.span().start + marks.div_ceil(2) + at
    }
}

impl Default for List {
    fn default() -> Self {
        Self(Spanned::new(0..0, String::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::List;
    use std::collections::BTreeMap;

    #[test]
    fn an_entry_is_where_it_stands_in_the_file() {
        for file in
            ["# lists\nverbs = \"foresee | see\"", "verbs = \"\"\"\nforesee\nsee tell\n\"\"\""]
        {
            let lists: BTreeMap<String, List> = toml::from_str(file).unwrap();
            let at = lists["verbs"].at("see");
            assert!(file[at..].starts_with("see") && !file[..at].ends_with("fore"), "{file}");
        }
    }
}
