//! Where the work is, as far as the text says so.

use std::sync::LazyLock;

use regex::Regex;

use super::lists::list;
use super::{lines::Line, sections::Section, words};

/// A city with what it lies in, after words that say the job is there.
static PHRASES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    const CITY: &str = r"((?:[A-ZÀ-Ž][\w.'’-]+)(?: (?:[A-ZÀ-Ž][\w.'’-]+|de|la|of|am|upon)){0,3}(?:, (?:[A-Z]{2}\b|[A-ZÀ-Ž]\w+(?: [A-ZÀ-Ž]\w+)?)){0,2})";
    [
        r"\b[Ll]ocations?[^.:\n]{0,40}: CITY and ([A-ZÀ-Ž][\w.'’-]+(?: [A-ZÀ-Ž][\w.'’-]+)?)",
        r"(?m)^(?:📍|Location)\s*:?\s*CITY$",
        r"\b([A-Z][a-z.'-]+(?: [A-Z][a-z.'-]+){0,2}, (?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|ON|QC|BC|AB|MB|SK|NS|NB))\b",
        r"\b(?:based|is located|position located|position is|role is|job is|on-?site|in person|in-office) (?:in|at|out of) (?:our |the )?CITY(?: (?:office|facility|plant|store|campus|area|headquarters|hospital|clinic|site|location))?",
        r"\bin (?:our|the) CITY (?:office|facility|plant|store|campus|headquarters|hospital|clinic|site)\b",
        r"\bour CITY office\b",
        r"\b(?:[Aa]u siège social de la société, |siège social )?[àÀ] ([A-Z][a-z]*-[A-Zd]['’\w-]+|[A-Z]\w+(?:-[\w'’]+)+)",
        r"\b(?:am Standort|in unserem Büro in|Standort in|am Standort in|pour notre bureau de|notre bureau à|oficina de|nuestra oficina en|ufficio di|sede di|biurze w) CITY",
        r"\bCITY \((?:m/w/d|w/m/d|f/m/d)\)",
    ]
    .iter()
    .take(8)
    .filter_map(|pattern| Regex::new(&pattern.replace("CITY", CITY)).ok())
    .collect()
});

/// Every place, as printed.
pub(super) fn find(text: &str, lines: &[Line<'_>]) -> Vec<String> {
    let labelled = labelled(lines);
    if !labelled.is_empty() {
        return labelled;
    }
    // The frame of a page comes first and may look like the end of another posting.
    let top = lines.get(12).map_or(usize::MAX, |line| line.start);
    let wanted = |line: &&Line<'_>| {
        let end = matches!(line.section, Section::Legal | Section::Benefits | Section::Process);
        line.start < top || !end
    };
    for pattern in PHRASES.iter() {
        let found =
            lines.iter().filter(wanted).take(400).find_map(|line| pattern.captures(line.text));
        let parts = found.into_iter().flat_map(|found| [found.get(1), found.get(2)]);
        let places: Vec<String> = parts
            .flatten()
            .map(|place| place.as_str().trim_end_matches(['.', ',']))
            .filter(|place| place.len() > 2 && plausible(place))
            .map(str::to_owned)
            .collect();
        if !places.is_empty() {
            return places;
        }
    }
    let city = text.split("City of ").nth(1).and_then(|rest| {
        let words: Vec<&str> = rest
            .split(' ')
            .take(2)
            .take_while(|word| word.starts_with(char::is_uppercase))
            .collect();
        let name = words.join(" ");
        Some(name.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned())
            .filter(|name| !name.is_empty())
    });
    city.into_iter().collect()
}

/// "Location: Graz", "Locations: Graz and Linz", or such a heading with a line below it.
pub(super) fn labelled(lines: &[Line<'_>]) -> Vec<String> {
    for (index, line) in lines.iter().enumerate().take(500) {
        let low = line.text.to_lowercase();
        let Some(label) = list("place.labels")
            .iter()
            .find(|label| low.starts_with(**label) || low == label.trim_end_matches(':'))
        else {
            continue;
        };
        let rest = line.text.get(label.len()..).unwrap_or_default().trim();
        let rest =
            if rest.is_empty() { lines.get(index + 1).map_or("", |next| next.text) } else { rest };
        if rest.len() > 100 || rest.split(' ').count() > 12 {
            continue;
        }
        let found: Vec<String> = split(rest)
            .iter()
            .map(|place| words::without_mode(place))
            .filter(|place| place.len() > 1 && plausible(place))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn split(text: &str) -> Vec<&str> {
    text.split([';', '|', '/'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a name may be a place: it is no skill, role, month or common word.
fn plausible(name: &str) -> bool {
    let low = name.to_lowercase();
    let first = low.split(' ').next().unwrap_or_default();
    name.starts_with(|c: char| c.is_uppercase())
        && !list("place.not").contains(&low.as_str())
        && !list("place.not").contains(&first)
        && crate::vocabulary::named(name).is_none()
        && !super::title::is_role(name)
}
