//! Where a text names entries of the vocabulary.

use std::ops::Range;

use super::{Folded, Skill, load::Vocabulary};

/// A mention of an entry in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Which entry.
    pub skill: &'static Skill,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
}

impl Mention {
    /// The mention as it stands in the part of its text that starts at `start`.
    pub(crate) fn from(&self, start: usize) -> Self {
        Self { skill: self.skill, range: self.range.start - start..self.range.end - start }
    }
}

/// A mention while it is being weighed.
struct Found {
    name: usize,
    range: Range<usize>,
    sure: bool,
}

/// How far around an ambiguous name a context word may stand, in bytes.
const NEAR: usize = 90;

/// See [`super::find`].
pub(super) fn mentions(vocabulary: &'static Vocabulary, text: &str) -> Vec<Mention> {
    let Some(automaton) = &vocabulary.automaton else { return Vec::new() };
    let folded = Folded::new(text);
    let flat = is_flat(text);
    let mut found: Vec<Found> = automaton
        .find_overlapping_iter(&folded.text)
        .filter_map(|hit| {
            let name = vocabulary.names.get(hit.pattern().as_usize())?;
            let range = bounded(&folded.text, hit.range(), name.plural)?;
            let printed = || text.get(folded.origin(hit.start())..folded.origin(hit.end()));
            if name
                .exact
                .as_ref()
                .is_some_and(|exact| !printed().is_some_and(|it| is_exactly(it, exact, flat)))
            {
                return None;
            }
            Some(Found { name: hit.pattern().as_usize(), range, sure: !name.needs_context })
        })
        .collect();
    found.sort_by(|a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
    let kept = weighed(vocabulary, &folded.text, found);
    kept.into_iter()
        .filter_map(|found| {
            let skill = vocabulary.skills.get(vocabulary.names.get(found.name)?.skill)?;
            let range = folded.origin(found.range.start)..folded.origin(found.range.end);
            // Where a space was folded away the end may stand before the next word.
            let printed = text.get(range.clone())?;
            let end = range.start + printed.trim_end().len();
            Some(Mention { skill, range: range.start..end })
        })
        .collect()
}

/// Whether a text is all in small letters or all in capitals, so that case tells nothing.
fn is_flat(text: &str) -> bool {
    let small = text.chars().any(char::is_lowercase);
    let capital = text.chars().any(char::is_uppercase);
    small != capital
}

/// Whether a name is printed as it must be; a shouted line shouts longer names too, and where case
/// tells nothing only words of the language must still be told from names.
fn is_exactly(printed: &str, exact: &str, flat: bool) -> bool {
    const WORDS: [&str; 42] = [
        "access", "ace", "act", "aids", "arm", "cap", "camp", "cast", "core", "dash", "epic",
        "excel", "express", "hive", "icf", "it", "less", "lit", "make", "map", "notion", "outlook",
        "pet", "pma", "post", "raw", "reach", "safe", "salt", "sap", "scope", "sharp", "sit",
        "spin", "spring", "stable", "teams", "tips", "vault", "who", "windows", "word",
    ];
    if printed == exact || (exact.len() > 3 && printed == exact.to_uppercase()) {
        return true;
    }
    let small = exact.to_lowercase();
    flat && exact.len() > 1
        && !WORDS.contains(&small.as_str())
        && printed.eq_ignore_ascii_case(exact)
}

/// The match with its plural, unless it stands within a longer word.
fn bounded(text: &str, range: Range<usize>, plural: bool) -> Option<Range<usize>> {
    let before = text.get(..range.start)?.chars().next_back();
    let own_start = text.get(range.clone())?.chars().next()?;
    if own_start.is_alphanumeric() && before.is_some_and(|c| c.is_alphanumeric() || c == '#') {
        return None;
    }
    let own_end = text.get(range.clone())?.chars().next_back()?;
    let mut after = text.get(range.end..)?.chars();
    let next = after.next();
    let wordy = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if plural && next == Some('s') && !wordy(after.clone().next()) {
        return Some(range.start..range.end + 1);
    }
    if own_end.is_alphanumeric() {
        let second = after.next();
        let longer = wordy(next)
            || matches!(next, Some('#'))
            || (next == Some('+') && (second == Some('+') || range.len() == 1))
            || (next == Some('\'') && range.len() == 1)
            || (next == Some('.') && wordy(second) && range.len() < 4)
            || (next == Some('&') && wordy(second));
        if longer {
            return None;
        }
    }
    Some(range)
}

/// The longest mentions, the doubtful ones only where their surroundings speak for them.
fn weighed(vocabulary: &Vocabulary, text: &str, found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    // First what is certain or has its context word, the longest at each place.
    let mut doubtful: Vec<Found> = Vec::new();
    for one in found {
        if one.sure || in_context(vocabulary, text, &one) {
            match kept.last() {
                Some(last) if one.range.start < last.range.end => {
                    if one.range.start == last.range.start || one.range.len() <= last.range.len() {
                        continue;
                    }
                    kept.pop();
                    kept.push(one);
                }
                _ => kept.push(one),
            }
        } else {
            doubtful.push(one);
        }
    }
    for one in doubtful {
        let at = kept.partition_point(|other| other.range.start < one.range.start);
        let before = at.checked_sub(1).and_then(|at| kept.get(at));
        let after = kept.get(at);
        let free = before.is_none_or(|other| other.range.end <= one.range.start)
            && after.is_none_or(|other| one.range.end <= other.range.start);
        let beside = before.is_some_and(|other| listed(vocabulary, text, other, &one))
            || after.is_some_and(|other| listed(vocabulary, text, &one, other));
        if free && beside {
            kept.insert(at, one);
        }
    }
    kept
}

/// Whether two mentions of one field are neighbours in a list.
fn listed(vocabulary: &Vocabulary, text: &str, first: &Found, second: &Found) -> bool {
    let field = |found: &Found| {
        let skill = vocabulary.skills.get(vocabulary.names.get(found.name)?.skill)?;
        Some(skill.field.as_str())
    };
    let between = text.get(first.range.end..second.range.start).unwrap_or("far away");
    let parted = |c: char| matches!(c, ',' | '/' | ';' | '|' | '·' | '•' | '(' | ')' | '&' | ' ');
    let between = between.trim_matches(parted);
    field(first) == field(second)
        && matches!(between, "" | "and" | "or" | "und" | "et" | "y" | "e" | "i" | "oder" | "ou")
}

fn in_context(vocabulary: &Vocabulary, text: &str, found: &Found) -> bool {
    let skill = vocabulary.names.get(found.name).and_then(|name| vocabulary.skills.get(name.skill));
    let Some(skill) = skill else { return false };
    let near = |from: usize, to: usize| {
        let from = (from..=found.range.start).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let to = (found.range.end..=to).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(to);
        (
            text.get(from..found.range.start).unwrap_or_default(),
            text.get(found.range.end..to).unwrap_or_default(),
        )
    };
    let (before, after) =
        near(found.range.start.saturating_sub(NEAR), (found.range.end + NEAR).min(text.len()));
    skill.context.iter().any(|word| before.contains(word.as_str()) || after.contains(word.as_str()))
}
