//! The measures of the drawing, and the width of words.

/// The measures of a drawing. All are CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// From the first rail to the second.
    pub gap: f64,
    /// No two ends on one rail are nearer to each other.
    pub row: f64,
    /// So much lower is the host's end of a rung than the guest's.
    pub fall: f64,
    /// From the top to the first end.
    pub top: f64,
    /// A row of words between two rungs.
    pub band: f64,
    /// From the last end of a year to the first of the next.
    pub between_years: f64,
    /// From the last end above a silence to where the rails are torn.
    pub tear: f64,
    /// From the end of a silence to the next end.
    pub mend: f64,
    /// How long torn rails are: for years, and for one.
    pub torn: [f64; 2],
    /// Words stand between the rails as lines below their rung: there is no room for threads.
    pub narrow: bool,
}

impl Layout {
    /// Rails with columns of words outside of them.
    pub const WIDE: Self = Self {
        gap: 380.0,
        row: 20.5,
        fall: 13.0,
        top: 20.0,
        band: 17.0,
        between_years: 24.5,
        tear: 10.0,
        mend: 16.0,
        torn: [54.0, 26.0],
        narrow: false,
    };

    /// Rails at the edges of a phone, words between them.
    pub const fn narrow(gap: f64) -> Self {
        Self {
            gap,
            row: 70.0,
            fall: 12.0,
            top: 56.0,
            band: 21.0,
            between_years: 86.0,
            tear: 34.0,
            mend: 62.0,
            torn: [54.0, 26.0],
            narrow: true,
        }
    }
}

/// About how wide words are in the sans of labels (12 px). Rather too wide than too narrow.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'ì' | 'í' | 'ị' | '.' | ',' | '\'' | '’' | ' ' | 'I' => 3.8,
        'm' | 'w' | 'M' | 'W' | '…' => 10.8,
        'f' | 't' | 'r' | '(' | ')' | '-' => 5.0,
        // Marks above or below a letter take no room of their own.
        '\u{300}'..='\u{36f}' => 0.0,
        letter if letter.is_uppercase() || !letter.is_alphabetic() => 8.2,
        '\u{2e80}'.. => 12.4,
        _ => 7.2,
    }
}

/// Words that are no wider than so many pixels; what is left out is an ellipsis.
pub fn shortened(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut room = width - char_width('…');
    let fits = |letter: &char| {
        room -= char_width(*letter);
        room >= 0.0
    };
    let short: String = text.chars().take_while(fits).collect();
    match short.trim_end() {
        "" => String::new(),
        short => [short, "…"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_words_are_no_wider_than_asked() {
        assert_eq!(shortened("Letter of Intent", 200.0), "Letter of Intent");
        assert_eq!(shortened("Letter of Intent", 60.0), "Letter o…");
        assert_eq!(shortened("Letter", 3.0), "");
        for width in 0..120 {
            let short = shortened("Joint Vision Statement", f64::from(width));
            assert!(text_width(&short) <= f64::from(width), "{short}");
        }
    }
}
