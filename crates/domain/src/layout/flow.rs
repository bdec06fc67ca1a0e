//! Flowing files: every paragraph is a line.

use super::{Cell, Layout, Line, Linked, Look, Passage, Place};
use crate::page::{FlowCell, FlowLine, FlowRole};

/// More lines are not read.
const LINES: usize = 6000;

pub(super) fn read(flow: &[FlowLine]) -> Layout {
    let mut layout = Layout { body_size: body_size(flow), ..Layout::default() };
    let mut block = 0;
    let mut above: Option<&FlowLine> = None;
    for line in flow.iter().take(LINES) {
        let number = layout.lines.len() as u32;
        if above.is_some_and(|before| {
            before.in_text_box != line.in_text_box || column(before) != column(line)
        }) {
            block += 1;
        }
        above = Some(line);
        let cells: Vec<Cell> = line
            .cells
            .iter()
            .map(|cell| read_cell(cell, number, &mut layout.links))
            .filter(|c| !c.text.is_empty())
            .collect();
        if cells.is_empty() {
            continue;
        }
        let size = cells.iter().map(|c| c.size).fold(0.0, f32::max);
        let size = if size > 0.0 { size } else { layout.body_size };
        let space =
            if line.space_before.is_finite() { line.space_before.clamp(0.0, 100.0) } else { 0.0 };
        let mut made = Line { block, cells, size, bullet: line.list_level, ..Line::default() };
        made.baseline = number as f32 * 14.0;
        made.gap = 1.2 + space / size.max(1.0);
        made.bbox.x0 = if line.indent.is_finite() { line.indent } else { 0.0 };
        made.margin = matches!(line.role, FlowRole::Header | FlowRole::Footer);
        made.heading = match line.role {
            FlowRole::Heading(level) => Some(level),
            FlowRole::Title => Some(0),
            FlowRole::Body | FlowRole::Header | FlowRole::Footer => None,
        };
        if super::is_rule(&made) {
            continue;
        }
        if let Some(cell) = made.cells.first_mut() {
            cell.x0 = made.bbox.x0;
        }
        layout.lines.push(made);
    }
    layout
}

fn column(line: &FlowLine) -> Option<(u16, u16)> {
    line.table.map(|(table, _, column)| (table, column))
}

fn read_cell(cell: &FlowCell, line: u32, links: &mut Vec<Linked>) -> Cell {
    let mut text = Passage::default();
    let mut out = Cell::default();
    let (mut bold, mut italic, mut all) = (0usize, 0usize, 0usize);
    for run in &cell.runs {
        let look = Look::new(run.bold, run.italic, run.colour != [0; 3]);
        let mut linked = Passage::default();
        for ch in run.text.chars().take(4000) {
            let ch = match ch {
                '\u{ad}' => '-',
                c if c.is_whitespace() => ' ',
                c if c.is_control() || matches!(c, '\u{200b}' | '\u{feff}') => continue,
                c => c,
            };
            let place = Place { line, at: 0, look };
            text.push(ch, place);
            linked.push(ch, place);
        }
        let letters = run.text.chars().filter(|c| !c.is_whitespace()).count();
        all += letters;
        bold += if run.bold { letters } else { 0 };
        italic += if run.italic { letters } else { 0 };
        if letters > 0 && run.size.is_finite() {
            out.size = out.size.max(run.size.clamp(0.0, 200.0));
            out.colour = run.colour;
        }
        if !run.link.is_empty() {
            links
                .push(Linked { target: run.link.chars().take(500).collect(), text: linked.trim() });
        }
    }
    out.text = text.trim();
    out.bold = bold * 2 > all;
    out.italic = italic * 2 > all;
    out
}

fn body_size(flow: &[FlowLine]) -> f32 {
    let mut sizes = std::collections::BTreeMap::<i32, usize>::new();
    for run in flow.iter().flat_map(|l| &l.cells).flat_map(|c| &c.runs) {
        if run.size.is_finite() && run.size > 0.0 {
            *sizes.entry((run.size.min(200.0) * 2.0) as i32).or_default() += run.text.len();
        }
    }
    sizes.into_iter().max_by_key(|(_, n)| *n).map_or(11.0, |(size, _)| size as f32 / 2.0)
}
