//! H08 to H12: roles and degrees.

use crate::{
    PartialDate,
    date::EndDate,
    linter::{Check, Edit, Finding, Region, case::Case, dates::named},
    resumes::Work,
};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    found.extend(order(case));
    for (number, role) in case.roles() {
        let path = format!("work[{number}]");
        let at = |check, key: &str| {
            Finding::new(check)
                .at(format!("{path}.{key}"))
                .on(case.spot(&path))
                .quoting(&named(role))
        };
        if role.position.trim().is_empty() {
            found.push(at(Check::H09, "position"));
        }
        if role.name.trim().is_empty() {
            found.push(at(Check::H10, "name"));
        }
        if role.location.trim().is_empty() && case.region == Region::Us {
            found.push(at(Check::H12, "location"));
        }
    }
    for (number, school) in case.resume.education.iter().enumerate() {
        let degree = [school.study_type.trim(), school.area.trim()].join(" ");
        if school.institution.trim().is_empty() && !degree.trim().is_empty() {
            let path = format!("education[{number}]");
            let spot = case.spot(&path);
            let finding = Finding::new(Check::H11).at(path + ".institution").on(spot);
            found.push(finding.quoting(degree.trim()));
        }
    }
}

/// When a role ended; what goes on is newest.
fn newest(role: &Work) -> Option<(EndDate, i32)> {
    let start = role.start_date?;
    Some((role.end_date.unwrap_or_else(|| EndDate::on(start)), start.months()))
}

fn order(case: &Case<'_>) -> Option<Finding> {
    let roles = &case.resume.work;
    let keys: Vec<_> = roles.iter().map(newest).collect();
    // Year ends: a role of 2020 may have ended after one of March 2020.
    let before = |a: &(EndDate, i32), b: &(EndDate, i32)| {
        let (end_a, end_b) = (a.0.date().map(PartialDate::year), b.0.date().map(PartialDate::year));
        let years = end_a.zip(end_b).is_some_and(|(a, b)| a == b);
        a.0 < b.0 && !years && a.1 < b.1
    };
    let pairs = keys.iter().zip(keys.iter().skip(1)).zip(1..);
    let late = { pairs }
        .find_map(|((a, b), number)| before(a.as_ref()?, b.as_ref()?).then_some(number))?;
    let role = roles.get(late)?;
    let path = format!("work[{late}]");
    let finding = Finding::new(Check::H08).at(&path).on(case.spot(&path)).quoting(&named(role));
    let mut order: Vec<u32> = (0..u32::try_from(roles.len()).ok()?).collect();
    // Only where every role has dates is it clear which order is meant.
    if keys.iter().any(Option::is_none) {
        return Some(finding);
    }
    order.sort_by(|a, b| keys.get(*b as usize).cmp(&keys.get(*a as usize)));
    Some(finding.changing(Edit::Reorder { section: "work".into(), order }))
}
