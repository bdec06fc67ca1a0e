//! The system packages we stand on: which are missing, and how they come.

use std::process::Command;

use crate::{Result, commands, places, systems::System};

/// A package of Debian and Ubuntu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Package {
    /// Its name there.
    pub(crate) name: &'static str,
    /// Programs that serve as well, wherever they came from.
    pub(crate) or: &'static [&'static str],
}

const fn package(name: &'static str) -> Package {
    Package { name, or: &[] }
}

/// What building and opening the window takes.
pub(crate) const BUILD: &[Package] = &[
    package("build-essential"),
    package("pkg-config"),
    package("libwebkit2gtk-4.1-dev"),
    package("libgtk-3-dev"),
    package("librsvg2-dev"),
];

/// What the tests take beyond that.
pub(crate) const TEST: &[Package] = &[
    Package { name: "chromium", or: &["chromium", "chromium-browser", "google-chrome"] },
    package("dbus"),
    package("fonts-liberation"),
    package("gir1.2-gtk-3.0"),
    package("poppler-utils"),
    package("python3-gi"),
    package("tesseract-ocr"),
    package("webkit2gtk-driver"),
    package("xdotool"),
    package("xvfb"),
];

/// Installs what is missing, after saying what that is; where we cannot, says what to do.
pub(crate) fn ensure(wanted: &[Package]) -> Result {
    let missing = missing(wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    let System::Debian = System::here() else { return Err(words(&missing).into()) };
    println!("Missing system packages: {}", missing.join(" "));
    let prefix = privilege().ok_or_else(|| words(&missing))?;
    commands::run(apt(prefix, &["update"]))?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(&missing);
    commands::run(apt(prefix, &install))
}

/// The names of what is missing, or nothing when all is there.
pub(crate) fn missing(wanted: &[Package]) -> Result<Vec<&'static str>> {
    match System::here() {
        System::Debian => {
            let installed = installed(wanted)?;
            Ok(lacking(wanted, &installed, |name| places::program(name).is_some()))
        }
        System::Fedora | System::Arch | System::OtherLinux => {
            Ok(if webkit_is_here() { Vec::new() } else { vec!["WebKitGTK 4.1"] })
        }
        System::MacOs => Ok(if commands::read(xcode()).is_ok() {
            Vec::new()
        } else {
            vec!["the Xcode command line tools"]
        }),
        // Rust itself does not install without the build tools, nor Windows 11 without WebView2.
        System::Windows => Ok(Vec::new()),
    }
}

/// Says what is missing and the one command that brings it.
pub(crate) fn words(missing: &[&str]) -> String {
    let system = System::here();
    let missing = missing.join(" ");
    if system == System::Debian {
        return format!(
            "Missing system packages: {missing}\nInstall them with:\n  sudo apt-get install {missing}"
        );
    }
    format!("Missing: {missing}\nInstall it with:\n  {}", system.advice())
}

fn lacking(wanted: &[Package], installed: &str, runs: impl Fn(&str) -> bool) -> Vec<&'static str> {
    wanted
        .iter()
        .filter(|package| !package.or.iter().any(|program| runs(program)))
        .map(|package| package.name)
        .filter(|name| !installed.lines().any(|line| line == format!("ii  {name}")))
        .collect()
}

fn installed(wanted: &[Package]) -> Result<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Abbrev} ${Package}\n"]);
    query.args(wanted.iter().map(|package| package.name));
    // It fails when one of them is unknown, and still names the others.
    let output = query.output().map_err(|why| format!("could not ask dpkg-query: {why}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What comes before `apt-get` so that it may install: nothing for root, `sudo` for others.
fn privilege() -> Option<Option<&'static str>> {
    let user = commands::read(commands::program("id", &["-u"])).unwrap_or_default();
    if user.trim() == "0" {
        return Some(None);
    }
    places::program("sudo").map(|_| Some("sudo"))
}

fn apt(prefix: Option<&str>, arguments: &[&str]) -> Command {
    let quiet = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"];
    let mut command = match prefix {
        Some(sudo) => commands::program(sudo, &["env"]),
        None => commands::program("env", &[]),
    };
    command.args(quiet).args(arguments);
    command
}

fn webkit_is_here() -> bool {
    let asked = ["--exists", "webkit2gtk-4.1", "gtk+-3.0"];
    commands::read(commands::program("pkg-config", &asked)).is_ok()
}

fn xcode() -> Command {
    commands::program("xcode-select", &["--print-path"])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &[Package] =
        &[package("xvfb"), Package { name: "chromium", or: &["google-chrome"] }];

    #[test]
    fn what_is_not_installed_is_missing() {
        let installed = "ii  xvfb\nrc  chromium\n";
        assert_eq!(lacking(ONE, installed, |_| false), ["chromium"]);
    }

    #[test]
    fn another_program_may_serve_as_well() {
        assert_eq!(lacking(ONE, "", |program| program == "google-chrome"), ["xvfb"]);
    }

    #[test]
    fn a_name_that_only_begins_alike_is_not_installed() {
        assert_eq!(lacking(&ONE[..1], "ii  xvfb-extra\n", |_| false), ["xvfb"]);
    }
}
