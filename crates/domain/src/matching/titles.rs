//! How alike two job titles are.

use crate::vocabulary::Folded;

/// Words of level; compared apart from the craft.
const LEVELS: [(&str, i32); 24] = [
    ("intern", 0),
    ("trainee", 0),
    ("apprentice", 0),
    ("junior", 1),
    ("jr", 1),
    ("graduate", 1),
    ("entry", 1),
    ("associate", 1),
    ("mid", 2),
    ("intermediate", 2),
    ("senior", 3),
    ("sr", 3),
    ("snr", 3),
    ("experienced", 3),
    ("lead", 4),
    ("staff", 4),
    ("principal", 5),
    ("head", 5),
    ("chief", 6),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("vp", 6),
];
/// Words for the same craft.
const SAME: [&[&str]; 14] = [
    &[
        "developer",
        "engineer",
        "programmer",
        "entwickler",
        "entwicklerin",
        "developpeur",
        "desarrollador",
        "programista",
        "ingenieur",
        "swe",
        "coder",
    ],
    &[
        "nurse",
        "rn",
        "krankenpfleger",
        "infirmier",
        "infirmiere",
        "enfermera",
        "enfermero",
        "pflegefachkraft",
    ],
    &["accountant", "bookkeeper", "buchhalter", "comptable", "contador", "ksiegowy"],
    &["manager", "leiter", "responsable", "gerente", "kierownik", "supervisor"],
    &["representative", "rep", "executive", "associate", "salesperson"],
    &[
        "assistant",
        "clerk",
        "secretary",
        "administrator",
        "receptionist",
        "assistent",
        "assistentin",
    ],
    &["technician", "techniker", "technicien", "tecnico", "mechanic"],
    &["recruiter", "sourcer"],
    &["teacher", "instructor", "educator", "lehrer", "tutor", "professor"],
    &["attorney", "lawyer", "counsel"],
    &["cook", "chef"],
    &["driver", "fahrer", "chauffeur"],
    &["designer", "artist"],
    &["operator", "machinist", "assembler"],
];
/// Words that say nothing of the craft.
const EMPTY: [&str; 22] = [
    "of", "the", "and", "a", "an", "for", "in", "at", "to", "m", "f", "d", "w", "x", "remote",
    "hybrid", "full", "part", "time", "job", "position", "team",
];

/// How alike two titles are, from 0 to 1.
pub(super) fn likeness(asked: &str, held: &str) -> f32 {
    let whole = |title: &str| Folded::new(title).text.trim().to_owned();
    if !asked.trim().is_empty() && whole(asked) == whole(held) {
        return 1.0;
    }
    let (asked, held) = (Title::new(asked), Title::new(held));
    let (Some(head), Some(other)) = (asked.head(), held.head()) else { return 0.0 };
    let heads = if same(head, other) { 1.0 } else { 0.0 };
    let share = asked.overlap(&held);
    // An engineer of another kind is hardly alike.
    let kin = asked.words.len() < 2 || asked.modified_like(&held);
    let craft = (0.4 * heads + 0.6 * share) * if kin { 1.0 } else { 0.5 };
    // A step between levels costs a little, whichever way; most titles name none.
    let steps = (asked.level - held.level).clamp(0, 4);
    #[expect(clippy::cast_precision_loss, reason = "at most four steps")]
    let level = 1.0 - 0.08 * steps as f32;
    craft * level
}

struct Title {
    words: Vec<String>,
    level: i32,
}

impl Title {
    fn new(title: &str) -> Self {
        let folded = Folded::new(title).text;
        let mut level = 2;
        let mut words = Vec::new();
        // What stands behind a comma or in brackets is the team, the place or a level.
        let named = |part: &&str| {
            let mut words = part.split(|c: char| !c.is_alphanumeric());
            words.any(|word| word.len() > 2 && !LEVELS.iter().any(|(level, _)| *level == word))
        };
        let main = folded.split([',', '(', ')', '|']).find(named).unwrap_or_default();
        for word in main
            .split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
            .filter(|word| !word.is_empty())
        {
            match LEVELS.iter().find(|(name, _)| *name == word) {
                Some((_, found)) => level = *found,
                None if EMPTY.contains(&word) => {}
                None => words.push(
                    word.strip_suffix('s').filter(|it| it.len() > 3).unwrap_or(word).to_owned(),
                ),
            }
        }
        Self { words, level }
    }

    fn head(&self) -> Option<&str> {
        self.words.last().map(String::as_str)
    }

    /// Whether any word but the last is shared.
    fn modified_like(&self, other: &Self) -> bool {
        let modifiers = self.words.split_last().map_or(&[][..], |(_, rest)| rest);
        modifiers.iter().any(|word| other.words.iter().any(|it| same(word, it)))
    }

    /// The share of the asked title's words that the other has.
    fn overlap(&self, other: &Self) -> f32 {
        let found =
            self.words.iter().filter(|word| other.words.iter().any(|it| same(word, it))).count();
        #[expect(clippy::cast_precision_loss, reason = "titles have few words")]
        let share = found as f32 / self.words.len().max(1) as f32;
        share
    }
}

fn same(one: &str, other: &str) -> bool {
    one == other || SAME.iter().any(|words| words.contains(&one) && words.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_alike_by_craft_first() {
        assert!(likeness("Senior Software Engineer", "Software Developer") > 0.9);
        assert!(likeness("Registered Nurse", "Registered Nurse, ICU") > 0.99);
        assert!(
            likeness("Software Engineer", "Sales Engineer")
                < likeness("Software Engineer", "Web Software Engineer") - 0.3
        );
        assert!(likeness("Accountant", "Cook") < 0.01);
        assert!(likeness("", "Cook") < 0.01);
        assert!(likeness("(Senior) Baker", "(Senior) Baker") > 0.99);
    }
}
