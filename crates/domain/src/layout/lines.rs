//! The fragments of a block become lines with cells.

use std::collections::BTreeMap;

use super::{
    Cell, Line, Look, Passage, Place, bidi,
    bullets::{is_bullet, is_dash_bullet},
    cut::Block,
    fragments::{self, Fragment},
};
use crate::page::{Bbox, Page};

/// Makes the lines of one page.
pub(super) struct Maker<'a> {
    pub(super) page: &'a Page,
    /// The number of the page, from 0.
    pub(super) number: u32,
    pub(super) found: &'a [Fragment],
    /// The colour of most text.
    pub(super) colour: [u8; 3],
}

impl Maker<'_> {
    pub(super) fn lines(&self, block: &Block) -> Vec<Line> {
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

    pub(super) fn line(&self, mut row: Vec<&Fragment>) -> Line {
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
                y1: char.y + 0.2 * char.size,
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
