//! Jobs: in from a posting, moved along, edited, kept.

use domain::{
    JobId,
    jobs::{ActivityKind, Decision, Job, JobCard, JobDraft, Posting, PostingEdit, Stage},
};
use serde::{Deserialize, Serialize};

use crate::{App, Error, PostingSource, Result, SourceFile, Task, activity::About, fresh, now};

/// What the user changed about a job.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JobEdit {
    /// The title.
    pub title: String,
    /// The employer.
    pub company: String,
    /// The first place.
    pub location: String,
    /// Where it was found.
    pub url: String,
    /// The user's own words.
    pub notes: String,
}

impl App {
    /// Understands the text of a posting, without keeping anything.
    ///
    /// # Errors
    /// When it is too long to be one.
    pub async fn read_posting(&self, text: String) -> Result<Posting> {
        self.bench.parse_text(text).await
    }

    /// Starts tracking a job.
    ///
    /// # Errors
    /// [`Error::Incomplete`] when nobody names a title.
    pub async fn add_job(&self, draft: JobDraft) -> Result<Job> {
        if draft.text.trim().is_empty() {
            let position = self.last_place().await?;
            let id = JobId::from_u128(fresh());
            let job = draft.finish(Posting::default(), id, position, now());
            let job = job.map_err(Error::Incomplete)?;
            self.store.save_jobs(std::slice::from_ref(&job)).await?;
            self.note_added(std::slice::from_ref(&job)).await?;
            return Ok(job);
        }
        let text = PostingSource::Text(draft.text.clone());
        let found = self.find_postings(text, Task::unwatched()).await?;
        let mut jobs = self.add_found(found.id, &[0], draft, Task::unwatched()).await?;
        jobs.pop().ok_or(Error::UnknownFile)
    }

    /// Starts tracking every job that a file or a folder holds: a saved page, a PDF, a letter, a
    /// text, a system's JSON.
    ///
    /// # Errors
    /// Why there is none in it, in words; nothing is kept then.
    pub async fn import_jobs(&self, file: SourceFile, task: Task) -> Result<Vec<Job>> {
        let found = self.find_postings(PostingSource::File(file), task.clone()).await?;
        let all: Vec<u32> = (0..u32::try_from(found.postings.len()).unwrap_or(u32::MAX)).collect();
        self.add_found(found.id, &all, JobDraft::default(), task).await
    }

    /// Every job, stage by stage and in the order of each.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_jobs(&self) -> Result<Vec<JobCard>> {
        Ok(self.store.list_jobs().await?)
    }

    /// One job with all that is known of it.
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn get_job(&self, id: JobId) -> Result<Job> {
        Ok(self.store.get_job(id).await?)
    }

    /// The address a job's posting was found at, checked: a page, and nothing else.
    ///
    /// # Errors
    /// What is wrong with it.
    pub async fn posting_address(&self, id: JobId) -> Result<String> {
        let job = self.store.get_job(id).await?;
        Ok(web::Address::parse(&job.url)?.to_string())
    }

    /// Keeps what the user changed about a job.
    ///
    /// # Errors
    /// [`Error::Incomplete`] when the title is gone.
    pub async fn save_job(&self, id: JobId, edit: JobEdit) -> Result<Job> {
        let job = self.store.get_job(id).await?;
        let draft = JobDraft {
            title: edit.title,
            company: edit.company,
            location: edit.location,
            url: edit.url,
            text: String::new(),
        };
        let job = job.edit(draft, edit.notes, now()).map_err(Error::Incomplete)?;
        self.store.save_jobs(std::slice::from_ref(&job)).await?;
        Ok(job)
    }

    /// Keeps what the user put right in a posting; no reading overwrites it.
    ///
    /// # Errors
    /// [`Error::Incomplete`] when the title is gone.
    pub async fn save_posting(&self, id: JobId, edit: PostingEdit) -> Result<Job> {
        let mut job = self.store.get_job(id).await?;
        job.posting = job.posting.edited(edit).map_err(Error::Incomplete)?;
        job.updated_at = now();
        self.store.save_jobs(std::slice::from_ref(&job)).await?;
        Ok(job)
    }

    /// Notes which jobs are worth the user's time.
    ///
    /// # Errors
    /// When it cannot be saved; then none is noted.
    pub async fn decide_jobs(&self, jobs: Vec<(JobId, Decision)>) -> Result<()> {
        Ok(self.store.decide_jobs(&jobs).await?)
    }

    /// Moves a job into `stage`, before the job `before` or, without one, to the end.
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn move_job(&self, id: JobId, stage: Stage, before: Option<JobId>) -> Result<Job> {
        let from = self.store.get_job(id).await?.stage;
        let mut taken = self.store.list_positions(stage).await?;
        taken.retain(|(other, _)| *other != id);
        let index = before
            .and_then(|before| taken.iter().position(|(other, _)| *other == before))
            .unwrap_or(taken.len());
        let places: Vec<_> = taken.iter().map(|(_, position)| *position).collect();
        match domain::jobs::place_at(&places, index) {
            Some(position) => self.store.move_job(id, stage, position, now()).await?,
            None => self.make_room(&taken, id, stage, index).await?,
        }
        let job = self.store.get_job(id).await?;
        if from != stage {
            let moved = ActivityKind::JobMoved { from, to: stage };
            self.note(moved, About::Job(id), &job.posting.title).await?;
        }
        Ok(job)
    }

    /// Deletes a job until [`Self::restore_job`].
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn delete_job(&self, id: JobId) -> Result<()> {
        Ok(self.store.delete_job(id, now()).await?)
    }

    /// Takes a deletion back.
    ///
    /// # Errors
    /// When there never was one.
    pub async fn restore_job(&self, id: JobId) -> Result<()> {
        Ok(self.store.restore_job(id).await?)
    }

    /// Numbers a stage anew, with the job `id` at `index`: so many were put between the same two
    /// that no number is left.
    async fn make_room(
        &self,
        taken: &[(JobId, f64)],
        id: JobId,
        stage: Stage,
        index: usize,
    ) -> Result<()> {
        let mut order: Vec<_> = taken.iter().map(|(other, _)| *other).collect();
        order.insert(index.min(order.len()), id);
        let at = now();
        for (place, id) in (1_u32..).zip(order) {
            self.store.move_job(id, stage, f64::from(place), at).await?;
        }
        Ok(())
    }

    /// A place behind every saved job.
    pub(crate) async fn last_place(&self) -> Result<f64> {
        let taken = self.store.list_positions(Stage::Saved).await?;
        Ok(taken.last().map_or(1.0, |(_, position)| position + 1.0))
    }

    /// Remembers that new jobs came.
    pub(crate) async fn note_added(&self, jobs: &[Job]) -> Result<()> {
        for job in jobs {
            self.note(ActivityKind::JobAdded, About::Job(job.id), &job.posting.title).await?;
        }
        Ok(())
    }
}
