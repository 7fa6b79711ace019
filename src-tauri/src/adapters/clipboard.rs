//! The system's clipboard, for secrets. What is no secret is copied by the page itself.

use std::io;
use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard as Open, Error, Set};
use secrecy::{ExposeSecret, SecretString};

use crate::app::ports::Clipboard;

/// The clipboard. It is opened when the first secret is copied, and stays open: on Linux, a program serves what it copied.
#[derive(Default)]
pub struct SystemClipboard(Mutex<Option<Open>>);

impl SystemClipboard {
    fn with<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, Error>) -> io::Result<T> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let open = match &mut *open {
            Some(open) => open,
            none => none.insert(Open::new().map_err(fault)?),
        };
        work(open).map_err(fault)
    }
}

impl Clipboard for SystemClipboard {
    fn put(&self, secret: &SecretString) -> io::Result<()> {
        self.with(|open| left_out_of_histories(open.set()).text(secret.expose_secret()))
    }

    fn text(&self) -> io::Result<Option<SecretString>> {
        self.with(|open| match open.get_text() {
            Ok(text) => Ok(Some(text.into())),
            // It is empty, or holds something else, such as a picture.
            Err(Error::ContentNotAvailable | Error::ConversionFailure) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn clear(&self) -> io::Result<()> {
        self.with(Open::clear)
    }
}

/// Asks programs that keep what was copied to leave this out. Each system has its own mark for that.
fn left_out_of_histories(set: Set<'_>) -> Set<'_> {
    #[cfg(target_os = "linux")]
    return arboard::SetExtLinux::exclude_from_history(set);
    #[cfg(target_os = "macos")]
    return arboard::SetExtApple::exclude_from_history(set);
    #[cfg(windows)]
    return {
        use arboard::SetExtWindows;
        set.exclude_from_monitoring()
            .exclude_from_history()
            .exclude_from_cloud()
    };
}

/// The library's own words may quote what it was given.
fn fault(error: Error) -> io::Error {
    io::Error::other(match error {
        Error::ContentNotAvailable => "the clipboard is empty",
        Error::ClipboardNotSupported => "the system has no clipboard",
        Error::ClipboardOccupied => "another program holds the clipboard",
        Error::ConversionFailure => "the clipboard holds no text",
        _ => "the clipboard failed",
    })
}
