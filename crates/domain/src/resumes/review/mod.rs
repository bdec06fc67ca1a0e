//! A resume being looked through: what is corrected, and where every field stands meanwhile.
//!
//! Nothing here touches what was read: a correction makes another [`Review`], and the one before
//! it is how it is taken back.

mod entry;
mod merge;
mod moving;
mod place;
mod split;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use serde::{Deserialize, Serialize};

pub use place::{Piece, Placing};

use super::{Origin, Resume, SourceLine, carry_over, fields, reading::unsure};

/// A resume under review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Review {
    /// What it says now.
    pub resume: Resume,
    /// Where each field stands. A confidence of 1 is the user's word.
    pub origins: BTreeMap<String, Origin>,
    /// The lines no field has taken.
    pub unplaced: Vec<u32>,
    /// The fields typed by hand since it was last saved.
    pub edited: Vec<String>,
}

/// What the user wants put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Correction {
    /// Puts words of the page into a field.
    Place {
        /// The field, a list of lines, or one line of it.
        path: String,
        /// The words, in the order in which they belong together.
        pieces: Vec<Piece>,
        /// Whether they replace what is there.
        how: Placing,
    },
    /// Makes two entries of one.
    Split {
        /// The field with which the second one begins: `work[0].highlights[2]`.
        path: String,
        /// Where in its text, in UTF-16 units; without it the whole field goes.
        at: Option<u32>,
    },
    /// Makes one entry of this one and the next.
    Merge {
        /// The section: `work`.
        list: String,
        /// The first of the two.
        index: u32,
    },
    /// Puts an entry into another section.
    Move {
        /// The section it is in.
        list: String,
        /// Which entry.
        index: u32,
        /// The section it belongs to.
        to: String,
    },
}

/// A review after a correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Corrected {
    /// What it says now.
    pub review: Review,
    /// The fields still worth a look, least certain first.
    pub to_check: Vec<String>,
    /// The field or entry to go on with.
    pub focus: String,
}

/// Why a correction cannot be made. Nothing is changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Misfit {
    /// There is no such entry or field any more.
    Gone,
    /// No words were pointed at.
    NoWords,
    /// The words hold no date, and the field takes nothing else.
    NoDate,
    /// One of the two entries would be empty.
    NothingToSplit,
    /// The entry is in that section already, or nothing can be moved there.
    NoWayThere,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gone => "that entry is no longer there",
            Self::NoWords => "there are no words at that place of the file",
            Self::NoDate => "there is no date in these words; choose the date, or type it",
            Self::NothingToSplit => {
                "one of the two would be empty; choose the point with which the second begins"
            }
            Self::NoWayThere => "it cannot be moved there",
        })
    }
}

impl Review {
    /// The review after `correction`, for a document of these `lines`.
    ///
    /// # Errors
    /// Why that cannot be done.
    pub fn correct(
        mut self,
        lines: &[SourceLine],
        correction: &Correction,
    ) -> Result<Corrected, Misfit> {
        let before = self.claimed();
        let focus = match correction {
            Correction::Place { path, pieces, how } => self.place(lines, path, pieces, *how)?,
            Correction::Split { path, at } => self.split(path, *at)?,
            Correction::Merge { list, index } => self.merge(list, *index as usize)?,
            Correction::Move { list, index, to } => self.transfer(list, *index as usize, to)?,
        };
        self.keep_unplaced(lines, &before);
        let to_check = unsure(&self.origins).into_iter().map(str::to_owned).collect();
        Ok(Corrected { review: self, to_check, focus })
    }

    /// The origins to keep once this is saved over `before`: those of the fields that are as they
    /// were read, placed or moved. What was typed is the user's own and stands nowhere.
    pub fn settled(
        &self,
        before: &Resume,
        known: &BTreeMap<String, Origin>,
    ) -> BTreeMap<String, Origin> {
        let unchanged = carry_over(before, known, &self.resume);
        let mut kept = BTreeMap::new();
        for (path, _) in fields(&self.resume) {
            let own = self.origins.get(&path).filter(|own| own.by_hand || !self.is_edited(&path));
            if let Some(origin) = own.or_else(|| unchanged.get(&path)) {
                kept.insert(path, origin.clone());
            }
        }
        let headings = self.origins.iter().filter(|(path, _)| !path.contains(['.', '[']));
        kept.extend(headings.map(|(path, origin)| (path.clone(), origin.clone())));
        kept
    }

    fn is_edited(&self, path: &str) -> bool {
        let list = path.rsplit_once('[').map_or(path, |(list, _)| list);
        self.edited.iter().any(|edited| edited == path || edited == list)
    }

    /// Every line that a field stands on.
    fn claimed(&self) -> BTreeSet<u32> {
        self.origins.values().flat_map(|origin| origin.lines.iter().copied()).collect()
    }

    /// Lists the lines that lost their field, and takes off the list what has found one.
    fn keep_unplaced(&mut self, lines: &[SourceLine], before: &BTreeSet<u32>) {
        let now = self.claimed();
        let mut unplaced: BTreeSet<u32> = before.difference(&now).copied().collect();
        unplaced.extend(&self.unplaced);
        let texts: BTreeMap<String, String> = fields(&self.resume).into_iter().collect();
        unplaced.retain(|&line| {
            let Some(source) = lines.get(line as usize) else { return false };
            !now.contains(&line) || !self.holds(&texts, line, &source.text)
        });
        self.unplaced = unplaced.into_iter().collect();
    }

    /// Whether the fields that stand on `line` say all its words.
    fn holds(&self, texts: &BTreeMap<String, String>, line: u32, text: &str) -> bool {
        let here = self.origins.iter().filter(|(_, origin)| origin.lines.contains(&line));
        // A date or a number is written in another way than it was printed.
        let mut said = BTreeSet::new();
        for (path, _) in here {
            match texts.get(path) {
                Some(text) => said.extend(words(text)),
                None => return true,
            }
            if place::is_date(path) {
                return true;
            }
        }
        let said = |word: &String, first: bool, last: bool| {
            // A word may go on in the line below, or have begun in the one above.
            said.contains(word)
                || first && said.iter().any(|whole: &String| whole.ends_with(word.as_str()))
                || last && said.iter().any(|whole: &String| whole.starts_with(word.as_str()))
        };
        let all = words(text);
        let last = all.len().saturating_sub(1);
        all.iter().enumerate().all(|(i, word)| said(word, i == 0, i == last))
    }
}

/// The words of a text, without signs and capitals.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let runs = lower.split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
