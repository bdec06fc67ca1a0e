//! Postings seen before: reposts, and the same one on another board.

use domain::{
    JobId,
    duplicates::{Print, Seen},
    jobs::JobDraft,
};

use crate::{App, Result};

impl App {
    /// Every job, deleted ones too, that a posting about to be added is recognised as.
    ///
    /// # Errors
    /// When it is too long to be a posting, or the data cannot be read.
    pub async fn check_posting(&self, draft: JobDraft) -> Result<Vec<Seen>> {
        let mut posting = self.read_posting(draft.text).await?;
        for (said, read) in
            [(draft.title, &mut posting.title), (draft.company, &mut posting.company)]
        {
            if !said.trim().is_empty() {
                *read = said;
            }
        }
        Ok(self.store.find_prints(&Print::new(&posting, &draft.url)).await?)
    }

    /// Every other job, deleted ones too, that is the same posting as this one.
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn find_duplicates(&self, id: JobId) -> Result<Vec<Seen>> {
        let job = self.store.get_job(id).await?;
        let mut seen = self.store.find_prints(&Print::of_job(&job)).await?;
        seen.retain(|it| it.job != id);
        Ok(seen)
    }
}
