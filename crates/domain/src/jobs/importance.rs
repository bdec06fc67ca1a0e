//! How much a sentence says that something matters.

use super::lists::says;
use super::{
    Importance,
    sections::Section,
    words::{any, spaced},
};

/// Whether a [`spaced`] text only welcomes what it names.
pub(super) fn is_welcome(text: &str) -> bool {
    says(text, "importance.welcome")
}

/// How much a sentence of this section asks for what stands at `at`, a byte of it; `None` when it
/// says it is not asked for.
pub(super) fn of(section: Section, sentence: &str, at: usize) -> Option<Importance> {
    let all = spaced(sentence);
    if says(&all, "importance.waived") {
        return None;
    }
    let general = match section {
        Section::Required => Importance::Required,
        Section::Preferred => Importance::Preferred,
        Section::Duties | Section::Intro => Importance::Mentioned,
        Section::About | Section::Benefits | Section::Legal | Section::Process | Section::Pay => {
            return None;
        }
    };
    if !is_welcome(&all) {
        let stressed = general == Importance::Mentioned
            && section == Section::Intro
            && any(&all, &["must have", "required", "is mandatory"]);
        return Some(if stressed { Importance::Required } else { general });
    }
    if general == Importance::Mentioned {
        return Some(Importance::Preferred);
    }
    // "Rust required, Go a plus": the clause decides where both are said.
    let clause = if says(&all, "importance.demanded") { spaced(clause(sentence, at)) } else { all };
    if says(&clause, "importance.demanded") && !is_welcome(&clause) {
        return Some(Importance::Required);
    }
    // "ideally with Go" speaks of what comes after it.
    let later = ["ideally", "preferably", "idealerweise", "idéalement"]
        .iter()
        .find_map(|word| sentence.to_lowercase().find(word));
    match later {
        Some(word) if at < word && general == Importance::Required => Some(Importance::Required),
        _ => Some(Importance::Preferred),
    }
}

/// The part of a sentence between commas or brackets around `at`.
fn clause(sentence: &str, at: usize) -> &str {
    let stops = [',', '(', ')', ';'];
    let start = sentence.get(..at).and_then(|before| before.rfind(stops)).map_or(0, |it| it + 1);
    let end =
        sentence.get(at..).and_then(|after| after.find(stops)).map_or(sentence.len(), |it| at + it);
    sentence.get(start..end).unwrap_or(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_can_overrule_its_section() {
        let said = |text: &str, word: &str| of(Section::Required, text, text.find(word).unwrap());
        assert_eq!(said("Rust", "Rust"), Some(Importance::Required));
        assert_eq!(said("Rust is a plus", "Rust"), Some(Importance::Preferred));
        assert_eq!(said("Rust required, Go preferred", "Rust"), Some(Importance::Required));
        assert_eq!(said("Rust required, Go preferred", "Go"), Some(Importance::Preferred));
        assert_eq!(said("Databases, ideally Oracle", "Databases"), Some(Importance::Required));
        assert_eq!(said("Rust is not required", "Rust"), None);
        assert_eq!(of(Section::Benefits, "Rust", 0), None);
    }
}
