//! What happened, and when.

use domain::{Kind, Timestamp, jobs::Activity};
use sqlx::{Row, sqlite::SqliteRow};

use crate::{Result, Store, decode, json};

impl Store {
    /// The last `limit` things that happened, latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_activity(&self, limit: u32) -> Result<Vec<Activity>> {
        let found = sqlx::query("select * from activity order by at desc, id desc limit ?")
            .bind(limit)
            .try_map(from_row)
            .fetch_all(&self.pool)
            .await?;
        Ok(found)
    }

    /// Notes that something happened.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_activity(&self, activity: &Activity) -> Result<()> {
        sqlx::query(
            "insert into activity (id, what, job_id, resume_id, subject, at)
             values (?, ?, ?, ?, ?, ?)",
        )
        .bind(activity.id.to_string())
        .bind(json(&activity.what)?)
        .bind(activity.job.map(|id| id.to_string()))
        .bind(activity.resume.map(|id| id.to_string()))
        .bind(&activity.subject)
        .bind(activity.at.as_millis())
        .execute(&self.pool)
        .await?;
        self.announce(&[Kind::Activity]);
        Ok(())
    }
}

/// Reads a row of `activity`.
fn from_row(row: SqliteRow) -> sqlx::Result<Activity> {
    let job: Option<&str> = row.try_get("job_id")?;
    let resume: Option<&str> = row.try_get("resume_id")?;
    Ok(Activity {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        what: serde_json::from_str(row.try_get("what")?).map_err(decode("what"))?,
        job: job.map(str::parse).transpose().map_err(decode("job_id"))?,
        resume: resume.map(str::parse).transpose().map_err(decode("resume_id"))?,
        subject: row.try_get("subject")?,
        at: Timestamp::from_millis(row.try_get("at")?),
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        ActivityId,
        jobs::{ActivityKind, Stage},
    };

    use super::*;

    #[tokio::test]
    async fn what_happened_last_comes_first() -> Result<()> {
        let store = Store::in_memory().await?;
        let activity = |id, at, what| Activity {
            id: ActivityId::from_u128(id),
            what,
            job: None,
            resume: None,
            subject: "Baker".into(),
            at: Timestamp::from_millis(at),
        };
        let first = activity(1, 1, ActivityKind::JobAdded);
        let moved = ActivityKind::JobMoved { from: Stage::Saved, to: Stage::Offer };
        let second = activity(2, 2, moved);
        store.save_activity(&first).await?;
        store.save_activity(&second).await?;
        assert_eq!(store.list_activity(9).await?, [second, first]);
        Ok(())
    }
}
