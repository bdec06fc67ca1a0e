//! Times the parts that must be quick, on documents made here, and prints milliseconds as JSON.

use std::{path::Path, time::Instant};

use app::{App, Folders, SourceFile, Task, Workbench};
use domain::{
    PartialDate,
    jobs::{Capture, JobDraft, Posting},
    resumes::{Resume, json_resume},
};
use serde_json::{Map, Value, json};

use super::many;
use crate::print;

/// An invented person, one page when typeset.
const RESUME: &str = include_str!("../../../../tests/fixtures/resumes/nurse.json");

/// Their wish, about 3 kB.
const POSTING: &str = include_str!("../../../../tests/fixtures/postings/nurse.txt");

const REPEATS: usize = 31;

/// Runs every measurement.
pub(crate) async fn run(bench: &Workbench, pdfs: Option<&Path>) -> app::Result<()> {
    let mut times = Map::new();
    let value: Value = serde_json::from_str(RESUME).unwrap_or_default();
    let resume =
        json_resume::read(&value).map_err(|error| app::Error::NotAResume(error.to_string()))?;
    let folder = std::env::temp_dir().join(format!("atspro-bench-{}", std::process::id()));

    let cold = Instant::now();
    let pdf = bench.render(resume.clone(), String::new()).await?;
    times.insert("render first".into(), json!(millis(cold)));
    let pdf_file = folder.join("resume.pdf");
    app::write_file(&pdf_file, &pdf.bytes)?;

    let source = SourceFile::new(&pdf_file);
    add(&mut times, "parse", async || bench.parse_resume(&source).await.map(drop)).await?;
    let render = async || bench.render(changed(&resume), String::new()).await.map(drop);
    add(&mut times, "render", render).await?;
    let capture = Capture { text: POSTING.to_owned(), ..Capture::default() };
    let posting = domain::jobs::parse(&capture);
    add(&mut times, "posting", async || {
        std::hint::black_box(domain::jobs::parse(&capture));
        Ok(())
    })
    .await?;
    let day = PartialDate::new(2026, Some(11), Some(1));
    add(&mut times, "match", async || {
        std::hint::black_box(bench.compare(&resume, &posting, day));
        Ok(())
    })
    .await?;
    let postings: Vec<_> = (0..1000)
        .map(|number| Posting { title: format!("Nurse {number}"), ..posting.clone() })
        .collect();
    add(&mut times, "rank 1000 postings", async || {
        let task = Task::unwatched();
        bench.rank_postings(resume.clone(), postings.clone(), day, task).await.map(drop)
    })
    .await?;
    queries(&mut times, bench, &folder).await?;
    many::measure(&mut times, bench, (&resume, pdfs), &folder).await?;

    // What was measured is not kept; a folder that stays behind does no harm.
    let _ = std::fs::remove_dir_all(&folder);
    print::document(&times);
    Ok(())
}

/// Opens and asks a database of 1,000 jobs.
async fn queries(
    times: &mut Map<String, Value>,
    bench: &Workbench,
    folder: &Path,
) -> app::Result<()> {
    let folders = Folders { data: folder.join("data"), documents: folder.to_owned() };
    let app = App::open(folders.clone(), bench.clone()).await?;
    for number in 0..1000 {
        let title = format!("Nurse {number}");
        app.add_job(JobDraft { title, company: "St. Elsewhere".into(), ..JobDraft::default() })
            .await?;
    }
    add(times, "list 1000 jobs", async || app.list_jobs().await.map(drop)).await?;
    add(times, "search", async || app.find_anything("nurse 77").await.map(drop)).await?;
    let first = app.list_jobs().await?.first().map(|card| card.id);
    if let Some(id) = first {
        let to = domain::jobs::Stage::Applied;
        add(times, "move a job", async || app.move_job(id, to, None).await.map(drop)).await?;
    }
    app.close().await;
    let reopen = async || {
        let app = App::open(folders.clone(), bench.clone()).await?;
        app.close().await;
        Ok(())
    };
    add(times, "open the data", reopen).await?;
    let import = App::open(folders.clone(), bench.clone()).await?;
    let source = SourceFile::new(folder.join("resume.pdf"));
    let work = async || import.import_resume(source.clone(), Task::unwatched()).await.map(drop);
    add(times, "import a resume", work).await
}

/// Notes the median of repeated runs of `work`, in milliseconds.
async fn add(
    times: &mut Map<String, Value>,
    name: &str,
    mut work: impl AsyncFnMut() -> app::Result<()>,
) -> app::Result<()> {
    let mut taken = Vec::new();
    work().await?;
    for _ in 0..REPEATS {
        let start = Instant::now();
        work().await?;
        taken.push(millis(start));
    }
    taken.sort_by(f64::total_cmp);
    times.insert(name.into(), json!(taken.get(REPEATS / 2)));
    Ok(())
}

fn millis(since: Instant) -> f64 {
    (since.elapsed().as_secs_f64() * 1e6).round() / 1e3
}

/// The same resume after another edit, so that nothing is answered from memory.
fn changed(resume: &Resume) -> Resume {
    use std::sync::atomic::{AtomicU32, Ordering};
    static EDITS: AtomicU32 = AtomicU32::new(0);
    let mut resume = resume.clone();
    resume.basics.label = format!("Nurse {}", EDITS.fetch_add(1, Ordering::Relaxed));
    resume
}
