//! What the keys do, as pairs for the footer.

/// Makes pairs of key and word.
pub(super) fn hints<'a>(
    pairs: impl IntoIterator<Item = (&'a String, &'a String)>,
) -> Vec<(String, String)> {
    pairs
        .into_iter()
        .map(|(key, word)| (key.clone(), word.clone()))
        .collect()
}
