//! What the job is called.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::lines::Line;
use super::lists::list;
use crate::vocabulary::Folded;

static ROLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../vocabulary/roles.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(|word| word.trim_start_matches('-'))
        .collect()
});

/// Whether a text names a role, as a title does.
pub fn is_role(text: &str) -> bool {
    let low = text.trim().to_lowercase();
    if list("title.open").iter().any(|open| low.starts_with(open)) {
        return true;
    }
    let folded = Folded::new(text).text;
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 1)
        .any(|word| role_word(word) || word.strip_suffix('s').is_some_and(role_word))
}

fn role_word(word: &str) -> bool {
    ROLES.contains(word)
        // German and Dutch write compounds: "Softwareentwickler".
        || (word.len() > 9
            && (4..word.len().saturating_sub(4)).any(|at| word.get(at..).is_some_and(|end| end.len() > 5 && ROLES.contains(end))))
}

/// The title, and where it stands in bytes.
pub(super) fn find(text: &str, lines: &[Line<'_>]) -> Option<Range<usize>> {
    labelled(lines).or_else(|| top(lines)).or_else(|| told(text))
}

/// "Job title: Baker".
fn labelled(lines: &[Line<'_>]) -> Option<Range<usize>> {
    lines.iter().take(60).find_map(|line| {
        let label = list("title.labels").iter().find(|label| starts_with(line.text, label))?;
        let rest = line.text.get(label.len()..)?;
        let value = rest.trim();
        let from = line.start + label.len() + (rest.len() - rest.trim_start().len());
        (!value.is_empty() && value.len() < 120).then_some(from..from + value.len())
    })
}

pub(super) fn starts_with(text: &str, small: &str) -> bool {
    text.get(..small.len()).is_some_and(|head| head.to_lowercase() == small)
}

/// A short line near the top that names a role.
fn top(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let short = |line: &&Line<'_>| {
        line.text.len() <= 100
            && line.text.split(' ').count() <= 12
            && !line.text.ends_with(['.', '!', '?', ';'])
            && !line.bullet
    };
    let line = lines.iter().take(8).filter(short).find(|line| {
        let plain = super::sections::exactly(line.text).is_none() && !line.text.ends_with(':');
        plain && is_role(line.text) && !told_about(line.text)
    })?;
    let mut title = line.text;
    // "IT-supporter til Fynbo Energi", "Baker at Acme": the employer stands behind.
    for word in [" at ", " bei ", " chez ", " til ", " hos ", " bij ", " @ "] {
        if let Some((before, after)) = title.split_once(word)
            && after.starts_with(char::is_uppercase)
            && is_role(before)
        {
            title = before;
        }
    }
    for sign in [" – ", " - ", " — ", ": "] {
        if let Some((before, after)) = title.rsplit_once(sign)
            && super::sections::announced(after).is_some()
            && is_role(before)
        {
            title = before;
        }
    }
    Some(line.start..line.start + title.len())
}

/// Sentences start with words that titles do not.
fn told_about(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    list("title.sentence").contains(&first.as_str())
}

/// "As our Finance Officer, you will", "looking for a Baker to", "le Comptable agit".
fn told(text: &str) -> Option<Range<usize>> {
    const LEADS: [&str; 22] = [
        "as our ",
        "as the ",
        "as an ",
        "as a ",
        "looking for an ",
        "looking for a ",
        "seeking an ",
        "seeking a ",
        "hiring an ",
        "hiring a ",
        "suchen einen ",
        "suchen eine ",
        "suchen wir einen ",
        "suchen wir eine ",
        "als ",
        "recherchons un ",
        "recherchons une ",
        ", le ",
        ", la ",
        "buscamos un ",
        "buscamos una ",
        "the ",
    ];
    let head: String = text.chars().take(3_000).collect();
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (rank, lead) in LEADS.iter().enumerate() {
        for (at, _) in head.to_ascii_lowercase().match_indices(lead).take(6) {
            let from = at + lead.len();
            let before = at.checked_sub(1).and_then(|at| head.get(at..=at));
            if !lead.starts_with(',')
                && before.is_some_and(|c| c.chars().all(char::is_alphanumeric))
            {
                continue;
            }
            if let Some(title) = head.get(from..).and_then(capitalised)
                && is_role(title)
            {
                found.push((rank, from..from + title.len()));
            }
        }
    }
    found.into_iter().min_by_key(|(rank, range)| (*rank / 2, range.start)).map(|(_, range)| range)
}

/// The run of capitalised words at the start of a text, small words between them allowed.
fn capitalised(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ').take(9) {
        let bare = word.trim();
        let stop = bare.ends_with([',', '.', ':', ';', '!']);
        let bare = bare.trim_end_matches([',', '.', ':', ';', '!']);
        if bare.starts_with(|c: char| c.is_uppercase() || c == '(') {
            end = at + bare.len();
        } else if !list("title.small").contains(&bare) || end == 0 {
            break;
        }
        if stop {
            break;
        }
        at += word.len();
    }
    text.get(..end).filter(|title| title.len() > 3 && title.len() < 80)
}
