//! Numbers in texts, grouped as a language does.
//!
//! Not by the browser's `Intl.NumberFormat`: all three languages group by three, whole numbers are
//! all there is, and so the same words stand in every browser, in downloads and in tests.

/// A whole number with a separator between groups of three digits.
pub(super) fn grouped(number: usize, separator: &str) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// Those of some counts that are not none, each with its word behind it, in a row.
pub(super) fn some_of(counts: &[(usize, &str)], separator: &str) -> String {
    let some = counts.iter().filter(|(count, _)| *count > 0);
    let some = some.map(|(count, word)| [&grouped(*count, separator), " ", word].concat());
    some.collect::<Vec<_>>().join(", ")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let numbers = [0, 7, 999, 1_000, 12_345, 123_456, 1_234_567].map(|n| grouped(n, ","));
        assert_eq!(numbers.join(" "), "0 7 999 1,000 12,345 123,456 1,234,567");
    }
}
