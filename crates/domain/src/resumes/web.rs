//! Web addresses and accounts elsewhere.

use super::contact::EMAIL;
use super::{Profile, found::Found};
use crate::{
    layout::{Layout, Passage},
    lexicon::fold,
};
use regex::Regex;
use std::sync::LazyLock;

pub(super) static URL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:https?://|www\.)[^\s|,;<>()]+|\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*\.(?:com|org|net|io|dev|me|de|fr|es|it|nl|pl|ru|cn|jp|uk|co|ai|app|tech|info|eu|ch|at|be|se|no|dk|fi|pt|br|mx|ca|us|edu|in|xyz|site|online|design|page|blog|cv|tr|kr|cz|hu|ro|gg|sh|so|to|tv|name|pro|works|studio|art|example|test)\b(?:/[^\s|,;<>()]*)?",
    )
    .ok()
});

static ACCOUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(linkedin|github|gitlab|twitter|facebook|instagram|stack ?overflow|medium|behance|dribbble|xing|bitbucket|kaggle|youtube|telegram|skype|orcid|researchgate|mastodon|quora|whatsapp|wechat|leetcode|codepen|devpost)\s*(?:id|profile|account)?\s*[:/：]+\s*(?:in/)?@?([\p{L}0-9._\-]{2,40})",
    )
    .ok()
});

/// Networks by the host of their addresses.
const NETWORKS: &[(&str, &str)] = &[
    ("linkedin.com", "LinkedIn"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("twitter.com", "Twitter"),
    ("x.com", "X"),
    ("facebook.com", "Facebook"),
    ("fb.com", "Facebook"),
    ("fb.co", "Facebook"),
    ("instagram.com", "Instagram"),
    ("stackoverflow.com", "StackOverflow"),
    ("medium.com", "Medium"),
    ("behance.net", "Behance"),
    ("dribbble.com", "Dribbble"),
    ("xing.com", "Xing"),
    ("bitbucket.org", "Bitbucket"),
    ("kaggle.com", "Kaggle"),
    ("youtube.com", "YouTube"),
    ("t.me", "Telegram"),
    ("orcid.org", "ORCID"),
    ("researchgate.net", "ResearchGate"),
    ("scholar.google.com", "Google Scholar"),
    ("leetcode.com", "LeetCode"),
    ("codepen.io", "CodePen"),
    ("hackerrank.com", "HackerRank"),
    ("quora.com", "Quora"),
    ("devpost.com", "Devpost"),
    ("vk.com", "VK"),
    ("zhihu.com", "Zhihu"),
    ("gitee.com", "Gitee"),
    ("keybase.io", "Keybase"),
    ("stackexchange.com", "StackExchange"),
    ("dev.to", "DEV"),
    ("pinterest.com", "Pinterest"),
    ("tiktok.com", "TikTok"),
    ("reddit.com", "Reddit"),
];

/// A web address in its bare form.
fn bare(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or(lower.strip_prefix("http://")).unwrap_or(&lower);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

pub(super) fn network(url: &str) -> Option<(&'static str, String)> {
    let bare = bare(url);
    let (host, path) = bare.split_once('/').unwrap_or((&bare, ""));
    let name = NETWORKS
        .iter()
        .find(|(h, _)| host == *h || host.strip_suffix(h).is_some_and(|head| head.ends_with('.')))?
        .1;
    let original = url.trim().trim_end_matches('/');
    let path: Vec<&str> = path.split(['/', '?', '#']).filter(|p| !p.is_empty()).collect();
    let known = ["in", "users", "user", "u", "profile", "pub", "company", "c", "channel", "people"];
    let user = path
        .iter()
        .find(|p| !(known.contains(p) || path.len() > 2 && p.chars().all(|c| c.is_ascii_digit())))
        .or(path.last())?;
    // As printed, not in lower case.
    let at = original.to_lowercase().find(user).and_then(|at| original.get(at..at + user.len()));
    Some((name, at.unwrap_or(user).trim_start_matches('@').to_owned()))
}

pub(super) fn web(layout: &Layout, near: &[Passage], near_lines: &[usize], found: &mut Found) {
    let mut own: Vec<(Passage, String)> = Vec::new();
    for (i, cell) in near.iter().enumerate() {
        for (text, value) in addresses(cell, near.get(i + 1)) {
            match network(&value) {
                Some((name, user)) => profile(layout, found, name, user, value, &text, 0.97),
                None => own.push((text, value)),
            }
        }
        accounts(layout, cell, found);
    }
    for link in layout.links.iter().filter(|l| {
        !l.text.is_empty() && l.text.lines().iter().all(|n| near_lines.contains(&(*n as usize)))
    }) {
        let target = link.target.trim();
        if !target.starts_with("http") && !target.starts_with("www.") {
            continue;
        }
        match network(target) {
            Some((name, user)) => {
                profile(layout, found, name, user, target.to_owned(), &link.text, 0.93);
            }
            None if link.text.len() <= 60 => own.push((link.text.clone(), target.to_owned())),
            None => {}
        }
    }
    // The person's own page: printed as an address, else a link with a telling label.
    let maps = |value: &str| {
        ["google.com/maps", "maps.google", "goo.gl/maps", "wa.me", "tel:", "openstreetmap"]
            .iter()
            .any(|m| value.contains(m))
    };
    let told = |text: &Passage| {
        let folded = fold(&text.text());
        ["site", "portfolio", "homepage", "blog", "web", "page"].iter().any(|w| folded.contains(w))
    };
    let printed = |text: &Passage| URL.as_ref().is_some_and(|p| text.find(p).is_some());
    let email_host = found.resume.basics.email.split('@').nth(1).unwrap_or_default().to_lowercase();
    let pick = own
        .iter()
        .find(|(text, value)| printed(text) && !maps(value) && bare(value) != email_host)
        .or_else(|| own.iter().find(|(text, value)| !maps(value) && told(text)))
        .or_else(|| own.iter().find(|(text, value)| bare(value) == email_host && printed(text)));
    if let Some((text, value)) = pick {
        let value = if printed(text) { text.text() } else { value.clone() };
        found.note(layout, "basics.url".into(), text, 0.93);
        found.resume.basics.url = value.trim_end_matches(['.', ',']).to_owned();
    }
}

/// The web addresses printed in a cell; one that ends at a hyphen or slash goes on in the next.
fn addresses(cell: &Passage, next: Option<&Passage>) -> Vec<(Passage, String)> {
    let (Some(url), Some(email)) = (URL.as_ref(), EMAIL.as_ref()) else { return Vec::new() };
    let emails = cell.find_all(email);
    let mut out = Vec::new();
    for range in cell.find_all(url) {
        let in_email = emails.iter().any(|e| e.start < range.end && range.start < e.end)
            || range.start > 0 && cell.chars().get(range.start - 1) == Some(&'@');
        let after_at = cell.chars().get(range.end) == Some(&'@');
        if in_email || after_at {
            continue;
        }
        let mut text = cell.slice(range.clone());
        let ends_cell = range.end == cell.len();
        let open = matches!(text.chars().last(), Some('-' | '_' | '='));
        if let Some(next) = next.filter(|_| ends_cell && open && text.len() > 8)
            && !next.chars().iter().any(|c| c.is_whitespace() || *c == '@' || *c == ':')
            && next.find(url).is_none_or(|r| r.start > 0)
            && next.chars().first().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
        {
            text.append("", next);
        }
        let text = text.trim_matches(|c| matches!(c, '.' | ',' | ')' | ';' | ' '));
        let value = text.text();
        out.push((text, value));
    }
    out
}

/// "GitHub: name".
fn accounts(layout: &Layout, cell: &Passage, found: &mut Found) {
    let Some(pattern) = ACCOUNT.as_ref() else { return };
    let text = cell.text();
    for hit in pattern.captures_iter(&text) {
        let (Some(name), Some(user)) = (hit.get(1), hit.get(2)) else { continue };
        let user_text = user.as_str();
        let is_address = user_text.contains(".com")
            || user_text.contains("http")
            || user_text.starts_with("www");
        let folded = fold(name.as_str()).replace(' ', "");
        let network = NETWORKS.iter().find(|(_, n)| n.to_lowercase() == folded).map(|(_, n)| *n);
        let known = match folded.as_str() {
            "skype" => Some("Skype"),
            "telegram" => Some("Telegram"),
            "whatsapp" | "wechat" => None,
            _ => network,
        };
        if let (Some(known), false) = (known, is_address) {
            let range = crate::layout::char_range(&text, user.range());
            profile(
                layout,
                found,
                known,
                user_text.to_owned(),
                String::new(),
                &cell.slice(range),
                0.9,
            );
        }
    }
}

fn profile(
    layout: &Layout,
    found: &mut Found,
    network: &str,
    username: String,
    url: String,
    text: &Passage,
    sure: f32,
) {
    let profiles = &mut found.resume.basics.profiles;
    if username.is_empty() || profiles.len() >= 12 {
        return;
    }
    if let Some(old) = profiles.iter_mut().find(|p| p.network == network) {
        if old.url.is_empty() {
            old.url = url;
        }
        return;
    }
    let n = profiles.len();
    profiles.push(Profile { network: network.to_owned(), username, url });
    let part = format!("basics.profiles[{n}]");
    found.note(layout, format!("{part}.network"), text, sure);
    found.note(layout, format!("{part}.username"), text, sure);
    if found.resume.basics.profiles.last().is_some_and(|p| !p.url.is_empty()) {
        found.note(layout, format!("{part}.url"), text, sure);
    }
}
