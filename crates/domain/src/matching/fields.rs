//! The fields of a resume that can show something, by path.

use crate::{
    PartialDate,
    date::EndDate,
    resumes::{self, Resume},
    vocabulary::{self, Folded, Mention},
};

/// Where in a resume a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a role, paid or not: its last month, in months since year 0.
    Role { end: Option<i32> },
    /// In the name of a role: a claim that what was done there bears out.
    Position,
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

/// Every field of `resume` that can show something: not the person's name, address or contacts.
pub(super) fn of(resume: &Resume, today: PartialDate) -> Vec<Field> {
    let all = resumes::fields(resume).into_iter().take(MOST);
    all.filter_map(|(path, text)| {
        let place = place_of(&path, resume, today)?;
        (!text.trim().is_empty()).then(|| field(path, &text, place))
    })
    .collect()
}

/// Where a path leads: `work[0].highlights[2]` into the first role.
fn place_of(path: &str, resume: &Resume, today: PartialDate) -> Option<Place> {
    let (section, rest) = path.split_once(['[', '.'])?;
    let at: usize = rest.split(']').next().and_then(|at| at.parse().ok()).unwrap_or_default();
    let key = path.rsplit('.').next().unwrap_or_default();
    let key = key.split('[').next().unwrap_or_default();
    let role = |end, start| Place::Role { end: end_of(end, start, today) };
    match (section, key) {
        ("basics", "label" | "summary") | ("sections", "items") => Some(Place::About),
        ("work" | "volunteer", "position") => Some(Place::Position),
        ("work", "summary" | "highlights") => {
            resume.work.get(at).map(|it| role(it.end_date, it.start_date))
        }
        ("volunteer", "summary" | "highlights") => {
            resume.volunteer.get(at).map(|it| role(it.end_date, it.start_date))
        }
        ("education", "studyType" | "area" | "courses" | "highlights")
        | ("publications", "name" | "summary")
        | ("awards", "title" | "summary") => Some(Place::Education),
        ("skills", "name" | "keywords") => Some(Place::List),
        ("projects", "name" | "description" | "highlights" | "keywords") => Some(Place::Project),
        ("certificates", "name") => Some(Place::Certificate),
        ("languages", "language") => Some(Place::Language),
        _ => None,
    }
}

/// The month a role ended; one that goes on ends today.
fn end_of(end: Option<EndDate>, start: Option<PartialDate>, today: PartialDate) -> Option<i32> {
    match end {
        Some(end) => Some(end.date().map_or(today.months(), PartialDate::months)),
        None => start.map(PartialDate::months),
    }
}

fn field(path: String, text: &str, place: Place) -> Field {
    let text: String = text.chars().take(LONGEST).collect();
    let denied = |mention: &Mention| denied(&text, mention.range.start);
    let mut mentions: Vec<Mention> =
        vocabulary::find(&text).into_iter().filter(|it| !denied(it)).collect();
    // An item of a list needs no other words around it: "Go" among skills is Go.
    if let (true, Some(skill)) = (mentions.is_empty() && text.len() < 60, vocabulary::named(&text))
    {
        let start = text.len() - text.trim_start().len();
        mentions.push(Mention { skill, range: start..start + text.trim().len() });
    }
    let words = words(&text);
    Field { path, text, place, mentions, words }
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
pub(super) fn denied(text: &str, at: usize) -> bool {
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
