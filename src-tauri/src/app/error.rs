//! What can go wrong in the program. `wire::error` tells each of these to the page; nothing else reaches it.

use std::io;
use std::sync::Arc;

use canary_api::{AddressError, config::ConfigError};

/// A failure of something the person asked for. Cheap to clone, so that an operation can answer twice.
///
/// `Display` is for the log: no address, key, memo or whole id, and not the Console's own words.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The Console, or the way to it, failed.
    #[error("the Console request failed")]
    Api(#[source] Arc<canary_api::Error>),
    /// The typed address is not one of a Console.
    #[error("the Console address was not accepted")]
    Address(AddressError),
    /// No API key was given, or none is kept for this Console.
    #[error("there is no API key")]
    KeyMissing,
    /// The keychain failed.
    #[error("the keychain failed")]
    Keychain(#[from] KeychainError),
    /// The settings file could not be written.
    #[error("the settings could not be written")]
    Settings(#[source] Arc<io::Error>),
    /// The file is not a usable `canarytools.config`.
    #[error("the configuration file was not accepted")]
    Config(#[from] ConfigError),
    /// No Console is connected, or the one asked for is not known.
    #[error("no Console is connected")]
    NotConnected,
    /// The person cancelled it. Not an error to them.
    #[error("cancelled")]
    Cancelled,
    /// An entry of a form is not acceptable.
    #[error("the entry {field} was not accepted")]
    Field {
        /// The entry, as the page calls it.
        field: String,
        /// What is wrong with it, for people.
        message: String,
    },
    /// The Console does not take an entry of a form.
    #[error("the Console refused the entry {field}")]
    FieldRefused {
        /// The entry, as the page calls it.
        field: String,
        /// The Console's own words.
        words: String,
    },
    /// The reminder is empty.
    #[error("the reminder is empty")]
    MemoEmpty,
    /// The reminder is longer than a Console takes.
    #[error("the reminder is too long")]
    MemoTooLong {
        /// The most characters it may have.
        limit: usize,
    },
    /// The Console does not offer the kind.
    #[error("the kind is not known")]
    KindUnknown,
    /// The flock does not exist (any more).
    #[error("the flock is not known")]
    FlockUnknown,
    /// The Canarytoken is not there (any more).
    #[error("the Canarytoken is not there")]
    NotFound,
    /// Whether the Canarytoken was made is not known: its answer was lost and it was not found in the list.
    #[error("whether the Canarytoken was made is not known")]
    CreateUnknown,
    /// The factory is not there any more.
    #[error("the factory is not there")]
    FactoryGone,
    /// Whether the factory was made is not known: its answer was lost and the Console's list does not tell.
    #[error("whether the factory was made is not known")]
    FactoryUnknown,
    /// A chosen file cannot be used.
    #[error("the chosen file cannot be used")]
    File(#[from] FileError),
    /// A file could not be saved.
    #[error("the file was not saved")]
    Save(#[from] SaveError),
    /// A saved file could not be dragged out of the window.
    #[error("the file could not be dragged")]
    NotDragged(#[source] Arc<io::Error>),
    /// A file cannot be used as a sheet.
    #[error("the sheet was not accepted: {0:?}")]
    Sheet(#[from] super::many::SheetError),
    /// There is no sheet under this handle (any more).
    #[error("the sheet is not open")]
    SheetGone,
    /// The sheet runs, so it cannot be changed or closed.
    #[error("the sheet is being worked on")]
    SheetBusy,
    /// There is an unfinished sheet; its journal must not be lost.
    #[error("there is unfinished work")]
    UnfinishedWork,
    /// The journal could not be written.
    #[error("the journal could not be written")]
    JournalUnwritable(#[source] Arc<io::Error>),
    /// The journal cannot be read: its key is gone, or it is damaged.
    #[error("the journal cannot be read")]
    JournalUnreadable,
    /// Whether there is a newer version is not known.
    #[error("newer versions are not known: {0}")]
    Release(#[from] ReleaseError),
    /// A fault of the program itself. The text is for the log.
    #[error("a fault in the program: {0}")]
    Internal(&'static str),
}

/// Why it is not known whether there is a newer version. No address is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    /// Nobody answered.
    #[error("nobody answered")]
    Unreachable,
    /// What came was no list of releases.
    #[error("the answer was not understood")]
    Odd,
    /// There is one, but for other kinds of computers only.
    #[error("the newer version is not for this kind of computer")]
    Elsewhere,
}

/// How the system's keychain failed. Its own errors never get further than the adapter: some carry the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// There is none, or it does not run.
    #[error("there is no keychain")]
    Missing,
    /// It is locked and could not ask to be unlocked.
    #[error("the keychain is locked")]
    Locked,
    /// The person closed its question.
    #[error("the keychain's question was closed")]
    Dismissed,
    /// The system refused the program.
    #[error("the keychain refused the program")]
    Denied,
    /// It did not answer in time; often its question waits behind a window.
    #[error("the keychain did not answer in time")]
    Slow,
    /// Anything else.
    #[error("the keychain failed: {0}")]
    Failed(&'static str),
}

/// Why a chosen or dropped file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is not there any more.
    #[error("the file is gone")]
    Gone,
    /// It is larger than allowed.
    #[error("the file is too large")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Its content or name is not of an accepted type.
    #[error("the file has the wrong type")]
    WrongType {
        /// The accepted extensions, without dots.
        accept: Vec<String>,
    },
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It could not be read.
    #[error("the file could not be read: {0:?}")]
    Unreadable(io::ErrorKind),
}

/// Why a file was not saved. The old file of that name, if any, is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The folder may not be written to.
    #[error("the folder cannot be written")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// It was written, but not all of it arrived.
    #[error("the download is incomplete")]
    Incomplete,
    /// What arrived is not a file of the kind.
    #[error("the download has the wrong type")]
    WrongType,
    /// The folder leads out of the chosen one.
    #[error("the folder leads elsewhere")]
    Outside,
    /// The system failed to write.
    #[error("writing failed: {0:?}")]
    Io(io::ErrorKind),
}

impl From<canary_api::Error> for Error {
    fn from(error: canary_api::Error) -> Self {
        match error {
            canary_api::Error::NotFound => Self::NotFound,
            other => Self::Api(Arc::new(other)),
        }
    }
}

impl From<AddressError> for Error {
    fn from(error: AddressError) -> Self {
        Self::Address(error)
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io(kind),
        }
    }
}

/// An error that was written to the log once, with the reference under which it stands there.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What went wrong.
    pub error: Error,
    /// Its reference in the log, such as `1a2b-3c4d`.
    pub reference: String,
}

impl Reported {
    /// Writes the chain of `error` to the log under a new reference. Cancelling is no error and is not written.
    pub fn new(error: Error) -> Self {
        let reference = super::handles::reference();
        if !matches!(error, Error::Cancelled) {
            tracing::warn!(reference, "{}", chain(&error));
        }
        Self { error, reference }
    }
}

/// The texts of an error and of its causes. Never `Debug`: that of some causes holds what must not be written.
pub(crate) fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
