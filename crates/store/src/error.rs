//! Everything that can go wrong with the user's data.

/// What reading or writing the user's data fails with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such row, or it was deleted.
    #[error("there is no {what} with the id {id}; it may have been deleted")]
    NotFound {
        /// The kind of thing looked for.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A newer version of the program wrote the file.
    #[error(
        "the data file was written by a newer version of ATSPro; it was not touched. \
         Update ATSPro, or choose another data folder"
    )]
    Newer,
    /// There is no room to write.
    #[error("not saved: the disk is full. Free some space and try again; what was saved is safe")]
    Full,
    /// Somebody else holds the file.
    #[error("another program is using the data file; close it and try again. Nothing was changed")]
    Locked,
    /// The file may not be written.
    #[error("the data file cannot be written: it or its folder is read-only. Nothing was changed")]
    ReadOnly,
    /// The file is not a database any more.
    #[error(
        "the data file is damaged and was left as it is. Set it aside or restore a copy of it, \
         then start again"
    )]
    Damaged,
    /// `SQLite` said no.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// The file could not be brought up to date.
    #[error("the data file could not be brought up to date; it was not changed")]
    Migration(#[source] sqlx::migrate::MigrateError),
}

/// Shorthand for this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code = error
            .as_database_error()
            .and_then(sqlx::error::DatabaseError::code)
            .unwrap_or_default();
        // Extended result codes carry the primary one in their low byte.
        match code.parse::<u32>().map(|code| code & 0xff) {
            Ok(5 | 6) => Self::Locked,
            Ok(8) => Self::ReadOnly,
            Ok(11 | 26) => Self::Damaged,
            Ok(13) => Self::Full,
            Ok(_) | Err(_) => Self::Database(error),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::VersionMissing(_)
            | MigrateError::VersionTooNew(..)
            | MigrateError::VersionMismatch(_) => Self::Newer,
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            error => Self::Migration(error),
        }
    }
}
