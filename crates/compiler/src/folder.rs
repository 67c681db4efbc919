//! A folder as a source: the one module of the library that reads files.
//!
//! Documents lie in `documents/`, at any depth; where there is no such folder, the text
//! files in the folder itself are the corpus. Entries are taken in the order of their
//! paths. Links are followed, and each folder is read once: a link that leads to a folder read
//! before, or to one in which the corpus lies, is reported. What is hidden (`.name`) is passed
//! over.
//!
//! Reading cannot fail: what goes wrong is among the issues of the source.

use crate::authority;
use crate::fault::Fault;
use crate::format;
use crate::issue::Issue;
use crate::reviews;
use crate::settings;
use crate::source::{CORPUS_LIMIT, DOCUMENT_LIMIT, Source, SourceFile};
use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads a corpus.
pub fn read(root: &Path) -> Source {
    let name = fs::canonicalize(root)
        .ok()
        .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    let mut source = Source { name: name.unwrap_or_default(), ..Source::default() };
    match read_beside(&root.join(settings::FILE)) {
        Ok(settings) => source.settings = settings,
        Err(issue) => source.issues.push(issue),
    }
    for (name, _) in authority::FILES {
        match read_beside(&root.join(name)) {
            Ok(file) => source.authorities.extend(file),
            Err(issue) => source.issues.push(issue),
        }
    }
    match read_beside(&root.join(reviews::FILE)) {
        Ok(file) => source.reviews = file,
        Err(issue) => source.issues.push(issue),
    }

    let (mut found, folder) = Found::in_corpus(root);
    source.issues.append(&mut found.issues);
    let looked = match found.depth {
        Depth::All => shown(&folder),
        Depth::One => format!("{} or in {}", shown(&root.join(DOCUMENTS)), shown(root)),
    };
    let bytes = found.files.iter().map(|file| file.bytes).sum();
    if bytes > CORPUS_LIMIT {
        source.issues.push(Issue::with(shown(&folder), Fault::CorpusTooLarge { bytes }));
        return source;
    }
    for file in found.files {
        match read_file(&file.path) {
            Ok(file) => source.documents.push(file),
            Err(issue) => source.issues.push(issue),
        }
    }
    if source.documents.is_empty() && !source.issues.iter().any(Issue::is_error) {
        source.issues.push(Issue::with(shown(root), Fault::NoDocuments { looked }));
    }
    source
}

/// A file beside the documents, where there is one.
fn read_beside(path: &Path) -> Result<Option<SourceFile>, Issue> {
    if fs::symlink_metadata(path).is_err() {
        return Ok(None);
    }
    // Opening a pipe would wait for whoever writes to it.
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() && !metadata.is_dir() {
        return Err(Issue::with(shown(path), Fault::NotAFile));
    }
    read_file(path).map(Some)
}

/// Reads one file, if it is not too large.
///
/// # Errors
/// Why it cannot be read.
pub fn read_file(path: &Path) -> Result<SourceFile, Issue> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    read_all(&shown(path), file)
}

/// Reads a stream to its end, if it is not too large. `path` is what messages call it.
///
/// # Errors
/// Why it cannot be read.
pub fn read_all(path: &str, stream: impl Read) -> Result<SourceFile, Issue> {
    let mut bytes = Vec::new();
    let read = stream.take(DOCUMENT_LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(Path::new(path), &error))?;
    if bytes.len() as u64 > DOCUMENT_LIMIT {
        return Err(Issue::with(path, Fault::DocumentTooLarge { bytes: bytes.len() as u64 }));
    }
    Ok(SourceFile { path: path.to_owned(), bytes })
}

/// Whether a file is, or would become, a part of the corpus in a folder: one of the files that
/// are known by name, a document, or anything in a folder of documents. `file` is absolute and
/// without links; it need not exist.
pub fn holds(root: &Path, file: &Path) -> bool {
    let Ok(real) = fs::canonicalize(root) else { return false };
    let beside = authority::FILES.iter().map(|(name, _)| *name).chain([
        settings::FILE,
        reviews::FILE,
        DOCUMENTS,
    ]);
    for name in beside {
        let path = real.join(name);
        if path == file || fs::canonicalize(path).is_ok_and(|path| path == file) {
            return true;
        }
    }
    let (found, _) = Found::in_corpus(root);
    let is_inside = match found.depth {
        Depth::All => found.seen.keys().any(|folder| file.starts_with(folder)),
        Depth::One => file.parent() == Some(&real) && Kind::for_path(file) == Kind::Text,
    };
    is_inside || found.files.iter().any(|one| one.real == file)
}

/// The folder of the documents.
const DOCUMENTS: &str = "documents";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Depth {
    #[default]
    One,
    All,
}

/// What lies in the folders.
#[derive(Debug, Default)]
struct Found {
    depth: Depth,
    files: Vec<FoundFile>,
    issues: Vec<Issue>,
    /// Folders by what they are without links, with the path by which they were reached.
    seen: BTreeMap<PathBuf, PathBuf>,
    /// How many paths were followed to what they are without links: each takes as many steps
    /// as the path is deep, so only links are.
    resolved: usize,
}

#[derive(Debug)]
struct FoundFile {
    path: PathBuf,
    bytes: u64,
    /// The path without links.
    real: PathBuf,
}

/// A folder that is still to be read.
struct Folder {
    path: PathBuf,
    real: PathBuf,
}

impl Found {
    /// What lies in the folders of a corpus, and the folder that was looked at first.
    fn in_corpus(root: &Path) -> (Self, PathBuf) {
        let documents = root.join(DOCUMENTS);
        let nested = fs::symlink_metadata(&documents).is_ok();
        let (folder, depth) =
            if nested { (documents, Depth::All) } else { (root.to_owned(), Depth::One) };
        let mut found = Self { depth, ..Self::default() };
        let real = found.resolve(root).and_then(|root| Ok((root, found.resolve(&folder)?)));
        match real {
            Ok((root, real)) => found.walk(&root, Folder { path: folder.clone(), real }),
            Err(error) => found.issues.push(unreadable(&folder, &error)),
        }
        (found, folder)
    }

    fn resolve(&mut self, path: &Path) -> io::Result<PathBuf> {
        self.resolved += 1;
        fs::canonicalize(path)
    }

    /// Reads a folder of the corpus in `root`, which is without links, and the folders in it.
    fn walk(&mut self, root: &Path, first: Folder) {
        let top = first.real.clone();
        let nested = self.depth == Depth::All;
        let mut folders = vec![first];
        while let Some(folder) = folders.pop() {
            if let Some(first) = self.seen.get(&folder.real) {
                let fault = Fault::SameFolder { first: shown(first) };
                self.push(&folder.path, fault);
                continue;
            }
            let is_above = top.starts_with(&folder.real) && top != folder.real
                || nested && root.starts_with(&folder.real);
            if is_above {
                self.push(&folder.path, Fault::LinkAbove);
                continue;
            }
            self.seen.insert(folder.real.clone(), folder.path.clone());
            match entries(&folder.path) {
                Ok(entries) => {
                    let below = entries.iter().filter_map(|entry| self.entry(entry, &folder.real));
                    let below: Vec<_> = below.collect();
                    // The last is read first: so they are read in the order of their names.
                    folders.extend(below.into_iter().rev());
                }
                Err(error) => self.issues.push(unreadable(&folder.path, &error)),
            }
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// Notes an entry of a folder; if it is a folder itself that is to be read, returns it.
    fn entry(&mut self, entry: &DirEntry, folder: &Path) -> Option<Folder> {
        let path = entry.path();
        let name = entry.file_name();
        let hidden = name.as_encoded_bytes().starts_with(b".");
        let readme = self.depth == Depth::One && name.eq_ignore_ascii_case("readme.md");
        if hidden || readme {
            return None;
        }
        let kind = Kind::for_path(&path);
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        let metadata = if is_link { fs::metadata(&path) } else { entry.metadata() };
        let metadata = match metadata {
            Ok(metadata) => metadata,
            Err(error) => {
                // A link to nowhere, perhaps to a folder full of documents.
                if kind == Kind::Text || self.depth == Depth::All {
                    self.issues.push(unreadable(&path, &error));
                }
                return None;
            }
        };
        let is_folder = metadata.is_dir() && kind != Kind::Text && self.depth == Depth::All;
        let fault = match kind {
            _ if is_folder => None,
            Kind::Text if metadata.is_dir() => Some(Fault::FolderNamedAsDocument),
            Kind::Text if !metadata.is_file() => Some(Fault::NotAFile),
            Kind::Text if metadata.len() > DOCUMENT_LIMIT => {
                Some(Fault::DocumentTooLarge { bytes: metadata.len() })
            }
            Kind::Text => None,
            Kind::Other { ending, convert } if !metadata.is_dir() => {
                Some(Fault::OtherFormat { ending, convert })
            }
            _ => return None,
        };
        if let Some(fault) = fault {
            self.push(&path, fault);
            return None;
        }
        let real = if is_link { self.resolve(&path) } else { Ok(folder.join(name)) };
        match real {
            Ok(real) if is_folder => return Some(Folder { path, real }),
            Ok(real) => self.files.push(FoundFile { path, bytes: metadata.len(), real }),
            Err(error) => self.issues.push(unreadable(&path, &error)),
        }
        None
    }

    fn push(&mut self, path: &Path, fault: Fault) {
        self.issues.push(Issue::with(shown(path), fault));
    }
}

/// The entries of a folder by name.
fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}

/// What a file is, by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    /// Probably a report, but not as plain text.
    Other {
        ending: &'static str,
        convert: &'static str,
    },
    Unknown,
}

impl Kind {
    fn for_path(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let ending = ending.unwrap_or_default();
        if matches!(&*ending, "md" | "txt") {
            return Self::Text;
        }
        let other = format::for_ending(&ending);
        other.map_or(Self::Unknown, |(ending, convert)| Self::Other { ending, convert })
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Issue {
    Issue::with(shown(path), Fault::Unreadable { reason: error.to_string() })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_only_links() {
        let folder = tempfile::tempdir().unwrap();
        let mut deep = folder.path().join(DOCUMENTS);
        (0..100).for_each(|_| deep.push("a"));
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("report.md"), "Text.").unwrap();
        let (found, _) = Found::in_corpus(folder.path());
        assert_eq!((found.files.len(), found.seen.len(), found.resolved), (1, 101, 2));
        assert!(found.issues.is_empty(), "{:?}", found.issues);
    }
}
