//! An entry that belongs into another section.

use super::{
    Misfit, Review,
    entry::{Entry, Field, LISTS, Leaf},
};

/// What a field is for, whatever its section calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Title,
    Organisation,
    Subject,
    Place,
    Url,
    Start,
    End,
    Level,
    Text,
    Points,
    Words,
}

use Slot::{End, Level, Organisation, Place, Points, Start, Subject, Text, Title, Url, Words};

/// The fields of a section and what each is for.
fn slots(list: &str) -> &'static [(&'static str, Slot)] {
    match list {
        "basics.profiles" => &[("network", Title), ("username", Organisation), ("url", Url)],
        "work" => &[
            ("position", Title),
            ("name", Organisation),
            ("location", Place),
            ("url", Url),
            ("startDate", Start),
            ("endDate", End),
            ("summary", Text),
            ("highlights", Points),
        ],
        "volunteer" => &[
            ("position", Title),
            ("organization", Organisation),
            ("location", Place),
            ("startDate", Start),
            ("endDate", End),
            ("summary", Text),
            ("highlights", Points),
        ],
        "education" => &[
            ("studyType", Title),
            ("institution", Organisation),
            ("area", Subject),
            ("location", Place),
            ("startDate", Start),
            ("endDate", End),
            ("score", Level),
            ("courses", Words),
            ("highlights", Points),
        ],
        "skills" => &[("name", Title), ("level", Level), ("keywords", Words)],
        "projects" => &[
            ("name", Title),
            ("entity", Organisation),
            ("url", Url),
            ("startDate", Start),
            ("endDate", End),
            ("description", Text),
            ("highlights", Points),
            ("keywords", Words),
        ],
        "languages" => &[("language", Title), ("fluency", Level)],
        "certificates" => &[("name", Title), ("issuer", Organisation), ("date", End), ("url", Url)],
        "awards" => {
            &[("title", Title), ("awarder", Organisation), ("date", End), ("summary", Text)]
        }
        "publications" => &[
            ("name", Title),
            ("publisher", Organisation),
            ("releaseDate", End),
            ("url", Url),
            ("summary", Text),
        ],
        "interests" => &[("name", Title), ("keywords", Words)],
        "references" => &[("name", Title), ("reference", Text)],
        "sections" => &[("title", Title), ("items", Points)],
        _ => &[],
    }
}

impl Review {
    /// Puts an entry into section `to`, among the entries printed around it; answers its address.
    pub(super) fn transfer(
        &mut self,
        list: &str,
        index: usize,
        to: &str,
    ) -> Result<String, Misfit> {
        if list == to || !LISTS.contains(&to) {
            return Err(Misfit::NoWayThere);
        }
        let mut changed = self.clone();
        let mut from = changed.take(list)?;
        if index >= from.len() {
            return Err(Misfit::Gone);
        }
        let moved = translated(from.remove(index), list, to);
        changed.put(list, from)?;
        let mut there = changed.take(to)?;
        let place = first_line(&moved).map_or(there.len(), |line| {
            let after = |entry: &Entry| first_line(entry).is_some_and(|other| other > line);
            there.iter().position(after).unwrap_or(there.len())
        });
        there.insert(place, moved);
        changed.put(to, there)?;
        *self = changed;
        Ok(format!("{to}[{place}]"))
    }
}

fn first_line(entry: &Entry) -> Option<u32> {
    entry.values().filter_map(Field::first_line).min()
}

/// The entry in the words of another section. What that has no field for is kept among its
/// points, else in its text, else in its words, else behind its title.
fn translated(mut entry: Entry, from: &str, to: &str) -> Entry {
    let mut out = Entry::new();
    let mut homeless = Vec::new();
    for (name, slot) in slots(from) {
        let Some(field) = entry.remove(*name).filter(|field| !field.is_empty()) else { continue };
        match slots(to).iter().find(|(_, there)| there == slot) {
            Some((there, End)) if field.is_going_on() && is_a_day(there) => homeless.push(field),
            Some((there, _)) => {
                out.insert((*there).to_owned(), field);
            }
            None => homeless.push(field),
        }
    }
    for leaf in homeless.into_iter().flat_map(Field::leaves) {
        take_in(&mut out, to, leaf);
    }
    out
}

/// Whether a field holds a date only, and no "present".
fn is_a_day(name: &str) -> bool {
    matches!(name, "date" | "releaseDate")
}

impl Field {
    fn is_going_on(&self) -> bool {
        matches!(self, Self::One(leaf) if leaf.text == "present")
    }
}

fn take_in(entry: &mut Entry, list: &str, leaf: Leaf) {
    let home = [Points, Text, Words, Title]
        .into_iter()
        .find_map(|slot| slots(list).iter().find(|(_, there)| *there == slot));
    let Some((name, slot)) = home else { return };
    let many = matches!(slot, Points | Words);
    let empty = || if many { Field::Many(Vec::new()) } else { Field::One(Leaf::default()) };
    match entry.entry((*name).to_owned()).or_insert_with(empty) {
        Field::Many(leaves) => leaves.push(leaf),
        Field::One(own) => own.join(if *slot == Text { "; " } else { ", " }, leaf),
    }
}
