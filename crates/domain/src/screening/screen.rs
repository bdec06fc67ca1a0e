//! A posting or resume, cleared of instructions that are not for its reader.

use serde::{Deserialize, Serialize};

use super::{
    clean, decode, markup,
    passages::{Sentence, sentences},
    rules,
};
use crate::{
    jobs::{self, Capture},
    vocabulary::{self, SkillKind},
};

pub use super::rules::Trick;

/// Something that was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// What it is after.
    pub trick: Trick,
    /// Whether a reader of the page would not have seen it.
    pub hidden: bool,
}

/// A text, cleared of instructions that are not for its reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Screened {
    /// Whether it tried a trick.
    pub flag: bool,
    /// Whether the person should see what was taken out.
    pub show_user: bool,
    /// The text without it.
    pub sanitised: String,
    /// What was taken out.
    pub passages: Vec<Passage>,
    /// The skills the rest names.
    pub skills: Vec<String>,
    /// The years of experience the rest asks for.
    pub years: Option<u32>,
    /// Whether the text was too long and its end left out.
    pub cut: bool,
}

/// Clears a text of instructions that are not for its reader.
pub fn screen(text: &str) -> Screened {
    let (shown, hidden) = markup::split(text);
    let (mut visible, tagged) = clean::visible(&shown);
    let mut passages = Vec::new();
    for secret in hidden.iter().map(|it| clean::visible(it).0).chain([tagged]) {
        if let Some(trick) = secret_trick(&secret) {
            passages.push(Passage { text: secret.trim().to_owned(), trick, hidden: true });
        }
    }
    // What is left may make a new sentence.
    for _ in 0..3 {
        let found = tricks(&visible);
        if found.is_empty() {
            break;
        }
        visible = without(&visible, found, &mut passages);
    }
    Screened {
        flag: !passages.is_empty(),
        show_user: !passages.is_empty(),
        skills: skills(&visible),
        years: jobs::parse(&Capture { text: visible.clone(), ..Capture::default() }).years_min,
        sanitised: visible.trim().to_owned(),
        passages,
        cut: text.chars().count() > clean::LONGEST,
    }
}

/// The skills a text names, without traits.
fn skills(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for mention in vocabulary::find(text) {
        if mention.skill.kind != SkillKind::Soft && !out.contains(&mention.skill.name) {
            out.push(mention.skill.name.clone());
        }
    }
    out
}

/// What hidden text is after: hidden, it needs less to be a trick.
fn secret_trick(text: &str) -> Option<Trick> {
    if text.split_whitespace().count() < 3 {
        return None;
    }
    trick(text).or_else(|| rules::is_suspicious(&clean::folded(text)).then_some(Trick::Order))
}

/// The trick a sentence tries, in whatever way it is written.
fn trick(text: &str) -> Option<Trick> {
    let plain = || rules::find(&clean::folded(text));
    let again = || decode::readings(text).iter().find_map(|it| rules::find(&clean::folded(it)));
    let packed = || (!decode::packed(text).is_empty()).then_some(Trick::Order);
    plain().or_else(again).or_else(packed)
}

/// Which sentences try a trick, and which.
fn tricks(text: &str) -> Vec<(Sentence, Trick)> {
    let all = sentences(text);
    let words = |it: &Sentence| text.get(it.range.clone()).unwrap_or_default();
    let mut found: Vec<Option<Trick>> = all.iter().map(|it| trick(words(it))).collect();
    spread(text, &all, &mut found);
    follow(text, &all, &mut found);
    all.into_iter().zip(found).filter_map(|(it, trick)| Some((it, trick?))).collect()
}

/// A trick that is spread over several lines.
fn spread(text: &str, all: &[Sentence], found: &mut [Option<Trick>]) {
    for size in 2..=14 {
        for start in 0..all.len().saturating_sub(size - 1) {
            let Some(window) = all.get(start..start + size) else { break };
            let range = start..start + size;
            if found.get(range.clone()).is_none_or(|it| it.iter().any(Option::is_some)) {
                continue;
            }
            let parts: Vec<&str> =
                window.iter().filter_map(|it| text.get(it.range.clone())).map(str::trim).collect();
            let short = parts.iter().all(|it| it.split_whitespace().count() <= 4);
            let lines = window.windows(2).all(|it| matches!(it, [a, b] if a.line != b.line));
            if size > 3 && !short || !lines {
                continue;
            }
            if let Some(trick) = trick(&parts.join(" ")) {
                for it in found.iter_mut().take(range.end).skip(range.start) {
                    *it = Some(trick);
                }
            }
        }
    }
}

/// What goes on after a trick: short sentences that say nothing of the work, and code to its end.
fn follow(text: &str, all: &[Sentence], found: &mut [Option<Trick>]) {
    let mut fenced = false;
    for at in 1..all.len() {
        let before = found.get(at - 1).copied().flatten();
        let (Some(one), Some(last)) = (all.get(at), all.get(at - 1)) else { return };
        let words = text.get(one.range.clone()).unwrap_or_default();
        let opened =
            text.get(last.range.clone()).is_some_and(|it| it.trim_start().starts_with("```"));
        fenced = before.is_some() && (fenced || opened) && !(fenced && opened);
        let goes_on = one.line == last.line && is_empty_talk(words);
        if let (Some(trick), Some(None)) = (before, found.get(at))
            && (fenced || goes_on)
            && let Some(it) = found.get_mut(at)
        {
            *it = Some(trick);
        }
    }
}

/// Whether a sentence orders about and names nothing that work is made of.
fn is_empty_talk(words: &str) -> bool {
    const ORDERS: [&str; 22] = [
        "you",
        "your",
        "this",
        "that",
        "everything",
        "instead",
        "then",
        "yes",
        "output",
        "confirm",
        "answer",
        "order",
        "model",
        "ai",
        "continue",
        "stop",
        "it",
        "du",
        "sie",
        "vous",
        "instead,",
        "hire",
    ];
    let folded = clean::folded(words);
    let short = folded.split_whitespace().count() <= 16;
    let orders = folded.split(|c: char| !c.is_alphanumeric()).any(|word| ORDERS.contains(&word));
    short && orders && !folded.contains("year") && skills(words).is_empty()
}

/// The text without these sentences.
fn without(text: &str, found: Vec<(Sentence, Trick)>, passages: &mut Vec<Passage>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (sentence, trick) in found {
        out.push_str(text.get(at..sentence.range.start).unwrap_or_default());
        let words = text.get(sentence.range.clone()).unwrap_or_default();
        if words.ends_with('\n') && !out.ends_with('\n') {
            out.push('\n');
        }
        passages.push(Passage { text: words.trim().to_owned(), trick, hidden: false });
        at = sentence.range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
