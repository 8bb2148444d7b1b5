//! A text in sentences and words, for rules that count and compare.
//!
//! A sentence ends at a full stop, a question mark or an exclamation mark before a capital, a figure, a name in braces or a quotation; a colon
//! does not end it.

/// Splits a text into sentences.
pub fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut sentences = Vec::new();
    let mut now: Vec<&str> = Vec::new();
    for (number, word) in words.iter().enumerate() {
        now.push(word);
        let closes = word.trim_end_matches(['"', '”', '’', '\'', ')']);
        let ends = closes.ends_with(['.', '?', '!']);
        let begins = words.get(number + 1).is_none_or(|next| {
            let first = next.trim_start_matches(['"', '“', '‘', '\'', '(', '[']);
            let first = first.chars().next();
            first.is_none_or(|first| first.is_uppercase() || first.is_ascii_digit() || first == '{')
        });
        if ends && begins {
            sentences.push(now.join(" "));
            now.clear();
        }
    }
    if !now.is_empty() {
        sentences.push(now.join(" "));
    }
    sentences.retain(|sentence| count(sentence) > 0);
    sentences
}

/// Counts the words of a text: what holds a letter or a figure.
pub fn count(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Splits a text into words in small letters, without the signs around them.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| bare(word).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// A word without the signs around it.
pub fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// Says whether a phrase stands in a text, word by word.
pub fn has(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|part| part == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        for (text, expected) in [
            ("Een. Twee? Drie", vec!["Een.", "Twee?", "Drie"]),
            (
                "Hij zegt: \"Ja. Nee.\" Dan gaat hij.",
                vec!["Hij zegt: \"Ja.", "Nee.\"", "Dan gaat hij."],
            ),
            (
                "Om 9.30 uur, d.w.z. vroeg.",
                vec!["Om 9.30 uur, d.w.z. vroeg."],
            ),
            ("In 2020. 5 mensen.", vec!["In 2020.", "5 mensen."]),
            ("...", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn a_phrase_is_found_word_by_word() {
        let text = words("Je zou (moeten) werken.");
        for (phrase, there) in [
            ("je zou moeten", true),
            ("zou werken", false),
            ("werk", false),
            ("", false),
        ] {
            assert_eq!(has(&text, &words(phrase)), there, "{phrase}");
        }
    }
}
