//! One worker process, as the app sees it.

use std::{ffi::OsString, path::Path, process::Stdio, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, ChildStderr, ChildStdin, ChildStdout, Command},
};

use super::{Answer, MAX_MESSAGE, Request};
use crate::Error;

/// What a program needs to start at all on some systems; nothing else of the environment is
/// passed on.
const KEPT: [&str; 2] = ["SystemRoot", "LD_LIBRARY_PATH"];
/// The end of what a dying worker said is enough to tell what it died of.
const LAST_WORDS: u64 = 16 << 10;
/// A worker that closed its output is dead or dying; this long it may take.
const DYING: Duration = Duration::from_secs(2);

/// A running worker.
pub(super) struct Worker {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    errors: ChildStderr,
    /// How many jobs it has done.
    pub(super) jobs: u32,
}

impl Worker {
    /// Starts a worker.
    pub(super) fn start(program: &Path, arguments: &[OsString]) -> Result<Self, Error> {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .env_clear()
            .envs(KEPT.iter().filter_map(|name| Some((*name, std::env::var_os(name)?))))
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        #[cfg(windows)]
        command.creation_flags(0x0800_0000); // without a console window
        let mut child = command.spawn()?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(input), Some(output), Some(errors)) = pipes else {
            return Err(Error::Isolation("it has no pipes".to_owned()));
        };
        Ok(Self { child, input, output, errors, jobs: 0 })
    }

    /// Whether it still runs.
    pub(super) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Has one job done. After an error of the pipe the worker is of no more use.
    pub(super) async fn ask(&mut self, request: &Request) -> Result<Answer, Error> {
        self.jobs += 1;
        match self.exchange(request).await {
            Ok(answer) => Ok(answer),
            Err(_) => Err(self.cause_of_death().await),
        }
    }

    async fn exchange(&mut self, request: &Request) -> std::io::Result<Answer> {
        let broken = || std::io::Error::from(std::io::ErrorKind::InvalidData);
        let message = postcard::to_stdvec(request).map_err(|_| broken())?;
        let length = u32::try_from(message.len()).map_err(|_| broken())?;
        self.input.write_all(&length.to_le_bytes()).await?;
        self.input.write_all(&message).await?;
        self.input.write_all(&request.bytes).await?;
        self.input.flush().await?;
        let length = self.output.read_u32_le().await? as usize;
        if length > MAX_MESSAGE {
            return Err(broken());
        }
        let mut message = vec![0; length];
        self.output.read_exact(&mut message).await?;
        postcard::from_bytes(&message).map_err(|_| broken())
    }

    /// Memory is the one thing that a worker says it lacks before it dies.
    async fn cause_of_death(&mut self) -> Error {
        let mut words = Vec::new();
        let mut errors = (&mut self.errors).take(LAST_WORDS);
        let _ = tokio::time::timeout(DYING, errors.read_to_end(&mut words)).await;
        let _ = self.child.start_kill();
        let words = String::from_utf8_lossy(&words);
        if words.contains("memory allocation") { Error::TooMuchMemory } else { Error::Damaged }
    }

    /// Ends it at once.
    pub(super) fn kill(mut self) {
        let _ = self.child.start_kill();
    }
}
