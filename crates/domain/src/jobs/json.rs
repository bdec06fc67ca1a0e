//! A posting as the JSON that `ats job` prints, and back.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    DegreeLevel, EducationAsked, EmploymentType, Importance, Posting, Requirement, RequirementKind,
    lists::list, offsets::Utf16, parse::field_keys,
};
use crate::vocabulary::{self, SkillKind};

/// A posting as JSON: one key a fact, and the requirements with their spans.
pub fn write(posting: &Posting) -> Value {
    let types: Vec<Value> = posting.employment_types.iter().map(value).collect();
    let employment = match types.as_slice() {
        [] => Value::Null,
        [one] => one.clone(),
        _ => Value::Array(types),
    };
    let education = posting.education.as_ref().map(|asked| {
        let fields: Vec<&str> = asked.field.split([',', '/']).flat_map(|part| part.split(" or ")).map(str::trim).filter(|part| !part.is_empty()).collect();
        json!({ "level": asked.level, "required": asked.required, "fields": fields, "or_equivalent": asked.or_equivalent })
    });
    let keys = field_keys();
    let sources: Map<String, Value> = posting
        .sources
        .iter()
        .map(|(field, source)| {
            ((*keys.get(field.as_str()).unwrap_or(&field.as_str())).to_owned(), value(source))
        })
        .collect();
    let spans: Map<String, Value> = posting
        .spans
        .iter()
        .map(|(field, span)| {
            ((*keys.get(field.as_str()).unwrap_or(&field.as_str())).to_owned(), value(span))
        })
        .collect();
    json!({
        "language": said(&posting.language),
        "title": said(&posting.title),
        "company": said(&posting.company),
        "locations": posting.locations,
        "remote_mode": posting.remote_mode,
        "employment_type": employment,
        "salary": posting.salary,
        "pay_ranges": posting.pay_ranges,
        "seniority": posting.seniority,
        "years_experience_min": posting.years_min,
        "years_experience_max": posting.years_max,
        "required_skills": skills(posting, Importance::Required),
        "preferred_skills": skills(posting, Importance::Preferred),
        "education": education,
        "licenses_certifications": posting.licenses,
        "languages_required": posting.languages,
        "visa": posting.visa,
        "clearance": posting.clearance,
        "sponsors": posting.sponsors,
        "date_posted": posting.date_posted,
        "apply_deadline": posting.apply_deadline,
        "requirements": posting.requirements,
        "skills": skills_named(&posting.text),
        "url": said(&posting.url),
        "partial": posting.partial,
        "_sources": sources,
        "_spans": spans,
        "_text": posting.text,
    })
}

/// Everything a text names as a skill, in the vocabulary or not, with its place in UTF-16 units.
pub fn skills_named(text: &str) -> Value {
    let offsets = Utf16::new(text);
    let named = vocabulary::phrases(text).into_iter().map(|it| {
        let span = offsets.span(it.range.clone());
        json!({
            "text": text.get(it.range),
            "start": span.start,
            "end": span.end,
            "name": it.skill.map(|skill| &skill.name),
            "canonical": it.skill.map(|skill| &skill.id),
        })
    });
    named.collect()
}

fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn value(it: &impl serde::Serialize) -> Value {
    serde_json::to_value(it).unwrap_or_default()
}

/// The skills of one importance as printed. Alternatives stand in one line where the posting says
/// "or"; examples and what is only welcome stand alone.
fn skills(posting: &Posting, importance: Importance) -> Vec<String> {
    let units: Vec<u16> = posting.text.encode_utf16().collect();
    let mut lines: Vec<(Option<u32>, Vec<&Requirement>)> = Vec::new();
    let wanted =
        |it: &&Requirement| it.kind == RequirementKind::Skill && it.importance == importance;
    for one in posting.requirements.iter().filter(wanted) {
        let group = one.group.filter(|_| importance == Importance::Required);
        let held = group.and_then(|group| lines.iter_mut().find(|(held, _)| *held == Some(group)));
        match held {
            Some((_, names)) => names.push(one),
            None => lines.push((group, vec![one])),
        }
    }
    let line = |(_, all): (Option<u32>, Vec<&Requirement>)| {
        let names: Vec<String> = all.iter().map(|one| printed(one, &units)).collect();
        match names.as_slice() {
            [first @ .., last] if !first.is_empty() && chosen(&all, &units) => {
                vec![format!("{} or {last}", first.join(", "))]
            }
            _ => names,
        }
    };
    lines.into_iter().flat_map(line).collect()
}

/// Whether the posting says "or" between alternatives, or "one of" before them.
fn chosen(all: &[&Requirement], units: &[u16]) -> bool {
    let between = |from: u32, to: u32| {
        let words = units.get(from as usize..to as usize).map(String::from_utf16_lossy);
        words.unwrap_or_default().to_lowercase()
    };
    let or = |gap: String| list("or").contains(&gap.trim_matches([',', ' ']));
    let joined = all.windows(2).any(|pair| match pair {
        [one, next] => or(between(one.span.end, next.span.start)),
        _ => false,
    });
    let first = all.first().map_or(0, |one| one.span.start);
    let before = between(first.saturating_sub(16), first);
    joined || before.contains("one of") || before.contains("any of")
}

/// A tool by its usual name, a field of knowledge in the posting's own words.
fn printed(one: &Requirement, units: &[u16]) -> String {
    let words =
        units.get(one.span.start as usize..one.span.end as usize).map(String::from_utf16_lossy);
    let named = vocabulary::get(&one.canonical)
        .is_none_or(|it| !matches!(it.kind, SkillKind::Domain | SkillKind::Method));
    let latin = |words: &String| words.contains(|c: char| c.is_ascii_alphabetic());
    words.filter(|words| !named && latin(words)).unwrap_or_else(|| one.name.clone())
}

/// Whether some JSON has the shape that [`write`] gives, and not that of an applicant system.
pub fn is_written(json: &Value) -> bool {
    ["title", "required_skills", "preferred_skills"].iter().all(|key| json.get(key).is_some())
}

/// Reads what [`write`] wrote, or the same shape with parts left out. What is odd is skipped.
pub fn read(json: &Value) -> Posting {
    let get = |key: &str| json.get(key).cloned().unwrap_or_default();
    let text = |key: &str| get(key).as_str().unwrap_or_default().to_owned();
    let strings =
        |key: &str| -> Vec<String> { serde_json::from_value(get(key)).unwrap_or_default() };
    let employment = match get("employment_type") {
        Value::Array(all) => all,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    let keys = field_keys();
    let field = |key: &str| {
        keys.iter()
            .find(|(_, printed)| **printed == key)
            .map_or(key, |(field, _)| *field)
            .to_owned()
    };
    let sources = by_field(get("_sources"), &field);
    let spans = by_field(get("_spans"), &field);
    let mut posting = Posting {
        language: text("language"),
        title: text("title"),
        company: text("company"),
        locations: strings("locations"),
        remote_mode: serde_json::from_value(get("remote_mode")).unwrap_or_default(),
        employment_types: employment
            .into_iter()
            .filter_map(|one| serde_json::from_value::<EmploymentType>(one).ok())
            .collect(),
        salary: serde_json::from_value(get("salary")).unwrap_or_default(),
        seniority: serde_json::from_value(get("seniority")).unwrap_or_default(),
        years_min: number(&get("years_experience_min")),
        years_max: number(&get("years_experience_max")),
        education: education(&get("education")),
        licenses: strings("licenses_certifications"),
        languages: strings("languages_required"),
        visa: Some(text("visa")).filter(|visa| !visa.is_empty()),
        clearance: Some(text("clearance")).filter(|it| !it.is_empty()),
        sponsors: get("sponsors").as_bool(),
        pay_ranges: serde_json::from_value(get("pay_ranges")).unwrap_or_default(),
        url: text("url"),
        partial: get("partial").as_bool().unwrap_or_default(),
        spans,
        date_posted: serde_json::from_value(get("date_posted")).ok(),
        apply_deadline: serde_json::from_value(get("apply_deadline")).ok(),
        requirements: serde_json::from_value(get("requirements")).unwrap_or_default(),
        sources,
        text: text("_text"),
    };
    if posting.requirements.is_empty() {
        from_lists(&mut posting, &strings("required_skills"), &strings("preferred_skills"));
    }
    posting
}

/// What an object says about each field, by the field's name.
fn by_field<T: serde::de::DeserializeOwned>(
    map: Value,
    field: &impl Fn(&str) -> String,
) -> BTreeMap<String, T> {
    let Value::Object(map) = map else { return BTreeMap::new() };
    let known = |(key, value): (String, Value)| {
        Some((field(&key), serde_json::from_value::<T>(value).ok()?))
    };
    map.into_iter().filter_map(known).collect()
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn education(value: &Value) -> Option<EducationAsked> {
    let level: DegreeLevel = serde_json::from_value(value.get("level")?.clone()).ok()?;
    let fields: Vec<String> = value
        .get("fields")
        .and_then(|fields| serde_json::from_value(fields.clone()).ok())
        .unwrap_or_default();
    let yes = |key: &str| value.get(key).and_then(Value::as_bool).unwrap_or_default();
    Some(EducationAsked {
        level,
        field: fields.join(", "),
        required: yes("required"),
        or_equivalent: yes("or_equivalent"),
    })
}

/// A posting that only lists its skills: each becomes a requirement, pointing into a text made of
/// those lists.
fn from_lists(posting: &mut Posting, required: &[String], preferred: &[String]) {
    let items =
        |items: &[String]| items.iter().fold(String::new(), |text, item| text + "• " + item + "\n");
    let mut text = format!("Requirements:\n{}Nice to have:\n{}", items(required), items(preferred));
    for (kind, names) in [("Licenses:\n", &posting.licenses), ("Languages:\n", &posting.languages)]
    {
        if !names.is_empty() {
            text = format!("{}{kind}{}", text, items(names));
        }
    }
    if let Some(years) = posting.years_min {
        text = format!("Requirements:\n• {years} years of experience\n{text}");
    }
    let capture = super::Capture { text, ..super::Capture::default() };
    let read = super::parse(&capture);
    posting.requirements = read.requirements;
    posting.text = read.text;
    for one in required.iter().chain(preferred) {
        let known = posting.requirements.iter().any(|it| {
            it.span.of(&posting.text).contains(one.as_str())
                || one.contains(&it.span.of(&posting.text))
        });
        let Some(at) = posting.text.find(one.as_str()).filter(|_| !known) else { continue };
        let span = Utf16::new(&posting.text).span(at..at + one.len());
        let importance =
            if required.contains(one) { Importance::Required } else { Importance::Preferred };
        posting.requirements.push(Requirement {
            kind: RequirementKind::Skill,
            name: one.clone(),
            canonical: String::new(),
            importance,
            group: None,
            years: None,
            span,
            confidence: 0.5,
        });
    }
}
