//! The words that tell one thing from another, in every language read here, by name.

use std::{collections::HashMap, sync::LazyLock};

use aho_corasick::AhoCorasick;

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

/// An automaton a list, over its words with a space at either end.
static FINDERS: LazyLock<HashMap<&'static str, AhoCorasick>> = LazyLock::new(|| {
    let padded = |words: &[&str]| words.iter().map(|word| format!(" {word} ")).collect::<Vec<_>>();
    // Every pattern starts with a space, so looking for first bytes would stop at every word.
    let finder = |words: &Vec<&str>| {
        AhoCorasick::builder()
            .prefilter(false)
            .kind(Some(aho_corasick::AhoCorasickKind::DFA))
            .build(padded(words))
            .ok()
    };
    LISTS.iter().filter_map(|(name, words)| Some((*name, finder(words)?))).collect()
});

/// Whether a [`spaced`](super::words::spaced) text says any word of a list.
pub(super) fn says(text: &str, name: &str) -> bool {
    let finder = FINDERS.get(name);
    debug_assert!(finder.is_some(), "no list {name}");
    finder.is_some_and(|finder| finder.is_match(text))
}

/// An automaton a list, over its words as they are.
static BARE: LazyLock<HashMap<&'static str, AhoCorasick>> = LazyLock::new(|| {
    let finder = |words: &Vec<&str>| AhoCorasick::new(words).ok();
    ["date.posted", "date.closing"]
        .into_iter()
        .filter_map(|name| Some((name, finder(LISTS.get(name)?)?)))
        .collect()
});

/// Whether a text holds any word of one of the lists of dates, if only within another word.
pub(super) fn within(text: &str, name: &str) -> bool {
    BARE.get(name).is_some_and(|finder| finder.is_match(text))
}
