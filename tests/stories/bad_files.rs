use std::time::{Duration, Instant};

use app::{Code, Task};
use domain::jobs::JobDraft;

use crate::support::{Desk, nurse_pdf};

/// Imports `bytes` and gives the reason why not, and the sentence.
async fn refusal(desk: &Desk, name: &str, bytes: &[u8]) -> (&'static str, String) {
    let file = desk.file(name, bytes);
    let start = Instant::now();
    let error = desk.app.import_resume(file, Task::unwatched()).await.unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(2), "{name} took {:?}", start.elapsed());
    assert_eq!(error.code(), Code::Unreadable, "{name}: {error}");
    (error.reason(), error.to_string())
}

#[tokio::test]
async fn each_bad_file_gets_its_own_sentence_and_nothing_is_kept() -> app::Result<()> {
    let desk = Desk::new().await;
    let pdf = nurse_pdf().await;
    let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let legacy = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 512], &name].concat();
    let program = [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 4096]].concat();
    let cases: [(&str, &[u8], &str); 5] = [
        ("empty.pdf", b"", "empty"),
        ("cut.pdf", &pdf[..300], "damaged"),
        ("old.doc", &legacy, "legacyDoc"),
        ("program.pdf", &program, "notADocument"),
        ("cut.docx", b"PK\x03\x04\x14\x00\x00\x00\x08\x00 nothing more", "damaged"),
    ];
    for (name, bytes, expected) in cases {
        let (reason, sentence) = refusal(&desk, name, bytes).await;
        assert_eq!(reason, expected, "{name}");
        assert!(sentence.contains(name), "{sentence}");
    }
    assert_eq!(desk.app.list_resumes().await?, []);
    assert_eq!(desk.app.list_activity(9).await?, []);

    let good = desk.file("good.pdf", &pdf);
    desk.app.import_resume(good, Task::unwatched()).await?;
    Ok(())
}

#[tokio::test]
async fn a_posting_of_ten_megabytes_is_refused_at_once() -> app::Result<()> {
    let desk = Desk::new().await;
    let text = "We want a baker. ".repeat(600_000);
    let start = Instant::now();
    let pasted = desk.app.add_job(JobDraft { text: text.clone(), ..JobDraft::default() }).await;
    assert_eq!(pasted.unwrap_err().reason(), "tooLarge");
    let file = desk.file("posting.html", text.as_bytes());
    let dropped = desk.app.import_jobs(file, Task::unwatched()).await;
    assert_eq!(dropped.unwrap_err().reason(), "tooLarge");
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!(desk.app.list_jobs().await?, []);
    Ok(())
}
