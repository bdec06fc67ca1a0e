//! Years of experience asked.

use std::{ops::Range, sync::LazyLock};

use regex::{Captures, Regex};

use super::lists::says;
use super::{Importance, importance, lines::Line, sections::Section, words::spaced};

/// Years of experience a sentence asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) min: u32,
    pub(super) max: Option<u32>,
    pub(super) importance: Importance,
    /// Where, in bytes of the text.
    pub(super) range: Range<usize>,
    /// How many bytes of the same clause follow: what the years qualify.
    pub(super) behind: usize,
}

/// How much of a sentence belongs to the years before it: up to a semicolon, a bracket's end, or
/// the next number of years.
fn clause(rest: &str) -> usize {
    let stops = [';', '(', ')'];
    let digits = rest.find(|c: char| c.is_ascii_digit()).filter(|at| {
        let after = rest.get(*at..).unwrap_or_default();
        YEARS.as_ref().is_some_and(|pattern| pattern.find(after).is_some_and(|it| it.start() == 0))
    });
    rest.find(stops).unwrap_or(rest.len()).min(digits.unwrap_or(rest.len()))
}

static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const WORD: &str = "einem|dva|tři|čtyři|pět|to|fem|tre|twee|drie|vier|vijf|två|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|ein|zwei|drei|vier|fünf|un|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|dois|três|quatro|due|tre|dwa|trzy|pięć";
    const YEAR: &str = "years?|års|letni(?:e|ego)|lety|letou|ročn[íé]|yrs?|jahren?|ans?|années?|años?|anos?|anni|jaar|lat|lata|roky?|let|år|months?|monate?n?|mois|meses|year\\(s\\)|年|년";
    let pattern = format!(
        r"(?i)\b(\d{{1,2}}(?:\.5)?|{WORD})\s?(?:\((\d{{1,2}})\)\s?)?(\+|plus)?\s?(?:or more |oder mehr |ou plus |o más |lub więcej )?(?:(?:-|–|—|to|bis|à|a|até|do|tot|til|till|až|al|y|e|i|o|u)\s?(\d{{1,2}}|{WORD})\s?\+?\s?)?(?:full )?(?:{YEAR})(?:\b|['’´`]|\)|\s|\z|이)"
    );
    Regex::new(&pattern).ok()
});

/// Every demand for years, in order.
pub(super) fn find(lines: &[Line<'_>]) -> Vec<Asked> {
    let Some(pattern) = YEARS.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for line in lines.iter().filter(|line| {
        !matches!(
            line.section,
            Section::Benefits | Section::Legal | Section::About | Section::Pay | Section::Process
        )
    }) {
        let text = spaced(line.text);
        let wanted = matches!(line.section, Section::Required | Section::Preferred);
        if !asks(&text, wanted) {
            continue;
        }
        for captures in pattern.captures_iter(line.text).take(4) {
            let Some(whole) = captures.get(0) else { continue };
            if let Some((min, max)) = amounts(&captures) {
                let importance = match importance::of(line.section, line.text, whole.start()) {
                    Some(Importance::Mentioned) => Importance::Required,
                    Some(other) => other,
                    None => continue,
                };
                let end = whole.start() + whole.as_str().trim_end().len();
                found.push(Asked {
                    min,
                    max,
                    importance,
                    range: line.start + whole.start()..line.start + end,
                    behind: clause(line.text.get(end..).unwrap_or_default()),
                });
            }
        }
        if let Some(at) = line.text.to_lowercase().find("couple of years") {
            let importance =
                importance::of(line.section, line.text, at).unwrap_or(Importance::Preferred);
            found.push(Asked {
                min: 2,
                max: None,
                importance,
                range: line.start + at..line.start + at + 15,
                behind: clause(line.text.get(at + 15..).unwrap_or_default()),
            });
        }
    }
    found
}

/// The least and the most years that demands add up to.
pub(super) fn overall(asked: &[Asked]) -> (Option<u32>, Option<u32>) {
    let required: Vec<&Asked> =
        asked.iter().filter(|it| it.importance == Importance::Required).collect();
    let Some(longest) = required.iter().max_by_key(|it| it.min) else { return (None, None) };
    (Some(longest.min), longest.max)
}

/// Whether a sentence is about experience, and the candidate's.
fn asks(text: &str, wanted: bool) -> bool {
    let korean = text.contains('년');
    (wanted || says(text, "years.about") || korean) && !says(text, "years.not")
}

fn amounts(found: &Captures<'_>) -> Option<(u32, Option<u32>)> {
    let part = |n: usize| found.get(n).map(|it| it.as_str());
    let min = part(2).or_else(|| part(1)).and_then(count)?;
    let max = part(4).and_then(count).filter(|max| *max >= min);
    let whole = found.get(0)?.as_str().to_lowercase();
    let months = ["month", "monat", "mois", "mes"].iter().any(|unit| whole.contains(unit));
    if months {
        return (min >= 12).then_some((min / 12, max.map(|max| max / 12)));
    }
    (1..=40).contains(&min).then_some((min, max))
}

fn count(text: &str) -> Option<u32> {
    const WORDS: [(&[&str], u32); 13] = [
        (&["one", "ein", "un", "einem"], 1),
        (&["two", "zwei", "deux", "dos", "dois", "due", "dwa", "dva", "to", "twee", "två"], 2),
        (&["three", "drei", "trois", "tres", "três", "tre", "trzy", "tři", "drie"], 3),
        (&["four", "vier", "quatre", "cuatro", "quatro", "čtyři"], 4),
        (&["five", "fünf", "cinq", "cinco", "pięć", "pět", "fem", "vijf"], 5),
        (&["six"], 6),
        (&["seven"], 7),
        (&["eight"], 8),
        (&["nine"], 9),
        (&["ten"], 10),
        (&["twelve"], 12),
        (&["fifteen"], 15),
        (&["twenty"], 20),
    ];
    let text = text.to_lowercase();
    let whole = text.split('.').next().unwrap_or_default().parse().ok();
    whole.or_else(|| {
        WORDS.iter().find(|(names, _)| names.contains(&text.as_str())).map(|(_, number)| *number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> (Option<u32>, Option<u32>) {
        let text = format!("Requirements:\n• {text}");
        overall(&find(&super::super::lines::read(&text)))
    }

    #[test]
    fn years_are_read_in_digits_words_and_languages() {
        for (text, min, max) in [
            ("5+ years of experience with Rust", Some(5), None),
            ("Minimum of 2 years’ experience", Some(2), None),
            ("Two (2) years' recent experience", Some(2), None),
            ("Seven years of full-time paid experience", Some(7), None),
            ("3-5 years in a kitchen", Some(3), Some(5)),
            ("4 to 7 years of accounting", Some(4), Some(7)),
            ("mindestens 3 Jahre Berufserfahrung", Some(3), None),
            ("Expérience de 1-3 ans", Some(1), Some(3)),
            ("18 months of experience", Some(1), None),
            ("A few years of experience", None, None),
            ("mehrjährige Berufserfahrung", None, None),
            ("Must be 18 years old", None, None),
            ("12+ years preferred", None, None),
        ] {
            assert_eq!(years(text), (min, max), "{text}");
        }
    }
}
