//! What Trunk leaves undone, called by it as a hook when the rest of the page is staged.
//!
//! In a release build: the script minified; files named by their content; the reports put into the page as readable
//! text; a content security policy; the single file; the service worker. In a debug build only
//! the start script and the reports, as Trunk's automatic reload wants a page without a policy.
//!
//! - [`page`]: the elements of `index.html` that are filled in
//! - [`reports`]: the reports as readable text
//! - [`script`]: the script, minified
//! - [`policy`]: the content security policy, with the hashes of what stands inline
//! - [`single`]: everything in one file
//! - [`worker`]: the service worker

pub mod page;
pub mod policy;
pub mod reports;
pub mod script;
pub mod single;
pub mod worker;

use crate::workspace;
use anyhow::{Context, Error, Result};
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
        Error::msg("`finish` is called by Trunk; run `cargo xtask build` instead")
    })?;
    let release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let stage = Stage { folder: stage };
    let corpus = workspace::compiled()?.corpus;
    let bare = Page::read(&stage.read_text("index.html")?)?;
    let page = bare.clone().with_reports(&reports::list(&corpus))?;
    if !release {
        reports::write(&stage, &corpus, &page.css, None)?;
        let files = [page.css.clone(), page.js.clone(), page.wasm.clone()];
        let html = page.hosted(files.each_ref().map(String::as_str), &[])?;
        return stage.write("index.html", html.as_bytes());
    }

    let css = stage.take_text(&page.css)?;
    let js = script::minified(&stage.take_text(&page.js)?)?;
    let wasm = stage.take(&page.wasm)?;
    let hosted_url = env::var("ENTENTE_HOSTED_URL").ok();
    let hosted_url = hosted_url.map(|url| page::hosted_url(&url)).transpose()?;
    let with_hosted_url = |page: Page| match &hosted_url {
        Some(url) => page.with_hosted_url(url),
        None => Ok(page),
    };

    let single = with_hosted_url(bare.with_reports(&reports::whole_or_list(&corpus))?)?;
    let single = single::file(single, &css, &js, &wasm)?;
    stage.write("entente.html", single.as_bytes())?;
    let css = stage.write_hashed("css", css.as_bytes())?;
    let js = stage.write_hashed("js", js.as_bytes())?;
    let wasm = stage.write_hashed("wasm", &wasm)?;
    reports::write(&stage, &corpus, &css, hosted_url.as_ref())?;
    let html = with_hosted_url(page)?.hosted([&css, &js, &wasm], &[page::WORKER])?;
    stage.write("index.html", policy::added(&html, policy::HOSTED)?.as_bytes())?;
    stage.copy_types()?;
    let precached = [("./", "index.html"), ("", &css), ("", &js), ("", &wasm)];
    let worker = worker::script(&stage.folder, &precached)?;
    stage.write("sw.js", worker.as_bytes())
}

/// The folder that becomes `dist/`.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
}

impl Stage {
    fn read(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    }

    fn read_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.read(name)?).with_context(|| format!("{name} is not UTF-8"))
    }

    /// The file's content; the file itself goes, as its successor has another name.
    fn take(&self, name: &str) -> Result<Vec<u8>> {
        let content = self.read(name)?;
        fs::remove_file(self.folder.join(name))
            .with_context(|| format!("{name} cannot be removed"))?;
        Ok(content)
    }

    fn take_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.take(name)?).with_context(|| format!("{name} is not UTF-8"))
    }

    /// Writes a file, and the folders above it where they are missing.
    fn write(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, content))
            .with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Writes `entente-HASH.extension`, and gives that name.
    fn write_hashed(&self, extension: &str, content: &[u8]) -> Result<String> {
        let name = format!("entente-{}.{extension}", &hex::encode(Sha256::digest(content))[..16]);
        self.write(&name, content)?;
        Ok(name)
    }

    /// The types of `window.entente`, for hosts that embed the page.
    fn copy_types(&self) -> Result<()> {
        let name = "entente.d.ts";
        let types: &Path = &workspace::root().join(name);
        if types.is_file() {
            fs::copy(types, self.folder.join(name))
                .with_context(|| format!("{} cannot be copied", types.display()))?;
        }
        Ok(())
    }
}
