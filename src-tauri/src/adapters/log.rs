//! The program's log: a file a day, the last five kept, in a folder of its own. Only our own crates write to it, and they write
//! no address, key, reminder or whole id.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

use crate::app::ports::Log;

/// How the files are called: `nestbox.2026-01-31.log`.
const PREFIX: &str = "nestbox";
const SUFFIX: &str = "log";
/// How many days are kept.
const DAYS: usize = 5;
/// Libraries may print addresses and headers; what they log goes nowhere.
const FILTER: &str = "off,nestbox=info,canary_api=info";

/// The log in one folder.
#[derive(Debug, Clone)]
pub struct LogFolder(PathBuf);

impl LogFolder {
    /// The log in `folder`, which is made when needed.
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// What is logged from now on in this process goes there. Without a folder to write to, nowhere.
    pub fn start(&self) {
        // The appender complains aloud about a folder that is not there yet.
        drop(fs::create_dir_all(&self.0));
        let Ok(appender) = self.appender() else { return };
        let started = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(FILTER))
            .with_writer(appender)
            .with_ansi(false)
            .try_init();
        if started.is_ok() {
            note_panics();
        }
    }

    fn appender(&self) -> Result<RollingFileAppender, tracing_appender::rolling::InitError> {
        RollingFileAppender::builder()
            .rotation(Rotation::DAILY)
            .filename_prefix(PREFIX)
            .filename_suffix(SUFFIX)
            .max_log_files(DAYS)
            .build(&self.0)
    }

    /// Our files in the folder, oldest first: their names hold the day.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let ours = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(PREFIX) && name.ends_with(SUFFIX)
        };
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut files: Vec<PathBuf> = paths.filter(|path| ours(path)).collect();
        files.sort();
        Ok(files)
    }
}

impl Log for LogFolder {
    fn tail(&self, lines: usize) -> Vec<String> {
        let newest = self.files().ok().and_then(|mut files| files.pop());
        let text = newest
            .and_then(|path| fs::read_to_string(path).ok())
            .unwrap_or_default();
        let all: Vec<&str> = text.lines().collect();
        all[all.len().saturating_sub(lines)..]
            .iter()
            .map(|&line| line.to_owned())
            .collect()
    }

    fn remove(&self) -> io::Result<()> {
        self.files()?.into_iter().try_for_each(fs::remove_file)
    }
}

/// Writes where a panic happened, and not its message, which may hold anything.
fn note_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(place) = panic.location() {
            tracing::error!("panic at {}:{}", place.file(), place.line());
        }
        before(panic);
    }));
}
