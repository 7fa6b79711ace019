//! Every error of the program as the page gets it: a code, and one plain sentence on what happened.

use canary_api::{AddressError, Error as ApiError, config::ConfigError};
use serde::Serialize;
use ts_rs::TS;

use crate::app::error::{Error, FileError, KeychainError, ReleaseError, Reported, SaveError};
use crate::words::say;

/// A failure, as the page shows it. `ui/js/errors.js` has a title and the next step for each code.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UiError {
    /// What kind of failure.
    pub code: ErrorCode,
    /// What happened, in one plain sentence.
    pub message: String,
    /// The entry of the form that caused it.
    pub field: Option<String>,
    /// May the same succeed a little later?
    pub retryable: bool,
    /// Under this the chain of causes stands in the log.
    pub reference: String,
    /// The Console's own words.
    pub detail: Option<String>,
}

/// The kinds of failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum ErrorCode {
    AddressInvalid,
    AddressOtherHost,
    AddressInsecure,
    KeyMissing,
    KeyRefused,
    NotAllowed,
    DnsFailed,
    ConnectFailed,
    ConnectionLost,
    TlsUntrusted,
    ProxyLogin,
    TimedOut,
    TooMany,
    ConsoleDown,
    NotJson,
    AnswerOdd,
    AnswerTooLarge,
    ListRepeats,
    ConsoleRefused,
    NotFound,
    CreateUnknown,
    FactoryGone,
    FactoryUnknown,
    FieldInvalid,
    MemoEmpty,
    MemoTooLong,
    KindUnknown,
    FlockUnknown,
    NoFile,
    FileGone,
    FileTooLarge,
    FileWrongType,
    FileEmpty,
    FileUnreadable,
    FolderReadOnly,
    DiskFull,
    SaveFailed,
    DownloadIncomplete,
    DownloadWrongType,
    NotDragged,
    KeychainMissing,
    KeychainLocked,
    KeychainDenied,
    KeychainSlow,
    KeychainFailed,
    SettingsUnwritable,
    ConfigInvalid,
    SheetRefused,
    SheetGone,
    SheetBusy,
    UnfinishedWork,
    JournalUnwritable,
    JournalUnreadable,
    ReleaseUnreachable,
    ReleaseOdd,
    ReleaseElsewhere,
    NotConnected,
    Cancelled,
    Internal,
}

/// A failure on its way to the page, before it has its reference.
struct Told {
    code: ErrorCode,
    message: String,
    field: Option<&'static str>,
    retryable: bool,
    detail: Option<String>,
}

impl From<Error> for UiError {
    fn from(error: Error) -> Self {
        Self::from(&Reported::new(error))
    }
}

impl From<&Reported> for UiError {
    fn from(reported: &Reported) -> Self {
        let told = tell(&reported.error);
        let field = match &reported.error {
            Error::Field { field, .. } | Error::FieldRefused { field, .. } => Some(field.clone()),
            _ => told.field.map(str::to_owned),
        };
        Self {
            code: told.code,
            message: told.message,
            field,
            retryable: told.retryable,
            reference: reported.reference.clone(),
            detail: told.detail,
        }
    }
}

/// Just a code and a sentence.
fn plain(code: ErrorCode, message: impl Into<String>) -> Told {
    Told {
        code,
        message: message.into(),
        field: None,
        retryable: false,
        detail: None,
    }
}

impl Told {
    fn at(self, field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }

    fn retryable(self) -> Self {
        Self {
            retryable: true,
            ..self
        }
    }

    fn saying(self, words: &str) -> Self {
        let detail = (!words.trim().is_empty()).then(|| words.trim().to_owned());
        Self { detail, ..self }
    }
}

fn tell(error: &Error) -> Told {
    use ErrorCode as Code;
    match error {
        Error::Api(error) => tell_api(error),
        Error::Address(error) => tell_address(error).at("address"),
        Error::KeyMissing => plain(Code::KeyMissing, say!("There is no usable API key.")).at("key"),
        Error::Keychain(error) => tell_keychain(*error),
        Error::Settings(_) => plain(Code::SettingsUnwritable, say!("The settings could not be written.")).retryable(),
        Error::Config(error) => tell_config(*error),
        Error::Sheet(error) => plain(Code::SheetRefused, error.sentence()),
        Error::SheetGone => plain(Code::SheetGone, say!("This sheet is no longer open.")),
        Error::SheetBusy => plain(Code::SheetBusy, say!("This sheet is being worked on.")),
        Error::UnfinishedWork => plain(
            Code::UnfinishedWork,
            say!("There is work that did not come to its end."),
        ),
        Error::JournalUnwritable(_) => plain(
            Code::JournalUnwritable,
            say!("What is done could not be written down on this computer, so nothing more was sent."),
        )
        .retryable(),
        Error::JournalUnreadable => plain(
            Code::JournalUnreadable,
            say!("What was written down of the unfinished work cannot be read."),
        ),
        Error::NotConnected => plain(Code::NotConnected, say!("No Console is connected.")),
        Error::Cancelled => plain(Code::Cancelled, "Stopped."),
        // The field itself is added by the caller: only here it is not one of ours.
        Error::Field { message, .. } => plain(Code::FieldInvalid, message.clone()),
        Error::FieldRefused { words, .. } => plain(
            Code::FieldInvalid,
            say!("Your Console does not accept this. Choose or write something else."),
        )
        .saying(words),
        Error::MemoEmpty => plain(Code::MemoEmpty, say!("The reminder is empty.")).at("memo"),
        Error::MemoTooLong { limit } => plain(
            Code::MemoTooLong,
            say!("A reminder has at most {limit} characters.", limit),
        )
        .at("memo"),
        Error::KindUnknown => plain(
            Code::KindUnknown,
            say!("Your Console does not offer this kind of Canarytoken."),
        ),
        Error::FlockUnknown => plain(Code::FlockUnknown, say!("Your Console does not know this flock.")).at("flock"),
        Error::NotFound => plain(
            Code::NotFound,
            say!("Your Console does not know this Canarytoken any more."),
        ),
        Error::CreateUnknown => plain(
            Code::CreateUnknown,
            say!("The connection broke while the Canarytoken was being made, and it is not in the list so far."),
        ),
        Error::FactoryGone => plain(Code::FactoryGone, say!("Somebody has deleted this factory meanwhile.")),
        Error::FactoryUnknown => plain(
            Code::FactoryUnknown,
            say!("The connection broke while the factory was being made, and it is not in the list so far."),
        ),
        Error::File(error) => tell_file(error),
        Error::Save(error) => tell_save(*error),
        Error::NotDragged(_) => plain(
            Code::NotDragged,
            say!("The system does not let Nestbox drag a file out of its window."),
        ),
        Error::Release(error) => tell_release(*error),
        Error::Internal(_) => plain(Code::Internal, say!("Something in Nestbox went wrong.")),
    }
}

fn tell_release(error: ReleaseError) -> Told {
    use ErrorCode as Code;
    match error {
        ReleaseError::Unreachable => plain(
            Code::ReleaseUnreachable,
            say!("Nobody answered where new versions of Nestbox are told of."),
        )
        .retryable(),
        ReleaseError::Odd => plain(
            Code::ReleaseOdd,
            say!("The answer about new versions of Nestbox was not understood."),
        ),
        ReleaseError::Elsewhere => plain(
            Code::ReleaseElsewhere,
            say!("A newer version of Nestbox is there, but not for this kind of computer."),
        ),
    }
}

fn tell_api(error: &ApiError) -> Told {
    use ErrorCode as Code;
    let told = match error {
        ApiError::KeyRefused { message } => plain(Code::KeyRefused, say!("Your Console does not accept this API key."))
            .at("key")
            .saying(message),
        ApiError::NotAllowed { message } => plain(
            Code::NotAllowed,
            say!("Your Console does not let this API key do that."),
        )
        .saying(message),
        ApiError::NotFound => plain(
            Code::NotFound,
            say!("Your Console does not know this Canarytoken any more."),
        ),
        ApiError::Refused { message } => tell_refused(message),
        ApiError::NoFile { .. } => plain(
            Code::NoFile,
            say!("Your Console makes no file for this kind of Canarytoken."),
        ),
        ApiError::Dns => plain(Code::DnsFailed, say!("No computer was found at this address.")).at("address"),
        ApiError::Connect => plain(Code::ConnectFailed, say!("Nobody answered at your Console’s address.")),
        ApiError::Tls { message } => plain(Code::TlsUntrusted, say!("The connection is not safe.")).saying(message),
        ApiError::ProxyLogin => plain(
            Code::ProxyLogin,
            say!("Your network’s proxy wants a name and a password."),
        ),
        ApiError::ConnectionLost => plain(
            Code::ConnectionLost,
            say!("The connection broke before the answer was complete."),
        ),
        ApiError::TimedOut => plain(Code::TimedOut, say!("No answer came in time.")),
        ApiError::TooMany { .. } => plain(
            Code::TooMany,
            say!("Your Console gets too many requests at the moment."),
        ),
        ApiError::Status { code, .. } if *code >= 500 => plain(
            Code::ConsoleDown,
            say!("Your Console answered that it cannot help right now ({code}).", code),
        ),
        ApiError::Status { code, .. } => plain(
            Code::NotJson,
            say!("The answer was not one of a Console ({code}).", code),
        ),
        ApiError::NotJson { looks_like_html: true } => {
            plain(Code::NotJson, say!("A web page came back instead of an answer."))
        }
        ApiError::NotJson { .. } => plain(Code::NotJson, say!("Something else than an answer came back.")),
        ApiError::RedirectedAway => plain(
            Code::NotJson,
            say!("The address leads to another place, where the API key must not go."),
        ),
        ApiError::Odd { path, .. } => {
            plain(Code::AnswerOdd, say!("A part of the answer was not understood.")).saying(&say!("at {path}", path))
        }
        ApiError::TooLarge { .. } => plain(Code::AnswerTooLarge, say!("The answer was larger than Nestbox reads.")),
        ApiError::TooDeep => plain(Code::AnswerOdd, say!("The answer was nested too deeply.")),
        ApiError::ListRepeats => plain(
            Code::ListRepeats,
            say!("Your Console keeps sending the same part of the list."),
        ),
        ApiError::Write(_) => plain(Code::SaveFailed, say!("The file could not be written.")),
        ApiError::Invalid { .. } => plain(Code::Internal, say!("Something in Nestbox went wrong.")),
    };
    Told {
        retryable: error.is_retryable(),
        ..told
    }
}

/// A Console's refusal in its own words. Those that are known (see the reference of its texts) become ours.
fn tell_refused(words: &str) -> Told {
    use ErrorCode as Code;
    let told = match words.trim().trim_end_matches('.') {
        "Empty memo" => plain(Code::MemoEmpty, say!("The reminder is empty.")).at("memo"),
        "Supplied kind is not valid" => plain(
            Code::KindUnknown,
            say!("Your Console does not offer this kind of Canarytoken."),
        ),
        "Flock does not exist" => plain(Code::FlockUnknown, say!("Your Console does not know this flock.")).at("flock"),
        _ => plain(Code::ConsoleRefused, say!("Your Console did not do it.")),
    };
    told.saying(words)
}

fn tell_address(error: &AddressError) -> Told {
    use ErrorCode as Code;
    match error {
        AddressError::Empty => plain(Code::AddressInvalid, say!("The address is empty.")),
        AddressError::NotAnAddress => plain(Code::AddressInvalid, say!("This cannot be read as an address.")),
        AddressError::OtherHost { host } => plain(
            Code::AddressOtherHost,
            say!("{host} is not a canary.tools address.", host),
        ),
        AddressError::Insecure => plain(
            Code::AddressInsecure,
            say!("The address begins with http, so others could read along."),
        ),
        AddressError::Credentials => plain(
            Code::AddressInvalid,
            say!("The address holds a user name or a password."),
        ),
        AddressError::Port => plain(
            Code::AddressInvalid,
            say!("The address ends in a port number, which Consoles do not have."),
        ),
        AddressError::Lookalike => plain(
            Code::AddressInvalid,
            say!("The address has letters that only look like those of another address."),
        ),
    }
}

fn tell_config(error: ConfigError) -> Told {
    let message = match error {
        ConfigError::NoSection => say!("It is not a configuration file of a Console."),
        ConfigError::NoDomain => say!("There is no Console address in the file."),
        ConfigError::NoKey => say!("There is no API key in the file."),
    };
    plain(ErrorCode::ConfigInvalid, message)
}

fn tell_keychain(error: KeychainError) -> Told {
    use ErrorCode as Code;
    match error {
        KeychainError::Missing => plain(Code::KeychainMissing, say!("No keychain runs on this computer.")),
        KeychainError::Locked => plain(Code::KeychainLocked, say!("The keychain is locked.")),
        KeychainError::Dismissed => plain(
            Code::KeychainLocked,
            say!("The keychain’s question was closed without an answer."),
        ),
        KeychainError::Denied => plain(
            Code::KeychainDenied,
            say!("The system did not let Nestbox use the keychain."),
        ),
        KeychainError::Slow => plain(Code::KeychainSlow, say!("The keychain did not answer in time.")),
        KeychainError::Failed(_) => plain(Code::KeychainFailed, say!("The keychain reported a fault.")),
    }
    .retryable()
}

fn tell_file(error: &FileError) -> Told {
    use ErrorCode as Code;
    match error {
        FileError::Gone => plain(Code::FileGone, say!("The file was moved or deleted.")),
        FileError::TooLarge { limit } => plain(
            Code::FileTooLarge,
            say!("It may have {size} at most.", size = size(*limit)),
        ),
        FileError::WrongType { accept } if accept.is_empty() => plain(
            Code::FileWrongType,
            say!("The file is of another type than is needed here."),
        ),
        FileError::WrongType { accept } => plain(
            Code::FileWrongType,
            say!("The file must be one of these: {types}.", types = accept.join(", ")),
        ),
        FileError::Empty => plain(Code::FileEmpty, say!("There is nothing in the file.")),
        FileError::Unreadable(_) => plain(
            Code::FileUnreadable,
            say!("The system did not let Nestbox read the file."),
        ),
    }
}

fn tell_save(error: SaveError) -> Told {
    use ErrorCode as Code;
    match error {
        SaveError::ReadOnly => plain(Code::FolderReadOnly, say!("The system does not allow saving there.")),
        SaveError::DiskFull => plain(Code::DiskFull, say!("There is no room left on the disk.")),
        SaveError::Incomplete => plain(Code::DownloadIncomplete, say!("The file ended too early.")).retryable(),
        SaveError::WrongType => plain(
            Code::DownloadWrongType,
            say!("Your Console sent something that is not a file of this kind."),
        ),
        SaveError::Outside => plain(
            Code::SaveFailed,
            say!("The folder leads out of the one that was chosen, so nothing was written there."),
        ),
        SaveError::Io(_) => plain(Code::SaveFailed, say!("The system could not write the file.")),
    }
}

/// A size as people say it.
fn size(bytes: u64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
