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
    // Chromium tells its log, and not the page, of a rejection in a script from outside;
    // of an exception there pages hear no more than that there was one.
    page.shows("window.noted.length >= 3", true);
    let complaints = page.is_content().expect_err("it was provoked");
    let told = |what: &str| complaints.iter().any(|complaint| complaint.contains(what));
    for what in [
        "console.error: provoked: error",
        "console.warn: provoked: warning",
        "error: ",
        "provoked: rejection",
    ] {
        assert!(told(what), "{what}: {complaints:#?}");
    }
    let by_the_driver: &[&str] = match page.session.kind() {
        Kind::Chromium => &[r#"\"provoked: error"#, "Uncaught Error: provoked: exception"],
        Kind::Firefox => {
            &["console.error: \"provoked: error", "JavaScript error: : provoked: exception"]
        }
        Kind::WebKit => &[],
    };
    for what in by_the_driver {
        assert!(told(what), "{what}: {complaints:#?}");
    }
    page.forgives("provoked: ");
    page.forgives("error: Script error");
}
