//! The sections of RenderCV: what an entry is, its keys tell; where it goes, the title.

use super::{
    draft::{Draft, Entry},
    rich,
    tree::At,
};
use crate::lexicon::{Lexicon, SectionKind};

/// Reads a section.
pub(super) fn read(draft: &mut Draft, title: &str, section: &At<'_>) {
    let title = in_words(title);
    let kind = Lexicon::get().heading(&title);
    let other = draft.entry("sections");
    for at in section.items() {
        if at.get("company").is_some() {
            experience(draft, kind, &at);
        } else if at.get("institution").is_some() {
            education(draft, &at);
        } else if at.get("authors").is_some() {
            publication(draft, &at);
        } else if at.get("label").is_some() {
            one_line(draft, kind, &at, (&other, &title));
        } else if at.first(&["name", "title"]).is_some() {
            normal(draft, kind, &at, (&other, &title));
        } else {
            text(draft, kind, &at, (&other, &title));
        }
    }
}

/// `extracurricular_activities` as a person would write it.
fn in_words(title: &str) -> String {
    if title.contains(' ') || title.chars().any(char::is_uppercase) {
        return title.to_owned();
    }
    let words = title.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn experience(draft: &mut Draft, kind: Option<SectionKind>, at: &At<'_>) {
    let is_unpaid = kind == Some(SectionKind::Volunteer);
    let (section, name) = if is_unpaid { ("volunteer", "organization") } else { ("work", "name") };
    let entry = draft.entry(section);
    marked(draft, &entry, name, at, "company");
    marked(draft, &entry, "position", at, "position");
    marked(draft, &entry, "location", at, "location");
    dates(draft, &entry, at);
    body(draft, &entry, ("summary", "highlights"), at);
}

fn education(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("education");
    marked(draft, &entry, "institution", at, "institution");
    marked(draft, &entry, "studyType", at, "degree");
    marked(draft, &entry, "area", at, "area");
    marked(draft, &entry, "location", at, "location");
    marked(draft, &entry, "score", at, "gpa");
    dates(draft, &entry, at);
    body(draft, &entry, ("", "highlights"), at);
}

fn publication(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("publications");
    marked(draft, &entry, "name", at, "title");
    marked(draft, &entry, "publisher", at, "journal");
    draft.date(&entry, "releaseDate", at, &["date"]);
    let authors = at.list(&["authors"]);
    let names: Vec<_> = authors.iter().map(|it| rich::read(&it.text()).all()).collect();
    if let Some(from) = at.get("authors") {
        draft.set(&entry, "summary", &names.join(", "), &from);
    }
    draft.copy(&entry, "url", at, &["url"]);
    if let Some(doi) = at.get("doi") {
        draft.set(&entry, "url", &format!("https://doi.org/{}", doi.text()), &doi);
    }
    body(draft, &entry, ("summary", ""), at);
}

/// A label with details: a group of skills, a language, or a line of its own.
fn one_line(draft: &mut Draft, kind: Option<SectionKind>, at: &At<'_>, other: (&Entry, &str)) {
    match kind {
        Some(SectionKind::Skills) => {
            let entry = draft.entry("skills");
            marked(draft, &entry, "name", at, "label");
            words(draft, &entry, at);
        }
        Some(SectionKind::Languages) => {
            let entry = draft.entry("languages");
            marked(draft, &entry, "language", at, "label");
            marked(draft, &entry, "fluency", at, "details");
        }
        Some(SectionKind::Interests) => {
            let entry = draft.entry("interests");
            marked(draft, &entry, "name", at, "label");
            words(draft, &entry, at);
        }
        _ => line(draft, other, at, &["label", "details"], ": "),
    }
}

fn words(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    let Some(from) = at.get("details") else { return };
    let details = rich::read(&from.text());
    for word in rich::words(&details.all()) {
        draft.push(entry, "keywords", &word, &from);
    }
    details.links.iter().for_each(|link| draft.keep(&from, link));
}

/// A name with dates and text: what the title says it is.
fn normal(draft: &mut Draft, kind: Option<SectionKind>, at: &At<'_>, other: (&Entry, &str)) {
    let key = if at.get("name").is_some() { "name" } else { "title" };
    let (section, name, date, fields) = match kind {
        Some(SectionKind::Projects) => ("projects", "name", "", ("description", "highlights")),
        Some(SectionKind::Certificates) => ("certificates", "name", "date", ("issuer", "")),
        Some(SectionKind::Awards) => ("awards", "title", "date", ("summary", "")),
        Some(SectionKind::Publications) => ("publications", "name", "releaseDate", ("summary", "")),
        Some(SectionKind::Volunteer) => {
            ("volunteer", "organization", "", ("summary", "highlights"))
        }
        Some(SectionKind::Work) => ("work", "name", "", ("summary", "highlights")),
        Some(SectionKind::Education) => ("education", "institution", "", ("", "highlights")),
        Some(SectionKind::References) => ("references", "name", "", ("reference", "")),
        _ => return block(draft, at, other, key),
    };
    let entry = draft.entry(section);
    marked(draft, &entry, name, at, key);
    if matches!(section, "projects" | "publications" | "certificates") {
        own_link(draft, &entry, at, key);
        draft.copy(&entry, "url", at, &["url"]);
    }
    if section == "volunteer" || section == "work" {
        marked(draft, &entry, "location", at, "location");
    }
    if date.is_empty() {
        dates(draft, &entry, at);
    } else {
        draft.date(&entry, date, at, &["date", "end_date", "start_date"]);
    }
    body(draft, &entry, fields, at);
}

/// The address that a name is linked to.
fn own_link(draft: &mut Draft, entry: &Entry, at: &At<'_>, key: &str) {
    let Some(from) = at.get(key) else { return };
    if let Some(link) = rich::read(&from.text()).links.first() {
        draft.set(entry, "url", link, &from);
    }
}

/// An entry of a section that is none of ours: its head in one line, then its text.
fn block(draft: &mut Draft, at: &At<'_>, other: (&Entry, &str), key: &str) {
    line(draft, other, at, &[key, "location", "date", "start_date", "end_date"], ", ");
    for key in ["summary", "highlights", "details"] {
        for from in at.list(&[key]) {
            draft.rich(other.0, ("", "items"), &from);
        }
    }
}

/// Several values of an entry as one line of a section that is none of ours.
fn line(draft: &mut Draft, (entry, title): (&Entry, &str), at: &At<'_>, keys: &[&str], sign: &str) {
    let parts: Vec<_> = keys.iter().filter_map(|key| at.get(key)).collect();
    let texts: Vec<_> = parts.iter().map(|part| rich::read(&part.text()).all()).collect();
    let Some(first) = parts.first() else { return };
    draft.set(entry, "title", title, first);
    draft.push(entry, "items", &texts.join(sign), first);
    for part in &parts {
        draft.take(part);
        rich::read(&part.text()).links.iter().for_each(|link| draft.keep(part, link));
    }
}

/// Plain text or a bullet.
fn text(draft: &mut Draft, kind: Option<SectionKind>, at: &At<'_>, other: (&Entry, &str)) {
    let from = at.first(&["bullet", "number", "reversed_number"]).unwrap_or_else(|| at.clone());
    match kind {
        Some(SectionKind::Summary) => draft.rich(&Draft::person(), ("summary", ""), &from),
        Some(SectionKind::Skills) if !from.text().contains(": ") => {
            for word in rich::words(&rich::read(&from.text()).all()) {
                let entry = draft.entry("skills");
                draft.set(&entry, "name", &word, &from);
            }
        }
        Some(SectionKind::Awards) => {
            let entry = draft.entry("awards");
            draft.rich(&entry, ("title", ""), &from);
        }
        Some(SectionKind::Certificates) => {
            let entry = draft.entry("certificates");
            draft.rich(&entry, ("name", ""), &from);
        }
        Some(SectionKind::Publications) => {
            let entry = draft.entry("publications");
            draft.rich(&entry, ("name", ""), &from);
        }
        _ => {
            draft.set(other.0, "title", other.1, &from);
            draft.rich(other.0, ("", "items"), &from);
        }
    }
}

fn marked(draft: &mut Draft, entry: &Entry, field: &str, at: &At<'_>, key: &str) {
    if let Some(from) = at.get(key) {
        let rich = rich::read(&from.text());
        draft.set(entry, field, &rich.all(), &from);
        // The link of a name has a field of its own in some sections.
        if !matches!(field, "name" | "title") {
            rich.links.iter().for_each(|link| draft.keep(&from, link));
        }
    }
}

/// In RenderCV what has a beginning and says nothing about its end goes on.
fn dates(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    draft.date(entry, "startDate", at, &["start_date"]);
    draft.end(entry, at, &["end_date"]);
    match (at.get("date"), at.get("start_date")) {
        (Some(from), None) => draft.period(entry, &from),
        (None, Some(start)) if at.get("end_date").is_none() => draft.goes_on(entry, &start),
        _ => {}
    }
}

fn body(draft: &mut Draft, entry: &Entry, fields: (&str, &str), at: &At<'_>) {
    if let Some(from) = at.get("summary") {
        draft.rich(entry, fields, &from);
    }
    for from in at.list(&["highlights"]) {
        let list = if fields.1.is_empty() { fields } else { ("", fields.1) };
        draft.rich(entry, list, &from);
    }
}
