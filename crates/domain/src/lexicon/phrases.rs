//! Phrases found in a text in one pass, at the boundaries of words.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::{fold, unspaced};

/// Where a phrase may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// As whole words.
    Words,
    /// As whole words, or at the end of one.
    Ending,
    /// Anywhere: the script sets no spaces.
    Anywhere,
}

/// A list of phrases.
pub(crate) struct Phrases {
    automaton: Option<AhoCorasick>,
    fits: Vec<Fit>,
}

impl Phrases {
    pub(super) fn new(phrases: &[String]) -> Self {
        let mut fits = Vec::new();
        let mut patterns = Vec::new();
        for phrase in phrases {
            let (bare, ending) =
                phrase.strip_prefix('*').map_or((phrase.as_str(), false), |rest| (rest, true));
            let anywhere = bare.chars().any(|c| unspaced(c) || matches!(c, '\u{e00}'..='\u{e7f}'));
            fits.push(if anywhere {
                Fit::Anywhere
            } else if ending {
                Fit::Ending
            } else {
                Fit::Words
            });
            patterns.push(fold(bare));
        }
        Self { automaton: AhoCorasick::new(&patterns).ok(), fits }
    }

    /// Where phrases stand in `folded`, in bytes; they may overlap.
    pub(crate) fn find(&self, folded: &str) -> Vec<Range<usize>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let hits = automaton.find_overlapping_iter(folded);
        hits.filter(|hit| {
            let fit = self.fits.get(hit.pattern().as_usize()).copied().unwrap_or(Fit::Words);
            fits(folded, hit.range(), fit)
        })
        .map(|hit| hit.range())
        .take(200)
        .collect()
    }

    /// Whether any phrase stands in `folded`.
    pub(crate) fn any(&self, folded: &str) -> bool {
        !self.find(folded).is_empty()
    }

    /// Whether one phrase is all of `folded`.
    pub(crate) fn all(&self, folded: &str) -> bool {
        self.find(folded).iter().any(|hit| hit.len() == folded.len())
    }
}

fn fits(text: &str, range: Range<usize>, fit: Fit) -> bool {
    if fit == Fit::Anywhere {
        return true;
    }
    let before = text.get(..range.start).and_then(|head| head.chars().next_back());
    let after = text.get(range.end..).and_then(|tail| tail.chars().next());
    let joins = |ch: Option<char>| ch.is_some_and(|c| c.is_alphanumeric() && !unspaced(c));
    let whole =
        text.get(range.clone()).is_some_and(|hit| !hit.chars().all(|c| c.is_ascii_alphanumeric()));
    let glued = after == Some('\'') && !whole && range.len() <= 2;
    !joins(after) && !glued && (fit == Fit::Ending || !joins(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_as_words_endings_or_anywhere() {
        let phrases = Phrases::new(&["nurse".into(), "*ingenieur".into(), "工程师".into()]);
        assert!(phrases.any("charge nurse, icu"));
        assert!(!phrases.any("nursery"));
        assert!(phrases.any("bauingenieur"));
        assert!(phrases.any("高级后端工程师"));
        assert!(phrases.all("nurse"));
    }
}
