//! The app's side: a few warm workers that take turns.

use std::{
    ffi::OsString,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::{jobs::Posting, linter::FileLook, page::Document, resumes::Reading};
use tokio::sync::{Mutex, Semaphore};

use super::{Answer, Job, Outcome, Request, child::Worker};
use crate::{Error, ocr::Recognised, postings, read::MAX_FILE_MIB};

/// A worker is replaced after so many jobs, so that nothing piles up in it.
const MAX_JOBS: u32 = 32;

/// More than so many at once would crowd out the rest of the computer.
const MOST_WORKERS: usize = 4;

/// What one job may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long it may last.
    pub time: Duration,
    /// How much memory it may take, in bytes.
    pub memory: u64,
    /// How many jobs may run at once.
    pub workers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // A long resume takes 40 ms; unoptimised code takes ten times as long.
        let seconds = if cfg!(debug_assertions) { 10 } else { 2 };
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            time: Duration::from_secs(seconds),
            // With the program itself this stays under 300 MiB.
            memory: 256 << 20,
            workers: cores.clamp(2, MOST_WORKERS),
        }
    }
}

/// Reads files in processes of their own. Cheap to clone; all clones share the workers.
#[derive(Clone)]
pub struct Workers(Arc<Pool>);

struct Pool {
    program: PathBuf,
    arguments: Vec<OsString>,
    limits: Limits,
    turns: Semaphore,
    idle: Mutex<Vec<Worker>>,
    /// The most memory that any worker told of, in bytes.
    peak: AtomicU64,
}

impl Workers {
    /// Workers that are started as `program` with `arguments`; it must call
    /// [`serve`](super::serve) then.
    pub fn new(program: PathBuf, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        Self::with_limits(program, arguments, Limits::default())
    }

    /// The same with other limits.
    pub fn with_limits(
        program: PathBuf,
        arguments: impl IntoIterator<Item = impl Into<OsString>>,
        limits: Limits,
    ) -> Self {
        Self(Arc::new(Pool {
            program,
            arguments: arguments.into_iter().map(Into::into).collect(),
            limits,
            turns: Semaphore::new(limits.workers.max(1)),
            idle: Mutex::new(Vec::new()),
            peak: AtomicU64::new(0),
        }))
    }

    /// Starts a worker ahead of the first file.
    pub async fn warm(&self) -> Result<(), Error> {
        let mut idle = self.0.idle.lock().await;
        if idle.is_empty() {
            idle.push(self.start()?);
        }
        Ok(())
    }

    /// The most memory that any worker held until its last answer, in bytes; 0 where the system
    /// does not say.
    pub fn peak_bytes(&self) -> u64 {
        self.0.peak.load(Ordering::Relaxed)
    }

    /// Reads a file; stops at once when `cancel` resolves.
    pub async fn read(
        &self,
        bytes: Vec<u8>,
        cancel: impl Future<Output = ()>,
    ) -> Result<Document, Error> {
        match self.run(Job::Read, bytes, cancel).await? {
            Outcome::Document(document) => Ok(*document),
            Outcome::Reading(_)
            | Outcome::Inspected(_)
            | Outcome::Postings(_)
            | Outcome::Image(_) => Err(mismatch()),
        }
    }

    /// Reads a file and understands it as a resume; stops at once when `cancel` resolves.
    pub async fn parse(
        &self,
        bytes: Vec<u8>,
        cancel: impl Future<Output = ()>,
    ) -> Result<Reading, Error> {
        match self.run(Job::Parse, bytes, cancel).await? {
            Outcome::Reading(reading) => Ok(*reading),
            Outcome::Document(_)
            | Outcome::Inspected(_)
            | Outcome::Postings(_)
            | Outcome::Image(_) => Err(mismatch()),
        }
    }

    /// The same as [`parse`](Self::parse), and what the file looks like.
    pub async fn inspect(
        &self,
        bytes: Vec<u8>,
        cancel: impl Future<Output = ()>,
    ) -> Result<(Reading, FileLook), Error> {
        match self.run(Job::Inspect, bytes, cancel).await? {
            Outcome::Inspected(inspected) => Ok(*inspected),
            Outcome::Document(_)
            | Outcome::Reading(_)
            | Outcome::Postings(_)
            | Outcome::Image(_) => Err(mismatch()),
        }
    }

    /// Understands as a resume what was recognised on pictures of pages; stops at once when
    /// `cancel` resolves.
    pub async fn parse_recognised(
        &self,
        pages: &[Recognised],
        cancel: impl Future<Output = ()>,
    ) -> Result<Reading, Error> {
        let bytes =
            postcard::to_stdvec(pages).map_err(|error| Error::Isolation(error.to_string()))?;
        match self.run(Job::Recognised, bytes, cancel).await? {
            Outcome::Reading(reading) => Ok(*reading),
            Outcome::Document(_)
            | Outcome::Inspected(_)
            | Outcome::Postings(_)
            | Outcome::Image(_) => Err(mismatch()),
        }
    }

    /// Reads a file called `name` and understands every posting in it; stops at once when
    /// `cancel` resolves. The inner error says why a file that could be read holds no posting.
    pub async fn postings(
        &self,
        bytes: Vec<u8>,
        name: String,
        cancel: impl Future<Output = ()>,
    ) -> Result<Result<Vec<Posting>, postings::Error>, Error> {
        match self.run(Job::Postings { name }, bytes, cancel).await? {
            Outcome::Postings(postings) => Ok(postings),
            Outcome::Document(_)
            | Outcome::Reading(_)
            | Outcome::Inspected(_)
            | Outcome::Image(_) => Err(mismatch()),
        }
    }

    /// Draws a page, counted from 1, as a PNG; stops at once when `cancel` resolves.
    pub async fn page_image(
        &self,
        bytes: Vec<u8>,
        page: u32,
        width: u32,
        cancel: impl Future<Output = ()>,
    ) -> Result<Vec<u8>, Error> {
        match self.run(Job::PageImage { page, width }, bytes, cancel).await? {
            Outcome::Image(image) => Ok(image),
            Outcome::Document(_)
            | Outcome::Reading(_)
            | Outcome::Inspected(_)
            | Outcome::Postings(_) => Err(mismatch()),
        }
    }

    async fn run(
        &self,
        job: Job,
        bytes: Vec<u8>,
        cancel: impl Future<Output = ()>,
    ) -> Result<Outcome, Error> {
        if bytes.len() > (MAX_FILE_MIB as usize) << 20 {
            return Err(Error::TooLarge { limit_mib: MAX_FILE_MIB });
        }
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let request = Request { job, bytes, size, memory: self.0.limits.memory };
        tokio::select! {
            biased;
            () = cancel => Err(Error::Stopped),
            outcome = self.take_turn(&request) => outcome,
        }
    }

    /// Whoever drops this future drops the worker with it, which kills it.
    async fn take_turn(&self, request: &Request) -> Result<Outcome, Error> {
        let closed = |_| Error::Isolation("the workers are gone".to_owned());
        let _turn = self.0.turns.acquire().await.map_err(closed)?;
        let mut worker = self.take().await?;
        let answer = tokio::time::timeout(self.0.limits.time, worker.ask(request)).await;
        if let Ok(Ok(answer)) = &answer {
            self.0.peak.fetch_max(answer.peak, Ordering::Relaxed);
        }
        match answer {
            Ok(Ok(Answer { outcome, leaves: false, .. })) if worker.jobs < MAX_JOBS => {
                self.0.idle.lock().await.push(worker);
                outcome
            }
            Ok(Ok(Answer { outcome, .. })) => {
                self.replace(worker).await;
                outcome
            }
            Ok(Err(error)) => {
                self.replace(worker).await;
                Err(error)
            }
            Err(_elapsed) => {
                self.replace(worker).await;
                Err(Error::TooSlow)
            }
        }
    }

    async fn take(&self) -> Result<Worker, Error> {
        let mut idle = self.0.idle.lock().await;
        while let Some(mut worker) = idle.pop() {
            if worker.is_alive() {
                return Ok(worker);
            }
        }
        self.start()
    }

    fn start(&self) -> Result<Worker, Error> {
        Worker::start(&self.0.program, &self.0.arguments)
    }

    /// Ends a worker and puts a fresh one in its place.
    async fn replace(&self, worker: Worker) {
        worker.kill();
        if let Ok(fresh) = self.start() {
            self.0.idle.lock().await.push(fresh);
        }
    }
}

fn mismatch() -> Error {
    Error::Isolation("the answer does not fit the question".to_owned())
}
