//! A run of rows along a gutter may reach too far: over entries whose dates stand at the right, or
//! over what stands above a stack of headings. Here it is cut to where the columns really are.

use super::{
    classify::{self, Verdict},
    cut::{Page, Split, measured},
};

/// How far above a heading, in ems, its section may begin.
const ABOVE: f32 = 0.5;
/// Headings this close, in ems, begin sections that stand side by side.
const LEVEL: f32 = 4.0;

/// The part of `split` that is one thing, or all of it.
pub(super) fn trim(all: &Page<'_>, split: Split, gutter: f32, em: f32) -> Option<Split> {
    if let Some(stack) = under_first_heading(all, &split, gutter, em) {
        return Some(stack);
    }
    let (over, under) = across(all, &split, em);
    let top = over.or_else(|| rows_above(all, &split, em));
    let bottom = under.or_else(|| rows_below(all, &split, em));
    if top.is_none() && bottom.is_none() {
        return Some(split);
    }
    let (from, to) = (top.unwrap_or(f32::NEG_INFINITY), bottom.unwrap_or(f32::INFINITY));
    between(all, &split, from, to, gutter, em)
}

fn between(
    all: &Page<'_>,
    split: &Split,
    from: f32,
    to: f32,
    gutter: f32,
    em: f32,
) -> Option<Split> {
    let keep = |side: &[usize]| -> Vec<usize> {
        let inside = |i: &usize| (from..to).contains(&all.y(*i));
        side.iter().copied().filter(inside).collect()
    };
    let part = Split { left: keep(&split.left), right: keep(&split.right), ..Split::default() };
    measured(all, part, gutter, em)
}

/// What begins at the first heading on the left, when headings stand left of their sections.
fn under_first_heading(all: &Page<'_>, split: &Split, gutter: f32, em: f32) -> Option<Split> {
    let first = headings(all, &split.left).next()?;
    if all.y(*split.left.first()?) >= first - ABOVE * em {
        return None;
    }
    let part = between(all, split, first - ABOVE * em, f32::INFINITY, gutter, em)?;
    matches!(classify::classify(all, &part, em), Verdict::HeadingsLeft).then_some(part)
}

/// Where the columns begin and end, when a line stands above or below them that only begins right of
/// the gutter because it is set in the middle of the page.
fn across(all: &Page<'_>, split: &Split, em: f32) -> (Option<f32>, Option<f32>) {
    let paired = |i: &usize| split.left.iter().any(|&l| (all.y(l) - all.y(*i)).abs() <= 0.3 * em);
    let edges = split.right.iter().filter(|i| paired(i)).map(|&i| all.x(i));
    let edge = edges.reduce(f32::min).unwrap_or(f32::NEG_INFINITY);
    let alone = |i: &&usize| !paired(i) && all.x(**i) < edge - 2.0 * em;
    let found = |end: Option<&usize>| end.filter(alone).map(|&i| all.y(i));
    let over = found(split.right.first()).map(|y| y + ABOVE * em);
    let under = found(split.right.last()).map(|y| y - ABOVE * em);
    (over, under)
}

/// Where the columns begin, when above them stand rows with their dates and places at the right.
fn rows_above(all: &Page<'_>, split: &Split, em: f32) -> Option<f32> {
    let first = headings(all, &split.right).next()?;
    let above: Vec<usize> =
        split.right.iter().copied().filter(|&i| all.y(i) < first - ABOVE * em).collect();
    let last = all.y(*above.last()?);
    let beside =
        headings(all, &split.left).find(|y| *y > last + ABOVE * em && first - y < LEVEL * em);
    remarks(all, &above, &split.left, em).then(|| beside.unwrap_or(first).min(first) - ABOVE * em)
}

/// Where the columns end, when below them stand rows with their dates and places at the right.
fn rows_below(all: &Page<'_>, split: &Split, em: f32) -> Option<f32> {
    let last = headings(all, &split.right).last()?;
    let next = headings(all, &split.left).filter(|y| *y > last + ABOVE * em);
    next.map(|y| y - ABOVE * em).find(|limit| {
        let below: Vec<usize> =
            split.right.iter().copied().filter(|&i| all.y(i) > *limit).collect();
        !below.is_empty() && remarks(all, &below, &split.left, em)
    })
}

fn headings<'a>(all: &'a Page<'_>, side: &'a [usize]) -> impl Iterator<Item = f32> + 'a {
    side.iter().filter(|&&i| all.heading(i)).map(|&i| all.y(i))
}

/// Whether `side` only holds the dates and places of the rows that `rows` begin.
fn remarks(all: &Page<'_>, side: &[usize], rows: &[usize], em: f32) -> bool {
    let known = side.iter().filter(|&&i| all.is_remark(i)).count();
    let level = |i: &&usize| rows.iter().any(|&l| (all.y(l) - all.y(**i)).abs() <= 0.3 * em);
    let beside = side.iter().filter(level).count();
    known * 10 >= side.len() * 6 && beside * 10 >= side.len() * 8
}
