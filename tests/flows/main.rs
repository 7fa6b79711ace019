//! What the program does, without its window, over a practice Console on real HTTP and a real folder for its files.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod consoles;
mod creation;
mod faults;
mod keeping;
mod list;
mod many;
mod many_runs;
mod odd;
mod operations;
mod saving;
mod support;
mod tokens;
