//! The lines around a title that say who, where and how without a label: "Quillstone | Remote (EU)".

use std::ops::Range;

use super::{gazetteer, lines::Line, sections, title, words};

/// What stands there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Header {
    /// The employer, in bytes.
    pub(super) company: Option<Range<usize>>,
    /// Every place, in bytes.
    pub(super) places: Vec<Range<usize>>,
    /// Whether one of the lines says so outright: a mode, a kind of employment.
    pub(super) facts: Vec<Range<usize>>,
}

/// So many lines below a title may belong to it.
const LINES: usize = 4;
/// What parts the facts on one line, the stronger sign first.
const SIGNS: [&str; 8] = [" | ", " · ", " • ", " — ", " – ", " - ", " / ", ", "];

/// Reads what stands around the title, which starts at `at`.
pub(super) fn read(lines: &[Line<'_>], title: &Range<usize>) -> Header {
    let mut header = Header::default();
    let Some(index) = lines
        .iter()
        .position(|line| line.start <= title.start && title.end <= line.start + line.text.len())
    else {
        return header;
    };
    if let Some(line) = lines.get(index) {
        beside(line, title, &mut header);
    }
    let below = lines.get(index + 1..).unwrap_or_default().iter().take(LINES);
    for line in below.take_while(|line| is_fact_line(line)) {
        facts(line.text, line.start, &mut header);
    }
    header
}

/// Whether a line may hold facts about the posting above it: short, no sentence, no list.
fn is_fact_line(line: &Line<'_>) -> bool {
    let short = line.text.len() <= 90 && line.text.split(' ').count() <= 12;
    let sentence = line.text.ends_with(['.', '!', '?', ';', ':']) && !is_abbreviation(line.text);
    short && !sentence && !line.bullet && sections::exactly(line.text).is_none()
}

/// "Acme Inc." ends with a dot and no sentence.
fn is_abbreviation(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    super::lists::list("company.forms").contains(&last.as_str())
}

/// What follows the title on its own line: "Baker at Acme", "Head Chef - Acme, Graz".
fn beside(line: &Line<'_>, title: &Range<usize>, header: &mut Header) {
    let after = title.end - line.start;
    let Some(rest) = line.text.get(after..) else { return };
    let lead = rest.len() - rest.trim_start_matches([' ', '-', '–', '—', '|', '·', ',', '@']).len();
    let rest = rest.get(lead..).unwrap_or_default();
    let word = ["at ", "bei ", "chez ", "til ", "hos ", "bij "]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let start = line.start + line.text.len() - word.unwrap_or(rest).len();
    facts(word.unwrap_or(rest), start, header);
}

/// Takes the facts of a line apart.
fn facts(text: &str, start: usize, header: &mut Header) {
    if text.trim().is_empty() {
        return;
    }
    if text.contains(": ") || text.contains(" : ") {
        // Labels are read by those who know them.
        return;
    }
    let parted = SIGNS.iter().take(7).any(|sign| text.contains(sign));
    if !parted && gazetteer::is_place(text) {
        header.places.push(start..start + text.len());
        return;
    }
    let Some(sign) = SIGNS.iter().find(|sign| text.contains(*sign)) else {
        fact(text, start, header);
        return;
    };
    // "Chicago, IL or remote" is one fact with a comma in it.
    let chosen = text.split(" or ").flat_map(|part| part.split(" oder ")).next().unwrap_or(text);
    if *sign == ", " && chosen.len() < text.len() && gazetteer::is_place(chosen) {
        fact(text, start, header);
        return;
    }
    // "Acme, Graz, Austria": what follows the first comma is one place.
    let parts: Vec<&str> = if *sign == ", " {
        text.split_once(", ").map(|(first, rest)| vec![first, rest]).unwrap_or_default()
    } else {
        text.split(sign).collect()
    };
    let mut at = start;
    for part in parts {
        if *sign == ", " {
            fact(part, at, header);
        } else {
            facts(part, at, header);
        }
        at += part.len() + sign.len();
    }
}

/// One fact by itself.
fn fact(text: &str, start: usize, header: &mut Header) {
    let lead = text.len() - text.trim_start().len();
    let text = text.trim().trim_end_matches(['·', '|', '•', '–', '—', ' ']);
    let range = start + lead..start + lead + text.len();
    if text.is_empty() {
        return;
    }
    if gazetteer::is_place(text) {
        header.places.push(range);
        return;
    }
    let mode = words::remote_mode(text).is_some() || !words::employment_types(text).is_empty();
    if mode {
        // "Remote (EU)", "Berlin oder remote": the place beside the mode.
        let pieces = text.split(['(', ')', '/']).flat_map(|part| part.split(" or "));
        let pieces =
            pieces.flat_map(|part| part.split(" oder ")).flat_map(|part| part.split(" nebo "));
        let pieces = pieces.flat_map(|part| part.split(" ou ")).flat_map(|part| part.split(" - "));
        let inner = pieces.map(str::trim).find(|piece| gazetteer::is_place(piece));
        let word = || {
            text.split(' ')
                .map(|word| word.trim_matches(','))
                .find(|word| gazetteer::place(word).is_some())
        };
        if let Some(inner) = inner.or_else(word)
            && let Some(at) = text.find(inner)
        {
            header.places.push(range.start + at..range.start + at + inner.len());
        }
        header.facts.push(range);
        return;
    }
    if !is_name(text) {
        return;
    }
    // A second name by itself, where no place is known yet: "Transporte Sol, Cádiz".
    let short = text.split(' ').count() <= 3 && !text.chars().any(|c| c.is_ascii_digit());
    if header.company.is_none() {
        header.company = Some(range);
    } else if header.places.is_empty() && short {
        header.places.push(range);
    }
}

/// Whether a text may be an employer's name: capitalised words, and nothing that means a thing.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &str| {
        [
            "of", "and", "the", "de", "du", "del", "della", "di", "da", "do", "dos", "der", "die",
            "für", "&", "+", "e", "y", "et", "und", "for", "i", "z", "o.o.", "s.r.o.", "la", "le",
            "les", "des",
        ]
        .contains(&word)
    };
    let capital = |word: &str| {
        word.trim_start_matches(['(', '"', '„', '«'])
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let bare = text.trim_end_matches(['.', ',']);
    (1..=6).contains(&words.len())
        && words.first().is_some_and(|word| capital(word))
        && words.iter().all(|word| capital(word) || small(word) || is_abbreviation(word))
        && !text.contains(['€', '$', '£', '@', ';', '?', '!'])
        && text.chars().filter(char::is_ascii_digit).count() <= 2
        && super::dates::find(text).is_none()
        && !title::is_role(bare)
        && sections::announced(bare).is_none()
        && !super::lists::list("company.not").contains(&bare.to_lowercase().as_str())
        && crate::vocabulary::named(bare).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (String, Vec<String>) {
        let lines = super::super::lines::read(text);
        let range = title::find(text, &lines).unwrap();
        let header = read(&lines, &range);
        let said = |range: Range<usize>| text[range].to_owned();
        (
            header.company.map(said).unwrap_or_default(),
            header.places.into_iter().map(said).collect(),
        )
    }

    #[test]
    fn who_and_where_are_read_from_under_the_title() {
        for (text, company, places) in [
            ("Baker\nQuillstone | Remote (EU)", "Quillstone", vec!["EU"]),
            ("Baker\nOrrin & Vale LLP — New York, NY", "Orrin & Vale LLP", vec!["New York, NY"]),
            ("Chef\nThe Copper Ladle, Edinburgh", "The Copper Ladle", vec!["Edinburgh"]),
            (
                "Nurse\nLarkmoor General Hospital\nDayton, OH\n\nWe care.",
                "Larkmoor General Hospital",
                vec!["Dayton, OH"],
            ),
            (
                "Nurse\nHalcyon Freight · Chicago, IL or Remote in the US",
                "Halcyon Freight",
                vec!["Chicago, IL"],
            ),
            ("Baker\nWe bake bread.", "", vec![]),
        ] {
            let (found, there) = read_text(text);
            assert_eq!(found, company, "{text}");
            assert_eq!(there.first().map(String::as_str), places.first().copied(), "{text}");
        }
    }
}
