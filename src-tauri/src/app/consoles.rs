//! The Consoles a person has: their names and addresses in the settings file, their keys elsewhere.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use canary_api::{ApiKey, ConsoleUrl, Hosts};
use serde::{Deserialize, Serialize};

use super::error::Error;
use super::handles::random_id;
use super::lock;
use super::notices::{Notice, Notices};
use super::ports::SettingsFile;
use crate::words::say;

/// The form of the settings file. A file of another version is set aside.
const VERSION: u32 = 1;
/// The most characters of a Console's name.
pub const LABEL_LIMIT: usize = 80;

/// One Console. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleEntry {
    /// A random id; also the keychain's user name.
    pub id: String,
    /// How the person calls it.
    pub label: String,
    /// Its address, such as `https://abc123.canary.tools`.
    pub address: String,
    /// Whether its key is in the keychain.
    pub remembered: bool,
    /// Whether it is a practice Console, which is never written down.
    #[serde(skip)]
    pub practice: bool,
}

/// A `canarytools.config` that was read. The key stays here; the page gets the rest.
#[derive(Debug, Clone)]
pub struct ImportedConfig {
    /// Names the key.
    pub handle: String,
    /// The address as it stands in the file.
    pub address: String,
    /// The file's name, without its folder.
    pub file_name: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    version: u32,
    consoles: Vec<ConsoleEntry>,
    current: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            consoles: Vec::new(),
            current: None,
        }
    }
}

/// The list of Consoles.
pub struct Consoles {
    file: Arc<dyn SettingsFile>,
    settings: Mutex<Settings>,
    /// Keys of Consoles that are not remembered, for as long as the program runs.
    keys: Mutex<HashMap<String, ApiKey>>,
}

impl Consoles {
    /// Reads the settings file. One that makes no sense is set aside, with a notice.
    pub fn open(file: Arc<dyn SettingsFile>, notices: &Notices) -> Self {
        let settings = match file.read() {
            Ok(None) => Settings::default(),
            Ok(Some(bytes)) => parse(&bytes).unwrap_or_else(|| {
                let moved = file.set_aside();
                notices.add(if moved.is_ok() {
                    Notice::SettingsSetAside
                } else {
                    Notice::SettingsUnreadable
                });
                Settings::default()
            }),
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "the settings could not be read");
                notices.add(Notice::SettingsUnreadable);
                Settings::default()
            }
        };
        Self {
            file,
            settings: Mutex::new(settings),
            keys: Mutex::default(),
        }
    }

    /// All of them, in the order in which they were added.
    pub fn all(&self) -> Vec<ConsoleEntry> {
        lock(&self.settings).consoles.clone()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Error::NotConnected`] when it is not known.
    pub fn get(&self, id: &str) -> Result<ConsoleEntry, Error> {
        let settings = lock(&self.settings);
        settings
            .consoles
            .iter()
            .find(|one| one.id == id)
            .cloned()
            .ok_or(Error::NotConnected)
    }

    /// The one that was used last.
    pub fn current(&self) -> Option<ConsoleEntry> {
        let settings = lock(&self.settings);
        let id = settings.current.as_ref()?;
        settings.consoles.iter().find(|one| one.id == *id).cloned()
    }

    /// The entry that `address` already has, or a new one that is not in the list yet.
    pub fn entry_for(&self, address: &ConsoleUrl, label: Option<String>) -> ConsoleEntry {
        let label = label.map(|label| clean_label(&label)).filter(|label| !label.is_empty());
        let settings = lock(&self.settings);
        let known = settings
            .consoles
            .iter()
            .find(|one| !one.practice && one.address == address.as_str());
        let mut entry = known.cloned().unwrap_or_else(|| ConsoleEntry {
            id: random_id(),
            label: default_label(address),
            address: address.to_string(),
            remembered: false,
            practice: false,
        });
        if let Some(label) = label {
            entry.label = label;
        }
        entry
    }

    /// Puts `entry` into the list, in place of the one with the same id, and makes it the current one. A practice Console is never
    /// that: the program starts with the real one that was used last.
    ///
    /// # Errors
    /// [`Error::Settings`]; the entry is in the list all the same, until the program ends.
    pub fn put(&self, entry: ConsoleEntry) -> Result<(), Error> {
        let mut settings = lock(&self.settings);
        let practice = entry.practice;
        if !practice {
            settings.current = Some(entry.id.clone());
        }
        match settings.consoles.iter_mut().find(|one| one.id == entry.id) {
            Some(known) => *known = entry,
            None => settings.consoles.push(entry),
        }
        if practice { Ok(()) } else { self.write(&settings) }
    }

    /// Makes the entry the current one, unless it is a practice Console.
    ///
    /// # Errors
    /// [`Error::Settings`]; it is the current one all the same, until the program ends.
    pub fn set_current(&self, id: &str) -> Result<(), Error> {
        let mut settings = lock(&self.settings);
        let real = settings.consoles.iter().any(|one| one.id == id && !one.practice);
        if !real || settings.current.as_deref() == Some(id) {
            return Ok(());
        }
        settings.current = Some(id.to_owned());
        self.write(&settings)
    }

    /// Gives the Console another name.
    ///
    /// # Errors
    /// [`Error::Field`] for an empty or a long name, [`Error::NotConnected`] for an unknown Console, [`Error::Settings`] when it
    /// could not be written; then it keeps the old name.
    pub fn rename(&self, id: &str, label: &str) -> Result<(), Error> {
        let label = clean_label(label);
        if label.is_empty() || label.chars().count() > LABEL_LIMIT {
            let message = if label.is_empty() {
                say!("Write a name.").to_owned()
            } else {
                say!("Use at most {most} characters.", most = LABEL_LIMIT)
            };
            return Err(Error::Field {
                field: "label".into(),
                message,
            });
        }
        self.change(|settings| {
            let entry = settings
                .consoles
                .iter_mut()
                .find(|one| one.id == id)
                .ok_or(Error::NotConnected)?;
            entry.label = label;
            Ok(())
        })
    }

    /// Takes the Console from the list, and its key from memory.
    ///
    /// # Errors
    /// [`Error::Settings`] when that could not be written; then it stays.
    pub fn remove(&self, id: &str) -> Result<(), Error> {
        self.change(|settings| {
            settings.consoles.retain(|one| one.id != id);
            settings.current.take_if(|current| current == id);
            Ok(())
        })?;
        lock(&self.keys).remove(id);
        Ok(())
    }

    /// Removes the settings file and forgets all Consoles but `kept`, which are written anew.
    ///
    /// # Errors
    /// [`Error::Settings`] when the file could not be removed or written.
    pub fn remove_all_but(&self, kept: Vec<ConsoleEntry>) -> Result<(), Error> {
        lock(&self.keys).clear();
        let mut settings = lock(&self.settings);
        *settings = Settings {
            consoles: kept,
            ..Settings::default()
        };
        self.file.remove().map_err(|error| Error::Settings(Arc::new(error)))?;
        if settings.consoles.is_empty() {
            return Ok(());
        }
        self.write(&settings)
    }

    /// Keeps the key in memory, for a Console that is not remembered.
    pub fn keep_key(&self, id: &str, key: ApiKey) {
        lock(&self.keys).insert(id.to_owned(), key);
    }

    /// Forgets the key in memory.
    pub fn forget_key(&self, id: &str) {
        lock(&self.keys).remove(id);
    }

    /// The key in memory.
    pub fn key(&self, id: &str) -> Option<ApiKey> {
        lock(&self.keys).get(id).cloned()
    }

    /// Changes the settings if that can also be written.
    fn change(&self, change: impl FnOnce(&mut Settings) -> Result<(), Error>) -> Result<(), Error> {
        let mut settings = lock(&self.settings);
        let mut next = settings.clone();
        change(&mut next)?;
        let real = |settings: &Settings| {
            let all = settings.consoles.iter().filter(|one| !one.practice);
            all.cloned().collect::<Vec<_>>()
        };
        // What is only about a practice Console is nothing to write.
        if real(&next) != real(&settings) || next.current != settings.current {
            self.write(&next)?;
        }
        *settings = next;
        Ok(())
    }

    fn write(&self, settings: &Settings) -> Result<(), Error> {
        let mut kept = settings.clone();
        kept.consoles.retain(|one| !one.practice);
        kept.current
            .take_if(|current| !kept.consoles.iter().any(|one| one.id == *current));
        let mut bytes = serde_json::to_vec_pretty(&kept).map_err(|_| Error::Internal("the settings are not JSON"))?;
        bytes.push(b'\n');
        self.file
            .write(&bytes)
            .map_err(|error| Error::Settings(Arc::new(error)))
    }
}

/// The settings in `bytes`, if they are of this version and every address in them is one.
fn parse(bytes: &[u8]) -> Option<Settings> {
    let settings: Settings = serde_json::from_slice(bytes).ok()?;
    let sound = |entry: &ConsoleEntry| {
        let id = !entry.id.is_empty() && entry.id.len() <= 64 && entry.id.bytes().all(|b| b.is_ascii_alphanumeric());
        let label = !entry.label.is_empty() && entry.label.chars().count() <= LABEL_LIMIT;
        let address = ConsoleUrl::parse(&entry.address, Hosts::Any).is_ok_and(|url| url.as_str() == entry.address);
        id && label && address
    };
    (settings.version == VERSION && settings.consoles.iter().all(sound)).then_some(settings)
}

/// A name for a Console that has none: the first part of its host.
fn default_label(address: &ConsoleUrl) -> String {
    let host = address.host();
    let name = host.strip_suffix(".canary.tools").unwrap_or(host);
    name.chars().take(LABEL_LIMIT).collect()
}

/// One line without white space around it.
fn clean_label(label: &str) -> String {
    let spaced: String = label.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
