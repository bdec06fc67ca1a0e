//! A log for finding faults: ids, counts and durations, never what the user wrote.

use std::path::Path;

use tracing_appender::{non_blocking::WorkerGuard, rolling};
use tracing_subscriber::EnvFilter;

/// Keeps the log going; what is buffered is written when it is dropped.
#[derive(Debug)]
pub struct Log {
    _guard: WorkerGuard,
}

/// Writes to one file a day in `folder`, keeping the last five. `None` when that is impossible:
/// no log is no reason not to work.
pub fn start(folder: &Path) -> Option<Log> {
    let file = rolling::Builder::new()
        .rotation(rolling::Rotation::DAILY)
        .filename_prefix("atspro")
        .filename_suffix("log")
        .max_log_files(5)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    // Other people's code may log what it handles: only its warnings are let in.
    let own = "warn,app=info,atspro=info,cli=info,desktop=info,documents=info,domain=info,store=info,web=info";
    tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_env_filter(EnvFilter::new(own))
        .try_init()
        .ok()?;
    Some(Log { _guard: guard })
}
