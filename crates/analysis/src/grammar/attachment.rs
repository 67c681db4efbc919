//! What stands around the verbs: each noun, date and preposition belongs to one clause.

use super::chunking::{Chunk, Mood, NounPhrase};
use super::clauses::{Clause, Link, Parse};
use super::words::AtomKind;

impl Parse {
    /// "After meeting X, Y flew to P": who does the first does the second.
    ///
    /// In an isolating language a verb shows no more than its place that it is such a one.
    pub(super) fn fronted(&mut self, isolating: bool) {
        let main = self
            .clauses
            .iter()
            .find(|clause| clause.link == Link::Main && !(isolating && clause.subject.is_none()))
            .and_then(|main| Some((main.at, main.subject?)));
        let Some((at, subject)) = main else { return };
        for clause in &mut self.clauses {
            let open = isolating || clause.verb.mood != Mood::Finite;
            if clause.at < at && clause.subject.is_none() && open {
                clause.subject = Some(subject);
            }
        }
    }

    /// Gives every chunk to a clause.
    pub(super) fn attach(&mut self) {
        let starts: Vec<usize> = self.clauses.iter().map(|clause| self.start(clause)).collect();
        let mut current: Option<usize> = None;
        for chunk in 0..self.chunks.len() {
            if let Some(opened) = starts.iter().rposition(|&start| start == chunk) {
                current = Some(opened);
            }
            // What stood between may have been of another verb.
            let verb = |clause: &Clause| clause.at == chunk && clause.first.is_some();
            if let Some(of_verb) = self.clauses.iter().position(verb) {
                current = Some(of_verb);
            }
            // A comma ends what a comma opened.
            if let (Chunk::Comma, Some(now)) = (self.chunks[chunk], current) {
                let clause = &self.clauses[now];
                let aside =
                    matches!(clause.link, Link::Relative | Link::Participle) && clause.at < chunk;
                let opened = clause.comma || self.opened_by_comma(clause);
                if aside
                    && opened
                    && !matches!(self.chunks.get(chunk + 1), Some(Chunk::Noun(noun)) if noun.human())
                {
                    current = clause.parent.or(current);
                }
            }
            let clause = current.or(if self.clauses.is_empty() { None } else { Some(0) });
            let Some(clause) = clause else { continue };
            match self.chunks[chunk] {
                Chunk::Date(..) => self.clauses[clause].dates.push(chunk),
                Chunk::Noun(_) => match self.led(chunk) {
                    Some(preposition) => self.clauses[clause].adjuncts.push((preposition, chunk)),
                    None => self.object(clause, chunk),
                },
                _ => {}
            }
            self.clauses[clause].end = self.clauses[clause].end.max(chunk + 1);
        }
    }

    /// Whether a comma stands before the words that open a clause.
    fn opened_by_comma(&self, clause: &Clause) -> bool {
        let relative = (clause.at.saturating_sub(4)..clause.at)
            .rev()
            .find(|&chunk| matches!(self.chunks[chunk], Chunk::Relative));
        relative.is_some_and(|relative| {
            relative > 0 && matches!(self.chunks[relative - 1], Chunk::Comma)
        })
    }

    /// A noun right behind a verb, or joined to one that is.
    fn object(&mut self, clause: usize, chunk: usize) {
        let taken = self.clauses.iter().any(|other| {
            let about = matches!(other.link, Link::Purpose | Link::Participle | Link::Relative);
            other.subject == Some(chunk) && other.at > chunk && !about && !other.shared
        });
        let Clause { at, .. } = self.clauses[clause];
        if taken || chunk < at {
            return;
        }
        let after = self.clauses[clause]
            .objects
            .iter()
            .copied()
            .filter(|&object| object > at)
            .max()
            .unwrap_or(at);
        let between = &self.chunks[after + 1..chunk];
        let plain = |chunk: &Chunk| matches!(chunk, Chunk::Adverb | Chunk::Date(..) | Chunk::Comma);
        let human = self.postposed
            && (self.noun(chunk).is_some_and(NounPhrase::human) || self.named_behind(chunk));
        let paper = self.postposed
            && self.noun(chunk).is_some_and(|noun| noun.atom == Some(AtomKind::Agreement));
        // "received in Rome on Monday the minister of X": what is long stands last.
        let shifted = |chunk: usize| match self.chunks[chunk] {
            Chunk::Preposition(..) => true,
            Chunk::Noun(_) => self.led(chunk).is_some(),
            // "a rencontré, lundi 5 mai, à Dakar, le ministre"
            // "a signé à Oslo, avec X, un accord"
            Chunk::Comma => {
                human && (chunk == at + 1 || self.aside(at, chunk))
                    || paper && (chunk == at + 1 || self.led(chunk - 1).is_some())
            }
            ref other => plain(other),
        };
        let near = if after == at {
            between.iter().all(plain) || (after + 1..chunk).all(shifted)
        } else {
            // "signed the minutes and an agreement": what prepositions add may stand between.
            matches!(self.chunks[chunk - 1], Chunk::Conjunction | Chunk::Comma)
                && !between.iter().any(|chunk| matches!(chunk, Chunk::Verb(_) | Chunk::Break))
        };
        if near {
            self.clauses[clause].objects.push(chunk);
        }
    }

    /// "le ministre de la Défense, X": whether a name follows what is told of somebody.
    fn named_behind(&self, noun: usize) -> bool {
        let mut at = noun + 1;
        while matches!(self.chunks.get(at), Some(Chunk::Preposition(..)))
            && self.noun(at + 1).is_some_and(|noun| !noun.human())
        {
            at += 2;
        }
        matches!(self.chunks.get(at), Some(Chunk::Comma))
            && self.noun(at + 1).is_some_and(NounPhrase::human)
    }

    /// Whether a comma behind a verb parts a date or what a preposition leads to.
    fn aside(&self, at: usize, comma: usize) -> bool {
        let before = comma.checked_sub(1).filter(|&before| before > at);
        before.is_some_and(|before| match self.chunks[before] {
            Chunk::Date(..) => true,
            Chunk::Noun(noun) => self.led(before).is_some() && !noun.human(),
            _ => false,
        })
    }

    /// The first chunk of a clause: what stands before its verb and is of no verb before.
    fn start(&self, clause: &Clause) -> usize {
        if let Some(first) = clause.first {
            return first;
        }
        let own = clause.subject.filter(|&subject| subject < clause.at);
        let inherits = matches!(
            clause.link,
            Link::Joined | Link::Purpose | Link::Beside(_) | Link::Participle
        );
        let own = own.filter(|_| !inherits);
        match clause.link {
            Link::Beside(_) => return clause.at - 1,
            Link::Purpose | Link::Participle => return clause.at,
            _ => {}
        }
        let mut first = clause.at;
        let mut comma = None;
        while let Some(before) = first.checked_sub(1) {
            let within = own.is_some_and(|subject| subject < before);
            let inside = match self.chunks[before] {
                Chunk::Adverb | Chunk::Date(..) => true,
                Chunk::Preposition(..) => {
                    own.is_some() || matches!(clause.link, Link::Beside(_)) && first == clause.at
                }
                Chunk::Noun(_) => {
                    own == Some(before) || self.led(before).is_some() && own.is_some() || within
                }
                Chunk::Relative => {
                    first = before;
                    false
                }
                // "On Monday, X met Y"; but what stands before "and" is of the verb before it.
                Chunk::Comma => {
                    comma = comma.or(Some(before));
                    within || own.is_some() && before <= 4
                }
                Chunk::Opens(_) => {
                    own.is_some_and(|subject| before + 1 == subject) && {
                        first = before;
                        false
                    }
                }
                Chunk::Verb(_) => {
                    // The subject stands before another verb: all up to the last comma is of that.
                    first = comma.map_or(clause.at, |comma| comma + 1);
                    false
                }
                Chunk::Conjunction => within && !matches!(self.chunks[before - 1], Chunk::Verb(_)),
                Chunk::Break | Chunk::Reciprocal | Chunk::Passive(_) => within,
            };
            if !inside {
                break;
            }
            first = before;
        }
        first
    }
}
