//! Everything that can be wrong with a corpus, each with its file and its sentence.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_compiler::folder;
use entente_compiler::source::DOCUMENT_LIMIT;
use std::fs::{self, File};
use support::{folder_of, ids, told, write};

/// A corpus of one document has exactly this one issue.
fn one(path: &str, bytes: impl AsRef<[u8]>, expected: &str) {
    let folder = folder_of(&[(path, bytes.as_ref())]);
    assert_eq!(told(folder.path()), [expected], "{path}");
}

#[test]
fn faults_of_a_text() {
    one(
        "documents/a.md",
        "",
        "documents/a.md:1:1: error: the document has no text; write the report into it, or \
         remove the file",
    );
    one(
        "documents/a.txt",
        " \r\n\u{a0}\n",
        "documents/a.txt:1:1: error: the document has no text; write the report into it, or \
         remove the file",
    );
    one(
        "documents/a.md",
        b"Paris\nle minist\xe8re",
        "documents/a.md:2:10: error: the text is not UTF-8 from byte 15 on; it looks like \
         Windows-1252 (Western European); save it as UTF-8, or try: iconv -f WINDOWS-1252 -t \
         UTF-8 OLD > NEW",
    );
    one(
        "documents/a.md",
        b"H\xe0 N\xf4\xf2i",
        "documents/a.md:1:2: error: the text is not UTF-8 from byte 1 on; it looks like \
         Windows-1258 (Vietnamese); save it as UTF-8, or try: iconv -f WINDOWS-1258 -t UTF-8 \
         OLD > NEW",
    );
    one(
        "documents/a.md",
        b"\xff\xfeP\0a\0r\0i\0s\0",
        "documents/a.md:1:1: error: the text is not UTF-8 from byte 0 on; it looks like UTF-16; \
         save it as UTF-8, or try: iconv -f UTF-16 -t UTF-8 OLD > NEW",
    );
    one(
        "documents/a.md",
        "Paris\0",
        "documents/a.md:1:6: warning: the text has a NUL character, which plain text has not; \
         remove it, or save the file as UTF-8 if it is UTF-16",
    );
}

#[test]
fn faults_of_a_front_matter() {
    let keys = "The keys are id, title, editorial, source, url, published, place, language";
    for (head, expected) in [
        ("tilte = \"a\"", format!("2:1: error: the key `tilte` is not known; did you mean `title`? {keys}")),
        ("author = \"a\"", format!("2:1: error: the key `author` is not known; {}", keys.replacen('T', "t", 1))),
        ("\ntitle = 1", "3:9: error: `title` takes a string, not a number; write title = \"…\"".to_owned()),
        (
            "title = \"a\"\neditorial = 1",
            "3:13: error: `editorial` takes true or false, not a number; write editorial = true".to_owned(),
        ),
        (
            "published = [2024]",
            "2:13: error: `published` takes a date, not a list; write published = \"2024-05-07\"".to_owned(),
        ),
        (
            "published = \"2024-02-30\"",
            "2:13: error: there is no such date as `2024-02-30`; write a year, a month or a day: \
             \"2024\", \"2024-05\" or \"2024-05-07\"".to_owned(),
        ),
        (
            "id = \"Hà Nội\"",
            "2:6: error: the id `Hà Nội` cannot stand in an address; write `ha-noi`".to_owned(),
        ),
        (
            "url = \"example.org\"",
            "2:7: error: `example.org` is not a web address; begin it with https:// or http://".to_owned(),
        ),
        (
            "language = \"French\"",
            "2:12: error: `French` is not a language tag; write a tag such as \"en\", \"vi\" or \"fr-CA\"".to_owned(),
        ),
        (
            "editorial = true",
            "2:13: warning: `editorial` is about a title, and there is none; add a `title`, or \
             remove `editorial`".to_owned(),
        ),
    ] {
        one("documents/a.md", format!("+++\n{head}\n+++\nText."), &format!("documents/a.md:{expected}"));
    }
    one(
        "documents/a.md",
        "+++\ntitle = \"a\"\nText.",
        "documents/a.md:1:1: error: the front matter that begins here has no end; add a line \
         `+++` behind it",
    );
    one(
        "documents/a.md",
        "+++\npublished = 2024-02-30\n+++\nText.",
        "documents/a.md:2:13: error: this is not valid TOML: invalid date, expected day between 01 \
         and 29; write a year, a month or a day: \"2024\", \"2024-05\" or \"2024-05-07\"",
    );
    one(
        "documents/a.md",
        "+++\n\"a\\nb\" = 1\n+++\nText.",
        &format!(
            "documents/a.md:2:1: error: the key `a b` is not known; {}",
            keys.replacen('T', "t", 1)
        ),
    );
    for (head, place) in [("title = \"a", "2:"), ("title = “a”", "2:9"), ("=", "2:1")] {
        let folder =
            folder_of(&[("documents/a.md", format!("+++\n{head}\n+++\nText.").as_bytes())]);
        let told = told(folder.path());
        assert!(told[0].starts_with(&format!("documents/a.md:{place}")), "{told:?}");
        assert!(told[0].contains(": error: this is not valid TOML: "), "{told:?}");
        assert!(told[0].ends_with("; write lines such as: title = \"Talks in Paris\""), "{told:?}");
    }
}

#[test]
fn faults_of_the_settings() {
    let folder = folder_of(&[
        ("corpus.toml", b"titel = \"a\"\nlanguage = 1\n"),
        ("documents/a.md", b"Text."),
    ]);
    assert_eq!(
        told(folder.path()),
        [
            "corpus.toml:1:1: error: the key `titel` is not known; did you mean `title`? The keys \
             are title, language",
            "corpus.toml:2:12: error: `language` takes a string, not a number; write language = \
             \"…\"",
        ]
    );
    let folder = folder_of(&[("documents/a.md", b"Text.")]);
    fs::create_dir(folder.path().join("corpus.toml")).unwrap();
    let told = told(folder.path());
    assert!(told[0].starts_with("corpus.toml:1:1: error: this cannot be read: "), "{told:?}");
}

#[test]
fn faults_of_ids() {
    let taken = |file: &str, place: &str, id: &str, other: &str| {
        format!(
            "documents/{file}:{place}: error: the id `{id}` is taken by FOLDER/documents/{other}; \
             rename one of the two, or give it an `id` of its own in its front matter"
        )
    };
    let check = |files: &[(&str, &[u8])], expected: &[String]| {
        let folder = folder_of(files);
        let path = folder.path().display().to_string();
        let issues = entente_compiler::check(folder::read(folder.path())).to_string();
        let told: Vec<_> = issues
            .lines()
            .map(|l| l.replacen(&format!("{path}/"), "", 1).replace(&path, "FOLDER"))
            .collect();
        assert_eq!(told, expected);
    };
    check(
        &[("documents/x/a.md", b"Text."), ("documents/y/a.txt", b"Text.")],
        &[taken("y/a.txt", "1:1", "a", "x/a.md")],
    );
    check(
        &[("documents/a.md", b"Text."), ("documents/b.md", b"+++\nid = \"a\"\n+++\nText.")],
        &[taken("b.md", "2:6", "a", "a.md")],
    );
    check(
        &[("documents/Hanoi.md", b"Text."), ("documents/hanoi.txt", b"Text.")],
        &[taken("hanoi.txt", "1:1", "hanoi", "Hanoi.md")],
    );
    one(
        "documents/….md",
        "Text.",
        "documents/….md:1:1: error: no id can be made from the name of this file; rename the \
         file, or give it an `id` in its front matter",
    );
}

#[test]
fn a_file_that_changes_the_case_of_its_name_keeps_its_id() {
    let folder = folder_of(&[("documents/Paris-Talks.MD", b"Text.")]);
    assert_eq!(ids(folder::read(folder.path())), ["paris-talks"]);
    let documents = folder.path().join("documents");
    fs::rename(documents.join("Paris-Talks.MD"), documents.join("paris-talks.md")).unwrap();
    assert_eq!(ids(folder::read(folder.path())), ["paris-talks"]);
}

#[test]
fn formats_that_are_not_plain_text() {
    let folder = folder_of(&[
        ("documents/a.md", b"Text."),
        ("documents/b.docx", b"PK"),
        ("documents/c.PDF", b"%PDF"),
        ("documents/photo.jpg", b"\xff\xd8"),
    ]);
    assert_eq!(
        told(folder.path()),
        [
            "documents/b.docx:1:1: warning: this file is left out: .docx is not plain text; \
             convert it, for example with: pandoc -t plain --wrap=none OLD -o NEW.txt",
            "documents/c.PDF:1:1: warning: this file is left out: .pdf is not plain text; convert \
             it, for example with: pdftotext OLD.pdf NEW.txt",
        ]
    );
    assert_eq!(ids(folder::read(folder.path())), ["a"]);
}

#[test]
fn corpora_without_documents() {
    let folder = folder_of(&[]);
    let root = folder.path().display();
    assert_eq!(
        told(folder.path()),
        [format!(
            "{root}:1:1: error: the corpus has no documents: no .md or .txt file in \
             documents or in {root}; put each report there as a plain text file of its own"
        )]
    );
    fs::create_dir(folder.path().join("documents")).unwrap();
    write(folder.path(), "a.md", b"Not looked at.");
    assert_eq!(
        told(folder.path()),
        [format!(
            "{root}:1:1: error: the corpus has no documents: no .md or .txt file in documents; \
             put each report there as a plain text file of its own"
        )]
    );
    let issues = told(&folder.path().join("absent"));
    assert!(issues[0].contains(":1:1: error: this cannot be read: No such file"), "{issues:?}");
    assert!(issues[0].ends_with("; check that it exists and that you may read it"));
    let issues = told(&folder.path().join("a.md"));
    assert!(issues[0].contains("a.md:1:1: error: this cannot be read: Not a dir"), "{issues:?}");
}

#[test]
fn a_folder_of_bare_texts_is_a_corpus() {
    let folder = folder_of(&[
        ("b.txt", b"Text."),
        ("a.md", b"Text."),
        ("README.md", b"About this corpus."),
        (".hidden.txt", b"Text."),
        ("below/c.txt", b"Text."),
        ("LICENSE", b""),
    ]);
    assert_eq!(ids(folder::read(folder.path())), ["a", "b"]);
    let nested = folder_of(&[
        ("documents/2024/b.txt", b"Text."),
        ("documents/a.md", b"Text."),
        ("documents/.git/c.md", b"Text."),
        ("README.md", b"About this corpus."),
    ]);
    assert_eq!(ids(folder::read(nested.path())), ["a", "b"]);
}

#[test]
fn all_faults_are_told_at_once() {
    let folder = folder_of(&[
        ("corpus.toml", b"x = 1"),
        ("documents/a.md", b""),
        ("documents/b.md", b"\xff"),
        ("documents/c.md", b"+++\nx = 1\ny = 2\n+++\nText."),
    ]);
    let told = told(folder.path());
    let places: Vec<_> = told.iter().map(|line| line.split(" error").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "corpus.toml:1:1:",
            "documents/a.md:1:1:",
            "documents/b.md:1:1:",
            "documents/c.md:2:1:",
            "documents/c.md:3:1:"
        ]
    );
}

/// The issues of a corpus with these files begin like this.
#[track_caller]
fn all(files: &[(&str, &str)], expected: &[&str]) {
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let told = told(folder_of(&files).path());
    let right = told.iter().zip(expected).all(|(told, expected)| told.starts_with(expected));
    assert!(right && told.len() == expected.len(), "{told:#?}");
}

#[test]
fn a_document_that_cannot_be_understood_is_told_once() {
    let people = "[lee]\nname = \"Ann Lee\"\naliases = [{ name = \"A\", in = \"paris\" }]\n";
    let meetings = "[paris.talks]\nverdict = \"confirm\"\nreason = \"…\"\n";
    for (file, text, expected) in [
        (
            "documents/paris.md",
            "+++\ntitle = \"a\"\ntitle = \"b\"\n+++\nText.",
            "3:1: error: this is not",
        ),
        (
            "documents/a.md",
            "+++\nid = \"paris\"\nurl = \"x\"\n+++\nText.",
            "3:7: error: `x` is not a",
        ),
        (
            "documents/a.md",
            "+++\nid = \"paris\"\nText.",
            "1:1: error: the front matter that begins",
        ),
        ("documents/a.md", "---\nid: paris\n---\nText.", "1:1: error: this text begins with"),
        (
            "documents/a.md",
            "+++\rid = \"paris\"\r+++\rText.",
            "1:4: error: the lines of this text end",
        ),
        ("documents/paris.md", "<html>", "1:1: error: this is HTML, not plain text"),
    ] {
        let expected = format!("{file}:{expected}");
        let other = ("documents/b.md", "Ann Lee came.");
        all(
            &[(file, text), other, ("people.toml", people), ("meetings.toml", meetings)],
            &[&expected],
        );
    }
    let folder = folder_of(&[
        ("documents/paris.md", b"\xff\xfeP\0"),
        ("people.toml", people.as_bytes()),
        ("meetings.toml", meetings.as_bytes()),
    ]);
    fs::create_dir(folder.path().join("documents/x.md")).unwrap();
    let told = told(folder.path());
    assert_eq!(told.len(), 2, "the encoding and the folder: {told:#?}");
}

#[test]
fn an_authority_file_that_cannot_be_understood_is_told_once() {
    let document = ("documents/a.md", "Ann Lee came.");
    let meetings = "[a.talks]\nverdict = \"correct\"\nreason = \"…\"\nparticipants = [\"lee\"]\n";
    let reviews = ("meetings.toml", meetings);
    all(
        &[document, reviews, ("people.toml", "[lee\nname = \"Ann Lee\"\n")],
        &["people.toml:1:5: error: this is not valid TOML: "],
    );
    all(
        &[document, reviews, ("people.toml", "lee = \"Ann Lee\"\n")],
        &["people.toml:1:1: error: `lee` is a string, not a record"],
    );
    all(
        &[
            document,
            (
                "people.toml",
                "[lee]\nname = \"Ann Lee\"\n[lee]\nname = \"Ann Lee\"\ncountry = \"GB\"\n",
            ),
        ],
        &["people.toml:3:2: error: this is not valid TOML: duplicate key; remove one of the two"],
    );
    all(
        &[
            document,
            ("people.toml", "[lee]\nname = \"Ann Lee\"\n"),
            ("places.toml", "[lee]\nname = \"Ann Lee\"\n"),
        ],
        &["places.toml:1:2: error: the id `lee` is taken by people.toml:1; "],
    );
    all(
        &[document, ("people.toml", "[lee]\nname = 7\n")],
        &["people.toml:2:8: error: `name` takes a string, not a number"],
    );
}

#[test]
fn every_unknown_key_is_told() {
    let keys: Vec<_> = (0..1_000).map(|n| format!("key-{n} = 1\n")).collect();
    let head = keys.concat();
    let folder = folder_of(&[("documents/a.md", format!("+++\n{head}+++\nText.").as_bytes())]);
    assert_eq!(told(folder.path()).len(), 1_000);
}

#[test]
fn values_that_were_taken_without_a_word() {
    let document =
        ("documents/a.md", "Ann Lee and Bob Roy came to the Lee dialogue and the Roy dialogue.");
    let long = "a".repeat(10_000);
    for (file, text, expected) in [
        (
            "people.toml",
            "[lee]\nname = \"Ann Lee\"\nformer = [\"x\"]\n[roy]\nname = \"Bob Roy\"\nformer = [\"x\"]\n",
            "6:11: error: the former id `x` is given in people.toml:3, too; leave it with the record",
        ),
        (
            "people.toml",
            "[lee]\nname = \"Ann Lee\"\nformer = [\"../z\"]\n",
            "3:11: error: the id `../z` cannot stand in an address; write `z`",
        ),
        (
            "people.toml",
            "[lee]\nname = \"Ann Lee\"\naliases = [{ in = \"a\" }]\n",
            "3:12: error: the alias of `lee` has no name; write { name = \"…\", in = \"id of a report\" }",
        ),
        (
            "people.toml",
            "[lee]\nname = \"Ann\\u0000 Lee\"\n",
            "2:8: error: `name` has the control character U+0000; remove it",
        ),
        (
            "people.toml",
            "[lee]\nname = \"Ann Lee\"\naliases = [\"\\u001b[31m\"]\n",
            "3:12: error: `name` has the control character U+001B; remove it",
        ),
        (
            "people.toml",
            &format!("[{long}]\nname = \"Ann Lee\"\n"),
            "1:2: error: the id has 10000 characters, the limit is 200; write a shorter one",
        ),
        (
            "mechanisms.toml",
            "[lee]\nname = \"Lee dialogue\"\npart-of = \"lee\"\n",
            "3:11: error: `lee` is a part of itself; remove `part-of` from one of them",
        ),
        (
            "mechanisms.toml",
            "[lee]\nname = \"Lee dialogue\"\npart-of = \"roy\"\n[roy]\nname = \"Roy dialogue\"\npart-of = \"lee\"\n",
            "3:11: error: `lee` is a part of itself, by way of `roy`; remove `part-of` from one of th",
        ),
        (
            "places.toml",
            "[lee]\nname = \"Ann Lee\"\nlatitude = 0x10\nlongitude = 9999999999999999999999\n",
            "4:13: error: `longitude` is 10000000000000000000000, beyond 180 degrees",
        ),
        (
            "corpus.toml",
            "title = \"\\u001b]0;x\\u0007\"\n",
            "1:9: error: `title` has the control character U+001B; remove it",
        ),
    ] {
        all(&[document, (file, text)], &[&format!("{file}:{expected}")]);
    }
    let head = format!("+++\nid = \"{long}\"\n+++\nText.");
    all(
        &[("documents/a.md", &head)],
        &["documents/a.md:2:6: error: the id has 10000 characters, "],
    );
}

#[test]
fn folders_devices_and_sizes() {
    let folder = folder_of(&[("documents/a.md", b"Text.")]);
    fs::create_dir(folder.path().join("documents/b.md")).unwrap();
    let large = File::create(folder.path().join("documents/c.md")).unwrap();
    large.set_len(DOCUMENT_LIMIT + 1).unwrap();
    assert_eq!(
        told(folder.path()),
        [
            "documents/b.md:1:1: error: this is a folder with the name of a document; rename the \
             folder, or move it away",
            "documents/c.md:1:1: error: the document has 67108865 bytes or more, the limit is \
             67108864 (64 MiB); split it into one file a report",
        ]
    );
}

#[test]
fn a_corpus_too_large_is_not_even_read() {
    let folder = folder_of(&[]);
    fs::create_dir(folder.path().join("documents")).unwrap();
    for number in 0..64 {
        // Sparse: the disk holds nothing of it.
        let file = File::create(folder.path().join(format!("documents/{number}.txt"))).unwrap();
        file.set_len(DOCUMENT_LIMIT).unwrap();
    }
    let root = folder.path().display();
    assert_eq!(
        entente_compiler::check(folder::read(folder.path())).to_string(),
        format!(
            "{root}/documents:1:1: error: the corpus has 4294967296 bytes, the limit is 4294967295 \
             (4 GiB); split the corpus into several\n"
        )
    );
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn are_followed_to_files_and_folders() {
        let outside = folder_of(&[("x.md", b"Text."), ("more/y.md", b"Text.")]);
        let folder = folder_of(&[("documents/a.md", b"Text.")]);
        let documents = folder.path().join("documents");
        symlink(outside.path().join("x.md"), documents.join("b.md")).unwrap();
        symlink(outside.path().join("more"), documents.join("more")).unwrap();
        assert_eq!(ids(folder::read(folder.path())), ["a", "b", "y"]);
    }

    #[test]
    fn that_lead_in_a_circle_are_told() {
        let folder = folder_of(&[("documents/a.md", b"Text."), ("documents/x/b.md", b"More.")]);
        let documents = folder.path().join("documents");
        symlink("..", documents.join("x/up")).unwrap();
        symlink("x", documents.join("y")).unwrap();
        symlink("c.md", documents.join("c.md")).unwrap();
        symlink("loop", documents.join("loop")).unwrap();
        symlink("nowhere", documents.join("d.md")).unwrap();
        let told = told(folder.path());
        let expected = [
            "documents/c.md:1:1: error: this cannot be read: Too many levels of symbolic links",
            "documents/d.md:1:1: error: this cannot be read: No such file or directory",
            "documents/loop:1:1: error: this cannot be read: Too many levels of symbolic links",
            "documents/x/up:1:1: error: this is the same folder as documents: a link leads in a \
             circle or twice; remove the link",
            "documents/y:1:1: error: this is the same folder as documents/x: a link leads in a \
             circle or twice; remove the link",
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    }

    #[test]
    fn that_lead_above_the_corpus_are_told() {
        let folder = folder_of(&[("corpus/documents/a.md", b"Text."), ("b.md", b"Not of it.")]);
        let corpus = folder.path().join("corpus");
        symlink("/", corpus.join("documents/disk")).unwrap();
        symlink("../..", corpus.join("documents/home")).unwrap();
        symlink("..", corpus.join("documents/root")).unwrap();
        let expected = ["disk", "home", "root"].map(|name| {
            format!(
                "documents/{name}:1:1: error: this link leads to a folder in which the corpus itself \
                 lies; remove the link"
            )
        });
        assert_eq!(told(&corpus), expected);
        fs::remove_dir_all(corpus.join("documents")).unwrap();
        symlink("/", corpus.join("documents")).unwrap();
        let told = told(&corpus);
        assert_eq!(told, [expected[0].replace("documents/disk", "documents")]);
    }

    #[test]
    fn to_devices_are_not_read_for_ever() {
        let folder = folder_of(&[("documents/a.md", b"Text.")]);
        symlink("/dev/zero", folder.path().join("documents/zero.md")).unwrap();
        let expected = "documents/zero.md:1:1: error: this is a device, a pipe or a socket, not a \
                        file; remove it";
        assert_eq!(told(folder.path()), [expected]);
    }

    #[test]
    fn files_that_one_may_not_read_are_told() {
        let folder = folder_of(&[("documents/a.md", b"Text."), ("documents/b.md", b"More.")]);
        let path = folder.path().join("documents/b.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Root may read everything.
        let expected: &[&str] = if File::open(&path).is_ok() {
            &[]
        } else {
            &["documents/b.md:1:1: error: this cannot be read: Permission denied (os error 13); \
               check that it exists and that you may read it"]
        };
        assert_eq!(told(folder.path()), expected);
    }
}
