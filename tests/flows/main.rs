//! What the program does, without its window, over a practice Console on real HTTP and a real folder for its files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs)]

mod bad_input;
mod catalogue;
mod clipboard;
mod consoles;
mod creation;
mod factories;
mod faults;
mod flocks;
mod keeping;
mod list;
mod many;
mod many_faults;
mod many_kills;
mod many_places;
mod many_runs;
mod many_selection;
mod odd;
mod operations;
mod placing;
mod redirects;
mod saving;
mod searching;
mod support;
mod testing;
mod tokens;
mod watching;
