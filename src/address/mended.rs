//! Addresses as they come back from mail filters, chats and texts.
//!
//! What they do to an address can be told from what [`View::print`](super::View::print) never
//! writes: an encoded `?` in place of one, escapes that are all encoded once more, `&amp;`, and
//! brackets, quotation marks and dots behind the end.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The fragment that was meant, without `#`.
pub fn mended(fragment: &str) -> Cow<'_, str> {
    let mut mended = Cow::Borrowed(without_end(fragment));
    if !mended.contains('?') && mended.to_ascii_lowercase().contains("%3f") {
        let once = percent_decode_str(&mended).decode_utf8().map(Cow::into_owned);
        mended = once.map_or(mended, Cow::Owned);
    }
    while is_encoded_twice(&mended) {
        mended = Cow::Owned(mended.replace("%25", "%"));
    }
    if mended.contains("&amp;") {
        mended = Cow::Owned(mended.replace("&amp;", "&"));
    }
    mended
}

/// A printed address, so that nothing of it is taken for what [`mended`] mends.
pub fn kept(mut address: String) -> String {
    if address.ends_with('.') {
        address.pop();
        address += "%2E";
    }
    if is_encoded_twice(&address) {
        // The first escape gets one behind it that was not encoded before.
        if let Some((before, rest)) = address.split_once("%25") {
            let (digit, rest) = (rest.as_bytes()[0], &rest[1..]);
            address = format!("{before}%25%{digit:02X}{rest}");
        }
    }
    address
}

/// What a sentence around an address leaves at its end. A dot alone may belong to a query.
fn without_end(fragment: &str) -> &str {
    const FOREIGN: &[char] = &[')', ']', '}', '>', '"', '\'', '”', '’', '»', '…', ',', ';'];
    let may_end_in_dot =
        fragment.rsplit(['?', '&']).next().is_some_and(|last| last.starts_with("q="));
    let mut left = fragment;
    loop {
        let bare = left.trim_end_matches(FOREIGN);
        let dots = bare.trim_end_matches('.');
        let next = if bare.len() < fragment.len() || !may_end_in_dot { dots } else { bare };
        if next.len() == left.len() {
            return left;
        }
        left = next;
    }
}

/// Whether every `%` is one that was encoded: `%25C3`.
fn is_encoded_twice(fragment: &str) -> bool {
    let mut escapes = fragment.split('%').skip(1).peekable();
    let is_double = |escape: &str| {
        let hex = escape.as_bytes().get(2..4);
        escape.starts_with("25") && hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    };
    escapes.peek().is_some() && escapes.all(is_double)
}

/// Whether a key was added by who counts visits.
pub fn is_tracking(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid")
}
