//! How the web page looks: one family, one color beside black, much white; the same on paper, in the dark and in grey.

use crate::paper::document::Meta;

/// What holds on every screen and on paper. Dots and lines are drawn, not backgrounds: browsers print no backgrounds.
const ALWAYS: &str = "\
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --line: #8c8c8c; --head: #1f4257; --back: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b8b8b8; --line: #7d7d7d; --head: #a9cfe4; --back: #17191c; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 46rem; color: var(--ink); background: var(--back);
  font: 1.0625rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, dl, dd, table { margin: 0; padding: 0; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; color: var(--head); margin-bottom: 1.25rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; font-weight: 650; color: var(--head); margin: 2rem 0 .5rem; }
h3 { font-size: 1.0625rem; font-weight: 650; margin: 1rem 0 .375rem; }
h4 { font-size: .9375rem; font-weight: 650; color: var(--soft); margin: .75rem 0 .125rem; }
p { margin: 0 0 .5rem; }
ul { padding-left: 1.25rem; }
li { margin: 0 0 .25rem; }
li::marker { color: var(--soft); }
dl { display: grid; grid-template-columns: fit-content(16rem) 1fr; column-gap: 1.5rem; row-gap: .25rem; }
dl > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
dt { color: var(--soft); grid-column: 1; }
dd { grid-column: 2; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 650; color: var(--head); border-bottom: 2px solid var(--head); padding-top: 0; }
tbody th { font-weight: 650; }
.weights { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2.5rem; }
.weights ul { list-style: none; padding: 0; }
.weights li { display: grid; grid-template-columns: 2.75rem 1fr; column-gap: .5rem; }
.weights li.none { display: block; color: var(--soft); }
.weights svg { width: 2.5rem; height: .75rem; margin-top: .4rem; fill: currentColor; stroke: currentColor; }
.weights svg .off { fill: none; }
.said { color: var(--soft); font-size: .9375rem; }
.sign { list-style: none; padding: 0; max-width: 30rem; }
.sign li { display: flex; align-items: flex-end; gap: .75rem; min-height: 3rem; margin: 0; }
.sign li::after { content: ''; flex: 1; border-bottom: 1px solid var(--ink); margin-bottom: .3rem; }
.sign span { min-width: 9rem; }
.mark { color: var(--soft); font-weight: 650; margin-bottom: 1.5rem; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem; }
footer p { margin: 0; }
@media screen and (max-width: 34rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.625rem; }
  dl, dl > div { display: block; }
  dl > div { margin-bottom: .5rem; }
  table, tbody, tr, td, tbody th { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td, tbody th { border: 0; padding: .125rem 0; }
  td:empty { display: none; }
  td::before { content: attr(data-label) ': '; color: var(--soft); }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #777; --head: #1f4257; --back: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.38; }
  h1 { font-size: 19pt; margin-bottom: 9pt; }
  h2 { font-size: 11.5pt; margin: 11pt 0 3pt; }
  h3 { font-size: 10pt; margin: 6pt 0 2pt; }
  h4, .said, footer { font-size: 9pt; }
  li { margin-bottom: 1pt; }
  h1, h2, h3, h4, thead { break-after: avoid; }
  li, tr, dl > div, .sign { break-inside: avoid; }
  thead { display: table-header-group; }
  th, td { padding: 3pt 10pt 3pt 0; }
  .weights { grid-template-columns: 1fr 1fr; }
  .sign li { min-height: 11mm; }
  footer { margin-top: 12pt; padding-top: 6pt; break-inside: avoid; }
  footer p { display: inline; }
  footer p + p::before { content: '\\00b7\\00a0 '; padding-left: .5em; }
}
";

/// The style sheet, with what stands at the edge of printed pages: the mark above each but the first, where it stands already,
/// and the number of each but the first.
pub(super) fn sheet(meta: &Meta) -> String {
    let mark = meta.mark.as_deref().map(quote).unwrap_or_default();
    let top = if mark.is_empty() {
        String::new()
    } else {
        format!(" @top-left {{ content: {mark}; {EDGE} }}")
    };
    format!(
        "{ALWAYS}@page {{ size: A4; margin: 18mm 20mm;{top} @bottom-right {{ content: {}; {EDGE} }} }}\n\
         @page :first {{ @top-left {{ content: none; }} @bottom-right {{ content: none; }} }}\n",
        number(&meta.page)
    )
}

/// How the edge of a page is set.
const EDGE: &str = "font: 9pt system-ui, sans-serif; color: #333;";

/// A text as a string of the style language.
fn quote(text: &str) -> String {
    let mut quoted = String::from("'");
    for c in text.chars() {
        // Everything but letters and digits could end the string, or the element around it.
        if c.is_alphanumeric() || c == ' ' {
            quoted.push(c);
        } else if !c.is_control() {
            quoted.push_str(&format!("\\{:06x}", u32::from(c)));
        }
    }
    quoted.push('\'');
    quoted
}

/// The words around page numbers, with the counters of the style language in their places.
fn number(words: &str) -> String {
    let (before, rest) = words.split_once("{page}").unwrap_or((words, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    format!(
        "{} counter(page) {} counter(pages) {}",
        quote(before),
        quote(between),
        quote(after)
    )
}

#[cfg(test)]
mod tests {
    use super::{number, quote};

    #[test]
    fn nothing_ends_a_string_or_the_element_around_it() {
        assert_eq!(
            quote("a'</style>"),
            "'a\\000027\\00003c\\00002fstyle\\00003e'"
        );
        assert_eq!(
            number("Page {page} of {pages}"),
            "'Page ' counter(page) ' of ' counter(pages) ''"
        );
    }
}
