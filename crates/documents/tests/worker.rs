//! Files that would take a program down are read by workers that may die.

use std::{future::pending, path::PathBuf, time::Duration};

use documents::{
    Error,
    worker::{Limits, Workers},
};

mod made;

fn workers(limits: Limits) -> Workers {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_documents-worker"));
    Workers::with_limits(program, Vec::<String>::new(), limits)
}

#[tokio::test]
async fn a_good_file_is_read_again_and_again_by_the_same_worker() {
    let workers = workers(Limits { workers: 1, ..Limits::default() });
    workers.warm().await.unwrap();
    for _ in 0..40 {
        let document = workers.read(b"Jane Doe\nNurse".to_vec(), pending()).await.unwrap();
        assert_eq!(document.flow.len(), 2);
    }
}

#[tokio::test]
async fn an_error_crosses_the_pipe_and_the_worker_lives_on() {
    let workers = workers(Limits { workers: 1, ..Limits::default() });
    assert_eq!(workers.read(Vec::new(), pending()).await, Err(Error::Empty));
    assert!(workers.read(made::pdf("Jane Doe"), pending()).await.is_ok());
}

#[tokio::test]
async fn a_resume_is_understood_in_the_worker() {
    let workers = workers(Limits::default());
    let reading = workers.parse(made::pdf("Jane Doe"), pending()).await.unwrap();
    assert_eq!(reading.pages, [(612.0, 792.0)]);
    assert!(reading.lines.iter().any(|line| line.text == "Jane Doe"), "{reading:?}");
}

#[tokio::test]
async fn a_page_is_drawn_in_the_worker() {
    let workers = workers(Limits::default());
    let image = workers.page_image(made::pdf("Jane Doe"), 1, 200, pending()).await.unwrap();
    assert_eq!(image.get(1..4), Some(&b"PNG"[..]));
    let missing = workers.page_image(made::pdf("Jane Doe"), 9, 200, pending()).await;
    assert_eq!(missing, Err(Error::NoSuchPage));
}

#[tokio::test]
async fn a_bomb_dies_at_the_memory_limit_and_the_next_file_is_read() {
    let workers = workers(Limits { memory: 64 << 20, workers: 1, ..Limits::default() });
    let bomb = made::bomb_pdf();
    assert_eq!(workers.read(bomb, pending()).await, Err(Error::TooMuchMemory));
    assert!(workers.read(made::pdf("Jane Doe"), pending()).await.is_ok());
}

#[tokio::test]
async fn a_file_that_takes_too_long_is_killed_and_the_next_file_is_read() {
    let limits = Limits { time: Duration::from_millis(100), workers: 1, ..Limits::default() };
    let workers = workers(limits);
    assert_eq!(workers.read(made::slow_pdf(), pending()).await, Err(Error::TooSlow));
    let patient = self::workers(Limits::default());
    assert!(patient.read(made::pdf("Jane Doe"), pending()).await.is_ok());
}

#[tokio::test]
async fn whoever_stops_waiting_stops_the_work_at_once() {
    let workers = workers(Limits { workers: 1, ..Limits::default() });
    let start = std::time::Instant::now();
    let soon = tokio::time::sleep(Duration::from_millis(50));
    assert_eq!(workers.read(made::slow_pdf(), soon).await, Err(Error::Stopped));
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(workers.read(made::pdf("Jane Doe"), pending()).await.is_ok());
}

#[tokio::test]
async fn a_program_that_is_not_there_is_an_error_with_words() {
    let workers = Workers::new(PathBuf::from("/nowhere/at/all"), Vec::<String>::new());
    let error = workers.read(b"Jane".to_vec(), pending()).await.unwrap_err();
    assert!(matches!(error, Error::Isolation(_)), "{error}");
}

#[test]
fn a_worker_leaves_when_nobody_talks_to_it_any_more() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_documents-worker"))
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}
