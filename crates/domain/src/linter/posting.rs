//! M01 to M06 and B15: the resume beside a posting.

mod acronyms;
mod companies;
mod keywords;

use std::ops::Range;

use super::{Check, Finding, Region, Target, case::Case};
use crate::{
    jobs::{Importance, Posting, Requirement, RequirementKind},
    lexicon::fold,
    matching::{self, GateStatus},
    vocabulary,
};

/// More of one kind would bury the rest.
const MOST: usize = 6;

/// Finds what the posting asks and the resume says otherwise or not at all.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(target) = case.target else { return };
    let mentions = mentions(case);
    aliases(case, &target, &mentions, found);
    listed_only(case, &target, &mentions, found);
    keywords::check(case, target.posting, &mentions, found);
    found.extend(title(case, target.posting));
    conditions(case, target.posting, found);
    companies::check(case, &target, found);
    acronyms::check(case, target.posting, found);
}

/// Where a posting's work is, if it says so.
pub(super) fn region(posting: &Posting) -> Option<Region> {
    posting.locations.iter().find_map(|place| Region::of_place(place))
}

/// A skill that the resume names.
pub(super) struct Named<'c> {
    pub(super) id: &'static str,
    pub(super) path: &'c str,
    pub(super) text: &'c str,
    pub(super) range: Range<usize>,
}

impl Named<'_> {
    fn printed(&self) -> &str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    fn is_listed(&self) -> bool {
        self.path.starts_with("skills[")
    }
}

fn mentions<'c>(case: &'c Case<'_>) -> Vec<Named<'c>> {
    let mut all = Vec::new();
    for (path, text) in &case.fields {
        let found = vocabulary::find(text);
        // An item of a list needs no other words around it: "Go" among skills is Go.
        if found.is_empty()
            && path.starts_with("skills[")
            && let Some(skill) = vocabulary::named(text)
        {
            all.push(Named { id: &skill.id, path, text, range: 0..text.len() });
        }
        all.extend(found.into_iter().map(|it| Named {
            id: &it.skill.id,
            path,
            text,
            range: it.range,
        }));
    }
    all
}

/// The skills a posting asks for, each once.
fn asked(posting: &Posting, most: Importance) -> impl Iterator<Item = &Requirement> {
    let skills = posting.requirements.iter().filter(move |it| {
        it.kind == RequirementKind::Skill && !it.canonical.is_empty() && it.importance <= most
    });
    let mut seen: Vec<&str> = Vec::new();
    skills.filter(move |it| {
        let fresh = !seen.contains(&it.canonical.as_str());
        seen.push(&it.canonical);
        fresh
    })
}

/// Letters and digits only, without a plural: how words are compared.
fn core(text: &str) -> String {
    let bare: String =
        fold(text).chars().filter(|c| c.is_alphanumeric() || "+#".contains(*c)).collect();
    bare.strip_suffix('s').map_or(bare.clone(), str::to_owned)
}

fn aliases(case: &Case<'_>, target: &Target<'_>, mentions: &[Named<'_>], found: &mut Vec<Finding>) {
    let posting = target.posting;
    for asked in asked(posting, Importance::Required).take(60) {
        let words = asked.span.of(&posting.text);
        let core_words = core(&words);
        let own: Vec<&Named<'_>> = mentions.iter().filter(|it| it.id == asked.canonical).collect();
        let Some(first) = own.first().filter(|_| !core_words.is_empty()) else { continue };
        let same = own.iter().any(|it| core(it.printed()) == core_words)
            || case.fields.iter().any(|(_, text)| core(text).contains(&core_words));
        if !same {
            let quote = format!("posting: {words}; resume: {}", first.printed());
            let finding = Finding::new(Check::M01).at(first.path).on(case.spot(first.path));
            found.push(finding.quoting(&quote));
        }
        if found.iter().filter(|it| it.code == Check::M01).count() >= MOST {
            return;
        }
    }
}

fn listed_only(
    case: &Case<'_>,
    target: &Target<'_>,
    mentions: &[Named<'_>],
    found: &mut Vec<Finding>,
) {
    let lonely = asked(target.posting, Importance::Preferred).filter_map(|asked| {
        let mut own = mentions.iter().filter(|it| it.id == asked.canonical);
        let first = own.next()?;
        (first.is_listed() && own.all(Named::is_listed)).then_some(first)
    });
    // A resume without any bullets has nowhere to show it.
    if case.bullets.is_empty() {
        return;
    }
    for named in lonely.take(MOST) {
        let finding = Finding::new(Check::M02).at(named.path).on(case.spot(named.path));
        found.push(finding.quoting(named.printed()));
    }
}

/// The title of the job without its level and what stands in brackets.
fn bare_title(title: &str) -> Vec<String> {
    const LEVELS: [&str; 16] = [
        "senior",
        "junior",
        "sr",
        "jr",
        "lead",
        "principal",
        "staff",
        "i",
        "ii",
        "iii",
        "iv",
        "m",
        "w",
        "f",
        "d",
        "mid",
    ];
    let head = title.split(['(', '[', '|', '–', '—', ',']).next().unwrap_or(title);
    let head = head.split(" - ").next().unwrap_or(head);
    fold(head)
        .split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
        .filter(|word| !word.is_empty() && !LEVELS.contains(word))
        .map(str::to_owned)
        .collect()
}

fn title(case: &Case<'_>, posting: &Posting) -> Option<Finding> {
    let words = bare_title(&posting.title);
    if words.is_empty() {
        return None;
    }
    let named = case.fields.iter().any(|(path, text)| {
        let about = path == "basics.label"
            || path == "basics.summary"
            || path.ends_with("].position")
            || path.contains("].highlights[");
        let own = bare_words(text);
        about && words.iter().all(|word| own.contains(word))
    });
    (!named).then(|| Finding::new(Check::M04).at("basics.label").quoting(&posting.title))
}

fn bare_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#');
    words.map(str::to_owned).collect()
}

/// Conditions as the match reports them.
fn conditions(case: &Case<'_>, posting: &Posting, found: &mut Vec<Finding>) {
    let gates = matching::score(case.resume, posting, case.today).gates;
    let open = gates.into_iter().filter(|gate| gate.status != GateStatus::Met);
    for gate in open.take(MOST) {
        let path = gate.resume.as_ref().map_or("", |quote| quote.path.as_str());
        let title = match gate.status {
            GateStatus::NotMet => format!("Condition not met: {}", gate.name),
            GateStatus::Unknown | GateStatus::Met => format!("Condition not shown: {}", gate.name),
        };
        let words = gate.posting.of(&posting.text);
        let quote = if words.is_empty() { &gate.name } else { &words };
        found.push(
            Finding::new(Check::M05).at(path).on(case.spot(path)).quoting(quote).titled(title),
        );
    }
}
