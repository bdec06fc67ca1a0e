//! Years of experience, no month counted twice.

use super::{
    evidence::whole,
    fields::{Field, Place},
    result::ResumeQuote,
    titles,
};
use crate::{PartialDate, resumes::Resume};

/// What the roles of a resume add up to.
pub(super) struct Tenure {
    /// Years in roles that bear on the job, and a quarter of the others.
    pub(super) years: f32,
    /// Whether any role has dates.
    pub(super) dated: bool,
    /// The most telling role.
    pub(super) quote: Option<ResumeQuote>,
}

/// Adds up the roles: those of a like title or that show one of `skills` count in full.
pub(super) fn of(
    resume: &Resume,
    fields: &[Field],
    title: &str,
    skills: &[&str],
    today: PartialDate,
) -> Tenure {
    let mut near: Vec<(i32, i32)> = Vec::new();
    let mut all: Vec<(i32, i32)> = Vec::new();
    let mut quote: Option<(bool, i32, ResumeQuote)> = None;
    for (at, work) in resume.work.iter().enumerate() {
        let Some(start) = work.start_date else { continue };
        let end = work
            .end_date
            .map_or(start.months() + 1, |end| end.date().map_or(today.months(), last_month));
        let span = (start.months(), end.min(today.months() + 1));
        if span.1 <= span.0 {
            continue;
        }
        let prefix = format!("work[{at}].");
        let shown = || {
            let mine = fields.iter().filter(|it| {
                matches!(it.place, Place::Role { .. }) && it.path.starts_with(&prefix)
            });
            mine.flat_map(|it| &it.mentions).any(|it| skills.contains(&it.skill.id.as_str()))
        };
        let relevant = titles::likeness(title, &work.position) >= 0.5 || shown();
        if relevant {
            near.push(span);
        }
        all.push(span);
        let better = quote
            .as_ref()
            .is_none_or(|(held, length, _)| (relevant, span.1 - span.0) > (*held, *length));
        if better {
            quote = Some((
                relevant,
                span.1 - span.0,
                whole(&format!("{prefix}position"), &work.position),
            ));
        }
    }
    let near = months(near);
    let others = months(all.clone()) - near;
    Tenure {
        years: (near + others / 4.0) / 12.0,
        dated: !all.is_empty(),
        quote: quote.map(|(_, _, quote)| quote),
    }
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
