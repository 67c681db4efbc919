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
