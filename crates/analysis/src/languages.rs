//! The languages that are known: a folder of `lexicon` each. A language is added by adding its folder,
//! since the build lists them.

/// What a language brings.
pub(crate) struct Language {
    /// As in BCP 47.
    pub(crate) code: &'static str,
    /// Its word lists.
    pub(crate) lists: &'static [&'static str],
    /// What it calls countries and cities, where not as English does.
    pub(crate) places: Option<&'static str>,
    /// `grammar.toml`.
    pub(crate) grammar: Option<&'static str>,
    /// `frames.toml`.
    pub(crate) frames: Option<&'static str>,
}

/// All of them, English first.
pub(crate) const LANGUAGES: &[Language] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));
