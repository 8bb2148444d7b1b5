//! The last line of the screen: at most four keys that work now, the last one always the way out or to the menu.

use crate::core::text::width;
use crate::tui::page::PageLine;
use crate::tui::theme::Role;

/// How many keys stand there at most.
pub const AT_MOST: usize = 4;

/// Makes the footer for so many columns, behind a margin, from keys and what they do, the most important first. Where not all
/// fit, those in the middle go; the last stays.
pub fn footer(hints: &[(String, String)], margin: usize, columns: usize) -> PageLine {
    let mut kept: Vec<&(String, String)> = hints.iter().collect();
    while kept.len() > AT_MOST {
        kept.remove(kept.len() - 2);
    }
    let gap = loop {
        let full: usize = kept.iter().map(|hint| length(hint)).sum();
        let gaps = kept.len().saturating_sub(1);
        match [3, 2, 1]
            .into_iter()
            .find(|gap| margin + full + gaps * gap <= columns)
        {
            Some(gap) => break gap,
            None if kept.len() > 1 => {
                kept.remove(kept.len() - 2);
            }
            None => break 0,
        }
    };
    let mut pieces = vec![(" ".repeat(margin), Role::Text)];
    for (number, (key, word)) in kept.into_iter().enumerate() {
        if number > 0 {
            pieces.push((" ".repeat(gap), Role::Text));
        }
        pieces.push((key.clone(), Role::Key));
        pieces.push((format!(" {word}"), Role::Quiet));
    }
    PageLine { pieces }
}

fn length((key, word): &(String, String)) -> usize {
    width(key) + 1 + width(word)
}
