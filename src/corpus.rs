//! Where the archive comes from: the one place that knows.
//!
//! Today the bytes are compiled into the page. They could as well be made from a
//! reader's own files or come with the page in another way; nothing else may assume.

use entente_archive::{Archive, DecodeError};
use entente_search::Engine;

/// The bytes of the archive.
fn bytes() -> &'static [u8] {
    include_bytes!(concat!(env!("OUT_DIR"), "/corpus.entente"))
}

/// The engine over the archive. It lives as long as the page and is made once.
///
/// # Errors
/// What is wrong with the bytes.
pub fn open() -> Result<&'static Engine<'static>, DecodeError> {
    let archive: &'static Archive<'static> = Box::leak(Box::new(Archive::open(bytes())?));
    Ok(Box::leak(Box::new(Engine::new(archive))))
}
