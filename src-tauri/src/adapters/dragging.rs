//! Dragging a saved file out of the window, into a folder or a message. The page says that it begins; the path stays in Rust.

#[cfg_attr(target_os = "linux", path = "dragging/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "dragging/elsewhere.rs")]
mod native;

use std::io;
use std::path::PathBuf;

use tauri::{AppHandle, Manager, Runtime};
use tokio::sync::oneshot;

use super::window::MAIN;

/// Begins to drag the file at `path` out of the main window of `app`, on the thread that owns the window.
///
/// # Errors
/// The system does not let it.
pub async fn begin<R: Runtime>(app: &AppHandle<R>, path: PathBuf) -> io::Result<()> {
    let (answer, answered) = oneshot::channel();
    let window = app.get_webview_window(MAIN);
    let begin = move || {
        let window = window.ok_or_else(|| io::Error::other("there is no window"));
        // Whoever asked may have gone meanwhile.
        drop(answer.send(window.and_then(|window| native::begin(&window, path))));
    };
    app.run_on_main_thread(begin).map_err(io::Error::other)?;
    answered.await.map_err(io::Error::other)?
}
