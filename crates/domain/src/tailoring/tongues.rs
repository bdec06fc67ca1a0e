//! Languages: only those of the papers, and no better.

use super::{
    draft::Draft,
    ground::{Line, Place},
    lists::Lists,
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};
use crate::vocabulary::{self, SkillKind};

/// A language in a text and how well it is said to be known.
struct Tongue {
    id: &'static str,
    span: (usize, usize),
    level: Option<f32>,
}

/// Checks every language the text claims.
pub(super) fn check(draft: &mut Draft<'_>) {
    let claimed = find(&draft.tokens, draft.text);
    for tongue in claimed {
        let Some((line, level)) = known(draft, tongue.id) else {
            let why = "the resume does not have this language";
            let evidence = draft
                .ground
                .lines
                .iter()
                .find(|it| it.place == Place::Language)
                .map(Line::evidence);
            let spoken = tongue.level.is_some() || is_of_speakers(draft, tongue.span);
            let verdict =
                if spoken || draft.tokens.len() < 12 { Verdict::Blocked } else { Verdict::Check };
            draft.claim(ClaimKind::Language, verdict, tongue.span, why, evidence);
            continue;
        };
        let evidence = draft.evidence(line);
        let better = match (tongue.level, level) {
            (Some(claimed), Some(own)) => claimed > own + 0.01,
            (Some(claimed), None) => claimed >= 4.0,
            (None, _) => false,
        };
        if better {
            let why = "the resume has this language at a lower level";
            draft.claim(ClaimKind::Language, Verdict::Blocked, tongue.span, why, evidence);
        } else {
            draft.claim(
                ClaimKind::Language,
                Verdict::Verified,
                tongue.span,
                "the resume has this language",
                evidence,
            );
            settle_level(draft, tongue.span);
        }
    }
}

fn is_of_speakers(draft: &Draft<'_>, (_, to): (usize, usize)) -> bool {
    ["speaker", "speaking", "skills", "kenntnisse"]
        .iter()
        .any(|word| (to..to + 2).any(|at| draft.word(at) == *word))
}

/// Level words beside a language that stands are dealt with.
fn settle_level(draft: &mut Draft<'_>, (from, to): (usize, usize)) {
    for at in from.saturating_sub(4)..(to + 4).min(draft.tokens.len()) {
        let word = draft.word(at).to_owned();
        let about = matches!(
            word.as_str(),
            "speaker" | "speaks" | "speaking" | "spoken" | "niveau" | "level" | "kenntnisse"
        );
        if draft.lists.kind("tongue", &word).is_some() || about {
            draft.settle(at, at + 1);
        }
    }
}

/// Where the papers have a language, and how well it is known.
fn known(draft: &Draft<'_>, id: &str) -> Option<(usize, Option<f32>)> {
    let mut found: Option<(usize, Option<f32>)> = None;
    for (line, denied) in draft.ground.skills.get(id)? {
        let Some(it) = draft.ground.lines.get(*line).filter(|_| !denied) else { continue };
        let level = match it.path.strip_suffix(".language") {
            Some(entry) => {
                let fluency = format!("{entry}.fluency");
                let line = draft.ground.lines.iter().find(|it| it.path == fluency);
                line.and_then(|it| best_level(&it.tokens))
            }
            None => find(&it.tokens, &it.text)
                .into_iter()
                .find(|it| it.id == id)
                .and_then(|it| it.level),
        };
        if found.is_none_or(|held| level.unwrap_or(0.0) > held.1.unwrap_or(0.0)) {
            found = Some((*line, level));
        }
    }
    found
}

fn level(word: &str) -> Option<f32> {
    Lists::get().kind("tongue", word)?.parse().ok()
}

fn best_level(words: &[Token]) -> Option<f32> {
    words
        .iter()
        .filter_map(|it| level(&it.fold))
        .fold(None, |held: Option<f32>, it| Some(held.map_or(it, |h| h.max(it))))
}

/// Every spoken language of a text, each with the level nearest to it.
fn find(words: &[Token], text: &str) -> Vec<Tongue> {
    let mut out: Vec<Tongue> = Vec::new();
    let mentions = vocabulary::find(text);
    for mention in mentions.iter().filter(|it| it.skill.kind == SkillKind::SpokenLanguage) {
        let from = words.partition_point(|it| it.end <= mention.range.start);
        let to = words.partition_point(|it| it.start < mention.range.end).max(from + 1);
        let other = |at: usize| {
            mentions.iter().any(|it| {
                it.skill.kind == SkillKind::SpokenLanguage
                    && it.skill.id != mention.skill.id
                    && words.get(at).is_some_and(|word| it.range.contains(&word.start))
            })
        };
        let before = before(words, from, &other);
        let after = after(words, to, &other);
        let joined = |it: &Tongue| {
            words.get(it.span.1..from).is_some_and(|between| {
                between.len() <= 2
                    && between
                        .iter()
                        .all(|it| matches!(it.fold.as_str(), "and" | "und" | "et" | "y" | "in"))
            })
        };
        let inherited = out.last().filter(|it| joined(it)).and_then(|it| it.level);
        let level = before.or(after).or(inherited);
        out.push(Tongue { id: mention.skill.id.as_str(), span: (from, to), level });
    }
    out
}

/// "fluent in Spanish", "business fluent German".
fn before(words: &[Token], from: usize, other: &dyn Fn(usize) -> bool) -> Option<f32> {
    let mut best: Option<f32> = None;
    for at in (from.saturating_sub(4)..from).rev() {
        let after = words.get(at + 1)?;
        if after.gap >= Gap::Comma || other(at) {
            break;
        }
        let word = words.get(at)?;
        if matches!(word.fold.as_str(), "and" | "und" | "et" | "y") {
            break;
        }
        if let Some(level) = level(&word.fold) {
            best = Some(best.map_or(level, |held| held.max(level)));
        }
    }
    best
}

/// "Spanish (B1)", "Englisch auf Niveau B2", "Anglais courant".
fn after(words: &[Token], to: usize, other: &dyn Fn(usize) -> bool) -> Option<f32> {
    for at in to..(to + 4).min(words.len()) {
        let word = words.get(at)?;
        if word.gap >= Gap::Clause
            || other(at)
            || at > to && word.gap >= Gap::Comma
            || matches!(word.fold.as_str(), "and" | "und" | "et" | "y")
        {
            break;
        }
        if let Some(level) = level(&word.fold) {
            return Some(level);
        }
    }
    None
}
