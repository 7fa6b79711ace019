//! Connecting to a Console, switching between them, and leaving them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use canary_api::{ApiKey, Client, ConsoleUrl, Hosts};

use super::abilities::{self, Abilities};
use super::consoles::{ConsoleEntry, ImportedConfig};
use super::error::{Error, FileError, KeychainError, Reported};
use super::events::AppEvent;
use super::handles::random_id;
use super::many::{KEY_ID, is_sheet};
use super::notices::Notice;
use super::ports::{FileFilter, OpenFile, Patience};
use super::session::Session;
use super::{App, lock};
use crate::words::say;

/// The largest configuration file that is read, in bytes. The vendor's has about a hundred.
const CONFIG_LIMIT: u64 = 64 * 1024;

/// Where the API key comes from.
pub enum KeySource {
    /// Typed or pasted; `None` when what was typed cannot be a key.
    Typed(Option<ApiKey>),
    /// Read from a configuration file before, under this handle.
    Imported(String),
}

impl KeySource {
    /// A key as typed.
    pub fn typed(key: String) -> Self {
        Self::Typed(ApiKey::new(key))
    }
}

/// What the person filled in to connect.
pub struct Connect {
    /// The address as typed.
    pub address: String,
    /// The key.
    pub key: KeySource,
    /// Keep the key in the keychain?
    pub remember: bool,
    /// A name for the Console.
    pub label: Option<String>,
    /// May the address be outside `canary.tools`?
    pub allow_other_host: bool,
}

impl App {
    /// Connects to a Console that the person named, and keeps it.
    ///
    /// # Errors
    /// What is wrong with the address, the key or the way to the Console. A failing keychain is no error: the key is then kept
    /// for the session only, with a notice.
    pub async fn connect(&self, request: Connect) -> Result<Arc<Session>, Error> {
        let hosts = if request.allow_other_host {
            Hosts::Any
        } else {
            Hosts::CanaryTools
        };
        let address = ConsoleUrl::parse(&request.address, hosts)?;
        let key = self.key_from(&request.key)?;
        let (client, abilities) = self.reach(&address, &key).await?;
        self.notices.forget_keychain();
        let mut entry = self.consoles.entry_for(&address, request.label);
        self.keep(&mut entry, key, request.remember).await;
        if let KeySource::Imported(handle) = &request.key {
            self.imported.remove(handle);
        }
        Ok(self.enter(Session::new(entry, client, abilities)))
    }

    /// Starts a practice Console, or goes back to the one that runs.
    ///
    /// # Errors
    /// It could not be started.
    pub async fn start_practice(&self) -> Result<Arc<Session>, Error> {
        if let Some(running) = self.consoles.all().into_iter().find(|one| one.practice) {
            return self.switch_console(&running.id).await;
        }
        let console = self.ports.practice.start().await?;
        let address = ConsoleUrl::parse(&console.address, Hosts::CanaryTools)?;
        let (client, abilities) = self.reach(&address, &console.key).await?;
        let entry = ConsoleEntry {
            id: random_id(),
            label: say!("Practice Console").into(),
            address: address.to_string(),
            remembered: false,
            practice: true,
        };
        self.consoles.keep_key(&entry.id, console.key.clone());
        *lock(&self.practice) = Some(console);
        self.note_unsaved(self.consoles.put(entry.clone()));
        Ok(self.enter(Session::new(entry, client, abilities)))
    }

    /// Goes on where the person left off: the Console used last, with its key from the keychain. `None` when there is none, or
    /// its key cannot be had; then a notice says why. Without a way to the Console the session starts all the same.
    ///
    /// # Errors
    /// The Console refused the key, or a practice Console could not be started.
    pub async fn resume_session(&self) -> Result<Option<Arc<Session>>, Error> {
        let mut ahead = self.resuming.lock().await;
        match ahead.take() {
            Some(outcome) => outcome,
            None => self.resume().await,
        }
    }

    /// The same while the page is still loading, and the list with it. The first [`Self::resume_session`] gets what came of it.
    pub async fn resume_ahead(&self) {
        let mut ahead = self.resuming.lock().await;
        let outcome = self.resume().await;
        let session = outcome.as_ref().is_ok_and(Option::is_some);
        // A session is there for all to see; kept here it could outlive itself.
        *ahead = (!session).then_some(outcome);
        drop(ahead);
        if session {
            // Whoever shows the list sees how it stands, and why it failed.
            drop(self.refresh_tokens().await);
        }
    }

    async fn resume(&self) -> Result<Option<Arc<Session>>, Error> {
        if let Ok(session) = self.session() {
            return Ok(Some(session));
        }
        if self.facts.practice {
            return self.start_practice().await.map(Some);
        }
        let Some(entry) = self.consoles.current() else {
            return Ok(None);
        };
        let key = match self.key_of(&entry, Patience::Start).await {
            Ok(key) => key,
            Err(Error::Keychain(error)) => {
                self.notices.add(Notice::Keychain(error));
                return Ok(None);
            }
            Err(Error::KeyMissing) => return Ok(None),
            Err(error) => return Err(error),
        };
        let address = ConsoleUrl::parse(&entry.address, Hosts::Any)?;
        let (client, abilities) = match self.reach(&address, &key).await {
            Ok(reached) => reached,
            Err(Error::Api(error)) if is_offline(&error) => (self.client(&address, &key)?, Abilities::ALL),
            Err(error) => return Err(error),
        };
        Ok(Some(self.enter(Session::new(entry, client, abilities))))
    }

    /// Goes to another Console of the list.
    ///
    /// # Errors
    /// [`Error::KeyMissing`] when its key must be typed again; the keychain's and the Console's errors. The session stays as it
    /// was then.
    pub async fn switch_console(&self, id: &str) -> Result<Arc<Session>, Error> {
        if let Ok(session) = self.session()
            && session.console.id == id
        {
            return Ok(session);
        }
        let entry = self.consoles.get(id)?;
        let key = self.key_of(&entry, Patience::Person).await?;
        let address = ConsoleUrl::parse(&entry.address, Hosts::Any)?;
        let (client, abilities) = self.reach(&address, &key).await?;
        self.note_unsaved(self.consoles.set_current(id));
        Ok(self.enter(Session::new(entry, client, abilities)))
    }

    /// Removes a Console and its key from this computer.
    ///
    /// # Errors
    /// The keychain or the settings could not be changed: then the Console stays in the list, so that it can be tried again.
    pub async fn sign_out(&self, id: &str) -> Result<(), Error> {
        let entry = self.consoles.get(id)?;
        self.leave(id);
        if entry.practice {
            lock(&self.practice).take();
        }
        self.delete_key(&entry).await?;
        self.consoles.remove(id)
    }

    /// Removes everything the program keeps on this computer: keys, Consoles, preferences, logs. Files that the person saved
    /// stay.
    ///
    /// # Errors
    /// The first thing that could not be removed; the rest is removed all the same.
    pub async fn remove_everything(&self) -> Result<(), Error> {
        self.leave_any();
        lock(&self.practice).take();
        let (mut kept, mut failed) = (Vec::new(), None);
        for entry in self.consoles.all() {
            if let Err(error) = self.delete_key(&entry).await {
                failed.get_or_insert(error);
                kept.push(entry);
            }
        }
        self.sheets.clear();
        match self.ports.secrets.delete(KEY_ID.into(), Patience::Person).await {
            Ok(()) | Err(KeychainError::Missing) => {}
            Err(error) => drop(failed.get_or_insert(error.into())),
        }
        let written = |result: std::io::Result<()>| result.map_err(|error| Error::Settings(Arc::new(error)));
        let removed = [
            self.consoles.remove_all_but(kept),
            self.preferences.clear(),
            written(self.ports.log.remove()),
            written(self.ports.journal.remove()),
        ];
        for error in removed.into_iter().filter_map(Result::err) {
            failed.get_or_insert(error);
        }
        self.imported.clear();
        self.saved.clear();
        self.notices.clear();
        failed.map_or(Ok(()), Err)
    }

    /// Lets the person choose a `canarytools.config` and reads it. `None` when they cancel.
    ///
    /// # Errors
    /// See [`Self::read_config`].
    pub async fn import_config(&self) -> Result<Option<ImportedConfig>, Error> {
        let ask = OpenFile {
            title: say!("Open the configuration file").into(),
            filter: Some(FileFilter {
                label: say!("Canary configuration").into(),
                extensions: vec!["config".into()],
            }),
            folder: None,
        };
        match self.ports.dialogs.open(ask).await {
            Some(path) => self.read_config(&path).await.map(Some),
            None => Ok(None),
        }
    }

    /// Reads a `canarytools.config`, and keeps its key under a handle.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be read, [`Error::Config`] when it is something else.
    pub async fn read_config(&self, path: &Path) -> Result<ImportedConfig, Error> {
        let unreadable = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => FileError::Gone,
            kind => FileError::Unreadable(kind),
        };
        let size = tokio::fs::metadata(path).await.map_err(unreadable)?.len();
        if size > CONFIG_LIMIT {
            return Err(FileError::TooLarge { limit: CONFIG_LIMIT }.into());
        }
        let bytes = tokio::fs::read(path).await.map_err(unreadable)?;
        let config = canary_api::config::parse(&String::from_utf8_lossy(&bytes))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(ImportedConfig {
            handle: self.imported.keep(config.key),
            address: config.domain,
            file_name: name.into_owned(),
        })
    }

    /// Takes the files that were named when the program was started, as if they had been dropped; once, when the page is ready for them.
    pub async fn take_named(&self) {
        // Not for the first time where the page was loaded anew.
        let _ = self.standing.set(());
        let named = std::mem::take(&mut *lock(&self.named));
        if !named.is_empty() {
            self.dropped(&named).await;
        }
    }

    /// Takes what was dropped on the window, or named when the program was started once more: a configuration file, a sheet, or a
    /// file for a form. The page hears of it as an event.
    pub async fn dropped(&self, paths: &[PathBuf]) {
        let taken = match paths {
            [path] if is_config(path) => self.read_config(path).await.map(AppEvent::ConfigDropped),
            [path] if is_sheet(path) => self.read_sheet(path.clone()).await.map(AppEvent::SheetDropped),
            [path] => {
                let file = self.chosen_files.take_dropped(path.clone()).await;
                file.map(AppEvent::FileDropped).map_err(Error::from)
            }
            _ => Err(Error::Field {
                field: "files".into(),
                message: say!("Drop one file at a time.").into(),
            }),
        };
        let refused = |error| AppEvent::DropRefused(Reported::new(error));
        self.events.send(taken.unwrap_or_else(refused));
    }

    /// Ends the session of Console `id`, if that is the one.
    fn leave(&self, id: &str) {
        if self.session().is_ok_and(|session| session.console.id == id) {
            self.leave_any();
        }
    }

    fn key_from(&self, source: &KeySource) -> Result<ApiKey, Error> {
        match source {
            KeySource::Typed(key) => key.clone().ok_or(Error::KeyMissing),
            KeySource::Imported(handle) => self.imported.get(handle).ok_or(Error::KeyMissing),
        }
    }

    /// The key of a Console of the list.
    async fn key_of(&self, entry: &ConsoleEntry, patience: Patience) -> Result<ApiKey, Error> {
        if let Some(key) = self.consoles.key(&entry.id) {
            return Ok(key);
        }
        if !entry.remembered {
            return Err(Error::KeyMissing);
        }
        let key = self.ports.secrets.load(entry.id.clone(), patience).await?;
        key.ok_or(Error::KeyMissing)
    }

    /// Keeps the Console and, if wanted and possible, its key.
    async fn keep(&self, entry: &mut ConsoleEntry, key: ApiKey, remember: bool) {
        if !remember {
            // What was remembered before is forgotten now: the person has just said so.
            if let Err(Error::Keychain(error)) = self.delete_key(entry).await {
                self.notices.add(Notice::Keychain(error));
            }
        }
        entry.remembered = remember;
        // The settings come first: a key without an entry would stay in the keychain for ever.
        let saved = self.note_unsaved(self.consoles.put(entry.clone()));
        if remember && saved {
            match self
                .ports
                .secrets
                .save(entry.id.clone(), key.clone(), Patience::Person)
                .await
            {
                Ok(()) => return self.consoles.forget_key(&entry.id),
                Err(error) => self.notices.add(Notice::SessionOnly(error)),
            }
        }
        self.consoles.keep_key(&entry.id, key);
        if remember {
            entry.remembered = false;
            self.note_unsaved(self.consoles.put(entry.clone()));
        }
    }

    /// Removes the key of a remembered Console. Without a keychain there is nothing to remove it from.
    async fn delete_key(&self, entry: &ConsoleEntry) -> Result<(), Error> {
        if !entry.remembered {
            return Ok(());
        }
        match self.ports.secrets.delete(entry.id.clone(), Patience::Person).await {
            Err(KeychainError::Missing) => {
                self.notices.add(Notice::Keychain(KeychainError::Missing));
                Ok(())
            }
            other => Ok(other?),
        }
    }

    /// A notice when the list of Consoles could not be written. Was it?
    fn note_unsaved(&self, written: Result<(), Error>) -> bool {
        if let Err(error) = &written {
            tracing::warn!("{}", super::error::chain(error));
            self.notices.add(Notice::NotSaved);
        }
        written.is_ok()
    }

    fn client(&self, address: &ConsoleUrl, key: &ApiKey) -> Result<Client, Error> {
        Ok(Client::new(address.clone(), key, self.facts.options.clone())?)
    }

    /// Asks the Console about its key, with little patience: the person watches.
    async fn reach(&self, address: &ConsoleUrl, key: &ApiKey) -> Result<(Client, Abilities), Error> {
        let mut options = self.facts.options.clone();
        options.retry.tries = options.retry.tries.min(2);
        options.retry.cap = options.retry.cap.min(Duration::from_secs(2));
        options.total_timeout = options.total_timeout.min(Duration::from_secs(20));
        let asking = Client::new(address.clone(), key, options)?;
        let abilities = abilities::ask(&asking).await?;
        tracing::info!(?abilities, "connected");
        Ok((self.client(address, key)?, abilities))
    }
}

/// Is it called like a configuration file? Browsers add a number or `.txt` to a second download.
fn is_config(path: &Path) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase();
    name.ends_with(".config") || name.starts_with("canarytools")
}

/// Is only the way to the Console broken?
fn is_offline(error: &canary_api::Error) -> bool {
    use canary_api::Error as Api;
    match error {
        Api::Dns | Api::Connect | Api::ConnectionLost | Api::TimedOut | Api::TooMany { .. } | Api::ProxyLogin => true,
        Api::Status { code, .. } => *code >= 500,
        _ => false,
    }
}
