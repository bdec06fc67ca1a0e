//! Europass since 2020: a candidate in the form of HR-XML.

use serde_json::Value;

use super::{
    draft::{Draft, Entry},
    europass_person::{language, level_of, put_name},
    networks::{address, put_address},
    place::place,
    tree::At,
};
use crate::{page::Format, resumes::Reading};

/// The parts of a profile that have a section of ours: part, item, section, title, date, prose,
/// list. An empty name says that the section has no such field.
type Part = (&'static str, &'static str, &'static str, [&'static str; 4]);
const PARTS: &[Part] = &[
    ("Certifications", "Certification", "certificates", ["name", "date", "issuer", ""]),
    ("Licenses", "License", "certificates", ["name", "date", "issuer", ""]),
    ("Projects", "Project", "projects", ["name", "", "description", "highlights"]),
    ("VoluntaryWorks", "VoluntaryWork", "volunteer", ["position", "", "summary", "highlights"]),
    ("PublicationHistory", "Publication", "publications", ["name", "releaseDate", "summary", ""]),
    ("HonorsAndAwards", "HonorAndAward", "awards", ["title", "date", "summary", ""]),
    ("HobbiesAndInterests", "HobbyAndInterest", "interests", ["name", "", "", "keywords"]),
    ("Recommendations", "Recommendation", "references", ["name", "", "reference", ""]),
];
/// Parts that are read elsewhere.
const READ: &[&str] = &[
    "ID",
    "ExecutiveSummary",
    "EmploymentHistory",
    "EducationHistory",
    "PersonQualifications",
    "Attachment",
];
const TITLE: &[&str] = &[
    "Title",
    "CertificationName",
    "LicenseName",
    "Name",
    "PublicationTitle",
    "FormattedPublicationDescription",
];

/// Whether a tree is such a candidate.
pub(super) fn is_one(tree: &Value) -> bool {
    tree.get("Candidate").is_some_and(|it| {
        it.get("CandidatePerson").is_some() || it.get("CandidateProfile").is_some()
    })
}

/// Reads a candidate.
pub(super) fn read(tree: &Value) -> Reading {
    let root = At::root(tree);
    let mut draft = Draft::new(&root, is_noise);
    if let Some(person) = root.down(&["Candidate", "CandidatePerson"]) {
        read_person(&mut draft, &person);
    }
    let profile = root.down(&["Candidate", "CandidateProfile"]).unwrap_or(root);
    if let Some(from) = profile.get("ExecutiveSummary") {
        draft.rich(&Draft::person(), ("summary", ""), &from);
    }
    for employer in under(&profile, "EmploymentHistory", "EmployerHistory") {
        work(&mut draft, &employer);
    }
    for at in under(&profile, "EducationHistory", "EducationOrganizationAttendance") {
        education(&mut draft, &at);
    }
    for at in under(&profile, "PersonQualifications", "PersonCompetency") {
        competency(&mut draft, &at);
    }
    for (name, at) in profile.entries() {
        if !READ.contains(&name) && !name.starts_with('@') {
            at.items().iter().for_each(|at| part(&mut draft, name, at));
        }
    }
    let language = profile.get("@languageCode").map(|at| at.text()).unwrap_or_default();
    draft.finish(Format::Europass, &language)
}

/// What the program says of itself, and pictures.
fn is_noise(key: &str) -> bool {
    key.starts_with('@')
        || matches!(
            key,
            "DocumentID"
                | "AlternateDocumentID"
                | "CandidateSupplier"
                | "ProcessingInformation"
                | "RenderingInformation"
                | "Attachment"
                | "AttachmentReference"
                | "ID"
                | "ChannelCode"
                | "TaxonomyID"
                | "CompetencyDimensionTypeCode"
                | "EducationLevelCode"
                | "IndustryCode"
                | "PreferenceIndicator"
        )
}

fn under<'v>(at: &At<'v>, part: &str, item: &str) -> Vec<At<'v>> {
    at.get(part).map(|at| at.list(&[item])).unwrap_or_default()
}

fn read_person(draft: &mut Draft, at: &At<'_>) {
    let person = Draft::person();
    if let Some(name) = at.get("PersonName") {
        put_name(draft, &[name.get("GivenName"), name.get("FamilyName")]);
    }
    for way in at.list(&["Communication"]) {
        let channel = way.text_of(&["ChannelCode"]);
        let uri = way.text_of(&["URI"]);
        if let Some(from) = way.get("Address") {
            draft.set(&person, "location", &place(&from), &way);
        } else if channel == "Email" {
            draft.set(&person, "email", &uri, &way);
        } else if let Some(from) = way.get("DialNumber") {
            let country = way.text_of(&["CountryDialing"]);
            let plus = if country.is_empty() { "" } else { "+" };
            let number = format!("{plus}{country} {}", from.text());
            draft.set(&person, "phone", number.trim(), &way);
        } else if uri.starts_with("http") || uri.starts_with("www.") {
            put_address(draft, &way, &uri);
        } else if !uri.is_empty() {
            let network = way.text_of(&["OtherTitle", "UseCode"]);
            draft.profile(&network, &uri, &address(&network, &uri), &way);
        }
    }
    for from in at.list(&["PrimaryLanguageCode"]) {
        let entry = draft.entry("languages");
        draft.set(&entry, "language", language(&from.text()), &from);
        draft.set(&entry, "fluency", "Mother tongue", &from);
    }
}

fn work(draft: &mut Draft, employer: &At<'_>) {
    for position in employer.list(&["PositionHistory"]) {
        let entry = draft.entry("work");
        draft.copy(&entry, "name", employer, &["OrganizationName"]);
        draft.copy(&entry, "position", &position, &["PositionTitle"]);
        located(draft, &entry, &position);
        contact(draft, &entry, employer);
        period(draft, &entry, &position, "EmploymentPeriod");
        if let Some(from) = position.get("Description") {
            draft.rich(&entry, ("summary", "highlights"), &from);
        }
    }
}

fn education(draft: &mut Draft, at: &At<'_>) {
    let entry = draft.entry("education");
    draft.copy(&entry, "institution", at, &["OrganizationName"]);
    contact(draft, &entry, at);
    period(draft, &entry, at, "AttendancePeriod");
    let Some(degree) = at.get("EducationDegree") else { return };
    draft.copy(&entry, "studyType", &degree, &["DegreeName"]);
    for field in degree.list(&["FieldOfStudy"]) {
        if let Some(from) = field.first(&["Label", "Name"]) {
            draft.set(&entry, "area", &from.text(), &from);
        }
        draft.set(&entry, "area", &field.text(), &field);
    }
    if let Some(from) = degree.down(&["FinalGrade", "ScoreText"]) {
        draft.set(&entry, "score", &from.text(), &from);
    }
    for key in ["Thesis", "OccupationalSkillsCovered", "Description"] {
        if let Some(from) = degree.get(key) {
            draft.rich(&entry, ("", "highlights"), &from);
        }
    }
}

/// A language with its levels, or something else one can do.
fn competency(draft: &mut Draft, at: &At<'_>) {
    let Some(name) = at.first(&["CompetencyID", "CompetencyName"]) else { return };
    if !at.text_of(&["TaxonomyID"]).eq_ignore_ascii_case("language") {
        let entry = draft.entry("skills");
        return draft.set(&entry, "name", &name.text(), &name);
    }
    let entry = draft.entry("languages");
    draft.set(&entry, "language", language(&name.text()), &name);
    let dimensions = at.list(&["CompetencyDimension"]);
    let levels: Vec<_> = dimensions
        .iter()
        .map(|dimension| {
            let code = dimension.text_of(&["CompetencyDimensionTypeCode"]);
            let name = match code.rsplit('-').next().unwrap_or_default() {
                "Production" if code.contains("Writing") => "Writing",
                "Production" => "Spoken production",
                "Interaction" => "Spoken interaction",
                "Listening" => "Listening",
                "Reading" => "Reading",
                _ => "Level",
            };
            let score = dimension.down(&["Score", "ScoreText"]).map(|it| it.text());
            (name, score.unwrap_or_else(|| dimension.text_of(&["ScoreText"])))
        })
        .collect();
    if let Some(from) = at.get("CompetencyDimension") {
        draft.set(&entry, "fluency", &level_of(&levels), &from);
    }
}

/// Any other part: a section of ours, or one under its own title.
fn part(draft: &mut Draft, name: &str, at: &At<'_>) {
    if let Some((_, item, section, fields)) = PARTS.iter().find(|(part, ..)| *part == name) {
        for at in at.list(&[item]) {
            known(draft, draft.entry(section), *fields, &at);
        }
        return;
    }
    let entry = draft.entry("sections");
    let title = at.get("Title").map_or_else(|| in_words(name), |title| title.text());
    for (key, items) in at.entries().into_iter().filter(|(key, _)| *key != "Title") {
        if key.starts_with('@') {
            continue;
        }
        for item in items.items() {
            draft.set(&entry, "title", &title, &item);
            line(draft, &entry, &item);
        }
    }
    if let Some(from) = at.get("Title") {
        draft.take(&from);
    }
}

fn known(draft: &mut Draft, entry: Entry, [title, date, prose, list]: [&str; 4], at: &At<'_>) {
    draft.copy(&entry, title, at, TITLE);
    if prose == "issuer" {
        if let Some(from) = at.get("IssuingAuthority") {
            let name = from.get("Name").unwrap_or(from);
            draft.set(&entry, "issuer", &name.text(), &name);
        }
    } else if let Some(from) = at.get("Description") {
        draft.rich(&entry, (prose, list), &from);
    }
    match (date, at.first(&["Date", "IssueDate", "FirstIssuedDate", "ReleaseDate"])) {
        ("", Some(from)) => ends(draft, &entry, &from),
        (field, Some(from)) => {
            let start = from.first(&["StartDate", "FormattedDateTime"]).unwrap_or(from);
            let text = formatted(&start);
            draft.set(&entry, field, &text, &start);
        }
        (_, None) => {}
    }
    if title == "name" {
        draft.copy(&entry, "url", at, &["Link"]);
    }
}

/// An item of a section of the user's own: its head in a line, then its text.
fn line(draft: &mut Draft, entry: &Entry, item: &At<'_>) {
    if !item.value.is_object() {
        return draft.rich(entry, ("", "items"), item);
    }
    let mut head = Vec::new();
    for key in ["Title", "Name", "Location"] {
        if let Some(from) = item.get(key).filter(|from| !from.text().is_empty()) {
            head.push(from.text());
            draft.take(&from);
        }
    }
    if let Some(date) = item.get("Date") {
        let ends = ["StartDate", "EndDate"].iter().filter_map(|key| date.get(key));
        let ends: Vec<_> = ends.map(|it| formatted(&it)).filter(|it| !it.is_empty()).collect();
        if !ends.is_empty() {
            head.push(ends.join(" – "));
            draft.take(&date);
        }
    }
    draft.push(entry, "items", &head.join(", "), item.get("Title").as_ref().unwrap_or(item));
    if let Some(from) = item.first(&["Description", "Skill", "Value"]) {
        draft.rich(entry, ("", "items"), &from);
    }
}

/// `NetworksAndMemberships` as a person would write it.
fn in_words(name: &str) -> String {
    let mut out = String::new();
    for ch in name.chars() {
        if ch.is_uppercase() && !out.is_empty() {
            out.push(' ');
            out.extend(ch.to_lowercase());
        } else {
            out.push(ch);
        }
    }
    out
}

fn located(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    let parts: Vec<_> = ["City", "Country"].iter().filter_map(|key| at.get(key)).collect();
    let place = place(at);
    for from in &parts {
        draft.set(entry, "location", &place, from);
        draft.take(from);
    }
}

fn contact(draft: &mut Draft, entry: &Entry, at: &At<'_>) {
    for way in under(at, "OrganizationContact", "Communication") {
        if let Some(from) = way.get("Address") {
            draft.set(entry, "location", &place(&from), &from);
        } else if way.text_of(&["ChannelCode"]) == "Web" {
            draft.copy(entry, "url", &way, &["URI"]);
        }
    }
}

fn period(draft: &mut Draft, entry: &Entry, at: &At<'_>, key: &str) {
    if let Some(period) = at.get(key) {
        ends(draft, entry, &period);
    }
}

fn ends(draft: &mut Draft, entry: &Entry, period: &At<'_>) {
    for (field, key) in [("startDate", "StartDate"), ("endDate", "EndDate")] {
        if let Some(from) = period.get(key) {
            draft.set(entry, field, &formatted(&from), &from);
        }
    }
    if let Some(flag) = period.first(&["CurrentIndicator", "Ongoing"]) {
        draft.take(&flag);
    }
    if let (true, Some(from)) =
        (period.says_yes(&["CurrentIndicator", "Ongoing"]), period.get("StartDate"))
    {
        draft.goes_on(entry, &from);
    }
}

fn formatted(at: &At<'_>) -> String {
    let text = at.text_of(&["FormattedDateTime"]);
    let text = if text.is_empty() { at.text() } else { text };
    super::when::date(&text).map(|date| date.to_string()).unwrap_or_default()
}
