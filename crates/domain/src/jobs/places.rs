//! Where the work is, as far as the text says so.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::lists::list;
use super::{gazetteer, lines::Line, sections::Section, words};

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
pub(super) fn find(text: &str, lines: &[Line<'_>], header: &[Range<usize>]) -> Vec<String> {
    let labelled = labelled(lines);
    if !labelled.is_empty() {
        return labelled;
    }
    let above: Vec<String> = header
        .iter()
        .filter_map(|range| text.get(range.clone()))
        .map(words::without_mode)
        .filter(|place| !place.is_empty())
        .collect();
    if !above.is_empty() {
        return above;
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
    governed(text).or_else(|| told(lines)).into_iter().collect()
}

/// The town, county or community that employs: "City of Los Angeles", "Gemeente Zwolle".
fn governed(text: &str) -> Option<String> {
    const OFFICES: [&str; 13] = [
        "City of ",
        "County of ",
        "Town of ",
        "Township of ",
        "Village of ",
        "Borough of ",
        "State of ",
        "Gemeente ",
        "gemeente ",
        "Stadt ",
        "Ville de ",
        "Ayuntamiento de ",
        "Comune di ",
    ];
    OFFICES.iter().find_map(|office| {
        let (before, rest) = text.split_once(office)?;
        if before.ends_with(char::is_alphanumeric) {
            return None;
        }
        let words: Vec<&str> = rest
            .split([' ', '\n'])
            .take(2)
            .take_while(|word| word.starts_with(char::is_uppercase))
            .collect();
        let stop = words.iter().position(|word| word.ends_with(['.', ',', ';', ':', ')']));
        let words = words.get(..stop.map_or(words.len(), |at| at + 1))?;
        let name = words.join(" ");
        let name = name.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
        Some(name).filter(|name| name.len() > 2 && plausible(name))
    })
}

/// A known city that an early sentence puts something into: "our bakery in Freising".
fn told(lines: &[Line<'_>]) -> Option<String> {
    const WORDS: [&str; 14] =
        ["in", "à", "en", "w", "v", "i", "em", "a", "te", "nach", "near", "bei", "for", "from"];
    let early = lines.iter().take(25).filter(|line| {
        !matches!(
            line.section,
            Section::Legal | Section::Benefits | Section::Process | Section::Required
        )
    });
    early
        .flat_map(|line| {
            let words: Vec<&str> = line.text.split(' ').collect();
            (1..words.len())
                .filter(|at| words.get(at - 1).is_some_and(|word| WORDS.contains(word)))
                .filter_map(|at| known(words.get(at..).unwrap_or_default()))
                .collect::<Vec<_>>()
        })
        .next()
}

/// The city that these words begin with.
fn known(words: &[&str]) -> Option<String> {
    (1..=3.min(words.len())).rev().find_map(|length| {
        let name = words.get(..length)?.join(" ");
        let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_city = gazetteer::place(name) == Some(gazetteer::Place::City);
        (is_city && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
    })
}

/// "Location: Graz", "Locations: Graz and Linz", or such a heading with a line below it.
pub(super) fn labelled(lines: &[Line<'_>]) -> Vec<String> {
    for (index, line) in lines.iter().enumerate().take(500) {
        let spaced_colon = line.text.find(" :").is_some_and(|at| at < 24);
        let printed =
            if spaced_colon { line.text.replacen(" :", ":", 1) } else { line.text.to_owned() };
        let low = printed.to_lowercase();
        let Some(label) = list("place.labels")
            .iter()
            .find(|label| low.starts_with(**label) || low == label.trim_end_matches(':'))
        else {
            continue;
        };
        let rest = printed.get(label.len()..).unwrap_or_default().trim();
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
