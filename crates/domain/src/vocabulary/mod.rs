//! The project's own vocabulary of skills, tools, methods and credentials, and where a text names
//! them.

pub mod entry;

mod find;
mod fold;
mod load;
mod naming;
mod words;

use std::sync::LazyLock;

pub use entry::{Skill, SkillKind};
pub use find::Mention;
pub use fold::Folded;

static VOCABULARY: LazyLock<load::Vocabulary> = LazyLock::new(load::Vocabulary::load);

/// Every mention of an entry in `text`, in order; none overlap, the longest wins.
pub fn find(text: &str) -> Vec<Mention> {
    find::mentions(&VOCABULARY, text)
}

/// A stretch of a text that names a skill, in the vocabulary or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Where, in bytes of the text.
    pub range: std::ops::Range<usize>,
    /// The entry that is the whole or the longest part of it; none for what only looks like a
    /// skill by how it is said.
    pub skill: Option<&'static Skill>,
}

/// Everything in `text` that is named as a skill, known or not, in order; none overlap. Wider and
/// less certain than [`find`]: for showing what else is asked, and matched literally.
pub fn phrases(text: &str) -> Vec<Phrase> {
    let mentions = find(text);
    let ranges = naming::find(text, &mentions);
    let phrases = ranges.into_iter().map(|range| {
        let within = mentions.iter().filter(|it| {
            it.range.start < range.end
                && range.start < it.range.end
                && it.skill.kind != SkillKind::Soft
        });
        let longest = within.max_by_key(|it| it.range.len());
        Phrase { skill: longest.map(|it| it.skill), range }
    });
    phrases.collect()
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
