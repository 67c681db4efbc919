//! `cargo xtask serve`: build, then show.

use crate::cli::Options;
use crate::server::Server;
use crate::{build, workspace};
use anyhow::Result;

/// Builds the page and serves it until the process is ended.
///
/// # Errors
/// When the port is taken, or the build fails.
pub fn run(port: u16, options: &Options) -> Result<()> {
    // A taken port should not be found out only after minutes of compiling.
    let server = Server::start(workspace::dist(), "/", port)?;
    build::run(options)?;
    println!();
    println!("  The page:         {}", server.address());
    println!("  The single file:  {}", file_address(&workspace::dist().join("entente.html")));
    println!("  Ctrl-C ends it.");
    server.wait();
    Ok(())
}

fn file_address(path: &std::path::Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/").replace('%', "%25").replace(' ', "%20");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}
