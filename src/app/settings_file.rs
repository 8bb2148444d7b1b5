//! The settings file on the disk: read where there is one, written only when the person wants choices remembered.
//!
//! A file that they wrote themselves is never changed nor taken away: it reads otherwise than this program would write it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::app::disk::Disk;
use crate::app::effect::Settled;
use crate::app::failure::ReadProblem;
use crate::app::settings::{Mistake, Mistakes, Settings, SettingsFile};
use crate::app::shelf::write;
use crate::content::parse::parse;
use crate::core::words::Lang;

/// The name of the file in the folder for settings.
const NAME: &str = "settings.yml";

/// Where the file is, or would be.
pub fn place(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Reads the file, as far as it can be used.
pub fn read(
    disk: &dyn Disk,
    folder: Option<&Path>,
    langs: &[Lang],
) -> (Settings, SettingsFile, Mistakes) {
    let mut mistakes = Mistakes::new();
    let Some(path) = folder.map(place) else {
        return (Settings::default(), SettingsFile::Nowhere, mistakes);
    };
    let name = path.to_string_lossy();
    let read = disk.read(&path).map_err(|error| error.kind());
    let text = match read.map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Err(ErrorKind::NotFound) => return (Settings::default(), SettingsFile::None, mistakes),
        other => {
            let problem = match other {
                Ok(_) => ReadProblem::NotText,
                Err(ErrorKind::FileTooLarge) => ReadProblem::TooLarge,
                Err(_) => ReadProblem::Denied,
            };
            mistakes.push(Mistake::Unreadable(name.into_owned(), problem));
            return (Settings::default(), SettingsFile::Own, mistakes);
        }
    };
    let settings = match parse(&name, &text) {
        Ok(node) => Settings::read(&node, langs, &mut mistakes),
        Err(found) => {
            let told = found.sorted().into_iter().cloned();
            mistakes.extend(told.map(Mistake::Written));
            Settings::default()
        }
    };
    let file = if mistakes.is_empty() && settings.text() == text {
        SettingsFile::Ours
    } else {
        SettingsFile::Own
    };
    (settings, file, mistakes)
}

/// Writes the file, or takes it away.
pub fn settle(
    disk: &dyn Disk,
    folder: Option<&Path>,
    settings: Option<&Settings>,
    langs: &[Lang],
) -> Settled {
    let Some(folder) = folder else {
        return Settled::Failed(PathBuf::new());
    };
    let path = place(folder);
    if read(disk, Some(folder), langs).1 == SettingsFile::Own {
        return Settled::Failed(path);
    }
    let done = match settings {
        Some(settings) => write(disk, folder, &path, settings.text().as_bytes()),
        None => disk.remove(&path),
    };
    match (done, settings) {
        (Err(_), _) => Settled::Failed(path),
        (Ok(()), Some(_)) => Settled::Written(path),
        (Ok(()), None) => {
            // A folder that holds something else stays.
            let _ = disk.remove_folder(folder);
            Settled::Gone(path)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::disk::System;
    use crate::app::face::FaceKind;

    fn langs() -> [Lang; 1] {
        [Lang::base()]
    }

    #[test]
    fn choices_are_there_only_while_they_are_remembered() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/weegwijzer");
        let chosen = Settings {
            face: Some(FaceKind::Plain),
            lang: Some(Lang::base()),
            ..Settings::default()
        };
        let (settings, file, mistakes) = read(&System, Some(&folder), &langs());
        assert_eq!(
            (settings, file, mistakes),
            (Settings::default(), SettingsFile::None, Vec::new())
        );
        let settled = settle(&System, Some(&folder), Some(&chosen), &langs());
        assert_eq!(settled, Settled::Written(place(&folder)));
        let (settings, file, mistakes) = read(&System, Some(&folder), &langs());
        assert_eq!(
            (settings, file, mistakes),
            (chosen, SettingsFile::Ours, Vec::new())
        );
        let settled = settle(&System, Some(&folder), None, &langs());
        assert_eq!(settled, Settled::Gone(place(&folder)));
        assert!(!folder.exists(), "no trace is left");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "tests look at their own folder")]
    fn what_a_person_wrote_is_never_changed_nor_taken_away() {
        for text in ["# mine\nface: plain\n", "face: big\n", "keys: [\n", "\t"] {
            let home = tempfile::tempdir().expect("a folder");
            let path = place(home.path());
            std::fs::write(&path, text).expect("a file");
            assert_eq!(
                read(&System, Some(home.path()), &langs()).1,
                SettingsFile::Own,
                "{text:?}"
            );
            for settings in [Some(&Settings::default()), None] {
                let settled = settle(&System, Some(home.path()), settings, &langs());
                assert_eq!(settled, Settled::Failed(path.clone()), "{text:?}");
            }
            assert_eq!(std::fs::read_to_string(&path).expect("a file"), text);
        }
    }
}
