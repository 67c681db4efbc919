//! A folder as a source: the one module of the library that reads files.
//!
//! Documents lie in `documents/`, at any depth; where there is no such folder, the text
//! files in the folder itself are the corpus. Entries are taken in the order of their
//! names. Links are followed, and each folder is read once: a link that leads in a circle
//! is reported. What is hidden (`.name`) is passed over.
//!
//! Reading cannot fail: what goes wrong is among the issues of the source.

use crate::authority;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::reviews;
use crate::source::{CORPUS_LIMIT, DOCUMENT_LIMIT, Source, SourceFile};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads a corpus.
pub fn read(root: &Path) -> Source {
    let name = fs::canonicalize(root)
        .ok()
        .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    let mut source = Source { name: name.unwrap_or_default(), ..Source::default() };
    match read_beside(&root.join("corpus.toml")) {
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

    let documents = root.join("documents");
    let nested = fs::symlink_metadata(&documents).is_ok();
    let looked = if nested {
        shown(&documents)
    } else {
        format!("{} or in {}", shown(&documents), shown(root))
    };
    let (folder, depth) = if nested { (documents, Depth::All) } else { (root.into(), Depth::One) };
    let mut found = Found { depth, ..Found::default() };
    found.folder(&folder);
    source.issues.append(&mut found.issues);

    let bytes = found.files.iter().map(|(_, bytes)| bytes).sum();
    if bytes > CORPUS_LIMIT {
        source.issues.push(Issue::with(shown(&folder), Fault::CorpusTooLarge { bytes }));
        return source;
    }
    for (path, _) in found.files {
        match read_file(&path) {
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
    /// Paths and lengths of the documents.
    files: Vec<(PathBuf, u64)>,
    issues: Vec<Issue>,
    /// Folders by what they are without links, with the path by which they were reached.
    seen: BTreeMap<PathBuf, PathBuf>,
}

impl Found {
    fn folder(&mut self, folder: &Path) {
        match self.entries(folder) {
            Ok(entries) => entries.iter().for_each(|path| self.entry(path)),
            Err(error) => self.issues.push(unreadable(folder, &error)),
        }
    }

    /// The entries of a folder by name; none where it has been read before.
    fn entries(&mut self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let real = fs::canonicalize(folder)?;
        if let Some(first) = self.seen.get(&real) {
            let fault = Fault::SameFolder { first: shown(first) };
            self.issues.push(Issue::with(shown(folder), fault));
            return Ok(Vec::new());
        }
        self.seen.insert(real, folder.to_owned());
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            entries.push(entry?.path());
        }
        entries.sort();
        Ok(entries)
    }

    fn entry(&mut self, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let kind = Kind::of(ending.as_deref().unwrap_or_default());
        let readme = self.depth == Depth::One && name.eq_ignore_ascii_case("readme.md");
        if name.starts_with('.') || readme {
            return;
        }
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            // A link to nowhere, perhaps to a folder full of documents.
            Err(error) if kind == Kind::Text || self.depth == Depth::All => {
                return self.issues.push(unreadable(path, &error));
            }
            Err(_) => return,
        };
        match (kind, metadata.is_dir()) {
            (Kind::Text, true) => self.push(path, Fault::FolderNamedAsDocument),
            (Kind::Text, false) if !metadata.is_file() => self.push(path, Fault::NotAFile),
            (Kind::Text, false) if metadata.len() > DOCUMENT_LIMIT => {
                self.push(path, Fault::DocumentTooLarge { bytes: metadata.len() });
            }
            (Kind::Text, false) => self.files.push((path.to_owned(), metadata.len())),
            (_, true) if self.depth == Depth::All => self.folder(path),
            (Kind::Other { ending, convert }, false) => {
                self.push(path, Fault::OtherFormat { ending, convert });
            }
            _ => {}
        }
    }

    fn push(&mut self, path: &Path, fault: Fault) {
        self.issues.push(Issue::with(shown(path), fault));
    }
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
    fn of(ending: &str) -> Self {
        const PANDOC: &str =
            "convert it, for example with: pandoc -t plain --wrap=none OLD -o NEW.txt";
        let other = |ending, convert| Self::Other { ending, convert };
        match ending {
            "md" | "txt" => Self::Text,
            "docx" => other("docx", PANDOC),
            "odt" => other("odt", PANDOC),
            "rtf" => other("rtf", PANDOC),
            "epub" => other("epub", PANDOC),
            "html" => other("html", PANDOC),
            "htm" => other("htm", PANDOC),
            "doc" => other("doc", "open it in a word processor and save it as plain text (UTF-8)"),
            "pdf" => other("pdf", "convert it, for example with: pdftotext OLD.pdf NEW.txt"),
            "markdown" => other("markdown", "rename it to .md if it is"),
            "text" => other("text", "rename it to .txt if it is"),
            _ => Self::Unknown,
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Issue {
    Issue::with(shown(path), Fault::Unreadable { reason: error.to_string() })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
