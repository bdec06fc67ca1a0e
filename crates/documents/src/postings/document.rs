//! The lines of a PDF or DOCX that holds a posting.

use domain::page::{Document, FlowLine, Glyph, Page};

/// Its text, one line a line.
pub(super) fn text(document: &Document) -> String {
    let mut lines: Vec<String> = document.flow.iter().map(flow_line).collect();
    for page in &document.pages {
        lines.extend(page_lines(page));
    }
    lines.join("\n")
}

fn flow_line(line: &FlowLine) -> String {
    let cells: Vec<String> = line
        .cells
        .iter()
        .map(|cell| cell.runs.iter().map(|run| run.text.as_str()).collect::<String>())
        .collect();
    let text = cells.join("  ");
    if line.list_level.is_some() && !text.trim().is_empty() { format!("• {text}") } else { text }
}

/// Upright glyphs with one baseline make a line, read from left to right.
fn page_lines(page: &Page) -> Vec<String> {
    let mut rows: Vec<(f32, Vec<&Glyph>)> = Vec::new();
    for glyph in page.glyphs.iter().filter(|glyph| glyph.turn == 0) {
        let near = |row: &(f32, Vec<&Glyph>)| (row.0 - glyph.baseline).abs() < glyph.size * 0.3;
        // Glyphs mostly come line by line, so the row is nearly always among the last.
        match rows.iter_mut().rev().take(4).find(|row| near(row)) {
            Some(row) => row.1.push(glyph),
            None => rows.push((glyph.baseline, vec![glyph])),
        }
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.iter_mut().map(|(_, glyphs)| row_text(glyphs)).collect()
}

fn row_text(glyphs: &mut [&Glyph]) -> String {
    glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut text = String::new();
    let mut end = f32::NEG_INFINITY;
    for glyph in glyphs.iter() {
        let gap = glyph.x0 - end;
        if !text.is_empty() && (glyph.space_before || gap > glyph.size * 0.2) {
            text.push(' ');
        }
        text.push(glyph.ch);
        end = glyph.x1;
    }
    text
}
