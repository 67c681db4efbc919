//! Promises in short reports; all people are invented. Single sentences are examples in
//! `lexicon/LANGUAGE/frames.toml`; here several sentences go together.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

use entente_analysis::{Analysis, Given, Meeting, Promise, analyse};
use entente_calendar::Period;

fn read(text: &str) -> Analysis {
    let published = Period::parse("2024-03-05");
    analyse(text, &Given { published, language: Some("en"), ..Given::default() })
}

fn names(analysis: &Analysis, numbers: &[usize]) -> String {
    let name = |&number: &usize| analysis.names[number].name.as_str();
    numbers.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// "kind: who > to: what; day" and how many sentences tell of it.
fn promises(text: &str, analysis: &Analysis) -> Vec<String> {
    let names = |numbers: &[usize]| names(analysis, numbers);
    let shown = |promise: &Promise| {
        let Promise { kind, who, to, what, date, evidence, .. } = promise;
        let day = date.map(|date| date.to_string()).unwrap_or_default();
        let words = what.of(text);
        format!("{kind}: {} > {}: {words}; {day} ({})", names(who), names(to), evidence.len())
    };
    analysis.promises.iter().map(shown).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(promises(text, &read(text)), expected, "{text}");
}

/// "kind status: people; act paper" of meetings from which a paper came.
fn outcomes(analysis: &Analysis) -> Vec<String> {
    let shown = |meeting: &Meeting| {
        let papers = meeting.outcomes.iter().filter_map(|outcome| {
            Some(format!("; {} {}", outcome.act.as_str(), names(analysis, &[outcome.agreement?])))
        });
        let papers = papers.collect::<String>();
        let Meeting { kind, status, participants, .. } = meeting;
        let people = names(analysis, participants);
        let line = format!("{} {}: {people}{papers}", kind.as_str(), status.as_str());
        (!papers.is_empty()).then_some(line)
    };
    analysis.meetings.iter().filter_map(shown).collect()
}

/// Passages with what they promise in lines with ">", and what came of meetings in lines with "<".
#[track_caller]
fn passages(language: &str, file: &str) {
    let mut wrong = Vec::new();
    for passage in file.split("\n== ").skip(1) {
        let (head, rest) = passage.split_once('\n').unwrap();
        let day = head.rsplit_once("| given ").unwrap().1;
        let (lines, text): (Vec<&str>, Vec<&str>) =
            rest.lines().partition(|line| line.starts_with(['<', '>']));
        let text = text.join("\n");
        let given = Given {
            published: Period::parse(day.trim()),
            language: Some(language),
            ..Given::default()
        };
        let analysis = analyse(&text, &given);
        let promises = promises(&text, &analysis).into_iter().map(|line| format!("> {line}"));
        let outcomes = outcomes(&analysis).into_iter().map(|line| format!("< {line}"));
        let found: Vec<String> = promises.chain(outcomes).collect();
        if found != lines {
            wrong.push(format!("{head}\n{text}\n{lines:#?}\n{found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn french_passages() {
    passages("fr", include_str!("data/promises/fr.txt"));
}

#[test]
fn vietnamese_passages() {
    passages("vi", include_str!("data/promises/vi.txt"));
}

const MET: &str = "President Ada Brandt of Norway met Prime Minister Luca Ferrante of Italy in Oslo \
    on Monday. ";

#[test]
fn the_other_side_and_the_day_are_those_of_the_meeting() {
    check(
        &[MET, "Ms Brandt proposed to hold a dialogue on maritime security."].concat(),
        &[
            "meeting: Ada Brandt > Luca Ferrante: hold a dialogue on maritime security; 2024-03-04 (1)",
        ],
    );
    check(
        &[MET, "The two sides agreed to sign the Fisheries Pact soon."].concat(),
        &["agreement: Ada Brandt, Luca Ferrante > : Fisheries Pact; 2024-03-04 (1)"],
    );
    check(
        &[MET, "Ms Brandt invited Mr Ferrante to visit Norway again."].concat(),
        &["invitation: Ada Brandt > Luca Ferrante: visit Norway again; 2024-03-04 (1)"],
    );
    // Who tells it was not there: the day is that of the report.
    check(
        &[MET, "Minister Eva Holm of Sweden proposed to hold a conference on fisheries."].concat(),
        &["meeting: Eva Holm > : hold a conference on fisheries; 2024-03-05 (1)"],
    );
}

#[test]
fn an_invitation_accepted_is_the_same() {
    check(
        &[
            MET,
            "President Ada Brandt invited Prime Minister Luca Ferrante to visit Bergen. ",
            "Mr Ferrante accepted the invitation.",
        ]
        .concat(),
        &["invitation: Ada Brandt > Luca Ferrante: visit Bergen; 2024-03-04 (2)"],
    );
}

#[test]
fn one_sentence_may_promise_several_things() {
    check(
        &[MET, "They agreed to sign the Fisheries Pact and the Visa Protocol and to hold a summit on energy this year."].concat(),
        &[
            "agreement: Ada Brandt, Luca Ferrante > : Fisheries Pact; 2024-03-04 (1)",
            "agreement: Ada Brandt, Luca Ferrante > : Visa Protocol; 2024-03-04 (1)",
            "meeting: Ada Brandt, Luca Ferrante > : hold a summit on energy this year; 2024-03-04 (1)",
        ],
    );
}

#[test]
fn bodies_and_countries_promise_too() {
    check(
        "The Norwegian Ministry of Defence invited Minister Luca Ferrante of Italy to attend the Oslo \
         Naval Forum.",
        &[
            "invitation: Norwegian Ministry of Defence > Luca Ferrante: attend the Oslo Naval Forum; 2024-03-05 (1)",
        ],
    );
    check(
        "Norway and Italy agreed to establish a maritime dialogue.",
        &["meeting: Norway, Italy > : establish a maritime dialogue; 2024-03-05 (1)"],
    );
    check(
        "Norwegian authorities have invited Minister Luca Ferrante of Italy to visit Norway.",
        &["invitation: Norway > Luca Ferrante: visit Norway; 2024-03-05 (1)"],
    );
}

#[test]
fn what_is_told_otherwise_is_no_promise() {
    for text in [
        "They did not agree to sign the Fisheries Pact.",
        "They agreed not to sign the Fisheries Pact.",
        "They failed to agree to hold a summit.",
        "Ms Brandt may invite Mr Ferrante to visit Norway.",
        "Ms Brandt hoped to invite Mr Ferrante to visit Norway.",
        "Mr Ferrante rejected an invitation to visit Norway.",
        "They will sign the Fisheries Pact on 9 April 2024.",
        "They agreed to meet again on 9 April 2024.",
        "They would sign the Fisheries Pact if talks go well.",
        "They agreed to deepen cooperation in fisheries and to consider new areas.",
        "Ms Brandt suggested that the two sides should continue to work together.",
        "At the invitation of Ms Brandt, Mr Ferrante was in Oslo.",
        "They agreed on the need for peace.",
        "They invited investment in fisheries.",
    ] {
        check(&[MET, text].concat(), &[]);
    }
}

#[test]
fn a_paper_that_is_promised_is_not_signed() {
    let analysis = read(&[MET, "They agreed to sign the Fisheries Pact soon."].concat());
    let signed = analysis.meetings.iter().flat_map(|meeting| &meeting.outcomes);
    assert_eq!(signed.filter(|outcome| outcome.agreement.is_some()).count(), 0);
    assert_eq!(analysis.signed, []);
    assert_eq!(analysis.promises.len(), 1);
}

#[test]
fn papers_told_to_be_signed_are_known() {
    for (text, expected) in [
        ("The Fisheries Pact signed in 2009 has brought results.", 1),
        ("The Fisheries Pact, signed in 2009, has brought results.", 1),
        (
            "Trade grew in line with signed documents, including the Fisheries Pact and the Visa Protocol.",
            2,
        ),
        ("They signed the Fisheries Pact.", 1),
        ("The Fisheries Pact was signed in Oslo.", 1),
        ("They did not sign the Fisheries Pact.", 0),
        ("They could sign the Fisheries Pact.", 0),
        ("They praised the Fisheries Pact.", 0),
    ] {
        assert_eq!(read(&[MET, text].concat()).signed.len(), expected, "{text}");
    }
}

#[test]
fn evidence_is_whole_sentences_of_the_text() {
    let text = [MET, "They agreed to sign the Fisheries\u{ad} Pact soon.\n\nThey left."].concat();
    let analysis = read(&text);
    let [promise] = &analysis.promises[..] else { panic!("{:?}", analysis.promises) };
    assert_eq!(promise.evidence[0].of(&text), "They agreed to sign the Fisheries\u{ad} Pact soon.");
}

#[test]
fn any_order_of_such_words_is_read() {
    for (language, words) in [
        (
            "en",
            "invited|to|agreed|X|sign|,|will|be|the pact|visit|an invitation|Oslo|and|by|that|if",
        ),
        (
            "fr",
            "a invité|l'|lui|à|se|sont convenus|de|X|signer|,|sera|le pacte|visiter|une invitation|Oslo|et|par|que|si",
        ),
        (
            "vi",
            "mời|nhất trí|X|ký kết|,|sẽ|được|Hiệp định về nghề cá|thăm|nhận lời mời|Hà Nội|và|do|rằng|nếu|cùng đi|có|hai nước|đề nghị|thừa ủy quyền của|Thủ tướng",
        ),
    ] {
        let words: Vec<&str> = words.split('|').collect();
        let mut state = 7_usize;
        for length in 1..120 {
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
                words[(state >> 33) % words.len()]
            };
            let text: Vec<&str> = (0..length).map(|_| next()).collect();
            let given = Given { language: Some(language), ..Given::default() };
            let analysis = analyse(&text.join(" "), &given);
            assert!(analysis.promises.iter().all(|promise| !promise.evidence.is_empty()));
        }
    }
}

/// "act: paper; day" of each paper that a sentence says to be signed or agreed.
#[track_caller]
fn signed(text: &str, expected: &[&str]) {
    let analysis = read(text);
    let shown = |paper: &entente_analysis::SignedPaper| {
        let day = paper.date.map(|date| date.to_string()).unwrap_or_default();
        format!("{}: {}; {day}", paper.act.as_str(), analysis.names[paper.agreement].name)
    };
    assert_eq!(analysis.signed.iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_paper_cited_with_its_day_was_signed_on_it() {
    signed(
        "The agreement on defence cooperation signed in November 2009 remains the basis of ties.",
        &["signed: agreement on defence cooperation; 2009-11"],
    );
    signed(
        "They referred to an agreement on fisheries reached in 2012.",
        &["agreed: agreement on fisheries; 2012"],
    );
    signed(
        "The memorandum of understanding the two ministries signed in May 2019 was reviewed.",
        &["signed: memorandum of understanding; 2019-05"],
    );
    signed(
        "The Protocol on Visas that Minister Luca Ferrante and Minister Eva Holm signed in Rome in \
         May 2019 is in force.",
        &["signed: Protocol on Visas; 2019-05"],
    );
    signed(
        "The ministers reaffirmed the memorandum of understanding on defence cooperation signed in \
         Oslo on 3 June 2015.",
        &["signed: memorandum of understanding on defence cooperation; 2015-06-03"],
    );
    signed(
        "She praised the Protocol on Visas, which was signed by President Rolf Egeland in Accra in \
         March 2021.",
        &["signed: Protocol on Visas; 2021-03"],
    );
    signed(
        "On the basis of the Oslo Pact on Ships, concluded in 1999, they will go on.",
        &["signed: Oslo Pact on Ships; 1999"],
    );
    signed(
        "Signed in 1973, the Paris Treaty on Ships is well known.",
        &["signed: Paris Treaty on Ships; 1973"],
    );
}

#[test]
fn a_paper_not_signed_or_to_be_signed_is_none() {
    signed("She praised the Protocol on Visas, which was not signed in March 2021.", &[]);
    signed("The Treaty on Fisheries to be signed in June 2024 is ready.", &[]);
    signed("The Convention on Ships, if signed in 2025, will be kept.", &[]);
    signed("Signing off in 1973, the minister praised the Paris Treaty on Ships.", &[]);
    signed("They met in 2012 and discussed the Protocol on Visas.", &[]);
}

#[test]
fn papers_of_two_bodies_and_of_those_who_speak() {
    const BODIES: &str = "The Norwegian Ministry of Defence and the Italian Ministry of Defence work \
        together. ";
    let both =
        ["agreement: Norwegian Ministry of Defence, Italian Ministry of Defence > : letter of \
                 intent; 2024-03-05 (1)"];
    for rest in [
        "A letter of intent will also be signed between the defence ministries of the two countries.",
        "A letter of intent will be signed by the Norwegian and Italian defence ministries.",
        "A letter of intent is to be signed between the two defence ministries.",
    ] {
        check(&[BODIES, rest].concat(), &both);
    }
    check(
        &[MET, "A letter of intent will be signed between the defence ministries of the two countries."]
            .concat(),
        &["agreement: Ada Brandt, Luca Ferrante > : letter of intent; 2024-03-04 (1)"],
    );
    check(
        "SECRETARY PRYCE: I met Foreign Minister Egeland on Monday. I invited him to visit Boston.",
        &["invitation: Pryce > Egeland: visit Boston; 2024-03-04 (1)"],
    );
    check(
        &[MET, "She invited him to visit Bergen."].concat(),
        &["invitation: Ada Brandt > Luca Ferrante: visit Bergen; 2024-03-04 (1)"],
    );
    check(
        &[MET, "They met on Monday, agreeing to sign the joint vision and the agreement on confidential information soon."].concat(),
        &[
            "agreement: Ada Brandt, Luca Ferrante > : joint vision; 2024-03-04 (1)",
            "agreement: Ada Brandt, Luca Ferrante > : agreement on confidential information; 2024-03-04 (1)",
        ],
    );
}
