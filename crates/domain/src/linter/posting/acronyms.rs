//! B15: short and long forms.

use crate::{
    jobs::Posting,
    lexicon::fold,
    linter::{Check, Finding, case::Case, words::words},
};

/// Words that no initial stands for.
const SMALL: [&str; 9] = ["of", "on", "and", "the", "for", "in", "to", "&", "a"];

/// Finds short forms whose long form only the posting has, and the other way round.
pub(super) fn check(case: &Case<'_>, posting: &Posting, found: &mut Vec<Finding>) {
    const MOST: usize = 4;
    let posting_text: String = posting.text.chars().take(20_000).collect();
    let own: String = case.fields.iter().map(|(_, text)| text.clone() + " \n ").collect();
    let mut left = MOST;
    for short in acronyms(&own) {
        let Some(long) = long_form(&posting_text, short) else { continue };
        if has_word(&posting_text, short) || long_form(&own, short).is_some() || left == 0 {
            continue;
        }
        left -= 1;
        found.push(pair(case, short, &long, short));
    }
    for short in acronyms(&posting_text) {
        let Some(long) = long_form(&own, short) else { continue };
        if has_word(&own, short) || long_form(&posting_text, short).is_some() || left == 0 {
            continue;
        }
        left -= 1;
        found.push(pair(case, short, &long, &long));
    }
}

fn pair(case: &Case<'_>, short: &str, long: &str, own: &str) -> Finding {
    let path = case.fields.iter().find(|(_, text)| text.contains(own)).map_or("", |(path, _)| path);
    Finding::new(Check::B15)
        .at(path)
        .on(case.spot(path))
        .quoting(&format!("{long} ({short})"))
        .fixed_by(format!("Write both once: {long} ({short})."))
}

/// The short forms in a text, each once.
fn acronyms(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = words(text)
        .filter(|word| {
            (3..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(200);
    all
}

fn has_word(text: &str, short: &str) -> bool {
    words(text).any(|word| word.trim_end_matches('s') == short || word == short)
}

/// The words in `text` whose initials are `short`, as printed.
fn long_form(text: &str, short: &str) -> Option<String> {
    let initials: Vec<char> = short.to_lowercase().chars().collect();
    text.lines().find_map(|line| {
        let all: Vec<&str> = words(line).collect();
        (0..all.len()).find_map(|start| spelt_out(all.get(start..)?, &initials))
    })
}

fn spelt_out(words: &[&str], initials: &[char]) -> Option<String> {
    let mut taken = Vec::new();
    let mut left = initials.iter();
    let mut next = left.next();
    for word in words {
        let Some(initial) = next else { break };
        let folded = fold(word);
        let small = SMALL.contains(&folded.as_str());
        if !small && folded.starts_with(*initial) && folded.len() > 1 {
            next = left.next();
        } else if taken.is_empty() || !small {
            return None;
        }
        taken.push(*word);
    }
    (next.is_none() && taken.iter().all(|word| word.len() < 24)).then(|| taken.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_form_is_found_by_its_initials() {
        let text = "A Certified Public Accountant and search engine optimization";
        assert_eq!(long_form(text, "CPA").as_deref(), Some("Certified Public Accountant"));
        assert_eq!(long_form(text, "SEO").as_deref(), Some("search engine optimization"));
        assert_eq!(long_form(text, "CNA"), None);
        assert_eq!(long_form("rate of return on capital", "ROC"), None);
    }
}
