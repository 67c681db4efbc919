//! What part of the world the map shows, as it stands in an address: `at=105.85,21.03,5.5`,
//! degrees east and north of the middle, and the zoom.
//!
//! Whole numbers of small units, so that equal frames are equal and print alike.

/// The middle and the zoom of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapFrame {
    /// East of Greenwich, in ten-thousandths of a degree.
    pub longitude: i32,
    /// North of the equator, in ten-thousandths of a degree.
    pub latitude: i32,
    /// Zoom in hundredths; the world is 256 pixels wide at 0, and twice as wide at each next.
    pub zoom: i32,
}

/// Of each number, its decimals and the most that it may be.
const FORMS: [(usize, i32); 3] = [(4, 180), (4, 90), (2, 10)];

impl MapFrame {
    /// The frame that a value of an address names; what has more decimals is cut short.
    pub fn parse(value: &str) -> Option<Self> {
        let mut numbers = value.split(',').zip(FORMS).map(|(text, (decimals, most))| {
            let number = fixed(text, decimals)?;
            (number.abs() <= most * ten_to(decimals)).then_some(number)
        });
        let mut next = || numbers.next().flatten();
        let frame = Self { longitude: next()?, latitude: next()?, zoom: next()? };
        (frame.zoom >= 0 && value.split(',').count() == FORMS.len()).then_some(frame)
    }

    /// The value that stands in an address.
    pub fn print(&self) -> String {
        let numbers = [self.longitude, self.latitude, self.zoom];
        let numbers = numbers.iter().zip(FORMS).map(|(&number, (decimals, _))| {
            let (whole, rest) = (number.abs() / ten_to(decimals), number.abs() % ten_to(decimals));
            let sign = if number < 0 { "-" } else { "" };
            let rest = (rest + ten_to(decimals)).to_string();
            let rest = rest[1..].trim_end_matches('0');
            let point = if rest.is_empty() { "" } else { "." };
            [sign, &whole.to_string(), point, rest].concat()
        });
        numbers.collect::<Vec<_>>().join(",")
    }
}

fn ten_to(decimals: usize) -> i32 {
    (0..decimals).fold(1, |power, _| power * 10)
}

/// A decimal number in units of its last decimal; at most three digits before the point.
fn fixed(text: &str, decimals: usize) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !are_digits(whole) || !are_digits(rest) {
        return None;
    }
    let rest = rest.bytes().chain(std::iter::repeat(b'0')).take(decimals);
    let number =
        whole.bytes().chain(rest).fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
    Some(if negative { -number } else { number })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn frames_print_short_and_parse_as_typed() {
        for (typed, printed) in [
            ("105.85,21.03,5.5", "105.85,21.03,5.5"),
            ("-0.1,-0,0", "-0.1,0,0"),
            ("2.35221111,48.8566,10", "2.3522,48.8566,10"),
            ("180,-90.0000,07.250", "180,-90,7.25"),
        ] {
            assert_eq!(MapFrame::parse(typed).map(|frame| frame.print()).as_deref(), Some(printed));
        }
    }

    #[test]
    fn what_is_no_frame_is_none() {
        for typed in [
            "",
            "1,2",
            "1,2,3,4",
            "181,0,1",
            "0,91,1",
            "0,0,10.01",
            "0,0,-1",
            "a,b,c",
            "1e1,2,3",
            "+1,2,3",
            ".5,1,1",
            "1,2,",
        ] {
            assert_eq!(MapFrame::parse(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_parses_to_the_same_frame(
            longitude in -1_800_000..=1_800_000_i32, latitude in -900_000..=900_000_i32, zoom in 0..=1000_i32
        ) {
            let frame = MapFrame { longitude, latitude, zoom };
            prop_assert_eq!(MapFrame::parse(&frame.print()), Some(frame));
        }

        #[test]
        fn any_text_is_a_frame_or_none(text: String) {
            let printed = MapFrame::parse(&text).map(|frame| frame.print());
            prop_assert_eq!(printed.as_deref().and_then(MapFrame::parse).map(|frame| frame.print()), printed);
        }
    }
}
