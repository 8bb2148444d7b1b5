//! Shaping: from a word to letters of a font with their places.
//!
//! A word stands in one font when one has all its letters: a name does not change its face halfway. Everything is in parts
//! of the font size, so a word is shaped once for every size.

use std::collections::BTreeMap;
use std::rc::Rc;

use harfrust::{
    Direction, FontRef, GlyphBuffer, Language, Script, ShapeOptions, ShapePlan, ShaperData,
    UnicodeBuffer,
};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_normalization::UnicodeNormalization;

use crate::core::text::graphemes;
use crate::paper::document::WriteError;
use crate::paper::pdf::fonts::{Face, Family, UNITS, Weight};

/// Letters of one font that stand together.
#[derive(Debug)]
pub(super) struct Run {
    /// The font.
    pub(super) face: Face,
    /// What they say.
    pub(super) text: String,
    /// The letters.
    pub(super) glyphs: Vec<KrillaGlyph>,
}

impl Run {
    /// How wide it is, in parts of the font size.
    pub(super) fn advance(&self) -> f32 {
        self.face.scale() * self.glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>()
    }
}

/// A word with the spaces behind it.
#[derive(Debug)]
pub(super) struct Word {
    /// Its letters.
    pub(super) runs: Vec<Run>,
    /// How wide it is without the spaces, in parts of the font size.
    pub(super) width: f32,
    /// How wide it is with them.
    pub(super) advance: f32,
}

impl Word {
    /// What it says.
    #[cfg(test)]
    pub(super) fn text(&self) -> impl Iterator<Item = &str> {
        self.runs.iter().map(|run| run.text.as_str())
    }
}

/// A font as the shaper reads it.
struct Case {
    font: FontRef<'static>,
    data: ShaperData,
    plans: Vec<(Script, ShapePlan)>,
}

impl Case {
    fn new(face: Face) -> Self {
        let font = FontRef::new(face.bytes()).expect("a test reads all fonts that are built in");
        Self {
            data: ShaperData::new(&font),
            font,
            plans: Vec::new(),
        }
    }

    /// Shapes a text; a letter that the font lacks has the number zero.
    fn shape(&mut self, text: &str, language: Option<&Language>) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        if let Some(language) = language {
            buffer.set_language(language.clone());
        }
        let shaper = self.data.shaper(&self.font).build();
        let script = buffer.script();
        let known = self.plans.iter().position(|(of, _)| *of == script);
        let number = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script), language, &[]);
            self.plans.push((script, plan));
            self.plans.len() - 1
        });
        let plan = self.plans.get(number).map(|(_, plan)| plan);
        shaper.shape(buffer, ShapeOptions::new().plan(plan))
    }
}

/// Sets words, and remembers the ones it has set.
pub(super) struct Typesetter {
    language: Option<Language>,
    cases: BTreeMap<Face, Case>,
    words: BTreeMap<Weight, BTreeMap<String, Rc<Word>>>,
}

impl Typesetter {
    /// Begins, for a text in a language such as `nl`.
    pub(super) fn new(lang: &str) -> Self {
        Self {
            language: Language::new(lang),
            cases: BTreeMap::new(),
            words: BTreeMap::new(),
        }
    }

    /// Sets a word, with the spaces behind it.
    pub(super) fn word(&mut self, text: &str, weight: Weight) -> Result<Rc<Word>, WriteError> {
        let known = self.words.get(&weight);
        if let Some(word) = known.and_then(|words| words.get(text)) {
            return Ok(Rc::clone(word));
        }
        let runs = self.runs(text, weight)?;
        let advance = runs.iter().map(Run::advance).sum::<f32>();
        let behind = spaces(&runs);
        let word = Rc::new(Word {
            runs,
            width: advance - behind,
            advance,
        });
        let words = self.words.entry(weight).or_default();
        words.insert(text.to_owned(), Rc::clone(&word));
        Ok(word)
    }

    fn runs(&mut self, text: &str, weight: Weight) -> Result<Vec<Run>, WriteError> {
        for family in [Family::Own, Family::Other] {
            if let Some(run) = self.run(text, Face { family, weight }) {
                return Ok(vec![run]);
            }
        }
        self.mixed(text, weight)
    }

    /// Sets a text in one font; nothing when the font lacks a letter.
    fn run(&mut self, text: &str, face: Face) -> Option<Run> {
        let case = self.cases.entry(face).or_insert_with(|| Case::new(face));
        let shaped = case.shape(text, self.language.as_ref());
        let infos = shaped.glyph_infos();
        if infos.iter().any(|info| info.glyph_id == 0) {
            return None;
        }
        let place = |cluster: u32| usize::try_from(cluster).unwrap_or(usize::MAX);
        let glyphs = infos.iter().zip(shaped.glyph_positions()).enumerate();
        let glyphs = glyphs.map(|(number, (info, position))| {
            let later = infos.iter().skip(number + 1);
            let next = later
                .map(|info| info.cluster)
                .find(|cluster| *cluster > info.cluster);
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                part(position.x_advance),
                part(position.x_offset),
                part(position.y_offset),
                part(position.y_advance),
                place(info.cluster)..next.map_or(text.len(), place),
                None,
            )
        });
        Some(Run {
            face,
            text: text.to_owned(),
            glyphs: glyphs.collect(),
        })
    }

    /// Sets a word that no font has whole, character by character.
    fn mixed(&mut self, text: &str, weight: Weight) -> Result<Vec<Run>, WriteError> {
        let mut parts: Vec<(Face, String)> = Vec::new();
        for grapheme in graphemes(text) {
            let families = [Family::Own, Family::Other];
            let faces = families.map(|family| Face { family, weight });
            let face = faces
                .into_iter()
                .find(|face| self.run(grapheme, *face).is_some());
            let Some(face) = face else {
                return Err(self.lacking(grapheme, faces));
            };
            match parts.last_mut() {
                Some((last, part)) if *last == face => part.push_str(grapheme),
                Some(_) | None => parts.push((face, grapheme.to_owned())),
            }
        }
        let mut runs = Vec::new();
        for (face, part) in parts {
            runs.extend(self.run(&part, face));
        }
        Ok(runs)
    }

    /// Names the character that has no letter: the first of a group that has none even when it stands alone.
    fn lacking(&mut self, grapheme: &str, faces: [Face; 2]) -> WriteError {
        let alone = grapheme.chars().find(|letter| {
            let letter = letter.to_string();
            faces.iter().all(|face| self.run(&letter, *face).is_none())
        });
        let first = alone.or_else(|| grapheme.chars().next());
        WriteError::NoLetter(first.unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

/// A font's units as a part of the font size.
fn part(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or(i16::MAX)) / UNITS
}

/// How wide the spaces at the end are.
fn spaces(runs: &[Run]) -> f32 {
    let Some(run) = runs.last() else {
        return 0.0;
    };
    let end = run.text.trim_end_matches(' ').len();
    let behind = run.glyphs.iter();
    let behind = behind.filter(|glyph| glyph.text_range.start >= end);
    run.face.scale() * behind.map(|glyph| glyph.x_advance).sum::<f32>()
}

/// Brings a text into the form that is printed: composed characters, ordinary spaces, and without signs that are not seen.
pub(super) fn printed(text: &str) -> String {
    if text.chars().all(is_printed) {
        return text.to_owned();
    }
    composed(text)
}

fn composed(text: &str) -> String {
    let seen = text.nfc().filter(|c| !is_unseen(*c));
    seen.map(|c| {
        let fixed = matches!(c, '\n' | '\u{A0}' | '\u{202F}');
        if c.is_whitespace() && !fixed { ' ' } else { c }
    })
    .collect()
}

/// Says whether a character is printed as it is, whatever stands beside it: most letters, and the marks of most texts.
fn is_printed(c: char) -> bool {
    match c {
        ' '..='~' | '\n' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => true,
        _ => matches!(c, '\u{2010}'..='\u{2027}' | '\u{20AC}'),
    }
}

/// Hints about breaking and joining; marks that choose the look of a sign or say which way a text runs.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_as_it_is_would_come_out_the_same() {
        for c in ('\0'..='\u{FFFF}').filter(|c| is_printed(*c)) {
            let text = format!("e{c}a{c}{c}");
            assert_eq!(composed(&text), text);
        }
        assert_eq!(printed("e\u{301}\u{AD}n\t\u{200B}twee"), "\u{E9}n twee");
    }
}
