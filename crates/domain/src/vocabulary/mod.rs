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

/// The ids of everything an entry shows, directly or by way of what it shows: one-way.
pub fn shown_by(skill: &Skill) -> impl Iterator<Item = &'static str> {
    let at = VOCABULARY.by_id.get(&skill.id);
    let shown = at.and_then(|at| VOCABULARY.shows.get(*at)).map_or(&[][..], Vec::as_slice);
    shown.iter().filter_map(|at| Some(VOCABULARY.skills.get(*at)?.id.as_str()))
}

/// The ids of what is close to an entry, and how close, from 0 to 1: the same both ways.
pub fn related_to(skill: &Skill) -> impl Iterator<Item = (&'static str, f32)> {
    let at = VOCABULARY.by_id.get(&skill.id);
    let near = at.and_then(|at| VOCABULARY.near.get(*at)).map_or(&[][..], Vec::as_slice);
    near.iter().filter_map(|(at, weight)| Some((VOCABULARY.skills.get(*at)?.id.as_str(), *weight)))
}

/// Where `text` names traits of a person: what no rule can judge.
pub fn traits(text: &str) -> Vec<std::ops::Range<usize>> {
    let soft = find(text).into_iter().filter(|it| it.skill.kind == SkillKind::Soft);
    soft.map(|it| it.range).collect()
}

/// Every entry.
pub fn all() -> &'static [Skill] {
    &VOCABULARY.skills
}

#[cfg(test)]
mod tests;
