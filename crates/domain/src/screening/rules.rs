//! The rules that give a hidden instruction away.

use std::sync::LazyLock;

use regex::{Regex, RegexSet, RegexSetBuilder};
use serde::{Deserialize, Serialize};

static RULES: LazyLock<Rules> = LazyLock::new(Rules::read);

/// What a hidden instruction is after.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Trick {
    /// It gives a machine orders.
    Order,
    /// It gives a machine another role.
    Role,
    /// It wants to learn or send something.
    Leak,
    /// It looks like a machine's own markup.
    Markup,
    /// It wants a better score.
    Score,
    /// It wants facts made up.
    Invent,
    /// It asks whoever applies to write a certain word.
    Honeypot,
}

struct Rules {
    set: Option<RegexSet>,
    tricks: Vec<Trick>,
    weak: Option<Regex>,
    guards: Guards,
}

/// What keeps an innocent sentence from being taken for a trick.
struct Guards {
    refused: Option<Regex>,
    security: Option<Regex>,
    applying: Option<Regex>,
}

impl Rules {
    fn read() -> Self {
        let mut lists: Vec<(&str, &str)> = Vec::new();
        let mut patterns = Vec::new();
        let mut tricks = Vec::new();
        let mut weak = Vec::new();
        for line in include_str!("../../screening/rules.txt").lines() {
            if let Some((name, list)) = line.strip_prefix('$').and_then(|it| it.split_once(" = ")) {
                lists.push((name, list));
                continue;
            }
            let Some((kind, pattern)) = line.split_once(" | ").filter(|_| !line.starts_with('#'))
            else {
                continue;
            };
            let full = lists
                .iter()
                .fold(pattern.to_owned(), |it, (name, list)| it.replace(&format!("${name}"), list));
            match trick(kind) {
                Some(trick) => {
                    patterns.push(full);
                    tricks.push(trick);
                }
                None => weak.push(full),
            }
        }
        let set = RegexSetBuilder::new(&patterns)
            .size_limit(200 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .ok();
        let guards = Guards {
            refused: Regex::new(r"\b(?:never|not|n't|nicht|nie|niemals|nunca|jamais|pas)\b(?: \S+){0,2}? (?:ignor|disregard|forget|bypass|overrid|neglect|vergess)|\bignorieren sie nicht|\bn'oubliez|\bno olvides|\bwithout (?:ignoring|bypassing)").ok(),
            security: Regex::new(r"prompt injection|jailbreak|adversarial|red team|attack|defend|trick chatbots|threat|vulnerabilit|security (?:test|research)").ok(),
            applying: Regex::new(r"application|apply|cover letter|resume|\bcv\b|subject|paragraph|e-?mail|message|answer|response|to (?:prove|show)|bewerbung|candidature").ok(),
        };
        Self { set, tricks, weak: Regex::new(&weak.join("|")).ok(), guards }
    }
}

fn trick(kind: &str) -> Option<Trick> {
    Some(match kind {
        "order" => Trick::Order,
        "role" => Trick::Role,
        "leak" => Trick::Leak,
        "markup" => Trick::Markup,
        "score" => Trick::Score,
        "invent" => Trick::Invent,
        "honey" => Trick::Honeypot,
        _ => return None,
    })
}

/// The trick a folded text tries, if any.
pub(super) fn find(folded: &str) -> Option<Trick> {
    let set = RULES.set.as_ref()?;
    let hits = set.matches(folded);
    let mut found: Vec<Trick> =
        hits.iter().filter_map(|at| RULES.tricks.get(at).copied()).collect();
    let says = |guard: &Option<Regex>| guard.as_ref().is_some_and(|it| it.is_match(folded));
    let guards = &RULES.guards;
    if says(&guards.refused) {
        found.retain(|it| *it != Trick::Order);
    }
    if says(&guards.security)
        && !found.iter().any(|it| matches!(it, Trick::Score | Trick::Markup | Trick::Invent))
    {
        found.retain(|it| *it == Trick::Leak && folded.contains("http"));
    }
    if !says(&guards.applying) {
        found.retain(|it| *it != Trick::Honeypot);
    }
    found.into_iter().min()
}

/// Whether hidden text speaks of what such tricks speak of.
pub(super) fn is_suspicious(folded: &str) -> bool {
    RULES.weak.as_ref().is_some_and(|it| it.is_match(folded))
}

/// Whether every rule could be read.
#[cfg(test)]
pub(super) fn are_sound() -> bool {
    RULES.set.is_some()
        && RULES.weak.is_some()
        && RULES.guards.refused.is_some()
        && RULES.guards.security.is_some()
        && RULES.guards.applying.is_some()
}
