//! Passages of news text with a `|` at each border.

use super::*;
use proptest::prelude::*;

/// Each line is a passage; `⏎` stands for a line end.
#[track_caller]
fn check(passages: &str) {
    let mut wrong = Vec::new();
    for passage in passages.lines().map(str::trim).filter(|passage| !passage.is_empty()) {
        let marked = passage.replace('⏎', "\n");
        let text = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let found: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).collect();
        if found != expected {
            wrong.push(found.join(" | "));
        }
    }
    assert_eq!(wrong, [""; 0], "found these instead");
}

#[test]
fn ranks_titles_and_initials_stay_with_the_name() {
    check(
        "They met Gen. Phan Văn Giang in Hà Nội.| The talks lasted two hours.
         The President, Smt. Asha Rane, met Lt-Gen. Om Puri.| Jend. Budi Santoso left.
         Sen. Lieut. Gen. Hoang Xuan Chien co-chaired the dialogue.| It was the third.
         Sen. Lieut. Gen Chien emphasised the point.| Lt. Col. Nguyen Thi Lan agreed.
         Lt.Gen. Pham Hoai Nam left.| Lt. Gen.⏎Nam returned.
         Mr. Blinken met Mrs. Thatcher.| Dr. Jaishankar did not.
         Adm. John C. Aquilino visited Đà Nẵng.| Rear Adm. Park followed.
         Rep. J. Smith and Sen. J. D. Vance spoke.| Both agreed.
         Gov. Gavin Newsom and Amb. Marc E. Knapper signed.| Prof. Carl Thayer watched.
         Gen. He Weidong came.| Gen. Dong Jun stayed.
         President George W. Bush called.| President F. W. de Klerk answered.
         MM. Le Drian et Fabius ont signé.| M. Macron est parti.
         M. Le Drian est arrivé.| Mme. Parly l’accompagnait.
         GS. TS. Nguyễn Văn A phát biểu.| PGS.TS. Trần Thị B trả lời.
         UBND TP. Hồ Chí Minh tổ chức lễ đón.| Tp.HCM chuẩn bị.
         Jean-Y. Le Drian and J.-Y. Le Drian are one.| J. Le Pen is another.",
    );
}

#[test]
fn abbreviations_go_on_and_end_where_a_sentence_begins() {
    check(
        "The U.S. Secretary of State met U.N. officials.| He left.
         He flew to the U.S.| The visit lasted a week.
         Talks in Washington, D.C., ended.| In Washington, D.C.| He said so.
         Airbus Inc. Chief Executive Guillaume Faury came.
         He works for Airbus Inc.| The company is French.
         They met at 10 a.m. Sunday.| It ended at 3 p.m.| They left.
         Vietnam, France, Laos, etc.| The list is long.
         Ships, aircraft, etc. are listed.
         Many fields, e.g. Training and medicine.| Others, i.e. UN missions, grew.
         It was France vs. England.| France won.
         No. 5 of the list, Nos. 3 and 4 as well.| He said no.| The list ended.
         Art. 5 applies, see p. 12 and vol. II.| It is a work of art.| The museum agreed.
         On Sept. 12 and Dec. 3 they met.| They met in Sept.| They will meet again.
         St. Petersburg hosted the forum.| He lives on Main St.| It is long.
         Martin Luther King Jr. Day is in January.| He met Robert Kennedy Jr.| They talked.
         World War I.| The dead were many.
         He has a Ph.D. from Lyon.| She has an M.A. in law.
         Le ministre, p.ex. M. Cambon, viendra.| Env. 50 personnes.| C’est peu.
         The ships, approx. 20 of them, sailed.| PT. Pindad and Co. Ltd. signed.",
    );
}

#[test]
fn numbers_and_lists_are_not_cut() {
    check(
        "It cost 7.41 trillion VND (282.5 million USD).| It is 229.5 km long.
         1. The two sides agreed.| 2. They will meet again.
         a. First item.⏎|b. Second item.
         IV. Outcomes of the visit.
         They met in 2024.| 20 people came.
         See www.vnanet.vn for more.| Write to info@vnanet.vn today.
         Version 2.0.1 is out.| Node.js is not.
         The vote was 10.| Nobody abstained.",
    );
}

#[test]
fn quotes_and_brackets_close_with_the_sentence() {
    check(
        "\"We agree.\"| Macron left.
         He said: \"We agree.\"| \"So do we,\" Giang said.
         “We agree.”| “So do we.”
         “Why now?” he asked.| “Why not!” she cried.
         « Nous sommes d’accord. »| Le ministre est parti.
         « Nous sommes d’accord ! » a dit M. Macron.| Il est parti.
         (They met in Paris.)| Then they left.
         He spoke of \"four nos\".| Nobody else did.
         He left (see p. 5).| She stayed.
         They met (in Paris, Lyon, etc.), and left.
         'We agree.'| They left.
         He said ‘yes.’| They left.
         It was agreed.[12]| The rest is open.
         The U.S.’s role grew.| France’s did not.
         'It is,' he said.| (AFP)",
    );
}

#[test]
fn several_marks_are_one_stop() {
    check(
        "Will they sign?!| Nobody knows.
         They waited...| Then they signed.
         They waited … and signed.| They left…| The end.
         They ... waited.| What?| Nothing!
         Yahoo! said so.| Who did?| Yahoo!",
    );
}

#[test]
fn agencies_sign_off() {
    check(
        "The expo is next year in Vietnam./.
         The expo is next year in Vietnam./.|HÀ NỘI — Minister Giang said so.
         They signed a pact between the two ministries .|-VNA
         They signed a pact between the two ministries .|-VNA⏎|Nearly 30 enterprises came.
         They will organise joint workshops.| — VNS
         They will work together.| — VNA/VNS
         They agreed.| (VNA)
         They agreed.|–Reuters",
    );
}

#[test]
fn a_forgotten_space_is_forgiven_only_where_it_is_clear() {
    check(
        "They discussed many issues.|He said so.
         They met in Hanoi.|The talks went well.
         They met in 2024.|The talks went well.
         They agreed.|“We will sign,” he said.
         He said \"we agree.\"|The talks ended.
         Why now?|He did not say.
         Visit Viet.Nam or VietnamPlus.Vn today.
         J.Smith met Mr.Jones and Gen.Giang.
         Use e.g.The Hague.
         U.S.China ties cooled.",
    );
}

#[test]
fn line_ends_and_blank_lines() {
    check(
        "They met in Paris.⏎|They agreed.
         They met⏎in Paris.⏎|They agreed
         A headline without a stop⏎⏎|The text begins.
         A headline⏎ ⏎|The text begins.
         They agreed.”⏎|Then they left.
         President Ada B.⏎Lindqvist met him.
         They took option B.⏎|They agreed.
         One⏎⏎⏎⏎|Two⏎⏎|Three",
    );
    let text = "One\r\n\r\nTwo.\r\nThree\u{2029}Four";
    let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["One", "Two.", "Three", "Four"]);
}

#[test]
fn other_countries_and_scripts() {
    check(
        "Bộ trưởng Phan Văn Giang hội đàm với Bộ trưởng Lecornu.| Hai bên nhất trí ký Ý định thư.
         Đoàn thăm Lào, Campuchia, v.v.| Ông nói vậy.
         Le ministre s’est rendu à Hanoï.| À Paris, on s’en félicite.
         Le traité du 4 juin 1954, art. 3, reste en vigueur.| Écoutons-le.
         El Sr. Albares visitó Madrid.| La Sra. González también.| ¿Por qué?| ¡Nadie lo sabe!
         Der Minister traf z.B. Hr. Scholz.| Über den Inhalt schwiegen sie.
         Министр встретился с послом.| Они обсудили договор.
         外交部长会见了大使。|双方签署了协议。
         外務大臣は会談した。|「合意した。」|詳細は不明。
         التقى الوزير بالسفير.| هل وقعوا؟| نعم.
         रक्षा मंत्री मिले।| वे चले गए।
         한국 국방부 장관이 방문했다.| 양측은 합의했다.
         🐈 The French spoke highly.| 💦 At the end they signed.
         • They met.| • They signed.
         Thủ tướng tới Luanda.| 8 bản ghi nhớ được ký.",
    );
}

#[test]
fn nothing_gives_nothing() {
    for text in ["", " ", "\n\n", "\u{a0}\t\r\n"] {
        assert_eq!(sentences(text), []);
    }
    check(".\n …\n ?! \n🐈\n-");
}

#[test]
fn long_repetitions_take_linear_time() {
    for c in ['.', ' ', 'a', 'A', '\n', '"', '-', '[', '/', '…', '。', '\0', '\u{301}'] {
        let _ = sentences(&std::iter::repeat_n(c, 1 << 20).collect::<String>());
    }
    for pattern in [
        ". ",
        ".a",
        ".\"",
        ".-",
        ".[1",
        "\n ",
        "A.",
        "é.",
        ". \u{a0}»",
        "./.",
        "…)",
        ".(",
        "I. ",
        ". \n",
        "A. - ",
    ] {
        let _ = sentences(&pattern.repeat((1 << 17) / pattern.len()));
    }
}

proptest! {
    #[test]
    fn sentences_tile(text in "\\PC*|[A-Zaé国.!?…\"”» \n\u{301}\r0-9(/-]{0,60}|([A-Z][a-z]{0,5}[. ]{1,2}){0,20}") {
        let mut end = 0;
        for range in sentences(&text) {
            prop_assert!(text[end..range.start].trim().is_empty());
            let sentence = &text[range.clone()];
            prop_assert!(!sentence.is_empty());
            prop_assert_eq!(sentence, sentence.trim());
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
