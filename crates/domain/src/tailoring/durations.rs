//! Lengths of time that the dates of roles add up to.

use super::{
    draft::Draft,
    ground::{Place, Role},
    quantity::{Bound, Quantity},
    verdict::Backing,
    words::Gap,
};
use crate::vocabulary::SkillKind;

/// The seconds of a month.
const MONTH: f64 = 2_629_800.0;

/// The dates that bear out a length of time, if they do.
pub(super) fn supports(draft: &Draft<'_>, quantity: &Quantity) -> Option<Backing> {
    if quantity.value < 2.0 * MONTH || is_of_a_task(draft, quantity) {
        return None;
    }
    let roles = roles_meant(draft, quantity);
    let worked = f64::from(months(draft, &roles)) * MONTH;
    // A month more or less is how people count.
    let enough = match quantity.bound {
        Bound::Over => worked > quantity.value,
        Bound::Exact | Bound::Least => worked + 1.5 * MONTH >= quantity.value,
        Bound::About | Bound::Nearly | Bound::UpTo | Bound::Under => worked * 1.1 >= quantity.value,
    };
    let first = roles.first()?;
    let date =
        draft.ground.lines.iter().find(|it| it.role == Some(*first) && it.place == Place::Date)?;
    enough.then(|| date.evidence())
}

/// "in six months": how long something took is no tenure.
fn is_of_a_task(draft: &Draft<'_>, quantity: &Quantity) -> bool {
    let at = quantity.tokens.0;
    let before = if matches!(draft.before(at, 1), "only" | "just" | "under") { 2 } else { 1 };
    let year_word = draft.word(quantity.tokens.1);
    matches!(draft.before(at, before), "in" | "within" | "innerhalb" | "binnen" | "dans" | "after")
        && !matches!(year_word, "of" | "experience" | "as")
        && !draft.before(at, before + 1).starts_with("experience")
}

/// The roles a length of time is about: a named one, those that show a skill, else all.
fn roles_meant(draft: &Draft<'_>, quantity: &Quantity) -> Vec<usize> {
    let all: Vec<usize> = (0..draft.ground.roles.len()).collect();
    if let Some(role) = draft.role {
        return vec![role];
    }
    let at = quantity.tokens.0;
    let parts = draft.parts(Gap::Clause);
    let Some((from, to)) = parts.into_iter().find(|(from, to)| (*from..*to).contains(&at)) else {
        return all;
    };
    let titled = titled(draft, at, to);
    if !titled.is_empty() {
        return titled;
    }
    let mut meant = all;
    for mention in &draft.mentions {
        let (start, _) = draft.span(mention);
        let skill = matches!(
            mention.skill.kind,
            SkillKind::Tool | SkillKind::Language | SkillKind::Framework | SkillKind::Method
        );
        if skill && (from..to).contains(&start) && start.abs_diff(at) < 10 {
            let lines = draft.ground.skills.get(mention.skill.id.as_str());
            let shown: Vec<usize> = lines
                .into_iter()
                .flatten()
                .filter_map(|(line, denied)| {
                    draft.ground.lines.get(*line).filter(|_| !denied)?.role
                })
                .collect();
            meant.retain(|role| shown.contains(role));
        }
    }
    meant
}

/// "as a charge nurse": the roles with that title.
fn titled(draft: &Draft<'_>, at: usize, to: usize) -> Vec<usize> {
    let starts = (at..to).find(|it| matches!(draft.word(*it), "as" | "als" | "comme" | "como"));
    let Some(start) = starts else { return Vec::new() };
    let telling: Vec<usize> =
        (start + 1..to.min(start + 6)).filter(|it| draft.is_content(*it)).collect();
    let has = |role: &Role| {
        telling.iter().all(|at| {
            draft
                .tokens
                .get(*at)
                .is_some_and(|word| role.title.iter().any(|it| super::words::alike(it, word)))
        })
    };
    let roles = draft.ground.roles.iter().enumerate();
    if telling.is_empty() {
        Vec::new()
    } else {
        roles.filter(|(_, role)| has(role)).map(|(at, _)| at).collect()
    }
}

/// The months that roles cover, none counted twice.
fn months(draft: &Draft<'_>, roles: &[usize]) -> i32 {
    let today = draft.ground.today.months();
    let mut spans: Vec<(i32, i32)> = roles
        .iter()
        .filter_map(|at| draft.ground.roles.get(*at))
        .filter_map(|role| {
            let start = role.start?;
            let end = match (role.end, role.open) {
                // A year alone may mean all of it.
                (Some(end), _) => end.months() + if end.month().is_none() { 12 } else { 1 },
                (None, true) => today,
                (None, false) => return None,
            };
            Some((start.months(), end))
        })
        .collect();
    spans.sort_unstable();
    let mut reached = i32::MIN;
    let mut sum = 0;
    for (start, end) in spans {
        sum += (end - start.max(reached)).max(0);
        reached = reached.max(end);
    }
    sum
}
