//! Words before a colon that say what follows: "Employer: …", "Adresse: …".

use std::collections::HashMap;

use super::{fold, sections};

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// The employer.
    Employer,
    /// The title held.
    Position,
    /// Where the work was done.
    Place,
    /// From when to when.
    Period,
    /// What was done.
    Duties,
    /// The school.
    Institution,
    /// The degree.
    Degree,
}

/// All labels.
pub(super) struct Labels {
    entry: HashMap<String, Vec<Label>>,
    address: HashMap<String, ()>,
}

pub(super) fn read(list: &str) -> Labels {
    let found = sections(list);
    let mut entry: HashMap<String, Vec<Label>> = HashMap::new();
    for (name, label) in [
        ("employer", Label::Employer),
        ("position", Label::Position),
        ("place", Label::Place),
        ("period", Label::Period),
        ("duties", Label::Duties),
        ("institution", Label::Institution),
        ("degree", Label::Degree),
    ] {
        for phrase in found.get(name).into_iter().flatten() {
            entry.entry(fold(phrase)).or_default().push(label);
        }
    }
    let address = found.get("address").into_iter().flatten().map(|p| (fold(p), ())).collect();
    Labels { entry, address }
}

impl Labels {
    /// What the words before a colon, or the words of a cell of their own, announce in an entry.
    pub(super) fn entry(&self, text: &str) -> &[Label] {
        self.entry.get(&bare(text)).map_or(&[], Vec::as_slice)
    }

    /// Whether the words announce where the person lives.
    pub(super) fn is_address(&self, text: &str) -> bool {
        self.address.contains_key(&bare(text))
    }
}

fn bare(text: &str) -> String {
    let folded = fold(text);
    folded.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').trim().to_owned()
}
