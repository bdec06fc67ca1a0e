//! RenderCV: a YAML file with a person and sections under titles of their own choosing.

use serde_json::Value;

use super::{
    draft::Draft,
    networks::{address, put_address},
    rendercv_sections as sections, rich,
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// Whether a tree has the form of RenderCV.
pub(super) fn is_one(tree: &Value) -> bool {
    let cv = tree.get("cv").unwrap_or(tree);
    let sections = cv.get("sections").and_then(Value::as_object);
    let are_lists = sections.is_some_and(|it| it.values().all(|it| it.is_array() || it.is_null()));
    cv.is_object() && (are_lists || tree.get("cv").is_some_and(|cv| cv.get("name").is_some()))
}

/// Reads a RenderCV file.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At::root(tree);
    let mut draft = Draft::new(&root, is_noise);
    let cv = root.get("cv").unwrap_or_else(|| root.clone());
    person(&mut draft, &cv);
    let parts = cv.get("sections").map(|at| at.entries()).unwrap_or_default();
    for (title, section) in parts {
        sections::read(&mut draft, title, &section);
    }
    let language = root.down(&["locale", "language"]).map(|at| at.text());
    draft.finish(Format::RenderCv, &two_letters(&language.unwrap_or_default()))
}

/// How the file looks when it is typeset.
fn is_noise(key: &str) -> bool {
    matches!(key, "design" | "locale" | "locale_catalog" | "rendercv_settings" | "settings")
}

fn person(draft: &mut Draft, cv: &At<'_>) {
    let person = Draft::person();
    for (field, keys) in
        [("name", &["name"][..]), ("label", &["headline", "label"]), ("location", &["location"])]
    {
        if let Some(from) = cv.first(keys) {
            draft.rich(&person, (field, ""), &from);
        }
    }
    // Several are allowed: the first is ours, the others stay lines.
    for from in cv.list(&["email"]) {
        draft.set(&person, "email", &from.text(), &from);
    }
    for from in cv.list(&["phone"]) {
        draft.set(&person, "phone", from.text().trim_start_matches("tel:"), &from);
    }
    for from in cv.list(&["website"]) {
        put_address(draft, &from, &from.text());
    }
    for at in cv.list(&["social_networks"]) {
        let (network, user) = (at.text_of(&["network"]), at.text_of(&["username"]));
        draft.profile(&network, &user, &address(&network, &user), &at);
    }
    for at in cv.list(&["custom_connections"]) {
        if let Some(url) = at.get("url") {
            let name = rich::plain(&at.text_of(&["placeholder", "name"]));
            draft.profile(&name, &name, &url.text(), &at);
        }
    }
}

/// The code of a language that is given by its English name.
fn two_letters(name: &str) -> String {
    let known = [
        ("english", "en"),
        ("german", "de"),
        ("french", "fr"),
        ("spanish", "es"),
        ("portuguese", "pt"),
        ("italian", "it"),
        ("dutch", "nl"),
        ("danish", "da"),
        ("turkish", "tr"),
        ("russian", "ru"),
        ("polish", "pl"),
        ("swedish", "sv"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("mandarin", "zh"),
        ("arabic", "ar"),
        ("hebrew", "he"),
        ("persian", "fa"),
        ("hindi", "hi"),
        ("indonesian", "id"),
        ("norwegian", "no"),
        ("vietnamese", "vi"),
        ("hungarian", "hu"),
    ];
    let name = name.to_lowercase();
    let code = known.iter().find(|(known, _)| name.starts_with(known)).map(|(_, code)| *code);
    code.unwrap_or_default().to_owned()
}
