//! A resume made ready to be compared with many postings: what it shows, found once.

use std::{collections::HashMap, ops::Range};

use super::{
    fields::{self, Field},
    result::ResumeQuote,
};
use crate::{
    PartialDate,
    jobs::{DegreeLevel, words},
    resumes::Resume,
    vocabulary::{self, Mention},
};

/// A resume and everything it shows as of a day.
pub struct Shown<'a> {
    pub(super) resume: &'a Resume,
    pub(super) today: PartialDate,
    pub(super) fields: Vec<Field>,
    /// The highest degree it names.
    pub(super) degree: Option<(DegreeLevel, ResumeQuote)>,
    /// For each entry of the vocabulary, what speaks for it.
    ties: HashMap<&'static str, Vec<Tied>>,
}

/// A mention that speaks for an entry.
pub(super) struct Tied {
    /// Which of the fields.
    pub(super) field: usize,
    pub(super) tie: Tie,
    pub(super) range: Range<usize>,
}

/// How a mention relates to what is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Tie {
    Same,
    Implied,
    Related(f32),
}

impl<'a> Shown<'a> {
    /// Reads what `resume` shows as of `today`.
    pub fn new(resume: &'a Resume, today: PartialDate) -> Self {
        let fields = fields::of(resume, today);
        let mut ties: HashMap<&'static str, Vec<Tied>> = HashMap::new();
        for (at, field) in fields.iter().enumerate() {
            for mention in &field.mentions {
                for (id, tie) in spoken_for(mention) {
                    let range = mention.range.clone();
                    ties.entry(id).or_default().push(Tied { field: at, tie, range });
                }
            }
        }
        Self { resume, today, fields, degree: degree(resume), ties }
    }

    /// What speaks for the entry with this id, in the order of the fields.
    pub(super) fn ties(&self, id: &str) -> &[Tied] {
        self.ties.get(id).map_or(&[], Vec::as_slice)
    }
}

/// Every entry a mention speaks for.
fn spoken_for(mention: &Mention) -> Vec<(&'static str, Tie)> {
    let skill = mention.skill;
    let mut all = vec![(skill.id.as_str(), Tie::Same)];
    for id in vocabulary::shown_by(skill) {
        all.push((id, Tie::Implied));
    }
    for (id, weight) in vocabulary::related_to(skill) {
        // What follows from a thing outright is not weakened by also being close to it.
        if !all.iter().any(|(held, _)| *held == id) {
            all.push((id, Tie::Related(weight)));
        }
    }
    all
}

/// The highest degree a resume names.
fn degree(resume: &Resume) -> Option<(DegreeLevel, ResumeQuote)> {
    let mut best: Option<(DegreeLevel, ResumeQuote)> = None;
    for (at, school) in resume.education.iter().enumerate() {
        let named = [
            ("studyType", &school.study_type),
            ("area", &school.area),
            ("institution", &school.institution),
        ];
        for (field, text) in named {
            let Some(level) = words::highest_degree(text) else { continue };
            if best.as_ref().is_none_or(|(held, _)| level > *held) {
                let quote = super::evidence::whole(&format!("education[{at}].{field}"), text);
                best = Some((level, quote));
            }
        }
    }
    best
}
