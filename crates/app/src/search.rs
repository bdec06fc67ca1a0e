//! Finding things by their words.

use domain::Kind;
use serde::Serialize;

use crate::{App, Result};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
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

impl App {
    /// The jobs and resumes that fit `text` best.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn find_anything(&self, text: &str) -> Result<Vec<Hit>> {
        let hits = self.store.search(text, 20).await?;
        let own = |hit: store::Hit| Hit {
            kind: hit.kind,
            id: hit.id,
            title: hit.title,
            snippet: hit.snippet,
        };
        Ok(hits.into_iter().map(own).collect())
    }
}
