//! End to end in the real window: the real program, page, dialogs, password store and HTTP, on a virtual screen.
//! Run by `scripts/test window`, or `cargo build --workspace --bins && cargo test --test e2e [part of a name]`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]

mod connecting;
mod creating;
mod dragging;
mod harness;
mod hearing;
mod keyboard;
mod keys;
mod looking_after;
mod manners;
mod many;
mod newer;
mod pictures;
mod placing;
mod printing;
mod readme;
mod secrets;
mod speaking;
mod starting;
mod states;
mod tending;
mod watching;
