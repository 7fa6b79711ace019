//! Files that a person chose for a form. The page gets a handle; the path stays here, and the bytes are read when they are sent.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use canary_api::Upload;

use super::sort::FileSort;
use super::thumbnail::{self, Thumbnail};
use crate::app::catalogue::Field;
use crate::app::error::FileError;
use crate::app::handles::Handles;
use crate::words::say;

/// The largest file that is read at all, in bytes; a field may have a lower limit.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// A chosen file as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// What the page calls it from now on.
    pub handle: String,
    /// Its name, without its folder.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// What it truly is, such as `image/png`.
    pub mime: &'static str,
    /// A small picture of it as a `data:` URI, for pictures.
    pub preview: Option<String>,
    /// What the person should know before sending it.
    pub warning: Option<String>,
}

/// What is kept of a chosen file.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    path: PathBuf,
    name: String,
    pub(super) bytes: u64,
    pub(super) sort: FileSort,
}

/// All files chosen so far, by handle.
#[derive(Debug, Default)]
pub struct ChosenFiles(Handles<Kept>);

impl ChosenFiles {
    /// Takes the file at `path` for `field`.
    ///
    /// # Errors
    /// [`FileError`] when it is gone, empty, unreadable, damaged, too large, or truly of another type than the field takes.
    pub async fn choose(&self, path: PathBuf, field: &Field) -> Result<ChosenFile, FileError> {
        self.take(path, Some(field)).await
    }

    /// Takes a file that was dropped on the window, for whichever field the page will choose. [`super::check_form`] looks
    /// whether it suits that field.
    ///
    /// # Errors
    /// As [`ChosenFiles::choose`]; files that no form takes are of the wrong type.
    pub async fn take_dropped(&self, path: PathBuf) -> Result<ChosenFile, FileError> {
        self.take(path, None).await
    }

    async fn take(&self, path: PathBuf, field: Option<&Field>) -> Result<ChosenFile, FileError> {
        let limit = field.map_or(MAX_FILE_BYTES, hard_limit);
        let accept = field.cloned();
        let look = move || -> Result<_, FileError> {
            let (content, sort) = open(&path, limit, accept.as_ref())?;
            let preview = preview(&content, sort, accept.as_ref())?;
            Ok((path, content.len(), sort, preview))
        };
        let (path, bytes, sort, preview) = blocking(look).await?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kept = Kept {
            path,
            name: name.clone(),
            bytes: bytes as u64,
            sort,
        };
        let warning = field.and_then(|field| warning(&kept, field));
        let bytes = kept.bytes;
        let handle = self.0.keep(kept);
        Ok(ChosenFile {
            handle,
            name,
            bytes,
            mime: sort.mime(),
            preview,
            warning,
        })
    }

    /// What is kept under `handle`.
    pub(super) fn get(&self, handle: &str) -> Option<Kept> {
        self.0.get(handle)
    }

    /// Reads the file under `handle` for `field`, and looks again at what it is now.
    ///
    /// # Errors
    /// [`FileError::Gone`] for an unknown handle too; the rest as [`ChosenFiles::choose`].
    pub async fn read(&self, handle: &str, field: &Field) -> Result<Upload, FileError> {
        let kept = self.0.get(handle).ok_or(FileError::Gone)?;
        let rule = field.clone();
        let path = kept.path.clone();
        let (bytes, sort) = blocking(move || open(&path, hard_limit(&rule), Some(&rule))).await?;
        Ok(Upload {
            field: field.name.clone(),
            file_name: sent_name(&kept.name, sort),
            mime: sort.mime().to_owned(),
            bytes,
        })
    }

    /// Forgets all of them.
    pub fn clear(&self) {
        self.0.clear();
    }
}

/// Does `field` take files of this sort?
pub(super) fn takes(field: &Field, sort: FileSort) -> bool {
    field.type_is_advice || suits(field, sort)
}

/// Is `sort` what `field` asks for?
fn suits(field: &Field, sort: FileSort) -> bool {
    field.mime.iter().any(|mime| mime == sort.mime()) && sort != FileSort::Other
}

/// What the person should know before sending the file for `field`.
pub(super) fn warning(kept: &Kept, field: &Field) -> Option<String> {
    let large = field.max_bytes.filter(|most| field.max_is_advice && kept.bytes > *most);
    let large = large.map(|most| {
        say!(
            "This file has {size}. Your Console may refuse files of more than {most}.",
            size = megabytes(kept.bytes),
            most = megabytes(most)
        )
    });
    let sent = sent_name(&kept.name, kept.sort);
    let renamed = (sent != kept.name).then(|| {
        say!(
            "The name does not say so, but this is {sort}. It is sent as “{sent}”.",
            sort = kept.sort.label(),
            sent
        )
    });
    let other = field.invalid.clone().filter(|_| !suits(field, kept.sort));
    let warnings: Vec<String> = [other, large, renamed].into_iter().flatten().collect();
    (!warnings.is_empty()).then(|| warnings.join(" "))
}

fn hard_limit(field: &Field) -> u64 {
    let limit = field.max_bytes.filter(|_| !field.max_is_advice);
    limit.unwrap_or(MAX_FILE_BYTES).min(MAX_FILE_BYTES)
}

/// The name with an extension that its content deserves.
fn sent_name(name: &str, sort: FileSort) -> String {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, extension.to_lowercase()),
        _ => (name, String::new()),
    };
    match sort.extensions().first() {
        Some(first) if !sort.extensions().contains(&extension.as_str()) => format!("{stem}.{first}"),
        _ => name.to_owned(),
    }
}

/// One decimal, rounded up: a file just over a limit must not seem to be at it.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole} MB"),
        (whole, tenth) => say!("{whole}.{tenth} MB", whole, tenth),
    }
}

/// The whole content of a file of at most `limit` bytes, and what it is.
fn open(path: &Path, limit: u64, field: Option<&Field>) -> Result<(Vec<u8>, FileSort), FileError> {
    let about = std::fs::metadata(path).map_err(|error| told(&error))?;
    if !about.is_file() {
        // A folder, or something that would never end.
        return Err(wrong_type(field));
    }
    if about.len() > limit {
        return Err(FileError::TooLarge { limit });
    }
    let mut content = Vec::new();
    let file = File::open(path).map_err(|error| told(&error))?;
    file.take(limit + 1)
        .read_to_end(&mut content)
        .map_err(|error| told(&error))?;
    if content.len() as u64 > limit {
        return Err(FileError::TooLarge { limit });
    }
    if content.is_empty() {
        return Err(FileError::Empty);
    }
    let sort = FileSort::of(&content);
    let fits = field.map_or(!matches!(sort, FileSort::Other | FileSort::Gif), |field| {
        takes(field, sort)
    });
    if fits {
        Ok((content, sort))
    } else {
        Err(wrong_type(field))
    }
}

/// The small picture. A picture that cannot be decoded would be a decoy that nobody believes.
fn preview(content: &[u8], sort: FileSort, field: Option<&Field>) -> Result<Option<String>, FileError> {
    if !sort.is_picture() {
        return Ok(None);
    }
    match thumbnail::draw(content) {
        Thumbnail::Drawn(uri) => Ok(Some(uri)),
        Thumbnail::TooMuch => Ok(None),
        Thumbnail::Damaged => Err(wrong_type(field)),
    }
}

fn wrong_type(field: Option<&Field>) -> FileError {
    FileError::WrongType {
        accept: field.map(|field| field.accept.clone()).unwrap_or_default(),
    }
}

fn told(error: &std::io::Error) -> FileError {
    match error.kind() {
        std::io::ErrorKind::NotFound => FileError::Gone,
        kind => FileError::Unreadable(kind),
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FileError> + Send + 'static,
) -> Result<T, FileError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or(Err(FileError::Unreadable(std::io::ErrorKind::Other)))
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;
