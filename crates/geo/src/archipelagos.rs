//! The two archipelagos that are drawn as symbols.
//!
//! Who owns the islands is disputed, and to draw or fill them by country would take a side. So
//! the basemap has no land there, and the map shows both alike: one symbol each, of one size,
//! with a name in the language of the reader, and the name of the sea around them.

use crate::projection::LonLat;

/// A name on the map, in each language of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// Where the symbol or the middle of the name stands.
    pub at: LonLat,
    /// In English.
    pub en: &'static str,
    /// In Vietnamese.
    pub vi: &'static str,
    /// In French.
    pub fr: &'static str,
}

/// Both archipelagos, each a symbol.
pub const ARCHIPELAGOS: [Name; 2] = [
    Name {
        at: LonLat { longitude: 112.3, latitude: 16.5 },
        en: "Paracel Islands",
        vi: "Quần đảo Hoàng Sa",
        fr: "Îles Paracels",
    },
    Name {
        at: LonLat { longitude: 114.2, latitude: 9.8 },
        en: "Spratly Islands",
        vi: "Quần đảo Trường Sa",
        fr: "Îles Spratleys",
    },
];

/// The sea in which they lie: a name without a symbol.
pub const SEA: Name = Name {
    at: LonLat { longitude: 114.0, latitude: 13.0 },
    en: "South China Sea (East Sea)",
    vi: "Biển Đông",
    fr: "Mer de Chine méridionale (mer de l’Est)",
};

/// Oceans, by their names in the languages of the page.
pub const OCEANS: [Name; 4] = [
    Name {
        at: LonLat { longitude: -32.0, latitude: 28.0 },
        en: "Atlantic Ocean",
        vi: "Đại Tây Dương",
        fr: "Océan Atlantique",
    },
    Name {
        at: LonLat { longitude: 78.0, latitude: -20.0 },
        en: "Indian Ocean",
        vi: "Ấn Độ Dương",
        fr: "Océan Indien",
    },
    Name {
        at: LonLat { longitude: 160.0, latitude: 28.0 },
        en: "Pacific Ocean",
        vi: "Thái Bình Dương",
        fr: "Océan Pacifique",
    },
    Name {
        at: LonLat { longitude: -130.0, latitude: -20.0 },
        en: "Pacific Ocean",
        vi: "Thái Bình Dương",
        fr: "Océan Pacifique",
    },
];
