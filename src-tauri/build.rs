//! Tells Tauri where everything is and which commands there are.
//!
//! Naming the commands here closes them to every window that no capability opens them to.

use std::{fs, path::Path};

fn main() {
    give_the_window_something_to_show();
    let names: &'static [&'static str] =
        commands().into_iter().map(|name| &*name.leak()).collect::<Vec<_>>().leak();
    let manifest = tauri_build::AppManifest::new().commands(names);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}

/// The name of every function under `src/commands` that is a command.
fn commands() -> Vec<String> {
    println!("cargo::rerun-if-changed=src/commands");
    let mut names = Vec::new();
    for file in fs::read_dir("src/commands").into_iter().flatten().flatten() {
        let text = fs::read_to_string(file.path()).unwrap_or_default();
        for body in text.split("#[tauri::command]").skip(1) {
            let name = body.split("fn ").nth(1).and_then(|rest| rest.split('(').next());
            names.extend(name.map(str::to_owned));
        }
    }
    names.sort();
    names
}

/// The interface is built by `cargo xtask`; without it the crate still compiles.
fn give_the_window_something_to_show() {
    let page = Path::new("../ui/dist/index.html");
    if !page.exists() {
        let folder = page.parent().unwrap_or(page);
        let text = "<!doctype html><title>ATSPro</title><p>Run: cargo xtask start";
        let _ = fs::create_dir_all(folder).and_then(|()| fs::write(page, text));
    }
}
