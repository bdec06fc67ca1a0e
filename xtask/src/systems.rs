//! The kinds of operating system we can say something useful to.

use std::fs;

/// An operating system, as far as installing packages goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian, Ubuntu and what is made from them: apt-get.
    Debian,
    /// Fedora and its kin: dnf.
    Fedora,
    /// Arch and its kin: pacman.
    Arch,
    /// Any other Linux.
    OtherLinux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl System {
    /// The system this runs on.
    pub(crate) fn here() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            Self::of(&fs::read_to_string("/etc/os-release").unwrap_or_default())
        }
    }

    /// The Linux that an `os-release` file describes.
    fn of(release: &str) -> Self {
        let names: Vec<&str> = release
            .lines()
            .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
            .flat_map(|names| names.trim_matches('"').split_whitespace())
            .collect();
        let is = |wanted: &[&str]| wanted.iter().any(|name| names.contains(name));
        if is(&["debian", "ubuntu"]) {
            Self::Debian
        } else if is(&["fedora", "rhel"]) {
            Self::Fedora
        } else if is(&["arch"]) {
            Self::Arch
        } else {
            Self::OtherLinux
        }
    }

    /// The one thing to do here so that the app can be built.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Debian => {
                "sudo apt-get install build-essential pkg-config libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev"
            }
            Self::Fedora => {
                "sudo dnf install gcc gcc-c++ make pkgconf-pkg-config webkit2gtk4.1-devel gtk3-devel librsvg2-devel"
            }
            Self::Arch => "sudo pacman -S --needed base-devel webkit2gtk-4.1 gtk3 librsvg",
            Self::OtherLinux => {
                "install a C compiler, pkg-config and the development files of WebKitGTK 4.1, GTK 3 and librsvg with your package manager"
            }
            Self::MacOs => "xcode-select --install",
            Self::Windows => {
                "winget install Microsoft.VisualStudio.2022.BuildTools Microsoft.EdgeWebView2Runtime"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_made_from_debian_is_debian() {
        assert_eq!(System::of("ID=debian\n"), System::Debian);
        assert_eq!(
            System::of("NAME=Mint\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            System::Debian
        );
        assert_eq!(System::of("ID=pop\nID_LIKE=\"ubuntu debian\"\n"), System::Debian);
    }

    #[test]
    fn the_others_are_told_apart() {
        assert_eq!(System::of("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n"), System::Fedora);
        assert_eq!(System::of("ID=endeavouros\nID_LIKE=arch\n"), System::Arch);
        assert_eq!(System::of("ID=void\n"), System::OtherLinux);
        assert_eq!(System::of(""), System::OtherLinux);
    }
}
