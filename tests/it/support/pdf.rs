//! A small reader of PDF files: what is told along the tree of tags, as a screen reader goes, and what the file says of itself.
//!
//! It knows what the files of this program need: a table of objects, deflated streams, fonts with a map to Unicode.

use std::collections::BTreeMap;
use std::io::Read;

/// A value.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    List(Vec<Value>),
    Dict(BTreeMap<String, Value>),
    Ref(usize),
    Word(String),
}

/// An object: its value, and its stream as it is after inflating.
type Object = (Value, Vec<u8>);

/// A file.
pub(crate) struct Pdf {
    objects: BTreeMap<usize, Object>,
    trailer: Value,
    xmp: String,
}

/// A piece that is told: the kinds of its tags from the outside in, and its text.
pub(crate) type Told = (Vec<String>, String);

impl Pdf {
    /// Reads a file.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let end = find(bytes, b"startxref").expect("a table of objects");
        let start = number(&mut Tokens::at(bytes, end + 9));
        let mut table = Tokens::at(bytes, start + 4);
        let (first, count) = (number(&mut table), number(&mut table));
        assert_eq!(first, 0);
        let mut objects = BTreeMap::new();
        for id in 0..count {
            let (offset, _) = (number(&mut table), number(&mut table));
            if table.value() == Some(Value::Word("n".to_owned())) {
                objects.insert(id, object(bytes, offset));
            }
        }
        assert_eq!(table.value(), Some(Value::Word("trailer".to_owned())));
        let trailer = table.value().expect("a trailer");
        let mut file = Self {
            objects,
            trailer,
            xmp: String::new(),
        };
        let xmp = file.get(&file.root(), "Metadata");
        file.xmp = String::from_utf8(file.stream(&xmp)).expect("properties are text");
        file
    }

    fn root(&self) -> Value {
        self.get(&self.trailer, "Root")
    }

    /// A setting of a dictionary; a reference is followed by [`Pdf::get`] and [`Pdf::stream`] alike.
    fn get(&self, of: &Value, name: &str) -> Value {
        match self.follow(of) {
            Value::Dict(dict) => dict.get(name).cloned(),
            _ => None,
        }
        .unwrap_or(Value::Word("null".to_owned()))
    }

    fn follow(&self, value: &Value) -> Value {
        match value {
            Value::Ref(id) => self.objects[id].0.clone(),
            other => other.clone(),
        }
    }

    fn stream(&self, value: &Value) -> Vec<u8> {
        match value {
            Value::Ref(id) => self.objects[id].1.clone(),
            other => panic!("{other:?} is no stream"),
        }
    }

    fn list(&self, value: &Value) -> Vec<Value> {
        match self.follow(value) {
            Value::List(list) => list,
            Value::Word(_) => Vec::new(),
            _ => vec![value.clone()],
        }
    }

    /// The pages in order.
    fn leaves(&self) -> Vec<usize> {
        let tree = self.get(&self.root(), "Pages");
        let pages = self.list(&self.get(&tree, "Kids")).into_iter();
        pages
            .map(|page| match page {
                Value::Ref(id) => id,
                other => panic!("{other:?} is no page"),
            })
            .collect()
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.leaves().len()
    }

    /// Everything that is told, in the order of the tags.
    pub(crate) fn told(&self) -> Vec<Told> {
        let mut marked = BTreeMap::new();
        for page in self.leaves() {
            self.marked(page, &mut marked);
        }
        let tree = self.get(&self.root(), "StructTreeRoot");
        let mut told = Vec::new();
        for child in self.list(&self.get(&tree, "K")) {
            self.tell(&child, &[], &mut marked, &mut told);
        }
        let left: Vec<_> = marked
            .into_values()
            .filter(|text| !text.is_empty())
            .collect();
        assert!(left.is_empty(), "told nowhere: {left:?}");
        told
    }

    fn tell(
        &self,
        element: &Value,
        above: &[String],
        marked: &mut BTreeMap<(usize, usize), String>,
        told: &mut Vec<Told>,
    ) {
        let kind = match self.get(element, "S") {
            Value::Name(kind) => kind,
            other => panic!("an element has a kind: {other:?}"),
        };
        let mut kinds = above.to_vec();
        kinds.push(kind);
        let page = self.get(element, "Pg");
        let mut text: Option<String> = None;
        for child in self.list(&self.get(element, "K")) {
            let (page, number) = match (&child, self.get(&child, "Type")) {
                (Value::Number(number), _) => (page.clone(), *number),
                (_, Value::Name(kind)) if kind == "MCR" => {
                    let Value::Number(number) = self.get(&child, "MCID") else {
                        panic!("a mark has a number")
                    };
                    (self.get(&child, "Pg"), number)
                }
                _ => {
                    self.tell(&child, &kinds, marked, told);
                    continue;
                }
            };
            let Value::Ref(page) = page else {
                panic!("a mark is on a page")
            };
            let said = marked.remove(&(page, whole(number)));
            let said = said.expect("what is tagged is on its page, once");
            text.get_or_insert_default().push_str(&said);
        }
        told.extend(text.map(|text| (kinds, text.trim_end().to_owned())));
    }

    /// Collects the marked texts of a page. What is an artifact is not told.
    fn marked(&self, page: usize, marked: &mut BTreeMap<(usize, usize), String>) {
        let page_value = Value::Ref(page);
        let resources = self.get(&page_value, "Resources");
        let fonts = match self.follow(&self.get(&resources, "Font")) {
            Value::Dict(fonts) => fonts,
            _ => BTreeMap::new(),
        };
        let letters: BTreeMap<String, BTreeMap<u16, String>> = fonts
            .iter()
            .map(|(name, font)| {
                let map = self.stream(&self.get(font, "ToUnicode"));
                (name.clone(), letters(&map))
            })
            .collect();
        let content = self.stream(&self.get(&page_value, "Contents"));
        let mut tokens = Tokens::at(&content, 0);
        let mut given: Vec<Value> = Vec::new();
        let mut font = String::new();
        // For each open mark its number, and whether its text is already known.
        let mut open: Vec<(Option<usize>, bool)> = Vec::new();
        while let Some(value) = tokens.value() {
            let Value::Word(operator) = &value else {
                given.push(value);
                continue;
            };
            let number = open.iter().rev().find_map(|(number, _)| *number);
            let known = open.iter().any(|(_, known)| *known);
            match operator.as_str() {
                "Tf" => {
                    if let Some(Value::Name(name)) = given.first() {
                        font.clone_from(name);
                    }
                }
                "BMC" => open.push((None, false)),
                "BDC" => {
                    let properties = given.last().expect("a mark has properties");
                    let mark = match self.get(properties, "MCID") {
                        Value::Number(number) => Some(whole(number)),
                        _ => None,
                    };
                    let actual = match self.get(properties, "ActualText") {
                        Value::Text(text) => Some(string(&text)),
                        _ => None,
                    };
                    if let Some(mark) = mark {
                        marked.entry((page, mark)).or_default();
                    }
                    if let (Some(text), Some(mark)) = (&actual, mark.or(number)) {
                        marked.entry((page, mark)).or_default().push_str(text);
                    }
                    open.push((mark, actual.is_some()));
                }
                "EMC" => {
                    open.pop().expect("a mark that ends has begun");
                }
                "Tj" | "TJ" => {
                    assert!(!open.is_empty(), "a text is told or an artifact");
                    if let (Some(mark), false) = (number, known) {
                        let said = marked.entry((page, mark)).or_default();
                        for piece in self.list(&given[0]) {
                            if let Value::Text(codes) = piece {
                                for code in codes.chunks(2) {
                                    let code = u16::from_be_bytes([code[0], code[1]]);
                                    said.push_str(&letters[&font][&code]);
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
            given.clear();
        }
    }

    /// What the file says of itself: its properties twice over, its language, its table of contents.
    pub(crate) fn properties(&self) -> String {
        let mut all = vec![self.xmp.clone()];
        for (value, _) in self.objects.values() {
            if let Value::Dict(dict) = value {
                let names = [
                    "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Lang",
                ];
                for name in names {
                    if let Some(Value::Text(text)) = dict.get(name) {
                        all.push(format!("{name}: {}", string(text)));
                    }
                }
            }
        }
        all.join("\n")
    }
}

fn whole(number: f64) -> usize {
    format!("{number}").parse().expect("a whole number")
}

fn number(tokens: &mut Tokens<'_>) -> usize {
    match tokens.value() {
        Some(Value::Number(number)) => whole(number),
        other => panic!("{other:?} is no number"),
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .rposition(|window| window == wanted)
}

fn object(bytes: &[u8], offset: usize) -> Object {
    let mut tokens = Tokens::at(bytes, offset);
    let (_, _, _) = (tokens.value(), tokens.value(), tokens.value());
    let value = tokens.value().expect("an object has a value");
    let Value::Dict(dict) = &value else {
        return (value, Vec::new());
    };
    if tokens.value() != Some(Value::Word("stream".to_owned())) {
        return (value, Vec::new());
    }
    let start = tokens.at + 1;
    let Some(Value::Number(length)) = dict.get("Length") else {
        panic!("a stream has a length")
    };
    let raw = &bytes[start..start + whole(*length)];
    let mut stream = Vec::new();
    if dict.contains_key("Filter") {
        let mut inflated = flate2::read::ZlibDecoder::new(raw);
        inflated.read_to_end(&mut stream).expect("it inflates");
    } else {
        stream.extend_from_slice(raw);
    }
    (value, stream)
}

/// A text string: UTF-16 with its mark, or signs of one byte.
fn string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).expect("text is UTF-16")
}

/// The map from codes to letters.
fn letters(map: &[u8]) -> BTreeMap<u16, String> {
    let mut letters = BTreeMap::new();
    let mut tokens = Tokens::at(map, 0);
    let mut given: Vec<Value> = Vec::new();
    while let Some(value) = tokens.value() {
        match &value {
            Value::Word(word) => {
                if word == "endbfchar" {
                    for pair in given.chunks(2) {
                        if let [Value::Text(code), Value::Text(text)] = pair {
                            letters.insert(u16::from_be_bytes([code[0], code[1]]), utf16(text));
                        }
                    }
                }
                assert_ne!(word, "endbfrange", "this reader knows no ranges");
                given.clear();
            }
            _ => given.push(value),
        }
    }
    letters
}

/// The values of a text, one after the other.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn spaces(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n') {
                    self.at += 1;
                }
            } else if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12) {
                break;
            } else {
                self.at += 1;
            }
        }
    }

    fn value(&mut self) -> Option<Value> {
        self.spaces();
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'/' => Value::Name(self.word()),
            b'(' => Value::Text(self.literal()),
            b'[' => Value::List(self.until(b"]")),
            b'<' if self.peek() == Some(b'<') => {
                self.at += 1;
                let values = self.until(b">>");
                let pairs = values.chunks(2).map(|pair| match pair {
                    [Value::Name(name), value] => (name.clone(), value.clone()),
                    other => panic!("{other:?} is no setting"),
                });
                Value::Dict(pairs.collect())
            }
            b'<' => Value::Text(self.hexadecimal()),
            _ => {
                self.at -= 1;
                self.plain()
            }
        })
    }

    /// A number, a reference, or a word.
    fn plain(&mut self) -> Value {
        let word = self.word();
        let Ok(number) = word.parse::<f64>() else {
            return Value::Word(word);
        };
        let start = self.at;
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.spaces();
            let generation = self.word();
            self.spaces();
            if generation == "0" && self.word() == "R" {
                return Value::Ref(whole(number));
            }
            self.at = start;
        }
        Value::Number(number)
    }

    fn word(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|byte| {
            !matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12) && !b"/()[]<>%".contains(&byte)
        }) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned()
    }

    fn until(&mut self, end: &[u8]) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            self.spaces();
            if self.bytes[self.at..].starts_with(end) {
                self.at += end.len();
                return values;
            }
            values.push(self.value().expect("what begins ends"));
        }
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => {
                    let escaped = self.peek().expect("something is escaped");
                    self.at += 1;
                    match escaped {
                        b'n' => text.push(b'\n'),
                        b'r' => text.push(b'\r'),
                        b't' => text.push(b'\t'),
                        b'b' => text.push(8),
                        b'f' => text.push(12),
                        b'0'..=b'7' => {
                            let mut code = u32::from(escaped - b'0');
                            for _ in 0..2 {
                                if let Some(digit @ b'0'..=b'7') = self.peek() {
                                    self.at += 1;
                                    code = code * 8 + u32::from(digit - b'0');
                                }
                            }
                            text.push(u8::try_from(code & 255).expect("it is one byte"));
                        }
                        other => text.push(other),
                    }
                    continue;
                }
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut digits = String::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            if byte.is_ascii_hexdigit() {
                digits.push(char::from(byte));
            }
        }
        if digits.len() % 2 == 1 {
            digits.push('0');
        }
        let pairs = (0..digits.len()).step_by(2);
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16);
        pairs.map(|at| byte(at).expect("digits")).collect()
    }
}
