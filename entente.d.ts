/**
 * The JavaScript interface of an Entente page.
 *
 * All offsets are UTF-16 code units: `text.slice(start, end)` gives what they mean.
 * Dates are ISO 8601 with their precision: "2024", "2024-05", "2024-05-07", or a period
 * "2016-11-07/2016-11-11". Arguments that mean nothing throw a TypeError.
 */
export interface Entente {
  /** Resolved when the page can answer; rejected with the reason where it cannot start. */
  readonly ready: Promise<void>;
  /** Version of the page, such as "0.1.0". */
  readonly version: string;
  /** All documents, in the order of their ids. */
  documents(): ListedDocument[];
  /** A document with its text; null where there is none of this id. */
  document(id: string): WholeDocument | null;
  /** Whom and what the documents name, in the order of their ids. */
  entities(options?: EntityOptions | null): ListedEntity[];
  /** Who met whom, where and when, in the order of the dates, undated ones last. */
  meetings(filter?: MeetingFilter | null): ListedMeeting[];
  /** Invitations, papers to be signed, meetings to be held, in the order in which they were told. */
  promises(filter?: PromiseFilter | null): ListedPromise[];
  /** What a query finds, best first; without a query all documents, latest first. */
  search(query: string, options?: SearchOptions | null): SearchResults;
  /** The meetings of two countries ("VN,FR"; without: those of the view, else the pair that met
      most) as the Thread draws them; null where no two countries met. */
  thread(sides?: string | null): Thread | null;
  /** What the page shows. */
  view(): View;
  /** Shows another view: an address such as "#/reports?q=paris", or its parts. */
  navigate(view: string | ViewRequest | View): void;
  /** Calls a function with every later view; gives back a function that ends this. */
  on(event: "view", listener: (view: View) => void): () => void;
}

declare global {
  interface Window {
    entente: Entente;
  }
}

/** Kinds of entity. */
export type EntityKind = "person" | "organisation" | "place" | "agreement" | "event" | "date";

/** Kinds of meeting. */
export type MeetingKind = "talks" | "dialogue" | "visit" | "ceremony" | "call" | "conference" | "expo" | "signing" | "meeting";

/** It took place; it is to come; it took place earlier and a report mentions it. */
export type Status = "held" | "planned" | "mentioned";

/** What was done with an outcome. */
export type Act = "signed" | "agreed" | "announced";

/** What belongs to the page and not to the report. */
export type BoilerplateKind = "teaser" | "agency" | "stamp" | "bullet";

/** Where a title comes from. */
export type TitleProvenance = "given" | "editorial" | "worked-out";

/** Where a date of publication comes from. */
export type PublicationProvenance = "unknown" | "given" | "stated" | "worked-out";

/** Where the date of a meeting comes from: the words state it; it is relative to the day of the report ("Sunday"); it is that of another meeting told with it; it is the day of publication; the publisher of the corpus says so. */
export type DateProvenance = "none" | "stated" | "relative" | "same-event" | "publication" | "reviewed";

/** Where the place of a meeting comes from; "dateline": the report was filed there. */
export type PlaceProvenance = "none" | "stated" | "dateline" | "same-event" | "host" | "reviewed";

/** How exact a place is. */
export type PlacePrecision = "none" | "venue" | "locality" | "country";

/** Where a point on the map comes from. */
export type PointProvenance = "open" | "record" | "venue" | "gazetteer" | "country";

/** Kinds of promise: somebody is asked to come; a paper is to be signed; a meeting is to be held. */
export type PromiseKind = "invitation" | "agreement" | "meeting";

/** Whether a report tells that a promise has been kept. */
export type PromiseState = "open" | "kept";

/** Which way time runs: what happened first, or last, is above. */
export type TimeOrder = "oldest" | "newest";

/** What a rung of the Thread stands for. */
export type Grain = "meeting" | "month" | "quarter" | "year";

/** Under which headings the meetings of the table stand. */
export type Grouping = "year" | "series" | "host" | "nothing";

/**
 * One value or several.
 */
export type OneOrMany<T> = T | T[];

/**
 * A word, or a number that stands for one: a year.
 */
export type Word = string | number;

/**
 * A report without its text.
 */
export interface ListedDocument {
    id: string;
    title: string;
    title_basis: TitleProvenance;
    /**
     * Code of ISO 639-1.
     */
    language: string;
    source: string | null;
    url: string | null;
    /**
     * When it was published, as far as is known.
     */
    published: string | null;
    published_basis: PublicationProvenance;
    /**
     * From which words of the text the date follows.
     */
    published_words: string | null;
    /**
     * Place of the dateline.
     */
    dateline: string | null;
    /**
     * Address of the document on this page.
     */
    address: string;
}

/**
 * A report with its text.
 */
export interface WholeDocument extends ListedDocument {
    /**
     * The text as received.
     */
    text: string;
    /**
     * Paragraphs of the reading view: start and end in the text.
     */
    paragraphs: [number, number][];
    /**
     * What belongs to the page and not to the report.
     */
    boilerplate: Boilerplate[];
}

/**
 * A stretch of text that belongs to the page and not to the report.
 */
export interface Boilerplate {
    start: number;
    end: number;
    what: BoilerplateKind;
}

/**
 * Which entities to list.
 */
export interface EntityOptions {
    kind?: EntityKind;
}

/**
 * Someone or something that reports name.
 */
export interface ListedEntity {
    id: string;
    kind: EntityKind;
    name: string;
    /**
     * Where a place is, for whom a person stands (ISO 3166-1 alpha-2), where it is known.
     */
    country: string | null;
    /**
     * No report tells the country: it follows from whom a person meets.
     */
    country_worked_out: boolean;
    /**
     * Its id in Wikidata, where the publisher of the corpus gives it.
     */
    wikidata: string | null;
    /**
     * Ids of the documents that name it.
     */
    documents: string[];
    /**
     * How often they do.
     */
    mentions: number;
    /**
     * Address of its dossier on this page.
     */
    address: string;
}

/**
 * Ids, or names of a status or kind. Of several people all took part; of others any will do.
 */
export interface MeetingFilter {
    person?: OneOrMany<string> | undefined;
    organisation?: OneOrMany<string> | undefined;
    place?: OneOrMany<string> | undefined;
    mechanism?: OneOrMany<string> | undefined;
    /**
     * Documents that tell of it.
     */
    document?: OneOrMany<string> | undefined;
    status?: Status | Status[];
    kind?: MeetingKind | MeetingKind[];
    /**
     * Countries in which it was (ISO 3166-1 alpha-2); "" for those of which that is not known.
     */
    host?: OneOrMany<string> | undefined;
    /**
     * A year, a month or a day. Undated meetings pass only where neither is given.
     */
    from?: Word | undefined;
    /**
     * The same.
     */
    to?: Word | undefined;
}

/**
 * A meeting, as all that tell of it together make it known.
 */
export interface ListedMeeting {
    id: string;
    /**
     * As the page calls it, in the chosen language of names.
     */
    title: string;
    kind: MeetingKind;
    status: Status;
    date: string | null;
    date_basis: DateProvenance;
    /**
     * As it is called; null where not known, or where only the country is.
     */
    place: string | null;
    place_basis: PlaceProvenance;
    /**
     * How exact the place is.
     */
    precision: PlacePrecision;
    /**
     * ISO 3166-1 alpha-2.
     */
    country: string | null;
    /**
     * Where on the globe it is shown; null where that is not known, and of calls.
     */
    position: MeetingPosition | null;
    /**
     * Id of the dialogue, exhibition or the like that it is.
     */
    mechanism: string | null;
    /**
     * Id of the visit during which it was.
     */
    visit: string | null;
    /**
     * Number of the session.
     */
    session: number | null;
    participants: Participant[];
    /**
     * What came of it.
     */
    outcomes: MeetingOutcome[];
    /**
     * Why the publisher of the corpus has confirmed or corrected it.
     */
    reason: string | null;
    /**
     * What each report tells of it.
     */
    attestations: MeetingAttestation[];
}

/**
 * Who took part.
 */
export interface Participant {
    id: string;
    name: string;
}

/**
 * What came of a meeting, in the words that tell it; the id of an agreement that has a name.
 */
export interface MeetingOutcome {
    act: Act;
    text: string;
    agreement: string | null;
}

/**
 * A point in degrees (WGS 84), north and east positive, and whence it is known: "record": the
 * publisher of the corpus gives it for the place; "venue": for what the place is a part of, or its
 * city; "gazetteer": a table of cities; "country": only the country is known, and the point is its
 * middle, to be shown by a ring and not by a mark.
 */
export interface MeetingPosition {
    longitude: number;
    latitude: number;
    basis: PointProvenance;
}

/**
 * What one report tells of a meeting; where reports disagree each keeps its version.
 */
export interface MeetingAttestation {
    /**
     * Id of the document.
     */
    document: string;
    status: Status;
    date: string | null;
    date_basis: DateProvenance;
    /**
     * The words from which the date follows.
     */
    date_words: string | null;
    place: string | null;
    /**
     * The sentences that prove it.
     */
    evidence: Evidence[];
}

/**
 * A sentence, with its start and end in the text of the document.
 */
export interface Evidence {
    start: number;
    end: number;
    text: string;
}

/**
 * Ids of entities and documents, or names of a kind or state; of several values any will do.
 */
export interface PromiseFilter {
    /**
     * Who promises, or to whom: people, organisations, countries.
     */
    party?: OneOrMany<string> | undefined;
    /**
     * Documents that tell of it.
     */
    document?: OneOrMany<string> | undefined;
    kind?: PromiseKind | PromiseKind[];
    state?: PromiseState | PromiseState[];
}

/**
 * An invitation, a paper to be signed, a meeting to be held.
 */
export interface ListedPromise {
    id: string;
    kind: PromiseKind;
    state: PromiseState;
    /**
     * Who promises, invites or proposes.
     */
    who: Participant[];
    /**
     * To whom.
     */
    to: Participant[];
    /**
     * What is promised, in the words of the report that tells of it first.
     */
    what: string;
    /**
     * Id of the paper that is to be signed, where it has a name.
     */
    agreement: string | null;
    /**
     * Id of the event that is to be attended or held, where it has a name.
     */
    mechanism: string | null;
    /**
     * Where it is to be, in ISO 3166-1 alpha-2.
     */
    country: string | null;
    /**
     * When it was told first: at a meeting, or in the report.
     */
    date: string | null;
    /**
     * Id of the meeting at which it was told.
     */
    meeting: string | null;
    /**
     * What has kept it; null while it is open.
     */
    kept: PromiseKept | null;
    /**
     * The sentences that tell of it.
     */
    evidence: PromiseEvidence[];
}

/**
 * The meetings of two countries in the present view, as they are drawn.
 */
export interface Thread {
    /**
     * The two countries (ISO 3166-1 alpha-2), left and right.
     */
    sides: string[];
    /**
     * From top to bottom.
     */
    rungs: ThreadRung[];
    /**
     * All pairs of the view that met, those with most meetings first.
     */
    pairs: ThreadPair[];
}

/**
 * A meeting of the two, or several of a period in one country.
 */
export interface ThreadRung {
    date: string | null;
    /**
     * The country of the two in which it was.
     */
    host: string | null;
    /**
     * Ids of the meetings.
     */
    meetings: string[];
}

/**
 * Two countries that met.
 */
export interface ThreadPair {
    /**
     * As `thread` takes them: "VN,FR".
     */
    sides: string;
    /**
     * How many meetings.
     */
    meetings: number;
}

/**
 * What has kept a promise: a meeting, or a paper that a report says to be signed.
 */
export interface PromiseKept {
    /**
     * Id of the meeting.
     */
    meeting: string | null;
    /**
     * Id of the paper, where no meeting is told at which it was signed.
     */
    agreement: string | null;
    date: string | null;
    /**
     * The sentences that tell of it.
     */
    evidence: PromiseEvidence[];
}

/**
 * A sentence, with its document and its start and end in the text of the document.
 */
export interface PromiseEvidence {
    /**
     * Id of the document.
     */
    document: string;
    start: number;
    end: number;
    text: string;
}

/**
 * Values as in addresses: several widen the choice, "-" in front excludes.
 */
export interface Filters {
    /**
     * Ids of entities.
     */
    person?: OneOrMany<string> | undefined;
    org?: OneOrMany<string> | undefined;
    place?: OneOrMany<string> | undefined;
    agreement?: OneOrMany<string> | undefined;
    event?: OneOrMany<string> | undefined;
    source?: OneOrMany<string> | undefined;
    year?: OneOrMany<Word> | undefined;
    /**
     * Of meetings: "talks", "visit" and the like.
     */
    kind?: OneOrMany<string> | undefined;
    /**
     * Of meetings: the country in which it was (ISO 3166-1 alpha-2).
     */
    host?: OneOrMany<string> | undefined;
    /**
     * Of meetings: "held", "planned" or "mentioned"; the old word "reference" is still read.
     */
    status?: OneOrMany<string> | undefined;
    from?: Word | undefined;
    to?: Word | undefined;
}

/**
 * How many hits, and of which documents.
 */
export interface SearchOptions {
    /**
     * How many hits to give; all where left out.
     */
    limit?: number | undefined;
    /**
     * How many to skip.
     */
    offset?: number | undefined;
    filters?: Filters | undefined;
}

/**
 * What a query finds.
 */
export interface SearchResults {
    /**
     * How many documents match.
     */
    total: number;
    /**
     * How long the search took, in microseconds.
     */
    took_us: number;
    hits: SearchHit[];
    /**
     * Values of each facet with the number of documents each leaves; "" for documents without one.
     */
    facets: Record<string, FacetValue[]>;
    /**
     * What was left out, and what stands in no document.
     */
    notes: SearchNote[];
}

/**
 * A document that a query finds.
 */
export interface SearchHit {
    /**
     * Id of the document.
     */
    document: string;
    title: string;
    score: number;
    /**
     * Pieces of the text as received.
     */
    snippets: SearchSnippet[];
}

/**
 * A piece of a text; marks are start and end of each hit in the piece.
 */
export interface SearchSnippet {
    text: string;
    marks: [number, number][];
}

/**
 * A value of a facet.
 */
export interface FacetValue {
    value: string;
    /**
     * Of an entity: what it is called.
     */
    name?: string;
    count: number;
}

/**
 * What was left out of a query, or stands in no document.
 */
export interface SearchNote {
    kind: NoteKind;
    typed?: string;
}

/**
 * Why a part of a query finds nothing.
 */
export type NoteKind = "not-understood" | "too-long" | "nothing-found";

/**
 * What the page shows.
 */
export interface View {
    /**
     * The fragment of the address, with "#". Not read by `navigate`.
     */
    address: string;
    page: string;
    /**
     * Id of the document shown.
     */
    document: string | null;
    /**
     * Id of the entity whose dossier is shown.
     */
    entity: string | null;
    /**
     * Id of the meeting that is shown, or whose sentences stand out in the document.
     */
    meeting: string | null;
    query: string;
    filters: Filters;
    /**
     * The document is shown as received.
     */
    source_text: boolean;
    /**
     * Id of the entity that stands out in the document; ".2" behind it: from its second mention on.
     */
    name: string | null;
    /**
     * Words of the document that stand out in it.
     */
    quote: string | null;
    /**
     * The two countries of the Thread, as in the address; null: those that met most.
     */
    sides: string | null;
    /**
     * Which way time runs: "oldest" or "newest"; null: as is usual on the page.
     */
    order: TimeOrder | null;
    /**
     * What a rung of the Thread stands for; null: what has room.
     */
    group: Grain | null;
    /**
     * By what the table of meetings is sorted: a column, "-" in front for the last value first;
     * null: by date.
     */
    sort: string | null;
    /**
     * Under which headings its rows stand; null: as is usual in that order.
     */
    by: Grouping | null;
    /**
     * Longitude, latitude and zoom of the map, as in the address; null: all places of the view.
     */
    at: string | null;
    /**
     * The language of names where the publisher gives them in several; null: the reader's own.
     */
    language: string | null;
}

/**
 * Parts of a view to be shown; what is left out is as on a fresh page.
 */
export interface ViewRequest {
    page?: string | undefined;
    document?: string | undefined;
    entity?: string | undefined;
    meeting?: string | undefined;
    query?: string | undefined;
    filters?: Filters | undefined;
    source_text?: boolean | undefined;
    name?: string | undefined;
    quote?: string | undefined;
    sides?: string | undefined;
    order?: TimeOrder;
    group?: Grain;
    sort?: string | undefined;
    by?: Grouping;
    at?: string | undefined;
    language?: string | undefined;
}
