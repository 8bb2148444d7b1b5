//! The health words that the program comes with, read from their files.

use weegwijzer::content::library::Library;
use weegwijzer::core::source::{Diagnostics, Node};
use weegwijzer::privacy::Lexicon;

/// Reads them; there is no mistake in them.
pub(crate) fn lexicon() -> Lexicon {
    let mut found = Diagnostics::default();
    let files = Library::built_in().health_files(&mut found);
    let nodes: Vec<Node> = files.into_iter().map(|(_, node)| node).collect();
    let lexicon = Lexicon::read(&nodes, &mut found);
    assert!(found.is_empty(), "{found:?}");
    lexicon
}
