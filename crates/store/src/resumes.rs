//! Resumes and the files they came from.

use domain::{
    Kind, ResumeId, Timestamp,
    page::Format,
    resumes::{Resume, ResumeCard, StoredResume},
};
use sqlx::{Row, sqlite::SqliteRow};

use crate::{Error, Result, Store, decode, json, search};

impl Store {
    /// Every resume, most recently changed first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_resumes(&self) -> Result<Vec<ResumeCard>> {
        let cards = sqlx::query(
            "select id, title, name, label, file_name, format, to_check, reviewed, updated_at
             from resume
             where deleted_at is null
             order by updated_at desc, id desc",
        )
        .try_map(card_from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(cards)
    }

    /// What every resume says now, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_contents(&self) -> Result<Vec<(ResumeId, Resume)>> {
        let contents =
            sqlx::query("select id, content from resume where deleted_at is null order by id")
                .try_map(|row: SqliteRow| {
                    let id = row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?;
                    let content = row.try_get("content")?;
                    Ok((id, serde_json::from_str(content).map_err(decode("content"))?))
                })
                .fetch_all(&self.pool)
                .await?;
        Ok(contents)
    }

    /// The resume with this `id`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn get_resume(&self, id: ResumeId) -> Result<StoredResume> {
        sqlx::query("select * from resume where id = ? and deleted_at is null")
            .bind(id.to_string())
            .try_map(from_row)
            .fetch_optional(&self.pool)
            .await?
            .ok_or_else(|| Error::NotFound { what: "resume", id: id.to_string() })
    }

    /// Stores a resume, new or changed, and with a new one the file it came from.
    ///
    /// # Errors
    /// [`Error::Full`] when there is no room; nothing is half-saved.
    pub async fn save_resume(&self, resume: &StoredResume, source: Option<&[u8]>) -> Result<()> {
        let mut transaction = self.pool.begin().await?;
        sqlx::query(
            "insert into resume (id, title, name, label, file_name, format, content, reading,
                 to_check, reviewed, added_at, updated_at)
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             on conflict (id) do update set
                 title = excluded.title,
                 name = excluded.name,
                 label = excluded.label,
                 content = excluded.content,
                 reading = excluded.reading,
                 to_check = excluded.to_check,
                 reviewed = excluded.reviewed,
                 updated_at = excluded.updated_at",
        )
        .bind(resume.id.to_string())
        .bind(&resume.title)
        .bind(&resume.resume.basics.name)
        .bind(&resume.resume.basics.label)
        .bind(&resume.file_name)
        .bind(resume.reading.format.name())
        .bind(json(&resume.resume)?)
        .bind(json(&resume.reading)?)
        .bind(i64::try_from(resume.to_check.len()).unwrap_or(i64::MAX))
        .bind(resume.reviewed)
        .bind(resume.added_at.as_millis())
        .bind(resume.updated_at.as_millis())
        .execute(&mut *transaction)
        .await?;
        if let Some(bytes) = source {
            sqlx::query("insert into resume_source (resume_id, bytes) values (?, ?)")
                .bind(resume.id.to_string())
                .bind(bytes)
                .execute(&mut *transaction)
                .await?;
        }
        search::index(&mut transaction, search::Entry::of_resume(resume)).await?;
        transaction.commit().await?;
        self.announce(&[Kind::Resume]);
        Ok(())
    }

    /// The file a resume came from.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was typed in.
    pub async fn get_resume_source(&self, id: ResumeId) -> Result<Vec<u8>> {
        sqlx::query_scalar("select bytes from resume_source where resume_id = ?")
            .bind(id.to_string())
            .fetch_optional(&self.pool)
            .await?
            .ok_or_else(|| Error::NotFound { what: "file for the resume", id: id.to_string() })
    }

    /// Deletes a resume, leaving a tombstone for sync and for [`Self::restore_resume`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn delete_resume(&self, id: ResumeId, now: Timestamp) -> Result<()> {
        self.bury("resume", Kind::Resume, &id.to_string(), Some(now)).await
    }

    /// Takes a deletion back.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there never was one.
    pub async fn restore_resume(&self, id: ResumeId) -> Result<()> {
        self.bury("resume", Kind::Resume, &id.to_string(), None).await
    }
}

/// Reads a row of `resume`.
fn from_row(row: SqliteRow) -> sqlx::Result<StoredResume> {
    let reading: domain::resumes::Reading =
        serde_json::from_str(row.try_get("reading")?).map_err(decode("reading"))?;
    Ok(StoredResume {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        title: row.try_get("title")?,
        resume: serde_json::from_str(row.try_get("content")?).map_err(decode("content"))?,
        to_check: reading.to_check().into_iter().map(str::to_owned).collect(),
        reading,
        reviewed: row.try_get("reviewed")?,
        file_name: row.try_get("file_name")?,
        added_at: Timestamp::from_millis(row.try_get("added_at")?),
        updated_at: Timestamp::from_millis(row.try_get("updated_at")?),
    })
}

/// Reads what a list shows of a row of `resume`.
fn card_from_row(row: SqliteRow) -> sqlx::Result<ResumeCard> {
    Ok(ResumeCard {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        title: row.try_get("title")?,
        name: row.try_get("name")?,
        label: row.try_get("label")?,
        file_name: row.try_get("file_name")?,
        format: Format::from_name(row.try_get("format")?)
            .ok_or_else(|| decode("format")("unknown format"))?,
        to_check: row.try_get("to_check")?,
        reviewed: row.try_get("reviewed")?,
        updated_at: Timestamp::from_millis(row.try_get("updated_at")?),
    })
}

#[cfg(test)]
mod tests {
    use domain::resumes::{Reading, Resume};

    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

    fn resume() -> StoredResume {
        let mut resume = Resume::default();
        resume.basics.name = "Ada Brąz".into();
        resume.basics.label = "Baker".into();
        StoredResume {
            id: ResumeId::from_u128(1),
            title: "cv".into(),
            resume,
            reading: Reading::default(),
            to_check: Vec::new(),
            reviewed: false,
            file_name: "cv.pdf".into(),
            added_at: NOW,
            updated_at: NOW,
        }
    }

    #[tokio::test]
    async fn a_saved_resume_comes_back_with_its_file() -> Result<()> {
        let store = Store::in_memory().await?;
        store.save_resume(&resume(), Some(b"%PDF")).await?;
        assert_eq!(store.get_resume(resume().id).await?, resume());
        assert_eq!(store.get_resume_source(resume().id).await?, b"%PDF");
        assert_eq!(store.list_resumes().await?[0].name, "Ada Brąz");
        Ok(())
    }

    #[tokio::test]
    async fn saving_again_keeps_the_file() -> Result<()> {
        let store = Store::in_memory().await?;
        store.save_resume(&resume(), Some(b"%PDF")).await?;
        store.save_resume(&StoredResume { reviewed: true, ..resume() }, None).await?;
        assert!(store.get_resume(resume().id).await?.reviewed);
        assert_eq!(store.get_resume_source(resume().id).await?, b"%PDF");
        Ok(())
    }

    #[tokio::test]
    async fn a_deleted_resume_is_gone_until_it_is_restored() -> Result<()> {
        let store = Store::in_memory().await?;
        store.save_resume(&resume(), None).await?;
        store.delete_resume(resume().id, NOW).await?;
        assert!(matches!(store.get_resume(resume().id).await, Err(Error::NotFound { .. })));
        assert_eq!(store.list_resumes().await?, []);
        store.restore_resume(resume().id).await?;
        assert_eq!(store.list_resumes().await?.len(), 1);
        Ok(())
    }
}
