//! Bytes as text, or a good guess at what they are instead.
//!
//! Reports come from old systems. A text in another encoding is refused, never converted:
//! a wrong guess would change words, and a changed word would be shown as the source's
//! own. But the guess helps whoever converts it.

use crate::fault::Fault;
use crate::place::Place;

/// What bytes that are no UTF-8 look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Encoding {
    Utf16,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1258,
}

impl Encoding {
    /// Its name for `iconv -f`.
    pub const fn iconv(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "WINDOWS-1252",
            Self::Windows1258 => "WINDOWS-1258",
        }
    }

    /// Its name for people.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Utf16 | Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252 (Western European)",
            Self::Windows1258 => "Windows-1258 (Vietnamese)",
        }
    }

    fn guess(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Self::Utf16;
        }
        // Text of a European language in UTF-16 is zero in every second byte or so.
        let head = &bytes[..bytes.len().min(4096)];
        let zeros = |odd| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
        let (high_first, low_first) = (zeros(0), zeros(1));
        if (high_first + low_first) * 5 > head.len() {
            return if low_first >= high_first { Self::Utf16Le } else { Self::Utf16Be };
        }
        // Tone marks stand behind their vowel in Windows-1258; in Windows-1252 these
        // bytes are Ì, Ò, Þ, ì and ò, which hardly ever follow a vowel.
        let tone = |pair: &[u8]| {
            b"aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd".contains(&pair[0])
                && matches!(pair[1], 0xcc | 0xd2 | 0xde | 0xec | 0xf2)
        };
        if bytes.windows(2).any(tone) { Self::Windows1258 } else { Self::Windows1252 }
    }
}

/// The text in these bytes.
///
/// # Errors
/// Where the bytes stop being UTF-8, and what they look like.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, (Place, Fault)> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = std::str::from_utf8(&bytes[..offset]).unwrap_or_default();
        let encoding = Encoding::guess(bytes);
        (Place::of(before, offset), Fault::NotUtf8 { offset, encoding })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_what_it_cannot_read() {
        let utf16 = |order: fn(u16) -> [u8; 2]| {
            "Hà Nội, May 5".encode_utf16().flat_map(order).collect::<Vec<_>>()
        };
        let marked = [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes)].concat();
        for (bytes, offset, encoding) in [
            (marked, 0, Encoding::Utf16),
            (utf16(u16::to_le_bytes), 2, Encoding::Utf16Le),
            (utf16(u16::to_be_bytes), 3, Encoding::Utf16Be),
            (b"S\xe9bastien Lecornu".to_vec(), 1, Encoding::Windows1252),
            (b"le minist\xe8re des Arm\xe9es".to_vec(), 9, Encoding::Windows1252),
            (b"H\xe0 N\xf4\xf2i".to_vec(), 1, Encoding::Windows1258),
            (b"B\xf4\xf2 tr\xfd\xf5\xf2ng".to_vec(), 1, Encoding::Windows1258),
        ] {
            let fault = decode(bytes.clone()).unwrap_err().1;
            assert_eq!(fault, Fault::NotUtf8 { offset, encoding }, "{bytes:x?}");
        }
    }

    #[test]
    fn says_where_utf8_ends() {
        let place = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err().0;
        assert_eq!(place("Hà Nội\nđ".as_bytes().split_last().unwrap().1).line, 2);
        assert_eq!(place(b"a\nb\xff"), Place { line: 2, column: 2 });
        assert_eq!(decode("Hà Nội".into()).unwrap(), "Hà Nội");
    }
}
