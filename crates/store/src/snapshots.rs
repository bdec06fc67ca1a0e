//! Postings as they were found.

use domain::{
    JobId, Kind, Timestamp,
    jobs::{Job, Snapshot},
};
use sqlx::{Row, Sqlite, Transaction, sqlite::SqliteRow};

use crate::{Error, Result, Store, decode, jobs};

impl Store {
    /// Stores jobs together with what they were found in: all of it, or nothing.
    ///
    /// # Errors
    /// [`Error::Full`] when there is no room; nothing is half-saved.
    pub async fn save_found_jobs(&self, found: &[(Job, Snapshot)], bytes: &[&[u8]]) -> Result<()> {
        let mut transaction = self.pool.begin().await?;
        for ((job, snapshot), bytes) in found.iter().zip(bytes) {
            jobs::save(&mut transaction, job).await?;
            keep(&mut transaction, snapshot, bytes).await?;
        }
        transaction.commit().await?;
        self.announce(&[Kind::Job]);
        Ok(())
    }

    /// Everything a job was found in, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_snapshots(&self, job: JobId) -> Result<Vec<Snapshot>> {
        let snapshots = sqlx::query(
            "select job_id, captured_at, url, name, hash, length(bytes) as size, text
             from job_snapshot join snapshot using (hash)
             where job_id = ?
             order by captured_at desc",
        )
        .bind(job.to_string())
        .try_map(from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(snapshots)
    }

    /// The bytes of a snapshot.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn get_snapshot_bytes(&self, hash: &str) -> Result<Vec<u8>> {
        sqlx::query_scalar("select bytes from snapshot where hash = ?")
            .bind(hash)
            .fetch_optional(&self.pool)
            .await?
            .ok_or_else(|| Error::NotFound { what: "snapshot", id: hash.to_owned() })
    }
}

async fn keep(
    transaction: &mut Transaction<'_, Sqlite>,
    snapshot: &Snapshot,
    bytes: &[u8],
) -> Result<()> {
    sqlx::query("insert into snapshot (hash, bytes) values (?, ?) on conflict (hash) do nothing")
        .bind(&snapshot.hash)
        .bind(bytes)
        .execute(&mut **transaction)
        .await?;
    sqlx::query(
        "insert into job_snapshot (job_id, captured_at, hash, url, name, text)
         values (?, ?, ?, ?, ?, ?)
         on conflict (job_id, captured_at) do nothing",
    )
    .bind(snapshot.job.to_string())
    .bind(snapshot.captured_at.as_millis())
    .bind(&snapshot.hash)
    .bind(&snapshot.url)
    .bind(&snapshot.name)
    .bind(&snapshot.text)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

fn from_row(row: SqliteRow) -> sqlx::Result<Snapshot> {
    Ok(Snapshot {
        job: row.try_get::<&str, _>("job_id")?.parse().map_err(decode("job_id"))?,
        captured_at: Timestamp::from_millis(row.try_get("captured_at")?),
        url: row.try_get("url")?,
        name: row.try_get("name")?,
        hash: row.try_get("hash")?,
        size: row.try_get("size")?,
        text: row.try_get("text")?,
    })
}

#[cfg(test)]
mod tests {
    use domain::jobs::{JobDraft, Posting};

    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

    fn found(id: u128, at: Timestamp) -> (Job, Snapshot) {
        let posting =
            Posting { title: "Baker".into(), text: "We bake.".into(), ..Posting::default() };
        let job = JobDraft::default().finish(posting, JobId::from_u128(id), 1.0, at).unwrap();
        let snapshot = Snapshot {
            job: job.id,
            captured_at: at,
            url: "https://example.org/1".into(),
            name: String::new(),
            hash: "ab12".into(),
            size: 3,
            text: "We bake.".into(),
        };
        (job, snapshot)
    }

    #[tokio::test]
    async fn jobs_of_one_page_share_its_bytes() -> Result<()> {
        let store = Store::in_memory().await?;
        let all = [found(1, NOW), found(2, NOW)];
        store.save_found_jobs(&all, &[b"abc", b"abc"]).await?;
        for (job, snapshot) in &all {
            assert_eq!(store.get_job(job.id).await?, *job);
            assert_eq!(store.list_snapshots(job.id).await?, std::slice::from_ref(snapshot));
        }
        assert_eq!(store.get_snapshot_bytes("ab12").await?, b"abc");
        Ok(())
    }

    #[tokio::test]
    async fn what_a_job_was_found_in_later_comes_first() -> Result<()> {
        let store = Store::in_memory().await?;
        let later = Timestamp::from_millis(NOW.as_millis() + 1);
        store.save_found_jobs(&[found(1, NOW)], &[b"abc"]).await?;
        store.save_found_jobs(&[found(1, later)], &[b"abc"]).await?;
        let times: Vec<_> = store
            .list_snapshots(JobId::from_u128(1))
            .await?
            .into_iter()
            .map(|snapshot| snapshot.captured_at)
            .collect();
        assert_eq!(times, [later, NOW]);
        assert!(matches!(store.get_snapshot_bytes("none").await, Err(Error::NotFound { .. })));
        Ok(())
    }
}
