//! What a posting asks, item by item, with how well each is met, and what they add up to.

use super::{
    Component, ComponentName,
    evidence::{self, Answer},
    shown::Shown,
    tenure::{self, Tenure},
    terms,
};
use crate::jobs::{Importance, Posting, Requirement, RequirementKind, TextSpan};

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
}

/// Weighs every requirement of `posting` against what is `shown`.
pub(super) fn of(shown: &Shown<'_>, posting: &Posting) -> Tally {
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
    let tenure = tenure::of(shown, &posting.title, &skills);
    let mut items = grouped(posting, shown);
    items.extend(terms::title(shown.resume, posting));
    items.extend(terms::years(shown, posting, &tenure));
    items.extend(terms::education(shown, posting, &tenure));
    items.extend(terms::location(shown.resume, posting));
    terms::languages(shown, posting, &mut items);
    balance(&mut items);
    Tally { items, tenure }
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
fn grouped(posting: &Posting, shown: &Shown<'_>) -> Vec<Item> {
    let mut items: Vec<(Option<u32>, Item)> = Vec::new();
    for asked in &posting.requirements {
        let Some(component) = component(asked) else { continue };
        let item = item(asked, component, shown);
        let group = asked.group.and_then(|group| {
            items
                .iter_mut()
                .find(|(held, it)| *held == Some(group) && it.component == component)
                .map(|(_, it)| it)
        });
        match group {
            Some(held) => join(held, item),
            None => items.push((asked.group, item)),
        }
    }
    items.into_iter().map(|(_, item)| item).collect()
}

fn component(asked: &Requirement) -> Option<ComponentName> {
    Some(match (asked.kind, asked.importance) {
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
        ) => return None,
    })
}

fn item(asked: &Requirement, component: ComponentName, shown: &Shown<'_>) -> Item {
    let answer = evidence::best(asked, shown);
    Item {
        component,
        kind: asked.kind,
        name: asked.name.clone(),
        importance: asked.importance,
        posting: asked.span,
        weight: weight(asked),
        value: answer.as_ref().map_or(0.0, |it| it.value),
        answer,
        asked: true,
    }
}

/// Takes an alternative into the item of its group: the better one counts.
fn join(held: &mut Item, other: Item) {
    if other.value > held.value {
        *held = Item { weight: held.weight, importance: held.importance, ..other };
    } else if held.answer.is_none() {
        held.name = format!("{} or {}", held.name, other.name);
    }
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
