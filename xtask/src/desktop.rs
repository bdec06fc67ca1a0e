//! A display and a session bus of our own, to open the window on without a person seeing it.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::{Result, commands};

/// A display and a session bus, gone when this goes.
pub(crate) struct Desktop {
    home: PathBuf,
    display: Running,
    bus: Running,
}

/// A program that ends with its owner, and the first line it wrote.
pub(crate) struct Running {
    /// The program.
    pub(crate) child: Child,
    said: String,
}

impl Desktop {
    /// Starts both, with `home` as the folder of the user.
    pub(crate) fn start(home: &Path) -> Result<Self> {
        for folder in ["run", "data", "config", "cache"] {
            fs::create_dir_all(home.join(folder))?;
        }
        let screen = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
        let display = Running::listen(commands::program("Xvfb", &screen))?;
        let bus = ["--session", "--nofork", "--print-address=1"];
        let bus = Running::listen(commands::program("dbus-daemon", &bus))?;
        Ok(Self { home: home.to_owned(), display, bus })
    }

    /// A program on this desktop.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = commands::within(&self.home, program, &[]);
        command
            .env("DISPLAY", format!(":{}", self.display.said))
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.said)
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", self.home.join("run"))
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_CACHE_HOME", self.home.join("cache"))
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

impl Running {
    /// Starts a program that goes on by itself.
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().map_err(|why| format!("could not start {name}: {why}"))?;
        Ok(Self { child, said: String::new() })
    }

    fn listen(mut command: Command) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = Self::start(command)?;
        let output = running.child.stdout.take().ok_or("a program without output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        line.trim().clone_into(&mut running.said);
        Ok(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
