//! What a posting asks, item by item, with how well each is met, and what they add up to.

use super::{
    Component, ComponentName, How,
    evidence::{self, Answer, whole},
    fields::{self, Field},
    result::ResumeQuote,
    tenure::{self, Tenure},
    titles,
};
use crate::{
    PartialDate,
    jobs::{
        DegreeLevel, Importance, Posting, RemoteMode, Requirement, RequirementKind, TextSpan, words,
    },
    resumes::Resume,
};

/// Shares of the score before what does not apply is dropped.
const WEIGHTS: [(ComponentName, f32); 8] = [
    (ComponentName::RequiredSkills, 45.0),
    (ComponentName::PreferredSkills, 10.0),
    (ComponentName::Title, 12.0),
    (ComponentName::Years, 12.0),
    (ComponentName::Education, 6.0),
    (ComponentName::Licenses, 8.0),
    (ComponentName::Languages, 4.0),
    (ComponentName::Location, 3.0),
];
/// What a skill that is only mentioned weighs beside one that is asked for.
const MENTIONED: f32 = 0.4;
/// What a phrase outside the vocabulary weighs beside a known skill.
const PHRASE: f32 = 0.5;

/// One thing asked, alternatives taken together.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) component: ComponentName,
    pub(super) kind: RequirementKind,
    pub(super) name: String,
    pub(super) importance: Importance,
    pub(super) posting: TextSpan,
    pub(super) weight: f32,
    pub(super) value: f32,
    pub(super) answer: Option<Answer>,
    /// Whether it comes from the posting's requirements and not from its title or place.
    pub(super) asked: bool,
}

/// Everything asked, and what was found out on the way.
pub(super) struct Tally {
    pub(super) items: Vec<Item>,
    pub(super) tenure: Tenure,
    /// The highest degree of the resume.
    pub(super) degree: Option<(DegreeLevel, ResumeQuote)>,
    pub(super) fields: Vec<Field>,
}

/// Weighs every requirement of `posting` against `resume`.
pub(super) fn of(resume: &Resume, posting: &Posting, today: PartialDate) -> Tally {
    let fields = fields::of(resume, today);
    let skills: Vec<&str> = posting
        .requirements
        .iter()
        .filter(|it| {
            it.kind == RequirementKind::Skill
                && it.importance <= Importance::Preferred
                && !it.canonical.is_empty()
        })
        .map(|it| it.canonical.as_str())
        .collect();
    let tenure = tenure::of(resume, &fields, &posting.title, &skills, today);
    let degree = degree(resume);
    let mut items = grouped(posting, &fields, today);
    items.extend(title(resume, posting));
    items.extend(years(posting, &tenure));
    items.extend(education(posting, &degree, &tenure));
    items.extend(location(resume, posting));
    spoken(resume, &mut items);
    balance(&mut items);
    Tally { items, tenure, degree, fields }
}

/// The components of items, and the score they add up to, from 0 to 100.
pub(super) fn total(items: &[Item]) -> (Vec<Component>, f32) {
    let whole: f32 = WEIGHTS
        .iter()
        .filter(|(name, _)| items.iter().any(|it| it.component == *name))
        .map(|(_, weight)| weight)
        .sum();
    let mut sum = 0.0;
    let components = WEIGHTS.iter().map(|(name, weight)| {
        let mine = || items.iter().filter(|it| it.component == *name);
        let parts: f32 = mine().map(|it| it.weight).sum();
        let applies = parts > 0.0;
        let value =
            if applies { mine().map(|it| it.weight * it.value).sum::<f32>() / parts } else { 0.0 };
        let weight = if applies && whole > 0.0 { weight / whole * 100.0 } else { 0.0 };
        sum += weight * value;
        Component { name: *name, weight, value, applies }
    });
    let components = components.collect();
    (components, sum)
}

/// Skills, licences and languages; alternatives become one item, the best of them.
fn grouped(posting: &Posting, fields: &[Field], today: PartialDate) -> Vec<Item> {
    let mut items: Vec<(Option<u32>, Item)> = Vec::new();
    for asked in &posting.requirements {
        let component = match (asked.kind, asked.importance) {
            (RequirementKind::Skill, Importance::Preferred) => ComponentName::PreferredSkills,
            (RequirementKind::Skill, _) => ComponentName::RequiredSkills,
            (RequirementKind::License, _) => ComponentName::Licenses,
            (RequirementKind::Language, _) => ComponentName::Languages,
            (
                RequirementKind::Years
                | RequirementKind::Education
                | RequirementKind::Location
                | RequirementKind::WorkAuthorization,
                _,
            ) => continue,
        };
        let answer = evidence::best(asked, fields, today);
        let value = answer.as_ref().map_or(0.0, |it| it.value);
        let item = Item {
            component,
            kind: asked.kind,
            name: asked.name.clone(),
            importance: asked.importance,
            posting: asked.span,
            weight: weight(asked),
            value,
            answer,
            asked: true,
        };
        let group = asked.group.and_then(|group| {
            items
                .iter_mut()
                .find(|(held, it)| *held == Some(group) && it.component == component)
                .map(|(_, it)| it)
        });
        match group {
            Some(held) => {
                held.name = if held.answer.is_some() && held.value >= value {
                    held.name.clone()
                } else if item.answer.is_some() {
                    item.name.clone()
                } else {
                    format!("{} or {}", held.name, item.name)
                };
                if item.value > held.value {
                    (held.value, held.answer, held.posting) =
                        (item.value, item.answer, item.posting);
                }
            }
            None => items.push((asked.group, item)),
        }
    }
    items.into_iter().map(|(_, item)| item).collect()
}

fn weight(asked: &Requirement) -> f32 {
    let known = if asked.canonical.is_empty() { PHRASE } else { 1.0 };
    match (asked.kind, asked.importance) {
        (RequirementKind::Skill, Importance::Mentioned) => MENTIONED * known,
        (RequirementKind::License | RequirementKind::Language, Importance::Preferred) => 0.5,
        _ => known,
    }
}

/// However many duties a posting tells of, they weigh no more than half of what it asks for.
fn balance(items: &mut [Item]) {
    let sum = |items: &[Item], mentioned: bool| -> f32 {
        let mine = items.iter().filter(|it| {
            it.component == ComponentName::RequiredSkills
                && (it.importance == Importance::Mentioned) == mentioned
        });
        mine.map(|it| it.weight).sum()
    };
    let (asked, told) = (sum(items, false), sum(items, true));
    if asked > 0.0 && told > asked / 2.0 {
        for item in items.iter_mut().filter(|it| {
            it.component == ComponentName::RequiredSkills && it.importance == Importance::Mentioned
        }) {
            item.weight *= asked / 2.0 / told;
        }
    }
}

fn plain(component: ComponentName, kind: RequirementKind, name: &str, value: f32) -> Item {
    let posting = TextSpan::default();
    Item {
        component,
        kind,
        name: name.to_owned(),
        importance: Importance::Mentioned,
        posting,
        weight: 1.0,
        value,
        answer: None,
        asked: false,
    }
}

/// Likeness of the title to the roles held and the headline.
fn title(resume: &Resume, posting: &Posting) -> Option<Item> {
    if posting.title.trim().is_empty() {
        return None;
    }
    let roles = resume.work.iter().map(|work| work.position.as_str());
    // A headline says what one wants to be as often as what one is.
    let headline = titles::likeness(&posting.title, &resume.basics.label) * 0.8;
    let value = roles.map(|role| titles::likeness(&posting.title, role)).fold(headline, f32::max);
    Some(plain(ComponentName::Title, RequirementKind::Skill, &posting.title, value))
}

fn years(posting: &Posting, tenure: &Tenure) -> Option<Item> {
    let asked = posting
        .requirements
        .iter()
        .filter(|it| it.kind == RequirementKind::Years && it.importance == Importance::Required)
        .max_by(|a, b| a.years.unwrap_or(0.0).total_cmp(&b.years.unwrap_or(0.0)));
    #[expect(clippy::cast_precision_loss, reason = "years are at most 40")]
    let need = asked
        .and_then(|it| it.years)
        .or(posting.years_min.map(|years| years as f32))
        .filter(|need| *need > 0.0)?;
    // What is rounded down to the month is not held against anyone.
    let value = ((tenure.years + 0.09) / need).min(1.0);
    let answer = tenure.quote.clone().filter(|_| tenure.years > 0.0).map(|resume| Answer {
        value,
        how: How::Computed,
        resume,
    });
    let unit = if need == 1.0 { "year" } else { "years" };
    let name = format!("{need} {unit} of experience");
    let posting = asked.map_or_else(TextSpan::default, |it| it.span);
    Some(Item {
        importance: Importance::Required,
        posting,
        answer,
        asked: true,
        ..plain(ComponentName::Years, RequirementKind::Years, &name, value)
    })
}

fn education(
    posting: &Posting,
    degree: &Option<(DegreeLevel, ResumeQuote)>,
    tenure: &Tenure,
) -> Option<Item> {
    let asked = posting.education.as_ref()?;
    let requirement = posting.requirements.iter().find(|it| it.kind == RequirementKind::Education);
    let held = degree.as_ref().map(|(level, _)| *level);
    let value = match held {
        Some(held) if held >= asked.level => 1.0,
        _ if asked.or_equivalent && tenure.years >= 4.0 => 1.0,
        Some(_) => 0.4,
        None => 0.0,
    };
    let quote = degree.as_ref().map(|(_, quote)| quote.clone()).or_else(|| tenure.quote.clone());
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

/// The highest degree a resume names.
fn degree(resume: &Resume) -> Option<(DegreeLevel, ResumeQuote)> {
    let mut best: Option<(DegreeLevel, ResumeQuote)> = None;
    for (at, school) in resume.education.iter().enumerate() {
        let named = [
            ("studyType", &school.study_type),
            ("area", &school.area),
            ("institution", &school.institution),
        ];
        for (field, text) in named {
            let Some(level) = words::highest_degree(text) else { continue };
            if best.as_ref().is_none_or(|(held, _)| level > *held) {
                best = Some((level, whole(&format!("education[{at}].{field}"), text)));
            }
        }
    }
    best
}

/// Whether the person lives where the work is; only asked when one has to be there.
fn location(resume: &Resume, posting: &Posting) -> Option<Item> {
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

/// A resume written in a language shows that language.
fn spoken(resume: &Resume, items: &mut [Item]) {
    const CODES: [(&str, &str); 12] = [
        ("en", "English"),
        ("de", "German"),
        ("fr", "French"),
        ("es", "Spanish"),
        ("it", "Italian"),
        ("pt", "Portuguese"),
        ("nl", "Dutch"),
        ("pl", "Polish"),
        ("da", "Danish"),
        ("sv", "Swedish"),
        ("cs", "Czech"),
        ("no", "Norwegian"),
    ];
    let Some((_, name)) = CODES.iter().find(|(code, _)| *code == resume.language) else { return };
    for item in items.iter_mut().filter(|it| {
        it.component == ComponentName::Languages && it.name == *name && it.answer.is_none()
    }) {
        let text = if resume.basics.summary.is_empty() {
            ("basics.label", &resume.basics.label)
        } else {
            ("basics.summary", &resume.basics.summary)
        };
        item.value = 1.0;
        item.answer =
            Some(Answer { value: 1.0, how: How::Computed, resume: whole(text.0, text.1) });
    }
}
