//! What is given with the corpus: the file `corpus.toml` at its root.

use crate::fault::Fault;
use crate::issue::Issue;
use crate::table::{Table, is_language};

/// The name of the file.
pub(crate) const FILE: &str = "corpus.toml";

/// The keys of the settings.
pub(crate) const KEYS: &[&str] = &["title", "language"];

/// What is given with a corpus; every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// What it is about.
    pub(crate) title: Option<String>,
    /// The language of the title, as a tag.
    pub(crate) language: Option<String>,
}

/// The settings in a text, and what is wrong with them. `path` is for messages.
pub(crate) fn read(path: &str, text: &str) -> (Settings, Vec<Issue>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut table = Table::read(path, text, start..text.len(), KEYS);
    let settings = Settings {
        title: table.string("title").map(|(title, _)| title),
        language: table.string_that("language", is_language, |tag| Fault::BadLanguage { tag }),
    };
    (settings, table.into_issues())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_title_and_language_and_nothing_else() {
        let (settings, issues) = read("corpus.toml", "title = \"Talks\"\nlanguage = \"en\"\n");
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(settings, Settings { title: some("Talks"), language: some("en") });
        assert!(issues.is_empty());
        for (text, expected) in [
            ("lang = \"en\"", "c:1:1: error: the key `lang` is not known; the keys are title, "),
            ("langauge = 1", "c:1:1: error: the key `langauge` is not known; did you mean `lang"),
            ("title = 1", "c:1:9: error: `title` takes a string, not a number"),
            ("\u{feff}title = 1", "c:1:9: error: `title` takes a string, not a number"),
            ("[title]", "c:1:1: error: `title` takes a string, not a table"),
        ] {
            let issues = read("c", text).1;
            assert!(issues[0].to_string().starts_with(expected), "{}", issues[0]);
        }
    }
}
