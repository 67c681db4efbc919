//! Files that are not what a corpus needs: other encodings, formats, line ends and front
//! matters, and texts that were converted wrongly. Each gives one message that says what it is,
//! and none of them is shown as text in silence.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_compiler::{Source, SourceFile, check, compile, folder};
use proptest::prelude::*;
use std::time::Instant;
use support::{entente, folder_of, stderr, stdout, told};

/// A corpus of one document with these bytes has one issue, which has all these parts.
#[track_caller]
fn one(bytes: impl AsRef<[u8]>, parts: &[&str]) {
    let folder = folder_of(&[("documents/a.md", bytes.as_ref())]);
    let told = told(folder.path());
    let text = String::from_utf8_lossy(bytes.as_ref()).into_owned();
    assert_eq!(told.len(), 1, "{text:?}: {told:#?}");
    for part in parts {
        assert!(told[0].contains(part), "{text:?}: {} has not {part}", told[0]);
    }
}

/// A corpus of one document with this text has no issue, and the text is as it was.
#[track_caller]
fn none(text: &str) {
    let folder = folder_of(&[("documents/a.md", text.as_bytes())]);
    assert_eq!(told(folder.path()), [""; 0], "{text:?}");
    let corpus = compile(folder::read(folder.path())).unwrap().corpus;
    assert_eq!(corpus.documents[0].text, text);
}

#[test]
fn front_matters_in_other_forms() {
    let yaml = ["error: this text begins with a front matter in YAML; write it in TOML between"];
    one("---\ntitle: Talks\ndate: 2024-05-07\n---\nText.", &yaml);
    one("\u{feff}\n---\r\ntitle: Talks\r\n...\r\nText.", &yaml);
    one("---\ntitle: \"Talks\"\nText without an end.", &yaml);
    one("---\nTitle: Talks\nDate: 2024\n---\nText.", &yaml);
    one("---\ntitle = \"Talks\"\n---\nText.", &["a front matter between lines `---`; write `+++`"]);
    let json = ["a.md:1:1: error: this text begins with JSON; write it in TOML between two lines"];
    one("{\n  \"title\": \"Talks\"\n}\nText.", &json);
    one("[{\"title\":\"Talks\",\"text\":\"They met.\"}]", &json);
    let fence = ["begins with a front matter that has not `+++` alone in its first line; write `+"];
    one("++++\ntitle = \"Talks\"\n++++\nText.", &fence);
    one(" +++\ntitle = \"Talks\"\n+++\nText.", &fence);
    one("\n\n+++\ntitle = \"Talks\"\n+++\nText.", &["a.md:3:1: ", fence[0]]);
    one("+++ toml\ntitle = \"Talks\"\n+++\nText.", &fence);
    one(" +++\ntitle = \"Talks\"\nText without an end.", &fence);
    one(
        "title = \"Talks\"\nsource = \"VNA\"\n\nText.",
        &["a front matter without its lines `+++`"],
    );
}

#[test]
fn honest_first_lines() {
    for text in [
        "+++ Eilmeldung +++\nDer Minister ist in Paris.\n+++ Mehr in Kürze +++",
        "+++ Eilmeldung +++ Der Minister ist in Paris +++",
        "+++ Eilmeldung +++\nDer Minister ist in Paris.\n+++\nEnde.",
        "---\nThey met in Paris.\n---\nThey left.",
        "---\nSource: VNA\nThey met in Paris.",
        "---\nhttps://example.org\nThey met in Paris.\n---\nThey left.",
        "++++\nThey met in Paris.\n++++\nThey left.",
        "+++ Eilmeldung +++\nDer Minister ist da.\nKurs = 5\n+++\nEnde.",
        "---\nPresident: We agreed.\n---\nThey left.",
        "{They} met in Paris.",
        "[\"They\" met] in Paris.",
        "<They> met in Paris.",
        "Title = the whole of it",
        "++ They met in Paris.",
    ] {
        none(text);
    }
}

#[test]
fn other_formats_with_the_name_of_a_text() {
    one(
        "<html><body>They met.</body></html>",
        &["a.md:1:1: error: this is HTML, not plain text; "],
    );
    one("\n<!DOCTYPE html>\n<p>They met.", &["this is HTML, not plain text; convert it, for ex"]);
    one("{\\rtf1\\ansi They met.}", &["this is RTF, not plain text; convert it, for example with"]);
    one("<?xml version=\"1.0\"?><report/>", &["this is XML, not plain text"]);
    one(b"%PDF-1.7\n\xe2\xe3", &["this is a PDF file, not plain text; convert it, for exa"]);
    one(b"PK\x03\x04\x14\0", &["this is a ZIP archive or a document of a word processor, not pl"]);
    one(b"\0\x01\x02\x03\xff\xfe\x04", &["1:1: error: this is binary data, not plain text; "]);
}

#[test]
fn other_line_ends() {
    for (sign, name) in [
        ("\r", "CR alone (as on old Macintoshes)"),
        ("\u{85}", "NEL (U+0085, as on mainframes)"),
        ("\u{2028}", "LINE SEPARATOR (U+2028)"),
    ] {
        let ends = format!("error: the lines of this text end in {name}; save the file with line");
        let lines = |text: &str| text.replace('\n', sign);
        one(lines("+++\ntitle = \"Talks\"\n+++\nThey met.\nThey left.\n"), &["a.md:1:4: ", &ends]);
        one(lines("They met.\n\nThey left.\n"), &["a.md:1:10: ", &ends]);
        let mixed = format!("+++\ntitle = \"Talks\"\n+++{sign}They met.\n");
        one(mixed, &["a.md:3:4: ", &ends]);
        let folder = folder_of(&[
            ("documents/a.md", b"They met."),
            ("people.toml", lines("[lee]\nname = \"Ann Lee\"\n").as_bytes()),
        ]);
        let told = told(folder.path());
        assert!(told[0].starts_with(&format!("people.toml:1:6: {ends}")), "{told:?}");
        assert_eq!(told.len(), 1);
    }
    one("They met.\nThey\rleft.\nThey came.", &["a.md:2:5: warning: this line ends in CR alone"]);
    none("They met.\r\n\r\nThey left.\u{2028}\r\n");
}

#[test]
fn other_encodings() {
    let russian = "Министр обороны встретился с коллегой в Париже.";
    let polish =
        "Minister spotkał się w Warszawie ze swoim odpowiednikiem, źródła milczą, wciąż czekając.";
    let japanese = "防衛大臣は東京で会談し、両国の協力について話し合った。";
    let chinese = "国防部长在北京会见了法国同行,双方讨论了两国合作。";
    for (text, label, name) in [
        (
            russian,
            "windows-1251",
            "Windows-1251 (Cyrillic); save it as UTF-8, or try: iconv -f WIND",
        ),
        (
            russian,
            "koi8-r",
            "KOI8-R or KOI8-U (Cyrillic); save it as UTF-8, or try: iconv -f KOI8-U",
        ),
        (
            polish,
            "windows-1250",
            "Windows-1250 (Central European); save it as UTF-8, or try: iconv",
        ),
        (japanese, "shift_jis", "Shift-JIS (Japanese); save it as UTF-8, or try: iconv -f CP932 "),
        (
            chinese,
            "gb18030",
            "GB18030 or GBK (Chinese); save it as UTF-8, or try: iconv -f GB18030",
        ),
    ] {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let looks = format!("it looks like {name}");
        one(encoding.encode(text).0, &["error: the text is not UTF-8 from byte ", &looks]);
    }
    let utf32: Vec<u8> = "\u{feff}Paris".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    one(utf32, &["it looks like UTF-32; save it as UTF-8, or try: iconv -f UTF-32 -t UTF-8"]);
    one(
        b"Minister Wa\xb3\xeasa spoke.",
        &["from byte 11 on; open it in an editor with the encoding in which it reads right"],
    );
}

#[test]
fn texts_that_were_converted_wrongly() {
    one(
        "+++\n+++\nin\nHÃ  Ná»™i â€“ the talks",
        &["a.md:4:6: warning: `á»™` was perhaps `ộ`, and 1 mo"],
    );
    one("They met in H\u{fffd} Noi.", &["a.md:1:14: warning: a character (U+FFFD) was lost when"]);
    one(
        "Nguy&#7877;n V&#259;n T&aacute;m&nbsp;met",
        &["a.md:1:5: warning: `&#7877;` is a character reference of HTML for `ễ`, and 3 more like"],
    );
    one(
        "Mr M¨uller came.",
        &["a.md:1:5: warning: in `¨u` an accent stands beside its letter: `ü`"],
    );
    one("They \u{1b}[31mmet.", &["a.md:1:6: warning: the text has the control character U+001B"]);
    for text in [
        "São Paulo, Ålesund, À Paris, « Ça »",
        "«\u{a0}Ça\u{a0}», voilà\u{a0}», Café\u{a0}», CAFÉ…",
        "l´homme et d´Artagnan; AT&T; R&D; 25 ˚C",
    ] {
        none(text);
    }
    let folder = folder_of(&[
        ("documents/a.md", "Nguyễn Văn Tám met.".as_bytes()),
        (
            "people.toml",
            "[tam]\nname = \"Nguyá»…n VÄƒn TÃ¡m\"\naliases = [\"Nguyễn Văn Tám\"]\n".as_bytes(),
        ),
    ]);
    let told = told(folder.path());
    assert!(told[0].starts_with("people.toml:2:13: warning: `á»…` was perhaps `ễ`"), "{told:?}");
}

#[test]
fn one_source_written_in_three_ways() {
    let report = |source: &str, number: usize| {
        format!("+++\nsource = \"{source}\"\n+++\nThey met in room {number}.").into_bytes()
    };
    let sources =
        ["Báo Nhân Dân", "Ba\u{301}o Nha\u{302}n Da\u{302}n", " Báo\u{a0}Nhân \u{200b}Dân"];
    let files: Vec<_> = sources.iter().zip(1..).map(|(source, n)| report(source, n)).collect();
    let folder = folder_of(&[
        ("documents/a.md", &files[0]),
        ("documents/b.md", &files[1]),
        ("documents/c.md", &files[2]),
    ]);
    let corpus = compile(folder::read(folder.path())).unwrap().corpus;
    assert!(corpus.documents.iter().all(|document| document.source == sources[0]));
}

#[test]
fn one_report_under_two_titles() {
    let folder = folder_of(&[
        ("documents/a.md", b"+++\ntitle = \"Talks\"\n+++\nThey met."),
        ("documents/b.md", b"+++\ntitle = \"Meeting\"\n+++\n\nThey met.\n"),
        ("documents/c.md", b"They met again."),
    ]);
    assert_eq!(
        told(folder.path()),
        [
            "documents/b.md:1:1: warning: the text is the same as that of documents/a.md; remove one of \
          the two, or correct its text"
        ]
    );
}

#[test]
fn analyse_tells_the_same() {
    let folder =
        folder_of(&[("a.md", b"---\ntitle: Talks\n---\nText."), ("b.md", b"M\xc2\xa8uller")]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let run = entente(&["analyse", &path("a.md"), &path("b.md")]);
    assert_eq!(run.status.code(), Some(1));
    assert!(stderr(&run).contains("a.md:1:1: error: this text begins with a front matter in YAML"));
    assert!(stderr(&run).contains("b.md:1:2: warning: in `¨u` an accent stands beside its letter"));
    assert_eq!(stdout(&run).lines().count(), 1);
}

/// What texts of a bad conversion are made of, and what could make a byte of one the middle
/// of a character.
fn scrap() -> impl Strategy<Value = String> {
    let scraps = [
        "+++",
        "++++",
        "---",
        "\n",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "title",
        " = ",
        ": ",
        "\"",
        "{",
        "Ã",
        "\u{a0}",
        "á»™",
        "â€“",
        "Â",
        "Ă",
        "√",
        "Ð",
        "ð",
        "Р",
        "´",
        "¨",
        "\u{308}",
        "e",
        "ı",
        "É",
        "&#7877;",
        "&eacute;",
        "&",
        ";",
        "\0",
        "\u{1b}$B",
        "\u{fffd}",
        "会",
        "🙂",
        "<html",
        "id = \"a\"",
        "[a]",
        "a.b",
    ];
    proptest::collection::vec(proptest::sample::select(scraps.to_vec()), 0..24)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in scrap(), toml in scrap()) {
        let file = |path: &str, bytes: &[u8]| SourceFile { path: path.into(), bytes: bytes.into() };
        let source = Source {
            settings: Some(file("corpus.toml", toml.as_bytes())),
            authorities: vec![file("people.toml", toml.as_bytes())],
            reviews: Some(file("meetings.toml", toml.as_bytes())),
            documents: vec![file("a.md", text.as_bytes()), file("b.md", toml.as_bytes())],
            ..Source::default()
        };
        check(source);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let documents = vec![SourceFile { path: "a.md".into(), bytes }];
        check(Source { documents, ..Source::default() });
    }
}

/// Checks a corpus and one of four times the size. Where each thing is compared with each, or
/// lines are counted from the start for each, it takes sixteen times as long. Others use the
/// machine, too: so there are several runs.
#[track_caller]
fn grows_with_the_input(corpus: impl Fn(usize) -> tempfile::TempDir, size: usize) {
    let took = |size: usize| {
        let folder = corpus(size);
        let start = Instant::now();
        assert!(told(folder.path()).len() >= size);
        start.elapsed().as_secs_f64()
    };
    let ratios: Vec<_> =
        (0..3).map(|_| took(4 * size) / took(size)).take_while(|r| *r > 9.0).collect();
    assert!(ratios.len() < 3, "{ratios:?}");
}

#[test]
fn checking_takes_time_in_proportion_to_the_input() {
    use std::fmt::Write;
    let long = "#".repeat(200);
    let keys = |size: usize| {
        let mut head = String::from("+++\n");
        (0..size).for_each(|n| writeln!(head, "{long}\nkey-{n} = 1").unwrap());
        folder_of(&[("documents/a.md", format!("{head}+++\nText.").as_bytes())])
    };
    grows_with_the_input(keys, 1_000);
    let records = |size: usize| {
        let mut records = String::new();
        for n in 0..size {
            writeln!(records, "{long}\n[p-{n}]\npart-of = \"q-{n}\"\nformer = [\"x\"]").unwrap();
        }
        let files = [("documents/a.md", &b"Text."[..]), ("mechanisms.toml", records.as_bytes())];
        folder_of(&files)
    };
    grows_with_the_input(records, 1_000);
}
