//! What the program noticed by itself and the person should know.

use std::sync::Mutex;

use super::error::KeychainError;
use super::lock;

/// One such thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The settings could not be read and were set aside.
    SettingsSetAside,
    /// The settings could not be read, and not even be set aside.
    SettingsUnreadable,
    /// The keychain did not work at start.
    Keychain(KeychainError),
    /// The API key is kept for this session only, because the keychain failed.
    SessionOnly(KeychainError),
    /// The list of Consoles could not be written: this one is forgotten when the program ends.
    NotSaved,
    /// Half-written files of a crash were removed.
    LeftoversSwept(usize),
}

/// All that was noticed, each thing once, oldest first.
#[derive(Debug, Default)]
pub struct Notices(Mutex<Vec<Notice>>);

impl Notices {
    /// Adds `notice`, unless it is there already.
    pub fn add(&self, notice: Notice) {
        let mut all = lock(&self.0);
        if !all.contains(&notice) {
            tracing::info!(?notice, "noticed");
            all.push(notice);
        }
    }

    /// Forgets what was noticed about the keychain: it works again, or is being tried again.
    pub fn forget_keychain(&self) {
        lock(&self.0).retain(|one| !matches!(one, Notice::Keychain(_) | Notice::SessionOnly(_) | Notice::NotSaved));
    }

    /// All of them.
    pub fn all(&self) -> Vec<Notice> {
        lock(&self.0).clone()
    }

    /// Forgets all.
    pub fn clear(&self) {
        lock(&self.0).clear();
    }
}
