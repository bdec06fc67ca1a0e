//! Many resumes at once: several workers read side by side, and one bad file stops nobody.

use domain::ResumeId;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use crate::{App, Result, SourceFile, Task, Workbench};

/// What came of one file of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFile {
    /// Its name, without folders.
    pub name: String,
    /// The resume it became, if it could be read.
    pub resume: Option<ResumeId>,
    /// How many fields of it are worth a look.
    pub to_check: u32,
    /// Why it could not be read.
    pub failure: Option<ImportFailure>,
}

/// Why a file of many could not be read; the others were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportFailure {
    /// See [`Error::reason`](crate::Error::reason).
    pub reason: String,
    /// A finished sentence.
    pub message: String,
}

/// What came of many files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// In the order in which they were given; those that were not reached are not here.
    pub files: Vec<ImportedFile>,
    /// The user stopped it. What was finished by then is kept.
    pub stopped: bool,
}

impl App {
    /// Imports many resumes, each as [`Self::import_resume`] does. A file that cannot be read is
    /// reported beside the others; stopping keeps those that are finished.
    ///
    /// # Errors
    /// None for a single file's sake.
    pub async fn import_resumes(&self, files: Vec<SourceFile>, task: Task) -> Result<ImportReport> {
        let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let mut waiting = files.into_iter().enumerate();
        let mut running = JoinSet::new();
        let mut done: Vec<(usize, ImportedFile)> = Vec::new();
        let mut stopped = task.step("reading", 0, total).is_err();
        while !stopped {
            for (index, file) in waiting.by_ref().take(side_by_side().saturating_sub(running.len()))
            {
                let app = self.clone();
                running.spawn(async move { (index, app.import_one(file).await) });
            }
            let Ok(next) = task.wait(running.join_next()).await else { break };
            let Some(one) = next else { break };
            done.push(one?);
            let count = u32::try_from(done.len()).unwrap_or(u32::MAX);
            stopped = task.step("reading", count, total).is_err();
        }
        // Those still at work are dropped, and their workers with them.
        drop(running);
        let stopped = done.len() < total as usize;
        done.sort_by_key(|(index, _)| *index);
        Ok(ImportReport { files: done.into_iter().map(|(_, file)| file).collect(), stopped })
    }

    async fn import_one(&self, file: SourceFile) -> ImportedFile {
        let name = file.name();
        match self.import_resume(file, Task::unwatched()).await {
            Ok(kept) => ImportedFile {
                name,
                resume: Some(kept.id),
                to_check: u32::try_from(kept.to_check.len()).unwrap_or(u32::MAX),
                failure: None,
            },
            Err(error) => {
                let reason = error.reason().to_owned();
                let failure = Some(ImportFailure { reason, message: error.to_string() });
                ImportedFile { name, resume: None, to_check: 0, failure }
            }
        }
    }
}

impl Workbench {
    /// Understands many resumes side by side, and hands each to `heard` in the order of `files`.
    ///
    /// # Errors
    /// What `heard` fails with; then the rest is not read.
    pub async fn parse_resumes(
        &self,
        files: Vec<SourceFile>,
        mut heard: impl FnMut(&SourceFile, Result<domain::resumes::Reading>) -> Result<()>,
    ) -> Result<()> {
        let mut running = std::collections::VecDeque::new();
        let mut waiting = files.into_iter();
        loop {
            for file in waiting.by_ref().take((2 * side_by_side()).saturating_sub(running.len())) {
                let bench = self.clone();
                let read = file.clone();
                let mut one = JoinSet::new();
                one.spawn(async move { bench.parse_resume(&read).await });
                running.push_back((file, one));
            }
            let Some((file, mut one)) = running.pop_front() else { return Ok(()) };
            if let Some(reading) = one.join_next().await {
                heard(&file, reading?)?;
            }
        }
    }
}

/// So many files are open at once: one for each worker, and one that waits for the next turn.
fn side_by_side() -> usize {
    documents::worker::Limits::default().workers + 1
}
