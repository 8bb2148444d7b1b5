//! The text of the document: each block in its style.

use crate::core::text::width;
use crate::paper::document::{Block, Depth, Pair, Plain, Table, Weighed, WeightColumn};
use crate::paper::docx::columns::{ALL, widths};
use crate::paper::docx::edges;
use crate::paper::docx::text::{Look, paragraph, plain, runs};

/// So many pairs stay on one page.
const TOGETHER: usize = 8;
/// The longest name that stands in a column of its own.
const NAME: usize = 26;
/// The room for one of its characters, and behind it, in twentieths of a point.
const CHARACTER: usize = 112;
const BEHIND: usize = 300;

/// Writes `word/document.xml`.
pub(super) fn document(document: &Plain<'_>) -> String {
    let mut parts = Vec::new();
    if let Some(mark) = &document.meta.mark {
        parts.push(plain("Mark", mark));
    }
    parts.push(plain("Title", &document.meta.title));
    let mut after_table = false;
    for block in document.blocks {
        // Two tables without a paragraph between them would be one, and what follows a table needs room.
        if after_table && !matches!(block, Block::Heading(..)) {
            parts.push(plain("Gap", ""));
        }
        after_table = matches!(block, Block::Table(_) | Block::Weights(_));
        write(block, &mut parts);
    }
    // A document ends in a paragraph.
    if after_table {
        parts.push(plain("Gap", ""));
    }
    format!(
        "{}<w:document {}><w:body>{}{}</w:body></w:document>",
        edges::XML,
        edges::NAMES,
        parts.concat(),
        edges::section()
    )
}

fn write(block: &Block, parts: &mut Vec<String>) {
    match block {
        Block::Heading(Depth::One, text) => parts.push(plain("Heading1", text)),
        Block::Heading(Depth::Two, text) => parts.push(plain("Heading2", text)),
        Block::Paragraph(text) => parts.push(plain("Sentence", text)),
        Block::List(items) => parts.extend(items.iter().map(|item| plain("ListBullet", item))),
        Block::Table(rows) => parts.push(table(rows)),
        Block::Pairs(all) => pairs(all, parts),
        Block::Weights(columns) => parts.push(weights(columns)),
        Block::Signatures(labels) => parts.extend(labels.iter().map(|label| {
            let line = format!(
                "{}<w:r><w:tab/><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:tab/></w:r>",
                runs(label, Look::Plain)
            );
            paragraph("Signature", [""; 2], label, &line)
        })),
    }
}

/// Short names stand in a column, the values behind them; long ones stand before their value, in its line.
fn pairs(pairs: &[Pair], parts: &mut Vec<String>) {
    let in_column = pairs.iter().all(|pair| width(&pair.label) <= NAME);
    let widths = pairs.iter().map(|pair| width(&pair.label));
    let indent = widths.max().unwrap_or_default() * CHARACTER + BEHIND;
    let tab = format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{indent}\"/></w:tabs>");
    let column = format!("<w:ind w:left=\"{indent}\" w:hanging=\"{indent}\"/>");
    for (number, pair) in pairs.iter().enumerate() {
        let label = runs(&pair.label, Look::Strong);
        if in_column {
            let said = runs(&pair.said.join("\n"), Look::Plain);
            let line = format!("{label}<w:r><w:tab/></w:r>{said}");
            let goes_on = pairs.len() <= TOGETHER && number + 1 < pairs.len();
            let keep = if goes_on { "<w:keepNext/>" } else { "" };
            let before = format!("{keep}{tab}");
            parts.push(paragraph("Pair", [&before, &column], &pair.label, &line));
        } else if let [one] = pair.said.as_slice() {
            let between = runs(": ", Look::Strong);
            let line = format!("{label}{between}{}", runs(one, Look::Plain));
            parts.push(paragraph("Pair", [""; 2], &pair.label, &line));
        } else {
            let line = format!("{label}{}", runs(":", Look::Strong));
            parts.push(paragraph("", ["<w:keepNext/>", ""], &pair.label, &line));
            parts.extend(pair.said.iter().map(|said| plain("ListBullet", said)));
        }
    }
}

fn cell(width: usize, content: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>")
}

fn grid(widths: &[usize]) -> String {
    let columns = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"));
    format!("<w:tblGrid>{}</w:tblGrid>", columns.collect::<String>())
}

/// A table with a heading that is repeated on the next page; no row is broken.
fn table(table: &Table) -> String {
    let widths = widths(table);
    let row = |properties: &str, style: &str, cells: &[String]| {
        let cells = cells
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(number, (text, width))| {
                let style = if number == 0 && table.row_headings {
                    "CellHeading"
                } else {
                    style
                };
                cell(*width, &plain(style, text))
            });
        format!(
            "<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{}</w:tr>",
            cells.collect::<String>()
        )
    };
    let head = row("<w:tblHeader/>", "CellHeading", &table.head);
    let rows: String = table
        .rows
        .iter()
        .map(|cells| row("", "Cell", cells))
        .collect();
    let first_column = u8::from(table.row_headings);
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{ALL}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
         w:firstColumn=\"{first_column}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>{}{head}{rows}</w:tbl>",
        grid(&widths)
    )
}

/// The options beside each other, equal in place and width. Each is read whole before the next.
fn weights(columns: &[WeightColumn]) -> String {
    let width = ALL / columns.len().max(1);
    let widths = vec![width; columns.len()];
    let cells: String = columns
        .iter()
        .map(|column| cell(width, &weight_column(column)))
        .collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"SideBySide\"/><w:tblW w:w=\"{ALL}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>{}<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>",
        grid(&widths)
    )
}

fn weight_column(column: &WeightColumn) -> String {
    let mut parts = vec![plain("Heading2", &column.label)];
    for side in &column.sides {
        parts.push(plain("Side", &side.label));
        if side.items.is_empty() {
            let quiet = runs(&side.nothing, Look::Quiet);
            parts.push(paragraph("Cell", [""; 2], &side.nothing, &quiet));
        }
        parts.extend(side.items.iter().map(weighed));
    }
    parts.concat()
}

/// Three dots, as many of them filled as it weighs; the same in words behind the text, which are not broken over two lines.
fn weighed(item: &Weighed) -> String {
    let filled = usize::from(item.weight.min(3));
    let dots = format!(
        "{}{}",
        "\u{25CF}".repeat(filled),
        "\u{25CB}".repeat(3 - filled)
    );
    let line = format!(
        "{}<w:r><w:tab/></w:r>{}{}",
        runs(&dots, Look::Plain),
        runs(&item.text, Look::Plain),
        runs(
            &format!(" ({})", item.said.replace(' ', "\u{A0}")),
            Look::Quiet
        )
    );
    paragraph("Weighed", [""; 2], &item.text, &line)
}
