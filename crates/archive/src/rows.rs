//! The tables of an archive: one row type a kind of thing.
//!
//! Rows point to strings, to texts and to rows of other tables; nothing points back.
//! Numbers of documents and entities are row numbers and never leave the archive: what
//! the world sees (addresses, JSON) are the readable ids.

use crate::wire::{Coordinates, Rows, Span, Str, choice, row};
use entente_calendar::Period;

choice! {
    /// Where the title of a document comes from.
    TitleBasis {
        /// The publisher's own.
        Given = "given",
        /// Given by the editor of the corpus.
        Editorial = "editorial",
        /// Worked out from the text.
        WorkedOut = "worked-out",
    }
}

choice! {
    /// Where the date of publication comes from.
    DateBasis {
        /// There is none.
        Unknown = "unknown",
        /// Given with the document.
        Given = "given",
        /// Stated in full in the text.
        Stated = "stated",
        /// Worked out from the text.
        WorkedOut = "worked-out",
    }
}

choice! {
    /// What a stretch of text is that belongs to the page and not to the report.
    FurnitureKind {
        /// A headline or first sentence of another story.
        Teaser = "teaser",
        /// The sign of a news agency, or its dateline.
        Agency = "agency",
        /// A date or time that the publishing system stamped on the text.
        Stamp = "stamp",
        /// A mark in front of a paragraph.
        Bullet = "bullet",
    }
}

choice! {
    /// Kinds of entity.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A state body, company, alliance, agency.
        Organisation = "organisation",
        /// A country, region, city, sea, building.
        Place = "place",
        /// A treaty, statement, letter of intent, partnership, convention.
        Agreement = "agreement",
        /// A dialogue, exhibition, conference, commemoration.
        Event = "event",
        /// A day, month, year or stretch of time.
        Date = "date",
    }
}

choice! {
    /// Kinds of meeting.
    #[allow(missing_docs)]
    MeetingKind {
        Talks = "talks",
        Dialogue = "dialogue",
        Visit = "visit",
        Ceremony = "ceremony",
        Call = "call",
        Conference = "conference",
        Exhibition = "expo",
        Signing = "signing",
        Meeting = "meeting",
    }
}

choice! {
    /// Whether a meeting took place.
    Status {
        /// It took place, or is under way.
        Held = "held",
        /// It is to come.
        Planned = "planned",
        /// An earlier one that a report recalls.
        Reference = "reference",
    }
}

row! {
    /// The corpus as a whole: a single row.
    CorpusRow {
        /// What the corpus is about.
        title: Str,
        /// Language of the title.
        language: Str,
    }
}

row! {
    /// A document.
    DocumentRow {
        /// Readable and stable, for addresses.
        id: Str,
        /// Title, as given or worked out.
        title: Str,
        /// Where the title comes from.
        title_basis: TitleBasis,
        /// Who published it; empty where not known.
        source: Str,
        /// Where it was published; empty where not known.
        url: Str,
        /// Language code.
        language: Str,
        /// Place of the dateline; empty where there is none.
        dateline: Str,
        /// When it was published, as far as is known.
        published: Option<Period>,
        /// Where that comes from.
        published_basis: DateBasis,
        /// From which words it was worked out.
        published_words: Str,
        /// The text as received, in the section of texts.
        text: Span,
        /// Its sentences, as bytes of the section of sentences.
        sentences: Span,
        /// What of it is furniture.
        furniture: Rows,
        /// Number of tokens in the body.
        body_tokens: u32,
        /// Number of tokens in the title.
        title_tokens: u32,
    }
}

row! {
    /// A stretch of furniture.
    FurnitureRow {
        /// Bytes of the document's text.
        span: Span,
        /// What it is.
        kind: FurnitureKind,
    }
}

row! {
    /// An entity.
    EntityRow {
        /// Readable and stable, for addresses.
        id: Str,
        /// Canonical name.
        name: Str,
        /// Its kind.
        kind: EntityKind,
        /// The country, as ISO 3166-1 alpha-2; empty where not known.
        country: Str,
        /// Where it is named, by document and place.
        mentions: Rows,
        /// Where an office of a person is told, by document and place.
        roles: Rows,
        /// Its authority record, where it has one.
        record: Rows,
    }
}

row! {
    /// What the publisher of the corpus knows of an entity.
    RecordRow {
        /// Names by language.
        names: Rows,
        /// Its id in Wikidata; empty where not given.
        wikidata: Str,
        /// Where on the globe.
        coordinates: Option<Coordinates>,
        /// The id of what it is a part of; empty where not given.
        part_of: Str,
        /// Ids that it had.
        former: Rows,
        /// Offices that a person has held.
        offices: Rows,
    }
}

row! {
    /// A name in a language.
    NameRow {
        /// Language code.
        language: Str,
        /// The name.
        name: Str,
    }
}

row! {
    /// An id that an entity had.
    FormerRow {
        /// The id.
        id: Str,
    }
}

row! {
    /// An office that a person has held.
    OfficeRow {
        /// As it is called.
        words: Str,
        /// The same by language.
        names: Rows,
        /// The id of the body or country that it is of; empty where not given.
        of: Str,
        /// Since when, as far as is known.
        from: Option<Period>,
        /// Until when, as far as is known.
        to: Option<Period>,
    }
}

row! {
    /// A place in a document where an office of a person is told.
    RoleRow {
        /// Number of the document.
        document: u32,
        /// Bytes of the document's text.
        span: Span,
    }
}

row! {
    /// A place in a document where an entity is named.
    MentionRow {
        /// Number of the document.
        document: u32,
        /// Bytes of the document's text.
        span: Span,
    }
}

row! {
    /// A meeting.
    MeetingRow {
        /// Readable and stable, for addresses.
        id: Str,
        /// What it was.
        title: Str,
        /// Its kind.
        kind: MeetingKind,
        /// Whether it took place.
        status: Status,
        /// When, as far as is known.
        date: Option<Period>,
        /// From which words the date follows.
        date_words: Str,
        /// The place as the text names it; empty where not stated.
        place: Str,
        /// The country, in English; empty where not stated.
        country: Str,
        /// The mechanism of which it is a session; empty where none.
        mechanism: Str,
        /// Number of the session, or 0.
        session: u32,
        /// Who took part.
        participants: Rows,
        /// What came of it.
        outcomes: Rows,
        /// The sentences that prove it.
        evidence: Rows,
    }
}

row! {
    /// Someone who took part in a meeting.
    ParticipantRow {
        /// Number of the entity.
        entity: u32,
    }
}

row! {
    /// What came of a meeting.
    OutcomeRow {
        /// In words, or the name of an agreement.
        text: Str,
    }
}

row! {
    /// A sentence that proves a meeting.
    EvidenceRow {
        /// Number of the document.
        document: u32,
        /// Bytes of the document's text.
        span: Span,
    }
}
