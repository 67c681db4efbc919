//! Spans of the text as it is read, taken back to the text as received.
//!
//! The rules see a text without invisible characters and without words divided at the ends
//! of lines (`entente_text::reading`). Here, and nowhere else, all that they found gets the
//! bytes of the original.

use crate::analysis::Analysis;
use crate::span::Span;
use entente_text::Reading;

/// The same findings with spans of the original.
pub(crate) fn spans(mut analysis: Analysis, reading: &Reading) -> Analysis {
    if reading.is_original() {
        return analysis;
    }
    let back = |span: &mut Span| *span = reading.to_source(span.start..span.end).into();
    analysis.title.span.iter_mut().for_each(back);
    analysis.published.iter_mut().flat_map(|day| &mut day.spans).for_each(back);
    analysis.reference.iter_mut().flat_map(|day| &mut day.spans).for_each(back);
    analysis.dateline.iter_mut().filter_map(|dateline| dateline.span.as_mut()).for_each(back);
    analysis.boilerplate.iter_mut().for_each(|piece| back(&mut piece.span));
    analysis.paragraphs.iter_mut().for_each(back);
    analysis.dates.iter_mut().for_each(|date| back(&mut date.span));
    for name in &mut analysis.names {
        name.mentions.iter_mut().chain(&mut name.roles).for_each(back);
    }
    for meeting in &mut analysis.meetings {
        meeting.evidence.iter_mut().for_each(back);
        meeting.outcomes.iter_mut().for_each(|outcome| back(&mut outcome.span));
        meeting.date.iter_mut().filter_map(|date| date.span.as_mut()).for_each(back);
        meeting.place.iter_mut().filter_map(|place| place.span.as_mut()).for_each(back);
    }
    for promise in &mut analysis.promises {
        back(&mut promise.what);
        promise.evidence.iter_mut().for_each(back);
    }
    analysis.signed.iter_mut().for_each(|paper| back(&mut paper.evidence));
    analysis
}
