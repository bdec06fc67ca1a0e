//! Where the entries of a section begin.

use super::entries::Anchor;
use super::evidence::Evidence;
use super::rows::Row;
use crate::layout::{Layout, Line};

pub(super) fn anchors(rows: &[Row], anchor: Anchor) -> Vec<usize> {
    let with = |range: bool| -> Vec<usize> {
        let dated = rows.iter().enumerate().filter(|(_, row)| !row.body);
        dated
            .filter(|(_, row)| row.date.as_ref().is_some_and(|d| d.span.range || !range))
            .map(|(i, _)| i)
            .collect()
    };
    let ranges = with(true);
    let any = with(false);
    match anchor {
        Anchor::Dates => any,
        Anchor::Ranges if ranges.is_empty() => any,
        // A lone year between ranges may be an entry as well when it stands like them, in a cell of its own.
        Anchor::Ranges => any
            .into_iter()
            .filter(|i| {
                let row = rows.get(*i);
                ranges.contains(i)
                    || row.is_some_and(|row| {
                        row.date.is_some() && !row.cells.is_empty() && ranges.len() < 2 * rows.len()
                    })
            })
            .collect(),
    }
}

/// Where entries begin when each has a date.
pub(super) fn by_dates(layout: &Layout, rows: &[Row], anchors: &[usize]) -> Vec<usize> {
    let Some(&first) = anchors.first() else { return Vec::new() };
    let head = rows.get(..first).unwrap_or_default();
    let k = head.iter().rev().take_while(|row| !row.body).count().min(3);
    let first_start = first - k;
    let model = rows.get(first_start).and_then(|row| layout.lines.get(row.line));
    let mut starts = vec![first_start];
    for pair in anchors.windows(2) {
        let &[before, here] = pair else { continue };
        let between = rows.get(before + 1..here).unwrap_or_default();
        let free = between.iter().rev().take_while(|row| !row.body).count();
        let after_body = free < between.len();
        let up = if after_body {
            climb(layout, rows, here, free, k, model)
        } else {
            flat(layout, rows, before, here, k, model)
        };
        starts.push(here - up);
    }
    starts
}

/// How many lines above the date belong to its entry, when text separates it from the last one.
fn climb(
    layout: &Layout,
    rows: &[Row],
    here: usize,
    free: usize,
    k: usize,
    model: Option<&Line>,
) -> usize {
    let mut up = 0;
    while up < free.min(4) {
        let Some(line) = rows.get(here - up - 1).and_then(|row| layout.lines.get(row.line)) else {
            break;
        };
        let below = rows.get(here - up).and_then(|row| layout.lines.get(row.line));
        let alike = model.is_some_and(|m| alike(m, line));
        let tight = below.is_none_or(|b| b.block != line.block || b.gap < 2.6);
        let standing_out = line.bold() || line.size > 1.04 * layout.body_size || line.caps();
        if !(up < k
            || alike && model.is_some() && (k > 0 || standing_out)
            || standing_out && tight && line.gap > 1.3)
        {
            break;
        }
        up += 1;
        // A line set apart from what is above it begins the entry.
        if up >= k.max(1) && line.gap > 1.6 && k <= up {
            break;
        }
    }
    up
}

/// The same when nothing but heads stand between two dates.
fn flat(
    layout: &Layout,
    rows: &[Row],
    before: usize,
    here: usize,
    k: usize,
    model: Option<&Line>,
) -> usize {
    let free = here - before - 1;
    let line = |at: usize| rows.get(at).and_then(|row| layout.lines.get(row.line));
    // The widest gap between the dates, when it stands out, is the border.
    let gaps: Vec<(usize, f32)> =
        (before + 1..=here).filter_map(|at| line(at).map(|l| (at, l.gap))).collect();
    let widest = gaps.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
    let others = gaps
        .iter()
        .copied()
        .filter(|g| Some(g.0) != widest.map(|w| w.0))
        .map(|g| g.1)
        .fold(0.0f32, f32::max);
    if let Some((at, gap)) = widest
        && gaps.len() > 1
        && gap > 1.2 * others
        && gap - others > 0.15
        && others > 0.0
        && here - at <= 3
    {
        return here - at;
    }
    let found = (1..=free.min(4))
        .rev()
        .find(|up| line(here - up).is_some_and(|l| model.is_some_and(|m| m.bold() && alike(m, l))));
    if k > 0 { found.unwrap_or(k.min(free)) } else { 0 }
}

fn alike(a: &Line, b: &Line) -> bool {
    let x = |line: &Line| line.cells.first().map_or(0.0, |cell| cell.x0);
    (a.size - b.size).abs() < 0.05 * a.size.max(b.size)
        && a.bold() == b.bold()
        && a.italic() == b.italic()
        && a.caps() == b.caps()
        && (x(a) - x(b)).abs() < 30.0
}

/// Where entries begin without any date: at lines that look like the first one and do not look
/// like what follows it.
pub(super) fn by_look(layout: &Layout, rows: &[Row]) -> Vec<usize> {
    let line = |row: &Row| layout.lines.get(row.line);
    let Some(model) = rows.first().filter(|row| !row.body).and_then(line) else {
        return Vec::new();
    };
    let stands_out = model.bold() || model.size > 1.05 * layout.body_size;
    let differs =
        stands_out && rows.get(1).and_then(line).is_some_and(|second| !alike(model, second));
    let mut seen = Evidence::of(&model.text());
    let mut starts = vec![0];
    for (i, pair) in rows.windows(2).enumerate() {
        let [above, row] = pair else { continue };
        let Some(here) = line(row).filter(|_| !row.body) else { continue };
        let says = Evidence::of(&here.text());
        let again = if says.school { seen.school } else { says.degree && seen.degree };
        let like_first = differs && alike(model, here);
        let after_text = above.body && here.bold() == model.bold();
        if like_first || after_text || !differs && again {
            starts.push(i + 1);
            seen = says;
        } else {
            seen.degree |= says.degree;
            seen.school |= says.school;
        }
    }
    starts
}
