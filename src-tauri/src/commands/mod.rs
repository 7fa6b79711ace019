//! What the page can ask for. Each command is a few lines: take the arguments, let `app` do it, answer in the wire's types.
//! `build.rs` and the capability in `tauri.conf.json` name each of them; what is not named there cannot be called.

pub mod consoles;
pub mod create;
pub mod factories;
pub mod files;
pub mod list;
pub mod many;
pub mod program;
pub mod tokens;

use std::sync::Arc;

use tauri::ipc::Channel;

use crate::app::App;
use crate::app::operations::Reporter;
use crate::wire::{Progress, UiError};

/// The program, as Tauri hands it to a command.
pub type Shared<'a> = tauri::State<'a, Arc<App>>;
/// What a command answers.
pub type Answer<T> = Result<T, UiError>;

/// Passes the progress of `operation` on to the page. A page that is gone hears nothing.
fn reporter(operation: &str, on_progress: Channel<Progress>) -> Reporter {
    let operation = operation.to_owned();
    Reporter::new(move |progress| drop(on_progress.send(Progress::new(&operation, progress))))
}
