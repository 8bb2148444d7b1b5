//! How a word sounds, roughly and for Dutch and English at once: words that sound alike are spelled alike.
//!
//! Knows letters only, and looks at each once. What is no small letter stays as it is.

/// Writes the sound of a word; what was in `out` is replaced.
pub(in crate::privacy) fn sound(word: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut rest = word;
    while let Some((taken, sound)) = first(rest, out.is_empty()) {
        match *sound {
            [one] if out.last() == Some(&one) => {}
            _ => out.extend_from_slice(sound),
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    if out.last() == Some(&b'd') {
        out.pop();
        out.push(b't');
    }
}

/// How many letters make the next sound, and how it is spelled.
fn first(rest: &[u8], is_first: bool) -> Option<(usize, &[u8])> {
    Some(match rest {
        [b'p', b's', ..] if is_first => (2, b"s"),
        [b'i', b's', b'c', b'h', ..] => (4, b"is"),
        [b's', b'c', b'h', ..] => (3, b"sg"),
        // A c before e, i or y sounds as s.
        [b'c', b'e' | b'i' | b'y', ..] | [b'z', ..] => (1, b"s"),
        [b'c' | b'g', b'h', ..] => (2, b"g"),
        [b'c', b'k', ..] => (2, b"k"),
        [b'p', b'h', ..] => (2, b"f"),
        [b't', b'h', ..] | [b'd', b't', ..] => (2, b"t"),
        [b'r', b'h', ..] => (2, b"r"),
        [b'q', b'u', ..] => (2, b"kw"),
        [b'o', b'u', ..] => (2, b"au"),
        [b'i', b'j', ..] => (2, b"ei"),
        [b'i', b'e', ..] | [b'e', b'y', ..] => (2, b"i"),
        [b'e', b'e', ..] => (2, b"e"),
        [b'o', b'e', ..] | [b'u', b'u', ..] => (2, b"u"),
        [b'o', b'o', ..] => (2, b"o"),
        [b'a', b'a', ..] => (2, b"a"),
        [b'x', ..] => (1, b"ks"),
        [b'y', ..] => (1, b"i"),
        [b'c', ..] => (1, b"k"),
        [b'v', ..] => (1, b"f"),
        [_, ..] => (1, rest.get(..1)?),
        [] => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(word: &str) -> Vec<u8> {
        let mut out = Vec::new();
        sound(word.as_bytes(), &mut out);
        out
    }

    #[test]
    fn words_that_sound_alike_are_one() {
        for (slip, meant) in [
            ("psigiater", "psychiater"),
            ("psyghiater", "psychiater"),
            ("sychiater", "psychiater"),
            ("medikatie", "medicatie"),
            ("schyzofrenie", "schizofrenie"),
            ("deppressie", "depressie"),
            ("gedagten", "gedachten"),
            ("terapie", "therapie"),
            ("fobi", "phobie"),
            ("rytme", "ritme"),
            ("reuma", "rheuma"),
        ] {
            assert_eq!(heard(slip), heard(meant), "{slip}");
        }
    }

    #[test]
    fn words_that_sound_different_stay_apart() {
        for (one, other) in [
            ("manie", "mania"),
            ("psychose", "psycholoog"),
            ("kanker", "kansen"),
        ] {
            assert_ne!(heard(one), heard(other), "{one}");
        }
    }
}
