//! Postings caught from addresses, folders and letters: asked which, kept with what they were
//! found in, and nothing kept of what went wrong.

use std::time::Duration;

use app::{App, PostingSource, SourceFile, Task};
use domain::jobs::{FieldSource, JobDraft};
use web::testing::{POSTING, Site};

use super::support::{Desk, bench, folders};

const PATIENCE: Duration = Duration::from_millis(1_500);

/// An app that finds the badly behaved site.
async fn online(site: &Site) -> Desk {
    let folder = tempfile::TempDir::new().unwrap();
    let bench = bench().with_fetcher(site.fetcher(PATIENCE));
    let app = App::open(folders(folder.path()), bench).await.unwrap();
    Desk { app, folder }
}

fn at(address: &str) -> PostingSource {
    PostingSource::Address(address.to_owned())
}

#[tokio::test]
async fn a_page_is_kept_with_every_byte_of_it() {
    let site = Site::start().await;
    let desk = online(&site).await;
    let found =
        desk.app.find_postings(at("https://site.test/same"), Task::unwatched()).await.unwrap();
    assert_eq!(desk.app.list_jobs().await.unwrap(), [], "nothing is kept before it is chosen");
    let jobs =
        desk.app.add_found(found.id, &[0], JobDraft::default(), Task::unwatched()).await.unwrap();
    assert_eq!(
        (jobs[0].posting.title.as_str(), jobs[0].posting.years_min),
        ("Night Baker", Some(2))
    );
    assert_eq!(jobs[0].url, "https://site.test/same");
    let snapshots = desk.app.list_snapshots(jobs[0].id).await.unwrap();
    assert_eq!(snapshots[0].url, "https://site.test/same");
    assert!(snapshots[0].text.contains("Sourdough"));
    assert_eq!(desk.app.get_snapshot(&snapshots[0].hash).await.unwrap(), POSTING.as_bytes());
}

#[tokio::test]
async fn a_page_with_several_postings_asks_which() {
    let site = Site::start().await;
    let desk = online(&site).await;
    let found =
        desk.app.find_postings(at("https://site.test/list"), Task::unwatched()).await.unwrap();
    let titles: Vec<_> = found.postings.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Baker", "Oven Cleaner"]);
    desk.app.add_found(found.id, &[1], JobDraft::default(), Task::unwatched()).await.unwrap();
    let kept = desk.app.list_jobs().await.unwrap();
    assert_eq!(kept.iter().map(|job| job.title.as_str()).collect::<Vec<_>>(), ["Oven Cleaner"]);
    let gone = desk.app.add_found(found.id, &[7], JobDraft::default(), Task::unwatched()).await;
    assert!(gone.is_err());
}

#[tokio::test]
async fn nothing_is_kept_of_what_went_wrong() {
    let site = Site::start().await;
    let desk = online(&site).await;
    for path in [
        "shell",
        "bomb",
        "drops",
        "stalls-later",
        "says-more",
        "says-less",
        "other",
        "loop",
        "picture",
        "gone",
    ] {
        let address = format!("https://site.test/{path}");
        let failed = desk.app.find_postings(at(&address), Task::unwatched()).await;
        let failed = failed.expect_err(path);
        assert!(failed.to_string().len() > 30, "{path}: {failed}");
    }
    for address in
        ["https://www.linkedin.com/jobs/view/1", "https://127.0.0.1/job", "http://site.test/job"]
    {
        assert!(desk.app.find_postings(at(address), Task::unwatched()).await.is_err(), "{address}");
    }
    assert_eq!(desk.app.list_jobs().await.unwrap(), []);
}

#[tokio::test]
async fn reading_a_page_again_leaves_what_the_user_said() {
    let site = Site::start().await;
    let desk = online(&site).await;
    let found =
        desk.app.find_postings(at("https://site.test/job"), Task::unwatched()).await.unwrap();
    let typed = JobDraft { title: "My bakery job".into(), ..JobDraft::default() };
    let jobs = desk.app.add_found(found.id, &[0], typed, Task::unwatched()).await.unwrap();
    let again = desk.app.refresh_job(jobs[0].id, Task::unwatched()).await.unwrap();
    assert_eq!(again.posting.title, "My bakery job");
    assert_eq!(again.posting.sources["title"], FieldSource::User);
    assert_eq!(desk.app.list_snapshots(jobs[0].id).await.unwrap().len(), 2);
}

const LETTER: &str = "From: jobs@example.org\nTo: me@example.org\nSubject: Fwd: Pastry Chef at Ovenbird\nMIME-Version: 1.0\n\
    Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nPastry Chef\nOvenbird, Graz\n\n\
    Requirements:\n- 3 years of experience in p=C3=A2tisserie\n- HACCP\n\nSalary: 2,600 =E2=82=AC per month\n";

#[tokio::test]
async fn a_folder_gives_every_posting_in_it_and_says_what_it_could_not_read() {
    let desk = Desk::new().await;
    let folder = desk.folder.path().join("saved");
    std::fs::create_dir_all(folder.join("page_files")).unwrap();
    for (name, bytes) in [
        ("a.eml", LETTER.as_bytes()),
        ("b.html", POSTING.as_bytes()),
        (
            "c.html",
            b"<html><body><p>A recipe: take flour, water and salt, and wait.</p></body></html>"
                .as_slice(),
        ),
        ("page_files/frame.html", POSTING.as_bytes()),
        ("d.png", b"\x89PNG".as_slice()),
    ] {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let source = PostingSource::File(SourceFile::new(folder));
    let found = desk.app.find_postings(source, Task::unwatched()).await.unwrap();
    let titles: Vec<_> = found.postings.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Pastry Chef", "Night Baker"]);
    assert_eq!(found.unread.len(), 1);
    assert!(found.unread[0].why.contains("no job posting"), "{:?}", found.unread);
}
