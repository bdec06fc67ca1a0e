//! D01 to D09: dates.

mod styles;

use super::{
    Check, Finding, Severity, Spot,
    case::Case,
    words::{group, holds, patterns},
};
use crate::{PartialDate, resumes::Work};

patterns! {
    /// A day written in figures, of which both first parts may be a month; or a year of two figures.
    AMBIGUOUS = r"\b(?:0?[1-9]|1[0-2])[/](?:0?[1-9]|1[0-2])[/](?:19|20)?\d\d\b|\b(?:0?[1-9]|1[0-2])/\d\d\b(?:$|[^/\d])|(?:^|[\s–-])['’‘]\d\d\b";
    CLAIMED = r"(?i)\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(\s*\+|\s+plus)?\s*(?:\([^)]*\)\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?(professional |work |working |total |overall |industry |combined |hands-on )?(?:experience|expertise)?";
    AT_LEAST = r"(?i)\b(?:over|more than|at least|nearly|almost)\s*$";
    EXPIRY = r"(?i)\b(?:exp(?:ires?|iry|iration)?(?:\s+date)?|valid\s+(?:until|through|thru|to)|gültig\s+bis|valable\s+jusqu['’]\S+|valable\s+jusque|válid[oa]\s+hasta)\s*[.:]?\s*(.{4,20})";
}

/// Finds dates that are missing, impossible or hard to read.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    undated(case, found);
    found.extend(styles::mixed(case));
    year_only(case, found);
    impossible(case, found);
    found.extend(overlap(case));
    gaps(case, found);
    found.extend(ambiguous(case));
    found.extend(claimed(case));
    expired(case, found);
}

fn at_role(case: &Case<'_>, check: Check, number: usize, key: &str) -> Finding {
    let path = format!("work[{number}].{key}");
    let spot = case.spot(&path).or_else(|| case.spot(&format!("work[{number}].")));
    Finding::new(check).at(path).on(spot)
}

/// What a role is called in a list of findings.
pub(super) fn named(role: &Work) -> String {
    match (role.position.trim(), role.name.trim()) {
        ("", name) => name.to_owned(),
        (position, "") => position.to_owned(),
        (position, name) => format!("{position}, {name}"),
    }
}

fn undated(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (number, role) in case.roles().filter(|(_, role)| role.start_date.is_none()) {
        let finding = at_role(case, Check::D01, number, "startDate").quoting(&named(role));
        // An end alone tells when, though not how long.
        let partly = role.end_date.is_some_and(|end| !end.is_present());
        let some = if partly {
            finding.only(Severity::Warning).titled("Role without a first date")
        } else {
            finding
        };
        found.push(some);
    }
}

fn year_only(case: &Case<'_>, found: &mut Vec<Finding>) {
    let months = |role: &Work| role.start_date.and_then(PartialDate::month).is_some();
    if !case.resume.work.iter().any(months) {
        return;
    }
    for (number, role) in case.roles() {
        if role.start_date.is_some_and(|start| start.month().is_none()) {
            found.push(at_role(case, Check::D03, number, "startDate").quoting(&named(role)));
        }
    }
}

fn impossible(case: &Case<'_>, found: &mut Vec<Finding>) {
    let entries = case
        .roles()
        .map(|(number, it)| (format!("work[{number}]"), it.start_date, it.end_date, true))
        .chain((0..).zip(&case.resume.education).map(|(number, it): (usize, _)| {
            (format!("education[{number}]"), it.start_date, it.end_date, false)
        }));
    for (path, start, end, works) in entries {
        let Some(start) = start else { continue };
        let over = end.and_then(crate::date::EndDate::date);
        let backwards = over.is_some_and(|end| end.months() + rest_of(end) < start.months());
        let ahead = works && start.months() > case.today.months();
        if backwards || ahead {
            let title = if backwards { "Ends before it starts" } else { "Starts in the future" };
            let path = format!("{path}.{}", if backwards { "endDate" } else { "startDate" });
            let quote = case.printed(&path).unwrap_or_else(|| match over {
                Some(end) => format!("{start} – {end}"),
                None => start.to_string(),
            });
            let spot = case.spot(&path);
            found.push(Finding::new(Check::D04).at(path).on(spot).quoting(&quote).titled(title));
        }
    }
}

/// A year without a month may mean its last.
const fn rest_of(date: PartialDate) -> i32 {
    if date.month().is_some() { 0 } else { 11 }
}

/// Two roles that go on, or that share more than three months.
fn overlap(case: &Case<'_>) -> Option<Finding> {
    const LONG: i32 = 3;
    for (number, role) in case.roles() {
        for (other, earlier) in case.roles().skip(number + 1) {
            let same = role.name == earlier.name && !role.name.is_empty();
            let (Some(a), Some(b)) = (case.months(role), case.months(earlier)) else { continue };
            let both = [role, earlier]
                .iter()
                .all(|it| it.end_date.is_some_and(crate::date::EndDate::is_present));
            let exact = [role, earlier].iter().all(|it| {
                it.start_date.and_then(PartialDate::month).is_some()
                    && it.end_date.is_some_and(|end| end.date().is_none_or(|d| d.month().is_some()))
            });
            let shared = a.end.min(b.end) - a.start.max(b.start);
            if !same && (both || exact && shared > LONG) {
                let finding = at_role(case, Check::D05, other, "startDate");
                return Some(finding.quoting(&format!("{} and {}", named(role), named(earlier))));
            }
        }
    }
    None
}

fn gaps(case: &Case<'_>, found: &mut Vec<Finding>) {
    const LONG: i32 = 6;
    let mut spans: Vec<_> = case
        .roles()
        .filter_map(|(number, role)| Some((case.months(role)?, number, role)))
        .collect();
    spans.sort_by_key(|(span, ..)| span.start);
    let mut until: Option<i32> = None;
    for (span, number, role) in spans {
        if let Some(end) = until.filter(|end| span.start - end > LONG) {
            let finding = at_role(case, Check::D06, number, "startDate");
            found.push(finding.quoting(&format!(
                "{} months before {}",
                span.start - end,
                named(role)
            )));
        }
        until = Some(until.map_or(span.end, |end| end.max(span.end)));
    }
}

/// The dates as they are printed, each with the field it was read from.
fn printed_dates(case: &Case<'_>) -> Vec<(String, String)> {
    let dated = |path: &&(String, String)| {
        let key = path.0.rsplit('.').next().unwrap_or_default();
        matches!(key, "startDate" | "endDate")
            && (path.0.starts_with("work[") || path.0.starts_with("education["))
    };
    let paths = case.fields.iter().filter(dated).map(|(path, _)| path);
    paths.filter_map(|path| Some((path.clone(), case.printed(path)?))).collect()
}

fn ambiguous(case: &Case<'_>) -> Option<Finding> {
    let dates = printed_dates(case);
    let (path, text) = dates.iter().find(|(_, text)| holds(&AMBIGUOUS, text))?;
    let quote = super::words::first(&AMBIGUOUS, text)?.trim_matches([' ', '–', '-', ',']);
    Some(Finding::new(Check::D07).at(path).on(case.spot(path)).quoting(quote))
}

/// "Ten years of experience" where the dates say four.
fn claimed(case: &Case<'_>) -> Option<Finding> {
    if case.resume.work.iter().all(|role| case.months(role).is_none()) {
        return None;
    }
    let years = case.years();
    let texts = ["basics.summary", "basics.label"];
    let fields = case.fields.iter().filter(|(path, _)| texts.contains(&path.as_str()));
    for (path, text) in fields {
        let Some(pattern) = CLAIMED.as_ref() else { continue };
        let Some(claim) = pattern.captures(text) else { continue };
        let part = |number| claim.get(number).map_or("", |it| it.as_str());
        let all = claim.get(0).map_or(0..0, |it| it.range());
        let Some(number) = number(part(1)) else { continue };
        let open =
            !part(2).is_empty() || holds(&AT_LEAST, text.get(..all.start).unwrap_or_default());
        let general = !part(3).is_empty();
        // A number for one field of several may rightly be smaller.
        let wrong = number > years + 1.0 || general && !open && number < years - 1.0;
        if wrong {
            let quote = format!("{} (the dates say {years:.0})", part(0).trim());
            return Some(Finding::new(Check::D08).at(path).on(case.spot(path)).quoting(&quote));
        }
    }
    None
}

fn number(text: &str) -> Option<f32> {
    const WORDS: [(&str, f32); 13] = [
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("fifteen", 15.0),
        ("twenty", 20.0),
    ];
    let word = text.to_lowercase();
    text.parse()
        .ok()
        .or_else(|| WORDS.iter().find(|(it, _)| *it == word).map(|(_, number)| *number))
}

fn expired(case: &Case<'_>, found: &mut Vec<Finding>) {
    for seen in case.seen() {
        let Some(rest) = group(&EXPIRY, seen.text, 1) else { continue };
        let chars: Vec<char> = rest.chars().collect();
        let date = crate::resumes::dates::scan(&chars).into_iter().next().and_then(|it| it.end);
        let Some(date) = date.and_then(crate::date::EndDate::date) else { continue };
        if date.months() + rest_of(date) < case.today.months() {
            let line = seen.spot.and_then(|spot: Spot| spot.line);
            let path = line.map_or_else(|| seen.path.to_owned(), |line| case.path_of_line(line));
            found.push(Finding::new(Check::D09).at(path).on(seen.spot).quoting(seen.text));
        }
    }
}
