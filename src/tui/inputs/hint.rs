//! What the keys do, as pairs for the footer.

/// Makes pairs of key and word.
pub(super) fn hints<const N: usize>(pairs: [(&String, &String); N]) -> Vec<(String, String)> {
    pairs
        .into_iter()
        .map(|(key, word)| (key.clone(), word.clone()))
        .collect()
}
