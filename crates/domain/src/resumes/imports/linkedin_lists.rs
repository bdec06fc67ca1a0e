//! The tables of LinkedIn's export, row by row.

use super::{
    draft::{Draft, Entry},
    rich,
    tree::At,
};

const START: &[&str] = &["Started On", "Start Date", "From"];
const END: &[&str] = &["Finished On", "End Date", "Ended On", "To"];
const TEXT: &[&str] = &["Description", "Notes", "Summary"];
const URL: &[&str] = &["Url", "Link", "Website", "Company URL"];

/// Reads one row of a table.
type Read = fn(&mut Draft, &At<'_>);

/// Who reads which table.
pub(super) const READERS: &[(&str, Read)] = &[
    ("positions", position),
    ("volunteering", volunteering),
    ("education", education),
    ("skills", skill),
    ("certifications", certification),
    ("languages", language),
    ("projects", project),
    ("honors", honor),
    ("publications", publication),
    ("recommendations_received", recommendation),
];

/// Tables without a section of ours: title, and the columns that make a line.
const OTHERS: &[(&str, &str, &[&str])] = &[
    ("courses", "Courses", &["Name", "Number"]),
    ("organizations", "Organizations", &["Name", "Position", "Started On", "Finished On"]),
    ("patents", "Patents", &["Title", "Number", "Issued On", "Description", "Url"]),
    ("test_scores", "Test scores", &["Name", "Score", "Test Date", "Date", "Description"]),
    ("causes you care about", "Causes", &["Supported Cause", "Cause", "Name"]),
];

fn position(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("work");
    draft.copy(&entry, "name", row, &["Company Name", "Company", "Organization", "Employer"]);
    draft.copy(&entry, "position", row, &["Title", "Position", "Role", "Job Title"]);
    draft.copy(&entry, "location", row, &["Location", "Geo Location"]);
    draft.copy(&entry, "url", row, URL);
    dates(draft, &entry, row, true);
    text(draft, &entry, ("summary", "highlights"), row);
}

fn volunteering(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("volunteer");
    draft.copy(&entry, "organization", row, &["Company Name", "Organization", "Company"]);
    draft.copy(&entry, "position", row, &["Role", "Title", "Position"]);
    dates(draft, &entry, row, true);
    text(draft, &entry, ("summary", "highlights"), row);
}

fn education(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("education");
    draft.copy(&entry, "institution", row, &["School Name", "School", "Institution"]);
    draft.copy(&entry, "studyType", row, &["Degree Name", "Degree"]);
    draft.copy(&entry, "area", row, &["Field Of Study", "Field", "Major"]);
    draft.copy(&entry, "score", row, &["Grade", "Score"]);
    dates(draft, &entry, row, false);
    text(draft, &entry, ("", "highlights"), row);
    if let Some(from) = row.first(&["Activities", "Activities and Societies"]) {
        draft.rich(&entry, ("", "highlights"), &from);
    }
}

fn skill(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("skills");
    draft.copy(&entry, "name", row, &["Name", "Skill", "Skill Name"]);
}

fn certification(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("certificates");
    draft.copy(&entry, "name", row, &["Name", "Title"]);
    draft.copy(&entry, "issuer", row, &["Authority", "Issuer", "Organization"]);
    draft.date(&entry, "date", row, &["Started On", "Issued On", "Date", "Time Period"]);
    draft.copy(&entry, "url", row, URL);
}

fn language(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("languages");
    draft.copy(&entry, "language", row, &["Name", "Language"]);
    draft.copy(&entry, "fluency", row, &["Proficiency", "Level"]);
}

fn project(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("projects");
    draft.copy(&entry, "name", row, &["Title", "Name"]);
    draft.copy(&entry, "url", row, URL);
    dates(draft, &entry, row, true);
    text(draft, &entry, ("description", "highlights"), row);
}

fn honor(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("awards");
    draft.copy(&entry, "title", row, &["Title", "Name"]);
    draft.copy(&entry, "awarder", row, &["Issuer", "Authority"]);
    draft.date(&entry, "date", row, &["Issued On", "Date"]);
    text(draft, &entry, ("summary", ""), row);
}

fn publication(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("publications");
    draft.copy(&entry, "name", row, &["Name", "Title"]);
    draft.copy(&entry, "publisher", row, &["Publisher"]);
    draft.date(&entry, "releaseDate", row, &["Published On", "Date"]);
    draft.copy(&entry, "url", row, URL);
    text(draft, &entry, ("summary", ""), row);
}

/// Who recommended, and what they wrote.
fn recommendation(draft: &mut Draft, row: &At<'_>) {
    let entry = draft.entry("references");
    let who: Vec<_> = ["First Name", "Last Name"].iter().filter_map(|key| row.get(key)).collect();
    let name = who.iter().map(At::text).collect::<Vec<_>>().join(" ");
    for part in &who {
        draft.set(&entry, "name", &name, part);
        draft.take(part);
    }
    if let Some(from) = row.first(&["Text", "Recommendation"]) {
        draft.rich(&entry, ("reference", ""), &from);
    }
}

/// Tables that become sections under their own titles.
pub(super) fn others(draft: &mut Draft, root: &At<'_>) {
    for (table, title, columns) in OTHERS {
        let entry = draft.entry("sections");
        for row in root.list(&[table]) {
            let parts: Vec<_> = columns.iter().filter_map(|column| row.get(column)).collect();
            let texts: Vec<_> = parts.iter().map(|part| rich::plain(&part.text())).collect();
            let Some(first) = parts.first() else { continue };
            draft.set(&entry, "title", title, first);
            draft.push(&entry, "items", &texts.join(", "), first);
            parts.iter().for_each(|part| draft.take(part));
        }
    }
}

/// What has begun and not ended goes on, except at school.
fn dates(draft: &mut Draft, entry: &Entry, row: &At<'_>, goes_on: bool) {
    draft.date(entry, "startDate", row, START);
    draft.end(entry, row, END);
    if goes_on
        && row.first(END).is_none()
        && let Some(start) = row.first(START)
    {
        draft.goes_on(entry, &start);
    }
}

fn text(draft: &mut Draft, entry: &Entry, fields: (&str, &str), row: &At<'_>) {
    if let Some(from) = row.first(TEXT) {
        draft.rich(entry, fields, &from);
    }
}
