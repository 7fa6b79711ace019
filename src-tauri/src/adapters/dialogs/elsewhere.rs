//! The dialogs of Windows and macOS.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::{AppHandle, Manager, Runtime};

use super::{Goal, Question};
use crate::adapters::window::MAIN;

/// Asks the person; `None` when they cancel.
pub(super) fn ask<R: Runtime>(
    app: &AppHandle<R>,
    question: Question,
) -> impl Future<Output = Option<PathBuf>> + use<R> {
    let mut dialog = AsyncFileDialog::new().set_title(question.title);
    if let Some(window) = app.get_webview_window(MAIN) {
        dialog = dialog.set_parent(&window);
    }
    if let Some(filter) = question.filter {
        dialog = dialog.add_filter(filter.label, &filter.extensions);
    }
    if let Some(folder) = question.folder {
        dialog = dialog.set_directory(folder);
    }
    async move {
        let chosen = match question.goal {
            Goal::Save(name) => dialog.set_file_name(name).save_file().await,
            Goal::Open => dialog.pick_file().await,
            Goal::Folder => dialog.pick_folder().await,
        };
        chosen.map(|file| file.path().to_owned())
    }
}
