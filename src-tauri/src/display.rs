//! What the window system needs to hear before it starts.

/// Without a graphics card, `WebKitGTK`'s shared-memory path draws four to five times faster than
/// its default (measured: 8 to 10 ms instead of 41 to 47 ms of CPU a frame), and it can only be
/// chosen by an environment variable before the process starts. What the user set wins.
#[cfg(target_os = "linux")]
pub(crate) fn prepare() {
    use std::{env, os::unix::process::CommandExt, process::Command};

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if env::var_os(SWITCH).is_some() || has_graphics_card() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    // Comes back only if it fails, and then the default path will do.
    let error = Command::new(program).args(env::args_os().skip(1)).env(SWITCH, "1").exec();
    tracing::warn!(%error, "the window will be drawn on the slow path");
}

#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|cards| {
        cards.flatten().any(|card| card.file_name().to_string_lossy().starts_with("renderD"))
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn prepare() {}
