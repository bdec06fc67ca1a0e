//! Month names, seasons and words for the present.

use std::collections::{HashMap, HashSet};

use super::fold;

/// Month names with their numbers.
pub(super) fn months(list: &str) -> HashMap<String, u8> {
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let numbered = (1u8..=12).zip(lines);
    numbered
        .flat_map(|(month, line)| line.split_whitespace().map(move |name| (fold(name), month)))
        .collect()
}

/// One phrase a line, or one a word.
pub(super) fn words(list: &str, each_word: bool) -> HashSet<String> {
    let lines =
        list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    if each_word {
        return lines.flat_map(str::split_whitespace).map(fold).collect();
    }
    lines.map(fold).collect()
}
