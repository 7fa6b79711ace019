//! The person's desktop, clipboard and notifications, in memory.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::future::BoxFuture;
use nestbox::app::ports::{Clipboard, Desktop, Notification, Notifier};
use nestbox::app::preferences::{LanguageChoice, Theme};
use secrecy::{ExposeSecret, SecretString};

/// A desktop that only notes what it was asked to open.
#[derive(Default)]
pub struct FakeDesktop {
    pub opened: Mutex<Vec<String>>,
    /// Files that were dragged out of the window.
    pub dragged: Mutex<Vec<PathBuf>>,
    /// No file can be dragged out of it.
    pub holds_files: AtomicBool,
    /// The colours it was given, in order.
    pub dressed: Mutex<Vec<Theme>>,
    /// Files that carry the mark of the web.
    pub marked: Mutex<Vec<PathBuf>>,
    /// The languages it was to speak, in order.
    pub spoke: Mutex<Vec<LanguageChoice>>,
}

impl Desktop for FakeDesktop {
    fn open_link(&self, address: &str) -> io::Result<()> {
        self.opened.lock().unwrap().push(address.to_owned());
        Ok(())
    }

    fn show_file(&self, path: &Path) -> io::Result<()> {
        self.opened.lock().unwrap().push(path.to_string_lossy().into_owned());
        Ok(())
    }

    fn drag_file(&self, path: PathBuf) -> BoxFuture<'_, io::Result<()>> {
        let refused = self.holds_files.load(Ordering::SeqCst);
        if !refused {
            self.dragged.lock().unwrap().push(path);
        }
        Box::pin(async move {
            match refused {
                true => Err(io::Error::other("no file may leave the window")),
                false => Ok(()),
            }
        })
    }

    fn unmark(&self, path: &Path) -> io::Result<bool> {
        let mut marked = self.marked.lock().unwrap();
        let before = marked.len();
        marked.retain(|one| one != path);
        Ok(marked.len() < before)
    }

    fn dress(&self, theme: Theme) {
        self.dressed.lock().unwrap().push(theme);
    }

    fn speak(&self, language: LanguageChoice) {
        self.spoke.lock().unwrap().push(language);
    }
}

/// A clipboard in memory.
#[derive(Default)]
pub struct FakeClipboard {
    pub holds: Mutex<Option<String>>,
    /// How often it was read.
    pub looks: AtomicUsize,
    /// It cannot be used.
    pub broken: AtomicBool,
}

impl FakeClipboard {
    pub fn now(&self) -> Option<String> {
        self.holds.lock().unwrap().clone()
    }

    pub fn looks(&self) -> usize {
        self.looks.load(Ordering::SeqCst)
    }

    /// The person copies something else.
    pub fn copy(&self, text: &str) {
        *self.holds.lock().unwrap() = Some(text.to_owned());
    }

    fn check(&self) -> io::Result<()> {
        match self.broken.load(Ordering::SeqCst) {
            true => Err(io::Error::other("another program holds the clipboard")),
            false => Ok(()),
        }
    }
}

impl Clipboard for FakeClipboard {
    fn put(&self, secret: &SecretString) -> io::Result<()> {
        self.check().map(|()| self.copy(secret.expose_secret()))
    }

    fn text(&self) -> io::Result<Option<SecretString>> {
        let read = self.check().map(|()| self.now().map(SecretString::from));
        self.looks.fetch_add(1, Ordering::SeqCst);
        read
    }

    fn clear(&self) -> io::Result<()> {
        self.check().map(|()| *self.holds.lock().unwrap() = None)
    }
}

/// Notifications that are only noted.
#[derive(Default)]
pub struct FakeNotifier {
    pub shown: Mutex<Vec<Notification>>,
}

impl Notifier for FakeNotifier {
    fn notify(&self, notification: Notification) -> io::Result<()> {
        self.shown.lock().unwrap().push(notification);
        Ok(())
    }
}
