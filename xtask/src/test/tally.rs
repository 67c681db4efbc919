//! Counts of tests, and how they are read from what test runners print.

use crate::program::unstartable;
use anyhow::{Context, Result};
use std::env;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// How many tests came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that held.
    pub passed: usize,
    /// Those that did not, and whole runs that ended badly without a count.
    pub failed: usize,
    /// Those that could not be run here.
    pub skipped: usize,
}

impl Tally {
    /// So many that held.
    pub fn passed(count: usize) -> Self {
        Self { passed: count, ..Self::default() }
    }

    /// So many that did not.
    pub fn failed(count: usize) -> Self {
        Self { failed: count, ..Self::default() }
    }

    /// So many that could not be run.
    pub fn skipped(count: usize) -> Self {
        Self { skipped: count, ..Self::default() }
    }

    /// A suite that lacks something: left out and told on a developer's machine, a failure in
    /// CI, where nothing may go untested in silence.
    pub fn missing() -> Self {
        Self::lacking(env::var_os("CI").is_some())
    }

    fn lacking(in_ci: bool) -> Self {
        if in_ci { Self::failed(1) } else { Self::skipped(1) }
    }

    /// Runs a program that runs tests, shows what it prints as it comes, and counts. Where
    /// nobody watches, as `CI` says, tests that hold are counted without a line each: what
    /// is kept of a long log should be what went wrong.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn run(command: &mut Command) -> Result<Self> {
        Self::shown(command, env::var_os("CI").is_some(), &mut std::io::stdout())
    }

    fn shown(command: &mut Command, brief: bool, terminal: &mut impl Write) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child =
            command.spawn().with_context(|| unstartable(command, "tests could not be run"))?;
        let mut tally = Self::default();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n').map_while(std::result::Result::ok) {
                if !(brief && held(&line)) {
                    let _ = terminal.write_all(&line).and_then(|()| terminal.write_all(b"\n"));
                }
                if let Some(counted) = read(&String::from_utf8_lossy(&line)) {
                    tally += counted;
                }
            }
        }
        let status = child.wait().with_context(|| "tests could not be waited for".to_owned())?;
        if !status.success() && tally.failed == 0 {
            tally.failed = 1;
        }
        Ok(tally)
    }
}

/// Whether this is the line of a test that held: `test name ... ok`.
fn held(line: &[u8]) -> bool {
    line.starts_with(b"test ") && line.trim_ascii_end().ends_with(b" ... ok")
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn read(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let mut counts = rest.split("; ").map(|part| {
        let (number, what) = part.trim().split_once(' ')?;
        Some((number.parse::<usize>().ok()?, what))
    });
    let mut next = |wanted| match counts.next()? {
        Some((number, what)) if what == wanted => Some(number),
        _ => None,
    };
    Some(Tally { passed: next("passed")?, failed: next("failed")?, skipped: next("ignored")? })
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted() {
        let tally = |passed, failed, skipped| Some(Tally { passed, failed, skipped });
        for (line, expected) in [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; \
                 finished in 0.00s",
                tally(3, 0, 1),
            ),
            (
                "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 4 filtered out",
                tally(2, 1, 0),
            ),
            ("test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out", tally(5, 0, 0)),
            ("test result: ok", None),
            ("test dates::a_result ... ok", None),
            ("", None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_missing_fails_in_ci_alone() {
        assert_eq!(Tally::lacking(true), Tally::failed(1));
        assert_eq!(Tally::lacking(false), Tally::skipped(1));
    }

    #[test]
    fn the_last_line_is_plain() {
        for (tally, line) in [
            (Tally { passed: 7, failed: 0, skipped: 0 }, "7 passed, 0 failed"),
            (Tally { passed: 7, failed: 1, skipped: 2 }, "7 passed, 1 failed, 2 skipped"),
        ] {
            assert_eq!(tally.to_string(), line);
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_brief_run_shows_what_does_not_hold() {
        let script = "echo 'test a ... ok'; echo 'test b   ... ok '; echo 'test c ... FAILED'; \
                      echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored'";
        for (brief, lines) in [(true, 2), (false, 4)] {
            let mut shell = Command::new("sh");
            let mut terminal = Vec::new();
            let counted = Tally::shown(shell.args(["-c", script]), brief, &mut terminal);
            assert_eq!(counted.expect("sh runs").passed, 2);
            assert_eq!(terminal.split(|&byte| byte == b'\n').count(), lines + 1);
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_run_without_a_count_still_fails() {
        for (script, tally) in [
            ("exit 101", Tally::failed(1)),
            (
                "echo 'test result: FAILED. 1 passed; 2 failed; 0 ignored'; exit 101",
                Tally { passed: 1, failed: 2, skipped: 0 },
            ),
            ("echo none", Tally::default()),
        ] {
            let mut shell = Command::new("sh");
            let mut terminal = Vec::new();
            let counted =
                Tally::shown(shell.args(["-c", script]), false, &mut terminal).expect("sh runs");
            assert_eq!(counted, tally, "{script}");
        }
    }
}
