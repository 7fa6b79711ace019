//! The settings file: replaced as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::ports::SettingsFile;

/// How half-written settings are called.
const TEMP_PREFIX: &str = ".nestbox-settings-";
/// What is added to the name of a file that was set aside.
const ASIDE: &str = ".unreadable";
/// Settings are a few hundred bytes; a file larger than this is none of ours.
const LIMIT: u64 = 1024 * 1024;

/// A file in a folder of the program's own.
#[derive(Debug, Clone)]
pub struct AtomicFile {
    path: PathBuf,
}

impl AtomicFile {
    /// The file at `path`. Its folder is made when the file is first written.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    fn aside(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(ASIDE);
        name.into()
    }
}

impl SettingsFile for AtomicFile {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::metadata(&self.path) {
            Ok(found) if found.len() > LIMIT => Ok(Some(Vec::new())),
            Ok(_) => fs::read(&self.path).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(self.folder())?;
        // tempfile makes it readable by its owner only.
        let mut temp = tempfile::Builder::new()
            .prefix(TEMP_PREFIX)
            .tempfile_in(self.folder())?;
        temp.write_all(bytes)?;
        temp.as_file().sync_all()?;
        temp.persist(&self.path).map_err(|error| error.error)?;
        sync_folder(self.folder());
        Ok(())
    }

    fn set_aside(&self) -> io::Result<()> {
        fs::rename(&self.path, self.aside())
    }

    fn remove(&self) -> io::Result<()> {
        self.sweep();
        for path in [&self.path, &self.aside()] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
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

/// Makes the new name durable, where folders can be synced. The content is safe without it.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
}
