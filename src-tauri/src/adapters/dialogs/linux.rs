//! GTK's own dialogs, on the thread that owns the window.
//!
//! Not by `rfd`: its GTK backend turns the same main loop from a second thread, for as long as the program runs, which neither GTK
//! nor WebKit is made for, and leaves the dialog without a parent.

use std::cell::RefCell;
use std::path::PathBuf;

use gtk::prelude::*;
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType, glib};
use tauri::{AppHandle, Manager, Runtime};
use tokio::sync::oneshot::{self, Sender};

use super::{Goal, Question};
use crate::adapters::window::MAIN;

/// Asks the person; `None` when they cancel, or no dialog can be shown.
pub(super) fn ask<R: Runtime>(
    app: &AppHandle<R>,
    question: Question,
) -> impl Future<Output = Option<PathBuf>> + use<R> {
    let (answer, answered) = oneshot::channel();
    let window = app.get_webview_window(MAIN);
    let shown = app.run_on_main_thread(move || {
        let parent = window.and_then(|window| window.gtk_window().ok());
        show(&build(&question, parent.as_ref()), answer);
    });
    async move {
        shown.ok()?;
        answered.await.ok().flatten()
    }
}

fn build(question: &Question, parent: Option<&gtk::ApplicationWindow>) -> FileChooserNative {
    let action = match question.goal {
        Goal::Save(_) => FileChooserAction::Save,
        Goal::Open => FileChooserAction::Open,
        Goal::Folder => FileChooserAction::SelectFolder,
    };
    let dialog = FileChooserNative::new(Some(&question.title), parent, action, None, None);
    dialog.set_modal(true);
    dialog.set_current_folder(question.folder.clone().unwrap_or_else(usual_folder));
    if let Goal::Save(name) = &question.goal {
        dialog.set_current_name(name);
        dialog.set_do_overwrite_confirmation(true);
    }
    if let Some(filter) = &question.filter {
        let shown = FileFilter::new();
        shown.set_name(Some(&filter.label));
        for extension in &filter.extensions {
            shown.add_pattern(&any_case(extension));
        }
        dialog.add_filter(shown);
    }
    dialog
}

/// Where a person keeps files. Without it GTK begins at "Recent", where nothing can be saved.
fn usual_folder() -> PathBuf {
    let documents = glib::user_special_dir(glib::UserDirectory::Documents);
    documents
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(glib::home_dir)
}

/// Shows the dialog. GTK keeps no reference to it: it lives in its own answer until that has come.
fn show(dialog: &FileChooserNative, answer: Sender<Option<PathBuf>>) {
    let (answer, alive) = (RefCell::new(Some(answer)), RefCell::new(Some(dialog.clone())));
    dialog.connect_response(move |dialog, response| {
        let chosen = (response == ResponseType::Accept).then(|| dialog.filename()).flatten();
        if let Some(answer) = answer.take() {
            // Whoever asked may have gone meanwhile.
            drop(answer.send(chosen));
        }
        if let Some(dialog) = alive.take() {
            dialog.destroy();
        }
    });
    dialog.show();
}

/// The pattern for an extension in upper or lower case, `*.[dD][oO][cC]`: GTK's own patterns tell them apart.
fn any_case(extension: &str) -> String {
    let either = |c: char| match c {
        c if c.is_ascii_alphabetic() => format!("[{}{}]", c.to_ascii_lowercase(), c.to_ascii_uppercase()),
        c => c.to_string(),
    };
    format!("*.{}", extension.chars().map(either).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::any_case;

    #[test]
    fn a_pattern_takes_both_cases() {
        assert_eq!(any_case("docx"), "*.[dD][oO][cC][xX]");
        assert_eq!(any_case("7z"), "*.7[zZ]");
    }
}
