//! Reading takes time in proportion to the text, also where one thing is told again and again.

use entente_analysis::{Given, analyse};
use std::fmt::Write;
use std::time::Instant;

/// Reads a text and one of four times the size. Where each thing is compared with each it takes
/// sixteen times as long. Others use the machine, too: so there are several runs.
#[track_caller]
fn grows_with_the_text(text: impl Fn(usize) -> String, size: usize) {
    let took = |size: usize| {
        let text = text(size);
        let start = Instant::now();
        analyse(&text, &Given::default());
        start.elapsed().as_secs_f64()
    };
    let ratios: Vec<_> =
        (0..3).map(|_| took(4 * size) / took(size)).take_while(|ratio| *ratio > 9.0).collect();
    assert!(ratios.len() < 3, "{ratios:?}");
}

#[test]
fn numbered_sessions_take_time_in_proportion() {
    let months = ["March", "May", "June", "October"];
    let text = |sessions: usize| {
        let mut text = String::new();
        for n in 1..=sessions {
            let (day, month, year) = (n % 28 + 1, months[n % 4], 1_950 + n % 70);
            let _ = write!(
                text,
                "The {n}th Norway-Italy Maritime Dialogue was held in Paris on {day} {month} {year}. "
            );
        }
        text
    };
    grows_with_the_text(text, 500);
}

#[test]
fn one_sentence_again_and_again_takes_time_in_proportion() {
    let sentence = "President Ada Brandt of Norway met Prime Minister Luca Ferrante of Italy in Oslo on \
                    Monday. ";
    grows_with_the_text(|times| sentence.repeat(times), 500);
}

#[test]
fn transcripts_take_time_in_proportion() {
    let turn = "FOREIGN MINISTER EGELAND: Thank you. Secretary Amelia Pryce and I met in Oslo a week ago \
                Tuesday, and we signed the minutes. The pact signed in 2009 stands.\n\n";
    grows_with_the_text(|times| turn.repeat(times), 200);
}

#[test]
fn many_people_take_time_in_proportion() {
    let text = |people: usize| {
        let mut text = String::new();
        for n in 0..people {
            let letter =
                |by: usize| char::from(b'a' + u8::try_from(n / by % 26).unwrap_or_default());
            let (one, two, three) = (letter(1), letter(26), letter(676));
            let _ = write!(
                text,
                "Minister Ada Br{one}{two}{three}ndt met Minister Luca F{three}rr{two}{one}nte in Oslo on 5 May 2024. \
                 They signed the Pact of {one}{two}{three}land. "
            );
        }
        text
    };
    grows_with_the_text(text, 250);
}

#[test]
fn one_long_sentence_of_any_language_takes_time_in_proportion() {
    for words in [
        "le ministre l'a reçu et lui a rendu visite, ",
        "ils sont convenus de signer un accord sur la pêche et de se rendre à Oslo, ",
        "hai nước đề nghị hợp tác cơ chế hợp tác các bên được mời thăm và ký kết Hiệp định, ",
        "tại Hà Nội, nhận lời mời của Thủ tướng Trịnh Quang Vịnh và cùng đi có Bộ trưởng Đỗ Thế Ninh, ",
    ] {
        grows_with_the_text(|times| words.repeat(times), 100);
    }
}
