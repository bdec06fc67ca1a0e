//! Facts the user confirmed.

use domain::{
    FactId, Kind, ResumeId,
    tailoring::{Fact, StoredFact},
};
use sqlx::{Row, sqlite::SqliteRow};

use crate::{Error, Result, Store, decode};

impl Store {
    /// Everything confirmed for a resume, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_facts(&self, resume: ResumeId) -> Result<Vec<StoredFact>> {
        let facts = sqlx::query(
            "select id, resume_id, path, text, confirmed from fact where resume_id = ? order by id",
        )
        .bind(resume.to_string())
        .try_map(from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(facts)
    }

    /// Stores a fact.
    ///
    /// # Errors
    /// When the resume does not exist or there is no room.
    pub async fn save_fact(&self, fact: &StoredFact) -> Result<()> {
        sqlx::query(
            "insert into fact (id, resume_id, path, text, confirmed) values (?, ?, ?, ?, ?)",
        )
        .bind(fact.id.to_string())
        .bind(fact.resume.to_string())
        .bind(&fact.fact.path)
        .bind(&fact.fact.text)
        .bind(fact.fact.confirmed.map(|day| day.to_string()).unwrap_or_default())
        .execute(&self.pool)
        .await?;
        self.announce(&[Kind::Resume]);
        Ok(())
    }

    /// Forgets a fact.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn delete_fact(&self, id: FactId) -> Result<()> {
        let gone = sqlx::query("delete from fact where id = ?")
            .bind(id.to_string())
            .execute(&self.pool)
            .await?;
        if gone.rows_affected() == 0 {
            return Err(Error::NotFound { what: "fact", id: id.to_string() });
        }
        self.announce(&[Kind::Resume]);
        Ok(())
    }
}

/// Reads a row of `fact`.
fn from_row(row: SqliteRow) -> sqlx::Result<StoredFact> {
    Ok(StoredFact {
        id: row.try_get::<&str, _>("id")?.parse().map_err(decode("id"))?,
        resume: row.try_get::<&str, _>("resume_id")?.parse().map_err(decode("resume_id"))?,
        fact: Fact {
            path: row.try_get("path")?,
            text: row.try_get("text")?,
            confirmed: row.try_get::<&str, _>("confirmed")?.parse().ok(),
        },
    })
}
