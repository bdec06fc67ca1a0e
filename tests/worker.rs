//! The worker process of the stories.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: app::worker::Allocator = app::worker::allocator();

fn main() -> ExitCode {
    app::worker::serve(&ALLOCATOR)
}
