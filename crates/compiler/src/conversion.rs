//! Signs that a text was converted wrongly before it came here.
//!
//! Such a text is valid UTF-8, and what it has lost cannot be given back: so each sign is a
//! warning, told once a text where it stands first, with how many more there are. Honest
//! texts must not be warned of, since who is warned for nothing reads no warnings: a sign
//! that punctuation and quoted letters can give by chance counts only beside a sure one.

use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineIndex;
use crate::text_fault::TextFault;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
use std::collections::BTreeMap;
use unicode_normalization::char::{compose, is_combining_mark};

/// The signs in a text, and another fault in it. `path` is for messages.
pub(crate) fn issues(path: &str, text: &str, other: Option<(usize, Fault)>) -> Vec<Issue> {
    let signs = [controls, replacements, references, loose_accents, decoded_twice];
    let mut found: Vec<_> = signs.iter().flat_map(|sign| sign(text)).chain(other).collect();
    if found.is_empty() {
        return Vec::new();
    }
    // What has no character in an encoding stays as a control character when it is decoded.
    if found.iter().any(|(_, fault)| matches!(fault, Fault::Text(TextFault::DecodedTwice { .. }))) {
        found.retain(|(_, fault)| {
            !matches!(fault, Fault::Text(TextFault::Control { found: '\u{80}'.., .. }))
        });
    }
    found.sort_by_key(|(at, _)| *at);
    let lines = LineIndex::new(text);
    let issue = |(at, fault)| Issue { file: path.to_owned(), place: lines.line_column(at), fault };
    found.into_iter().map(issue).collect()
}

/// The runs of characters that are not ASCII, and the bytes at which they begin.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(|byte| !byte.is_ascii())?;
        let length = bytes[start..].iter().position(u8::is_ascii);
        at = length.map_or(bytes.len(), |length| start + length);
        Some((start, &text[start..at]))
    })
}

/// A fault for the first of these, with the number of the others.
fn first<T>(
    mut found: impl Iterator<Item = (usize, T)>,
    fault: impl FnOnce(T, usize) -> Fault,
) -> Vec<(usize, Fault)> {
    let Some((at, what)) = found.next() else { return Vec::new() };
    vec![(at, fault(what, found.count()))]
}

/// Characters that plain text has not: NUL, and commands for terminals and printers. Form
/// feeds divide pages; NEL is a line end.
fn controls(text: &str) -> Vec<(usize, Fault)> {
    let bytes = text.as_bytes();
    let command = |(at, first): (usize, &u8)| match (first, bytes.get(at + 1)) {
        (b'\t' | b'\n' | b'\r' | 0x0c, _) | (0xc2, Some(0x85)) => None,
        (0..0x20 | 0x7f, _) => Some((at, char::from(*first))),
        (0xc2, Some(second @ 0x80..=0x9f)) => Some((at, char::from(*second))),
        _ => None,
    };
    // The first of each, and how many there are.
    let (mut nul, mut other) = ((None, 0), (None, 0));
    for (at, c) in bytes.iter().enumerate().filter_map(command) {
        let (first, count) = if c == '\0' { &mut nul } else { &mut other };
        first.get_or_insert((at, c));
        *count += 1;
    }
    let nul = nul.0.map(|(at, _)| (at, TextFault::Nul { more: nul.1 - 1 }));
    let other = other.0.map(|(at, found)| (at, TextFault::Control { found, more: other.1 - 1 }));
    nul.into_iter().chain(other).map(|(at, fault)| (at, Fault::Text(fault))).collect()
}

/// U+FFFD, which stands for what could not be converted.
fn replacements(text: &str) -> Vec<(usize, Fault)> {
    first(text.match_indices(char::REPLACEMENT_CHARACTER), |_, more| {
        Fault::Text(TextFault::Replacement { more })
    })
}

/// Character references of HTML: `&eacute;`, `&#7877;`, `&#x1EC5;`.
fn references(text: &str) -> Vec<(usize, Fault)> {
    /// The longest name is `&CounterClockwiseContourIntegral;`.
    const LONGEST: usize = 33;
    let reference = |(at, _): (usize, &str)| {
        let rest = &text[at..text.floor_char_boundary(at + LONGEST)];
        let (name, _) = rest[1..].split_once(';')?;
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'#';
        if !name.bytes().all(is_name) {
            return None;
        }
        let found = &rest[..name.len() + 2];
        let meant = html_escape::decode_html_entities(found);
        (meant != found).then(|| (at, (found.to_owned(), meant.into_owned())))
    };
    first(text.match_indices('&').filter_map(reference), |(found, meant), more| {
        Fault::Text(TextFault::CharacterReference { found, meant, more })
    })
}

/// Accents that stand beside their letters: `M¨uller`, `Rene´`, and combining marks behind a
/// space. PDF files that were made by old programs give such texts.
fn loose_accents(text: &str) -> Vec<(usize, Fault)> {
    let accents = |c: char| combining(c).is_some() || is_combining_mark(c);
    let runs = runs(text).flat_map(|(start, run)| {
        run.match_indices(accents).map(move |(at, found)| (start + at, found))
    });
    let loose = |(at, found): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        let accent = found.chars().next()?;
        let (last, next) = (before.chars().next_back(), after.chars().next());
        let with = |letter: Option<char>, mark| {
            let letter = letter.map(|c| if c == 'ı' { 'i' } else { c })?;
            Some(compose(letter, mark)?.to_string()).filter(|_| letter.is_alphabetic())
        };
        let word = |start: usize, end: usize, meant: Option<String>| {
            Some((at, (text[start..end].to_owned(), meant?)))
        };
        let end = after.chars().next().map_or(at, |c| at + found.len() + c.len_utf8());
        let start = before.char_indices().next_back().map_or(at, |(start, _)| start);
        let Some(mark) = combining(accent) else {
            // A mark behind its letter is how decomposed text is written.
            let alone = last.is_none_or(|c| c.is_whitespace() && c != '\u{a0}');
            return if alone { word(at, end, with(next, accent)) } else { None };
        };
        // `l´homme` has a wrong apostrophe, `25 ˚C` a wrong degree.
        let letters = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if !letters(last) || !letters(next) || accent == '´' && is_elided(before) {
            return None;
        }
        let meant = with(next, mark);
        match meant {
            Some(_) => word(at, end, meant),
            None => word(start, at + found.len(), with(last, mark)),
        }
    };
    first(runs.filter_map(loose), |(found, meant), more| {
        Fault::Text(TextFault::LooseAccent { found, meant, more })
    })
}

/// The mark that an accent is when it stands above or below its letter.
const fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '´' => '\u{301}',
        '¨' => '\u{308}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// Whether a text ends in a word that loses its vowel before another: `l`, `d`, `qu`.
fn is_elided(before: &str) -> bool {
    let mut letters = before.chars().rev();
    let (last, second, third) = (letters.next(), letters.next(), letters.next());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    !letter(second)
        || last == Some('u') && second.is_some_and(|c| matches!(c, 'q' | 'Q')) && !letter(third)
}

/// UTF-8 that was read as an encoding with one byte a character: `HÃ  Ná»™i` for `Hà Nội`.
fn decoded_twice(text: &str) -> Vec<(usize, Fault)> {
    // A character of UTF-8 that is not ASCII has at least two bytes.
    let runs: Vec<_> = runs(text).filter(|(_, run)| run.chars().nth(1).is_some()).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    for table in [
        Table::new(WINDOWS_1252),
        Table::new(WINDOWS_1250),
        Table::new(MACINTOSH),
        Table::new(WINDOWS_1251),
    ] {
        let signs = table.signs(text, &runs);
        if signs.sure
            && let Some((at, found, meant)) = signs.first
        {
            let fault = TextFault::DecodedTwice { found, meant, more: signs.count - 1 };
            return vec![(at, Fault::Text(fault))];
        }
    }
    Vec::new()
}

/// Characters that are bytes of UTF-8, in one encoding.
#[derive(Default)]
struct Signs {
    /// The first: its byte in the text, its characters, and what they were.
    first: Option<(usize, String, String)>,
    count: usize,
    /// Whether there is one that no honest text has.
    sure: bool,
}

/// The bytes of the characters of an encoding.
struct Table {
    encoding: &'static Encoding,
    bytes: BTreeMap<char, u8>,
}

impl Table {
    fn new(encoding: &'static Encoding) -> Self {
        let character = |byte: u8| encoding.decode_without_bom_handling(&[byte]).0.chars().next();
        let bytes = (0x80..=0xff).filter_map(|byte| Some((character(byte)?, byte))).collect();
        Self { encoding, bytes }
    }

    fn byte(&self, c: char) -> Option<u8> {
        match c {
            // What has no character in the encoding often stays as a control character.
            '\u{80}'..='\u{9f}' => Some(c as u8),
            _ => self.bytes.get(&c).copied(),
        }
    }

    /// All parts of these runs of a text that are UTF-8 of letters and signs that reports have.
    fn signs(&self, text: &str, runs: &[(usize, &str)]) -> Signs {
        let mut signs = Signs::default();
        for &(start, run) in runs {
            let mut at = start;
            for part in run.split_inclusive(|c: char| self.byte(c).is_none()) {
                let known = part.trim_end_matches(|c: char| self.byte(c).is_none());
                if !known.is_empty() {
                    self.run(text, at, known, &mut signs);
                }
                at += part.len();
            }
        }
        signs
    }

    /// The signs in a run of characters that have bytes, which begins at this byte of the text.
    fn run(&self, text: &str, start: usize, run: &str, signs: &mut Signs) {
        let bytes: Vec<u8> = run.chars().filter_map(|c| self.byte(c)).collect();
        // Where the character of each byte stands in the text, and where the run ends.
        let places = run.char_indices().map(|(at, _)| start + at).chain([start + run.len()]);
        let places: Vec<usize> = places.collect();
        let mut sign = |from: usize, meant: &str, sure: Option<bool>| {
            let (at, end) = (places[from], places[from + meant.len()]);
            let found = &text[at..end];
            let around = || (text[..at].chars().next_back(), text[end..].chars().next());
            signs.count += 1;
            signs.sure = signs.sure || sure.unwrap_or_else(|| self.is_sure(found, around()));
            signs.first.get_or_insert_with(|| (at, found.to_owned(), meant.to_owned()));
        };
        let mut from = 0;
        for chunk in bytes.utf8_chunks() {
            let valid = chunk.valid();
            let found = &text[places[from]..places[from + valid.len()]];
            if self.is_script(valid, valid.len() == bytes.len()) {
                sign(from, valid, Some(!found.chars().skip(1).all(is_quoted)));
            } else if self.encoding != WINDOWS_1251 {
                let known = |c: char| is_latin(c) || is_sign(c) || is_emoji(c);
                for (at, meant) in valid.match_indices(known) {
                    sign(from + at, meant, None);
                }
            }
            from += valid.len() + chunk.invalid().len();
        }
    }

    /// Whether characters are several letters of another script, of which each was two or
    /// three characters. Letters of Windows-1251 can be some of them by chance, but not all of
    /// a word.
    fn is_script(&self, meant: &str, whole: bool) -> bool {
        let letters = meant.chars().filter(|c| c.is_alphabetic()).count();
        let other = |c: char| c.is_alphabetic() && !is_latin(c) || is_sign(c);
        match self.encoding {
            encoding if encoding == WINDOWS_1251 => whole && letters >= 3,
            encoding if encoding == WINDOWS_1252 => letters >= 2 && meant.chars().all(other),
            _ => false,
        }
    }

    /// Whether no honest text has these characters: a letter, then not only quotation marks,
    /// dashes and spaces, which may follow it by chance (`Café »`, `MANHÃ…`).
    fn is_sure(&self, found: &str, (before, after): (Option<char>, Option<char>)) -> bool {
        let mut characters = found.chars();
        let lead = characters.next().unwrap_or_default();
        let rest = characters.as_str();
        if self.encoding == MACINTOSH {
            return !lead.is_alphabetic() && !rest.chars().all(is_quoted);
        }
        if rest.chars().any(|c| !is_quoted(c)) {
            // Letters follow each other in honest words: `ORĂŞEL`.
            return !rest.chars().all(char::is_alphabetic);
        }
        // An opening mark between two letters closes nothing and opens nothing.
        let opens = rest.chars().all(|c| matches!(c, '‘' | '“' | '„' | '‚' | '«' | '‹'));
        let inside = opens && after.is_some_and(char::is_lowercase);
        // `Â` and `Ã` end words in capitals, but stand alone in no language.
        let alone = matches!(lead, 'Â' | 'Ã') && !before.is_some_and(char::is_uppercase);
        inside || alone
    }
}

/// Letters that reports in Latin script have, Vietnamese among them.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{17f}' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ș' | 'ș' | 'Ț' | 'ț' | '\u{1ea0}'..='\u{1ef9}')
        && c.is_alphabetic()
}

/// Punctuation and signs that reports have.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2026}' | '\u{202f}' | '\u{2030}' | '\u{2032}'..='\u{203a}' | '€' | '™' | '№' | '−' | '\u{feff}')
}

const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}')
}

/// What may follow a letter by chance: quotation marks, dashes, spaces, marks of notes.
const fn is_quoted(c: char) -> bool {
    matches!(
        c,
        '\u{a0}'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '…'
            | '–'
            | '—'
            | '•'
            | '·'
            | '¹'
            | '²'
            | '³'
            | '´'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signs of a text: line, column, and what is said.
    fn told(text: &str) -> Vec<String> {
        let line = |issue: Issue| {
            format!("{}:{}: {}", issue.place.line, issue.place.column, issue.fault.what())
        };
        issues("a", text, None).into_iter().map(line).collect()
    }

    #[test]
    fn warns_of_text_that_was_decoded_twice() {
        for (text, expected) in [
            ("HÃ  Ná»™i â€“ the talks", "1:6: `á»™` was perhaps `ộ`, and 1 more like it"),
            ("\nin SÃ£o Paulo", "2:5: `Ã£` was perhaps `ã`"),
            ("the ministerâ€™s", "1:13: `â€™` was perhaps `’`"),
            ("â€œTalksâ€\u{9d}", "1:1: `â€œ` was perhaps `“`, and 1 more like it"),
            ("a price of â‚¬5", "1:12: `â‚¬` was perhaps `€`"),
            ("Nguyá»…n VÄƒn TÃ¢m", "1:5: `á»…` was perhaps `ễ`, and 2 more like it"),
            ("Ä‘iá»‡n", "1:1: `Ä‘` was perhaps `đ`, and 1 more like it"),
            ("dans 10Â\u{a0}km", "1:8: `Â\u{a0}` was perhaps `\u{a0}`"),
            ("voilÃ\u{a0}", "1:5: `Ã\u{a0}` was perhaps `à`"),
            (
                "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€",
                "1:1: `ÐŸÑ€Ð¸Ð²ÐµÑ‚` was perhaps `Привет`, and 1 more like it",
            ),
            ("РџСЂРёРІРµС‚", "1:1: `РџСЂРёРІРµС‚` was perhaps `Привет`"),
            ("ä¼šè°ˆ", "1:1: `ä¼šè°ˆ` was perhaps `会谈`"),
            ("HĂ\u{a0} Ná»™i", "1:6: `á»™` was perhaps `ộ`"),
            ("cafĂ©", "1:4: `Ă©` was perhaps `é`"),
            ("caf√© ‚Äì", "1:4: `√©` was perhaps `é`, and 1 more like it"),
            ("ðŸ™‚", "1:1: `ðŸ™‚` was perhaps `🙂`"),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
    }

    #[test]
    fn does_not_warn_of_honest_text() {
        for text in [
            "São Paulo, Ålesund, À Paris, « Ça »",
            "«\u{a0}Ça\u{a0}», voilà\u{a0}», Café\u{a0}», CAFÉ…, «voilà», “déjà”…",
            "AMANHÃ… MANHÃ” MAÇÃ» IRMÃ– ROMÂNĂ” ŢARĂ… ORĂŞEL FĂGĂRAŞ",
            "«está»¹ «está»… Nescafé™ Café® BEKÂ» “Å” Å… Öland… ÄÖÜ",
            "XUÂN ẤT Điện Biên Phủ, TP.HCM – “Đà Nẵng”",
            "Київ, Їжак, РІК, Привет, Перемовини «Україна»… Ёлка",
            "Ελλάδα «Αθήνα»… 会议、両国。 العربية עברית ไทย",
            "Straße Größe ÜBER… İstanbul’da ığdır",
            "ŽELEZNÝ ŠŤASTNÝ ČESKÝ ŁÓDŹ ŻÓŁĆ Őrség ŰRHAJÓ",
            "5 °C, n° 3, 20 €, § 4, ½, ±5, 3 × 4, © 2024, a² + b², 1º, 2ª",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn warns_of_what_was_lost_or_not_converted() {
        for (text, expected) in [
            (
                "a\nb\u{fffd}c\u{fffd}",
                "2:2: a character (U+FFFD) was lost when the text was converted, and 1 more like it",
            ),
            (
                "Nguy&#7877;n V&#259;n T&aacute;m&nbsp;met",
                "1:5: `&#7877;` is a character reference of HTML for `ễ`, and 3 more like it",
            ),
            ("AT&amp;T", "1:3: `&amp;` is a character reference of HTML for `&`"),
            ("a\u{1b}[31m", "1:2: the text has the control character U+001B"),
            (
                "a\0b\0",
                "1:2: the text has a NUL character, which plain text has not, and 1 more like it",
            ),
            (
                "\u{93}Talks\u{94}",
                "1:1: the text has the control character U+0093, and 1 more like it",
            ),
            ("M¨uller", "1:2: in `¨u` an accent stands beside its letter: `ü`"),
            ("Mu¨ller", "1:3: in `u¨` an accent stands beside its letter: `ü`"),
            (
                "Ren´e and Mart´ın",
                "1:4: in `´e` an accent stands beside its letter: `é`, and 1 more like it",
            ),
            ("M \u{308}uller", "1:3: in `\u{308}u` an accent stands beside its letter: `ü`"),
        ] {
            assert_eq!(told(text), [expected], "{text:?}");
        }
        for text in [
            "R&D; AT&T",
            "a & b; c",
            "l´homme, d´Artagnan, qu´un",
            "25 ˚C",
            "e\u{301}",
            "page 1\u{c}page 2",
            "¨",
            "ˇ",
        ] {
            assert_eq!(told(text), [""; 0], "{text:?}");
        }
    }
}
