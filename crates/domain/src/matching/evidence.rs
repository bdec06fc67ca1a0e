//! What in a resume answers a requirement, and how well.

use super::{
    How, ResumeQuote,
    fields::{Field, Place, words},
};
use crate::{
    PartialDate,
    jobs::{Requirement, RequirementKind, TextSpan, offsets::Utf16},
    vocabulary::{self, Skill},
};

/// The best answer to a requirement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) value: f32,
    pub(super) how: How,
    pub(super) resume: ResumeQuote,
}

/// How a mention relates to what is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tie {
    Same,
    Implied,
    Related(f32),
}

/// The best answer of `fields` to `asked`; repeating a word makes no answer better.
pub(super) fn best(asked: &Requirement, fields: &[Field], today: PartialDate) -> Option<Answer> {
    let skill = vocabulary::get(&asked.canonical);
    let mut best: Option<Answer> = None;
    let (mut listed, mut shown) = (None, None::<f32>);
    for field in fields {
        let Some((tie, range)) = tie(asked, skill, field) else { continue };
        let (value, how) = worth(tie, field.place, asked.kind, today);
        let quote = || {
            let span = Utf16::new(&field.text).span(range.clone());
            ResumeQuote { path: field.path.clone(), text: field.text.clone(), span }
        };
        match field.place {
            Place::List | Place::About if tie == Tie::Same => {
                listed = listed.or_else(|| Some(quote()));
            }
            Place::Role { .. } | Place::Project | Place::Certificate
                if !matches!(tie, Tie::Related(_)) =>
            {
                shown = Some(shown.unwrap_or(0.0).max(value));
            }
            _ => {}
        }
        if best.as_ref().is_none_or(|held| value > held.value) {
            best = Some(Answer { value, how, resume: quote() });
        }
    }
    // A listed skill that a role bears out is worth more than an old role alone.
    if let (Some(resume), Some(value)) = (listed, shown)
        && value < SUPPORTED
    {
        return Some(Answer { value: SUPPORTED, how: How::ListedAndShown, resume });
    }
    best
}

/// A listed skill, borne out elsewhere.
const SUPPORTED: f32 = 0.85;
/// A skill that is only listed: what stuffing can reach.
const LISTED: f32 = 0.5;
/// What one skill tells of another.
const IMPLIED: f32 = 0.8;

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
        Place::List | Place::About | Place::Language => {
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

/// The closest tie between a requirement and what a field names.
fn tie(
    asked: &Requirement,
    skill: Option<&'static Skill>,
    field: &Field,
) -> Option<(Tie, std::ops::Range<usize>)> {
    let Some(skill) = skill else {
        return phrase(&asked.name, field).map(|range| (Tie::Same, range));
    };
    let mut best: Option<(f32, Tie, std::ops::Range<usize>)> = None;
    for mention in &field.mentions {
        let tie = if mention.skill.id == skill.id {
            Tie::Same
        } else if shows(mention.skill, &skill.id) {
            Tie::Implied
        } else if let Some(weight) = related(mention.skill, skill) {
            Tie::Related(weight)
        } else {
            continue;
        };
        let rank = match tie {
            Tie::Same => 1.0,
            Tie::Implied => IMPLIED,
            Tie::Related(weight) => weight,
        };
        if best.as_ref().is_none_or(|(held, ..)| rank > *held) {
            best = Some((rank, tie, mention.range.clone()));
        }
    }
    best.map(|(_, tie, range)| (tie, range))
}

/// Whether a skill shows another, directly or by way of what it shows.
fn shows(skill: &Skill, id: &str) -> bool {
    let mut open: Vec<&str> = skill.implies.iter().map(String::as_str).collect();
    for _ in 0..50 {
        let Some(next) = open.pop() else { return false };
        if next == id {
            return true;
        }
        if let Some(skill) = vocabulary::get(next) {
            open.extend(skill.implies.iter().map(String::as_str));
        }
    }
    false
}

fn related(one: &Skill, other: &Skill) -> Option<f32> {
    let weight = |from: &Skill, to: &Skill| {
        from.related.iter().find(|(id, _)| *id == to.id).map(|(_, weight)| *weight)
    };
    weight(one, other).or_else(|| weight(other, one))
}

/// Where a field says what a phrase outside the vocabulary asks: all of its telling words.
fn phrase(name: &str, field: &Field) -> Option<std::ops::Range<usize>> {
    const SMALL: [&str; 14] =
        ["and", "or", "of", "the", "in", "a", "to", "with", "for", "und", "der", "de", "et", "any"];
    let asked: Vec<String> =
        words(name).into_iter().filter(|word| !SMALL.contains(&word.as_str())).collect();
    if asked.is_empty() || !asked.iter().all(|word| field.words.contains(word)) {
        return None;
    }
    // The quote is from the first to the last of those words, as printed.
    let mut range: Option<std::ops::Range<usize>> = None;
    let mut at = 0;
    for piece in field.text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
    {
        let bare = piece.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+' && c != '#');
        if words(bare).iter().any(|word| asked.contains(word)) {
            let start = range.as_ref().map_or(at, |held| held.start);
            range = Some(start..at + bare.len());
        }
        at += piece.len();
    }
    range
}

/// A quote of a whole field.
pub(super) fn whole(path: &str, text: &str) -> ResumeQuote {
    let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    ResumeQuote { path: path.to_owned(), text: text.to_owned(), span: TextSpan { start: 0, end } }
}
