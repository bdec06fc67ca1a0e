//! The fields of a resume that can show something, by path.

use crate::{
    PartialDate,
    date::EndDate,
    resumes::Resume,
    vocabulary::{self, Folded, Mention},
};

/// Where in a resume a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a role, paid or not: its last month, in months since year 0.
    Role { end: Option<i32> },
    /// In a project.
    Project,
    /// Among certificates.
    Certificate,
    /// In a course of study.
    Education,
    /// In the list of skills.
    List,
    /// In the list of languages.
    Language,
    /// In the summary, the headline and the like.
    About,
}

/// A field with what it names.
pub(super) struct Field {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) place: Place,
    /// What it names and does not deny.
    pub(super) mentions: Vec<Mention>,
    /// Its words, folded, for phrases outside the vocabulary.
    pub(super) words: Vec<String>,
}

/// No resume has more fields than this that matter, and none is longer.
const MOST: usize = 3_000;
const LONGEST: usize = 20_000;

/// Every field of `resume` but the person's name, address and contacts.
pub(super) fn of(resume: &Resume, today: PartialDate) -> Vec<Field> {
    let mut all = Fields { all: Vec::new() };
    let about = |fields: &mut Fields| {
        fields.add("basics.label", &resume.basics.label, Place::About);
        fields.add("basics.summary", &resume.basics.summary, Place::About);
    };
    about(&mut all);
    for (at, work) in resume.work.iter().enumerate() {
        let place = Place::Role { end: end_of(work.end_date, work.start_date, today) };
        all.add(&format!("work[{at}].position"), &work.position, place);
        all.add(&format!("work[{at}].summary"), &work.summary, place);
        all.each(&format!("work[{at}].highlights"), &work.highlights, place);
    }
    for (at, work) in resume.volunteer.iter().enumerate() {
        let place = Place::Role { end: end_of(work.end_date, work.start_date, today) };
        all.add(&format!("volunteer[{at}].position"), &work.position, place);
        all.add(&format!("volunteer[{at}].summary"), &work.summary, place);
        all.each(&format!("volunteer[{at}].highlights"), &work.highlights, place);
    }
    for (at, school) in resume.education.iter().enumerate() {
        for (name, text) in [("studyType", &school.study_type), ("area", &school.area)] {
            all.add(&format!("education[{at}].{name}"), text, Place::Education);
        }
        all.each(&format!("education[{at}].courses"), &school.courses, Place::Education);
        all.each(&format!("education[{at}].highlights"), &school.highlights, Place::Education);
    }
    for (at, skill) in resume.skills.iter().enumerate() {
        all.add(&format!("skills[{at}].name"), &skill.name, Place::List);
        all.each(&format!("skills[{at}].keywords"), &skill.keywords, Place::List);
    }
    for (at, project) in resume.projects.iter().enumerate() {
        for (name, text) in [("name", &project.name), ("description", &project.description)] {
            all.add(&format!("projects[{at}].{name}"), text, Place::Project);
        }
        all.each(&format!("projects[{at}].highlights"), &project.highlights, Place::Project);
        all.each(&format!("projects[{at}].keywords"), &project.keywords, Place::Project);
    }
    for (at, one) in resume.certificates.iter().enumerate() {
        all.add(&format!("certificates[{at}].name"), &one.name, Place::Certificate);
    }
    for (at, one) in resume.languages.iter().enumerate() {
        all.add(&format!("languages[{at}].language"), &one.language, Place::Language);
    }
    for (at, one) in resume.publications.iter().enumerate() {
        all.add(&format!("publications[{at}].name"), &one.name, Place::Education);
    }
    for (at, one) in resume.awards.iter().enumerate() {
        all.add(&format!("awards[{at}].title"), &one.title, Place::Education);
    }
    for (at, section) in resume.sections.iter().enumerate() {
        all.each(&format!("sections[{at}].items"), &section.items, Place::About);
    }
    all.all
}

/// The month a role ended; one that goes on ends today.
fn end_of(end: Option<EndDate>, start: Option<PartialDate>, today: PartialDate) -> Option<i32> {
    match end {
        Some(end) => Some(end.date().map_or(today.months(), PartialDate::months)),
        None => start.map(PartialDate::months),
    }
}

struct Fields {
    all: Vec<Field>,
}

impl Fields {
    fn add(&mut self, path: &str, text: &str, place: Place) {
        if text.trim().is_empty() || self.all.len() >= MOST {
            return;
        }
        let text: String = text.chars().take(LONGEST).collect();
        let denied = |mention: &Mention| denied(&text, mention.range.start);
        let mut mentions: Vec<Mention> =
            vocabulary::find(&text).into_iter().filter(|it| !denied(it)).collect();
        // An item of a list needs no other words around it: "Go" among skills is Go.
        if let (true, Some(skill)) =
            (mentions.is_empty() && text.len() < 60, vocabulary::named(&text))
        {
            let start = text.len() - text.trim_start().len();
            mentions.push(Mention { skill, range: start..start + text.trim().len() });
        }
        let words = words(&text);
        self.all.push(Field { path: path.to_owned(), text, place, mentions, words });
    }

    fn each(&mut self, path: &str, texts: &[String], place: Place) {
        for (at, text) in texts.iter().enumerate() {
            self.add(&format!("{path}[{at}]"), text, place);
        }
    }
}

/// The words of a text, folded, without plurals.
pub(super) fn words(text: &str) -> Vec<String> {
    Folded::new(text)
        .text
        .split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

fn stem(word: &str) -> String {
    let bare = if word.len() > 3 { word.strip_suffix('s').unwrap_or(word) } else { word };
    bare.to_owned()
}

/// Whether what stands at `at` is denied or only wished for in its sentence.
fn denied(text: &str, at: usize) -> bool {
    const DENIALS: [&str; 12] = [
        "no experience",
        "not experienced",
        "without experience",
        "never used",
        "no knowledge",
        "interested in",
        "want to learn",
        "wants to learn",
        "hope to learn",
        "currently learning",
        "eager to learn",
        "keine erfahrung",
    ];
    let before = text.get(..at).unwrap_or_default();
    let sentence = before
        .rfind(['.', ';', '!', '\n'])
        .map_or(before, |end| before.get(end + 1..).unwrap_or_default());
    let sentence = Folded::new(sentence).text;
    // "No experience with Go but five years of Rust": the denial ends at the "but".
    let last = sentence.rsplit(" but ").next().unwrap_or_default();
    DENIALS.iter().any(|denial| last.contains(denial)) || last.trim_start().starts_with("learning ")
}
