//! Where things are in this working copy.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{Result, commands};

/// The folder that holds the workspace.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

/// The folder Cargo builds into, wherever `CARGO_TARGET_DIR` or a configuration puts it.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata = commands::cargo(&["metadata", "--no-deps", "--format-version=1"]);
    let metadata: serde_json::Value = serde_json::from_str(&commands::read(metadata)?)?;
    let target = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    Ok(target.ok_or("cargo metadata names no target folder")?.into())
}

/// A binary of ours in the target folder.
pub(crate) fn binary(target: &Path, profile: &str, name: &str) -> PathBuf {
    target.join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The program of this name on the `PATH`.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|path| path.is_file())
}

/// When a file was last written; `None` when it is not there.
pub(crate) fn written(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|file| file.modified()).ok()
}
