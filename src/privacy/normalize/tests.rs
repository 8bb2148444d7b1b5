//! Tests of the folding, on pieces of text with the words they come to.

use crate::privacy::normalize::*;

fn check(text: &str, expected: &[&str]) {
    assert_eq!(words(text), expected, "{text}");
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    Reader::of(text).read(&mut page);
    page
}

#[test]
fn words_are_folded_to_one_spelling() {
    check("Suïcidale GEDACHTEN", &["suicidale", "gedachten"]);
    check("burn\u{2011}out, zei 't", &["burn", "out", "zei", "t"]);
    check("A.D.H.D. en a.d.d.", &["adhd", "en", "add"]);
    check("P T S S", &["ptss"]);
    check("P. T. S. S.", &["ptss"]);
    check("ADHD'ers", &["adhders"]);
    check("ADHD’ers", &["adhders"]);
    check("depr*ssie en *zo*", &["deprssie", "en", "zo"]);
    check("50% werk", &["50", "%", "werk"]);
    check("de\u{ad}pressie", &["depressie"]);
    check("\u{ad}suïcide\u{301}", &["suicide"]);
    check("Œuvre ﬁets", &["oeuvre", "fiets"]);
}

#[test]
fn an_abbreviation_does_not_end_a_sentence() {
    let sentences = |text: &str| page(text).tokens.last().map(|token| token.sentence);
    assert_eq!(sentences("Dr. Patel komt."), Some(0));
    assert_eq!(sentences("Ik ben J. de Vries."), Some(0));
    assert_eq!(sentences("Ik werk. Jij ook."), Some(1));
    assert_eq!(sentences("een\n\ntwee"), Some(1));
    assert_eq!(sentences("een\ntwee"), Some(0));
}

#[test]
fn capitals_are_told_from_names() {
    let cases =
        |text: &str| -> Vec<Case> { page(text).tokens.iter().map(|one| one.case).collect() };
    assert_eq!(cases("PTSS"), [Case::Upper]);
    assert_eq!(cases("SSRI's"), [Case::Upper]);
    assert_eq!(cases("Anna"), [Case::Capital]);
    assert_eq!(cases("Élan"), [Case::Capital]);
    assert_eq!(cases("iPhone werk"), [Case::Lower, Case::Lower]);
    assert_eq!(cases("P.T.S.S."), [Case::Upper]);
}

#[test]
fn gaps_are_told_apart() {
    let gap = |text: &str| page(text).tokens.get(1).map(|token| token.gap);
    assert_eq!(gap("burn-out"), Some(Gap::Hyphen));
    assert_eq!(gap("ad(h)d"), Some(Gap::Hyphen));
    assert_eq!(gap("angst- en"), Some(Gap::Space));
    assert_eq!(gap("moe, soms"), Some(Gap::Clause));
    assert_eq!(gap("moe (soms"), Some(Gap::Clause));
    assert_eq!(gap("moe\nsoms"), Some(Gap::Line));
    assert_eq!(gap("moe/soms"), Some(Gap::Mark));
    assert_eq!(gap("moe? Soms"), Some(Gap::Sentence));
}

#[test]
fn pages_end_with_a_sentence_and_places_lie_on_character_borders() {
    let text = "één €5 – naïef ✓ \u{1F600}ok. ".repeat(100);
    let mut reader = Reader::of(&text);
    let mut page = Page::default();
    let (mut pages, mut last) = (0, 0);
    while reader.read(&mut page) {
        pages += 1;
        assert!(
            page.tokens
                .first()
                .is_some_and(|token| token.gap == Gap::Sentence)
        );
        for token in &page.tokens {
            assert!(text.is_char_boundary(token.from) && text.is_char_boundary(token.to));
            assert!(last <= token.from && token.from < token.to);
            last = token.to;
        }
        page.turn();
    }
    assert!(pages > 2);
}
