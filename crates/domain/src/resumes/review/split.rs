//! One entry that should have been two.

use super::{
    Misfit, Review,
    entry::{Address, Entry, Field, Leaf, is_empty},
};
use crate::resumes::found::tidy;

/// The fields under the head of an entry, in the order in which resumes print them.
const BODY: &[&str] =
    &["summary", "description", "reference", "courses", "highlights", "keywords", "items"];

impl Review {
    /// Begins a second entry with the field at `path`; answers its address.
    pub(super) fn split(&mut self, path: &str, at: Option<u32>) -> Result<String, Misfit> {
        let Address { list, index, field, item } = Address::of(path).ok_or(Misfit::Gone)?;
        let mut entries = self.clone().take(list)?;
        let first = entries.get_mut(index).ok_or(Misfit::Gone)?;
        let second = cut(first, field, item, at)?;
        if is_empty(first) || is_empty(&second) {
            return Err(Misfit::NothingToSplit);
        }
        entries.insert(index + 1, second);
        self.take(list)?;
        self.put(list, entries)?;
        Ok(format!("{list}[{}]", index + 1))
    }
}

/// Cuts an entry in two at a field, and gives the second half.
fn cut(
    entry: &mut Entry,
    name: &str,
    item: Option<usize>,
    at: Option<u32>,
) -> Result<Entry, Misfit> {
    let mut second = Entry::new();
    let below = match entry.get_mut(name).ok_or(Misfit::Gone)? {
        Field::Many(leaves) => {
            let from = item.unwrap_or(0);
            if from >= leaves.len() {
                return Err(Misfit::Gone);
            }
            second.insert(name.to_owned(), Field::Many(leaves.split_off(from)));
            true
        }
        Field::One(leaf) => {
            let tail = match at {
                Some(at) => cut_text(leaf, at)?,
                None => std::mem::take(leaf),
            };
            second.insert(name.to_owned(), Field::One(tail));
            BODY.contains(&name)
        }
    };
    let place = BODY.iter().position(|body| *body == name).filter(|_| below);
    for later in place.and_then(|place| BODY.get(place + 1..)).into_iter().flatten() {
        if let Some(field) = entry.remove(*later) {
            second.insert((*later).to_owned(), field);
        }
    }
    Ok(second)
}

/// Cuts a text at a UTF-16 unit; both halves stand where the whole stood.
fn cut_text(leaf: &mut Leaf, at: u32) -> Result<Leaf, Misfit> {
    let mut units = 0;
    let byte = leaf.text.char_indices().find_map(|(byte, ch)| {
        let here = units >= at;
        units += ch.len_utf16() as u32;
        here.then_some(byte)
    });
    let (head, tail) = leaf.text.split_at(byte.unwrap_or(leaf.text.len()));
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '·' | '/' | '•');
    let (head, tail) = (tidy(head.trim_end_matches(loose)), tidy(tail.trim_start_matches(loose)));
    if head.is_empty() || tail.is_empty() {
        return Err(Misfit::NothingToSplit);
    }
    leaf.text = head;
    Ok(Leaf { text: tail, ..leaf.clone() })
}
