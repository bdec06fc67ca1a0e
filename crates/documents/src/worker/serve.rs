//! The worker's side: takes jobs from its input until that closes.

use std::{
    alloc::System,
    io::{self, Read, Write},
    process::ExitCode,
    thread,
};

use domain::{
    jobs::{self, Capture, Posting},
    linter::FileLook,
    resumes::{self, Reading},
};

use super::{Answer, Job, MAX_MESSAGE, Outcome, Request};
use crate::{
    Error,
    ocr::{self, Recognised},
    postings, read,
    read::{STACK, is_document, left_work_behind},
    read_page_image, understand,
};

/// How sure we may be of what was read from a picture, of all that we would be sure of else.
const BY_PICTURE: f32 = 0.7;

/// Counts what is allocated, and refuses beyond a limit. Declared by each program that is its own
/// worker:
///
/// ```
/// #[global_allocator]
/// static ALLOCATOR: documents::worker::Allocator = documents::worker::allocator();
/// ```
pub type Allocator = cap::Cap<System>;

/// An allocator without a limit; [`serve`] sets one.
pub const fn allocator() -> Allocator {
    Allocator::new(System, usize::MAX)
}

/// Answers jobs from standard input until it closes. Call it first thing in `main`, before
/// anything else is set up, and return what it returns.
pub fn serve(allocator: &Allocator) -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Ok(Some(request)) = receive(&mut input) {
        let answer = answer(request, allocator);
        if send(&mut output, &answer).is_err() {
            return ExitCode::FAILURE;
        }
        if answer.leaves {
            break;
        }
    }
    ExitCode::SUCCESS
}

fn answer(request: Request, allocator: &Allocator) -> Answer {
    let memory = usize::try_from(request.memory).unwrap_or(usize::MAX);
    let limit = allocator.allocated().saturating_add(memory);
    let is_limited = allocator.set_limit(limit).is_ok();
    let work = thread::Builder::new().stack_size(STACK).spawn(move || run(&request));
    let outcome = match work.map(thread::JoinHandle::join) {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_panic)) => Err(Error::Damaged),
        Err(error) => Err(error.into()),
    };
    let is_stuck = is_limited && allocator.set_limit(usize::MAX).is_err();
    Answer { outcome, leaves: is_stuck || left_work_behind(), peak: peak() }
}

/// The most memory this process ever held, as Linux counts it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
    kib.unwrap_or(0) << 10
}

fn run(request: &Request) -> Result<Outcome, Error> {
    let bytes = &request.bytes;
    match &request.job {
        Job::Read => Ok(Outcome::Document(Box::new(read(bytes)?))),
        Job::Parse => understand(bytes).map(|reading| Outcome::Reading(Box::new(reading))),
        Job::Recognised => {
            let pages: Vec<Recognised> =
                postcard::from_bytes(bytes).map_err(|error| Error::Isolation(error.to_string()))?;
            let reading = from_pictures(&pages)?;
            Ok(Outcome::Reading(Box::new(reading)))
        }
        Job::Inspect => {
            let document = read(bytes)?;
            let reading = resumes::parse(&document);
            Ok(Outcome::Inspected(Box::new((reading, FileLook::of(&document)))))
        }
        Job::Postings { name } => understand_postings(bytes, name).map(Outcome::Postings),
        Job::PageImage { page, width } => read_page_image(bytes, *page, *width).map(Outcome::Image),
    }
}

/// A resume that was read from pictures: each field deserves a second look.
fn from_pictures(pages: &[Recognised]) -> Result<Reading, Error> {
    let document = ocr::document(pages);
    if document.pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(Error::NoWords);
    }
    let mut reading = resumes::parse(&document);
    for origin in reading.origins.values_mut() {
        origin.confidence *= BY_PICTURE;
    }
    Ok(reading)
}

/// Understands every posting in a file: a page, a system's answer, or a document someone printed.
fn understand_postings(
    bytes: &[u8],
    name: &str,
) -> Result<Result<Vec<Posting>, postings::Error>, Error> {
    if is_document(bytes) {
        return Ok(found(vec![postings::from_document(&read(bytes)?)]));
    }
    let read_whole = postings::read(bytes, name).and_then(found);
    if read_whole.is_ok() {
        return Ok(read_whole);
    }
    // The letter itself holds none: what came with it may.
    for attached in postings::attached(bytes) {
        let captures = vec![postings::from_document(&read(&attached)?)];
        if let Ok(postings) = found(captures) {
            return Ok(Ok(postings));
        }
    }
    Ok(read_whole)
}

/// What captures say; an error when none of them is about a job.
fn found(captures: Vec<Capture>) -> Result<Vec<Posting>, postings::Error> {
    let mut postings: Vec<Posting> = captures.iter().map(jobs::parse).collect();
    postings.retain(jobs::is_posting);
    if postings.is_empty() { Err(postings::Error::NoPosting) } else { Ok(postings) }
}

/// The next request; `None` once the input is closed.
fn receive(input: &mut impl Read) -> io::Result<Option<Request>> {
    let mut length = [0; 4];
    if let Err(error) = input.read_exact(&mut length) {
        let is_end = error.kind() == io::ErrorKind::UnexpectedEof;
        return if is_end { Ok(None) } else { Err(error) };
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > MAX_MESSAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut message = vec![0; length];
    input.read_exact(&mut message)?;
    let request = postcard::from_bytes(&message);
    let mut request: Request = request.map_err(|_| io::ErrorKind::InvalidData)?;
    if request.size as usize > MAX_MESSAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    request.bytes = vec![0; request.size as usize];
    input.read_exact(&mut request.bytes)?;
    Ok(Some(request))
}

fn send(output: &mut impl Write, answer: &Answer) -> io::Result<()> {
    let message = postcard::to_stdvec(answer).map_err(|_| io::ErrorKind::InvalidData)?;
    let length = u32::try_from(message.len()).map_err(|_| io::ErrorKind::InvalidData)?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(&message)?;
    output.flush()
}
