//! The person's browser and file manager.

use std::io;
use std::path::Path;

use crate::app::ports::Desktop;

/// The desktop, by the opener's own functions: its plugin, which the page could call, is not installed.
#[derive(Debug, Clone, Copy)]
pub struct SystemDesktop;

impl Desktop for SystemDesktop {
    fn open_link(&self, address: &str) -> io::Result<()> {
        tauri_plugin_opener::open_url(address, None::<&str>).map_err(io::Error::other)
    }

    fn show_file(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(io::Error::other)
    }
}
