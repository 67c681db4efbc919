//! A file written whole or not at all.
//!
//! The bytes go to a temporary file in the same folder, down to the disk, and only then
//! take the name of the target: whoever reads the target sees the old file or the new
//! one. If anything fails, the temporary file goes and the target stays.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes a file by a function and puts it in the place of `target`. A link is followed:
/// what it leads to is replaced.
///
/// # Errors
/// What went wrong; then the target is as it was.
pub(super) fn replace(
    target: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::Error::other("it is a folder")),
        // Renaming onto a device would replace the device.
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::other("it is not a file")),
        _ => {}
    }
    let (temporary, mut file) = Temporary::beside(&target)?;
    write(&mut file)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&temporary.0, &target)?;
    std::mem::forget(temporary);
    // The new name is safe only with its folder; where folders cannot be synchronised,
    // the system sees to it.
    if let Ok(folder) = File::open(folder_of(&target)) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A file that is removed when it is dropped.
struct Temporary(PathBuf);

impl Temporary {
    /// A new file in the folder of the target.
    fn beside(target: &Path) -> io::Result<(Self, File)> {
        let name = target.file_name().ok_or_else(|| io::Error::other("it has no name"))?;
        let mut number = 0;
        loop {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}-{number}.part", std::process::id()));
            let path = folder_of(target).join(hidden);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((Self(path), file)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => {
                    number += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
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

    #[test]
    #[cfg(unix)]
    fn follows_a_link_to_a_file_and_never_replaces_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        replace(&link, |file| file.write_all(b"new")).unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

        let device = folder.path().join("device");
        let socket = std::os::unix::net::UnixListener::bind(&device).unwrap();
        let error = replace(&device, |_| Ok(())).unwrap_err();
        assert_eq!(error.to_string(), "it is not a file");
        drop(socket);
    }
}
