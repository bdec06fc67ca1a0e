//! Words of two columns that stand so close that they look like one: where many lines begin, a
//! new piece begins.

use super::{
    bullets::{is_bullet, is_dash_bullet},
    fragments::{Char, Fragment},
};

/// As many lines must begin at one place for it to be the edge of a column.
const LINES: usize = 4;
/// The same, where no gap but only another look parts the words.
const SURE_LINES: usize = 6;
/// How far from the edge, in ems, a word may begin.
const REACH: f32 = 0.12;
/// The narrowest gap between columns, in ems.
const GAP: f32 = 0.4;

/// Cuts fragments where they run over the edge of a column.
pub(super) fn cut(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let edges = edges(&fragments);
    if edges.is_empty() {
        return fragments;
    }
    let mut out = Vec::with_capacity(fragments.len());
    for mut fragment in fragments {
        while let Some(at) = border(&fragment, &edges) {
            let mut left = fragment.clone();
            left.chars.truncate(at);
            fragment.chars.drain(..at);
            trim(&mut left);
            trim(&mut fragment);
            fragment.icon = false;
            fragment.apart = true;
            left.ends = true;
            out.push(left);
        }
        out.push(fragment);
    }
    out
}

/// The places at which many lines begin, and how many.
fn edges(fragments: &[Fragment]) -> Vec<(f32, usize)> {
    let mut starts: Vec<(f32, f32)> = fragments.iter().map(|f| (f.x0, f.size)).collect();
    starts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut edges: Vec<(f32, usize)> = Vec::new();
    for (x, size) in starts {
        match edges.last_mut() {
            Some((edge, count)) if x - *edge <= REACH * size => *count += 1,
            _ => edges.push((x, 1)),
        }
    }
    edges.retain(|(_, count)| *count >= LINES);
    edges
}

/// Where `fragment` runs over the edge of a column, as an index into its characters.
fn border(fragment: &Fragment, edges: &[(f32, usize)]) -> Option<usize> {
    let usual = usual_gap(fragment);
    let mut last: Option<&Char> = None;
    for (at, next) in fragment.chars.iter().enumerate() {
        if next.ch == ' ' {
            continue;
        }
        if let Some(before) = last
            && let Some(count) = lines_at(edges, next)
            && parts(before, next, count, usual)
            && !is_mark(fragment.chars.get(..at).unwrap_or_default())
        {
            return Some(at);
        }
        last = Some(next);
    }
    None
}

fn lines_at(edges: &[(f32, usize)], next: &Char) -> Option<usize> {
    let reach = REACH * next.size;
    edges.iter().find(|(x, _)| (x - next.x0).abs() <= reach).map(|(_, count)| *count)
}

fn parts(before: &Char, next: &Char, lines: usize, usual: f32) -> bool {
    let gap = (next.x0 - before.x1) / next.size.max(1.0);
    let looks = before.style != next.style || (before.size / next.size.max(1.0) - 1.0).abs() > 0.08;
    let begins = next.ch.is_uppercase() || next.ch.is_ascii_digit();
    gap >= GAP && (gap >= 1.5 * usual || looks)
        || looks && lines >= SURE_LINES && gap > -0.1 && before.ch.is_alphanumeric() && begins
}

/// The width of the spaces between the words of a fragment, in ems.
fn usual_gap(fragment: &Fragment) -> f32 {
    let widths = |is: fn(char) -> bool| -> Vec<f32> {
        let chars = fragment.chars.iter().filter(|c| is(c.ch));
        let mut widths: Vec<f32> = chars.map(|c| (c.x1 - c.x0) / c.size.max(1.0)).collect();
        widths.sort_by(f32::total_cmp);
        widths
    };
    let spaces = widths(|c| c == ' ');
    if spaces.len() > 1 {
        return spaces.get((spaces.len() - 1) / 2).copied().unwrap_or(0.25);
    }
    // One space alone may be the gap itself; where all letters are as wide, spaces are too.
    let letters = widths(|c| c != ' ');
    0.8 * letters.get(letters.len() / 2).copied().unwrap_or(0.3)
}

/// Whether what stands before a word only marks it as a list item.
fn is_mark(chars: &[Char]) -> bool {
    let inked: Vec<char> = chars.iter().map(|c| c.ch).filter(|c| *c != ' ').collect();
    match inked.as_slice() {
        [one] => is_bullet(*one) || is_dash_bullet(*one) || one.is_ascii_digit() || *one == 'o',
        [number @ .., '.' | ')'] => number.len() <= 2 && number.iter().all(char::is_ascii_digit),
        _ => false,
    }
}

fn trim(fragment: &mut Fragment) {
    while fragment.chars.last().is_some_and(|c| c.ch == ' ') {
        fragment.chars.pop();
    }
    let spaces = fragment.chars.iter().take_while(|c| c.ch == ' ').count();
    fragment.chars.drain(..spaces);
    fragment.measure();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fragments::tests::written;

    #[test]
    fn a_word_at_the_edge_of_a_column_begins_a_piece_of_its_own() {
        let mut page: Vec<Fragment> =
            (0..4).map(|n| written(100.0, 20.0 * n as f32, "Trainee")).collect();
        // "planning" ends 5 points before the edge at which "Auditor" begins.
        let mut close = written(40.0, 200.0, "planning Auditor");
        let shift = 100.0 - close.chars[9].x0;
        close.chars[9..].iter_mut().for_each(|c| (c.x0, c.x1) = (c.x0 + shift, c.x1 + shift));
        close.chars[8].x1 = 100.0;
        page.push(close);
        let texts: Vec<String> = cut(page).iter().map(Fragment::text).skip(4).collect();
        assert_eq!(texts, ["planning", "Auditor"]);
    }

    #[test]
    fn words_of_one_sentence_stay_together() {
        let mut page: Vec<Fragment> =
            (0..4).map(|n| written(85.0, 20.0 * n as f32, "Trainee")).collect();
        page.push(written(40.0, 200.0, "planning Auditor"));
        page.push(written(40.0, 220.0, "• Auditor"));
        assert_eq!(cut(page).len(), 6);
    }
}
