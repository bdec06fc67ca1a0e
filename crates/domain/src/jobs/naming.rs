//! Names in titles and addresses of pages.

use super::{lists::list, title::is_role};

/// What a page's title names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The job's title; may be empty.
    pub title: String,
    /// The employer; may be empty.
    pub company: String,
}

/// Takes "Baker at Acme", "Acme - Baker" or "Job Application for Baker" apart.
pub fn title_and_company(title: &str, site: &str) -> Named {
    let boards = list("boards");
    let employer = |name: &str| {
        let low = name.trim().to_lowercase();
        let board =
            boards.iter().any(|board| low == *board || low.starts_with(&format!("{board}.")));
        if board { String::new() } else { name.trim().to_owned() }
    };
    let mut title = title.split(" | ").next().unwrap_or(title).trim();
    for prefix in [
        "Job Application for ",
        "Job Application - ",
        "Apply for ",
        "Apply to ",
        "Job: ",
        "Career: ",
        "Jobs - ",
        "Careers - ",
    ] {
        title = title.strip_prefix(prefix).unwrap_or(title);
    }
    for suffix in [" Job Details", " - Careers", " - Jobs", " | Careers", " - Job"] {
        title = title.strip_suffix(suffix).unwrap_or(title);
    }
    if let Some((role, company)) = title.rsplit_once(" at ").or_else(|| title.rsplit_once(" @ ")) {
        return Named { title: role.trim().to_owned(), company: employer(company) };
    }
    if let Some((company, role)) =
        title.split_once(" is hiring a ").or_else(|| title.split_once(" hiring "))
    {
        let role = role.split(" in ").next().unwrap_or(role);
        return Named { title: role.trim().to_owned(), company: employer(company) };
    }
    for sign in [" - ", " – ", " — "] {
        let Some((left, right)) = title.split_once(sign) else { continue };
        if !site.is_empty() && right.to_lowercase().ends_with(&site.to_lowercase()) {
            return Named { title: left.trim().to_owned(), company: employer(site) };
        }
        match (is_role(left), is_role(right)) {
            (false, true) => {
                return Named { title: right.trim().to_owned(), company: employer(left) };
            }
            (true, false) if right.split(' ').count() <= 4 => {
                return Named { title: left.trim().to_owned(), company: employer(right) };
            }
            _ => {}
        }
    }
    let title = if is_role(title) { title.to_owned() } else { String::new() };
    Named { title, company: employer(site) }
}

/// The employer's short name in the address of its board.
pub fn company_of_address(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let first = path.split(['/', '?']).next().unwrap_or_default();
    let boards = [
        "jobs.lever.co",
        "jobs.eu.lever.co",
        "jobs.ashbyhq.com",
        "boards.greenhouse.io",
        "job-boards.greenhouse.io",
        "job-boards.eu.greenhouse.io",
        "apply.workable.com",
        "jobs.smartrecruiters.com",
        "careers.smartrecruiters.com",
    ];
    if boards.contains(&host) {
        return Some(first.to_owned()).filter(|slug| !slug.is_empty());
    }
    let tenants = [
        ".recruitee.com",
        ".jobs.personio.de",
        ".jobs.personio.com",
        ".bamboohr.com",
        ".breezy.hr",
        ".teamtailor.com",
        ".pinpointhq.com",
    ];
    if let Some(slug) = tenants.iter().find_map(|tenant| host.strip_suffix(tenant)) {
        return Some(slug.to_owned());
    }
    let own = host.strip_prefix("careers.").or_else(|| host.strip_prefix("jobs."))?;
    own.split('.').next().map(str::to_owned)
}

/// A slug as the text spells it: "matchgroup" is "Match Group"; else with a capital.
pub fn spelled_in(slug: &str, text: &str) -> String {
    let slug = slug.replace(['-', '_', '+'], "").replace("%20", "").to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ':' | ';' | '"'))
        .take(20_000)
        .map(|word| word.trim_matches(['.', '!', '?', '\'']))
        .map(|word| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word))
        .collect();
    for length in 1..=3 {
        for window in words.windows(length) {
            let capital = window.first().is_some_and(|word| word.starts_with(char::is_uppercase));
            if capital && window.concat().to_lowercase() == slug {
                return window.join(" ");
            }
        }
    }
    // "matchgroup" is two words although the text never says them.
    let ending = list("company.endings")
        .iter()
        .find(|ending| slug.len() > ending.len() + 2 && slug.ends_with(**ending));
    let cut = ending.map_or(slug.len(), |ending| slug.len() - ending.len());
    let (first, rest) = slug.split_at_checked(cut).unwrap_or((&slug, ""));
    [first, rest].map(capital).join(" ").trim().to_owned()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The employer that a short description names: "Acme is a maker of ovens".
pub fn employer(text: &str) -> Option<String> {
    let lines = super::lines::read(text);
    super::company::find(text, &lines, None, 4).and_then(|range| text.get(range)).map(str::to_owned)
}
