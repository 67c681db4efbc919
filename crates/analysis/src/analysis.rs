//! The one result and the one function that makes it.

use crate::boilerplate::{self, Boilerplate};
use crate::dates::{self, DateMention, reference::Page};
use crate::lexicon::Lexicon;
use crate::meetings::promises::{Promise, SignedPaper};
use crate::meetings::{self, Meeting};
use crate::names::annotated::AnnotatedTokens;
use crate::names::{self, Authority, NameEntity};
use crate::span::Span;
use crate::tokens::Tokens;
use crate::{casing, items, language, layout, original, title, truecase};
use entente_calendar::Period;
use entente_model::TitleProvenance;
use std::cell::OnceCell;

pub use crate::dates::Reference;

/// What is known of a report before it is read: its front matter. What is given is
/// believed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The headline.
    pub title: Option<&'a str>,
    /// The day of publication.
    pub published: Option<Period>,
    /// The place of the dateline.
    pub place: Option<&'a str>,
    /// A language code such as "en" or "fr-CA".
    pub language: Option<&'a str>,
    /// The id of the report in its corpus; may be empty.
    pub id: &'a str,
    /// The authority records of its corpus.
    pub authority: Option<&'a Authority>,
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The language code of the rules that the text was read by; given, or told by the
    /// commonest words.
    pub language: String,
    /// Never empty unless the text is.
    pub title: Title,
    /// The day of publication, where the text or the front matter gives a day.
    pub published: Option<Published>,
    /// What relative dates were counted from: the day of publication, or only a year or a
    /// week that the text proves.
    pub reference: Option<Reference>,
    /// Where the report says it was filed.
    pub dateline: Option<Dateline>,
    /// In order, without overlaps.
    pub boilerplate: Vec<Boilerplate>,
    /// The reading view: the paragraphs of the report without boilerplate and headline, in
    /// order, without white space at their ends.
    pub paragraphs: Vec<Span>,
    /// In order, without overlaps; those of teasers too.
    pub dates: Vec<DateMention>,
    /// People, organisations, places, agreements and events, in the order of the first mention.
    pub names: Vec<NameEntity>,
    /// Meetings, visits, calls and the like, in the order in which the report tells of them.
    pub meetings: Vec<Meeting>,
    /// Invitations, papers to be signed and meetings to be held, in the order in which the report
    /// tells of them.
    pub promises: Vec<Promise>,
    /// Papers of which the report says that they have been signed.
    pub signed: Vec<SignedPaper>,
}

/// The title of a report, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words.
    pub text: String,
    /// Where they come from.
    pub provenance: TitleProvenance,
    /// The same for people: "front matter", "the headline", "the first sentence".
    pub from: String,
    /// Where the words stand in the text.
    pub span: Option<Span>,
}

/// A day of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub date: Period,
    /// The words that it follows from.
    pub basis: String,
    /// Where they stand; empty for front matter.
    pub spans: Vec<Span>,
}

/// The place of a dateline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place; capitals throughout are made those of a name.
    pub place: String,
    /// Where it stands; `None` for front matter.
    pub span: Option<Span>,
}

/// Reads a report. Total: any text gives a result.
pub fn analyse(text: &str, given: &Given) -> Analysis {
    let reading = entente_text::reading(text);
    let lexicon = language::detect(reading.text(), given.language);
    let text = truecase::truecased(reading.text(), lexicon);
    original::spans(read(&text, lexicon, given), &reading)
}

/// The same for a text as it is read.
fn read(text: &str, lexicon: &Lexicon, given: &Given) -> Analysis {
    let spans = layout::blocks(text);
    let mut tokens = Tokens::in_blocks(text, &spans);
    tokens.month_first = dates::figures::month_first(&tokens, lexicon);
    let blocks = boilerplate::read(&tokens, lexicon, &spans);
    let found = dates::find(&tokens, lexicon, &blocks);

    let from_front =
        |date| Reference { date, basis: "front matter".into(), spans: Vec::new(), stated: true };
    let latest = OnceCell::new();
    let page = Page { tokens: &tokens, lexicon, blocks: &blocks, found: &found, latest };
    let reference = given.published.map(from_front).or_else(|| page.reference());
    let published = reference.as_ref().filter(|reference| reference.stated).map(|reference| {
        let Reference { date, basis, spans, .. } = reference.clone();
        Published { date, basis, spans }
    });
    let items = items::of(text, &blocks);
    let mut dates = Vec::new();
    let mut filed: Vec<Option<Reference>> = Vec::with_capacity(items.len());
    for item in &items {
        // In a bulletin "today" is the day of the item.
        let own = item.lead.and_then(|lead| page.filed(lead.date?));
        let mut day = own.or_else(|| reference.clone());
        dates.extend(dates::resolve(&tokens, lexicon, item.dates(&found), day.as_mut()));
        filed.push(day);
    }

    let none = Authority::default();
    let annotated =
        AnnotatedTokens::new(&tokens, lexicon, &blocks, dates.iter().map(|date| date.span));
    let names = names::find(&annotated, given.authority.unwrap_or(&none), given.id);
    let dateline = dateline(text, given, &blocks);
    let spots = meetings::spots(&tokens, &names, &dates);
    let mut told = meetings::Findings::default();
    for (item, filed) in items.iter().zip(&filed) {
        let place = item.place().map(|span| casing::name(span.of(text)));
        let report = meetings::Report {
            language: lexicon.language,
            annotated: &annotated,
            blocks: &blocks[item.blocks.clone()],
            names: &names,
            dates: &dates,
            spots: &spots,
            published: filed.as_ref().map(|filed| filed.date),
            dateline: place
                .as_deref()
                .or(dateline.as_ref().map(|dateline| dateline.place.as_str())),
        };
        told.append(meetings::find(&report));
    }
    let (title, headline) = title::find(text, given.title, &blocks);
    let body = |(n, block): (usize, &boilerplate::Block)| {
        (Some(n) != headline && !block.body.is_empty()).then_some(block.body)
    };
    Analysis {
        language: lexicon.language.into(),
        title,
        published,
        reference: filed.into_iter().next().flatten(),
        dateline,
        boilerplate: blocks.iter().flat_map(|block| block.pieces.iter().copied()).collect(),
        paragraphs: blocks.iter().enumerate().filter_map(body).collect(),
        dates,
        names,
        meetings: told.meetings,
        promises: told.promises,
        signed: told.signed,
    }
}

fn dateline(text: &str, given: &Given, blocks: &[boilerplate::Block]) -> Option<Dateline> {
    if let Some(place) = given.place {
        let place = entente_text::reading(place).text().into();
        return Some(Dateline { place, span: None });
    }
    let span = blocks.iter().find_map(|block| block.lead?.place)?;
    Some(Dateline { place: casing::name(span.of(text)), span: Some(span) })
}
