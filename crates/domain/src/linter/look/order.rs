//! Whether a file keeps its lines in the order in which they are seen.

use super::LineLook;
use crate::page::{Glyph, Page};

/// So many lines out of order are a slip of the program that wrote the file.
const FEW: usize = 5;

/// How many lines are stored out of order, and the first of them.
///
/// A parser that follows the file jumps with it: back up the page, or across columns line by line.
pub(super) fn disorder(page: &Page, lines: &[(u32, &LineLook)]) -> Option<(u32, u32)> {
    let drawn = drawn(page, lines);
    let mut jumps = Vec::new();
    for (last, next) in drawn.iter().zip(drawn.iter().skip(1)) {
        let (Some((_, from)), Some((number, to))) = (lines.get(*last), lines.get(*next)) else {
            continue;
        };
        let beside = from.bbox.x1 <= to.bbox.x0 + 1.0 || to.bbox.x1 <= from.bbox.x0 + 1.0;
        let level = from.bbox.y0 < to.bbox.y1 && to.bbox.y0 < from.bbox.y1;
        let across = from.block != to.block && beside && level;
        let up = from.block == to.block && to.bbox.y1 < from.bbox.y0 - 2.0;
        if across || up {
            jumps.push(*number);
        }
    }
    let many = jumps.len() > FEW && jumps.len() * 5 > lines.len();
    let first = jumps.first().copied()?;
    many.then_some((u32::try_from(jumps.len()).unwrap_or(u32::MAX), first))
}

/// The lines in the order in which they are drawn, as indices; a line appears again when the file
/// comes back to it.
fn drawn(page: &Page, lines: &[(u32, &LineLook)]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for glyph in page.glyphs.iter().filter(|it| it.turn == 0 && it.ch.is_alphanumeric()) {
        let last = order.last().copied();
        if last.is_some_and(|last| lines.get(last).is_some_and(|(_, line)| holds(line, glyph))) {
            continue;
        }
        if let Some(at) = lines.iter().position(|(_, line)| !line.margin && holds(line, glyph)) {
            order.push(at);
        }
    }
    order
}

fn holds(line: &LineLook, glyph: &Glyph) -> bool {
    let y = glyph.baseline - 0.25 * glyph.size;
    let x = f32::midpoint(glyph.x0, glyph.x1);
    line.bbox.y0 <= y && y <= line.bbox.y1 && line.bbox.x0 <= x && x <= line.bbox.x1
}
