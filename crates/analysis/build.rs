//! Takes comments and needless space out of the lexicons, and lists the languages that there are: each
//! folder of `lexicon` but that of the world is one. What is left is compiled into the crate. The
//! unit tests also have the languages in `tests/data/lexicon`, which are read the same way.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder with what is the same in all languages.
const WORLD: &str = "world";
/// What a text in no known language is read by; it comes first.
const DEFAULT: &str = "en";

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo gives a folder"));
    let shipped = languages("lexicon", &out);
    let tested = languages("tests/data/lexicon", &out);
    let write = |file, list| {
        fs::write(out.join(file), format!("[\n{list}]")).expect("the folder can be written");
    };
    write("languages-of-tests.rs", shipped.clone() + &tested);
    write("languages.rs", shipped);
}

/// The languages in a folder, as Rust; their word lists are written to `out`.
fn languages(root: &str, out: &Path) -> String {
    println!("cargo::rerun-if-changed={root}");
    let mut folders = entries(Path::new(root));
    folders.retain(|folder| folder.is_dir());
    folders.sort_by_key(|folder| name(folder) != DEFAULT);
    let mut languages = String::new();
    for folder in folders {
        let files = entries(&folder);
        for file in files.iter().filter(|file| is_list(file)) {
            let text = fs::read_to_string(file).expect("a lexicon is text");
            let target = out.join([name(&folder), name(file)].join("-"));
            fs::write(target, lean(&text)).expect("the folder can be written");
        }
        if name(&folder) != WORLD {
            languages += &language(&folder, &files);
        }
    }
    languages
}

/// A language as Rust: its code, its word lists, what it calls places, its grammar and its frames.
fn language(folder: &Path, files: &[PathBuf]) -> String {
    let code = name(folder);
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo gives a folder");
    let has = |wanted: &str| files.iter().any(|file| name(file) == wanted);
    let list = |file: &str| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{code}-{file}\"))");
    let whole = |file: &str| match has(file) {
        true => format!("Some(include_str!({:?}))", format!("{root}/{}/{file}", folder.display())),
        false => "None".to_owned(),
    };
    let places =
        if has("world.txt") { format!("Some({})", list("world.txt")) } else { "None".into() };
    let lists = files.iter().filter(|file| is_list(file)).map(|file| name(file));
    let lists = lists.filter(|file| file != "world.txt");
    let mut rust = format!("Language {{ code: {code:?}, lists: &[");
    for file in lists {
        let _ = write!(rust, "{}, ", list(&file));
    }
    let (grammar, frames) = (whole("grammar.toml"), whole("frames.toml"));
    let _ = writeln!(rust, "], places: {places}, grammar: {grammar}, frames: {frames} }},");
    rust
}

fn is_list(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "txt")
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the lexicons are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths
}

/// The lines that say something, without space around the marks between forms.
fn lean(text: &str) -> String {
    let lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lean = |line: &str| {
        let parts = |mark: char, text: &str| {
            text.split(mark).map(str::trim).collect::<Vec<_>>().join(&mark.to_string())
        };
        parts(';', &parts('|', line)) + "\n"
    };
    lines.map(lean).collect()
}
