//! The items of Reactive Resume's sections, whatever the version calls their parts.

use super::{
    draft::{Draft, Entry},
    networks::url,
    tree::At,
};

const PERIOD: &[&str] = &["period", "date"];
const TEXT: &[&str] = &["description", "summary"];
/// In version 4 the description is the line below the name, and the summary the text.
const OLD_TEXT: &[&str] = &["summary"];

/// Reads one item of a section of this kind.
pub(super) fn read(draft: &mut Draft, kind: &str, at: &At<'_>) {
    match kind {
        "experience" | "work" => work(draft, at),
        "education" => education(draft, at),
        "skills" => skill(draft, at),
        "projects" => project(draft, at),
        "certifications" => certificate(draft, at),
        "awards" => award(draft, at),
        "publications" => publication(draft, at),
        "volunteer" => volunteer(draft, at),
        "languages" => language(draft, at),
        "interests" => interest(draft, at),
        "references" => reference(draft, at),
        _ => {}
    }
}

/// One role, or several at one employer.
fn work(draft: &mut Draft, at: &At<'_>) {
    let roles = at.list(&["roles"]);
    if roles.is_empty() {
        let entry = employer(draft, at);
        draft.copy(&entry, "position", at, &["position"]);
        dated(draft, &entry, at);
        text(draft, &entry, ("summary", "highlights"), at, TEXT);
        return;
    }
    for (number, role) in roles.iter().enumerate() {
        let entry = employer(draft, at);
        draft.copy(&entry, "position", role, &["position"]);
        dated(draft, &entry, role);
        if number == 0 {
            text(draft, &entry, ("summary", "highlights"), at, TEXT);
        }
        text(draft, &entry, ("summary", "highlights"), role, TEXT);
    }
}

fn employer(draft: &mut Draft, at: &At<'_>) -> Entry {
    let entry = draft.entry("work");
    draft.copy(&entry, "name", at, &["company", "name"]);
    draft.copy(&entry, "location", at, &["location"]);
    address(draft, &entry, at);
    entry
}

fn education(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("education");
    draft.copy(&entry, "institution", at, &["school", "institution"]);
    draft.copy(&entry, "studyType", at, &["degree", "studyType"]);
    draft.copy(&entry, "area", at, &["area"]);
    draft.copy(&entry, "score", at, &["grade", "score"]);
    draft.copy(&entry, "location", at, &["location"]);
    dated(draft, &entry, at);
    text(draft, &entry, ("", "highlights"), at, TEXT);
}

fn skill(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("skills");
    draft.copy(&entry, "name", at, &["name"]);
    draft.copy(&entry, "level", at, &["proficiency", "description"]);
    level(draft, &entry, "level", at);
    draft.copy_words(&entry, "keywords", at, &["keywords"]);
}

fn language(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("languages");
    draft.copy(&entry, "language", at, &["language", "name"]);
    draft.copy(&entry, "fluency", at, &["fluency", "description"]);
    level(draft, &entry, "fluency", at);
}

/// The level as a number of five, where no words say it.
fn level(draft: &mut Draft, entry: &Entry, field: &str, at: &At<'_>) {
    let Some(from) = at.get("level") else { return };
    let number = from.text();
    if number != "0" {
        draft.set(entry, field, &format!("{number}/5"), &from);
    }
    draft.take(&from);
}

fn project(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("projects");
    draft.copy(&entry, "name", at, &["name"]);
    address(draft, &entry, at);
    dated(draft, &entry, at);
    if at.get("summary").is_some() {
        draft.copy(&entry, "description", at, &["description"]);
        text(draft, &entry, ("description", "highlights"), at, OLD_TEXT);
    } else {
        text(draft, &entry, ("description", "highlights"), at, TEXT);
    }
    draft.copy_words(&entry, "keywords", at, &["keywords"]);
}

fn certificate(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("certificates");
    draft.copy(&entry, "name", at, &["title", "name"]);
    draft.copy(&entry, "issuer", at, &["issuer"]);
    draft.date(&entry, "date", at, PERIOD);
    address(draft, &entry, at);
}

fn award(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("awards");
    draft.copy(&entry, "title", at, &["title", "name"]);
    draft.copy(&entry, "awarder", at, &["awarder"]);
    draft.date(&entry, "date", at, PERIOD);
    text(draft, &entry, ("summary", ""), at, TEXT);
}

fn publication(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("publications");
    draft.copy(&entry, "name", at, &["title", "name"]);
    draft.copy(&entry, "publisher", at, &["publisher"]);
    draft.date(&entry, "releaseDate", at, PERIOD);
    address(draft, &entry, at);
    text(draft, &entry, ("summary", ""), at, TEXT);
}

fn volunteer(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("volunteer");
    draft.copy(&entry, "organization", at, &["organization"]);
    draft.copy(&entry, "position", at, &["position"]);
    draft.copy(&entry, "location", at, &["location"]);
    dated(draft, &entry, at);
    text(draft, &entry, ("summary", "highlights"), at, TEXT);
}

fn interest(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("interests");
    draft.copy(&entry, "name", at, &["name"]);
    draft.copy_words(&entry, "keywords", at, &["keywords"]);
}

/// The position and the number of a person who vouches stand before their words.
fn reference(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("references");
    draft.copy(&entry, "name", at, &["name"]);
    for key in ["position", "phone", "description", "summary"] {
        if let Some(from) = at.get(key) {
            draft.rich(&entry, ("reference", ""), &from);
        }
    }
}

fn dated(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    let Some(from) = at.first(PERIOD) else { return };
    if from.value.is_object() {
        draft.date(entry, "startDate", &from, &["start"]);
        draft.end(entry, &from, &["end"]);
    } else {
        draft.period(entry, &from);
    }
}

fn address(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    if let Some(from) = at.first(&["website", "url"]) {
        draft.set(entry, "url", &url(&from), &from);
    }
}

fn text(draft: &mut Draft, entry: &Entry, fields: (&str, &str), at: &At<'_>, keys: &[&str]) {
    if let Some(from) = at.first(keys) {
        draft.rich(entry, fields, &from);
    }
}
