//! Europass before 2020: the skills passport, as XML or JSON.

use serde_json::Value;

use super::{
    draft::{Draft, Entry},
    europass_person::{coded, level, person},
    place::place,
    rich,
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// Whether a tree is a skills passport.
pub(super) fn is_one(tree: &Value) -> bool {
    let inner = ["SkillsPassport", "Europass"].iter().find_map(|key| tree.get(key));
    inner.unwrap_or(tree).get("LearnerInfo").is_some_and(Value::is_object)
}

/// Reads a skills passport.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At::root(tree);
    let mut draft = Draft::new(&root, is_noise);
    let passport = root.first(&["SkillsPassport", "Europass"]).unwrap_or(root);
    let learner = passport.get("LearnerInfo").unwrap_or_else(|| passport.clone());
    person(&mut draft, &learner);
    for at in listed(&learner, "WorkExperience") {
        work(&mut draft, &at);
    }
    for at in listed(&learner, "Education") {
        education(&mut draft, &at);
    }
    if let Some(skills) = learner.get("Skills") {
        languages(&mut draft, &skills);
        competences(&mut draft, &skills);
    }
    for at in listed(&learner, "Achievement") {
        achievement(&mut draft, &at);
    }
    let language = passport.get("@locale").or_else(|| passport.get("locale"));
    draft.finish(Format::Europass, &language.map(|at| at.text()).unwrap_or_default())
}

/// How it is printed, what is attached, and what the program says of itself.
fn is_noise(key: &str) -> bool {
    key.starts_with('@') && !matches!(key, "@year" | "@month" | "@day")
        || matches!(
            key,
            "DocumentInfo"
                | "PrintingPreferences"
                | "AttachmentList"
                | "Attachment"
                | "Photo"
                | "Signature"
                | "Documentation"
                | "ReferenceTo"
                | "Code"
        )
}

/// What XML wraps in a list and JSON does not.
pub(super) fn listed<'v>(at: &At<'v>, name: &str) -> Vec<At<'v>> {
    match at.get(&format!("{name}List")) {
        Some(list) => list.list(&[name]),
        None => at.list(&[name]),
    }
}

fn work(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("work");
    labelled(draft, &entry, "position", at.get("Position"));
    if let Some(employer) = at.get("Employer") {
        draft.copy(&entry, "name", &employer, &["Name"]);
        located(draft, &entry, &employer);
        if let Some(site) = employer.down(&["ContactInfo", "Website", "Contact"]) {
            draft.set(&entry, "url", &site.text(), &site);
        }
    }
    period(draft, &entry, at);
    if let Some(from) = at.get("Activities") {
        draft.rich(&entry, ("summary", "highlights"), &from);
    }
}

fn education(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("education");
    if let Some(school) = at.get("Organisation") {
        draft.copy(&entry, "institution", &school, &["Name"]);
        located(draft, &entry, &school);
    }
    draft.copy(&entry, "studyType", at, &["Title"]);
    labelled(draft, &entry, "area", at.get("Field"));
    period(draft, &entry, at);
    for from in [at.get("Level"), at.get("Activities")].into_iter().flatten() {
        let from = from.get("Label").unwrap_or(from);
        draft.rich(&entry, ("", "highlights"), &from);
    }
}

fn labelled(draft: &mut Draft, entry: &Entry, field: &str, from: Option<At<'_>>) {
    let Some(from) = from else { return };
    draft.set(entry, field, &coded(&from), &from);
}

fn located(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    if let Some(from) = at.down(&["ContactInfo", "Address", "Contact"]) {
        draft.set(entry, "location", &place(&from), &from);
    }
}

fn period(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    let Some(period) = at.get("Period") else { return };
    for (field, key) in [("startDate", "From"), ("endDate", "To")] {
        if let Some(from) = period.get(key) {
            draft.set(entry, field, &day(&from), &from);
        }
    }
    let Some(current) = period.get("Current") else { return };
    draft.take(&current);
    if let (true, Some(from)) = (period.says_yes(&["Current"]), period.get("From")) {
        draft.goes_on(entry, &from);
    }
}

/// A date in attributes: `year="2001" month="--03" day="---10"`.
pub(super) fn day(at: &At<'_>) -> String {
    let number = |key: &str| {
        let digits: String = at.text_of(&[key]).chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u16>().ok()
    };
    let small = |key: &str| number(key).and_then(|it| u8::try_from(it).ok());
    let year = number("year").unwrap_or_default();
    let date = crate::PartialDate::new(year, small("month"), small("day"))
        .or_else(|| crate::PartialDate::year_only(year));
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn languages(draft: &mut Draft, skills: &At<'_>) {
    let Some(linguistic) = skills.get("Linguistic") else { return };
    for at in listed(&linguistic, "MotherTongue") {
        let entry = draft.entry("languages");
        labelled(draft, &entry, "language", at.get("Description"));
        draft.set(&entry, "fluency", "Mother tongue", &at);
    }
    for at in listed(&linguistic, "ForeignLanguage") {
        let entry = draft.entry("languages");
        labelled(draft, &entry, "language", at.get("Description"));
        if let Some(from) = at.get("ProficiencyLevel") {
            draft.set(&entry, "fluency", &level(&from), &from);
        }
        let proofs = at.get("VerifiedBy").map(|it| listed(&it, "Certificate")).unwrap_or_default();
        for from in proofs {
            let entry = draft.entry("certificates");
            draft.copy(&entry, "name", &from, &["Title"]);
            if let Some(date) = from.get("Date") {
                draft.set(&entry, "date", &day(&date), &date);
            }
        }
    }
}

/// What one can do, in prose or as a list, under the heading that the form gives it.
fn competences(draft: &mut Draft, skills: &At<'_>) {
    for (key, name) in [
        ("Communication", "Communication skills"),
        ("Organisational", "Organisational skills"),
        ("JobRelated", "Job-related skills"),
        ("Computer", "Digital skills"),
        ("Other", "Other skills"),
    ] {
        let from = skills.get(key).and_then(|at| at.get("Description"));
        let Some(from) = from.filter(|from| !from.text().is_empty()) else { continue };
        let entry = draft.entry("skills");
        draft.set(&entry, "name", name, &from);
        draft.rich(&entry, ("", "keywords"), &from);
    }
    let Some(driving) = skills.down(&["Driving", "Description"]) else { return };
    let entry = draft.entry("skills");
    for from in driving.list(&["Licence"]) {
        draft.set(&entry, "name", "Driving licence", &from);
        draft.push(&entry, "keywords", &from.text(), &from);
    }
}

/// Projects, publications and the like, each a block of prose.
fn achievement(draft: &mut Draft, at: &At<'_>) {
    let Some(from) = at.get("Description") else { return };
    let code = at.down(&["Title", "Code"]).map(|it| it.text()).unwrap_or_default();
    let (section, field) = match code.as_str() {
        "publications" => ("publications", "name"),
        "honors_awards" => ("awards", "title"),
        "certifications" => ("certificates", "name"),
        "references" => ("references", "reference"),
        _ => {
            let entry = draft.entry("sections");
            labelled(draft, &entry, "title", at.get("Title"));
            return draft.rich(&entry, ("", "items"), &from);
        }
    };
    if let Some(title) = at.get("Title") {
        draft.take(&title);
    }
    let rich = rich::read(&from.text());
    for block in &rich.blocks {
        let entry = draft.entry(section);
        draft.set(&entry, field, &block.text, &from);
    }
    rich.links.iter().for_each(|link| draft.keep(&from, link));
}
