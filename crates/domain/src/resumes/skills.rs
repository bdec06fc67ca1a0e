//! Skills and languages.

use super::{
    Award, Certificate, Interest, Language, Skill,
    found::Found,
    items::{self, Item},
    sections::Section,
};
use crate::{
    layout::{Layout, Passage},
    lexicon::{Lexicon, SectionKind, fold},
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

fn names_languages(label: &str, members: &[Passage]) -> bool {
    let known = members.iter().filter(|m| language_in(m).is_some()).count();
    let folded = fold(label);
    let about = [
        "language", "sprache", "langue", "idioma", "lingue", "talen", "jezyk", "язык", "语言",
        "外语", "sprak", "dil",
    ]
    .iter()
    .any(|w| folded.contains(w));
    about && known * 2 >= members.len() && known > 0
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
    if bold_until > 2 && bold_until + 3 < text.len() && text.share(|look| look.bold()) < 0.7 {
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

/// Reads a section of languages.
pub(crate) fn read_languages(layout: &Layout, section: &Section, found: &mut Found) {
    let items = items::read(layout, &section.lines, &section.title);
    for item in &items {
        for cell in &item.cells {
            let pieces = if language_in(cell).is_some() && count_languages(cell) <= 1 {
                vec![items::trim_item(cell)]
            } else {
                items::split(cell)
            };
            for piece in pieces {
                language(layout, found, &piece, section.sure);
            }
        }
    }
}

fn count_languages(cell: &Passage) -> usize {
    items::split(cell).iter().filter(|p| language_in(p).is_some()).count()
}

/// Where the name of a language stands in `text`, in characters.
fn language_in(text: &Passage) -> Option<std::ops::Range<usize>> {
    let lexicon = Lexicon::get();
    let chars = text.chars();
    let boundary = |i: usize| {
        i == 0
            || i >= chars.len()
            || chars.get(i).is_none_or(|c| !c.is_alphabetic())
            || chars.get(i - 1).is_none_or(|c| !c.is_alphabetic())
    };
    let starts = (0..chars.len().min(40))
        .filter(|&i| boundary(i) && chars.get(i).is_some_and(|c| c.is_alphabetic()));
    for start in starts {
        for end in (start + 1..=chars.len().min(start + 24)).rev().filter(|&end| boundary(end)) {
            let words = text.slice(start..end).text();
            if lexicon.is_language(&words) {
                return Some(start..end);
            }
        }
        if chars.get(start).is_some_and(|&c| crate::lexicon::unspaced(c)) {
            let hit = (start + 1..=chars.len().min(start + 6))
                .rev()
                .find(|&end| lexicon.is_language(&text.slice(start..end).text()));
            if let Some(end) = hit {
                return Some(start..end);
            }
        }
    }
    None
}

fn language(layout: &Layout, found: &mut Found, item: &Passage, sure: f32) {
    let n = found.resume.languages.len();
    let words = item.text();
    let Some(at) = language_in(item) else {
        let level = items::level_words(&words) || Lexicon::get().is_level(&words);
        if let Some(last) = found.resume.languages.last_mut() {
            if last.fluency.is_empty() && (level || words.split_whitespace().count() <= 5) {
                last.fluency = super::found::tidy(&words);
                found.note(layout, format!("languages[{}].fluency", n - 1), item, 0.85);
            }
        } else if !level && words.split_whitespace().count() <= 3 {
            let language = found.put(layout, format!("languages[{n}].language"), item, 0.5 * sure);
            found.resume.languages.push(Language { language, ..Language::default() });
        }
        return;
    };
    let name = item.slice(at.clone());
    if found.resume.languages.iter().any(|l| l.language == name.text()) {
        return;
    }
    let (before, after) = item.without(at);
    let mut rest = before.trim_separators();
    rest.append(" ", &after.trim_separators());
    let language =
        found.put(layout, format!("languages[{n}].language"), &name, 0.98 * sure.max(0.9));
    let mut made = Language { language, ..Language::default() };
    if rest.chars().iter().any(|c| c.is_alphanumeric()) {
        made.fluency = found.put(layout, format!("languages[{n}].fluency"), &rest, 0.9);
    }
    found.resume.languages.push(made);
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
