//! Two entries that should have been one.

use super::{
    Misfit, Review,
    entry::{Entry, Field, Leaf},
    place::is_date,
};
use crate::date::EndDate;

impl Review {
    /// Makes one entry of the one at `index` and the next; answers its address.
    pub(super) fn merge(&mut self, list: &str, index: usize) -> Result<String, Misfit> {
        let mut entries = self.clone().take(list)?;
        if index + 1 >= entries.len() {
            return Err(Misfit::Gone);
        }
        let second = entries.remove(index + 1);
        let first = entries.get_mut(index).ok_or(Misfit::Gone)?;
        for (name, field) in second {
            join(first, &name, field);
        }
        self.take(list)?;
        self.put(list, entries)?;
        Ok(format!("{list}[{index}]"))
    }
}

/// Adds a field of another entry; no words are dropped.
fn join(entry: &mut Entry, name: &str, field: Field) {
    match (entry.get_mut(name), field) {
        (None, field) => {
            entry.insert(name.to_owned(), field);
        }
        (Some(Field::Many(own)), field) => own.extend(field.leaves()),
        (Some(Field::One(own)), Field::One(other)) if is_date(name) => {
            earlier_or_later(name, own, other);
        }
        (Some(Field::One(own)), Field::One(other)) if says(&own.text, &other.text) => {
            own.stand_also(other.origin);
        }
        (Some(Field::One(own)), Field::One(other)) => own.join(glue(name), other),
        (Some(Field::One(own)), Field::Many(others)) => {
            others.into_iter().for_each(|other| own.join(", ", other));
        }
    }
}

const fn glue(name: &str) -> &'static str {
    match name.as_bytes() {
        b"summary" | b"description" | b"reference" => " ",
        _ => ", ",
    }
}

fn says(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}

/// An entry begins with the earlier beginning and ends with the later end.
fn earlier_or_later(name: &str, own: &mut Leaf, other: Leaf) {
    let date = |leaf: &Leaf| leaf.text.parse::<EndDate>().ok();
    let better = match (date(own), date(&other)) {
        (Some(own), Some(other)) if name == "startDate" => other < own,
        (Some(own), Some(other)) => other > own,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if better {
        *own = other;
    }
}
