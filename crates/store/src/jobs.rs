//! Jobs and their postings.

use domain::{
    JobId, Kind, PartialDate, Timestamp,
    duplicates::Print,
    jobs::{Decision, Job, JobCard, Posting, RemoteMode, Salary, Stage},
};
use sqlx::{Row, Sqlite, Transaction, sqlite::SqliteRow};

use crate::{Error, Result, Store, decode, duplicates, json, search};

impl Store {
    /// Every job, stage by stage and in the order of each.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_jobs(&self) -> Result<Vec<JobCard>> {
        let cards = sqlx::query(
            "select id, title, company, location, remote_mode,
                    posting ->> '$.salary' as salary, posting ->> '$.datePosted' as date_posted,
                    posting ->> '$.applyDeadline' as apply_deadline, stage, decision, position,
                    added_at, updated_at
             from job
             where deleted_at is null
             order by stage, position, id",
        )
        .try_map(card_from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(cards)
    }

    /// What every job's posting says, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_postings(&self) -> Result<Vec<(JobId, Posting)>> {
        let postings =
            sqlx::query("select id, posting from job where deleted_at is null order by id")
                .try_map(|row: SqliteRow| {
                    let id = row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?;
                    let posting = row.try_get("posting")?;
                    Ok((id, serde_json::from_str(posting).map_err(decode("posting"))?))
                })
                .fetch_all(&self.pool)
                .await?;
        Ok(postings)
    }

    /// The job with this `id`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn get_job(&self, id: JobId) -> Result<Job> {
        sqlx::query("select * from job where id = ? and deleted_at is null")
            .bind(id.to_string())
            .try_map(from_row)
            .fetch_optional(&self.pool)
            .await?
            .ok_or_else(|| Error::NotFound { what: "job", id: id.to_string() })
    }

    /// Stores jobs, new or changed: all of them, or none.
    ///
    /// # Errors
    /// [`Error::Full`] when there is no room; nothing is half-saved.
    pub async fn save_jobs(&self, jobs: &[Job]) -> Result<()> {
        let mut transaction = self.pool.begin().await?;
        for job in jobs {
            save(&mut transaction, job).await?;
        }
        transaction.commit().await?;
        self.announce(&[Kind::Job]);
        Ok(())
    }

    /// Moves a job to a place in a stage, leaving everything else about it alone.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn move_job(
        &self,
        id: JobId,
        stage: Stage,
        position: f64,
        now: Timestamp,
    ) -> Result<()> {
        let moved = sqlx::query(
            "update job set stage = ?, position = ?, updated_at = ?
             where id = ? and deleted_at is null",
        )
        .bind(stage.name())
        .bind(position)
        .bind(now.as_millis())
        .bind(id.to_string())
        .execute(&self.pool)
        .await?;
        if moved.rows_affected() == 0 {
            return Err(Error::NotFound { what: "job", id: id.to_string() });
        }
        self.announce(&[Kind::Job]);
        Ok(())
    }

    /// Notes what the user decided about jobs: about all of them, or about none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn decide_jobs(&self, jobs: &[(JobId, Decision)]) -> Result<()> {
        let mut transaction = self.pool.begin().await?;
        for (id, decision) in jobs {
            sqlx::query("update job set decision = ? where id = ?")
                .bind(decision.name())
                .bind(id.to_string())
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        self.announce(&[Kind::Job]);
        Ok(())
    }

    /// The places taken in `stage`, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_positions(&self, stage: Stage) -> Result<Vec<(JobId, f64)>> {
        let places = sqlx::query(
            "select id, position from job
             where stage = ? and deleted_at is null
             order by position, id",
        )
        .bind(stage.name())
        .try_map(|row: SqliteRow| {
            let id = row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?;
            Ok((id, row.try_get("position")?))
        })
        .fetch_all(&self.pool)
        .await?;
        Ok(places)
    }

    /// Deletes a job, leaving a tombstone for sync and for [`Self::restore_job`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn delete_job(&self, id: JobId, now: Timestamp) -> Result<()> {
        self.bury("job", Kind::Job, &id.to_string(), Some(now)).await
    }

    /// Takes a deletion back.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there never was one.
    pub async fn restore_job(&self, id: JobId) -> Result<()> {
        self.bury("job", Kind::Job, &id.to_string(), None).await
    }

    /// Sets or lifts the tombstone of a row of `table`, one of our own two names.
    pub(crate) async fn bury(
        &self,
        table: &'static str,
        kind: Kind,
        id: &str,
        at: Option<Timestamp>,
    ) -> Result<()> {
        let statement = match table {
            "job" => "update job set deleted_at = ? where id = ?",
            _ => "update resume set deleted_at = ? where id = ?",
        };
        let done = sqlx::query(statement)
            .bind(at.map(Timestamp::as_millis))
            .bind(id)
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 {
            return Err(Error::NotFound { what: table, id: id.to_owned() });
        }
        self.announce(&[kind]);
        Ok(())
    }
}

/// Stores one job, new or changed.
pub(crate) async fn save(transaction: &mut Transaction<'_, Sqlite>, job: &Job) -> Result<()> {
    sqlx::query(
        "insert into job (id, title, company, location, remote_mode, url, notes, stage,
             position, posting, added_at, updated_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update set
             title = excluded.title,
             company = excluded.company,
             location = excluded.location,
             remote_mode = excluded.remote_mode,
             url = excluded.url,
             notes = excluded.notes,
             stage = excluded.stage,
             position = excluded.position,
             posting = excluded.posting,
             updated_at = excluded.updated_at",
    )
    .bind(job.id.to_string())
    .bind(&job.posting.title)
    .bind(&job.posting.company)
    .bind(job.posting.locations.first().map_or("", String::as_str))
    .bind(job.posting.remote_mode.name())
    .bind(&job.url)
    .bind(&job.notes)
    .bind(job.stage.name())
    .bind(job.position)
    .bind(json(&job.posting)?)
    .bind(job.added_at.as_millis())
    .bind(job.updated_at.as_millis())
    .execute(&mut **transaction)
    .await?;
    search::index(&mut *transaction, search::Entry::of_job(job)).await?;
    duplicates::keep(&mut *transaction, job.id, &Print::of_job(job)).await
}

/// Reads a row of `job`.
fn from_row(row: SqliteRow) -> sqlx::Result<Job> {
    Ok(Job {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        posting: serde_json::from_str(row.try_get("posting")?).map_err(decode("posting"))?,
        url: row.try_get("url")?,
        notes: row.try_get("notes")?,
        stage: stage(&row)?,
        decision: decision(&row)?,
        position: row.try_get("position")?,
        added_at: Timestamp::from_millis(row.try_get("added_at")?),
        updated_at: Timestamp::from_millis(row.try_get("updated_at")?),
    })
}

/// Reads what the board shows of a row of `job`.
fn card_from_row(row: SqliteRow) -> sqlx::Result<JobCard> {
    let salary: Option<&str> = row.try_get("salary")?;
    let salary: Option<Salary> =
        salary.map(serde_json::from_str).transpose().map_err(decode("salary"))?;
    Ok(JobCard {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        title: row.try_get("title")?,
        company: row.try_get("company")?,
        location: row.try_get("location")?,
        remote_mode: RemoteMode::from_name(row.try_get("remote_mode")?)
            .ok_or_else(|| decode("remote_mode")("unknown mode"))?,
        salary,
        date_posted: date(&row, "date_posted")?,
        apply_deadline: date(&row, "apply_deadline")?,
        stage: stage(&row)?,
        decision: decision(&row)?,
        position: row.try_get("position")?,
        added_at: Timestamp::from_millis(row.try_get("added_at")?),
        updated_at: Timestamp::from_millis(row.try_get("updated_at")?),
    })
}

pub(crate) fn stage(row: &SqliteRow) -> sqlx::Result<Stage> {
    Stage::from_name(row.try_get("stage")?).ok_or_else(|| decode("stage")("unknown stage"))
}

fn decision(row: &SqliteRow) -> sqlx::Result<Decision> {
    let name = row.try_get("decision")?;
    Decision::from_name(name).ok_or_else(|| decode("decision")("unknown decision"))
}

/// A date of the posting; one that cannot be read is none.
fn date(row: &SqliteRow, column: &str) -> sqlx::Result<Option<PartialDate>> {
    let date: Option<&str> = row.try_get(column)?;
    Ok(date.and_then(|date| date.parse().ok()))
}

#[cfg(test)]
mod tests {
    use domain::jobs::{JobDraft, Period, Posting};

    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

    fn job(id: u128, position: f64) -> Job {
        let salary = Salary {
            min: Some(20.5),
            max: None,
            currency: "EUR".into(),
            period: Some(Period::Hour),
        };
        let posting = Posting {
            title: "Baker".into(),
            company: "Acme".into(),
            salary: Some(salary),
            remote_mode: RemoteMode::Onsite,
            ..Posting::default()
        };
        JobDraft::default().finish(posting, JobId::from_u128(id), position, NOW).unwrap()
    }

    #[tokio::test]
    async fn a_saved_job_comes_back() -> Result<()> {
        let store = Store::in_memory().await?;
        let job = job(1, 1.0);
        store.save_jobs(std::slice::from_ref(&job)).await?;
        assert_eq!(store.get_job(job.id).await?, job);
        assert_eq!(store.list_jobs().await?, [job.card()]);
        Ok(())
    }

    #[tokio::test]
    async fn jobs_are_listed_in_the_order_of_their_stage() -> Result<()> {
        let store = Store::in_memory().await?;
        store.save_jobs(&[job(1, 2.0), job(2, 1.0)]).await?;
        store.move_job(JobId::from_u128(1), Stage::Saved, 0.5, NOW).await?;
        let order: Vec<_> = store.list_jobs().await?.into_iter().map(|card| card.id).collect();
        assert_eq!(order, [JobId::from_u128(1), JobId::from_u128(2)]);
        Ok(())
    }

    #[tokio::test]
    async fn what_was_decided_outlives_an_edit() -> Result<()> {
        let store = Store::in_memory().await?;
        let job = job(1, 1.0);
        store.save_jobs(std::slice::from_ref(&job)).await?;
        store.decide_jobs(&[(job.id, Decision::Archived)]).await?;
        store.save_jobs(std::slice::from_ref(&job)).await?;
        assert_eq!(store.list_jobs().await?[0].decision, Decision::Archived);
        assert_eq!(store.get_job(job.id).await?.decision, Decision::Archived);
        Ok(())
    }

    #[tokio::test]
    async fn a_deleted_job_is_gone_and_says_so() -> Result<()> {
        let store = Store::in_memory().await?;
        let job = job(1, 1.0);
        store.save_jobs(std::slice::from_ref(&job)).await?;
        let mut changes = store.changes();
        store.delete_job(job.id, NOW).await?;
        assert!(matches!(store.get_job(job.id).await, Err(Error::NotFound { what: "job", .. })));
        assert_eq!(changes.try_recv(), Ok(Kind::Job));
        store.restore_job(job.id).await?;
        assert_eq!(store.get_job(job.id).await?, job);
        Ok(())
    }
}
