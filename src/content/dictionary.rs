//! The words of a dictionary: a plain list, or the two files of a Hunspell dictionary with every ending put on.
//!
//! Used when the list of ordinary words is made anew, never while the program runs. Reads what Dutch and English dictionaries
//! need: endings, beginnings, both together, and what an ending may take on top. Compounds are not made.

use std::collections::{BTreeSet, HashMap, HashSet};

/// How many endings may stand on one another.
const MOST_ENDINGS: u8 = 2;

/// The rules of a Hunspell dictionary: its `.aff` file.
#[derive(Debug, Default)]
pub struct Affixes {
    flags: Flags,
    rules: HashMap<String, Vec<Affix>>,
    /// The names whose endings and beginnings go together.
    both: HashSet<(bool, String)>,
    aliases: Vec<Vec<String>>,
    /// Marks of words that are none by themselves.
    not_alone: Vec<String>,
}

/// How a dictionary writes its marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Flags {
    #[default]
    Short,
    Long,
    Number,
}

#[derive(Debug)]
struct Affix {
    is_prefix: bool,
    both: bool,
    strip: String,
    add: String,
    more: Vec<String>,
    condition: Vec<Condition>,
}

/// One letter of a condition: one of these, or none of these; nothing named is any letter.
#[derive(Debug, Default, PartialEq)]
struct Condition {
    letters: Vec<char>,
    not: bool,
}

impl Condition {
    fn holds(&self, letter: char) -> bool {
        self.letters.is_empty() || self.letters.contains(&letter) != self.not
    }
}

impl Affixes {
    /// Reads an `.aff` file; what it does not know it leaves out.
    pub fn read(text: &str) -> Self {
        let mut affixes = Self::default();
        for line in text.lines() {
            let fields: Vec<&str> = line.split_whitespace().collect();
            match fields.as_slice() {
                ["FLAG", "long"] => affixes.flags = Flags::Long,
                ["FLAG", "num"] => affixes.flags = Flags::Number,
                ["AF", marks, ..] => {
                    // The first of them says how many there are.
                    let marks = affixes.marks(marks);
                    affixes.aliases.push(marks);
                }
                ["ONLYINCOMPOUND" | "NEEDAFFIX" | "FORBIDDENWORD", mark, ..] => {
                    affixes.not_alone.push((*mark).to_owned());
                }
                [kind @ ("SFX" | "PFX"), name, strip, add, condition, ..] => {
                    affixes.rule(*kind == "PFX", name, (strip, add, condition));
                }
                [kind @ ("SFX" | "PFX"), name, "Y", _] => {
                    affixes.both.insert((*kind == "PFX", (*name).to_owned()));
                }
                _ => {}
            }
        }
        affixes
    }

    fn rule(&mut self, is_prefix: bool, name: &str, (strip, add, condition): (&str, &str, &str)) {
        let (add, more) = add.split_once('/').unwrap_or((add, ""));
        let text = |written: &str| if written == "0" { "" } else { written }.to_owned();
        let more = self.marks(more);
        let both = self.both.contains(&(is_prefix, name.to_owned()));
        self.rules.entry(name.to_owned()).or_default().push(Affix {
            is_prefix,
            both,
            strip: text(strip),
            add: text(add),
            more,
            condition: condition_of(condition),
        });
    }

    fn marks(&self, marks: &str) -> Vec<String> {
        if let Ok(number) = marks.parse::<usize>()
            && !self.aliases.is_empty()
        {
            return self.aliases.get(number).cloned().unwrap_or_default();
        }
        match self.flags {
            Flags::Short => marks.chars().map(String::from).collect(),
            Flags::Number => marks.split(',').map(str::to_owned).collect(),
            Flags::Long => {
                let letters: Vec<char> = marks.chars().collect();
                letters
                    .chunks(2)
                    .map(|pair| pair.iter().collect())
                    .collect()
            }
        }
    }

    /// Returns every word of a `.dic` file with every ending and beginning it may take.
    pub fn words(&self, dictionary: &str) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for line in dictionary.lines().skip(1) {
            let entry = line.split(['\t', ' ']).next().unwrap_or_default();
            let (word, marks) = entry.split_once('/').unwrap_or((entry, ""));
            let marks = self.marks(marks);
            if !self.is_part(&marks) {
                words.insert(word.to_owned());
            }
            self.endings(word, &marks, MOST_ENDINGS, &mut words);
        }
        words
    }

    fn is_part(&self, marks: &[String]) -> bool {
        marks.iter().any(|mark| self.not_alone.contains(mark))
    }

    fn endings(&self, word: &str, marks: &[String], most: u8, words: &mut BTreeSet<String>) {
        for (mark, affix) in self.affixes(marks) {
            let Some(made) = affix.apply(word) else {
                continue;
            };
            if !self.is_part(&affix.more) {
                words.insert(made.clone());
            }
            if !affix.is_prefix && affix.both {
                let prefixes = self
                    .affixes(marks)
                    .filter(|(other, prefix)| *other != mark && prefix.is_prefix && prefix.both);
                words.extend(prefixes.filter_map(|(_, prefix)| prefix.apply(&made)));
            }
            if most > 1 && !affix.more.is_empty() {
                self.endings(&made, &affix.more, most - 1, words);
            }
        }
    }

    fn affixes<'a>(&'a self, marks: &'a [String]) -> impl Iterator<Item = (&'a String, &'a Affix)> {
        marks.iter().flat_map(|mark| {
            self.rules
                .get(mark)
                .into_iter()
                .flatten()
                .map(move |affix| (mark, affix))
        })
    }
}

impl Affix {
    fn apply(&self, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        let count = self.condition.len();
        let looked_at = if self.is_prefix {
            letters.get(..count)
        } else {
            letters.get(letters.len().checked_sub(count)?..)
        }?;
        let holds = looked_at
            .iter()
            .zip(&self.condition)
            .all(|(letter, condition)| condition.holds(*letter));
        if !holds {
            return None;
        }
        if self.is_prefix {
            let rest = word.strip_prefix(self.strip.as_str())?;
            Some(format!("{}{rest}", self.add))
        } else {
            let rest = word.strip_suffix(self.strip.as_str())?;
            Some(format!("{rest}{}", self.add))
        }
    }
}

/// Reads a condition: letters, a dot for any, square brackets for one of several or none of them.
fn condition_of(text: &str) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = Vec::new();
    let mut open: Option<Condition> = None;
    for c in text.chars() {
        match (c, &mut open) {
            ('[', None) => open = Some(Condition::default()),
            (']', Some(_)) => conditions.extend(open.take()),
            ('^', Some(inner)) if inner.letters.is_empty() => inner.not = true,
            (letter, Some(inner)) => inner.letters.push(letter),
            ('.', None) => conditions.push(Condition::default()),
            (letter, None) => conditions.push(Condition {
                letters: vec![letter],
                not: false,
            }),
        }
    }
    // A single dot says that there is no condition.
    if text == "." {
        conditions.clear();
    }
    conditions
}

/// Returns the words of a plain list: one on a line, what follows a space or slash left out.
pub fn plain(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.split([' ', '\t', '/']).next())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(affixes: &str, dictionary: &str) -> Vec<String> {
        Affixes::read(affixes)
            .words(dictionary)
            .into_iter()
            .collect()
    }

    #[test]
    fn endings_are_put_on_where_their_condition_holds() {
        let affixes = "SFX A Y 2\nSFX A y ies [^aeiou]y\nSFX A 0 s [^y]\n";
        assert_eq!(
            words(affixes, "2\nberry/A\nday/A\n"),
            ["berries", "berry", "day"]
        );
        assert_eq!(words(affixes, "1\nlamp/A\n"), ["lamp", "lamps"]);
    }

    #[test]
    fn beginnings_and_endings_go_together_and_endings_take_more() {
        let affixes = "FLAG long\nPFX Pa Y 1\nPFX Pa 0 on .\nSFX Sa Y 1\nSFX Sa 0 e/Sb .\nSFX Sb N 1\nSFX Sb e er e\n";
        assert_eq!(
            words(affixes, "1\nrustig/PaSa\n"),
            ["onrustig", "onrustige", "rustig", "rustige", "rustiger"]
        );
    }

    #[test]
    fn what_is_only_part_of_a_word_is_left_out() {
        assert_eq!(
            words("ONLYINCOMPOUND X\n", "2\nschaps/X\nschap\n"),
            ["schap"]
        );
    }

    #[test]
    fn a_plain_list_has_a_word_on_a_line() {
        let words: Vec<String> = plain("een\ntwee 12\n\ndrie/AB\n").into_iter().collect();
        assert_eq!(words, ["drie", "een", "twee"]);
    }
}
