//! The languages that are known: a folder of `lexicon` each. A language is added by adding its folder,
//! since the build lists them.

/// What a language brings.
pub(crate) struct Language {
    /// As in BCP 47.
    pub(crate) code: &'static str,
    /// Its word lists.
    pub(crate) lists: &'static [&'static str],
    /// What it calls countries and cities, where not as English does.
    pub(crate) places: Option<&'static str>,
    /// `grammar.toml`.
    pub(crate) grammar: Option<&'static str>,
    /// `frames.toml`.
    pub(crate) frames: Option<&'static str>,
}

/// All of them, English first.
#[cfg(not(test))]
pub(crate) const LANGUAGES: &[Language] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The same, and the small ones that only tests have.
#[cfg(test)]
pub(crate) const LANGUAGES: &[Language] =
    &include!(concat!(env!("OUT_DIR"), "/languages-of-tests.rs"));

/// The codes of the languages in which reports are read, as in BCP 47.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.code)
}

#[cfg(test)]
mod tests {
    use super::LANGUAGES;
    use crate::{Given, Meeting, analyse};

    /// Portuguese as far as these sentences go, written as data alone (`tests/data/lexicon/pt`).
    #[test]
    fn a_language_is_added_as_data() {
        assert!(LANGUAGES.iter().any(|language| language.code == "pt"));
        let report = "Lisboa, 12 de março de 2024 - A Ministra dos Negócios Estrangeiros Joana Prates \
                      manteve hoje uma conversa telefónica com o Ministro dos Negócios Estrangeiros \
                      da Noruega, Rolf Egeland.\n\nO Presidente Rui Duarte reuniu-se em Lisboa, na \
                      segunda-feira, com o Primeiro-Ministro Luca Ferrante. O Presidente visitará a \
                      Noruega em maio.";
        let analysis = analyse(report, &Given::default());
        assert_eq!(analysis.language, "pt");
        let shown = |meeting: &Meeting| {
            let name = |&who: &usize| analysis.names[who].name.as_str();
            let who: Vec<&str> = meeting.participants.iter().map(name).collect();
            let date = meeting.period().map(|period| period.to_string()).unwrap_or_default();
            let place = meeting.place.as_ref().map_or("", |place| &place.words);
            format!("{} {} {date} {place}: {}", meeting.kind, meeting.status, who.join(", "))
        };
        let found: Vec<String> = analysis.meetings.iter().map(shown).collect();
        assert_eq!(
            found,
            [
                "call held 2024-03-12 : Joana Prates, Rolf Egeland",
                "meeting held 2024-03-11 Lisboa: Rui Duarte, Luca Ferrante",
                "visit planned 2024-05 Noruega: Rui Duarte",
            ]
        );
    }
}
