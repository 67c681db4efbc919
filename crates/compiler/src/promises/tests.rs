//! Promises of invented reports: who promises what to whom, and what keeps it.

use crate::{Source, SourceFile, compile};
use entente_archive::{Archive, Keeper};

/// The promises of a corpus of these reports, each of a day: "kind: who > to: what (evidence)", and
/// behind an arrow what has kept it.
fn promises(reports: &[(&str, &str)]) -> Vec<String> {
    reviewed(reports, "")
}

/// The same with reviews of the meetings.
fn reviewed(reports: &[(&str, &str)], reviews: &str) -> Vec<String> {
    let file = |(name, (day, text)): (char, &(&str, &str))| SourceFile {
        path: format!("{name}.md"),
        bytes: format!("+++\npublished = \"{day}\"\n+++\n{text}\n").into_bytes(),
    };
    let documents = ('a'..).zip(reports).map(file).collect();
    let reviews = Some(SourceFile { path: "meetings.toml".into(), bytes: reviews.into() });
    let bytes = compile(Source { reviews, documents, ..Source::default() }).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    let all = archive.promises().map(|promise| {
        let names = |all: &mut dyn Iterator<Item = entente_archive::EntityRef<'_>>| {
            all.map(|one| one.name().to_owned()).collect::<Vec<_>>().join(", ")
        };
        let (who, to) = (names(&mut promise.who()), names(&mut promise.to()));
        let kept = promise.kept.as_ref().map(|kept| match kept.by {
            Keeper::Meeting(number) => archive.meeting(number as usize).unwrap().id().to_owned(),
            Keeper::Agreement(number) => archive.entity(number as usize).unwrap().id().to_owned(),
        });
        let kept = kept.map(|by| format!(" -> {by}")).unwrap_or_default();
        let (kind, words) = (promise.kind, promise.words());
        format!("{kind}: {who} > {to}: {words} ({}){kept}", promise.evidence.len())
    });
    all.collect()
}

const MET: &str = "President Ada Brandt of Norway met Prime Minister Luca Ferrante of Italy in Oslo \
    on 4 March 2024. ";

fn met(told: &str) -> String {
    format!("{MET}{told}")
}

#[test]
fn a_visit_to_the_country_keeps_an_invitation() {
    let invited = met("Prime Minister Luca Ferrante invited President Ada Brandt to visit Italy.");
    let open = "invitation: Luca Ferrante > Ada Brandt: visit Italy (1)";
    assert_eq!(promises(&[("2024-03-04", &invited)]), [open]);
    let visit = "President Ada Brandt of Norway visited Italy on 7 May 2024.";
    assert_eq!(
        promises(&[("2024-03-04", &invited), ("2024-05-08", visit)]),
        [format!("{open} -> 2024-05-07-visit-ada-brandt")]
    );
    // The order of the reports has no effect.
    assert_eq!(
        promises(&[("2024-05-08", visit), ("2024-03-04", &invited)]),
        [format!("{open} -> 2024-05-07-visit-ada-brandt")]
    );
    for other in [
        "President Ada Brandt of Norway visited Italy on 7 January 2024.",
        "President Ada Brandt of Norway visited France on 7 May 2024.",
        "President Ada Brandt of Norway will visit Italy on 7 June 2024.",
        "Prime Minister Luca Ferrante of Italy visited Norway on 7 May 2024.",
        "President Ada Brandt of Norway called Prime Minister Luca Ferrante of Italy on 7 May 2024.",
    ] {
        assert_eq!(promises(&[("2024-03-04", &invited), ("2024-05-08", other)]), [open], "{other}");
    }
}

#[test]
fn an_event_keeps_an_invitation_to_it_if_somebody_invited_took_part() {
    let invited =
        met("Mr Ferrante invited President Ada Brandt to attend the Rome Fisheries Expo 2024.");
    let open = "invitation: Luca Ferrante > Ada Brandt: attend the Rome Fisheries Expo 2024 (1)";
    let came =
        "On 7 May 2024, President Ada Brandt of Norway attended the Rome Fisheries Expo 2024.";
    let found = promises(&[("2024-03-04", &invited), ("2024-05-08", came)]);
    assert_eq!(found, [format!("{open} -> 2024-05-07-rome-fisheries-expo-2024")]);
    let others =
        "On 7 May 2024, Minister Eva Holm of Sweden attended the Rome Fisheries Expo 2024.";
    assert_eq!(promises(&[("2024-03-04", &invited), ("2024-05-08", others)]), [open]);
}

#[test]
fn a_paper_is_kept_when_it_is_signed_or_told_to_be() {
    let agreed = met("They agreed to sign the Norway-Italy Fisheries Agreement soon.");
    let open = "agreement: Ada Brandt, Luca Ferrante > : Norway-Italy Fisheries Agreement (1)";
    assert_eq!(promises(&[("2024-03-04", &agreed)]), [open]);
    let signed = "President Ada Brandt of Norway and Prime Minister Luca Ferrante of Italy signed the \
        Norway-Italy Fisheries Agreement in Rome on 7 May 2024.";
    let found = promises(&[("2024-03-04", &agreed), ("2024-05-08", signed)]);
    assert!(
        found.len() == 1 && found[0].starts_with(&format!("{open} -> 2024-05-07")),
        "{found:?}"
    );
    let told = "Trade grew in line with signed documents, especially the Norway-Italy Fisheries \
        Agreement.";
    assert_eq!(
        promises(&[("2024-03-04", &agreed), ("2025-05-08", told)]),
        [format!("{open} -> norway-italy-fisheries-agreement")]
    );
    for other in [
        "Trade grew after talks on the Norway-Italy Fisheries Agreement.",
        "The Norway-Italy Fisheries Agreement has not been signed.",
    ] {
        assert_eq!(promises(&[("2024-03-04", &agreed), ("2025-05-08", other)]), [open], "{other}");
    }
}

#[test]
fn a_later_session_keeps_a_promise_to_hold_it() {
    let agreed =
        met("They agreed to hold the third Norway-Italy Maritime Dialogue in Rome next year.");
    let open = "meeting: Ada Brandt, Luca Ferrante > : hold the third Norway-Italy Maritime Dialogue in Rome next year (1)";
    assert_eq!(promises(&[("2024-03-04", &agreed)]), [open]);
    let held = "Minister Eva Holm of Norway and Minister Carlo Neri of Italy co-chaired the third \
        Norway-Italy Maritime Dialogue in Rome on 7 May 2025.";
    let found = promises(&[("2024-03-04", &agreed), ("2025-05-08", held)]);
    assert!(
        found.len() == 1 && found[0].starts_with(&format!("{open} -> 2025-05-07")),
        "{found:?}"
    );
}

#[test]
fn a_meeting_of_the_kind_keeps_a_promise_to_meet_but_not_one_on_something() {
    let later = "President Ada Brandt of Norway met Prime Minister Luca Ferrante of Italy in Rome on 7 \
        May 2024.";
    let again =
        promises(&[("2024-03-04", &met("They agreed to meet again.")), ("2024-05-08", later)]);
    let kept = "meeting: Ada Brandt, Luca Ferrante > : meet again (1) -> \
        2024-05-07-meeting-ada-brandt-luca-ferrante";
    assert_eq!(again, [kept]);
    let visas = met("They agreed to hold a meeting on visas.");
    let open = "meeting: Ada Brandt, Luca Ferrante > : hold a meeting on visas (1)";
    assert_eq!(promises(&[("2024-03-04", &visas), ("2024-05-08", later)]), [open]);
}

#[test]
fn a_promise_that_two_reports_tell_is_one() {
    let invited = met("Prime Minister Luca Ferrante invited President Ada Brandt to visit Italy.");
    let accepted = "President Ada Brandt of Norway has accepted an invitation from Prime Minister \
        Luca Ferrante of Italy to visit Italy.";
    let one = "invitation: Luca Ferrante > Ada Brandt: visit Italy (2)";
    assert_eq!(promises(&[("2024-03-04", &invited), ("2024-03-09", accepted)]), [one]);
    // Made again after the visit it is another one.
    let visit = "President Ada Brandt of Norway visited Italy on 7 April 2024.";
    let again = "Prime Minister Luca Ferrante of Italy invited President Ada Brandt of Norway to visit \
        Italy again.";
    assert_eq!(
        promises(&[("2024-03-04", &invited), ("2024-04-08", visit), ("2024-05-08", again)]),
        [
            "invitation: Luca Ferrante > Ada Brandt: visit Italy (1) -> 2024-04-07-visit-ada-brandt",
            "invitation: Luca Ferrante > Ada Brandt: visit Italy again (1)",
        ]
    );
    // Two are invited: two promises.
    let other = met("Prime Minister Luca Ferrante invited Minister Eva Holm to visit Italy.");
    assert_eq!(promises(&[("2024-03-04", &invited), ("2024-03-09", &other)]).len(), 2);
}

#[test]
fn what_is_no_promise_is_none() {
    for text in [
        "They agreed to increase trade.",
        "The two leaders refused to sign an agreement on fisheries.",
        "Prime Minister Luca Ferrante did not invite President Ada Brandt to visit Italy.",
        "President Ada Brandt will visit Italy on 7 May 2024.",
        "They hoped to sign an agreement on fisheries.",
    ] {
        assert_eq!(promises(&[("2024-03-04", &met(text))]), [""; 0], "{text}");
    }
}

#[test]
fn a_review_changes_who_met_and_takes_no_promise_away() {
    let agreed = met("They agreed to sign the Norway-Italy Fisheries Agreement soon.");
    let reports = [("2024-03-04", agreed.as_str())];
    let review = |lines: &str| {
        let head = "[a.meeting-ada-brandt-luca-ferrante]\nreason = \"The palace says so.\"\n";
        reviewed(&reports, &format!("{head}{lines}"))
    };
    let words = "Norway-Italy Fisheries Agreement (1)";
    assert_eq!(
        review("verdict = \"reject\""),
        [format!("agreement: Ada Brandt, Luca Ferrante > : {words}")]
    );
    assert_eq!(
        review("verdict = \"correct\"\ndate = \"2024-03-03\""),
        [format!("agreement: Ada Brandt, Luca Ferrante > : {words}")]
    );
}
