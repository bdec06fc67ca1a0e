use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use app::{ResumeDraft, Task};
use domain::{
    jobs::ActivityKind,
    resumes::{
        Correction, Review,
        review::{Piece, Placing},
    },
};
use tokio_util::sync::CancellationToken;

use crate::support::{Desk, nurse, nurse_pdf};

#[tokio::test]
async fn a_dropped_pdf_is_understood_with_its_places() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let stored = desk.app.import_resume(file, Task::unwatched()).await?;

    let wanted = nurse();
    assert_eq!(stored.resume.basics.name, wanted.basics.name);
    assert_eq!(stored.resume.basics.email, wanted.basics.email);
    assert_eq!(stored.resume.work.len(), wanted.work.len());
    assert_eq!(stored.resume.work[0].position, wanted.work[0].position);
    let origin = &stored.reading.origins["work[0].position"];
    let (page, place) = (origin.spans[0].page, origin.spans[0].bbox);
    assert_eq!(page, 1);
    assert!(place.x1 > place.x0 && place.y1 > place.y0 && place.y0 > 0.0);
    assert!(!stored.reviewed, "nobody has looked yet");
    Ok(())
}

#[tokio::test]
async fn what_was_corrected_is_there_after_a_restart() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let stored = desk.app.import_resume(file, Task::unwatched()).await?;
    let mut review = Review {
        resume: stored.resume.clone(),
        origins: stored.reading.origins.clone(),
        unplaced: stored.reading.unplaced.clone(),
        edited: vec!["work[0].position".into()],
    };
    review.resume.work[0].position = "Head Nurse".into();
    review.origins.get_mut("basics.name").unwrap().confidence = 1.0;
    let draft = ResumeDraft { title: "My resume".into(), review, reviewed: true };
    desk.app.save_resume(stored.id, draft).await?;

    let desk = desk.restart().await;
    let kept = desk.app.get_resume(stored.id).await?;
    assert_eq!((kept.title.as_str(), kept.reviewed), ("My resume", true));
    assert_eq!(kept.resume.work[0].position, "Head Nurse");
    assert!(!kept.reading.origins.contains_key("work[0].position"), "it is the user's own now");
    assert_eq!(kept.reading.origins["basics.name"].confidence.to_bits(), 1_f32.to_bits());
    assert!(kept.reading.origins.contains_key("work[1].position"), "the rest kept its place");
    let image = desk.app.get_page_image(stored.id, 1).await?;
    assert!(image.starts_with(b"\x89PNG"), "the page can still be shown");
    let told: Vec<_> = desk.app.list_activity(9).await?.into_iter().map(|one| one.what).collect();
    assert_eq!(told, [ActivityKind::ResumeReviewed, ActivityKind::ResumeImported]);
    Ok(())
}

#[tokio::test]
async fn words_of_the_page_go_into_a_field_and_are_remembered() -> app::Result<()> {
    let desk = Desk::new().await;
    let bytes = nurse_pdf().await;
    let stored = desk.app.import_resume(desk.file("cv.pdf", &bytes), Task::unwatched()).await?;
    let lines = &stored.reading.lines;
    let line = lines.iter().position(|line| line.text.contains(&stored.resume.work[0].name));
    let review = Review {
        resume: stored.resume.clone(),
        origins: stored.reading.origins.clone(),
        unplaced: stored.reading.unplaced.clone(),
        edited: Vec::new(),
    };
    let pieces = vec![Piece { line: u32::try_from(line.unwrap()).unwrap(), span: None }];
    let path = "basics.label".to_owned();
    let fix = Correction::Place { path, pieces, how: Placing::Replace };
    let corrected = desk.app.correct_resume(stored.id, review, fix).await?;
    assert_eq!(desk.app.get_resume(stored.id).await?, stored, "nothing is kept until it is saved");

    let draft = ResumeDraft { title: "cv".into(), review: corrected.review, reviewed: false };
    desk.app.save_resume(stored.id, draft).await?;
    let desk = desk.restart().await;
    let kept = desk.app.get_resume(stored.id).await?;
    assert!(kept.resume.basics.label.contains(&stored.resume.work[0].name));
    let origin = &kept.reading.origins["basics.label"];
    assert!(origin.by_hand && origin.spans[0].page == 1);
    assert_eq!(kept.reading.resume, stored.reading.resume, "what was read is as it was");

    let gone = Correction::Merge { list: "work".into(), index: 99 };
    let review = Review::default();
    let error = desk.app.correct_resume(stored.id, review, gone).await.unwrap_err();
    assert_eq!(error.code(), app::Code::Invalid);
    Ok(())
}

#[tokio::test]
async fn a_docx_and_a_text_are_understood_too() -> app::Result<()> {
    let desk = Desk::new().await;
    let text = "Ada Brown\nBaker\nada@example.org\n\nEXPERIENCE\nBaker, Acme Bakery\n\
                Mar 2020 - Present\n- Baked 300 loaves a day\n\nSKILLS\nSourdough, Pastry\n";
    let file = desk.file("cv.txt", text.as_bytes());
    let stored = desk.app.import_resume(file, Task::unwatched()).await?;
    assert_eq!(stored.resume.basics.name, "Ada Brown");
    assert_eq!(stored.resume.work[0].name, "Acme Bakery");
    assert_eq!(stored.resume.work[0].highlights, ["Baked 300 loaves a day"]);
    Ok(())
}

#[tokio::test]
async fn stop_stops_and_keeps_nothing() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let cancel = CancellationToken::new();
    let stopper = cancel.clone();
    let task = Task::new(cancel, move |progress| {
        if progress.step == "reading" {
            stopper.cancel();
        }
    });
    let start = Instant::now();
    let error = desk.app.import_resume(file, task).await.unwrap_err();
    assert_eq!(error.code(), app::Code::Cancelled);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!(desk.app.list_resumes().await?, []);

    let again = desk.file("cv.pdf", &nurse_pdf().await);
    desk.app.import_resume(again, Task::unwatched()).await?;
    assert_eq!(desk.app.list_resumes().await?.len(), 1, "and the next one works");
    Ok(())
}

#[tokio::test]
async fn many_files_are_imported_side_by_side_and_a_bad_one_stops_nobody() -> app::Result<()> {
    let desk = Desk::new().await;
    let text = |n: usize| format!("Ada Brown\nBaker\nada{n}@example.org\n\nSKILLS\nSourdough\n");
    let mut files: Vec<_> =
        (0..100).map(|n| desk.file(&format!("cv-{n:03}.txt"), text(n).as_bytes())).collect();
    files[7] = desk.file("cv-007.txt", b"%PDF-1.7 cut");
    let seen = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&seen);
    let task = Task::new(CancellationToken::new(), move |progress| {
        heard.lock().unwrap().push((progress.done, progress.total));
    });
    let report = desk.app.import_resumes(files, task).await?;

    assert_eq!((report.files.len(), report.stopped), (100, false));
    for (n, file) in report.files.iter().enumerate() {
        assert_eq!(file.name, format!("cv-{n:03}.txt"));
        assert_eq!(file.resume.is_some(), n != 7, "{file:?}");
    }
    assert_eq!(report.files[7].failure.as_ref().map(|it| it.reason.as_str()), Some("damaged"));
    assert_eq!(desk.app.list_resumes().await?.len(), 99);
    assert_eq!(*seen.lock().unwrap(), (0..=100).map(|done| (done, 100)).collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn stopping_many_keeps_what_is_finished_and_no_half() -> app::Result<()> {
    let desk = Desk::new().await;
    let text = b"Ada Brown\nBaker\nada@example.org\n\nSKILLS\nSourdough\n";
    let files = (0..40).map(|n| desk.file(&format!("cv-{n}.txt"), text)).collect();
    let cancel = CancellationToken::new();
    let stopper = cancel.clone();
    let task = Task::new(cancel, move |progress| {
        if progress.done == 5 {
            stopper.cancel();
        }
    });
    let report = desk.app.import_resumes(files, task).await?;
    assert!(report.stopped && (5..40).contains(&report.files.len()), "{}", report.files.len());
    assert!(report.files.iter().all(|file| file.resume.is_some()));
    Ok(())
}
