//! What a posting's headings announce.

use std::{collections::HashMap, sync::LazyLock};

use super::{lists::says, words::spaced};

/// What a part of a posting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Section {
    /// Before the first heading, or below one that says nothing.
    Intro,
    /// What a person must bring.
    Required,
    /// What is welcome.
    Preferred,
    /// What a person will do.
    Duties,
    /// About the employer.
    About,
    /// What is offered.
    Benefits,
    /// Notices.
    Legal,
    /// How to apply.
    Process,
    /// Pay, hours, place.
    Pay,
}

static HEADINGS: LazyLock<HashMap<String, Section>> = LazyLock::new(|| {
    let lines = include_str!("../../vocabulary/headings.txt").lines();
    let mut all = HashMap::new();
    for (class, phrases) in lines.filter_map(|line| line.split_once(": ")) {
        let section = match class {
            "required" => Section::Required,
            "preferred" => Section::Preferred,
            "duties" => Section::Duties,
            "about" => Section::About,
            "benefits" => Section::Benefits,
            "legal" => Section::Legal,
            "process" => Section::Process,
            "pay" => Section::Pay,
            _ => continue,
        };
        for phrase in phrases.split(" | ") {
            all.entry(phrase.replace('-', " ").trim().to_owned()).or_insert(section);
        }
    }
    all
});

/// The words of a heading, comparable.
fn comparable(text: &str) -> String {
    let folded = crate::vocabulary::Folded::new(text).text;
    spaced(&folded).trim().to_owned()
}

/// The section that exactly these words announce.
pub(super) fn exactly(text: &str) -> Option<Section> {
    HEADINGS.get(&comparable(text)).copied()
}

/// The section that a heading announces, if its words say so.
pub(super) fn announced(heading: &str) -> Option<Section> {
    // "Foundry operator – Qualifications": the part behind the dash announces.
    let parts = heading.rsplit_once(" – ").or_else(|| heading.rsplit_once(" - "));
    if let Some(section) = parts.and_then(|(_, part)| exactly(part)) {
        return Some(section);
    }
    let heading = comparable(heading);
    if let Some(section) = HEADINGS.get(&heading) {
        return Some(*section);
    }
    let words: Vec<&str> = heading.split(' ').collect();
    let mut best: Option<(usize, Section)> = None;
    let longest = words.len().min(8);
    for length in (1..=longest).rev() {
        for window in words.windows(length) {
            if let Some(section) = HEADINGS.get(&window.join(" ")) {
                // "Preferred qualifications and skills" is about what is welcome.
                let better = match best {
                    None => true,
                    Some((found, _)) => *section == Section::Preferred && length + 1 >= found,
                };
                if better {
                    best = Some((length, *section));
                }
            }
        }
    }
    best.filter(|(length, _)| length * 5 >= words.len() * 2).map(|(_, section)| section)
}

/// The section that a line known to be a heading announces, if only by its wording.
pub(super) fn meant(heading: &str) -> Option<Section> {
    announced(heading).or_else(|| {
        let heading = comparable(heading);
        worded(&heading, heading.split(' ').count())
    })
}

/// What a heading in a sentence of its own announces: "At a minimum, you need to have".
fn worded(heading: &str, words: usize) -> Option<Section> {
    const CUES: [(&str, Section); 5] = [
        ("heading.benefits", Section::Benefits),
        ("heading.preferred", Section::Preferred),
        ("heading.required", Section::Required),
        ("heading.duties", Section::Duties),
        ("heading.about", Section::About),
    ];
    let heading = format!(" {heading} ");
    let found = CUES.iter().find(|(name, _)| says(&heading, name));
    found.filter(|_| (2..=14).contains(&words)).map(|(_, section)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_understood_in_their_own_words() {
        for (heading, section) in [
            ("Requirements:", Section::Required),
            ("What You’ll Need", Section::Required),
            ("Ihr Profil", Section::Required),
            ("Wymagania", Section::Required),
            ("Preferred Qualifications", Section::Preferred),
            ("Nice-to-haves", Section::Preferred),
            ("Was Sie erwartet", Section::Duties),
            ("Benefits & Perks", Section::Benefits),
            ("📋 Requirements", Section::Required),
        ] {
            assert_eq!(announced(heading), Some(section), "{heading}");
        }
        assert_eq!(announced("Our bakers have known each other for ten years"), None);
    }
}
