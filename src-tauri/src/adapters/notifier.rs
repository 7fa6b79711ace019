//! The system's notifications, by the library that Tauri's plugin for them uses too. The plugin itself is not installed: it would put a
//! script into the page, and it tells nobody of clicks.

use std::io;
use std::thread;

use tauri::{AppHandle, Runtime};

use crate::app::ports::{Notification, Notifier};

/// Shows notifications in the name of the program.
pub struct SystemNotifier<R: Runtime>(AppHandle<R>);

impl<R: Runtime> SystemNotifier<R> {
    /// A click brings the window of `app` to the front, on systems that tell of clicks.
    pub fn new(app: AppHandle<R>) -> Self {
        Self(app)
    }
}

impl<R: Runtime> Notifier for SystemNotifier<R> {
    fn notify(&self, notification: Notification) -> io::Result<()> {
        let app = self.0.clone();
        // The system may take its time, and a click may come much later.
        let show = move || {
            if let Err(error) = show(&app, &notification) {
                tracing::warn!(%error, "the system showed no notification");
            }
        };
        thread::Builder::new().name("notification".into()).spawn(show).map(drop)
    }
}

fn show<R: Runtime>(app: &AppHandle<R>, notification: &Notification) -> notify_rust::error::Result<()> {
    let mut shown = notify_rust::Notification::new();
    shown
        .appname("Nestbox")
        .summary(&notification.title)
        .body(&body(notification));
    #[cfg(target_os = "windows")]
    shown.app_id(&app.config().identifier);
    #[cfg(target_os = "macos")]
    drop(notify_rust::set_application(&app.config().identifier));
    #[cfg(target_os = "linux")]
    {
        use crate::words::say;

        shown.icon("nestbox").action("default", say!("Open Nestbox"));
        shown.show()?.wait_for_action(|action| {
            if action == "default" {
                super::window::raise(app);
            }
        });
    }
    #[cfg(not(target_os = "linux"))]
    shown.show()?;
    Ok(())
}

/// The text below the title. A reminder is text, also where notifications may hold markup.
fn body(notification: &Notification) -> String {
    #[cfg(target_os = "linux")]
    if notify_rust::get_capabilities().is_ok_and(|all| all.iter().any(|one| one == "body-markup")) {
        return unmarked(&notification.body);
    }
    notification.body.clone()
}

/// Text that is no markup.
#[cfg(target_os = "linux")]
fn unmarked(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_is_no_markup_in_a_notification() {
        assert_eq!(unmarked("<b>R&D</b>"), "&lt;b&gt;R&amp;D&lt;/b&gt;");
    }
}
