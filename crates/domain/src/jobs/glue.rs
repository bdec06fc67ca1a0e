//! Where words of a line were glued together when line breaks were lost.

use super::{lines::Cut, lists::list};

/// Where words were glued when line breaks were lost: "yearsWorkplace", "schedule:Monday".
pub(super) fn cuts(line: &str) -> Vec<Cut> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let mut cuts = Vec::new();
    for window in chars.windows(3) {
        let [(_, before), (at, first), (_, second)] = window else { continue };
        let glued = first.is_uppercase() && second.is_lowercase();
        if glued
            && (before.is_lowercase() || matches!(before, ')' | '!' | '?' | '®' | '™'))
            && !in_name(line, *at)
        {
            cuts.push(Cut { at: *at, after_heading: false });
        }
        // "environmentCBS News": a longer word before, a name in capitals behind.
        let shouted = first.is_uppercase() && second.is_uppercase() && before.is_lowercase();
        if shouted && word_before(line, *at) > 4 && !in_name(line, *at) {
            cuts.push(Cut { at: *at, after_heading: false });
        }
        // "employees.Contract length" is cut as a sentence; "hours: 5Experience" here.
        if glued && before.is_ascii_digit() {
            cuts.push(Cut { at: *at, after_heading: false });
        }
    }
    // Labels stand glued to whatever was on the line above: "Reno, NVJob Type: Part-time".
    for label in list("glued.labels") {
        for (at, _) in line.match_indices(label) {
            let behind = line.get(at + label.len()..).and_then(|rest| rest.chars().next());
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            if behind == Some(':') && before.is_some_and(|c| !c.is_whitespace()) {
                cuts.push(Cut { at, after_heading: false });
            }
        }
    }
    // A new item often starts with the same few words although nothing marks it.
    for start in [
        " Experience ",
        " Knowledge ",
        " Ability ",
        " Strong ",
        " Proficiency ",
        " Familiarity ",
        " Excellent ",
        " Minimum of ",
    ] {
        for (at, _) in line.match_indices(start) {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            if before
                .is_some_and(|c| c.is_lowercase() || matches!(c, ')' | ';') || c.is_ascii_digit())
            {
                cuts.push(Cut { at: at + 1, after_heading: false });
            }
        }
    }
    cuts
}

/// How many letters stand right before `at`.
fn word_before(line: &str, at: usize) -> usize {
    let before = line.get(..at).unwrap_or_default().chars().rev();
    before.take_while(|c| c.is_lowercase()).count()
}

/// Whether the capital at `at` stands in a name like "JavaScript", and not where glue was.
fn in_name(line: &str, at: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    let before: String =
        line.get(..at).unwrap_or_default().chars().rev().take_while(|c| letter(*c)).collect();
    let after: String =
        line.get(at..).unwrap_or_default().chars().take_while(|c| letter(*c)).collect();
    let before: String = before.chars().rev().collect();
    let name = format!("{before}{after}");
    before.chars().count() < 3
        || ["Mac", "Mc"].contains(&before.as_str())
        || crate::vocabulary::named(&name).is_some()
        || line.matches(&name).count() > 1
}
