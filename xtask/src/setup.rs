//! Making a fresh working copy ready: Node, its packages, the built UI.

use std::path::Path;

use crate::{Result, commands, places};

/// The oldest Node the UI's tools run on.
const NODE: u32 = 20;

/// Fails with what to do when Node is missing or too old.
pub(crate) fn check_node() -> Result {
    let said = commands::read(commands::program("node", &["--version"])).unwrap_or_default();
    match major(&said) {
        Some(version) if version >= NODE => Ok(()),
        Some(version) => Err(format!(
            "Node {version} is too old: ATSPro's window is built with Node {NODE} or newer (https://nodejs.org)."
        )
        .into()),
        None => Err(format!(
            "Node is missing: ATSPro's window is built with Node {NODE} or newer (https://nodejs.org)."
        )
        .into()),
    }
}

/// Whether `npm ci` has nothing to do in a folder of ours.
pub(crate) fn is_installed(folder: &str) -> bool {
    let folder = places::root().join(folder);
    let lock = places::written(&folder.join("package-lock.json"));
    let installed = places::written(&folder.join("node_modules/.package-lock.json"));
    installed.is_some() && installed >= lock
}

/// Brings the packages a folder's lock file names, when they are not there yet.
pub(crate) fn install(folder: &str) -> Result {
    if is_installed(folder) {
        return Ok(());
    }
    commands::run(commands::npm(folder, &["ci", "--no-fund", "--no-audit"]))
}

/// Builds the UI that goes into the window.
pub(crate) fn build_ui() -> Result {
    commands::run(commands::npm("ui", &["run", "build"]))
}

/// Builds the UI that a browser shows over the bridge, beside the window's own.
pub(crate) fn build_bridge_ui(into: &Path) -> Result {
    let into = into.display().to_string();
    let outside = ["run", "build", "--", "--outDir", &into, "--emptyOutDir"];
    let mut build = commands::npm("ui", &outside);
    build.env("VITE_BRIDGE", "1");
    commands::run(build)
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_understood() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9));
        assert_eq!(major(""), None);
        assert_eq!(major("command not found"), None);
    }
}
