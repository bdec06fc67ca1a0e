//! What a posting asks beyond skills: title, years, degree, place and how well one speaks.

use super::{
    ComponentName, How,
    evidence::{Answer, whole},
    fields,
    shown::Shown,
    speech,
    tally::Item,
    tenure::{self, Tenure},
    titles,
};
use crate::{
    jobs::{Importance, Posting, RemoteMode, Requirement, RequirementKind, TextSpan},
    resumes::Resume,
};

/// What is rounded down to the month is not held against anyone.
const ROUNDING: f32 = 0.09;

fn plain(component: ComponentName, kind: RequirementKind, name: &str, value: f32) -> Item {
    Item {
        component,
        kind,
        name: name.to_owned(),
        importance: Importance::Mentioned,
        posting: TextSpan::default(),
        weight: 1.0,
        value,
        answer: None,
        asked: false,
    }
}

/// Likeness of the title to the roles held and the headline.
pub(super) fn title(resume: &Resume, posting: &Posting) -> Option<Item> {
    if posting.title.trim().is_empty() {
        return None;
    }
    let roles = resume.work.iter().map(|work| work.position.as_str());
    // A headline says what one wants to be as often as what one is.
    let headline = titles::likeness(&posting.title, &resume.basics.label) * 0.8;
    let value = roles.map(|role| titles::likeness(&posting.title, role)).fold(headline, f32::max);
    Some(plain(ComponentName::Title, RequirementKind::Skill, &posting.title, value))
}

/// The years asked over all, and those asked of one skill.
pub(super) fn years(shown: &Shown<'_>, posting: &Posting, tenure: &Tenure) -> Vec<Item> {
    let required = |it: &&Requirement| it.importance == Importance::Required;
    let asked = posting
        .requirements
        .iter()
        .filter(required)
        .filter(|it| it.kind == RequirementKind::Years)
        .max_by(|a, b| a.years.unwrap_or(0.0).total_cmp(&b.years.unwrap_or(0.0)));
    #[expect(clippy::cast_precision_loss, reason = "years are at most 40")]
    let need = asked.and_then(|it| it.years).or(posting.years_min.map(|years| years as f32));
    let span = asked.map_or_else(TextSpan::default, |it| it.span);
    let mut items = Vec::new();
    if let Some(need) = need.filter(|need| *need > 0.0) {
        let line = speech::around(&posting.text, span).unwrap_or_default();
        let years = if is_aimed(line) { tenure.near } else { tenure.years };
        items.push(lasting(need, "experience", years, tenure, span));
    }
    let of_skill = posting.requirements.iter().filter(required);
    for one in of_skill.filter(|it| it.kind == RequirementKind::Skill) {
        if let Some(need) = one.years.filter(|need| *need > 0.0) {
            let held = tenure::showing(shown, &one.canonical);
            items.push(lasting(need, &one.name, held.near, &held, one.span));
        }
    }
    items
}

/// Whether years are asked of something, and not of any work at all.
fn is_aimed(line: &str) -> bool {
    const AIMS: [&str; 26] = [
        " in ",
        " with ",
        " as ",
        " similar",
        " related",
        " relevant",
        " comparable",
        " using ",
        " field",
        " im ",
        " mit ",
        " als ",
        " ahnlich",
        " vergleichbar",
        " einschlagig",
        " dans ",
        " avec ",
        " similaire",
        " en ",
        " con ",
        " como ",
        " em ",
        " com ",
        " w ",
        " met ",
        " nel",
    ];
    let folded = format!(" {} ", crate::vocabulary::Folded::new(line).text);
    AIMS.iter().any(|aim| folded.contains(aim))
}

fn lasting(need: f32, of: &str, years: f32, tenure: &Tenure, posting: TextSpan) -> Item {
    let value = if years > 0.0 { ((years + ROUNDING) / need).min(1.0) } else { 0.0 };
    let quote = tenure.quote.clone().filter(|_| years > 0.0);
    let answer = quote.map(|resume| Answer { value, how: How::Computed, resume });
    let unit = if need == 1.0 { "year" } else { "years" };
    Item {
        importance: Importance::Required,
        posting,
        answer,
        asked: true,
        ..plain(
            ComponentName::Years,
            RequirementKind::Years,
            &format!("{need} {unit} of {of}"),
            value,
        )
    }
}

/// The degree, or the experience that may stand in for it.
pub(super) fn education(shown: &Shown<'_>, posting: &Posting, tenure: &Tenure) -> Option<Item> {
    let asked = posting.education.as_ref()?;
    let requirement = posting.requirements.iter().find(|it| it.kind == RequirementKind::Education);
    let degree = shown.degree.as_ref();
    let value = match degree.map(|(level, _)| *level) {
        Some(held) if held >= asked.level => 1.0,
        _ if asked.or_equivalent && tenure.years >= 4.0 => 1.0,
        Some(_) => 0.4,
        None => 0.0,
    };
    let quote = degree.map(|(_, quote)| quote.clone()).or_else(|| tenure.quote.clone());
    let answer =
        quote.filter(|_| value > 0.0).map(|resume| Answer { value, how: How::Computed, resume });
    let importance = if asked.required { Importance::Required } else { Importance::Preferred };
    let name =
        requirement.map_or_else(|| format!("{:?} degree", asked.level), |it| it.name.clone());
    let span = requirement.map_or_else(TextSpan::default, |it| it.span);
    Some(Item {
        importance,
        posting: span,
        answer,
        asked: true,
        ..plain(ComponentName::Education, RequirementKind::Education, &name, value)
    })
}

/// Whether the person lives where the work is; only asked when one has to be there.
pub(super) fn location(resume: &Resume, posting: &Posting) -> Option<Item> {
    let there = matches!(posting.remote_mode, RemoteMode::Onsite | RemoteMode::Hybrid);
    if !there || posting.locations.is_empty() {
        return None;
    }
    let home = fields::words(&resume.basics.location);
    let near = |place: &String| {
        fields::words(place).iter().any(|word| word.len() > 2 && home.contains(word))
    };
    let value = if home.is_empty() {
        0.5
    } else if posting.locations.iter().any(near) {
        1.0
    } else {
        0.2
    };
    let name = posting.locations.join(" / ");
    Some(plain(ComponentName::Location, RequirementKind::Location, &name, value))
}

/// Languages by how well they are spoken; a resume written in one shows it.
pub(super) fn languages(shown: &Shown<'_>, posting: &Posting, items: &mut [Item]) {
    for item in items.iter_mut().filter(|it| it.component == ComponentName::Languages) {
        let written = speech::written(&shown.resume.language) == Some(item.name.as_str());
        match speech::degree(shown, posting, item) {
            Some(value) => item.value = value.min(item.value),
            None if item.answer.is_none() && written => {
                let basics = &shown.resume.basics;
                let (path, text) = if basics.summary.is_empty() {
                    ("basics.label", &basics.label)
                } else {
                    ("basics.summary", &basics.summary)
                };
                item.value = 1.0;
                item.answer =
                    Some(Answer { value: 1.0, how: How::Computed, resume: whole(path, text) });
            }
            None => {}
        }
    }
}
