//! The words that tell one thing from another, in every language read here, by name.

use std::{collections::HashMap, sync::LazyLock};

static LISTS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("../../vocabulary/words.txt").lines();
    let lists =
        lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    lists.map(|(name, words)| (name, words.split('|').map(str::trim).collect())).collect()
});

/// The words of a list; none when there is no such list, which a test rules out.
pub(super) fn list(name: &str) -> &'static [&'static str] {
    let found = LISTS.get(name).map(Vec::as_slice);
    debug_assert!(found.is_some(), "no list {name}");
    found.unwrap_or_default()
}
