//! Every question file, from its layers: the person's own folder over what is compiled in, file by file.
//!
//! A guide is read when it is asked for, with the lists, facts and terms of its language. A broken file is reported with
//! its place; it is never skipped and never replaced in silence.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::content::added::added;
use crate::content::{catalogue, embedded, fingerprint, parse, wording};
use crate::core::colophon::Colophon;
use crate::core::fact::{Fact, read_facts, read_terms};
use crate::core::guide::{self, Guide};
use crate::core::kept::Text;
use crate::core::list::List;
use crate::core::offers::Shelf;
use crate::core::packed;
use crate::core::rehearsal::Rehearsal;
use crate::core::source::{Code, Diagnostics, Node, Place, Value};
use crate::core::words::{Lang, Words};

/// Every question file the program can see.
#[derive(Debug, Clone, Default)]
pub struct Library {
    own: BTreeMap<String, String>,
    folder: Option<String>,
    /// The built-in words of a language, where they were read before.
    known: Option<(Lang, Arc<Words>)>,
}

/// A guide that follows another, before it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follower {
    /// Its name.
    pub guide: String,
    /// The names of its questions, in order.
    pub questions: Vec<String>,
}

/// Whether the guide that one follows is read as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    Read,
    Leave,
}

/// A guide in one language, ready to be walked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Loaded {
    /// The guide.
    pub guide: Arc<Guide>,
    /// The guide that it follows, where it follows one.
    pub followed: Option<Arc<Guide>>,
    /// Lists, facts and terms in the same language.
    pub shelf: Arc<Shelf>,
    /// What to practise with it, where there is something.
    pub rehearsal: Option<Arc<Rehearsal>>,
    /// Words that are missing in this language, or belong to nothing. Of what is kept there are none.
    #[serde(skip)]
    pub wording: Diagnostics,
}

impl Library {
    /// What is compiled in, and nothing else.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Lays a folder of one's own over what is compiled in. `files` are paths below that folder, with their texts.
    pub fn with_own(folder: String, files: BTreeMap<String, String>) -> Self {
        Self {
            own: files,
            folder: Some(folder),
            known: None,
        }
    }

    /// The same, with the built-in words of a language, so that they are not read twice.
    #[must_use]
    pub fn with_words(self, lang: Lang, words: Arc<Words>) -> Self {
        Self {
            known: Some((lang, words)),
            ..self
        }
    }

    /// The own folder in use, if any.
    pub fn own_folder(&self) -> Option<&str> {
        self.folder.as_deref()
    }

    /// Returns the text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.own
            .get(path)
            .map(String::as_str)
            .or_else(|| embedded::text(path))
    }

    /// Returns the names of all languages: the folders under `lang`.
    pub fn langs(&self) -> Vec<Lang> {
        let own = self.own.keys().cloned();
        let mut langs: Vec<Lang> = embedded::paths("lang")
            .into_iter()
            .chain(own)
            .filter_map(|path| {
                Some(Lang::new(
                    path.strip_prefix("lang/")?.strip_suffix("/ui.yml")?,
                ))
            })
            .collect();
        langs.sort();
        langs.dedup();
        langs
    }

    /// Returns the names of all guides: the folders with a `guide.yml`.
    pub fn guides(&self) -> Vec<String> {
        let mut guides: Vec<String> = embedded::paths("")
            .into_iter()
            .chain(self.own.keys().cloned())
            .filter_map(|path| path.strip_suffix("/guide.yml").map(str::to_owned))
            .collect();
        guides.sort();
        guides.dedup();
        guides
    }

    /// Reads the program's own words. A file of one's own is first held beside the built-in one, so that all its mistakes are
    /// told and not only the first.
    pub fn words(&self, lang: &Lang) -> Result<Words, Diagnostics> {
        let path = words_path(lang);
        if !self.own.contains_key(&path)
            && let Some(words) = embedded::ready(&path).and_then(packed::take)
        {
            return Ok(words);
        }
        let text = self.needed(&path)?;
        if self.own.contains_key(&path) {
            let mut found = Diagnostics::default();
            let node = parse::parse(&path, text)?;
            catalogue::same_keys(&base_words(&mut found), &node, &mut found);
            if !found.is_empty() {
                return Err(found);
            }
        }
        parse::typed(&path, text)
    }

    /// As [`words`](Self::words), shared: those that were read before are not read again.
    pub fn shared_words(&self, lang: &Lang) -> Result<Arc<Words>, Diagnostics> {
        match &self.known {
            Some((known, words)) if known == lang && !self.own.contains_key(&words_path(lang)) => {
                Ok(words.clone())
            }
            Some(_) | None => self.words(lang).map(Arc::new),
        }
    }

    /// Compares the program's own words in a language with those that are compiled in: keys, and names in braces.
    pub fn check_words(&self, lang: &Lang, found: &mut Diagnostics) {
        let path = words_path(lang);
        let base = base_words(found);
        match self.read(&path) {
            Ok(node) => {
                catalogue::same_keys(&base, &node, found);
                catalogue::same_braces(&base, &node, found);
            }
            Err(more) => found.append(more),
        }
    }

    /// Returns the words that a passphrase is made of in a language. Those of one's own folder are not taken: too few of them
    /// would make it weak.
    pub fn passphrase_words(lang: &Lang) -> Option<String> {
        let path = format!("lang/{lang}/passphrase.yml");
        let node = Self::built_in().read(&path).ok()?;
        node.get("words").and_then(Node::text)
    }

    /// Returns a text that changes with every change of a guide or of the lists, whatever its version says.
    pub fn fingerprint(&self, guide: &str) -> String {
        let guide = guide_path(guide);
        let is_built_in = !self
            .own
            .keys()
            .any(|path| fingerprint::counts(&guide, path));
        if is_built_in && let Some(ready) = embedded::fingerprint(&guide) {
            return ready.to_owned();
        }
        let paths = self.paths();
        let files = paths.iter().map(String::as_str);
        let files = files.map(|path| (path, self.text(path).unwrap_or_default()));
        fingerprint::of(&guide, files)
    }

    /// Returns the paths of every file, built-in or own.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = embedded::paths("");
        if !self.own.is_empty() {
            paths.extend(self.own.keys().cloned());
            paths.sort();
            paths.dedup();
        }
        paths
    }

    /// Reads lists, facts and terms in one language.
    pub fn shelf(&self, lang: &Lang, found: &mut Diagnostics, wording: &mut Diagnostics) -> Shelf {
        let mut shelf = Shelf::default();
        let words = self.overlay(lang, "lists.yml", found);
        for path in self.paths() {
            let Some(file) = list_name(&path) else {
                continue;
            };
            let Some(base) = self.parsed(&path, found) else {
                continue;
            };
            let name = base.get("list").and_then(Node::text).unwrap_or_default();
            named(&base, "list", file, found);
            let node = laid(
                &base,
                words.as_ref(),
                words.as_ref().and_then(|words| words.get(&name)),
                &name,
                wording,
            );
            let list = List::read(&node, found);
            shelf.lists.insert(list.id.clone(), Arc::new(list));
        }
        if let Some(base) = self.parsed("facts.yml", found) {
            let words = self.overlay(lang, "facts.yml", found);
            let elsewhere = elsewhere(&base, lang);
            let node = match &words {
                Some(words) => Cow::Owned(wording::lay_over(&base, words, wording)),
                None => Cow::Borrowed(&base),
            };
            let facts = read_facts(&node, found);
            let holds = |fact: &Arc<Fact>| !elsewhere.iter().any(|other| fact.id == *other);
            shelf.facts = facts.into_iter().filter(holds).collect();
            shelf.elsewhere = elsewhere.into_iter().map(Text::from).collect();
        }
        if let Some(node) = self.parsed(&format!("lang/{lang}/glossary.yml"), found) {
            shelf.terms = read_terms(&node, found);
        }
        shelf
    }

    /// Reads what the program says about itself, in one language.
    pub fn colophon(
        &self,
        lang: &Lang,
        found: &mut Diagnostics,
        wording: &mut Diagnostics,
    ) -> Option<Colophon> {
        let base = self.parsed("about.yml", found)?;
        let node = match self.overlay(lang, "about.yml", found) {
            Some(words) => wording::lay_over(&base, &words, wording),
            None => base,
        };
        Some(Colophon::read(&node, found))
    }

    /// Returns a guide in one language, with the one that follows it: as it was finished when the program was built, where there
    /// is nothing of one's own.
    pub fn finished(
        &self,
        id: &str,
        lang: &Lang,
    ) -> Result<(Loaded, Option<Follower>), Diagnostics> {
        let ready = self
            .own
            .is_empty()
            .then(|| embedded::ready(&finished_path(id, lang)));
        match ready.flatten().and_then(packed::take) {
            Some(finished) => Ok(finished),
            None => Ok((self.guide(id, lang)?, self.follower(id))),
        }
    }

    /// Reads a guide in one language.
    pub fn guide(&self, id: &str, lang: &Lang) -> Result<Loaded, Diagnostics> {
        self.guide_after(id, lang, Follows::Read)
    }

    /// Returns the guide that follows this one, where there is one. What is wrong with it is said when it is opened.
    fn follower(&self, id: &str) -> Option<Follower> {
        let guides = self.guides().into_iter().filter(|other| other != id);
        let mut followers = guides.filter_map(|other| {
            let node = self.parsed(&guide_path(&other), &mut Diagnostics::default())?;
            let follows = node.get("follows").and_then(Node::text);
            (follows.as_deref() == Some(id)).then(|| Follower {
                questions: question_ids(&node),
                guide: other,
            })
        });
        followers.next()
    }

    fn guide_after(&self, id: &str, lang: &Lang, follows: Follows) -> Result<Loaded, Diagnostics> {
        let mut found = Diagnostics::default();
        let mut wording = Diagnostics::default();
        let shelf = self.shelf(lang, &mut found, &mut wording);
        let path = guide_path(id);
        let base = match self.read(&path) {
            Ok(base) => base,
            Err(more) => {
                found.append(more);
                return Err(found);
            }
        };
        let words = self.overlay(lang, &format!("{id}.yml"), &mut found);
        named(&base, "guide", id, &mut found);
        if let Some(words) = &words {
            named(words, "guide", id, &mut wording);
        }
        let node = laid(&base, words.as_ref(), words.as_ref(), id, &mut wording);
        let draft = guide::read(&node, &shelf, &mut found);
        let rehearsal = self.rehearsal(id, lang, &shelf, &mut found, &mut wording);
        let followed = match (base.get("follows"), follows) {
            (Some(node), Follows::Read) => self.followed(node, lang, &mut found),
            (Some(_), Follows::Leave) | (None, _) => None,
        };
        // A guide of one's own in its place asks other questions; of those that are gone nothing is asked.
        let is_own = |id: &str| self.own.contains_key(&guide_path(id));
        let known = followed.as_deref();
        let known = known.filter(|followed| is_own(id) || !is_own(followed.id()));
        let elsewhere = rehearsal.iter().flat_map(Rehearsal::conditions);
        let guide = guide::check(draft, known, elsewhere, &shelf, found)?;
        if let Some(rehearsal) = &rehearsal {
            let mut found = Diagnostics::default();
            rehearsal.check(&guide, &mut found);
            if !found.is_empty() {
                return Err(found);
            }
        }
        Ok(Loaded {
            guide: Arc::new(guide),
            followed,
            shelf: Arc::new(shelf),
            rehearsal: rehearsal.map(Arc::new),
            wording,
        })
    }

    /// Reads the guide that another follows. What that one follows itself is left alone.
    fn followed(&self, node: &Node, lang: &Lang, found: &mut Diagnostics) -> Option<Arc<Guide>> {
        let id = node.text()?;
        let path = guide_path(&id);
        if self.text(&path).is_none() {
            found.add_with(Code::MissingFile, &node.place, vec![("name", path)]);
            return None;
        }
        match self.guide_after(&id, lang, Follows::Leave) {
            Ok(loaded) => Some(loaded.guide),
            Err(more) => {
                found.append(more);
                None
            }
        }
    }

    /// Reads what to practise with a guide, when it has something. A guide of one's own brings its own: what was written for
    /// the built-in one would name questions that are not there.
    fn rehearsal(
        &self,
        id: &str,
        lang: &Lang,
        shelf: &Shelf,
        found: &mut Diagnostics,
        wording: &mut Diagnostics,
    ) -> Option<Rehearsal> {
        let path = rehearsal_path(id);
        let is_own = |path: &str| self.own.contains_key(path);
        if is_own(&guide_path(id)) && !is_own(&path) {
            return None;
        }
        let base = self.parsed(&path, found)?;
        named(&base, "rehearsal", id, found);
        let words = self.overlay(lang, "rehearsal.yml", found);
        let own = words.as_ref().and_then(|words| words.get(id));
        let node = laid(&base, words.as_ref(), own, id, wording);
        Some(Rehearsal::read(&node, shelf, found))
    }

    /// Reads a file into located values, when it is there.
    pub fn parsed(&self, path: &str, found: &mut Diagnostics) -> Option<Node> {
        match self.found(path)? {
            Ok(node) => Some(node),
            Err(more) => {
                found.append(more);
                None
            }
        }
    }

    /// Says whether there are health words beside the built-in ones.
    pub fn has_own_health_words(&self) -> bool {
        self.own.keys().any(|path| is_health(path))
    }

    /// Returns the health-word files of every language, parsed. Own files add entries to the built-in ones; anything else in
    /// them could silence a built-in word, so it is not taken. An entry that was copied as it is adds nothing.
    pub fn health_files(&self, found: &mut Diagnostics) -> Vec<(String, Node)> {
        let built_in = embedded::paths("lang")
            .into_iter()
            .filter(|path| is_health(path));
        let built_in = built_in.filter_map(|path| embedded::text(&path).map(|text| (path, text)));
        let own = self.own.iter().filter(|(path, _)| is_health(path));
        let mut files = Vec::new();
        for (path, text) in built_in {
            match parse::parse(&path, text) {
                Ok(node) => files.push((path, node)),
                Err(more) => found.append(more),
            }
        }
        let mut own_files = Vec::new();
        for (path, text) in own {
            match parse::parse(path, text) {
                Ok(node) => own_files.extend(added(node, &files).map(|node| (path.clone(), node))),
                Err(more) => found.append(more),
            }
        }
        files.append(&mut own_files);
        files
    }

    /// Reads a file that must be there into located values.
    fn read(&self, path: &str) -> Result<Node, Diagnostics> {
        let found = self.found(path);
        found.unwrap_or_else(|| self.needed(path).and_then(|text| parse::parse(path, text)))
    }

    /// Reads a file where there is one; what is compiled in was read when the program was built.
    fn found(&self, path: &str) -> Option<Result<Node, Diagnostics>> {
        if let Some(own) = self.own.get(path) {
            return Some(parse::parse(path, own));
        }
        let ready = embedded::node(path).map(Ok);
        ready.or_else(|| embedded::text(path).map(|text| parse::parse(path, text)))
    }

    fn needed(&self, path: &str) -> Result<&str, Diagnostics> {
        self.text(path).ok_or_else(|| {
            let mut found = Diagnostics::default();
            found.add_with(
                Code::MissingFile,
                &Place::start(path),
                vec![("name", path.to_owned())],
            );
            found
        })
    }

    /// Reads the words of a language for a file that stands in the language of the guides.
    fn overlay(&self, lang: &Lang, file: &str, found: &mut Diagnostics) -> Option<Node> {
        if *lang == Lang::base() {
            return None;
        }
        self.parsed(&format!("lang/{lang}/{file}"), found)
    }
}

/// Says whether health words stand in a file.
fn is_health(path: &str) -> bool {
    path.starts_with("lang/") && path.contains("/health/")
}

/// Where the program's own words stand.
pub fn words_path(lang: &Lang) -> String {
    format!("lang/{lang}/ui.yml")
}

/// The words the program was built with: every other catalogue has the same keys.
fn base_words(found: &mut Diagnostics) -> Node {
    let path = words_path(&Lang::base());
    Library::built_in().read(&path).unwrap_or_else(|more| {
        found.append(more);
        Node {
            value: Value::Empty,
            place: Place::start(&path),
        }
    })
}

/// The names of the questions in a guide file, the one about the route first.
fn question_ids(guide: &Node) -> Vec<String> {
    let steps = guide.get("steps").map(Node::items).unwrap_or_default();
    let questions = steps.iter().filter_map(|step| step.get("questions"));
    let ids = questions.flat_map(Node::items);
    let ids = ids.filter_map(|question| question.get("id").and_then(Node::text));
    [Guide::route().to_string()]
        .into_iter()
        .chain(ids)
        .collect()
}

/// Where a guide stands.
fn guide_path(guide: &str) -> String {
    format!("{guide}/guide.yml")
}

/// Under which name a guide is kept that was finished in a language.
pub fn finished_path(guide: &str, lang: &Lang) -> String {
    format!("{guide}/{lang}")
}

/// Where a guide has what to practise with it.
pub fn rehearsal_path(guide: &str) -> String {
    format!("{guide}/rehearsal.yml")
}

/// The name that the file of a list gives it.
pub fn list_name(path: &str) -> Option<&str> {
    path.strip_prefix("lists/")?.strip_suffix(".yml")
}

/// A guide is named as its folder, a list as its file; else nobody finds it.
fn named(node: &Node, setting: &str, name: &str, found: &mut Diagnostics) {
    if let Some(given) = node.get(setting)
        && let Some(text) = given.text()
        && text != name
    {
        let values = vec![
            ("name", text),
            ("setting", setting.to_owned()),
            ("right", name.to_owned()),
        ];
        found.add_with(Code::WrongName, &given.place, values);
    }
}

/// Lays the words over the base; without an overlay file the base stands, and without its own part in the file that is said.
fn laid<'a>(
    base: &'a Node,
    file: Option<&Node>,
    words: Option<&Node>,
    name: &str,
    wording: &mut Diagnostics,
) -> Cow<'a, Node> {
    match (file, words) {
        (None, _) => Cow::Borrowed(base),
        (Some(_), Some(words)) => Cow::Owned(wording::lay_over(base, words, wording)),
        (Some(file), None) => {
            wording.add_with(
                Code::MissingWording,
                &file.place,
                vec![("name", name.to_owned())],
            );
            Cow::Borrowed(base)
        }
    }
}

/// Names the facts that hold in another language only. What holds in one language stands in it, so no words are laid over it.
fn elsewhere(base: &Node, lang: &Lang) -> Vec<String> {
    let facts = base.get("facts").map(Node::items).unwrap_or_default();
    let is_other = |only: &Node| only.reading().is_some_and(|only| only != lang.as_str());
    let elsewhere = facts
        .iter()
        .filter(|fact| fact.get("only").is_some_and(is_other));
    elsewhere
        .filter_map(|fact| fact.get("id").and_then(Node::text))
        .collect()
}
