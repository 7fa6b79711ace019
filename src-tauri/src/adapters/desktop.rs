//! The person's browser and file manager, and the colours and the language of the window's frame.

use std::io;
use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;
use tauri::{AppHandle, Runtime};

use crate::app::ports::Desktop;
use crate::app::preferences::{LanguageChoice, Theme};
use crate::words::{Language, language, speak};

/// The desktop. Links and files go by the opener's own functions: its plugin, which the page could call, is not installed.
pub struct SystemDesktop<R: Runtime> {
    app: AppHandle<R>,
}

impl<R: Runtime> SystemDesktop<R> {
    /// The desktop that `app` runs on.
    pub fn new(app: AppHandle<R>) -> Self {
        Self { app }
    }
}

impl<R: Runtime> Desktop for SystemDesktop<R> {
    fn open_link(&self, address: &str) -> io::Result<()> {
        tauri_plugin_opener::open_url(address, None::<&str>).map_err(io::Error::other)
    }

    fn show_file(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(io::Error::other)
    }

    fn drag_file(&self, path: PathBuf) -> BoxFuture<'_, io::Result<()>> {
        Box::pin(super::dragging::begin(&self.app, path))
    }

    fn unmark(&self, path: &Path) -> io::Result<bool> {
        if !cfg!(windows) {
            return Ok(false);
        }
        // The mark is a second stream of the file: [MS-FSCC] 5.6.1, Zone.Identifier.
        let mut mark = path.as_os_str().to_owned();
        mark.push(":Zone.Identifier");
        match std::fs::remove_file(mark) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn speak(&self, choice: LanguageChoice) {
        let before = language();
        speak(match choice {
            LanguageChoice::System => of_system(),
            LanguageChoice::En => Language::En,
            LanguageChoice::De => Language::De,
        });
        // At the start there is none yet; one that could not be built anew stays as it was.
        if language() != before && self.app.menu().is_some() {
            drop(super::menu::build(&self.app).and_then(|menu| self.app.set_menu(menu)));
        }
    }

    fn dress(&self, theme: Theme) {
        self.app.set_theme(match theme {
            Theme::System => None,
            Theme::Light => Some(tauri::Theme::Light),
            Theme::Dark => Some(tauri::Theme::Dark),
        });
    }
}

/// The language of the system, if Nestbox speaks it.
fn of_system() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    Language::of_locale(&locale)
}
