//! Lines of a document in reading order, and the cells they are made of.

use super::Passage;
use crate::page::Bbox;

/// A document as lines in reading order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    pub(crate) lines: Vec<Line>,
    pub(crate) links: Vec<Linked>,
    /// Whether positions mean something.
    pub(crate) paginated: bool,
    /// Whether any page was read in columns.
    pub(crate) columns: bool,
    /// How far to the right each block goes.
    pub(crate) right: Vec<f32>,
    /// The commonest font size.
    pub(crate) body_size: f32,
}

/// Text that leads somewhere.
#[derive(Debug, Clone, Default)]
pub(crate) struct Linked {
    pub(crate) target: String,
    pub(crate) text: Passage,
}

/// One printed line of one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// The page, from 0.
    pub(crate) page: u32,
    /// The block (column) it belongs to; numbers grow in reading order.
    pub(crate) block: u32,
    /// Pieces set apart by wide gaps, from left to right.
    pub(crate) cells: Vec<Cell>,
    /// A rectangle for each character that [`super::Place::at`] names; empty in a flowing file.
    pub(crate) boxes: Vec<Bbox>,
    pub(crate) bbox: Bbox,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    /// The distance from the baseline above in the same block, in ems; 9 at the top of a block.
    pub(crate) gap: f32,
    /// The list level when it begins a list item.
    pub(crate) bullet: Option<u8>,
    /// The level of a heading by the file's own word.
    pub(crate) heading: Option<u8>,
    /// From a page header or footer.
    pub(crate) margin: bool,
    /// A label beside its section, set on a line of its own here.
    pub(crate) label: bool,
}

/// A piece of a line without wide gaps.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) text: Passage,
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) colour: [u8; 3],
}

impl Line {
    /// The text with its cells joined by two spaces.
    pub(crate) fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.text()).collect::<Vec<_>>().join("  ")
    }

    /// The text with its cells joined by a space.
    pub(crate) fn passage(&self) -> Passage {
        let mut all = Passage::default();
        for cell in &self.cells {
            all.append(" ", &cell.text);
        }
        all
    }

    pub(crate) fn chars(&self) -> usize {
        self.cells.iter().map(|cell| cell.text.len() + 1).sum::<usize>().saturating_sub(1)
    }

    pub(crate) fn bold(&self) -> bool {
        self.cells.first().is_some_and(|cell| cell.bold)
    }

    pub(crate) fn italic(&self) -> bool {
        self.cells.first().is_some_and(|cell| cell.italic)
    }

    pub(crate) fn colour(&self) -> [u8; 3] {
        self.cells.first().map_or([0; 3], |cell| cell.colour)
    }

    /// Whether all its letters are capitals, in a script that has them.
    pub(crate) fn caps(&self) -> bool {
        let text = self.text();
        let upper = text.chars().filter(|c| c.is_uppercase()).count();
        upper >= 2 && !text.chars().any(char::is_lowercase)
    }
}
