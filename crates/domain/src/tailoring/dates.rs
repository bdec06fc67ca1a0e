//! Years, months, and what still goes on.

use super::{
    draft::Draft,
    ground::{Line, Place, Role},
    quantity::{Quantity, Unit},
    verdict::{Backing, ClaimKind, Verdict},
};
use crate::{PartialDate, lexicon::Lexicon};

/// Checks every year, and "currently".
pub(super) fn check(draft: &mut Draft<'_>) {
    let years: Vec<Quantity> =
        draft.quantities.iter().filter(|it| it.unit == Unit::Year).cloned().collect();
    for (at, year) in years.iter().enumerate() {
        if !draft.is_settled(year.tokens.0) {
            check_year(
                draft,
                year,
                years.get(at + 1),
                at.checked_sub(1).and_then(|it| years.get(it)),
            );
        }
    }
    check_current(draft);
}

/// What a year is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Start,
    End,
    Point,
}

fn check_year(
    draft: &mut Draft<'_>,
    year: &Quantity,
    next: Option<&Quantity>,
    last: Option<&Quantity>,
) {
    let at = year.tokens.0;
    let month = month(draft, at);
    let from = if month.is_some() { at - 1 } else { at };
    let sense = sense(draft, from, year, next, last);
    let span = (from, year.tokens.1);
    let number = year.value as u16;
    let evidence = match sense {
        Sense::Start | Sense::End => {
            of_roles(draft, sense, number, month).or_else(|| in_texts(draft, number, Some(sense)))
        }
        Sense::Point => in_texts(draft, number, None),
    };
    let (verdict, why) = match &evidence {
        Some(_) => (Verdict::Verified, "the resume has this date"),
        None => (Verdict::Blocked, "the resume does not have this date here"),
    };
    let shown = evidence.or_else(|| role_dates(draft));
    draft.claim(ClaimKind::Date, verdict, span, why, shown);
}

/// The month before a year.
fn month(draft: &Draft<'_>, at: usize) -> Option<u8> {
    Lexicon::get().months.get(draft.before(at, 1)).copied()
}

fn sense(
    draft: &Draft<'_>,
    from: usize,
    year: &Quantity,
    next: Option<&Quantity>,
    last: Option<&Quantity>,
) -> Sense {
    let before = draft.before(from, 1);
    let earlier = last.is_some_and(|it| from.saturating_sub(it.tokens.1) <= 2);
    let later = next.is_some_and(|it| it.tokens.0.saturating_sub(year.tokens.1) <= 2);
    match before {
        "since" | "seit" | "depuis" | "desde" => Sense::Start,
        "until" | "till" | "bis" | "hasta" | "jusqu" => Sense::End,
        "from" | "von" | "ab" | "de" | "between" if later => Sense::Start,
        _ if earlier => Sense::End,
        _ if later => Sense::Start,
        _ => Sense::Point,
    }
}

/// The dates of a role that bear out a start or an end.
fn of_roles(draft: &Draft<'_>, sense: Sense, year: u16, month: Option<u8>) -> Option<Backing> {
    let fits = |date: Option<PartialDate>| {
        date.is_some_and(|it| {
            it.year() == year && (month.is_none() || it.month().is_none() || it.month() == month)
        })
    };
    let holds = |role: &Role| match sense {
        Sense::Start => fits(role.start),
        Sense::End => fits(role.end),
        Sense::Point => false,
    };
    let roles = draft.ground.roles.iter().enumerate();
    let mut meant = roles.filter(|(at, _)| draft.role.is_none_or(|it| it == *at));
    let (at, _) = meant.find(|(_, role)| holds(role) && is_titled(draft, role))?;
    let field = if sense == Sense::Start { "startDate" } else { "endDate" };
    let line =
        draft.ground.lines.iter().find(|it| it.role == Some(at) && it.path.ends_with(field))?;
    Some(line.evidence())
}

/// Whether the text, where it names a title, names the title of this role.
fn is_titled(draft: &Draft<'_>, role: &Role) -> bool {
    let titles: Vec<&Role> = draft
        .ground
        .roles
        .iter()
        .filter(|it| {
            !it.title.is_empty()
                && it.title.iter().all(|word| draft.tokens.iter().any(|own| own.fold == word.fold))
        })
        .collect();
    titles.is_empty() || titles.iter().any(|it| it.title == role.title && it.start == role.start)
}

/// A line of the papers that has this year; as a start or end only beside a like word.
fn in_texts(draft: &Draft<'_>, year: u16, sense: Option<Sense>) -> Option<Backing> {
    let text = year.to_string();
    let spots = draft.ground.exact(&text);
    let mut lines = spots.iter().filter_map(|spot| Some((draft.ground.line(*spot)?, spot.token)));
    let dated = |line: &Line| {
        line.place == Place::Date
            && (line.path.starts_with("education") && sense.is_none()
                || !line.path.starts_with("work") && !line.path.starts_with("education")
                || sense.is_none()
                    && line.role.is_some()
                    && draft.role.is_none_or(|it| Some(it) == line.role))
    };
    let found = lines.find(|(line, token)| match sense {
        None => {
            line.place != Place::Date && !super::figures::is_elsewhere(draft, line) || dated(line)
        }
        Some(sense) => {
            let before = token
                .checked_sub(1)
                .and_then(|at| line.tokens.get(at))
                .map_or("", |it| it.fold.as_str());
            line.place != Place::Date
                && match sense {
                    Sense::Start => !matches!(before, "until" | "bis" | "to"),
                    Sense::End => !matches!(before, "since" | "seit" | "from"),
                    Sense::Point => true,
                }
        }
    });
    if found.is_none() && sense.is_none() {
        let date = draft
            .ground
            .lines
            .iter()
            .find(|it| it.place == Place::Date && it.text.starts_with(&text) && dated(it));
        return date.map(Line::evidence);
    }
    found.map(|it| it.0.evidence())
}

fn role_dates(draft: &Draft<'_>) -> Option<Backing> {
    let role = draft.role.or_else(|| draft.home_line()?.role)?;
    draft
        .ground
        .lines
        .iter()
        .find(|it| it.role == Some(role) && it.place == Place::Date)
        .map(Line::evidence)
}

/// "Currently" is for what has not ended.
fn check_current(draft: &mut Draft<'_>) {
    let Some(at) = (0..draft.tokens.len()).find(|at| draft.lists.has("current", draft.word(*at)))
    else {
        return;
    };
    let role = draft.role.or_else(|| {
        let titled = draft.ground.roles.iter().position(|role| {
            !role.title.is_empty()
                && role
                    .title
                    .iter()
                    .all(|word| draft.tokens.iter().any(|own| own.fold == word.fold))
        });
        titled.or_else(|| draft.home_line()?.role)
    });
    let roles = &draft.ground.roles;
    let open = match role {
        Some(role) => roles.get(role).is_none_or(|it| it.open || it.end.is_none()),
        None => roles.is_empty() || roles.iter().any(|it| it.open),
    };
    let evidence = role_dates(draft);
    if open {
        draft.settle(at, at + 1);
    } else {
        draft.claim(
            ClaimKind::Date,
            Verdict::Blocked,
            (at, at + 1),
            "the resume says this has ended",
            evidence,
        );
    }
}
