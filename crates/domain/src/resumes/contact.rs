//! How to reach the person: e-mail, telephone, addresses on the web, place.

use super::found::Found;
use super::phone::phone;
use super::place::place;
use super::web::web;
use crate::{
    layout::{Layout, Passage},
    lexicon::fold,
};
use regex::Regex;
use std::sync::LazyLock;

pub(super) static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"[\p{L}0-9][\p{L}0-9._%+\-]*@[\p{L}0-9][\p{L}0-9\-]*(?:\.[\p{L}0-9\-]+)*\.\p{L}{2,24}",
    )
    .ok()
});

/// Reads the ways to reach the person from `near` (the header, the contact section, margins),
/// then from all lines.
pub(crate) fn read(layout: &Layout, near: &[usize], found: &mut Found) {
    let near_cells = cells(layout, near);
    let all: Vec<usize> = (0..layout.lines.len()).collect();
    email(layout, &near_cells, &cells(layout, &all), found);
    phone(layout, &near_cells, &cells(layout, &all), found);
    web(layout, &near_cells, near, found);
    place(layout, &near_cells, near, found);
}

/// The cells of `lines`.
pub(super) fn cells(layout: &Layout, lines: &[usize]) -> Vec<Passage> {
    lines
        .iter()
        .filter_map(|&i| layout.lines.get(i))
        .flat_map(|line| line.cells.iter().map(|cell| cell.text.clone()))
        .collect()
}

pub(super) fn email(layout: &Layout, near: &[Passage], all: &[Passage], found: &mut Found) {
    let Some(pattern) = EMAIL.as_ref() else { return };
    let three = near.windows(3).find_map(|parts| match parts {
        [a, b, c] => wrapped_thrice(pattern, a, b, c),
        _ => None,
    });
    let wrapped = three.or_else(|| {
        near.windows(2).find_map(|pair| match pair {
            [a, b] => wrapped_email(pattern, a, b),
            _ => None,
        })
    });
    let printed = wrapped.or_else(|| {
        near.iter().chain(all).find_map(|cell| cell.find(pattern).map(|at| cell.slice(at)))
    });
    if let Some(text) = printed {
        let text = strip_prefix(text, &["mailto:", "email:"]);
        let value = text.text();
        found.note(layout, "basics.email".into(), &text, 0.985);
        found.resume.basics.email = value;
        return;
    }
    let link =
        layout.links.iter().find(|link| link.target.to_ascii_lowercase().starts_with("mailto:"));
    if let Some(link) = link {
        let target = link.target.get(7..).unwrap_or_default();
        let address = target.split('?').next().unwrap_or_default().trim();
        if pattern.is_match(address) {
            found.note(layout, "basics.email".into(), &link.text, 0.93);
            found.resume.basics.email = address.to_owned();
        }
    }
}

fn strip_prefix(text: Passage, prefixes: &[&str]) -> Passage {
    let folded = fold(&text.text());
    let cut = prefixes.iter().find(|p| folded.starts_with(**p)).map_or(0, |p| p.len());
    text.slice(cut..text.len())
}

/// An address whose first half ends one line and whose second half begins the next.
fn wrapped_email(pattern: &Regex, a: &Passage, b: &Passage) -> Option<Passage> {
    let (first, second) = (a.trim(), b.trim());
    let one_word = |p: &Passage| !p.chars().iter().any(|c| c.is_whitespace());
    if !one_word(&first) || !one_word(&second) || second.is_empty() {
        return None;
    }
    let at = |p: &Passage| p.chars().contains(&'@');
    let whole_first = first.find(pattern).is_some_and(|r| r.len() == first.len());
    let hyphen = matches!(first.chars().last(), Some('-' | '.' | '_' | '+' | '@'));
    let broken = at(&first)
        && !at(&second)
        && (!whole_first || hyphen || matches!(second.chars().first(), Some('.' | '@')))
        || !at(&first) && at(&second) && (hyphen || second.chars().first() == Some(&'@'));
    if !broken {
        return None;
    }
    let mut both = first;
    both.append("", &second);
    let range = both.find(pattern)?;
    (range.len() == both.len()).then_some(both)
}

/// An address torn into three lines.
fn wrapped_thrice(pattern: &Regex, a: &Passage, b: &Passage, c: &Passage) -> Option<Passage> {
    let mut both = a.trim();
    let (b, c) = (b.trim(), c.trim());
    let open = |p: &Passage| matches!(p.chars().last(), Some('-' | '.' | '_' | '@'));
    let plain =
        |p: &Passage| !p.is_empty() && p.len() < 40 && !p.chars().iter().any(|c| c.is_whitespace());
    if !open(&both)
        || !open(&b)
        || ![&both, &b, &c].into_iter().all(plain)
        || !b.chars().iter().chain(both.chars()).any(|c| *c == '@')
    {
        return None;
    }
    both.append("", &b);
    both.append("", &c);
    let range = both.find(pattern)?;
    (range.len() == both.len()).then_some(both)
}
