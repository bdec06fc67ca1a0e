//! Postings found in a text, a file, a folder or at an address: shown first, kept when chosen.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use domain::{
    JobId, Timestamp,
    jobs::{Job, JobDraft, Posting, Snapshot},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{App, Error, Result, SourceFile, Task, Workbench, files, fresh, now};

/// Where to look for postings.
#[derive(Debug, Clone)]
pub enum PostingSource {
    /// A text the user pasted.
    Text(String),
    /// A file, or a folder of them.
    File(SourceFile),
    /// An address the user typed.
    Address(String),
}

/// What was found, for the user to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// What to call it when some of it is kept.
    pub id: u32,
    /// Every posting, in the order in which it stood there.
    pub postings: Vec<FoundPosting>,
    /// The files of a folder that hold none.
    pub unread: Vec<Unread>,
}

/// A posting that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FoundPosting {
    /// Its title; empty when it names none.
    pub title: String,
    /// The employer; may be empty.
    pub company: String,
    /// The first place; may be empty.
    pub location: String,
    /// Where it stands; may be empty.
    pub url: String,
    /// Whether only a line of a list was found; its page is fetched when it is kept.
    pub partial: bool,
}

/// A file without a posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Unread {
    /// The file's name.
    pub name: String,
    /// Why, in words.
    pub why: String,
}

/// Postings with what they were found in.
#[derive(Debug, Clone)]
pub(crate) struct Catch {
    pub(crate) postings: Vec<Posting>,
    pub(crate) bytes: Arc<[u8]>,
    /// The file's name, if it was one.
    pub(crate) name: String,
    /// The address, if it was one.
    pub(crate) url: String,
}

/// A posting that waits to be chosen.
#[derive(Debug, Clone)]
struct Waiting {
    posting: Posting,
    bytes: Arc<[u8]>,
    name: String,
    url: String,
    at: Timestamp,
}

/// What was found lately and not yet kept. Older finds must be made again.
#[derive(Debug, Default)]
pub(crate) struct Finds {
    next: AtomicU32,
    latest: Mutex<VecDeque<(u32, Vec<Waiting>)>>,
}

/// So many finds wait at once.
const MOST_FINDS: usize = 8;
/// So many files of a folder are read.
const MOST_FILES: usize = 1000;

impl App {
    /// Looks for postings and keeps none.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn find_postings(&self, source: PostingSource, task: Task) -> Result<Found> {
        let mut unread = Vec::new();
        let catches = match source {
            PostingSource::Text(text) => vec![self.bench.catch_text(text).await?],
            PostingSource::Address(text) => {
                task.step("fetching", 0, 1)?;
                vec![task.wait(self.bench.catch_address(&text)).await??]
            }
            PostingSource::File(file) if file.path.is_dir() => {
                let (catches, failed) = self.catch_folder(&file, &task).await?;
                unread = failed;
                catches
            }
            PostingSource::File(file) => {
                task.step("reading", 0, 1)?;
                vec![task.wait(self.bench.catch_file(&file)).await??]
            }
        };
        let at = now();
        let waiting: Vec<Waiting> = catches.into_iter().flat_map(|catch| wait(catch, at)).collect();
        let postings = waiting.iter().map(|it| shown(&it.posting)).collect();
        Ok(Found { id: self.finds.remember(waiting), postings, unread })
    }

    /// Starts tracking what was chosen of a find; what the user typed beside it wins where one
    /// posting was chosen. A line of a list is replaced by the page it leads to.
    ///
    /// # Errors
    /// Why one of them cannot be kept; then none is.
    pub async fn add_found(
        &self,
        id: u32,
        picks: &[u32],
        typed: JobDraft,
        task: Task,
    ) -> Result<Vec<Job>> {
        let chosen = self.finds.chosen(id, picks).ok_or(Error::UnknownFile)?;
        let mut position = self.last_place().await?;
        let mut kept = Vec::new();
        let single = chosen.len() == 1;
        for (index, waiting) in (0_u32..).zip(chosen) {
            task.step("fetching", index, u32::try_from(picks.len()).unwrap_or(u32::MAX))?;
            let waiting = task.wait(self.complete(waiting)).await??;
            let draft = if single { typed.clone() } else { JobDraft::default() };
            kept.push((job_of(&waiting, draft, position)?, waiting));
            position += 1.0;
        }
        task.step("saving", 1, 1)?;
        self.keep_found(kept).await
    }

    /// Everything a job was found in, the latest first.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn list_snapshots(&self, job: JobId) -> Result<Vec<Snapshot>> {
        Ok(self.store.list_snapshots(job).await?)
    }

    /// A snapshot byte for byte.
    ///
    /// # Errors
    /// When there is none of this hash.
    pub async fn get_snapshot(&self, hash: &str) -> Result<Vec<u8>> {
        Ok(self.store.get_snapshot_bytes(hash).await?)
    }

    /// Reads a job's posting once more where it was found. What the user said stays, and no field
    /// is taken from a source that is trusted less.
    ///
    /// # Errors
    /// Why it cannot be read; the job stays as it is then.
    pub async fn refresh_job(&self, id: JobId, task: Task) -> Result<Job> {
        let mut job = self.store.get_job(id).await?;
        task.step("fetching", 0, 1)?;
        let catch = task.wait(self.bench.catch_address(&job.url)).await??;
        let mut waiting = wait(catch, now());
        let (Some(one), true) = (waiting.pop(), waiting.is_empty()) else {
            return Err(documents::postings::Error::NoPosting.into());
        };
        job.posting = job.posting.renewed(one.posting.clone());
        job.updated_at = one.at;
        let mut kept = self.keep_snapshots(vec![(job, one)]).await?;
        kept.pop().ok_or(Error::UnknownFile)
    }

    async fn catch_folder(
        &self,
        folder: &SourceFile,
        task: &Task,
    ) -> Result<(Vec<Catch>, Vec<Unread>)> {
        let paths = files::posting_files(&folder.path, MOST_FILES)?;
        let total = u32::try_from(paths.len()).unwrap_or(u32::MAX);
        let (mut catches, mut unread) = (Vec::new(), Vec::new());
        for (index, path) in (0_u32..).zip(paths) {
            task.step("reading", index, total)?;
            let file = SourceFile::new(path);
            match task.wait(self.bench.catch_file(&file)).await? {
                Ok(catch) => catches.push(catch),
                Err(error) => unread.push(Unread { name: file.name(), why: error.to_string() }),
            }
        }
        if catches.is_empty() && unread.is_empty() {
            return Err(documents::postings::Error::NoPosting.into());
        }
        Ok((catches, unread))
    }

    /// The posting behind a line of a list, where there is a way to it.
    async fn complete(&self, waiting: Waiting) -> Result<Waiting> {
        let from_web = !waiting.url.is_empty();
        if !waiting.posting.partial || waiting.posting.url.is_empty() || !from_web {
            return Ok(waiting);
        }
        let catch = self.bench.catch_address(&waiting.posting.url).await?;
        let mut found = wait(catch, waiting.at);
        match (found.pop(), found.is_empty()) {
            (Some(mut one), true) => {
                one.posting = waiting.posting.renewed(one.posting);
                Ok(one)
            }
            _ => Err(documents::postings::Error::NoPosting.into()),
        }
    }

    async fn keep_found(&self, kept: Vec<(Job, Waiting)>) -> Result<Vec<Job>> {
        let jobs = self.keep_snapshots(kept).await?;
        self.note_added(&jobs).await?;
        Ok(jobs)
    }

    async fn keep_snapshots(&self, kept: Vec<(Job, Waiting)>) -> Result<Vec<Job>> {
        let work = move || {
            let found: Vec<_> =
                kept.iter().map(|(job, it)| (job.clone(), snapshot(job, it))).collect();
            let bytes: Vec<_> = kept.into_iter().map(|(_, it)| it.bytes).collect();
            (found, bytes)
        };
        let (found, bytes) = tokio::task::spawn_blocking(work).await?;
        let bytes: Vec<&[u8]> = bytes.iter().map(|it| &**it).collect();
        self.store.save_found_jobs(&found, &bytes).await?;
        Ok(found.into_iter().map(|(job, _)| job).collect())
    }
}

impl Finds {
    fn remember(&self, waiting: Vec<Waiting>) -> u32 {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.push_back((id, waiting));
        if latest.len() > MOST_FINDS {
            latest.pop_front();
        }
        id
    }

    /// The picked ones of a find, in its order; `None` when it or one of them is not there.
    fn chosen(&self, id: u32, picks: &[u32]) -> Option<Vec<Waiting>> {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, all) = latest.iter().find(|(known, _)| *known == id)?;
        let mut picks = picks.to_vec();
        picks.sort_unstable();
        picks.dedup();
        picks.into_iter().map(|pick| all.get(pick as usize).cloned()).collect()
    }
}

impl Workbench {
    /// Understands every posting at an address that the user typed.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn parse_address(&self, text: &str) -> Result<Vec<Posting>> {
        Ok(self.catch_address(text).await?.postings)
    }

    pub(crate) async fn catch_text(&self, text: String) -> Result<Catch> {
        let bytes = text.as_bytes().into();
        let posting = self.parse_text(text).await?;
        Ok(Catch { postings: vec![posting], bytes, name: String::new(), url: String::new() })
    }

    pub(crate) async fn catch_file(&self, file: &SourceFile) -> Result<Catch> {
        let bytes = file.read_posting().await?;
        let kept: Arc<[u8]> = bytes.as_slice().into();
        let postings = self.parse_posting_bytes(file.name(), bytes).await?;
        Ok(Catch { postings, bytes: kept, name: file.name(), url: String::new() })
    }

    /// Asks a board's public interface where the address is a board's, and the page itself where
    /// that does not answer.
    pub(crate) async fn catch_address(&self, text: &str) -> Result<Catch> {
        let address = web::Address::parse(text)?;
        address.may_be_fetched()?;
        let mut failed = Error::from(web::FetchError::Gone);
        for ask in web::asks(&address) {
            match self.catch_answer(&ask, &address).await {
                Ok(catch) => return Ok(catch),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    async fn catch_answer(&self, ask: &web::Ask, typed: &web::Address) -> Result<Catch> {
        let page = self.fetcher.ask(ask).await?;
        let bytes: Arc<[u8]> = page.bytes.as_slice().into();
        let mut postings = self.parse_posting_bytes(typed.to_string(), page.bytes).await?;
        // The board answered with all it has, and what was asked for is not among it.
        if postings.len() > 1 && !ask.wanted.is_empty() {
            return Err(web::FetchError::Gone.into());
        }
        let single = postings.len() == 1;
        for posting in &mut postings {
            let onward = page.address.join(&posting.url).map(|it| it.to_string());
            posting.url = match onward {
                Some(onward) if !posting.url.is_empty() => onward,
                _ if single => typed.to_string(),
                _ => String::new(),
            };
        }
        Ok(Catch { postings, bytes, name: String::new(), url: typed.to_string() })
    }
}

fn wait(catch: Catch, at: Timestamp) -> Vec<Waiting> {
    let Catch { postings, bytes, name, url } = catch;
    let waiting = |posting| Waiting {
        posting,
        bytes: Arc::clone(&bytes),
        name: name.clone(),
        url: url.clone(),
        at,
    };
    postings.into_iter().map(waiting).collect()
}

fn shown(posting: &Posting) -> FoundPosting {
    FoundPosting {
        title: posting.title.clone(),
        company: posting.company.clone(),
        location: posting.locations.first().cloned().unwrap_or_default(),
        url: posting.url.clone(),
        partial: posting.partial,
    }
}

fn job_of(waiting: &Waiting, typed: JobDraft, position: f64) -> Result<Job> {
    // A saved list names its postings by half an address, which leads nowhere from here.
    let stated = &waiting.posting.url;
    let said = if stated.contains("://") { stated } else { &waiting.url };
    let url = if typed.url.trim().is_empty() { said.clone() } else { typed.url.clone() };
    let draft = JobDraft { url, ..typed };
    let id = JobId::from_u128(fresh());
    draft.finish(waiting.posting.clone(), id, position, waiting.at).map_err(Error::Incomplete)
}

fn snapshot(job: &Job, waiting: &Waiting) -> Snapshot {
    let hash = Sha256::digest(&waiting.bytes);
    Snapshot {
        job: job.id,
        captured_at: waiting.at,
        url: waiting.url.clone(),
        name: waiting.name.clone(),
        hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        size: u32::try_from(waiting.bytes.len()).unwrap_or(u32::MAX),
        text: waiting.posting.text.clone(),
    }
}
