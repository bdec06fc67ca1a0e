//! Resumes: in from a file, looked through, corrected, kept.

use std::path::Path;

use domain::{
    ResumeId,
    jobs::ActivityKind,
    resumes::{Corrected, Correction, Reading, ResumeCard, Review, StoredResume},
};
use serde::{Deserialize, Serialize};

use crate::{App, Error, Result, SourceFile, Task, activity::About, fresh, now};

/// What the user changed about a resume.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResumeDraft {
    /// What the user calls it.
    pub title: String,
    /// What it says, and where.
    pub review: Review,
    /// Whether the user is done looking through it.
    pub reviewed: bool,
}

impl App {
    /// Reads a resume from a file and keeps it, with the file, for the user to look through.
    ///
    /// # Errors
    /// Why the file cannot be read, in words; nothing is kept then.
    pub async fn import_resume(&self, file: SourceFile, task: Task) -> Result<StoredResume> {
        task.step("opening", 0, 3)?;
        let bytes = task.wait(file.read_document()).await??;
        task.step("reading", 1, 3)?;
        let reading =
            task.wait(self.bench.parse_or_recognise(&file, bytes.clone(), &task)).await??;
        task.step("saving", 2, 3)?;
        let title = Path::new(&file.name()).file_stem().map(|stem| stem.to_string_lossy().into());
        let resume = stored(title.unwrap_or_default(), file.name(), reading);
        self.store.save_resume(&resume, Some(&bytes)).await?;
        self.note(ActivityKind::ResumeImported, About::Resume(resume.id), &resume.title).await?;
        tracing::info!(id = %resume.id, bytes = bytes.len(), check = resume.to_check.len(), "imported");
        Ok(resume)
    }

    /// Starts a resume without a file.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub async fn create_resume(&self, title: &str) -> Result<StoredResume> {
        let resume = stored(title.trim().to_owned(), String::new(), Reading::default());
        self.store.save_resume(&resume, None).await?;
        Ok(resume)
    }

    /// Every resume, most recently changed first.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_resumes(&self) -> Result<Vec<ResumeCard>> {
        Ok(self.store.list_resumes().await?)
    }

    /// One resume with all that is known of it.
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn get_resume(&self, id: ResumeId) -> Result<StoredResume> {
        Ok(self.store.get_resume(id).await?)
    }

    /// Keeps what the user corrected. The file it came from stays as it is.
    ///
    /// # Errors
    /// When it cannot be saved; what was saved before is safe.
    pub async fn save_resume(&self, id: ResumeId, draft: ResumeDraft) -> Result<StoredResume> {
        let mut resume = self.store.get_resume(id).await?;
        let first_look = draft.reviewed && !resume.reviewed;
        let settled = draft.review.settled(&resume.resume, &resume.reading.origins);
        resume.reading.origins = settled;
        let count = resume.reading.lines.len();
        resume.reading.unplaced = draft.review.unplaced;
        resume.reading.unplaced.retain(|line| (*line as usize) < count);
        resume.title = draft.title.trim().to_owned();
        resume.resume = draft.review.resume;
        resume.reviewed |= draft.reviewed;
        resume.updated_at = now();
        resume.to_check = resume.reading.to_check().into_iter().map(str::to_owned).collect();
        self.store.save_resume(&resume, None).await?;
        if first_look {
            self.note(ActivityKind::ResumeReviewed, About::Resume(id), &resume.title).await?;
        }
        Ok(resume)
    }

    /// Puts something right in a resume under review, without keeping anything yet.
    ///
    /// # Errors
    /// [`Error::Misfit`] when that cannot be done.
    pub async fn correct_resume(
        &self,
        id: ResumeId,
        review: Review,
        correction: Correction,
    ) -> Result<Corrected> {
        let lines = self.store.get_resume(id).await?.reading.lines;
        review.correct(&lines, &correction).map_err(Error::Misfit)
    }

    /// Deletes a resume until [`Self::restore_resume`].
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn delete_resume(&self, id: ResumeId) -> Result<()> {
        Ok(self.store.delete_resume(id, now()).await?)
    }

    /// Takes a deletion back.
    ///
    /// # Errors
    /// When there never was one.
    pub async fn restore_resume(&self, id: ResumeId) -> Result<()> {
        Ok(self.store.restore_resume(id).await?)
    }

    /// A page of the file a resume came from, as a PNG; pages count from 1.
    ///
    /// # Errors
    /// When the file is no PDF or has no such page.
    pub async fn get_page_image(&self, id: ResumeId, page: u32) -> Result<Vec<u8>> {
        // Sharp at 200 % zoom of a half-window, and quick to draw.
        const WIDTH: u32 = 1200;
        let bytes = self.store.get_resume_source(id).await?;
        self.bench.page_image(bytes, page, WIDTH).await
    }
}

/// A resume as it is first kept.
fn stored(title: String, file_name: String, reading: Reading) -> StoredResume {
    let at = now();
    StoredResume {
        id: ResumeId::from_u128(fresh()),
        title,
        resume: reading.resume.clone(),
        to_check: reading.to_check().into_iter().map(str::to_owned).collect(),
        reading,
        reviewed: false,
        file_name,
        added_at: at,
        updated_at: at,
    }
}
