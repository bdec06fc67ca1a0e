//! Paginated files: fragments, columns, lines.

use super::margins::mark_margins;
use super::{
    Cell, Layout, Line, Linked, Look, Passage, Place, bidi,
    bullets::{is_bullet, is_dash_bullet},
    cut::{self, Block},
    fragments::{self, Fragment},
    turned,
};
use crate::{
    lexicon::Lexicon,
    page::{Bbox, Page},
};
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

struct Maker<'a> {
    page: &'a Page,
    number: u32,
    found: &'a [Fragment],
    colour: [u8; 3],
}

impl Maker<'_> {
    fn lines(&self, block: &Block) -> Vec<Line> {
        let mut rows: Vec<Vec<&Fragment>> = Vec::new();
        let mut moved: Vec<&(usize, f32)> = block.moved.iter().collect();
        moved.sort_by(|a, b| a.1.total_cmp(&b.1));
        let is_moved = |i: &usize| block.moved.iter().any(|(m, _)| m == i);
        for fragment in
            block.members.iter().filter(|i| !is_moved(i)).filter_map(|&i| self.found.get(i))
        {
            let near =
                rows.last().and_then(|row| row.iter().max_by(|a, b| a.size.total_cmp(&b.size)));
            let joins = near.is_some_and(|big| {
                (fragment.baseline - big.baseline).abs() <= reach(big, fragment)
            });
            match rows.last_mut() {
                Some(row) if joins => row.push(fragment),
                _ => rows.push(vec![fragment]),
            }
        }
        for (i, y) in moved {
            let level = |row: &Vec<&Fragment>| row.iter().any(|f| (f.baseline - y).abs() < 0.5);
            if let (Some(fragment), Some(row)) =
                (self.found.get(*i), rows.iter_mut().find(|row| level(row)))
            {
                row.push(fragment);
            }
        }
        let lines = rows.into_iter().map(|row| self.line(row));
        lines.filter(|line| !line.cells.is_empty() && !super::is_rule(line)).collect()
    }

    fn line(&self, mut row: Vec<&Fragment>) -> Line {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut line = Line { page: self.number, ..Line::default() };
        let big = row.iter().copied().max_by(|a, b| a.size.total_cmp(&b.size));
        line.size = big.map_or(1.0, |f| f.size);
        line.baseline = big.map_or(0.0, |f| f.baseline);
        let mut last: Option<&Fragment> = None;
        for fragment in row {
            let touches = last.is_some_and(|l| {
                let (small, large) = (l.size.min(fragment.size), l.size.max(fragment.size));
                !fragment.icon
                    && !fragment.apart
                    && fragment.x0 - l.x1 <= small
                    && large <= 1.4 * small
            });
            let cell = self.cell(fragment, &mut line.boxes);
            match line.cells.last_mut() {
                Some(before) if touches => {
                    let tight = last.is_some_and(|l| fragment.x0 - l.x1 < 0.2 * line.size);
                    before.text.append(if tight { "" } else { " " }, &cell.text);
                    before.x1 = cell.x1;
                }
                _ => line.cells.push(cell),
            }
            last = Some(fragment);
        }
        if bidi::is_rtl(line.cells.iter().flat_map(|c| c.text.chars().iter().copied())) {
            line.cells.reverse();
        }
        take_bullet(&mut line);
        self.measure(&mut line);
        line
    }

    fn cell(&self, fragment: &Fragment, boxes: &mut Vec<Bbox>) -> Cell {
        let mut text = Passage::default();
        let (mut bold, mut italic, mut all) = (0usize, 0usize, 0usize);
        let mut colours: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        let mut chars = fragment.chars.clone();
        if bidi::is_rtl(chars.iter().map(|c| c.ch)) {
            chars = bidi::to_reading_order(chars, |c| c.ch);
        }
        for char in &chars {
            let (b, i, colour) = fragments::look(&self.page.styles, char.style);
            if char.ch != ' ' {
                all += 1;
                bold += usize::from(b);
                italic += usize::from(i);
                *colours.entry(colour).or_default() += 1;
            }
            let look = Look::new(b, i, far(colour, self.colour));
            text.push(char.ch, Place { line: 0, at: boxes.len() as u32, look });
            boxes.push(self.inside(Bbox {
                x0: char.x0,
                y0: char.y - 0.8 * char.size,
                x1: char.x1,
                y1: char.y + 0.25 * char.size,
            }));
        }
        let colour = colours.into_iter().max_by_key(|(_, n)| *n).map_or([0; 3], |(c, _)| c);
        Cell {
            text,
            x0: fragment.x0,
            x1: fragment.x1,
            size: fragment.size,
            bold: bold * 2 > all,
            italic: italic * 2 > all,
            colour,
        }
    }

    /// The part of `bbox` on the page.
    fn inside(&self, bbox: Bbox) -> Bbox {
        let (w, h) = (limit(self.page.width), limit(self.page.height));
        let (x0, y0) = (bbox.x0.clamp(0.0, w), bbox.y0.clamp(0.0, h));
        Bbox { x0, y0, x1: bbox.x1.clamp(x0, w), y1: bbox.y1.clamp(y0, h) }
    }

    fn measure(&self, line: &mut Line) {
        let mut all = line.boxes.iter();
        let first = all.next().copied().unwrap_or_default();
        line.bbox = all.fold(first, |a, b| Bbox {
            x0: a.x0.min(b.x0),
            y0: a.y0.min(b.y0),
            x1: a.x1.max(b.x1),
            y1: a.y1.max(b.y1),
        });
    }

    /// Sets each label of a block on a line of its own, above what is level with it.
    fn put_labels(&self, block: &Block, lines: &mut Vec<Line>) {
        for label in self.labels(&block.labels) {
            let at = beside(lines, &label);
            lines.insert(at, label);
        }
    }

    /// The labels, those of several lines in one.
    fn labels(&self, members: &[usize]) -> Vec<Line> {
        let mut out: Vec<Line> = Vec::new();
        for fragment in members.iter().filter_map(|&i| self.found.get(i)) {
            let mut line = self.line(vec![fragment]);
            line.label = true;
            out.push(line);
        }
        out
    }

    /// Puts sideways headings above the part of the page they stand beside.
    fn put_turned(&self, lines: &mut Vec<Line>) {
        let mut words = turned::read(self.page);
        words.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut above = f32::NEG_INFINITY;
        for (word, top, bottom) in &words {
            let mut label = self.line(vec![word]);
            label.label = Lexicon::get().heading(&label.text()).is_some();
            let middle = f32::midpoint(*top, *bottom);
            let limit = if label.label {
                section_top(lines, self.number, above, (middle, *bottom))
            } else {
                *bottom
            };
            let below = lines
                .iter()
                .enumerate()
                .filter(|(_, l)| l.page == self.number && l.baseline >= limit && !l.label);
            let at = below.min_by(|a, b| a.1.baseline.total_cmp(&b.1.baseline)).map(|(i, _)| i);
            label.block =
                at.and_then(|i| lines.get(i)).or(lines.last()).map_or(0, |line| line.block);
            lines.insert(at.unwrap_or(lines.len()), label);
            above = middle;
        }
    }
}

/// Where the lines begin that stand beside `label`: at the first one level with it, or at the one
/// right above when a paragraph begins there.
fn beside(lines: &[Line], label: &Line) -> usize {
    let reach = |ems: f32| label.baseline - ems * label.size;
    let level = lines.iter().position(|line| line.baseline > reach(0.5)).unwrap_or(lines.len());
    let y = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|line| line.baseline);
    let (before, above, here) = (y(level.checked_sub(2)), y(level.checked_sub(1)), y(Some(level)));
    let begins = match (before, above, here) {
        (Some(before), Some(above), Some(here)) => above - before > 1.3 * (here - above),
        (before, _, _) => before.is_none(),
    };
    if begins && above.is_some_and(|y| y > reach(1.1)) { level - 1 } else { level }
}

/// Where the section begins whose sideways heading has its middle at `to`: below the last wide gap.
fn section_top(lines: &[Line], page: u32, from: f32, (to, bottom): (f32, f32)) -> f32 {
    let mut ys: Vec<f32> =
        lines.iter().filter(|l| l.page == page && !l.label).map(|l| l.baseline).collect();
    ys.sort_by(f32::total_cmp);
    let pairs = ys
        .iter()
        .zip(ys.iter().skip(1))
        .filter(|(a, b)| **b > from && **a < to && **b <= bottom.max(to));
    let gaps: Vec<(f32, f32)> = pairs.map(|(a, b)| (b - a, *b)).collect();
    let widest = gaps.iter().map(|(gap, _)| *gap).fold(0.0, f32::max);
    gaps.iter().rev().find(|(gap, _)| *gap >= 0.75 * widest).map_or(to, |(_, below)| *below)
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

fn limit(n: f32) -> f32 {
    if n.is_finite() { n.clamp(0.0, 20_000.0) } else { 0.0 }
}

/// How far apart the baselines of one row may be.
pub(super) fn reach(big: &Fragment, other: &Fragment) -> f32 {
    let beside = other.x0 - big.x1 < 0.4 * big.size && big.x0 - other.x1 < 0.4 * big.size;
    if other.size < 0.8 * big.size && beside {
        0.45 * big.size
    } else {
        0.3 * big.size.min(1.5 * other.size)
    }
}

fn far(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(&b).map(|(x, y)| u32::from(x.abs_diff(*y))).sum::<u32>() > 60
}

fn take_bullet(line: &mut Line) {
    let cells = line.cells.len();
    let Some(cell) = line.cells.first_mut() else { return };
    let chars = cell.text.chars();
    let (Some(&first), second) = (chars.first(), chars.get(1)) else { return };
    let alone = chars.len() == 1;
    let letter_bullet = first == 'o' && (second == Some(&' ') || alone);
    let bullet = is_bullet(first)
        || (is_dash_bullet(first) || letter_bullet) && (alone || second == Some(&' '));
    if !bullet || alone && cells == 1 {
        return;
    }
    line.bullet = Some(0);
    cell.text = cell.text.slice(1..usize::MAX).trim();
    if cell.text.is_empty() {
        line.cells.remove(0);
    } else if let Some(at) = cell.text.places().first().map(|p| p.at as usize)
        && let Some(bbox) = line.boxes.get(at)
    {
        cell.x0 = bbox.x0;
    }
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
