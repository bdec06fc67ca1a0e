//! What postings are known again by.

use domain::{
    JobId, Timestamp,
    duplicates::{Print, Seen},
};
use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use crate::{Result, Store, decode, jobs};

/// Keeps the print of a job, within the transaction that writes the job.
pub(crate) async fn keep(
    transaction: &mut SqliteConnection,
    job: JobId,
    print: &Print,
) -> Result<()> {
    sqlx::query(
        "insert into print (job_id, address, title, company, sketch)
         values (?, ?, ?, ?, ?)
         on conflict (job_id) do update set
             address = excluded.address,
             title = excluded.title,
             company = excluded.company,
             sketch = excluded.sketch",
    )
    .bind(job.to_string())
    .bind(&print.address)
    .bind(&print.names.0)
    .bind(&print.names.1)
    .bind(print.sketch_bytes())
    .execute(transaction)
    .await?;
    Ok(())
}

impl Store {
    /// Every job, deleted ones too, that `print` is recognised as: the surest first, then the
    /// latest.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_prints(&self, print: &Print) -> Result<Vec<Seen>> {
        self.catch_up().await?;
        let all = sqlx::query(
            "select job.id, job.title, job.company, job.stage, job.added_at, job.deleted_at,
                    print.address, print.title as folded_title, print.company as folded_company,
                    print.sketch
             from job join print on print.job_id = job.id
             order by job.added_at desc, job.id desc",
        )
        .try_map(|row| seen(print, &row))
        .fetch_all(&self.pool)
        .await?;
        let mut found: Vec<Seen> = all.into_iter().flatten().collect();
        found.sort_by_key(|it| it.why);
        Ok(found)
    }

    /// Prints the jobs that were kept before there were prints.
    async fn catch_up(&self) -> Result<()> {
        let open = sqlx::query(
            "select id, url, posting from job
             where not exists (select 1 from print where job_id = job.id)",
        )
        .try_map(|row: SqliteRow| {
            let id: JobId = row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?;
            let posting =
                serde_json::from_str(row.try_get("posting")?).map_err(decode("posting"))?;
            Ok((id, Print::new(&posting, row.try_get("url")?)))
        })
        .fetch_all(&self.pool)
        .await?;
        if open.is_empty() {
            return Ok(());
        }
        let mut transaction = self.pool.begin().await?;
        for (id, print) in open {
            keep(&mut transaction, id, &print).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// What a row is recognised by, if at all.
fn seen(print: &Print, row: &SqliteRow) -> sqlx::Result<Option<Seen>> {
    let kept = Print {
        address: row.try_get("address")?,
        sketch: Print::sketch_from(row.try_get("sketch")?),
        names: (row.try_get("folded_title")?, row.try_get("folded_company")?),
    };
    let Some((why, likeness)) = print.meets(&kept) else { return Ok(None) };
    Ok(Some(Seen {
        job: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        title: row.try_get("title")?,
        company: row.try_get("company")?,
        seen_at: Timestamp::from_millis(row.try_get("added_at")?),
        stage: jobs::stage(row)?,
        deleted: row.try_get::<Option<i64>, _>("deleted_at")?.is_some(),
        why,
        likeness,
    }))
}

#[cfg(test)]
mod tests {
    use domain::{
        duplicates::Why,
        jobs::{Job, JobDraft, Posting},
    };

    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

    fn job(id: u128, url: &str) -> Job {
        let text = (0..90).map(|at| format!("word{} ", at * id)).collect();
        let posting = Posting { title: "Baker".into(), text, ..Posting::default() };
        let draft = JobDraft { url: url.into(), ..JobDraft::default() };
        draft.finish(posting, JobId::from_u128(id), 1.0, NOW).unwrap()
    }

    #[tokio::test]
    async fn a_job_is_known_again_by_its_address_or_its_text_though_deleted() -> Result<()> {
        let store = Store::in_memory().await?;
        let (one, other) = (job(1, "https://example.org/1"), job(2, "https://example.org/2"));
        store.save_jobs(&[one.clone(), other]).await?;
        store.delete_job(one.id, NOW).await?;

        let found = store.find_prints(&Print::of_job(&one)).await?;
        assert_eq!(found.iter().map(|it| it.job).collect::<Vec<_>>(), [one.id]);
        assert_eq!((found[0].why, found[0].deleted), (Why::SameAddress, true));
        let moved = Print::new(&one.posting, "https://example.com/elsewhere");
        assert_eq!(store.find_prints(&moved).await?[0].why, Why::SameText);
        assert_eq!(store.find_prints(&Print::new(&Posting::default(), "")).await?, []);
        Ok(())
    }

    #[tokio::test]
    async fn jobs_from_before_there_were_prints_are_known_too() -> Result<()> {
        let store = Store::in_memory().await?;
        let one = job(1, "https://example.org/1");
        store.save_jobs(std::slice::from_ref(&one)).await?;
        sqlx::query("delete from print").execute(&store.pool).await?;
        assert_eq!(store.find_prints(&Print::of_job(&one)).await?.len(), 1);
        Ok(())
    }
}
