//! The command as people and scripts meet it.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use support::{default_corpus, entente, folder_of, names, stderr, stdout};

#[test]
fn explains_itself() {
    for args in [&["--help"][..], &["-h"], &["help"], &["help", "check"], &["check", "-h"]] {
        let run = entente(args);
        assert_eq!(run.status.code(), Some(0), "{args:?}");
        assert!(stdout(&run).contains("\nUsage: entente "), "{args:?}");
        assert_eq!(stderr(&run), "", "{args:?}");
    }
    for command in ["check", "compile", "analyse"] {
        let help = stdout(&entente(&[command, "--help"]));
        assert!(help.contains("\nExamples:\n") && help.contains(command), "{help}");
    }
    assert!(stdout(&entente(&["--version"])).starts_with("entente 0."));
}

#[test]
fn refuses_arguments_in_a_sentence() {
    for (args, sentence) in [
        (&[][..], "entente: 'entente' requires a subcommand but one was not provided\n"),
        (&["check"], "entente: the following required arguments were not provided:\n  <DIR>\n"),
        (&["check", "--all", "."], "entente: unexpected argument '--all' found\n"),
        (&["chekc", "."], "entente: unrecognized subcommand 'chekc'\n"),
        (&["check", ".", "\u{1b}[31m"], "entente: unexpected argument '"),
        (
            &["compile", ".", "-o", "a", "-o", "b"],
            "entente: the argument '--output <FILE>' cannot be used multiple times\n",
        ),
    ] {
        let run = entente(args);
        assert_eq!(run.status.code(), Some(2), "{args:?}");
        assert!(stderr(&run).starts_with(sentence), "{args:?}: {}", stderr(&run));
        assert!(stderr(&run).contains("\nUsage: entente ") || args.is_empty(), "{}", stderr(&run));
        assert_eq!(stdout(&run), "");
    }
}

#[test]
fn checks_a_corpus() {
    let folder = folder_of(&[("documents/a.md", b"Text."), ("documents/b.md", b"")]);
    let path = folder.path().display().to_string();
    let run = entente(&["check", &path]);
    assert_eq!(run.status.code(), Some(1));
    let expected = format!(
        "{path}/documents/b.md:1:1: error: the document has no text; write the report into it, or \
         remove the file\n{path}: 2 documents, 1 error, 0 warnings\n"
    );
    assert_eq!(stdout(&run), expected);

    let run = entente(&["check".into(), default_corpus().into_os_string()]);
    assert_eq!(run.status.code(), Some(0));
    assert!(stdout(&run).ends_with("5 documents, 0 errors, 0 warnings\n"));
}

#[test]
fn compiles_a_corpus_into_a_file_of_its_own() {
    let folder = folder_of(&[("documents/a.md", b"Text.")]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let run = entente(&["compile", &path(""), "-o", &path("out.entente")]);
    assert_eq!((run.status.code(), stderr(&run)), (Some(0), String::new()));
    let bytes = fs::read(path("out.entente")).unwrap();
    assert_eq!(entente_archive::Archive::open(&bytes).unwrap().documents.len(), 1);
    assert_eq!(names(folder.path()), ["documents", "out.entente"]);
}

#[test]
fn writes_nothing_when_anything_fails() {
    let good = folder_of(&[("documents/a.md", b"Text.")]);
    let bad = folder_of(&[("documents/a.md", b"")]);
    let target = folder_of(&[("old", b"old"), ("folder/x", b"")]);
    let path = |name: &str| target.path().join(name).display().to_string();
    let (good, bad) = (good.path().display().to_string(), bad.path().display().to_string());
    let document = format!("{good}/documents/a.md");
    for (corpus, output, sentence) in [
        (&bad, path("new"), "entente: 1 error, nothing written\n"),
        (&bad, path("old"), "entente: 1 error, nothing written\n"),
        (&good, path("folder"), "cannot be written: it is a folder\n"),
        (&good, path("old/x"), "cannot be written: not a directory\n"),
        (&good, path("absent/x"), "cannot be written: No such file or directory (os error 2)\n"),
        (&good, document.clone(), "is part of the corpus; name another file\n"),
    ] {
        let run = entente(&["compile", corpus, "-o", &output]);
        assert_eq!(run.status.code(), Some(1), "{output}");
        assert!(stderr(&run).ends_with(sentence), "{}", stderr(&run));
        assert_eq!(names(target.path()), ["folder", "old"]);
        assert_eq!(fs::read_to_string(path("old")).unwrap(), "old");
        assert_eq!(names(&target.path().join("folder")), ["x"]);
        assert_eq!(fs::read_to_string(&document).unwrap(), "Text.");
    }
}

#[test]
fn replaces_no_file_of_the_corpus() {
    let document: &[u8] = b"They met in Paris.";
    let nested = folder_of(&[
        ("documents/a.md", document),
        ("documents/b.docx", b"PK"),
        ("documents/deep/c.txt", b"They met in Rome."),
        ("people.toml", b"[paul]\nname = \"Paul Poe\"\n"),
        ("meetings.toml", b""),
        ("README.md", b"About this corpus."),
    ]);
    let bare = folder_of(&[("a.md", document), ("NOTES", b"Notes.")]);
    for (folder, targets) in [
        (
            &nested,
            &[
                "documents/a.md",
                "documents/b.docx",
                "documents/deep/c.txt",
                "documents/new.md",
                "documents/deep/new.entente",
                "documents",
                "people.toml",
                "places.toml",
                "meetings.toml",
                "corpus.toml",
                "README.md",
                "documents/../people.toml",
            ][..],
        ),
        (&bare, &["a.md", "new.md", "new.txt", "NOTES", "people.toml"]),
    ] {
        let all = |folder: &std::path::Path| -> Vec<_> {
            let below = ["", "documents", "documents/deep"].map(|below| folder.join(below));
            let folders = below.into_iter().filter(|folder| folder.is_dir());
            let files = folders
                .flat_map(|folder| names(&folder).into_iter().map(move |name| folder.join(name)));
            files.map(|path| (path.clone(), fs::read(path).ok())).collect()
        };
        let before = all(folder.path());
        for target in targets {
            let output = folder.path().join(target).display().to_string();
            let corpus = folder.path().display().to_string();
            let run = entente(&["compile", &corpus, "-o", &output]);
            assert_eq!(run.status.code(), Some(1), "{target}");
            assert!(stderr(&run).ends_with("; name another file\n"), "{target}: {}", stderr(&run));
            assert_eq!(all(folder.path()), before, "{target}");
        }
        let output = folder.path().join("out").display().to_string();
        for _ in 0..2 {
            let corpus = folder.path().display().to_string();
            let run = entente(&["compile", &corpus, "-o", &output]);
            assert_eq!(run.status.code(), Some(0), "an archive may lie beside: {}", stderr(&run));
        }
    }
}

#[cfg(unix)]
#[test]
fn replaces_no_file_of_the_corpus_through_a_link() {
    use std::os::unix::fs::symlink;
    let outside = folder_of(&[("more/y.md", b"They met in Rome."), ("lee.toml", b"")]);
    let folder = folder_of(&[("documents/a.md", b"They met in Paris.")]);
    let path = |name: &str| folder.path().join(name);
    symlink(outside.path().join("more"), path("documents/more")).unwrap();
    symlink(outside.path().join("lee.toml"), path("people.toml")).unwrap();
    symlink("documents/a.md", path("link")).unwrap();
    symlink("documents/new.md", path("dangling")).unwrap();
    symlink("documents", path("folder")).unwrap();
    for target in [
        path("link"),
        path("dangling"),
        path("folder/x"),
        outside.path().join("more/y.md"),
        outside.path().join("more/new"),
        outside.path().join("lee.toml"),
    ] {
        let run = entente(&["compile".into(), folder.path().into(), "-o".into(), target.clone()]);
        assert_eq!(run.status.code(), Some(1), "{}", target.display());
        assert!(stderr(&run).ends_with("is part of the corpus; name another file\n"));
    }
    assert_eq!(fs::read(path("documents/a.md")).unwrap(), b"They met in Paris.");
    assert_eq!(names(&path("documents")), ["a.md", "more"]);
}

#[test]
fn writes_an_archive_to_standard_output() {
    let folder = folder_of(&[("documents/a.md", b"Text.")]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
    let run =
        command.args(["compile", ".", "-o", "-"]).current_dir(folder.path()).output().unwrap();
    assert_eq!((run.status.code(), stderr(&run).as_str()), (Some(0), ""));
    assert_eq!(entente_archive::Archive::open(&run.stdout).unwrap().documents.len(), 1);
    assert_eq!(names(folder.path()), ["documents"]);
}

#[cfg(unix)]
#[test]
fn shows_no_command_for_the_terminal_that_a_name_holds() {
    let name = "documents/\u{1b}]0;a\u{7}\n.md";
    let folder = folder_of(&[(name, b""), ("\u{1b}[31m/x", b"")]);
    let root = folder.path().display().to_string();
    let run = entente(&["check", &root]);
    let shown = r"documents/\u{1b}]0;a\u{7}\u{a}.md:1:1: error: the document has no text";
    assert!(stdout(&run).starts_with(&format!("{root}/{shown}")), "{}", stdout(&run));
    assert_eq!(stdout(&run).lines().count(), 2);
    let absent = format!("{root}/\u{1b}[31m");
    for run in [
        entente(&["check", &absent]),
        entente(&["compile", &root, "-o", &format!("{absent}/absent/x")]),
        entente(&["analyse", &absent]),
    ] {
        let all = stdout(&run) + &stderr(&run);
        assert!(!all.contains('\u{1b}') && all.contains(r"\u{1b}[31m"), "{all:?}");
    }
}

/// Runs `entente analyse` and reads what it prints.
fn analyse(args: &[&str]) -> (Option<i32>, Vec<Value>, String) {
    let run = entente(&[&["analyse"], args].concat());
    let records = stdout(&run).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run.status.code(), records, stderr(&run))
}

#[test]
fn analyses_after_the_schema() {
    let corpus = default_corpus();
    let files = names(&corpus.join("documents"));
    let paths: Vec<_> = files
        .iter()
        .map(|name| corpus.join("documents").join(name).display().to_string())
        .collect();
    let paths: Vec<_> = paths.iter().map(String::as_str).collect();
    let (code, records, _) = analyse(&paths);
    assert_eq!((code, records.len()), (Some(0), 5));
    for (record, path) in records.iter().zip(&paths) {
        let text = fs::read_to_string(path).unwrap();
        let body = text.splitn(3, "+++\n").nth(2).unwrap();
        assert!(path.ends_with(&format!("/{}.md", record["document"].as_str().unwrap())));
        assert_eq!(record["language"], "en");
        assert_eq!(record["title"]["basis"], "given");
        let date = &record["published"]["date"];
        assert!(record["published"].is_null() || date.as_str().unwrap().len() >= 7);
        for meeting in record["meetings"].as_array().unwrap() {
            assert!(
                ["held", "planned", "mentioned"].contains(&meeting["status"].as_str().unwrap())
            );
            let named = |name: &Value| {
                record["entities"].as_array().unwrap().iter().any(|one| one["name"] == *name)
            };
            assert!(meeting["participants"].as_array().unwrap().iter().all(named));
            for sentence in meeting["evidence"].as_array().unwrap() {
                let end = sentence["end"].as_u64().unwrap() as usize;
                assert!(body.get(sentence["start"].as_u64().unwrap() as usize..end).is_some());
            }
        }
        for promise in record["promises"].as_array().unwrap() {
            let word = |key: &str| promise[key].as_str().unwrap();
            assert!(["invitation", "agreement", "meeting"].contains(&word("kind")), "{promise}");
            assert!(["open", "kept"].contains(&word("state")) && body.contains(word("what")));
            let entities = record["entities"].as_array().unwrap();
            let named = |name: &Value| entities.iter().any(|one| one["name"] == *name);
            for side in ["who", "to"] {
                assert!(promise[side].as_array().unwrap().iter().all(named), "{promise}");
            }
            let evidence = promise["evidence"].as_array().unwrap();
            assert!(!evidence.is_empty());
            for sentence in evidence {
                let offset = |key: &str| sentence[key].as_u64().unwrap() as usize;
                assert!(body.get(offset("start")..offset("end")).is_some());
            }
        }
        for paper in record["papers"].as_array().into_iter().flatten() {
            assert!(["signed", "agreed"].contains(&paper["act"].as_str().unwrap()), "{paper}");
            let entities = record["entities"].as_array().unwrap();
            assert!(entities.iter().any(|one| one["name"] == paper["name"]), "{paper}");
        }
        for piece in record["boilerplate"].as_array().unwrap() {
            let end = piece["end"].as_u64().unwrap() as usize;
            assert!(body.get(piece["start"].as_u64().unwrap() as usize..end).is_some());
            let what = piece["what"].as_str().unwrap();
            assert!(["teaser", "agency", "stamp", "bullet"].contains(&what), "{what}");
        }
        let entities = record["entities"].as_array().unwrap();
        assert!(!entities.is_empty());
        for entity in entities {
            let kinds = ["person", "organisation", "place", "agreement", "event", "date"];
            assert!(kinds.contains(&entity["kind"].as_str().unwrap()), "{entity}");
            for mention in entity["mentions"].as_array().unwrap() {
                let offset = |key: &str| mention[key].as_u64().unwrap() as usize;
                let words = mention["text"].as_str().unwrap();
                assert_eq!(&body[offset("start")..offset("end")], words);
            }
        }
    }
}

#[test]
fn prints_the_keys_in_the_order_of_the_schema() {
    let text = "+++\ntitle = \"Talks\"\n+++\n date 2023-12-19 Paris (VNA) - They met.";
    let folder = folder_of(&[("a.md", text.as_bytes())]);
    let run = entente(&["analyse".into(), folder.path().join("a.md").into_os_string()]);
    let line = stdout(&run);
    let mut last = 0;
    for key in [
        "{\"document\":\"a\"",
        "\"language\":",
        "\"title\":{\"text\":\"Talks\",\"basis\":\"given\"}",
        "\"published\":{\"date\":\"2023-12-19\",\"basis\":",
        "\"dateline\":\"Paris\"",
        "\"boilerplate\":[{\"start\":1,\"end\":16,\"what\":\"stamp\"}",
        "\"entities\":[{\"kind\":\"place\",\"name\":\"Paris\",\"mentions\":[{\"start\":",
        "{\"kind\":\"date\",\"name\":\"2023-12-19\",\"mentions\":[{\"start\":",
        "\"meetings\":[]",
        "\"promises\":[]}\n",
    ] {
        let at = line.find(key).unwrap_or_else(|| panic!("{key} in {line}"));
        assert!(at >= last, "{key}");
        last = at;
    }
}

#[test]
fn analyses_the_others_when_one_cannot_be_read() {
    let folder = folder_of(&[("a.txt", b"They met."), ("b.txt", b"\xff"), ("empty.txt", b"")]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (code, records, errors) = analyse(&[
        &path("absent.txt"),
        &path("b.txt"),
        &path("a.txt"),
        &path("empty.txt"),
        &path(""),
    ]);
    let documents: Vec<_> =
        records.iter().map(|record| record["document"].as_str().unwrap()).collect();
    assert_eq!((code, documents), (Some(1), vec!["a", "empty"]));
    assert_eq!(records[0]["title"]["basis"], "worked-out");
    assert!(records[0]["published"].is_null() && records[0]["dateline"].is_null());
    assert!(
        errors.contains("absent.txt:1:1: error: this cannot be read: No such file"),
        "{errors}"
    );
    assert!(errors.contains("b.txt:1:1: error: the text is not UTF-8 from byte 0 on"), "{errors}");
}

#[test]
fn analyses_with_a_corpus_that_can_be_used() {
    let bad = folder_of(&[]);
    let file = folder_of(&[("a.txt", b"They met.")]);
    let path = file.path().join("a.txt").display().to_string();
    let corpus = |folder: &std::path::Path| folder.display().to_string();
    let (code, records, _) = analyse(&["--corpus", &corpus(&default_corpus()), &path]);
    assert_eq!((code, records.len()), (Some(0), 1));
    let (code, records, errors) = analyse(&["--corpus", &corpus(bad.path()), &path]);
    assert_eq!((code, records.len()), (Some(1), 0));
    assert!(errors.contains("the corpus has no documents"), "{errors}");
}

fn spawn(args: &[&str]) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
    let pipes = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped());
    pipes.stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn analyses_standard_input() {
    let mut run = spawn(&["analyse", "-"]);
    run.stdin.take().unwrap().write_all("Hà Nội, on 5 May 2024.".as_bytes()).unwrap();
    let output = run.wait_with_output().unwrap();
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &record["document"]), (Some(0), &Value::from("stdin")));
    let entities = record["entities"].as_array().unwrap();
    let texts: Vec<_> = entities.iter().map(|entity| &entity["mentions"][0]["text"]).collect();
    assert_eq!(texts, ["Hà Nội", "5 May 2024"]);
}

#[test]
fn ends_in_peace_when_nobody_reads_on() {
    let path = default_corpus().join("documents/2016-11-first-dialogue-paris.md");
    let path = path.display().to_string();
    let args = [&["analyse"][..], &vec![path.as_str(); 200]].concat();
    let mut run = spawn(&args);
    let mut first = [0];
    run.stdout.as_mut().unwrap().read_exact(&mut first).unwrap();
    drop(run.stdout.take());
    let output = run.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}
