//! Headings that stand beside their sections: each goes onto a line of its own above what it is
//! the heading of.

use super::{Line, cut::Block, lines::Maker, turned};
use crate::lexicon::Lexicon;

impl Maker<'_> {
    /// Sets each label of a block on a line of its own, above what is level with it.
    pub(super) fn put_labels(&self, block: &Block, lines: &mut Vec<Line>) {
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
    pub(super) fn put_turned(&self, lines: &mut Vec<Line>) {
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
