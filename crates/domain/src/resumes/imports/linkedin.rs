//! LinkedIn's export of one's own data: a table a topic, whose columns vary.

use serde_json::Value;

use super::{
    draft::Draft,
    linkedin_lists as lists,
    networks::{address, put_address},
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// The tables that are read, by their names in lower case without an ending.
pub const TABLES: &[&str] = &[
    "profile",
    "profile summary",
    "positions",
    "education",
    "skills",
    "certifications",
    "languages",
    "projects",
    "honors",
    "publications",
    "volunteering",
    "email addresses",
    "phonenumbers",
    "courses",
    "organizations",
    "patents",
    "test_scores",
    "whatsapp phone numbers",
    "recommendations_received",
    "causes you care about",
];

/// Whether a tree was made of such tables.
pub(super) fn is_one(tree: &Value) -> bool {
    tree.get("linkedin").is_some_and(Value::is_object)
}

/// Reads an export.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At { value: tree.get("linkedin").unwrap_or(tree), path: String::new() };
    let mut draft = Draft::new(&root, is_noise);
    person(&mut draft, &root);
    for (table, read) in lists::READERS {
        for row in root.list(&[table]) {
            read(&mut draft, &row);
        }
    }
    lists::others(&mut draft, &root);
    draft.finish(Format::LinkedIn, "")
}

/// What LinkedIn keeps for itself.
fn is_noise(key: &str) -> bool {
    let key = key.to_lowercase();
    matches!(key.as_str(), "confirmed" | "primary" | "updated on" | "status" | "creation date")
}

fn person(draft: &mut Draft, root: &At<'_>) {
    let person = Draft::person();
    for row in root.list(&["profile"]) {
        let parts = [
            row.first(&["First Name", "Given Name", "Vorname", "Prénom", "Nombre"]),
            row.first(&["Last Name", "Family Name", "Surname", "Nachname", "Apellidos"]),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let name = parts.iter().map(At::text).collect::<Vec<_>>().join(" ");
        for part in &parts {
            draft.set(&person, "name", &name, part);
            draft.take(part);
        }
        draft.copy(&person, "label", &row, &["Headline", "Occupation", "Title"]);
        draft.copy(&person, "location", &row, &["Geo Location", "Location", "Address"]);
        if let Some(from) = row.first(&["Summary", "About"]) {
            draft.rich(&person, ("summary", ""), &from);
        }
        websites(draft, &row);
        handles(draft, &row);
    }
    for row in root.list(&["profile summary"]) {
        if let Some(from) = row.first(&["Profile Summary", "Summary"])
            && !draft.has(&person, "summary")
        {
            draft.rich(&person, ("summary", ""), &from);
        }
    }
    contact(draft, root);
}

/// The address marked as the main one comes first.
fn contact(draft: &mut Draft, root: &At<'_>) {
    let person = Draft::person();
    let mut emails = root.list(&["email addresses"]);
    emails.sort_by_key(|row| !row.says_yes(&["Primary"]));
    for row in &emails {
        draft.copy(&person, "email", row, &["Email Address", "Email", "E-mail"]);
    }
    for table in ["phonenumbers", "whatsapp phone numbers"] {
        for row in root.list(&[table]) {
            draft.copy(&person, "phone", &row, &["Number", "Phone Number", "Phone"]);
            if let Some(kind) = row.get("Type") {
                draft.take(&kind);
            }
        }
    }
}

/// `[PORTFOLIO:https://a.example,COMPANY:https://b.example]`, or addresses alone.
fn websites(draft: &mut Draft, row: &At<'_>) {
    let Some(from) = row.first(&["Websites", "Website"]) else { return };
    let text = from.text();
    for piece in text.split(['[', ']', ',', ';', ' ', '\n']) {
        let start = piece.find("http").or_else(|| piece.find("www."));
        let address = start.and_then(|start| piece.get(start..)).unwrap_or_default();
        if draft.has(&Draft::person(), "url") && !address.is_empty() {
            draft.keep(&from, address);
        }
        if !address.is_empty() {
            put_address(draft, &from, address);
        }
    }
}

/// `[ada]`, or `ada, ada_two`.
fn handles(draft: &mut Draft, row: &At<'_>) {
    let Some(from) = row.first(&["Twitter Handles", "Twitter"]) else { return };
    let text = from.text();
    let names = text.split(['[', ']', ',', ';']).map(str::trim).filter(|it| !it.is_empty());
    for name in names {
        draft.profile("Twitter", name, &address("twitter", name), &from);
    }
}
