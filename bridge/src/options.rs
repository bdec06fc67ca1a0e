//! What the bridge is started with.

use std::path::PathBuf;

/// How to start the bridge.
pub(crate) const USAGE: &str = "\
bridge --data DIR --ui DIR [--port PORT] [--until-stdin-closes]
  --data DIR             where the database and the exports go
  --ui DIR               the UI, built with VITE_BRIDGE=1
  --port PORT            0, the default, picks a free one
  --until-stdin-closes   ends with whoever started it";

/// What the bridge is started with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// Where the database and the exports go.
    pub(crate) data: PathBuf,
    /// The built UI.
    pub(crate) ui: PathBuf,
    /// The port on 127.0.0.1; 0 for a free one.
    pub(crate) port: u16,
    /// Whether the end of the standard input ends the bridge.
    pub(crate) until_stdin_closes: bool,
}

impl Options {
    /// Reads the command line; `None` when it is not understood.
    pub(crate) fn read(arguments: impl IntoIterator<Item = String>) -> Option<Self> {
        let (mut data, mut ui, mut port, mut until_stdin_closes) = (None, None, 0, false);
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--data" => data = Some(arguments.next()?.into()),
                "--ui" => ui = Some(arguments.next()?.into()),
                "--port" => port = arguments.next()?.parse().ok()?,
                "--until-stdin-closes" => until_stdin_closes = true,
                _ => return None,
            }
        }
        Some(Self { data: data?, ui: ui?, port, until_stdin_closes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<Options> {
        Options::read(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn both_folders_are_needed() {
        assert_eq!(read("--data d"), None);
        let options = read("--data d --ui u --port 4000").unwrap();
        assert_eq!((options.data, options.port), ("d".into(), 4000));
    }

    #[test]
    fn an_unknown_word_is_not_ignored() {
        assert_eq!(read("--data d --ui u --open"), None);
        assert_eq!(read("--data d --ui u --port many"), None);
    }
}
