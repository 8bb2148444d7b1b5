//! Making up a passphrase: ordinary words, drawn by chance, as many as make it strong.
//!
//! Chance is handed in. A draw is fair: no word is likelier than another.

use crate::app::dossier::secret::Secret;

/// How strong a passphrase that is made up is at least, in bits.
pub const BITS: u32 = 70;

/// Where chance comes from.
pub type Chance<'a> = &'a mut dyn FnMut() -> Option<u32>;

/// Says how many words of a list this long make a passphrase strong.
pub fn words_needed(count: usize) -> usize {
    // Rounded down, so that it is rather a word too many.
    let bits_of_one = (count.max(2) as u64).ilog2();
    usize::try_from(BITS.div_ceil(bits_of_one)).unwrap_or(usize::MAX)
}

/// Draws a passphrase; nothing where there are too few words, or no chance.
pub fn passphrase(words: &[&str], chance: Chance<'_>) -> Option<Secret> {
    // With fewer, a passphrase that is strong is too long to write down.
    if words.len() < 1024 {
        return None;
    }
    let drawn: Option<Vec<&str>> = (0..words_needed(words.len()))
        .map(|_| words.get(below(words.len(), chance)?).copied())
        .collect();
    Some(Secret::new(&drawn?.join(" ")))
}

/// Draws a number below a limit. What would favor the first numbers is drawn again.
fn below(limit: usize, chance: Chance<'_>) -> Option<usize> {
    let limit = u32::try_from(limit).ok()?;
    let most = u32::MAX - u32::MAX % limit;
    loop {
        let drawn = chance()?;
        if drawn < most {
            return usize::try_from(drawn % limit).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_words_are_drawn_as_make_it_strong() {
        for (count, words) in [
            (1024, 7),
            (1412, 7),
            (2047, 7),
            (2048, 7),
            (4096, 6),
            (7776, 6),
        ] {
            assert_eq!(words_needed(count), words, "{count}");
        }
    }

    #[test]
    fn a_draw_is_fair_and_fails_where_there_is_no_chance() {
        let mut drawn = [u32::MAX, u32::MAX - 1, 7].into_iter();
        assert_eq!(below(1000, &mut || drawn.next()), Some(7));
        assert_eq!(below(1000, &mut || None), None);
        let mut count = [0; 3];
        for number in 0..30_000u32 {
            let mut drawn = [number.wrapping_mul(0x9E37_79B9), number].into_iter();
            count[below(3, &mut || drawn.next()).expect("a number")] += 1;
        }
        assert!(
            count.iter().all(|count| (9_500..10_500).contains(count)),
            "{count:?}"
        );
    }

    #[test]
    fn a_list_that_is_too_short_makes_no_passphrase() {
        let words = vec!["tuin"; 1023];
        assert_eq!(passphrase(&words, &mut || Some(1)), None);
    }
}
