//! The entries of a JSON Resume, one function a section. Other forms use them too where their
//! entries look alike.

use super::{
    draft::{Draft, Entry},
    networks::url,
    place::place,
    tree::At,
};

const NAME: &[&str] = &["name", "title"];
const URL: &[&str] = &["url", "website", "link"];
const SUMMARY: &[&str] = &["summary", "description"];
const HIGHLIGHTS: &[&str] = &["highlights", "bullets", "achievements", "responsibilities"];
const START: &[&str] = &["startDate", "start", "from"];
const END: &[&str] = &["endDate", "end", "to", "until"];
const NOW: &[&str] = &["current", "isCurrent", "present", "ongoing", "isPresent"];

/// A role.
pub(super) fn work(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("work");
    draft.copy(&entry, "name", at, &["name", "company", "employer", "organization"]);
    draft.copy(&entry, "position", at, &["position", "title", "jobTitle", "role"]);
    located(draft, &entry, at);
    address(draft, &entry, at);
    dates(draft, &entry, at);
    // In JSON Resume a role that says nothing about its end goes on.
    if let Some(start) = at.first(START)
        && !at.has(END)
    {
        draft.goes_on(&entry, &start);
    }
    draft.copy(&entry, "summary", at, SUMMARY);
    draft.copy_all(&entry, "highlights", at, HIGHLIGHTS);
}

/// Unpaid work.
pub(super) fn volunteer(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("volunteer");
    draft.copy(&entry, "organization", at, &["organization", "name", "company"]);
    draft.copy(&entry, "position", at, &["position", "title", "role"]);
    located(draft, &entry, at);
    dates(draft, &entry, at);
    draft.copy(&entry, "summary", at, SUMMARY);
    draft.copy_all(&entry, "highlights", at, HIGHLIGHTS);
}

/// A course of study.
pub(super) fn education(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("education");
    draft.copy(&entry, "institution", at, &["institution", "school", "university", "name"]);
    draft.copy(&entry, "studyType", at, &["studyType", "degree"]);
    draft.copy(&entry, "area", at, &["area", "field", "fieldOfStudy", "major"]);
    located(draft, &entry, at);
    dates(draft, &entry, at);
    draft.copy(&entry, "score", at, &["score", "gpa", "grade"]);
    draft.copy_all(&entry, "courses", at, &["courses"]);
    draft.copy_all(&entry, "highlights", at, HIGHLIGHTS);
    for from in at.list(SUMMARY) {
        draft.rich(&entry, ("", "highlights"), &from);
    }
}

/// Skills: a list of words or groups, or an object with a group a key.
pub(super) fn skills(draft: &mut Draft, root: &At<'_>) {
    let Some(skills) = root.first(&["skills"]) else { return };
    let is_one = skills.first(&["name", "keywords"]).is_some();
    if skills.value.is_object() && !is_one {
        for (group, at) in skills.entries() {
            let entry = draft.entry("skills");
            draft.set(&entry, "name", group, &at);
            draft.copy_words(&entry, "keywords", &skills, &[group]);
        }
        return;
    }
    for at in skills.items() {
        let entry = draft.entry("skills");
        if at.value.is_object() {
            draft.copy(&entry, "name", &at, &["name", "category", "label", "group"]);
            draft.copy(&entry, "level", &at, &["level", "proficiency"]);
            draft.copy_words(&entry, "keywords", &at, &["keywords", "skills", "items"]);
        } else {
            draft.set(&entry, "name", &at.text(), &at);
        }
    }
}

/// A project.
pub(super) fn project(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("projects");
    named(draft, &entry, "name", at, NAME);
    draft.copy(&entry, "description", at, &["description", "summary"]);
    draft.copy(&entry, "entity", at, &["entity", "organization"]);
    address(draft, &entry, at);
    dates(draft, &entry, at);
    draft.copy_all(&entry, "highlights", at, HIGHLIGHTS);
    draft.copy_words(&entry, "keywords", at, &["keywords", "technologies", "tools"]);
}

/// A language spoken.
pub(super) fn language(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("languages");
    named(draft, &entry, "language", at, &["language", "name"]);
    draft.copy(&entry, "fluency", at, &["fluency", "level", "proficiency"]);
}

/// A certificate.
pub(super) fn certificate(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("certificates");
    named(draft, &entry, "name", at, NAME);
    draft.copy(&entry, "issuer", at, &["issuer", "authority", "organization"]);
    draft.date(&entry, "date", at, &["date", "issueDate", "issuedOn"]);
    address(draft, &entry, at);
}

/// An award.
pub(super) fn award(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("awards");
    named(draft, &entry, "title", at, &["title", "name"]);
    draft.copy(&entry, "awarder", at, &["awarder", "issuer", "organization"]);
    draft.date(&entry, "date", at, &["date"]);
    draft.copy(&entry, "summary", at, SUMMARY);
}

/// A publication.
pub(super) fn publication(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("publications");
    named(draft, &entry, "name", at, NAME);
    draft.copy(&entry, "publisher", at, &["publisher", "journal"]);
    draft.date(&entry, "releaseDate", at, &["releaseDate", "date", "publishedOn"]);
    address(draft, &entry, at);
    draft.copy(&entry, "summary", at, SUMMARY);
}

/// An interest.
pub(super) fn interest(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("interests");
    named(draft, &entry, "name", at, NAME);
    draft.copy_words(&entry, "keywords", at, &["keywords"]);
}

/// Someone who speaks for them.
pub(super) fn reference(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("references");
    let field = if at.value.is_object() { "name" } else { "reference" };
    named(draft, &entry, field, at, &["name"]);
    draft.copy(&entry, "reference", at, &["reference", "text", "summary", "description"]);
}

/// A section that fits nowhere else.
pub(super) fn section(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("sections");
    draft.copy(&entry, "title", at, &["title", "name"]);
    draft.copy_all(&entry, "items", at, &["items"]);
}

/// Copies the name of an entry that may be nothing but its name.
fn named(draft: &mut Draft, entry: &Entry, field: &str, at: &At<'_>, keys: &[&str]) {
    if at.value.is_object() {
        draft.copy(entry, field, at, keys);
    } else {
        draft.set(entry, field, &at.text(), at);
    }
}

fn located(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    if let Some(from) = at.first(&["location", "place", "city"]) {
        draft.set(entry, "location", &place(&from), &from);
    }
}

fn address(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    if let Some(from) = at.first(URL) {
        draft.set(entry, "url", &url(&from), &from);
    }
}

fn dates(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    draft.date(entry, "startDate", at, START);
    draft.end(entry, at, END);
    if at.says_yes(NOW) {
        let from = at.first(START).unwrap_or_else(|| at.clone());
        draft.goes_on(entry, &from);
    }
    if let Some(from) = at.first(&["period", "dates", "date", "duration"]) {
        draft.period(entry, &from);
    }
}
