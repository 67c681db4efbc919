//! What the reports say of one entity: its names, the offices told of it, whom and what
//! it appears with, and every sentence that names it.

use super::list::entity_link;
use crate::address::Page;
use crate::dom::{El, count, el, link, part};
use crate::marked::{marked, words};
use crate::meetings;
use crate::reports::origin;
use crate::state::State;
use entente_archive::{DocumentRef, EntityRef};
use entente_calendar::Period;
use entente_model::{EntityKind, Span};
use entente_search::FacetKind;
use entente_search::rank::in_order;

/// As many that it appears with are shown.
const TOGETHER: usize = 12;

/// The dossier of the entity with this id, or a sentence that there is none.
pub fn dossier(state: State, id: &str) -> Vec<El> {
    let strings = state.strings;
    let back = link(state.fresh_address(Page::Entities)).text(strings.entities);
    let Some(entity) = state.archive().find_entity(id) else {
        let words = el("h1").text((strings.no_such_entity)(id));
        return vec![part("div", "remarks").add(words).add(el("p").add(back))];
    };
    let kind = entity.kind;
    let documents = entity.documents();
    let mut meta = part("p", "meta")
        .add(el("span").text(strings.kind[kind as usize]))
        .maybe(state.country(&entity).map(|country| el("span").text(country)))
        .add(el("span").text((strings.named_in)(entity.mentions().count(), documents.len())));
    if let Some(facet) = FacetKind::ALL.iter().find(|facet| facet.entity() == Some(kind)) {
        let view = state.fresh_view().toggled(*facet, entity.id(), false);
        meta = meta.add(el("span").add(link(view.print()).text(strings.reports_naming)));
    }
    let article = part("article", "dossier")
        .add(el("p").add(back.text(" ›")))
        .add(el("h1").text(state.name(&entity)))
        .add(meta)
        .maybe(names(state, &entity))
        .maybe(record(state, &entity))
        .maybe(roles(state, &entity))
        .maybe(meetings::of_entity(state, &entity))
        .maybe(together(state, &entity))
        .add(el("h2").text(strings.mentions))
        .all(documents.iter().filter_map(|&number| sentences(state, &entity, number, &|_| "")));
    vec![article]
}

/// A report at the n-th mention of an entity, counted from 1.
fn at_mention(
    state: State,
    document: &DocumentRef<'_>,
    entity: &EntityRef<'_>,
    number: usize,
) -> String {
    let mut view = state.fresh_view().at(Page::Report(document.id().to_owned()));
    view.name = match number {
        1 => entity.id().to_owned(),
        _ => [entity.id(), ".", &number.to_string()].concat(),
    };
    view.print()
}

/// The mentions in a document, in order.
fn mentions_in(entity: &EntityRef<'static>, document: usize) -> Vec<Span> {
    let here = entity.mentions().filter(|one| one.document as usize == document);
    here.map(|one| one.span).collect()
}

/// The names as the reports write them, each with a link to where it stands first.
fn names(state: State, entity: &EntityRef<'static>) -> Option<El> {
    let mut seen: Vec<(String, usize, String)> = Vec::new();
    for number in entity.documents() {
        let document = state.archive().document(number)?;
        for (n, span) in mentions_in(entity, number).into_iter().enumerate() {
            let name = words(document.text(), span);
            match seen.iter_mut().find(|(known, ..)| *known == name) {
                Some((_, count, _)) => *count += 1,
                None => seen.push((name, 1, at_mention(state, &document, entity, n + 1))),
            }
        }
    }
    if seen.len() < 2 {
        return None;
    }
    let name = |(name, times, address): &(String, usize, String)| {
        el("li").add(link(address).text(name)).text(" ").add(count(*times))
    };
    let list = part("ul", "row").all(seen.iter().map(name));
    Some(el("section").add(el("h2").text(state.strings.names_seen)).add(list))
}

/// The offices told of a person, each with the report that tells it.
fn roles(state: State, entity: &EntityRef<'static>) -> Option<El> {
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
            let address = at_mention(state, &document, entity, number);
            let when = document.published.map(|date| state.strings.period(date));
            let when = when.unwrap_or_else(|| state.strings.undated.to_owned());
            rows.push(
                el("li")
                    .add(link(address).attr("lang", document.language()).text(office))
                    .text(" ")
                    .add(part("span", "meta").text(when)),
            );
        }
        last = line;
    }
    let some = !rows.is_empty();
    some.then(|| el("section").add(el("h2").text(state.strings.roles)).add(el("ul").all(rows)))
}

/// What the publisher of the corpus knows of it.
fn record(state: State, entity: &EntityRef<'static>) -> Option<El> {
    let strings = state.strings;
    let archive = state.archive();
    let record = entity.value().record.as_ref()?;
    let known = |id: &str| archive.find_entity(id);
    let named = |other: EntityRef<'static>| entity_link(state, &other);
    let mut rows = Vec::new();
    for local in &record.names {
        let name = el("span").attr("lang", &*local.language);
        rows.push(el("li").add(name.text(&*local.name)));
    }
    let whole = known(&record.part_of);
    rows.extend(whole.map(|other| el("li").text(strings.part_of).text(" ").add(named(other))));
    let id = &*record.wikidata;
    if !id.is_empty() {
        let away = link(["https://www.wikidata.org/wiki/", id].concat());
        let away = away.attr("rel", "noreferrer").text("Wikidata ").text(id);
        rows.push(el("li").add(away));
    }
    for office in entity.offices() {
        let day = |date: Option<Period>| date.map(|date| strings.period(date));
        let when = (strings.held)(day(office.from), day(office.to));
        let row = el("li").text(state.office(office));
        let of = known(&office.of);
        let row = row.maybe(of.map(|other| el("span").text(", ").add(named(other))));
        rows.push(row.text(" ").add(part("span", "meta").text(when)));
    }
    let some = !rows.is_empty();
    some.then(|| {
        let heading = el("h2").text(strings.on_record).attr("title", strings.on_record_explained);
        el("section").add(heading).add(el("ul").all(rows))
    })
}

/// Whom and what it stands with in a sentence or a report: by sentences, then by reports.
fn together(state: State, entity: &EntityRef<'static>) -> Option<El> {
    // By number of the entity: how many reports, how many sentences.
    let mut counts = vec![(0, 0); state.archive().entities.len()];
    for number in entity.documents() {
        let document = state.archive().document(number)?;
        let own = mentions_in(entity, number);
        let sentences: Vec<Span> = document
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .filter(|sentence| own.iter().any(|mention| within(*mention, *sentence)))
            .collect();
        for other in state.engine.named().of(number) {
            if other.number == entity.number || other.kind == EntityKind::Date {
                continue;
            }
            let Some(count) = counts.get_mut(other.number) else { continue };
            count.0 += 1;
            let theirs = mentions_in(other, number);
            let shared = |sentence: &&Span| theirs.iter().any(|span| within(*span, **sentence));
            count.1 += sentences.iter().filter(shared).count();
        }
    }
    let together = |number: &usize| counts[*number].1 > 0;
    let together: Vec<usize> = (0..counts.len()).filter(together).collect();
    let ranked = in_order(&together, |&number| {
        let (reports, sentences) = counts[number];
        [!(sentences as u32), !(reports as u32), 0]
    });
    let row = |&number: &usize| {
        let reports = counts[number].0;
        let other = state.archive().entity(number)?;
        let words = (state.strings.together_in)(reports);
        let link = entity_link(state, &other).attr("title", words);
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

/// The sentences of a report that name it, each a link to its place, with a word on what it
/// says, which may be empty.
pub fn sentences(
    state: State,
    entity: &EntityRef<'static>,
    number: usize,
    says: &dyn Fn(Span) -> &'static str,
) -> Option<El> {
    let document = state.archive().document(number)?;
    let mentions = mentions_in(entity, number);
    let mut rows = Vec::new();
    let mut left = 0;
    for sentence in document.sentences.iter() {
        let here = |span: &&Span| within(**span, sentence.span);
        let Some(first) = mentions.iter().position(|span| here(&span)) else { continue };
        left += mentions.iter().filter(here).count();
        let passage = link(at_mention(state, &document, entity, first + 1));
        let passage = passage.view(marked(document.text(), sentence.span, &mentions));
        let word = Some(says(sentence.span)).filter(|word| !word.is_empty());
        let row = part("li", "snippet").maybe(word.map(|word| part("b", "says").text(word)));
        rows.push(row.add(passage.attr("lang", document.language())));
    }
    // A lead-in or a sign-off is no sentence of the report.
    if left < mentions.len() && rows.is_empty() {
        let span = *mentions.first()?;
        let passage =
            link(at_mention(state, &document, entity, 1)).text(words(document.text(), span));
        rows.push(part("li", "snippet").add(passage));
    }
    let title = link(at_mention(state, &document, entity, 1)).attr("class", "title");
    let title = el("h3").attr("lang", document.language()).add(title.text(document.title()));
    Some(
        part("section", "report")
            .add(part("p", "meta").view(origin(state, &document)))
            .add(title)
            .add(el("ul").all(rows)),
    )
}
