use app::Task;
use domain::{
    jobs::{Importance, JobDraft, TextSpan},
    matching::Band,
};

use crate::support::{Desk, POSTING, nurse_pdf};

/// What a span of UTF-16 units says.
fn slice(text: &str, span: TextSpan) -> String {
    let units: Vec<_> = text.encode_utf16().collect();
    String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap()
}

#[tokio::test]
async fn every_point_has_a_line_on_both_sides() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?;
    let job = desk.app.add_job(JobDraft { text: POSTING.into(), ..JobDraft::default() }).await?;

    let result = desk.app.match_resume(resume.id, job.id).await?;
    assert!(result.score.is_some_and(|score| score > 50.0), "{result:#?}");
    assert!(matches!(result.band, Band::Strong | Band::Good | Band::Partial));
    assert!(!result.evidence.is_empty());
    for evidence in &result.evidence {
        assert!(!slice(&job.posting.text, evidence.posting).trim().is_empty());
        assert!(!slice(&evidence.resume.text, evidence.resume.span).trim().is_empty());
    }
    let missing: Vec<_> = result.missing.iter().map(|gap| gap.name.to_lowercase()).collect();
    let asked =
        job.posting.requirements.iter().filter(|one| one.importance != Importance::Mentioned);
    assert!(asked.count() > missing.len(), "not everything is missing: {missing:?}");
    Ok(())
}

#[tokio::test]
async fn a_posting_that_asks_for_nothing_is_not_scored() -> app::Result<()> {
    let desk = Desk::new().await;
    let resume = desk.app.create_resume("Empty").await?;
    let text = "We are a friendly team. Come and see us!".to_owned();
    let draft = JobDraft { text, title: "Helper".into(), ..JobDraft::default() };
    let job = desk.app.add_job(draft).await?;
    let result = desk.app.match_resume(resume.id, job.id).await?;
    assert_eq!((result.score, result.band), (None, Band::TooVague));
    Ok(())
}
