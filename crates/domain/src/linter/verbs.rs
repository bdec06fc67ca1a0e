//! B07: the tense of opening verbs, in English; and which verb a bullet opens with.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    Check, Finding, Severity,
    case::Case,
    words::{self, list},
};
use crate::date::EndDate;

/// When something is said to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Present,
    Past,
    /// "Cut", "set": both at once.
    Either,
}

/// Every form of every verb, with its plain form and whether it is a noun as well.
static FORMS: LazyLock<HashMap<String, (&'static str, Tense, bool)>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for entry in list("verb") {
        let noun = entry.contains('*');
        let (base, past) = entry.split_once('=').unwrap_or((entry, ""));
        let base = base.trim_end_matches('*');
        let past = if past.is_empty() { regular_past(base) } else { past.to_owned() };
        let same = base == past;
        forms.insert(past, (base, if same { Tense::Either } else { Tense::Past }, false));
        if !same {
            forms.insert(third_person(base), (base, Tense::Present, noun));
            forms.insert(base.to_owned(), (base, Tense::Present, noun));
        }
    }
    forms
});

fn ends_with_consonant_y(base: &str) -> bool {
    let mut letters = base.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|c| !"aeiou".contains(c))
}

fn regular_past(base: &str) -> String {
    match base.strip_suffix('y').filter(|_| ends_with_consonant_y(base)) {
        Some(stem) => format!("{stem}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None => format!("{base}ed"),
    }
}

fn third_person(base: &str) -> String {
    match base.strip_suffix('y').filter(|_| ends_with_consonant_y(base)) {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    }
}

fn opening_word(text: &str) -> Option<String> {
    let word = words::words(text).find(|word| !words::has("adverb", &word.to_lowercase()))?;
    Some(word.to_lowercase())
}

/// The verb that `text` opens with, in its plain form.
pub(super) fn opening(text: &str) -> Option<&'static str> {
    FORMS.get(&opening_word(text)?).map(|(base, ..)| *base)
}

/// The tense that `text` opens in; `None` where its first word is no verb or may be a noun.
fn tense(text: &str) -> Option<Tense> {
    let (_, tense, noun) = FORMS.get(&opening_word(text)?)?;
    // "Support for", "Design of", "Lead engineer" are nouns; "Support the team" is not.
    let second = words::words(text).nth(1).map(str::to_lowercase).unwrap_or_default();
    let acts = words::has("article", &second);
    (!noun || acts || *tense == Tense::Past).then_some(*tense)
}

/// Finds roles told in the wrong tense.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    if !case.english() {
        return;
    }
    for (number, role) in case.roles() {
        let Some(end) = role.end_date else { continue };
        let own = case.bullets.iter().filter(|bullet| bullet.role == Some(number));
        let told: Vec<_> = own.filter_map(|bullet| Some((bullet, tense(&bullet.text)?))).collect();
        let in_tense = |wanted| told.iter().filter(move |(_, tense)| *tense == wanted);
        let (present, past) = (in_tense(Tense::Present).count(), in_tense(Tense::Past).count());
        let over = is_over(end, case.today.months());
        let (wrong, title, severity) = if over && present > 0 {
            (Tense::Present, "Past role told in the present tense", Severity::Warning)
        } else if !over && present == 0 && past >= 3 {
            // Whoever tells of a current role what is done and over is not wrong.
            (Tense::Past, "Current role told in the past tense", Severity::Suggestion)
        } else {
            continue;
        };
        if let Some((bullet, _)) = in_tense(wrong).next() {
            let finding = Finding::new(Check::B07).at(&bullet.path).on(case.spot(&bullet.path));
            found.push(finding.quoting(&bullet.text).titled(title).only(severity));
        }
    }
}

/// Whether a role ended before this month; one that ends now is still told as it is.
fn is_over(end: EndDate, now: i32) -> bool {
    end.date().is_some_and(|end| {
        end.months() < now && (end.month().is_some() || end.year() < year_of(now))
    })
}

fn year_of(months: i32) -> u16 {
    u16::try_from(months / 12).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenses_are_told_apart_and_nouns_are_none() {
        assert_eq!(tense("Manages a team"), Some(Tense::Present));
        assert_eq!(tense("Successfully led a team"), Some(Tense::Past));
        assert_eq!(tense("Carry out audits"), Some(Tense::Present));
        assert_eq!(tense("Cut costs"), Some(Tense::Either));
        for noun in ["Lead engineer of four", "Support for branches", "Design of bridges", "Nurse"]
        {
            assert_eq!(tense(noun), None, "{noun}");
        }
        assert_eq!(tense("Support the branches"), Some(Tense::Present));
        assert_eq!(opening("Leads"), opening("Led"));
    }
}
