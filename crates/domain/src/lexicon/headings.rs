//! Section headings.

use std::collections::HashMap;

use super::{fold, sections, unspaced};

/// What a section is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub(crate) enum SectionKind {
    Contact,
    Summary,
    Work,
    Volunteer,
    Education,
    Skills,
    Projects,
    Languages,
    Certificates,
    Awards,
    Publications,
    Interests,
    References,
    Other,
}

impl SectionKind {
    fn named(name: &str) -> Self {
        match name {
            "contact" => Self::Contact,
            "summary" => Self::Summary,
            "work" => Self::Work,
            "volunteer" => Self::Volunteer,
            "education" => Self::Education,
            "skills" => Self::Skills,
            "projects" => Self::Projects,
            "languages" => Self::Languages,
            "certificates" => Self::Certificates,
            "awards" => Self::Awards,
            "publications" => Self::Publications,
            "interests" => Self::Interests,
            "references" => Self::References,
            _ => Self::Other,
        }
    }
}

/// The heading list.
pub(super) struct Headings {
    phrases: HashMap<String, SectionKind>,
    /// The same phrases without their spaces.
    squeezed: HashMap<String, SectionKind>,
}

/// Reads the list; where a phrase stands in several sections, the first one counts.
pub(super) fn read(list: &str) -> Headings {
    let found = sections(list);
    let mut phrases: HashMap<String, SectionKind> = HashMap::new();
    let order = [
        "work",
        "education",
        "skills",
        "summary",
        "contact",
        "projects",
        "languages",
        "certificates",
        "volunteer",
        "awards",
        "publications",
        "interests",
        "references",
        "other",
    ];
    for name in order {
        for phrase in found.get(name).into_iter().flatten() {
            phrases.entry(key(phrase)).or_insert(SectionKind::named(name));
        }
    }
    let squeezed = phrases.iter().map(|(phrase, kind)| (squeeze(phrase), *kind)).collect();
    Headings { phrases, squeezed }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether `text` stands in the list as it is.
pub(super) fn is_phrase(list: &Headings, text: &str) -> bool {
    list.phrases.contains_key(&key(text))
}

/// The section that `text` is a heading of: as it stands, without numbering, or letter by letter.
pub(super) fn find(list: &Headings, text: &str) -> Option<SectionKind> {
    if text.len() > 110 {
        return None;
    }
    let headings = &list.phrases;
    let key = key(text);
    if key.is_empty() {
        return None;
    }
    if let Some(kind) = headings.get(&key) {
        return Some(*kind);
    }
    // A heading in two languages, or the same in Chinese and English: both halves must agree.
    if let Some((a, b)) = key.split_once(" / ").or_else(|| key.split_once(" | "))
        && let (Some(a), Some(_)) = (headings.get(a.trim()), headings.get(b.trim()))
    {
        return Some(*a);
    }
    several(headings, &key).or_else(|| halves(list, &key))
}

/// "Skills and awards": every part must be a heading; the first one counts.
fn several(headings: &HashMap<String, SectionKind>, key: &str) -> Option<SectionKind> {
    if key.chars().count() > 60 {
        return None;
    }
    let mut parts: Vec<String> = vec![String::new()];
    for word in key.split_inclusive([' ', '/', ',', '与', '及', '和', '+']) {
        let bare = word.trim_end_matches([' ', '/', ',', '与', '及', '和', '+']);
        let joint = matches!(
            bare,
            "and" | "und" | "et" | "y" | "e" | "i" | "и" | "en" | "och" | "og" | "ve" | ""
        );
        let ends = word.ends_with(['/', ',', '与', '及', '和', '+']);
        if let Some(part) = parts.last_mut().filter(|_| !joint) {
            if !part.is_empty() {
                part.push(' ');
            }
            part.push_str(bare);
        }
        if (joint || ends) && parts.last().is_some_and(|part| !part.is_empty()) {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    if !(2..=4).contains(&parts.len()) {
        return None;
    }
    let kinds: Option<Vec<SectionKind>> =
        parts.iter().map(|part| headings.get(part).copied()).collect();
    kinds?.first().copied()
}

fn halves(list: &Headings, key: &str) -> Option<SectionKind> {
    let wide: String = key.chars().filter(|&c| unspaced(c)).collect();
    if !wide.is_empty() && wide.len() < key.len() {
        let rest: String = key.chars().filter(|&c| !unspaced(c)).collect();
        if let (Some(kind), Some(_)) = (list.phrases.get(&wide), list.phrases.get(rest.trim())) {
            return Some(*kind);
        }
    }
    // "S K I L L S", "skil ls": the letters alone, when they spell a long enough heading.
    let letters = squeeze(key);
    if letters.len() == key.len() || letters.chars().count() < 5 || letters.chars().count() > 40 {
        return None;
    }
    list.squeezed.get(&letters).copied()
}

/// The form in which headings are compared.
fn key(text: &str) -> String {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let bare =
        bare.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ' | '-'));
    let bare = bare
        .strip_suffix("(continued)")
        .or(bare.strip_suffix("(cont.)"))
        .unwrap_or(bare)
        .trim_end();
    let bare = bare.strip_prefix("my ").unwrap_or(bare);
    bare.split_whitespace()
        .map(|word| if word == "&" { "and" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, SectionKind};

    #[test]
    fn headings_are_known_in_many_languages_and_spellings() {
        let find = |text| Lexicon::get().heading(text);
        for text in [
            "WORK EXPERIENCE",
            "2. Work experience:",
            "E X P E R I E N C E",
            "Berufserfahrung",
            "工作经历",
            "Опыт работы",
            "İş Deneyimi",
        ] {
            assert_eq!(find(text), Some(SectionKind::Work), "{text}");
        }
        assert_eq!(find("Skills & Tools"), Some(SectionKind::Skills));
        assert_eq!(find("Compétences"), Some(SectionKind::Skills));
        assert_eq!(find("I gained experience"), None);
        assert_eq!(find(""), None);
    }
}
