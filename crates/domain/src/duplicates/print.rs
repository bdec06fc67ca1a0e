//! What is kept of a posting to know it again, and what was recognised.

use serde::{Deserialize, Serialize};

use super::{address, sketch};
use crate::{
    JobId, Timestamp,
    jobs::{Job, Posting, Stage},
    vocabulary::Folded,
};

/// What a posting is known again by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Its [canonical](address::canonical) address; empty without one.
    pub address: String,
    /// Its text in numbers; empty for a text too short to be told from others.
    pub sketch: Vec<u32>,
    /// Its title and employer, folded.
    pub names: (String, String),
}

/// A job that a posting was recognised as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Seen {
    /// Which.
    pub job: JobId,
    /// Its title.
    pub title: String,
    /// Its employer.
    pub company: String,
    /// When it was added.
    pub seen_at: Timestamp,
    /// How far it came.
    pub stage: Stage,
    /// Whether the user has deleted it since.
    pub deleted: bool,
    /// What it was recognised by.
    pub why: Why,
    /// How alike the texts are, from 0 to 1.
    #[specta(type = u32)]
    pub likeness: f32,
}

/// What a posting was recognised by.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// It was found at the same address.
    SameAddress,
    /// It says the same, at another address: a repost or another board.
    SameText,
    /// It says much the same under the same title or of the same employer: an edited repost.
    LikeText,
}

/// From here on two texts say the same.
const SAME: f32 = 0.8;
/// From here on they say much the same; two postings of one employer share a third at most.
const LIKE: f32 = 0.5;

impl Print {
    /// The print of a posting found at `url`.
    pub fn new(posting: &Posting, url: &str) -> Self {
        Self {
            address: address::canonical(url),
            sketch: sketch::of(&posting.text),
            names: (folded(&posting.title), folded(&posting.company)),
        }
    }

    /// The print of a job that is kept.
    pub fn of_job(job: &Job) -> Self {
        Self::new(&job.posting, &job.url)
    }

    /// Whether two are prints of one posting, and how alike the texts are.
    pub fn meets(&self, other: &Self) -> Option<(Why, f32)> {
        let likeness = sketch::likeness(&self.sketch, &other.sketch);
        if !self.address.is_empty() && self.address == other.address {
            return Some((Why::SameAddress, likeness));
        }
        let titled = !self.names.0.is_empty() && self.names.0 == other.names.0;
        let employed = !self.names.1.is_empty() && self.names.1 == other.names.1;
        let strangers = !self.names.1.is_empty() && !other.names.1.is_empty() && !employed;
        match likeness {
            // One template filled in for two shops is two postings.
            SAME.. if titled || !strangers => Some((Why::SameText, likeness)),
            LIKE.. if titled && !strangers => Some((Why::LikeText, likeness)),
            _ => None,
        }
    }

    /// The numbers of [`Self::sketch`] as bytes, for the database.
    pub fn sketch_bytes(&self) -> Vec<u8> {
        self.sketch.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    /// The numbers that [`Self::sketch_bytes`] wrote.
    pub fn sketch_from(bytes: &[u8]) -> Vec<u32> {
        let (numbers, _) = bytes.as_chunks::<4>();
        numbers.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
    }
}

/// A name as it is compared.
pub fn folded(name: &str) -> String {
    Folded::new(name).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(title: &str, company: &str, text: &str, url: &str) -> Print {
        let posting = Posting {
            title: title.into(),
            company: company.into(),
            text: text.into(),
            ..Posting::default()
        };
        Print::new(&posting, url)
    }

    /// A posting of some length; `seed` makes it another one.
    fn text(seed: usize, words: usize) -> String {
        const WORDS: [&str; 23] = [
            "bake",
            "bread",
            "early",
            "team",
            "oven",
            "flour",
            "shift",
            "clean",
            "customer",
            "dough",
            "shape",
            "recipe",
            "order",
            "stock",
            "hygiene",
            "train",
            "apprentice",
            "weekend",
            "counter",
            "rye",
            "wheat",
            "yeast",
            "cool",
        ];
        let word = |at: usize| WORDS[(at * at * 7 + at * (seed * 13 + 5) + seed) % WORDS.len()];
        (0..words).map(|at| format!("{}{} ", word(at), at % (5 + seed))).collect()
    }

    #[test]
    fn a_repost_is_known_again_at_another_address_and_with_an_edited_line() {
        let first = print("Baker", "Acme", &text(1, 300), "https://example.org/1");
        let moved = print("Baker", "Acme", &text(1, 300), "https://example.com/x");
        assert_eq!(first.meets(&moved).map(|it| it.0), Some(Why::SameText));
        let edited = text(1, 300).replace("oven", "furnace") + "Apply until May.";
        let edited = print("Baker", "Acme", &edited, "https://example.com/x");
        assert!(first.meets(&edited).is_some());
        let same = print("Cook", "Other", &text(2, 300), "https://example.org/1?utm_source=a");
        assert_eq!(first.meets(&same).map(|it| it.0), Some(Why::SameAddress));
    }

    #[test]
    fn another_posting_is_not() {
        let first = print("Baker", "Acme", &text(1, 300), "");
        assert_eq!(first.meets(&print("Baker", "Acme", &text(2, 300), "")), None);
        // The same template, filled in by another employer for another post.
        assert_eq!(first.meets(&print("Cook", "Other", &text(1, 300), "")), None);
        let short = print("Baker", "Acme", "We bake.", "");
        assert_eq!(short.meets(&short.clone()), None);
    }

    #[test]
    fn a_sketch_survives_the_database() {
        let print = print("Baker", "Acme", &text(3, 100), "");
        assert_eq!(Print::sketch_from(&print.sketch_bytes()), print.sketch);
        assert_eq!(Print::sketch_from(&[1, 2, 3]), Vec::<u32>::new());
    }
}
