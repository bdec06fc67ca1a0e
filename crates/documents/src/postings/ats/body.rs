//! The text of a posting, put together from wherever a system keeps its parts.

use serde_json::Value;

use super::{Object, deep, first};
use crate::postings::{
    fragment,
    json::BODIES,
    stated::{string, strings},
};

/// Names of the description, marked up.
const MARKED: [&str; 11] = [
    "descriptionHtml",
    "description",
    "content",
    "jobDescription",
    "job_description",
    "body",
    "full_description",
    "externalPostedDescription",
    "ExternalDescriptionStr",
    "details",
    "intro",
];
/// Names of the description as plain text.
const PLAIN: [&str; 2] = ["descriptionPlain", "full_page_content"];
/// Parts beside the description, in the order in which people read them: a heading, unless the
/// system has a name for its own, and the part's name.
const BESIDE: [(&str, &str); 15] = [
    ("", "responsibilities"),
    ("Responsibilities:", "key_responsibilities"),
    ("Responsibilities:", "ExternalResponsibilitiesStr"),
    ("Responsibilities:", "tasks"),
    ("Requirements:", "requirements"),
    ("Requirements:", "requirement_summary"),
    ("Qualifications:", "qualifications"),
    ("Qualifications:", "ExternalQualificationsStr"),
    ("Qualifications:", "skills_knowledge_expertise"),
    ("Benefits:", "benefits"),
    ("About us:", "CorporateDescriptionStr"),
    ("About us:", "OrganizationDescriptionStr"),
    ("", "outro"),
    ("", "additional"),
    ("", "additionalPlain"),
];

/// From here on they stand behind everything else.
const LAST: usize = 9;

/// The text, with the parts some systems keep beside the description.
pub(super) fn text(map: &Object) -> String {
    let mut parts = sections(map);
    let main = described(map).or_else(|| {
        let deeper = || deep(map, BODIES).map(string);
        parts.is_empty().then(deeper).flatten()
    });
    parts.extend(main);
    let (before, after) = BESIDE.split_at(LAST);
    beside(map, before, &mut parts);
    lists(map, &mut parts);
    beside(map, after, &mut parts);
    for (heading, key) in [("Required skills:", "skills"), ("Languages:", "languages")] {
        if let Some(Value::Array(all)) = map.get(key) {
            let items: String =
                all.iter().take(50).map(|it| format!("<li>{}</li>", string(it))).collect();
            parts.extend([heading.to_owned(), items]);
        }
    }
    joined(&parts)
}

/// SmartRecruiters' sections, each with its heading.
fn sections(map: &Object) -> Vec<String> {
    let sections = map.get("jobAd").and_then(|ad| ad.get("sections")?.as_object());
    let each = sections.into_iter().flat_map(|all| all.values()).filter_map(Value::as_object);
    each.flat_map(|section| {
        ["title", "text"].map(|key| section.get(key).map(string).unwrap_or_default())
    })
    .collect()
}

/// The description itself; Rippling's has parts with names.
fn described(map: &Object) -> Option<String> {
    if let Some(Value::Object(parts)) = map.get("description") {
        let parts: Vec<String> = parts.values().filter(|it| it.is_string()).map(string).collect();
        return Some(parts.join("\n")).filter(|text| !text.is_empty());
    }
    let marked = first(map, &MARKED).map(|value| strings(value).join("\n"));
    marked.filter(|text| !text.is_empty()).or_else(|| first(map, &PLAIN).map(string))
}

fn beside(map: &Object, names: &[(&str, &str)], parts: &mut Vec<String>) {
    for (heading, key) in names {
        let part = map.get(*key).map(|value| strings(value).join("\n")).unwrap_or_default();
        let said = part.is_empty() || parts.iter().any(|before| before.contains(&part));
        if said {
            continue;
        }
        let own = map.get(&format!("{key}_header")).map(string).filter(|it| !it.is_empty());
        parts.extend([own.unwrap_or_else(|| (*heading).to_owned()), part]);
    }
}

/// Lever keeps what is asked in lists with a heading each.
fn lists(map: &Object, parts: &mut Vec<String>) {
    let Some(Value::Array(lists)) = map.get("lists") else { return };
    for list in lists.iter().take(50).filter_map(Value::as_object) {
        for key in ["text", "content"] {
            parts.push(list.get(key).map(string).unwrap_or_default());
        }
    }
}

fn joined(parts: &[String]) -> String {
    let lines: Vec<String> =
        parts.iter().map(|part| fragment::lines(part)).filter(|part| !part.is_empty()).collect();
    crate::postings::bounded(lines.join("\n"))
}
