//! Lines that come in: from any reader, as bytes, whatever their encoding.
//!
//! A line is never refused for its bytes; what is no UTF-8 is replaced. A line that is far too long is read to its end and
//! dropped. It does not know what a line means.

use std::io::{BufRead, ErrorKind};
use std::time::Duration;

use zeroize::Zeroizing;

/// The longest line that is taken, in bytes.
pub const LONGEST: usize = 1 << 20;

/// Something that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A line, without its end.
    Line(String),
    /// A line of more than [`LONGEST`] bytes; it is gone.
    TooLong,
    /// The person wants to leave (Ctrl+C).
    Interrupt,
    /// Nothing came, and it became late.
    Late,
    /// The system asks the program to end: clear and leave.
    Hide,
    /// Nothing comes any more.
    End,
}

/// Whether what is typed can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// It can.
    Shown,
    /// It cannot.
    Hidden,
}

/// Where lines come from.
pub trait LineSource {
    /// Waits for the next line, or for what comes instead.
    fn next_line(&mut self) -> Incoming;

    /// The same, but no longer is waited than that. A script has no time.
    fn next_within(&mut self, _within: Option<Duration>) -> Incoming {
        self.next_line()
    }

    /// Keeps what is typed from being seen, or shows it again, where lines are typed at a terminal.
    fn show_typing(&mut self, _typing: Typing) {}
}

/// Lines from a reader.
#[derive(Debug)]
pub struct Reading<R> {
    from: R,
}

impl<R: BufRead> Reading<R> {
    /// Reads lines from here.
    pub fn new(from: R) -> Self {
        Self { from }
    }
}

impl<R: BufRead> LineSource for Reading<R> {
    fn next_line(&mut self) -> Incoming {
        let mut line: Zeroizing<Vec<u8>> = Zeroizing::default();
        let mut too_long = false;
        let mut any = false;
        loop {
            let (taken, ended) = match self.from.fill_buf() {
                Ok([]) => break,
                Ok(bytes) => {
                    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
                    let part = parts.next().unwrap_or_default();
                    let ended = parts.next().is_some();
                    if line.len() + part.len() > LONGEST {
                        too_long = true;
                        line.clear();
                    } else if !too_long {
                        line.extend_from_slice(part);
                    }
                    (part.len() + usize::from(ended), ended)
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => break,
            };
            any = true;
            self.from.consume(taken);
            if ended {
                break;
            }
        }
        if !any {
            Incoming::End
        } else if too_long {
            Incoming::TooLong
        } else {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            Incoming::Line(String::from_utf8_lossy(&line).into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Incoming> {
        let mut reading = Reading::new(std::io::BufReader::with_capacity(7, bytes));
        let mut all = Vec::new();
        loop {
            let next = reading.next_line();
            all.push(next.clone());
            if next == Incoming::End {
                return all;
            }
        }
    }

    fn line(text: &str) -> Incoming {
        Incoming::Line(text.to_owned())
    }

    #[test]
    fn lines_are_read_whatever_their_bytes() {
        for (bytes, expected) in [
            (&b""[..], vec![]),
            (b"een\ntwee", vec![line("een"), line("twee")]),
            (
                b"een\r\n\ndrie vier vijf\n",
                vec![line("een"), line(""), line("drie vier vijf")],
            ),
            (b"caf\xe9\n", vec![line("caf\u{fffd}")]),
        ] {
            let mut expected = expected;
            expected.push(Incoming::End);
            assert_eq!(all(bytes), expected);
        }
    }

    #[test]
    fn a_line_that_is_far_too_long_is_dropped_and_the_next_one_is_read() {
        let mut bytes = vec![b'a'; LONGEST + 1];
        bytes.extend_from_slice(b"bc\nd\n");
        assert_eq!(all(&bytes), [Incoming::TooLong, line("d"), Incoming::End]);
    }
}
