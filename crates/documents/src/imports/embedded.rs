//! A document that carries its resume as data: used only where the pages say the same.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    page::{Warning, WarningCode},
    resumes::{Origin, Reading, carry_over, fields},
};

/// This share of the words of the data must stand on the pages.
const SHOWN: f32 = 0.93;
/// And this share of the words on the pages in the data; headings and dates make up the rest.
const COVERED: f32 = 0.7;
/// What is in the data and on the pages is beyond doubt.
const SURE: f32 = 0.99;

/// The reading of the pages with the fields of the data, or the reading as it is with a word
/// about the data.
pub(super) fn merged(mut reading: Reading, carried: Reading) -> Reading {
    let agrees = agree(&reading, &carried);
    let code = if agrees { WarningCode::EmbeddedResume } else { WarningCode::EmbeddedDiffers };
    reading.warnings.push(Warning { code, detail: String::new() });
    if !agrees {
        return reading;
    }
    let before = std::mem::take(&mut reading.resume);
    reading.resume = carried.resume;
    if reading.resume.language.is_empty() {
        reading.resume.language = before.language.clone();
    }
    let known = carry_over(&before, &reading.origins, &reading.resume);
    reading.origins = origins(&reading, known);
    let taken: BTreeSet<u32> =
        reading.origins.values().flat_map(|origin| origin.lines.iter().copied()).collect();
    reading.unplaced.retain(|line| !taken.contains(line));
    reading
}

/// Whether the pages say what the data says, and not much more.
fn agree(reading: &Reading, carried: &Reading) -> bool {
    let page = reading.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let told: Vec<String> = fields(&carried.resume)
        .into_iter()
        .filter(|(path, _)| !path.ends_with("Date") && !path.ends_with("date"))
        .filter(|(path, _)| !path.ends_with("url") && !path.ends_with("network"))
        .map(|(_, text)| text)
        .collect();
    let (page, told) = (words(&page), words(&told.join(" ")));
    !told.is_empty()
        && share(&told, &page) >= SHOWN
        && share(&page, &told) >= COVERED
        && !carried.resume.basics.name.is_empty()
}

/// How many of the words in `some` are in `others` too.
fn share(some: &BTreeMap<String, usize>, others: &BTreeMap<String, usize>) -> f32 {
    let all: usize = some.values().sum();
    let both: usize =
        some.iter().map(|(word, count)| (*count).min(others.get(word).copied().unwrap_or(0))).sum();
    both as f32 / all.max(1) as f32
}

/// The words of a text with how often they stand there; numbers of one digit say nothing.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| word.len() > 1) {
        *words.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    words
}

/// Where each field stands: where the layout found it, else on the line that holds its words.
fn origins(reading: &Reading, mut known: BTreeMap<String, Origin>) -> BTreeMap<String, Origin> {
    let squeezed: Vec<String> = reading.lines.iter().map(|line| squeeze(&line.text)).collect();
    for (path, text) in fields(&reading.resume) {
        let origin = known.entry(path).or_default();
        origin.confidence = SURE;
        let wanted = squeeze(&text);
        if origin.lines.is_empty() && wanted.len() > 2 {
            let line = squeezed.iter().position(|line| line.contains(&wanted));
            origin.lines = line.map(|line| line as u32).into_iter().collect();
            let span = line.and_then(|line| reading.lines.get(line)?.span);
            origin.spans = span.into_iter().collect();
        }
    }
    known
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
