//! The journal of what is made many at once: a file of the person alone, begun as a whole, and grown note by note.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::ports::JournalStore;

/// How a half-written journal is called.
const TEMP_PREFIX: &str = ".nestbox-journal-";

/// A file in the program's data folder.
#[derive(Debug, Clone)]
pub struct JournalFile {
    path: PathBuf,
}

impl JournalFile {
    /// The file at `path`. Its folder is made when it is needed.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }
}

impl JournalStore for JournalFile {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn begin(&self, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(self.folder())?;
        // tempfile makes it readable by its owner only.
        let mut temp = tempfile::Builder::new()
            .prefix(TEMP_PREFIX)
            .tempfile_in(self.folder())?;
        temp.write_all(bytes)?;
        temp.as_file().sync_all()?;
        temp.persist(&self.path).map_err(|error| error.error)?;
        sync(self.folder())
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().append(true).open(&self.path)?;
        let before = file.metadata()?.len();
        let done = file.write_all(bytes).and_then(|()| file.sync_data());
        if done.is_err() {
            // Half a note is as good as none, but the next one must not follow it.
            drop(file.set_len(before));
        }
        done
    }

    fn cut(&self, length: u64) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(&self.path)?;
        file.set_len(length)?;
        file.sync_all()
    }

    fn remove(&self) -> io::Result<()> {
        self.sweep();
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Err(_) => Ok(()),
            Ok(()) => sync(self.folder()),
        }
    }

    fn sweep(&self) -> usize {
        let Ok(entries) = fs::read_dir(self.folder()) else {
            return 0;
        };
        let leftover = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(TEMP_PREFIX);
        let entries = entries.filter_map(Result::ok).filter(leftover);
        entries.filter(|entry| fs::remove_file(entry.path()).is_ok()).count()
    }
}

/// A new or removed name shall survive a power cut too. Only Unix can promise that of a folder.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
