//! Remembering what happened.

use domain::{
    ActivityId, JobId, ResumeId,
    jobs::{Activity, ActivityKind},
};

use crate::{App, Result, fresh, now};

/// What something happened to.
pub(crate) enum About {
    /// A job.
    Job(JobId),
    /// A resume.
    Resume(ResumeId),
}

impl App {
    /// The last `limit` things that happened, latest first.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_activity(&self, limit: u32) -> Result<Vec<Activity>> {
        Ok(self.store.list_activity(limit.min(1000)).await?)
    }

    /// Remembers that `what` happened to something called `subject`.
    pub(crate) async fn note(&self, what: ActivityKind, about: About, subject: &str) -> Result<()> {
        let (job, resume) = match about {
            About::Job(id) => (Some(id), None),
            About::Resume(id) => (None, Some(id)),
        };
        let activity = Activity {
            id: ActivityId::from_u128(fresh()),
            what,
            job,
            resume,
            subject: subject.to_owned(),
            at: now(),
        };
        Ok(self.store.save_activity(&activity).await?)
    }
}
