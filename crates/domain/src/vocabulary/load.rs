//! The data files to entries and one automaton over all their names.
//!
//! A line is `name | aliases | implies | related | context`, later parts left out when empty and
//! the items of a part parted by `;`. A name or alias with `=` before it counts only in exactly
//! this case, with `?` only near one of the context words or beside another skill of its field.
//! An alias with `+` before it is an entry of its own that shows the first of its line, one with
//! `~` an entry that is close to it. `@field kind` opens a group.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::{Skill, SkillKind, fold::folded};

/// The data files, one for each group of trades.
pub(super) const FILES: [&str; 11] = [
    include_str!("../../vocabulary/software.txt"),
    include_str!("../../vocabulary/office.txt"),
    include_str!("../../vocabulary/health.txt"),
    include_str!("../../vocabulary/trades.txt"),
    include_str!("../../vocabulary/people.txt"),
    include_str!("../../vocabulary/languages.txt"),
    include_str!("../../vocabulary/platforms.txt"),
    include_str!("../../vocabulary/medicine.txt"),
    include_str!("../../vocabulary/industry.txt"),
    include_str!("../../vocabulary/business.txt"),
    include_str!("../../vocabulary/service.txt"),
];

/// The vocabulary, ready to search with.
pub(super) struct Vocabulary {
    pub(super) skills: Vec<Skill>,
    pub(super) by_id: HashMap<String, usize>,
    pub(super) by_name: HashMap<String, usize>,
    pub(super) names: Vec<Name>,
    pub(super) automaton: Option<AhoCorasick>,
    /// For each entry, every other it shows, directly or by way of what it shows.
    pub(super) shows: Vec<Vec<usize>>,
    /// For each entry, what is close to it and how close; both ways.
    pub(super) near: Vec<Vec<(usize, f32)>>,
    /// What is wrong with the data, for the test.
    pub(super) flaws: Vec<String>,
}

/// One way to write an entry.
pub(super) struct Name {
    pub(super) skill: usize,
    /// The name itself.
    pub(super) printed: String,
    /// As it must be printed, when its case counts.
    pub(super) exact: Option<String>,
    pub(super) needs_context: bool,
    /// Whether a plural `s` may follow.
    pub(super) plural: bool,
}

/// The names while they are being read.
#[derive(Default)]
struct Names {
    patterns: Vec<String>,
    seen: HashMap<(String, Option<String>), usize>,
}

/// A name with how close it is: "`MySQL` .7".
fn weighted(item: &str) -> (String, f32) {
    match item.rsplit_once(' ') {
        Some((name, weight)) if weight.starts_with('.') => {
            (folded(name), weight.parse().unwrap_or(0.5))
        }
        _ => (folded(item), 0.6),
    }
}

impl Vocabulary {
    /// Reads the data files.
    pub(super) fn load() -> Self {
        let mut it = Self {
            skills: Vec::new(),
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            names: Vec::new(),
            automaton: None,
            shows: Vec::new(),
            near: Vec::new(),
            flaws: Vec::new(),
        };
        let mut names = Names::default();
        for file in FILES {
            let (mut field, mut kind) = ("general", SkillKind::Domain);
            for line in file.lines().map(str::trim) {
                if line.is_empty() || line.starts_with('#') && line.starts_with("# ") {
                    continue;
                }
                if let Some(group) = line.strip_prefix('@') {
                    let (name, sort) = group.split_once(' ').unwrap_or((group, ""));
                    match SkillKind::from_name(sort) {
                        Some(sort) => (field, kind) = (name, sort),
                        None => it.flaws.push(format!("unknown kind: {line}")),
                    }
                    continue;
                }
                it.add(line, field, kind, &mut names);
            }
        }
        it.resolve();
        it.automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&names.patterns)
            .ok();
        it
    }

    /// Adds the entries of a line: the first, and every alias that is a thing of its own.
    fn add(&mut self, line: &str, field: &str, kind: SkillKind, names: &mut Names) {
        let mut parts = line.split('|').map(str::trim);
        let mut next = || {
            let part = parts.next().unwrap_or_default();
            part.split(';').map(str::trim).filter(|item| !item.is_empty()).collect::<Vec<&str>>()
        };
        let (head, all, implies, related, context) = (next(), next(), next(), next(), next());
        let Some(first) = head.first() else { return };
        let (own, aliases): (Vec<&str>, Vec<&str>) =
            all.into_iter().partition(|alias| alias.starts_with(['+', '~']));
        let name = first.trim_start_matches(['=', '?']).to_owned();
        let ids = |items: &[&str]| items.iter().map(|item| folded(item)).collect::<Vec<_>>();
        let skill = Skill {
            id: folded(&name),
            name,
            kind,
            field: field.to_owned(),
            implies: ids(&implies),
            related: related.iter().map(|item| weighted(item)).collect(),
            context: ids(&context),
        };
        for one in own {
            let printed = one.trim_start_matches(['+', '~']);
            let name = printed.trim_start_matches(['=', '?']).to_owned();
            let close = (skill.id.clone(), 0.6);
            let (implies, related) = if one.starts_with('+') {
                (vec![skill.id.clone()], vec![close])
            } else {
                (skill.implies.clone(), vec![close])
            };
            let id = folded(&name);
            let part = Skill { id, name, implies, related, ..skill.clone() };
            self.enter(part, &[printed], names);
        }
        let printed: Vec<&str> = head.iter().chain(&aliases).copied().collect();
        self.enter(skill, &printed, names);
    }

    /// Takes an entry in, with every way to write it.
    fn enter(&mut self, skill: Skill, printed: &[&str], names: &mut Names) {
        let index = self.skills.len();
        if self.by_id.insert(skill.id.clone(), index).is_some() {
            self.flaws.push(format!("twice: {}", skill.name));
            return;
        }
        // A marked alias that repeats the name narrows it: the name alone does not count then.
        let narrowed = |alias: &&&str| {
            !(**alias == skill.name
                && printed
                    .iter()
                    .any(|it| *it != skill.name && it.trim_start_matches(['=', '?']) == skill.name))
        };
        for alias in printed.iter().filter(narrowed) {
            let bare = alias.trim_start_matches(['=', '?']);
            let marks = alias.get(..alias.len() - bare.len()).unwrap_or_default();
            let exact = marks.contains('=').then(|| bare.to_owned());
            let pattern = folded(bare);
            if let Some(other) = names.seen.insert((pattern.clone(), exact.clone()), index) {
                if other != index {
                    self.flaws.push(format!("{bare} names two entries, one is {}", skill.name));
                }
                continue;
            }
            self.by_name.entry(pattern.clone()).or_insert(index);
            let last = pattern.chars().last();
            let plural =
                exact.is_none() && pattern.len() > 3 && last.is_some_and(char::is_alphabetic);
            let needs_context = marks.contains('?');
            let printed = bare.to_owned();
            self.names.push(Name { skill: index, printed, exact, needs_context, plural });
            names.patterns.push(pattern);
        }
        self.skills.push(skill);
    }

    /// Turns names in `implies` and `related` into ids; what leads nowhere is a flaw.
    fn resolve(&mut self) {
        let ids: Vec<String> = self.skills.iter().map(|skill| skill.id.clone()).collect();
        let id_of = |name: &str| {
            let index = self.by_id.get(name).or_else(|| self.by_name.get(name));
            index.and_then(|index| ids.get(*index)).cloned()
        };
        let mut flaws = Vec::new();
        for skill in &mut self.skills {
            let mut known = |name: &String| {
                let id = id_of(name);
                if id.is_none() {
                    flaws.push(format!("{} points to {name}, which is no entry", skill.name));
                }
                id
            };
            skill.implies = skill.implies.iter().filter_map(&mut known).collect();
            skill.related = skill
                .related
                .iter()
                .filter_map(|(name, weight)| known(name).map(|id| (id, *weight)))
                .collect();
        }
        self.flaws.extend(flaws);
        self.shows = (0..self.skills.len()).map(|at| self.shown_by(at)).collect();
        self.near = vec![Vec::new(); self.skills.len()];
        for at in 0..self.skills.len() {
            self.relate(at);
        }
    }

    /// Everything that follows from an entry.
    fn shown_by(&self, at: usize) -> Vec<usize> {
        let direct = |at: usize| {
            let skill = self.skills.get(at);
            let implied = skill.map_or(&[][..], |skill| skill.implies.as_slice());
            implied.iter().filter_map(|id| self.by_id.get(id).copied())
        };
        let mut found: Vec<usize> = Vec::new();
        let mut open: Vec<usize> = direct(at).collect();
        while let Some(next) = open.pop() {
            if next != at && !found.contains(&next) {
                found.push(next);
                open.extend(direct(next));
            }
        }
        found.sort_unstable();
        found
    }

    /// Notes what an entry is close to, on both sides; the closer word wins.
    fn relate(&mut self, at: usize) {
        let related = self.skills.get(at).map(|skill| skill.related.clone()).unwrap_or_default();
        for (id, weight) in related {
            let Some(other) = self.by_id.get(&id).copied() else { continue };
            for (one, two) in [(at, other), (other, at)] {
                let Some(list) = self.near.get_mut(one) else { continue };
                match list.iter_mut().find(|(held, _)| *held == two) {
                    Some((_, held)) => *held = held.max(weight),
                    None => list.push((two, weight)),
                }
            }
        }
    }
}
