//! What a bullet asks for in words that no vocabulary holds.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use crate::vocabulary::Folded;

struct Words {
    leads: HashSet<&'static str>,
    stops: HashSet<&'static str>,
    soft: HashSet<&'static str>,
    /// The leads after which a thing is asked for, and not only said.
    demands: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lines = include_str!("../../vocabulary/phrases.txt").lines();
    let mut words = Words {
        leads: HashSet::new(),
        stops: HashSet::new(),
        soft: HashSet::new(),
        demands: HashSet::new(),
    };
    for (class, items) in lines.filter_map(|line| line.split_once(": ")) {
        let set = match class {
            "lead" => &mut words.leads,
            "stop" => &mut words.stops,
            "soft" => &mut words.soft,
            "demand" => &mut words.demands,
            _ => continue,
        };
        set.extend(items.split('|').map(str::trim).filter(|item| !item.is_empty()));
    }
    words
});

/// A word of a sentence, folded, with where it stands.
struct Word {
    text: String,
    range: Range<usize>,
    /// Whether a comma, bracket or the like follows it.
    ends: bool,
}

/// The phrases a sentence asks for, as ranges of its bytes; mostly one, often none.
pub(super) fn find(sentence: &str) -> Vec<Range<usize>> {
    let words = split(sentence);
    let mut found = Vec::new();
    let mut at = 0;
    // A bare noun in three words is a demand; a longer one must be introduced as such.
    let introduced = words.len() <= 3 || demanded(&words);
    while introduced && at < words.len() && found.len() < 3 {
        at = after_leads(&words, at);
        let end = end_of_phrase(&words, at);
        let phrase = words.get(at..end).unwrap_or_default();
        if names_something(phrase)
            && let (Some(first), Some(last)) = (phrase.first(), phrase.last())
        {
            found.push(first.range.start..last.range.end);
        }
        // Only a list goes on to another demand; what follows "to" or "with" explains.
        let listed =
            end.checked_sub(1).and_then(|last| words.get(last)).is_some_and(|word| word.ends);
        if !listed || end <= at {
            break;
        }
        at = end;
    }
    found
}

fn split(sentence: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let close = |words: &mut Vec<Word>, from: usize, to: usize| {
        if let Some(raw) = sentence.get(from..to) {
            let text = Folded::new(raw).text.trim().to_owned();
            words.push(Word { text, range: from..to, ends: false });
        }
    };
    for (at, c) in sentence.char_indices() {
        let inner = c.is_alphanumeric() || matches!(c, '+' | '#' | '&' | '\'' | '’' | '-');
        if inner {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            close(&mut words, from, at);
        }
        if matches!(c, ',' | '(' | ')' | ';' | ':' | '.' | '–' | '—')
            && let Some(word) = words.last_mut()
        {
            word.ends = true;
        }
    }
    if let Some(from) = start {
        close(&mut words, from, sentence.len());
    }
    words
}

/// Skips what is only said around a demand, the longest wording first.
fn after_leads(words: &[Word], mut at: usize) -> usize {
    loop {
        let skip = (1..=4).rev().find(|length| {
            let lead: Vec<&str> = words
                .get(at..at + length)
                .unwrap_or_default()
                .iter()
                .map(|word| word.text.as_str())
                .collect();
            lead.len() == *length
                && (WORDS.leads.contains(lead.join(" ").as_str())
                    || (*length == 1
                        && lead
                            .iter()
                            .all(|word| word.chars().all(|c| c.is_ascii_digit() || c == '+'))))
        });
        match skip {
            Some(length) => at += length,
            None => return at,
        }
    }
}

/// Whether a sentence begins by asking for something.
fn demanded(words: &[Word]) -> bool {
    (0..words.len().min(7)).any(|from| {
        (1..=4).any(|length| {
            let lead: Vec<&str> = words
                .get(from..from + length)
                .unwrap_or_default()
                .iter()
                .map(|word| word.text.as_str())
                .collect();
            lead.len() == length && WORDS.demands.contains(lead.join(" ").as_str())
        })
    })
}

fn end_of_phrase(words: &[Word], from: usize) -> usize {
    let mut end = from;
    while let Some(word) = words.get(end) {
        if end > from && WORDS.stops.contains(word.text.as_str())
            || end == from && WORDS.stops.contains(word.text.as_str()) && word.text.len() < 4
        {
            break;
        }
        end += 1;
        if word.ends || end - from > 7 {
            break;
        }
    }
    end.max(from + usize::from(from < words.len() && end == from))
}

/// Whether a phrase is short and about a thing: not a trait, not a whole sentence.
fn names_something(phrase: &[Word]) -> bool {
    let letters: usize = phrase.iter().map(|word| word.text.len()).sum();
    let soft = phrase.iter().any(|word| {
        WORDS.soft.contains(word.text.as_str())
            || word.text.split(' ').any(|part| WORDS.soft.contains(part))
    });
    let alone = phrase.first().filter(|_| phrase.len() == 1);
    let small = alone.is_some_and(|word| word.text.len() < 6 || word.text.ends_with("ly"));
    let stop = phrase.iter().all(|word| {
        WORDS.stops.contains(word.text.as_str()) || WORDS.leads.contains(word.text.as_str())
    });
    !phrase.is_empty() && phrase.len() <= 5 && letters > 4 && !small && !soft && !stop
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn what_is_asked_is_told_from_how_it_is_said() {
        assert_eq!(
            phrases("Proven experience with sourdough starters in a small shop"),
            ["sourdough starters"]
        );
        assert_eq!(
            phrases("Knowledge of oven maintenance, yeast cultures"),
            ["oven maintenance", "yeast cultures"]
        );
        assert_eq!(phrases("Erfahrung mit Brotbackautomaten"), ["Brotbackautomaten"]);
    }

    #[test]
    fn traits_and_generalities_are_no_requirements() {
        for text in [
            "Strong communication skills",
            "A positive attitude",
            "You are a team player who loves people",
            "Ability to work independently",
        ] {
            assert_eq!(phrases(text), Vec::<&str>::new(), "{text}");
        }
    }
}
