//! Folding as a table of texts, then as properties of any text.

use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Each line holds, between `|`, texts that fold to the first, however they are composed.
#[track_caller]
fn check(lines: &str) {
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let mut forms = line.split('|').map(str::trim);
        let plain = forms.next().unwrap_or_default();
        for form in forms.chain([plain]) {
            assert_eq!(fold_str(form), plain, "{form:?}");
            assert_eq!(fold_str(&form.nfd().to_string()), plain, "NFD of {form:?}");
            assert_eq!(fold_str(&form.nfc().to_string()), plain, "NFC of {form:?}");
        }
    }
}

#[test]
fn vietnamese_names_meet_their_plain_forms() {
    check(
        "ha noi | Ha Noi | Hà Nội | HÀ NỘI | Hà Nô\u{323}i
         dien bien phu | Điện Biên Phủ | ĐIỆN BIÊN PHỦ | Ðiện Biên Phủ
         phan van giang | Phan Văn Giang | PHAN VĂN GIANG
         hoang xuan chien | Hoàng Xuân Chiến
         nguyen phu trong | Nguyễn Phú Trọng | NGUYỄN PHÚ TRỌNG
         uong bi, duong, y yen | Uông Bí, Đường, Ý Yên | ƯƠNG Bí, Dương, Ỷ Yên",
    );
    // Composed by halves: the circumflex in the letter, the tone after it, and the reverse.
    for half in ["Việt", "Viê\u{323}t", "Vi\u{1eb9}\u{302}t", "Vie\u{302}\u{323}t"] {
        assert_eq!(fold_str(half), "viet", "{half:?}");
    }
}

#[test]
fn names_of_other_countries_meet_their_plain_forms() {
    check(
        "miralles | Mirallès | MIRALLÈS
         sebastien lecornu | Sébastien LECORNU
         oeuvre soeur | Œuvre sœur
         aether caesar | æther CÆSAR
         strasse | Straße | STRAẞE
         istanbul izmir | İstanbul İzmir | Istanbul IZMIR
         diyarbakir | Diyarbakır
         lodz walesa | Łódź Wałęsa
         kobenhavn tromso | København Tromsø
         thingvellir gudni | Þingvellir Guðni
         marsa hal gharghur | Marsa Ħal Għargħur
         ijmuiden | Ĳmuiden
         kiruna giron tana | Kiruna Giron Ŧana
         sao tome, curacao | São Tomé, Curaçao
         nunez pena | Núñez Peña
         cesky krumlov | Český Krumlov
         bucuresti iasi | București Iași | Bucureşti Iaşi
         αθηνα οδοσ | Αθήνα ὁδός | ΑΘΗΝΑ ΟΔΟΣ
         киів иошкар | Київ Йошкар | КИЇВ ЙОШКАР
         елка | Ёлка
         شرم | شَرْم",
    );
}

#[test]
fn typography_becomes_plain() {
    check(
        "viet nam's | Việt Nam’s | Việt Nam‘s | Việt Nam′s
         \"four nos\" | “four nos” | „four nos“ | «four nos» | ‟four nos”
         'a' | ‹a› | ‚a‘ | ‛a’
         2018-28 | 2018–28 | 2018—28 | 2018‑28 | 2018‐28 | 2018‒28 | 2018―28 | 2018－28
         a - b | a – b | a ﹣ b | a − b
         wait... | wait…
         ffi fi fl ff | ﬃ ﬁ ﬂ ﬀ
         abc 123! | ＡＢＣ １２３！ | 𝐀𝐁𝐂 𝟏𝟐𝟑! | 𝗔𝘽𝙲 𝟭𝟚𝟹!
         1st no 5 | 1ˢᵗ № 5
         viii | Ⅷ | ⅷ
         1/2 | ½
         tm | ™
         カ | ガ | ｶﾞ",
    );
}

#[test]
fn each_white_space_is_one_space_and_line_ends_stay() {
    for space in [
        '\t', '\u{b}', '\u{c}', '\u{85}', '\u{a0}', '\u{1680}', '\u{2003}', '\u{2009}', '\u{2028}',
        '\u{2029}', '\u{202f}', '\u{205f}', '\u{3000}',
    ] {
        assert_eq!(fold_str(&format!("a{space}{space}b")), "a  b", "{space:?}");
    }
    assert_eq!(fold_str("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
}

#[test]
fn what_has_neither_width_nor_ink_is_dropped() {
    for none in [
        "\u{ad}",
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{2060}",
        "\u{feff}",
        "\u{fe0f}",
        "\u{e0100}",
    ] {
        assert_eq!(fold_str(&format!("{none}co{none}operate{none}")), "cooperate", "{none:?}");
    }
}

#[test]
fn scripts_without_diacritics_stay() {
    for text in
        ["国防部长", "한국 국방부", "ベトナム", "กระทรวงกลาโหม", "रक्षा मंत्री", "🐈 💦", "a\0b"]
    {
        let plain = text.replace('ベ', "ヘ");
        assert_eq!(fold_str(text), plain);
        assert_eq!(fold_str(&text.nfd().to_string()), plain);
    }
}

#[test]
fn jamo_become_syllables() {
    let syllables = "한국 각 가";
    let jamo: String = syllables.nfd().collect();
    let folded = fold(&jamo);
    assert_eq!(folded.text(), syllables);
    assert_eq!(folded.to_source(0..3), 0..9);
    assert_eq!(folded.to_source(3..6), 9..18);
    assert_eq!(folded.to_folded(12..15), 3..6);
}

/// Folds the source without its `|`, finds `hit`, and demands the bytes between the two `|`.
#[track_caller]
fn check_hit(hit: &str, marked: &str) {
    let mut parts = marked.split('|');
    let before = parts.next().unwrap().len();
    let expected = before..before + parts.next().unwrap().len();
    let source = marked.replace('|', "");
    let folded = fold(&source);
    let start = folded.text().find(hit).expect("a hit");
    assert_eq!(folded.to_source(start..start + hit.len()), expected, "{marked}");
}

#[test]
fn hits_are_marked_at_their_exact_place() {
    check_hit("ha noi", "At the talks in |Hà Nội|, both");
    check_hit("ha noi", "At the talks in |Ha\u{300} No\u{323}\u{302}i|, both");
    check_hit("dien bien", "the |Điện Biên| Phủ victory");
    check_hit("noi", "HÀ |NỘI| — Vietnamese");
    check_hit("france", "Việt Nam–|France| relations");
    check_hit("nam-f", "Việt |Nam–F|rance relations");
    check_hit("s", "countrie|s|’ leaders");
    check_hit("oeuvre", "à l’|œuvre|!");
    check_hit("euvre", "à l’|œuvre|!");
    check_hit("...", "wait|…| what");
    check_hit(".", "wait|…| what");
    check_hit("strass", "die |Straß|e");
    check_hit("cooperation", "🐈 |co\u{ad}operation|\u{ad} ties");
    check_hit("e", "r|e\u{301}\u{327}|union");
    check_hit("\n", "one|\r\n|two");
    check_hit("two", "one\r\n|two|");
    check_hit("a", "\u{feff}|A| word");
    check_hit("b", "\u{301}|b|");
    check_hit("chien", "\u{200b}Hoàng Xuân |Chiến|\u{200b}, Deputy");
}

#[test]
fn source_ranges_find_what_they_gave() {
    let source = "\u{feff}Hà œ\u{ad}!";
    let folded = fold(source);
    assert_eq!(folded.text(), "ha oe!");
    assert_eq!(folded.to_folded(0..3), 0..0);
    assert_eq!(folded.to_folded(4..6), 1..2);
    assert_eq!(folded.to_folded(5..6), 1..2);
    assert_eq!(folded.to_folded(7..9), 3..5);
    assert_eq!(folded.to_folded(9..11), 5..5);
    assert_eq!(folded.to_folded(11..12), 5..6);
    assert_eq!(folded.to_folded(0..999), 0..6);
    assert_eq!(folded.to_folded(999..usize::MAX), 6..6);
    assert_eq!(folded.to_source(0..999), 3..source.len());
    assert_eq!(folded.to_source(999..999), source.len()..source.len());
    #[allow(clippy::reversed_empty_ranges)]
    let backwards = folded.to_source(4..1);
    assert!(backwards.is_empty());
}

/// Compatibility ideographs and historic scripts are left out: see `letters`.
fn is_left_out(c: char) -> bool {
    matches!(u32::from(c), 0xf900..=0xfaff | 0x1_0000..)
}

#[test]
fn every_character_folds_like_its_decomposition() {
    for c in ('\0'..=char::MAX).filter(|&c| !is_left_out(c)) {
        let text = c.to_string();
        let folded = fold_str(&text);
        assert_eq!(fold_str(&text.nfd().to_string()), folded, "NFD of {c:?}");
        assert_eq!(fold_str(&text.nfc().to_string()), folded, "NFC of {c:?}");
    }
}

#[test]
fn every_character_folds_to_what_stays() {
    for c in '\0'..=char::MAX {
        let folded = fold_str(&c.to_string());
        assert_eq!(fold_str(&folded), folded, "{c:?}");
        if !is_left_out(c) && c.is_lowercase() {
            let upper: String = c.to_uppercase().collect();
            assert!(
                fold_str(&upper) == folded || !upper.to_lowercase().eq(&c.to_string()),
                "{c:?}"
            );
        }
    }
}

#[test]
fn megabytes_of_one_character_take_linear_time() {
    for c in [
        'a', 'é', '\u{301}', '\u{ad}', 'ß', '…', '한', '\u{1100}', '\u{1161}', '\r', '\0',
        '\u{3099}',
    ] {
        let source: String = std::iter::repeat_n(c, 1 << 20).collect();
        let folded = fold(&source);
        let (source_len, folded_len) = (source.len(), folded.text().len());
        for at in (0..folded_len).step_by(997) {
            assert!(folded.to_source(at..at + 1).end <= source_len);
        }
        for at in (0..source_len).step_by(997) {
            assert!(folded.to_folded(at..at + 1).end <= folded_len);
        }
    }
}

/// Texts with all that folding treats on its own, in every order.
fn texts() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> =
        "aAzé\u{301}\u{323}\u{302}\u{327}đĐœßİıςΣ …’–\u{a0}\u{ad}\u{200b}\u{feff}\r\n\t한\u{1112}\u{1161}\u{11ab}가カ\u{3099}か国ŒﬁＡ𝐀½ﾞ\0🐈\u{fe0f}\u{200d}\u{e0067}क\u{93c}\u{94d}ย\u{e49}\u{d7ff}\u{e000}\u{ffff}"
            .chars()
            .collect();
    let special = proptest::sample::select(alphabet);
    proptest::collection::vec(prop_oneof![4 => special, 1 => any::<char>()], 0..40)
        .prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold_str(&text);
        let mapped = fold(&text);
        prop_assert_eq!(mapped.text(), &once);
        prop_assert_eq!(fold_str(&once), once);
    }

    #[test]
    fn equivalent_texts_fold_alike(text in texts()) {
        let text: String = text.chars().filter(|&c| !is_left_out(c)).collect();
        let nfc: String = text.nfc().collect();
        let nfd: String = text.nfd().collect();
        prop_assert_eq!(fold_str(&nfc), fold_str(&nfd));
    }

    #[test]
    fn a_hit_comes_from_bytes_that_fold_to_it(text in texts(), a: usize, b: usize) {
        let folded = fold(&text);
        let n = folded.text().len() + 1;
        let hit = (a % n).min(b % n)..(a % n).max(b % n);
        let source = folded.to_source(hit.clone());
        prop_assert!(text.is_char_boundary(source.start) && text.is_char_boundary(source.end));
        let whole = folded.whole_characters(hit);
        let own = fold_str(&text[source.clone()]);
        if whole.is_empty() {
            prop_assert!(source.is_empty());
        } else {
            prop_assert!(own.contains(&folded.text()[whole.clone()]), "{:?} {:?}", own, whole);
            let back = folded.to_folded(source);
            prop_assert!(back.start <= whole.start && whole.end <= back.end);
            prop_assert_eq!(&own, &folded.text()[back]);
        }
    }

    #[test]
    fn source_ranges_land_on_characters(text in texts(), a: usize, b: usize) {
        let folded = fold(&text);
        let n = text.len() + 1;
        let range = (a % n).min(b % n)..(a % n).max(b % n);
        let gave = folded.to_folded(range.clone());
        prop_assert!(folded.text().get(gave.clone()).is_some());
        let source = folded.to_source(gave.clone());
        prop_assert_eq!(folded.to_folded(source), gave);
    }

    #[test]
    fn both_ways_keep_order(text in texts()) {
        let folded = fold(&text);
        let mut last = 0..0;
        for at in 0..folded.text().len() {
            let source = folded.to_source(at..at + 1);
            prop_assert!(last.start <= source.start && last.end <= source.end);
            prop_assert!(folded.to_source(0..at + 1).end == source.end);
            last = source;
        }
        let mut last = 0..0;
        for at in 0..text.len() {
            let gave = folded.to_folded(at..at + 1);
            prop_assert!(last.start <= gave.start && last.end <= gave.end);
            last = gave;
        }
    }
}
