//! A job the user is after, and how far they have come with it.

use serde::{Deserialize, Serialize};

use super::{FieldSource, Posting, RemoteMode, Salary};
use crate::{JobId, PartialDate, Timestamp};

/// A job the user tracks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Never changes, also across devices.
    pub id: JobId,
    /// What is said about it; edits by the user included.
    pub posting: Posting,
    /// Where it was found; may be empty.
    pub url: String,
    /// The user's own words; may be empty.
    pub notes: String,
    /// How far the application has come.
    pub stage: Stage,
    /// Whether it is worth the user's time.
    pub decision: Decision,
    /// Place in its stage, smallest first.
    #[specta(type = u32)]
    pub position: f64,
    /// When the user added it.
    pub added_at: Timestamp,
    /// When the user last changed anything about it.
    pub updated_at: Timestamp,
}

/// A job as the board shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JobCard {
    /// See [`Job::id`].
    pub id: JobId,
    /// See [`Posting::title`].
    pub title: String,
    /// See [`Posting::company`].
    pub company: String,
    /// The first place, as printed; may be empty.
    pub location: String,
    /// See [`Posting::remote_mode`].
    pub remote_mode: RemoteMode,
    /// See [`Posting::salary`].
    pub salary: Option<Salary>,
    /// See [`Posting::date_posted`].
    pub date_posted: Option<PartialDate>,
    /// See [`Posting::apply_deadline`].
    pub apply_deadline: Option<PartialDate>,
    /// See [`Job::stage`].
    pub stage: Stage,
    /// See [`Job::decision`].
    pub decision: Decision,
    /// See [`Job::position`].
    #[specta(type = u32)]
    pub position: f64,
    /// See [`Job::added_at`].
    pub added_at: Timestamp,
    /// See [`Job::updated_at`].
    pub updated_at: Timestamp,
}

/// Whether a posting that came in is worth the user's time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// It is.
    Kept,
    /// It is not; it stays out of the way, and can be found again.
    Archived,
}

impl Decision {
    /// Every decision.
    pub const ALL: [Self; 3] = [Self::Open, Self::Kept, Self::Archived];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Archived => "archived",
        }
    }

    /// The decision of this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.name() == name)
    }
}

/// A job as the user adds it: a posting's text, and what they say about it themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct JobDraft {
    /// The posting's text; may be empty when the title says enough.
    pub text: String,
    /// Overrules the title that was read.
    pub title: String,
    /// Overrules the company that was read.
    pub company: String,
    /// Overrules the places that were read.
    pub location: String,
    /// Where it was found.
    pub url: String,
}

/// Why a [`JobDraft`] is not a job yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Flaw {
    /// Neither the user nor the posting names a title.
    NoTitle,
}

/// The pipeline, in order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Noted, nothing sent.
    Saved,
    /// Sent.
    Applied,
    /// First contact: a call, a test.
    Screening,
    /// In conversation.
    Interview,
    /// They said yes.
    Offer,
    /// Over, for whatever reason.
    Closed,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] =
        [Self::Saved, Self::Applied, Self::Screening, Self::Interview, Self::Offer, Self::Closed];

    /// Its name in the database and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Applied => "applied",
            Self::Screening => "screening",
            Self::Interview => "interview",
            Self::Offer => "offer",
            Self::Closed => "closed",
        }
    }

    /// The stage of this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

impl JobDraft {
    /// Turns the draft and the `posting` read from its text into a saved job at `position`, or
    /// says what is missing.
    ///
    /// # Errors
    /// [`Flaw::NoTitle`] when nobody names a title.
    pub fn finish(
        self,
        mut posting: Posting,
        id: JobId,
        position: f64,
        now: Timestamp,
    ) -> Result<Job, Flaw> {
        posting.overrule(&self);
        if posting.title.trim().is_empty() {
            return Err(Flaw::NoTitle);
        }
        Ok(Job {
            id,
            posting,
            url: self.url.trim().to_owned(),
            notes: String::new(),
            stage: Stage::Saved,
            decision: Decision::Open,
            position,
            added_at: now,
            updated_at: now,
        })
    }
}

impl Posting {
    /// Lets what the user says win over what was read.
    fn overrule(&mut self, draft: &JobDraft) {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(title) = said(&draft.title) {
            self.set("title", |posting| posting.title = title);
        }
        if let Some(company) = said(&draft.company) {
            self.set("company", |posting| posting.company = company);
        }
        if let Some(location) = said(&draft.location) {
            self.set("locations", |posting| match posting.locations.first_mut() {
                Some(first) => *first = location,
                None => posting.locations.push(location),
            });
        }
    }

    /// Changes `field` in the user's name, if the change changes anything.
    fn set(&mut self, field: &str, change: impl FnOnce(&mut Self)) {
        let before = self.clone();
        change(self);
        if *self != before {
            self.sources.insert(field.to_owned(), FieldSource::User);
        }
    }
}

/// A number for the place `index` among the numbers `taken`, in order; `None` when the two
/// neighbours are so close that no number lies between them.
pub fn place_at(taken: &[f64], index: usize) -> Option<f64> {
    let before = index.checked_sub(1).and_then(|index| taken.get(index)).copied();
    match (before, taken.get(index).copied()) {
        (None, None) => Some(1.0),
        (Some(before), None) => Some(before + 1.0),
        (None, Some(after)) => Some(after - 1.0),
        (Some(before), Some(after)) => {
            let middle = f64::midpoint(before, after);
            (before < middle && middle < after).then_some(middle)
        }
    }
}

impl Job {
    /// The job with what the user changed about it.
    ///
    /// # Errors
    /// [`Flaw::NoTitle`] when the title is gone.
    pub fn edit(mut self, draft: JobDraft, notes: String, now: Timestamp) -> Result<Self, Flaw> {
        if draft.title.trim().is_empty() {
            return Err(Flaw::NoTitle);
        }
        self.posting.overrule(&draft);
        self.url = draft.url.trim().to_owned();
        self.notes = notes;
        self.updated_at = now;
        Ok(self)
    }

    /// What the board shows of it.
    pub fn card(&self) -> JobCard {
        JobCard {
            id: self.id,
            title: self.posting.title.clone(),
            company: self.posting.company.clone(),
            location: self.posting.locations.first().cloned().unwrap_or_default(),
            remote_mode: self.posting.remote_mode,
            salary: self.posting.salary.clone(),
            date_posted: self.posting.date_posted,
            apply_deadline: self.posting.apply_deadline,
            stage: self.stage,
            decision: self.decision,
            position: self.position,
            added_at: self.added_at,
            updated_at: self.updated_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: JobId = JobId::from_u128(1);
    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

    #[test]
    fn a_draft_without_a_title_is_no_job() {
        let draft = JobDraft { title: " ".into(), ..JobDraft::default() };
        assert_eq!(draft.finish(Posting::default(), ID, 1.0, NOW), Err(Flaw::NoTitle));
    }

    #[test]
    fn there_is_a_place_between_any_two_until_there_is_none() {
        assert_eq!(place_at(&[], 0), Some(1.0));
        assert_eq!(place_at(&[1.0, 2.0], 2), Some(3.0));
        assert_eq!(place_at(&[1.0, 2.0], 0), Some(0.0));
        assert_eq!(place_at(&[1.0, 2.0], 1), Some(1.5));
        assert_eq!(place_at(&[1.0, 1.0], 1), None);
    }

    #[test]
    fn what_the_user_says_overrules_what_was_read() {
        let read = Posting { title: "Bakr".into(), company: "Acme".into(), ..Posting::default() };
        let draft = JobDraft { title: "Baker".into(), ..JobDraft::default() };
        let job = draft.finish(read, ID, 1.0, NOW).unwrap();
        assert_eq!((job.posting.title.as_str(), job.posting.company.as_str()), ("Baker", "Acme"));
        assert_eq!(job.posting.sources.get("title"), Some(&FieldSource::User));
        assert_eq!(job.posting.sources.get("company"), None);
    }
}
