//! The score, explained: what was found where, what was not, and what would change it.

use super::{
    Band, Evidence, Fit, Gate, GateStatus, Match, Missing, Shown, gates,
    tally::{self, Item, Tally},
};
use crate::{
    PartialDate,
    jobs::{Importance, Posting},
    resumes::Resume,
    vocabulary,
};

/// The version of the formula, stored with every result.
pub const VERSION: u32 = 2;

/// With fewer requirements than this there is nothing to score.
const LEAST: usize = 3;
/// What the score cannot pass while a condition is not met.
const CAP: f32 = 59.9;
/// From this value on a requirement counts as found.
const FOUND: f32 = 0.4;

/// Compares a resume with a posting as of `today`. The same input always gives the same answer.
pub fn score(resume: &Resume, posting: &Posting, today: PartialDate) -> Match {
    compare(&Shown::new(resume, today), posting)
}

/// Compares what a resume shows with a posting.
pub fn compare(shown: &Shown<'_>, posting: &Posting) -> Match {
    explained(shown, posting, tally::of(shown, posting))
}

/// The same if the resume showed everything in `wished` as well, by the names in
/// [`Match::missing`].
pub fn what_if(shown: &Shown<'_>, posting: &Posting, wished: &[String]) -> Match {
    let mut tally = tally::of(shown, posting);
    for item in tally.items.iter_mut().filter(|it| it.asked && wished.contains(&it.name)) {
        item.value = 1.0;
    }
    explained(shown, posting, tally)
}

/// The comparison in a line, for a ranking: several times quicker than [`compare`].
pub fn fit(shown: &Shown<'_>, posting: &Posting) -> Fit {
    let tally = tally::of(shown, posting);
    let gates = gates::of(shown, posting, &tally);
    let (_, sum) = tally::total(&tally.items);
    let score = limited(sum, &tally.items, &gates);
    let named = |status: GateStatus| {
        gates.iter().filter(|it| it.status == status).map(|it| it.name.clone()).collect()
    };
    let missing = tally.items.iter().filter(|it| {
        it.asked && it.importance == Importance::Required && it.answer.is_none() && it.value < FOUND
    });
    Fit {
        score,
        band: score.map_or(Band::TooVague, band),
        required: required(&tally.items),
        not_met: named(GateStatus::NotMet),
        unknown: named(GateStatus::Unknown),
        missing: missing.map(|it| it.name.clone()).take(12).collect(),
        version: VERSION,
    }
}

fn explained(shown: &Shown<'_>, posting: &Posting, tally: Tally) -> Match {
    let gates = gates::of(shown, posting, &tally);
    let (components, sum) = tally::total(&tally.items);
    let score = limited(sum, &tally.items, &gates);
    Match {
        score,
        band: score.map_or(Band::TooVague, band),
        components,
        evidence: tally.items.iter().filter_map(evidence).collect(),
        missing: missing(&tally.items, sum),
        unscored: unscored(posting),
        required: required(&tally.items),
        gates,
        version: VERSION,
    }
}

/// The score as far as conditions let it rise; none where too little is asked.
fn limited(sum: f32, items: &[Item], gates: &[Gate]) -> Option<f32> {
    let capped = gates.iter().any(|gate| gate.status == GateStatus::NotMet);
    let sum = if capped { sum.min(CAP) } else { sum };
    (!is_vague(items)).then(|| rounded(sum))
}

fn required(items: &[Item]) -> (u32, u32) {
    let musts = || items.iter().filter(|it| it.asked && it.importance == Importance::Required);
    let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
    (count(musts().count()), count(musts().filter(|it| it.value >= FOUND).count()))
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
    let answer = item.answer.as_ref().filter(|_| item.asked)?;
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
    let mut met = items.to_vec();
    let mut gain = |at: usize| {
        let Some(held) = met.get_mut(at).map(|it| std::mem::replace(&mut it.value, 1.0)) else {
            return 0.0;
        };
        let gain = rounded(tally::total(&met).1 - sum);
        if let Some(item) = met.get_mut(at) {
            item.value = held;
        }
        gain
    };
    let open = |it: &Item| it.asked && it.answer.is_none() && it.value < 1.0;
    let mut missing: Vec<Missing> = items
        .iter()
        .enumerate()
        .filter(|(_, it)| open(it))
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
    const MOST: usize = 12;
    let mut found: Vec<String> = Vec::new();
    let text: String = posting.text.chars().take(20_000).collect();
    for range in vocabulary::traits(&text) {
        let printed = text.get(range).unwrap_or_default().replace('\n', " ");
        let known = found.iter().any(|it| it.eq_ignore_ascii_case(&printed));
        if !known && found.len() < MOST {
            found.push(printed);
        }
    }
    found
}
