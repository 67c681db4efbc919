/**
 * The JavaScript interface of an Entente page.
 *
 * All offsets are UTF-16 code units: `text.slice(start, end)` gives what they mean.
 * Dates are ISO 8601 with their precision: "2024", "2024-05", "2024-05-07", or a period
 * "2016-11-07/2016-11-11". Arguments that mean nothing throw a TypeError.
 */
export interface Entente {
  /** Resolved when the page can answer. */
  readonly ready: Promise<void>;
  /** Version of the page, such as "0.1.0". */
  readonly version: string;
  /** All documents, in the order of their ids. */
  documents(): ListedDocument[];
  /** A document with its text; null where there is none of this id. */
  document(id: string): WholeDocument | null;
  /** Whom and what the documents name, in the order of their ids. */
  entities(options?: { kind?: EntityKind | null }): ListedEntity[];
  /** Who met whom, where and when, in the order of the dates, undated ones last. */
  meetings(filter?: MeetingFilter | null): ListedMeeting[];
  /** What a query finds, best first; without a query all documents, latest first. */
  search(query: string, options?: SearchOptions): SearchResults;
  /** What the page shows. */
  view(): View;
  /** Shows another view: an address such as "#/reports?q=paris", or its parts. */
  navigate(view: string | Partial<View>): void;
  /** Calls a function with every later view; gives back a function that ends this. */
  on(event: "view", listener: (view: View) => void): () => void;
}

export type EntityKind = "person" | "organisation" | "place" | "agreement" | "event" | "date";

export interface ListedEntity {
  id: string;
  kind: EntityKind;
  name: string;
  /** Where a place is, for whom a person stands (ISO 3166-1 alpha-2), where it is known. */
  country: string | null;
  /** Its id in Wikidata, where the publisher of the corpus gives it. */
  wikidata: string | null;
  /** Ids of the documents that name it. */
  documents: string[];
  /** How often they do. */
  mentions: number;
  /** Address of its dossier on this page. */
  address: string;
}

/** Ids, or names of a status or kind. Of several people all took part; of others any will do. */
export interface MeetingFilter {
  person?: string | string[];
  organisation?: string | string[];
  place?: string | string[];
  mechanism?: string | string[];
  /** Documents that tell of it. */
  document?: string | string[];
  status?: MeetingStatus | MeetingStatus[];
  kind?: MeetingKind | MeetingKind[];
  /** A year, a month or a day. Undated meetings pass only where neither is given. */
  from?: string | number | null;
  to?: string | number | null;
}

export type MeetingKind =
  | "talks"
  | "dialogue"
  | "visit"
  | "ceremony"
  | "call"
  | "conference"
  | "expo"
  | "signing"
  | "meeting";

/** It took place; it is to come; it took place earlier and a report mentions it. */
export type MeetingStatus = "held" | "planned" | "mentioned";

/**
 * Where a date comes from: the words state it; it is relative to the day of the report
 * ("Sunday"); it is that of another meeting told with it; it is the day of publication; the
 * publisher of the corpus says so.
 */
export type MeetingDateBasis =
  | "stated" | "relative" | "same-event" | "publication" | "reviewed" | "none";

/** Where a place comes from; "dateline": the report was filed there. */
export type MeetingPlaceBasis =
  | "stated" | "dateline" | "same-event" | "host" | "reviewed" | "none";

/** A meeting, as all that tell of it together make it known. */
export interface ListedMeeting {
  id: string;
  /** As the page calls it, in the chosen language of names. */
  title: string;
  kind: MeetingKind;
  status: MeetingStatus;
  date: string | null;
  date_basis: MeetingDateBasis;
  /** As it is called; null where not known, or where only the country is. */
  place: string | null;
  place_basis: MeetingPlaceBasis;
  /** How exact the place is. */
  precision: "venue" | "locality" | "country" | "none";
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Where on the globe it is shown; null where that is not known, and of calls. */
  position: MeetingPosition | null;
  /** Id of the dialogue, exhibition or the like that it is. */
  mechanism: string | null;
  /** Number of the session. */
  session: number | null;
  participants: { id: string; name: string }[];
  /** What came of it, in the words that tell it; the id of an agreement that has a name. */
  outcomes: { act: "signed" | "agreed" | "announced"; text: string; agreement: string | null }[];
  /** Why the publisher of the corpus has confirmed or corrected it. */
  reason: string | null;
  /** What each report tells of it. */
  attestations: MeetingAttestation[];
}

/**
 * A point in degrees (WGS 84), north and east positive, and whence it is known: "record": the
 * publisher of the corpus gives it for the place; "venue": for what the place is a part of, or
 * its city; "gazetteer": a table of cities; "country": only the country is known, and the point
 * is its middle, to be shown by a ring and not by a mark.
 */
export interface MeetingPosition {
  longitude: number;
  latitude: number;
  basis: "record" | "venue" | "gazetteer" | "country";
}

/** What one report tells of a meeting; where reports disagree each keeps its version. */
export interface MeetingAttestation {
  /** Id of the document. */
  document: string;
  status: MeetingStatus;
  date: string | null;
  date_basis: MeetingDateBasis;
  /** The words from which the date follows. */
  date_words: string | null;
  place: string | null;
  /** The sentences that prove it, with start and end in the text of the document. */
  evidence: { start: number; end: number; text: string }[];
}

export interface ListedDocument {
  id: string;
  title: string;
  title_basis: "given" | "editorial" | "worked-out";
  language: string;
  source: string | null;
  url: string | null;
  /** When it was published, as far as is known. */
  published: string | null;
  published_basis: "unknown" | "given" | "stated" | "worked-out";
  /** From which words of the text the date follows. */
  published_words: string | null;
  /** Place of the dateline. */
  dateline: string | null;
  /** Address of the document on this page. */
  address: string;
}

export interface WholeDocument extends ListedDocument {
  /** The text as received. */
  text: string;
  /** Paragraphs of the reading view: start and end in the text. */
  paragraphs: [number, number][];
  /** What belongs to the page and not to the report. */
  furniture: { start: number; end: number; what: "teaser" | "agency" | "stamp" | "bullet" }[];
}

/** Values as in addresses: several widen the choice, "-" in front excludes. */
export interface Filters {
  /** Ids of entities. */
  person?: string | string[];
  org?: string | string[];
  place?: string | string[];
  agreement?: string | string[];
  event?: string | string[];
  source?: string | string[];
  year?: string | number | (string | number)[];
  /** Of meetings: "talks", "visit" and the like. */
  kind?: string | string[];
  /** Of meetings: "held", "planned" or "mentioned"; the old word "reference" is still read. */
  status?: string | string[];
  from?: string | number | null;
  to?: string | number | null;
}

export interface SearchOptions {
  /** How many hits to give; all where left out. */
  limit?: number;
  /** How many to skip. */
  offset?: number;
  filters?: Filters;
}

export interface SearchResults {
  /** How many documents match. */
  total: number;
  /** How long the search took, in microseconds. */
  took_us: number;
  hits: {
    /** Id of the document. */
    document: string;
    title: string;
    score: number;
    /** Pieces of the text as received; marks are start and end of each hit in the piece. */
    snippets: { text: string; marks: [number, number][] }[];
  }[];
  /** Values with the number of documents each leaves; "" for documents without one. */
  facets: Record<
    "person" | "org" | "place" | "agreement" | "event" | "source" | "year",
    FacetValue[]
  >;
  /** What was left out, and what stands in no document. */
  notes: { kind: "not-understood" | "too-long" | "nothing-found"; typed?: string }[];
}

export interface FacetValue {
  value: string;
  /** Of an entity: what it is called. */
  name?: string;
  count: number;
}

export interface View {
  /** The fragment of the address, with "#". Ignored by navigate(). */
  address: string;
  page: string;
  /** Id of the document shown. */
  document: string | null;
  /** Id of the entity whose dossier is shown. */
  entity: string | null;
  /** Id of the meeting that is shown, or whose sentences stand out in the document. */
  meeting: string | null;
  query: string;
  filters: Filters;
  /** The document is shown as received. */
  source_text: boolean;
  /** Id of the entity that stands out in the document; ".2" behind it: from its second mention on. */
  name: string | null;
  /** Longitude, latitude and zoom of the map, as in the address; null: all places of the view. */
  at: string | null;
  /** The language of names where the publisher gives them in several; null: the reader's own. */
  language: "en" | "vi" | "fr" | null;
}

declare global {
  interface Window {
    entente: Entente;
  }
}
