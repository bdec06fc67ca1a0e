//! Running other programs: loud, in the right folder, with an environment of our choosing.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Result, places};

/// What `cargo run` sets for us and another Cargo must not see.
const OURS: &[&str] = &["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_", "CARGO_CRATE_"];

/// A program started in the root of the workspace.
pub(crate) fn program(name: &str, arguments: &[&str]) -> Command {
    within(&places::root(), name, arguments)
}

/// A program started in `folder`.
pub(crate) fn within(folder: &Path, name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folder);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| OURS.iter().any(|start| name.starts_with(start))) {
            command.env_remove(name);
        }
    }
    command
}

/// The Cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    program(&cargo, arguments)
}

/// npm in a folder of ours.
pub(crate) fn npm(folder: &str, arguments: &[&str]) -> Command {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = within(&places::root().join(folder), name, arguments);
    npm.env("npm_config_fund", "false").env("npm_config_audit", "false");
    npm.env("npm_config_update_notifier", "false");
    npm
}

/// Runs to the end and says how it went wrong if it did.
pub(crate) fn run(mut command: Command) -> Result {
    let words = announce(&command);
    let status = command.status().map_err(|why| format!("could not start `{words}`: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{words}` failed ({status})").into()) }
}

/// What a program prints, kept from the screen.
pub(crate) fn read(mut command: Command) -> Result<String> {
    let words = words(&command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|why| format!("could not start `{words}`: {why}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{words}` failed ({}): {}", output.status, complaint.trim()).into())
}

/// How a watched program ended.
pub(crate) struct Ended {
    /// Whether it left with success, in time.
    pub(crate) well: bool,
    /// What it wrote to its standard output.
    pub(crate) said: String,
}

/// Runs to the end or to the limit; what it prints is shown and kept.
pub(crate) fn watch(mut command: Command, limit: Duration) -> Result<Ended> {
    let words = announce(&command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| format!("could not start `{words}`: {why}"))?;
    let output = child.stdout.take().ok_or("a child without output")?;
    let reader = thread::spawn(move || {
        let mut said = String::new();
        for line in BufReader::new(output).split(b'\n').map_while(std::result::Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            said.push_str(&line);
            said.push('\n');
        }
        said
    });
    let well = ends_well(&mut child, limit)?;
    let said = if well || reader.is_finished() {
        reader.join().map_err(|_| "the reader of its output stopped")?
    } else {
        finish(reader)
    };
    Ok(Ended { well, said })
}

/// What was read, unless grandchildren keep the pipe open.
fn finish(reader: thread::JoinHandle<String>) -> String {
    let patience = Instant::now() + Duration::from_secs(5);
    while !reader.is_finished() && Instant::now() < patience {
        thread::sleep(Duration::from_millis(50));
    }
    if reader.is_finished() { reader.join().unwrap_or_default() } else { String::new() }
}

fn ends_well(child: &mut Child, limit: Duration) -> Result<bool> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if start.elapsed() > limit {
            println!("stopped after {} s: it should have ended long ago", limit.as_secs());
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn announce(command: &Command) -> String {
    let words = words(command);
    let root = places::root();
    match command.get_current_dir().and_then(|folder| folder.strip_prefix(&root).ok()) {
        Some(folder) if folder != Path::new("") => println!("\n{}$ {words}", folder.display()),
        _ => println!("\n$ {words}"),
    }
    words
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
