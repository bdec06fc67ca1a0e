//! Times reading many files: a folder of PDFs where there is one, else PDFs of our own making.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use app::{App, Folders, SourceFile, Task, Workbench};
use domain::resumes::Resume;
use serde_json::{Map, Value, json};

/// Each file is read so often; the median counts.
const REPEATS: usize = 3;
/// As many as someone imports at once.
const BATCH: usize = 100;

/// Measures reading PDFs one by one and importing many at once, and the memory it took.
pub(super) async fn measure(
    times: &mut Map<String, Value>,
    bench: &Workbench,
    (resume, corpus): (&Resume, Option<&Path>),
    folder: &Path,
) -> app::Result<()> {
    let mut files = corpus.map(pdfs).unwrap_or_default();
    if files.is_empty() {
        files = own(bench, resume, folder).await?;
    }
    let mut each = Vec::new();
    for file in &files {
        let source = SourceFile::new(file);
        let mut taken = Vec::new();
        for _ in 0..REPEATS {
            let start = Instant::now();
            // A file that cannot be read takes its time, too.
            let _ = bench.parse_resume(&source).await;
            taken.push(start.elapsed().as_secs_f64() * 1e3);
        }
        taken.sort_by(f64::total_cmp);
        each.extend(taken.get(REPEATS / 2));
    }
    each.sort_by(f64::total_cmp);
    let at = |share: usize| each.get((each.len() * share / 100).min(each.len().saturating_sub(1)));
    times.insert("PDF, median".into(), json!(at(50)));
    times.insert("PDF, 95 of 100".into(), json!(at(95)));
    batch(times, bench, &files, folder).await?;
    let peak = bench.peak_bytes() as f64 / f64::from(1 << 20);
    times.insert("worker memory".into(), json!(peak));
    Ok(())
}

/// Imports many files into data of their own.
async fn batch(
    times: &mut Map<String, Value>,
    bench: &Workbench,
    files: &[PathBuf],
    folder: &Path,
) -> app::Result<()> {
    let folders = Folders { data: folder.join("batch"), documents: folder.to_owned() };
    let app = App::open(folders, bench.clone()).await?;
    let many = files.iter().cycle().take(BATCH).map(SourceFile::new).collect();
    let start = Instant::now();
    app.import_resumes(many, Task::unwatched()).await?;
    times.insert("import 100 files".into(), json!(start.elapsed().as_secs_f64() * 1e3));
    app.close().await;
    Ok(())
}

/// The PDFs in a folder.
fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|it| it == "pdf")).collect();
    files.sort();
    files
}

/// One PDF in each of our templates.
async fn own(bench: &Workbench, resume: &Resume, folder: &Path) -> app::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for template in bench.templates() {
        let pdf = bench.render(resume.clone(), template.id.to_owned()).await?;
        let file = folder.join(format!("{}.pdf", template.id));
        app::write_file(&file, &pdf.bytes)?;
        files.push(file);
    }
    Ok(files)
}
