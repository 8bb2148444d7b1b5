//! Pages: a galley cut between strips.
//!
//! What is tied stays together as long as a page can hold it; a table that goes on begins its new page with its head.

use crate::paper::pdf::strip::{Mark, Strip};

/// A page: what is on it, from the left upper corner of its text.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What is drawn.
    pub(super) marks: Vec<Mark>,
    /// What of the table of contents begins here, and how far from the top.
    pub(super) entries: Vec<(usize, f32)>,
}

/// Cuts strips into pages of a height. There is always a page.
pub(super) fn pages(strips: &[Strip], heads: &[Strip], height: f32) -> Vec<Page> {
    let mut cutting = Cutting {
        heads,
        height,
        pages: Vec::new(),
        page: Page::default(),
        y: 0.0,
    };
    let mut rest = strips;
    while !rest.is_empty() {
        let last = rest.iter().position(|strip| !strip.tied);
        let (chain, after) = rest.split_at(last.map_or(rest.len(), |last| last + 1));
        rest = after;
        cutting.chain(chain);
    }
    cutting.pages.push(cutting.page);
    cutting.pages
}

/// Pages while they are cut.
struct Cutting<'a> {
    heads: &'a [Strip],
    height: f32,
    pages: Vec<Page>,
    page: Page,
    y: f32,
}

impl Cutting<'_> {
    fn chain(&mut self, chain: &[Strip]) {
        let high: f32 = chain.iter().map(|strip| strip.above + strip.height).sum();
        if self.y > 0.0 && !self.fits(high) && high <= self.height {
            self.turn(chain.first().and_then(|strip| strip.head));
        }
        for strip in chain {
            if self.y > 0.0 && !self.fits(strip.above + strip.height) {
                self.turn(strip.head);
            }
            self.put(strip);
        }
    }

    /// Whether so much fits below what is there. Sums of fractions: what fits to a hair fits.
    fn fits(&self, high: f32) -> bool {
        self.y + high <= self.height + 0.01
    }

    fn turn(&mut self, head: Option<usize>) {
        self.pages.push(std::mem::take(&mut self.page));
        self.y = 0.0;
        if let Some(head) = head.and_then(|head| self.heads.get(head)) {
            let marks = head.marks.iter().cloned();
            let repeated = marks.map(|mark| Mark { tag: None, ..mark });
            self.page.marks.extend(repeated);
            self.y = head.height;
        }
    }

    fn put(&mut self, strip: &Strip) {
        if self.y > 0.0 {
            self.y += strip.above;
        }
        let marks = strip.marks.iter().cloned();
        let y = self.y;
        self.page.marks.extend(marks.map(|mark| Mark {
            y: mark.y + y,
            ..mark
        }));
        self.page
            .entries
            .extend(strip.entry.map(|entry| (entry, y)));
        self.y += strip.height;
    }
}
