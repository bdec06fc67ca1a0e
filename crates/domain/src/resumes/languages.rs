//! Languages spoken.

use super::{
    Language,
    found::Found,
    items::{self},
    sections::Section,
};
use crate::{
    layout::{Layout, Passage},
    lexicon::{Lexicon, fold},
};

pub(super) fn names_languages(label: &str, members: &[Passage]) -> bool {
    let known = members.iter().filter(|m| language_in(m).is_some()).count();
    let folded = fold(label);
    let about = [
        "language", "sprache", "langue", "idioma", "lingue", "talen", "jezyk", "язык", "语言",
        "外语", "sprak", "dil",
    ]
    .iter()
    .any(|w| folded.contains(w));
    about && known * 2 >= members.len() && known > 0
}

/// Reads a section of languages.
pub(crate) fn read_languages(layout: &Layout, section: &Section, found: &mut Found) {
    let items = items::read(layout, &section.lines, &section.title);
    for item in &items {
        for cell in &item.cells {
            let pieces = if language_in(cell).is_some() && count_languages(cell) <= 1 {
                vec![items::trim_item(cell)]
            } else {
                items::split(cell)
            };
            for piece in pieces {
                language(layout, found, &piece, section.sure);
            }
        }
    }
}

fn count_languages(cell: &Passage) -> usize {
    items::split(cell).iter().filter(|p| language_in(p).is_some()).count()
}

/// Where the name of a language stands in `text`, in characters.
fn language_in(text: &Passage) -> Option<std::ops::Range<usize>> {
    let lexicon = Lexicon::get();
    let chars = text.chars();
    let boundary = |i: usize| {
        i == 0
            || i >= chars.len()
            || chars.get(i).is_none_or(|c| !c.is_alphabetic())
            || chars.get(i - 1).is_none_or(|c| !c.is_alphabetic())
    };
    let starts = (0..chars.len().min(40))
        .filter(|&i| boundary(i) && chars.get(i).is_some_and(|c| c.is_alphabetic()));
    for start in starts {
        for end in (start + 1..=chars.len().min(start + 24)).rev().filter(|&end| boundary(end)) {
            let words = text.slice(start..end).text();
            if lexicon.is_language(&words) {
                return Some(start..end);
            }
        }
        if chars.get(start).is_some_and(|&c| crate::lexicon::unspaced(c)) {
            let hit = (start + 1..=chars.len().min(start + 6))
                .rev()
                .find(|&end| lexicon.is_language(&text.slice(start..end).text()));
            if let Some(end) = hit {
                return Some(start..end);
            }
        }
    }
    None
}

pub(super) fn language(layout: &Layout, found: &mut Found, item: &Passage, sure: f32) {
    let n = found.resume.languages.len();
    let words = item.text();
    let Some(at) = language_in(item) else {
        let level = items::level_words(&words) || Lexicon::get().is_level(&words);
        if let Some(last) = found.resume.languages.last_mut() {
            if last.fluency.is_empty() && (level || words.split_whitespace().count() <= 5) {
                last.fluency = super::found::tidy(&words);
                found.note(layout, format!("languages[{}].fluency", n - 1), item, 0.85);
            }
        } else if !level && words.split_whitespace().count() <= 3 {
            let language = found.put(layout, format!("languages[{n}].language"), item, 0.5 * sure);
            found.resume.languages.push(Language { language, ..Language::default() });
        }
        return;
    };
    let name = item.slice(at.clone());
    if found.resume.languages.iter().any(|l| l.language == name.text()) {
        return;
    }
    let (before, after) = item.without(at);
    let mut rest = before.trim_separators();
    rest.append(" ", &after.trim_separators());
    let language =
        found.put(layout, format!("languages[{n}].language"), &name, 0.98 * sure.max(0.9));
    let mut made = Language { language, ..Language::default() };
    if rest.chars().iter().any(|c| c.is_alphanumeric()) {
        made.fluency = found.put(layout, format!("languages[{n}].fluency"), &rest, 0.9);
    }
    found.resume.languages.push(made);
}
