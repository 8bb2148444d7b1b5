//! What the lists know of one word: made once for each different word of a text, whatever its number of places.
//!
//! Gathers from every table; decides nothing. A capital inside a sentence may begin a name, so there a slip must at least
//! sound like a listed word.

use crate::privacy::context::Told;
use crate::privacy::key::Key;
use crate::privacy::lexicon::Lexicon;
use crate::privacy::likely::Likely;
use crate::privacy::matching::blurred;
use crate::privacy::matching::fuzzy::{Desk, Slip};
use crate::privacy::matching::sound::sound;
use crate::privacy::page::{Case, Gap, Marks, Page, Token, Word};

/// The most letters of a word whose sound is kept.
const LONGEST_HEARD: usize = 32;
/// Marks the words that must sound like a listed one.
const NAME: u64 = 5;

/// Looks up every word of a page that was not met before.
pub(super) fn know(page: &mut Page, lexicon: &Lexicon, desk: &mut Desk) {
    for at in 0..page.tokens.len() {
        let Some(token) = page.tokens.get(at).copied() else {
            return;
        };
        let slip = slip(&token);
        let own = match slip {
            Slip::Letter => token.key,
            Slip::Sound => token.key.marked(NAME),
        };
        let own = if token.head == 0 {
            own
        } else {
            own.marked(u64::from(token.head) << 8)
        };
        let number = page
            .met(own)
            .unwrap_or_else(|| look_up(page, at, (own, slip), lexicon, desk));
        page.give(at, number);
    }
    let turns = lexicon.contexts.turns(page);
    page.mark(&turns, Marks::TURN);
}

/// Says how far a word may be from a listed one: a name inside a sentence must at least sound like it.
fn slip(token: &Token) -> Slip {
    if token.case == Case::Capital && token.gap != Gap::Sentence {
        Slip::Sound
    } else {
        Slip::Letter
    }
}

fn look_up(
    page: &mut Page,
    at: usize,
    (own, slip): (Key, Slip),
    lexicon: &Lexicon,
    desk: &mut Desk,
) -> u32 {
    let letters = page.letters(&(at..at + 1)).to_vec();
    let head = page
        .tokens
        .get(at)
        .map_or(0, |token| usize::from(token.head));
    let key = Key::of(&letters);
    let listed = lexicon.exact.knows(key);
    desk.meant.clear();
    let mut sounding = 0;
    if !listed {
        // A capital inside a sentence may begin a name: then a slip counts only when it sounds right, or after own-words.
        if slip == Slip::Sound {
            lexicon.fuzzy.fix(&letters, Slip::Sound, desk);
            sounding = desk.meant.len();
        }
        if sounding == 0 {
            lexicon.fuzzy.fix(&letters, Slip::Letter, desk);
        }
    }
    let inside = inside(&letters, listed, slip, lexicon, desk);
    let head = letters.get(..head).filter(|head| !head.is_empty());
    let unsure = slip == Slip::Sound && sounding == 0;
    let heard = sound_of(&letters, &mut desk.sound);
    let meant = desk
        .meant
        .iter()
        .map(|number| (lexicon.fuzzy.word(*number).as_bytes(), unsure));
    let mut word = Word {
        others: page.add_others(head.map(|head| (head, false)).into_iter().chain(meant)),
        sound: heard,
        ..Word::default()
    };
    let meant = std::mem::take(&mut desk.meant);
    let digits = letters.iter().filter(|one| one.is_ascii_digit()).count();
    let mut marks = Marks::default();
    let (mut phrases, mut exceptions) = (Vec::new(), Vec::new());
    let (mut starts, mut signs, mut proofs) = (Vec::new(), Vec::new(), Vec::new());
    let others = head.into_iter().chain(
        meant
            .iter()
            .map(|number| lexicon.fuzzy.word(*number).as_bytes()),
    );
    for text in std::iter::once(letters.as_slice()).chain(others) {
        let key = Key::of(text);
        marks.set(Marks::LISTED, lexicon.exact.knows(key));
        marks.set(Marks::BEGINS, lexicon.exact.begins(key));
        for sign in Key::all(text).filter(|sign| lexicon.signs.may_have(*sign)) {
            starts.extend(lexicon.contexts.begun_by(sign));
            for told in lexicon.contexts.known_by(sign) {
                match told {
                    Told::Whole(group) => word.wholes |= group.own_bit(),
                    Told::Sign(place) => signs.push(place),
                }
            }
            proofs.extend(lexicon.proofs.begun_by(sign));
            phrases.extend(lexicon.phrases.known_by(sign));
            exceptions.extend(lexicon.exceptions.known_by(sign));
        }
    }
    for list in [
        &mut phrases,
        &mut exceptions,
        &mut starts,
        &mut signs,
        &mut proofs,
    ] {
        list.sort_unstable();
        list.dedup();
    }
    word.groups = signs.iter().fold(word.wholes, |bits, place| {
        bits | lexicon.contexts.bit(*place)
    });
    marks.set(Marks::NUMBER, digits > 0 && digits == letters.len());
    marks.set(Marks::DIGIT, digits > 0);
    marks.set(Marks::OTHERS, !word.others.is_empty());
    if word.others.is_empty() {
        word.likely = Likely::word(key, &letters);
    }
    word.begun = lexicon.contexts.begun(word.wholes, &starts);
    marks.set(Marks::STARTS, word.begun != 0);
    marks.set(Marks::PROOF, !proofs.is_empty());
    marks.set(Marks::FIELD, lexicon.contexts.is_field(&letters));
    marks.set(Marks::TRADE, lexicon.contexts.is_trade(&letters));
    marks.set(Marks::PHRASE, !phrases.is_empty());
    marks.set(Marks::EXCEPTION, !exceptions.is_empty());
    marks.set(Marks::INSIDE, !inside.is_empty());
    word.marks = marks;
    word.starts = page.add_list(starts.into_iter());
    word.signs = page.add_list(signs.into_iter());
    word.proofs = page.add_list(proofs.into_iter());
    word.phrases = page.add_list(phrases.into_iter());
    word.exceptions = page.add_list(exceptions.into_iter());
    word.inside = page.add_list(inside.into_iter());
    page.meet(own, word)
}

/// The key of the sound of a word, and its length, when it is plain letters.
fn sound_of(letters: &[u8], heard: &mut Vec<u8>) -> (Key, u8) {
    if letters.len() > LONGEST_HEARD || !letters.iter().all(u8::is_ascii_lowercase) {
        return (Key::default(), 0);
    }
    sound(letters, heard);
    let len = u8::try_from(heard.len()).unwrap_or_default();
    (Key::of(heard), len)
}

/// Finds the entries whose words stand inside a longer one, also with a slip when the word itself is none.
fn inside(
    letters: &[u8],
    listed: bool,
    slip: Slip,
    lexicon: &Lexicon,
    desk: &mut Desk,
) -> Vec<u32> {
    let mut inside = Vec::new();
    desk.letters.fill(letters);
    lexicon
        .compounds
        .inside(letters, &desk.letters, &mut inside);
    if !listed {
        lexicon.endings.find(letters, &desk.letters, &mut inside);
    }
    let is_right = || lexicon.fuzzy.is_right(Key::of(letters));
    if inside.is_empty() && !listed && slip == Slip::Letter && desk.meant.is_empty() && !is_right()
    {
        blurred::inside(
            letters,
            &lexicon.compounds,
            &lexicon.fuzzy,
            desk,
            &mut inside,
        );
    }
    inside.sort_unstable();
    inside.dedup();
    inside
}
