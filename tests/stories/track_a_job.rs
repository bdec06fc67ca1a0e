use domain::jobs::{ActivityKind, JobDraft, Stage};

use crate::support::{Desk, POSTING};

fn titled(title: &str) -> JobDraft {
    JobDraft { title: title.into(), company: "Acme".into(), ..JobDraft::default() }
}

#[tokio::test]
async fn a_pasted_posting_becomes_a_job_with_its_text() -> app::Result<()> {
    let desk = Desk::new().await;
    let job = desk.app.add_job(JobDraft { text: POSTING.into(), ..JobDraft::default() }).await?;
    assert_eq!(job.posting.title, "Registered Nurse, Intensive Care");
    assert_eq!(job.posting.company, "Northgate Teaching Hospital");
    assert_eq!(job.posting.text, POSTING.trim_end(), "postings vanish; ours stays");
    assert!(job.posting.requirements.len() > 5, "{:#?}", job.posting.requirements);
    Ok(())
}

#[tokio::test]
async fn from_saved_to_offer_and_remembered() -> app::Result<()> {
    let desk = Desk::new().await;
    let job = desk.app.add_job(titled("Baker")).await?;
    desk.app.move_job(job.id, Stage::Offer, None).await?;

    let desk = desk.restart().await;
    let jobs = desk.app.list_jobs().await?;
    assert_eq!(jobs.len(), 1, "one job was added");
    assert_eq!(jobs[0].stage, Stage::Offer, "and it got somewhere");
    let moved = ActivityKind::JobMoved { from: Stage::Saved, to: Stage::Offer };
    let told: Vec<_> = desk.app.list_activity(9).await?.into_iter().map(|one| one.what).collect();
    assert_eq!(told, [moved, ActivityKind::JobAdded]);
    Ok(())
}

#[tokio::test]
async fn a_card_stays_where_it_was_dropped() -> app::Result<()> {
    let desk = Desk::new().await;
    let mut ids = Vec::new();
    for title in ["A", "B", "C"] {
        ids.push(desk.app.add_job(titled(title)).await?.id);
    }
    desk.app.move_job(ids[2], Stage::Saved, Some(ids[0])).await?;
    // So often between the same two that the numbers between them run out.
    for turn in 0..120 {
        let moved = ids[turn % 2];
        desk.app.move_job(moved, Stage::Saved, Some(ids[(turn + 1) % 2])).await?;
    }
    let titles: Vec<_> = desk.app.list_jobs().await?.into_iter().map(|card| card.title).collect();
    assert_eq!(titles, ["C", "B", "A"]);
    Ok(())
}

#[tokio::test]
async fn a_job_needs_a_title_and_keeps_it() -> app::Result<()> {
    let desk = Desk::new().await;
    let error = desk.app.add_job(JobDraft::default()).await.unwrap_err();
    assert_eq!(error.code(), app::Code::Invalid);

    let job = desk.app.add_job(titled("Baker")).await?;
    let edit = app::JobEdit {
        title: " ".into(),
        company: "Acme".into(),
        location: String::new(),
        url: String::new(),
        notes: String::new(),
    };
    assert!(desk.app.save_job(job.id, edit).await.is_err());
    assert_eq!(desk.app.get_job(job.id).await?.posting.title, "Baker");
    Ok(())
}

#[tokio::test]
async fn a_deleted_job_can_be_taken_back() -> app::Result<()> {
    let desk = Desk::new().await;
    let job = desk.app.add_job(titled("Baker")).await?;
    desk.app.delete_job(job.id).await?;
    assert_eq!(desk.app.list_jobs().await?, []);
    assert_eq!(desk.app.get_job(job.id).await.unwrap_err().code(), app::Code::NotFound);
    desk.app.restore_job(job.id).await?;
    assert_eq!(desk.app.get_job(job.id).await?, job);
    Ok(())
}
