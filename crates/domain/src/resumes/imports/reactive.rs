//! Reactive Resume: version 5, version 4, and what they left of version 3.

use serde_json::Value;

use super::{
    draft::Draft,
    networks::{put_address, put_profiles, url},
    place::place,
    reactive_items as items, rich,
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// The sections that every version has, with the names that differ.
const KINDS: &[&str] = &[
    "experience",
    "work",
    "education",
    "skills",
    "projects",
    "certifications",
    "awards",
    "publications",
    "volunteer",
    "languages",
    "interests",
    "references",
];

/// Whether a tree has the form of Reactive Resume.
pub(super) fn is_one(tree: &Value) -> bool {
    let sections = tree.get("sections").and_then(Value::as_object);
    let has_items = |section: &Value| section.get("items").is_some_and(Value::is_array);
    tree.get("basics").is_some_and(Value::is_object)
        && sections.is_some_and(|it| it.values().any(has_items))
}

/// Reads a Reactive Resume.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At::root(tree);
    let mut draft = Draft::new(&root, is_noise);
    person(&mut draft, &root);
    if let Some(sections) = root.get("sections") {
        for kind in KINDS {
            if let Some(section) = sections.get(kind).filter(is_shown) {
                for at in section.list(&["items"]).iter().filter(|at| is_shown(at)) {
                    items::read(&mut draft, kind, at);
                }
            }
        }
        for (_, section) in sections.get("custom").map(|at| at.entries()).unwrap_or_default() {
            custom(&mut draft, &section, "");
        }
    }
    for section in root.list(&["customSections"]) {
        let kind = section.text_of(&["type"]);
        custom(&mut draft, &section, &kind);
    }
    let language = root.down(&["metadata", "page", "locale"]).map(|at| at.text());
    draft.finish(Format::ReactiveResume, &language.unwrap_or_default())
}

/// How the resume looks, and what machines call its parts.
fn is_noise(key: &str) -> bool {
    matches!(
        key,
        "id" | "icon"
            | "iconColor"
            | "columns"
            | "metadata"
            | "picture"
            | "type"
            | "aspectRatio"
            | "separateLinks"
            | "keywordLayout"
            | "layout"
            | "$schema"
            | "slug"
            | "visibility"
            | "createdAt"
            | "updatedAt"
            | "userId"
            | "inlineLink"
    )
}

/// What the user hid from the resume stays a line.
fn is_shown(at: &At<'_>) -> bool {
    !at.says_yes(&["hidden"]) && !at.says_no("visible")
}

fn person(draft: &mut Draft, root: &At<'_>) {
    let person = Draft::person();
    let Some(basics) = root.get("basics") else { return };
    draft.copy(&person, "name", &basics, &["name"]);
    draft.copy(&person, "label", &basics, &["headline", "label"]);
    draft.copy(&person, "email", &basics, &["email"]);
    draft.copy(&person, "phone", &basics, &["phone"]);
    if let Some(at) = basics.get("location") {
        draft.set(&person, "location", &place(&at), &at);
    }
    if let Some(at) = basics.first(&["website", "url"]) {
        draft.set(&person, "url", &url(&at), &at);
    }
    for at in basics.list(&["customFields"]) {
        let link = at.text_of(&["link", "value", "text"]);
        if link.contains('.') && !link.contains(' ') {
            put_address(draft, &at, &link);
        }
    }
    let profiles = root.down(&["sections", "profiles"]).filter(is_shown);
    let profiles = profiles.map(|at| at.list(&["items"])).unwrap_or_default();
    put_profiles(draft, &profiles.into_iter().filter(is_shown).collect::<Vec<_>>());
    let summary = root.get("summary").or_else(|| root.down(&["sections", "summary"]));
    if let Some(at) = summary.filter(is_shown).and_then(|at| at.first(&["content", "body"])) {
        draft.rich(&person, ("summary", ""), &at);
    }
}

/// A section of the user's own: of a known kind, or under its own title.
fn custom(draft: &mut Draft, section: &At<'_>, kind: &str) {
    if !is_shown(section) || kind == "cover-letter" {
        return;
    }
    let shown = section.list(&["items"]).into_iter().filter(is_shown);
    if KINDS.contains(&kind) {
        shown.for_each(|at| items::read(draft, kind, &at));
        return;
    }
    if kind == "profiles" {
        return put_profiles(draft, &shown.collect::<Vec<_>>());
    }
    let entry = draft.entry("sections");
    draft.copy(&entry, "title", section, &["title", "name"]);
    for at in shown {
        let head = ["name", "title", "description", "date", "period", "location"];
        let head: Vec<_> = head.iter().filter_map(|key| at.get(key)).collect();
        let line = head.iter().map(At::text).collect::<Vec<_>>().join(", ");
        if let Some(first) = head.first() {
            draft.push(&entry, "items", &line, first);
        }
        head.iter().for_each(|part| draft.take(part));
        if let Some(from) = at.first(&["summary", "content"]) {
            draft.rich(&entry, ("", "items"), &from);
        }
        for word in at.list(&["keywords"]) {
            draft.push(&entry, "items", &rich::plain(&word.text()), &word);
        }
    }
}
