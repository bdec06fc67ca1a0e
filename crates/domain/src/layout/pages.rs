//! Paginated files: fragments, columns, lines.

use super::margins::mark_margins;
use super::{
    Layout, Line, Linked, Passage, cut,
    fragments::{self, Fragment},
    lines::Maker,
};
use crate::page::{Bbox, Page};
use std::collections::BTreeMap;

/// More pages are not laid out.
pub(super) const PAGES: usize = 30;

/// More fragments of one page are not laid out.
const FRAGMENTS: usize = 4000;

pub(super) fn read(pages: &[Page]) -> Layout {
    let mut layout = Layout { paginated: true, ..Layout::default() };
    let colour = body_colour(pages);
    let read: Vec<Vec<Fragment>> = pages.iter().take(PAGES).map(fragments::read).collect();
    layout.body_size = body_size(&read);
    let mut block = 0;
    for (number, (page, mut found)) in pages.iter().zip(read).enumerate() {
        found.truncate(FRAGMENTS);
        let blocks = cut::blocks(&found, layout.body_size);
        layout.columns |= blocks.iter().any(|b| b.column);
        let maker = Maker { page, number: number as u32, found: &found, colour };
        for part in blocks {
            let mut lines = maker.lines(&part);
            maker.put_labels(&part, &mut lines);
            for line in &mut lines {
                line.block = block;
            }
            block += 1;
            layout.lines.append(&mut lines);
        }
        maker.put_turned(&mut layout.lines);
    }
    number_places(&mut layout.lines);
    finish_blocks(&mut layout.lines);
    mark_margins(&mut layout.lines, pages);
    layout.right = right_edges(&layout.lines);
    layout.links = links(&layout.lines, pages);
    layout
}

fn right_edges(lines: &[Line]) -> Vec<f32> {
    let mut out = Vec::new();
    for line in lines.iter().filter(|line| line.cells.len() == 1) {
        let block = line.block as usize;
        if out.len() <= block {
            out.resize(block + 1, 0.0);
        }
        if let Some(edge) = out.get_mut(block) {
            *edge = line.bbox.x1.max(*edge);
        }
    }
    out
}

fn number_places(lines: &mut [Line]) {
    for (number, line) in lines.iter_mut().enumerate() {
        for cell in &mut line.cells {
            cell.text.set_line(number as u32);
        }
    }
}

/// Fills in the gaps and the list levels.
fn finish_blocks(lines: &mut [Line]) {
    let mut above: Option<(u32, f32)> = None;
    for line in lines.iter_mut() {
        line.gap = match above {
            Some((block, y)) if block == line.block => {
                (line.baseline - y).max(0.0) / line.size.max(1.0)
            }
            _ => 9.0,
        };
        above = Some((line.block, line.baseline));
    }
    let mut stops: Vec<f32> = Vec::new();
    let mut block = u32::MAX;
    for line in lines.iter_mut() {
        if line.block != block || line.bullet.is_none() && line.gap > 2.2 {
            stops.clear();
            block = line.block;
        }
        if line.bullet.is_some() {
            let x = line.cells.first().map_or(0.0, |cell| cell.x0);
            stops.retain(|stop| *stop <= x + 2.0);
            if stops.last().is_none_or(|stop| x - stop > 4.0) {
                stops.push(x);
            }
            line.bullet = Some((stops.len().saturating_sub(1)).min(9) as u8);
        }
    }
}

fn links(lines: &[Line], pages: &[Page]) -> Vec<Linked> {
    let mut out = Vec::new();
    for (number, page) in pages.iter().take(PAGES).enumerate() {
        for link in page.links.iter().take(500) {
            let covered = |b: &Bbox| {
                let (x, y) = (f32::midpoint(b.x0, b.x1), f32::midpoint(b.y0, b.y1));
                x >= link.bbox.x0 && x <= link.bbox.x1 && y >= link.bbox.y0 && y <= link.bbox.y1
            };
            let mut text = Passage::default();
            for line in lines.iter().filter(|l| {
                l.page as usize == number && l.bbox.y1 >= link.bbox.y0 && l.bbox.y0 <= link.bbox.y1
            }) {
                for cell in &line.cells {
                    for (&ch, &place) in cell.text.chars().iter().zip(cell.text.places()) {
                        if line.boxes.get(place.at as usize).is_some_and(covered) {
                            text.push(ch, place);
                        }
                    }
                }
            }
            out.push(Linked { target: link.target.chars().take(500).collect(), text: text.trim() });
        }
    }
    out
}

/// The size most characters have.
fn body_size(pages: &[Vec<Fragment>]) -> f32 {
    let mut sizes: BTreeMap<i32, usize> = BTreeMap::new();
    for fragment in pages.iter().flatten() {
        *sizes.entry((fragment.size * 2.0).round() as i32).or_default() += fragment.chars.len();
    }
    sizes.into_iter().max_by_key(|(_, n)| *n).map_or(10.0, |(size, _)| size as f32 / 2.0).max(2.0)
}

fn body_colour(pages: &[Page]) -> [u8; 3] {
    let mut colours: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for page in pages.iter().take(PAGES) {
        for glyph in &page.glyphs {
            *colours.entry(fragments::look(&page.styles, glyph.style).2).or_default() += 1;
        }
    }
    colours.into_iter().max_by_key(|(_, n)| *n).map_or([0; 3], |(colour, _)| colour)
}
