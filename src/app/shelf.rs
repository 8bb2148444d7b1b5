//! Where dossiers are: those that are remembered on this computer, and the USB sticks there are.
//!
//! What is remembered is a list of places, one on a line, and nothing else; it is there only when a person asked for it.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::disk::Disk;

/// The name of the list in the folder for settings.
const LIST: &str = "dossiers.txt";

/// Where dossiers are.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// The folder for settings.
    pub settings: Option<PathBuf>,
    /// Folders in which the system shows USB sticks, and how deep below them.
    pub mounts: Vec<(PathBuf, usize)>,
}

impl Shelf {
    /// A shelf that looks for USB sticks where systems show them.
    pub fn new(settings: Option<PathBuf>) -> Self {
        let mounts = [("/run/media", 2), ("/media", 2), ("/Volumes", 1)];
        Self {
            settings,
            mounts: mounts
                .map(|(path, depth)| (PathBuf::from(path), depth))
                .into(),
        }
    }

    /// The USB sticks there are.
    pub fn sticks(&self, disk: &dyn Disk) -> Vec<PathBuf> {
        let mut sticks = Vec::new();
        for (mount, depth) in &self.mounts {
            let mut found = vec![mount.clone()];
            for _ in 0..*depth {
                found = found.iter().flat_map(|path| disk.folders(path)).collect();
            }
            sticks.append(&mut found);
        }
        if cfg!(windows) {
            let drives = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
            sticks.extend(drives.filter(|drive| disk.is_folder(drive)));
        }
        sticks
    }

    /// The places that are remembered.
    pub fn known(&self, disk: &dyn Disk) -> Vec<PathBuf> {
        let read = |settings: &PathBuf| disk.read(&settings.join(LIST)).ok();
        let bytes = self.settings.as_ref().and_then(read).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(PathBuf::from).collect()
    }

    /// Remembers a place, or forgets it; nothing where that does not work. A list without places is taken away.
    pub fn remember(&self, disk: &dyn Disk, place: &Path, remember: bool) -> Option<()> {
        let mut known = self.known(disk);
        known.retain(|other| other != place);
        if remember {
            known.insert(0, place.to_owned());
        }
        let settings = self.settings.as_ref()?;
        let list = settings.join(LIST);
        if known.is_empty() {
            return match disk.remove(&list) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => None,
                Ok(()) | Err(_) => Some(()),
            };
        }
        let lines: Vec<String> = known
            .iter()
            .map(|place| format!("{}\n", place.to_string_lossy()))
            .collect();
        write(disk, settings, &list, lines.concat().as_bytes()).ok()
    }
}

/// Writes a small file into the folder for settings, which is made where it is not there.
pub fn write(disk: &dyn Disk, folder: &Path, list: &Path, bytes: &[u8]) -> io::Result<()> {
    if !disk.is_folder(folder) {
        disk.make_folder(folder)?;
    }
    let fresh = list.with_extension("new");
    if disk.exists(&fresh) {
        disk.remove(&fresh)?;
    }
    disk.write_new(&fresh, bytes)?.sync()?;
    disk.rename(&fresh, list)?;
    disk.sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::disk::System;

    #[test]
    fn a_place_is_remembered_only_while_asked_for() {
        let home = tempfile::tempdir().expect("a folder");
        let shelf = Shelf {
            settings: Some(home.path().join("settings")),
            mounts: Vec::new(),
        };
        assert!(shelf.known(&System).is_empty());
        let [one, two] = ["/home/een.weegwijzer", "/stick/twee.weegwijzer"].map(PathBuf::from);
        for (place, remember, known) in [
            (&one, false, &[][..]),
            (&one, true, &[&one]),
            (&two, true, &[&two, &one]),
            (&one, true, &[&one, &two]),
            (&one, false, &[&two]),
            (&two, false, &[]),
        ] {
            assert_eq!(shelf.remember(&System, place, remember), Some(()));
            assert_eq!(shelf.known(&System).iter().collect::<Vec<_>>(), known);
        }
        assert!(!home.path().join("settings").join(LIST).exists());
        assert_eq!(Shelf::default().remember(&System, &one, true), None);
    }

    #[test]
    fn a_stick_is_found_where_the_system_shows_it() {
        let home = tempfile::tempdir().expect("a folder");
        let stick = home.path().join("me").join("STICK");
        System.make_folder(&home.path().join("me")).expect("made");
        System.make_folder(&stick).expect("made");
        let shelf = Shelf {
            settings: None,
            mounts: vec![(home.path().to_owned(), 2), (home.path().join("no"), 1)],
        };
        assert_eq!(shelf.sticks(&System), [stick]);
    }
}
