//! Tailoring without any model: what the resume already says, put so that this posting's reader
//! finds it.

use serde::{Deserialize, Serialize};

use super::{
    Change, Ground, TailoringEdit, TruthReport, check,
    edits::{fingerprint, now_at},
    ground::begins_so,
    words::tokens,
};
use crate::{
    PartialDate,
    jobs::{Importance, Posting, Requirement, RequirementKind},
    matching,
    resumes::Resume,
    vocabulary::{self, SkillKind},
};

/// One suggestion, already checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// What to change.
    pub edit: TailoringEdit,
    /// Why, as a sentence.
    pub reason: String,
    /// What the Truth Lock says of the new words.
    pub report: TruthReport,
}

/// What can be done for a posting without a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Suggestions {
    /// The changes.
    pub suggestions: Vec<Suggestion>,
    /// What the posting asks and the resume does not show: to be learnt or told, never made up.
    pub gaps: Vec<String>,
}

/// Bullets beyond this many make a role too long.
const ENOUGH: usize = 6;

/// Suggests how to tailor a resume to a posting, as of `today`.
pub fn suggest(resume: &Resume, posting: &Posting, today: PartialDate) -> Suggestions {
    let ground = Ground::of_resume(resume, &[], today);
    let tailor = Tailor { resume, posting, wanted: wanted(posting), ground: &ground };
    let mut suggestions = Vec::new();
    suggestions.extend(tailor.headline());
    suggestions.extend(tailor.bullets());
    suggestions.extend(tailor.skills());
    suggestions.extend(tailor.missing_skills());
    suggestions.extend(tailor.forms());
    let score = matching::score(resume, posting, today);
    let gaps = score.missing.into_iter().map(|it| it.name).collect();
    Suggestions { suggestions, gaps }
}

/// The skills a posting asks for, with how much each matters.
fn wanted(posting: &Posting) -> Vec<(&Requirement, f32)> {
    let weight = |it: &Requirement| match it.importance {
        Importance::Required => 3.0,
        Importance::Preferred => 2.0,
        Importance::Mentioned => 1.0,
    };
    let skill = |it: &&Requirement| {
        matches!(it.kind, RequirementKind::Skill | RequirementKind::License)
            && !it.canonical.is_empty()
    };
    posting.requirements.iter().filter(skill).map(|it| (it, weight(it))).collect()
}

struct Tailor<'a> {
    resume: &'a Resume,
    posting: &'a Posting,
    wanted: Vec<(&'a Requirement, f32)>,
    ground: &'a Ground,
}

impl Tailor<'_> {
    fn suggestion(&self, target: &str, change: Change, reason: String) -> Option<Suggestion> {
        let now = now_at(self.resume, target)?;
        let report = match &change {
            Change::Rewrite { text } => check(self.ground, text, Some(target)),
            Change::Add { text } => check(self.ground, text, None),
            Change::Reorder { .. } | Change::Omit => TruthReport::nothing_new(),
        };
        let evidence =
            report.traced.iter().filter_map(|it| Some(it.source.as_ref()?.path.clone())).collect();
        let edit = TailoringEdit {
            target: target.to_owned(),
            original: fingerprint(&now),
            change,
            evidence,
        };
        // What the lock would not let through is not worth suggesting.
        (report.verdict == super::Verdict::Verified).then_some(Suggestion { edit, reason, report })
    }

    /// How much a text speaks to what is asked.
    fn weight(&self, text: &str) -> f32 {
        let mentions = vocabulary::find(text);
        let asked =
            |id: &str| self.wanted.iter().find(|it| it.0.canonical == id).map_or(0.0, |it| it.1);
        let mut seen: Vec<&str> = Vec::new();
        let mut sum = 0.0;
        for mention in mentions {
            let id = mention.skill.id.as_str();
            if !seen.contains(&id) {
                seen.push(id);
                let implied =
                    mention.skill.implies.iter().map(|it| asked(it) * 0.8).fold(0.0, f32::max);
                sum += asked(id).max(implied);
            }
        }
        let numbers = text.chars().any(|c| c.is_ascii_digit());
        sum + self.shared_words(text) + if numbers { 0.3 } else { 0.0 }
    }

    /// Telling words a text shares with the posting, a little each.
    fn shared_words(&self, text: &str) -> f32 {
        let lists = super::lists::Lists::get();
        let posting = tokens(&self.posting.text);
        let shared = tokens(text).into_iter().filter(|it| {
            !it.is_number()
                && !lists.is_small(&it.fold)
                && !lists.is_neutral(it)
                && posting.iter().any(|other| other.stem == it.stem)
        });
        (shared.count() as f32 * 0.25).min(1.5)
    }

    /// An own title that is nearer to the posting's than the headline is.
    fn headline(&self) -> Option<Suggestion> {
        let wanted = tokens(&self.posting.title);
        let near = |title: &str| -> usize {
            let own = tokens(title);
            wanted
                .iter()
                .filter(|it| own.iter().any(|other| super::words::alike(it, other)))
                .count()
        };
        let label = &self.resume.basics.label;
        let best =
            self.resume.work.iter().map(|it| it.position.as_str()).max_by_key(|it| near(it))?;
        if near(best) <= near(label) || best.is_empty() || best == label {
            return None;
        }
        let change = Change::Rewrite { text: best.to_owned() };
        let reason = format!("your own title \"{best}\" is nearer to \"{}\"", self.posting.title);
        self.suggestion("basics.label", change, reason)
    }

    /// The bullets that speak to the posting come first; very long roles lose those that do not.
    fn bullets(&self) -> Vec<Suggestion> {
        let mut out = Vec::new();
        for (role, work) in self.resume.work.iter().enumerate() {
            let weights: Vec<f32> = work.highlights.iter().map(|it| self.weight(it)).collect();
            let target = format!("work[{role}].highlights");
            let reason = || format!("what speaks to the posting comes first at {}", work.name);
            out.extend(
                order_of(&weights).and_then(|order| {
                    self.suggestion(&target, Change::Reorder { order }, reason())
                }),
            );
            if weights.len() > ENOUGH {
                let mut least: Vec<(usize, f32)> =
                    weights.iter().copied().enumerate().filter(|it| it.1 < 0.3).collect();
                least.truncate(weights.len() - ENOUGH);
                for (at, _) in least {
                    let reason = "it says nothing this posting asks for".to_owned();
                    out.extend(self.suggestion(&format!("{target}[{at}]"), Change::Omit, reason));
                }
            }
        }
        out
    }

    /// Skills that are asked for come first, within their group and among the groups.
    fn skills(&self) -> Vec<Suggestion> {
        let mut out = Vec::new();
        let weight = |text: &str| -> f32 {
            let named = vocabulary::named(text).map(|it| it.id.clone());
            let ids = named
                .into_iter()
                .chain(vocabulary::find(text).into_iter().map(|it| it.skill.id.clone()));
            ids.filter_map(|id| self.wanted.iter().find(|it| it.0.canonical == id))
                .map(|it| it.1)
                .fold(0.0, f32::max)
        };
        let mut groups = Vec::new();
        for (at, skill) in self.resume.skills.iter().enumerate() {
            let weights: Vec<f32> = skill.keywords.iter().map(|it| weight(it)).collect();
            let target = format!("skills[{at}].keywords");
            let reason = || "skills the posting asks for come first".to_owned();
            out.extend(
                order_of(&weights).and_then(|order| {
                    self.suggestion(&target, Change::Reorder { order }, reason())
                }),
            );
            groups.push(weights.iter().sum::<f32>() + weight(&skill.name));
        }
        let reason = || "groups with skills the posting asks for come first".to_owned();
        out.extend(
            order_of(&groups)
                .and_then(|order| self.suggestion("skills", Change::Reorder { order }, reason())),
        );
        out
    }

    /// Skills that the roles show and the list of skills leaves out.
    fn missing_skills(&self) -> Vec<Suggestion> {
        let listed: Vec<String> = self
            .resume
            .skills
            .iter()
            .flat_map(|it| std::iter::once(&it.name).chain(&it.keywords))
            .flat_map(|text| {
                let named = vocabulary::named(text).map(|it| it.id.clone());
                named
                    .into_iter()
                    .chain(vocabulary::find(text).into_iter().map(|it| it.skill.id.clone()))
            })
            .collect();
        let mut out = Vec::new();
        for (asked, _) in &self.wanted {
            let Some(skill) = vocabulary::get(&asked.canonical) else { continue };
            let fits = matches!(
                skill.kind,
                SkillKind::Tool
                    | SkillKind::Language
                    | SkillKind::Framework
                    | SkillKind::Method
                    | SkillKind::Domain
            );
            let shown = self
                .ground
                .skills
                .get(skill.id.as_str())
                .is_some_and(|it| it.iter().any(|(_, denied)| !denied));
            if !fits || !shown || listed.contains(&skill.id) {
                continue;
            }
            let target = self.resume.skills.iter().position(|it| !it.keywords.is_empty());
            let target =
                target.map_or_else(|| "skills".to_owned(), |at| format!("skills[{at}].keywords"));
            let reason = format!("your roles show {}, your list of skills does not", skill.name);
            let change = Change::Add { text: skill.name.clone() };
            out.extend(self.suggestion(&target, change, reason));
        }
        out.truncate(6);
        out
    }

    /// Where the posting spells out what the resume shortens, or the other way round: both.
    fn forms(&self) -> Vec<Suggestion> {
        let mut out = Vec::new();
        for (group, skill) in self.resume.skills.iter().enumerate() {
            let name = (format!("skills[{group}].name"), &skill.name);
            let keywords = skill.keywords.iter().enumerate();
            let listed = keywords.map(|(at, it)| (format!("skills[{group}].keywords[{at}]"), it));
            for (path, own) in
                std::iter::once(name).filter(|_| skill.keywords.is_empty()).chain(listed)
            {
                let Some(both) = self.both_forms(own) else { continue };
                let reason = format!("the posting writes it another way than \"{own}\"");
                out.extend(self.suggestion(&path, Change::Rewrite { text: both }, reason));
            }
        }
        out
    }

    /// "Search engine optimisation (SEO)", of the two ways the texts write one skill.
    fn both_forms(&self, own: &str) -> Option<String> {
        let skill = vocabulary::named(own)?;
        vocabulary::find(&self.posting.text)
            .into_iter()
            .filter(|it| it.skill.id == skill.id)
            .find_map(|it| {
                let theirs = self.posting.text.get(it.range)?;
                let (long, short) =
                    if theirs.len() > own.len() { (theirs, own) } else { (own, theirs) };
                let letters: Vec<char> = short.to_lowercase().chars().collect();
                let caps = short.len() >= 2
                    && short.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
                let spelled = caps && long.contains(' ') && begins_so(&tokens(long), &letters);
                spelled.then(|| format!("{long} ({short})"))
            })
    }
}

/// The order by weight, unless it is the one there is; equals keep their places.
fn order_of(weights: &[f32]) -> Option<Vec<u32>> {
    let mut order: Vec<u32> = (0..weights.len()).filter_map(|at| u32::try_from(at).ok()).collect();
    let weight = |at: &u32| weights.get(*at as usize).copied().unwrap_or(0.0);
    order.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    let same = order.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    (!same).then_some(order)
}
