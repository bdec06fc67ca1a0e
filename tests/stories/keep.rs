use app::{App, Code, Task};
use domain::jobs::JobDraft;

use crate::support::{Desk, bench, folders, nurse_pdf};

#[tokio::test]
async fn a_damaged_data_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let file = data.join("atspro.db");
    let rubbish = b"this is no database ".repeat(500);
    std::fs::write(&file, &rubbish).unwrap();
    let error = App::open(folders(folder.path()), bench()).await.unwrap_err();
    assert!(error.to_string().contains("damaged"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), rubbish);
}

#[cfg(unix)]
#[tokio::test]
async fn the_data_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new().await;
    let mode = |path: &str| {
        let path = desk.folder.path().join(path);
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("data"), 0o700);
    assert_eq!(mode("data/atspro.db"), 0o600);
}

#[tokio::test]
async fn two_programs_on_one_file_see_each_others_work() -> app::Result<()> {
    let desk = Desk::new().await;
    let other = App::open(folders(desk.folder.path()), bench()).await?;
    let draft = |title: &str| JobDraft { title: title.into(), ..JobDraft::default() };
    desk.app.add_job(draft("A")).await?;
    other.add_job(draft("B")).await?;
    assert_eq!(desk.app.list_jobs().await?.len(), 2);
    assert_eq!(other.list_jobs().await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn what_is_kept_can_be_found_by_its_words() -> app::Result<()> {
    let desk = Desk::new().await;
    let file = desk.file("cv.pdf", &nurse_pdf().await);
    let resume = desk.app.import_resume(file, Task::unwatched()).await?;
    let word = resume.resume.basics.name.split(' ').next().unwrap().to_lowercase();
    let hits = desk.app.find_anything(&word).await?;
    assert_eq!(hits[0].id, resume.id.to_string());
    desk.app.delete_resume(resume.id).await?;
    assert_eq!(desk.app.find_anything(&word).await?, []);
    assert_eq!(desk.app.get_resume(resume.id).await.unwrap_err().code(), Code::NotFound);
    Ok(())
}
