//! An entry of the vocabulary.

/// Something a posting can ask for and a resume can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// Its name in small letters: stable, for storage.
    pub id: String,
    /// Its usual name.
    pub name: String,
    /// What kind of thing.
    pub kind: SkillKind,
    /// The trade it belongs to, or `general`.
    pub field: String,
    /// Ids of what it shows as well; one-way: Django shows Python.
    pub implies: Vec<String>,
    /// Ids of what is close to it, and how close, from 0 to 1.
    pub related: Vec<(String, f32)>,
    /// Words of which one must stand near an ambiguous name, folded.
    pub context: Vec<String>,
}

/// The kinds of [`Skill`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkillKind {
    /// A program, device or service.
    Tool,
    /// A programming or markup language.
    Language,
    /// A library or framework.
    Framework,
    /// A way of working.
    Method,
    /// A field of knowledge.
    Domain,
    /// A certificate.
    Credential,
    /// A licence the law asks for.
    License,
    /// A trait of a person.
    Soft,
    /// A language people speak.
    SpokenLanguage,
}

impl SkillKind {
    /// The kind of this name in the data files.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "tool" => Self::Tool,
            "language" => Self::Language,
            "framework" => Self::Framework,
            "method" => Self::Method,
            "domain" => Self::Domain,
            "credential" => Self::Credential,
            "license" => Self::License,
            "soft" => Self::Soft,
            "spoken" => Self::SpokenLanguage,
            _ => return None,
        })
    }
}
