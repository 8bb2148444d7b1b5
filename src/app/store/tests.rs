//! The order of saving, on a disk that fails, tears and forgets.
//!
//! The model is worse than most real disks: after a power cut any of the changes of names since the last sync may be lost, in any
//! combination, and what was not synced of a file may be empty, torn, or noise.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::*;
use crate::app::disk::Draft;

type Node = usize;

/// A change of names that is not on the disk yet.
#[derive(Debug, Clone)]
enum Change {
    Put(PathBuf, Node),
    Move(PathBuf, PathBuf, Node),
    Remove(PathBuf),
}

#[derive(Debug, Clone, Default)]
struct State {
    nodes: Vec<(Vec<u8>, bool)>,
    names: BTreeMap<PathBuf, Node>,
    on_disk: BTreeMap<PathBuf, Node>,
    changes: Vec<Change>,
    calls: usize,
    fails_at: Option<usize>,
    dead: bool,
}

#[derive(Debug, Default)]
struct Model {
    state: std::sync::Arc<Mutex<State>>,
    /// The power goes with the call that fails.
    dies: bool,
}

#[derive(Debug)]
struct Nothing;
impl Held for Nothing {}

struct ModelDraft(std::sync::Arc<Mutex<State>>, Node, bool);

fn fail() -> io::Error {
    io::ErrorKind::StorageFull.into()
}

impl State {
    fn call(&mut self, dies: bool) -> io::Result<()> {
        if self.dead {
            return Err(fail());
        }
        self.calls += 1;
        if self.fails_at == Some(self.calls) {
            self.dead = dies;
            return Err(fail());
        }
        Ok(())
    }

    /// Every state in which the disk can be found after the power went.
    fn after_the_power_went(&self) -> Vec<BTreeMap<PathBuf, Vec<u8>>> {
        let mut found = Vec::new();
        for kept in 0..1_u32 << self.changes.len() {
            let mut names = self.on_disk.clone();
            for (at, change) in self.changes.iter().enumerate() {
                if kept & (1 << at) == 0 {
                    continue;
                }
                match change {
                    Change::Put(path, node) => {
                        names.insert(path.clone(), *node);
                    }
                    Change::Move(from, to, node) => {
                        names.remove(from);
                        names.insert(to.clone(), *node);
                    }
                    Change::Remove(path) => {
                        names.remove(path);
                    }
                }
            }
            for torn in 0..4 {
                let bytes = |node: &Node| {
                    let (bytes, synced) = &self.nodes[*node];
                    match torn {
                        _ if *synced => bytes.clone(),
                        0 => Vec::new(),
                        1 => bytes[..bytes.len() / 2].to_vec(),
                        2 => vec![0; bytes.len()],
                        _ => bytes.clone(),
                    }
                };
                found.push(
                    names
                        .iter()
                        .map(|(path, node)| (path.clone(), bytes(node)))
                        .collect(),
                );
            }
        }
        found
    }
}

impl Draft for ModelDraft {
    fn sync(self: Box<Self>) -> io::Result<()> {
        let mut state = self.0.lock().expect("no test panics while it holds it");
        state.call(self.2)?;
        state.nodes[self.1].1 = true;
        Ok(())
    }
}

impl Model {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().expect("no test panics while it holds it")
    }
}

impl Disk for Model {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.call(self.dies)?;
        let node = *state.names.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(state.nodes[node].0.clone())
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Draft>> {
        let mut state = self.state();
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let called = state.call(self.dies);
        // A write that fails may have written some of it.
        let written = if called.is_ok() {
            bytes.len()
        } else {
            bytes.len() / 3
        };
        let node = state.nodes.len();
        state.nodes.push((bytes[..written].to_vec(), false));
        state.names.insert(path.to_owned(), node);
        state.changes.push(Change::Put(path.to_owned(), node));
        called.map(|()| Box::new(ModelDraft(self.state.clone(), node, self.dies)) as Box<dyn Draft>)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(self.dies)?;
        let node = state.names.remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.names.insert(to.to_owned(), node);
        let change = Change::Move(from.to_owned(), to.to_owned(), node);
        state.changes.push(change);
        Ok(())
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(self.dies)?;
        state.names.remove(path).ok_or(io::ErrorKind::NotFound)?;
        state.changes.push(Change::Remove(path.to_owned()));
        Ok(())
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(self.dies)?;
        state.on_disk = state.names.clone();
        state.changes.clear();
        Ok(())
    }
    fn make_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn exists(&self, path: &Path) -> bool {
        self.state().names.contains_key(path)
    }
    fn is_folder(&self, path: &Path) -> bool {
        path == Path::new("/stick")
    }
    fn lock(&self, _: &Path) -> io::Result<Option<Box<dyn Held>>> {
        Ok(Some(Box::new(Nothing)))
    }
    fn folders(&self, _: &Path) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn names() -> Names {
    Names::of(Path::new("/stick/a.weegwijzer"))
}

/// The content after so many answers; whole only when all of it is there.
fn text(number: usize) -> Vec<u8> {
    format!("begin {number} end").into_bytes()
}

fn number(bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.strip_prefix("begin ")?
        .strip_suffix(" end")?
        .parse()
        .ok()
}

/// Saves five answers, one after the other, until the disk fails. Returns how many were said to be saved.
fn five(model: &Model, backup: Backup) -> usize {
    let mut left: Vec<Vec<u8>> = Vec::new();
    for answer in 1..=5 {
        let known: Vec<&[u8]> = left.iter().map(Vec::as_slice).collect();
        if save(model, &names(), &text(answer), &known, backup).is_err() {
            return answer - 1;
        }
        left = vec![text(answer)];
    }
    5
}

fn calls_of_five(backup: Backup) -> usize {
    let model = Model::default();
    assert_eq!(five(&model, backup), 5);
    model.state().calls
}

#[test]
fn whenever_the_power_goes_the_file_is_whole_and_at_most_the_last_answer_is_lost() {
    let mut looked = 0;
    for backup in [Backup::Previous, Backup::Same] {
        for at in 1..=calls_of_five(backup) + 1 {
            let model = Model {
                dies: true,
                ..Model::default()
            };
            model.state().fails_at = Some(at);
            let saved = five(&model, backup);
            let states = model.state().after_the_power_went();
            for files in states {
                looked += 1;
                let whole = |path: &PathBuf| files.get(path).map(|bytes| number(bytes));
                let file = whole(&names().file);
                match (saved, file) {
                    (0, None) => {}
                    (_, Some(Some(found))) => {
                        assert!(
                            found == saved || found == saved + 1,
                            "{at}: {saved} {found}"
                        );
                    }
                    (_, other) => panic!("power gone at {at}, {saved} saved: {other:?} {files:?}"),
                }
                if let Some(backup) = whole(&names().backup) {
                    let backup = backup.expect("the backup is whole as well");
                    assert!(backup + 1 >= saved, "{at}");
                }
            }
        }
    }
    assert!(looked > 1000, "{looked}");
}

#[test]
fn after_any_call_that_fails_once_what_was_saved_is_there_and_the_next_try_saves() {
    for at in 1..=calls_of_five(Backup::Previous) {
        let model = Model::default();
        model.state().fails_at = Some(at);
        let mut left: Vec<Vec<u8>> = Vec::new();
        for answer in 1..=5 {
            for _ in 0..2 {
                let known: Vec<&[u8]> = left.iter().map(Vec::as_slice).collect();
                let saved = save(&model, &names(), &text(answer), &known, Backup::Previous);
                let stands = model.state().names.get(&names().file).copied();
                let stands = stands.and_then(|node| number(&model.state().nodes[node].0));
                if saved.is_ok() {
                    left = vec![text(answer)];
                    assert_eq!(stands, Some(answer));
                    break;
                }
                assert!(stands.unwrap_or_default() + 1 >= answer, "{at}: {stands:?}");
                if !left.is_empty() || stands.is_some() {
                    left.push(text(answer));
                }
            }
        }
        let names_left: Vec<PathBuf> = model.state().names.keys().cloned().collect();
        assert_eq!(left, [text(5)], "{at}");
        assert_eq!(names_left.len(), 2, "{at}: {names_left:?}");
    }
}

#[test]
fn what_another_made_or_changed_is_never_replaced() {
    let model = Model::default();
    let put = |bytes: &[u8]| {
        let _ = model.remove(&names().file);
        model
            .write_new(&names().file, bytes)
            .map(|_| ())
            .expect("it is written");
    };
    put(b"from another");
    let new = save(&model, &names(), b"mine", &[], Backup::Previous);
    assert_eq!(new, Err(KeepProblem::Disk(WriteProblem::Exists)));
    let on = save(
        &model,
        &names(),
        b"mine",
        &[b"as I left it"],
        Backup::Previous,
    );
    assert_eq!(on, Err(KeepProblem::Changed));
    assert_eq!(
        model.read(&names().file).expect("it is there"),
        b"from another"
    );
    model.remove(&names().file).expect("it is there");
    let on = save(
        &model,
        &names(),
        b"mine",
        &[b"as I left it"],
        Backup::Previous,
    );
    assert_eq!(on, Err(KeepProblem::Changed), "taken away by another");
    let gone = Names::of(Path::new("/gone/a.weegwijzer"));
    let gone = save(&model, &gone, b"mine", &[b"as I left it"], Backup::Previous);
    assert_eq!(gone, Err(KeepProblem::Disk(WriteProblem::NoFolder)));
}

#[test]
fn what_is_forgotten_is_in_no_copy() {
    let model = Model::default();
    save(&model, &names(), b"a b", &[], Backup::Previous).expect("saved");
    save(&model, &names(), b"a b c", &[b"a b"], Backup::Previous).expect("saved");
    save(&model, &names(), b"a c", &[b"a b c"], Backup::Same).expect("saved");
    for path in [names().file, names().backup] {
        assert_eq!(model.read(&path).expect("it is there"), b"a c");
    }
}

#[test]
fn taking_away_leaves_nothing() {
    let model = Model::default();
    save(&model, &names(), b"a", &[], Backup::Previous).expect("saved");
    save(&model, &names(), b"b", &[b"a"], Backup::Previous).expect("saved");
    for left in [names().fresh, names().fresh_backup] {
        let _ = model.write_new(&left, b"left by a program that was killed");
    }
    let gone = remove(&model, &names()).expect("taken away");
    assert!(gone.contains(&names().file) && gone.contains(&names().backup));
    assert!(model.state().names.is_empty());
    assert!(model.state().on_disk.is_empty());
}
