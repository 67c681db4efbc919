//! The classes of words and the verb groups of languages without inflection.
//!
//! No ending tells a verb from a noun: the word before does, and for words that are both ("hội đàm")
//! also what stands behind. Time, modality and voice are particles before the verb; verbs that say
//! something of another stand right before it.

use super::chunking::{Aspect, Modality, Mood, Time, VerbGroup, worse};
use super::vocabulary::{Catenative, Form, Function as F, Vocabulary};
use super::words::AtomKind::{self, Body, Date, Human, Humans, Place};
use super::words::{Class, Open, Word, word_before};

/// The class of a word, where those before it are decided.
pub(super) fn decide(all: &[Open], at: usize, vocabulary: &Vocabulary) -> Class {
    let open = &all[at];
    let is = |function| open.functions.contains(&function);
    if open.word.class != Class::Noun {
        return open.word.class;
    }
    let before = word_before(all, at);
    let next = all.get(at + 1);
    let verb_next = next.is_some_and(|open| {
        !open.word.verbs.is_empty() && !open.noun
            || [F::Aspect, F::Future, F::Passive, F::Adverb]
                .iter()
                .any(|function| open.functions.contains(function))
    });
    let date_next = next.is_some_and(|open| open.word.class == Class::Atom(Date));
    let after_verb = before.is_some_and(|word| word.class == Class::Verb);
    match () {
        () if is(F::Negation) => Class::Negation,
        () if is(F::Future) => Class::Future,
        () if is(F::Modal) => Class::Modal,
        () if is(F::Aspect) => Class::Aspect,
        () if is(F::Passive) => {
            if after_verb && !verb_next {
                Class::Adverb
            } else {
                Class::Passive
            }
        }
        () if is(F::DayPart) && date_next => Class::Adverb,
        () if is(F::Pronoun) => Class::Pronoun,
        () if is(F::Infinitive) && (verb_next || !is(F::Preposition)) => Class::To,
        () if is(F::Complementizer) => Class::Complementizer,
        () if is(F::Hypothetical) => Class::Hypothetical,
        () if is(F::Subordinator) && (verb_next || !is(F::Preposition)) => Class::Subordinator,
        () if is(F::Relative) => Class::Relative,
        () if !open.word.verbs.is_empty() && verb(all, at, before, vocabulary) => Class::Verb,
        // "cùng chứng kiến"
        () if is(F::Preposition) && is(F::Adverb) && verb_next => Class::Adverb,
        () if is(F::Preposition) => match () {
            () if is(F::Agent) => Class::Agent,
            () if is(F::Temporal) => Class::Temporal,
            () => Class::Preposition,
        },
        // "sự" behind a noun is the end of a word that no list knows.
        () if is(F::Determiner) || is(F::Classifier) && !of_noun(before) => Class::Determiner,
        () if is(F::Conjunction) => Class::Conjunction,
        // "thăm chính thức", but "chuyến thăm chính thức"
        () if is(F::Adverb) && !(is(F::Adjective) && of_noun(before)) => Class::Adverb,
        () if is(F::Adjective) => Class::Adjective,
        () => Class::Noun,
    }
}

/// Whether a word before is a noun of which more may be said.
fn of_noun(before: Option<&Word>) -> bool {
    before.is_some_and(|word| matches!(word.class, Class::Noun | Class::Adjective))
}

/// Whether a verb stands in the clause before a word.
fn told(before: &[Open]) -> bool {
    let opens = |class| {
        matches!(
            class,
            Class::Comma
                | Class::Break
                | Class::Conjunction
                | Class::Complementizer
                | Class::Subordinator
                | Class::Hypothetical
        )
    };
    let mut clause = before.iter().rev().map(|open| open.word.class);
    clause.by_ref().take_while(|&class| !opens(class)).any(|class| class == Class::Verb)
}

/// Whether a word that may be a verb is one.
fn verb(all: &[Open], at: usize, before: Option<&Word>, vocabulary: &Vocabulary) -> bool {
    let open = &all[at];
    // "hội đàm": also a noun.
    let both = open.noun;
    // "đến": also a preposition.
    let leads = open.functions.contains(&F::Preposition);
    let next = all.get(at + 1);
    let whom = next.is_some_and(|next| {
        matches!(next.word.class, Class::Atom(Human | Humans | Body | Place))
            || next.functions.contains(&F::Preposition)
            || next.functions.contains(&F::Pronoun)
    });
    // "dự kiến vào tháng 5"
    let dated = next.is_some_and(|next| {
        next.word.class == Class::Atom(Date) || next.functions.contains(&F::DayPart)
    });
    if leads && dated {
        return false;
    }
    let Some(before) = before else { return !both || whom };
    match before.class {
        Class::Future
        | Class::Modal
        | Class::Aspect
        | Class::Passive
        | Class::To
        | Class::Relative
        | Class::Subordinator
        | Class::Hypothetical
        | Class::Complementizer
        | Class::Break => true,
        // "X đến Hà Nội", but "gặp X vào sáng nay"
        Class::Pronoun | Class::Atom(Human | Humans) => {
            let row = next.is_some_and(|next| !next.word.verbs.is_empty() && !next.noun);
            !leads || row || !told(&all[..at])
        }
        Class::Atom(Body | Place | Date) => !leads || before.class == Class::Atom(Date),
        // "cuộc hội đàm", "việc ký kết"
        Class::Determiner
        | Class::Possessive
        | Class::Number
        | Class::Preposition
        | Class::Agent
        | Class::Temporal => false,
        // "tiến hành hội đàm"; but "đến chào", "tiếp tục trao đổi".
        Class::Verb => {
            let lemma = before.lemma(Form::Base).unwrap_or(u32::MAX);
            let row = vocabulary.approaches(lemma)
                || vocabulary.catenative(vocabulary.name(lemma)).is_some();
            // "thống nhất sớm ký kết"; "thống nhất ký kết Hiệp định"
            let paper = next.is_some_and(|next| {
                matches!(next.word.class, Class::Atom(AtomKind::Agreement | AtomKind::Event))
            });
            let adverb = all[at - 1].word.class == Class::Adverb
                && !all[at - 1].functions.contains(&F::Adjective);
            !leads && (!both || row || adverb || paper && vocabulary.speaks(lemma))
        }
        // What is joined is alike.
        Class::Comma | Class::Conjunction => {
            let joined = all[..at].iter().rev().map(|open| &open.word).find(|word| {
                !matches!(word.class, Class::Comma | Class::Conjunction | Class::Adverb)
            });
            let noun =
                joined.is_some_and(|word| matches!(word.class, Class::Noun | Class::Adjective));
            !leads && (!both || !noun || whom)
        }
        Class::Noun | Class::Adjective => {
            !leads
                && (!both || whom || next.is_some_and(begins_noun) && asked(&all[..at], vocabulary))
        }
        _ => !leads && !both,
    }
}

/// Whoever is asked is told by no more words.
const LONGEST: usize = 8;

/// Whether a word begins a noun phrase.
fn begins_noun(open: &Open) -> bool {
    [F::Determiner, F::Classifier].iter().any(|function| open.functions.contains(function))
}

/// "đề nghị hai nước thiết lập cơ chế": whether a noun before is asked to do something.
fn asked(before: &[Open], vocabulary: &Vocabulary) -> bool {
    let noun = |word: &&Word| {
        matches!(word.class, Class::Noun | Class::Adjective | Class::Determiner | Class::Number)
    };
    let verb = before.iter().rev().take(LONGEST).map(|open| &open.word).find(|word| !noun(word));
    let lemma =
        verb.filter(|verb| verb.class == Class::Verb).and_then(|verb| verb.lemma(Form::Base));
    lemma.is_some_and(|lemma| {
        vocabulary.catenative(vocabulary.name(lemma)) == Some(Catenative::Asked)
    })
}

/// The verb group that begins with a word, and the word after it.
pub(super) fn group(
    words: &[Word],
    first: usize,
    vocabulary: &Vocabulary,
) -> Option<(VerbGroup, usize)> {
    let before = words[..first]
        .iter()
        .rev()
        .take_while(|word| matches!(word.class, Class::Adverb | Class::Negation));
    let mut group = VerbGroup {
        from: words[first].from,
        to: words[first].to,
        head: words[first].from,
        lemma: u32::MAX,
        first: u32::MAX,
        mood: if words[first].class == Class::To { Mood::Infinitive } else { Mood::Finite },
        time: Time::News,
        modality: Modality::Actual,
        passive: false,
        reflexive: false,
        participle: false,
        negated: before.clone().any(|word| word.class == Class::Negation),
        aspect: Aspect::Plain,
        form: Form::Base,
    };
    let mut passive = false;
    let mut end = first;
    for (at, word) in words.iter().enumerate().skip(first) {
        let open = group.lemma == u32::MAX;
        match word.class {
            Class::Adverb => {}
            Class::Negation if open || chains(&group, words, at, vocabulary) => {
                group.negated = true;
            }
            Class::Future if open => group.time = Time::Ahead,
            Class::Modal if open => group.modality = worse(group.modality, Modality::Possible),
            Class::Aspect if open => {
                if word.progressive {
                    group.aspect = Aspect::Progressive;
                }
                group.form = Form::Past;
            }
            Class::Passive if open => passive = true,
            Class::To if at == first => {}
            Class::Verb => {
                let lemma = word.lemma(Form::Base)?;
                if !open {
                    let says = vocabulary.catenative(vocabulary.name(group.lemma));
                    let Some(says) = says.filter(|_| end == at || adverbs(&words[end..at])) else {
                        break;
                    };
                    let modality = says.modality();
                    group.modality = worse(group.modality, modality);
                }
                // "được mời thăm": whoever is invited is to do it.
                group.passive = passive && open;
                group.first = if open { lemma } else { group.first };
                (group.head, group.lemma, group.to, end) = (word.from, lemma, word.to, at + 1);
            }
            _ => break,
        }
    }
    if group.modality == Modality::Planned {
        group.time = Time::Ahead;
    }
    (group.lemma != u32::MAX).then_some((group, end))
}

fn adverbs(words: &[Word]) -> bool {
    words.iter().all(|word| matches!(word.class, Class::Adverb | Class::Negation))
}

/// Whether a verb that says something of another stands before, and a verb behind.
fn chains(group: &VerbGroup, words: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    vocabulary.catenative(vocabulary.name(group.lemma)).is_some()
        && words.get(at + 1).is_some_and(|word| word.class == Class::Verb)
}
