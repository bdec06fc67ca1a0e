//! How resumes fit jobs: one with one, one with all, and what would change it.

use std::collections::HashMap;

use domain::{
    JobId, PartialDate, ResumeId, Timestamp,
    jobs::{JobCard, Posting},
    matching::{Fit, JobScore, Match, Shown, fit, what_if},
    resumes::{Resume, ResumeCard},
};
use serde::{Deserialize, Serialize};

use crate::{App, Result, Task, Workbench, now, parallel, today};

/// A job in a ranking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RankedJob {
    /// The job.
    pub job: JobCard,
    /// How the resume fits it.
    pub fit: Fit,
}

/// A resume in a ranking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RankedResume {
    /// The resume.
    pub resume: ResumeCard,
    /// How it fits the job.
    pub fit: Fit,
}

impl App {
    /// Compares a resume with a job's posting, as of today, and remembers the result.
    ///
    /// # Errors
    /// When one of them does not exist.
    pub async fn match_resume(&self, resume: ResumeId, job: JobId) -> Result<Match> {
        let (content, posting) = self.both(resume, job).await?;
        let bench = self.bench.clone();
        let work = move || bench.compare(&content, &posting, None);
        let found = tokio::task::spawn_blocking(work).await?;
        let kept = JobScore {
            job,
            resume,
            score: found.score,
            band: found.band,
            version: found.version,
            scored_at: now(),
            fresh: true,
        };
        self.store.save_scores(&[kept]).await?;
        Ok(found)
    }

    /// The comparison if the resume also showed what is `wished`, by the names of what is missing.
    /// Nothing is kept of it.
    ///
    /// # Errors
    /// When one of the two does not exist.
    pub async fn what_if(
        &self,
        resume: ResumeId,
        job: JobId,
        wished: Vec<String>,
    ) -> Result<Match> {
        let (resume, posting) = self.both(resume, job).await?;
        let day = day();
        let work = move || what_if(&Shown::new(&resume, day), &posting, &wished);
        Ok(tokio::task::spawn_blocking(work).await?)
    }

    /// Every job by how well a resume fits it, the best first; the results are kept.
    ///
    /// # Errors
    /// When there is no such resume, or the user stops it: nothing is kept then.
    pub async fn rank_jobs(&self, resume: ResumeId, task: Task) -> Result<Vec<RankedJob>> {
        let content = self.store.get_resume(resume).await?.resume;
        let postings = self.store.list_postings().await?;
        let cards = self.store.list_jobs().await?;
        let fits = rank_postings(task, content, postings, day()).await?;
        let keep = |(job, fit): &(JobId, Fit)| kept(resume, *job, fit);
        self.store.save_scores(&fits.iter().map(keep).collect::<Vec<_>>()).await?;
        let mut cards: HashMap<_, _> = cards.into_iter().map(|card| (card.id, card)).collect();
        let ranked = fits
            .into_iter()
            .filter_map(|(id, fit)| cards.remove(&id).map(|job| RankedJob { job, fit }));
        Ok(ranked.collect())
    }

    /// Every resume by how well it fits a job, the best first; the results are kept.
    ///
    /// # Errors
    /// When there is no such job, or the user stops it: nothing is kept then.
    pub async fn rank_resumes(&self, job: JobId, task: Task) -> Result<Vec<RankedResume>> {
        let posting = self.store.get_job(job).await?.posting;
        let contents = self.store.list_contents().await?;
        let cards = self.store.list_resumes().await?;
        let fits = rank_contents(task, posting, contents, day()).await?;
        let keep = |(resume, fit): &(ResumeId, Fit)| kept(*resume, job, fit);
        self.store.save_scores(&fits.iter().map(keep).collect::<Vec<_>>()).await?;
        let ranked = fits.into_iter().filter_map(|(id, fit)| {
            let resume = cards.iter().find(|card| card.id == id)?.clone();
            Some(RankedResume { resume, fit })
        });
        Ok(ranked.collect())
    }

    /// What is remembered of how a resume fits each job, without comparing anew.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_scores(&self, resume: ResumeId) -> Result<Vec<JobScore>> {
        Ok(self.store.list_scores(resume).await?)
    }

    async fn both(&self, resume: ResumeId, job: JobId) -> Result<(Resume, Posting)> {
        let resume = self.store.get_resume(resume).await?.resume;
        Ok((resume, self.store.get_job(job).await?.posting))
    }
}

/// Today, or what a broken clock says.
fn day() -> PartialDate {
    today().unwrap_or(PartialDate::EPOCH)
}

fn kept(resume: ResumeId, job: JobId, fit: &Fit) -> JobScore {
    let scored_at: Timestamp = now();
    JobScore {
        job,
        resume,
        score: fit.score,
        band: fit.band,
        version: fit.version,
        scored_at,
        fresh: true,
    }
}

impl Workbench {
    /// Postings, by their number, by how well a resume fits them as of `day`, or of today; the
    /// best first.
    ///
    /// # Errors
    /// When the user stops it.
    pub async fn rank_postings(
        &self,
        resume: Resume,
        postings: Vec<Posting>,
        day: Option<PartialDate>,
        task: Task,
    ) -> Result<Vec<(usize, Fit)>> {
        let numbered = postings.into_iter().enumerate().collect();
        rank_postings(task, resume, numbered, day.unwrap_or_else(self::day)).await
    }

    /// Resumes, by their number, by how well they fit a posting as of `day`, or of today; the
    /// best first.
    ///
    /// # Errors
    /// When the user stops it.
    pub async fn rank_resumes(
        &self,
        posting: Posting,
        resumes: Vec<Resume>,
        day: Option<PartialDate>,
        task: Task,
    ) -> Result<Vec<(usize, Fit)>> {
        let numbered = resumes.into_iter().enumerate().collect();
        rank_contents(task, posting, numbered, day.unwrap_or_else(self::day)).await
    }
}

async fn rank_postings<Id: Copy + Send + Sync + 'static>(
    task: Task,
    resume: Resume,
    postings: Vec<(Id, Posting)>,
    day: PartialDate,
) -> Result<Vec<(Id, Fit)>> {
    let work = move || {
        let shown = Shown::new(&resume, day);
        let one = |(id, posting): &(Id, Posting)| (*id, fit(&shown, posting));
        parallel::each(&task, "comparing", &postings, one)
    };
    Ok(sorted(tokio::task::spawn_blocking(work).await??))
}

async fn rank_contents<Id: Copy + Send + Sync + 'static>(
    task: Task,
    posting: Posting,
    resumes: Vec<(Id, Resume)>,
    day: PartialDate,
) -> Result<Vec<(Id, Fit)>> {
    let work = move || {
        let one = |(id, resume): &(Id, Resume)| (*id, fit(&Shown::new(resume, day), &posting));
        parallel::each(&task, "comparing", &resumes, one)
    };
    Ok(sorted(tokio::task::spawn_blocking(work).await??))
}

/// The best first; equals stay in their order.
fn sorted<Id>(mut fits: Vec<(Id, Fit)>) -> Vec<(Id, Fit)> {
    fits.sort_by(|(_, one), (_, other)| one.order(other));
    fits
}
