//! What the words of a piece speak for, as numbers.

use super::parts::Part;
use super::roles::Field3;
use crate::lexicon::{Lexicon, fold, wide};

/// How well `text` fits each role, without its neighbours.
pub(super) fn scores(text: &str, kind: Field3) -> [f32; 3] {
    let lexicon = Lexicon::get();
    let folded = fold(text);
    let words = text.split_whitespace().count() + wide(text) / 3;
    let place = lexicon.places.score(text);
    let Evidence { title, legal, organisation: org, school, .. } = Evidence::of(text);
    let hint = lexicon.title_hints.any(&folded);
    let degree = lexicon.degrees.find(&folded);
    let long = (words as f32 - 8.0).max(0.0) * 0.3;
    let digits = if text.chars().any(|c| c.is_ascii_digit()) { 0.3 } else { 0.0 };
    let stop = if text.trim_end().ends_with('.') && !legal { 0.6 } else { 0.0 };
    let lower = if text.chars().next().is_some_and(char::is_lowercase) { 0.5 } else { 0.0 };
    let flag = |on: bool, worth: f32| if on { worth } else { 0.0 };
    let place_score = if place >= 0.99 {
        3.2
    } else if place >= 0.85 {
        2.4
    } else if place > 0.3 {
        0.2
    } else {
        -2.0
    };
    let place_score = place_score - flag(title || legal, 1.5) - flag(school && place < 0.99, 1.0);
    let own = lexicon.is_own_business(text);
    let known_place = flag(place >= 0.85 && !legal && !school && !org, 1.5);
    let what = match kind {
        Field3::Work => {
            let ends = lexicon.titles.find(&folded).iter().any(|hit| {
                hit.end == folded.len()
                    || folded
                        .get(hit.end..)
                        .is_some_and(|t| t.starts_with([',', ' ', '(', '/', '-']))
            });
            flag(title, 2.0) + flag(title && ends, 0.2) + flag(hint, 0.5)
                - flag(legal, 1.6)
                - flag(own, 1.2)
                - flag(school, 0.8)
                - flag(org && !title, 0.4)
        }
        Field3::Education => {
            let sign =
                degree.iter().any(|hit| hit.len() >= 4 || is_short_degree(text, &folded, hit));
            flag(sign, 2.4) - flag(school, 1.3) + flag(lexicon.titles.any(&folded) && !school, 0.2)
        }
    };
    let who = match kind {
        Field3::Work => {
            flag(legal, 1.8) + flag(org, 1.0) + flag(school, 0.6) + flag(own, 1.4) + 0.25
                - flag(title && !legal && !own, 1.2)
                - flag(title && !org && !school && !legal && !own, 0.5)
        }
        Field3::Education => {
            flag(school, 2.6) + flag(org, 0.3) + 0.1 - flag(!degree.is_empty() && !school, 1.0)
        }
    };
    [
        what - long - digits - stop - lower - known_place,
        who - long - stop - lower - known_place - flag(place >= 0.99, 0.6),
        place_score,
    ]
}

/// What it costs each role to take in pieces that say something else.
pub(super) fn impurity(part: &Part, from: usize, to: usize, kind: Field3) -> [f32; 3] {
    if to - from < 2 {
        return [0.0; 3];
    }
    let mut cost = [0.0; 3];
    for unit in part.units.get(from..to).unwrap_or_default() {
        let text = unit.trim().text();
        let seen = Evidence::of(&text);
        let what = if kind == Field3::Work { seen.title } else { seen.degree };
        let who = seen.legal || seen.school || seen.organisation && kind == Field3::Work;
        let unknown = if kind == Field3::Work { 0.4 } else { 0.7 };
        let [in_what, in_who, _] = &mut cost;
        *in_what += if seen.place {
            1.3
        } else if who && !what {
            0.8
        } else if what {
            0.0
        } else {
            0.1
        };
        *in_who += if what && !who {
            1.0
        } else if seen.place {
            0.9
        } else if who {
            0.0
        } else {
            unknown
        };
    }
    cost
}

/// What the words of a text speak for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    pub(crate) title: bool,
    pub(crate) legal: bool,
    pub(crate) organisation: bool,
    pub(crate) school: bool,
    pub(crate) degree: bool,
    pub(crate) place: bool,
}

impl Evidence {
    pub(crate) fn of(text: &str) -> Self {
        let lexicon = Lexicon::get();
        let folded = fold(text);
        let named =
            |hits: Vec<std::ops::Range<usize>>| hits.iter().any(|hit| capital(text, &folded, hit));
        let degrees = lexicon.degrees.find(&folded);
        Self {
            title: lexicon.titles.any(&folded),
            // A legal form on its own names nobody: "CO", "AS".
            legal: named(
                lexicon
                    .legal_forms
                    .find(&folded)
                    .into_iter()
                    .filter(|hit| hit.len() + 2 < folded.trim().len())
                    .collect(),
            ),
            organisation: named(lexicon.organisations.find(&folded)),
            school: named(lexicon.institutions.find(&folded)),
            degree: degrees.iter().any(|hit| hit.len() >= 4 || is_short_degree(text, &folded, hit)),
            place: lexicon.places.score(text) >= 0.85,
        }
    }
}

/// Whether the word at `hit` is printed with a capital, or in a script that has none.
fn capital(text: &str, folded: &str, hit: &std::ops::Range<usize>) -> bool {
    if text.len() != folded.len() {
        return text.chars().next().is_none_or(|c| !c.is_lowercase());
    }
    let word = text.get(..hit.end).unwrap_or_default();
    let start = word.rfind(char::is_whitespace).map_or(0, |at| at + 1).min(hit.start);
    text.get(start..)
        .and_then(|tail| tail.chars().find(|c| c.is_alphanumeric()))
        .is_none_or(|c| !c.is_lowercase())
}

/// Short forms such as "BS" count only in capitals or with dots.
fn is_short_degree(text: &str, folded: &str, hit: &std::ops::Range<usize>) -> bool {
    if text.len() != folded.len() {
        return true;
    }
    let printed = text.get(hit.clone()).unwrap_or_default();
    printed.chars().filter(|c| c.is_uppercase()).count() * 2
        >= printed.chars().filter(|c| c.is_alphabetic()).count()
        && printed.chars().any(char::is_uppercase)
}
