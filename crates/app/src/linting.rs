//! What a person or a parser may stumble over in a resume.

mod dictionaries;

use std::path::Path;

use domain::{
    JobId, PartialDate, ResumeId,
    jobs::Posting,
    linter::{
        self, Check, Edit, EvidenceClass, FileLook, LintChoices, LintReport, Severity, Subject,
        Target,
    },
    resumes::{Reading, Resume, StoredResume, json_resume},
};
use serde::Serialize;

use crate::{App, Error, Result, SourceFile, Workbench, today};

/// A check, as the settings list it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckRule {
    /// Its code: `L01`.
    pub code: String,
    /// How much its findings matter at most.
    pub severity: Severity,
    /// What it rests on.
    pub evidence: EvidenceClass,
    /// What it is called.
    pub title: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// What to do about it.
    pub fix: String,
    /// Whether it is made unless it is switched off.
    pub on_by_default: bool,
}

/// What a resume is checked with.
#[derive(Debug, Clone, Copy, Default)]
pub struct LintFor<'a> {
    /// The job it is for.
    pub posting: Option<&'a Posting>,
    /// The letter that goes with it.
    pub letter: &'a str,
    /// Companies of other jobs.
    pub others: &'a [String],
    /// The day to check on; without it, today.
    pub today: Option<PartialDate>,
}

impl App {
    /// Everything the linter finds in a resume and the file it came from; with a job, also what
    /// does not fit its posting.
    ///
    /// # Errors
    /// When one of them does not exist.
    pub async fn lint_resume(&self, id: ResumeId, job: Option<JobId>) -> Result<LintReport> {
        let stored = self.store.get_resume(id).await?;
        let choices = self.store.get_settings().await?.lint;
        let (posting, others) = match job {
            Some(job) => (Some(self.store.get_job(job).await?.posting), self.companies(job).await?),
            None => (None, Vec::new()),
        };
        let look = self.look_of(&stored).await?;
        let bench = self.bench.clone();
        let work = move || {
            let to = LintFor { posting: posting.as_ref(), others: &others, ..LintFor::default() };
            bench.lint(&stored.resume, Some(&stored.reading), look.as_ref(), to, &choices)
        };
        Ok(tokio::task::spawn_blocking(work).await?)
    }

    /// The companies of all other jobs.
    async fn companies(&self, but: JobId) -> Result<Vec<String>> {
        let jobs = self.store.list_jobs().await?.into_iter();
        Ok(jobs.filter(|job| job.id != but).map(|job| job.company).collect())
    }

    /// What the file of a resume looks like; nothing for one that was typed in.
    async fn look_of(&self, stored: &StoredResume) -> Result<Option<FileLook>> {
        if stored.file_name.is_empty() {
            return Ok(None);
        }
        let bytes = self.store.get_resume_source(stored.id).await?;
        match self.bench.inspect(&stored.file_name, bytes).await {
            Ok((_, look)) => Ok(Some(look)),
            // What was recognised on pictures has no text to look at, and no less to say.
            Err(Error::Document { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Every check there is.
pub fn list_checks() -> Vec<CheckRule> {
    let choices = LintChoices::default();
    let rules = linter::rules().iter();
    rules
        .map(|rule| CheckRule {
            code: rule.check.code().to_owned(),
            severity: rule.severity,
            evidence: rule.evidence,
            title: rule.title.to_owned(),
            why: rule.why.to_owned(),
            fix: rule.fix.to_owned(),
            on_by_default: choices.wants(rule.check),
        })
        .collect()
}

/// The resume after a change that a finding offered.
///
/// # Errors
/// [`Error::Outdated`] when what it would change is no longer there.
pub fn apply_edit(resume: &Resume, edit: &Edit) -> Result<Resume> {
    edit.apply(resume).ok_or(Error::Outdated)
}

/// What a [`LintReport`] was made of.
enum Source {
    Written(Box<Resume>),
    File(Box<(Reading, FileLook)>),
}

impl Workbench {
    /// Checks a resume; `reading` and `look` are those of the file it came from.
    pub fn lint(
        &self,
        resume: &Resume,
        reading: Option<&Reading>,
        look: Option<&FileLook>,
        to: LintFor<'_>,
        choices: &LintChoices,
    ) -> LintReport {
        let LintFor { posting, letter, others, today: day } = to;
        let subject = Subject {
            resume,
            reading,
            file: look,
            target: posting.map(|posting| Target { posting, letter, others }),
            today: day.or_else(today).unwrap_or(PartialDate::EPOCH),
            dictionary: choices
                .wants(Check::B12)
                .then(|| dictionaries::of(&resume.language))
                .flatten(),
        };
        linter::lint(&subject, choices)
    }

    /// Checks a file: a JSON Resume, or any file that can be parsed. A file that cannot be read for
    /// a reason of its own is a finding.
    ///
    /// # Errors
    /// Why the file cannot be read, where that says nothing about how it was made.
    pub async fn lint_file(
        &self,
        file: &SourceFile,
        to: LintFor<'_>,
        choices: &LintChoices,
    ) -> Result<LintReport> {
        let bytes = file.read_document().await?;
        let source = match self.lint_source(file, bytes).await {
            Ok(source) => source,
            Err(error) => return linter::unreadable(error.reason()).ok_or(error),
        };
        Ok(match source {
            Source::Written(resume) => self.lint(&resume, None, None, to, choices),
            Source::File(file) => {
                let (reading, look) = *file;
                self.lint(&reading.resume, Some(&reading), Some(&look), to, choices)
            }
        })
    }

    async fn lint_source(&self, file: &SourceFile, bytes: Vec<u8>) -> Result<Source> {
        if let Ok(value) = serde_json::from_slice(&bytes) {
            let resume =
                json_resume::read(&value).map_err(|error| Error::NotAResume(error.to_string()))?;
            return Ok(Source::Written(Box::new(resume)));
        }
        Ok(Source::File(Box::new(self.inspect(&file.name(), bytes).await?)))
    }

    /// Checks a resume that was pasted as text.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub async fn lint_text(
        &self,
        text: String,
        to: LintFor<'_>,
        choices: &LintChoices,
    ) -> Result<LintReport> {
        let (reading, _) = self.inspect("resume_text", text.into_bytes()).await?;
        Ok(self.lint(&reading.resume, Some(&reading), None, to, choices))
    }

    /// The text of a document, line by line: a letter.
    ///
    /// # Errors
    /// Why the file cannot be read, in words.
    pub async fn read_text(&self, file: &SourceFile) -> Result<String> {
        let lines = self.parse_resume(file).await?.lines.into_iter();
        Ok(lines.map(|line| line.text).collect::<Vec<_>>().join("\n"))
    }

    /// Understands a file as a resume, and says what it looks like.
    async fn inspect(&self, name: &str, bytes: Vec<u8>) -> Result<(Reading, FileLook)> {
        let size = bytes.len() as u64;
        let (reading, mut look) = self.inspect_bytes(name, bytes).await?;
        look.bytes = size;
        look.name = Path::new(name).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((reading, look))
    }
}
