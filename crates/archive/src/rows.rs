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

choice! {
    /// Whence the date of a meeting is known.
    WhenBasis {
        /// There is none.
        Unknown = "none",
        /// The words tell it whole.
        Told = "told",
        /// Counted by the words from the day of the report: "Sunday", "last September".
        Counted = "counted",
        /// That of another meeting which the report tells with it.
        Shared = "shared",
        /// The day of the report.
        Report = "report",
        /// The publisher of the corpus says so.
        Reviewed = "reviewed",
    }
}

choice! {
    /// Whence the place of a meeting is known.
    WhereBasis {
        /// There is none.
        Unknown = "none",
        /// The sentence tells it.
        Told = "told",
        /// Where the report was filed.
        Dateline = "dateline",
        /// That of another meeting or visit which the report tells with it.
        Shared = "shared",
        /// The country of the host.
        Host = "host",
        /// The publisher of the corpus says so.
        Reviewed = "reviewed",
    }
}

choice! {
    /// How exact the place of a meeting is.
    Precision {
        /// There is none.
        Unknown = "none",
        /// A house, a ministry, a base.
        Venue = "venue",
        /// A city or region.
        Locality = "locality",
        /// Only the country.
        Country = "country",
    }
}

choice! {
    /// Whence the point of a meeting on the map is known.
    PointBasis {
        /// There is none.
        Unknown = "open",
        /// The authority file gives it for the place.
        Record = "record",
        /// A venue without a point of its own, shown at what it is part of or in its city.
        Venue = "venue",
        /// The table of cities.
        Gazetteer = "gazetteer",
        /// Only the country is known: the point is its middle, for a ring and not for a mark.
        Country = "country",
    }
}

choice! {
    /// What was done with an outcome of a meeting.
    Act {
        /// Signed, or witnessed being signed.
        Signed = "signed",
        /// Agreed.
        Agreed = "agreed",
        /// Announced.
        Announced = "announced",
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
    /// An id that an entity or a meeting had.
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
    /// A meeting, as all that tell of it together make it known.
    MeetingRow {
        /// Readable and stable, for addresses.
        id: Str,
        /// Ids that it had.
        former: Rows,
        /// As the publisher calls it; empty where the page is to find a title.
        title: Str,
        /// Its kind.
        kind: MeetingKind,
        /// Whether it took place.
        status: Status,
        /// When, as far as is known.
        date: Option<Period>,
        /// Whence that is known.
        date_basis: WhenBasis,
        /// Where, as far as is known.
        place: PlaceRow,
        /// Where on the globe it is shown.
        point: Option<Coordinates>,
        /// Whence that is known.
        point_basis: PointBasis,
        /// Number of the entity that it is, or is a session of: a dialogue, an exhibition.
        mechanism: Option<u32>,
        /// Number of the session, or 0.
        session: u32,
        /// Who took part.
        participants: Rows,
        /// What came of it.
        outcomes: Rows,
        /// What each report tells of it, by document; at least one.
        attestations: Rows,
    }
}

row! {
    /// What one report tells of a meeting. Where reports disagree each version stands here.
    AttestationRow {
        /// Number of the document.
        document: u32,
        /// What the report calls it.
        kind: MeetingKind,
        /// Whether it has taken place when the report is written.
        status: Status,
        /// When, as far as the report tells.
        date: Option<Period>,
        /// Whence that is known.
        date_basis: WhenBasis,
        /// Bytes of the document's text from which the date follows; empty where there are
        /// none.
        date_span: Span,
        /// Where, as far as the report tells.
        place: PlaceRow,
        /// Bytes of the document's text from which the place follows; empty where there are
        /// none.
        place_span: Span,
        /// Who took part, as the report tells.
        participants: Rows,
        /// The sentences that prove it, in order; at least one.
        evidence: Rows,
        /// Why the publisher has confirmed or corrected it; empty where it was not reviewed.
        reason: Str,
    }
}

row! {
    /// Where a meeting was, within the row of a meeting or of an attestation.
    PlaceRow {
        /// As it is called; empty where not known, or where only the country is.
        words: Str,
        /// Number of the entity, where it is one.
        entity: Option<u32>,
        /// How exact it is.
        precision: Precision,
        /// The country, as ISO 3166-1 alpha-2; empty where not known.
        country: Str,
        /// Whence it is known.
        basis: WhereBasis,
    }
}

row! {
    /// A country in which meetings were, or for which those who took part stand.
    CountryRow {
        /// ISO 3166-1 alpha-2.
        code: Str,
        /// A point near the middle of its mainland.
        middle: Coordinates,
        /// In kilometres: a circle of this radius roughly shows the mainland.
        reach: u32,
        /// Where the capital is; where there is none, the middle.
        capital: Coordinates,
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
        /// What was done.
        act: Act,
        /// Number of the agreement, where it has a name.
        agreement: Option<u32>,
        /// Number of the document that tells it.
        document: u32,
        /// Bytes of the document's text that tell it.
        span: Span,
    }
}

row! {
    /// A sentence that proves a meeting, in the document of its attestation.
    EvidenceRow {
        /// Bytes of the document's text.
        span: Span,
    }
}
