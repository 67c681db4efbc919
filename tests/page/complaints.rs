//! That a test does see what goes wrong: every other test relies on it.

use crate::engine::Kind;
use crate::page::Page;
use crate::suite::Test;

pub const TESTS: &[Test] =
    &[Test::both("what goes wrong in a page fails its test", what_goes_wrong_is_seen)];

fn what_goes_wrong_is_seen(page: &mut Page<'_>) {
    page.open("#/reports");
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
    // Scripts of a driver are from outside: of their exceptions and rejections pages hear
    // little in Chromium and nothing in Firefox, whose drivers tell of them instead.
    page.wait_eq("window.noted.length >= 2", true);
    let told_by: &[&str] = match page.session.kind() {
        Kind::Chromium => &["Uncaught Error: provoked: exception"],
        Kind::Firefox => &["JavaScript error: ", "console.error: \"provoked: error"],
        Kind::WebKit => &["rejection: Error: provoked: rejection"],
    };
    let always = ["console.error: provoked: error", "console.warn: provoked: warning"];
    let kind = page.session.kind();
    page.eventually("it is seen", |page| {
        let complaints = page.is_content().err().unwrap_or_default();
        let told = |what: &&str| complaints.iter().any(|complaint| complaint.contains(*what));
        let heard = kind == Kind::Firefox || complaints.iter().any(|c| c.starts_with("error: "));
        heard && always.iter().all(told) && told_by.iter().all(told) && told(&"provoked: rejection")
    });
    page.allow_console("provoked: ");
    page.allow_console("error: Script error");
}
