//! The languages that are known: a folder of `lexicon` each. A language is added by adding its folder,
//! since the build lists them; `docs/adding-a-language.md` says how.

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
    use crate::grammar::vocabulary::Vocabulary;
    use crate::lexicon::{Fault, WordClass, lexicons};
    use crate::{Given, Meeting, analyse, lexicon, meetings};
    use std::fs;
    use std::path::Path;

    /// What is wrong in a file: `file:line: error: what; how to mend it`.
    fn faults(file: &str, text: &str, grammar: &str) -> Vec<String> {
        let lines = || {
            let trimmed = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim()));
            trimmed.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        };
        let line_at = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        let by_line = |found: Vec<(usize, Fault)>| {
            found.into_iter().map(|(at, fault)| (line_at(at), fault)).collect()
        };
        let all: Vec<(usize, Fault)> = match file.rsplit('/').next().unwrap_or_default() {
            "grammar.toml" => by_line(Vocabulary::read(text).1),
            // Verbs that a grammar lacks which cannot be read are not told.
            "frames.toml" if matches!(Vocabulary::read(grammar).1[..], [(_, Fault::Toml(_))]) => {
                Vec::new()
            }
            "frames.toml" => by_line(meetings::faults(grammar, text)),
            "world.txt" => {
                lines().filter_map(|(n, line)| Some((n, lexicon::world::fault(line)?))).collect()
            }
            _ => lines().filter_map(|(n, line)| Some((n, lexicon::fault(line)?))).collect(),
        };
        all.into_iter().map(|(n, fault)| format!("{file}:{n}: error: {fault}")).collect()
    }

    #[test]
    fn the_files_of_every_language_are_right() {
        let mut wrong = Vec::new();
        for root in ["lexicon", "tests/data/lexicon"] {
            let within = |path: &Path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            let names = |folder: &Path| -> Vec<_> {
                let entries = fs::read_dir(within(folder)).unwrap();
                entries.map(|entry| folder.join(entry.unwrap().file_name())).collect()
            };
            let folders = names(Path::new(root));
            for folder in folders.iter().filter(|path| within(path).is_dir()) {
                if folder.ends_with("world") {
                    continue;
                }
                let grammar =
                    fs::read_to_string(within(&folder.join("grammar.toml"))).unwrap_or_default();
                for file in names(folder) {
                    let text = fs::read_to_string(within(&file)).unwrap();
                    wrong.extend(faults(&file.display().to_string(), &text, &grammar));
                }
            }
        }
        wrong.sort();
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    }

    /// All keys of a table and of those in it, but for words of the language.
    fn keys(table: &toml::Table, all: &mut Vec<String>) {
        for (key, value) in table {
            all.push(key.clone());
            let inner = match value {
                _ if key == "roles" => Vec::new(),
                toml::Value::Table(table) => vec![table],
                toml::Value::Array(list) => list.iter().filter_map(|one| one.as_table()).collect(),
                _ => Vec::new(),
            };
            for table in inner {
                keys(table, all);
            }
        }
    }

    #[test]
    fn the_guide_to_the_files_has_every_sense_and_every_key() {
        let guide = include_str!("../lexicon/README.md");
        let mut all: Vec<String> = WordClass::ALL.iter().map(|sense| sense.name().into()).collect();
        for language in LANGUAGES {
            for file in language.grammar.into_iter().chain(language.frames) {
                keys(&file.parse().unwrap(), &mut all);
            }
        }
        all.retain(|key| !guide.contains(&format!("`{key}`")));
        assert!(all.is_empty(), "lexicon/README.md does not say what these are: {all:?}");
    }

    #[test]
    fn faults_are_told_with_their_line_and_how_to_mend_them() {
        let grammar = include_str!("../lexicon/en/grammar.toml");
        let frames = include_str!("../lexicon/en/frames.toml");
        let check = |file: &str, text: &str, expected: &[&str]| {
            let found = faults(file, text, grammar);
            let told = found.len() == expected.len()
                && found.iter().zip(expected).all(|(found, head)| found.starts_with(head));
            assert!(told, "{found:#?}");
        };
        assert!(faults("frames.toml", frames, "no list = ").is_empty());
        check("grammar.toml", "infinitives = 1", &["grammar.toml:1: error: invalid type: integer"]);
        check(
            "people.txt",
            "# people\noffice: envoy\nofice: consul\noffice\n",
            &[
                "people.txt:3: error: no sense `ofice`; those that there are stand in",
                "people.txt:4: error: no colon; write `sense: form | form`",
            ],
        );
        check(
            "language.txt",
            "trait: elided\nhome: XX\n",
            &[
                "language.txt:1: error: no trait `elided`; write",
                "language.txt:2: error: no place `XX`; write",
            ],
        );
        check(
            "world.txt",
            "Oslo = Oslo\nOslow = Oslo\n",
            &["world.txt:2: error: no place `Oslow`;"],
        );
        let with = |line: &str| format!("{frames}\n[[verb]]\n{line}\n");
        let line = with("").lines().count();
        check(
            "frames.toml",
            &with("lemmas = \"meet | parley\"\nkind = \"talks\"\nroles = { objetc = \"party\" }"),
            &[
                &format!(
                    "frames.toml:{}: error: grammar.toml has no word `objetc`; write",
                    line + 2
                ),
                &format!("frames.toml:{line}: error: grammar.toml has no verb `parley`; add it"),
            ],
        );
        check(
            "frames.toml",
            &with("lemmas = \"meet\"\nkind = \"chat\"\nroles = {}"),
            &[&format!("frames.toml:{}: error: unknown variant `chat`, expected one of", line + 1)],
        );
    }

    #[test]
    fn every_language_has_months_days_and_stop_words_and_says_one_thing_of_itself() {
        for (lexicon, language) in lexicons().iter().zip(LANGUAGES) {
            let values = |sense| lexicon.values(sense).len();
            let said = |what| format!("lexicon/{}/{what}", lexicon.language);
            assert_eq!(values(WordClass::Stop), 1, "{}", said("language.txt: add a line `stop:`"));
            let months = values(WordClass::Month) == 12 || values(WordClass::MonthWord) == 1;
            assert!(months, "{}", said("dates.txt: add `month 1:` to `month 12:`"));
            let days = said("dates.txt: add `weekday 1:` (Monday) to `weekday 7:`");
            assert_eq!(values(WordClass::Weekday), 7, "{days}");
            let Some(grammar) = language.grammar else { continue };
            let (grammar, _) = Vocabulary::read(grammar);
            let postposed = grammar.postposed || grammar.isolating();
            let written = (postposed, grammar.is_strict());
            let both =
                said("language.txt: `trait: postposed` and `trait: strict` as in grammar.toml");
            assert_eq!((lexicon.postposed, lexicon.strict), written, "{both}");
        }
    }

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
