//! C05: addresses of pages.

use super::{
    Check, Edit, Finding, Severity,
    case::Case,
    words::{self, holds, patterns},
};

patterns! {
    ADDRESS = r"(?i)^(?:https?://|mailto:|tel:)?[^\s/@]+\.[a-z]{2,24}(?:[/?#:].*)?$";
    SHOWN = r"(?i)[\w-]+\.[a-z]{2,}(?:/|$|\s)|@|\+?\d[\d\s().-]{6,}";
}

/// Finds links that lead nowhere or do not survive parsing.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (path, text) in case.fields.iter().filter(|(path, _)| is_link(path)) {
        if let Some(title) = flaw(text) {
            let finding = Finding::new(Check::C05).at(path).on(case.spot(path)).quoting(text);
            found.push(finding.titled(title));
        } else if let Some(rest) = text.strip_prefix("http://") {
            found.push(insecure(case, path, text, rest));
        }
    }
    found.extend(clickable_only(case));
    found.extend(misleading(case));
}

fn is_link(path: &str) -> bool {
    path.rsplit('.').next() == Some("url")
}

fn flaw(address: &str) -> Option<&'static str> {
    let lower = address.trim().to_lowercase();
    let host = host(&lower);
    if words::has("shortener", host) {
        Some("Link is shortened")
    } else if lower.starts_with('/') || lower.starts_with("./") || lower.starts_with('#') {
        Some("Link is relative")
    } else if !holds(&ADDRESS, &lower) || lower.contains("//http") {
        Some("Link is malformed")
    } else {
        None
    }
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Networks answer by HTTPS, all of them; for other pages only their owner knows.
fn insecure(case: &Case<'_>, path: &str, text: &str, rest: &str) -> Finding {
    let finding = Finding::new(Check::C05)
        .at(path)
        .on(case.spot(path))
        .quoting(text)
        .only(Severity::Suggestion)
        .titled("Link begins with http:")
        .fixed_by("Use https:, which every browser expects.");
    if words::has("network", host(&text.to_lowercase())) {
        let (path, from, to) = (path.to_owned(), text.to_owned(), format!("https://{rest}"));
        return finding.changing(Edit::Replace { path, from, to });
    }
    finding
}

/// "LinkedIn" that only leads somewhere when clicked.
fn clickable_only(case: &Case<'_>) -> Option<Finding> {
    let file = case.file?;
    let all: String = file.lines.iter().map(|line| line.text.to_lowercase() + " ").collect();
    let hidden = file.links.iter().find(|link| {
        let target = link.target.to_lowercase();
        let known = words::list("network").iter().any(|it| host(&target) == *it)
            || target.starts_with("mailto:");
        let address = target.trim_start_matches("mailto:");
        let address = address.split('?').next().unwrap_or(address);
        let address = address.split("://").last().unwrap_or(address).trim_end_matches('/');
        let name = address.rsplit('/').next().unwrap_or(address);
        known && name.len() > 2 && !all.contains(name) && !holds(&SHOWN, &link.text)
    })?;
    let spot = hidden.line.and_then(|line| file.spot(line));
    let quote = if hidden.text.trim().is_empty() { &hidden.target } else { &hidden.text };
    Some(
        Finding::new(Check::C05)
            .on(spot)
            .quoting(quote)
            .titled("Address can only be clicked, not read"),
    )
}

/// An address that leads to another one.
fn misleading(case: &Case<'_>) -> Option<Finding> {
    let file = case.file?;
    let wrong = file.links.iter().find(|link| {
        let (shown, target) = (link.text.trim().to_lowercase(), link.target.to_lowercase());
        let printed = !shown.contains([' ', '@']) && holds(&ADDRESS, &shown) && shown.contains('/');
        let (a, b) = (host(&shown), host(&target));
        printed && target.starts_with("http") && !a.ends_with(b) && !b.ends_with(a)
    })?;
    let spot = wrong.line.and_then(|line| file.spot(line));
    let quote = format!("{} → {}", wrong.text.trim(), wrong.target);
    Some(
        Finding::new(Check::C05)
            .on(spot)
            .quoting(&quote)
            .titled("Link leads elsewhere than it says"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_judged_as_it_is_written() {
        for good in
            ["https://a-b.example.org/x", "linkedin.com/in/x", "www.example.org", "http://a.io"]
        {
            assert_eq!(flaw(good), None, "{good}");
        }
        for bad in ["https://bit.ly/3x", "/in/x", "https://", "htp:/x", "linkedin", "see my page"] {
            assert!(flaw(bad).is_some(), "{bad}");
        }
    }
}
