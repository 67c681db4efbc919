//! The habits of this house as code, so that a fresh machine needs rustup, a C compiler
//! and one command.
//!
//! - [`cli`]: what `cargo xtask …` understands
//! - [`tools`]: the programs a build or a test needs, installed once and pinned
//! - [`build`]: Trunk, run offline with those programs
//! - [`finish`]: what Trunk leaves undone: readable reports, names by content, content security
//!   policy, the single file, the service worker
//! - [`serve`] and [`server`]: the page on a loopback address, also for the browser tests
//! - [`test`]: every test, counted
//! - [`size`]: where the bytes go, against the budget
//! - [`bench`]: how fast things are
//! - [`basemap`]: land and borders for the map, made again from Natural Earth
//! - [`workspace`], [`program`]: where things lie, how programs are run

pub mod basemap;
pub mod bench;
pub mod build;
pub mod cli;
pub mod finish;
pub mod program;
pub mod serve;
pub mod server;
pub mod size;
pub mod test;
pub mod tools;
pub mod workspace;
