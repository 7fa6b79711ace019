//! The system's dialogs for files and folders, opened by Rust and parented to the window: the page never names a path.

#[cfg_attr(target_os = "linux", path = "dialogs/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "dialogs/elsewhere.rs")]
mod native;

use std::path::PathBuf;

use futures_util::future::BoxFuture;
use tauri::{AppHandle, Runtime};

use crate::app::ports::{ChooseFolder, Dialogs, FileFilter, OpenFile, SaveAs};

/// What a dialog asks for.
#[derive(Debug)]
enum Goal {
    /// A place for a file with this name.
    Save(String),
    /// A file to read.
    Open,
    /// A folder.
    Folder,
}

/// All about one dialog.
#[derive(Debug)]
struct Question {
    goal: Goal,
    title: String,
    filter: Option<FileFilter>,
    folder: Option<PathBuf>,
}

/// Dialogs over the main window.
pub struct SystemDialogs<R: Runtime>(AppHandle<R>);

impl<R: Runtime> SystemDialogs<R> {
    /// Dialogs over the main window of `app`.
    pub fn new(app: AppHandle<R>) -> Self {
        Self(app)
    }

    fn ask(&self, mut question: Question) -> BoxFuture<'_, Option<PathBuf>> {
        // A folder that is gone would make some systems show none at all.
        question.folder.take_if(|folder| !folder.is_dir());
        question.filter.take_if(|filter| filter.extensions.is_empty());
        Box::pin(native::ask(&self.0, question))
    }
}

impl<R: Runtime> Dialogs for SystemDialogs<R> {
    fn save(&self, ask: SaveAs) -> BoxFuture<'_, Option<PathBuf>> {
        self.ask(Question {
            goal: Goal::Save(ask.file_name),
            title: ask.title,
            filter: ask.filter,
            folder: ask.folder,
        })
    }

    fn open(&self, ask: OpenFile) -> BoxFuture<'_, Option<PathBuf>> {
        self.ask(Question {
            goal: Goal::Open,
            title: ask.title,
            filter: ask.filter,
            folder: ask.folder,
        })
    }

    fn folder(&self, ask: ChooseFolder) -> BoxFuture<'_, Option<PathBuf>> {
        self.ask(Question {
            goal: Goal::Folder,
            title: ask.title,
            filter: None,
            folder: ask.folder,
        })
    }
}
