//! A guide opened: read with the words of the program, the health words, and what goes with it.

use std::sync::Arc;

use crate::app::effect::{Opened, Outcome};
use crate::content::embedded;
use crate::content::library::Library;
use crate::core::source::{Diagnostics, Node};
use crate::core::words::Lang;
use crate::privacy::Lexicon;

/// Reads a guide with its words and the health words.
pub fn open(library: &Library, guide: &str, lang: Lang) -> Outcome {
    open_with(library, guide, lang, None)
}

/// As [`open`], with health words that were read before.
pub(super) fn open_with(
    library: &Library,
    guide: &str,
    lang: Lang,
    kept: Option<&Arc<Lexicon>>,
) -> Outcome {
    let words = match library.shared_words(&lang) {
        Ok(words) => words,
        Err(found) => return Outcome::BadGuide(found),
    };
    let lexicon = match kept {
        Some(lexicon) => Ok(lexicon.clone()),
        None => lexicon(library).map(Arc::new),
    };
    let finished = library.finished(guide, &lang);
    let ((loaded, follower), lexicon) = match (finished, lexicon) {
        (Ok(finished), Ok(lexicon)) => (finished, lexicon),
        (Err(found), _) | (_, Err(found)) => return Outcome::BadGuide(found),
    };
    let followed = loaded.guide.follows();
    Outcome::Loaded(Box::new(Opened {
        lang,
        words,
        followed: followed.map(|followed| library.fingerprint(followed)),
        loaded,
        lexicon,
        fingerprint: library.fingerprint(guide),
        follower,
    }))
}

/// Takes the health words of every language, ready to check with. They are made anew only where there are some of one's own.
pub fn lexicon(library: &Library) -> Result<Lexicon, Diagnostics> {
    let ready =
        (!library.has_own_health_words()).then(|| Lexicon::unpack(embedded::health_words()));
    match ready.flatten() {
        Some(lexicon) => Ok(lexicon),
        None => read_lexicon(library),
    }
}

/// Reads the health words of every language from their lists, with all that the lists tell.
pub fn read_lexicon(library: &Library) -> Result<Lexicon, Diagnostics> {
    let mut found = Diagnostics::default();
    let files: Vec<Node> = library
        .health_files(&mut found)
        .into_iter()
        .map(|(_, node)| node)
        .collect();
    let lexicon = Lexicon::read(&files, &mut found);
    if found.is_empty() {
        Ok(lexicon)
    } else {
        Err(found)
    }
}
