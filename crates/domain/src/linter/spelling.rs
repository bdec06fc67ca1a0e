//! B12: spelling, against a dictionary; names of the document and the vocabulary are never wrong.

use std::{
    collections::{BTreeMap, HashSet},
    fmt,
    sync::LazyLock,
};

use super::{
    Check, Edit, Finding, Severity, Unchecked,
    case::Case,
    words::{has, list},
};
use crate::{lexicon::fold, vocabulary};

/// The words of one language.
pub struct Dictionary {
    language: String,
    words: spellbook::Dictionary,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("language", &self.language).finish_non_exhaustive()
    }
}

static ENGLISH: LazyLock<Option<Dictionary>> = LazyLock::new(|| {
    let affixes = include_str!("../../spelling/en.aff");
    Dictionary::new("en", affixes, include_str!("../../spelling/en.dic"))
});

impl Dictionary {
    /// The dictionary in these two files of Hunspell's; `None` if they are none.
    pub fn new(language: &str, affixes: &str, words: &str) -> Option<Self> {
        let words = spellbook::Dictionary::new(affixes, words).ok()?;
        Some(Self { language: language.to_owned(), words })
    }

    /// English, American and British; the first call reads it.
    pub fn english() -> Option<&'static Self> {
        ENGLISH.as_ref()
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.check(word)
    }
}

/// So many wrong words are an error.
const MANY: usize = 5;
/// With more wrong words of a hundred it is another language, or a trade without a dictionary.
const ALIEN: usize = 12;
/// Suggestions are looked for this often: they take a while.
const SUGGESTED: usize = 12;

struct Wrong<'c> {
    word: &'c str,
    path: &'c str,
    text: &'c str,
}

/// Finds misspelt words.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(dictionary) = case.dictionary.filter(|it| case.speaks(&it.language)) else {
        return unchecked(case);
    };
    let known = Known::of(case, dictionary);
    let mut all = 0;
    let mut wrong: Vec<Wrong<'_>> = Vec::new();
    let texts = case.fields.iter().filter(|(path, _)| is_written(path));
    for (path, text) in texts {
        for (word, starts) in words(text) {
            all += 1;
            let again = wrong.iter().any(|it| it.word.eq_ignore_ascii_case(word));
            if !again && !known.allows(word, starts) {
                wrong.push(Wrong { word, path, text });
            }
        }
    }
    if wrong.len() > 3 && wrong.len() * 100 > all * ALIEN {
        case.doubt(Unchecked {
            code: Check::B12,
            reason: "too many words are in no dictionary; spelling was not judged".to_owned(),
        });
        return;
    }
    report(case, dictionary, &wrong, all, found);
}

fn unchecked(case: &Case<'_>) {
    let language = &case.resume.language;
    if case.fields.is_empty() {
        return;
    }
    let reason = if language.is_empty() {
        "the language of the resume is not known, so its spelling was not checked".to_owned()
    } else {
        format!("there is no dictionary for \"{language}\" here, so spelling was not checked")
    };
    case.doubt(Unchecked { code: Check::B12, reason });
}

/// The verdict on the whole first, then each word with its place. A word that no known one is near
/// to is more likely of a trade than wrong: it is told, and not counted.
fn report(
    case: &Case<'_>,
    dictionary: &Dictionary,
    wrong: &[Wrong<'_>],
    all: usize,
    found: &mut Vec<Finding>,
) {
    let asked = wrong.iter().zip(0..);
    let near: Vec<Option<String>> = asked
        .map(|(it, number)| (number < SUGGESTED).then(|| near(dictionary, it.word)).flatten())
        .collect();
    let slips: Vec<&Wrong<'_>> =
        wrong.iter().zip(&near).filter(|(_, near)| near.is_some()).map(|(it, _)| it).collect();
    found.extend(verdict(case, &slips, all));
    for (it, near) in wrong.iter().zip(near) {
        let finding = Finding::new(Check::B12)
            .at(it.path)
            .on(case.spot(it.path))
            .quoting(it.word)
            .titled("Word in no dictionary")
            .only(Severity::Suggestion);
        found.push(match near {
            Some(near) => finding
                .fixed_by(format!("Did you mean \"{near}\"? If not, keep it as a word of yours."))
                .changing(Edit::Replace {
                    path: it.path.to_owned(),
                    from: it.text.to_owned(),
                    to: replace_word(it.text, it.word, &near),
                }),
            None => finding,
        });
    }
}

fn verdict(case: &Case<'_>, slips: &[&Wrong<'_>], all: usize) -> Option<Finding> {
    let first = slips.first()?;
    let list: Vec<&str> = slips.iter().map(|it| it.word).collect();
    let per_thousand = slips.len() * 1000 / all.max(1);
    let (s, count) = (if slips.len() == 1 { "" } else { "s" }, slips.len());
    let severity = if count >= MANY { Severity::Error } else { Severity::Warning };
    Some(
        Finding::new(Check::B12)
            .at(first.path)
            .on(case.spot(first.path))
            .quoting(&list.join(", "))
            .titled(format!("{count} word{s} may be misspelt ({per_thousand} of 1,000)"))
            .only(severity),
    )
}

/// The one word that is a single slip away.
fn near(dictionary: &Dictionary, word: &str) -> Option<String> {
    let mut offered = Vec::new();
    dictionary.words.suggest(word, &mut offered);
    let first = offered.into_iter().next()?;
    (first.chars().next() == word.chars().next() && is_slip(word, &first)).then_some(first)
}

/// Whether two words differ by one letter, or by two that changed places.
fn is_slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let room = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(room).take_while(|(x, y)| x == y).count();
    let (left, right) = (a.len() - start - end, b.len() - start - end);
    let swapped = left == 2
        && right == 2
        && a.get(start) == b.get(start + 1)
        && a.get(start + 1) == b.get(start);
    swapped || left.max(right) <= 1
}

fn replace_word(text: &str, word: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let (head, tail) = rest.split_at(at);
        let after = tail.get(word.len()..).unwrap_or_default();
        let joins = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let whole = !joins(head.chars().next_back()) && !joins(after.chars().next());
        out.push_str(head);
        out.push_str(if whole { by } else { word });
        rest = after;
    }
    out + rest
}

/// Fields that are written in words of a language.
fn is_written(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    let key = key.split('[').next().unwrap_or_default();
    matches!(
        key,
        "summary" | "highlights" | "description" | "label" | "position" | "items" | "reference"
    )
}

/// The words of a text, each with whether it begins a sentence.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut begins = true;
    text.split_whitespace().flat_map(move |piece| {
        let starts =
            std::mem::replace(&mut begins, piece.ends_with(['.', ':', '!', '?', '•', '|']));
        // Addresses, file names, paths and versions are no words.
        let odd = piece.contains(['@', '/', '\\', '_', '#', '+', '&', '=', '*', '<', '~', '^'])
            || piece.chars().any(|c| c.is_ascii_digit())
            || piece.trim_end_matches(['.', ',', ')', ';', ':']).contains('.');
        let parts = piece.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
        parts
            .map(|part| part.trim_matches(['\'', '’']))
            .filter(move |part| !odd && part.chars().count() >= 3)
            .map(move |part| (part, starts))
    })
}

/// What is never misspelt here.
struct Known<'c> {
    dictionary: &'c Dictionary,
    names: HashSet<String>,
    counts: BTreeMap<String, u32>,
}

impl<'c> Known<'c> {
    fn of(case: &'c Case<'_>, dictionary: &'c Dictionary) -> Self {
        let mut names: HashSet<String> = case.choices.words.iter().map(|it| fold(it)).collect();
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for (path, text) in &case.fields {
            let named = !is_written(path);
            for (word, starts) in words(text) {
                let folded = fold(word);
                *counts.entry(folded.clone()).or_default() += 1;
                // A word with a capital in the middle of a sentence is a name everywhere.
                if named || !starts && word.starts_with(char::is_uppercase) {
                    names.insert(folded);
                }
            }
            for mention in vocabulary::find(text) {
                let printed = text.get(mention.range).unwrap_or_default();
                names.extend(words(printed).map(|(word, _)| fold(word)));
            }
        }
        Self { dictionary, names, counts }
    }

    fn allows(&self, word: &str, starts: bool) -> bool {
        let bare = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
        let plain = bare.replace('’', "'");
        let shouted = plain.chars().filter(|c| c.is_uppercase()).count() > 1;
        let capital = plain.starts_with(char::is_uppercase);
        if shouted || capital && !starts {
            return true;
        }
        let lower = plain.to_lowercase();
        let folded = fold(&plain);
        self.dictionary.knows(&plain)
            || self.dictionary.knows(&lower)
            || self.dictionary.knows(&lower.replace("isation", "ization").replace("ising", "izing"))
            || self.names.contains(&folded)
            || folded.strip_suffix('s').is_some_and(|it| self.names.contains(it))
            || has("spelt", &folded)
            || self.is_made_up(&folded)
            // Whoever writes a word three times means it.
            || self.counts.get(&folded).is_some_and(|count| *count >= 3)
    }

    /// Words that are made of a known beginning and a known word: "cybersecurity".
    fn is_made_up(&self, folded: &str) -> bool {
        list("prefix").iter().any(|start| {
            folded.strip_prefix(start).is_some_and(|rest| {
                rest.len() >= 3 && (self.dictionary.knows(rest) || has("spelt", rest))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_or_two_that_changed_places() {
        for (wrong, right) in [("recieve", "receive"), ("managment", "management"), ("teh", "the")]
        {
            assert!(is_slip(wrong, right), "{wrong}");
        }
        assert!(!is_slip("kubernetes", "cubes"));
    }

    #[test]
    fn only_whole_words_are_replaced() {
        assert_eq!(replace_word("teh tehran teh", "teh", "the"), "the tehran the");
    }

    #[test]
    fn the_dictionary_knows_both_kinds_of_english() {
        let english = Dictionary::english().unwrap();
        for word in ["color", "colour", "led", "organise", "organize", "paediatric"] {
            assert!(english.knows(word), "{word}");
        }
        assert!(!english.knows("recieve"));
    }
}
