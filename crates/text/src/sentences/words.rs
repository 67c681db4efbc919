//! Words that carry a point without ending a sentence, and words that begin one.
//!
//! A point after a word says nothing certain: the class of the word says what the text
//! after it has to look like for a sentence to end there. English, French and Vietnamese,
//! with the commonest of Spanish and German. The lists are one string each, which is
//! smaller than a table of strings and fast enough for a question a sentence.

/// What a point after a word means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Nothing special: the sentence may end.
    Ordinary,
    /// The word stands before a name or an example; the sentence goes on.
    Never,
    /// The word stands before a number; the sentence goes on if one follows.
    Counter,
    /// The word stands inside a sentence or at its end; only a word that begins sentences
    /// tells.
    Open,
}

/// Ranks, offices and forms of address. Matched with a capital first letter.
const TITLES: &str = "Mr Mrs Ms Messrs Dr Drs Prof Profs Hon Rev Msgr Gen Gens Lt Lieut Col Cols \
    Maj Majs Capt Brig Cmdr Comdr Cdr Lcdr Adm Vadm Radm Sgt Cpl Pvt Wg Sqn Flt Sen Sens Rep Reps \
    Gov Govs Pres Amb Sec Insp Supt Comm Atty Dep Asst M MM Mme Mmes Mlle Mgr Pr Sra Srta \
    Hr Fr Tp Ts Ths Gs Pgs Bs Ks Ngnd Nsnd Nsut Ubnd Md Alm Gral Cnel Ing Lic Dip Pt Smt Shri Sh \
    Sri Kum Ven Alh Engr Eng Arch Dra Kol Letjen Mayjen Brigjen Jend Laksda Marsda Komjen \
    Irjen Sig Dott Dipl Mag Doz Gp Lt-Gen Maj-Gen Brig-Gen Sgt-Maj Ambs Sdr Bpk";

/// Words that lead on to an example, an equivalent or an opponent.
const LEADING: &str = "e.g i.e eg ie viz vs cf incl ca c.-à-d p.ex z.b d.h bzw vgl";

/// Words that lead on to a number.
const COUNTERS: &str = "no nos nr art arts p pp vol vols ch chap fig figs para paras sec secs sect cl \
    approx est env tel ext res bn jan feb mar apr jun jul aug sep sept oct nov dec janv févr \
    avr juil déc q điều";

/// Words that stand inside a sentence as well as at its end.
const OPEN: &str = "Inc Corp Ltd Co Cos Bros Plc Llc Jr Sr St Ste Mt Ft Ave Blvd Rd Dept Univ Assn \
    Intl Natl Govt Gr Pte Pty Bhd Tbk Cie UU Sun Mon Tue Tues Wed Thu Thur Thurs Fri Sat";

/// Words with a capital that begin a sentence far more often than they stand in a name.
const STARTERS: &str = "The This That These Those There They Their He She His Her Its It We Our You \
    I In On At By For From With Within Without During After Before Since Under Over As If When \
    While Where Although Though However Moreover Meanwhile Earlier Later But And Or Yet Both Each \
    All Some Many Most Such Also According Regarding Speaking What Who Why How Not No Another Other \
    Talks Officials Il Elle Ils Elles On Ce Cette Ces Dans Mais Selon Lors Après Avant Pour Nous \
    Ông Bà Theo Trong Tại Các Những Việc Ngày Hai Đây Trước Sau";

/// The class of the word before a point: `word` with inner points and hyphens ("U.S",
/// "c.-à-d"), without the point in question.
pub(super) fn class(word: &str) -> Class {
    if word.is_empty() {
        return Class::Ordinary;
    }
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    let capital = last.starts_with(char::is_uppercase);
    let whole = last.len() == word.len();
    if lists(LEADING, word) || capital && (whole || last.len() > 1) && lists(TITLES, last) {
        Class::Never
    } else if is_initial(last) {
        Class::Open
    } else if whole && lists(COUNTERS, last) {
        Class::Counter
    } else if capital && lists(OPEN, last) || is_dotted(word) {
        Class::Open
    } else {
        Class::Ordinary
    }
}

/// Whether a word begins sentences rather than names.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.split_ascii_whitespace().any(|listed| listed == word)
}

/// Whether the word is a Roman number up to 89.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// "U.S", "a.m", "Ph.D": points between parts of one to three letters, the last of one.
fn is_dotted(word: &str) -> bool {
    let short = |part: &str| (1..=3).contains(&part.chars().count());
    word.contains('.')
        && word.split('.').all(|part| short(part) && part.chars().all(char::is_alphabetic))
        && word.rsplit('.').next().is_some_and(|last| last.chars().count() == 1)
}

/// One capital letter.
fn is_initial(part: &str) -> bool {
    let mut chars = part.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Whether a list has the word, in whatever case.
fn lists(list: &str, word: &str) -> bool {
    // Folding is dearer than comparing, and cheaper in the page than a table of cases.
    let same = |listed: &str| match word.is_ascii() {
        true => listed.eq_ignore_ascii_case(word),
        false => listed.len() == word.len() && crate::fold_str(listed) == crate::fold_str(word),
    };
    list.split_ascii_whitespace().any(same)
}
