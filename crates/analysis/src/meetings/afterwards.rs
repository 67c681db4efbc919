//! What a sentence adds to a meeting told before: who attended, who led the delegations, what
//! was agreed.

use super::cast::Party;
use super::parties::union;
use super::sentence::Sentence;
use super::told::{Reader, Time, Told};
use super::{Outcome, kind_of};
use crate::grammar::chunking::{Chunk, NounPhrase, Time as VerbTime};
use crate::grammar::vocabulary::Function;
use crate::lexicon::WordClass;
use crate::span::Span;
use entente_model::EntityKind;
use entente_model::{Act, MeetingKind};

/// Leaders are of a meeting told at most so many before.
pub(super) const ENOUGH: usize = 3;
/// Those who attended are of a meeting told at most so many before.
const RECENT: usize = 6;

/// Leaders of delegations take part in what was told last without any human being.
pub(super) fn headed(all: &mut [Told], leaders: &[Party], sentence: &Sentence) {
    use MeetingKind::{Conference, Dialogue, Meeting, Talks};
    let names = &sentence.report.names;
    let body = |party: &Party| match party {
        Party::Name(number) => names[*number].kind == EntityKind::Organisation,
        Party::Delegation(_) => false,
    };
    // "led the delegation to the dialogue"
    let annotated = sentence.annotated();
    let nouns = (sentence.from..sentence.to).filter_map(|i| annotated.at(i, WordClass::MeetNoun));
    let kinds: Vec<MeetingKind> = nouns.map(|hit| kind_of(hit.value)).collect();
    let open = |told: &&mut Told| {
        let meant = !kinds.contains(&Dialogue) || told.kind == Dialogue;
        let joins = matches!(told.kind, Dialogue | Talks | Meeting | Conference)
            && told.time != Time::Before
            && meant;
        let alone =
            told.people.iter().all(|party| body(party) || leaders.contains(party) || told.headed);
        joins && alone
    };
    if let Some(told) = all.iter_mut().rev().take(ENOUGH).find(open).filter(|_| !leaders.is_empty())
    {
        told.people = union(std::mem::take(&mut told.people), leaders);
        told.headed = true;
    }
}

impl Reader<'_> {
    /// "X accompanies Y", "Accompanying Y there are X and Z": who travels with whom, the leader first.
    pub(super) fn companions(&self) -> Vec<(usize, usize)> {
        let nouns = &self.frames.nouns;
        let mut all = Vec::new();
        for (number, clause) in self.parse.clauses.iter().enumerate() {
            let told = self.is_form(clause, &nouns.companions) && !clause.verb.passive;
            if !told || Self::denied(clause) {
                continue;
            }
            let human = |&&chunk: &&usize| self.parse.noun(chunk).is_some_and(NounPhrase::human);
            let whom = clause.objects.iter().find(human).map(|&chunk| self.side(chunk).who);
            let pronoun = || Some(self.before_verb(clause, Function::Whom));
            let whom = whom.or_else(pronoun).filter(|who| !who.is_empty());
            // "Accompanying Y there are X and Z": the next verb has them as its objects.
            let next = self.parse.clauses.get(number + 1);
            let there = next.filter(|next| {
                clause.subject.is_none()
                    && next.parent == Some(number)
                    && self.is_form(next, &nouns.carry)
            });
            let others = match there {
                Some(there) => there.objects.iter().find(human),
                None => clause.subject.as_ref(),
            };
            let leader = whom.or_else(|| Some(vec![self.topic.filter(|_| there.is_some())?]));
            let Some([Party::Name(leader)]) = leader.as_deref() else { continue };
            let others = others.map(|&chunk| self.side(chunk).who).unwrap_or_default();
            all.extend(others.into_iter().filter_map(|other| match other {
                Party::Name(other) if other != *leader => Some((*leader, other)),
                _ => None,
            }));
        }
        all
    }

    /// "The session was attended by …": who took part in the meeting told before.
    pub(super) fn attended(&self, told: &mut [Told]) {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let by =
            (sentence.from..sentence.to).find_map(|i| annotated.at(i, WordClass::MeetAttended));
        if let Some(at) =
            (sentence.from..sentence.to).find(|&i| annotated.is(i, WordClass::MeetPresent))
        {
            let meets = |told: &&mut Told| {
                told.sentence != sentence.span
                    && !matches!(told.kind, MeetingKind::Visit | MeetingKind::Call)
            };
            if let Some(last) = told.iter_mut().rev().take(ENOUGH).find(meets) {
                last.people = union(std::mem::take(&mut last.people), &self.subject(at));
            }
        }
        let Some(hit) = by else { return };
        // Documents bear signatures, meetings are attended.
        let signed = hit.value == 1;
        let open = |told: &&mut Told| match told.kind {
            MeetingKind::Visit | MeetingKind::Call => false,
            MeetingKind::Signing => signed,
            _ => true,
        };
        let news = |told: &&mut Told| told.time == Time::News && open(told);
        let Some(last) = told.iter_mut().rev().take(RECENT).find(news) else { return };
        last.people = union(std::mem::take(&mut last.people), &self.people_behind(hit.next));
    }

    /// Those named in a list behind a token, up to the next verb.
    fn people_behind(&self, token: usize) -> Vec<Party> {
        let chunks = self.parse.chunks.iter().enumerate();
        let behind = chunks.skip_while(|(_, chunk)| chunk.from().is_none_or(|from| from < token));
        let list =
            behind.take_while(|(_, chunk)| !matches!(chunk, Chunk::Verb(_) | Chunk::Relative));
        list.fold(Vec::new(), |all, (at, _)| union(all, &self.side(at).who))
    }

    /// "The heads of delegation announced the handbook": what came of the meeting told before.
    pub(super) fn announced(&self, told: &mut [Told]) {
        let Some(last) = told.iter_mut().rev().find(|told| told.people.len() > 1) else { return };
        for clause in &self.parse.clauses {
            let act = self.frames.outcome(clause.verb.lemma);
            let signs = self.frames.of_verb(clause.verb.lemma).first();
            let signs = signs.is_some_and(|frame| frame.kind == MeetingKind::Signing);
            let who = clause.subject.map(|subject| self.side(subject).who).unwrap_or_default();
            let theirs = !who.is_empty() && who.iter().all(|one| last.people.contains(one));
            if !theirs || clause.verb.passive || Self::denied(clause) {
                continue;
            }
            if let Some(act) = act {
                let papers = clause.objects.iter().flat_map(|&paper| self.agreements_at(paper));
                last.outcomes.extend(papers.map(|outcome| Outcome { act, ..outcome }));
            }
            // "signed the minutes": of no name, and of the meeting before.
            let act = act.or(signs.then_some(Act::Signed));
            let act = act.filter(|_| clause.verb.time != VerbTime::Ahead);
            let papers = clause.objects.iter().filter_map(|&paper| self.definite_paper(paper));
            last.outcomes.extend(
                papers.filter_map(|span| Some(Outcome { act: act?, agreement: None, span })),
            );
        }
    }

    /// "the minutes", "the handbook of the exercise": a paper without a name.
    fn definite_paper(&self, chunk: usize) -> Option<Span> {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let noun = self.parse.noun(chunk).filter(|noun| noun.atom.is_none())?;
        let the = annotated.is(noun.from, WordClass::The);
        let paper = annotated.is(noun.head, WordClass::MeetPaper);
        let named = !self.agreements_at(chunk).is_empty();
        let last = self.parse.noun(self.whole(chunk)).map_or(noun.to, |last| last.to);
        let span = annotated.tokens.cover(noun.from, last.min(sentence.to));
        (the && paper && !named).then_some(span)
    }

    /// "The two sides agreed to …": what came of the meeting told before.
    pub(super) fn came_of(&self, told: &mut [Told]) {
        let (sentence, annotated) = (self.sentence, self.sentence.annotated());
        let Some(last) = told.iter_mut().rev().find(|told| told.people.len() > 1) else { return };
        let agreed = (sentence.from..sentence.to).find_map(|i| {
            let hit = annotated.at(i, WordClass::MeetAgreed).filter(|_| !self.covered(i))?;
            // "agreed upon by" is no result.
            let by = annotated.is(hit.next, WordClass::By);
            (!by && !self.clause_of(i).is_some_and(Self::denied)).then_some(i)
        });
        let Some(at) = agreed else { return };
        let who = self.subject(at);
        if who.len() > 1 && who.iter().all(|one| last.people.contains(one)) {
            let end =
                sentence.to.saturating_sub(usize::from(annotated.tokens.is(sentence.to - 1, '.')));
            let span = annotated.tokens.cover(at, end);
            last.outcomes.push(Outcome { act: Act::Agreed, agreement: None, span });
        }
    }
}
