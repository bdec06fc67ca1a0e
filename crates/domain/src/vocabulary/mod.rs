//! The project's own vocabulary of skills, tools, methods and credentials, and where a text names
//! them.

pub mod entry;

mod find;
mod fold;
mod load;

use std::sync::LazyLock;

pub use entry::{Skill, SkillKind};
pub use find::Mention;
pub use fold::Folded;

static VOCABULARY: LazyLock<load::Vocabulary> = LazyLock::new(load::Vocabulary::load);

/// Every mention of an entry in `text`, in order; none overlap, the longest wins.
pub fn find(text: &str) -> Vec<Mention> {
    find::mentions(&VOCABULARY, text)
}

/// The entry with this id.
pub fn get(id: &str) -> Option<&'static Skill> {
    VOCABULARY.by_id.get(id).and_then(|index| VOCABULARY.skills.get(*index))
}

/// The entry that this whole text names, whatever its case: "golang" is Go.
pub fn named(text: &str) -> Option<&'static Skill> {
    let folded = Folded::new(text);
    let index = VOCABULARY.by_name.get(folded.text.trim())?;
    VOCABULARY.skills.get(*index)
}

/// Every entry.
pub fn all() -> &'static [Skill] {
    &VOCABULARY.skills
}

#[cfg(test)]
mod tests;
