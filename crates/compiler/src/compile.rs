//! From source to bytes.
//!
//! All files are read and all faults collected before anything is analysed; with an error
//! among them nothing is. The order of the files, their folders and the names of the
//! files (beyond the ids made of them) leave no trace in the bytes.

use crate::analysed::Analysed;
use crate::authority::{self, Reviewed};
use crate::conversion;
use crate::decode::decode;
use crate::document::Document;
use crate::entities::Entities;
use crate::fault::Fault;
use crate::front_matter;
use crate::home::settle_home;
use crate::issue::{Issue, Issues};
use crate::meetings::{Told, ids, merge, told};
use crate::positions::{Origin, locate};
use crate::promises::{self, World, keep};
use crate::references::{self, Unread};
use crate::reviews::{self, Reviews};
use crate::settings::{self, FILE as SETTINGS, Settings};
use crate::slug::slug;
use crate::source::{CORPUS_LIMIT, Source, SourceFile};
use crate::text_fault::TextFault;
use crate::visits::settle_visits;
use entente_analysis::{Analysis, Authority, NameEntity};
use entente_archive::{Archive, Kept};
use entente_search::index::index;
use std::collections::BTreeMap;
use std::path::Path;

/// A compiled corpus.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// As values.
    pub corpus: Archive<'static>,
    /// As an archive.
    pub bytes: Vec<u8>,
    /// What may not be as it was meant.
    pub warnings: Issues,
}

/// Everything that is wrong with a corpus. Whom no document mentions, what is no longer found
/// and which place has the name of others only the analysis can tell: so it takes as long as
/// compiling, unless there are errors.
pub fn check(source: Source) -> Issues {
    check_with(source, |_, _| ())
}

/// Checks a corpus and tells before each document how many are done, of how many.
pub fn check_with(source: Source, progress: impl FnMut(usize, usize)) -> Issues {
    compile_with(source, progress).map_or_else(|issues| issues, |compiled| compiled.warnings)
}

/// What a corpus knows of those whom its reports name, for reports that may be its own.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The authority records.
    pub authority: Authority,
    reviews: Reviews,
    /// The ids of the documents by their texts.
    documents: BTreeMap<String, String>,
}

impl Knowledge {
    /// What a corpus knows.
    ///
    /// # Errors
    /// Everything that is wrong with the corpus, if there is an error among it.
    pub fn from_source(source: Source) -> Result<Self, Issues> {
        let Understood { authority, reviews, documents, issues, .. } = read(source);
        if issues.iter().any(Issue::is_error) {
            return Err(Issues::new(issues));
        }
        let documents = documents.into_iter().map(|document| (document.body, document.id));
        Ok(Self { authority, reviews, documents: documents.collect() })
    }

    /// Gives a document whose text is one of the corpus the id that it has there: names
    /// may be known in that report alone.
    pub fn recognise(&self, document: &mut Document) {
        if let Some(id) = self.documents.get(&document.body) {
            document.id.clone_from(id);
        }
    }

    /// The names, meetings and promises of a document, reviewed if it is one of the corpus.
    pub(crate) fn review(&self, document: &Document, analysis: &mut Analysis) -> Findings {
        let mut names = std::mem::take(&mut analysis.names);
        let mut meetings = told(0, &analysis.meetings, &names, &self.authority);
        let ids = ids(&analysis.meetings, &meetings);
        if self.documents.get(&document.body) == Some(&document.id) {
            self.reviews.apply(&document.id, &mut meetings, &mut names, &self.authority);
        }
        let promises = promises::told(0, &analysis.promises, &names, &ids, &meetings);
        let day = analysis.reference.as_ref().map(|found| found.date);
        let signed = promises::signed(0, day, &analysis.signed);
        let world = World::of_report(&meetings, signed, &names);
        let kept = |promise: promises::Told| {
            let kept = keep(&promise, &world);
            (promise, kept)
        };
        let promises = promises.into_iter().map(kept).collect();
        Findings { names, meetings, promises }
    }
}

/// What one report tells. Numbers are those of its names, and of its meetings.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) names: Vec<NameEntity>,
    pub(crate) meetings: Vec<Told>,
    /// Each with what has kept it.
    pub(crate) promises: Vec<(promises::Told, Option<Kept>)>,
}

/// Compiles a corpus.
///
/// # Errors
/// Everything that is wrong with it, if there is an error among it.
pub fn compile(source: Source) -> Result<Compiled, Issues> {
    compile_with(source, |_, _| ())
}

/// Compiles a corpus and tells before each document how many are done, of how many.
///
/// # Errors
/// Everything that is wrong with it, if there is an error among it.
pub fn compile_with(
    source: Source,
    progress: impl FnMut(usize, usize),
) -> Result<Compiled, Issues> {
    let understood = read(source);
    if understood.issues.iter().any(Issue::is_error) {
        return Err(Issues::new(understood.issues));
    }
    understood.compile(progress)
}

/// A source as far as it could be understood, with all its issues.
struct Understood {
    name: String,
    settings: Settings,
    /// In the order of their ids.
    documents: Vec<Document>,
    /// In the order of the records of the authority.
    reviewed: Vec<Reviewed>,
    authority: Authority,
    reviews: Reviews,
    issues: Vec<Issue>,
}

impl Understood {
    fn compile(self, mut progress: impl FnMut(usize, usize)) -> Result<Compiled, Issues> {
        let Self { name, settings, documents, reviewed, authority, reviews, mut issues } = self;
        let total = documents.len();
        let mut corpus = Archive { title: title(&name, &settings).into(), ..Archive::default() };
        corpus.language = settings.language.unwrap_or_default().into();
        let mut entities = Entities::new(&reviewed);
        let mut meetings = Vec::new();
        let (mut promises, mut signed) = (Vec::new(), Vec::new());
        let mut origins = Vec::with_capacity(total);
        for (done, document) in documents.into_iter().enumerate() {
            progress(done, total);
            let number = done as u32;
            origins.push(Origin { path: document.path.clone(), lines: document.lines_before });
            let analysed = Analysed::read(number, document, &authority, &reviews);
            entities.add_names(number, analysed.names);
            entities.add_dates(number, analysed.dates);
            meetings.extend(analysed.meetings);
            promises.extend(analysed.promises);
            signed.extend(analysed.signed);
            issues.extend(analysed.issues);
            corpus.documents.push(analysed.document);
        }
        progress(total, total);
        entities.add_wholes();
        issues.extend(entities.unmentioned());
        let (mut found, numbers, disputed) = entities.finish();
        let of_corpus = |told: Told| {
            let document = told.attestation.document;
            told.renumbered(|name| numbers.entity(document, name))
        };
        corpus.meetings = merge(meetings.into_iter().map(of_corpus).collect(), &found);
        settle_home(&mut found, &corpus.meetings, &disputed);
        settle_visits(&mut corpus.meetings, &found);
        let of_corpus = |told: promises::Told| {
            let document = told.what.document;
            told.renumbered(|name| numbers.entity(document, name))
        };
        for paper in &mut signed {
            paper.agreement = numbers.entity(paper.passage.document, paper.agreement);
        }
        let promises = promises.into_iter().map(of_corpus).collect();
        let world = World::of_corpus(&corpus.meetings, signed, &found);
        corpus.promises = promises::merge(promises, &corpus.meetings, &world);
        corpus.entities = found;
        issues.extend(locate(&mut corpus, &reviewed, &origins));
        corpus.index = index(&mut corpus.documents);

        let bytes = corpus.to_bytes();
        if let Some(fault) = too_large(bytes.len() as u64) {
            issues.push(Issue::with(name, fault));
            return Err(Issues::new(issues));
        }
        debug_assert!(Archive::open(&bytes).is_ok(), "what is written can be read");
        Ok(Compiled { corpus, bytes, warnings: Issues::new(issues) })
    }
}

fn read(source: Source) -> Understood {
    let Source { name, settings, authorities, reviews, documents: mut files, mut issues } = source;
    let all = files.iter().chain(&authorities).chain(&reviews);
    let bytes = all.map(|file| file.bytes.len() as u64).sum();
    issues.extend(too_large(bytes).map(|fault| Issue::with(&name, fault)));
    let mut unread = unread(&issues);

    let settings = settings.and_then(|file| read_text(file, &mut issues));
    let settings = settings.map_or_else(Settings::default, |(path, text)| {
        let (settings, found) = settings::read(&path, &text);
        issues.extend(found);
        settings
    });
    // By path, so that of two documents with one id the message is always the same.
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut documents = Vec::with_capacity(files.len());
    for file in files {
        let ids = front_matter::possible_ids(&file);
        match Document::read(file) {
            Ok((document, warnings)) => {
                issues.extend(warnings);
                issues.extend(document.faults());
                documents.push(document);
            }
            Err(errors) => {
                issues.extend(errors);
                unread.documents.extend(ids);
            }
        }
    }
    issues.extend(duplicate_ids(&documents));
    issues.extend(same_bodies(&documents));
    documents.sort_by(|a, b| a.id.cmp(&b.id));

    let mut reviewed = Vec::new();
    for file in authorities {
        let kind = authority::FILES.iter().find(|(name, _)| *name == file.name());
        let Some(&(_, kind)) = kind else { continue };
        let Some((path, text)) = read_text(file, &mut issues) else {
            unread.more_records = true;
            continue;
        };
        let (records, found) = authority::read(&path, &text, kind);
        for issue in &found {
            match &issue.fault {
                Fault::Toml { .. } | Fault::Text(TextFault::LineEnds { .. }) => {
                    unread.more_records = true;
                }
                Fault::NoTable { key, .. } => _ = unread.records.insert(key.clone()),
                _ => {}
            }
        }
        reviewed.extend(records);
        issues.extend(found);
    }
    let authority = Authority::new(reviewed.iter().map(|one| one.record.clone()).collect());
    let reviews = reviews.and_then(|file| read_text(file, &mut issues));
    let reviews = reviews.map_or_else(Vec::new, |(path, text)| {
        let (reviews, found) = reviews::read(&path, &text);
        issues.extend(found);
        reviews
    });
    issues.extend(references::check(&reviewed, &reviews, &authority, &documents, &unread));
    let reviews = Reviews::new(reviews, &reviewed);
    Understood { name, settings, documents, reviewed, authority, reviews, issues }
}

/// The path and the text of a file beside the documents; none if it is not text.
fn read_text(file: SourceFile, issues: &mut Vec<Issue>) -> Option<(String, String)> {
    match decode(file.bytes) {
        Ok(text) => {
            issues.extend(conversion::issues(&file.path, &text, None));
            Some((file.path, text))
        }
        Err((place, fault)) => {
            issues.push(Issue { file: file.path, place, fault });
            None
        }
    }
}

/// What could not even be found or opened.
fn unread(issues: &[Issue]) -> Unread {
    let mut unread = Unread::default();
    for issue in issues.iter().filter(|issue| issue.is_error()) {
        let file = SourceFile { path: issue.file.clone(), bytes: Vec::new() };
        let beside = |name: &str| name == SETTINGS || name == reviews::FILE;
        match &issue.fault {
            // What is in this folder is read, but by another way.
            Fault::SameFolder { .. } => {}
            _ if authority::FILES.iter().any(|(name, _)| *name == file.name()) => {
                unread.more_records = true;
            }
            _ if beside(file.name()) => {}
            Fault::Unreadable { .. } | Fault::NotAFile | Fault::DocumentTooLarge { .. }
                if Path::new(&file.path).extension().is_some() =>
            {
                unread.documents.insert(slug(file.stem()));
            }
            _ => unread.more_documents = true,
        }
    }
    unread
}

/// Documents with an id that an earlier one has.
fn duplicate_ids(documents: &[Document]) -> Vec<Issue> {
    let mut taken = BTreeMap::<&str, &Document>::new();
    let mut issues = Vec::new();
    for document in documents.iter().filter(|document| !document.id.is_empty()) {
        if let Some(first) = taken.get(document.id.as_str()) {
            let fault = Fault::SameId { id: document.id.clone(), other: first.path.clone() };
            issues.push(Issue { file: document.path.clone(), place: document.id_place, fault });
        } else {
            taken.insert(&document.id, document);
        }
    }
    issues
}

/// Documents with the text of an earlier one: one report that was stored twice, as a rule.
fn same_bodies(documents: &[Document]) -> Vec<Issue> {
    let mut bodies = BTreeMap::<&str, &Document>::new();
    let mut issues = Vec::new();
    for document in documents {
        let body = document.body.trim();
        if body.is_empty() {
            continue;
        }
        if let Some(first) = bodies.get(body) {
            // One file that is there twice is told by its id.
            if first.id != document.id {
                let fault = Fault::SameBody { other: first.path.clone() };
                issues.push(Issue::with(&document.path, fault));
            }
        } else {
            bodies.insert(body, document);
        }
    }
    issues
}

fn title(name: &str, settings: &Settings) -> String {
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    settings.title.as_deref().or(name).unwrap_or("Untitled corpus").to_owned()
}

fn too_large(bytes: u64) -> Option<Fault> {
    (bytes > CORPUS_LIMIT).then_some(Fault::CorpusTooLarge { bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_a_corpus_to_what_its_offsets_can_count() {
        assert_eq!(too_large(CORPUS_LIMIT), None);
        let fault = too_large(CORPUS_LIMIT + 1).unwrap();
        assert_eq!(
            fault.what(),
            "the corpus has 4294967296 bytes, the limit is 4294967295 (4 GiB)"
        );
    }

    #[test]
    fn calls_a_corpus_as_told_or_as_its_folder() {
        let given = Settings { title: Some("Talks".to_owned()), language: None };
        assert_eq!(title("folder", &given), "Talks");
        assert_eq!(title("folder", &Settings::default()), "folder");
        assert_eq!(title(" ", &Settings::default()), "Untitled corpus");
    }
}
