//! What Trunk leaves undone, called by it as a hook when the rest of the page is staged.
//!
//! In a release build: the wasm made small and named by its content; the reports put into
//! the page as readable text; a content security policy; the single file; the service
//! worker. In a debug build only the start script and the reports, as Trunk's automatic
//! reload wants a page without a policy.
//!
//! - [`glue`]: the script around the wasm, taken apart
//! - [`page`]: the marks in `index.html`, and what takes their place
//! - [`policy`]: the content security policy, with the hashes of what stands inline
//! - [`single`]: everything in one file
//! - [`shrink`]: script and wasm made small together
//! - [`squeeze`]: style sheet and scripts without comments and indentation
//! - [`wasm`]: the parts of the wasm file; the optimiser
//! - [`worker`]: the service worker

pub mod glue;
pub mod page;
pub mod policy;
pub mod shrink;
pub mod single;
pub mod squeeze;
pub mod wasm;
pub mod worker;

use crate::trouble::{Result, Saying, Trouble};
use crate::workspace;
use page::Page;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// `cargo xtask finish`: works on the folder that Trunk names in the environment.
///
/// # Errors
/// A sentence about what is missing or cannot be written.
pub fn run() -> Result<()> {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Trouble::new("`finish` is called by Trunk; run `cargo xtask build` instead")
    })?;
    let release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let stage = Stage { folder: stage };
    let html = stage.read_text("index.html")?;
    let page = Page::of(&html)?.with_reports(&reports()?)?;
    carries_the_archive(&stage.read(page.wasm())?)?;
    if !release {
        return stage.write("index.html", page.hosted(page.wasm(), page.js(), &[])?.as_bytes());
    }

    let archive = fs::read(workspace::archive()).unwrap_or_default();
    let (js, wasm) =
        shrink::pair(&stage.take_text(page.js())?, &stage.take(page.wasm())?, &archive)?;
    let css = squeeze::css(&stage.take_text(page.css())?);
    let page = match env::var("ENTENTE_HOSTED_URL") {
        Ok(url) => page.with_hosted_url(&page::hosted_url(&url)?)?,
        Err(_) => page,
    };

    stage.write("entente.html", single::file(&page, &css, &js, &wasm)?.as_bytes())?;
    let wasm_name = stage.write_hashed("wasm", &wasm)?;
    let js_name = stage.write_hashed("js", js.as_bytes())?;
    let css_name = stage.write_hashed("css", css.as_bytes())?;
    let html = page.with_css(&css_name)?.hosted(&wasm_name, &js_name, &[page::WORKER])?;
    let html = policy::added(&html, policy::HOSTED)?;
    stage.write("index.html", html.as_bytes())?;
    stage.copy_types()?;
    let precached = [("./", "index.html"), ("", &css_name), ("", &js_name), ("", &wasm_name)];
    let worker = worker::script(&stage.folder, &precached)?;
    stage.write("sw.js", worker.as_bytes())
}

/// The reports as the build script wrote them.
fn reports() -> Result<String> {
    let path = workspace::fallback_html();
    fs::read_to_string(&path).saying(|| {
        format!(
            "the reports as readable text are missing: the build script of the page writes them \
             to {}, but that cannot be read. `touch build.rs` and build again",
            path.display()
        )
    })
}

/// The desk may hold what another build left there; the wasm tells.
fn carries_the_archive(wasm: &[u8]) -> Result<()> {
    let path = workspace::archive();
    let Ok(archive) = fs::read(&path) else { return Ok(()) };
    if memchr::memmem::find(wasm, &archive).is_some() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "{} is not the archive in the page: another build, perhaps of another corpus, wrote it \
         last. `touch build.rs` and build again",
        path.display()
    )))
}

/// The folder that becomes `dist/`.
struct Stage {
    folder: PathBuf,
}

impl Stage {
    fn read(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        fs::read(&path).saying(|| format!("{} cannot be read", path.display()))
    }

    fn read_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.read(name)?).saying(|| format!("{name} is not UTF-8"))
    }

    /// The file's content; the file itself goes, as its successor has another name.
    fn take(&self, name: &str) -> Result<Vec<u8>> {
        let content = self.read(name)?;
        fs::remove_file(self.folder.join(name)).saying(|| format!("{name} cannot be removed"))?;
        Ok(content)
    }

    fn take_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.take(name)?).saying(|| format!("{name} is not UTF-8"))
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, content).saying(|| format!("{} cannot be written", path.display()))
    }

    /// Writes `entente-HASH.extension`, and gives that name.
    fn write_hashed(&self, extension: &str, content: &[u8]) -> Result<String> {
        let name = format!("entente-{}.{extension}", &hex(content)[..16]);
        self.write(&name, content)?;
        Ok(name)
    }

    /// The types of `window.entente`, for hosts that embed the page.
    fn copy_types(&self) -> Result<()> {
        let name = "entente.d.ts";
        let types: &Path = &workspace::root().join(name);
        if types.is_file() {
            fs::copy(types, self.folder.join(name))
                .saying(|| format!("{} cannot be copied", types.display()))?;
        }
        Ok(())
    }
}

/// SHA-256 in hexadecimal digits.
fn hex(content: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
