//! What in a resume answers a requirement, and how well.

use std::ops::Range;

use super::{
    How, ResumeQuote,
    fields::{Field, Place, denied, words},
    shown::{Shown, Tie},
};
use crate::{
    PartialDate,
    jobs::{Requirement, RequirementKind, TextSpan, offsets::Utf16},
    vocabulary,
};

/// The best answer to a requirement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) value: f32,
    pub(super) how: How,
    pub(super) resume: ResumeQuote,
}

/// A listed skill, borne out elsewhere.
const SUPPORTED: f32 = 0.85;
/// A skill that is only listed: what stuffing can reach.
const LISTED: f32 = 0.5;
/// What one skill tells of another.
const IMPLIED: f32 = 0.8;
/// What most, but not all, of the words of a phrase tell of it.
const PARTLY: f32 = 0.6;

/// The best answer of a resume to `asked`; repeating a word makes no answer better.
pub(super) fn best(asked: &Requirement, shown: &Shown<'_>) -> Option<Answer> {
    if let Some(skill) = vocabulary::get(&asked.canonical) {
        let ties = shown.ties(&asked.canonical).iter();
        let tied = choose(asked.kind, shown, ties.map(|it| (it.field, it.tie, it.range.clone())));
        return tied.or_else(|| literal(asked.kind, &skill.name, shown));
    }
    let telling = telling(&asked.name);
    let found = shown.fields.iter().enumerate().filter_map(|(at, field)| {
        let (tie, range) = phrase(&telling, field)?;
        Some((at, tie, range))
    });
    choose(asked.kind, shown, found)
}

/// An ambiguous name that the resume prints just so: the posting has told which one is meant.
fn literal(kind: RequirementKind, name: &str, shown: &Shown<'_>) -> Option<Answer> {
    // Of one or two letters too many words begin.
    if name.len() < 3 || !name.contains(char::is_uppercase) {
        return None;
    }
    let found = shown.fields.iter().enumerate().filter_map(|(at, field)| {
        let start = field.text.find(name)?;
        let end = start + name.len();
        let wordy = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let whole = !wordy(field.text.get(..start)?.chars().next_back())
            && !wordy(field.text.get(end..)?.chars().next());
        // The first word of a line is printed with a capital whatever it is.
        let first = field.text.get(..start)?.trim().is_empty() && field.text.len() > end + 20;
        (whole && !first && !denied(&field.text, start)).then_some((at, Tie::Same, start..end))
    });
    choose(kind, shown, found)
}

/// The best of several answers.
fn choose(
    kind: RequirementKind,
    shown: &Shown<'_>,
    found: impl Iterator<Item = (usize, Tie, Range<usize>)>,
) -> Option<Answer> {
    let mut best: Option<(f32, How, &Field, Range<usize>)> = None;
    let (mut listed, mut borne_out) = (None, false);
    for (at, tie, range) in found {
        let Some(field) = shown.fields.get(at) else { continue };
        let (value, how) = worth(tie, field.place, kind, shown.today);
        match field.place {
            Place::List | Place::About if tie == Tie::Same => {
                listed.get_or_insert((field, range.clone()));
            }
            Place::Role { .. } | Place::Project | Place::Certificate => {
                borne_out |= !matches!(tie, Tie::Related(_));
            }
            Place::List | Place::About | Place::Education | Place::Language | Place::Position => {}
        }
        if best.as_ref().is_none_or(|(held, ..)| value > *held) {
            best = Some((value, how, field, range));
        }
    }
    let (value, how, field, range) = best?;
    // A listed skill that a role bears out is worth more than an old role alone.
    if let (Some((field, range)), true, true) = (listed, borne_out, value < SUPPORTED) {
        let resume = quote(field, range);
        return Some(Answer { value: SUPPORTED, how: How::ListedAndShown, resume });
    }
    Some(Answer { value, how, resume: quote(field, range) })
}

fn quote(field: &Field, range: Range<usize>) -> ResumeQuote {
    let span = Utf16::new(&field.text).span(range);
    ResumeQuote { path: field.path.clone(), text: field.text.clone(), span }
}

/// How well a mention answers, by its tie and its place.
fn worth(tie: Tie, place: Place, kind: RequirementKind, today: PartialDate) -> (f32, How) {
    // Credentials and languages are facts wherever they stand, and do not fade.
    if matches!(kind, RequirementKind::License | RequirementKind::Language) {
        return match tie {
            Tie::Same => (1.0, How::Shown),
            Tie::Implied => (1.0, How::Implied),
            Tie::Related(weight) => (weight * 0.5, How::Related),
        };
    }
    let (tied, how) = match tie {
        Tie::Same => (1.0, How::Shown),
        Tie::Implied => (IMPLIED, How::Implied),
        Tie::Related(weight) => (weight, How::Related),
    };
    match place {
        Place::Role { end } => (tied * freshness(end, today), how),
        Place::Project | Place::Certificate => (tied, how),
        Place::Education => (tied * SUPPORTED, how),
        Place::List | Place::About | Place::Language | Place::Position => {
            (tied * LISTED, if tie == Tie::Same { How::ListedOnly } else { how })
        }
    }
}

/// How much an answer fades with the years since its role ended.
fn freshness(end: Option<i32>, today: PartialDate) -> f32 {
    let Some(end) = end else { return 0.9 };
    match (today.months() - end).max(0) {
        0..=36 => 1.0,
        37..=72 => 0.9,
        73..=120 => 0.8,
        _ => 0.7,
    }
}

/// The words of a phrase that tell what it is about.
fn telling(name: &str) -> Vec<String> {
    const SMALL: [&str; 40] = [
        "and",
        "or",
        "of",
        "the",
        "in",
        "a",
        "an",
        "to",
        "with",
        "for",
        "on",
        "at",
        "by",
        "und",
        "der",
        "die",
        "de",
        "et",
        "la",
        "le",
        "any",
        "other",
        "similar",
        "etc",
        "experience",
        "knowledge",
        "skill",
        "strong",
        "good",
        "excellent",
        "ability",
        "understanding",
        "working",
        "proven",
        "solid",
        "basic",
        "advanced",
        "using",
        "year",
        "relevant",
    ];
    let mut told: Vec<String> =
        words(name).into_iter().filter(|word| !SMALL.contains(&word.as_str())).collect();
    told.sort_unstable();
    told.dedup();
    told
}

/// Where a field says what a phrase outside the vocabulary asks: all of its telling words, or
/// most of them when there are many.
fn phrase(asked: &[String], field: &Field) -> Option<(Tie, Range<usize>)> {
    let found = asked.iter().filter(|word| field.words.contains(word)).count();
    let tie = match (asked.len(), found) {
        (0, _) => return None,
        (all, found) if all == found => Tie::Same,
        (4.., found) if found * 3 >= asked.len() * 2 => Tie::Related(PARTLY),
        _ => return None,
    };
    // The quote is from the first to the last of those words, as printed.
    let mut range: Option<Range<usize>> = None;
    let mut at = 0;
    let inner = |c: char| c.is_alphanumeric() || c == '+' || c == '#';
    for piece in field.text.split_inclusive(|c: char| !inner(c)) {
        let bare = piece.trim_end_matches(|c: char| !inner(c));
        if words(bare).iter().any(|word| asked.contains(word)) {
            let start = range.as_ref().map_or(at, |held| held.start);
            range = Some(start..at + bare.len());
        }
        at += piece.len();
    }
    range.map(|range| (tie, range))
}

/// A quote of a whole field.
pub(super) fn whole(path: &str, text: &str) -> ResumeQuote {
    let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    ResumeQuote { path: path.to_owned(), text: text.to_owned(), span: TextSpan { start: 0, end } }
}
