//! C01 to C04 and C06: how to reach the person, and the name.

use super::{
    Check, Finding, Severity,
    case::Case,
    words::{self, holds, patterns},
};
use crate::lexicon::fold;

patterns! {
    EMAIL = r"^[A-Za-z0-9][A-Za-z0-9._%+'-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$";
    REMOTE = r"(?i)\b(?:remote|worldwide|home[ -]?office|télétravail|teletrabajo|remoto)\b";
}

/// Finds what keeps others from calling.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    found.extend(email(case));
    found.extend(phone(case));
    found.extend(name_place(case));
    found.extend(name_credentials(case));
    found.extend(place(case));
}

fn email(case: &Case<'_>) -> Option<Finding> {
    let email = case.resume.basics.email.trim();
    let at = |check| Finding::new(check).at("basics.email").on(case.spot("basics.email"));
    if email.is_empty() {
        return Some(at(Check::C01));
    }
    let finding = at(Check::C04).quoting(email);
    let (user, host) = email.rsplit_once('@').unwrap_or((email, ""));
    if !holds(&EMAIL, email) || email.contains("..") {
        return Some(finding.titled("E-mail address is malformed"));
    }
    let parts = || user.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    if parts().any(|part| words::has("joke_address", &part)) {
        return Some(finding.titled("E-mail address sounds like a joke"));
    }
    let employer = employer_of(case, host)?;
    let title = format!("E-mail address at an employer ({employer})");
    Some(finding.titled(title))
}

/// The employer whose domain this is.
fn employer_of<'c>(case: &'c Case<'_>, host: &str) -> Option<&'c str> {
    let host = host.to_lowercase();
    let own = host.split('.').rev().nth(1).filter(|it| it.len() >= 4)?;
    let squeezed =
        |name: &str| fold(name).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let names = case.resume.work.iter().map(|role| role.name.as_str());
    { names }.find(|name| {
        let first: String = name.split_whitespace().take(1).map(squeezed).collect();
        let two: String = name.split_whitespace().take(2).map(squeezed).collect();
        !name.is_empty() && (squeezed(name) == own || first == own || two == own)
    })
}

fn phone(case: &Case<'_>) -> Option<Finding> {
    let phone = case.resume.basics.phone.trim();
    let finding = Finding::new(Check::C02).at("basics.phone").on(case.spot("basics.phone"));
    if phone.is_empty() {
        return Some(finding.titled("No telephone number"));
    }
    let finding = finding.quoting(phone);
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    if !(7..=15).contains(&digits) {
        return Some(finding.titled("Telephone number is incomplete"));
    }
    let here = case.region;
    let there = super::posting::region(case.target.as_ref()?.posting)?;
    let local = !phone.starts_with('+') && !phone.starts_with("00");
    (local && there != here)
        .then(|| finding.titled("Telephone number without country code, for a job abroad"))
}

/// The name belongs to the top of the first page.
fn name_place(case: &Case<'_>) -> Option<Finding> {
    let finding = || Finding::new(Check::C03).at("basics.name").on(case.spot("basics.name"));
    if case.resume.basics.name.trim().is_empty() {
        return Some(finding().titled("No name found"));
    }
    let reading = case.subject.reading?;
    let spot = case.spot("basics.name")?;
    let low = match (spot.page, spot.bbox) {
        (Some(page), Some(bbox)) => {
            let height = reading.pages.first().map_or(792.0, |size| size.1);
            page > 1 || bbox.y0 > 0.35 * height
        }
        _ => spot.line.is_some_and(|line| line > 8),
    };
    low.then(|| {
        finding().quoting(&case.resume.basics.name).titled("The name is not on the first lines")
    })
}

/// "Jane Doe, RN, BSN": a parser takes all of it for the name.
fn name_credentials(case: &Case<'_>) -> Option<Finding> {
    let name = &case.resume.basics.name;
    let glued = name
        .split([' ', ',', '(', ')', '/', '|'])
        .skip(1)
        .map(|part| part.replace('.', ""))
        .find(|part| words::has("credential", part));
    glued.map(|glued| {
        Finding::new(Check::C03)
            .at("basics.name")
            .on(case.spot("basics.name"))
            .quoting(name)
            .titled(format!("\"{glued}\" is part of the name"))
    })
}

fn place(case: &Case<'_>) -> Option<Finding> {
    let basics = &case.resume.basics;
    let texts = [&basics.location, &basics.label, &basics.summary];
    let named = !basics.location.trim().is_empty() || texts.iter().any(|it| holds(&REMOTE, it));
    (!named).then(|| Finding::new(Check::C06).at("basics.location").only(Severity::Suggestion))
}
