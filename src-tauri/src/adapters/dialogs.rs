//! The system's dialogs for files and folders, opened by Rust and parented to the window: the page never names a path.

use std::path::PathBuf;

use futures_util::future::BoxFuture;
use rfd::{AsyncFileDialog, FileHandle};
use tauri::{AppHandle, Manager, Runtime};

use crate::app::ports::{ChooseFolder, Dialogs, FileFilter, OpenFile, SaveAs};

/// Dialogs over the main window.
pub struct SystemDialogs<R: Runtime>(AppHandle<R>);

impl<R: Runtime> SystemDialogs<R> {
    /// Dialogs over the main window of `app`.
    pub fn new(app: AppHandle<R>) -> Self {
        Self(app)
    }

    fn dialog(&self, title: &str, filter: Option<&FileFilter>, folder: Option<PathBuf>) -> AsyncFileDialog {
        let mut dialog = AsyncFileDialog::new().set_title(title);
        if let Some(window) = self.0.get_webview_window(super::window::MAIN) {
            dialog = dialog.set_parent(&window);
        }
        if let Some(filter) = filter.filter(|filter| !filter.extensions.is_empty()) {
            dialog = dialog.add_filter(&filter.label, &filter.extensions);
        }
        match folder.filter(|folder| folder.is_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        }
    }
}

fn path(chosen: Option<FileHandle>) -> Option<PathBuf> {
    chosen.map(|file| file.path().to_owned())
}

impl<R: Runtime> Dialogs for SystemDialogs<R> {
    fn save(&self, ask: SaveAs) -> BoxFuture<'_, Option<PathBuf>> {
        let dialog = self.dialog(&ask.title, ask.filter.as_ref(), ask.folder);
        let asking = dialog.set_file_name(ask.file_name).save_file();
        Box::pin(async { path(asking.await) })
    }

    fn open(&self, ask: OpenFile) -> BoxFuture<'_, Option<PathBuf>> {
        let asking = self.dialog(&ask.title, ask.filter.as_ref(), ask.folder).pick_file();
        Box::pin(async { path(asking.await) })
    }

    fn folder(&self, ask: ChooseFolder) -> BoxFuture<'_, Option<PathBuf>> {
        let asking = self.dialog(&ask.title, None, ask.folder).pick_folder();
        Box::pin(async { path(asking.await) })
    }
}
