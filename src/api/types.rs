//! What goes in and out of `window.entente`. `entente.d.ts` is written from these types, and a test
//! fails where it is stale.

use super::one_or_many::{OneOrMany, Word};
use entente_model::{
    Act, BoilerplateKind, DateProvenance, EntityKind, Grain, Grouping, MeetingKind, PlacePrecision,
    PlaceProvenance, PointProvenance, PromiseKind, PromiseState, PublicationProvenance, Status,
    TimeOrder, TitleProvenance,
};
use serde::{Serialize, Serializer};
use tsify::Tsify;

/// A report without its text.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ListedDocument {
    pub id: String,
    pub title: String,
    pub title_basis: TitleProvenance,
    /// Code of ISO 639-1.
    pub language: String,
    pub source: Option<String>,
    pub url: Option<String>,
    /// When it was published, as far as is known.
    pub published: Option<String>,
    pub published_basis: PublicationProvenance,
    /// From which words of the text the date follows.
    pub published_words: Option<String>,
    /// Place of the dateline.
    pub dateline: Option<String>,
    /// Address of the document on this page.
    pub address: String,
}

/// A report with its text.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct WholeDocument {
    #[serde(flatten)]
    pub listed: ListedDocument,
    /// The text as received.
    pub text: String,
    /// Paragraphs of the reading view: start and end in the text.
    pub paragraphs: Vec<(u32, u32)>,
    /// What belongs to the page and not to the report.
    pub boilerplate: Vec<Boilerplate>,
}

/// A stretch of text that belongs to the page and not to the report.
#[derive(Debug, Serialize, Tsify)]
pub struct Boilerplate {
    pub start: u32,
    pub end: u32,
    pub what: BoilerplateKind,
}

/// Which entities to list.
#[derive(Debug, Tsify)]
#[serde(default)]
#[expect(dead_code, reason = "describes what comes in")]
pub struct EntityOptions {
    #[tsify(type = "EntityKind")]
    pub kind: Option<String>,
}

/// Someone or something that reports name.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ListedEntity {
    pub id: String,
    pub kind: EntityKind,
    pub name: String,
    /// Where a place is, for whom a person stands (ISO 3166-1 alpha-2), where it is known.
    pub country: Option<String>,
    /// No report tells the country: it follows from whom a person meets.
    pub country_worked_out: bool,
    /// Its id in Wikidata, where the publisher of the corpus gives it.
    pub wikidata: Option<String>,
    /// Ids of the documents that name it.
    pub documents: Vec<String>,
    /// How often they do.
    pub mentions: usize,
    /// Address of its dossier on this page.
    pub address: String,
}

/// An object whose keys must all be understood: a filter that is not would let through what it
/// should not.
pub trait Filtering {
    /// Its keys.
    const KEYS: &'static [&'static str];
}

impl Filtering for MeetingFilter {
    const KEYS: &'static [&'static str] = &[
        "person",
        "organisation",
        "place",
        "mechanism",
        "document",
        "status",
        "kind",
        "host",
        "from",
        "to",
    ];
}

impl Filtering for PromiseFilter {
    const KEYS: &'static [&'static str] = &["party", "document", "kind", "state"];
}

impl Filtering for Filters {
    const KEYS: &'static [&'static str] = &[
        "person",
        "org",
        "place",
        "agreement",
        "event",
        "source",
        "year",
        "kind",
        "host",
        "status",
        "from",
        "to",
    ];
}

/// Ids, or names of a status or kind. Of several people all took part; of others any will do.
#[derive(Debug, Tsify)]
#[serde(default)]
#[expect(dead_code, reason = "describes what comes in")]
pub struct MeetingFilter {
    pub person: Option<OneOrMany<String>>,
    pub organisation: Option<OneOrMany<String>>,
    pub place: Option<OneOrMany<String>>,
    pub mechanism: Option<OneOrMany<String>>,
    /// Documents that tell of it.
    pub document: Option<OneOrMany<String>>,
    #[tsify(type = "Status | Status[]")]
    pub status: Option<OneOrMany<String>>,
    #[tsify(type = "MeetingKind | MeetingKind[]")]
    pub kind: Option<OneOrMany<String>>,
    /// Countries in which it was (ISO 3166-1 alpha-2); "" for those of which that is not known.
    pub host: Option<OneOrMany<String>>,
    /// A year, a month or a day. Undated meetings pass only where neither is given.
    pub from: Option<Word>,
    /// The same.
    pub to: Option<Word>,
}

/// The values of each facet, by its key.
#[derive(Debug)]
pub struct Facets(pub Vec<(&'static str, Vec<FacetValue>)>);

impl Serialize for Facets {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(key, values)| (key, values)))
    }
}

/// A meeting, as all that tell of it together make it known.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ListedMeeting {
    pub id: String,
    /// As the page calls it, in the chosen language of names.
    pub title: String,
    pub kind: MeetingKind,
    pub status: Status,
    pub date: Option<String>,
    pub date_basis: DateProvenance,
    /// As it is called; null where not known, or where only the country is.
    pub place: Option<String>,
    pub place_basis: PlaceProvenance,
    /// How exact the place is.
    pub precision: PlacePrecision,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Where on the globe it is shown; null where that is not known, and of calls.
    pub position: Option<MeetingPosition>,
    /// Id of the dialogue, exhibition or the like that it is.
    pub mechanism: Option<String>,
    /// Id of the visit during which it was.
    pub visit: Option<String>,
    /// Number of the session.
    pub session: Option<u32>,
    pub participants: Vec<Participant>,
    /// What came of it.
    pub outcomes: Vec<MeetingOutcome>,
    /// Why the publisher of the corpus has confirmed or corrected it.
    pub reason: Option<String>,
    /// What each report tells of it.
    pub attestations: Vec<MeetingAttestation>,
}

/// Who took part.
#[derive(Debug, Serialize, Tsify)]
pub struct Participant {
    pub id: String,
    pub name: String,
}

/// What came of a meeting, in the words that tell it; the id of an agreement that has a name.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct MeetingOutcome {
    pub act: Act,
    pub text: String,
    pub agreement: Option<String>,
}

/// A point in degrees (WGS 84), north and east positive, and whence it is known: "record": the
/// publisher of the corpus gives it for the place; "venue": for what the place is a part of, or its
/// city; "gazetteer": a table of cities; "country": only the country is known, and the point is its
/// middle, to be shown by a ring and not by a mark.
#[derive(Debug, Serialize, Tsify)]
pub struct MeetingPosition {
    pub longitude: f64,
    pub latitude: f64,
    pub basis: PointProvenance,
}

/// What one report tells of a meeting; where reports disagree each keeps its version.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct MeetingAttestation {
    /// Id of the document.
    pub document: String,
    pub status: Status,
    pub date: Option<String>,
    pub date_basis: DateProvenance,
    /// The words from which the date follows.
    pub date_words: Option<String>,
    pub place: Option<String>,
    /// The sentences that prove it.
    pub evidence: Vec<Evidence>,
}

/// A sentence, with its start and end in the text of the document.
#[derive(Debug, Serialize, Tsify)]
pub struct Evidence {
    pub start: u32,
    pub end: u32,
    pub text: String,
}

/// Ids of entities and documents, or names of a kind or state; of several values any will do.
#[derive(Debug, Tsify)]
#[serde(default)]
#[expect(dead_code, reason = "describes what comes in")]
pub struct PromiseFilter {
    /// Who promises, or to whom: people, organisations, countries.
    pub party: Option<OneOrMany<String>>,
    /// Documents that tell of it.
    pub document: Option<OneOrMany<String>>,
    #[tsify(type = "PromiseKind | PromiseKind[]")]
    pub kind: Option<OneOrMany<String>>,
    #[tsify(type = "PromiseState | PromiseState[]")]
    pub state: Option<OneOrMany<String>>,
}

/// An invitation, a paper to be signed, a meeting to be held.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ListedPromise {
    pub id: String,
    pub kind: PromiseKind,
    pub state: PromiseState,
    /// Who promises, invites or proposes.
    pub who: Vec<Participant>,
    /// To whom.
    pub to: Vec<Participant>,
    /// What is promised, in the words of the report that tells of it first.
    pub what: String,
    /// Id of the paper that is to be signed, where it has a name.
    pub agreement: Option<String>,
    /// Id of the event that is to be attended or held, where it has a name.
    pub mechanism: Option<String>,
    /// Where it is to be, in ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// When it was told first: at a meeting, or in the report.
    pub date: Option<String>,
    /// Id of the meeting at which it was told.
    pub meeting: Option<String>,
    /// What has kept it; null while it is open.
    pub kept: Option<PromiseKept>,
    /// The sentences that tell of it.
    pub evidence: Vec<PromiseEvidence>,
}

/// What has kept a promise: a meeting, or a paper that a report says to be signed.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct PromiseKept {
    /// Id of the meeting.
    pub meeting: Option<String>,
    /// Id of the paper, where no meeting is told at which it was signed.
    pub agreement: Option<String>,
    pub date: Option<String>,
    /// The sentences that tell of it.
    pub evidence: Vec<PromiseEvidence>,
}

/// A sentence, with its document and its start and end in the text of the document.
#[derive(Debug, Serialize, Tsify)]
pub struct PromiseEvidence {
    /// Id of the document.
    pub document: String,
    pub start: u32,
    pub end: u32,
    pub text: String,
}

/// Values as in addresses: several widen the choice, "-" in front excludes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Tsify)]
#[serde(default)]
pub struct Filters {
    /// Ids of entities.
    pub person: Option<OneOrMany<String>>,
    pub org: Option<OneOrMany<String>>,
    pub place: Option<OneOrMany<String>>,
    pub agreement: Option<OneOrMany<String>>,
    pub event: Option<OneOrMany<String>>,
    pub source: Option<OneOrMany<String>>,
    pub year: Option<OneOrMany<Word>>,
    /// Of meetings: "talks", "visit" and the like.
    pub kind: Option<OneOrMany<String>>,
    /// Of meetings: the country in which it was (ISO 3166-1 alpha-2).
    pub host: Option<OneOrMany<String>>,
    /// Of meetings: "held", "planned" or "mentioned"; the old word "reference" is still read.
    pub status: Option<OneOrMany<String>>,
    pub from: Option<Word>,
    pub to: Option<Word>,
}

/// How many hits, and of which documents.
#[derive(Debug, Tsify)]
#[serde(default)]
#[expect(dead_code, reason = "describes what comes in")]
pub struct SearchOptions {
    /// How many hits to give; all where left out.
    pub limit: Option<f64>,
    /// How many to skip.
    pub offset: Option<f64>,
    pub filters: Option<Filters>,
}

/// What a query finds.
#[derive(Debug, Serialize, Tsify)]
pub struct SearchResults {
    /// How many documents match.
    pub total: usize,
    /// How long the search took, in microseconds.
    pub took_us: u32,
    pub hits: Vec<SearchHit>,
    /// Values of each facet with the number of documents each leaves; "" for documents without one.
    #[tsify(type = "Record<string, FacetValue[]>")]
    pub facets: Facets,
    /// What was left out, and what stands in no document.
    pub notes: Vec<SearchNote>,
}

/// A document that a query finds.
#[derive(Debug, Serialize, Tsify)]
pub struct SearchHit {
    /// Id of the document.
    pub document: String,
    pub title: String,
    pub score: f64,
    /// Pieces of the text as received.
    pub snippets: Vec<SearchSnippet>,
}

/// A piece of a text; marks are start and end of each hit in the piece.
#[derive(Debug, Serialize, Tsify)]
pub struct SearchSnippet {
    pub text: String,
    pub marks: Vec<(u32, u32)>,
}

/// A value of a facet.
#[derive(Debug, Serialize, Tsify)]
pub struct FacetValue {
    pub value: String,
    /// Of an entity: what it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub name: Option<String>,
    pub count: usize,
}

/// What was left out of a query, or stands in no document.
#[derive(Debug, Serialize, Tsify)]
pub struct SearchNote {
    pub kind: NoteKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub typed: Option<String>,
}

/// Why a part of a query finds nothing.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    NotUnderstood,
    TooLong,
    NothingFound,
}

/// What the page shows.
#[derive(Clone, Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct View {
    /// The fragment of the address, with "#". Not read by `navigate`.
    pub address: String,
    pub page: String,
    /// Id of the document shown.
    pub document: Option<String>,
    /// Id of the entity whose dossier is shown.
    pub entity: Option<String>,
    /// Id of the meeting that is shown, or whose sentences stand out in the document.
    pub meeting: Option<String>,
    pub query: String,
    pub filters: Filters,
    /// The document is shown as received.
    pub source_text: bool,
    /// Id of the entity that stands out in the document; ".2" behind it: from its second mention on.
    pub name: Option<String>,
    /// Words of the document that stand out in it.
    pub quote: Option<String>,
    /// The two countries of the Thread, as in the address; null: those that met most.
    pub sides: Option<String>,
    /// Which way time runs: "oldest" or "newest"; null: as is usual on the page.
    pub order: Option<TimeOrder>,
    /// What a rung of the Thread stands for; null: what has room.
    pub group: Option<Grain>,
    /// By what the table of meetings is sorted: a column, "-" in front for the last value first;
    /// null: by date.
    pub sort: Option<String>,
    /// Under which headings its rows stand; null: as is usual in that order.
    pub by: Option<Grouping>,
    /// Longitude, latitude and zoom of the map, as in the address; null: all places of the view.
    pub at: Option<String>,
    /// The language of names where the publisher gives them in several; null: the reader's own.
    pub language: Option<String>,
}

/// Parts of a view to be shown; what is left out is as on a fresh page.
#[derive(Debug, Tsify)]
#[serde(default)]
#[expect(dead_code, reason = "describes what comes in")]
pub struct ViewRequest {
    pub page: Option<String>,
    pub document: Option<String>,
    pub entity: Option<String>,
    pub meeting: Option<String>,
    pub query: Option<String>,
    pub filters: Option<Filters>,
    pub source_text: Option<bool>,
    pub name: Option<String>,
    pub quote: Option<String>,
    pub sides: Option<String>,
    #[tsify(type = "TimeOrder")]
    pub order: Option<String>,
    #[tsify(type = "Grain")]
    pub group: Option<String>,
    pub sort: Option<String>,
    #[tsify(type = "Grouping")]
    pub by: Option<String>,
    pub at: Option<String>,
    pub language: Option<String>,
}

/// The meetings of two countries in the present view, as they are drawn.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Thread {
    /// The two countries (ISO 3166-1 alpha-2), left and right.
    pub sides: Vec<String>,
    /// From top to bottom.
    pub rungs: Vec<ThreadRung>,
    /// All pairs of the view that met, those with most meetings first.
    pub pairs: Vec<ThreadPair>,
}

/// A meeting of the two, or several of a period in one country.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ThreadRung {
    pub date: Option<String>,
    /// The country of the two in which it was.
    pub host: Option<String>,
    /// Ids of the meetings.
    pub meetings: Vec<String>,
}

/// Two countries that met.
#[derive(Debug, Serialize, Tsify)]
pub struct ThreadPair {
    /// As `thread` takes them: "VN,FR".
    pub sides: String,
    /// How many meetings.
    pub meetings: usize,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use std::{env, fs};

    /// Rewrites `entente.d.ts` where it is set.
    const UPDATE: &str = "ENTENTE_UPDATE_TYPES";

    /// The union of the words of a closed list.
    fn words(name: &str, doc: &str, words: impl Iterator<Item = &'static str>) -> String {
        let words: Vec<_> = words.map(|word| format!("\"{word}\"")).collect();
        format!("/** {doc} */\nexport type {name} = {};", words.join(" | "))
    }

    macro_rules! words {
        ($($name:ident: $doc:literal),+ $(,)?) => {
            vec![$(words(stringify!($name), $doc, $name::ALL.iter().map(|word| word.as_str()))),+]
        };
    }

    macro_rules! declarations {
        ($($name:ty),+ $(,)?) => { vec![$(<$name as Tsify>::DECL.to_owned()),+] };
    }

    fn interface() -> String {
        let mut parts = vec![include_str!("interface.d.ts").trim_end().to_owned()];
        parts.extend(words! {
            EntityKind: "Kinds of entity.",
            MeetingKind: "Kinds of meeting.",
            Status: "It took place; it is to come; it took place earlier and a report mentions it.",
            Act: "What was done with an outcome.",
            BoilerplateKind: "What belongs to the page and not to the report.",
            TitleProvenance: "Where a title comes from.",
            PublicationProvenance: "Where a date of publication comes from.",
            DateProvenance: "Where the date of a meeting comes from: the words state it; it is relative to the day of the report (\"Sunday\"); it is that of another meeting told with it; it is the day of publication; the publisher of the corpus says so.",
            PlaceProvenance: "Where the place of a meeting comes from; \"dateline\": the report was filed there.",
            PlacePrecision: "How exact a place is.",
            PointProvenance: "Where a point on the map comes from.",
            PromiseKind: "Kinds of promise: somebody is asked to come; a paper is to be signed; a meeting is to be held.",
            PromiseState: "Whether a report tells that a promise has been kept.",
            TimeOrder: "Which way time runs: what happened first, or last, is above.",
            Grain: "What a rung of the Thread stands for.",
            Grouping: "Under which headings the meetings of the table stand.",
        });
        parts.extend(declarations! {
            OneOrMany<String>, Word, ListedDocument, WholeDocument, Boilerplate, EntityOptions,
            ListedEntity, MeetingFilter, ListedMeeting, Participant, MeetingOutcome,
            MeetingPosition, MeetingAttestation, Evidence, PromiseFilter, ListedPromise, Thread, ThreadRung, ThreadPair,
            PromiseKept, PromiseEvidence, Filters, SearchOptions, SearchResults,
            SearchHit, SearchSnippet, FacetValue, SearchNote, NoteKind, View, ViewRequest,
        });
        parts.join("\n\n") + "\n"
    }

    #[test]
    fn every_key_of_a_filter_is_listed() {
        fn keys<T: Tsify + Filtering>() {
            let described =
                T::DECL.lines().filter_map(|line| Some(line.trim().split_once("?:")?.0));
            assert_eq!(described.collect::<Vec<_>>(), T::KEYS);
        }
        keys::<MeetingFilter>();
        keys::<PromiseFilter>();
        keys::<Filters>();
    }

    #[test]
    fn the_description_is_not_stale() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/entente.d.ts");
        let wanted = interface();
        if env::var_os(UPDATE).is_some() {
            fs::write(path, &wanted).expect("it can be written");
        }
        let found = fs::read_to_string(path).expect("it can be read");
        assert!(
            found == wanted,
            "entente.d.ts is stale; `{UPDATE}=1 cargo test -p entente-page stale` writes it anew"
        );
    }
}
