//! Authority files: what is read of them, what is said of faults, what they are good for.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

#[path = "../../analysis/tests/score/mod.rs"]
mod score;
mod support;

use entente_archive::Entity;
use entente_calendar::Period;
use entente_compiler::document::Document;
use entente_compiler::record::Record;
use entente_compiler::{Knowledge, Source, SourceFile, compile, folder};
use entente_model::Coordinates;
use score::meetings::{Tally, Told};
use score::{Scores, holds};
use serde_json::Value;
use support::{default_corpus, folder_of, told};

const REPORT: &[u8] =
    b"Paris (VNA) - Minister Ann Lee met Bob Roy in Paris on May 5, 2024. Lee and \
    Roy signed a joint communique on fisheries.";

/// The entities of a corpus of one report, with these files beside it.
fn entities(files: &[(&str, &str)]) -> Vec<Entity<'static>> {
    let mut all: Vec<(&str, &[u8])> = vec![("documents/a.md", REPORT)];
    all.extend(files.iter().map(|(name, text)| (*name, text.as_bytes())));
    let folder = folder_of(&all);
    compile(folder::read(folder.path())).unwrap().corpus.entities
}

fn find<'a>(entities: &'a [Entity<'a>], id: &str) -> &'a Entity<'a> {
    entities.iter().find(|entity| entity.id == id).unwrap()
}

#[test]
fn a_record_names_and_joins_what_the_reports_name() {
    let without = entities(&[]);
    assert_eq!(find(&without, "ann-lee").name, "Ann Lee");
    let with = entities(&[
        (
            "people.toml",
            "[lee]\nname = \"Anne Lee\"\nfr = \"Anne Li\"\naliases = [\"Ann Lee\"]\ncountry = \
             \"GB\"\nwikidata = \"Q1\"\nformer = [\"a-lee\"]\nroles = [{ office = \"Minister\", of \
             = \"paris\", from = \"2024\", to = 2025-01-01 }]\n",
        ),
        (
            "places.toml",
            "[paris]\nname = \"Paris\"\nvi = \"Pa-ri\"\nlatitude = 48.8566\nlongitude = 2\n",
        ),
        ("agreements.toml", "[fish]\nname = \"joint communique on fisheries\"\n"),
    ]);
    let lee = find(&with, "lee");
    assert_eq!((lee.name.as_ref(), lee.country.as_ref()), ("Anne Lee", "GB"));
    assert_eq!(lee.mentions.iter().count(), 2, "{:?}", lee.mentions);
    let record = lee.record.as_ref().unwrap();
    assert_eq!((&*record.wikidata, &record.former[..]), ("Q1", &["a-lee".to_owned()][..]));
    assert_eq!(record.names[0].name, "Anne Li");
    let office = &record.offices[0];
    assert_eq!((office.words.as_ref(), office.of.as_ref()), ("Minister", "paris"));
    assert_eq!(office.to.unwrap().to_string(), "2025-01-01");
    let paris = find(&with, "paris").record.as_ref().unwrap().coordinates;
    assert_eq!(paris, Some(Coordinates { latitude: 48_856_600, longitude: 2_000_000 }));
    assert_eq!(find(&with, "fish").mentions.iter().count(), 1);
    assert!(find(&with, "bob-roy").record.is_none());
}

#[test]
fn what_others_are_a_part_of_is_there_though_no_report_names_it() {
    let records = "[summit]\nname = \"Baltic Summit\"\n[summit-3]\nname = \"third Baltic Sea \
        Summit\"\npart-of = \"summit\"\n[fair]\nname = \"Oslo Fair\"";
    let text = "Ministers met at the third Baltic Sea Summit in Riga on 5 May 2024.";
    let files = [("mechanisms.toml", records), ("documents/a.md", text)];
    let entities = entities(&files);
    assert!(find(&entities, "summit").mentions.is_empty());
    assert_eq!(find(&entities, "summit-3").record.as_ref().unwrap().part_of, "summit");
    assert!(entities.iter().all(|entity| entity.id != "fair"), "nothing needs it");
    let files = files.map(|(path, text)| (path, text.as_bytes()));
    let told = told(folder_of(&files).path());
    assert_eq!(told.len(), 1, "only the fair is not used: {told:?}");
}

#[test]
fn a_name_may_belong_to_a_record_in_one_report_only() {
    let report = |name: &str| SourceFile {
        path: format!("{name}.md"),
        bytes: b"The Home Office thanked the Danish Ministry of Defence.".to_vec(),
    };
    let records = "[ours]\nname = \"Danish Ministry of Defence\"\naliases = [{ name = \"Home Office\", in = \"a\" }]\n";
    let source = Source {
        authorities: vec![SourceFile {
            path: "organisations.toml".to_owned(),
            bytes: records.as_bytes().to_vec(),
        }],
        documents: vec![report("a"), report("b")],
        ..Source::default()
    };
    let corpus = compile(source).unwrap().corpus;
    let mentions = &find(&corpus.entities, "ours").mentions;
    let of = |document| mentions.iter().filter(|mention| mention.document == document).count();
    assert_eq!((of(0), of(1)), (2, 1));
}

/// Each text of a file gives exactly one issue, which begins like this.
#[track_caller]
fn told_of(file: &str, texts: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in texts {
        let mut files: Vec<(&str, &[u8])> = vec![("documents/a.md", REPORT)];
        if file != "people.toml" {
            files.push(("people.toml", b"[lee]\nname = \"Ann Lee\"\n"));
        }
        files.push((file, text.as_bytes()));
        let folder = folder_of(&files);
        let told = told(folder.path());
        if told.len() != 1 || !told[0].starts_with(expected) {
            wrong.push(format!("{text}\n{}\nnot {expected}", told.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn faults_of_a_record() {
    told_of(
        "people.toml",
        &[
            (
                "[lee]\nname = \"Ann Lee\"\ncountry = \"GB",
                "people.toml:3:14: error: this is not valid TOML: ",
            ),
            (
                "[Ann-Lee]\nname = \"Ann Lee\"",
                "people.toml:1:2: error: the id `Ann-Lee` cannot stand in an address; write `ann-lee`",
            ),
            (
                "[lee]\ncountry = \"GB\"",
                "people.toml:1:2: error: the record `lee` has no \
            name; write a line: name = \"…\"",
            ),
            (
                "lee = \"Ann Lee\"",
                "people.toml:1:1: error: `lee` is a string, not a \
            record; write a headline `[lee]`, and below it lines such as: name = \"…\"",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\nlatitude = 1",
                "people.toml:3:1: error: the key \
            `latitude` is not known; the keys are name, en, vi, fr, aliases, country, wikidata, \
            former, roles",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\naliases = [1]",
                "people.toml:3:12: error: \
            `aliases` takes a table, not a number; write aliases = [{ … }]",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\naliases = { name = \"A\" }",
                "people.toml:3:11: \
            error: `aliases` takes a list, not a table; write aliases = [\"…\", \"…\"]",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\naliases = [{ name = \"A\", on = \"a\" }]",
                "people.toml:3:26: error: the key `on` is not known; did you mean `in`? The keys are \
            name, in",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\naliases = [{ name = \"A\", in = \"b\" }]",
                "people.toml:3:31: error: the corpus has no document `b`; did you mean `a`?",
            ),
        ],
    );
}

#[test]
fn faults_of_what_a_record_says() {
    told_of(
        "people.toml",
        &[
            (
                "[lee]\nname = \"Ann Lee\"\nroles = [{ office = \"Envoy\", of = \"lea\" }]",
                "people.toml:3:35: error: no authority file has a record `lea`; did you mean `lee`?",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\nroles = [{ office = \"Envoy\", from = \"2024\", to \
            = \"2023\" }]",
                "people.toml:3:10: error: the office ends before it begins; exchange \
            `from` and `to`, or correct one of them",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\nroles = [{ of = \"lee\" }]",
                "people.toml:3:10: \
            error: the role of `lee` has no office; write { office = \"…\" }",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\ncountry = \"UK\"",
                "people.toml:3:11: error: \
            `UK` is no country code; write its two letters from ISO 3166-1, such as \"VN\"",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\nwikidata = \"1858\"",
                "people.toml:3:12: error: \
            `1858` is no id of Wikidata; write a Q and a number, such as \"Q1858\"",
            ),
            (
                "[lee]\nname = \"…\"\naliases = \"Ann Lee\"",
                "people.toml:2:8: error: the \
            name `…` has no words; write it in letters, or remove it",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\n[roy]\nname = \"LEE Ann\"",
                "people.toml:4:8: \
            error: the name `LEE Ann` is claimed by `lee`, too; remove it from one of the two, or \
            say in which report it means this: { name = \"…\", in = \"id of the report\" }",
            ),
            (
                "[lee]\nname = \"Ann Lee\"\nformer = [\"lee\"]",
                "people.toml:3:11: error: \
            the id `lee` is taken by people.toml:1; rename one of the two, or make them one",
            ),
            (
                "[lea]\nname = \"Ann Lea\"",
                "people.toml:1:2: warning: no document mentions \
            `lea`; add the name by which the documents know it, or remove the record",
            ),
        ],
    );
}

#[test]
fn faults_of_places() {
    told_of(
        "places.toml",
        &[
            (
                "[paris]\nname = \"Paris\"\nlatitude = 91\nlongitude = 2",
                "places.toml:3:12: error: `latitude` is 91, beyond 90 degrees; write degrees with a \
            point, north and east positive",
            ),
            (
                "[paris]\nname = \"Paris\"\nlatitude = 48.8",
                "places.toml:1:2: error: \
            `longitude` is missing; write both, such as: longitude = 21.03",
            ),
            (
                "[paris]\nname = \"Paris\"\nlatitude = nan\nlongitude = 2",
                "places.toml:3:12: error: `latitude` is NaN, beyond 90 degrees",
            ),
            (
                "[paris]\nname = \"Paris\"\nlatitude = \"48\"\nlongitude = 2",
                "places.toml:3:12: error: `latitude` takes a number, not a string; write latitude = \
            21.03",
            ),
            (
                "[paris]\nname = \"Paris\"\npart-of = \"lea\"",
                "places.toml:3:11: error: no \
            authority file has a record `lea`; did you mean `lee`?",
            ),
            (
                "[lee]\nname = \"Paris\"",
                "places.toml:1:2: error: the id `lee` is taken by \
            people.toml:1; rename one of the two, or make them one",
            ),
        ],
    );
}

#[test]
fn a_name_of_several_places_is_told_once_where_it_first_stands() {
    let report = |title: &str| {
        format!(
            "+++\ntitle = \"{title}\"\n+++\nDutch Minister Jan Smit met Turkish Minister Can Demir in \
             Tripoli on May 5, 2024. {title}."
        )
    };
    let [later, first] = [report("Later"), report("First")];
    let reports = [("documents/b.md", later.as_bytes()), ("documents/a.md", first.as_bytes())];
    let expected = "documents/a.md:4:59: warning: `Tripoli` may be 32.89, 13.19 (Libya) or 34.44, \
        35.85 (Lebanon), and nothing tells which; add the one that is meant to places.toml, with \
        coordinates such as: latitude = 32.89, longitude = 13.19";
    assert_eq!(told(folder_of(&reports).path()), [expected]);
    let record = b"[tripoli]\nname = \"Tripoli\"\nlatitude = 34.44\nlongitude = 35.85\n";
    let files = [reports[0], reports[1], ("places.toml", record)];
    assert_eq!(told(folder_of(&files).path()), [""; 0]);
}

#[test]
fn a_file_that_is_no_text() {
    let folder = folder_of(&[("documents/a.md", REPORT), ("people.toml", b"\xff")]);
    assert!(told(folder.path())[0].starts_with("people.toml:1:1: error: the text is not UTF-8"));
}

/// The figures of the names in the default corpus with its authority files.
#[test]
fn names_of_the_default_corpus() {
    let known = Knowledge::from_source(folder::read(&default_corpus())).unwrap();
    let source = folder::read(&default_corpus());
    // As somebody has them who knows the texts and not the ids.
    let document = |file: SourceFile| {
        let (mut document, _) = Document::read(file).unwrap();
        document.id = "report".to_owned();
        known.recognise(&mut document);
        document
    };
    let documents: Vec<Document> = source.documents.into_iter().map(document).collect();
    let mut scores = Scores::default();
    for (gold, document) in score::default_corpus(documents, |document| &document.body) {
        let record = Record::new("a", &document, &known);
        let mention = |found: &entente_compiler::record::Mention| (found.start, found.text.clone());
        let entities: Vec<_> = record
            .entities
            .iter()
            .map(|entity| (entity.kind, entity.mentions.iter().map(mention).collect()))
            .collect();
        score::score(&document.body, &gold, &entities, &mut scores);
    }
    holds(&scores, [99, 99, 100]);
}

/// A meeting as `entente analyse` prints it.
fn printed(meeting: &Value, entities: &Value) -> Told {
    let text = |key: &str| meeting[key].as_str().unwrap_or_default().to_owned();
    let texts = |value: &Value, key: &str| {
        let all = value.as_array().into_iter().flatten();
        all.map(|one| one[key].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let person = |name: &Value| {
        let known = entities.as_array().into_iter().flatten();
        let entity = known.into_iter().find(|entity| entity["name"] == *name);
        let mentions = entity.map(|entity| texts(&entity["mentions"], "text")).unwrap_or_default();
        let name = name.as_str().unwrap_or_default().to_owned();
        std::iter::once(name).chain(mentions).map(|name| score::folded(&name)).collect()
    };
    Told {
        kinds: vec![text("kind")],
        status: text("status"),
        date: meeting["date"].as_str().and_then(Period::parse),
        places: vec![text("place")].into_iter().filter(|place| !place.is_empty()).collect(),
        country: text("country"),
        people: meeting["participants"].as_array().into_iter().flatten().map(person).collect(),
        ..Told::default()
    }
}

#[test]
fn meetings_of_the_default_corpus_are_right_with_records_and_reviews() {
    let known = Knowledge::from_source(folder::read(&default_corpus())).unwrap();
    let document = |file: SourceFile| Document::read(file).unwrap().0;
    let files = folder::read(&default_corpus()).documents.into_iter();
    let mut tally = Tally::default();
    for (gold, document) in
        score::default_corpus(files.map(document).collect(), |document| &document.body)
    {
        let record = serde_json::to_value(Record::new("a", &document, &known)).unwrap();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let given: Vec<Told> =
            list(&record["meetings"]).iter().map(|one| printed(one, &record["entities"])).collect();
        let wanted: Vec<Told> = list(&gold["meetings"])
            .iter()
            .map(|one| Told::annotated(one, &gold["entities"]))
            .collect();
        for wrong in tally.count(&wanted, &given) {
            println!("{wrong}");
        }
    }
    tally.holds([100; 7]);
}
