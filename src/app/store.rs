//! How a dossier gets onto the disk and off it: whole or not at all, with the previous good copy beside it.
//!
//! Promises:
//! - at every moment, also when the power goes, the file or its backup is whole and holds all but the last change;
//! - a file that somebody else made or changed is never replaced;
//! - nothing half-written stays behind, as far as the disk allows.
//!
//! It does not know what it writes.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::app::disk::{Disk, Held, problem};
use crate::app::effect::{Backup, KeepProblem, WriteProblem};

/// A dossier's names on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The file.
    pub file: PathBuf,
    /// The previous good copy.
    pub backup: PathBuf,
    /// What holds it against another program of ours.
    pub lock: PathBuf,
    /// A new file before it is put in place.
    fresh: PathBuf,
    /// A new backup before it is put in place.
    fresh_backup: PathBuf,
}

impl Names {
    /// The names that go with a file.
    pub fn of(file: &Path) -> Self {
        let with = |more: &str| {
            let mut name = OsString::from(file);
            name.push(more);
            PathBuf::from(name)
        };
        Self {
            file: file.to_owned(),
            backup: with(".backup"),
            lock: with(".lock"),
            fresh: with(".new"),
            fresh_backup: with(".backup.new"),
        }
    }

    fn folder(&self) -> &Path {
        self.file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."))
    }

    /// Every name, the file last.
    fn all(&self) -> [&Path; 5] {
        [
            &self.fresh,
            &self.fresh_backup,
            &self.lock,
            &self.backup,
            &self.file,
        ]
    }
}

/// Puts a dossier on the disk. `left` is what may stand there now, as it was left; nothing for a new file.
pub fn save(
    disk: &dyn Disk,
    names: &Names,
    bytes: &[u8],
    left: &[&[u8]],
    backup: Backup,
) -> Result<(), KeepProblem> {
    if !disk.is_folder(names.folder()) {
        return Err(KeepProblem::Disk(WriteProblem::NoFolder));
    }
    let previous = match left {
        [] if disk.exists(&names.file) => return Err(KeepProblem::Disk(WriteProblem::Exists)),
        [] => None,
        _ => Some(as_left(disk, &names.file, left)?),
    };
    let backup = match backup {
        Backup::Previous => previous.as_deref(),
        Backup::Same => Some(bytes),
    };
    let saved = put(disk, names, bytes, backup);
    if saved.is_err() {
        for path in [&names.fresh, &names.fresh_backup] {
            // It may not be there, or the disk may be gone.
            let _ = disk.remove(path);
        }
        // A new file of which nobody knows whether it stays is none; the next try would take it for somebody else's.
        if left.is_empty() && disk.read(&names.file).is_ok_and(|found| found == bytes) {
            let _ = disk.remove(&names.file);
        }
    }
    saved.map_err(|error| KeepProblem::Disk(problem(&error)))
}

/// Reads the file, which must be as it was left.
fn as_left(disk: &dyn Disk, file: &Path, left: &[&[u8]]) -> Result<Vec<u8>, KeepProblem> {
    match disk.read(file) {
        Ok(found) if left.contains(&found.as_slice()) => Ok(found),
        Ok(_) => Err(KeepProblem::Changed),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(KeepProblem::Changed),
        Err(error) => Err(KeepProblem::Disk(problem(&error))),
    }
}

/// Everything is on the disk under other names before a name is moved; so each name always stands for something whole.
fn put(disk: &dyn Disk, names: &Names, bytes: &[u8], backup: Option<&[u8]>) -> io::Result<()> {
    write(disk, &names.fresh, bytes)?;
    if let Some(backup) = backup {
        write(disk, &names.fresh_backup, backup)?;
        disk.rename(&names.fresh_backup, &names.backup)?;
    }
    disk.rename(&names.fresh, &names.file)?;
    disk.sync_folder(names.folder())
}

fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A program that was killed may have left one.
    if disk.exists(path) {
        disk.remove(path)?;
    }
    disk.write_new(path, bytes)?.sync()
}

/// Holds a dossier against another program of ours. Where a place knows no locks, nothing is held; that the file changed is
/// noticed all the same.
pub fn hold(disk: &dyn Disk, names: &Names) -> Result<Option<Box<dyn Held>>, KeepProblem> {
    match disk.lock(&names.lock) {
        Ok(Some(held)) => Ok(Some(held)),
        Ok(None) => Err(KeepProblem::InUse),
        Err(_) => Ok(None),
    }
}

/// Takes a dossier away, with everything that goes with it. Returns what was there.
pub fn remove(disk: &dyn Disk, names: &Names) -> Result<Vec<PathBuf>, (PathBuf, KeepProblem)> {
    let held = hold(disk, names).map_err(|problem| (names.file.clone(), problem))?;
    let mut gone = Vec::new();
    for path in names.all() {
        if *path == names.lock {
            continue;
        }
        match disk.remove(path) {
            Ok(()) => gone.push(path.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err((path.to_owned(), KeepProblem::Disk(problem(&error)))),
        }
    }
    if held.is_none() {
        // A lock that could not be held may still lie there.
        let _ = disk.remove(&names.lock);
    }
    drop(held);
    disk.sync_folder(names.folder())
        .map_err(|error| (names.file.clone(), KeepProblem::Disk(problem(&error))))?;
    Ok(gone)
}

#[cfg(test)]
mod tests;
