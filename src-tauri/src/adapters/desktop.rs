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
        match theme {
            Theme::System => follow_system(&self.app),
            Theme::Light => self.app.set_theme(Some(tauri::Theme::Light)),
            Theme::Dark => self.app.set_theme(Some(tauri::Theme::Dark)),
        }
    }
}

/// Gives the window's own parts the colours of the system again.
#[cfg(not(target_os = "linux"))]
fn follow_system<R: Runtime>(app: &AppHandle<R>) {
    app.set_theme(None);
}

/// Gives the window's own parts the colours of the system again. What the window's library makes of “none” is light; so the desktop
/// is asked, as that library does for a new window, and where it does not tell, GTK's settings say what they said at the start.
#[cfg(target_os = "linux")]
fn follow_system<R: Runtime>(app: &AppHandle<R>) {
    use gtk::prelude::GtkSettingsExt;

    let dark = portal_prefers_dark();
    drop(app.run_on_main_thread(move || {
        let Some(settings) = gtk::Settings::default() else {
            return;
        };
        match dark {
            Some(dark) => settings.set_gtk_application_prefer_dark_theme(dark),
            None => settings.reset_property("gtk-application-prefer-dark-theme"),
        }
    }));
}

/// Milliseconds for which the desktop may think about its colours.
#[cfg(target_os = "linux")]
const PORTAL_TIME: i32 = 1000;

/// Does the desktop prefer the dark? 1 means yes: <https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html>.
/// None: it does not say.
#[cfg(target_os = "linux")]
fn portal_prefers_dark() -> Option<bool> {
    use gtk::gio::{BusType, Cancellable, DBusCallFlags, bus_get_sync};
    use gtk::glib::variant::ToVariant;

    let bus = bus_get_sync(BusType::Session, Cancellable::NONE).ok()?;
    let question = ("org.freedesktop.appearance", "color-scheme").to_variant();
    let answer = bus.call_sync(
        Some("org.freedesktop.portal.Desktop"),
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "Read",
        Some(&question),
        None,
        DBusCallFlags::NONE,
        PORTAL_TIME,
        Cancellable::NONE,
    );
    // A variant in a variant.
    let scheme = answer.ok()?.try_child_value(0)?.as_variant()?.as_variant()?;
    Some(scheme.get::<u32>()? == 1)
}

/// The language of the system, if Nestbox speaks it.
fn of_system() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    Language::of_locale(&locale)
}
