use super::*;

const IDENTIFIERS: &str = include_str!("../../../../../tests/fixtures/truth/identifiers.jsonl");

#[derive(serde::Deserialize)]
struct Case {
    id: String,
    text: String,
    secret: String,
    #[serde(default)]
    names: Vec<String>,
}

/// Letters and digits alone, in one form.
fn bare(text: &str) -> String {
    Normal::new(text).text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_pattern_can_be_read() {
    let (written, read) = count();
    assert_eq!(written, read);
}

#[test]
fn identifiers_in_odd_formats_do_not_leave_and_come_back() {
    let all: Vec<Case> = IDENTIFIERS.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert!(all.len() >= 100);
    let mut leaked = Vec::new();
    for case in &all {
        let mut redaction = Redaction::of_names(&case.names);
        let hidden = redaction.hide(&case.text).text;
        if bare(&hidden).contains(&bare(&case.secret)) {
            leaked.push(format!("{}: {hidden}", case.id));
        }
        assert_eq!(redaction.restore(&hidden).as_deref(), Ok(case.text.as_str()), "{}", case.id);
    }
    assert!(leaked.is_empty(), "{} of {}\n{}", leaked.len(), all.len(), leaked.join("\n"));
}

#[test]
fn what_identifies_nobody_stays() {
    for text in [
        "Led 14 nurses and 24 beds from 2018 to 2020.",
        "2018 - 2020, 03/2019 – 12/2021, 2019-04-01",
        "Budget of $1,200,000 and 15 000 documents; turnover 1.200.000 EUR",
        "Node.js, ASP.NET, C#, CI/CD, ISO 9001, IFRS 16, p95 of 180 ms",
        "Reduced costs by 22% in Q4 2021; 3.71 GPA; 4.6/5",
        "Worked at Fernhollow Medical Center in Boise, ID.",
    ] {
        assert_eq!(Redaction::default().hide(text).text, text);
    }
}

#[test]
fn one_thing_has_one_placeholder_and_strange_ones_are_refused() {
    let mut redaction = Redaction::default();
    let one = redaction.hide("a@example.org, b@example.org");
    let two = redaction.hide("b@example.org");
    assert_eq!(one.text, "[[EMAIL_1]], [[EMAIL_2]]");
    assert_eq!(two.text, "[[EMAIL_2]]");
    assert!(redaction.restore("[[EMAIL_9]]").is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn what_was_hidden_comes_back(text in "([a-z0-9@. +()/-]|\\PC){0,60}") {
        let mut redaction = Redaction::of_names(&["Ada Lovelace".to_owned()]);
        let hidden = redaction.hide(&text);
        if !text.contains("[[") {
            proptest::prop_assert_eq!(redaction.restore(&hidden.text), Ok(text));
        }
    }
}
