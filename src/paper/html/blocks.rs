//! Each block as elements that say what they are: headings, lists, names with values, tables with headings of rows and columns.

use crate::paper::document::{Block, Depth, Pair, Table, Weighed, WeightColumn, WeightSide};
use crate::paper::html::element::{element, inline};
use crate::paper::markup::escape;

/// Writes the blocks.
pub(super) fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(depth, text) => {
                let tag = match depth {
                    Depth::One => "h2",
                    Depth::Two => "h3",
                };
                lines.push(element(tag, text));
            }
            Block::Paragraph(text) => lines.push(element("p", text)),
            Block::List(items) => {
                lines.push("<ul>".to_owned());
                lines.extend(items.iter().map(|item| element("li", item)));
                lines.push("</ul>".to_owned());
            }
            Block::Table(rows) => table(rows, &mut lines),
            Block::Pairs(all) => pairs(all, &mut lines),
            Block::Weights(columns) => weights(columns, &mut lines),
            Block::Signatures(labels) => {
                lines.push("<ul class=\"sign\">".to_owned());
                let line = |label| format!("<li>{}</li>", element("span", label));
                lines.extend(labels.iter().map(|label| line(label)));
                lines.push("</ul>".to_owned());
            }
        }
    }
    lines
}

/// On a narrow screen the cells of a row stand below each other, each with the heading of its column before it.
fn table(table: &Table, lines: &mut Vec<String>) {
    lines.push("<table>".to_owned());
    let head = table.head.iter();
    let head: String = head.map(|name| element("th scope=\"col\"", name)).collect();
    lines.push(format!("<thead><tr>{head}</tr></thead>"));
    lines.push("<tbody>".to_owned());
    for row in &table.rows {
        let cell = |(number, (name, text)): (usize, (&String, &String))| {
            if number == 0 && table.row_headings {
                element("th scope=\"row\"", text)
            } else {
                element(&format!("td data-label=\"{}\"", escape(name)), text)
            }
        };
        let cells: String = table.head.iter().zip(row).enumerate().map(cell).collect();
        lines.push(format!("<tr>{cells}</tr>"));
    }
    lines.extend(["</tbody>", "</table>"].map(str::to_owned));
}

fn pairs(pairs: &[Pair], lines: &mut Vec<String>) {
    lines.push("<dl>".to_owned());
    for pair in pairs {
        let values: String = pair.said.iter().map(|said| element("dd", said)).collect();
        lines.push(format!("<div>{}{values}</div>", element("dt", &pair.label)));
    }
    lines.push("</dl>".to_owned());
}

fn weights(columns: &[WeightColumn], lines: &mut Vec<String>) {
    lines.push("<div class=\"weights\">".to_owned());
    for column in columns {
        lines.push("<section>".to_owned());
        lines.push(element("h3", &column.label));
        column
            .sides
            .iter()
            .for_each(|side| weight_side(side, lines));
        lines.push("</section>".to_owned());
    }
    lines.push("</div>".to_owned());
}

fn weight_side(side: &WeightSide, lines: &mut Vec<String>) {
    lines.push(element("h4", &side.label));
    lines.push("<ul>".to_owned());
    if side.items.is_empty() {
        lines.push(format!("<li class=\"none\">{}</li>", inline(&side.nothing)));
    }
    for item in &side.items {
        let said = format!("<span class=\"said\">({})</span>", escape(&item.said));
        lines.push(format!(
            "<li>{}<div>{} {said}</div></li>",
            picture(item),
            element("span", &item.text)
        ));
    }
    lines.push("</ul>".to_owned());
}

/// Three dots, as many of them filled as it weighs. What they show stands in words beside them.
fn picture(item: &Weighed) -> String {
    let dots = (1..=3_u8).map(|place| {
        let class = if place <= item.weight {
            ""
        } else {
            " class=\"off\""
        };
        format!(
            "<circle{class} cx=\"{}\" cy=\"6\" r=\"4\"/>",
            u32::from(place) * 13 - 6
        )
    });
    let dots: String = dots.collect();
    format!("<svg viewBox=\"0 0 40 12\" aria-hidden=\"true\" focusable=\"false\">{dots}</svg>")
}
