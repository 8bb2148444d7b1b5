//! The first line of the screen: the program, the place, whether it is saved, and how much is left.
//!
//! What matters least goes first when there is no room; the place is cut with a mark, and whether it is saved always stays.

use crate::app::view::Header;
use crate::core::text::{cut, width};
use crate::core::words::Words;
use crate::tui::page::PageLine;
use crate::tui::theme::Role;

/// Stands between two parts.
const BETWEEN: usize = 3;

/// Makes the header for so many columns.
pub fn header(header: &Header, words: &Words, columns: usize) -> PageLine {
    let program = words.common.program.as_str();
    let place = header.place.as_str();
    let saved = header.saved.as_str();
    let left = header.left.as_str();
    let ways: [(&[&str], &[&str]); 4] = [
        (&[program, place], &[saved, left]),
        (&[place], &[saved, left]),
        (&[program, place], &[saved]),
        (&[place], &[saved]),
    ];
    let room = columns.saturating_sub(2);
    let fitting = ways
        .iter()
        .find(|(before, behind)| length(before) + BETWEEN + length(behind) <= room);
    let (before, behind, place_room) = if let Some((before, behind)) = fitting {
        (joined(before), joined(behind), room)
    } else {
        let kept = room.saturating_sub(width(saved) + 1);
        let place = if place.is_empty() { program } else { place };
        (cut(place, kept), cut(saved, room), kept)
    };
    let before = cut(&before, place_room);
    let gap = room.saturating_sub(width(&before) + width(&behind));
    PageLine {
        pieces: vec![
            (format!(" {before}"), Role::Title),
            (" ".repeat(gap), Role::Text),
            (behind, Role::Quiet),
        ],
    }
}

fn joined(parts: &[&str]) -> String {
    let full: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    full.join(&" ".repeat(BETWEEN))
}

fn length(parts: &[&str]) -> usize {
    width(&joined(parts))
}
