//! What tells whether a guide is as it was, whatever its version says: a short text made of its file and of all lists.

/// Makes it of all question files, each with its path, in the order of their paths.
pub fn of<'a>(guide: &str, files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let bytes = files
        .filter(|(path, _)| counts(guide, path))
        .flat_map(|(path, text)| [path, text])
        .flat_map(str::bytes);
    // FNV-1a: it guards against nobody, it only tells whether something is as it was.
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Says whether a file makes a guide what it is: the one it stands in, or a list.
pub fn counts(guide: &str, path: &str) -> bool {
    let list = path.strip_prefix("lists/");
    path == guide || list.is_some_and(|list| list.strip_suffix(".yml").is_some())
}
