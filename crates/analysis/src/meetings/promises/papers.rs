//! Which papers a sentence says to have been signed: "the agreement signed in 2009", "signed
//! documents, especially the Joint Vision".

use super::super::frames::VerbForm;
use super::super::told::Reader;
use super::{Mentions, SignedPaper};
use crate::grammar::chunking::{Modality, Mood, Time};
use crate::grammar::vocabulary::Form;
use entente_model::EntityKind;

/// So many tokens behind "signed" the list begins: "signed cooperation documents and agreements,
/// especially".
const NEAR: usize = 8;
/// A list of papers is no longer.
const LIST: usize = 60;

impl Reader<'_> {
    /// Adds the papers that a sentence says to be signed.
    pub(super) fn signed(&self, mentions: &mut Mentions) {
        let evidence = self.sentence.span;
        let mut signed = |number: Option<usize>| {
            let paper = number.map(|agreement| SignedPaper { agreement, evidence });
            let mut here =
                mentions.signed.iter().rev().take_while(|paper| paper.evidence == evidence);
            let known = here.any(|paper| Some(paper.agreement) == number);
            mentions.signed.extend(paper.filter(|_| !known));
        };
        for clause in &self.parse.clauses {
            let verb = &clause.verb;
            let told = self.frames.promises.signed.iter().any(|form| form.lemma == verb.lemma)
                && !verb.negated
                && verb.modality == Modality::Actual
                && verb.time != Time::Ahead
                && matches!(verb.mood, Mood::Finite | Mood::Participle);
            if !told {
                continue;
            }
            let behind = clause.objects.iter().copied().filter(|&object| object > clause.at);
            let mut papers: Vec<usize> = behind.collect();
            // "X, signed in 2009", "which the two signed"
            if papers.is_empty() {
                papers.extend(clause.subject);
                papers.extend(clause.objects.iter().copied());
            }
            for chunk in papers {
                signed(self.paper(chunk).and_then(|paper| paper.agreement));
            }
            // "the agreement signed in 2009"
            let before = self
                .sentence
                .spots
                .iter()
                .find(|spot| spot.is(EntityKind::Agreement) && spot.to == verb.from);
            signed(before.map(|spot| spot.number));
        }
        for at in self.sentence.from..self.sentence.to {
            if let Some(list) = self.listed(at) {
                let spots = self.sentence.spots.iter();
                let inside = spots
                    .filter(|spot| spot.is(EntityKind::Agreement) && list.contains(&spot.from));
                inside.for_each(|spot| signed(Some(spot.number)));
            }
        }
    }

    /// The tokens of a list of examples of signed papers, from the participle at a token.
    fn listed(&self, at: usize) -> Option<std::ops::Range<usize>> {
        let (promises, vocabulary) = (&self.frames.promises, &self.frames.vocabulary);
        let signs = |&(form, lemma): &(Form, u32)| {
            let verb = |sign: &VerbForm| sign.lemma == lemma && sign.particle.is_none();
            form == Form::Participle && promises.signed.iter().any(verb)
        };
        vocabulary.verbs(&self.words(at, at + 1)).iter().any(signs).then_some(())?;
        let end = self.sentence.to.min(at + NEAR);
        let paper = (at + 1..end).find(|&i| self.one_of(&promises.papers, i).is_some())?;
        let list = (paper + 1..=end).find_map(|i| self.one_of(&promises.listing, i))?;
        let end = self.sentence.to.min(list + LIST);
        let stop = self.parse.clauses.iter().map(|clause| clause.verb.from);
        let stop = stop.filter(|&verb| verb >= list).min().unwrap_or(end);
        Some(list..stop.min(end))
    }

    /// Past one of these forms at a token.
    pub(super) fn one_of(&self, forms: &[String], at: usize) -> Option<usize> {
        let stands =
            |form: &String| self.written(at, form).filter(|next| *next <= self.sentence.to);
        forms.iter().filter_map(stands).max()
    }
}
