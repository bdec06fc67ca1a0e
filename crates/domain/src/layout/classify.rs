//! What a gutter is: between columns, beside a stack of headings, or only inside rows.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    cut::{Page, Split},
    fragments::Fragment,
};
use crate::lexicon::{self, Lexicon};

/// What a gutter separates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Verdict {
    /// The two sides are read one after the other.
    Columns,
    /// The left side holds the headings of the right side.
    HeadingsLeft,
    /// The left side holds headings, and the dates and labels of the rows on the right.
    Labels,
    /// The cells of each row belong together.
    #[default]
    Rows,
}

static DATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:19|20)\d\d\b|(?:19|20)\d\d ?年|\b20xx\b").ok());

/// What is known of one fragment.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Trait {
    letters: usize,
    pub(super) heading: bool,
    date: bool,
    long: bool,
    place: bool,
}

impl Trait {
    pub(super) fn of(fragment: &Fragment) -> Self {
        let lexicon = Lexicon::get();
        let text = fragment.text();
        let letters = text.chars().count();
        Self {
            letters,
            heading: letters <= 40
                && lexicon.heading(&text).is_some()
                && (!text.ends_with(':') || !text.chars().any(char::is_lowercase)),
            date: letters <= 40 && DATE.as_ref().is_some_and(|date| date.is_match(&text)),
            long: letters >= 30 || lexicon::wide(&text) >= 15,
            place: (4..=30).contains(&letters) && lexicon.is_place(&text),
        }
    }

    /// Whether it may stand at the end of a row as its date or place.
    pub(super) fn is_remark(self) -> bool {
        self.date || self.place || self.letters <= 3
    }
}

/// What is known of one side.
#[derive(Default)]
struct Side {
    count: usize,
    headings: usize,
    dates: usize,
    long: usize,
    short: usize,
    places: usize,
    letters: usize,
    shared: usize,
    rows: Vec<f32>,
    /// The baselines of what is no heading.
    plain: Vec<f32>,
    plain_letters: usize,
}

/// Whether two things begin on the same line: sections, or entries with their dates.
pub(super) fn side_by_side(all: &Page<'_>, split: &Split, em: f32) -> bool {
    let level = |is: fn(&Trait) -> bool| {
        let with = |side: &[usize]| -> Vec<f32> {
            let found = side.iter().filter(|&&i| all.traits.get(i).is_some_and(is));
            found.map(|&i| all.y(i)).collect()
        };
        let (left, right) = (with(&split.left), with(&split.right));
        left.iter().any(|a| right.iter().any(|b| (a - b).abs() <= 0.3 * em))
    };
    level(|t| t.heading) || twins(all, split) && level(|t| t.date)
}

/// Whether both sides hold dates and, as much of it, other text; and no headings.
fn twins(all: &Page<'_>, split: &Split) -> bool {
    let mixed = |side: &[usize]| {
        let traits: Vec<&Trait> = side.iter().filter_map(|&i| all.traits.get(i)).collect();
        let dates = traits.iter().filter(|t| t.date && t.letters <= 30).count();
        let others = traits.iter().filter(|t| !t.is_remark()).count();
        dates > 0 && others >= dates && traits.iter().all(|t| !t.heading)
    };
    mixed(&split.left) && mixed(&split.right)
}

pub(super) fn classify(all: &Page<'_>, split: &Split, em: f32) -> Verdict {
    let left = side(all, &split.left, em);
    let right = side(all, &split.right, em);
    let matched = partners(&left.rows, &right.rows, em);
    let matched_right = partners(&right.rows, &left.rows, em);
    if left.headings >= 2
        && left.headings * 10 >= left.rows.len() * 7
        && left.rows.len() * 100 <= right.rows.len() * 62
        && right.headings * 3 <= left.headings
    {
        return Verdict::HeadingsLeft;
    }
    if twins(all, split) && side_by_side(all, split, em) {
        return Verdict::Columns;
    }
    let mean = left.letters / left.count.max(1);
    if let Some(verdict) = labels(all, split, &left, &right, em) {
        return verdict;
    }
    let beside = matched * 10 >= left.rows.len() * 8;
    if beside && right.headings == 0 && mean <= 16 || left.dates * 2 >= left.count {
        return Verdict::Rows;
    }
    let meta = right.dates + right.places + right.short;
    if meta * 10 >= right.count * 6 && right.headings == 0 {
        return Verdict::Rows;
    }
    // Short remarks at the right end of rows.
    if right.headings == 0
        && right.long == 0
        && right.letters <= 18 * right.count
        && matched_right * 10 >= right.rows.len() * 9
    {
        return Verdict::Rows;
    }
    // Rows of a grid: nearly every line on either side has its partner, and no heading parts them.
    if beside
        && matched_right * 10 >= right.rows.len() * 8
        && (right.headings == 0 || left.headings == 0)
        && right.long < 4
    {
        return Verdict::Rows;
    }
    if set_in_the_middle(all, split, em) {
        return Verdict::Rows;
    }
    let body = |side: &Side| side.long >= 4 && side.shared >= 4;
    let columns = left.headings > 0 && (right.headings > 0 || body(&right))
        || right.headings > 0 && (body(&left) || left.count >= 4 && !beside)
        || left.long >= 4 && right.long >= 4;
    if columns { Verdict::Columns } else { Verdict::Rows }
}

/// What the left side is when it only labels the rows on the right.
fn labels(all: &Page<'_>, split: &Split, left: &Side, right: &Side, em: f32) -> Option<Verdict> {
    // A column of labels or dates, with the headings of the rows among them.
    let partnered = partners(&left.plain, &right.rows, em);
    let labels =
        left.plain_letters / left.plain.len().max(1) <= 16 || left.dates * 3 >= left.plain.len();
    let dated = left.headings == 0 && left.dates * 3 >= left.plain.len();
    if left.plain.len() >= 3
        && (right.headings == 0 || dated)
        && partnered * 10 >= left.plain.len() * 8
        && labels
    {
        return Some(Verdict::Rows);
    }
    if right.headings == 0 && left.headings > 0 {
        let dated = left.headings + left.dates;
        if left.headings >= 2 && left.dates >= 2 && dated * 20 >= left.count * 17 && right.long > 2
        {
            return Some(Verdict::Labels);
        }
        if rows_by_section(all, split, em) {
            return Some(Verdict::Rows);
        }
    }
    None
}

/// Whether the headings stand in the middle of the page, and so in neither column.
fn set_in_the_middle(all: &Page<'_>, split: &Split, em: f32) -> bool {
    let edges = |f: &Fragment| (f.x0, f.x1);
    let widest = |(a, b): (f32, f32), (c, d): (f32, f32)| (a.min(c), b.max(d));
    let Some((left, right)) = all.fragments.iter().map(edges).reduce(widest) else { return false };
    let sides = split.left.iter().chain(&split.right).filter(|&&i| all.heading(i));
    let headings: Vec<&Fragment> = sides.filter_map(|&i| all.fragments.get(i)).collect();
    let off = |f: &&Fragment| (f.x0 + f.x1 - left - right).abs() < 2.0 * em;
    let starts = headings.iter().map(|f| f.x0);
    let (first, last) =
        starts.fold((f32::INFINITY, f32::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    headings.len() >= 2 && last - first > em && headings.iter().all(off)
}

/// How many of `rows` are level with one of `others`.
fn partners(rows: &[f32], others: &[f32], em: f32) -> usize {
    rows.iter().filter(|y| others.iter().any(|z| (*z - **y).abs() <= 0.3 * em)).count()
}

/// Whether, between the headings on the left, nearly every line has its partner on the right and is
/// its label or its date.
fn rows_by_section(all: &Page<'_>, split: &Split, em: f32) -> bool {
    let mut borders: Vec<f32> =
        split.left.iter().filter(|&&i| all.heading(i)).map(|&i| all.y(i) - 0.1 * em).collect();
    borders.insert(0, f32::NEG_INFINITY);
    borders.push(f32::INFINITY);
    let within = |side: &[usize], from: f32, to: f32| -> Vec<usize> {
        let plain = side.iter().copied().filter(|&i| !all.heading(i));
        plain.filter(|&i| (from..to).contains(&all.y(i))).collect()
    };
    let (mut rows, mut others, mut lines) = (0, 0, 0);
    for pair in borders.windows(2) {
        let &[from, to] = pair else { continue };
        let (labels, texts) = (within(&split.left, from, to), within(&split.right, from, to));
        if labels.is_empty() || texts.is_empty() {
            continue;
        }
        if are_labels(all, &labels, &texts, em) {
            rows += 1;
            lines += labels.len();
        } else {
            others += 1;
        }
    }
    rows >= 2 * others && lines >= 3
}

fn are_labels(all: &Page<'_>, labels: &[usize], texts: &[usize], em: f32) -> bool {
    let level = |i: &&usize| texts.iter().any(|&t| (all.y(t) - all.y(**i)).abs() <= 0.3 * em);
    let matched = labels.iter().filter(level).count();
    let seen: Vec<&Trait> = labels.iter().filter_map(|&i| all.traits.get(i)).collect();
    let letters: usize = seen.iter().map(|t| t.letters).sum();
    let dates = seen.iter().filter(|t| t.date).count();
    matched * 10 >= labels.len() * 8 && (letters <= 16 * labels.len() || dates * 3 >= labels.len())
}

fn side(all: &Page<'_>, members: &[usize], em: f32) -> Side {
    let mut side = Side::default();
    let mut edges: Vec<(f32, usize)> = Vec::new();
    for &i in members {
        let (Some(fragment), Some(seen)) = (all.fragments.get(i), all.traits.get(i)) else {
            continue;
        };
        side.count += 1;
        side.letters += seen.letters;
        side.headings += usize::from(seen.heading);
        side.dates += usize::from(seen.date);
        side.long += usize::from(seen.long);
        side.short += usize::from(seen.letters <= 3);
        side.places += usize::from(seen.place);
        if !seen.heading {
            side.plain.push(fragment.baseline);
            side.plain_letters += seen.letters;
        }
        if side.rows.last().is_none_or(|y| fragment.baseline - y > 0.3 * em) {
            side.rows.push(fragment.baseline);
        }
        match edges.iter_mut().find(|(x, _)| (x - fragment.x0).abs() < 0.3 * em) {
            Some((_, count)) => *count += 1,
            None => edges.push((fragment.x0, 1)),
        }
    }
    side.shared = edges.iter().map(|(_, count)| *count).max().unwrap_or(0);
    side
}
