//! The score, explained: what was found where, what was not, and what would change it.

use super::{
    Band, Evidence, GateStatus, Match, Missing, gates,
    tally::{self, Item},
};
use crate::{
    PartialDate,
    jobs::{Importance, Posting},
    resumes::Resume,
    vocabulary::{self, SkillKind},
};

/// The version of the formula, stored with every result.
pub const VERSION: u32 = 1;

/// With fewer requirements than this there is nothing to score.
const LEAST: usize = 3;
/// What the score cannot pass while a condition is not met.
const CAP: f32 = 59.9;

/// Compares a resume with a posting as of `today`. The same input always gives the same answer.
pub fn score(resume: &Resume, posting: &Posting, today: PartialDate) -> Match {
    let tally = tally::of(resume, posting, today);
    let gates = gates::of(resume, posting, &tally);
    let capped = gates.iter().any(|gate| gate.status == GateStatus::NotMet);
    let (components, sum) = tally::total(&tally.items);
    let vague = is_vague(&tally.items);
    let limit = |sum: f32| if capped { sum.min(CAP) } else { sum };
    let score = (!vague).then(|| rounded(limit(sum)));
    let asked = || tally.items.iter().filter(|it| it.asked);
    let musts = || asked().filter(|it| it.importance == Importance::Required);
    let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
    Match {
        score,
        band: score.map_or(Band::TooVague, band),
        components,
        evidence: asked().filter_map(evidence).collect(),
        missing: missing(&tally.items, sum),
        unscored: unscored(posting),
        required: (count(musts().count()), count(musts().filter(|it| it.value >= 0.4).count())),
        gates,
        version: VERSION,
    }
}

fn rounded(score: f32) -> f32 {
    (score.clamp(0.0, 100.0) * 10.0).round() / 10.0
}

fn band(score: f32) -> Band {
    match score {
        75.0.. => Band::Strong,
        60.0.. => Band::Good,
        40.0.. => Band::Partial,
        _ => Band::Weak,
    }
}

/// Whether a posting asks for too little; duties only count when there are many.
fn is_vague(items: &[Item]) -> bool {
    let asked =
        items.iter().filter(|it| it.asked && it.importance <= Importance::Preferred).count();
    let told = items.iter().filter(|it| it.asked).count();
    asked < LEAST && told < 2 * LEAST
}

fn evidence(item: &Item) -> Option<Evidence> {
    let answer = item.answer.as_ref()?;
    Some(Evidence {
        kind: item.kind,
        name: item.name.clone(),
        importance: item.importance,
        posting: item.posting,
        resume: answer.resume.clone(),
        how: answer.how,
        value: item.value,
    })
}

/// What nothing answers, what would help most first.
fn missing(items: &[Item], sum: f32) -> Vec<Missing> {
    let gain = |at: usize| {
        let mut met = items.to_vec();
        if let Some(item) = met.get_mut(at) {
            item.value = 1.0;
        }
        rounded(tally::total(&met).1 - sum)
    };
    let open = items.iter().enumerate().filter(|(_, it)| it.asked && it.answer.is_none());
    let mut missing: Vec<Missing> = open
        .map(|(at, it)| Missing {
            kind: it.kind,
            name: it.name.clone(),
            importance: it.importance,
            posting: it.posting,
            gain: gain(at),
        })
        .collect();
    missing.sort_by(|a, b| a.importance.cmp(&b.importance).then(b.gain.total_cmp(&a.gain)));
    missing
}

/// Traits a posting asks for, as printed: no rule can judge them.
fn unscored(posting: &Posting) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let text: String = posting.text.chars().take(20_000).collect();
    for mention in vocabulary::find(&text) {
        let printed = text.get(mention.range).unwrap_or_default().replace('\n', " ");
        let known = found.iter().any(|it| it.eq_ignore_ascii_case(&printed));
        if mention.skill.kind == SkillKind::Soft && !known && found.len() < 12 {
            found.push(printed);
        }
    }
    found
}
