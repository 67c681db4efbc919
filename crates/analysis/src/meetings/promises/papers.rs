//! Which papers a sentence says to have been signed or agreed, and when: "the agreement signed in
//! 2009", "the pact reached in May", "signed documents, especially the Joint Vision".

use super::super::frames::VerbForm;
use super::super::told::Reader;
use super::{Mentions, SignedPaper};
use crate::grammar::chunking::{Chunk, Modality, Mood, Time};
use crate::grammar::clauses::Clause;
use crate::grammar::vocabulary::Form;
use entente_calendar::Period;
use entente_model::{Act, EntityKind};

/// So many tokens behind "signed" the list begins: "signed cooperation documents and agreements,
/// especially".
const NEAR: usize = 8;
/// A list of papers is no longer.
const LIST: usize = 60;

impl Reader<'_> {
    /// Adds the papers that a sentence says to be signed.
    pub(super) fn signed(&self, mentions: &mut Mentions) {
        let evidence = self.sentence.span;
        let mut signed = |number: Option<usize>, act: Act, date: Option<Period>| {
            let Some(agreement) = number else { return };
            let mut here =
                mentions.signed.iter_mut().rev().take_while(|paper| paper.evidence == evidence);
            match here.find(|paper| paper.agreement == agreement) {
                Some(known) => known.date = known.date.or(date),
                None => mentions.signed.push(SignedPaper { agreement, act, date, evidence }),
            }
        };
        for clause in &self.parse.clauses {
            let verb = &clause.verb;
            let told = !verb.negated
                && verb.modality == Modality::Actual
                && verb.time != Time::Ahead
                && matches!(verb.mood, Mood::Finite | Mood::Participle);
            let Some(act) = self.done(verb.lemma).filter(|_| told) else { continue };
            let date = self.own_date(clause).or_else(|| self.date_behind(clause.at));
            let date = date.and_then(|number| self.sentence.report.dates.get(number)?.period);
            let behind = clause.objects.iter().copied().filter(|&object| object > clause.at);
            let mut papers: Vec<usize> = behind.collect();
            // "X, signed in 2009", "which the two signed"
            if papers.is_empty() {
                papers.extend(clause.subject);
                papers.extend(clause.objects.iter().copied());
                papers.extend(self.whose(clause));
            }
            for chunk in papers {
                signed(self.paper(chunk).and_then(|paper| paper.agreement), act, date);
            }
            // "the agreement signed in 2009"
            let before = self
                .sentence
                .spots
                .iter()
                .find(|spot| spot.is(EntityKind::Agreement) && spot.to == verb.from);
            signed(before.map(|spot| spot.number), act, date);
        }
        for at in self.sentence.from..self.sentence.to {
            if let Some(list) = self.listed(at) {
                let spots = self.sentence.spots.iter();
                let inside = spots
                    .filter(|spot| spot.is(EntityKind::Agreement) && list.contains(&spot.from));
                inside.for_each(|spot| signed(Some(spot.number), Act::Signed, None));
            }
        }
    }

    /// What a verb says has been done with a paper.
    fn done(&self, lemma: u32) -> Option<Act> {
        let promises = &self.frames.promises;
        let acts = [(&promises.signed, Act::Signed), (&promises.agreed, Act::Agreed)];
        let of = |(verbs, _): &(&Vec<VerbForm>, Act)| verbs.iter().any(|form| form.lemma == lemma);
        acts.into_iter().find(of).map(|(_, act)| act)
    }

    /// "the pact (which) the two ministries signed": what stands before those who did it; "Signed in
    /// 1973, the pact": what stands behind.
    fn whose(&self, clause: &Clause) -> Option<usize> {
        let Some(subject) = clause.subject.filter(|_| !clause.verb.passive) else {
            let mut behind = clause.at..self.parse.chunks.len();
            let comma = behind.find(|&at| matches!(self.parse.chunks[at], Chunk::Comma));
            return comma.map(|comma| comma + 1).filter(|_| clause.subject.is_none());
        };
        let before = self.parse.together(subject).start().checked_sub(1)?;
        let which = matches!(self.parse.chunks[before], Chunk::Relative | Chunk::Opens(_));
        before.checked_sub(usize::from(which))
    }

    /// The first date behind a verb, with no more than what prepositions lead to between.
    fn date_behind(&self, at: usize) -> Option<usize> {
        let near = |&chunk: &usize| match self.parse.chunks[chunk] {
            Chunk::Preposition(..) | Chunk::Date(..) | Chunk::Adverb => true,
            Chunk::Noun(_) => self.parse.led(chunk).is_some(),
            _ => false,
        };
        let mut behind = (at + 1..self.parse.chunks.len()).take_while(near);
        behind.find_map(|chunk| self.date_at_chunk(chunk))
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
