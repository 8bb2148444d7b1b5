//! The one door to the outside: disk, clock, environment, folders. Runs effects and says what they came to.
//!
//! Invariants:
//! - nothing is written but the document or the dossier of an effect, to the path of that effect, and where dossiers are when
//!   that is to be remembered;
//! - a file stands there whole or not at all, and is never replaced unless the effect says so;
//! - nothing here looks into a document.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
#[cfg(target_os = "linux")]
use std::time::Duration;
#[cfg(not(target_os = "linux"))]
use std::time::Instant;

use crate::app::archive::Archive;
use crate::app::disk::{System, problem};
use crate::app::dossier::invent;
use crate::app::dossier::secret::Secret;
use crate::app::effect::{
    Copy, Effect, File, KeepProblem, OpenProblem, Outcome, Remember, Report, Task, Unsealed,
    WriteProblem,
};
use crate::app::failure::ReadProblem;
use crate::app::intent::FaceKind;
use crate::app::opening::{open, open_with};
use crate::app::settings_file;
use crate::app::shelf::Shelf;
use crate::app::time::Moment;
use crate::content::library::Library;
use crate::content::parse::MAX_BYTES;
use crate::core::answer::Day;
use crate::core::words::Lang;
use crate::paper::{Document, FORMATS, Format, WriteError};
use crate::privacy::Lexicon;

/// The most bytes of a text that is looked at from the command line.
const MOST_INPUT: usize = 64 * 1024 * 1024;

/// What a face must do after an effect.
#[derive(Debug)]
pub enum Ran {
    /// Tell the flow what came of it.
    Outcome(Outcome),
    /// Put this on the clipboard, where the face can.
    Clip(String),
    /// Go on in the other face.
    Face(FaceKind),
    /// Clear everything and leave.
    Hide,
    /// Leave.
    Exit,
}

/// What the environment says, read once at the start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The language of the system, if it says one.
    pub locale: Option<String>,
    /// `NO_COLOR` is set.
    pub no_color: bool,
    /// The terminal can only print lines (`TERM=dumb`, or none).
    pub dumb: bool,
    /// The person's home folder.
    pub home: Option<PathBuf>,
    /// The person's folder for documents, or home.
    pub documents: Option<PathBuf>,
    /// The person's folder for own question files.
    pub questions: Option<PathBuf>,
    /// The person's folder for settings of this program; it may not be there.
    pub settings: Option<PathBuf>,
}

impl Surroundings {
    /// Asks the system.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn ask() -> Self {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let user = directories::UserDirs::new();
        let home = user.as_ref().map(|dirs| dirs.home_dir().to_owned());
        let documents = user
            .as_ref()
            .and_then(|dirs| dirs.document_dir())
            .filter(|dir| dir.is_dir())
            .map(Path::to_owned);
        let project = directories::ProjectDirs::from("", "", "weegwijzer");
        Self {
            locale: sys_locale::get_locale(),
            no_color: is_set("NO_COLOR"),
            dumb: std::env::var_os("TERM").is_none_or(|term| term == *"dumb" || term.is_empty())
                && cfg!(unix),
            documents: documents.or_else(|| home.clone()),
            home,
            settings: project.as_ref().map(|dirs| dirs.config_dir().to_owned()),
            questions: project
                .map(|dirs| dirs.config_dir().join("questions"))
                .filter(|dir| dir.is_dir()),
        }
    }
}

/// The outside.
#[derive(Debug, Clone)]
pub struct Host {
    library: Library,
    home: Option<PathBuf>,
    clock: Arc<dyn Clock>,
    /// The health words, once they were needed; they are the same in every language of the program.
    lexicon: Option<Arc<Lexicon>>,
    archive: Archive,
    shelf: Shelf,
    /// The language that was asked for at the start; it goes before that of a dossier.
    asked: Option<Lang>,
}

impl Host {
    /// Opens the door.
    pub fn new(library: Library, home: Option<PathBuf>) -> Self {
        let folder = home.as_deref().map(own_folder);
        Self {
            library,
            home,
            archive: Archive::new(Arc::new(System), folder),
            shelf: Shelf::default(),
            clock: Arc::new(SystemClock::start()),
            lexicon: None,
            asked: None,
        }
    }

    /// The same, with another archive; tests fail on purpose, and cannot wait.
    #[must_use]
    pub fn with_archive(self, archive: Archive) -> Self {
        Self { archive, ..self }
    }

    /// The same, with a folder for what is remembered, and looking for USB sticks where the system puts them.
    #[must_use]
    pub fn with_shelf(self, shelf: Shelf) -> Self {
        Self { shelf, ..self }
    }

    /// The same, for a person who asked for a language.
    #[must_use]
    pub fn with_lang(self, asked: Option<Lang>) -> Self {
        Self { asked, ..self }
    }

    /// The same, with another clock; tests cannot wait.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// The question files in use.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Runs an effect.
    pub fn run(&mut self, effect: Effect) -> Ran {
        match effect {
            Effect::Load {
                guide,
                lang,
                built_in,
            } => {
                if built_in {
                    self.library = Library::built_in();
                    self.lexicon = None;
                }
                let outcome = open_with(&self.library, &guide, lang, self.lexicon.as_ref());
                if let Outcome::Loaded(opened) = &outcome {
                    self.lexicon = Some(opened.lexicon.clone());
                }
                Ran::Outcome(outcome)
            }
            Effect::Words(lang) => Ran::Outcome(match self.library.shared_words(&lang) {
                Ok(words) => Outcome::Words(lang, words),
                Err(found) => Outcome::BadGuide(found),
            }),
            Effect::WriteShared {
                document,
                files,
                replace,
            } => self.write(&document, &files, replace),
            Effect::WritePrivate {
                document,
                files,
                replace,
            } => self.write(&document, &files, replace),
            Effect::CopyShared(document) => clip(|text| text.write(&document)),
            Effect::CopyPrivate(document) => clip(|text| text.write(&document)),
            Effect::Settings(settings) => {
                let folder = self.shelf.settings.as_deref();
                let langs = self.library.langs();
                let settled = settings_file::settle(&System, folder, settings.as_ref(), &langs);
                Ran::Outcome(Outcome::Settled(settled))
            }
            Effect::Dossier(task) => Ran::Outcome(Outcome::Dossier(self.task(task))),
            Effect::Face(kind) => Ran::Face(kind),
            Effect::Hide => Ran::Hide,
            Effect::Exit => Ran::Exit,
        }
    }

    /// Writes all forms of a document. What cannot be written, or would replace a file unasked, is found before the first.
    fn write<Kind>(&self, document: &Document<Kind>, files: &[File], replace: bool) -> Ran {
        let mut whole = Vec::new();
        for file in files {
            let path = self.place(&file.path);
            match file.format.write(document) {
                Ok(bytes) => whole.push((path, bytes)),
                Err(WriteError::NoLetter(letter)) => {
                    let problem = WriteProblem::NoLetter(letter);
                    return Ran::Outcome(Outcome::NotWritten(vec![path], problem));
                }
                Err(WriteError::Unfit) => {
                    let problem = WriteProblem::Other;
                    return Ran::Outcome(Outcome::NotWritten(vec![path], problem));
                }
            }
        }
        let paths: Vec<PathBuf> = whole.iter().map(|(path, _)| path.clone()).collect();
        let there: Vec<PathBuf> = paths
            .iter()
            .filter(|path| path.symlink_metadata().is_ok())
            .cloned()
            .collect();
        if !there.is_empty() && !replace {
            return Ran::Outcome(Outcome::NotWritten(there, WriteProblem::Exists));
        }
        for (path, bytes) in &whole {
            if let Err(problem) = write_whole(path, bytes, replace) {
                return Ran::Outcome(Outcome::NotWritten(vec![path.clone()], problem));
            }
        }
        Ran::Outcome(Outcome::Written(paths))
    }

    fn task(&mut self, task: Task) -> Report {
        match task {
            Task::Invent(lang) => Report::Invented(invented(&lang)),
            Task::Sticks => Report::Sticks(self.shelf.sticks(self.archive.disk().as_ref())),
            Task::Make {
                path,
                secret,
                content,
            } => {
                let path = self.place(&path);
                let made = self.archive.make(&path, &secret, &content);
                kept(path, made)
            }
            Task::Keep { content, backup } => {
                let path = self.archive.place().unwrap_or(Path::new("")).to_owned();
                kept(path, self.archive.keep(&content, backup))
            }
            Task::Move { path, content } => {
                let path = self.place(&path);
                let moved = self.archive.move_to(&path, &content);
                kept(path, moved)
            }
            Task::Reseal { secret, content } => {
                let path = self.archive.place().unwrap_or(Path::new("")).to_owned();
                kept(path, self.archive.reseal(&secret, &content))
            }
            Task::Look(path) => {
                let path = self.place(&path);
                match self.archive.look(&path) {
                    Ok(()) => Report::Found(path),
                    Err(problem) => self.not_opened(path, problem),
                }
            }
            Task::Open { path, secret, copy } => self.unseal(self.place(&path), &secret, copy),
            Task::Prove(secret) => Report::Proved(self.archive.proves(&secret)),
            Task::Remember(remember) => {
                let place = self.archive.place().map(Path::to_owned);
                let done = place.and_then(|place| {
                    let disk = self.archive.disk().as_ref();
                    let remember = remember == Remember::Yes;
                    self.shelf.remember(disk, &place, remember)
                });
                Report::Remembered(done.map(|()| remember))
            }
        }
    }

    fn unseal(&mut self, path: PathBuf, secret: &Secret, copy: Copy) -> Report {
        let content = match self.archive.open(&path, secret, copy) {
            Ok(content) => content,
            Err(problem) => return self.not_opened(path, problem),
        };
        let kept = Lang::new(&content.lang);
        let lang = Some(self.asked.clone().unwrap_or(kept))
            .filter(|lang| self.library.langs().contains(lang));
        let lang = lang.unwrap_or_else(Lang::base);
        let Outcome::Loaded(opened) = open(&self.library, &content.guide.id, lang) else {
            self.archive.close();
            return self.not_opened(path, OpenProblem::NoGuide);
        };
        let known = self.shelf.known(self.archive.disk().as_ref());
        Report::Opened(Box::new(Unsealed {
            remembered: if known.contains(&path) {
                Remember::Yes
            } else {
                Remember::No
            },
            path,
            content,
            opened: *opened,
        }))
    }

    fn not_opened(&self, path: PathBuf, problem: OpenProblem) -> Report {
        let backup = matches!(problem, OpenProblem::Missing | OpenProblem::Damaged)
            && self.archive.has_backup(&path);
        Report::NotOpened {
            path,
            problem,
            backup,
        }
    }

    /// Makes a full path of what was typed: `~` is home, and what has no folder goes to home.
    fn place(&self, typed: &str) -> PathBuf {
        let home = self.home.clone().unwrap_or_default();
        match typed.strip_prefix('~') {
            Some(rest) => home.join(rest.trim_start_matches(['/', '\\'])),
            None if Path::new(typed).is_absolute() => PathBuf::from(typed),
            None => home.join(typed),
        }
    }
}

/// The folder that is offered for dossiers.
pub fn own_folder(home: &Path) -> PathBuf {
    home.join("weegwijzer")
}

fn kept(path: PathBuf, result: Result<(), KeepProblem>) -> Report {
    match result {
        Ok(()) => Report::Kept(path),
        Err(problem) => Report::NotKept(path, problem),
    }
}

/// Makes up a passphrase; the one place where the program itself asks for chance.
fn invented(lang: &Lang) -> Option<Secret> {
    let words = Library::passphrase_words(lang)?;
    let words: Vec<&str> = words.split_whitespace().collect();
    invent::passphrase(&words, &mut || getrandom::u32().ok())
}

/// Writes a file whole: a temporary one in the same folder, synced, then put in place. Only the person may read it.
pub fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WriteProblem> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(WriteProblem::NoFolder);
    }
    if path.symlink_metadata().is_ok() && (!replace || path.is_dir()) {
        return Err(WriteProblem::Exists);
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| problem(&error))?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(|error| problem(&error))?;
    // `persist_noclobber` also refuses a file that came into being since the look above.
    let placed = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    // The folder is not synced: a paper can be made again. A dossier cannot; where that is kept, it is.
    placed.map_err(|error| problem(&error.error))?;
    Ok(())
}

/// Reads a text file of the person's, at most [`MAX_BYTES`] long.
pub fn read_text(path: &Path) -> Result<String, ReadProblem> {
    text_of(read_bytes(open_file(path)?, MAX_BYTES)?)
}

/// Reads something to look at, from a file or from the input: a letter, or many of them.
pub fn read_input(path: Option<&Path>) -> Result<Vec<u8>, ReadProblem> {
    match path {
        Some(path) => read_bytes(open_file(path)?, MOST_INPUT),
        None => read_bytes(io::stdin().lock(), MOST_INPUT),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
fn open_file(path: &Path) -> Result<std::fs::File, ReadProblem> {
    std::fs::File::open(path).map_err(|error| {
        if error.kind() == io::ErrorKind::PermissionDenied {
            ReadProblem::Denied
        } else {
            ReadProblem::Missing
        }
    })
}

/// Takes what was read as text.
pub fn text_of(bytes: Vec<u8>) -> Result<String, ReadProblem> {
    String::from_utf8(bytes).map_err(|_| ReadProblem::NotText)
}

fn read_bytes(from: impl Read, most: usize) -> Result<Vec<u8>, ReadProblem> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    from.take(limit)
        .read_to_end(&mut bytes)
        .map_err(|_| ReadProblem::Missing)?;
    if bytes.len() > most {
        return Err(ReadProblem::TooLarge);
    }
    Ok(bytes)
}

/// Reads a folder of question files: every `.yml` below it, by its path within the folder. Links are not followed.
#[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, String>, (PathBuf, ReadProblem)> {
    let mut files = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(dir) = pending.pop() {
        let entries = std::fs::read_dir(&dir).map_err(|_| (dir.clone(), ReadProblem::Missing))?;
        for entry in entries.flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => pending.push(path),
                Ok(kind) if kind.is_file() && path.extension() == Some(&OsString::from("yml")) => {
                    let text = read_text(&path).map_err(|problem| (path.clone(), problem))?;
                    let name = path
                        .strip_prefix(folder)
                        .unwrap_or(&path)
                        .to_string_lossy()
                        .replace('\\', "/");
                    files.insert(name, text);
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
    Ok(files)
}

/// A paper as plain text, for the clipboard.
fn clip(write: impl Fn(&Format) -> Result<Vec<u8>, WriteError>) -> Ran {
    let [first, ..] = &FORMATS;
    let text = FORMATS.iter().find(|format| format.ending == "txt");
    // Plain text can always be written.
    let bytes = write(text.unwrap_or(first)).unwrap_or_default();
    Ran::Clip(String::from_utf8_lossy(&bytes).into_owned())
}

/// What says how late it is.
pub trait Clock: std::fmt::Debug + Send + Sync {
    /// How late it is.
    fn now(&self) -> Moment;
}

/// The clock of the system, from the moment the program began.
#[derive(Debug)]
struct SystemClock {
    #[cfg(target_os = "linux")]
    began: Duration,
    #[cfg(not(target_os = "linux"))]
    began: Instant,
}

#[cfg(target_os = "linux")]
impl SystemClock {
    fn start() -> Self {
        Self {
            began: Self::since_boot(),
        }
    }

    /// This clock goes on while the computer sleeps, so that a closed lid counts as time in which nothing was typed.
    fn since_boot() -> Duration {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Duration::try_from(time).unwrap_or_default()
    }
}

#[cfg(target_os = "linux")]
impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment::at(Self::since_boot().saturating_sub(self.began))
    }
}

#[cfg(not(target_os = "linux"))]
impl SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock of the program")]
    fn start() -> Self {
        Self {
            began: Instant::now(),
        }
    }
}

#[cfg(not(target_os = "linux"))]
impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment::at(self.began.elapsed())
    }
}

/// Keeps what is in memory from being written down by the system: no core dump, and no other program of the same person may
/// look in. What the system swaps out to its disk it may still write; only whoever manages the computer can prevent that.
pub fn keep_to_itself() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Where the system refuses there is nothing to do about it.
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Which day it is.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that knows the day"
)]
pub fn today() -> Option<Day> {
    let date = jiff::Zoned::now().date();
    Day::new(date.year(), date.month(), date.day())
}
