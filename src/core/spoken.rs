//! A paper in words of one language: what the health-word check looks at, and what documents are composed from.

use crate::core::guide::Reader;
use crate::core::ids::{LineId, PaperId};
use crate::core::phrase::Phrase;
use crate::core::summary::{Content, Summary};
use crate::core::words::{Lang, Words};

/// What stands on a line, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpokenContent {
    /// A sentence.
    Text(String),
    /// An agreement: who, what, when, how we notice; an empty part stayed open.
    Row([String; 4]),
    /// Question and answer.
    Pair(String, Vec<String>),
    /// A line to sign on, with its label.
    Signature(String),
}

/// A line in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenLine {
    /// Its name.
    pub id: LineId,
    /// What stands on it.
    pub content: SpokenContent,
    /// The pieces of a sentence, as they were joined: words of the author, and answers whole.
    pub pieces: Vec<String>,
}

/// A block in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenBlock {
    /// Its heading.
    pub title: Option<String>,
    /// Its lines.
    pub lines: Vec<SpokenLine>,
}

/// A paper in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Which paper.
    pub paper: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// The language of the words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The file name that is offered, without ending.
    pub file: String,
    /// Its blocks.
    pub blocks: Vec<SpokenBlock>,
    /// Headings of the four parts of an agreement.
    pub parts: [String; 4],
}

impl Spoken {
    /// Says a summary in words.
    pub fn of(summary: &Summary, lang: &Lang, words: &Words) -> Self {
        let say = |phrase: &Phrase| words.say(phrase);
        let content = |content: &Content| match content {
            Content::Text(phrases) => {
                SpokenContent::Text(sentence(&phrases.iter().map(say).collect::<String>()))
            }
            Content::Row(cells) => SpokenContent::Row(
                cells
                    .clone()
                    .map(|cell| cell.as_ref().map(say).unwrap_or_default()),
            ),
            Content::Pair(label, said) => {
                SpokenContent::Pair(say(label), said.iter().map(say).collect())
            }
            Content::Signature(label) => SpokenContent::Signature(say(label)),
        };
        let blocks = summary.blocks.iter().map(|block| SpokenBlock {
            title: block.title.as_ref().map(ToString::to_string),
            lines: block
                .lines
                .iter()
                .map(|line| SpokenLine {
                    id: line.id.clone(),
                    content: content(&line.content),
                    pieces: match &line.content {
                        Content::Text(phrases) => phrases.iter().map(say).collect(),
                        Content::Row(_) | Content::Pair(..) | Content::Signature(_) => Vec::new(),
                    },
                })
                .collect(),
        });
        Self {
            paper: summary.paper.clone(),
            reader: summary.reader,
            lang: lang.clone(),
            title: summary.title.to_string(),
            file: summary.file.to_string(),
            blocks: blocks.collect(),
            parts: crate::core::phrase::Part::ALL.map(|part| words.say(&Phrase::Part(part))),
        }
    }
}

/// A sentence that ends in an answer can end in two full stops.
fn sentence(text: &str) -> String {
    text.trim().replace("..", ".")
}

impl SpokenContent {
    /// Returns every text on the line.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Signature(text) => vec![text],
            Self::Row(cells) => cells.iter().map(String::as_str).collect(),
            Self::Pair(label, said) => std::iter::once(label.as_str())
                .chain(said.iter().map(String::as_str))
                .collect(),
        }
    }
}
