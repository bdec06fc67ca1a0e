//! Lines of a flowing file, piece by piece.

use domain::page::{Document, FlowCell, FlowLine, FlowRun, Warning, WarningCode};

/// A flowing file has no more lines than this.
const MAX_LINES: usize = 4_000;
/// And no more text than this, in bytes.
const MAX_TEXT: usize = 512 << 10;
/// A line has no more text than this, in bytes.
const MAX_LINE: usize = 32 << 10;
/// Nor more cells.
const MAX_CELLS: usize = 1_000;
/// So many spaces in a row stand for a gap between columns.
const GAP: usize = 3;
/// Bullets, also of the symbol fonts that word processors use.
const BULLETS: &[char] = &[
    '•', '●', '○', '◦', '▪', '▫', '■', '□', '◆', '◇', '‣', '⁃', '➢', '➤', '►', '▶', '❖', '✓', '✔',
    '\u{F0B7}', '\u{F0A7}', '\u{F0D8}', '\u{F076}', '\u{F0FC}',
];
/// Bullets if they stand apart from the text.
const DASHES: &[char] = &['-', '*', '–', '—', '·', '→', '»', '+'];

/// The lines that were finished so far.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) lines: Vec<FlowLine>,
    bytes: usize,
    is_full: bool,
    /// A line was longer than any may be.
    was_cut: bool,
    /// Space that empty lines add before the next one, in points.
    space: f32,
}

impl Flow {
    /// Adds a line; an empty one only adds space before the next.
    pub(super) fn push(&mut self, line: Line) {
        let size = line.size();
        self.was_cut |= line.is_cut;
        let Some(mut line) = line.finish() else {
            self.space = (self.space + size).min(200.0);
            return;
        };
        let texts = line.cells.iter().flat_map(|cell| &cell.runs);
        self.bytes += texts.map(|run| run.text.len()).sum::<usize>();
        if self.lines.len() >= MAX_LINES || self.bytes > MAX_TEXT {
            self.is_full = true;
            return;
        }
        line.space_before += std::mem::take(&mut self.space);
        self.lines.push(line);
    }

    /// Whether more is still taken.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Hands the lines to the document.
    pub(super) fn finish(self, document: &mut Document) {
        if self.is_full || self.was_cut {
            let detail = String::new();
            document.warnings.push(Warning { code: WarningCode::TooMuchText, detail });
        }
        document.flow = self.lines;
    }
}

/// A line under construction.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Everything but the cells.
    pub(super) shape: FlowLine,
    cells: Vec<FlowCell>,
    bytes: usize,
    is_cut: bool,
}

impl Line {
    /// A line without text.
    pub(super) fn new(shape: FlowLine) -> Self {
        Self { shape, cells: vec![FlowCell::default()], bytes: 0, is_cut: false }
    }

    /// Adds text; `look` tells everything but the text.
    pub(super) fn text(&mut self, text: &str, look: &FlowRun) {
        let mut spaces = self.trailing_spaces();
        let mut piece = String::new();
        for ch in text.chars() {
            if ch == '\t' {
                self.append(&std::mem::take(&mut piece), look);
                self.tab();
                spaces = 0;
                continue;
            }
            if ch == '\u{A0}' || ch.is_whitespace() {
                spaces += 1;
                piece.push(' ');
            } else if !ch.is_control()
                && !matches!(ch, '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{FFFE}')
            {
                if spaces >= GAP {
                    self.append(&std::mem::take(&mut piece), look);
                    self.tab();
                }
                spaces = 0;
                piece.push(ch);
            }
        }
        self.append(&piece, look);
    }

    fn trailing_spaces(&self) -> usize {
        let runs = self.cells.last().map(|cell| cell.runs.iter().rev()).into_iter().flatten();
        let text = runs.flat_map(|run| run.text.chars().rev());
        text.take_while(|ch| *ch == ' ').count()
    }

    fn append(&mut self, text: &str, look: &FlowRun) {
        if text.is_empty() {
            return;
        }
        let room = MAX_LINE.saturating_sub(self.bytes);
        let mut end = text.len().min(room);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.is_cut |= end < text.len();
        self.bytes += end;
        let text = text.get(..end).unwrap_or_default();
        if self.cells.is_empty() {
            self.cells.push(FlowCell::default());
        }
        let Some(cell) = self.cells.last_mut() else { return };
        match cell.runs.last_mut() {
            Some(last) if is_alike(last, look) => last.text.push_str(text),
            _ => cell.runs.push(FlowRun { text: text.to_owned(), ..look.clone() }),
        }
    }

    /// Starts the next cell.
    pub(super) fn tab(&mut self) {
        if self.cells.len() >= MAX_CELLS {
            self.is_cut = true;
            return;
        }
        self.cells.push(FlowCell::default());
    }

    /// Ends the line; the rest of the paragraph goes on in a new one.
    pub(super) fn wrap(&mut self) -> Self {
        let shape = FlowLine { list_level: None, space_before: 0.0, ..self.shape.clone() };
        std::mem::replace(self, Self::new(shape))
    }

    fn size(&self) -> f32 {
        let runs = self.cells.iter().flat_map(|cell| &cell.runs);
        runs.map(|run| run.size).fold(0.0, f32::max).clamp(10.0, 40.0)
    }

    fn finish(self) -> Option<FlowLine> {
        let mut line = self.shape;
        line.cells = self.cells;
        for cell in &mut line.cells {
            trim(cell);
        }
        line.cells.retain(|cell| !cell.runs.is_empty());
        if line.cells.is_empty() {
            return None;
        }
        take_bullet(&mut line);
        (!line.cells.is_empty()).then_some(line)
    }
}

fn is_alike(one: &FlowRun, other: &FlowRun) -> bool {
    one.bold == other.bold
        && one.italic == other.italic
        && one.size.total_cmp(&other.size).is_eq()
        && one.colour == other.colour
        && one.link == other.link
}

fn trim(cell: &mut FlowCell) {
    while let Some(first) = cell.runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        cell.runs.remove(0);
    }
    while let Some(last) = cell.runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        cell.runs.pop();
    }
}

/// A bullet that was typed by hand makes a list item like any other.
fn take_bullet(line: &mut FlowLine) {
    let runs: usize = line.cells.iter().map(|cell| cell.runs.len()).sum();
    let Some(cell) = line.cells.first_mut() else { return };
    let Some(run) = cell.runs.first_mut() else { return };
    let Some(first) = run.text.chars().next() else { return };
    let rest = run.text.get(first.len_utf8()..).unwrap_or_default();
    let stands_apart = rest.is_empty() || rest.starts_with(' ');
    let is_bullet = BULLETS.contains(&first) || DASHES.contains(&first) && stands_apart;
    let has_more = !rest.trim().is_empty() || runs > 1;
    if !is_bullet || !has_more {
        return;
    }
    run.text = rest.to_owned();
    trim(cell);
    line.cells.retain(|cell| !cell.runs.is_empty());
    line.list_level = line.list_level.or(Some(0));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (Vec<String>, Option<u8>) {
        let mut line = Line::new(FlowLine::default());
        line.text(text, &FlowRun::default());
        let line = line.finish().unwrap_or_default();
        let text = |cell: &FlowCell| cell.runs.iter().map(|run| run.text.as_str()).collect();
        (line.cells.iter().map(text).collect(), line.list_level)
    }

    #[test]
    fn tabs_and_wide_gaps_split_cells() {
        assert_eq!(cells("Nurse\t2019").0, ["Nurse", "2019"]);
        assert_eq!(cells("Nurse    2019 to 2020").0, ["Nurse", "2019 to 2020"]);
        assert_eq!(cells("  a  b  ").0, ["a  b"]);
    }

    #[test]
    fn typed_bullets_become_list_items() {
        assert_eq!(cells("• Ran it"), (vec!["Ran it".to_owned()], Some(0)));
        assert_eq!(cells("-\tRan it"), (vec!["Ran it".to_owned()], Some(0)));
        assert_eq!(cells("-5 degrees"), (vec!["-5 degrees".to_owned()], None));
    }
}
