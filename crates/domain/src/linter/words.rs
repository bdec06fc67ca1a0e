//! The linter's own word lists, and patterns.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use regex::Regex;

/// A pattern that is compiled once.
pub(super) type Pattern = LazyLock<Option<Regex>>;

/// Declares patterns.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $pattern:expr;)+) => {$(
        $(#[$doc])*
        static $name: $crate::linter::words::Pattern =
            std::sync::LazyLock::new(|| regex::Regex::new($pattern).ok());
    )+};
}
pub(super) use patterns;

/// Whether `pattern` stands in `text`.
pub(super) fn holds(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|it| it.is_match(text))
}

/// The first match.
pub(super) fn first<'t>(pattern: &Pattern, text: &'t str) -> Option<&'t str> {
    pattern.as_ref()?.find(text).map(|found| found.as_str())
}

/// A group of the first match.
pub(super) fn group<'t>(pattern: &Pattern, text: &'t str, group: usize) -> Option<&'t str> {
    pattern.as_ref()?.captures(text)?.get(group).map(|found| found.as_str())
}

static LISTS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("../../linter/words.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, words)| (name, words.split(" | ").map(str::trim).collect()))
        .collect()
});

static SETS: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    LISTS.iter().map(|(name, list)| (*name, list.iter().copied().collect())).collect()
});

/// The list of this name.
pub(super) fn list(name: &str) -> &'static [&'static str] {
    LISTS.get(name).map_or(&[], Vec::as_slice)
}

/// Whether a list has this entry.
pub(super) fn has(name: &str, word: &str) -> bool {
    SETS.get(name).is_some_and(|set| set.contains(word))
}

/// The first phrase of a list that stands in `folded` as whole words.
pub(super) fn phrase_in(name: &str, folded: &str) -> Option<&'static str> {
    list(name).iter().copied().find(|phrase| stands_in(phrase, folded))
}

/// Whether `phrase` stands in `text` as whole words.
pub(super) fn stands_in(phrase: &str, text: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|tail| tail.chars().next());
        !joins(before) && !joins(after)
    })
}

/// The words of a text, without signs at their ends.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = text.split_whitespace();
    bare.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|it| !it.is_empty())
}

/// How many words a text has; in scripts without spaces, two characters count as one.
pub(super) fn count(text: &str) -> usize {
    words(text).count() + crate::lexicon::wide(text) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty_and_clichés_stay_few() {
        for (name, list) in LISTS.iter() {
            assert!(!list.is_empty() && list.iter().all(|it| !it.is_empty()), "{name}");
        }
        assert!(list("cliche").len() <= 60);
    }

    #[test]
    fn a_phrase_is_found_as_words_only() {
        assert!(stands_in("go to", "the go to person"));
        assert!(!stands_in("go to", "the go together person"));
    }
}
