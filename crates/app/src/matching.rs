//! How a resume fits a job.

use domain::{JobId, ResumeId, matching::Match};

use crate::{App, Result};

impl App {
    /// Compares a resume with a job's posting, as of today.
    ///
    /// # Errors
    /// When one of them does not exist.
    pub async fn match_resume(&self, resume: ResumeId, job: JobId) -> Result<Match> {
        let resume = self.store.get_resume(resume).await?.resume;
        let posting = self.store.get_job(job).await?.posting;
        let bench = self.bench.clone();
        let work = move || bench.compare(&resume, &posting, None);
        Ok(tokio::task::spawn_blocking(work).await?)
    }
}
