//! BM25 over title and body.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
//! (2009), §3.6: counts of the fields are weighed and added before saturation (BM25F),
//! so that a word in the title is worth several in the body but not without limit.

/// How soon more of the same word stops to count.
const K1: f32 = 1.2;
/// How much the length of a text counts.
const B: f32 = 0.75;
/// A word in the title is worth so many in the body.
const TITLE: f32 = 4.0;

/// How often something stands in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the title.
    pub title: u32,
    /// In the body.
    pub body: u32,
}

impl Counts {
    /// Whether it stands there at all.
    pub fn any(self) -> bool {
        self.title + self.body > 0
    }

    /// Counts more of it.
    pub fn add(&mut self, more: Self) {
        self.title += more.title;
        self.body += more.body;
    }
}

/// The length of a document against the mean of all, 1 for a mean one.
#[derive(Clone, Copy, Debug)]
pub struct Length(pub f32);

/// How much a document is about something that `having` of `all` documents have.
pub fn score(counts: Counts, length: Length, having: usize, all: usize) -> f32 {
    let (having, all) = (having as f32, all as f32);
    let rarity = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
    let weighed = TITLE * counts.title as f32 + counts.body as f32;
    rarity * weighed * (K1 + 1.0) / (weighed + K1 * (1.0 - B + B * length.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: u32, body: u32, length: f32, having: usize) -> f32 {
        score(Counts { title, body }, Length(length), having, 10)
    }

    #[test]
    fn rarer_denser_and_titled_is_more() {
        assert!(of(0, 1, 1.0, 1) > of(0, 1, 1.0, 5), "rarer");
        assert!(of(0, 2, 1.0, 5) > of(0, 1, 1.0, 5), "more often");
        assert!(of(0, 1, 0.5, 5) > of(0, 1, 2.0, 5), "in a shorter text");
        assert!(of(1, 0, 1.0, 5) > of(0, 3, 1.0, 5), "in the title");
        assert!(of(0, 1, 1.0, 10) > 0.0, "never nothing");
    }
}
