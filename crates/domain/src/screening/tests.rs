//! The defence against hostile texts and against texts that only look so.

use super::{Screened, clean, rules, screen};

const HOSTILE: &str = include_str!("../../../../tests/fixtures/truth/hostile.jsonl");
const INNOCENT: &str = include_str!("../../../../tests/fixtures/truth/innocent.jsonl");

#[derive(serde::Deserialize)]
struct Case {
    id: String,
    text: String,
    /// What it is without the trick.
    #[serde(default)]
    host: String,
    #[serde(default)]
    skills: Vec<String>,
    #[serde(default)]
    years: Option<u32>,
}

fn cases(file: &str) -> Vec<Case> {
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is wrong with the answer to a hostile text.
fn wrong(case: &Case, answer: &Screened) -> Option<String> {
    let words = |text: &str| -> Vec<String> {
        clean::folded(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|it| it.len() > 2)
            .map(str::to_owned)
            .collect()
    };
    let host = words(&case.host);
    let left: Vec<String> =
        words(&answer.sanitised).into_iter().filter(|it| !host.contains(it)).collect();
    let found: Vec<String> = answer.skills.iter().map(|it| it.to_lowercase()).collect();
    let lost: Vec<&String> = case
        .skills
        .iter()
        .filter(|it| {
            !found.iter().any(|name| name.contains(&it.to_lowercase()))
                && !answer.sanitised.contains(*it)
        })
        .collect();
    if !answer.flag {
        Some(format!("{}: not flagged: {}", case.id, case.text))
    } else if left.len() > 2 {
        Some(format!("{}: left {left:?}", case.id))
    } else if !lost.is_empty() || answer.years != case.years {
        Some(format!("{}: lost {lost:?} {:?}, left {}", case.id, answer.years, answer.sanitised))
    } else {
        None
    }
}

#[test]
fn every_rule_can_be_read() {
    assert!(rules::are_sound());
}

#[test]
fn hostile_texts_are_flagged_cleared_and_keep_their_facts() {
    let all = cases(HOSTILE);
    assert!(all.len() >= 100);
    let wrong: Vec<String> = all.iter().filter_map(|it| wrong(it, &screen(&it.text))).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn look_alikes_are_left_alone() {
    let all = cases(INNOCENT);
    assert!(all.len() >= 40);
    let wrong: Vec<String> = all
        .iter()
        .map(|it| (it, screen(&it.text)))
        .filter(|(_, answer)| answer.flag)
        .map(|(it, answer)| format!("{}: {:?}", it.id, answer.passages))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_long_text_is_cut_and_says_so() {
    let answer = screen(&"word ".repeat(10_000));
    assert!(answer.cut && !answer.flag);
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_text_breaks_the_screen(text in "(<(div|p|!--)[ a-z=\"]{0,9}>?|\\PC|\n){0,80}") {
        let once = screen(&text);
        let again = screen(&once.sanitised);
        proptest::prop_assert!(!again.flag || once.flag);
    }
}
