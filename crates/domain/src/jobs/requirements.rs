//! Everything a posting asks of a person, each with the words behind it.

use std::{collections::HashMap, ops::Range};

use super::lists::{list, says};
use super::{
    EducationAsked, Importance, Requirement, RequirementKind, TextSpan, importance, lines::Line,
    offsets::Utf16, phrases, sections::Section, years::Asked,
};
use crate::vocabulary::{self, Mention, SkillKind};

/// No posting asks for more than this.
const MOST: usize = 300;

/// What has been read of a posting so far.
pub(super) struct Facts<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line<'a>],
    pub(super) title: &'a str,
    pub(super) company: &'a str,
    pub(super) years: &'a [Asked],
    pub(super) education: Option<(&'a EducationAsked, Range<usize>)>,
    pub(super) authorization: Option<(&'static str, Range<usize>)>,
}

/// Reads the requirements, in the order of their first words.
pub(super) fn find(facts: &Facts<'_>) -> Vec<Requirement> {
    let offsets = Utf16::new(facts.text);
    let mut found = Collected { offsets, all: Vec::new(), known: HashMap::new(), groups: 0 };
    let mentions = vocabulary::find(facts.text);
    let mut rest = mentions.as_slice();
    for line in facts.lines {
        let end = line.start + line.text.len();
        let before = rest.partition_point(|it| it.range.start < line.start);
        let within = rest.partition_point(|it| it.range.end <= end).max(before);
        let here: Vec<Mention> = rest
            .get(before..within)
            .unwrap_or_default()
            .iter()
            .map(|it| it.from(line.start))
            .collect();
        rest = rest.get(within..).unwrap_or_default();
        // "Harbourlight Logistics" is a name, not a wish for logistics.
        let is_company = line.text == facts.company;
        if !is_company && (!line.heading || line.section == Section::Intro) {
            found.skills(line, here, facts);
        }
    }
    found.promote(facts.lines);
    found.years(facts.years);
    if let Some((asked, range)) = &facts.education {
        found.education(asked, range.clone(), facts.text);
    }
    if let Some((class, range)) = &facts.authorization {
        found.add(
            RequirementKind::WorkAuthorization,
            (*class).to_owned(),
            String::new(),
            Importance::Required,
            range.clone(),
        );
    }
    let mut all = found.all;
    all.sort_by(|a, b| a.span.start.cmp(&b.span.start).then(a.kind.cmp(&b.kind)));
    all.truncate(MOST);
    all
}

struct Collected {
    offsets: Utf16,
    all: Vec<Requirement>,
    /// Where in `all` a name is.
    known: HashMap<String, usize>,
    groups: u32,
}

impl Collected {
    /// Adds a requirement, or makes one that is there already matter more.
    fn add(
        &mut self,
        kind: RequirementKind,
        name: String,
        canonical: String,
        importance: Importance,
        range: Range<usize>,
    ) -> Option<usize> {
        let key = if canonical.is_empty() {
            format!("{kind:?} {}", name.to_lowercase())
        } else {
            canonical.clone()
        };
        if let Some(at) = self.known.get(&key) {
            let held = self.all.get_mut(*at)?;
            if importance < held.importance {
                held.importance = importance;
                held.span = self.offsets.span(range);
                held.group = None;
                return Some(*at);
            }
            return None;
        }
        let confidence = match (canonical.is_empty(), importance) {
            (true, _) => 0.5,
            (false, Importance::Required) => 0.9,
            (false, Importance::Preferred) => 0.8,
            (false, Importance::Mentioned) => 0.6,
        };
        self.known.insert(key, self.all.len());
        let span = self.offsets.span(range);
        self.all.push(Requirement {
            kind,
            name,
            canonical,
            importance,
            group: None,
            years: None,
            span,
            confidence,
        });
        Some(self.all.len() - 1)
    }

    fn skills(&mut self, line: &Line<'_>, mentions: Vec<Mention>, facts: &Facts<'_>) {
        let wanted = matches!(line.section, Section::Required | Section::Preferred);
        if matches!(
            line.section,
            Section::About | Section::Benefits | Section::Legal | Section::Process
        ) {
            return;
        }
        let mentions: Vec<Mention> =
            mentions.into_iter().filter(|it| !within_name(it, line, facts)).collect();
        let mut hard = 0;
        let runs = runs(line.text, &mentions);
        for run in runs {
            let mut members = Vec::new();
            for mention in run.mentions {
                let Some(importance) = importance::of(line.section, line.text, mention.range.start)
                else {
                    continue;
                };
                let Some(kind) = kind_of(mention, importance) else { continue };
                if is_subject(mention, line.text) {
                    continue;
                }
                hard += 1;
                let range = line.start + mention.range.start..line.start + mention.range.end;
                members.extend(self.add(
                    kind,
                    mention.skill.name.clone(),
                    mention.skill.id.clone(),
                    importance,
                    range,
                ));
            }
            if run.alternatives && members.len() > 1 {
                self.groups += 1;
                for at in members {
                    if let Some(held) = self.all.get_mut(at) {
                        held.group = Some(self.groups);
                    }
                }
            }
        }
        if wanted && hard == 0 && !is_degree(line.text) {
            self.phrases(line);
        }
    }

    /// Where hardly anything is asked for outright, what the person will do tells what they need.
    fn promote(&mut self, lines: &[Line<'_>]) {
        let skill =
            |it: &&Requirement| it.kind == RequirementKind::Skill && !it.canonical.is_empty();
        let asked = |it: &&Requirement| it.importance != Importance::Mentioned;
        let mut groups: Vec<u32> = Vec::new();
        let mut count = 0;
        for one in self.all.iter().filter(skill).filter(asked) {
            match one.group {
                Some(group) if groups.contains(&group) => {}
                group => {
                    groups.extend(group);
                    count += 1;
                }
            }
        }
        if count >= FEW {
            return;
        }
        let duties: Vec<TextSpan> = lines
            .iter()
            .enumerate()
            .filter(|(at, line)| line.section == Section::Duties || told(lines, *at))
            .map(|(_, line)| self.offsets.span(line.start..line.start + line.text.len()))
            .collect();
        let within =
            |span: TextSpan| duties.iter().any(|it| it.start <= span.start && span.end <= it.end);
        let known = |it: &&mut Requirement| {
            it.kind == RequirementKind::Skill && it.importance == Importance::Mentioned
        };
        for one in self.all.iter_mut().filter(known).filter(|it| within(it.span)).take(10) {
            one.importance = Importance::Required;
            one.confidence = 0.5;
        }
    }

    /// What a bullet asks for beyond the vocabulary.
    fn phrases(&mut self, line: &Line<'_>) {
        for range in phrases::find(line.text) {
            let name = line.text.get(range.clone()).unwrap_or_default().to_owned();
            let traits = vocabulary::find(&name).iter().any(|it| it.skill.kind == SkillKind::Soft);
            if let (false, Some(importance)) =
                (traits, importance::of(line.section, line.text, range.start))
            {
                self.add(
                    RequirementKind::Skill,
                    name,
                    String::new(),
                    importance,
                    line.start + range.start..line.start + range.end,
                );
            }
        }
    }

    fn years(&mut self, asked: &[Asked]) {
        for one in asked {
            let range = one.range.clone();
            let name =
                if one.min == 1 { "1 year".to_owned() } else { format!("{} years", one.min) };
            let at = self.add(RequirementKind::Years, name, String::new(), one.importance, range);
            if let Some(held) = at.and_then(|at| self.all.get_mut(at)) {
                #[expect(clippy::cast_precision_loss, reason = "years are at most 40")]
                let years = one.min as f32;
                held.years = Some(years);
                held.confidence = 0.9;
            }
            self.tie(one);
        }
    }

    /// Ties years to the skills they qualify: those behind them in the same clause.
    fn tie(&mut self, asked: &Asked) {
        let clause = self.offsets.span(asked.range.end..asked.range.end + asked.behind);
        let qualified = |it: &&mut Requirement| {
            it.kind == RequirementKind::Skill
                && clause.start <= it.span.start
                && it.span.end <= clause.end
        };
        for skill in self.all.iter_mut().filter(qualified) {
            #[expect(clippy::cast_precision_loss, reason = "years are at most 40")]
            let years = asked.min as f32;
            skill.years = Some(skill.years.unwrap_or(0.0).max(years));
        }
    }

    fn education(&mut self, asked: &EducationAsked, range: Range<usize>, text: &str) {
        let importance = if asked.required { Importance::Required } else { Importance::Preferred };
        let name = text.get(range.clone()).unwrap_or_default().to_owned();
        self.add(RequirementKind::Education, name, String::new(), importance, range);
    }
}

/// With fewer skills asked for than this a posting's duties say what it takes.
const FEW: usize = 3;

/// Whether a sentence of an introduction, or one of the two before it, says what will be done.
fn told(lines: &[Line<'_>], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.section == Section::Intro)
        && lines
            .get(at.saturating_sub(2)..=at)
            .unwrap_or_default()
            .iter()
            .any(|line| says(&super::words::spaced(line.text), "duty.cues"))
}

/// What kind of requirement a mention makes; `None` for traits and passing mentions of others.
fn kind_of(mention: &Mention, importance: Importance) -> Option<RequirementKind> {
    match mention.skill.kind {
        SkillKind::Soft => None,
        SkillKind::Credential | SkillKind::License => {
            (importance != Importance::Mentioned).then_some(RequirementKind::License)
        }
        SkillKind::SpokenLanguage => {
            (importance != Importance::Mentioned).then_some(RequirementKind::Language)
        }
        SkillKind::Tool
        | SkillKind::Language
        | SkillKind::Framework
        | SkillKind::Method
        | SkillKind::Domain => Some(RequirementKind::Skill),
    }
}

fn is_degree(text: &str) -> bool {
    let text = super::words::spaced(text);
    says(&text, "degree.sentence")
}

/// Whether a mention is only the subject of a degree: "Bachelor's degree in Psychology".
fn is_subject(mention: &Mention, text: &str) -> bool {
    if mention.skill.kind != SkillKind::Domain && mention.skill.kind != SkillKind::Method {
        return false;
    }
    let before = super::words::spaced(text.get(..mention.range.start).unwrap_or_default());
    let degree = [
        "degree",
        "bachelor",
        "bachelor s",
        "master s",
        "bs",
        "ba",
        "phd",
        "diploma",
        "studium",
        "baccalauréat",
        "licenciatura",
    ];
    super::words::any(&before, &degree)
        && !super::words::any(&before, &["experience", "years", "knowledge", "and a", "plus"])
}

/// Whether a mention is only part of the employer's name.
fn within_name(mention: &Mention, line: &Line<'_>, facts: &Facts<'_>) -> bool {
    let printed = line.text.get(mention.range.clone()).unwrap_or_default();
    let named = facts.company.to_lowercase();
    let _ = facts.title;
    !named.is_empty() && printed.to_lowercase() == named
}

/// Mentions that stand in one list, and whether any one of them is enough.
struct Run<'a> {
    mentions: &'a [Mention],
    alternatives: bool,
}

/// Parts the mentions of a sentence into lists.
fn runs<'a>(sentence: &str, mentions: &'a [Mention]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let mut from = 0;
    let mut all_or = true;
    let mut has_or = false;
    for at in 0..mentions.len() {
        let gap = match (mentions.get(at), mentions.get(at + 1)) {
            (Some(one), Some(next)) => {
                sentence.get(one.range.end..next.range.start).map(str::trim).map(str::to_lowercase)
            }
            _ => None,
        };
        let joined = gap.as_deref().map(|gap| gap.trim_matches([',', ' ']).to_owned());
        let is_or = joined.as_deref().is_some_and(|word| list("or").contains(&word));
        let comma = gap.as_deref().is_some_and(|gap| gap == ",");
        if is_or || comma {
            has_or |= is_or;
            continue;
        }
        all_or &= gap
            .as_deref()
            .is_none_or(|gap| !matches!(gap, "and" | "&" | "und" | ", and" | "et" | "y"));
        if let Some(mentions) = mentions.get(from..=at) {
            let alternatives =
                mentions.len() > 1 && ((has_or && all_or) || examples(sentence, mentions));
            runs.push(Run { mentions, alternatives });
        }
        from = at + 1;
        (all_or, has_or) = (true, false);
    }
    runs
}

/// Whether a list only gives examples: "such as flour, yeast".
fn examples(sentence: &str, mentions: &[Mention]) -> bool {
    let Some(first) = mentions.first() else { return false };
    let before = sentence.get(..first.range.start).unwrap_or_default().to_lowercase();
    let before = before.trim_end_matches([' ', ',', ':', '(']);
    let last = mentions.last().map_or(0, |it| it.range.end);
    let after =
        sentence.get(last..).unwrap_or_default().trim_start_matches([',', ' ']).to_lowercase();
    list("examples").iter().any(|lead| before.ends_with(lead))
        || ["or similar", "or equivalent", "or other", "o.ä", "oder ähnlich", "ou équivalent"]
            .iter()
            .any(|tail| after.starts_with(tail))
}
