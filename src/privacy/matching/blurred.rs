//! Listed words inside longer ones, with a slip in them: `traumaterapie`, `verslafingsverleden`.
//!
//! Looks at the beginning and the end of a long word that is neither listed nor ordinary, by sound and by one letter.

use crate::privacy::key::{Beginnings, Key};
use crate::privacy::matching::compound::{Compounds, SHORTEST_REST, is_placed};
use crate::privacy::matching::fuzzy::{Desk, Fuzzy, may_slip};
use crate::privacy::matching::sound::sound;

/// The fewest letters of a listed part with a slip.
const SHORTEST_PART: usize = 6;
/// The fewest sounds of a listed part.
const SHORTEST_SOUND: usize = 5;

/// Finds the entries whose words stand inside a word with a slip. The desk holds the word and its sound.
pub(in crate::privacy) fn inside(
    letters: &[u8],
    compounds: &Compounds,
    fuzzy: &Fuzzy,
    desk: &mut Desk,
    out: &mut Vec<u32>,
) {
    let len = letters.len();
    if len < SHORTEST_PART + SHORTEST_REST || !may_slip(letters) {
        return;
    }
    sound(letters, &mut desk.sound);
    desk.sounds.fill(&desk.sound);
    by_sound(letters, compounds, fuzzy, desk, out);
    let keys = &desk.letters;
    for end in SHORTEST_PART..=len - SHORTEST_REST {
        by_letter(letters, keys, compounds, fuzzy, (0, end), out);
    }
    for start in SHORTEST_REST..=len - SHORTEST_PART {
        by_letter(letters, keys, compounds, fuzzy, (start, len), out);
    }
}

fn by_letter(
    letters: &[u8],
    keys: &Beginnings,
    compounds: &Compounds,
    fuzzy: &Fuzzy,
    (start, end): (usize, usize),
    out: &mut Vec<u32>,
) {
    if let Some(meant) = fuzzy.fix_part(letters, keys, (start, end)) {
        add(letters, compounds, meant, (start, end), out);
    }
}

fn by_sound(
    letters: &[u8],
    compounds: &Compounds,
    fuzzy: &Fuzzy,
    desk: &mut Desk,
    out: &mut Vec<u32>,
) {
    let sounds = desk.sound.len();
    let beginnings = (SHORTEST_SOUND..sounds).map(|end| (0, end));
    let ends = (1..sounds.saturating_sub(SHORTEST_SOUND)).map(|start| (start, sounds));
    let mut heard = Vec::new();
    for (start, end) in beginnings.chain(ends) {
        let Some(part) = desk.sound.get(start..end) else {
            continue;
        };
        for meant in fuzzy.sounding(part, desk.sounds.part(start, end)) {
            // The part of the word itself that sounds so.
            let place = (0..letters.len()).find_map(|cut| {
                let (range, piece) = if start == 0 {
                    ((0, cut), letters.get(..cut)?)
                } else {
                    ((cut, letters.len()), letters.get(cut..)?)
                };
                sound(piece, &mut heard);
                (heard == part).then_some(range)
            });
            if let Some(place) = place {
                add(letters, compounds, meant, place, out);
            }
        }
    }
}

fn add(
    letters: &[u8],
    compounds: &Compounds,
    meant: &str,
    (start, end): (usize, usize),
    out: &mut Vec<u32>,
) {
    for (entry, compound) in compounds.of_part(Key::of(meant.as_bytes())) {
        if is_placed(letters, start, end, compound) {
            out.push(entry);
        }
    }
}
