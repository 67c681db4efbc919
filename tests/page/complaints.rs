//! That a test does see what goes wrong: every other test relies on it.

use crate::engine::Kind;
use crate::page::Page;
use crate::suite::Sentence;

pub const SENTENCES: &[Sentence] =
    &[Sentence::new("what goes wrong in a page fails its test", what_goes_wrong_is_seen)];

fn what_goes_wrong_is_seen(page: &mut Page<'_>) {
    page.open("");
    assert_eq!(page.is_content(), Ok(()));
    page.script(
        "setTimeout(() => {
           console.error('provoked: error');
           console.warn('provoked: warning');
           Promise.reject(new Error('provoked: rejection'));
           throw new Error('provoked: exception');
         })",
        &[],
    );
    // Chromium tells its log, and not the page, of a rejection in a script from outside.
    page.shows("window.noted.length >= 3", true);
    let complaints = page.is_content().expect_err("it was provoked");
    let told = |what: &str| complaints.iter().filter(|c| c.contains(what)).count();
    for what in ["error", "warning", "rejection", "exception"] {
        assert!(told(&format!("provoked: {what}")) > 0, "{what}: {complaints:#?}");
    }
    // The listeners see it, and so does the driver where it can.
    let times = if page.session.kind() == Kind::WebKit { 1 } else { 2 };
    assert_eq!(told("provoked: error"), times, "{complaints:#?}");
    assert_eq!(told("provoked: exception"), times, "{complaints:#?}");
    page.forgives("provoked: ");
}
