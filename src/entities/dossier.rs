//! What the reports say of one entity: its names, the offices told of it, whom and what
//! it appears with, and every sentence that names it.

use super::list::entity_link;
use crate::address::{Page, View};
use crate::dom::{El, el, link, part};
use crate::marked::add_marked;
use crate::reports::origin;
use crate::state::State;
use entente_archive::rows::EntityKind;
use entente_archive::wire::Span;
use entente_archive::{Document, Entity};
use entente_search::FacetKind;
use std::collections::BTreeMap;

/// As many that it appears with are shown.
const TOGETHER: usize = 12;

/// The dossier of the entity with this id, or a sentence that there is none.
pub fn dossier(state: State, id: &str) -> Vec<El> {
    let strings = state.strings;
    let back = link(&View::default().at(Page::Entities).print()).text(strings.entities);
    let Some(entity) = state.archive().find_entity(id) else {
        let words = el("p").text(&(strings.no_such_entity)(id));
        return vec![part("div", "remarks").add(words).add(el("p").add(back))];
    };
    let kind = entity.row.kind;
    let documents = entity.documents();
    let mut meta = part("p", "meta")
        .add(el("span").text(strings.kind[kind as usize]))
        .add(el("span").text(&(strings.named_in)(entity.mentions().count(), documents.len())));
    if let Some(facet) = FacetKind::ALL.iter().find(|facet| facet.entity() == Some(kind)) {
        let view = View::default().toggled(*facet, entity.id(), false);
        meta = meta.add(el("span").add(link(&view.print()).text(strings.reports_naming)));
    }
    let article = part("article", "dossier")
        .add(el("p").add(back.text(" ›")))
        .add(el("h1").text(entity.name()))
        .add(meta)
        .maybe(names(state, &entity))
        .maybe(roles(state, &entity))
        .maybe(together(state, &entity))
        .add(el("h2").text(strings.mentions))
        .all(documents.iter().filter_map(|&number| report(state, &entity, number)).collect());
    vec![article]
}

/// A report at the n-th mention of an entity, counted from 1.
fn at_mention(document: &Document<'_>, entity: &Entity<'_>, number: usize) -> String {
    let mut view = View::default().at(Page::Report(document.id().to_owned()));
    view.name = match number {
        1 => entity.id().to_owned(),
        _ => [entity.id(), ".", &number.to_string()].concat(),
    };
    view.print()
}

/// The mentions in a document, in order.
fn mentions_in(entity: &Entity<'static>, document: usize) -> Vec<Span> {
    let here = entity.mentions().filter(|row| row.document as usize == document);
    here.map(|row| row.span).collect()
}

/// Words of a text on one line.
fn words(text: &str, span: Span) -> String {
    let words = text.get(span.range()).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names as the reports write them, each with a link to where it stands first.
fn names(state: State, entity: &Entity<'static>) -> Option<El> {
    let mut seen = BTreeMap::<String, (usize, String)>::new();
    for number in entity.documents() {
        let document = state.archive().document(number)?;
        for (n, span) in mentions_in(entity, number).into_iter().enumerate() {
            let address = || at_mention(&document, entity, n + 1);
            seen.entry(words(document.text(), span)).or_insert_with(|| (0, address())).0 += 1;
        }
    }
    if seen.len() < 2 {
        return None;
    }
    let name = |(name, (count, address)): (&String, &(usize, String))| {
        let count = part("span", "count").text(&count.to_string());
        el("li").add(link(address).text(name)).text(" ").add(count)
    };
    let list = part("ul", "row").all(seen.iter().map(name).collect());
    Some(el("section").add(el("h2").text(state.strings.names_seen)).add(list))
}

/// The offices told of a person, each with the report that tells it.
fn roles(state: State, entity: &Entity<'static>) -> Option<El> {
    let mut rows: Vec<El> = Vec::new();
    let mut last = String::new();
    for role in entity.roles() {
        let document = state.archive().document(role.document as usize)?;
        let office = words(document.text(), role.span);
        let here = mentions_in(entity, document.number);
        // The mention that the office stands with: the nearest.
        let nearest = |span: &Span| span.start.abs_diff(role.span.start);
        let number = (0..here.len()).min_by_key(|&n| nearest(&here[n])).map_or(1, |n| n + 1);
        let line = [document.id(), &office].concat();
        // "Minister" says nothing where the report says of what.
        let bare = !office.contains(' ') && entity.roles().count() > 1;
        if line != last && !bare {
            let address = at_mention(&document, entity, number);
            let when = document.row.published.map(|date| state.strings.period(date));
            let when = when.unwrap_or_else(|| state.strings.undated.to_owned());
            rows.push(
                el("li")
                    .add(link(&address).attr("lang", document.language()).text(&office))
                    .text(" ")
                    .add(part("span", "meta").text(&when)),
            );
        }
        last = line;
    }
    let some = !rows.is_empty();
    some.then(|| el("section").add(el("h2").text(state.strings.roles)).add(el("ul").all(rows)))
}

/// Whom and what it stands with in a sentence or a report: by sentences, then by reports.
fn together(state: State, entity: &Entity<'static>) -> Option<El> {
    let mut counts = BTreeMap::<usize, (usize, usize)>::new();
    for number in entity.documents() {
        let document = state.archive().document(number)?;
        let own = mentions_in(entity, number);
        let sentences: Vec<Span> = document
            .sentences()
            .map(|sentence| sentence.span)
            .filter(|sentence| own.iter().any(|mention| within(*mention, *sentence)))
            .collect();
        for other in state.engine.named().of(number) {
            if other.number == entity.number || other.row.kind == EntityKind::Date {
                continue;
            }
            let count = counts.entry(other.number).or_default();
            count.0 += 1;
            let theirs = mentions_in(other, number);
            let shared = |sentence: &&Span| theirs.iter().any(|span| within(*span, **sentence));
            count.1 += sentences.iter().filter(shared).count();
        }
    }
    let mut ranked: Vec<_> = counts.into_iter().filter(|(_, count)| count.1 > 0).collect();
    ranked.sort_by_key(|&(number, (reports, sentences))| {
        (usize::MAX - sentences, usize::MAX - reports, number)
    });
    let row = |&(number, (reports, _)): &(usize, (usize, usize))| {
        let other = state.archive().entity(number)?;
        let words = (state.strings.together_in)(reports);
        let link = entity_link(state, &other).attr("title", &words).text(other.name());
        Some(el("li").add(link))
    };
    let rows: Vec<El> = ranked.iter().take(TOGETHER).filter_map(row).collect();
    let some = !rows.is_empty();
    some.then(|| {
        let list = part("ul", "row").all(rows);
        el("section").add(el("h2").text(state.strings.appears_with)).add(list)
    })
}

fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The sentences of a report that name it, each a link to its place.
fn report(state: State, entity: &Entity<'static>, number: usize) -> Option<El> {
    let document = state.archive().document(number)?;
    let mentions = mentions_in(entity, number);
    let mut rows = Vec::new();
    let mut left = 0;
    for sentence in document.sentences() {
        let here = |span: &&Span| within(**span, sentence.span);
        let Some(first) = mentions.iter().position(|span| here(&span)) else { continue };
        left += mentions.iter().filter(here).count();
        let passage = link(&at_mention(&document, entity, first + 1));
        let passage = add_marked(passage, document.text(), sentence.span, &mentions);
        rows.push(part("li", "snippet").attr("lang", document.language()).add(passage));
    }
    // A lead-in or a sign-off is no sentence of the report.
    if left < mentions.len() && rows.is_empty() {
        let span = *mentions.first()?;
        let passage = link(&at_mention(&document, entity, 1)).text(&words(document.text(), span));
        rows.push(part("li", "snippet").add(passage));
    }
    let title = link(&at_mention(&document, entity, 1)).attr("class", "title");
    let title = el("h3").attr("lang", document.language()).add(title.text(document.title()));
    Some(part("section", "report").add(origin(state, &document)).add(title).add(el("ul").all(rows)))
}
