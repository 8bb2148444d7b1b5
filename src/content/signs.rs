//! Signs in a text that YAML takes for its own, whatever stands around them. Knows bytes only.

/// How many bytes are looked at together, so that a plain text costs next to nothing.
const AT_ONCE: usize = 64;

/// Says whether there is nothing in a text that YAML takes for a sign of its own, or does not take at all.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.chunks(AT_ONCE).zip(0..).all(|(chunk, number)| {
        // No early end: the compiler then looks at many bytes in one step.
        let signs = chunk.iter().fold(0, |signs, byte| signs | kind(*byte));
        let from = number * AT_ONCE;
        let some = bytes.get(from..bytes.len().min(from + AT_ONCE + 2));
        let some = some.unwrap_or_default();
        signs & STRANGE == 0
            && (signs & WIDE == 0
                || !(0..some.len()).any(|at| is_sign(some.get(at..).unwrap_or_default())))
    })
}

/// A byte that YAML takes for a sign, or not at all.
const STRANGE: u8 = 1;
/// A byte with which such a character may begin.
const WIDE: u8 = 2;

fn kind(byte: u8) -> u8 {
    let strange = u8::from(byte < b' ') & u8::from(byte != b'\n')
        | u8::from(byte == 0x7f)
        | u8::from(byte == 0xef);
    let wide = u8::from(byte == 0xc2) | u8::from(byte == 0xe2);
    strange | wide << 1
}

/// Says whether a control character or an end of a line of its own kind begins here.
fn is_sign(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xc2, 0x80..=0x9f, ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]
    )
}
