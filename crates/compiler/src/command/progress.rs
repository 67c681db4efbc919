//! How far long work has come: one line on a terminal, rewritten in place.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that takes less than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(400);

/// Between two rewritings of the line.
const PAUSE: Duration = Duration::from_millis(100);

/// A line on standard error; nothing where that is not a terminal. Dropped, it is wiped.
pub(super) struct Progress {
    what: &'static str,
    terminal: bool,
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Progress of some work: "analysing reports".
    pub(super) fn new(what: &'static str) -> Self {
        let terminal = io::stderr().is_terminal();
        Self { what, terminal, next: Instant::now() + PATIENCE, shown: false }
    }

    /// How many are done, of how many.
    pub(super) fn show(&mut self, done: usize, total: usize) {
        let now = Instant::now();
        if self.terminal && now >= self.next {
            let _ = write!(io::stderr(), "\r{}: {done} of {total}\x1b[K", self.what);
            self.shown = true;
            self.next = now + PAUSE;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
