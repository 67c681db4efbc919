//! Lengths as they stand in SVG.

/// A number of pixels to a hundredth, as short as it can be written. By whole numbers, because what
/// formats floating ones is large in a page.
pub fn number(pixels: f64) -> String {
    let hundredths = (pixels * 100.0).round().clamp(-2e9, 2e9) as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let digits = match (rest, rest % 10) {
        (0, _) => String::new(),
        (_, 0) => [".", &(rest / 10).to_string()].concat(),
        (1..10, _) => [".0", &rest.to_string()].concat(),
        _ => [".", &rest.to_string()].concat(),
    };
    [sign, &whole.to_string(), &digits].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = [0.0, -0.001, 5.0, 5.5, 5.05, -0.25, 126.666].map(number);
        assert_eq!(written, ["0", "0", "5", "5.5", "5.05", "-0.25", "126.67"]);
    }
}
