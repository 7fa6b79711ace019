//! Half-written files that a crash left beside their targets are removed when the program starts.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How files are called while they are written. Hidden, and like nobody else's.
pub const TEMP_PREFIX: &str = ".nestbox-part-";

/// A file that was written to more recently may belong to another start of the program, which is still at it: a download that
/// stands still for this long has failed.
const ALIVE: Duration = Duration::from_secs(120);

/// Removes the leftovers in `folder`; how many. Folders that cannot be read have none.
pub fn sweep(folder: &Path, now: SystemTime) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let entries = entries.filter_map(Result::ok).filter(|entry| is_leftover(entry, now));
    entries.filter(|entry| fs::remove_file(entry.path()).is_ok()).count()
}

/// Removes the files in `folder` whose names begin with `prefix`, however new: whoever wrote them is known to have ended.
pub fn sweep_all(folder: &Path, prefix: &str) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let begins = |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with(prefix);
    let entries = entries.filter_map(Result::ok).filter(begins);
    entries.filter(|entry| fs::remove_file(entry.path()).is_ok()).count()
}

fn is_leftover(entry: &DirEntry, now: SystemTime) -> bool {
    let ours = entry.file_name().to_string_lossy().starts_with(TEMP_PREFIX);
    ours && entry.metadata().is_ok_and(|found| {
        let idle = found
            .modified()
            .ok()
            .and_then(|changed| now.duration_since(changed).ok());
        found.is_file() && idle.is_some_and(|idle| idle >= ALIVE)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_files_that_nobody_writes_to_any_more_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let part = format!("{TEMP_PREFIX}a1");
        for name in [part.as_str(), "Budget.docx", ".nestbox-notes"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let now = SystemTime::now();
        assert_eq!(sweep(folder.path(), now), 0, "one that is being written to was removed");
        assert_eq!(sweep(folder.path(), now + ALIVE + ALIVE), 1);
        assert!(!folder.path().join(part).exists());
        assert!(folder.path().join("Budget.docx").exists());
        assert!(folder.path().join(".nestbox-notes").exists());
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_leftovers() {
        assert_eq!(sweep(Path::new("/nowhere/at/all"), SystemTime::now()), 0);
    }
}
