//! B08, B09, B11, B14 and B19: how it is said.

use super::{
    Check, Finding,
    case::Case,
    passive::{is_passive, passive_share},
    words::{self, first, holds, patterns, phrase_in},
};
use crate::lexicon::fold;

patterns! {
    /// "I" as a word of its own: before a verb, and not as a number after a noun.
    ENGLISH = r"(?:^|[.;!?•]\s+|\b(?:and|that|where|which|when|as|while|because|so|what|whom)\s+|,\s*)I(?:['’](?:m|ve|d|ll))?\s+[a-z]|\b(?:[Mm]y|[Ww]e|[Mm]yself)\s+[a-z]|\bI['’](?:m|ve|d|ll)\b";
    GERMAN = r"(?i)(?:^|[\s,.;])(?:ich|mein|meine|meiner|meinen|wir)\s";
    FRENCH = r"(?i)(?:^|[\s,.;])(?:je|j['’]\p{L}+|mes|mon|ma)\s";
    SPANISH = r"(?i)(?:^|[\s,.;])(?:yo|soy|mis?|tengo)\s";
    DIGIT = r"\d";
}

/// Finds what readers stumble over in the wording.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    first_person(case, found);
    cliches(case, found);
    found.extend(passive(case));
    found.extend(mixed_english(case));
    found.extend(other_language(case));
}

/// Fields of running text.
fn prose<'c>(case: &'c Case<'_>) -> impl Iterator<Item = &'c (String, String)> {
    case.fields.iter().filter(|(path, _)| {
        path == "basics.summary"
            || (path.starts_with("work[")
                || path.starts_with("volunteer[")
                || path.starts_with("projects["))
                && (path.contains("].highlights[")
                    || path.ends_with("].summary")
                    || path.ends_with("].description"))
    })
}

fn first_person(case: &Case<'_>, found: &mut Vec<Finding>) {
    const MOST: usize = 5;
    let pattern = match case.resume.language.as_str() {
        "" | "en" => &ENGLISH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        _ => return,
    };
    for (path, text) in prose(case).filter(|(_, text)| holds(pattern, text)).take(MOST) {
        let hit = first(pattern, text).unwrap_or_default();
        let at = text.find(hit).unwrap_or(0);
        let quote: String = text.get(at..).unwrap_or_default().chars().take(80).collect();
        found.push(Finding::new(Check::B08).at(path).on(case.spot(path)).quoting(&quote));
    }
}

/// A worn phrase in a sentence that gives no number.
fn cliches(case: &Case<'_>, found: &mut Vec<Finding>) {
    if !case.english() {
        return;
    }
    for (path, text) in prose(case) {
        for sentence in text.split_inclusive(['.', ';', '!']) {
            let folded = fold(sentence).replace(['‐', '‑', '–'], "-");
            if holds(&DIGIT, sentence) {
                continue;
            }
            if let Some(phrase) = phrase_in("cliche", &folded) {
                let finding = Finding::new(Check::B09).at(path).on(case.spot(path));
                found.push(
                    finding.quoting(sentence.trim()).titled(format!("Worn phrase: {phrase}")),
                );
            }
        }
    }
}

fn passive(case: &Case<'_>) -> Option<Finding> {
    const LEAST: usize = 5;
    if !case.english() || case.bullets.len() < LEAST {
        return None;
    }
    let share = passive_share(case.bullets.iter().map(|it| it.text.as_str()));
    let first = case.bullets.iter().find(|it| is_passive(&it.text))?;
    (share > 0.4).then(|| {
        Finding::new(Check::B11)
            .at(&first.path)
            .on(case.spot(&first.path))
            .quoting(&first.text)
            .titled(format!("{:.0} % of the bullets are in the passive voice", share * 100.0))
    })
}

/// Words of which one spelling is American and the other British.
fn mixed_english(case: &Case<'_>) -> Option<Finding> {
    if !case.english() {
        return None;
    }
    let (mut american, mut british) = (None, None);
    for (path, text) in prose(case) {
        for word in words::words(text) {
            // Names keep their own spelling: "Mayo Center", "World Health Organisation".
            if word.starts_with(char::is_uppercase) && !text.starts_with(word) {
                continue;
            }
            let folded = fold(word);
            if words::has("american", &folded) {
                american = american.or(Some((path, word)));
            } else if words::has("british", &folded) {
                british = british.or(Some((path, word)));
            }
        }
    }
    let ((_, american), (path, british)) = (american?, british?);
    let quote = format!("{american}, {british}");
    Some(Finding::new(Check::B14).at(path).on(case.spot(path)).quoting(&quote))
}

fn other_language(case: &Case<'_>) -> Option<Finding> {
    let (own, asked) = (&case.resume.language, &case.target?.posting.language);
    let known = !own.is_empty() && !asked.is_empty();
    (known && own != asked)
        .then(|| Finding::new(Check::B19).quoting(&format!("resume: {own}, posting: {asked}")))
}
