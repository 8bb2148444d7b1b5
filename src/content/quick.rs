//! Question files as they are usually written, read in one pass: the quick way to what the full reader makes of them.
//!
//! Knows mappings, lists and texts as authors write them, and no more. Wherever it is not sure (a tab, a tag, a text over
//! several lines without a sign, an empty value, every mistake), it gives up, and the full reader reads the file and says what
//! is wrong. What it does read is exactly what the full reader makes of it; the tests beside [`parse`](crate::content::parse)
//! hold the two beside each other.

use std::sync::Arc;

use crate::content::signs::is_plain;
use crate::core::source::{Node, Place, Value};

/// The largest file that is read here, in bytes.
const MOST_BYTES: usize = 1024 * 1024;
/// The deepest nesting that is read here.
const MOST_LEVELS: usize = 12;
/// The most values that are read here.
const MOST_VALUES: usize = 50_000;
/// The longest name of a setting, in bytes.
const LONGEST_KEY: usize = 120;

/// Reads a file, or gives up.
pub fn read(file: &str, text: &str) -> Option<Node> {
    if text.len() > MOST_BYTES || !is_plain(text) {
        return None;
    }
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
        line_start: 0,
        indent: 0,
        counted: (0, 0),
        values: 0,
        file: file.into(),
    };
    if !reader.next_content()? || reader.indent > 0 {
        return None;
    }
    let node = reader.block(0)?;
    (reader.at >= reader.bytes.len()).then_some(node)
}

/// A text, and how far it was read. Between two values it stands at the first sign of a line with something on it.
struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: u32,
    line_start: usize,
    /// How far the line at hand is set in.
    indent: usize,
    /// Up to where the characters of the line were counted, and how many there are.
    counted: (usize, u32),
    values: usize,
    file: Arc<str>,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Says whether a sign is followed by a space or the end of the line.
    fn ends_word(&self, at: usize) -> bool {
        matches!(self.bytes.get(at), None | Some(b' ' | b'\n'))
    }

    fn slice(&self, from: usize, to: usize) -> Option<&str> {
        self.text.get(from..to)
    }

    /// Where the reader stands.
    fn place(&mut self) -> Place {
        let (from, before) = if self.counted.0 >= self.line_start {
            self.counted
        } else {
            (self.line_start, 0)
        };
        let between = self.bytes.get(from..self.at).unwrap_or_default();
        let more = between.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let count = before + u32::try_from(more).unwrap_or(u32::MAX);
        self.counted = (self.at, count);
        Place {
            file: self.file.clone(),
            line: self.line,
            column: count + 1,
        }
    }

    fn node(&mut self, value: Value, place: Place) -> Option<Node> {
        self.values += 1;
        (self.values <= MOST_VALUES).then_some(Node { value, place })
    }

    fn spaces(&mut self) {
        while self.byte() == Some(b' ') {
            self.at += 1;
        }
    }

    /// Goes to the beginning of the next line; the reader stands at the end of one.
    fn newline(&mut self) {
        self.at += 1;
        self.line += 1;
        self.line_start = self.at;
    }

    fn skip_comment(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let len = rest.iter().position(|byte| *byte == b'\n');
        self.at += len.unwrap_or(rest.len());
    }

    /// Goes to the next line with something on it, from the beginning of a line; false when there is none.
    fn next_content(&mut self) -> Option<bool> {
        loop {
            self.spaces();
            match self.byte() {
                None => return Some(false),
                Some(b'#') => self.skip_comment(),
                Some(b'\n') => self.newline(),
                Some(_) => {
                    self.indent = self.at - self.line_start;
                    return Some(true);
                }
            }
        }
    }

    /// Leaves a line on which nothing more may stand, and goes to the next with something on it.
    fn end_line(&mut self) -> Option<()> {
        self.finish_line()?;
        if !self.next_content()? {
            self.indent = 0;
        }
        Some(())
    }

    /// Goes to the end of a line on which nothing more may stand but a comment.
    fn finish_line(&mut self) -> Option<()> {
        let before = self.at;
        self.spaces();
        match self.byte() {
            None | Some(b'\n') => Some(()),
            Some(b'#') if self.at > before => {
                self.skip_comment();
                Some(())
            }
            Some(_) => None,
        }
    }

    fn is_over(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Reads the mapping or list that begins here.
    fn block(&mut self, level: usize) -> Option<Node> {
        if level > MOST_LEVELS {
            return None;
        }
        if self.byte() == Some(b'-') && self.ends_word(self.at + 1) {
            self.list(level)
        } else {
            let place = self.place();
            let key = self.key()?;
            self.mapping(place, key, level)
        }
    }

    fn list(&mut self, level: usize) -> Option<Node> {
        let (place, indent) = (self.place(), self.indent);
        let mut items = Vec::new();
        loop {
            if self.byte() != Some(b'-') || self.bytes.get(self.at + 1) != Some(&b' ') {
                return None;
            }
            self.at += 1;
            self.spaces();
            items.push(self.item(indent, level + 1)?);
            if self.is_over() || self.indent < indent {
                break;
            }
            if self.indent > indent {
                return None;
            }
        }
        self.node(Value::List(items), place)
    }

    /// Reads an item of a list: a mapping that begins on the same line, or a value.
    fn item(&mut self, indent: usize, level: usize) -> Option<Node> {
        let (start, place) = (self.at, self.place());
        let counted = self.counted;
        match self.byte()? {
            b'[' | b'{' | b'|' | b'>' => return self.value(indent, level),
            _ => {}
        }
        if let Some(key) = self.key() {
            // A mapping is set in as far as its first name.
            self.indent = start - self.line_start;
            return self.mapping(place, key, level);
        }
        (self.at, self.counted) = (start, counted);
        self.value(indent, level)
    }

    /// Reads the pairs of a mapping, of which the first name was read.
    fn mapping(&mut self, place: Place, first: Node, level: usize) -> Option<Node> {
        if level > MOST_LEVELS {
            return None;
        }
        let indent = self.indent;
        let mut pairs = Vec::new();
        let mut key = first;
        loop {
            let value = self.setting(indent, level)?;
            pairs.push((key, value));
            if self.is_over() || self.indent < indent {
                break;
            }
            if self.indent > indent {
                return None;
            }
            key = self.key()?;
        }
        self.node(Value::Map(pairs), place)
    }

    /// Reads what stands behind a name: a value on the same line, or what is set in further on the next ones.
    fn setting(&mut self, indent: usize, level: usize) -> Option<Node> {
        self.spaces();
        if !matches!(self.byte(), None | Some(b'\n' | b'#')) {
            return self.value(indent, level + 1);
        }
        self.end_line()?;
        if self.is_over() || self.indent <= indent {
            return None;
        }
        if matches!(self.byte(), Some(b'[' | b'{')) {
            return self.value(indent, level + 1);
        }
        self.block(level + 1)
    }

    /// Reads a name with its colon.
    fn key(&mut self) -> Option<Node> {
        let place = self.place();
        let value = match self.byte()? {
            b'"' | b'\'' => Value::Text(self.quoted(None)?.into()),
            byte if is_name_start(byte) => {
                let rest = self.bytes.get(self.at..)?;
                let end = rest.iter().take(LONGEST_KEY).position(|byte| {
                    matches!(
                        byte,
                        b':' | b'\n' | b'#' | b'!' | b',' | b'[' | b']' | b'{' | b'}' | b'"'
                    )
                })?;
                let text = self.slice(self.at, self.at + end)?;
                if text.ends_with(' ') {
                    return None;
                }
                let value = plain(text)?;
                self.at += end;
                value
            }
            _ => return None,
        };
        if self.byte() != Some(b':') || !self.ends_word(self.at + 1) {
            return None;
        }
        self.at += 1;
        self.node(value, place)
    }

    /// Reads a value that begins on this line, and goes to the next line with something on it.
    fn value(&mut self, indent: usize, level: usize) -> Option<Node> {
        let place = self.place();
        let value = match self.byte()? {
            b'[' | b'{' => {
                let node = self.flow(indent, level)?;
                self.end_line()?;
                return Some(node);
            }
            b'"' | b'\'' => Value::Text(self.quoted(Some(indent))?.into()),
            b'|' | b'>' => return self.scroll(indent),
            byte if self.begins_text(byte) => self.plain_line()?,
            _ => return None,
        };
        self.end_line()?;
        self.node(value, place)
    }

    /// Says whether a text without quotes may begin with this sign, which stands here.
    fn begins_text(&self, byte: u8) -> bool {
        match byte {
            b'-' => self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit),
            b'(' | b'/' | b'^' | b'+' | b'.' | b';' | b'$' => true,
            _ => byte.is_ascii_alphanumeric() || byte >= 0x80,
        }
    }

    /// Reads a text without quotes, to the end of the line or a comment.
    fn plain_line(&mut self) -> Option<Value> {
        let rest = self.bytes.get(self.at..)?;
        let mut last = b' ';
        let mut len = rest.len();
        for (at, byte) in rest.iter().enumerate() {
            match (last, *byte) {
                (b':', b' ' | b'\n') => return None,
                (b' ', b'#') | (_, b'\n') => {
                    len = at;
                    break;
                }
                _ => last = *byte,
            }
        }
        let text = self.slice(self.at, self.at + len)?.trim_end_matches(' ');
        if text.ends_with(':') {
            return None;
        }
        let (value, len) = (plain(text)?, text.len());
        self.at += len;
        Some(value)
    }

    /// Reads a text in quotes; on several lines only where it is said how far they are set in at least.
    fn quoted(&mut self, indent: Option<usize>) -> Option<String> {
        let quote = self.byte()?;
        let mut out = String::new();
        let mut from = self.at + 1;
        loop {
            let rest = self.bytes.get(from..)?;
            let len = rest
                .iter()
                .position(|byte| *byte == quote || *byte == b'\n' || *byte == b'\\')?;
            let (end, sign) = (from + len, *rest.get(len)?);
            let follows = self.bytes.get(end + 1).copied();
            out.push_str(self.slice(from, end)?);
            match (sign, follows) {
                (b'\'', Some(b'\'')) => out.push('\''),
                (b'\\', _) if quote == b'\'' => {
                    out.push('\\');
                    from = end + 1;
                    continue;
                }
                (b'\\', Some(b'n')) => out.push('\n'),
                (b'\\', Some(escaped @ (b'"' | b'\\'))) => out.push(char::from(escaped)),
                (b'\\', _) => return None,
                (b'\n', _) => {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push(' ');
                    self.at = end;
                    self.fold(indent?)?;
                    from = self.at;
                    continue;
                }
                _ => {
                    self.at = end + 1;
                    return Some(out);
                }
            }
            from = end + 2;
        }
    }

    /// Goes to the next line of a text that goes on there; a line with nothing on it would be more than a space.
    fn fold(&mut self, indent: usize) -> Option<()> {
        self.newline();
        self.spaces();
        (self.byte()? != b'\n' && self.at - self.line_start > indent).then_some(())
    }

    /// Reads a text of several lines behind `|` or `>`, and goes to the next line with something on it.
    fn scroll(&mut self, indent: usize) -> Option<Node> {
        let folds = self.byte()? == b'>';
        self.at += 1;
        let strips = self.byte()? == b'-';
        if strips {
            self.at += 1;
        }
        if self.byte()? != b'\n' {
            return None;
        }
        self.newline();
        let (mut out, mut own, mut blank) = (String::new(), 0, 0);
        let mut place = None;
        loop {
            self.spaces();
            let far = self.at - self.line_start;
            match self.byte() {
                None => {
                    if far > 0 {
                        return None;
                    }
                    break;
                }
                Some(b'\n') => {
                    if own == 0 || far > own {
                        return None;
                    }
                    blank += 1;
                    self.newline();
                    continue;
                }
                Some(_) => {}
            }
            if own == 0 {
                own = far;
                if own <= indent {
                    return None;
                }
                place = Some(self.place());
            } else if far < own {
                if far > indent {
                    return None;
                }
                break;
            } else {
                if folds && far > own {
                    return None;
                }
                match (folds, blank) {
                    (true, 0) => out.push(' '),
                    (true, _) => out.extend(std::iter::repeat_n('\n', blank)),
                    (false, _) => out.extend(std::iter::repeat_n('\n', blank + 1)),
                }
            }
            blank = 0;
            self.at = self.line_start + own;
            let rest = self.bytes.get(self.at..)?;
            let len = rest.iter().position(|byte| *byte == b'\n')?;
            out.push_str(self.slice(self.at, self.at + len)?);
            self.at += len;
            self.newline();
        }
        if out.is_empty() {
            return None;
        }
        if !strips {
            out.push('\n');
        }
        self.at = self.line_start;
        if !self.next_content()? {
            self.indent = 0;
        }
        self.node(Value::Text(out.into()), place?)
    }

    /// Goes over spaces, ends of lines and comments within brackets.
    fn gap(&mut self, indent: usize) -> Option<()> {
        loop {
            let before = self.at;
            self.spaces();
            match self.byte()? {
                b'#' if self.at > before || self.at == self.line_start => self.skip_comment(),
                b'\n' => {
                    self.newline();
                    self.spaces();
                    let far = self.at - self.line_start;
                    if !matches!(self.byte()?, b'\n' | b'#') && far <= indent {
                        return None;
                    }
                }
                _ => return Some(()),
            }
        }
    }

    /// Reads a list or mapping in brackets.
    fn flow(&mut self, indent: usize, level: usize) -> Option<Node> {
        if level > MOST_LEVELS {
            return None;
        }
        let place = self.place();
        let is_map = self.byte()? == b'{';
        let close = if is_map { b'}' } else { b']' };
        self.at += 1;
        let (mut items, mut pairs) = (Vec::new(), Vec::new());
        loop {
            self.gap(indent)?;
            if self.byte()? == close {
                break;
            }
            if is_map {
                let key = self.key()?;
                self.gap(indent)?;
                pairs.push((key, self.flow_value(indent, level)?));
            } else {
                items.push(self.flow_value(indent, level)?);
            }
            self.gap(indent)?;
            match self.byte()? {
                b',' => self.at += 1,
                byte if byte == close => break,
                _ => return None,
            }
        }
        self.at += 1;
        let value = if is_map {
            Value::Map(pairs)
        } else {
            Value::List(items)
        };
        self.node(value, place)
    }

    fn flow_value(&mut self, indent: usize, level: usize) -> Option<Node> {
        let place = self.place();
        let value = match self.byte()? {
            b'[' | b'{' => return self.flow(indent, level + 1),
            b'"' | b'\'' => Value::Text(self.quoted(Some(indent))?.into()),
            byte if self.begins_text(byte) => self.plain_flow(indent)?,
            _ => return None,
        };
        self.node(value, place)
    }

    /// Reads a text without quotes within brackets; it may go on on the next lines.
    fn plain_flow(&mut self, indent: usize) -> Option<Value> {
        let mut before = String::new();
        loop {
            let rest = self.bytes.get(self.at..)?;
            let mut last = b' ';
            let mut end = None;
            for (at, byte) in rest.iter().enumerate() {
                match (last, *byte) {
                    (b':', b' ' | b'\n' | b',' | b']' | b'}') | (_, b'[' | b'{') => return None,
                    (b' ', b'#') | (_, b'\n' | b',' | b']' | b'}') => {
                        end = Some(at);
                        break;
                    }
                    _ => last = *byte,
                }
            }
            let end = self.at + end?;
            let text = self.slice(self.at, end)?.trim_end_matches(' ');
            if self.bytes.get(end) != Some(&b'\n') {
                let value = if before.is_empty() {
                    plain(text)?
                } else {
                    before.push_str(text);
                    Value::Text(before.into())
                };
                self.at = end;
                return Some(value);
            }
            before.push_str(text);
            self.at = end;
            self.fold(indent)?;
            match self.byte()? {
                b'#' => return None,
                b',' | b']' | b'}' => {
                    let is_alone = !before.contains(' ');
                    return if is_alone {
                        plain(&before)
                    } else {
                        Some(Value::Text(before.into()))
                    };
                }
                b':' if self.ends_word(self.at + 1) => return None,
                _ => before.push(' '),
            }
        }
    }
}

/// Says whether the name of a setting may begin so, without quotes.
fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// What a text without quotes says: a flag, a whole number as one would write it, or itself.
fn plain(text: &str) -> Option<Value> {
    let first = text.bytes().next()?;
    Some(match text {
        "true" => Value::Flag(true),
        "false" => Value::Flag(false),
        "null" | "Null" | "NULL" => return None,
        _ if first == b'-' || first.is_ascii_digit() => match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Value::Number(number),
            Ok(_) | Err(_) => Value::Text(text.to_owned().into()),
        },
        _ => Value::Text(text.to_owned().into()),
    })
}
