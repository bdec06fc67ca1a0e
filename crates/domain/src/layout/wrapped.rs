//! Dates and headings that a narrow column broke into lines are put together again.

use super::{
    bullets::is_dash_bullet,
    fragments::{Char, Fragment},
};
use crate::{lexicon::Lexicon, resumes::dates};

/// Longer lines are no part of a date or a heading.
const LONGEST: usize = 32;
/// How many lines a date or a heading may take.
const LINES: usize = 3;

/// Joins the lines of dates and headings; `fragments` are sorted by baseline.
pub(super) fn join(mut fragments: Vec<Fragment>) -> Vec<Fragment> {
    let mut at = 0;
    while at < fragments.len() {
        if let Some(lines) = wrapped(&fragments, at) {
            let mut lines: Vec<Fragment> =
                lines.into_iter().rev().map(|i| fragments.remove(i)).collect();
            lines.reverse();
            if let Some(first) = fragments.get_mut(at) {
                lines.into_iter().for_each(|line| append(first, line));
            }
        }
        at += 1;
    }
    fragments
}

/// The lines that go on with the one at `at`, from top to bottom.
fn wrapped(fragments: &[Fragment], at: usize) -> Option<Vec<usize>> {
    let first = fragments.get(at).filter(|f| f.chars.len() <= LONGEST)?;
    let mut text = first.text();
    if !could_go_on(&text) {
        return None;
    }
    let mut lines = Vec::new();
    let mut last = first;
    while lines.len() + 1 < LINES {
        let from = lines.last().copied().unwrap_or(at) + 1;
        let (index, next) = below(fragments, from, first, last)?;
        text.push(' ');
        text.push_str(&next.text());
        lines.push(index);
        if is_one_date(&text) && !is_one_date(&next.text()) || is_one_heading(&text, first, next) {
            return Some(lines);
        }
        last = next;
    }
    None
}

/// Whether a line is not complete in itself: a date without its end, or words.
fn could_go_on(text: &str) -> bool {
    let letters = text.chars().any(char::is_alphabetic);
    let digits = text.chars().any(|c| c.is_ascii_digit());
    (letters || digits) && !is_one_date(text)
}

/// The line right below `last` that stands as `first` does.
fn below<'a>(
    fragments: &'a [Fragment],
    from: usize,
    first: &Fragment,
    last: &Fragment,
) -> Option<(usize, &'a Fragment)> {
    let em = first.size;
    let later = fragments.iter().enumerate().skip(from);
    let near = later.take_while(|(_, f)| f.baseline - last.baseline <= 1.7 * em);
    let mut under = near.filter(|(_, f)| {
        f.baseline - last.baseline >= 0.8 * em && f.x0 < first.x1 && f.x1 > first.x0
    });
    let (index, next) = under.next()?;
    let aligned = (next.x0 - first.x0).abs() < 0.3 * em
        || (next.x1 - first.x1).abs() < 0.3 * em
        || (next.x0 + next.x1 - first.x0 - first.x1).abs() < 0.6 * em;
    let alike = (next.size - em).abs() < 0.1 * em && next.chars.len() <= LONGEST;
    (aligned && alike).then_some((index, next))
}

/// Whether all of `text` is one range of dates with an end.
fn is_one_date(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let open = chars.last().is_some_and(|c| is_dash_bullet(*c));
    !open
        && dates::best(&chars)
            .is_some_and(|span| span.range && span.at.len() + 2 >= chars.len() && chars.len() <= 40)
}

/// Whether both lines together are a heading, as one phrase, and look alike.
fn is_one_heading(text: &str, first: &Fragment, next: &Fragment) -> bool {
    let look = |f: &Fragment| f.chars.first().map(|c| c.style);
    look(first) == look(next) && Lexicon::get().is_heading_phrase(text)
}

fn append(first: &mut Fragment, line: Fragment) {
    if let Some(last) = first.chars.last().copied() {
        first.chars.push(Char { ch: ' ', x0: last.x1, ..last });
    }
    first.chars.extend(line.chars);
    first.x0 = first.x0.min(line.x0);
    first.x1 = first.x1.max(line.x1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fragments::tests::written;

    fn joined(lines: &[(f32, &str)]) -> Vec<String> {
        let page =
            lines.iter().enumerate().map(|(n, (x, text))| written(*x, 12.0 * n as f32, text));
        join(page.collect()).iter().map(Fragment::text).collect()
    }

    #[test]
    fn a_range_of_dates_in_a_narrow_column_is_one() {
        assert_eq!(joined(&[(40.0, "07/2021 –"), (40.0, "Present")]), ["07/2021 – Present"]);
        let three = [(40.0, "Aug"), (40.0, "2016–Feb"), (40.0, "2020")];
        assert_eq!(joined(&three), ["Aug 2016–Feb 2020"]);
        assert_eq!(joined(&[(40.0, "2016 – 2018"), (40.0, "2014 – 2016")]).len(), 2);
        assert_eq!(joined(&[(40.0, "2016"), (40.0, "2014")]).len(), 2);
    }

    #[test]
    fn a_heading_of_two_lines_is_one_but_two_headings_are_two() {
        assert_eq!(joined(&[(40.0, "Work"), (40.0, "Experience")]), ["Work Experience"]);
        assert_eq!(joined(&[(40.0, "Skills"), (40.0, "Languages")]).len(), 2);
        assert_eq!(joined(&[(40.0, "Work"), (90.0, "Experience")]).len(), 2);
    }
}
