//! One posting object of an applicant system, whichever: field by field under all their names.

use std::collections::VecDeque;

use domain::jobs::{Capture, FieldSource, RemoteMode, words};
use serde_json::{Map, Value};

use super::{
    fragment,
    json::{BODIES, TITLES},
    jsonld,
    stated::{Stated, number, string, strings},
};

type Object = Map<String, Value>;

/// What one posting object says.
pub(super) fn capture(map: &Object, source: FieldSource) -> Capture {
    let mut stated = Stated::new(source);
    let text = body(map);
    stated.title(&deep(map, TITLES).map(string).unwrap_or_default());
    stated.company(&company(map, &text));
    mode(map, &mut stated);
    stated.locations(places(map));
    employment(map, &mut stated);
    pay(map, &mut stated);
    dates(map, &mut stated);
    let level = ["experienceLevel", "experience_level", "seniority", "seniorityLevel"];
    stated.level(&first(map, &level).map(string).unwrap_or_default());
    let education = ["education_code", "education", "educationLevel", "education_level"];
    stated.education(&first(map, &education).map(string).unwrap_or_default());
    stated.with_text(text)
}

/// The first of `names` that `map` itself holds with something in it.
fn first<'a>(map: &'a Object, names: &[&str]) -> Option<&'a Value> {
    names.iter().filter_map(|name| map.get(*name)).find(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(all) => !all.is_empty(),
        _ => true,
    })
}

/// The first of `names` in `map` or, level by level, in the objects within it.
pub(super) fn deep<'a>(map: &'a Object, names: &[&str]) -> Option<&'a Value> {
    let mut open = VecDeque::from([map]);
    for _ in 0..200 {
        let map = open.pop_front()?;
        if let Some(found) = first(map, names) {
            return Some(found);
        }
        open.extend(map.values().filter_map(Value::as_object));
    }
    None
}

/// The employer: named, else by the address of the board when the text spells it out.
fn company(map: &Object, text: &str) -> String {
    let names = [
        "company_name",
        "companyName",
        "company",
        "hiringOrganization",
        "HiringOrg",
        "organization",
        "organizationName",
        "employer",
        "employerName",
        "employer_name",
        "subcompany",
    ];
    let named = first(map, &names).map(string).filter(|name| !name.is_empty());
    let named = named.or_else(|| {
        map.values().filter_map(Value::as_object).find_map(|inner| {
            first(inner, &["HiringOrg", "hiringOrganization", "company_name"]).map(string)
        })
    });
    if let Some(name) = named.filter(|name| !name.is_empty()) {
        return name;
    }
    let links = [
        "hostedUrl",
        "jobUrl",
        "absolute_url",
        "careers_url",
        "applyUrl",
        "job_url",
        "url",
        "externalUrl",
        "shortlink",
    ];
    let slug = links
        .iter()
        .filter_map(|name| map.get(*name).and_then(Value::as_str))
        .find_map(words::company_of_address);
    slug.map(|slug| words::spelled_in(&slug, text)).unwrap_or_default()
}

/// Where the work is done. A named workplace type is trusted before any yes or no.
fn mode(map: &Object, stated: &mut Stated) {
    let named = [
        "workplaceType",
        "workplace_type",
        "workplace",
        "remote_status",
        "remoteStatus",
        "workMode",
        "work_mode",
        "locationType",
        "location_type",
        "remoteType",
        "jobLocationType",
    ];
    if let Some(mode) = first(map, &named).and_then(|value| words::remote_mode(&string(value))) {
        stated.remote(mode);
        return;
    }
    let location = map.get("location").and_then(Value::as_object);
    let yes = |names: &[&str]| {
        names
            .iter()
            .any(|name| map.get(*name).or_else(|| location?.get(*name)) == Some(&Value::Bool(true)))
    };
    if yes(&["hybrid", "isHybrid", "is_hybrid"]) {
        stated.remote(RemoteMode::Hybrid);
    } else if yes(&["remote", "isRemote", "is_remote", "telecommuting", "fullyRemote"]) {
        stated.remote(RemoteMode::Remote);
    } else if yes(&["on_site", "isOnsite", "onsite"]) {
        stated.remote(RemoteMode::Onsite);
    }
}

/// The parts of an address, the smallest first.
const ADDRESS: &[&[&str]] = &[
    &["city", "City"],
    &["region", "state", "state_name", "Region"],
    &["country", "Country", "country_name", "countryName"],
];

fn address(map: &Object) -> String {
    let mut parts: Vec<String> = Vec::new();
    for names in ADDRESS {
        let part = first(map, names).map(string).unwrap_or_default();
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

fn places(map: &Object) -> Vec<String> {
    let categories = map.get("categories").and_then(Value::as_object);
    let grouped = categories.and_then(|it| first(it, &["allLocations", "location"]));
    let mut found = grouped.map(strings).unwrap_or_default();
    if found.is_empty() {
        found = listed(map);
    }
    if found.iter().all(String::is_empty) {
        found = elsewhere(map);
    }
    // "Hybrid" or "Remote" as the only place: the office's city stands elsewhere.
    if found.iter().all(|place| words::without_mode(place).is_empty())
        && let Some(Value::Array(offices)) = map.get("offices")
    {
        let office = offices.iter().filter_map(Value::as_object);
        found.extend(office.filter_map(|it| first(it, &["location", "name"])).map(string));
    }
    found
}

/// Places under the usual names.
fn listed(map: &Object) -> Vec<String> {
    const NAMES: [&str; 7] = [
        "locations",
        "location",
        "jobLocation",
        "officeLocations",
        "office",
        "additionalLocations",
        "secondaryLocations",
    ];
    let place = |one: &Value| match one {
        Value::Object(inner) if inner.contains_key("address") => jsonld::places(one).join(", "),
        Value::Object(inner) if first(inner, &["city", "City"]).is_some() => address(inner),
        Value::Object(inner) => first(inner, &["location", "name", "locationName", "label"])
            .map(string)
            .unwrap_or_default(),
        other => string(other),
    };
    let values = NAMES.iter().filter_map(|name| map.get(*name));
    let each = values.flat_map(|value| match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    });
    each.take(50).map(place).collect()
}

/// Places where only some systems keep them.
fn elsewhere(map: &Object) -> Vec<String> {
    if let Some(Value::Object(inner)) = deep(map, &["WorkLocation", "workLocation"]) {
        return vec![address(inner)];
    }
    if first(map, &["city", "City"]).is_some() {
        return vec![address(map)];
    }
    let shown = ["location_display", "locationsText", "locationName", "formattedLocation", "Place"];
    first(map, &shown).map(strings).unwrap_or_default()
}

fn employment(map: &Object, stated: &mut Stated) {
    let names = [
        "employmentType",
        "employment_type",
        "employment_type_code",
        "job_type",
        "jobType",
        "timeType",
        "typeOfEmployment",
        "contractTime",
        "schedule",
        "workType",
        "type",
        "employmentTypes",
        "employment_type_name",
        "commitment",
        "contract_type",
        "WeeklyWorkHours",
    ];
    let salaried = map.get("salary").and_then(|salary| salary.get("employmentType"));
    let mut all: Vec<String> = salaried.map(strings).unwrap_or_default();
    let commitment = map.get("categories").and_then(|inner| inner.get("commitment"));
    all.extend(commitment.map(strings).unwrap_or_default());
    all.extend(names.iter().filter_map(|name| map.get(*name)).flat_map(strings));
    if let Some(Value::Object(hours)) = deep(map, &["WeeklyWorkHours"]) {
        all.extend(hours.get("TypeName").map(strings).unwrap_or_default());
    }
    // A contract beside the pay says more than the hours do.
    let told = salaried.is_some_and(|kinds| !strings(kinds).is_empty());
    for text in all.iter().take(if told { 1 } else { all.len() }) {
        stated.employment(text);
    }
}

fn pay(map: &Object, stated: &mut Stated) {
    let mut ranges: Vec<&Value> =
        ["salary", "salaryRange", "salary_range", "baseSalary", "compensation", "payRange"]
            .iter()
            .filter_map(|name| map.get(*name))
            .collect();
    if let Some(parts) =
        map.get("compensation").and_then(|it| it.get("summaryComponents")?.as_array())
    {
        let salary = |part: &&Value| {
            part.get("compensationType")
                .is_none_or(|kind| string(kind).to_lowercase().contains("salary"))
        };
        ranges.extend(parts.iter().filter(salary));
    }
    if let Some(Value::Array(parts)) = map.get("pay_input_ranges") {
        ranges.extend(parts);
    }
    let whole = Value::Object(map.clone());
    ranges.push(&whole);
    for range in ranges {
        let Value::Object(range) = range else { continue };
        let amount = |names: &[&str]| first(range, names).and_then(number);
        let cents = |name: &str| range.get(name).and_then(number).map(|cents| cents / 100.0);
        let get = |names: &[&str]| first(range, names).map(string).unwrap_or_default();
        let currency = get(&[
            "currency",
            "currencyCode",
            "currency_type",
            "salary_currency",
            "salaryCurrency",
        ]);
        let per = get(&["period", "interval", "unit", "salary_period", "salaryPeriod"]);
        let bare = range.len() == map.len();
        let (low, high): (&[&str], &[&str]) = if bare {
            (
                &["salary_min", "salaryMin", "min_salary", "minSalary", "salary_from"],
                &["salary_max", "salaryMax", "max_salary", "maxSalary", "salary_to"],
            )
        } else {
            (
                &["min", "minValue", "from", "minimum", "low"],
                &["max", "maxValue", "to", "maximum", "high"],
            )
        };
        stated.salary(
            amount(low).or_else(|| cents("min_cents")),
            amount(high).or_else(|| cents("max_cents")),
            &currency,
            &per,
        );
    }
}

fn dates(map: &Object, stated: &mut Stated) {
    let posted = [
        "first_published",
        "publishedAt",
        "published_at",
        "published_on",
        "datePosted",
        "date_posted",
        "releasedDate",
        "PublicationStartDate",
        "postedDate",
        "posted_at",
        "validFrom",
        "createdAt",
        "created_at",
        "startDate",
        "publication_date",
        "pubDate",
    ];
    let closing = [
        "application_deadline",
        "applicationDeadline",
        "close_at",
        "closes_at",
        "validThrough",
        "validTo",
        "ApplicationDeadlineDate",
        "PublicationEndDate",
        "expires_at",
        "expirationDate",
        "deadline",
        "endDate",
        "closingDate",
    ];
    for (names, is_posted) in [(posted.as_slice(), true), (closing.as_slice(), false)] {
        let near = names.iter().find_map(|name| first(map, &[name]));
        // A board whose fields lie deeper keeps its publication there; other dates would mislead.
        let far = || deep(map, if is_posted { &[] } else { &["ApplicationDeadlineDate"] });
        if let Some(date) = near.or_else(far) {
            if is_posted { stated.posted(date) } else { stated.deadline(date) }
        }
    }
}

/// The text, with the parts some systems keep beside the description.
fn body(map: &Object) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(sections) = map.get("jobAd").and_then(|ad| ad.get("sections")?.as_object()) {
        for section in sections.values().filter_map(Value::as_object) {
            for key in ["title", "text"] {
                parts.push(section.get(key).map(string).unwrap_or_default());
            }
        }
    }
    let html = [
        "descriptionHtml",
        "description",
        "content",
        "jobDescription",
        "job_description",
        "body",
        "full_description",
        "externalPostedDescription",
        "details",
    ];
    let plain = ["descriptionPlain", "full_page_content"];
    let main = first(map, &html).map(|value| strings(value).join("\n"));
    let main = main.filter(|text| !text.is_empty()).or_else(|| first(map, &plain).map(string));
    parts
        .extend(main.or_else(|| parts.is_empty().then(|| deep(map, BODIES).map(string)).flatten()));
    for (heading, key) in [
        ("", "responsibilities"),
        ("Requirements:", "requirements"),
        ("Qualifications:", "qualifications"),
    ] {
        let part = map.get(key).map(|value| strings(value).join("\n")).unwrap_or_default();
        if !part.is_empty() && part != parts.concat() {
            parts.extend([heading.to_owned(), part]);
        }
    }
    if let Some(Value::Array(lists)) = map.get("lists") {
        for list in lists.iter().take(50).filter_map(Value::as_object) {
            parts.extend([
                list.get("text").map(string).unwrap_or_default(),
                list.get("content").map(string).unwrap_or_default(),
            ]);
        }
    }
    parts.extend(first(map, &["additional", "additionalPlain"]).map(string));
    for (heading, key) in [("Required skills:", "skills"), ("Languages:", "languages")] {
        if let Some(Value::Array(all)) = map.get(key) {
            let items: String =
                all.iter().take(50).map(|it| format!("<li>{}</li>", string(it))).collect();
            parts.extend([heading.to_owned(), items]);
        }
    }
    let lines: Vec<String> =
        parts.iter().map(|part| fragment::lines(part)).filter(|part| !part.is_empty()).collect();
    super::bounded(lines.join("\n"))
}
