//! How resumes fitted jobs when they were last compared.

use domain::{
    Kind, ResumeId, Timestamp,
    matching::{Band, JobScore, VERSION},
};
use sqlx::{Row, sqlite::SqliteRow};

use crate::{Result, Store, decode};

impl Store {
    /// Every result of a resume.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_scores(&self, resume: ResumeId) -> Result<Vec<JobScore>> {
        let scores = sqlx::query(
            "select score.resume_id, score.job_id, points, band, version, scored_at,
                    (scored_at >= job.updated_at and scored_at >= resume.updated_at) as current
             from score
             join job on job.id = score.job_id
             join resume on resume.id = score.resume_id
             where score.resume_id = ? and job.deleted_at is null and resume.deleted_at is null
             order by score.job_id",
        )
        .bind(resume.to_string())
        .try_map(from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(scores)
    }

    /// Keeps results, in the place of older ones of the same two. Announced only when a result is
    /// another one than before: asking again changes nothing.
    ///
    /// # Errors
    /// When one of the two is gone, or there is no room; nothing is half-saved then.
    pub async fn save_scores(&self, scores: &[JobScore]) -> Result<()> {
        // It reads before it writes: begun as a reader it would fail, not wait, when another wrote.
        let mut transaction = self.pool.begin_with("begin immediate").await?;
        let mut changed = false;
        for score in scores {
            let same: Option<bool> = sqlx::query_scalar(
                "select points is ? and band = ? and version = ? from score
                 where resume_id = ? and job_id = ?",
            )
            .bind(score.score.map(f64::from))
            .bind(score.band.name())
            .bind(score.version)
            .bind(score.resume.to_string())
            .bind(score.job.to_string())
            .fetch_optional(&mut *transaction)
            .await?;
            changed |= same != Some(true);
            sqlx::query(
                "insert into score (resume_id, job_id, points, band, version, scored_at)
                 values (?, ?, ?, ?, ?, ?)
                 on conflict (resume_id, job_id) do update set
                     points = excluded.points,
                     band = excluded.band,
                     version = excluded.version,
                     scored_at = excluded.scored_at",
            )
            .bind(score.resume.to_string())
            .bind(score.job.to_string())
            .bind(score.score.map(f64::from))
            .bind(score.band.name())
            .bind(score.version)
            .bind(score.scored_at.as_millis())
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        if changed {
            self.announce(&[Kind::Match]);
        }
        Ok(())
    }
}

/// Reads a row of `score`.
fn from_row(row: SqliteRow) -> sqlx::Result<JobScore> {
    let points: Option<f64> = row.try_get("points")?;
    let version: u32 = row.try_get("version")?;
    #[expect(clippy::cast_possible_truncation, reason = "it was an f32 when it was written")]
    let score = points.map(|points| points as f32);
    Ok(JobScore {
        job: row.try_get::<&str, _>("job_id")?.parse().map_err(decode("job_id"))?,
        resume: row.try_get::<&str, _>("resume_id")?.parse().map_err(decode("resume_id"))?,
        score,
        band: Band::from_name(row.try_get("band")?)
            .ok_or_else(|| decode("band")("unknown band"))?,
        version,
        scored_at: Timestamp::from_millis(row.try_get("scored_at")?),
        fresh: version == VERSION && row.try_get::<bool, _>("current")?,
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        JobId,
        jobs::{JobDraft, Posting},
        resumes::{Reading, Resume, StoredResume},
    };

    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);
    const JOB: JobId = JobId::from_u128(1);
    const RESUME: ResumeId = ResumeId::from_u128(2);

    async fn store() -> Result<Store> {
        let store = Store::in_memory().await?;
        let posting = Posting { title: "Baker".into(), ..Posting::default() };
        let job = JobDraft::default().finish(posting, JOB, 1.0, NOW).unwrap();
        store.save_jobs(&[job]).await?;
        let resume = StoredResume {
            id: RESUME,
            title: "One".into(),
            resume: Resume::default(),
            reading: Reading::default(),
            to_check: Vec::new(),
            reviewed: false,
            file_name: String::new(),
            added_at: NOW,
            updated_at: NOW,
        };
        store.save_resume(&resume, None).await?;
        Ok(store)
    }

    fn score(points: Option<f32>) -> JobScore {
        JobScore {
            job: JOB,
            resume: RESUME,
            score: points,
            band: Band::Good,
            version: VERSION,
            scored_at: NOW,
            fresh: true,
        }
    }

    #[tokio::test]
    async fn the_last_result_is_kept_and_told_only_when_it_is_another() -> Result<()> {
        let store = store().await?;
        let mut changes = store.changes();
        store.save_scores(&[score(Some(61.5))]).await?;
        assert_eq!(changes.try_recv(), Ok(Kind::Match));
        store.save_scores(&[score(Some(61.5))]).await?;
        assert!(changes.try_recv().is_err());
        store.save_scores(&[score(None)]).await?;
        assert_eq!(changes.try_recv(), Ok(Kind::Match));
        assert_eq!(store.list_scores(RESUME).await?, [score(None)]);
        Ok(())
    }

    #[tokio::test]
    async fn a_result_is_stale_once_the_job_or_the_formula_is_another() -> Result<()> {
        let store = store().await?;
        store.save_scores(&[JobScore { version: VERSION - 1, ..score(Some(1.0)) }]).await?;
        assert!(!store.list_scores(RESUME).await?[0].fresh);
        store.save_scores(&[score(Some(1.0))]).await?;
        assert!(store.list_scores(RESUME).await?[0].fresh);
        let later = Timestamp::from_millis(NOW.as_millis() + 1);
        store.move_job(JOB, domain::jobs::Stage::Applied, 1.0, later).await?;
        assert!(!store.list_scores(RESUME).await?[0].fresh);
        store.delete_job(JOB, later).await?;
        assert_eq!(store.list_scores(RESUME).await?, []);
        Ok(())
    }
}
