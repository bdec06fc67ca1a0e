//! Conditions an employer may insist on; reported beside the score, never mixed into it.

use super::{
    Gate, GateStatus,
    tally::{Item, Tally},
};
use crate::{
    jobs::{
        DegreeLevel, EducationAsked, Importance, Posting, RemoteMode, RequirementKind, TextSpan,
    },
    resumes::Resume,
};

/// Every condition of `posting`, and whether `resume` meets it.
pub(super) fn of(resume: &Resume, posting: &Posting, tally: &Tally) -> Vec<Gate> {
    let mut gates: Vec<Gate> = tally
        .items
        .iter()
        .filter(|it| {
            it.asked && it.importance == Importance::Required && it.kind != RequirementKind::Skill
        })
        .map(|it| gate(it, status(it, resume, posting, tally)))
        .collect();
    let degree = |kind: &RequirementKind| *kind == RequirementKind::Education;
    // A degree that experience can stand in for is no condition.
    if posting.education.as_ref().is_some_and(|asked| asked.or_equivalent) {
        gates.retain(|it| !degree(&it.kind) || it.status == GateStatus::Met);
    }
    gates.extend(authorization(posting, tally));
    gates.extend(place(resume, posting));
    gates
}

fn gate(item: &Item, status: GateStatus) -> Gate {
    let resume = item.answer.as_ref().map(|it| it.resume.clone());
    Gate { kind: item.kind, name: item.name.clone(), status, posting: item.posting, resume }
}

fn status(item: &Item, resume: &Resume, posting: &Posting, tally: &Tally) -> GateStatus {
    let met = item.value >= 0.999;
    match item.kind {
        _ if met => GateStatus::Met,
        RequirementKind::Years if tally.tenure.dated => GateStatus::NotMet,
        RequirementKind::Education => {
            lacking(posting.education.as_ref(), tally.degree.as_ref().map(|(level, _)| *level))
        }
        RequirementKind::Language if !resume.languages.is_empty() => GateStatus::NotMet,
        RequirementKind::Years
        | RequirementKind::Language
        | RequirementKind::License
        | RequirementKind::Skill
        | RequirementKind::Location
        | RequirementKind::WorkAuthorization => GateStatus::Unknown,
    }
}

/// A lower degree is a no; none at all is a question, for many leave school out.
fn lacking(asked: Option<&EducationAsked>, held: Option<DegreeLevel>) -> GateStatus {
    match (asked, held) {
        (Some(asked), Some(held)) if held < asked.level => GateStatus::NotMet,
        _ => GateStatus::Unknown,
    }
}

fn authorization(posting: &Posting, tally: &Tally) -> Option<Gate> {
    let asked =
        posting.requirements.iter().find(|it| it.kind == RequirementKind::WorkAuthorization);
    let visa = posting.visa.as_ref()?;
    let said = |text: &str| {
        let text = text.to_lowercase();
        [
            "authorized to work",
            "authorised to work",
            "us citizen",
            "u.s. citizen",
            "green card",
            "work permit",
            "permanent resident",
        ]
        .iter()
        .any(|it| text.contains(it))
    };
    let field = tally.fields.iter().find(|field| said(&field.text));
    let status = if field.is_some() { GateStatus::Met } else { GateStatus::Unknown };
    let resume = field.map(|field| super::evidence::whole(&field.path, &field.text));
    let span = asked.map_or_else(TextSpan::default, |it| it.span);
    Some(Gate {
        kind: RequirementKind::WorkAuthorization,
        name: visa.replace('_', " "),
        status,
        posting: span,
        resume,
    })
}

/// Being there: met when one lives there; else a question, for people move.
fn place(resume: &Resume, posting: &Posting) -> Option<Gate> {
    let there = matches!(posting.remote_mode, RemoteMode::Onsite | RemoteMode::Hybrid);
    let name = posting.locations.join(" / ");
    if !there || name.is_empty() {
        return None;
    }
    let home = super::fields::words(&resume.basics.location);
    let near = super::fields::words(&name).iter().any(|word| word.len() > 2 && home.contains(word));
    let status = if near { GateStatus::Met } else { GateStatus::Unknown };
    let quote = (!home.is_empty())
        .then(|| super::evidence::whole("basics.location", &resume.basics.location));
    Some(Gate {
        kind: RequirementKind::Location,
        name,
        status,
        posting: TextSpan::default(),
        resume: quote,
    })
}
