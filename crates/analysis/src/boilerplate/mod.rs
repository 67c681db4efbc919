//! What a page sets around a report: recognised, never deleted.
//!
//! A report as scraped wears the clothes of its page. The rules are those of the genre:
//!
//! - **Stamps**: fields of a record at the head (`source: …`), lines made of nothing but
//!   dates, hours and words such as "updated", and the same at the head of the first
//!   paragraph (" date 2023-12-19 Paris (VNA) - …").
//! - **Lead-ins**: place, date and agency up to a dash (`lead`, `bracketed`).
//! - **Sign-offs**: an agency, `./.` or "(END)" after the last stop (`tail`); lines of
//!   credit ("Reporting by …", "Photo: …", "© …"). Leads and sign-offs are both `Agency`.
//! - **Bullets**: emoji and list marks at the head of a paragraph.
//! - **Teasers**: lines under "Read more" or "Related news", lines of sharing and
//!   subscribing, and whatever follows the last sign-off of the text.
//!
//! Precision comes before recall: a report must not lose a paragraph. So a sign-off ends
//! the report only if no later paragraph has a lead-in or sign-off of its own (then the
//! text is a bulletin of several items), and if the paragraph after it does not plainly
//! go on ("He added …").

mod bracketed;
mod lead;
mod lines;
mod stamp;
mod tail;
mod teasers;

pub(crate) use lead::Lead;

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::tokens::Tokens;
use entente_model::BoilerplateKind;

/// A piece of boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Boilerplate {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub what: BoilerplateKind,
}

/// A block of the layout, dressed: what of it is boilerplate, and what is left.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Its tokens, from the first to the one after the last.
    pub(crate) tokens: (usize, usize),
    /// The text without its boilerplate; empty where it is all boilerplate.
    pub(crate) body: Span,
    /// Pieces in order; none overlap.
    pub(crate) pieces: Vec<Boilerplate>,
    pub(crate) lead: Option<Lead>,
    /// Whether it ends with a sign-off.
    pub(crate) signed: bool,
    /// Whether it announces links to other stories.
    pub(crate) heads_teasers: bool,
    /// For a field of a record that gives the title: the value.
    pub(crate) title: Option<Span>,
}

impl Block {
    /// Whether it is a link to other stories, or a service of the page.
    pub(crate) fn is_teaser(&self) -> bool {
        self.pieces.iter().any(|piece| piece.what == BoilerplateKind::Teaser)
    }

    /// Whether it only names who reports.
    pub(crate) fn is_credit(&self) -> bool {
        let agency = |piece: &Boilerplate| piece.what == BoilerplateKind::Agency;
        self.body.is_empty() && self.lead.is_none() && self.pieces.iter().all(agency)
    }

    /// Makes the whole block one piece of boilerplate.
    fn fold(&mut self, whole: Span, what: BoilerplateKind) {
        self.pieces = vec![Boilerplate { span: whole, what }];
        self.body = Span { start: whole.end, end: whole.end };
        self.lead = None;
    }
}

/// As many lines may stand above place and date.
const HEAD: usize = 6;

/// Dresses the blocks of a layout.
pub(crate) fn read(tokens: &Tokens, lexicon: &Lexicon, spans: &[Span]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(spans.len());
    let mut in_record = true;
    let (mut bodies, mut has_lead) = (0, false);
    for (n, &span) in spans.iter().enumerate() {
        let range = (tokens.from(span.start), tokens.from(span.end));
        let near_end = n + 4 >= spans.len();
        let mut block = Block {
            tokens: range,
            body: span,
            pieces: Vec::new(),
            lead: None,
            signed: false,
            heads_teasers: false,
            title: None,
        };
        in_record = in_record && stamp::field(tokens, lexicon, &mut block, span);
        if !in_record
            && !if bodies < 3 || near_end { stamp::line(tokens, lexicon, range) } else { false }
            && !lines::class(tokens, lexicon, &mut block, span, bodies)
        {
            // A headline and a line under it may stand before the lead-in.
            let opening = bodies <= 2 && !has_lead;
            let fresh = opening || blocks.last().is_some_and(|block| block.signed);
            let alone = spans
                .get(n + 1)
                .filter(|_| fresh)
                .and_then(|next| lead::alone(tokens, lexicon, range, next.end - next.start));
            // The head of a letter has more lines before it.
            let dated =
                || lead::dated(tokens, lexicon, range).filter(|_| bodies <= HEAD && !has_lead);
            let signed = || lead::above(tokens, lexicon, range).filter(|_| near_end && !has_lead);
            let alone = alone.or_else(dated).or_else(signed);
            match alone {
                Some(lead) => {
                    block.fold(span, BoilerplateKind::Agency);
                    block.lead = Some(lead);
                }
                None => dress(tokens, lexicon, &mut block, span, fresh),
            }
        } else if block.pieces.is_empty() {
            block.fold(span, BoilerplateKind::Stamp);
        }
        has_lead |= block.lead.is_some();
        bodies += usize::from(!block.body.is_empty());
        blocks.push(block);
    }
    teasers::mark(tokens, lexicon, &mut blocks, spans);
    blocks
}

/// Takes bullet, stamp, lead-in and sign-off off a block of text. `fresh` where a report
/// begins here.
fn dress(tokens: &Tokens, lexicon: &Lexicon, block: &mut Block, span: Span, fresh: bool) {
    let (first, last) = block.tokens;
    let mut at = first;
    let mut take = |from: usize, next: usize, what: BoilerplateKind| {
        block.pieces.push(Boilerplate { span: tokens.cover(from, next), what });
        next
    };
    if let Some(next) = lines::bullet(tokens, at, last) {
        at = take(at, next, BoilerplateKind::Bullet);
    }
    if let Some(next) = fresh.then(|| stamp::prefix(tokens, lexicon, at, last)).flatten() {
        at = take(at, next, BoilerplateKind::Stamp);
    }
    if let Some(lead) = lead::at(tokens, lexicon, at, last, fresh) {
        at = take(at, lead.next, BoilerplateKind::Agency);
        block.lead = Some(lead);
    }
    let mut end = span.end;
    if let Some(from) = tail::before(tokens, lexicon, at, last) {
        end = tokens.span(from).start;
        block.pieces.push(Boilerplate {
            span: Span { start: end, end: span.end },
            what: BoilerplateKind::Agency,
        });
        block.signed = true;
    }
    let start = if at < last { tokens.span(at).start } else { span.end };
    block.body = Span { start: start.min(end), end }.trimmed(tokens.text);
}
