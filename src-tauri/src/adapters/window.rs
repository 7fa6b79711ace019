//! The one window: what it may show, what is dropped on it, and how it comes to the front.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tauri::utils::config::WindowConfig;
use tauri::webview::{NewWindowResponse, PageLoadEvent, WebviewWindowBuilder};
use tauri::{AppHandle, DragDropEvent, Manager, Runtime, Url, WebviewUrl, Window, WindowEvent};

use crate::app::App;
use crate::app::events::AppEvent;
use crate::words::language;

/// The window's name in the configuration.
pub const MAIN: &str = "main";

/// Opens the window of the configuration. It stays hidden until its page is there, so that nothing flashes, shows no other page
/// than its own, and opens no second window. Its browser keeps what it must in `browser_data`, else in the person's data folder.
///
/// # Errors
/// The system could not open it.
pub fn open<R: Runtime>(app: &AppHandle<R>, config: &WindowConfig, browser_data: Option<PathBuf>) -> tauri::Result<()> {
    // The page must be in the language before its first word: there is one document for each.
    let config = &WindowConfig {
        url: WebviewUrl::App(document(language().code()).into()),
        ..config.clone()
    };
    let builder = WebviewWindowBuilder::from_config(app, config)?;
    let builder = match browser_data {
        Some(folder) => builder.data_directory(folder),
        None => builder,
    };
    builder
        .incognito(config.incognito && !is_driven())
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // The page names the Console in its title; the system's list of windows shows it too.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                drop(window.show());
            }
        })
        .build()?;
    Ok(())
}

/// The page's document in this language.
fn document(language: &str) -> String {
    match language {
        "en" => "index.html".to_owned(),
        other => format!("index.{other}.html"),
    }
}

/// Is it driven by tests? WebKit's driver cannot take hold of a window that keeps nothing on the disk.
fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// Is it the page that is built into the program? Windows serves it under a host name, the others under a scheme.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// The program was started a second time, with these arguments in that folder: the window comes to the front, and files that were
/// named are taken as if they had been dropped on it.
pub fn started_again<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &str) {
    raise(app);
    let paths = named_files(arguments.iter().cloned(), Path::new(folder));
    let Some(core) = app.try_state::<Arc<App>>().filter(|_| !paths.is_empty()) else {
        return;
    };
    let core = Arc::clone(&core);
    tauri::async_runtime::spawn(async move { core.dropped(&paths).await });
}

/// The files that these arguments of the program name, from that folder.
pub fn named_files(arguments: impl Iterator<Item = String>, folder: &Path) -> Vec<PathBuf> {
    let named = arguments.skip(1).filter(|argument| !argument.starts_with('-'));
    named.map(|argument| folder.join(argument)).collect()
}

/// Brings the window to the front.
pub fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        drop(window.unminimize());
        drop(window.show());
        drop(window.set_focus());
    }
    if let Some(core) = app.try_state::<Arc<App>>() {
        core.events.send(AppEvent::Raised);
    }
}

/// Files that are dragged over the window and dropped on it. Their paths stay in Rust.
pub fn happened<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let Some(core) = window.try_state::<Arc<App>>() else {
        return;
    };
    match event {
        DragDropEvent::Enter { .. } => core.events.send(AppEvent::DragOver(true)),
        DragDropEvent::Leave => core.events.send(AppEvent::DragOver(false)),
        DragDropEvent::Drop { paths, .. } => {
            core.events.send(AppEvent::DragOver(false));
            let (core, paths) = (Arc::clone(&core), paths.clone());
            tauri::async_runtime::spawn(async move { core.dropped(&paths).await });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_option_names_a_file_from_the_folder_of_the_start() {
        let arguments = ["nestbox", "--practice", "canarytools.config", "/elsewhere/names.csv"].map(str::to_owned);
        assert_eq!(
            named_files(arguments.into_iter(), Path::new("/home/maria")),
            [
                Path::new("/home/maria/canarytools.config"),
                Path::new("/elsewhere/names.csv")
            ]
        );
    }
}
