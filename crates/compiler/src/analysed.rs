//! A document as the archive holds it, from what the analysis says.

use crate::document::Document;
use crate::issue::Issue;
use crate::meetings::{Told, ids, told};
use crate::promises::{self, Signed};
use crate::reviews::Reviews;
use entente_analysis::{Analysis, Authority, DateEntity, NameEntity, Published, analyse, dates};
use entente_archive as archive;
use entente_archive::{Boilerplate, Sentence};
use entente_model::{PublicationProvenance, Span, TitleProvenance};
use entente_text::sentences;
use std::ops::Range;

/// A document of the archive with what it names.
pub(crate) struct Analysed {
    pub(crate) document: archive::Document<'static>,
    pub(crate) dates: Vec<DateEntity>,
    pub(crate) names: Vec<NameEntity>,
    /// By the numbers of the names.
    pub(crate) meetings: Vec<Told>,
    pub(crate) promises: Vec<promises::Told>,
    pub(crate) signed: Vec<Signed>,
    /// Reviews of meetings that are not found.
    pub(crate) issues: Vec<Issue>,
}

impl Analysed {
    /// Reads the document of a number. Its tokens are counted later, with the index.
    pub(crate) fn read(
        number: u32,
        document: Document,
        authority: &Authority,
        reviews: &Reviews,
    ) -> Self {
        let mut analysis = analyse(&document.body, &document.given(authority));
        let dates = dates::entities(&document.body, &analysis.dates);
        let mut names = std::mem::take(&mut analysis.names);
        let mut meetings = told(number, &analysis.meetings, &names, authority);
        let ids = ids(&analysis.meetings, &meetings);
        let issues = reviews.apply(&document.id, &mut meetings, &mut names, authority);
        let promises = promises::told(number, &analysis.promises, &names, &ids, &meetings);
        let day = analysis.reference.as_ref().map(|found| found.date);
        let signed = promises::signed(number, day, &analysis.signed);
        let document = archived(document, analysis);
        Self { document, dates, names, meetings, promises, signed, issues }
    }
}

fn archived(document: Document, analysis: Analysis) -> archive::Document<'static> {
    let Document { id, front, body, .. } = document;
    // What relative dates count from is worked out even where no date is stated.
    let stated = analysis.published.as_ref().is_some_and(|found| in_full(&body, found));
    let published = analysis.published.map(|found| (found.date, found.basis));
    let reference = analysis.reference.map(|found| (found.date, found.basis));
    let (published, words) = published.or(reference).unzip();
    archive::Document {
        id: id.into(),
        title_provenance: match analysis.title.provenance {
            TitleProvenance::Given if front.editorial => TitleProvenance::Editorial,
            provenance => provenance,
        },
        title: analysis.title.text.into(),
        source: front.source.unwrap_or_default().into(),
        url: front.url.unwrap_or_default().into(),
        language: front.language.unwrap_or(analysis.language).into(),
        dateline: analysis.dateline.map(|dateline| dateline.place).unwrap_or_default().into(),
        published,
        published_provenance: match (&front.published, published) {
            (_, None) => PublicationProvenance::Unknown,
            (Some(_), Some(_)) => PublicationProvenance::Given,
            (None, Some(_)) if stated => PublicationProvenance::Stated,
            (None, Some(_)) => PublicationProvenance::WorkedOut,
        },
        published_words: words.unwrap_or_default().into(),
        sentences: analysis.paragraphs.iter().flat_map(|found| split(&body, *found)).collect(),
        boilerplate: analysis
            .boilerplate
            .iter()
            .map(|piece| Boilerplate { span: span(piece.span), kind: piece.what })
            .collect(),
        text: body.into(),
        body_tokens: 0,
        title_tokens: 0,
    }
}

/// Whether the words that give a date give its year too.
fn in_full(body: &str, published: &Published) -> bool {
    let year = published.date.start().year().to_string();
    let words = published.spans.first().and_then(|span| body.get(span.start..span.end));
    words.is_some_and(|words| words.contains(&year))
}

/// The sentences of a paragraph.
fn split(body: &str, paragraph: entente_analysis::Span) -> Vec<Sentence> {
    let text = body.get(paragraph.start..paragraph.end).unwrap_or_default();
    let sentence = |(number, found): (usize, Range<usize>)| Sentence {
        span: Span::from(paragraph.start + found.start..paragraph.start + found.end),
        opens: number == 0,
    };
    sentences(text).into_iter().enumerate().map(sentence).collect()
}

/// A span of the analysis in the numbers of the archive: documents are far below 4 GiB.
pub(crate) fn span(span: entente_analysis::Span) -> Span {
    Span::from(span.start..span.end)
}
