//! Finding things by their words.

use domain::{Kind, jobs::Job, resumes::StoredResume};
use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use crate::{Result, Store, decode};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What kind of thing.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The words around the hit.
    pub snippet: String,
}

/// What a thing can be found by.
pub(crate) struct Entry {
    kind: &'static str,
    id: String,
    title: String,
    body: String,
}

impl Entry {
    pub(crate) fn of_resume(resume: &StoredResume) -> Self {
        let fields = domain::resumes::fields(&resume.resume);
        let body = fields.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
        Self { kind: "resume", id: resume.id.to_string(), title: resume.title.clone(), body }
    }

    pub(crate) fn of_job(job: &Job) -> Self {
        let posting = &job.posting;
        let body =
            [posting.company.as_str(), &posting.locations.join("\n"), &job.notes, &posting.text]
                .join("\n");
        Self { kind: "job", id: job.id.to_string(), title: posting.title.clone(), body }
    }
}

/// Makes a thing findable by its present words, and by no others.
pub(crate) async fn index(connection: &mut SqliteConnection, entry: Entry) -> Result<()> {
    sqlx::query("delete from search where id = ?")
        .bind(&entry.id)
        .execute(&mut *connection)
        .await?;
    sqlx::query("insert into search (kind, id, title, body) values (?, ?, ?, ?)")
        .bind(entry.kind)
        .bind(entry.id)
        .bind(entry.title)
        .bind(entry.body)
        .execute(connection)
        .await?;
    Ok(())
}

impl Store {
    /// The `limit` things that fit `text` best: all its words, the last one perhaps unfinished.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let Some(question) = question(text) else { return Ok(Vec::new()) };
        let hits = sqlx::query(
            "select kind, search.id as id, search.title as title,
                    snippet(search, 3, '', '', ' … ', 12) as snippet
             from search
             left join job on search.kind = 'job' and job.id = search.id
             left join resume on search.kind = 'resume' and resume.id = search.id
             where search match ?
               and job.deleted_at is null and resume.deleted_at is null
             order by bm25(search, 0, 0, 8, 1)
             limit ?",
        )
        .bind(question)
        .bind(limit)
        .try_map(from_row)
        .fetch_all(&self.pool)
        .await?;
        Ok(hits)
    }
}

/// `text` as an FTS5 query in which nothing the user types has a meaning of its own.
fn question(text: &str) -> Option<String> {
    let words: Vec<_> = text
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(12)
        .map(|word| format!("\"{word}\""))
        .collect();
    (!words.is_empty()).then(|| words.join(" ") + "*")
}

fn from_row(row: SqliteRow) -> sqlx::Result<Hit> {
    let kind = match row.try_get("kind")? {
        "job" => Kind::Job,
        "resume" => Kind::Resume,
        _ => return Err(decode("kind")("unknown kind")),
    };
    Ok(Hit {
        kind,
        id: row.try_get("id")?,
        title: row.try_get("title")?,
        snippet: row.try_get("snippet")?,
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        JobId, Timestamp,
        jobs::{JobDraft, Posting},
    };

    use super::*;

    async fn with_a_baker() -> Result<(Store, JobId)> {
        let store = Store::in_memory().await?;
        let posting = Posting {
            title: "Bäcker".into(),
            text: "We bake sourdough in Łódź.".into(),
            ..Posting::default()
        };
        let id = JobId::from_u128(1);
        let now = Timestamp::from_millis(1);
        store.save_jobs(&[JobDraft::default().finish(posting, id, 1.0, now).unwrap()]).await?;
        Ok((store, id))
    }

    #[tokio::test]
    async fn words_are_found_by_their_beginnings_and_without_accents() -> Result<()> {
        let (store, id) = with_a_baker().await?;
        for text in ["backer", "sourd", "Bake sour", "łódź"] {
            let hits = store.search(text, 5).await?;
            assert_eq!(
                hits.first().map(|hit| hit.id.as_str()),
                Some(id.to_string().as_str()),
                "{text}"
            );
        }
        assert_eq!(store.search("bread", 5).await?, []);
        Ok(())
    }

    #[tokio::test]
    async fn signs_have_no_meaning_and_the_deleted_is_not_found() -> Result<()> {
        let (store, id) = with_a_baker().await?;
        for text in ["\"", "* AND NOT", "title:", "(", "-"] {
            store.search(text, 5).await?;
        }
        store.delete_job(id, Timestamp::from_millis(2)).await?;
        assert_eq!(store.search("sourdough", 5).await?, []);
        Ok(())
    }
}
