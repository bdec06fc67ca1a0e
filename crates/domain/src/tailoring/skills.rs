//! Skills and tools: those of the papers, or what they imply.

use super::{
    draft::Draft,
    ground::Place,
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};
use crate::vocabulary::{self, SkillKind};

/// Checks every mention of the vocabulary that no other check has dealt with.
pub(super) fn check(draft: &mut Draft<'_>) {
    for mention in draft.mentions.clone() {
        let span = draft.span(&mention);
        let other = matches!(
            mention.skill.kind,
            SkillKind::Soft
                | SkillKind::SpokenLanguage
                | SkillKind::Credential
                | SkillKind::License
        );
        if other || (span.0..span.1).all(|at| draft.is_settled(at)) {
            continue;
        }
        let id = mention.skill.id.as_str();
        let (has, denied) = held(draft, id);
        let broad = matches!(mention.skill.kind, SkillKind::Domain | SkillKind::Method);
        match has {
            Some(line) => {
                let foreign = is_foreign(draft, id, span);
                let evidence = draft.evidence(line);
                let low = level_claimed(draft, span)
                    .filter(|claimed| level_held(draft, id).is_some_and(|own| *claimed > own));
                if low.is_some() {
                    let why = "the resume has this skill at a lower level";
                    draft.claim(ClaimKind::Skill, Verdict::Check, span, why, evidence);
                } else if foreign {
                    let why = "the resume has this skill in another role";
                    draft.claim(ClaimKind::Attribution, Verdict::Check, span, why, evidence);
                } else {
                    draft.claim(
                        ClaimKind::Skill,
                        Verdict::Verified,
                        span,
                        "the resume has this skill",
                        evidence,
                    );
                }
            }
            None if denied => {
                let why = "the resume has this as something still to be learnt";
                draft.claim(ClaimKind::Skill, Verdict::Check, span, why, None);
            }
            // Common words are left to the check for new words.
            None if broad => {}
            None if worded(draft, span) => draft.settle(span.0, span.1),
            None => {
                let why = "the resume does not have this skill";
                draft.claim(ClaimKind::Skill, Verdict::Check, span, why, None);
            }
        }
    }
}

/// Where the papers have a skill or one that implies it, and whether they only deny it.
fn held(draft: &Draft<'_>, id: &str) -> (Option<usize>, bool) {
    if let Some(places) = draft.ground.skills.get(id) {
        let own = places.iter().find(|(_, denied)| !denied).map(|it| it.0);
        return (own, own.is_none());
    }
    let implied = draft.ground.skills.iter().find_map(|(other, places)| {
        let line = places.iter().find(|(_, denied)| !denied)?.0;
        shows(other, id).then_some(line)
    });
    (implied, false)
}

/// Whether one skill shows another, directly or by way of others.
fn shows(from: &str, id: &str) -> bool {
    let mut open: Vec<&str> = vec![from];
    for _ in 0..30 {
        let Some(next) = open.pop() else { return false };
        let Some(skill) = vocabulary::get(next) else { continue };
        if skill.implies.iter().any(|it| it == id) {
            return true;
        }
        open.extend(skill.implies.iter().map(String::as_str));
    }
    false
}

fn worded(draft: &Draft<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).all(|at| draft.lists.is_small(draft.word(at)) || draft.is_own(at))
}

/// Whether only what another role did shows the skill.
fn is_foreign(draft: &Draft<'_>, id: &str, span: (usize, usize)) -> bool {
    let role = draft.role.or_else(|| {
        draft
            .home_line()
            .filter(|it| it.place == Place::Done && !draft.is_summary())
            .and_then(|it| it.role)
    });
    let Some(role) = role else { return false };
    let told = (span.0..span.1).filter(|at| draft.is_content(*at)).all(|at| {
        draft.spots_of(at).iter().any(|spot| {
            draft.ground.line(*spot).is_some_and(|it| it.role.is_none_or(|it| it == role))
        })
    });
    !told
        && draft.ground.skills.get(id).is_some_and(|places| {
            places.iter().all(|(line, _)| {
                draft.ground.lines.get(*line).is_some_and(|it| it.role.is_some_and(|it| it != role))
            })
        })
}

fn rank(word: &str) -> Option<u8> {
    Some(match word {
        "basic" | "beginner" | "grundkenntnisse" | "notions" | "basico" | "elementary" => 1,
        "intermediate" | "intermediaire" | "intermedio" | "good" => 2,
        "advanced" | "proficient" | "strong" | "fortgeschritten" | "avance" | "avanzado" => 3,
        "expert" | "master" | "experte" | "expertin" | "experto" => 4,
        _ => return None,
    })
}

/// The level the words beside a skill claim.
fn level_claimed(draft: &Draft<'_>, (from, to): (usize, usize)) -> Option<u8> {
    let near = from.saturating_sub(3)..(to + 2).min(draft.tokens.len());
    near.filter(|at| draft.tokens.get(*at).is_some_and(|it| it.gap < Gap::Clause))
        .find_map(|at| rank(draft.word(at)))
}

/// The level a resume states beside a skill.
fn level_held(draft: &Draft<'_>, id: &str) -> Option<u8> {
    draft.ground.skills.get(id)?.iter().find_map(|(line, _)| {
        let it = draft.ground.lines.get(*line)?;
        let entry = it.path.split(']').next().filter(|_| it.place == Place::Skill)?;
        let level = format!("{entry}].level");
        let stated = draft.ground.lines.iter().find(|it| it.path == level)?;
        stated.tokens.iter().find_map(|word: &Token| rank(&word.fold))
    })
}
