//! How a system says one is employed, and since when and until when it is asked.

use domain::jobs::{RemoteMode, words};
use serde_json::Value;

use super::{Object, deep, first};
use crate::postings::stated::{Stated, string, strings};

/// Where the work is done. A named workplace type is trusted before any yes or no.
pub(super) fn mode(map: &Object, stated: &mut Stated) {
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
        "WorkplaceType",
        "work_location_option",
    ];
    if let Some(mode) = map.get("locationType").and_then(numbered_mode) {
        stated.remote(mode);
        return;
    }
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

/// BambooHR numbers its modes.
fn numbered_mode(value: &Value) -> Option<RemoteMode> {
    match string(value).as_str() {
        "0" => Some(RemoteMode::Onsite),
        "1" => Some(RemoteMode::Remote),
        "2" => Some(RemoteMode::Hybrid),
        _ => None,
    }
}

/// The kind of employment.
pub(super) fn employment(map: &Object, stated: &mut Stated) {
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
        "employmentStatusLabel",
        "jobtype",
        "JobSchedule",
        "JobType",
    ];
    let salaried = map.get("salary").and_then(|salary| salary.get("employmentType"));
    let mut all: Vec<String> = salaried.map(strings).unwrap_or_default();
    let commitment = map.get("categories").and_then(|inner| inner.get("commitment"));
    all.extend(commitment.map(strings).unwrap_or_default());
    all.extend(names.iter().filter_map(|name| map.get(*name)).flat_map(strings));
    // A company's own fields: "Employment Type: Full-time".
    if let Some(Value::Array(fields)) = map.get("metadata") {
        let typed = fields.iter().filter(|field| {
            field.get("name").map(string).is_some_and(|name| name.to_lowercase().contains("type"))
        });
        all.extend(typed.filter_map(|field| field.get("value")).flat_map(strings));
    }
    if let Some(Value::Object(hours)) = deep(map, &["WeeklyWorkHours"]) {
        all.extend(hours.get("TypeName").map(strings).unwrap_or_default());
    }
    // A contract beside the pay says more than the hours do.
    let told = salaried.is_some_and(|kinds| !strings(kinds).is_empty());
    for text in all.iter().take(if told { 1 } else { all.len() }) {
        stated.employment(text);
    }
}

/// Since when and until when.
pub(super) fn dates(map: &Object, stated: &mut Stated) {
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
        "published_date",
        "t_create",
        "createdOn",
        "ExternalPostedStartDate",
        "PostedDate",
        "date",
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
        "deadline_at",
        "ExternalPostedEndDate",
        "PostingEndDate",
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
