//! What somebody gives to be checked, in pieces: a plain text, or what stands in a Word document, and the name of the file.
//!
//! Each piece is checked by itself, so that nothing in a comment or a header changes what is found in a letter.

use crate::core::words::{Words, fill};
use crate::paper::{Unread, WordPart, may_be_word, read_word};

/// What stands between two paragraphs.
const BETWEEN: &str = "\n\n";

/// A text, with what it takes to say where something stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// What is checked.
    pub text: String,
    place: Place,
}

/// How a place in a piece is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// By the line.
    Line,
    /// By the part of a document; in its text also by the paragraph.
    Part(WordPart),
    /// It is the name of the file.
    Name,
}

/// Makes the pieces of what was read from a file, or from the input when it has no name; nothing when it is no text.
pub(super) fn pieces(bytes: Vec<u8>, name: Option<&str>) -> Result<Vec<Piece>, Unread> {
    let name = name.map(|name| Piece {
        text: name.to_owned(),
        place: Place::Name,
    });
    let mut pieces: Vec<Piece> = name.into_iter().collect();
    if may_be_word(&bytes) {
        pieces.extend(read_word(&bytes)?.into_iter().map(|written| Piece {
            text: written.paragraphs.join(BETWEEN),
            place: Place::Part(written.part),
        }));
    } else {
        let text = String::from_utf8(bytes).map_err(|_| Unread::NotWord)?;
        pieces.push(Piece {
            text,
            place: Place::Line,
        });
    }
    Ok(pieces)
}

/// How far the lines or paragraphs of a piece were counted; each place that is asked for lies further on than the last.
#[derive(Debug)]
pub(super) struct Counted<'a> {
    piece: &'a Piece,
    /// How far, in bytes.
    bytes: usize,
    /// How many ended before that.
    ended: usize,
}

impl<'a> Counted<'a> {
    /// Begins at the first.
    pub(super) fn of(piece: &'a Piece) -> Self {
        Self {
            piece,
            bytes: 0,
            ended: 0,
        }
    }

    /// Says where a byte of the piece stands: `line 3`, `the comments`.
    pub(super) fn place(&mut self, bytes: usize, words: &Words) -> String {
        let said = &words.checking;
        match self.piece.place {
            Place::Line => self.counted(bytes, "\n", &said.line),
            Place::Part(WordPart::Body) => self.counted(bytes, BETWEEN, &said.paragraph),
            Place::Part(WordPart::Edges) => said.edges.clone(),
            Place::Part(WordPart::Notes) => said.notes.clone(),
            Place::Part(WordPart::Pictures) => said.pictures.clone(),
            Place::Part(WordPart::Comments) => said.comments.clone(),
            Place::Part(WordPart::Removed) => said.removed.clone(),
            Place::Part(WordPart::Properties) => said.properties.clone(),
            Place::Name => said.name.clone(),
        }
    }

    fn counted(&mut self, bytes: usize, end: &str, sentence: &str) -> String {
        let between = self.piece.text.get(self.bytes..bytes).unwrap_or_default();
        self.ended += between.matches(end).count();
        self.bytes = bytes;
        let number = (self.ended + 1).to_string();
        fill(sentence, &[("number", &number)])
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library::Library;
    use crate::core::words::Lang;

    fn piece(text: &str, place: Place) -> Piece {
        Piece {
            text: text.to_owned(),
            place,
        }
    }

    #[test]
    fn lines_and_paragraphs_are_counted_on_from_where_the_last_was() {
        let words = Library::built_in()
            .words(&Lang::base())
            .expect("the built-in words load");
        for (text, place, expected) in [
            (
                "een\ntwee drie\n\nvier",
                Place::Line,
                ["regel 1", "regel 2", "regel 2", "regel 4"],
            ),
            (
                "een\ntwee drie\n\nvier",
                Place::Part(WordPart::Body),
                ["alinea 1", "alinea 1", "alinea 1", "alinea 2"],
            ),
            (
                "een twee drie vier",
                Place::Part(WordPart::Comments),
                ["een opmerking"; 4],
            ),
            (
                "een-twee-drie-vier.txt",
                Place::Name,
                ["de naam van het bestand"; 4],
            ),
        ] {
            let piece = piece(text, place);
            let mut counted = Counted::of(&piece);
            for (word, expected) in ["een", "twee", "drie", "vier"].iter().zip(expected) {
                let at = text.find(word).expect("the word stands in the text");
                assert_eq!(counted.place(at, &words), expected, "{text}");
            }
        }
    }

    #[test]
    fn a_plain_text_and_its_name_are_two_pieces_and_bytes_are_none() {
        let given = pieces(b"een\ntwee".to_vec(), Some("brief.txt"));
        let expected = [
            piece("brief.txt", Place::Name),
            piece("een\ntwee", Place::Line),
        ];
        assert_eq!(given, Ok(expected.to_vec()));
        assert_eq!(
            pieces(b"een".to_vec(), None),
            Ok(vec![piece("een", Place::Line)])
        );
        for bytes in [b"\xd0\xcf\x11\xe0".to_vec(), b"PK\x03\x04".to_vec()] {
            assert_eq!(pieces(bytes, None), Err(Unread::NotWord));
        }
    }
}
