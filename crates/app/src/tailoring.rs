//! Tailoring: what could be said better for a job, checked against the person's own papers.

use domain::{
    FactId, JobId, PartialDate, ResumeId,
    jobs::Posting,
    resumes::{Resume, StoredResume, carry_over},
    tailoring::{
        Fact, Ground, Refusal, StoredFact, Suggestions, TailoringEdit, TruthReport, apply, check,
        suggest,
    },
};
use serde::{Deserialize, Serialize};

use crate::{App, Result, Workbench, fresh, now, today};

/// A new version of a resume, and the edits that did not go into it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Tailored {
    /// The new version; the one it came from is as it was.
    pub resume: StoredResume,
    /// The edits that were not made.
    pub refused: Vec<RefusedEdit>,
}

/// An edit that was not made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusedEdit {
    /// Its number in the list.
    pub number: u32,
    /// Why.
    pub refusal: Refusal,
}

impl Workbench {
    /// A resume as the ground that claims are traced to, as of `day`, or of today.
    pub fn ground(&self, resume: &Resume, facts: &[Fact], day: Option<PartialDate>) -> Ground {
        Ground::of_resume(resume, facts, day.or_else(today).unwrap_or(PartialDate::EPOCH))
    }

    /// Plain text as such a ground.
    pub fn ground_of_text(&self, text: &str, day: Option<PartialDate>) -> Ground {
        Ground::of_text(text, day.or_else(today).unwrap_or(PartialDate::EPOCH))
    }

    /// What can be said better for a posting without any model.
    pub fn suggest(
        &self,
        resume: &Resume,
        posting: &Posting,
        day: Option<PartialDate>,
    ) -> Suggestions {
        suggest(resume, posting, day.or_else(today).unwrap_or(PartialDate::EPOCH))
    }
}

impl App {
    /// What could be said better for a job, each suggestion already checked. Nothing is changed.
    ///
    /// # Errors
    /// When one of the two does not exist.
    pub async fn tailor_resume(&self, resume: ResumeId, job: JobId) -> Result<Suggestions> {
        let resume = self.store.get_resume(resume).await?.resume;
        let posting = self.store.get_job(job).await?.posting;
        let bench = self.bench.clone();
        let work = move || bench.suggest(&resume, &posting, None);
        Ok(tokio::task::spawn_blocking(work).await?)
    }

    /// What the Truth Lock says of a text that is to stand at `path`, or in a letter for a job.
    ///
    /// # Errors
    /// When the resume or the job does not exist.
    pub async fn check_text(
        &self,
        resume: ResumeId,
        text: &str,
        path: Option<String>,
        job: Option<JobId>,
    ) -> Result<TruthReport> {
        let mut ground = self.ground_of(resume).await?;
        if let Some(job) = job {
            ground = ground.beside_posting(&self.store.get_job(job).await?.posting.text);
        }
        let text = text.to_owned();
        let work = move || check(&ground, &text, path.as_deref());
        Ok(tokio::task::spawn_blocking(work).await?)
    }

    /// Makes a new version of a resume with the edits the user accepted. What the Truth Lock
    /// asks about is made only where its number is among `confirmed`; what it blocks never is.
    ///
    /// # Errors
    /// When it cannot be saved; the resume it came from is untouched.
    pub async fn accept_edits(
        &self,
        resume: ResumeId,
        title: &str,
        edits: Vec<TailoringEdit>,
        confirmed: Vec<u32>,
    ) -> Result<Tailored> {
        let before = self.store.get_resume(resume).await?;
        let ground = self.ground_of(resume).await?;
        let content = before.resume.clone();
        let confirmed: Vec<usize> = confirmed.into_iter().map(|it| it as usize).collect();
        let work = move || apply(&content, &ground, &edits, &confirmed);
        let edited = tokio::task::spawn_blocking(work).await?;
        let mut after = before.clone();
        after.id = ResumeId::from_u128(fresh());
        after.title = if title.trim().is_empty() { before.title } else { title.trim().to_owned() };
        after.reading.origins = carry_over(&before.resume, &before.reading.origins, &edited.resume);
        after.resume = edited.resume;
        after.to_check = after.reading.to_check().into_iter().map(str::to_owned).collect();
        (after.added_at, after.updated_at) = (now(), now());
        let source = self.store.get_resume_source(resume).await.ok();
        self.store.save_resume(&after, source.as_deref()).await?;
        for fact in self.store.list_facts(resume).await? {
            let id = FactId::from_u128(fresh());
            self.store.save_fact(&StoredFact { id, resume: after.id, ..fact }).await?;
        }
        let refused = edited.refused.into_iter().map(|(number, refusal)| RefusedEdit {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            refusal,
        });
        Ok(Tailored { resume: after, refused: refused.collect() })
    }

    /// Keeps something the user says is true, so that texts may use it from now on.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub async fn confirm_fact(
        &self,
        resume: ResumeId,
        text: &str,
        path: &str,
    ) -> Result<StoredFact> {
        let fact = StoredFact {
            id: FactId::from_u128(fresh()),
            resume,
            fact: Fact { text: text.trim().to_owned(), path: path.to_owned(), confirmed: today() },
        };
        self.store.save_fact(&fact).await?;
        Ok(fact)
    }

    /// Everything the user confirmed for a resume, oldest first.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_facts(&self, resume: ResumeId) -> Result<Vec<StoredFact>> {
        Ok(self.store.list_facts(resume).await?)
    }

    /// Forgets something the user confirmed.
    ///
    /// # Errors
    /// When there is no such fact.
    pub async fn forget_fact(&self, fact: FactId) -> Result<()> {
        Ok(self.store.delete_fact(fact).await?)
    }

    async fn ground_of(&self, resume: ResumeId) -> Result<Ground> {
        let content = self.store.get_resume(resume).await?.resume;
        let facts = self.store.list_facts(resume).await?;
        let facts: Vec<Fact> = facts.into_iter().map(|it| it.fact).collect();
        Ok(self.bench.ground(&content, &facts, None))
    }
}
