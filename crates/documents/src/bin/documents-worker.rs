//! A program that is nothing but a worker, to test the workers with.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: documents::worker::Allocator = documents::worker::allocator();

fn main() -> ExitCode {
    documents::worker::serve(&ALLOCATOR)
}
