//! Accounts elsewhere, by name and by address.

use super::{
    draft::Draft,
    tree::{At, is_empty},
};
use crate::resumes::web;

/// Where an account of this name is, for networks that are often given by name alone.
const ADDRESSES: &[(&str, &str)] = &[
    ("linkedin", "https://linkedin.com/in/"),
    ("github", "https://github.com/"),
    ("gitlab", "https://gitlab.com/"),
    ("imdb", "https://imdb.com/name/"),
    ("instagram", "https://instagram.com/"),
    ("orcid", "https://orcid.org/"),
    ("stackoverflow", "https://stackoverflow.com/users/"),
    ("researchgate", "https://researchgate.net/profile/"),
    ("youtube", "https://youtube.com/@"),
    ("googlescholar", "https://scholar.google.com/citations?user="),
    ("telegram", "https://t.me/"),
    ("leetcode", "https://leetcode.com/u/"),
    ("x", "https://x.com/"),
    ("twitter", "https://twitter.com/"),
    ("bluesky", "https://bsky.app/profile/"),
];

/// The address of an account, where the network has one form for all.
pub(super) fn address(network: &str, username: &str) -> String {
    let name: String = network.to_lowercase().split_whitespace().collect();
    if name == "mastodon"
        && let Some((user, host)) = username.trim_start_matches('@').split_once('@')
    {
        return format!("https://{host}/@{user}");
    }
    let start = ADDRESSES.iter().find(|(known, _)| *known == name);
    let username = username.trim_start_matches('@');
    start.map_or_else(String::new, |(_, start)| format!("{start}{username}"))
}

/// Puts a web address where it belongs: an account of a known network, else the own page, else
/// it stays a line.
pub(super) fn put_address(draft: &mut Draft, from: &At<'_>, address: &str) {
    match web::network(address) {
        Some((network, user)) => draft.profile(network, &user, address, from),
        None => draft.set(&Draft::person(), "url", address, from),
    }
}

/// Puts a list of accounts, each with a network, a name and perhaps an address.
pub(super) fn put_profiles(draft: &mut Draft, profiles: &[At<'_>]) {
    for at in profiles {
        if at.value.is_string() {
            put_address(draft, at, &at.text());
            continue;
        }
        let network = at.text_of(&["network", "name", "platform"]);
        let username = at.text_of(&["username", "user", "handle"]);
        let link = at.first(&["url", "link", "website"]);
        let url = link.map(|it| url(&it)).unwrap_or_default();
        if !(is_empty(at.value) || network.is_empty() && url.is_empty()) {
            draft.profile(&network, &username, &url, at);
        }
    }
}

/// An address, which may have a label beside it.
pub(super) fn url(at: &At<'_>) -> String {
    let inner = at.text_of(&["url", "href", "link"]);
    if inner.is_empty() { at.text() } else { inner }
}
