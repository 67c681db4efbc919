//! Character references that a page has left in a text: "O&#8217;Dowd".
//!
//! Only marks, spaces and letters beyond ASCII are read: what could be part of another
//! reference stays, so that reading twice is reading once.

use crate::fold::letters::is_invisible;

/// Marks by their names in HTML.
const NAMED: [(&str, char); 12] = [
    ("apos", '\''),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("quot", '"'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// Accents by their names in HTML, with the letters that have them, each behind its plain one.
const ACCENTS: [(&str, &str); 9] = [
    ("acute", "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyý"),
    ("grave", "AÀaàEÈeèIÌiìOÒoòUÙuù"),
    ("circ", "AÂaâEÊeêIÎiîOÔoôUÛuû"),
    ("uml", "AÄaäEËeëIÏiïOÖoöUÜuüyÿ"),
    ("tilde", "AÃaãNÑnñOÕoõ"),
    ("cedil", "CÇcç"),
    ("ring", "AÅaå"),
    ("caron", "SŠsšZŽzž"),
    ("slash", "OØoø"),
];

/// No reference that is read has more bytes between its marks.
const LONGEST: usize = 8;

/// The character that a reference at the beginning of a text names, and its length in bytes.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let inside = text.strip_prefix('&')?;
    let length = inside.bytes().take(LONGEST + 1).position(|byte| byte == b';')?;
    let name = inside.get(..length)?;
    let code = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
        Some(figures) => figures.parse().ok(),
        None => named(name).map(u32::from),
    };
    let c = char::from_u32(code?)?;
    let mark = matches!(c, '\'' | '"' | '’' | ' ') || !c.is_ascii() && !c.is_control();
    (mark && !is_invisible(c)).then_some((c, length + 2))
}

fn named(name: &str) -> Option<char> {
    if let Some((_, mark)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*mark);
    }
    let plain = name.chars().next()?;
    let (_, letters) = ACCENTS.iter().find(|(accent, _)| name[plain.len_utf8()..] == **accent)?;
    let mut letters = letters.chars();
    letters.find(|&letter| letter == plain)?;
    letters.next()
}
