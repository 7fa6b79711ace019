//! What the program needs from the computer it runs on. The adapters do it; tests put their own in their place.

use std::any::Any;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use canary_api::ApiKey;
use futures_util::future::BoxFuture;
use secrecy::SecretString;

use super::error::{Error, KeychainError, ReleaseError};
use super::preferences::{LanguageChoice, Theme};

/// All of them.
#[derive(Clone)]
pub struct Ports {
    /// The keychain.
    pub secrets: Arc<dyn SecretStore>,
    /// The system's dialogs for files and folders.
    pub dialogs: Arc<dyn Dialogs>,
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// Consoles to practise with.
    pub practice: Arc<dyn PracticeConsoles>,
    /// The file with the Consoles' names and addresses.
    pub settings: Arc<dyn SettingsFile>,
    /// The page's preferences.
    pub preferences: Arc<dyn PreferenceStore>,
    /// The person's desktop.
    pub desktop: Arc<dyn Desktop>,
    /// The system's clipboard, for secrets.
    pub clipboard: Arc<dyn Clipboard>,
    /// The system's notifications.
    pub notifier: Arc<dyn Notifier>,
    /// Newer versions of the program; `None` in a build that was told of no releases, and so asks nobody.
    pub releases: Option<Arc<dyn Releases>>,
    /// The program's own log.
    pub log: Arc<dyn Log>,
    /// The journal of what is made many at once.
    pub journal: Arc<dyn JournalStore>,
}

/// How long someone waits for the keychain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// The program starts: about 3 seconds, so that the window does not stay empty.
    Start,
    /// The person waits for it, perhaps typing the keychain's password: 60 seconds.
    Person,
}

/// Keeps API keys, one per Console, under the Console's id.
pub trait SecretStore: Send + Sync {
    /// Keeps the key. A key that was there under the same id is replaced.
    fn save(&self, id: String, key: ApiKey, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>>;
    /// The key; `None` when there is none.
    fn load(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<Option<ApiKey>, KeychainError>>;
    /// Removes the key. That there is none is fine.
    fn delete(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>>;
}

/// A type of files, as dialogs show it.
#[derive(Debug, Clone)]
pub struct FileFilter {
    /// Such as `Word file`.
    pub label: String,
    /// Extensions without dots. Empty: all files.
    pub extensions: Vec<String>,
}

/// Asks where to save a file.
#[derive(Debug, Clone)]
pub struct SaveAs {
    /// The title of the dialog.
    pub title: String,
    /// The suggested name, with its extension.
    pub file_name: String,
    /// The type of the file.
    pub filter: Option<FileFilter>,
    /// The folder to start in.
    pub folder: Option<PathBuf>,
}

/// Asks for a file to read.
#[derive(Debug, Clone)]
pub struct OpenFile {
    /// The title of the dialog.
    pub title: String,
    /// The type of the file.
    pub filter: Option<FileFilter>,
    /// The folder to start in.
    pub folder: Option<PathBuf>,
}

/// Asks for a folder.
#[derive(Debug, Clone)]
pub struct ChooseFolder {
    /// The title of the dialog.
    pub title: String,
    /// The folder to start in.
    pub folder: Option<PathBuf>,
}

/// The system's dialogs. All answer `None` when the person cancels.
pub trait Dialogs: Send + Sync {
    /// Where to save a file.
    fn save(&self, ask: SaveAs) -> BoxFuture<'_, Option<PathBuf>>;
    /// Which file to read.
    fn open(&self, ask: OpenFile) -> BoxFuture<'_, Option<PathBuf>>;
    /// Which folder.
    fn folder(&self, ask: ChooseFolder) -> BoxFuture<'_, Option<PathBuf>>;
}

/// The time of day.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> SystemTime;
}

/// A running practice Console. It ends when this is dropped.
pub struct PracticeConsole {
    /// Its address on this computer.
    pub address: String,
    /// Its API key.
    pub key: ApiKey,
    /// What keeps it running.
    pub running: Box<dyn Any + Send + Sync>,
}

/// Starts Consoles to practise with.
pub trait PracticeConsoles: Send + Sync {
    /// Starts one with a sample fleet.
    fn start(&self) -> BoxFuture<'_, Result<PracticeConsole, Error>>;
}

/// The settings file. Small; its calls may block for as long as a disk takes.
pub trait SettingsFile: Send + Sync {
    /// Its bytes; `None` when there is none yet.
    ///
    /// # Errors
    /// The system could not read it.
    fn read(&self) -> io::Result<Option<Vec<u8>>>;
    /// Replaces it as a whole or leaves it as it was.
    ///
    /// # Errors
    /// The system could not write it.
    fn write(&self, bytes: &[u8]) -> io::Result<()>;
    /// Moves it out of the way, so that a person can look at it later.
    ///
    /// # Errors
    /// The system could not move it.
    fn set_aside(&self) -> io::Result<()>;
    /// Removes it, and all that were set aside.
    ///
    /// # Errors
    /// The system could not remove one.
    fn remove(&self) -> io::Result<()>;
    /// Removes files that a crash left half written; how many.
    fn sweep(&self) -> usize;
}

/// The page's preferences as JSON. They may get lost in a crash; nothing else may be kept here.
pub trait PreferenceStore: Send + Sync {
    /// What was saved last.
    fn load(&self) -> Option<serde_json::Value>;
    /// Saves `value`.
    ///
    /// # Errors
    /// It could not be written.
    fn save(&self, value: serde_json::Value) -> io::Result<()>;
    /// Forgets all.
    ///
    /// # Errors
    /// It could not be removed.
    fn clear(&self) -> io::Result<()>;
}

/// The person's desktop.
pub trait Desktop: Send + Sync {
    /// Opens a web address in the person's browser.
    ///
    /// # Errors
    /// No browser could be started.
    fn open_link(&self, address: &str) -> io::Result<()>;
    /// Shows a file in the system's file manager.
    ///
    /// # Errors
    /// No file manager could be started.
    fn show_file(&self, path: &Path) -> io::Result<()>;
    /// Begins to drag a file out of the window while the person holds the mouse button. Some systems come back only when it is dropped.
    ///
    /// # Errors
    /// The system does not let it.
    fn drag_file(&self, path: PathBuf) -> BoxFuture<'_, io::Result<()>>;
    /// Takes off the mark with which Windows notes that a file came from the web or by mail. `false`: there was none.
    ///
    /// # Errors
    /// The system could not take it off.
    fn unmark(&self, path: &Path) -> io::Result<bool>;
    /// Gives the window's own parts, such as its frame and menu, the colours of the page. It costs as much as to draw them anew, so
    /// it is asked for only when the colours change. A new window has those of the system.
    fn dress(&self, theme: Theme);
    /// Speaks a language from now on, in the window's own parts too.
    fn speak(&self, language: LanguageChoice);
}

/// The system's clipboard, for secrets: what is no secret is copied by the page itself. Its calls may block for as long as another
/// program takes to answer.
pub trait Clipboard: Send + Sync {
    /// Puts `secret` there, with a mark that asks programs which keep what was copied to leave it out.
    ///
    /// # Errors
    /// There is no clipboard, or another program holds it.
    fn put(&self, secret: &SecretString) -> io::Result<()>;
    /// The text that is there; `None` when there is none.
    ///
    /// # Errors
    /// It could not be read.
    fn text(&self) -> io::Result<Option<SecretString>>;
    /// Empties it.
    ///
    /// # Errors
    /// Another program holds it.
    fn clear(&self) -> io::Result<()>;
}

/// What the system shows beside other programs' messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// What happened.
    pub title: String,
    /// Where, or what to do next.
    pub body: String,
}

/// The system's notifications.
pub trait Notifier: Send + Sync {
    /// Shows one. A click on it brings the window to the front, where the system tells of clicks. Must not wait for the person.
    ///
    /// # Errors
    /// It could not be handed to the system.
    fn notify(&self, notification: Notification) -> io::Result<()>;
}

/// A newer version of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Such as `0.2.0`.
    pub version: String,
    /// What is new in it, as plain text from outside; may be empty.
    pub notes: String,
}

/// Where newer versions of the program are told of.
pub trait Releases: Send + Sync {
    /// The newest version, if it is newer than this one and there is one for this computer. One request, which says nothing of the
    /// person or their Console.
    fn newer(&self) -> BoxFuture<'_, Result<Option<Release>, ReleaseError>>;
    /// The address of the page that shows it.
    fn page(&self) -> &str;
    /// Was this program installed from a package of the system, which a newer package replaces?
    fn packaged(&self) -> bool;
}

/// The program's own log.
pub trait Log: Send + Sync {
    /// Its newest lines.
    fn tail(&self, lines: usize) -> Vec<String>;
    /// Removes it.
    ///
    /// # Errors
    /// The system could not remove it.
    fn remove(&self) -> io::Result<()>;
}

/// The file of the journal. Its calls may block for as long as a disk takes; what they did is on the disk when they return.
pub trait JournalStore: Send + Sync {
    /// Its bytes; `None` when there is none.
    ///
    /// # Errors
    /// The system could not read it.
    fn read(&self) -> io::Result<Option<Vec<u8>>>;
    /// Begins it with `bytes`, as a whole or not at all. Readable by the person alone.
    ///
    /// # Errors
    /// The system could not write it.
    fn begin(&self, bytes: &[u8]) -> io::Result<()>;
    /// Adds `bytes` at its end.
    ///
    /// # Errors
    /// The system could not write them; a part of them may be there.
    fn append(&self, bytes: &[u8]) -> io::Result<()>;
    /// Keeps its first `length` bytes.
    ///
    /// # Errors
    /// The system could not cut it.
    fn cut(&self, length: u64) -> io::Result<()>;
    /// Removes it, and what a crash left half written. That there is none is fine.
    ///
    /// # Errors
    /// The system could not remove it.
    fn remove(&self) -> io::Result<()>;
    /// Removes what a crash left half written; how many.
    fn sweep(&self) -> usize;
}
