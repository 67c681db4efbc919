//! British and American spellings of one word.
//!
//! Reports write `defence` or `defense`, `organise` or `organize`, and a reader should not
//! have to try both. [`variants`] gives the other spellings of a word. Where the two
//! traditions differ in a stem, a file of pairs says so (`data/spelling.txt`), with the
//! endings and prefixes that the pairs take; `-ise` and `-ize` follow a rule, with a list of
//! the words in which the letter is part of the stem.
//!
//! All rules read the same in both directions, and [`variants`] follows them to the end, so
//! words with two differences (`colourised`) have all their mixtures and the relation is
//! symmetric. A rule may make a form that nobody writes; it finds nothing and costs nothing.
//!
//! Rules are searched line by line: this serves the few words of a query, not a corpus.

/// The rules without their comments.
static RULES: &str = include_str!(concat!(env!("OUT_DIR"), "/spelling.txt"));

/// The longest word, in bytes, that has other spellings here.
const LONGEST: usize = 40;

/// The other spellings of a folded word, British and American, in the order found; never the word itself.
pub fn variants(word: &str) -> Vec<String> {
    let mut found = vec![word.to_string()];
    if word.len() > LONGEST || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        found.clear();
    }
    let mut next = 0;
    while let Some(known) = found.get(next).cloned() {
        for other in swap_stems(&known).into_iter().chain(swap_s_and_z(&known)) {
            if other.len() <= LONGEST && !found.contains(&other) {
                found.push(other);
            }
        }
        next += 1;
    }
    found.retain(|other| other != word);
    found
}

/// What the pairs of the file make of a word in one step.
fn swap_stems(word: &str) -> Vec<String> {
    let prefixes = RULES.lines().filter_map(|line| line.strip_prefix('+'));
    let heads: Vec<(&str, &str)> = prefixes
        .flat_map(str::split_ascii_whitespace)
        .chain([""])
        .filter_map(|prefix| Some((prefix, word.strip_prefix(prefix)?)))
        .collect();
    let mut found = Vec::new();
    for Pair { british, american, endings } in pairs() {
        for &(prefix, rest) in &heads {
            if let Some(ending) = rest.strip_prefix(british) {
                let others =
                    swap_endings(endings, ending, |(british, american)| (british, american));
                found.extend(others.map(|other| [prefix, american, other].concat()));
            }
            if let Some(ending) = rest.strip_prefix(american) {
                let others =
                    swap_endings(endings, ending, |(british, american)| (american, british));
                found.extend(others.map(|other| [prefix, british, other].concat()));
            }
        }
    }
    found
}

/// One pair of stems, with the list of endings that it takes.
struct Pair {
    british: &'static str,
    american: &'static str,
    endings: &'static str,
}

/// All pairs of the file.
fn pairs() -> impl Iterator<Item = Pair> {
    let mut endings = "";
    let lines = RULES.lines().filter_map(move |line| match line.strip_prefix(':') {
        Some(list) => {
            endings = list;
            None
        }
        None => Some((line, endings)),
    });
    lines.flat_map(|(line, endings)| {
        let pairs = line.split_ascii_whitespace().filter_map(|pair| pair.split_once('/'));
        pairs.map(move |(british, american)| Pair { british, american, endings })
    })
}

/// What stands for an ending in the other tradition, by a list of endings; `sides` puts
/// the tradition of `ending` first.
fn swap_endings<'a>(
    endings: &'a str,
    ending: &'a str,
    sides: impl Fn((&'a str, &'a str)) -> (&'a str, &'a str),
) -> impl Iterator<Item = &'a str> {
    endings.split_ascii_whitespace().filter_map(move |listed| {
        let (from, to) = match listed {
            "*" => (ending, ending),
            "-" => ("", ""),
            _ => sides(listed.split_once('/').unwrap_or((listed, listed))),
        };
        (from.trim_start_matches('-') == ending).then_some(to.trim_start_matches('-'))
    })
}

/// What may follow `-is-` or `-iz-`.
const VERB_ENDINGS: &str = "e es ed ing ings er ers able ably ation ations ational ationally";

/// What stands before `-ise` in words that are never written `-ize`, or the other way
/// about: whole beginnings, then ends of beginnings. Those that end in a vowel or have
/// fewer than three letters (`raise`, `size`) need not be listed.
const FIXED: &str = "advert adv dev rev superv telev improv circumc conc exc exerc inc prec dem \
    prem surm chem desp chast expert mort treat merchand parad pract upr sunr moonr highr caps \
    ass res downs overs outs ups mids lifes kings fulls supers unders bel den val cer trell pelv";
const FIXED_ENDS: [&str; 4] = ["pr", "prom", "franch", "w"];

/// `organise` for `organize` and back, with their inflections.
fn swap_s_and_z(word: &str) -> Option<String> {
    let with_letter = |ending| {
        let head = word.strip_suffix(ending)?;
        let (stem, other) = match (head.strip_suffix("is"), head.strip_suffix("iz")) {
            (Some(stem), _) => (stem, "iz"),
            (_, Some(stem)) => (stem, "is"),
            _ => return None,
        };
        let is_fixed = stem.len() < 3
            || stem.ends_with(['a', 'e', 'i', 'o', 'u'])
            || FIXED_ENDS.iter().any(|&end| stem.ends_with(end))
            || FIXED.split_ascii_whitespace().any(|fixed| fixed == stem);
        (!is_fixed).then(|| [stem, other, ending].concat())
    };
    VERB_ENDINGS.split_ascii_whitespace().find_map(with_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line holds all spellings of one word: any of them finds the others.
    fn check(lines: &str) {
        let mut wrong = Vec::new();
        for line in lines.lines() {
            let mut all: Vec<&str> = line.split_ascii_whitespace().collect();
            all.sort_unstable();
            for word in &all {
                let others: Vec<&str> = all.iter().copied().filter(|other| other != word).collect();
                let mut found = variants(word);
                found.sort_unstable();
                if found != others {
                    wrong.push(format!("{word}: {found:?}"));
                }
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn words_of_diplomacy_have_both_spellings() {
        check(
            "defence defense
             defences defenses
             defenceless defenseless
             offence offense
             licence license
             licensed licenced
             pretence pretense
             practise practice
             programme program
             programmes programs
             dialogue dialog
             dialogues dialogs
             catalogued cataloged
             centre center
             centres centers
             centred centered
             centrepiece centerpiece
             epicentre epicenter
             theatre theater
             kilometres kilometers
             fibre fiber
             manoeuvre maneuver
             manoeuvring maneuvering
             neighbour neighbor
             neighbouring neighboring
             neighbourhoods neighborhoods
             neighbourly neighborly
             honourable honorable
             dishonoured dishonored
             favourite favorite
             unfavourable unfavorable
             labour labor
             behavioural behavioral
             harbours harbors
             endeavouring endeavoring
             rumoured rumored
             armoured armored
             armouries armories
             travelled traveled
             travellers travelers
             cancelled canceled
             modelling modeling
             labelled labeled
             signalling signaling
             counsellor counselor
             councillors councilors
             marvellous marvelous
             jewellery jewelry
             fulfil fulfill
             fulfilment fulfillment
             enrolment enrollment
             skilful skillful
             judgement judgment
             acknowledgements acknowledgments
             ageing aging
             aeroplanes airplanes
             cheque check
             tyre tire
             tyres tires
             ploughing plowing
             aluminium aluminum
             sceptical skeptical
             scepticism skepticism
             mouldy moldy
             storey story
             storeys stories
             grey gray
             mediaeval medieval
             archaeological archeological
             encyclopaedia encyclopedia
             paediatrician pediatrician
             anaemia anemia
             foetus fetus
             analyse analyze
             analysing analyzing
             paralysed paralyzed
             tsar czar
             enquiries inquiries
             artefacts artifacts
             sizeable sizable",
        );
    }

    #[test]
    fn ise_and_ize_follow_a_rule() {
        check(
            "organise organize
             organisations organizations
             organiser organizer
             recognised recognized
             emphasising emphasizing
             multilateralisation multilateralization
             demilitarised demilitarized
             normalisation normalization
             realise realize
             industrialised industrialized
             recognisable recognizable
             criticises criticizes
             synthesise synthesize
             amortise amortize
             organisational organizational",
        );
    }

    #[test]
    fn two_differences_give_all_mixtures() {
        check(
            "colourised colourized colorised colorized
             anaesthetise anaesthetize anesthetise anesthetize",
        );
    }

    #[test]
    fn other_words_stay_alone() {
        let mut wrong = Vec::new();
        let words = "size prize sized resize downsizing capsize seize assize maize belize pfizer \
            rise arising uprising sunrise wise likewise otherwise exercise exercised advise \
            advisers advisable promise promised compromise enterprise enterprises surprise \
            surprising comprise reprise premises precise concise incised excise expertise \
            franchise disfranchised merchandise paradise improvisation revise revised supervise \
            televised devise disguise despise demise surmise chastise treatise advertise \
            advertiser raise praised noise poised cruise bruise tortoise kaiser crises irises \
            louise denise raising honorary humorous vigorous laborious coloration parameter \
            diameter perimeter thermometer voter history restore practical defensive offensive \
            licentious paris france vietnam president minister agreement visit the a i \
            telegram diagram compelled controlled rebelled patrolling expelled parallel \
            infect defect prefect anemone chancellor hour four our your tour";
        for word in words.split_ascii_whitespace() {
            wrong.extend(variants(word).first().map(|other| [word, other].join(" ")));
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn what_is_no_single_word_has_no_variants() {
        let long = "colour".repeat(100);
        for text in ["", " ", "defence ties", "Defence", "đefence", "c0lour", &long] {
            assert_eq!(variants(text), [""; 0], "{text}");
        }
    }

    /// Words of every pair, with a prefix and without: none may find a word that does not
    /// find it.
    #[test]
    fn the_relation_is_symmetric() {
        for Pair { british, american, endings } in pairs() {
            for ending in endings.split_ascii_whitespace().step_by(4) {
                let ending = ending.replace(['-', '*'], "");
                let (b, a) = ending.split_once('/').unwrap_or((&ending, &ending));
                for word in [british.to_string() + b, "re".to_string() + american + a] {
                    let others = variants(&word);
                    assert!(!others.is_empty() && !others.contains(&word), "{word}");
                    for other in others {
                        assert!(variants(&other).contains(&word), "{word} -> {other}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_rule_is_well_formed() {
        for Pair { british, american, endings } in pairs() {
            let letters = [british, american].concat();
            assert!(letters.bytes().all(|b| b.is_ascii_lowercase()), "{british}/{american}");
            assert!(!endings.is_empty() && !british.is_empty() && !american.is_empty());
        }
    }
}
