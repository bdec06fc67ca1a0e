//! Reading order: a region is cut at its best gutter into top, left, right and bottom, and each
//! of them again.

use super::{
    classify::{self, Trait, Verdict},
    fragments::Fragment,
    trim,
};

/// How often a region is cut.
const DEPTH: u8 = 5;
/// The narrowest gutter, in ems.
const GUTTER: f32 = 0.55;
/// A page with more fragments than any resume has is read row by row.
const FRAGMENTS: usize = 900;
/// How many gutters are tried in a region.
const CANDIDATES: usize = 120;

/// Fragments that are read together, by index.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(super) members: Vec<usize>,
    /// Labels that stand beside their sections: each is to be read before what is level with it.
    pub(super) labels: Vec<usize>,
    /// Members that belong to a row on another line, which is given.
    pub(super) moved: Vec<(usize, f32)>,
    /// It is one of several columns.
    pub(super) column: bool,
}

/// The fragments of a page and what is known of each.
pub(super) struct Page<'a> {
    pub(super) fragments: &'a [Fragment],
    pub(super) traits: &'a [Trait],
}

impl Page<'_> {
    fn get(&self, i: usize) -> Option<&Fragment> {
        self.fragments.get(i)
    }

    pub(super) fn heading(&self, i: usize) -> bool {
        self.traits.get(i).is_some_and(|t| t.heading)
    }

    /// Whether it may stand at the end of a row as its date or place.
    pub(super) fn is_remark(&self, i: usize) -> bool {
        self.traits.get(i).is_some_and(|t| t.is_remark())
    }

    /// The left edge of a fragment.
    pub(super) fn x(&self, i: usize) -> f32 {
        self.get(i).map_or(0.0, |f| f.x0)
    }

    /// The baseline of a fragment.
    pub(super) fn y(&self, i: usize) -> f32 {
        self.get(i).map_or(0.0, |f| f.baseline)
    }
}

/// A gutter with the fragments on both sides of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Split {
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) score: f32,
    pub(super) verdict: Verdict,
}

/// The blocks of a page, in reading order.
pub(super) fn blocks(fragments: &[Fragment], em: f32) -> Vec<Block> {
    let mut out = Vec::new();
    let traits: Vec<Trait> = fragments.iter().map(Trait::of).collect();
    let all = Page { fragments, traits: &traits };
    if fragments.len() > FRAGMENTS {
        return vec![Block { members: (0..fragments.len()).collect(), ..Block::default() }];
    }
    cut(&all, (0..fragments.len()).collect(), em, DEPTH, false, &mut out);
    out
}

fn cut(all: &Page<'_>, region: Vec<usize>, em: f32, depth: u8, column: bool, out: &mut Vec<Block>) {
    if region.is_empty() {
        return;
    }
    let Some(split) = (depth > 0).then(|| best(all, &region, em)).flatten() else {
        out.push(Block { members: region, column, ..Block::default() });
        return;
    };
    let y = |i: &usize| all.y(*i);
    let inside = |i: &usize| split.left.contains(i) || split.right.contains(i);
    let (top, rest): (Vec<usize>, Vec<usize>) =
        region.into_iter().filter(|i| !inside(i)).partition(|i| y(i) < split.top);
    cut(all, top, em, depth - 1, column, out);
    match split.verdict {
        Verdict::HeadingsLeft => {
            let members = split.right.clone();
            out.push(Block { members, labels: split.left, column, ..Block::default() });
        }
        Verdict::Labels => out.push(labelled(all, split, column, em)),
        Verdict::Columns | Verdict::Rows => {
            cut(all, split.left, em, depth - 1, true, out);
            cut(all, split.right, em, depth - 1, true, out);
        }
    }
    cut(all, rest, em, depth - 1, column, out);
}

/// Rows whose labels and headings share a column at the left.
fn labelled(all: &Page<'_>, split: Split, column: bool, em: f32) -> Block {
    let (labels, dates): (Vec<usize>, Vec<usize>) =
        split.left.into_iter().partition(|&i| all.heading(i));
    let left = |i: &usize| all.get(*i).map_or(0.0, |f| f.x0);
    let edge = split.right.iter().map(left).fold(f32::INFINITY, f32::min);
    let heads: Vec<f32> =
        split.right.iter().filter(|i| left(i) <= edge + em).map(|&i| all.y(i)).collect();
    // A date beside the text of an entry belongs to the head above it.
    let head_of = |y: f32| {
        heads.iter().copied().filter(|h| *h <= y + 0.3 * em && y - h < 2.5 * em).reduce(f32::max)
    };
    let moved = dates.iter().filter_map(|&i| Some((i, head_of(all.y(i))?))).collect();
    let mut members = split.right;
    members.extend(dates);
    members.sort_unstable();
    Block { members, labels, moved, column }
}

fn best(all: &Page<'_>, region: &[usize], em: f32) -> Option<Split> {
    let mut best: Option<Split> = None;
    for x in gutters(all, region, em) {
        for mut split in splits(all, region, x, em) {
            if best.as_ref().is_some_and(|b| b.score >= split.score) {
                continue;
            }
            split.verdict = classify::classify(all, &split, em);
            if !matches!(split.verdict, Verdict::Rows) {
                best = Some(split);
            }
        }
    }
    best
}

/// The left edges that may stand right of a gutter.
fn gutters(all: &Page<'_>, region: &[usize], em: f32) -> Vec<f32> {
    let mut edges: Vec<f32> = region.iter().filter_map(|&i| all.get(i)).map(|f| f.x0).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|b, a| *b - *a < 0.15 * em);
    edges.into_iter().skip(1).take(CANDIDATES).collect()
}

/// The maximal runs of fragments that do not cross the gutter left of `x`.
fn splits(all: &Page<'_>, region: &[usize], x: f32, em: f32) -> Vec<Split> {
    let mut out = maximal(all, region, x, em, false);
    // Where the right side only goes along with the left, the headings on the left are borders.
    let grid = out.iter().any(|split| along(all, split, em));
    if grid {
        out.extend(maximal(all, region, x, em, true));
        out.retain(|split| !along(all, split, em));
    }
    out
}

/// Whether headings stand on the left only, and every row on the right has its partner there.
fn along(all: &Page<'_>, split: &Split, em: f32) -> bool {
    let headings = split.left.iter().filter(|&&i| all.heading(i)).count();
    if headings == 0 || split.right.iter().any(|&i| all.heading(i)) {
        return false;
    }
    let y = |i: usize| all.y(i);
    let beside = |i: &usize, left: bool| {
        split.left.iter().any(|&l| (y(l) - y(*i)).abs() <= 0.3 * em && all.heading(l) == left)
    };
    let partnered = split.right.iter().filter(|i| beside(i, false)).count();
    let level = split.right.iter().filter(|i| beside(i, true)).count();
    level == 0 && partnered * 100 >= split.right.len() * 85
}

fn maximal(all: &Page<'_>, region: &[usize], x: f32, em: f32, headings_part: bool) -> Vec<Split> {
    let mut out = Vec::new();
    let mut current = Split { top: f32::NEG_INFINITY, ..Split::default() };
    let mut edge = f32::NEG_INFINITY;
    let mut crossed = f32::NEG_INFINITY;
    for &i in region {
        let Some(f) = all.get(i) else { continue };
        // What stands in one row with something that crosses the gutter belongs to that row.
        if f.x0 >= x - 0.12 * em {
            if f.baseline - crossed > 0.3 * em {
                current.right.push(i);
            }
        } else if (f.x1 <= x - GUTTER * em || f.ends && f.x1 <= x)
            && !(headings_part && all.heading(i))
        {
            if f.baseline - crossed > 0.3 * em {
                edge = edge.max(f.x1);
                current.left.push(i);
            }
        } else {
            crossed = f.baseline;
            let above = |i: &usize| f.baseline - all.y(*i) > 0.3 * em;
            current.left.retain(above);
            current.right.retain(above);
            finish(all, std::mem::take(&mut current), x - edge, em, &mut out);
            edge = f32::NEG_INFINITY;
        }
    }
    finish(all, current, x - edge, em, &mut out);
    out
}

fn finish(all: &Page<'_>, split: Split, gutter: f32, em: f32, out: &mut Vec<Split>) {
    let split = measured(all, split, gutter, em);
    out.extend(split.and_then(|split| trim::trim(all, split, gutter, em)));
}

/// The split with its extent and its worth, if it is large enough to be one.
pub(super) fn measured(all: &Page<'_>, mut split: Split, gutter: f32, em: f32) -> Option<Split> {
    let (left, right) = (rows(all, &split.left, em), rows(all, &split.right, em));
    let few = split.left.len() < 3 && !(left >= 2 && right >= 8)
        || split.right.len() < 3
        || left.max(right) < 4;
    if few && !(left.min(right) >= 2 && classify::side_by_side(all, &split, em)) {
        return None;
    }
    let ys = split.left.iter().chain(&split.right).map(|&i| all.y(i));
    let (top, bottom) =
        ys.fold((f32::INFINITY, f32::NEG_INFINITY), |(a, b), y| (a.min(y), b.max(y)));
    split.top = top;
    split.bottom = bottom;
    let bonus = 1.0 + (gutter / em).clamp(0.0, 4.0) / 2.0;
    split.score = (bottom - top) * left.min(right) as f32 * bonus;
    Some(split)
}

/// How many baselines the fragments stand on.
fn rows(all: &Page<'_>, members: &[usize], em: f32) -> usize {
    let mut count = 0;
    let mut last = f32::NEG_INFINITY;
    for f in members.iter().filter_map(|&i| all.get(i)) {
        if f.baseline - last > 0.3 * em {
            count += 1;
            last = f.baseline;
        }
    }
    count
}

#[cfg(test)]
mod tests;
