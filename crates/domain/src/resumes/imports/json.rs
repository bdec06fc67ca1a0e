//! JSON Resume 1.x, as the schema has it and as people write it.

use serde_json::Value;

use super::{
    draft::Draft,
    json_parts as parts,
    networks::{put_profiles, url},
    place::place,
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// The lists of a resume, by the names that are in use for them.
pub(super) const LISTS: &[&str] = &[
    "work",
    "experience",
    "employment",
    "volunteer",
    "education",
    "skills",
    "projects",
    "languages",
    "certificates",
    "certifications",
    "awards",
    "publications",
    "interests",
    "references",
    "sections",
];

/// Reads a JSON Resume.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At::root(tree);
    let mut draft = Draft::new(&root, is_noise);
    person(&mut draft, &root);
    for at in root.list(&["work", "experience", "employment", "workExperience"]) {
        parts::work(&mut draft, &at);
    }
    for at in root.list(&["volunteer", "volunteering"]) {
        parts::volunteer(&mut draft, &at);
    }
    for at in root.list(&["education"]) {
        parts::education(&mut draft, &at);
    }
    parts::skills(&mut draft, &root);
    for at in root.list(&["projects"]) {
        parts::project(&mut draft, &at);
    }
    for at in root.list(&["languages"]) {
        parts::language(&mut draft, &at);
    }
    for at in root.list(&["certificates", "certifications", "licenses"]) {
        parts::certificate(&mut draft, &at);
    }
    for at in root.list(&["awards", "honors"]) {
        parts::award(&mut draft, &at);
    }
    for at in root.list(&["publications"]) {
        parts::publication(&mut draft, &at);
    }
    for at in root.list(&["interests", "hobbies"]) {
        parts::interest(&mut draft, &at);
    }
    for at in root.list(&["references"]) {
        parts::reference(&mut draft, &at);
    }
    for at in root.list(&["sections"]) {
        parts::section(&mut draft, &at);
    }
    let language = root.first(&["language"]).map(|at| at.text()).unwrap_or_default();
    draft.finish(Format::JsonResume, &language)
}

/// What says nothing about the person.
fn is_noise(key: &str) -> bool {
    key.starts_with('_') || matches!(key, "$schema" | "meta" | "language")
}

fn person(draft: &mut Draft, root: &At<'_>) {
    let basics = root.first(&["basics", "personalInfo", "contact"]).unwrap_or_else(|| root.clone());
    let person = Draft::person();
    draft.copy(&person, "name", &basics, &["name", "fullName"]);
    if !draft.has(&person, "name") {
        let parts = [basics.get("firstName"), basics.get("lastName")];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let name = parts.iter().map(At::text).collect::<Vec<_>>().join(" ");
        for part in &parts {
            draft.set(&person, "name", &name, part);
            draft.take(part);
        }
    }
    draft.copy(&person, "label", &basics, &["label", "headline", "jobTitle", "title"]);
    draft.copy(&person, "email", &basics, &["email", "emailAddress", "mail"]);
    draft.copy(&person, "phone", &basics, &["phone", "telephone", "phoneNumber", "mobile"]);
    if let Some(at) = basics.first(&["url", "website", "webpage", "homepage"]) {
        draft.set(&person, "url", &url(&at), &at);
    }
    if let Some(at) = basics.first(&["location", "address"]) {
        draft.set(&person, "location", &place(&at), &at);
    }
    draft.copy(&person, "summary", &basics, &["summary", "about", "objective"]);
    put_profiles(draft, &basics.list(&["profiles", "socialNetworks", "links"]));
}
