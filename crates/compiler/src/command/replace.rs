//! A file written whole or not at all.
//!
//! The bytes go to a temporary file in the same folder, down to the disk, and only then
//! take the name of the target: whoever reads the target sees the old file or the new
//! one. If anything fails or a signal ends the process, the temporary file goes and the
//! target stays.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use tempfile::NamedTempFile;

/// The temporary file, while there is one. Who holds the lock is making it, renaming it or
/// removing it.
static PART: Mutex<Option<PathBuf>> = Mutex::new(None);

/// What a shell tells of a process that an interrupt has ended.
const INTERRUPTED: i32 = 130;

/// The file that is written where this path is given: absolute, and without links, even if a
/// link leads to a file that is not there yet.
///
/// # Errors
/// There is no folder for it, links lead in a circle, or it cannot be a file.
pub(super) fn destination(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let name = path.file_name().ok_or_else(|| io::Error::other("it is a folder"))?;
        let folder = fs::canonicalize(folder_of(&path))?;
        if !folder.is_dir() {
            return Err(ErrorKind::NotADirectory.into());
        }
        let real = folder.join(name);
        match fs::read_link(&real) {
            Ok(next) => path = folder.join(next),
            Err(_) => return Ok(real),
        }
    }
    Err(io::Error::other("too many links lead to it"))
}

/// Writes a file by a function and puts it in the place of `target`, with the permissions of
/// what was there. A link as the target would be replaced: see [`destination`].
///
/// # Errors
/// What went wrong; then the target is as it was.
pub(super) fn replace(
    target: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let permissions = match fs::metadata(target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::Error::other("it is a folder")),
        // Renaming onto a device would replace the device.
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::other("it is not a file")),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "it is read-only"));
        }
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    remove_on_signals();
    let mut temporary = Temporary::beside(target)?;
    let file = temporary.0.as_file_mut();
    write(file)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()?;
    temporary.persist(target)?;
    // The new name is safe only with its folder; where folders cannot be synchronised,
    // the system sees to it.
    if let Ok(folder) = File::open(folder_of(target)) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A file that is removed when it is dropped, and on signals.
struct Temporary(NamedTempFile);

impl Temporary {
    /// A new file in the folder of the target.
    fn beside(target: &Path) -> io::Result<Self> {
        let mut prefix = std::ffi::OsString::from(".");
        prefix.push(target.file_name().ok_or_else(|| io::Error::other("it has no name"))?);
        prefix.push(".");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(".part");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Less what the process takes away from every file that it makes.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut part = part();
        // What went wrong, but not the path of a file that nobody has asked for.
        let file = builder.tempfile_in(folder_of(target)).map_err(|error| error.kind())?;
        *part = Some(file.path().to_owned());
        Ok(Self(file))
    }

    fn persist(self, target: &Path) -> io::Result<()> {
        let mut part = part();
        self.0.persist(target)?;
        *part = None;
        Ok(())
    }
}

fn part() -> MutexGuard<'static, Option<PathBuf>> {
    PART.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interrupt removes the temporary file before it ends the process.
fn remove_on_signals() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let handled = ctrlc::set_handler(|| {
            let part = part();
            if let Some(path) = &*part {
                let _ = fs::remove_file(path);
            }
            std::process::exit(INTERRUPTED);
        });
        // Without a handler the signal ends the process as ever.
        drop(handled);
    });
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
        names.sort();
        names.into_iter().map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn replaces_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a");
        for text in ["one", "two"] {
            replace(&target, |file| file.write_all(text.as_bytes())).unwrap();
            assert_eq!(fs::read_to_string(&target).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn leaves_everything_as_it_was_when_the_disk_fails() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a");
        let full = |file: &mut File| {
            file.write_all(b"half")?;
            Err(io::Error::from(ErrorKind::StorageFull))
        };
        let error = replace(&target, full).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::StorageFull);
        assert!(names(folder.path()).is_empty());

        fs::write(&target, "old").unwrap();
        replace(&target, full).unwrap_err();
        assert_eq!(fs::read_to_string(&target).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[cfg(unix)]
    mod unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt, symlink};
        use std::process::{Command, Stdio};

        #[test]
        fn follows_links_and_never_replaces_a_device() {
            let folder = tempfile::tempdir().unwrap();
            let path = |name: &str| folder.path().join(name);
            fs::write(path("real"), "old").unwrap();
            symlink("real", path("link")).unwrap();
            symlink("absent", path("dangling")).unwrap();
            symlink("dangling", path("far")).unwrap();
            symlink("circle", path("circle")).unwrap();
            for (link, real) in [("link", "real"), ("far", "absent")] {
                let target = destination(&path(link)).unwrap();
                replace(&target, |file| file.write_all(b"new")).unwrap();
                assert_eq!(fs::read_to_string(path(real)).unwrap(), "new");
                assert!(fs::symlink_metadata(path(link)).unwrap().is_symlink());
            }
            let error = destination(&path("circle")).unwrap_err();
            assert_eq!(error.to_string(), "too many links lead to it");

            let socket = std::os::unix::net::UnixListener::bind(path("device")).unwrap();
            let error = replace(&path("device"), |_| Ok(())).unwrap_err();
            assert_eq!(error.to_string(), "it is not a file");
            drop(socket);
        }

        #[test]
        fn keeps_permissions() {
            let folder = tempfile::tempdir().unwrap();
            let mode = |name: &str| {
                let path = folder.path().join(name);
                fs::metadata(path).unwrap().permissions().mode() & 0o777
            };
            fs::write(folder.path().join("plain"), "").unwrap();
            let target = folder.path().join("a");
            replace(&target, |_| Ok(())).unwrap();
            assert_eq!(mode("a"), mode("plain"), "as any new file");
            fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).unwrap();
            replace(&target, |_| Ok(())).unwrap();
            assert_eq!(mode("a"), 0o600);
            fs::set_permissions(&target, fs::Permissions::from_mode(0o400)).unwrap();
            let error = replace(&target, |_| Ok(())).unwrap_err();
            assert_eq!(error.to_string(), "it is read-only");
        }

        /// Runs in a process of its own, for the next test: writes half a file and waits.
        #[test]
        #[ignore = "never ends"]
        fn writes_for_ever() {
            let Some(folder) = std::env::var_os("ENTENTE_TEST_FOLDER") else { return };
            let target = Path::new(&folder).join("a");
            let _ = replace(&target, |file| {
                file.write_all(b"half")?;
                fs::write(Path::new(&folder).join("ready"), "")?;
                std::thread::sleep(std::time::Duration::from_mins(10));
                Ok(())
            });
        }

        #[test]
        fn leaves_nothing_half_done_when_a_signal_ends_it() {
            for signal in ["TERM", "INT", "HUP"] {
                let folder = tempfile::tempdir().unwrap();
                fs::write(folder.path().join("a"), "old").unwrap();
                let mut run = Command::new(std::env::current_exe().unwrap());
                run.args([
                    "--ignored",
                    "--exact",
                    "command::replace::tests::unix::writes_for_ever",
                ]);
                run.env("ENTENTE_TEST_FOLDER", folder.path()).stdout(Stdio::null());
                let mut run = run.spawn().unwrap();
                while !folder.path().join("ready").exists() {
                    assert!(run.try_wait().unwrap().is_none(), "it has ended too early");
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                assert_eq!(names(folder.path()).len(), 3, "the part file is there");
                let id = run.id().to_string();
                assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
                assert_eq!(run.wait().unwrap().code(), Some(INTERRUPTED), "{signal}");
                assert_eq!(names(folder.path()), ["a", "ready"]);
                assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "old");
            }
        }
    }
}
