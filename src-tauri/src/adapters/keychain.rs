//! The system's keychain: Secret Service, macOS Keychain, Windows Credential Manager.
//!
//! Each call connects anew, so that "Try again" works after a keychain was started or unlocked; `keyring::Entry` would remember
//! its first failure for as long as the program runs. Each call runs on a thread of its own, since an unanswered question of the
//! system blocks it for ever, and a stuck thread of the async runtime would keep the program from ending.
//!
//! Errors of the stores are never printed with `{:?}`: two of them carry the secret's bytes.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use canary_api::ApiKey;
use futures_util::future::BoxFuture;
use keyring_core::{CredentialStore, Entry, Error};
use tokio::sync::{Mutex, oneshot};

use crate::app::error::KeychainError;
use crate::app::ports::{Patience, SecretStore};

/// How long the keychain may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// While the program starts.
    pub start: Duration,
    /// While the person waits, perhaps typing the keychain's password.
    pub person: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start: Duration::from_secs(3),
            person: Duration::from_secs(60),
        }
    }
}

/// The system's keychain.
pub struct Keychain {
    service: String,
    limits: Limits,
    /// One call at a time: its thread holds this until it ends, also when nobody waits for it any more.
    turn: Arc<Mutex<()>>,
}

/// What a call does with the entry. Its failure is ours already.
type Call<T> = Box<dyn FnOnce(&Entry) -> Result<T, Error> + Send>;

impl Keychain {
    /// Entries under `service`: the program's identifier, so that programs do not see each other's.
    pub fn new(service: String, limits: Limits) -> Self {
        Self {
            service,
            limits,
            turn: Arc::default(),
        }
    }

    /// The service name of a build: a debug build must not touch the keys of the installed program.
    pub fn service_of(identifier: &str) -> String {
        if cfg!(debug_assertions) {
            format!("{identifier}.dev")
        } else {
            identifier.to_owned()
        }
    }

    /// Does `call` with the entry of `id` within the time limit. `late` undoes what came too late.
    async fn call<T: Send + 'static>(
        &self,
        id: String,
        patience: Patience,
        call: Call<T>,
        late: fn(&Entry),
    ) -> Result<T, KeychainError> {
        let limit = match patience {
            Patience::Start => self.limits.start,
            Patience::Person => self.limits.person,
        };
        let service = self.service.clone();
        let turn = Arc::clone(&self.turn);
        let within = async move {
            let turn = turn.lock_owned().await;
            let (answer, answered) = oneshot::channel();
            let thread = std::thread::Builder::new().name("keychain".into());
            let started = thread.spawn(move || {
                let _turn = turn;
                let began = Instant::now();
                let entry = store().and_then(|store| store.build(&service, &id, Some(&modifiers())));
                let result = entry.and_then(|entry| call(&entry).map(|done| (done, entry)));
                let (told, entry) = match result {
                    Ok((done, entry)) => (Ok(done), Some(entry)),
                    Err(error) => (Err(told(&error, began.elapsed())), None),
                };
                if answer.send(told).is_err()
                    && let Some(entry) = entry
                {
                    late(&entry);
                }
            });
            started.map_err(|_| KeychainError::Failed("no thread could be started"))?;
            answered.await.unwrap_or(Err(KeychainError::Failed("its thread ended")))
        };
        tokio::time::timeout(limit, within)
            .await
            .unwrap_or(Err(KeychainError::Slow))
    }
}

impl SecretStore for Keychain {
    fn save(&self, id: String, key: ApiKey, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        let set: Call<()> = Box::new(move |entry| entry.set_password(key.expose()));
        // Nobody knows of a key that was kept after the time was up: it goes again.
        Box::pin(self.call(id, patience, set, |entry| drop(entry.delete_credential())))
    }

    fn load(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<Option<ApiKey>, KeychainError>> {
        let get: Call<Option<ApiKey>> = Box::new(|entry| match entry.get_password() {
            Ok(key) => Ok(ApiKey::new(key)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        });
        Box::pin(self.call(id, patience, get, |_| {}))
    }

    fn delete(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        let delete: Call<()> = Box::new(|entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        });
        Box::pin(self.call(id, patience, delete, |_| {}))
    }
}

/// A fresh connection to the system's store.
#[cfg(target_os = "linux")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    // Whatever keeps it from connecting (no bus, no provider), there is no keychain to use.
    match zbus_secret_service_keyring_store::Store::new() {
        Ok(store) => Ok(store),
        Err(Error::NoStorageAccess(cause)) => Err(Error::NoStorageAccess(cause)),
        Err(_) => Err(Error::NoDefaultStore),
    }
}

#[cfg(target_os = "macos")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// How an entry is kept: under a name that people recognise in the keychain's own window, and on this computer alone (Windows
/// would carry it to others that the person signs in to).
fn modifiers() -> HashMap<&'static str, &'static str> {
    if cfg!(target_os = "linux") {
        HashMap::from([("label", "Nestbox: API key of a Canary Console")])
    } else if cfg!(target_os = "windows") {
        HashMap::from([("persistence", "local")])
    } else {
        HashMap::new()
    }
}

/// Nobody closes a question this soon: it could not be shown.
const SOONEST: Duration = Duration::from_secs(1);

/// Is there a screen on which the keychain can ask?
fn has_screen() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some())
}

/// A store's failure as ours, by its kind, the words of its cause, and how long it took; nothing of it is kept.
fn told(error: &Error, took: Duration) -> KeychainError {
    match told_by_kind(error) {
        KeychainError::Dismissed if took < SOONEST || !has_screen() => KeychainError::Locked,
        other => other,
    }
}

fn told_by_kind(error: &Error) -> KeychainError {
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeychainError::Missing,
        Error::NoStorageAccess(cause) => told_by(&cause.to_string()),
        Error::PlatformFailure(cause) => match told_by(&cause.to_string()) {
            KeychainError::Locked => KeychainError::Failed("the system's call failed"),
            other => other,
        },
        Error::NoEntry => KeychainError::Failed("the entry is gone"),
        Error::BadEncoding(_) | Error::BadDataFormat(..) => KeychainError::Failed("the entry is not a key"),
        Error::BadStoreFormat(_) => KeychainError::Failed("the store is damaged"),
        Error::TooLong(..) => KeychainError::Failed("the key is too long for it"),
        Error::Invalid(..) => KeychainError::Failed("the entry's name was refused"),
        Error::Ambiguous(_) => KeychainError::Failed("there are several entries"),
        _ => KeychainError::Failed("unknown"),
    }
}

/// What the words of a system's refusal mean. Sources: `secret-service` 5 (`Error`'s texts), macOS' `errSec…` messages, Windows'
/// system messages.
fn told_by(words: &str) -> KeychainError {
    let words = words.to_ascii_lowercase();
    let says = |some: &[&str]| some.iter().any(|word| words.contains(word));
    if says(&[
        "prompt dismissed",
        "user canceled",
        "user cancelled",
        "user name or passphrase",
    ]) {
        KeychainError::Dismissed
    } else if says(&["denied", "not permitted", "authorization", "not allowed"]) {
        KeychainError::Denied
    } else if says(&[
        "no secret service provider",
        "serviceunknown",
        "no such file",
        "not found",
        "disconnected",
    ]) {
        KeychainError::Missing
    } else {
        KeychainError::Locked
    }
}
