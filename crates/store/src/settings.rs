//! How the user likes the program.

use domain::{Kind, settings::Settings};

use crate::{Result, Store, decode, json};

impl Store {
    /// Every choice; what was never chosen is as it is by default.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn get_settings(&self) -> Result<Settings> {
        let kept: Option<String> = sqlx::query_scalar("select value from setting where id = 1")
            .fetch_optional(&self.pool)
            .await?;
        let Some(kept) = kept else { return Ok(Settings::default()) };
        Ok(serde_json::from_str(&kept).map_err(decode("value"))?)
    }

    /// Keeps every choice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_settings(&self, settings: &Settings) -> Result<()> {
        sqlx::query(
            "insert into setting (id, value) values (1, ?)
             on conflict (id) do update set value = excluded.value",
        )
        .bind(json(settings)?)
        .execute(&self.pool)
        .await?;
        self.announce(&[Kind::Settings]);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use domain::settings::Appearance;

    use super::*;

    #[tokio::test]
    async fn a_choice_is_kept_and_the_rest_stays_default() -> Result<()> {
        let store = Store::in_memory().await?;
        assert_eq!(store.get_settings().await?, Settings::default());
        let dark = Settings { appearance: Appearance::Dark, ..Settings::default() };
        store.save_settings(&dark).await?;
        assert_eq!(store.get_settings().await?, dark);
        Ok(())
    }
}
