//! Bytes as text, or a good guess at what they are instead.
//!
//! Reports come from old systems. A text in another encoding is refused, never converted:
//! a wrong guess would change words, and a changed word would be shown as the source's
//! own. But the guess helps whoever converts it, and where it is not sure there is none:
//! advice that gives rubbish is worse than no advice.

use crate::fault::Fault;
use crate::format;
use crate::line_column::LineColumn;
use crate::text_fault::TextFault;
use chardetng::EncodingDetector;
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

/// An encoding that bytes are probably in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Its name for `iconv -f`.
    pub iconv: &'static str,
    /// Its name for people.
    pub description: &'static str,
}

/// Encodings with the names that `encoding_rs` gives them.
const ENCODINGS: &[(&str, Encoding)] = &[
    ("UTF-32", named("UTF-32", "UTF-32")),
    ("UTF-32LE", named("UTF-32LE", "UTF-32")),
    ("UTF-32BE", named("UTF-32BE", "UTF-32")),
    ("UTF-16", named("UTF-16", "UTF-16")),
    ("UTF-16LE", named("UTF-16LE", "UTF-16")),
    ("UTF-16BE", named("UTF-16BE", "UTF-16")),
    ("windows-1250", named("WINDOWS-1250", "Windows-1250 (Central European)")),
    ("windows-1251", named("WINDOWS-1251", "Windows-1251 (Cyrillic)")),
    ("windows-1252", named("WINDOWS-1252", "Windows-1252 (Western European)")),
    ("windows-1253", named("WINDOWS-1253", "Windows-1253 (Greek)")),
    ("windows-1254", named("WINDOWS-1254", "Windows-1254 (Turkish)")),
    ("windows-1255", named("WINDOWS-1255", "Windows-1255 (Hebrew)")),
    ("windows-1256", named("WINDOWS-1256", "Windows-1256 (Arabic)")),
    ("windows-1257", named("WINDOWS-1257", "Windows-1257 (Baltic)")),
    ("windows-1258", named("WINDOWS-1258", "Windows-1258 (Vietnamese)")),
    ("windows-874", named("CP874", "Windows-874 (Thai)")),
    ("ISO-8859-2", named("ISO-8859-2", "ISO 8859-2 (Central European)")),
    ("ISO-8859-4", named("ISO-8859-4", "ISO 8859-4 (Baltic)")),
    ("ISO-8859-5", named("ISO-8859-5", "ISO 8859-5 (Cyrillic)")),
    ("ISO-8859-6", named("ISO-8859-6", "ISO 8859-6 (Arabic)")),
    ("ISO-8859-7", named("ISO-8859-7", "ISO 8859-7 (Greek)")),
    ("ISO-8859-8", named("ISO-8859-8", "ISO 8859-8 (Hebrew)")),
    ("ISO-2022-JP", named("ISO-2022-JP", "ISO-2022-JP (Japanese)")),
    ("KOI8-U", named("KOI8-U", "KOI8-R or KOI8-U (Cyrillic)")),
    ("IBM866", named("CP866", "code page 866 (Cyrillic)")),
    ("Shift_JIS", named("CP932", "Shift-JIS (Japanese)")),
    ("EUC-JP", named("EUC-JP", "EUC-JP (Japanese)")),
    ("EUC-KR", named("CP949", "EUC-KR (Korean)")),
    ("Big5", named("BIG5-HKSCS", "Big5 (Chinese)")),
    ("GBK", named("GB18030", "GB18030 or GBK (Chinese)")),
    ("gb18030", named("GB18030", "GB18030 or GBK (Chinese)")),
];

const fn named(iconv: &'static str, description: &'static str) -> Encoding {
    Encoding { iconv, description }
}

impl Encoding {
    fn called(name: &str) -> Option<Self> {
        ENCODINGS.iter().find(|(known, _)| *known == name).map(|&(_, encoding)| encoding)
    }
}

/// The text in these bytes.
///
/// # Errors
/// Where the bytes stop being UTF-8 and what they look like, or in which format they are.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, (LineColumn, Fault)> {
    if let Some(fault) = format::for_bytes(&bytes) {
        return Err((LineColumn::START, fault));
    }
    let wide = wide(&bytes);
    match String::from_utf8(bytes) {
        Ok(text) => match (wide, text.find('\0')) {
            (Some(wide), Some(nul)) => Err(refused(text.as_bytes(), nul, Some(wide))),
            _ if is_binary(text.as_bytes()) => Err((LineColumn::START, format::BINARY)),
            _ => match to_japanese(&text) {
                Some(at) => Err(refused(text.as_bytes(), at, Some("ISO-2022-JP"))),
                None => Ok(text),
            },
        },
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            if wide.is_none() && is_binary(bytes) {
                return Err((LineColumn::START, format::BINARY));
            }
            Err(refused(bytes, offset, wide.or_else(|| guess(bytes, offset))))
        }
    }
}

fn refused(bytes: &[u8], offset: usize, encoding: Option<&str>) -> (LineColumn, Fault) {
    let before = std::str::from_utf8(&bytes[..offset]).unwrap_or_default();
    let encoding = encoding.and_then(Encoding::called);
    (LineColumn::at(before, offset), Fault::Text(TextFault::NotUtf8 { offset, encoding }))
}

/// The encoding with units of two or four bytes that these are in: by their mark, or by
/// the zeros in text of a European language.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        // This one begins with the mark of UTF-16, which no text goes on from with a NUL.
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Some("UTF-16"),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(4096)];
    let mut zeros = [0; 4];
    head.iter().enumerate().filter(|&(_, &byte)| byte == 0).for_each(|(at, _)| zeros[at % 4] += 1);
    let quarter = head.len() / 4;
    let most = |count: usize| quarter >= 2 && count * 10 >= quarter * 9;
    if most(zeros[2]) && most(zeros[3]) {
        return Some("UTF-32LE");
    }
    if most(zeros[0]) && most(zeros[1]) {
        return Some("UTF-32BE");
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
    let many = |count: usize, other: usize| count > 3 && count * 3 > head.len() && other == 0;
    match () {
        () if many(odd, even) => Some("UTF-16LE"),
        () if many(even, odd) => Some("UTF-16BE"),
        () => None,
    }
}

/// Where a text in ISO-2022-JP, which is all ASCII, goes over to Japanese letters.
fn to_japanese(text: &str) -> Option<usize> {
    let escape = text.find('\u{1b}')?;
    let shifts = ["\u{1b}$B", "\u{1b}$@"];
    let first = shifts.iter().filter_map(|shift| text[escape..].find(shift)).min()?;
    text.is_ascii().then_some(escape + first)
}

/// Whether bytes are no text in any encoding: one in fifty is a control character that no
/// text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1 << 16)];
    let strange = |byte: &&u8| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    let count = head.iter().filter(strange).count();
    count > 3 && count * 50 > head.len()
}

/// The encoding with units of one byte, or of one or two, that bytes are probably in.
fn guess(bytes: &[u8], offset: usize) -> Option<&'static str> {
    /// So much is looked at from the first byte on that is not UTF-8.
    const WINDOW: usize = 1 << 18;
    /// With fewer bytes that are not ASCII a guess is often wrong.
    const ENOUGH: usize = 8;
    if is_damaged_utf8(bytes) {
        return None;
    }
    let from = bytes[..offset].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let window = &bytes[from..bytes.len().min(offset + WINDOW)];
    let mut detector = EncodingDetector::new();
    detector.feed(window, true);
    let detected = detector.guess(None, false);
    let count = window.iter().filter(|byte| !byte.is_ascii()).count();
    let (found, sure) = match () {
        () if count >= ENOUGH => (detected, true),
        () if is_vietnamese(window) => (WINDOWS_1258, true),
        () => (detected, detected == WINDOWS_1252 && is_western(window)),
    };
    let text = found.decode_without_bom_handling_and_without_replacement(window)?;
    (sure && is_plausible(&text) && !is_hungarian(found, window)).then_some(found.name())
}

/// Whether a decoded text reads like one. What the detector does not know, such as the
/// encodings of DOS and of old Macintoshes, it takes for something else.
fn is_plausible(text: &str) -> bool {
    let strange = |c| matches!(c, '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}');
    if text.contains(strange) {
        return false;
    }
    let (mut words, mut crooked, mut plain, mut accented) = (0, 0, 0, 0);
    for word in text.split(|c: char| !c.is_alphabetic() && !is_mark(c)) {
        if word.is_ascii() {
            continue;
        }
        words += 1;
        // `менЯ`: a capital behind a small letter.
        let pairs = word.chars().zip(word.chars().skip(1));
        let crook = |(a, b): (char, char)| a.is_lowercase() && b.is_uppercase();
        crooked += usize::from(pairs.filter(|&pair| crook(pair)).count() > 0);
        plain += word.chars().filter(char::is_ascii).count();
        accented += word.chars().filter(|c| matches!(c, '\u{80}'..='\u{24f}')).count();
    }
    // Languages in Latin script write most letters without accents.
    crooked * 20 <= words && accented <= plain + words / 2
}

/// A combining mark, as in Windows-1258.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a text that was taken for a western one has `õ` or `û` besides `á` and `ö` and their
/// like, as only Hungarian does, which means `ő` and `ű`.
fn is_hungarian(found: &encoding_rs::Encoding, bytes: &[u8]) -> bool {
    let has = |letters: &[u8]| bytes.iter().any(|byte| letters.contains(byte));
    found == WINDOWS_1252 && has(b"\xf5\xfb") && has(b"\xe1\xed\xf3") && has(b"\xf6\xfc")
}

/// Whether bytes are UTF-8 but for a few: then something was cut or overwritten, and no
/// other encoding gives the text back.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong
}

/// Whether tone marks stand behind their vowels, as in Windows-1258; in Windows-1252 these
/// bytes are Ì, Ò, Þ, ì and ò, which hardly ever follow a vowel, and never `ô` and its like.
fn is_vietnamese(bytes: &[u8]) -> bool {
    let tone = |byte| matches!(byte, 0xcc | 0xd2 | 0xde | 0xec | 0xf2);
    let own = |byte| b"\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd".contains(&byte);
    let others = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    letters >= others && bytes.windows(2).any(|pair| own(pair[0]) && tone(pair[1]))
}

/// Whether all bytes that are not ASCII are punctuation that most encodings with one byte a
/// character share, or stand in words and are letters that are the same in the encodings of
/// Central and Western Europe, or are frequent in the west.
fn is_western(bytes: &[u8]) -> bool {
    const LETTERS: &[u8] =
        b"\xc1\xc2\xc4\xc7\xc9\xcb\xcd\xce\xd3\xd4\xd6\xda\xdc\xdf\xe0\xe1\xe2\xe4\xe7\xe8\xe9\
        \xea\xeb\xed\xee\xf3\xf4\xf6\xfa\xfc";
    let in_word = |at: usize| {
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        letter(at + 1) || at > 0 && letter(at - 1)
    };
    let mut others = bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
    others.all(|(at, byte)| match byte {
        0x85 | 0x91..=0x94 | 0x96 | 0x97 | 0xa0 | 0xab | 0xbb => true,
        byte => LETTERS.contains(byte) && in_word(at),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_what_it_cannot_read() {
        let utf16 = |order: fn(u16) -> [u8; 2], text: &str| {
            text.encode_utf16().flat_map(order).collect::<Vec<_>>()
        };
        let utf32 = |order: fn(u32) -> [u8; 4]| {
            "\u{feff}Hà Nội".chars().flat_map(|c| order(c.into())).collect::<Vec<_>>()
        };
        let text = "Hà Nội, May 5";
        let marked = [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes, text)].concat();
        for (bytes, offset, encoding) in [
            (marked, 0, Some("UTF-16")),
            (utf16(u16::to_le_bytes, text), 2, Some("UTF-16LE")),
            (utf16(u16::to_be_bytes, text), 3, Some("UTF-16BE")),
            (utf16(u16::to_le_bytes, "Paris"), 1, Some("UTF-16LE")),
            (utf32(u32::to_le_bytes), 0, Some("UTF-32")),
            (utf32(u32::to_be_bytes), 2, Some("UTF-32")),
            (utf32(u32::to_le_bytes)[4..].to_vec(), 4, Some("UTF-32LE")),
            (utf32(u32::to_be_bytes)[4..].to_vec(), 7, Some("UTF-32BE")),
            (b"S\xe9bastien Lecornu".to_vec(), 1, Some("WINDOWS-1252")),
            (b"le minist\xe8re des Arm\xe9es".to_vec(), 9, Some("WINDOWS-1252")),
            (b"H\xe0 N\xf4\xf2i".to_vec(), 1, Some("WINDOWS-1258")),
            (b"B\xf4\xf2 tr\xfd\xf5\xf2ng".to_vec(), 1, Some("WINDOWS-1258")),
            (b"the minister\x92s \x93talks\x94".to_vec(), 12, Some("WINDOWS-1252")),
            (b"\x1b$BElEl\x1b(B talks".to_vec(), 0, Some("ISO-2022-JP")),
            (b"Minister Wa\xb3\xeasa".to_vec(), 11, None),
            (b"H\xc3\xa0 N\xe1\xbb\x99i, S\xe9bastien".to_vec(), 12, None),
        ] {
            let fault = decode(bytes.clone()).unwrap_err().1;
            let Fault::Text(TextFault::NotUtf8 { offset: at, encoding: found }) = fault else {
                panic!("{fault:?}")
            };
            assert_eq!((at, found.map(|found| found.iconv)), (offset, encoding), "{bytes:x?}");
        }
    }

    #[test]
    fn a_guess_gives_the_text_back_or_there_is_none() {
        let (mut right, mut all) = (0, 0);
        for (text, encodings) in SAMPLES {
            for name in *encodings {
                let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
                for share in 1..=8 {
                    let count = text.chars().count().div_ceil(share);
                    let part: String = text.chars().take(count).collect();
                    let (bytes, _, faulty) = encoding.encode(&part);
                    assert!(!faulty, "{name} has not all of: {part}");
                    let Err(error) = std::str::from_utf8(&bytes) else { continue };
                    all += 1;
                    if let Some(found) = guess(&bytes, error.valid_up_to()) {
                        right += 1;
                        let found = encoding_rs::Encoding::for_label(found.as_bytes()).unwrap();
                        let back = found.decode_without_bom_handling(&bytes).0;
                        assert_eq!(back, part, "{name} was taken for {}", found.name());
                        assert!(Encoding::called(found.name()).is_some(), "{}", found.name());
                    }
                }
            }
        }
        assert!(right * 2 > all, "only {right} of {all}");
    }

    #[test]
    fn tells_data_from_text() {
        for bytes in [&b"\0\x01\x02\x03\xff\xfe\x10\x11"[..], b"\x7fELF\x02\x01\x01\0\0\0\0\xff"] {
            assert_eq!(decode(bytes.to_vec()).unwrap_err(), (LineColumn::START, format::BINARY));
        }
        for text in ["Paris\0", "a\0b", "a\u{1b}[31mb", "page\u{c}page"] {
            assert_eq!(decode(text.into()).unwrap(), text, "a warning is enough");
        }
    }

    #[test]
    fn says_where_utf8_ends() {
        let place = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err().0;
        assert_eq!(place("Hà Nội\nđ".as_bytes().split_last().unwrap().1).line, 2);
        assert_eq!(place(b"a\nb\xff"), LineColumn { line: 2, column: 2 });
        assert_eq!(decode("Hà Nội".into()).unwrap(), "Hà Nội");
    }

    /// Texts, and the encodings that can write them.
    const SAMPLES: &[(&str, &[&str])] = &[
        (
            "Bô\u{323} trươ\u{309}ng Quô\u{301}c pho\u{300}ng Viê\u{323}t Nam gă\u{323}p ngươ\u{300}i đô\u{300}ng câ\u{301}p ta\u{323}i Ha\u{300} Nô\u{323}i.",
            &["windows-1258"],
        ),
        (
            "Minister Łukasz Kowalski met his colleague in Kraków on Monday.",
            &["windows-1250", "ISO-8859-2"],
        ),
        (
            "Ambassador Antonín Dvořák said on Monday that talks would go on.",
            &["windows-1250", "ISO-8859-2"],
        ),
        ("Prime Minister Viktor Orbán and Béla Kő met in Győr.", &["windows-1250", "ISO-8859-2"]),
        (
            "The Croatian minister Tomislav Ivić met Božo Šimić and Ana Đurđević.",
            &["windows-1250", "ISO-8859-2"],
        ),
        ("President Recep Tayyip Erdoğan met Mevlüt Çavuşoğlu in Ankara.", &["windows-1254"]),
        ("Foreign Minister Gabrielius Žemaitis met Krišjānis Kariņš in Riga.", &["windows-1257"]),
        ("Minister Sébastien Lecornu met his colleague in Hanoi.", &["windows-1252"]),
        (
            "José met Müller, Ångström and Gonçalves — “very good talks”, they said.",
            &["windows-1252"],
        ),
        ("The price is 5 € and Citroën’s offer stands.", &["windows-1252"]),
        ("The embassy (Посольство) said so.", &["windows-1251", "KOI8-U"]),
        (
            "The daily Известия reported on the talks in Moscow.",
            &["windows-1251", "KOI8-U", "IBM866", "ISO-8859-5"],
        ),
        ("The Asahi 朝日 newspaper wrote of talks.", &["Shift_JIS", "EUC-JP"]),
        ("Xinhua 新华社 reports from Beijing.", &["GBK"]),
        ("Yonhap 연합 reports from Seoul.", &["EUC-KR"]),
        ("Premier Pavel Černý řekl, že", &["windows-1250", "ISO-8859-2"]),
        ("Gdańsk", &["windows-1250", "ISO-8859-2"]),
        ("São Paulo", &["windows-1252"]),
        ("“Talks”", &["windows-1252"]),
        ("Tōkyō talks", &["windows-1257"]),
        ("Αθήνα talks", &["windows-1253"]),
        ("Iaşi and Constanţa", &["windows-1250", "ISO-8859-2"]),
        ("Malmö", &["windows-1252"]),
        ("ČESKÁ REPUBLIKA", &["windows-1250"]),
        ("JOSÉ ÁLVAREZ Y MUÑOZ", &["windows-1252"]),
        (
            "Министр обороны встретился с коллегой в Париже. Стороны обсудили вопросы сотрудничества и подписали соглашение.",
            &["windows-1251", "KOI8-U", "IBM866", "ISO-8859-5"],
        ),
        (
            "Переговори відбулися у Києві, міністри підписали угоду про співпрацю між двома країнами.",
            &["windows-1251", "KOI8-U"],
        ),
        (
            "Министърът на отбраната се срещна със своя колега в София и обсъди двустранното сътрудничество.",
            &["windows-1251", "ISO-8859-5"],
        ),
        (
            "Minister obrony spotkał się w Warszawie ze swoim odpowiednikiem. Rozmowy dotyczyły współpracy wojskowej i bezpieczeństwa.",
            &["windows-1250", "ISO-8859-2"],
        ),
        (
            "Ministr obrany se v Praze setkal se svým protějškem. Jednání se týkalo spolupráce obou zemí, řekl mluvčí.",
            &["windows-1250", "ISO-8859-2"],
        ),
        (
            "A védelmi miniszter Budapesten találkozott kollégájával. A felek együttműködésről és közös gyakorlatokról tárgyaltak, írta a közlöny. Erről döntött a kormányfő is.",
            &["windows-1250", "ISO-8859-2"],
        ),
        (
            "Ministrul apărării s-a întâlnit la Bucureşti cu omologul său. Părţile au discutat despre cooperare şi securitate.",
            &["windows-1250", "ISO-8859-2"],
        ),
        (
            "Le ministre des Armées a rencontré son homologue à Hanoï. Les deux parties ont évoqué la coopération et la sécurité.",
            &["windows-1252"],
        ),
        (
            "Der Verteidigungsminister traf seinen Kollegen in München. Die Gespräche über Rüstung dauerten länger als geplant. Straße.",
            &["windows-1252"],
        ),
        (
            "El ministro de Defensa se reunió en Madrid con su homólogo. La reunión trató de la cooperación en España mañana.",
            &["windows-1252"],
        ),
        (
            "O ministro da Defesa reuniu-se em São Paulo com o seu homólogo. A cooperação e as relações não são questões fáceis.",
            &["windows-1252"],
        ),
        (
            "Försvarsministern träffade sin kollega i Göteborg på måndagen. Mötet gällde säkerhet och samarbete.",
            &["windows-1252"],
        ),
        (
            "Savunma Bakanı Ankara'da mevkidaşı ile görüştü. Görüşmede iş birliği ve güvenlik konuları ele alındı, dışişleri açıkladı.",
            &["windows-1254"],
        ),
        (
            "Ο υπουργός Άμυνας συναντήθηκε στην Αθήνα με τον ομόλογό του. Συζήτησαν τη συνεργασία των δύο χωρών.",
            &["windows-1253", "ISO-8859-7"],
        ),
        (
            "防衛大臣は東京で会談し、両国の協力について話し合った。共同声明に署名した。",
            &["Shift_JIS", "EUC-JP"],
        ),
        ("国防部长在北京会见了法国同行,双方讨论了两国合作并签署了协议。", &["GBK", "gb18030"]),
        ("國防部長在臺北會見了法國同行,雙方討論了兩國合作並簽署了協議。", &["Big5"]),
        ("국방부 장관은 서울에서 프랑스 장관과 회담을 갖고 양국 협력을 논의했다.", &["EUC-KR"]),
        (
            "التقى وزير الدفاع نظيره في باريس وبحثا التعاون بين البلدين.",
            &["windows-1256", "ISO-8859-6"],
        ),
        ("שר הביטחון נפגש בירושלים עם עמיתו הצרפתי ודן בשיתוף הפעולה.", &["windows-1255"]),
        ("รัฐมนตรีกลาโหมพบกับรัฐมนตรีฝรั่งเศสที่กรุงเทพ และลงนามข้อตกลง", &["windows-874"]),
        (
            "Gynybos ministras susitiko su kolega Vilniuje. Šalys aptarė bendradarbiavimą ir saugumą, pranešė žinių agentūra.",
            &["windows-1257"],
        ),
        (
            "Kaitseminister kohtus Tallinnas oma ametivennaga. Kõne all oli koostöö ja julgeolek, ütles kõneisik.",
            &["windows-1257", "windows-1252"],
        ),
    ];
}
