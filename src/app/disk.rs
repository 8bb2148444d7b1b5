//! The disk, as far as keeping a dossier needs it: a few calls, so that a test can stand in for it and fail.
//!
//! Promises of the real one: a new file is for the person alone (0600), as is a folder that is made (0700); nothing that exists is
//! written into, only a name is moved. It does not know what a dossier is, nor in which order the calls make sense.

use std::fmt;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::app::effect::WriteProblem;

/// The largest file that is read, in bytes.
pub const MOST: u64 = 32 << 20;

/// A new file, written but perhaps not on the disk yet.
pub trait Draft {
    /// Waits until all of it is on the disk.
    fn sync(self: Box<Self>) -> io::Result<()>;
}

/// Something that is held until it is dropped.
pub trait Held: fmt::Debug + Send + Sync {}

/// The calls.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Reads a file of at most [`MOST`] bytes.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Writes a file that does not exist.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Draft>>;
    /// Gives a file another name, in place of a file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder, and those it stands in.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Takes a folder away, if nothing is in it.
    fn remove_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
    /// Says whether something has this name.
    fn exists(&self, path: &Path) -> bool;
    /// Says whether this is a folder.
    fn is_folder(&self, path: &Path) -> bool;
    /// Holds a name against another program of ours. `None` where another holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;
    /// Returns the folders in a folder; none where it cannot be looked into.
    fn folders(&self, folder: &Path) -> Vec<PathBuf>;
}

/// Why a file was not written, as far as the system says.
pub fn problem(error: &io::Error) -> WriteProblem {
    const KNOWN: [(io::ErrorKind, WriteProblem); 7] = [
        (io::ErrorKind::NotFound, WriteProblem::NoFolder),
        (io::ErrorKind::AlreadyExists, WriteProblem::Exists),
        (io::ErrorKind::StorageFull, WriteProblem::Full),
        (io::ErrorKind::QuotaExceeded, WriteProblem::Full),
        (io::ErrorKind::FileTooLarge, WriteProblem::Full),
        (io::ErrorKind::PermissionDenied, WriteProblem::Denied),
        (io::ErrorKind::ReadOnlyFilesystem, WriteProblem::ReadOnly),
    ];
    let known = KNOWN.iter().find(|(kind, _)| *kind == error.kind());
    known.map_or(WriteProblem::Other, |(_, problem)| *problem)
}

/// The disk of the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Draft for File {
    fn sync(self: Box<Self>) -> io::Result<()> {
        self.sync_all()
    }
}

/// A lock file, held as long as this lives. It is taken away before it is let go.
#[derive(Debug)]
struct LockFile {
    file: File,
    path: PathBuf,
}

impl Held for LockFile {}

impl Drop for LockFile {
    fn drop(&mut self) {
        if is_still(&self.file, &self.path) {
            // Where it cannot be taken away, an unheld lock file holds nobody up.
            let _ = System.remove(&self.path);
        }
    }
}

/// Says whether a name still stands for the file that is open.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same =
        |a: &std::fs::Metadata, b: &std::fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata()
        .and_then(|open| Ok(same(&open, &path.symlink_metadata()?)))
        .unwrap_or(false)
}

/// Where an open file cannot be taken away, its name stands for it.
#[cfg(not(unix))]
fn is_still(_file: &File, _path: &Path) -> bool {
    true
}

fn options() -> std::fs::OpenOptions {
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.read(true).write(true);
    options
}

#[expect(
    clippy::disallowed_methods,
    reason = "one of the two doors to the disk"
)]
impl Disk for System {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Draft>> {
        let mut file = options().create_new(true).open(path)?;
        file.write_all(bytes)?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere a folder cannot be opened, and its names are written by themselves.
        if cfg!(unix) {
            match File::open(folder)?.sync_all() {
                Err(error)
                    if [io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported]
                        .contains(&error.kind()) => {}
                synced => synced?,
            }
        }
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        std::fs::remove_dir(folder)
    }

    fn exists(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        // Another may take its lock file away between the opening and the lock; then it is opened anew.
        for _ in 0..10 {
            let file = options().create(true).truncate(false).open(path)?;
            match file.try_lock() {
                Ok(()) if is_still(&file, path) => {
                    let path = path.to_owned();
                    return Ok(Some(Box::new(LockFile { file, path })));
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    fn folders(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut folders: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        folders
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.lock");
        let held = System.lock(&path).expect("a lock");
        assert!(held.is_some());
        assert!(System.lock(&path).expect("a lock").is_none());
        drop(held);
        assert!(!System.exists(&path));
        assert!(System.lock(&path).expect("a lock").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_for_the_person_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("inner");
        System.make_folder(&inner).expect("it is made");
        let file = inner.join("a");
        let draft = System.write_new(&file, b"a").expect("it is written");
        draft.sync().expect("it is on the disk");
        assert!(
            System.write_new(&file, b"b").is_err(),
            "nothing is written into"
        );
        let _held = System.lock(&inner.join("a.lock")).expect("a lock");
        for (path, mode) in [
            (inner.clone(), 0o700),
            (file, 0o600),
            (inner.join("a.lock"), 0o600),
        ] {
            let has = path.metadata().expect("it is there").permissions().mode();
            assert_eq!(has & 0o777, mode, "{path:?}");
        }
    }
}
