use app::{ExportTo, Task};

use crate::support::{Desk, nurse_pdf};

#[tokio::test]
async fn an_export_is_read_back_and_never_written_over_another() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?;
    let first = desk.app.export_resume(resume.id, "", ExportTo::Documents).await?;
    let second = desk.app.export_resume(resume.id, "", ExportTo::Documents).await?;
    assert_ne!(first.path, second.path);
    assert_eq!(first.lost, [], "a parser finds every word");
    let bytes = std::fs::read(&first.path).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    Ok(())
}

#[tokio::test]
async fn what_we_write_we_can_read() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?;
    for template in desk.app.list_templates() {
        let written = desk.app.export_resume(resume.id, template.id, ExportTo::Documents).await?;
        let file = app::SourceFile::new(written.path);
        let again = desk.app.import_resume(file, Task::unwatched()).await?;
        assert_eq!(again.resume.basics, resume.resume.basics, "{}", template.id);
        assert_eq!(again.resume.work, resume.resume.work, "{}", template.id);
        assert_eq!(again.resume.education, resume.resume.education, "{}", template.id);
    }
    Ok(())
}

#[tokio::test]
async fn an_export_that_cannot_be_written_leaves_the_old_file_alone() -> app::Result<()> {
    let desk = Desk::new().await;
    let resume = desk.app.create_resume("Empty").await?;
    let blocked = desk.folder.path().join("a folder.pdf");
    std::fs::create_dir(&blocked).unwrap();
    let error = desk.app.export_resume(resume.id, "", ExportTo::File(blocked)).await.unwrap_err();
    assert!(error.to_string().contains("could not be written"), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_preview_shows_pages_and_what_a_parser_reads() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?;
    let preview = desk.app.preview_resume(resume.id, "").await?;
    assert!(preview.pages[0].starts_with("<svg"));
    assert!(preview.text.contains(&resume.resume.basics.name));
    Ok(())
}
