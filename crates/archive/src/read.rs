//! Bytes in, borrowed views out.
//!
//! [`Archive::open`] checks all there is to check in one pass without copying: label,
//! version, length and checksum, that every row is valid, that every string and span
//! lies on character boundaries of its text, that every row pointed to is there, and
//! that the index can be read to its end. What is left for the accessors cannot fail;
//! they are written so that they could not panic even then.

use crate::container::{Section, unpack};
use crate::damage::Damage;
use crate::dictionary::{Dictionary, Term};
use crate::postings::Postings;
use crate::rows::{
    AttestationRow, CorpusRow, CountryRow, DocumentRow, EntityRow, EvidenceRow, FormerRow,
    FurnitureRow, MeetingRow, MentionRow, NameRow, OfficeRow, OutcomeRow, ParticipantRow,
    RecordRow, RoleRow,
};
use crate::sentences::{Sentences, paragraphs};
use crate::wire::{Rows, Span, Str, Table};

/// A whole corpus, borrowed from its bytes.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // the tables are described with their rows
pub struct Archive<'a> {
    corpus: CorpusRow,
    documents: Table<'a, DocumentRow>,
    pub furniture: Table<'a, FurnitureRow>,
    pub entities: Table<'a, EntityRow>,
    pub mentions: Table<'a, MentionRow>,
    pub roles: Table<'a, RoleRow>,
    records: Table<'a, RecordRow>,
    names: Table<'a, NameRow>,
    pub(crate) former: Table<'a, FormerRow>,
    offices: Table<'a, OfficeRow>,
    pub(crate) meetings: Table<'a, MeetingRow>,
    pub(crate) attestations: Table<'a, AttestationRow>,
    pub(crate) participants: Table<'a, ParticipantRow>,
    pub(crate) outcomes: Table<'a, OutcomeRow>,
    pub(crate) evidence: Table<'a, EvidenceRow>,
    pub(crate) countries: Table<'a, CountryRow>,
    sentences: &'a [u8],
    texts: &'a str,
    strings: &'a str,
    dictionary: Dictionary<'a>,
    postings: &'a [u8],
}

impl<'a> Archive<'a> {
    /// The archive in these bytes, checked in full.
    ///
    /// # Errors
    /// The first [`Damage`] found.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damage> {
        let sections = unpack(bytes)?;
        let bytes = |section: Section| sections[section as usize];
        macro_rules! table {
            ($section:ident, $part:literal) => {
                Table::open(bytes(Section::$section)).ok_or(Damage::Content { part: $part })?
            };
        }
        let text = |section, part| {
            std::str::from_utf8(bytes(section)).map_err(|_| Damage::Content { part })
        };
        let corpus: Table<CorpusRow> = table!(Corpus, "description of the corpus");
        let postings = bytes(Section::Postings);
        let archive = Self {
            corpus: corpus.get(0).ok_or(Damage::Content { part: "description of the corpus" })?,
            documents: table!(Documents, "documents"),
            sentences: bytes(Section::Sentences),
            furniture: table!(Furniture, "furniture"),
            entities: table!(Entities, "entities"),
            mentions: table!(Mentions, "mentions"),
            roles: table!(Roles, "roles"),
            records: table!(Records, "authority records"),
            names: table!(Names, "names by language"),
            former: table!(Former, "former ids"),
            offices: table!(Offices, "offices"),
            meetings: table!(Meetings, "meetings"),
            attestations: table!(Attestations, "attestations"),
            participants: table!(Participants, "participants"),
            outcomes: table!(Outcomes, "outcomes"),
            evidence: table!(Evidence, "evidence"),
            countries: table!(Countries, "countries"),
            texts: text(Section::Texts, "texts")?,
            strings: text(Section::Strings, "strings")?,
            dictionary: Dictionary::open(
                bytes(Section::TermBlocks),
                bytes(Section::Terms),
                postings.len(),
            )
            .ok_or(Damage::Content { part: "dictionary" })?,
            postings,
        };
        archive.check().map(|()| archive)
    }

    /// What the corpus is about; may be empty.
    pub fn title(&self) -> &'a str {
        self.string(self.corpus.title)
    }

    /// The language of the title.
    pub fn language(&self) -> &'a str {
        self.string(self.corpus.language)
    }

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// A document by its number.
    pub fn document(&'a self, number: usize) -> Option<Document<'a>> {
        self.documents.get(number).map(|row| Document { archive: self, number, row })
    }

    /// All documents, in the order of their ids.
    pub fn documents(&'a self) -> impl Iterator<Item = Document<'a>> {
        (0..self.len()).filter_map(|number| self.document(number))
    }

    /// The document with this id.
    pub fn find(&'a self, id: &str) -> Option<Document<'a>> {
        self.documents().find(|document| document.id() == id)
    }

    /// An entity by its number.
    pub fn entity(&'a self, number: usize) -> Option<Entity<'a>> {
        self.entities.get(number).map(|row| Entity { archive: self, number, row })
    }

    /// All entities, in the order of their ids.
    pub fn all_entities(&'a self) -> impl Iterator<Item = Entity<'a>> {
        (0..self.entities.len()).filter_map(|number| self.entity(number))
    }

    /// The entity that has this id, or had it.
    pub fn find_entity(&'a self, id: &str) -> Option<Entity<'a>> {
        // By halves, as they are in order: facets of a large corpus ask for thousands.
        let (mut low, mut high) = (0, self.entities.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.entity(middle)?.id() < id {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let had = |entity: &Entity<'a>| entity.former().any(|former| former == id);
        let has = self.entity(low).filter(|entity| entity.id() == id);
        has.or_else(|| self.all_entities().find(had))
    }

    /// A string of the pool.
    pub fn string(&self, string: Str) -> &'a str {
        self.strings.get(string.0.range()).unwrap_or_default()
    }

    /// The terms of the index.
    pub fn dictionary(&self) -> Dictionary<'a> {
        self.dictionary
    }

    /// The documents that have a term.
    pub fn postings(&self, term: &Term) -> Postings<'a> {
        Postings::new(self.postings.get(term.postings.clone()).unwrap_or(&[]))
    }

    /// The names by language of a record.
    pub fn local_names(&self, record: &RecordRow) -> impl Iterator<Item = NameRow> + 'a {
        self.names.rows(record.names)
    }

    /// The name in a language among these rows.
    pub fn local(&self, names: Rows, language: &str) -> Option<&'a str> {
        let mut rows = self.names.rows(names);
        rows.find(|row| self.string(row.language) == language).map(|row| self.string(row.name))
    }

    /// The words at a place in a document.
    pub(crate) fn words(&'a self, document: u32, span: Span) -> &'a str {
        let text = self.document(document as usize).map(|document| document.text());
        text.and_then(|text| text.get(span.range())).unwrap_or_default()
    }

    pub(crate) fn has_string(&self, Str(span): Str) -> bool {
        self.strings.get(span.range()).is_some()
    }

    pub(crate) fn has_passage(&self, document: u32, span: Span) -> bool {
        let document = self.document(document as usize);
        document.is_some_and(|document| document.text().get(span.range()).is_some())
    }

    /// Whether everything points to something.
    fn check(&self) -> Result<(), Damage> {
        let string = |string| self.has_string(string);
        let within = |text: &str, span: Span| text.get(span.range()).is_some();

        ensure("description", string(self.corpus.title) && string(self.corpus.language))?;
        for row in self.documents.iter() {
            let DocumentRow { id, title, source, url, language, dateline, .. } = row;
            let strings = [id, title, source, url, language, dateline, row.published_words];
            ensure("documents", strings.into_iter().all(string) && within(self.texts, row.text))?;
            ensure("furniture", self.furniture.has(row.furniture))?;
            let text = self.texts.get(row.text.range()).unwrap_or_default();
            let sentences = self.sentences.get(row.sentences.range());
            let whole = sentences.is_some_and(|bytes| Sentences::new(bytes).valid(text));
            ensure("sentences", whole)?;
            for furniture in self.furniture.rows(row.furniture) {
                ensure("furniture", within(text, furniture.span))?;
            }
        }
        let mut last = "";
        for row in self.entities.iter() {
            let strings = [row.id, row.name, row.country];
            let id = self.string(row.id);
            ensure("order of entities", last <= id)?;
            last = id;
            let rows = self.mentions.has(row.mentions) && self.roles.has(row.roles);
            let rows = rows && self.records.has(row.record);
            ensure("entities", strings.into_iter().all(string) && rows)?;
        }
        for row in self.records.iter() {
            let rows = self.names.has(row.names) && self.former.has(row.former);
            let rows = rows && self.offices.has(row.offices);
            ensure("authority records", string(row.wikidata) && string(row.part_of) && rows)?;
        }
        for row in self.names.iter() {
            ensure("names by language", string(row.language) && string(row.name))?;
        }
        for row in self.former.iter() {
            ensure("former ids", string(row.id))?;
        }
        for row in self.offices.iter() {
            let strings = string(row.words) && string(row.of);
            ensure("offices", strings && self.names.has(row.names))?;
        }
        for row in self.mentions.iter() {
            ensure("mentions", self.has_passage(row.document, row.span))?;
        }
        for row in self.roles.iter() {
            ensure("roles", self.has_passage(row.document, row.span))?;
        }
        self.check_meetings()?;
        self.check_countries()?;
        for term in self.dictionary.iter() {
            ensure("index", self.postings(&term).valid(self.len()))?;
        }
        Ok(())
    }
}

/// Damage to a part unless something holds.
pub(crate) fn ensure(part: &'static str, holds: bool) -> Result<(), Damage> {
    if holds { Ok(()) } else { Err(Damage::Content { part }) }
}

/// An entity, borrowed from the archive.
#[derive(Clone, Copy, Debug)]
pub struct Entity<'a> {
    pub(crate) archive: &'a Archive<'a>,
    /// Its number in the archive.
    pub number: usize,
    /// Its row.
    pub row: EntityRow,
}

impl<'a> Entity<'a> {
    /// Readable and stable, for addresses.
    pub fn id(&self) -> &'a str {
        self.archive.string(self.row.id)
    }

    /// Canonical name.
    pub fn name(&self) -> &'a str {
        self.archive.string(self.row.name)
    }

    /// Where it is named, by document and place.
    pub fn mentions(&self) -> impl Iterator<Item = MentionRow> + 'a {
        self.archive.mentions.rows(self.row.mentions)
    }

    /// Where an office of a person is told, by document and place.
    pub fn roles(&self) -> impl Iterator<Item = RoleRow> + 'a {
        self.archive.roles.rows(self.row.roles)
    }

    /// What the publisher of the corpus knows of it.
    pub fn record(&self) -> Option<RecordRow> {
        self.archive.records.rows(self.row.record).next()
    }

    /// Its name in a language, where the publisher gives one, else its canonical name.
    pub fn name_in(&self, language: &str) -> &'a str {
        let given = self.record().and_then(|record| self.archive.local(record.names, language));
        given.unwrap_or_else(|| self.name())
    }

    /// Its names in the languages in which the publisher gives one.
    pub fn local_names(&self) -> impl Iterator<Item = &'a str> + 'a {
        let (archive, rows) = (self.archive, self.record().map(|record| record.names));
        archive.names.rows(rows.unwrap_or_default()).map(|row| archive.string(row.name))
    }

    /// The offices that the publisher says a person has held.
    pub fn offices(&self) -> impl Iterator<Item = OfficeRow> + 'a {
        let rows = self.record().map(|record| record.offices).unwrap_or_default();
        self.archive.offices.rows(rows)
    }

    /// The ids that it had.
    pub fn former(&self) -> impl Iterator<Item = &'a str> + 'a {
        let (archive, rows) = (self.archive, self.record().map(|record| record.former));
        archive.former.rows(rows.unwrap_or_default()).map(|row| archive.string(row.id))
    }

    /// Numbers of the documents that name it, ascending.
    pub fn documents(&self) -> Vec<usize> {
        let mut documents: Vec<_> = self.mentions().map(|row| row.document as usize).collect();
        documents.dedup();
        documents
    }
}

/// A document, borrowed from the archive.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    pub(crate) archive: &'a Archive<'a>,
    /// Its number in the archive.
    pub number: usize,
    /// Its row.
    pub row: DocumentRow,
}

impl<'a> Document<'a> {
    /// Readable and stable, for addresses.
    pub fn id(&self) -> &'a str {
        self.archive.string(self.row.id)
    }

    /// Title, as given or worked out (`row.title_basis`).
    pub fn title(&self) -> &'a str {
        self.archive.string(self.row.title)
    }

    /// Who published it; empty where not known.
    pub fn source(&self) -> &'a str {
        self.archive.string(self.row.source)
    }

    /// Where it was published; empty where not known.
    pub fn url(&self) -> &'a str {
        self.archive.string(self.row.url)
    }

    /// Language code.
    pub fn language(&self) -> &'a str {
        self.archive.string(self.row.language)
    }

    /// Place of the dateline; empty where there is none.
    pub fn dateline(&self) -> &'a str {
        self.archive.string(self.row.dateline)
    }

    /// From which words the date of publication was worked out.
    pub fn published_words(&self) -> &'a str {
        self.archive.string(self.row.published_words)
    }

    /// The text as received.
    pub fn text(&self) -> &'a str {
        self.archive.texts.get(self.row.text.range()).unwrap_or_default()
    }

    /// The sentences of the reading view.
    pub fn sentences(&self) -> Sentences<'a> {
        Sentences::new(self.archive.sentences.get(self.row.sentences.range()).unwrap_or(&[]))
    }

    /// The paragraphs of the reading view, as bytes of the text.
    pub fn paragraphs(&self) -> Vec<Span> {
        paragraphs(self.sentences())
    }

    /// What of the text is furniture, in order.
    pub fn furniture(&self) -> impl Iterator<Item = FurnitureRow> + 'a {
        self.archive.furniture.rows(self.row.furniture)
    }
}
