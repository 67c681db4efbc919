//! What can be wrong with a text as such, and how to mend it: its bytes, its lines, and signs of
//! a conversion that went wrong.

use crate::decode::Encoding;
use crate::fault::short;
use crate::issue::Severity;

/// What is wrong with a text; as in [`crate::Fault`]. `more` is how many more places like the
/// one that is told there are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // what the fields hold, the sentences below say
pub enum TextFault {
    /// Bytes that are no UTF-8, from `offset` on, and what they look like if that is sure.
    NotUtf8 { offset: usize, encoding: Option<Encoding> },
    /// A file in another format, whatever its name says.
    NotText { found: &'static str, convert: &'static str },
    /// Lines that end in something else than LF or CR LF: in all of a text, so that it cannot be
    /// read, or in some places of it.
    LineEnds { name: &'static str, all: bool },
    /// What is known of a document, in another form than TOML between two lines `+++`.
    OtherFrontMatter { found: &'static str, mend: &'static str },
    /// A NUL character in a text.
    Nul { more: usize },
    /// Another control character in a text.
    Control { found: char, more: usize },
    /// Characters that were UTF-8 and were read as another encoding.
    DecodedTwice { found: String, meant: String, more: usize },
    /// The character that stands for what could not be converted.
    Replacement { more: usize },
    /// A character reference of HTML.
    CharacterReference { found: String, meant: String, more: usize },
    /// An accent beside its letter.
    LooseAccent { found: String, meant: String, more: usize },
}

impl TextFault {
    /// Whether a corpus with it can be compiled.
    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::NotUtf8 { .. }
            | Self::NotText { .. }
            | Self::LineEnds { all: true, .. }
            | Self::OtherFrontMatter { .. } => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// What is wrong.
    pub(crate) fn what(&self) -> String {
        match self {
            Self::NotUtf8 { offset, encoding } => {
                let looks = encoding.map(|found| format!("; it looks like {}", found.description));
                let looks = looks.unwrap_or_default();
                format!("the text is not UTF-8 from byte {offset} on{looks}")
            }
            Self::NotText { found, .. } => format!("this is {found}, not plain text"),
            Self::LineEnds { name, all: true } => format!("the lines of this text end in {name}"),
            Self::LineEnds { name, .. } => format!("this line ends in {name}"),
            Self::OtherFrontMatter { found, .. } => format!("this text begins with {found}"),
            Self::Nul { more } => {
                format!("the text has a NUL character, which plain text has not{}", and(*more))
            }
            Self::Control { found, more } => {
                let code = code(*found);
                format!("the text has the control character {code}{}", and(*more))
            }
            Self::DecodedTwice { found, meant, more } => {
                format!("`{}` was perhaps `{}`{}", short(found), short(meant), and(*more))
            }
            Self::Replacement { more } => {
                format!("a character (U+FFFD) was lost when the text was converted{}", and(*more))
            }
            Self::CharacterReference { found, meant, more } => format!(
                "`{}` is a character reference of HTML for `{}`{}",
                short(found),
                short(meant),
                and(*more)
            ),
            Self::LooseAccent { found, meant, more } => format!(
                "in `{}` an accent stands beside its letter: `{}`{}",
                short(found),
                short(meant),
                and(*more)
            ),
        }
    }

    /// How to mend it.
    pub(crate) fn mend(&self) -> String {
        match self {
            Self::NotText { convert, .. } => (*convert).into(),
            Self::NotUtf8 { encoding: Some(encoding), .. } => {
                let name = encoding.iconv;
                format!("save it as UTF-8, or try: iconv -f {name} -t UTF-8 OLD > NEW")
            }
            Self::NotUtf8 { .. } => {
                "open it in an editor with the encoding in which it reads right, and save it as \
                 UTF-8"
                    .into()
            }
            Self::LineEnds { .. } => "save the file with line ends LF or CR LF".into(),
            Self::OtherFrontMatter { mend, .. } => (*mend).into(),
            Self::Nul { .. } => "remove it, or save the file as UTF-8 if it is UTF-16".into(),
            Self::Control { .. } => "remove it".into(),
            Self::DecodedTwice { .. } => {
                "convert the original to UTF-8 once more, and once only".into()
            }
            Self::Replacement { .. } => "copy it from the original again".into(),
            Self::CharacterReference { .. } => "write the character itself".into(),
            Self::LooseAccent { .. } => "write the letter with its accent".into(),
        }
    }
}

/// How many more of a kind there are.
fn and(more: usize) -> String {
    if more == 0 { String::new() } else { format!(", and {more} more like it") }
}

/// A character that cannot be shown: U+001B.
pub(crate) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
