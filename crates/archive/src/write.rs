//! Model in, bytes out: the same model always gives the same bytes.

use crate::container::{Section, Sections, pack};
use crate::dictionary::DictionaryWriter;
use crate::model::{
    Attestation, Corpus, Country, Document, Entity, LocalName, Meeting, Outcome, Passage, Place,
    Record,
};
use crate::postings::put_postings;
use crate::rows::{
    AttestationRow, CorpusRow, CountryRow, DocumentRow, EntityRow, EvidenceRow, FormerRow,
    FurnitureRow, MeetingRow, MentionRow, NameRow, OfficeRow, OutcomeRow, ParticipantRow, PlaceRow,
    RecordRow, RoleRow,
};
use crate::sentences::put_sentences;
use crate::wire::{Field, Rows, Span, Str};
use std::collections::BTreeMap;

/// The archive of a corpus.
///
/// # Panics
/// Never; but an archive above 4 GiB does not open again.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.corpus(corpus);
    corpus.documents.iter().for_each(|document| writer.document(document));
    corpus.entities.iter().for_each(|entity| writer.entity(entity));
    corpus.meetings.iter().for_each(|meeting| writer.meeting(meeting));
    corpus.countries.iter().for_each(|country| writer.country(country));
    writer.index(corpus);
    pack(&writer.sections)
}

#[derive(Default)]
struct Writer {
    sections: Sections<Vec<u8>>,
    /// Strings written so far: each stands in the pool once.
    known: BTreeMap<String, Str>,
}

impl Writer {
    fn section(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.sections[section as usize]
    }

    fn string(&mut self, text: &str) -> Str {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let string = Str(append(self.section(Section::Strings), text));
        self.known.insert(text.to_owned(), string);
        string
    }

    /// Appends rows to a table and says which they are.
    fn rows<R: Field>(&mut self, section: Section, rows: impl IntoIterator<Item = R>) -> Rows {
        let out = self.section(section);
        let start = (out.len() / R::BYTES) as u32;
        rows.into_iter().for_each(|row| row.put(out));
        Rows(Span { start, end: (out.len() / R::BYTES) as u32 })
    }

    fn corpus(&mut self, corpus: &Corpus) {
        let row = CorpusRow {
            title: self.string(&corpus.title),
            language: self.string(&corpus.language),
        };
        self.rows(Section::Corpus, [row]);
    }

    fn document(&mut self, document: &Document) {
        let sentences = self.section(Section::Sentences);
        let start = sentences.len() as u32;
        put_sentences(&document.sentences, sentences);
        let sentences = Span { start, end: sentences.len() as u32 };
        let furniture = document.furniture.iter().map(|&(span, kind)| FurnitureRow { span, kind });
        let row = DocumentRow {
            id: self.string(&document.id),
            title: self.string(&document.title),
            title_basis: document.title_basis,
            source: self.string(&document.source),
            url: self.string(&document.url),
            language: self.string(&document.language),
            dateline: self.string(&document.dateline),
            published: document.published,
            published_basis: document.published_basis,
            published_words: self.string(&document.published_words),
            text: append(self.section(Section::Texts), &document.text),
            sentences,
            furniture: self.rows(Section::Furniture, furniture),
            body_tokens: document.body_tokens,
            title_tokens: document.title_tokens,
        };
        self.rows(Section::Documents, [row]);
    }

    fn entity(&mut self, entity: &Entity) {
        let mention = |&Passage { document, span }: &Passage| MentionRow { document, span };
        let role = |&Passage { document, span }: &Passage| RoleRow { document, span };
        let row = EntityRow {
            id: self.string(&entity.id),
            name: self.string(&entity.name),
            kind: entity.kind,
            country: self.string(&entity.country),
            mentions: self.rows(Section::Mentions, entity.mentions.iter().map(mention)),
            roles: self.rows(Section::Roles, entity.roles.iter().map(role)),
            record: self.record(entity.record.as_ref()),
        };
        self.rows(Section::Entities, [row]);
    }

    fn record(&mut self, record: Option<&Record>) -> Rows {
        let row = record.map(|record| {
            let offices: Vec<_> = record
                .offices
                .iter()
                .map(|office| OfficeRow {
                    words: self.string(&office.words),
                    names: self.names(&office.names),
                    of: self.string(&office.of),
                    from: office.from,
                    to: office.to,
                })
                .collect();
            RecordRow {
                names: self.names(&record.names),
                wikidata: self.string(&record.wikidata),
                coordinates: record.coordinates,
                part_of: self.string(&record.part_of),
                former: self.former(&record.former),
                offices: self.rows(Section::Offices, offices),
            }
        });
        self.rows(Section::Records, row)
    }

    fn names(&mut self, names: &[LocalName]) -> Rows {
        let row = |name: &LocalName| NameRow {
            language: self.string(&name.language),
            name: self.string(&name.name),
        };
        let rows: Vec<_> = names.iter().map(row).collect();
        self.rows(Section::Names, rows)
    }

    fn meeting(&mut self, meeting: &Meeting) {
        let attestations: Vec<_> =
            meeting.attestations.iter().map(|told| self.attestation(told)).collect();
        let outcome = |&Outcome { act, agreement, passage }: &Outcome| OutcomeRow {
            act,
            agreement,
            document: passage.document,
            span: passage.span,
        };
        let row = MeetingRow {
            id: self.string(&meeting.id),
            former: self.former(&meeting.former),
            title: self.string(&meeting.title),
            kind: meeting.kind,
            status: meeting.status,
            date: meeting.date,
            date_basis: meeting.date_basis,
            place: self.place(&meeting.place),
            point: meeting.position.point,
            point_basis: meeting.position.basis,
            mechanism: meeting.mechanism,
            session: meeting.session,
            participants: self.participants(&meeting.participants),
            outcomes: self.rows(Section::Outcomes, meeting.outcomes.iter().map(outcome)),
            attestations: self.rows(Section::Attestations, attestations),
        };
        self.rows(Section::Meetings, [row]);
    }

    fn attestation(&mut self, told: &Attestation) -> AttestationRow {
        let evidence = told.evidence.iter().map(|&span| EvidenceRow { span });
        AttestationRow {
            document: told.document,
            kind: told.kind,
            status: told.status,
            date: told.date,
            date_basis: told.date_basis,
            date_span: told.date_span,
            place: self.place(&told.place),
            place_span: told.place_span,
            participants: self.participants(&told.participants),
            evidence: self.rows(Section::Evidence, evidence),
            reason: self.string(&told.reason),
        }
    }

    fn place(&mut self, place: &Place) -> PlaceRow {
        PlaceRow {
            words: self.string(&place.words),
            entity: place.entity,
            precision: place.precision,
            country: self.string(&place.country),
            basis: place.basis,
        }
    }

    fn country(&mut self, country: &Country) {
        let &Country { middle, reach, capital, .. } = country;
        let row = CountryRow { code: self.string(&country.code), middle, reach, capital };
        self.rows(Section::Countries, [row]);
    }

    fn participants(&mut self, entities: &[u32]) -> Rows {
        let row = |&entity: &u32| ParticipantRow { entity };
        self.rows(Section::Participants, entities.iter().map(row))
    }

    fn former(&mut self, ids: &[String]) -> Rows {
        let rows: Vec<_> = ids.iter().map(|id| FormerRow { id: self.string(id) }).collect();
        self.rows(Section::Former, rows)
    }

    fn index(&mut self, corpus: &Corpus) {
        let mut dictionary = DictionaryWriter::default();
        for (term, postings) in &corpus.terms {
            let out = self.section(Section::Postings);
            let start = out.len();
            put_postings(postings, out);
            dictionary.push(term, (out.len() - start) as u32);
        }
        *self.section(Section::TermBlocks) = dictionary.blocks;
        *self.section(Section::Terms) = dictionary.terms;
    }
}

fn append(out: &mut Vec<u8>, text: &str) -> Span {
    let start = out.len() as u32;
    out.extend_from_slice(text.as_bytes());
    Span { start, end: out.len() as u32 }
}
