//! The package with Natural Earth in it, fetched once by npm and pinned by its hash.
//!
//! Only two of its files may be read. The finest file of countries gives disputed islets to
//! one of those who claim them, so there is no way to ask for it.

use crate::tools::npm::{Files, Package};
use anyhow::{Error, Result};

/// The package as it was published.
pub(super) static PACKAGE: Package = Package {
    name: "world-atlas",
    version: "2.0.2",
    sha512: "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
};

/// Coasts at 1:10m.
pub(super) const LAND: &str = "land-10m.json";

/// Countries at 1:50m, for the lines that two of them share.
pub(super) const COUNTRIES: &str = "countries-50m.json";

/// The package with a door to two of its files.
pub(super) struct Atlas(Files);

impl Atlas {
    /// The package from the cache of tools, or fetched there.
    ///
    /// # Errors
    /// When it can be neither found nor fetched, or is not the one that is pinned.
    pub(super) fn fetch() -> Result<Self> {
        PACKAGE.fetch().map(Self)
    }

    /// One of the files that may be read.
    ///
    /// # Errors
    /// For any other file, or when the package does not have it.
    pub(super) fn file(&self, name: &str) -> Result<&[u8]> {
        if ![LAND, COUNTRIES].contains(&name) {
            return Err(Error::msg(format!(
                "{name} may not enter the basemap: only {LAND} and {COUNTRIES} draw no claim"
            )));
        }
        self.0.file(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn the_finest_file_of_countries_is_refused() {
        let finest = COUNTRIES.replace("50m", "10m");
        let atlas = Atlas(Files { package: &PACKAGE, files: HashMap::new() });
        let told = atlas.file(&finest).unwrap_err().to_string();
        assert!(told.contains("may not enter"), "{told}");
    }
}
