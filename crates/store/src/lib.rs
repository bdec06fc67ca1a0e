//! Everything the user keeps, in one `SQLite` file. The only crate with SQL in it.
//!
//! One file per table; each adds its queries to [`Store`]. Every write announces itself to
//! [`Store::changes`], so nobody else has to remember who shows what.

mod activity;
mod duplicates;
mod error;
mod facts;
mod jobs;
mod matching;
mod resumes;
mod search;
mod settings;
mod snapshots;

use std::{path::Path, time::Duration};

use domain::Kind;
use sqlx::{
    SqlitePool,
    sqlite::{
        SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions,
        SqliteSynchronous,
    },
};
use tokio::sync::broadcast;

pub use error::{Error, Result};
pub use search::Hit;

/// The user's data. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pool: SqlitePool,
    changes: broadcast::Sender<Kind>,
}

impl Store {
    /// Opens the database at `path`, creating and migrating it as needed.
    ///
    /// # Errors
    /// [`Error::Newer`] for a file a newer version wrote, [`Error::Damaged`] for one that is no
    /// database, [`Error::Full`] and [`Error::ReadOnly`] where nothing can be written.
    pub async fn open(path: &Path) -> Result<Self> {
        // Commits wait for the disk: a person types, so 4 ms are invisible, and a power cut loses
        // nothing that was shown as saved. Memory mapping stays off: it spreads damage.
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-16000")
            .pragma("cell_size_check", "on")
            .pragma("journal_size_limit", "67108864")
            .pragma("mmap_size", "0")
            .pragma("secure_delete", "fast")
            .pragma("temp_store", "memory")
            .pragma("trusted_schema", "off")
            .optimize_on_close(true, None);
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
        private(path)?;
        Self::connect(pool).await
    }

    /// Opens an empty database that lives as long as the `Store`.
    ///
    /// # Errors
    /// When there is no memory for one.
    pub async fn in_memory() -> Result<Self> {
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect("sqlite::memory:")
            .await?;
        Self::connect(pool).await
    }

    /// Hears of every write from now on.
    pub fn changes(&self) -> broadcast::Receiver<Kind> {
        self.changes.subscribe()
    }

    /// Writes everything down and lets go of the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    async fn connect(pool: SqlitePool) -> Result<Self> {
        sqlx::migrate!("../../migrations/local").run(&pool).await?;
        let (changes, _) = broadcast::channel(256);
        Ok(Self { pool, changes })
    }

    fn announce(&self, kinds: &[Kind]) {
        for kind in kinds {
            // No receiver is not an error: nobody is looking.
            let _ = self.changes.send(*kind);
        }
    }
}

/// Lets only the user read the file at `path`.
#[cfg(unix)]
fn private(path: &Path) -> Result<()> {
    use std::{fs, os::unix::fs::PermissionsExt};
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
        .map_err(|error| Error::Database(sqlx::Error::Io(error)))
}

/// Elsewhere the user's own folders are private already.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "has the shape of its twin")]
const fn private(_path: &Path) -> Result<()> {
    Ok(())
}

/// Turns what stands in `column` but means nothing to us into an error that names it.
fn decode<E>(column: &'static str) -> impl FnOnce(E) -> sqlx::Error
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    move |source| sqlx::Error::ColumnDecode { index: column.into(), source: source.into() }
}

/// What a JSON column holds, written.
fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Database(sqlx::Error::Encode(error.into())))
}

#[cfg(test)]
mod tests {
    use domain::{
        JobId, Timestamp,
        jobs::{JobDraft, Posting},
    };

    use super::*;

    fn job(id: u128, words: usize) -> domain::jobs::Job {
        let posting =
            Posting { title: "Baker".into(), text: "word ".repeat(words), ..Posting::default() };
        let now = Timestamp::from_millis(1);
        JobDraft::default().finish(posting, JobId::from_u128(id), 1.0, now).unwrap()
    }

    #[tokio::test]
    async fn a_file_from_a_newer_version_is_refused_and_not_touched() -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("atspro.db");
        let store = Store::open(&path).await?;
        sqlx::query(
            "insert into _sqlx_migrations
                 (version, description, installed_on, success, checksum, execution_time)
             values (99999999000000, 'newer', current_timestamp, 1, x'00', 0)",
        )
        .execute(&store.pool)
        .await?;
        store.close().await;
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(Store::open(&path).await, Err(Error::Newer)));
        assert_eq!(std::fs::read(&path).unwrap(), before);
        Ok(())
    }

    #[tokio::test]
    async fn a_full_disk_saves_nothing_by_halves() -> Result<()> {
        let store = Store::in_memory().await?;
        store.save_jobs(&[job(1, 10)]).await?;
        let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(&store.pool).await?;
        sqlx::query(sqlx::AssertSqlSafe(format!("pragma max_page_count = {}", pages + 2)))
            .execute(&store.pool)
            .await?;
        let error = store.save_jobs(&[job(2, 10), job(3, 20_000)]).await.unwrap_err();
        assert!(matches!(error, Error::Full), "{error:?}");
        assert_eq!(store.list_jobs().await?.len(), 1, "all of them, or none");
        Ok(())
    }
}
