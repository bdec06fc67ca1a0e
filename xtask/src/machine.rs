//! Which machine a number was measured on.

use std::{fs, thread};

use crate::commands;

/// The processor, its cores and the kernel, in one line.
pub(crate) fn name() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = processor(&info).unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let kernel = commands::read(commands::program("uname", &["-sr"])).unwrap_or_default();
    let kernel = if kernel.is_empty() { std::env::consts::OS } else { kernel.trim() };
    format!("{processor}, {cores} cores, {kernel}")
}

/// What the processes of this machine had to do on average in the last minute.
pub(crate) fn load() -> Option<String> {
    fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next().map(str::to_owned)
}

fn processor(info: &str) -> Option<String> {
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named() {
        let info = "processor\t: 0\nmodel name\t: Some CPU @ 2.70GHz\nflags\t: fpu\n";
        assert_eq!(processor(info).as_deref(), Some("Some CPU @ 2.70GHz"));
        assert_eq!(processor("processor : 0"), None);
    }
}
