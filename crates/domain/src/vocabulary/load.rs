//! The data files to entries and one automaton over all their names.
//!
//! A line is `name | aliases | implies | related | context`, later parts left out when empty and
//! the items of a part parted by `;`. A name or alias with `=` before it counts only in exactly
//! this case, with `?` only near one of the context words or beside another skill of its field.
//! `@field kind` opens a group.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::{Skill, SkillKind, fold::folded};

/// The data files, one for each group of trades.
pub(super) const FILES: [&str; 6] = [
    include_str!("../../vocabulary/software.txt"),
    include_str!("../../vocabulary/office.txt"),
    include_str!("../../vocabulary/health.txt"),
    include_str!("../../vocabulary/trades.txt"),
    include_str!("../../vocabulary/people.txt"),
    include_str!("../../vocabulary/languages.txt"),
];

/// The vocabulary, ready to search with.
pub(super) struct Vocabulary {
    pub(super) skills: Vec<Skill>,
    pub(super) by_id: HashMap<String, usize>,
    pub(super) by_name: HashMap<String, usize>,
    pub(super) names: Vec<Name>,
    pub(super) automaton: Option<AhoCorasick>,
    /// What is wrong with the data, for the test.
    pub(super) flaws: Vec<String>,
}

/// One way to write an entry.
pub(super) struct Name {
    pub(super) skill: usize,
    /// As it must be printed, when its case counts.
    pub(super) exact: Option<String>,
    pub(super) needs_context: bool,
    /// Whether a plural `s` may follow.
    pub(super) plural: bool,
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
            flaws: Vec::new(),
        };
        let mut patterns: Vec<String> = Vec::new();
        let mut seen: HashMap<(String, Option<String>), usize> = HashMap::new();
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
                it.add(line, field, kind, &mut patterns, &mut seen);
            }
        }
        it.resolve();
        it.automaton =
            AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&patterns).ok();
        it
    }

    fn add(
        &mut self,
        line: &str,
        field: &str,
        kind: SkillKind,
        patterns: &mut Vec<String>,
        seen: &mut HashMap<(String, Option<String>), usize>,
    ) {
        let mut parts = line.split('|').map(str::trim);
        let mut next = || {
            let part = parts.next().unwrap_or_default();
            part.split(';').map(str::trim).filter(|item| !item.is_empty()).collect::<Vec<&str>>()
        };
        let (head, aliases, implies, related, context) = (next(), next(), next(), next(), next());
        let Some(first) = head.first() else { return };
        let name = first.trim_start_matches(['=', '?']).to_owned();
        let index = self.skills.len();
        let id = folded(&name);
        if self.by_id.insert(id.clone(), index).is_some() {
            self.flaws.push(format!("twice: {name}"));
            return;
        }
        // A marked alias that repeats the name narrows it: the name alone does not count then.
        let narrowed = |alias: &&&str| {
            !(**alias == name
                && aliases
                    .iter()
                    .any(|it| *it != name && it.trim_start_matches(['=', '?']) == name))
        };
        for alias in head.iter().chain(&aliases).filter(narrowed) {
            let bare = alias.trim_start_matches(['=', '?']);
            let marks = alias.get(..alias.len() - bare.len()).unwrap_or_default();
            let exact = marks.contains('=').then(|| bare.to_owned());
            let pattern = folded(bare);
            if let Some(other) = seen.insert((pattern.clone(), exact.clone()), index) {
                if other != index {
                    self.flaws.push(format!("{bare} names two entries, one of them {name}"));
                }
                continue;
            }
            self.by_name.entry(pattern.clone()).or_insert(index);
            let last = pattern.chars().last();
            let plural =
                exact.is_none() && pattern.len() > 3 && last.is_some_and(char::is_alphabetic);
            let needs_context = marks.contains('?');
            self.names.push(Name { skill: index, exact, needs_context, plural });
            patterns.push(pattern);
        }
        let related = related
            .iter()
            .map(|item| match item.rsplit_once(' ') {
                Some((name, weight)) if weight.starts_with('.') => {
                    (folded(name), weight.parse().unwrap_or(0.5))
                }
                _ => (folded(item), 0.6),
            })
            .collect();
        self.skills.push(Skill {
            id,
            name,
            kind,
            field: field.to_owned(),
            implies: implies.iter().map(|item| folded(item)).collect(),
            related,
            context: context.iter().map(|word| folded(word)).collect(),
        });
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
    }
}
