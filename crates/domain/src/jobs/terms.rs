//! Mode of work and kind of employment, from running text.

use super::lists::says;
use super::{
    EmploymentType, RemoteMode,
    lines::Line,
    sections::Section,
    words::{any, employment_types, employment_types_in, spaced},
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
        if says(&text, "mode.other_remote") {
            continue;
        }
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

/// "3 days a week in the office", "un jour de télétravail par semaine".
fn days_in_office(text: &str) -> bool {
    const COUNTS: [&str; 29] = [
        "1", "2", "3", "4", "one", "two", "three", "four", "ein", "einen", "zwei", "drei", "un",
        "deux", "trois", "una", "uno", "dos", "tres", "dois", "due", "tre", "een", "twee", "drie",
        "dwa", "dva", "to", "två",
    ];
    const DAYS: [&str; 17] = [
        "days", "day", "tage", "tag", "tagen", "jours", "jour", "días", "dias", "giorni", "giorno",
        "dagen", "dni", "dny", "dage", "dagar", "dag",
    ];
    let office = says(text, "mode.office") || says(text, "mode.days_home");
    let words: Vec<&str> = text.split_whitespace().collect();
    let days = words.windows(3).any(|words| {
        let counted = words.first().is_some_and(|word| COUNTS.contains(word));
        counted && words.iter().skip(1).any(|word| DAYS.contains(word))
    });
    let flexible = !any(text, &["5 days", "five days", "holiday", "vacation", "pto", "training"]);
    office && days && flexible
}

/// Every kind of employment the text names where it speaks of that.
pub(super) fn employment(title: &str, lines: &[Line<'_>]) -> Vec<EmploymentType> {
    let mut found = employment_types(title);
    // "Contract Manager" manages contracts; "(Contract, 6 months)" is one.
    let bracket =
        title.rsplit_once('(').is_some_and(|(_, inner)| says(&spaced(inner), "type.contract"));
    found.retain(|kind| *kind != EmploymentType::Contract || bracket);
    for line in lines.iter().filter(|line| line.section != Section::About) {
        found.extend(in_line(line));
    }
    if found.is_empty() && lines.iter().any(is_for_full_time) {
        found.push(EmploymentType::FullTime);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A heading over what full-time employees get: nobody writes it over a part-time job.
fn is_for_full_time(line: &Line<'_>) -> bool {
    line.text.len() < 40 && says(&spaced(line.text), "type.benefits")
}

fn in_line(line: &Line<'_>) -> Vec<EmploymentType> {
    let text = spaced(line.text);
    let kinds = employment_types_in(&text);
    let words = text.split_whitespace().count();
    let labelled = says(&text, "type.labels") && words <= 14 && line.section != Section::Legal;
    if labelled {
        let permanent = kinds.is_empty() && says(&text, "type.permanent");
        let label_only = !line.text.contains(':') && words > 6;
        if !label_only && !says(&text, "type.traps") {
            return if permanent { vec![EmploymentType::FullTime] } else { kinds };
        }
    }
    if kinds.is_empty() || says(&text, "type.traps") {
        return Vec::new();
    }
    let demands = matches!(line.section, Section::Required | Section::Preferred);
    if says(&text, "type.positions") && !demands {
        let for_a_time = says(&text, "type.contracts") || says(&text, "type.strong");
        return kinds
            .into_iter()
            .filter(|kind| *kind != EmploymentType::Contract || for_a_time)
            .collect();
    }
    if line.section == Section::Legal {
        return Vec::new();
    }
    clauses(line.text).flat_map(|clause| in_clause(clause, demands)).collect()
}

/// The pieces of a line that may each say one thing.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '·', '(', ')', '.', '•', ':', '/', '–', '—'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The kinds that a few words name and nothing else: "full-time", "befristeter Vertrag". Words
/// that are as often other things ("stage", "contract", "casual") count only in sure forms.
fn in_clause(clause: &str, demands: bool) -> Vec<EmploymentType> {
    use EmploymentType::{FullTime, PartTime};
    let text = spaced(clause);
    let words = text.split_whitespace().count();
    if words > 7 || says(&text, "type.others") {
        return Vec::new();
    }
    let sure = says(&text, "type.strong");
    let mut kinds = employment_types_in(&text);
    kinds.retain(|kind| sure || matches!(kind, FullTime | PartTime));
    if demands && words > 3 {
        kinds.clear();
    }
    kinds
}
