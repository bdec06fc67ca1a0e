//! B13, B16 and B20: slips of typing, placeholders, letters of another script.

mod scripts;
mod slips;

use super::{
    Check, Finding,
    case::Case,
    words::{first, patterns, phrase_in},
};
use crate::lexicon::fold;

patterns! {
    PLACEHOLDER = r"(?i)\blorem ipsum\b|[\[<{](?:your |the |insert |company|employer|city|name|date|title|role|position|job|phone|email|address|school|university|degree|number|hiring|skill|xx|month|year|start|end)[\p{L}\s/'’#]{0,30}[\]>}]|\bTODO\b|\bTBD\b|\bFIXME\b|(?:^|[\s($€£+])(?:XX+|X)\s?%|[$€£]X{1,4}\b|\bXX{2,}\b|\b(?:Month|Date) 20XX\b|\b20XX\b|\b19XX\b|_{4,}\s*$|\bMM/YYYY\b";
}

/// Finds slips of typing.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    placeholders(case, found);
    slips::check(case, found);
    scripts::check(case, found);
}

fn placeholders(case: &Case<'_>, found: &mut Vec<Finding>) {
    const MOST: usize = 6;
    let mut left = MOST;
    for seen in case.seen() {
        let hit = first(&PLACEHOLDER, seen.text)
            .filter(|hit| !is_masked(hit, seen.text))
            .or_else(|| phrase_in("placeholder", &fold(seen.text)));
        let name = || other_person(case, seen.text);
        let Some(hit) = hit.map(str::to_owned).or_else(name) else { continue };
        let line = seen.spot.and_then(|spot| spot.line);
        let path = line.map_or_else(|| seen.path.to_owned(), |line| case.path_of_line(line));
        let quote = if hit.len() < 12 { seen.text } else { &hit };
        found.push(Finding::new(Check::B16).at(path).on(seen.spot).quoting(quote));
        left -= 1;
        if left == 0 {
            return;
        }
    }
}

/// A telephone or account number may be masked on purpose: "XXX-XX-1234", "+49 176 313 XXX".
fn is_masked(hit: &str, text: &str) -> bool {
    if !hit.chars().all(|c| matches!(c, 'X' | 'x')) {
        return false;
    }
    let Some((before, after)) = text.split_once(hit) else { return false };
    let signs = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '-' | '+' | '@' | '.');
    let before = before.trim_end().chars().next_back();
    before.is_some_and(signs) || after.trim_start().chars().next().is_some_and(signs)
}

/// The name of a sample, where the person is called otherwise.
fn other_person(case: &Case<'_>, text: &str) -> Option<String> {
    let sample = phrase_in("sample_person", &fold(text))?;
    let own = fold(&case.resume.basics.name);
    let other = !own.is_empty() && !sample.split(' ').any(|part| own.contains(part));
    other.then(|| sample.to_owned())
}
