//! Skills and languages.

use super::languages::{language, names_languages};
use super::{
    Award, Certificate, Interest, Skill,
    found::Found,
    items::{self, Item},
    sections::Section,
};
use crate::{
    layout::{Layout, Look, Passage},
    lexicon::{Lexicon, SectionKind},
};

/// A skill or a group of skills, read but not yet written down.
#[derive(Debug, Clone, Default)]
struct Group {
    label: Option<Passage>,
    level: Option<Passage>,
    members: Vec<Passage>,
}

/// Reads a section of skills; a line of languages in it goes to the languages.
pub(crate) fn read(layout: &Layout, section: &Section, found: &mut Found) {
    let items = items::read(layout, &section.lines, &section.title);
    for group in groups(&items) {
        let spoken =
            group.label.as_ref().is_some_and(|l| names_languages(&l.text(), &group.members));
        if spoken {
            for member in &group.members {
                language(layout, found, member, section.sure);
            }
            continue;
        }
        match group.label.as_ref().and_then(|l| Lexicon::get().heading(&l.text())) {
            Some(SectionKind::Awards) => awards(layout, found, &group.members),
            Some(SectionKind::Interests) => interests(layout, found, &group.members, section.sure),
            Some(SectionKind::Certificates) => certificates(layout, found, &group.members),
            _ => write(layout, found, group, section.sure),
        }
    }
}

/// Reads lines such as "Tools: …" and "Languages: …" that stand outside any section.
pub(crate) fn read_labelled(layout: &Layout, lines: &[usize], found: &mut Found) {
    let items = items::read(layout, lines, &Passage::default());
    for item in &items {
        if found.has_taken(item.line as u32) {
            continue;
        }
        let Some((label, rest)) = labelled(item) else { continue };
        let members = items::split(&rest);
        match Lexicon::get().heading(&label.text()) {
            Some(SectionKind::Languages) => {
                for member in &members {
                    language(layout, found, member, 0.85);
                }
            }
            Some(SectionKind::Skills) if members.len() >= 2 => {
                write(layout, found, Group { label: Some(label), level: None, members }, 0.85);
            }
            _ => {}
        }
    }
}

fn awards(layout: &Layout, found: &mut Found, members: &[Passage]) {
    for member in members {
        let n = found.resume.awards.len();
        let title = found.put(layout, format!("awards[{n}].title"), member, 0.75);
        found.resume.awards.push(Award { title, ..Award::default() });
    }
}

fn certificates(layout: &Layout, found: &mut Found, members: &[Passage]) {
    for member in members {
        let n = found.resume.certificates.len();
        let name = found.put(layout, format!("certificates[{n}].name"), member, 0.8);
        found.resume.certificates.push(Certificate { name, ..Certificate::default() });
    }
}

fn interests(layout: &Layout, found: &mut Found, members: &[Passage], sure: f32) {
    for member in members {
        let n = found.resume.interests.len();
        let name = found.put(layout, format!("interests[{n}].name"), member, 0.85 * sure);
        if !name.is_empty() {
            found.resume.interests.push(Interest { name, ..Interest::default() });
        }
    }
}

fn write(layout: &Layout, found: &mut Found, group: Group, sure: f32) {
    let sure = sure.min(0.95);
    let level = group.level;
    if let Some(label) = group.label {
        let n = found.resume.skills.len();
        let mut skill = Skill {
            name: found.put(layout, format!("skills[{n}].name"), &label, sure * 0.97),
            ..Skill::default()
        };
        if let Some(level) = level {
            skill.level = found.put(layout, format!("skills[{n}].level"), &level, 0.9);
        }
        for member in group.members {
            let (bare, _) = items::without_level(&member);
            let path = format!("skills[{n}].keywords[{}]", skill.keywords.len());
            let text = found.put(layout, path, &bare, certain(&bare) * sure);
            skill.keywords.extend((!text.is_empty()).then_some(text));
        }
        found.resume.skills.push(skill);
        return;
    }
    for member in group.members {
        let (bare, own) = items::without_level(&member);
        let n = found.resume.skills.len();
        let name = found.put(layout, format!("skills[{n}].name"), &bare, certain(&bare) * sure);
        if name.is_empty() {
            continue;
        }
        let mut skill = Skill { name, ..Skill::default() };
        if let Some(level) = own.or(level.clone()) {
            skill.level = found.put(layout, format!("skills[{n}].level"), &level, 0.9);
        }
        found.resume.skills.push(skill);
    }
}

/// Long items are less likely to be one skill.
fn certain(item: &Passage) -> f32 {
    match item.text().split_whitespace().count() {
        0..=4 => 1.0,
        5..=7 => 0.9,
        _ => 0.72,
    }
}

fn groups(items: &[Item]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut pending: Option<Group> = None;
    for (n, item) in items.iter().enumerate() {
        let text = item.text();
        let words = text.text();
        if items::level_words(words.trim()) || Lexicon::get().is_level(&words) {
            match pending.as_mut().or(out.last_mut()) {
                Some(group) => group.level = Some(text),
                None => out.push(Group { members: vec![text], ..Group::default() }),
            }
            continue;
        }
        if let Some((label, rest)) = labelled(item) {
            out.extend(pending.take().map(single));
            let members = items::split(&rest);
            out.push(Group { label: Some(label), level: None, members });
            continue;
        }
        let members: Vec<Passage> = item.cells.iter().flat_map(items::split).collect();
        let next = items.get(n + 1);
        let begins = item.bullet.is_none()
            && item.cells.len() == 1
            && members.len() == 1
            && next.is_some_and(|next| heads(item, next));
        if begins {
            out.extend(pending.take().map(single));
            pending = Some(Group { label: members.first().cloned(), ..Group::default() });
            continue;
        }
        match pending.take() {
            Some(mut group) => {
                group.members = members;
                // More lines of the same list.
                let more = next.is_some_and(|next| next.bullet.is_some() && item.bullet.is_some());
                if more { pending = Some(group) } else { out.push(group) }
            }
            None => match out.last_mut() {
                Some(last)
                    if last.label.is_some()
                        && item.bullet.is_some()
                        && !last.members.is_empty()
                        && items.iter().any(|i| i.bullet.is_none())
                        && members.len() == 1 =>
                {
                    last.members.extend(members);
                }
                _ => out.push(Group { label: None, level: None, members }),
            },
        }
    }
    out.extend(pending.map(single));
    out
}

/// A label that nothing followed is a skill itself.
fn single(group: Group) -> Group {
    match group {
        Group { label: Some(label), members, level } if members.is_empty() => {
            Group { label: None, members: vec![label], level }
        }
        group => group,
    }
}

/// Whether `item` is the name of the group that `next` lists.
fn heads(item: &Item, next: &Item) -> bool {
    let next_text = next.text();
    let several = items::split(&next_text).len() >= 2;
    let level = items::level_words(next_text.text().trim());
    let ends = item.text().chars().last() == Some(&':');
    ends && next_text.chars().last() != Some(&':')
        || (item.bold && !next.bold) && (several || level || next.bullet.is_some())
        || level && several
}

/// "Label: a, b", a bold label before plain text, or a label in a cell of its own.
fn labelled(item: &Item) -> Option<(Passage, Passage)> {
    let text = item.text();
    if let Some(at) = items::label_end(&text) {
        let label = text.slice(0..at);
        let rest = text.slice(at + 1..text.len()).trim();
        let level = items::level_words(&rest.text()) || Lexicon::get().is_level(&rest.text());
        if !rest.is_empty() && !level {
            return Some((items::trim_item(&label), rest));
        }
    }
    let bold_until = text
        .places()
        .iter()
        .zip(text.chars())
        .take_while(|(p, c)| p.look.bold() || c.is_whitespace())
        .count();
    if bold_until > 2 && bold_until + 3 < text.len() && text.share(Look::bold) < 0.7 {
        let label = items::trim_item(&text.slice(0..bold_until));
        let rest = items::trim_item(&text.slice(bold_until..text.len()));
        if label.text().split_whitespace().count() <= 6 && items::split(&label).len() == 1 {
            let level = items::level_words(&rest.text());
            return (!level).then_some((label, rest));
        }
    }
    if let [first, rest @ ..] = item.cells.as_slice()
        && !rest.is_empty()
        && items::split(first).len() == 1
    {
        let mut tail = Passage::default();
        for cell in rest {
            tail.append(" ", cell);
        }
        if rest.len() == 1 && items::split(&tail).len() >= 2 && first.len() <= 40 {
            return Some((items::trim_item(first), tail));
        }
    }
    None
}

/// Reads a section of interests.
pub(crate) fn read_interests(layout: &Layout, section: &Section, found: &mut Found) {
    for item in items::read(layout, &section.lines, &section.title) {
        let text = item.text();
        let pieces = if text.text().split_whitespace().count() > 14 && items::split(&text).len() < 4
        {
            vec![text]
        } else {
            item.cells.iter().flat_map(items::split).collect()
        };
        for piece in pieces {
            let n = found.resume.interests.len();
            let name =
                found.put(layout, format!("interests[{n}].name"), &piece, 0.85 * section.sure);
            if !name.is_empty() {
                found.resume.interests.push(Interest { name, ..Interest::default() });
            }
        }
    }
}
