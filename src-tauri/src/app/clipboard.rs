//! Secrets in the clipboard: they stay there for a minute, or until the program ends, and no longer. What the person copied since
//! is never touched.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use super::error::Error;
use super::{App, lock};

/// How long a secret stays in the clipboard.
pub const SECRET_TIME: Duration = Duration::from_secs(60);

/// What Nestbox put into the clipboard last, and has not cleared yet. The secret itself is not kept.
#[derive(Default)]
pub struct Copied {
    hashes: RandomState,
    last: Mutex<Last>,
}

/// The last secret that was copied.
#[derive(Default)]
struct Last {
    /// Its hash under a key of this run; `None` once it was cleared.
    hash: Option<u64>,
    /// How many were copied: the time of an earlier one means nothing any more.
    number: u64,
}

impl App {
    /// Puts `secret` into the clipboard, and clears it from there after [`Facts::secret_time`](super::Facts::secret_time), if it is still there.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system has no clipboard that the program can use.
    pub async fn copy_secret(self: &Arc<Self>, secret: SecretString) -> Result<(), Error> {
        let app = Arc::clone(self);
        let put = tokio::task::spawn_blocking(move || app.put_secret(&secret)).await;
        let number = put.map_err(|_| Error::Internal("copying was not finished"))??;
        let app = Arc::downgrade(self);
        let time = self.facts.secret_time;
        tokio::spawn(async move {
            tokio::time::sleep(time).await;
            let Some(app) = app.upgrade() else { return };
            drop(tokio::task::spawn_blocking(move || app.clear_secret(Some(number))).await);
        });
        Ok(())
    }

    /// The program ends: clears the clipboard, if a secret that Nestbox put there is still in it.
    pub fn forget_secret(&self) {
        self.clear_secret(None);
    }

    fn put_secret(&self, secret: &SecretString) -> Result<u64, Error> {
        let mut last = lock(&self.copied.last);
        let put = self.ports.clipboard.put(secret);
        put.map_err(|error| {
            tracing::warn!(%error, "a secret could not be copied");
            Error::Internal("the clipboard could not be used")
        })?;
        last.hash = Some(self.copied.hashes.hash_one(secret.expose_secret()));
        last.number += 1;
        Ok(last.number)
    }

    /// Clears the clipboard if it holds the last secret, and that is the one of this `number`.
    fn clear_secret(&self, number: Option<u64>) {
        let mut last = lock(&self.copied.last);
        if number.is_some_and(|number| number != last.number) {
            return;
        }
        let Some(hash) = last.hash else { return };
        let clipboard = &self.ports.clipboard;
        let cleared = clipboard.text().and_then(|text| {
            let is_ours = text.is_some_and(|text| self.copied.hashes.hash_one(text.expose_secret()) == hash);
            if is_ours { clipboard.clear() } else { Ok(()) }
        });
        match cleared {
            Ok(()) => last.hash = None,
            // It is tried once more when the program ends.
            Err(error) => tracing::warn!(%error, "the clipboard could not be cleared"),
        }
    }
}
