//! Mode of work and kind of employment, from running text.

use super::lists::says;
use super::{
    EmploymentType, RemoteMode,
    lines::Line,
    sections::Section,
    words::{any, employment_types, spaced},
};

/// Where the work is done, as far as the text says so.
pub(super) fn mode(title: &str, lines: &[Line<'_>]) -> RemoteMode {
    let (mut hybrid, mut remote, mut onsite) = (0, 0, 0);
    let said = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !matches!(line.section, Section::Legal | Section::About))
        // "Work remotely:" and "No" below it are one sentence.
        .map(|(at, line)| match lines.get(at + 1) {
            Some(next) if line.heading && line.text.ends_with(':') => {
                spaced(line.text) + spaced(next.text).trim_start()
            }
            _ => spaced(line.text),
        })
        .filter(|text| !says(text, "mode.hedged"));
    let told = std::iter::once(spaced(title)).chain(said);
    for text in told {
        if says(&text, "mode.hybrid") || days_in_office(&text) {
            hybrid += 1;
        } else if says(&text, "mode.not_remote") {
            onsite += 2;
        } else if says(&text, "mode.remote") || bare_remote(&text) {
            remote += 1;
        } else if says(&text, "mode.onsite") {
            onsite += 1;
        }
    }
    match (hybrid, remote, onsite) {
        (1.., _, _) => RemoteMode::Hybrid,
        (_, _, 2..) => RemoteMode::Onsite,
        (_, 1.., _) => RemoteMode::Remote,
        (_, _, 1..) => RemoteMode::Onsite,
        _ => RemoteMode::Unspecified,
    }
}

/// "Remote" by itself, where nothing makes it another thing.
fn bare_remote(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= 6 && words.contains(&"remote") && !says(text, "mode.other_remote")
}

/// "3 days a week in the office".
fn days_in_office(text: &str) -> bool {
    let office = says(text, "mode.office");
    let days = text.split_whitespace().collect::<Vec<_>>().windows(3).any(|words| {
        let count = words.first().is_some_and(|word| {
            matches!(
                *word,
                "1" | "2"
                    | "3"
                    | "4"
                    | "one"
                    | "two"
                    | "three"
                    | "four"
                    | "zwei"
                    | "drei"
                    | "deux"
                    | "trois"
            )
        });
        count
            && words
                .iter()
                .skip(1)
                .any(|word| matches!(*word, "days" | "day" | "tage" | "jours" | "días" | "dni"))
    });
    let flexible = !any(text, &["5 days", "five days"]);
    office && days && flexible
}

/// Every kind of employment the text names where it speaks of that.
pub(super) fn employment(title: &str, lines: &[Line<'_>]) -> Vec<EmploymentType> {
    let mut found = employment_types(title);
    found.retain(|kind| *kind != EmploymentType::Contract);
    for line in lines {
        found.extend(in_line(line));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How a line speaks of employment.
enum Manner {
    /// "Job type: full-time".
    Label,
    /// "This is a full-time position".
    Sentence,
    /// "Full-time", by itself.
    Alone,
}

fn in_line(line: &Line<'_>) -> Vec<EmploymentType> {
    let text = spaced(line.text);
    let words = text.split_whitespace().count();
    let elsewhere = matches!(
        line.section,
        Section::Required | Section::Preferred | Section::Benefits | Section::Legal
    );
    let manner = if says(&text, "type.labels") && words <= 14 {
        Manner::Label
    } else if elsewhere || says(&text, "type.traps") {
        return Vec::new();
    } else if says(&text, "type.positions") {
        Manner::Sentence
    } else if words <= 4 {
        Manner::Alone
    } else {
        return Vec::new();
    };
    let mut kinds = employment_types(line.text);
    match manner {
        Manner::Label if kinds.is_empty() && says(&text, "type.permanent") => {
            kinds.push(EmploymentType::FullTime);
        }
        Manner::Label => {}
        Manner::Sentence => {
            let for_a_time = says(&text, "type.contracts");
            kinds.retain(|kind| *kind != EmploymentType::Contract || for_a_time);
        }
        // "Stage" or "Casual" alone is as often another thing.
        Manner::Alone => {
            kinds
                .retain(|kind| matches!(kind, EmploymentType::FullTime | EmploymentType::PartTime));
        }
    }
    kinds
}
