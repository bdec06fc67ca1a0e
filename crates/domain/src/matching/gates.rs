//! Conditions an employer may insist on; reported beside the score, never mixed into it.

use super::{
    Gate, GateStatus, ResumeQuote,
    evidence::whole,
    shown::Shown,
    tally::{Item, Tally},
};
use crate::{
    jobs::{
        DegreeLevel, EducationAsked, Importance, Posting, RemoteMode, RequirementKind, TextSpan,
    },
    vocabulary::Folded,
};

/// Every condition of `posting`, and whether the resume meets it.
pub(super) fn of(shown: &Shown<'_>, posting: &Posting, tally: &Tally) -> Vec<Gate> {
    let mut gates: Vec<Gate> = tally
        .items
        .iter()
        .filter(|it| {
            it.asked && it.importance == Importance::Required && it.kind != RequirementKind::Skill
        })
        .map(|it| gate(it, status(it, shown, posting, tally)))
        .collect();
    let degree = |kind: &RequirementKind| *kind == RequirementKind::Education;
    // A degree that experience can stand in for is no condition.
    if posting.education.as_ref().is_some_and(|asked| asked.or_equivalent) {
        gates.retain(|it| !degree(&it.kind) || it.status == GateStatus::Met);
    }
    gates.extend(authorizations(shown, posting));
    gates.extend(place(shown, posting));
    gates
}

fn gate(item: &Item, status: GateStatus) -> Gate {
    let resume = item.answer.as_ref().map(|it| it.resume.clone());
    Gate { kind: item.kind, name: item.name.clone(), status, posting: item.posting, resume }
}

fn status(item: &Item, shown: &Shown<'_>, posting: &Posting, tally: &Tally) -> GateStatus {
    let met = item.value >= 0.999;
    match item.kind {
        RequirementKind::License if met && expired(shown, item) => GateStatus::NotMet,
        _ if met => GateStatus::Met,
        RequirementKind::Years if tally.tenure.dated => GateStatus::NotMet,
        RequirementKind::Education => {
            lacking(posting.education.as_ref(), shown.degree.as_ref().map(|(level, _)| *level))
        }
        // A step below is worth a conversation; further below, or not listed at all, is a no.
        RequirementKind::Language if item.value >= 0.75 => GateStatus::Unknown,
        RequirementKind::Language if !shown.resume.languages.is_empty() => GateStatus::NotMet,
        RequirementKind::Years
        | RequirementKind::Language
        | RequirementKind::License
        | RequirementKind::Skill
        | RequirementKind::Location
        | RequirementKind::WorkAuthorization => GateStatus::Unknown,
    }
}

/// Whether the resume says itself that a licence is no longer held.
fn expired(shown: &Shown<'_>, item: &Item) -> bool {
    const GONE: [&str; 6] = ["expired", "lapsed", "inactive", "abgelaufen", "expire en", "caducad"];
    let Some(answer) = &item.answer else { return false };
    let text = Folded::new(&answer.resume.text).text;
    let until = text.rsplit_once("expired").or_else(|| text.rsplit_once("valid until"));
    let until = until.or_else(|| text.rsplit_once("expires")).map(|(_, date)| date);
    let passed = until.and_then(year).is_some_and(|year| year < i32::from(shown.today.year()));
    passed || GONE.iter().any(|word| text.contains(word))
}

/// The first year in a text.
fn year(text: &str) -> Option<i32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|it| it.len() == 4)?;
    digits.parse().ok().filter(|year| (1950..2100).contains(year))
}

/// A lower degree is a no; none at all is a question, for many leave school out.
fn lacking(asked: Option<&EducationAsked>, held: Option<DegreeLevel>) -> GateStatus {
    match (asked, held) {
        (Some(asked), Some(held)) if held < asked.level => GateStatus::NotMet,
        _ => GateStatus::Unknown,
    }
}

/// What a resume may say of one condition, for and against it.
struct Sayings {
    against: &'static [&'static str],
    towards: &'static [&'static str],
}

const AUTHORIZED: Sayings = Sayings {
    against: &[
        "require sponsorship",
        "requires sponsorship",
        "need sponsorship",
        "visa sponsorship required",
        "sponsorship needed",
        "need a visa",
        "requires a visa",
        "require visa",
    ],
    towards: &[
        "authorized to work",
        "authorised to work",
        "right to work",
        "us citizen",
        "u.s. citizen",
        "green card",
        "work permit",
        "permanent resident",
        "no sponsorship",
        "without sponsorship",
        "eu citizen",
        "arbeitserlaubnis",
    ],
};
const CLEARED: Sayings = Sayings {
    against: &["no clearance", "no security clearance", "not cleared", "clearance expired"],
    towards: &[
        "security clearance",
        "secret clearance",
        "top secret",
        "ts/sci",
        "sc cleared",
        "dv cleared",
        "active clearance",
        "public trust",
        "sicherheitsuberprufung",
    ],
};
const THERE: Sayings = Sayings {
    against: &[
        "remote only",
        "only remote",
        "not willing to relocate",
        "unable to relocate",
        "no relocation",
        "fully remote roles only",
    ],
    towards: &[
        "willing to relocate",
        "open to relocation",
        "happy to relocate",
        "ready to relocate",
        "relocating to",
        "umzugsbereit",
    ],
};

impl Sayings {
    /// What the resume says, and where; the word against it wins.
    fn heard(&self, shown: &Shown<'_>) -> Option<(GateStatus, ResumeQuote)> {
        let find = |words: &[&str]| {
            let field = shown.fields.iter().find(|field| {
                let text = Folded::new(&field.text).text;
                words.iter().any(|word| text.contains(word))
            })?;
            Some(whole(&field.path, &field.text))
        };
        let against = find(self.against).map(|quote| (GateStatus::NotMet, quote));
        against.or_else(|| find(self.towards).map(|quote| (GateStatus::Met, quote)))
    }
}

/// The right to work, and clearance, each its own condition.
fn authorizations(shown: &Shown<'_>, posting: &Posting) -> Vec<Gate> {
    let mut asked: Vec<(String, TextSpan)> = posting
        .requirements
        .iter()
        .filter(|it| {
            it.kind == RequirementKind::WorkAuthorization && it.importance == Importance::Required
        })
        .map(|it| (it.name.replace('_', " "), it.span))
        .collect();
    if let (Some(visa), true) = (&posting.visa, asked.is_empty()) {
        asked.push((visa.replace('_', " "), TextSpan::default()));
    }
    let gate = |(name, span): (String, TextSpan)| {
        let cleared = name.to_lowercase().contains("clearance");
        let heard = if cleared { CLEARED.heard(shown) } else { AUTHORIZED.heard(shown) };
        let (status, resume) =
            heard.map_or((GateStatus::Unknown, None), |(status, quote)| (status, Some(quote)));
        Gate { kind: RequirementKind::WorkAuthorization, name, status, posting: span, resume }
    };
    asked.into_iter().map(gate).collect()
}

/// Being there: met when one lives there or would move; else a question, for people move.
fn place(shown: &Shown<'_>, posting: &Posting) -> Option<Gate> {
    let there = matches!(posting.remote_mode, RemoteMode::Onsite | RemoteMode::Hybrid);
    let name = posting.locations.join(" / ");
    if !there || name.is_empty() {
        return None;
    }
    let location = &shown.resume.basics.location;
    let home = super::fields::words(location);
    let near = super::fields::words(&name).iter().any(|word| word.len() > 2 && home.contains(word));
    let lives = (!home.is_empty()).then(|| whole("basics.location", location));
    let (status, resume) = if near {
        (GateStatus::Met, lives)
    } else {
        let heard = THERE.heard(shown);
        heard.map_or((GateStatus::Unknown, lives), |(status, quote)| (status, Some(quote)))
    };
    Some(Gate {
        kind: RequirementKind::Location,
        name,
        status,
        posting: TextSpan::default(),
        resume,
    })
}
