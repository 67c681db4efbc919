//! Makes the two tables that the crate ships: the letters that fold to other letters, and
//! the spelling rules without their comments.
//!
//! What a letter folds to is decided here, once, from the Unicode data of
//! `unicode-normalization` and of the standard library; the crate carries only the answer,
//! as runs that compress well. `src/fold/letters.rs` is the one reader of the runs.

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::{env, fs, path::Path};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[path = "src/fold/kind.rs"]
mod kind;
use kind::Kind;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/fold/kind.rs");
    println!("cargo::rerun-if-changed=data/spelling.txt");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let letters = source_of(&runs());
    fs::write(Path::new(&out).join("letters.rs"), letters).expect("OUT_DIR can be written");
    let spelling = fs::read_to_string("data/spelling.txt").expect("data/spelling.txt is there");
    fs::write(Path::new(&out).join("spelling.txt"), without_comments(&spelling))
        .expect("OUT_DIR can be written");
}

/// Signs that the Unicode data does not take apart the way a reader types them. The signs
/// on the left all fold to the text on the right.
const TYPED: &[(&str, &str)] = &[
    ("‘’‚‛′‵´ʹʻʼʽˈ‹›❛❜＇՚", "'"),
    ("“”„‟″‶«»ˮ〝〞〟❝❞＂", "\""),
    ("‐‑‒–—―−⸺⸻֊־᠆﹘﹣－", "-"),
    ("⁄∕", "/"),
    ("\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}", " "),
    ("\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}", " "),
    ("đĐðÐɖƉᴆ", "d"),
    ("øØᴏɵƟ", "o"),
    ("łŁƚȽɫⱢ", "l"),
    ("ħĦⱧⱨ", "h"),
    ("ŧŦƭƬʈƮȾⱦ", "t"),
    ("ıɪɨƗ", "i"),
    ("ȷɉɈ", "j"),
    ("ŋŊɲƝƞȠɴ", "n"),
    ("ƀɃɓƁƃƂ", "b"),
    ("ƈƇȼȻ", "c"),
    ("ɇɆ", "e"),
    ("ƒƑ", "f"),
    ("ɠƓǥǤ", "g"),
    ("ƙƘⱩⱪĸ", "k"),
    ("ƥƤᵽⱣ", "p"),
    ("ɍɌɽⱤ", "r"),
    ("ȿⱾ", "s"),
    ("ʉɄ", "u"),
    ("ʋƲ", "v"),
    ("ƴƳɏɎ", "y"),
    ("ƶƵȥȤɀⱿ", "z"),
    ("ⱥȺ", "a"),
    ("œŒɶ", "oe"),
    ("æÆ", "ae"),
    ("ßẞ", "ss"),
    ("þÞ", "th"),
    ("ς", "σ"),
    ("ґҐ", "г"),
];

/// Diacritics. They are dropped, and belong to the letter before them. Marks of other
/// scripts that are letters in all but name (vowel signs, viramas) stay: see `KeptMark`.
const DIACRITICS: &[RangeInclusive<u32>] = &[
    0x0300..=0x036f,
    0x0483..=0x0489, // Cyrillic
    0x0591..=0x05c7, // Hebrew points
    0x0610..=0x061a,
    0x064b..=0x065f, // Arabic vowels
    0x0670..=0x0670,
    0x06d6..=0x06ed,
    0x0711..=0x0711,
    0x0730..=0x074a,
    0x08d3..=0x08ff,
    0x093c..=0x093c, // nuktas
    0x09bc..=0x09bc,
    0x0a3c..=0x0a3c,
    0x0abc..=0x0abc,
    0x0b3c..=0x0b3c,
    0x0cbc..=0x0cbc,
    0x1ab0..=0x1aff,
    0x1dc0..=0x1dff,
    0x20d0..=0x20ff,
    0x3099..=0x309a, // voicing of kana
    0xfe00..=0xfe0f, // variation selectors
    0xfe20..=0xfe2f,
];

/// Characters without width or ink. They are dropped and belong to no letter.
const INVISIBLE: &[RangeInclusive<u32>] = &[
    0x00ad..=0x00ad, // soft hyphen
    0x061c..=0x061c,
    0x180e..=0x180e,
    0x200b..=0x200f,
    0x202a..=0x202e,
    0x2060..=0x206f,
    0xfeff..=0xfeff,
];

/// Blocks that fold to themselves although their compatibility forms say otherwise:
/// `src/fold/letters.rs` says why.
const LEFT_OUT: &[RangeInclusive<u32>] = &[
    0x2474..=0x24b5, // numbers and letters in brackets or with a point
    0x2e80..=0x2fdf, // radicals
    0x3130..=0x33ff, // compatibility jamo, enclosed and squared East Asian forms
    0xac00..=0xd7ff, // Hangul, composed in code
    0xe000..=0xfaff, // private use, compatibility ideographs
    0xfb50..=0xfdff, // Arabic ligatures
    0xfe70..=0xfefe, // Arabic positional forms
    0xff01..=0xff5e, // full-width ASCII, folded in code
    0xffa0..=0xffdc, // half-width jamo
];

fn within(blocks: &[RangeInclusive<u32>], c: char) -> bool {
    blocks.iter().any(|block| block.contains(&u32::from(c)))
}

fn is_diacritic(c: char) -> bool {
    within(DIACRITICS, c) && is_combining_mark(c)
}

/// What one character folds to: taken apart, lowered, retyped, until nothing changes.
fn image(c: char) -> String {
    let once: String = step(c);
    let again: String = once.chars().map(step).collect();
    assert_eq!(again, again.chars().map(step).collect::<String>(), "{c:?} does not settle");
    again
}

fn step(c: char) -> String {
    if let Some((_, plain)) = TYPED.iter().find(|(signs, _)| signs.contains(c)) {
        return (*plain).to_string();
    }
    if within(LEFT_OUT, c) {
        return c.to_string();
    }
    let mut parts: String = c.nfkd().collect();
    // Spacing twins of diacritics (¨ ¯ ¸) are a space and a mark to Unicode, not to readers.
    if parts.starts_with(' ') {
        parts = c.nfd().collect();
    }
    let lower = parts.chars().flat_map(char::to_lowercase);
    lower.filter(|&c| !is_diacritic(c) && !within(INVISIBLE, c)).collect()
}

/// One row of the table: `kind` for `length` characters from `first` on.
struct Run {
    first: u32,
    kind: Kind,
    length: usize,
    target: String,
}

/// All runs of the Basic Multilingual Plane beyond ASCII, in order.
fn runs() -> Vec<Run> {
    let all: Vec<(Kind, String)> = (0..0x1_0000)
        .map(|at| char::from_u32(at).map_or((Kind::Same, String::new()), classify))
        .collect();
    let mut runs = Vec::new();
    let mut at = 0x80;
    while at < all.len() {
        let run = longest_run(&all, at);
        at += run.length.max(1);
        if run.kind != Kind::Same {
            runs.push(run);
        }
    }
    runs
}

/// The kind of a character that stands alone, and what it folds to.
fn classify(c: char) -> (Kind, String) {
    let image = image(c);
    if is_diacritic(c) || image.is_empty() && !within(INVISIBLE, c) {
        (Kind::Mark, String::new())
    } else if within(INVISIBLE, c) {
        (Kind::Invisible, String::new())
    } else if image.chars().eq([c]) {
        (if is_combining_mark(c) { Kind::KeptMark } else { Kind::Same }, image)
    } else if image.chars().count() == 1 && !image.contains(|c| u32::from(c) > 0xffff) {
        (Kind::All, image)
    } else {
        (Kind::Text, image)
    }
}

/// The run from `at` on that covers most characters.
fn longest_run(all: &[(Kind, String)], at: usize) -> Run {
    let (kind, target) = all[at].clone();
    let rest = &all[at..];
    let first = at as u32;
    if kind == Kind::Text {
        return Run { first, kind, length: 1, target };
    }
    let alike = rest.iter().take_while(|(k, t)| *k == kind && (kind != Kind::All || *t == target));
    let alike = alike.count();
    if kind != Kind::All {
        return Run { first, kind, length: alike, target };
    }
    let base = target.chars().next().map_or(0, u32::from);
    let is = |step: usize| {
        rest.get(step).is_some_and(|(kind, image)| {
            *kind == Kind::All && image.chars().map(u32::from).eq([base + step as u32])
        })
    };
    let shifted = (0..rest.len()).take_while(|&step| is(step)).count();
    let rests = |step: usize| rest.get(step).is_some_and(|(kind, _)| *kind == Kind::Same);
    let every_other =
        (0..rest.len()).take_while(|&pair| is(2 * pair) && rests(2 * pair + 1)).count() * 2;
    let (length, kind) =
        [(every_other, Kind::EveryOther), (shifted, Kind::Shift), (alike, Kind::All)]
            .into_iter()
            .max_by_key(|(length, _)| *length)
            .expect("three candidates");
    Run { first, kind, length, target }
}

/// The table as Rust source: columns, because columns compress better than rows.
fn source_of(runs: &[Run]) -> String {
    let mut pool = String::new();
    let (mut firsts, mut spans, mut targets) = (Vec::new(), Vec::new(), Vec::new());
    let mut texts: Vec<&str> =
        runs.iter().filter(|run| run.kind == Kind::Text).map(|run| run.target.as_str()).collect();
    texts.sort_by_key(|text| (std::cmp::Reverse(text.len()), *text));
    for text in texts {
        if !pool.contains(text) {
            pool.push_str(text);
        }
    }
    for run in runs {
        let (count, target) = match run.kind {
            Kind::Text => (run.target.len(), pool.find(&run.target).expect("it was pooled")),
            Kind::All | Kind::Shift | Kind::EveryOther => {
                (run.length, run.target.chars().next().map_or(0, |c| c as usize))
            }
            Kind::Mark | Kind::KeptMark | Kind::Invisible | Kind::Same => (run.length, 0),
        };
        firsts.push(u16::try_from(run.first).expect("a BMP character"));
        spans.push(run.kind.with_count(count).expect("a short run"));
        targets.push(u16::try_from(target).expect("a BMP character or a place in the pool"));
    }
    let mut source = String::new();
    for (name, column) in [("FIRST", firsts), ("SPAN", spans), ("TARGET", targets)] {
        writeln!(source, "pub(super) static {name}: [u16; {}] = {column:?};", column.len())
            .expect("strings can be written");
    }
    writeln!(source, "pub(super) static POOL: &str = {pool:?};").expect("strings can be written");
    source
}

/// The rules alone: comments and empty lines are for readers of the file.
fn without_comments(data: &str) -> String {
    let lines = data.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
