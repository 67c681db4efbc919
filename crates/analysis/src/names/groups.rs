//! Sets of mentions that name one thing.

use super::sex::Sex;

/// Sets of mentions that were found to be one.
pub(super) struct Groups {
    /// Of each mention another of its set, or itself.
    next: Vec<usize>,
    /// Of the first mention of a set, its authority record.
    records: Vec<Option<usize>>,
    /// The same, whether it is told of a woman or a man.
    pub(super) sexes: Vec<Option<Sex>>,
}

impl Groups {
    pub(super) fn new(records: Vec<Option<usize>>) -> Self {
        Self { next: (0..records.len()).collect(), sexes: vec![None; records.len()], records }
    }

    /// Joins what belongs to one authority record.
    pub(super) fn by_record(&mut self, records: usize) {
        let mut first = vec![usize::MAX; records];
        for n in 0..self.next.len() {
            if let Some(record) = self.records[n] {
                first[record] = first[record].min(n);
                self.join(first[record], n);
            }
        }
    }

    /// The first mention of the set.
    pub(super) fn root(&mut self, n: usize) -> usize {
        let mut root = n;
        while self.next[root] != root {
            root = self.next[root];
        }
        let mut at = n;
        while self.next[at] != root {
            at = std::mem::replace(&mut self.next[at], root);
        }
        root
    }

    /// The authority record of the set.
    pub(super) fn record(&mut self, n: usize) -> Option<usize> {
        let first = self.root(n);
        self.records[first]
    }

    /// Whether two sets may be told of one: not of two records, not of a woman and a man.
    pub(super) fn agree(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let records = self.records[a].zip(self.records[b]).is_none_or(|(a, b)| a == b);
        records && self.sexes[a].zip(self.sexes[b]).is_none_or(|(a, b)| a == b)
    }

    /// Makes two sets one, unless they cannot be.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (first, other) = (self.root(a).min(self.root(b)), self.root(a).max(self.root(b)));
        if self.agree(first, other) && first != other {
            self.next[other] = first;
            self.records[first] = self.records[first].or(self.records[other]);
            self.sexes[first] = self.sexes[first].or(self.sexes[other]);
        }
    }
}
