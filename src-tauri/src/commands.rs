//! What the interface may call. Each command unpacks its arguments, calls [`app`] and packs the
//! answer; one file per feature, named like its page.

mod activity;
mod exports;
mod files;
mod jobs;
mod linting;
mod matching;
mod resumes;
mod search;
mod settings;
mod tasks;

use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::{
    events::{Changed, FilesHovering, FilesOffered},
    failure::Failure,
};

/// What a command answers.
type Answer<T> = Result<T, Failure>;

/// Every command and event, in the order the interface's documentation lists them.
pub fn ipc<R: Runtime>() -> Builder<R> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Throw)
        // What we send and what we take have one shape: a field with a default is still a field.
        .disable_serde_phases()
        .commands(collect_commands![
            files::choose_files,
            files::take_offered_files,
            files::open_file,
            files::reveal_file,
            resumes::import_resume,
            resumes::import_resumes,
            resumes::create_resume,
            resumes::list_resumes,
            resumes::get_resume,
            resumes::save_resume,
            resumes::correct_resume,
            resumes::delete_resume,
            resumes::restore_resume,
            resumes::get_page_image,
            exports::list_templates,
            exports::preview_resume,
            exports::export_resume,
            exports::export_resume_as,
            jobs::read_posting,
            jobs::add_job,
            jobs::import_jobs,
            jobs::find_in_file,
            jobs::find_at_address,
            jobs::add_found,
            jobs::refresh_job,
            jobs::list_snapshots,
            jobs::list_jobs,
            jobs::get_job,
            jobs::save_job,
            jobs::save_posting,
            jobs::decide_jobs,
            jobs::move_job,
            jobs::open_posting,
            jobs::delete_job,
            jobs::restore_job,
            jobs::check_posting,
            jobs::find_duplicates,
            matching::match_resume,
            linting::lint_resume,
            linting::list_checks,
            linting::apply_edit,
            matching::what_if,
            matching::rank_jobs,
            matching::rank_resumes,
            matching::list_scores,
            activity::list_activity,
            search::find_anything,
            settings::get_trouble,
            settings::get_settings,
            settings::save_settings,
            settings::get_about,
            settings::ui_ready,
            tasks::cancel_task,
        ])
        .events(collect_events![Changed, FilesOffered, FilesHovering])
}

#[cfg(test)]
mod tests {
    use std::fs;

    use specta_typescript::Typescript;

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/bindings.ts");

    #[test]
    fn bindings_are_current() {
        let kept = fs::read_to_string(BINDINGS).unwrap_or_default();
        let file = tempfile::NamedTempFile::new().unwrap();
        super::ipc::<tauri::Wry>().export(Typescript::default(), file.path()).unwrap();
        let fresh = with_every_field(&fs::read_to_string(file.path()).unwrap());
        fs::write(BINDINGS, &fresh).unwrap();
        assert!(kept == fresh, "{BINDINGS} was stale and has been rewritten: commit it");
    }

    /// A default in serde is for old rows of the database; over the wire every field is always
    /// there, and the interface need not ask.
    fn with_every_field(bindings: &str) -> String {
        let (before, rest) = bindings.split_once("/* Types */").unwrap();
        let (types, after) = rest.split_once("/* Tauri Specta runtime */").unwrap();
        let types = types.replace("?: ", ": ");
        format!("{before}/* Types */{types}/* Tauri Specta runtime */{after}")
    }

    /// A command that no capability names cannot be called; a name without a command is a hole
    /// waiting for one.
    #[test]
    fn the_capability_names_every_command_and_no_other() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities/main.json");
        let capability: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let mut allowed: Vec<_> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|name| name.as_str()?.strip_prefix("allow-"))
            .map(|name| name.replace('-', "_"))
            .collect();
        allowed.sort();
        let bindings = fs::read_to_string(BINDINGS).unwrap();
        let mut commands: Vec<_> = bindings
            .lines()
            .filter_map(|line| line.split_once("__TAURI_INVOKE<")?.1.split('"').nth(1))
            .map(str::to_owned)
            .collect();
        commands.sort();
        assert_eq!(allowed, commands);
    }
}
