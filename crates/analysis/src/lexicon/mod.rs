//! Lexicons: what the rules know of one language.
//!
//! A lexicon is only data: files of lines `sense value: form | form` in `lexicon/LANGUAGE/`.
//! A form is one word or several. Words are compared folded; but a capital in the form
//! asks for a capital in the text, so that "May" is a month and "may" is not, and a word
//! with diacritics for one with diacritics, so that "năm" is a year and "Nam" is not. A
//! word may carry several senses; the rules ask for the one that they need. Lines `trait:`
//! say how a language is written.
//!
//! - `forms`: how forms are held and found in a text, by the numbers of their words
//! - `diacritics`: which marks a word has, for languages in which they tell words apart
//! - `written`: in which case the forms write their words
//! - `world`: the gazetteer, which is the same for every language, and its names in each
//! - `fault`: what may be wrong in the files of a language, told with its line by a test

mod diacritics;
mod fault;
mod forms;
mod words;
pub(crate) mod world;
mod written;

pub(crate) use fault::{Fault, Faults, List};
pub(crate) use forms::Hit;
pub(crate) use written::WrittenWords;

use crate::interner::Interner;
use crate::languages::{LANGUAGES, Language};
use crate::tokens::Tokens;
use forms::{Comparison, Forms};
use std::sync::OnceLock;
use words::Words;
use world::World;

macro_rules! senses {
    ($($sense:ident = $name:literal,)*) => {
        /// What a form can mean. The names are those that open the lines of a lexicon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum WordClass { $($sense,)* }

        fn sense(name: &str) -> Option<WordClass> {
            match name { $($name => Some(WordClass::$sense),)* _ => None }
        }

        impl WordClass {
            /// All of them.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$sense),*];

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$sense => $name,)* }
            }
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
    DayPart = "day-part",
    DayOf = "day-of",
    DayName = "day-name",
    DayNameBehind = "day-name-behind",
    WeekOf = "week-of",
    WasA = "was-a",
    Era = "era",
    MonthSolar = "month-solar",
    MonthOther = "month-other",
    SameDate = "same-date",
    OtherCalendar = "other-calendar",
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
    Season = "season",
    Over = "over",
    UnitDecade = "unit decade",
    UnitsDay = "units day",
    UnitsWeek = "units week",
    UnitsMonth = "units month",
    UnitsYear = "units year",
    UnitsDecade = "units decade",
    Ago = "ago",
    AgoBefore = "ago-before",
    InTime = "in-time",
    TimeWord = "time-word",
    Later = "later",
    Apart = "apart",
    Anchor = "anchor",
    Comes = "comes",
    Bound = "bound",
    OpenTime = "open-time",
    NotDate = "not-date",
    OrdinalBefore = "ordinal-before",
    Number = "number",
    Or = "or",
    OrSo = "or-so",
    Half = "half",
    AndHalf = "and-half",
    Vague = "vague",
    UnitsPlural = "units plural",
    WeekdayMany = "weekday-many",
    WeeksFrom = "weeks-from",
    WeeksOn = "weeks-on",
    Part = "part",
    Goal = "goal",
    Label = "label",
    DecadeMark = "decade-mark",
    DecadeBefore = "decade-before",
    DecadeName = "decade-name",
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
    Ahead = "ahead",
    PutOff = "put-off",
    PutOffFrom = "put-off-from",
    Lasted = "lasted",
    Since = "since",
    FutureEnding = "future-ending",
    Past = "past",
    PastEnding = "past-ending",
    Be = "be",
    // boilerplate
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
    Trait = "trait",
    Home = "home",
    Elision = "elision",
    Possessive = "possessive",
    By = "by",
    // people
    Honorific = "honorific",
    Rank = "rank",
    Office = "office",
    OfficeWord = "office-word",
    OfficeBefore = "office-before",
    OfficePlural = "office-plural",
    Particle = "particle",
    SuffixName = "suffix-name",
    AlsoInNames = "also-in-names",
    FamilyFirst = "family-first",
    GivenName = "given",
    PersonVerb = "person-verb",
    Somebody = "somebody",
    Minister = "minister",
    Article = "article",
    Father = "father",
    Sex = "sex",
    SexInside = "sex-inside",
    SexPronoun = "sex-pronoun",
    SexWhom = "sex-whom",
    SexOwn = "sex-own",
    // organisations
    OrgHead = "org-head",
    OrgLink = "org-link",
    OrgNational = "org-national",
    Mechanism = "mechanism",
    Shared = "shared",
    Company = "company",
    OrgLower = "org-lower",
    OrgKnown = "org-known",
    OrgForeign = "org-foreign",
    // agreements
    AgreementHead = "agreement-head",
    AgreementMod = "agreement-mod",
    AgreementLink = "agreement-link",
    AgreementKnown = "agreement-known",
    // events
    EventHead = "event-head",
    EventLink = "event-link",
    EventMod = "event-mod",
    EventKnown = "event-known",
    Ordinal = "ordinal",
    Round = "round",
    // places
    PlaceHead = "place-head",
    PlaceBefore = "place-before",
    PlaceCue = "place-cue",
    // names at large
    NotName = "not-name",
    Concept = "concept",
    With = "with",
    ComplementEnd = "complement-end",
    PlaceWhere = "place-where",
    Trailing = "trailing",
    OrdinalMark = "ordinal-mark",
    // meetings
    MeetVerb = "meet-verb",
    MeetNoun = "meet-noun",
    MeetDrill = "meet-drill",
    MeetKind = "meet-kind",
    MeetBe = "meet-be",
    MeetLead = "meet-lead",
    MeetSide = "meet-side",
    MeetGeneral = "meet-general",
    MeetAlso = "meet-also",
    MeetAside = "meet-aside",
    MeetAgreed = "meet-agreed",
    MeetDuring = "meet-during",
    MeetInvite = "meet-invite",
    MeetAttended = "meet-attended",
    MeetHead = "meet-head",
    MeetPartner = "meet-partner",
    MeetPaper = "meet-paper",
    MeetPresent = "meet-present",
    MeetRemote = "meet-remote",
    MeetVenue = "meet-venue",
    MeetAbroad = "meet-abroad",
    MeetBodies = "meet-bodies",
    MeetSame = "meet-same",
    MeetEach = "meet-each",
    MeetVenueBefore = "meet-venue-before",
    MeetAccept = "meet-accept",
    MeetBehalf = "meet-behalf",
    MeetAccompany = "meet-accompany",
    MeetCount = "meet-count",
    MeetHeads = "meet-heads",
    MeetWhom = "meet-whom",
    MeetHere = "meet-here",
    MeetPrime = "meet-prime",
    MeetCapital = "meet-capital",
    MeetBack = "meet-back",
    MeetOn = "meet-on",
    Governs = "governs",
    Clause = "clause",
    Pronoun = "pronoun",
    PronounOwn = "pronoun-own",
    MeetSpeaker = "meet-speaker",
    MeetSpeakerOwn = "meet-speaker-own",
    PronounMany = "pronoun-many",
    // the gazetteer
    Country = "country",
    Demonym = "demonym",
    City = "city",
    CityInDoubt = "city-in-doubt",
    Region = "region",
}

/// The word lists of one language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The code of the language, as in BCP 47.
    pub(crate) language: &'static str,
    /// Whether what tells which one is meant stands behind the head of a name: "armée
    /// française", "Bộ Quốc phòng Pháp".
    pub(crate) postposed: bool,
    /// Whether words with other diacritics are other words, capital or not: "Bỉ" and "Bí".
    pub(crate) strict: bool,
    /// The country whose bodies reports name without it, by its number in the gazetteer.
    pub(crate) home: Option<i32>,
    forms: Forms,
}

/// How a language is written: see the fields of [`Lexicon`], and [`spellings`].
const TRAITS: [&str; 3] = ["postposed", "strict", "elides"];

/// Agencies, parts of people's names and what is known by a name in English are in every
/// language: there they are read after its own lists.
const SHARED: [WordClass; 8] = [
    WordClass::Agency,
    WordClass::GivenName,
    WordClass::FamilyFirst,
    WordClass::SuffixName,
    WordClass::OrgKnown,
    WordClass::AgreementKnown,
    WordClass::EventKnown,
    WordClass::Concept,
];

/// All that is known of words.
struct Knowledge {
    words: Words,
    /// English first: it is also what a text in no known language is read by.
    lexicons: Vec<Lexicon>,
    world: World,
}

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let mut words = Words::default();
        let mut things = Interner::default();
        let world = World::read(&mut words);
        let own = lines(&LANGUAGES[0]).filter_map(|line| Some((line, entry(line).ok()?.0)));
        let own = own.filter(|(_, sense)| SHARED.contains(sense));
        // A given name is one in every language but English, where it may be a word.
        let others = LANGUAGES[1..].iter().flat_map(lines);
        let others = others.filter_map(|line| Some((line, entry(line).ok()?.0)));
        let given = others.filter(|(_, sense)| *sense == WordClass::GivenName);
        let shared: Vec<&str> = own.chain(given).map(|(line, _)| line).collect();
        let lexicons = LANGUAGES.iter().enumerate().map(|(n, source)| {
            let shared = if n > 0 { &shared[..] } else { &[] };
            Lexicon::read(source, shared, &world, &mut things, &mut words)
        });
        let lexicons = lexicons.collect();
        Knowledge { words, lexicons, world }
    })
}

fn lines(source: &Language) -> impl Iterator<Item = &'static str> {
    source.lists.iter().flat_map(|file| file.lines())
}

/// All lexicons.
pub(crate) fn lexicons() -> &'static [Lexicon] {
    &knowledge().lexicons
}

/// The gazetteer.
pub(crate) fn world() -> &'static World {
    &knowledge().world
}

/// A word folded, with its diacritics where it has any: "bi" with a hook is not "bi" with an acute.
pub(crate) fn exact_key(word: &str) -> String {
    /// The first character that no text has a meaning for.
    const PRIVATE: u32 = 0xE000;
    let mut key = entente_text::fold_str(word);
    let marks = u32::from(diacritics::diacritics(word));
    key.extend((marks > 0).then(|| char::from_u32(PRIVATE + marks)).flatten());
    key
}

/// The number of a folded word, by which tokens and forms are compared.
pub(crate) fn number(key: &str) -> u32 {
    knowledge().words.number(key)
}

impl Lexicon {
    /// The lexicon of a language, by its code or a code that begins with it ("fr-CA").
    pub(crate) fn for_language(language: &str) -> Option<&'static Self> {
        let code = language.split(['-', '_']).next()?.trim();
        lexicons().iter().find(|lexicon| lexicon.language.eq_ignore_ascii_case(code))
    }

    fn read(
        source: &Language,
        shared: &[&'static str],
        world: &World,
        things: &mut Interner,
        words: &mut Words,
    ) -> Self {
        let own: Vec<_> = lines(source).flat_map(entry).collect();
        let has = |name: &str| {
            own.iter().any(|(sense, _, list)| *sense == WordClass::Trait && list.trim() == name)
        };
        let [postposed, strict, elides] = TRAITS.map(has);
        let home = own.iter().find(|(sense, ..)| *sense == WordClass::Home);
        let home = home.and_then(|(_, _, code)| world.country(code.trim()));
        let comparison = |sense: WordClass| match strict {
            true => Comparison::Strict,
            false if sense.is_exact() => Comparison::Exact,
            false => Comparison::Folded,
        };
        let mut forms = Forms::default();
        let own = own
            .into_iter()
            .filter(|(sense, ..)| !matches!(sense, WordClass::Trait | WordClass::Home));
        let own = own.map(|(sense, value, list)| (sense, value, list, comparison(sense)));
        let shared = shared
            .iter()
            .copied()
            .flat_map(entry)
            .map(|(sense, value, list)| (sense, value, list, comparison(sense)));
        for (sense, value, list, comparison) in own.chain(shared) {
            // Names of one thing stand on one line; the first tells which thing it is, in
            // all languages.
            let first = list.split('|').next().unwrap_or_default().trim();
            let value = match sense.groups() {
                true => things.first(&[sense.name(), first].join(" "), things.len()) as i32,
                false => value,
            };
            for form in list.split('|').map(str::trim) {
                for form in spellings(form, elides) {
                    forms.insert(&form, sense, value, comparison, words);
                }
            }
        }
        if let Some(table) = source.places {
            for (sense, number, form) in world.names_in(table) {
                for form in spellings(form, elides) {
                    forms.insert(&form, sense, number, comparison(sense), words);
                }
            }
        }
        Self { language: source.code, postposed, strict, home, forms: forms.sorted() }
    }

    /// Whether any form begins with the word at a token: most words open none.
    pub(crate) fn knows(&self, tokens: &Tokens, i: usize) -> bool {
        self.forms.knows(tokens.word(i))
    }

    /// All forms that begin at a token, longer ones first.
    pub(crate) fn all<'a>(
        &'a self,
        tokens: &'a Tokens,
        i: usize,
    ) -> impl Iterator<Item = (WordClass, Hit)> + 'a {
        self.forms.all(tokens, i, false)
    }

    /// The values that stand with a sense, each once.
    #[cfg(test)]
    pub(crate) fn values(&self, sense: WordClass) -> std::collections::BTreeSet<i32> {
        self.forms.values(sense)
    }

    /// The longest form of this sense that begins at a token.
    pub(crate) fn at(&self, tokens: &Tokens, i: usize, sense: WordClass) -> Option<Hit> {
        self.forms.at(tokens, i, sense)
    }

    /// The same for names whose bearers write them in capitals or not: "DPA", "dpa".
    pub(crate) fn at_any_case(&self, tokens: &Tokens, i: usize, sense: WordClass) -> Option<Hit> {
        self.forms.at_any_case(tokens, i, sense)
    }

    /// Whether a form of this sense begins at a token.
    pub(crate) fn is(&self, tokens: &Tokens, i: usize, sense: WordClass) -> bool {
        self.at(tokens, i, sense).is_some()
    }

    /// Whether a form of this sense ends just before a token.
    pub(crate) fn is_before(&self, tokens: &Tokens, i: usize, sense: WordClass) -> bool {
        (1..=4.min(i)).any(|back| self.at(tokens, i - back, sense).is_some_and(|h| h.next == i))
    }

    /// How the words of this lexicon and of the gazetteer are written.
    pub(crate) fn written(&self) -> WrittenWords {
        let mut written = WrittenWords::default();
        self.forms.note(&mut written);
        world().note(&mut written);
        written
    }

    /// The token after a name of several words that begins at a token.
    pub(crate) fn name_at(&self, tokens: &Tokens, i: usize) -> Option<usize> {
        self.forms.name_at(tokens, i).max(world().name_at(tokens, i))
    }

    /// Whether a form of one word has this sense: endings, mostly.
    pub(crate) fn has(&self, key: &str, sense: WordClass) -> bool {
        self.forms.has(number(key), sense)
    }
}

/// A form as it is listed and, where a language elides, with a curly apostrophe.
fn spellings(form: &str, elides: bool) -> impl Iterator<Item = String> {
    let curly = (elides && form.contains('\'')).then(|| form.replace('\'', "’"));
    [form.to_owned()].into_iter().chain(curly)
}

/// A line of a lexicon: sense, value, forms.
///
/// # Errors
/// What is wrong with the line.
fn entry(line: &str) -> Result<(WordClass, i32, &str), Fault> {
    let (head, forms) = line.split_once(':').ok_or(Fault::Line)?;
    if let Some(sense) = sense(head) {
        return Ok((sense, 0, forms));
    }
    let (name, value) = head.rsplit_once(' ').unwrap_or((head, "0"));
    let sense = sense(name).ok_or_else(|| Fault::Sense(head.to_owned()))?;
    let value = value.parse().map_err(|_| Fault::Sense(head.to_owned()))?;
    Ok((sense, value, forms))
}

/// What is wrong with a line of a word list.
#[cfg(test)]
pub(crate) fn fault(line: &str) -> Option<Fault> {
    let (sense, _, forms) = match entry(line) {
        Ok(entry) => entry,
        Err(fault) => return Some(fault),
    };
    let forms = forms.trim();
    match sense {
        WordClass::Trait if !TRAITS.contains(&forms) => Some(Fault::Trait(forms.to_owned())),
        WordClass::Home if world().country(forms).is_none() => Some(Fault::Place(forms.to_owned())),
        _ => None,
    }
}

impl WordClass {
    /// Whether the forms name a place or its people.
    const fn is_place(self) -> bool {
        matches!(
            self,
            Self::Country | Self::Demonym | Self::City | Self::CityInDoubt | Self::Region
        )
    }

    /// Whether the forms of one line are names of one thing.
    const fn groups(self) -> bool {
        matches!(self, Self::OrgKnown | Self::AgreementKnown | Self::EventKnown)
    }

    /// Whether diacritics tell words apart ("năm", "Nam"), and full stops do not vanish.
    /// Of names they are left out as often as not.
    const fn is_exact(self) -> bool {
        (self as u8) < (Self::Honorific as u8) || matches!(self, Self::FamilyFirst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_longest_form_and_minds_capitals() {
        let lexicon = Lexicon::for_language("en-GB").unwrap();
        let hit = |text, sense| lexicon.at(&Tokens::read(text), 0, sense).map(|h| h.next);
        assert_eq!(hit("the day before yesterday", WordClass::Day), Some(4));
        assert_eq!(hit("May 5", WordClass::Month), Some(1));
        assert_eq!(hit("MAY 5", WordClass::Month), Some(1));
        assert_eq!(hit("may 5", WordClass::Month), None);
    }
}
