//! The dossier that is open, on this side of the door: its key, its place, and what was left there.
//!
//! The key never leaves this file; what comes in is content, what goes out is content. What is written is sealed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::disk::{Disk, Held};
use crate::app::dossier::content::{Content, Unusable};
use crate::app::dossier::envelope::{self, Envelope, Flaw};
use crate::app::dossier::seal::{Key, Shut, WORK_FACTOR};
use crate::app::dossier::secret::Secret;
use crate::app::effect::{Backup, Copy, KeepProblem, OpenProblem, WriteProblem};
use crate::app::store::{self, Names};

/// Keeps dossiers on a disk; at most one is open.
#[derive(Debug, Clone)]
pub struct Archive {
    disk: Arc<dyn Disk>,
    work: u8,
    /// The folder that is made when it is not there; no other is.
    folder: Option<PathBuf>,
    open: Option<Open>,
}

#[derive(Debug, Clone)]
struct Open {
    names: Names,
    key: Arc<Key>,
    /// What was left on the disk, and what may stand there since a try that went wrong.
    left: Vec<Vec<u8>>,
    /// What stands there is broken, and must not become the backup.
    mends: bool,
    /// Held as long as it is open.
    _held: Option<Arc<dyn Held>>,
}

impl Archive {
    /// An archive on a disk. `folder` is the one folder that is made when a dossier goes there and it does not exist.
    pub fn new(disk: Arc<dyn Disk>, folder: Option<PathBuf>) -> Self {
        Self {
            disk,
            work: WORK_FACTOR,
            folder,
            open: None,
        }
    }

    /// The same, with another price for a guess; tests cannot wait for the real one.
    #[must_use]
    pub fn with_work(self, work: u8) -> Self {
        Self { work, ..self }
    }

    /// The disk it is on.
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// Where the open dossier is.
    pub fn place(&self) -> Option<&Path> {
        self.open.as_ref().map(|open| open.names.file.as_path())
    }

    /// Makes a dossier and opens it.
    pub fn make(
        &mut self,
        path: &Path,
        secret: &Secret,
        content: &Content,
    ) -> Result<(), KeepProblem> {
        let names = Names::of(path);
        self.make_room(path)?;
        let held = store::hold(self.disk.as_ref(), &names)?;
        self.put_new(names, Key::make(secret, self.work).into(), held, content)
    }

    /// Keeps content in the open dossier.
    pub fn keep(&mut self, content: &Content, backup: Backup) -> Result<(), KeepProblem> {
        let open = self.open.as_mut().ok_or(KeepProblem::NotOpen)?;
        let bytes = sealed(&open.key, content);
        save(self.disk.as_ref(), open, bytes, backup)
    }

    /// Goes on in another place, with the same key. The earlier place is left as it is.
    pub fn move_to(&mut self, path: &Path, content: &Content) -> Result<(), KeepProblem> {
        let names = Names::of(path);
        let key = self.open.as_ref().ok_or(KeepProblem::NotOpen)?.key.clone();
        self.make_room(path)?;
        let held = store::hold(self.disk.as_ref(), &names)?;
        self.put_new(names, key, held, content)
    }

    /// Seals the open dossier and its backup with another passphrase and a new key.
    pub fn reseal(&mut self, secret: &Secret, content: &Content) -> Result<(), KeepProblem> {
        let work = self.work;
        let open = self.open.as_mut().ok_or(KeepProblem::NotOpen)?;
        let key = Key::make(secret, work);
        let bytes = sealed(&key, content);
        save(self.disk.as_ref(), open, bytes, Backup::Same)?;
        open.key = key.into();
        Ok(())
    }

    /// Says whether this is the passphrase of the open dossier.
    pub fn proves(&self, secret: &Secret) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| Key::open(open.key.block(), secret).is_ok())
    }

    /// Looks whether a file could be opened.
    pub fn look(&self, path: &Path) -> Result<(), OpenProblem> {
        self.envelope(&Names::of(path), Copy::File).map(|_| ())
    }

    /// Says whether there is a previous copy of a dossier.
    pub fn has_backup(&self, path: &Path) -> bool {
        self.disk.exists(&Names::of(path).backup)
    }

    /// Opens a dossier.
    pub fn open(
        &mut self,
        path: &Path,
        secret: &Secret,
        copy: Copy,
    ) -> Result<Content, OpenProblem> {
        let names = Names::of(path);
        let (bytes, envelope) = self.envelope(&names, copy)?;
        let held = store::hold(self.disk.as_ref(), &names).map_err(|problem| match problem {
            KeepProblem::InUse => OpenProblem::InUse,
            KeepProblem::Disk(_) | KeepProblem::Changed | KeepProblem::NotOpen => {
                OpenProblem::Unreadable
            }
        })?;
        let key = Key::open(&envelope.key, secret).map_err(|shut| match shut {
            Shut::Damaged => OpenProblem::Damaged,
            Shut::WrongPassphrase if self.is_right_elsewhere(&names, &envelope, secret, copy) => {
                OpenProblem::Damaged
            }
            Shut::WrongPassphrase => OpenProblem::WrongPassphrase,
        })?;
        let content = key
            .unseal(&envelope.content)
            .map_err(|_| OpenProblem::Damaged)?;
        let content = Content::read(&content).map_err(|unusable| match unusable {
            Unusable::Newer => OpenProblem::Newer,
            Unusable::Malformed => OpenProblem::Damaged,
        })?;
        // A damaged file was shown as such; whoever goes on with its backup lets it be replaced.
        let mut left = vec![bytes];
        if copy == Copy::Backup
            && let Ok(damaged) = self.disk.read(&names.file)
        {
            left.push(damaged);
        }
        if copy == Copy::Backup && !self.disk.exists(&names.file) {
            left.clear();
        }
        self.open = Some(Open {
            names,
            key: key.into(),
            left,
            mends: copy == Copy::Backup,
            _held: held.map(Arc::from),
        });
        Ok(content)
    }

    /// Closes the open dossier.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Takes a dossier away with everything that goes with it; returns what was there. What is no dossier stays.
    pub fn forget(&self, path: &Path) -> Result<Vec<PathBuf>, Unforgotten> {
        let names = Names::of(path);
        let known = [&names.file, &names.backup]
            .map(|path| self.disk.read(path).map(|bytes| envelope::is_ours(&bytes)));
        match &known {
            [Ok(false), _] => return Err(Unforgotten::NotOurs),
            [Ok(true), _] | [_, Ok(true)] => {}
            [Err(error), _] if error.kind() == io::ErrorKind::NotFound => {
                return Err(Unforgotten::Missing);
            }
            [Err(_), _] => return Err(Unforgotten::NotOurs),
        }
        store::remove(self.disk.as_ref(), &names)
            .map_err(|(path, problem)| Unforgotten::Kept(path, problem))
    }

    fn make_room(&self, path: &Path) -> Result<(), KeepProblem> {
        let folder = path.parent().unwrap_or(path);
        if self.folder.as_deref() == Some(folder) && !self.disk.exists(folder) {
            // What goes wrong here is told when the file is written.
            let _ = self.disk.make_folder(folder);
        }
        if !self.disk.is_folder(folder) {
            return Err(KeepProblem::Disk(WriteProblem::NoFolder));
        }
        if self.disk.exists(path) {
            return Err(KeepProblem::Disk(WriteProblem::Exists));
        }
        Ok(())
    }

    fn put_new(
        &mut self,
        names: Names,
        key: Arc<Key>,
        held: Option<Box<dyn Held>>,
        content: &Content,
    ) -> Result<(), KeepProblem> {
        let bytes = sealed(&key, content);
        store::save(self.disk.as_ref(), &names, &bytes, &[], Backup::Previous)?;
        self.open = Some(Open {
            names,
            key,
            left: vec![bytes],
            mends: false,
            _held: held.map(Arc::from),
        });
        Ok(())
    }

    fn envelope(&self, names: &Names, copy: Copy) -> Result<(Vec<u8>, Envelope), OpenProblem> {
        let path = match copy {
            Copy::File => &names.file,
            Copy::Backup => &names.backup,
        };
        let bytes = self.disk.read(path).map_err(|error| {
            const KNOWN: [(io::ErrorKind, OpenProblem); 5] = [
                (io::ErrorKind::NotFound, OpenProblem::Missing),
                (io::ErrorKind::NotADirectory, OpenProblem::Missing),
                (io::ErrorKind::PermissionDenied, OpenProblem::Denied),
                (io::ErrorKind::IsADirectory, OpenProblem::NotOurs),
                (io::ErrorKind::FileTooLarge, OpenProblem::NotOurs),
            ];
            let known = KNOWN.iter().find(|(kind, _)| *kind == error.kind());
            known.map_or(OpenProblem::Unreadable, |(_, problem)| *problem)
        })?;
        match Envelope::read(&bytes) {
            Ok(envelope) => Ok((bytes, envelope)),
            Err(Flaw::Newer) => Err(OpenProblem::Newer),
            Err(Flaw::Damaged) => Err(OpenProblem::Damaged),
            // A dossier that lost its beginning is known by its backup.
            Err(Flaw::NotOurs) if copy == Copy::File && self.disk.exists(&names.backup) => {
                Err(OpenProblem::Damaged)
            }
            Err(Flaw::NotOurs) => Err(OpenProblem::NotOurs),
        }
    }

    /// Says whether the passphrase opens the key of the backup where that is another: then the key of the file is damaged, and
    /// the passphrase is not wrong.
    fn is_right_elsewhere(
        &self,
        names: &Names,
        envelope: &Envelope,
        secret: &Secret,
        copy: Copy,
    ) -> bool {
        copy == Copy::File
            && self.envelope(names, Copy::Backup).is_ok_and(|(_, backup)| {
                backup.key != envelope.key && Key::open(&backup.key, secret).is_ok()
            })
    }
}

/// Why a dossier was not taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unforgotten {
    /// There is none.
    Missing,
    /// It is no dossier.
    NotOurs,
    /// A file of it is still there.
    Kept(PathBuf, KeepProblem),
}

fn sealed(key: &Key, content: &Content) -> Vec<u8> {
    let envelope = Envelope {
        key: key.block().to_owned(),
        content: key.seal(&content.print()),
    };
    envelope.print().into_bytes()
}

fn save(
    disk: &dyn Disk,
    open: &mut Open,
    bytes: Vec<u8>,
    backup: Backup,
) -> Result<(), KeepProblem> {
    let left: Vec<&[u8]> = open.left.iter().map(Vec::as_slice).collect();
    let backup = if open.mends { Backup::Same } else { backup };
    let saved = store::save(disk, &open.names, &bytes, &left, backup);
    if saved.is_ok() {
        open.left = vec![bytes];
        open.mends = false;
    } else {
        // It may have come to stand there all the same.
        open.left.push(bytes);
    }
    saved
}

#[cfg(test)]
mod tests;
