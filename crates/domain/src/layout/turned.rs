//! Text set sideways, as some templates set their headings.

use super::fragments::{Char, Fragment, sane};
use crate::page::{Glyph, Page};

/// The turned words of `page`, each as a fragment whose baseline is its middle.
pub(super) fn read(page: &Page) -> Vec<(Fragment, f32, f32)> {
    let mut out: Vec<Vec<Glyph>> = Vec::new();
    for glyph in
        page.glyphs.iter().filter(|g| g.turn != 0 && sane(g) && !g.ch.is_whitespace()).take(2000)
    {
        let near = out.last().and_then(|run| run.last()).is_some_and(|last| {
            last.turn == glyph.turn
                && (last.baseline - glyph.baseline).abs() < 2.5 * glyph.size
                && (last.x0 - glyph.x0).abs() < 2.5 * glyph.size
        });
        match out.last_mut() {
            Some(run) if near => run.push(*glyph),
            _ => out.push(vec![*glyph]),
        }
    }
    out.iter().filter_map(|run| word(run)).collect()
}

fn word(run: &[Glyph]) -> Option<(Fragment, f32, f32)> {
    let first = run.first()?;
    let fold = |f: fn(f32, f32) -> f32, start: f32, get: fn(&Glyph) -> f32| {
        run.iter().map(get).fold(start, f)
    };
    let (x0, x1) =
        (fold(f32::min, f32::INFINITY, |g| g.x0), fold(f32::max, f32::NEG_INFINITY, |g| g.x1));
    let top = fold(f32::min, f32::INFINITY, |g| g.baseline);
    let bottom = fold(f32::max, f32::NEG_INFINITY, |g| g.baseline);
    let mut fragment = Fragment {
        x0,
        x1,
        baseline: f32::midpoint(top, bottom),
        size: first.size,
        ..Fragment::default()
    };
    for glyph in run {
        let char =
            |ch| Char { ch, x0, x1, y: glyph.baseline, size: glyph.size, style: glyph.style };
        if glyph.space_before && !fragment.chars.is_empty() {
            fragment.chars.push(char(' '));
        }
        fragment.chars.push(char(glyph.ch));
    }
    Some((fragment, top, bottom))
}
