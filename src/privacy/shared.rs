//! Reading a long text by several at once, each its own pages.
//!
//! A page ends with a sentence, and nothing reaches over its end: so whoever reads it finds the same. Knows no health word.

use std::num::NonZero;
use std::thread;

/// From so many bytes on, a text is read by several at once: below that, beginning takes longer than reading.
const LONG: usize = 1 << 16;
/// The most that read at once.
const MOST: usize = 8;
/// How many pages in a row one of them reads.
const IN_A_ROW: usize = 16;

/// Gathers what is found in a text of so many bytes; `read` goes through all of it, and looks only at the pages whose numbers
/// it is told to. What several found comes one after the other, in no order of the text.
pub(super) fn shared<T: Send>(
    bytes: usize,
    read: impl Fn(&dyn Fn(usize) -> bool) -> Vec<T> + Sync,
) -> Vec<T> {
    let readers = if bytes < LONG {
        1
    } else {
        thread::available_parallelism().map_or(1, NonZero::get)
    };
    by(readers.min(MOST), read)
}

fn by<T: Send>(readers: usize, read: impl Fn(&dyn Fn(usize) -> bool) -> Vec<T> + Sync) -> Vec<T> {
    if readers <= 1 {
        return read(&|_| true);
    }
    let part = |reader: usize| read(&move |page| page / IN_A_ROW % readers == reader);
    thread::scope(|scope| {
        let other = |reader| thread::Builder::new().spawn_scoped(scope, move || part(reader));
        let others: Vec<_> = (1..readers).map(|reader| (reader, other(reader))).collect();
        let mut found = part(0);
        for (reader, other) in others {
            // Where no other could begin or end, its pages are read here.
            let read = other.ok().and_then(|other| other.join().ok());
            found.extend(read.unwrap_or_else(|| part(reader)));
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_read_once_whoever_reads_it() {
        for readers in 0..5 {
            let mut read = by(readers, |mine| {
                (0..200).filter(|page| mine(*page)).collect()
            });
            read.sort_unstable();
            assert_eq!(read, (0..200).collect::<Vec<_>>(), "{readers}");
        }
    }
}
