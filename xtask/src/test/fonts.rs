//! Two sets of fonts for the tests of layout, so that these do not depend on the fonts of a machine.
//!
//! They are fetched like tools and named to browsers by a file of fontconfig, so this holds on
//! Linux; elsewhere browsers use the fonts of the system.

use crate::tools::npm::Package;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Fonts that a browser is given instead of those of the machine.
#[derive(Debug)]
pub struct FontSet {
    /// Set for the tests in browsers to the path of the file of fontconfig.
    pub variable: &'static str,
    name: &'static str,
    /// The families for `sans-serif` and `serif`.
    families: [&'static str; 2],
    /// Packages, each with its fonts.
    fonts: &'static [(&'static Package, &'static [&'static str])],
}

static DEJAVU: Package = Package {
    name: "dejavu-fonts-ttf",
    version: "2.37.3",
    sha512: "f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==",
};
static ARIMO: Package = Package {
    name: "@expo-google-fonts/arimo",
    version: "0.4.3",
    sha512: "kXMUJ303nJgKjJFr8yuiAY9dgIoAoj9HccKkaSw0J63/T4MSdxFejzfDUVLzUz+ohpQWinifV99QOAUQLcGKDg==",
};
static TINOS: Package = Package {
    name: "@expo-google-fonts/tinos",
    version: "0.4.2",
    sha512: "MQkfvUO1Aw7UP3jRtWLcjda+udanoL8ecrbkjbc3ZdhSI1iW/Uil4uD8O0eOiIxU2v/FeAT2XjGNiz5oYUlucg==",
};

/// Wide and high letters.
pub const WIDE: FontSet = FontSet {
    variable: "ENTENTE_WIDE_FONTS",
    name: "wide",
    families: ["DejaVu Sans", "DejaVu Serif"],
    fonts: &[(
        &DEJAVU,
        &[
            "ttf/DejaVuSans.ttf",
            "ttf/DejaVuSans-Bold.ttf",
            "ttf/DejaVuSerif.ttf",
            "ttf/DejaVuSerif-Bold.ttf",
        ],
    )],
};

/// Narrow and low letters: the measures of Liberation, Arial and Times New Roman.
pub const NARROW: FontSet = FontSet {
    variable: "ENTENTE_NARROW_FONTS",
    name: "narrow",
    families: ["Arimo", "Tinos"],
    fonts: &[
        (&ARIMO, &["400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf"]),
        (&TINOS, &["400Regular/Tinos_400Regular.ttf", "700Bold/Tinos_700Bold.ttf"]),
    ],
};

impl FontSet {
    /// The file of fontconfig, with the fonts unpacked beside it.
    ///
    /// # Errors
    /// When a package cannot be had, or a file not be written.
    pub fn unpacked(&self) -> Result<PathBuf> {
        let folder = workspace::intermediate_dir().join("fonts").join(self.name);
        let unwritable = || format!("{} cannot be written", folder.display());
        fs::create_dir_all(&folder).with_context(unwritable)?;
        for (package, names) in self.fonts {
            let files = package.fetch()?;
            for name in *names {
                let file = folder.join(name.rsplit('/').next().unwrap_or(name));
                fs::write(file, files.file(name)?).with_context(unwritable)?;
            }
        }
        let [sans, serif] = self.families;
        let alias = |generic: &str, family: &str| {
            format!(
                "<alias binding=\"same\"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>"
            )
        };
        let config = folder.join("fonts.conf");
        let folder_name = folder.display();
        let text = format!(
            "<?xml version=\"1.0\"?>\n<fontconfig><dir>{folder_name}</dir><cachedir>{folder_name}/cache</cachedir>\n\
             {}{}{}</fontconfig>\n",
            alias("sans-serif", sans),
            alias("system-ui", sans),
            alias("serif", serif),
        );
        fs::write(&config, text).with_context(unwritable)?;
        Ok(config)
    }
}
