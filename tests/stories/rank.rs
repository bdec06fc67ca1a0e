use std::sync::{Arc, Mutex};

use app::{Error, Task};
use domain::{
    duplicates::Why,
    jobs::JobDraft,
    matching::{Band, VERSION, score},
};
use tokio_util::sync::CancellationToken;

use crate::support::{Desk, POSTING, nurse, nurse_pdf};

fn draft(title: &str, text: &str) -> JobDraft {
    JobDraft { title: title.into(), text: text.into(), ..JobDraft::default() }
}

#[tokio::test]
async fn all_jobs_are_ranked_for_one_resume_and_what_was_found_is_kept() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?.id;
    let cook = "Cook\nRequirements\n• Grilling\n• HACCP\n• Menu planning\n• Baking";
    let cook = desk.app.add_job(draft("Cook", cook)).await?.id;
    let wished = desk.app.add_job(draft("", POSTING)).await?.id;
    let vague = desk.app.add_job(draft("Something", "")).await?.id;

    let ranked = desk.app.rank_jobs(resume, Task::unwatched()).await?;
    assert_eq!(ranked.iter().map(|it| it.job.id).collect::<Vec<_>>(), [wished, cook, vague]);
    assert_eq!((ranked[2].fit.score, ranked[2].fit.band), (None, Band::TooVague));
    let whole = desk.app.match_resume(resume, wished).await?;
    assert_eq!((ranked[0].fit.score, ranked[0].fit.version), (whole.score, VERSION));

    let kept = desk.app.list_scores(resume).await?;
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().all(|it| it.fresh && it.version == VERSION));
    let people = desk.app.rank_resumes(wished, Task::unwatched()).await?;
    assert_eq!((people.len(), people[0].resume.id), (1, resume));
    Ok(())
}

#[tokio::test]
async fn a_ranking_says_how_far_it_is_and_stops_without_keeping_anything() -> app::Result<()> {
    let desk = Desk::new().await;
    let resume = desk.app.create_resume("Mine").await?.id;
    for number in 0..40 {
        desk.app.add_job(draft(&format!("Nurse {number}"), "")).await?;
    }
    let cancel = CancellationToken::new();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let task = Task::new(cancel.clone(), {
        let seen = Arc::clone(&seen);
        move |progress| {
            seen.lock().unwrap().push((progress.step, progress.total));
            cancel.cancel();
        }
    });
    assert!(matches!(desk.app.rank_jobs(resume, task).await, Err(Error::Cancelled)));
    assert_eq!(seen.lock().unwrap().first(), Some(&("comparing", 40)));
    assert_eq!(desk.app.list_scores(resume).await?, []);
    Ok(())
}

#[tokio::test]
async fn what_is_missing_can_be_wished_for() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?.id;
    let text = format!("{POSTING}\nRequirements\n• Forklift operation\n• Underwater welding");
    let job = desk.app.add_job(draft("", &text)).await?.id;
    let before = desk.app.match_resume(resume, job).await?;
    let wished: Vec<String> = before.missing.iter().map(|it| it.name.clone()).collect();
    assert!(!wished.is_empty());
    let after = desk.app.what_if(resume, job, wished).await?;
    assert!(after.score > before.score, "{:?} {:?}", before.score, after.score);
    assert_eq!(desk.app.list_scores(resume).await?[0].score, before.score);
    Ok(())
}

#[tokio::test]
async fn a_repost_is_known_again_before_and_after_it_is_added() -> app::Result<()> {
    let desk = Desk::new().await;
    let first =
        JobDraft { url: "https://example.org/jobs/17?utm_source=x".into(), ..draft("", POSTING) };
    let first = desk.app.add_job(first).await?.id;
    let address = JobDraft { url: "http://www.example.org/jobs/17/".into(), ..draft("Nurse", "") };
    let found = desk.app.check_posting(address).await?;
    assert_eq!((found[0].job, found[0].why), (first, Why::SameAddress));

    desk.app.delete_job(first).await?;
    let again = desk.app.add_job(draft("", POSTING)).await?.id;
    let found = desk.app.find_duplicates(again).await?;
    assert_eq!((found.len(), found[0].job, found[0].deleted), (1, first, true));
    assert_eq!(found[0].why, Why::SameText);
    Ok(())
}

#[tokio::test]
async fn a_resume_read_from_its_pdf_scores_like_the_one_it_was_made_from() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let read = desk.app.import_resume(file, Task::unwatched()).await?.resume;
    let posting = desk.app.read_posting(POSTING.into()).await?;
    let today = "2026-11-15".parse().unwrap();
    let points = |resume| score(resume, &posting, today).score.unwrap();
    let (made, read) = (points(&nurse()), points(&read));
    assert!((made - read).abs() <= 2.0, "{made} became {read}");
    Ok(())
}
