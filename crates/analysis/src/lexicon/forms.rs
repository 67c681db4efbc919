//! Forms: words and what they mean, found by the first word.

use super::WordClass;
use super::diacritics::diacritics;
use super::words::Words;
use super::written::WrittenWords;
use crate::tokens::Tokens;

/// No word with a full stop inside a form is longer, in bytes.
const ABBREVIATION: usize = 5;

/// What a form is written like, and what the whole means.
#[derive(Debug)]
struct Form {
    words: Vec<Word>,
    sense: WordClass,
    value: i32,
    comparison: Comparison,
}

/// How closely the words of a text must be those of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// Diacritics may be left out or added where the form has a capital, and full stops
    /// between words. Of words in small letters diacritics always count: "Tô" is not "to".
    Folded,
    /// Diacritics or none, as in the form.
    Exact,
    /// The same diacritics.
    Strict,
}

#[derive(Debug)]
struct Word {
    number: u32,
    case: Case,
    /// Whether it has capitals throughout.
    capitals: bool,
    /// Whether it is a full stop.
    stop: bool,
    plain: bool,
    diacritics: u16,
}

/// What a word of a form asks of the letters in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    /// A capital at the head.
    Capital,
    /// Capitals throughout: a short acronym, lest "UN" be found in "Kim Jong Un".
    Capitals,
}

/// A form found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The value that stands with the sense in the lexicon, or 0.
    pub(crate) value: i32,
    /// The token after the form.
    pub(crate) next: usize,
}

/// Forms by the number of their first word; longer ones first.
#[derive(Debug, Default)]
pub(super) struct Forms(Vec<Vec<Form>>);

impl Forms {
    pub(super) fn insert(
        &mut self,
        form: &str,
        sense: WordClass,
        value: i32,
        comparison: Comparison,
        numbers: &mut Words,
    ) {
        let tokens = Tokens::of_form(form);
        let case = |i| match tokens.raw(i).len() {
            2..=3 if tokens.all_capitals(i) && tokens.len() == 1 => Case::Capitals,
            _ if tokens.capital(i) => Case::Capital,
            _ => Case::Any,
        };
        let mut word = |i| Word {
            number: numbers.add(tokens.key(i)),
            case: case(i),
            capitals: tokens.all_capitals(i) && tokens.raw(i).len() > 1,
            stop: tokens.is(i, '.'),
            plain: tokens.plain(i),
            diacritics: diacritics(tokens.raw(i)),
        };
        let words: Vec<Word> = (0..tokens.len()).map(&mut word).collect();
        if let Some(first) = words.first() {
            let number = first.number as usize;
            if self.0.len() <= number {
                self.0.resize_with(number + 1, Vec::new);
            }
            self.0[number].push(Form { words, sense, value, comparison });
        }
    }

    pub(super) fn sorted(mut self) -> Self {
        for list in &mut self.0 {
            list.sort_by_key(|form| usize::MAX - form.words.len());
        }
        self
    }

    fn get(&self, number: u32) -> &[Form] {
        self.0.get(number as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn knows(&self, number: u32) -> bool {
        !self.get(number).is_empty()
    }

    /// The longest form of a sense that begins at a token.
    pub(super) fn at(&self, tokens: &Tokens, i: usize, sense: WordClass) -> Option<Hit> {
        let mut forms = self.get(tokens.word(i)).iter().filter(|form| form.sense == sense);
        forms.find_map(|form| Some(Hit { value: form.value, next: form.ends(tokens, i)? }))
    }

    /// All forms that begin at a token, longer ones first; where `strict`, only those with the
    /// diacritics of the text.
    pub(super) fn all<'a>(
        &'a self,
        tokens: &'a Tokens,
        i: usize,
        strict: bool,
    ) -> impl Iterator<Item = (WordClass, Hit)> + 'a {
        self.get(tokens.word(i)).iter().filter_map(move |form| {
            let next =
                form.ends(tokens, i).filter(|_| !strict || form.same_diacritics(tokens, i))?;
            Some((form.sense, Hit { value: form.value, next }))
        })
    }

    pub(super) fn at_any_case(&self, tokens: &Tokens, i: usize, sense: WordClass) -> Option<Hit> {
        let form = self.get(tokens.word(i)).iter().find(|form| {
            let mut words = form.words.iter().enumerate();
            form.sense == sense && words.all(|(n, word)| tokens.word(i + n) == word.number)
        })?;
        Some(Hit { value: form.value, next: i + form.words.len() })
    }

    pub(super) fn has(&self, number: u32, sense: WordClass) -> bool {
        self.get(number).iter().any(|form| form.sense == sense && form.words.len() == 1)
    }

    /// Notes how the forms write their words.
    pub(super) fn note(&self, written: &mut WrittenWords) {
        for form in self.0.iter().flatten() {
            for word in &form.words {
                let small = word.case == Case::Any;
                written.note(word.number, word.plain, small, word.capitals, form.sense);
            }
        }
    }

    /// The token after the longest form of several words, all with capitals, that begins at
    /// a token.
    pub(super) fn name_at(&self, tokens: &Tokens, i: usize) -> Option<usize> {
        let name = |form: &&Form| {
            form.words.len() > 1 && form.words.iter().all(|word| word.case != Case::Any)
        };
        self.get(tokens.word(i)).iter().filter(name).find_map(|form| form.ends(tokens, i))
    }

    /// The values that stand with a sense, each once.
    #[cfg(test)]
    pub(super) fn values(&self, sense: WordClass) -> std::collections::BTreeSet<i32> {
        let of = |form: &&Form| form.sense == sense;
        self.0.iter().flatten().filter(of).map(|form| form.value).collect()
    }
}

impl Form {
    /// The token after the form, if it begins at a token.
    fn ends(&self, tokens: &Tokens, i: usize) -> Option<usize> {
        let mut at = i;
        for (n, word) in self.words.iter().enumerate() {
            // "Lieut. Gen." is written with full stops or without; "Defence. Minister" ends a
            // sentence.
            let folded = self.comparison == Comparison::Folded;
            let short = n > 0 && tokens.raw(at - 1).len() <= ABBREVIATION;
            if short && folded && !word.stop && tokens.is(at, '.') {
                at += 1;
            }
            let cased = match word.case {
                Case::Any => true,
                Case::Capital => tokens.capital(at),
                Case::Capitals => tokens.all_capitals(at),
            };
            let fits = tokens.word(at) == word.number
                && cased
                && (tokens.plain(at) == word.plain || folded && word.case != Case::Any)
                && (n == 0 || !tokens.opens(at));
            if !fits {
                return None;
            }
            at += 1;
        }
        let strict = self.comparison == Comparison::Strict;
        (!strict || self.same_diacritics(tokens, i)).then_some(at)
    }

    /// Whether the words of a text, which are those of the form but for diacritics, have the
    /// same. A full stop more between them has none.
    fn same_diacritics(&self, tokens: &Tokens, i: usize) -> bool {
        let mut at = i;
        self.words.iter().all(|word| {
            at += usize::from(!word.stop && at > i && tokens.is(at, '.'));
            at += 1;
            tokens.plain(at - 1) == word.plain && diacritics(tokens.raw(at - 1)) == word.diacritics
        })
    }
}
