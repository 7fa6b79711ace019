//! The person's browser and file manager, and the colours of the window's frame.

use std::io;
use std::path::Path;

use tauri::{AppHandle, Runtime};

use crate::app::ports::Desktop;
use crate::app::preferences::Theme;

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

    fn dress(&self, theme: Theme) {
        self.app.set_theme(match theme {
            Theme::System => None,
            Theme::Light => Some(tauri::Theme::Light),
            Theme::Dark => Some(tauri::Theme::Dark),
        });
    }
}
