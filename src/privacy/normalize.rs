//! Text to tokens: words in one plain spelling, each with its place in the text as it was written.
//!
//! Folds case, accents, apostrophes and invisible characters, joins abbreviations written with dots or spaces, and numbers
//! sentences, lines and clauses. Reads a text once, from one end of a sentence to another. Knows no health word.

use crate::privacy::key::Key;
use crate::privacy::likely::Likely;
use crate::privacy::page::{Case, Gap, Marks, Page, Token};
use crate::privacy::sign::{Sign, fold, is_silent, plain_letter, sign, sign_of};

/// How many tokens a page has at least, when there are as many.
const PAGE: usize = 96;
/// The most bytes of one letter.
const LONGEST_LETTER: usize = 4;
/// The most letters of a head: what stands before an apostrophe is short, or it is no head.
const LONGEST_HEAD: usize = 60;

/// Says whether a short word has a dot that does not end a sentence.
fn is_title(word: &[u8]) -> bool {
    matches!(
        word,
        b"dr"
            | b"drs"
            | b"mw"
            | b"mevr"
            | b"dhr"
            | b"prof"
            | b"ass"
            | b"geb"
            | b"nr"
            | b"ref"
            | b"st"
            | b"mr"
            | b"mrs"
            | b"ms"
            | b"ir"
            | b"ing"
            | b"bijv"
            | b"bv"
            | b"jr"
            | b"sr"
            | b"vs"
            | b"tel"
            | b"zgn"
            | b"evt"
            | b"incl"
            | b"excl"
            | b"ca"
            | b"resp"
            | b"vnl"
            | b"mn"
            | b"dept"
            | b"no"
            | b"approx"
    )
}

/// Folds a piece of a list the way texts are folded: its tokens' spellings.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut reader = Reader::of(text);
    let mut page = Page::default();
    let mut words = Vec::new();
    while reader.read(&mut page) {
        words.extend(
            (0..page.tokens.len())
                .map(|at| String::from_utf8_lossy(page.letters(&(at..at + 1))).into_owned()),
        );
        page.turn();
    }
    words
}

/// What was read since the last word: a flag for each kind of sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Between(u16);

impl Between {
    const SPACE: Self = Self(1);
    const NEWLINE: Self = Self(1 << 1);
    const NEWLINES: Self = Self(1 << 2);
    const DOT: Self = Self(1 << 3);
    const DOTS: Self = Self(1 << 4);
    const DASH: Self = Self(1 << 5);
    const CLAUSE: Self = Self(1 << 6);
    const BRACKET: Self = Self(1 << 7);
    const PARENTHESIS: Self = Self(1 << 8);
    const ENDING: Self = Self(1 << 9);
    const OTHER: Self = Self(1 << 10);
    /// What may tie two parts of one word: hyphens, brackets, or nothing at all.
    const TIES: Self = Self(Self::DASH.0 | Self::BRACKET.0 | Self::PARENTHESIS.0);
    /// What ties an abbreviation with dots to what follows (`P.D.D.-N.O.S.`).
    const DOTTED_TIE: Self = Self(Self::DASH.0 | Self::DOT.0);
    /// What may stand between two words that belong together.
    const SPACES: Self = Self(Self::SPACE.0 | Self::DASH.0);

    fn add(&mut self, sign: Sign) {
        let flag = match sign {
            Sign::Newline if self.has(Self::NEWLINE) => Self::NEWLINES,
            Sign::Newline => Self(Self::NEWLINE.0 | Self::SPACE.0),
            Sign::Space => Self::SPACE,
            Sign::Dot if self.has(Self::DOT) => Self::DOTS,
            Sign::Dot => Self::DOT,
            Sign::Dash => Self::DASH,
            Sign::Clause => Self::CLAUSE,
            Sign::Bracket => Self::BRACKET,
            Sign::Parenthesis => Self::PARENTHESIS,
            Sign::Ending => Self::ENDING,
            Sign::Apostrophe
            | Sign::Star
            | Sign::Other
            | Sign::Lower
            | Sign::Upper
            | Sign::Digit
            | Sign::Percent => Self::OTHER,
        };
        self.0 |= flag.0;
    }

    fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    /// Says whether nothing else was read.
    fn only(self, flags: Self) -> bool {
        self.0 & !flags.0 == 0
    }
}

/// Says how a word with so many capitals and small letters is capitalized.
fn case_of(uppers: usize, lowers: usize, first_upper: bool) -> Case {
    if uppers >= 2 && lowers <= 3 && uppers >= lowers {
        Case::Upper
    } else if first_upper {
        Case::Capital
    } else {
        Case::Lower
    }
}

/// Whether the last word was one letter.
#[derive(Debug, Clone, Copy)]
struct Last(bool);

impl Last {
    /// Goes to the next word; says whether it and the one before are both one letter.
    fn then_before(&mut self, letter: bool) -> bool {
        std::mem::replace(&mut self.0, letter) && letter
    }
}

/// Says whether a token is one letter.
fn may_be_letter(page: &Page, token: &Token) -> bool {
    token.len <= LONGEST_LETTER && is_letter(page.of(token))
}

/// What is known of the word that is being read.
#[derive(Debug, Default)]
struct Open {
    /// The key of its plain letters.
    key: Key,
    /// How many plain letters it has.
    letters: usize,
    head: usize,
    uppers: usize,
    lowers: usize,
    first_upper: bool,
}

impl Open {
    /// At the first apostrophe the head ends.
    fn end_head(&mut self, letters: usize) {
        if self.head == 0 {
            self.head = letters;
        }
    }
}

/// Reads a text from its beginning to its end.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    between: Between,
    /// The gap before the word that comes next, when the last page ended there.
    pending: Option<Gap>,
    first: bool,
    sentence: u32,
    line: u32,
    clause: u32,
}

impl<'a> Reader<'a> {
    /// Opens a text.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            between: Between::default(),
            pending: None,
            first: true,
            sentence: 0,
            line: 0,
            clause: 0,
        }
    }

    /// Fills an empty page with whole sentences; says whether there was anything left to read.
    pub(super) fn read(&mut self, page: &mut Page) -> bool {
        let (mut letter, mut letters) = (Last(false), false);
        while self.find_word() {
            let gap = match self.pending.take() {
                Some(gap) => gap,
                None if self.between == Between::SPACE && !self.first => Gap::Space,
                None => self.gap(page),
            };
            self.between = Between::default();
            if gap == Gap::Sentence && page.tokens.len() >= PAGE {
                self.pending = Some(gap);
                break;
            }
            let token = self.word(page, gap);
            letters |= letter.then_before(may_be_letter(page, &token));
            page.tokens.push(token);
            letters |= self.plain_words(page, &mut letter);
        }
        if letters {
            join(page);
        }
        !page.tokens.is_empty()
    }

    /// Reads words of plain letters with one space before them, as long as there are such; most of a text is. Says whether two
    /// words of one letter followed on each other.
    fn plain_words(&mut self, page: &mut Page, letter: &mut Last) -> bool {
        let bytes = self.text.as_bytes();
        let mut letters = false;
        while let Some([b' ', rest @ ..]) = bytes.get(self.at..) {
            let start = page.letters.len();
            let (mut key, mut uppers, mut digits) = (Key::default(), 0, 0);
            for byte in rest {
                let letter = plain_letter(*byte);
                if letter == 0 {
                    break;
                }
                page.letters.push(letter);
                key = key.with(letter);
                uppers += usize::from(letter != *byte);
                digits += usize::from(letter < b'a');
            }
            let len = page.letters.len() - start;
            let ends = match rest.get(len) {
                Some(byte) => {
                    byte.is_ascii() && !matches!(sign(*byte), Some(Sign::Apostrophe | Sign::Star))
                }
                None => true,
            };
            if len == 0 || !ends {
                page.letters.truncate(start);
                break;
            }
            let first_upper = uppers > 0 && rest.first().is_some_and(u8::is_ascii_uppercase);
            let token = Token {
                key,
                start,
                len,
                from: self.at + 1,
                to: self.at + 1 + len,
                sound: (Key::default(), 0),
                groups: 0,
                word: 0,
                sentence: self.sentence,
                line: self.line,
                clause: self.clause,
                head: 0,
                marks: Marks::default(),
                likely: Likely::ALL,
                case: case_of(uppers, len - uppers - digits, first_upper),
                gap: Gap::Space,
            };
            letters |= letter.then_before(len == 1 && digits == 0);
            page.tokens.push(token);
            self.at = token.to;
        }
        letters
    }

    /// Goes to the beginning of the next word; says whether there is one.
    fn find_word(&mut self) -> bool {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            let sign = if let Some(sign) = sign(*byte) {
                if matches!(
                    sign,
                    Sign::Lower | Sign::Upper | Sign::Digit | Sign::Percent
                ) {
                    return true;
                }
                self.at += 1;
                sign
            } else {
                let Some(c) = self.char() else { return false };
                let sign = sign_of(c);
                if sign == Sign::Lower && !is_silent(c) {
                    return true;
                }
                self.at += c.len_utf8();
                if is_silent(c) {
                    continue;
                }
                sign
            };
            self.between.add(sign);
        }
        false
    }

    fn char(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Reads the word that begins here.
    fn word(&mut self, page: &mut Page, gap: Gap) -> Token {
        let from = self.at;
        let start = page.letters.len();
        let mut open = Open::default();
        self.plain(page, &mut open);
        // Most words end here; what follows a plain run is an apostrophe, a percent sign or a letter with an accent.
        while let Some(byte) = self.text.as_bytes().get(self.at).copied() {
            let goes_on = match sign(byte) {
                // A percent sign is a word of its own, and so are the digits before it.
                Some(Sign::Percent) if self.at == from => {
                    page.letters.push(byte);
                    self.at += 1;
                    break;
                }
                Some(Sign::Apostrophe) if self.goes_on(1) => {
                    self.at += 1;
                    open.end_head(page.letters.len() - start);
                    true
                }
                // A letter that is hidden by an asterisk is a letter too few, as in a slip.
                Some(Sign::Star) if self.at > from && self.goes_on(1) => {
                    self.at += 1;
                    true
                }
                Some(_) => false,
                None => self.wide(page, (from, start), &mut open),
            };
            if !goes_on {
                break;
            }
            self.plain(page, &mut open);
        }
        let letters = page.letters.get(start..).unwrap_or_default();
        let key = if letters.len() == open.letters {
            open.key
        } else {
            Key::of(letters)
        };
        Token {
            key,
            start,
            len: letters.len(),
            from,
            to: self.at,
            sound: (Key::default(), 0),
            groups: 0,
            word: 0,
            sentence: self.sentence,
            line: self.line,
            clause: self.clause,
            head: u8::try_from(open.head)
                .ok()
                .filter(|head| (2..LONGEST_HEAD).contains(&usize::from(*head)))
                .unwrap_or_default(),
            marks: Marks::default(),
            likely: Likely::ALL,
            case: case_of(open.uppers, open.lowers, open.first_upper),
            gap,
        }
    }

    /// Reads plain letters and digits, as many as there are.
    fn plain(&mut self, page: &mut Page, open: &mut Open) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (mut count, mut uppers, mut digits, mut key) = (0, 0, 0, open.key);
        for byte in rest {
            let letter = plain_letter(*byte);
            if letter == 0 {
                break;
            }
            key = key.with(letter);
            uppers += usize::from(letter != *byte);
            digits += usize::from(letter < b'a');
            count += 1;
        }
        let run = rest.get(..count).unwrap_or_default();
        if open.letters == 0 && open.head == 0 && open.uppers + open.lowers == 0 {
            open.first_upper = run.first().is_some_and(u8::is_ascii_uppercase);
        }
        open.key = key;
        open.letters += count;
        if open.head == 0 {
            open.uppers += uppers;
            open.lowers += count - uppers - digits;
        }
        let start = page.letters.len();
        page.letters.extend_from_slice(run);
        if uppers > 0
            && let Some(letters) = page.letters.get_mut(start..)
        {
            letters.make_ascii_lowercase();
        }
        self.at += count;
    }

    /// Reads one character of a word that is not one of the first 128; says whether the word goes on.
    fn wide(&mut self, page: &mut Page, (from, start): (usize, usize), open: &mut Open) -> bool {
        let Some(c) = self.char() else { return false };
        if !is_silent(c) {
            match sign_of(c) {
                Sign::Apostrophe if self.goes_on(c.len_utf8()) => {
                    open.end_head(page.letters.len() - start);
                }
                Sign::Lower => {
                    fold(c, &mut page.letters);
                    open.first_upper |= self.at == from && c.is_uppercase();
                    open.uppers += usize::from(open.head == 0 && c.is_uppercase());
                    open.lowers += usize::from(open.head == 0 && c.is_lowercase());
                }
                Sign::Upper
                | Sign::Digit
                | Sign::Percent
                | Sign::Apostrophe
                | Sign::Space
                | Sign::Newline
                | Sign::Dot
                | Sign::Dash
                | Sign::Clause
                | Sign::Bracket
                | Sign::Parenthesis
                | Sign::Ending
                | Sign::Star
                | Sign::Other => return false,
            }
        }
        self.at += c.len_utf8();
        true
    }

    /// Says whether a letter stands after the sign here, which has so many bytes.
    fn goes_on(&self, bytes: usize) -> bool {
        self.text
            .get(self.at + bytes..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_alphabetic)
    }

    /// Classifies what stands between the last token and the one that begins here, and counts what ended.
    fn gap(&mut self, page: &Page) -> Gap {
        let between = self.between;
        if std::mem::take(&mut self.first) {
            return Gap::Sentence;
        }
        if between.has(Between::NEWLINES) {
            self.line += 1;
            return self.end_sentence();
        }
        let spaced = between.has(Between::SPACE);
        let ends = between.has(Between::ENDING) || between.has(Between::DOTS);
        let dotted = between.has(Between::DOT) && spaced && is_dotted(page);
        let dot = between.has(Between::DOT) && spaced && !dotted;
        if between.has(Between::NEWLINE) {
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
        let parenthesis = between.has(Between::PARENTHESIS);
        if (between.has(Between::CLAUSE) || parenthesis) && (spaced || !parenthesis) {
            self.clause += 1;
            return Gap::Clause;
        }
        if between == Between::DOT {
            return Gap::Dot;
        }
        if between.only(Between::TIES) || between.only(Between::DOTTED_TIE) && is_dotted(page) {
            return Gap::Hyphen;
        }
        if between.only(Between::SPACES) {
            return Gap::Space;
        }
        if dotted && between.has(Between::DASH) {
            self.clause += 1;
            return Gap::Clause;
        }
        // After one letter and a dot another sentence may have begun (`hepatitis C. Toen`), or a name goes on (`J. Visser`).
        self.clause += u32::from(dotted);
        Gap::Mark
    }

    fn end_sentence(&mut self) -> Gap {
        self.sentence += 1;
        self.clause += 1;
        Gap::Sentence
    }
}

/// Says whether the last token is an abbreviation that ends with a dot.
fn is_dotted(page: &Page) -> bool {
    page.tokens.last().is_some_and(|last| {
        let letters = page.of(last);
        is_letter(letters) || is_title(letters) || letters.ends_with(b"nr")
    })
}

/// Says whether folded letters are one letter.
pub(super) fn is_letter(letters: &[u8]) -> bool {
    match letters {
        [one] => one.is_ascii_alphabetic(),
        [] => false,
        [first, ..] if first.is_ascii() => false,
        _ => std::str::from_utf8(letters).is_ok_and(|text| {
            let mut chars = text.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        }),
    }
}

/// Joins abbreviations: letters with dots (`a.d.h.d.`), and three or more letters with spaces (`P T S S`).
fn join(page: &mut Page) {
    let tokens = std::mem::take(&mut page.tokens);
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut run: Vec<Token> = Vec::new();
    for token in tokens {
        let single = is_letter(page.of(&token));
        let follows = run.last().is_some_and(|last| {
            token.gap == Gap::Dot
                || (matches!(token.gap, Gap::Space | Gap::Mark) && token.case == last.case)
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
    page.tokens = out;
}

fn settle(run: &mut Vec<Token>, out: &mut Vec<Token>) {
    let dotted = run.iter().skip(1).all(|token| token.gap == Gap::Dot);
    let enough = if dotted { 2 } else { 3 };
    let capitals = run.iter().all(|token| token.case == Case::Capital);
    let abbreviation = capitals || dotted && run.len() > enough;
    let mut letters = std::mem::take(run).into_iter();
    if letters.len() < enough {
        out.extend(letters);
        return;
    }
    let Some(mut whole) = letters.next() else {
        return;
    };
    for letter in letters {
        whole.key = whole.key.join(letter.key, letter.len);
        whole.len += letter.len;
        whole.to = letter.to;
    }
    whole.case = if abbreviation {
        Case::Upper
    } else {
        Case::Lower
    };
    out.push(whole);
}

#[cfg(test)]
mod tests;
