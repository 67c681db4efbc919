//! Packs: what the rules know of one language.
//!
//! A pack is only data: files of lines `sense value: form | form` in `lexicon/LANGUAGE/`.
//! A form is one word or several. Words are compared folded; but a capital in the form
//! asks for a capital in the text, so that "May" is a month and "may" is not, and a word
//! with diacritics for one with diacritics, so that "năm" is a year and "Nam" is not. A
//! word may carry several senses; the rules ask for the one that they need.

use crate::tokens::Tokens;
use std::collections::BTreeMap;
use std::sync::OnceLock;

macro_rules! senses {
    ($($sense:ident = $name:literal,)*) => {
        /// What a form can mean. The names are those that open the lines of a pack.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Sense { $($sense,)* }

        fn sense(name: &str) -> Option<Sense> {
            match name { $($name => Some(Sense::$sense),)* _ => None }
        }
    };
}

senses! {
    // dates
    Month = "month",
    MonthShort = "month-short",
    MonthWord = "month-word",
    DayWord = "day-word",
    YearWord = "year-word",
    Weekday = "weekday",
    WeekdayShort = "weekday-short",
    Suffix = "suffix",
    Day = "day",
    SameDay = "same day",
    SameWeek = "same week",
    SameMonth = "same month",
    SameYear = "same year",
    BesideDay = "beside-day",
    Shift = "shift",
    ShiftAfter = "after",
    Beside = "beside",
    UnitWeek = "unit week",
    UnitWeekend = "unit weekend",
    UnitMonth = "unit month",
    UnitYear = "unit year",
    UnitDecade = "unit decade",
    UnitsDay = "units day",
    UnitsWeek = "units week",
    UnitsMonth = "units month",
    UnitsYear = "units year",
    UnitsDecade = "units decade",
    Ago = "ago",
    AgoBefore = "ago-before",
    Number = "number",
    Part = "part",
    Goal = "goal",
    Label = "label",
    DecadeMark = "decade-mark",
    To = "to",
    And = "and",
    Of = "of",
    Between = "between",
    When = "when",
    On = "on",
    The = "the",
    Numbered = "numbered",
    Quantity = "quantity",
    Counted = "counted",
    Currency = "currency",
    Anniversary = "anniversary",
    Future = "future",
    Past = "past",
    PastEnding = "past-ending",
    Be = "be",
    // furniture
    Agency = "agency",
    End = "end",
    Stamp = "stamp",
    Clock = "clock",
    Header = "header",
    HeaderTitle = "header-title",
    Teaser = "teaser",
    Chrome = "chrome",
    Credit = "credit",
    Rights = "rights",
    GoesOn = "goes-on",
    // language
    Stop = "stop",
}

/// A form as the pack holds it: the words after the first, and what the whole means.
#[derive(Debug)]
struct Form {
    words: Vec<Word>,
    sense: Sense,
    value: i32,
}

#[derive(Debug)]
struct Word {
    key: String,
    capital: bool,
    plain: bool,
}

/// The word lists of one language.
#[derive(Debug)]
pub(crate) struct Pack {
    /// The code of the language, as in BCP 47.
    pub(crate) language: &'static str,
    /// By the key of the first word; longest form first.
    forms: BTreeMap<String, Vec<Form>>,
}

/// A form found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The value that stands with the sense in the pack, or 0.
    pub(crate) value: i32,
    /// The token after the form.
    pub(crate) next: usize,
}

macro_rules! sources {
    ($($language:literal),*) => { [$(($language, [
        include_str!(concat!("../lexicon/", $language, "/language.txt")),
        include_str!(concat!("../lexicon/", $language, "/dates.txt")),
        include_str!(concat!("../lexicon/", $language, "/furniture.txt")),
    ])),*] };
}

const SOURCES: [(&str, [&str; 3]); 3] = sources!("en", "fr", "vi");

/// All packs, English first: it is also what a text in no known language is read by.
pub(crate) fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| {
        // Agencies are the same in every language.
        let agencies = SOURCES[0].1[2].lines().filter(|line| line.starts_with("agency"));
        let agencies: Vec<&str> = agencies.collect();
        SOURCES
            .iter()
            .enumerate()
            .map(|(n, (language, files))| {
                let own = files.iter().flat_map(|file| file.lines());
                let shared = agencies.iter().copied().filter(|_| n > 0);
                Pack::read(language, own.chain(shared))
            })
            .collect()
    })
}

impl Pack {
    /// The pack of a language, by its code or a code that begins with it ("fr-CA").
    pub(crate) fn of(language: &str) -> Option<&'static Self> {
        let code = language.split(['-', '_']).next()?.trim();
        packs().iter().find(|pack| pack.language.eq_ignore_ascii_case(code))
    }

    fn read(language: &'static str, lines: impl Iterator<Item = &'static str>) -> Self {
        let mut forms = BTreeMap::<String, Vec<Form>>::new();
        for (sense, value, form) in lines.filter_map(entry).flat_map(|(sense, value, list)| {
            list.split('|').map(move |form| (sense, value, form.trim()))
        }) {
            let tokens = Tokens::read(form);
            let mut words = (0..tokens.len()).map(|i| Word {
                key: tokens.key(i).into(),
                capital: tokens.capital(i),
                plain: tokens.plain(i),
            });
            if let Some(first) = words.next() {
                let key = first.key.clone();
                let words = std::iter::once(first).chain(words).collect();
                forms.entry(key).or_default().push(Form { words, sense, value });
            }
        }
        for list in forms.values_mut() {
            list.sort_by_key(|form| usize::MAX - form.words.len());
        }
        Self { language, forms }
    }

    /// Whether any form begins with the word at a token: most words open none.
    pub(crate) fn knows(&self, tokens: &Tokens, i: usize) -> bool {
        self.forms.contains_key(tokens.key(i))
    }

    /// The longest form of this sense that begins at a token.
    pub(crate) fn at(&self, tokens: &Tokens, i: usize, sense: Sense) -> Option<Hit> {
        let fits = |form: &&Form| {
            form.sense == sense
                && form.words.iter().enumerate().all(|(n, word)| {
                    let here = i + n;
                    tokens.key(here) == word.key
                        && tokens.plain(here) == word.plain
                        && (!word.capital || tokens.capital(here))
                        && (n == 0 || !tokens.opens(here))
                })
        };
        let form = self.forms.get(tokens.key(i))?.iter().find(fits)?;
        Some(Hit { value: form.value, next: i + form.words.len() })
    }

    /// The same for names whose bearers write them in capitals or not: "DPA", "dpa".
    pub(crate) fn at_any_case(&self, tokens: &Tokens, i: usize, sense: Sense) -> Option<Hit> {
        let forms = self.forms.get(tokens.key(i))?;
        let form = forms.iter().find(|form| {
            let keys = form.words.iter().map(|word| word.key.as_str());
            form.sense == sense && keys.enumerate().all(|(n, key)| tokens.key(i + n) == key)
        })?;
        Some(Hit { value: form.value, next: i + form.words.len() })
    }

    /// Whether a form of this sense begins at a token.
    pub(crate) fn is(&self, tokens: &Tokens, i: usize, sense: Sense) -> bool {
        self.at(tokens, i, sense).is_some()
    }

    /// Whether a form of this sense ends just before a token.
    pub(crate) fn is_before(&self, tokens: &Tokens, i: usize, sense: Sense) -> bool {
        (1..=4.min(i)).any(|back| self.at(tokens, i - back, sense).is_some_and(|h| h.next == i))
    }

    /// The forms of one word with this sense: endings, mostly.
    pub(crate) fn has(&self, key: &str, sense: Sense) -> bool {
        let one = |form: &Form| form.sense == sense && form.words.len() == 1;
        self.forms.get(key).is_some_and(|forms| forms.iter().any(one))
    }
}

/// A line of a pack: sense, value, forms. `None` for comments and empty lines.
fn entry(line: &'static str) -> Option<(Sense, i32, &'static str)> {
    let (head, forms) = line.trim().split_once(':').filter(|_| !line.starts_with('#'))?;
    if let Some(sense) = sense(head) {
        return Some((sense, 0, forms));
    }
    let (name, value) = head.rsplit_once(' ')?;
    Some((sense(name)?, value.parse().ok()?, forms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_pack_is_understood() {
        for (language, files) in SOURCES {
            for line in files.iter().flat_map(|f| f.lines()) {
                let silent = line.trim().is_empty() || line.starts_with('#');
                assert!(silent || entry(line).is_some(), "{language}: {line}");
            }
        }
    }

    #[test]
    fn every_pack_knows_twelve_months_and_seven_weekdays() {
        for pack in packs() {
            let values = |sense| {
                let of = |f: &&Form| f.sense == sense;
                let mut all: Vec<i32> =
                    pack.forms.values().flatten().filter(of).map(|f| f.value).collect();
                all.sort_unstable();
                all.dedup();
                all.len()
            };
            assert_eq!(values(Sense::Weekday), 7, "{}", pack.language);
            assert!(values(Sense::Month) == 12 || values(Sense::MonthWord) == 1);
            assert!(values(Sense::Agency) == 1);
        }
    }

    #[test]
    fn takes_the_longest_form_and_minds_capitals() {
        let pack = Pack::of("en-GB").unwrap();
        let hit = |text, sense| pack.at(&Tokens::read(text), 0, sense).map(|h| h.next);
        assert_eq!(hit("the day before yesterday", Sense::Day), Some(4));
        assert_eq!(hit("May 5", Sense::Month), Some(1));
        assert_eq!(hit("MAY 5", Sense::Month), Some(1));
        assert_eq!(hit("may 5", Sense::Month), None);
    }
}
