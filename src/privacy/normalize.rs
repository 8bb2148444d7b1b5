//! Text to tokens: words in one plain spelling, each with its place in the text as it was written.
//!
//! Folds case, accents, apostrophes and invisible characters, joins abbreviations written with dots or spaces, and numbers
//! sentences, lines and clauses. Knows no health word. Tokens keep places; nothing here cuts text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::privacy::finding::Span;

/// A word or number of a text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// The folded spelling: lower case, no accents, no apostrophes.
    pub text: String,
    /// What stands before an apostrophe (`adhd` of `ADHD'er`), when there is one.
    pub head: Option<String>,
    /// The spellings that were probably meant, when this one is a slip.
    pub fixed: Vec<String>,
    /// Where it stands.
    pub span: Span,
    /// How it is capitalized.
    pub case: Case,
    /// What stands between this token and the one before.
    pub gap: Gap,
    /// The sentence it is in.
    pub sentence: usize,
    /// The line within the text; what surrounds a word counts within one line.
    pub line: usize,
    /// The clause it is in; clauses end at commas, sentences and lines.
    pub clause: usize,
}

impl Token {
    /// Returns the spellings under which the token may be found, the written one first.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str())
            .chain(self.head.as_deref())
            .chain(self.fixed.iter().map(String::as_str))
    }

    /// Says whether the token is a number.
    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// How a token is capitalized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital.
    Lower,
    /// A capital first.
    Capital,
    /// An abbreviation in capitals, perhaps with a short ending (`SSRIs`).
    Upper,
}

/// What stands between two tokens, from near to far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A dot without space, as in an abbreviation.
    Dot,
    /// A hyphen or bracket without space.
    Hyphen,
    /// Spaces, perhaps after a hyphen (`angst- en paniek`).
    Space,
    /// The end of a line inside a paragraph.
    Line,
    /// Another mark.
    Mark,
    /// A comma or the like: a clause ends.
    Clause,
    /// The end of a sentence or paragraph.
    Sentence,
}

impl Gap {
    /// Says whether the words on both sides may be one term.
    pub(super) fn joins(self) -> bool {
        self <= Self::Line
    }
}

/// Short words whose dot does not end a sentence.
const DOTTED: [&str; 32] = [
    "dr", "drs", "mw", "mevr", "dhr", "prof", "ass", "geb", "nr", "st", "mr", "mrs", "ms", "ir",
    "ing", "bijv", "bv", "jr", "sr", "vs", "tel", "zgn", "evt", "incl", "excl", "ca", "resp",
    "vnl", "mn", "dept", "no", "approx",
];

/// Folds one word of a list the way texts are folded: its tokens' spellings.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.text).collect()
}

/// Folds a character; invisible characters and accents vanish.
fn fold(c: char, out: &mut String) {
    if matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    ) {
        return;
    }
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ø' | 'Ø' => out.push('o'),
        'ß' => out.push_str("ss"),
        _ => out.extend(
            std::iter::once(c)
                .nfkd()
                .filter(|c| !is_combining_mark(*c))
                .flat_map(char::to_lowercase),
        ),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || matches!(
            c,
            '%' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        )
}

/// Splits a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut splitter = Splitter::default();
    let mut rest = text.char_indices().enumerate().peekable();
    while let Some((at, (byte, c))) = rest.next() {
        let next = rest.peek().map(|(_, (_, next))| *next);
        splitter.take(c, next, at, byte);
    }
    splitter.finish();
    joined(splitter.tokens)
}

#[derive(Default)]
struct Splitter {
    tokens: Vec<Token>,
    word: Option<Open>,
    between: String,
    sentence: usize,
    line: usize,
    clause: usize,
}

struct Open {
    text: String,
    head: Option<String>,
    uppers: usize,
    lowers: usize,
    first_upper: bool,
    span: Span,
}

impl Splitter {
    fn take(&mut self, c: char, next: Option<char>, at: usize, byte: usize) {
        if is_apostrophe(c) && self.word.is_some() && next.is_some_and(char::is_alphabetic) {
            if let Some(word) = &mut self.word
                && word.head.is_none()
            {
                word.head = Some(word.text.clone());
            }
            return;
        }
        if !is_word(c) {
            self.finish();
            self.between.push(c);
            return;
        }
        // A percent sign is a word of its own, and so are the digits before it.
        if c == '%' || self.word.as_ref().is_some_and(|word| word.text == "%") {
            self.finish();
        }
        let word = self.word.get_or_insert_with(|| Open {
            text: String::new(),
            head: None,
            uppers: 0,
            lowers: 0,
            first_upper: c.is_uppercase(),
            span: Span {
                chars: at..at,
                bytes: byte..byte,
            },
        });
        fold(c, &mut word.text);
        if c.is_uppercase() && word.head.is_none() {
            word.uppers += 1;
        } else if c.is_lowercase() && word.head.is_none() {
            word.lowers += 1;
        }
        word.span.chars.end = at + 1;
        word.span.bytes.end = byte + c.len_utf8();
    }

    fn finish(&mut self) {
        let Some(word) = self.word.take() else { return };
        if word.text.is_empty() {
            return;
        }
        let gap = self.gap();
        self.between.clear();
        let case = if word.uppers >= 2 && word.lowers <= 3 && word.uppers >= word.lowers {
            Case::Upper
        } else if word.first_upper {
            Case::Capital
        } else {
            Case::Lower
        };
        self.tokens.push(Token {
            text: word.text,
            head: word.head.filter(|head| head.len() > 1),
            fixed: Vec::new(),
            span: word.span,
            case,
            gap,
            sentence: self.sentence,
            line: self.line,
            clause: self.clause,
        });
    }

    /// Classifies what stands between the last token and the one that was just read, and counts what ended.
    fn gap(&mut self) -> Gap {
        let between = self.between.as_str();
        if self.tokens.is_empty() {
            return Gap::Sentence;
        }
        if between.matches('\n').count() > 1 {
            self.line += 1;
            return self.end_sentence();
        }
        let ends = between.contains(['!', '?', '…']) || between.matches('.').count() > 1;
        let spaced = between.contains(char::is_whitespace);
        let dot = between.contains('.') && spaced && !self.last_is_dotted();
        if between.contains('\n') {
            self.line += 1;
            self.clause += 1;
            return if ends || dot {
                self.end_sentence()
            } else {
                Gap::Line
            };
        }
        if (ends && spaced) || dot {
            return self.end_sentence();
        }
        if between.contains([',', ';', ':', '(', ')', '—', '–', '"', '“', '”'])
            && (spaced || !between.contains(['(', ')']))
        {
            self.clause += 1;
            return Gap::Clause;
        }
        match between {
            "." => Gap::Dot,
            _ if between
                .chars()
                .all(|c| is_dash(c) || matches!(c, '(' | ')' | '[' | ']')) =>
            {
                Gap::Hyphen
            }
            _ if between.chars().all(|c| is_dash(c) || c.is_whitespace()) => Gap::Space,
            _ => Gap::Mark,
        }
    }

    fn end_sentence(&mut self) -> Gap {
        self.sentence += 1;
        self.clause += 1;
        Gap::Sentence
    }

    fn last_is_dotted(&self) -> bool {
        self.tokens.last().is_some_and(|last| {
            DOTTED.contains(&last.text.as_str())
                || (last.text.chars().count() == 1 && last.text.chars().all(char::is_alphabetic))
        })
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '−' | '_')
}

/// Joins abbreviations: letters with dots (`a.d.h.d.`), and three or more capitals with spaces (`P T S S`).
fn joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut run: Vec<Token> = Vec::new();
    for token in tokens {
        let single = token.text.chars().count() == 1 && token.text.chars().all(char::is_alphabetic);
        let follows = run.last().is_some_and(|last| {
            token.gap == Gap::Dot
                || (token.gap == Gap::Space
                    && token.case == Case::Capital
                    && last.case == Case::Capital)
        });
        if !(single && (run.is_empty() || follows)) {
            settle(&mut run, &mut out);
        }
        if single {
            run.push(token);
        } else {
            out.push(token);
        }
    }
    settle(&mut run, &mut out);
    out
}

fn settle(run: &mut Vec<Token>, out: &mut Vec<Token>) {
    let dotted = run.iter().skip(1).all(|token| token.gap == Gap::Dot);
    let enough = if dotted { 2 } else { 3 };
    let capitals = run.iter().all(|token| token.case == Case::Capital);
    let mut letters = std::mem::take(run).into_iter();
    if letters.len() < enough {
        out.extend(letters);
        return;
    }
    let Some(mut whole) = letters.next() else {
        return;
    };
    for letter in letters {
        whole.text.push_str(&letter.text);
        whole.span = whole.span.to(&letter.span);
    }
    whole.case = if capitals { Case::Upper } else { Case::Lower };
    out.push(whole);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn words_are_folded_to_one_spelling() {
        check("Suïcidale GEDACHTEN", &["suicidale", "gedachten"]);
        check("burn\u{2011}out, zei 't", &["burn", "out", "zei", "t"]);
        check("A.D.H.D. en a.d.d.", &["adhd", "en", "add"]);
        check("P T S S", &["ptss"]);
        check("ADHD'ers", &["adhders"]);
        check("50% werk", &["50", "%", "werk"]);
        check("de\u{ad}pressie", &["depressie"]);
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        let sentences = |text: &str| tokens(text).last().map(|token| token.sentence);
        assert_eq!(sentences("Dr. Patel komt."), Some(0));
        assert_eq!(sentences("Ik ben J. de Vries."), Some(0));
        assert_eq!(sentences("Ik werk. Jij ook."), Some(1));
        assert_eq!(sentences("een\n\ntwee"), Some(1));
        assert_eq!(sentences("een\ntwee"), Some(0));
    }

    #[test]
    fn places_lie_on_character_borders() {
        let text = "één €5 – naïef ✓ \u{1F600}ok";
        for token in tokens(text) {
            let bytes = token.span.bytes;
            assert!(text.is_char_boundary(bytes.start) && text.is_char_boundary(bytes.end));
        }
    }
}
