//! Years of experience, no month counted twice.

use super::{
    evidence::whole,
    fields::Place,
    result::ResumeQuote,
    shown::{Shown, Tie},
    titles,
};
use crate::{PartialDate, resumes::Work};

/// What the roles of a resume add up to.
pub(super) struct Tenure {
    /// Years in roles that bear on the job, and a quarter of the others.
    pub(super) years: f32,
    /// Years in roles that bear on the job alone.
    pub(super) near: f32,
    /// Whether any role has dates.
    pub(super) dated: bool,
    /// The most telling role.
    pub(super) quote: Option<ResumeQuote>,
}

/// Adds up the roles: those of a like title, or that show some of `skills`, count in full.
pub(super) fn of(shown: &Shown<'_>, title: &str, skills: &[&str]) -> Tenure {
    let ids: Vec<Vec<&str>> = shown_in_roles(shown, skills);
    // One tool in common makes no trade in common, unless only one is asked for.
    let least = skills.len().clamp(1, 2);
    let bears = |at: usize, work: &Work| {
        ids.get(at).is_some_and(|ids| ids.len() >= least)
            || titles::likeness(title, &work.position) >= 0.5
    };
    sum(shown, bears, 0.25)
}

/// Adds up the roles that show the skill `id`.
pub(super) fn showing(shown: &Shown<'_>, id: &str) -> Tenure {
    let ids = shown_in_roles(shown, &[id]);
    sum(shown, |at, _| ids.get(at).is_some_and(|ids| !ids.is_empty()), 0.0)
}

/// Which of `skills` each role shows.
fn shown_in_roles<'a>(shown: &Shown<'_>, skills: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut roles = vec![Vec::new(); shown.resume.work.len()];
    for skill in skills {
        for tied in shown.ties(skill).iter().filter(|it| !matches!(it.tie, Tie::Related(_))) {
            let field = shown.fields.get(tied.field);
            let field = field.filter(|it| matches!(it.place, Place::Role { .. } | Place::Position));
            let at = field.and_then(|it| {
                it.path.strip_prefix("work[")?.split(']').next()?.parse::<usize>().ok()
            });
            if let Some(role) = at.and_then(|at| roles.get_mut(at))
                && !role.contains(skill)
            {
                role.push(*skill);
            }
        }
    }
    roles
}

/// The years of the roles that bear on something, and a `share` of the others.
fn sum(shown: &Shown<'_>, bears: impl Fn(usize, &Work) -> bool, share: f32) -> Tenure {
    let mut near: Vec<(i32, i32)> = Vec::new();
    let mut all: Vec<(i32, i32)> = Vec::new();
    let mut quote: Option<((bool, i32), ResumeQuote)> = None;
    for (at, work) in shown.resume.work.iter().enumerate() {
        let Some(span) = lasted(work, shown.today) else { continue };
        let relevant = bears(at, work);
        if relevant {
            near.push(span);
        }
        all.push(span);
        let rank = (relevant, span.1 - span.0);
        if (relevant || share > 0.0) && quote.as_ref().is_none_or(|(held, _)| rank > *held) {
            quote = Some((rank, whole(&format!("work[{at}].position"), &work.position)));
        }
    }
    let dated = !all.is_empty();
    let near = months(near);
    let others = months(all) - near;
    let years = (near + others * share) / 12.0;
    Tenure { years, near: near / 12.0, dated, quote: quote.map(|(_, quote)| quote) }
}

/// From when until when a role lasted, in months; nothing without a start or in the future.
fn lasted(work: &Work, today: PartialDate) -> Option<(i32, i32)> {
    let start = work.start_date?.months();
    let end = match work.end_date {
        Some(end) => end.date().map_or(today.months(), last_month),
        None => start + 1,
    };
    let end = end.min(today.months() + 1);
    (end > start).then_some((start, end))
}

/// A role that ended in 2020 lasted until somewhere in that year: its middle.
fn last_month(date: PartialDate) -> i32 {
    date.months() + if date.month().is_some() { 1 } else { 6 }
}

/// The months that intervals cover together.
fn months(mut spans: Vec<(i32, i32)>) -> f32 {
    spans.sort_unstable();
    let mut covered = 0;
    let mut until = i32::MIN;
    for (start, end) in spans {
        covered += (end - start.max(until)).max(0);
        until = until.max(end);
    }
    #[expect(clippy::cast_precision_loss, reason = "a life has fewer months")]
    let months = covered as f32;
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_that_overlap_count_once() {
        assert!((months(vec![(0, 12), (6, 18), (24, 30)]) - 24.0).abs() < 0.01);
        assert!(months(Vec::new()).abs() < 0.01);
    }
}
