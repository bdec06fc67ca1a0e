#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
//! `ATSPro`, the desktop application.

use std::process::ExitCode;

/// Counts memory, so that the reading of a hostile file can be limited; see [`app::worker`].
#[global_allocator]
static ALLOCATOR: app::worker::Allocator = app::worker::allocator();

fn main() -> ExitCode {
    if app::worker::is_asked_for() {
        return app::worker::serve(&ALLOCATOR);
    }
    match desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
