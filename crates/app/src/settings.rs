//! How the user likes the program, and what it is.

use domain::settings::Settings;
use serde::Serialize;

use crate::{App, Result};

/// What the program is and where it keeps things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The program's version.
    pub version: String,
    /// Where the data is.
    pub data_folder: String,
    /// Where the logs are.
    pub log_folder: String,
    /// Where exports go.
    pub export_folder: String,
    /// How many bytes the data takes.
    #[specta(type = u32)]
    pub database_bytes: u64,
}

impl App {
    /// Every choice; what was never chosen is as it is by default.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn get_settings(&self) -> Result<Settings> {
        Ok(self.store.get_settings().await?)
    }

    /// Keeps every choice.
    ///
    /// # Errors
    /// When they cannot be saved.
    pub async fn save_settings(&self, settings: &Settings) -> Result<()> {
        Ok(self.store.save_settings(settings).await?)
    }

    /// What the program is and where it keeps things.
    pub fn get_about(&self) -> About {
        About {
            version: env!("CARGO_PKG_VERSION").into(),
            data_folder: self.folders.data.display().to_string(),
            log_folder: self.folders.logs().display().to_string(),
            export_folder: self.folders.documents.display().to_string(),
            database_bytes: self.database_bytes(),
        }
    }
}
