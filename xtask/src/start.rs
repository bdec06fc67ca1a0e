//! `cargo xtask start`: from a fresh working copy to the open window.

use std::{env, path::Path};

use crate::{Result, commands, packages, places, setup, systems::System};

/// Sets everything up, builds the app and opens it.
pub(crate) fn start() -> Result {
    packages::ensure(packages::BUILD)?;
    setup::check_node()?;
    setup::install("ui")?;
    setup::build_ui()?;
    commands::run(commands::cargo(&["build", "--release", "--package", "atspro"]))?;
    let app = places::binary(&places::target()?, "release", "atspro");
    open(&app)
}

/// Says what is missing, and does nothing about it.
pub(crate) fn check() -> Result {
    let mut wrong = Vec::new();
    let missing = packages::missing(packages::BUILD)?;
    if !missing.is_empty() {
        wrong.push(packages::words(&missing));
    }
    if let Err(why) = setup::check_node() {
        wrong.push(why.to_string());
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n\n").into());
    }
    println!("Nothing is missing.");
    if !setup::is_installed("ui") {
        println!("The UI's packages will be installed with `npm ci`.");
    }
    if !has_display() {
        println!("There is no display here: the window will build, but not open.");
    }
    Ok(())
}

fn open(app: &Path) -> Result {
    if !has_display() {
        return Err(format!(
            "ATSPro is built, but there is no display here to open its window on.\nStart it in a desktop session, or on a virtual one (packages xvfb and xauth):\n  xvfb-run -a {}",
            app.display()
        )
        .into());
    }
    let name = app.to_str().ok_or("the target folder has a name that is not text")?;
    commands::run(commands::program(name, &[]))
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    matches!(System::here(), System::MacOs | System::Windows)
        || set("DISPLAY")
        || set("WAYLAND_DISPLAY")
}
