//! Did you mean?

/// The word of a list that is nearest to what was typed, if it is near enough: at most a
/// third of the letters wrong, dropped, added or exchanged with their neighbour. Of
/// equals the first.
pub(crate) fn nearest<'a>(typed: &str, words: &[&'a str]) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().flat_map(char::to_lowercase).collect();
    words
        .iter()
        .map(|word| (distance(&typed, &word.chars().collect::<Vec<_>>()), *word))
        .filter(|(distance, word)| *distance <= word.len().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Optimal string alignment: edits and exchanges of neighbours, each of cost 1.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let words = ["id", "title", "source", "published", "language"];
        for (typed, meant) in [
            ("tilte", Some("title")),
            ("Title", Some("title")),
            ("pubished", Some("published")),
            ("langauge", Some("language")),
            ("di", Some("id")),
            ("sauce", Some("source")),
            ("author", None),
            ("", None),
            ("phở", None),
        ] {
            assert_eq!(nearest(typed, &words), meant, "{typed}");
        }
    }
}
