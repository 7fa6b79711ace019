//! Saving the file of a Canarytoken: the system's dialog, a hidden temporary file beside the target, checks, and only then the name.

#[cfg(unix)]
use std::fs;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use canary_api::endpoints::Download;
use canary_api::{Downloaded, Error as ApiError, Token};
use tempfile::{Builder, NamedTempFile};
use tokio::io::BufWriter;

use super::App;
use super::artifact_name;
use super::catalogue::{Artifact, Magic};
use super::error::{Error, SaveError};
use super::operations::{Progress, Reporter, Unit};
use super::ports::{FileFilter, SaveAs};
use super::sweep::TEMP_PREFIX;
use crate::words::say;

/// Bytes that are gathered before they go to the disk.
const GATHER: usize = 1024 * 1024;

/// A file that was saved.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Names it for "Show in folder".
    pub handle: String,
    /// Its name.
    pub file_name: String,
    /// Its folder, as people say it: the last two names.
    pub folder: String,
    /// Its size in bytes.
    pub bytes: u64,
}

impl App {
    /// Lets the person choose where, and saves the file of a Canarytoken there. `None` when they cancel.
    /// A failure leaves what was there before as it was, and nothing else.
    ///
    /// # Errors
    /// [`Error::Save`], and those of the Console.
    pub async fn save_artifact(
        &self,
        id: &str,
        file_name: Option<&str>,
        report: Reporter,
    ) -> Result<Option<Saved>, Error> {
        let session = self.session()?;
        let token = session.tokens.with(|index| index.get(id).cloned());
        let (artifact, name) = self.artifact_of(token.as_ref(), id, file_name);
        let Some(chosen) = self.ports.dialogs.save(self.ask(&artifact, name)).await else {
            return Ok(None);
        };
        let target = Target::of(&chosen, &artifact);
        // Before anything is written there: should the program crash, the next start looks into this folder for what it left.
        self.remember_folder(&target.path);
        let bytes = tokio::select! {
            biased;
            () = session.cancel.cancelled() => return Err(Error::Cancelled),
            saved = download(&session.client, id, &target, artifact.magic, TEMP_PREFIX, &report) => saved?,
        };
        Ok(Some(self.saved_at(target.path, bytes)))
    }

    /// What is known of the file of a Canarytoken, and its name: the wished one, made harmless, or a believable one.
    pub(super) fn artifact_of(&self, token: Option<&Token>, id: &str, wished: Option<&str>) -> (Artifact, String) {
        let kind = token.map_or("", |token| token.kind.as_str());
        let artifact = self.catalogue.artifact(kind).cloned().unwrap_or_else(any_artifact);
        let told = token.and_then(|token| token.field("doc_name"));
        let name = match wished.filter(|name| !name.trim().is_empty()) {
            Some(name) => artifact_name::locked(name, &artifact),
            None => artifact_name::suggested(&artifact, told.as_deref(), id),
        };
        (artifact, name)
    }

    /// What is told of a file that is in its place.
    pub(crate) fn saved_at(&self, path: PathBuf, bytes: u64) -> Saved {
        Saved {
            file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            folder: spoken(path.parent()),
            handle: self.saved.keep(path),
            bytes,
        }
    }

    /// Lets the person choose where a text made by the program goes, and writes it there. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::Save`].
    pub(crate) async fn save_text(
        &self,
        name: &str,
        artifact: &Artifact,
        text: String,
    ) -> Result<Option<Saved>, Error> {
        let name = artifact_name::locked(name, artifact);
        let Some(chosen) = self.ports.dialogs.save(self.ask(artifact, name)).await else {
            return Ok(None);
        };
        self.remember_folder(&chosen);
        let (bytes, artifact) = (text.len() as u64, artifact.clone());
        let writing = tokio::task::spawn_blocking(move || write_chosen(&chosen, &artifact, text.as_bytes()));
        let path = writing
            .await
            .map_err(|_| Error::Internal("the file was not written"))??;
        Ok(Some(self.saved_at(path, bytes)))
    }

    /// Remembers the folder of `target` as the one for files.
    pub(crate) fn remember_folder(&self, target: &Path) {
        if let Some(folder) = target.parent().filter(|folder| folder.is_dir())
            && self.preferences.get().folder.as_deref() != Some(folder)
            && let Err(error) = self.preferences.set_folder(folder)
        {
            tracing::warn!(%error, "the folder is not remembered");
        }
    }

    fn ask(&self, artifact: &Artifact, file_name: String) -> SaveAs {
        let extensions = Some(artifact.extension.clone()).filter(|extension| !extension.is_empty());
        let filter = extensions.map(|extension| FileFilter {
            label: artifact.label.clone(),
            extensions: vec![extension],
        });
        SaveAs {
            title: say!("Save file").into(),
            file_name,
            filter,
            folder: self.preferences.get().folder,
        }
    }
}

/// What is assumed of the file of a kind that nobody here knows.
pub(crate) fn any_artifact() -> Artifact {
    Artifact {
        extension: String::new(),
        label: say!("File").into(),
        names: Vec::new(),
        magic: Magic::Any,
    }
}

/// Where the file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Its path.
    pub path: PathBuf,
    /// The person was asked about this very name, so a file that has it may go.
    pub replaces: bool,
}

impl Target {
    /// A name that nobody may have yet.
    pub(super) fn free(path: PathBuf) -> Self {
        Self { path, replaces: false }
    }

    /// The chosen path with the kind's extension. Where that makes it another file than the dialog asked about, none is overwritten.
    pub(crate) fn of(chosen: &Path, artifact: &Artifact) -> Self {
        let end = format!(".{}", artifact.extension);
        let name = chosen.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.len().checked_sub(end.len()).filter(|length| *length > 0);
        let has = stem.and_then(|length| name.get(length..));
        if artifact.extension.is_empty() || has.is_some_and(|has| has.eq_ignore_ascii_case(&end)) {
            return Self {
                path: chosen.to_owned(),
                replaces: true,
            };
        }
        let name = artifact_name::locked(&name, artifact);
        let mut free = numbered(&name, &artifact.extension).map(|name| chosen.with_file_name(name));
        let free = free.find(|path| path.symlink_metadata().is_err());
        Self {
            path: free.unwrap_or_else(|| chosen.with_file_name(&name)),
            replaces: false,
        }
    }
}

/// `Plan.docx`, `Plan (2).docx`, `Plan (3).docx` and so on: names to try where one is taken. `extension` may have several parts.
pub(crate) fn numbered<'a>(name: &'a str, extension: &str) -> impl Iterator<Item = String> + use<'a> {
    let whole = name.strip_suffix(extension).filter(|_| !extension.is_empty());
    let stem = whole
        .and_then(|before| before.strip_suffix('.'))
        .filter(|stem| !stem.is_empty());
    let at = stem.map(str::len).or_else(|| name.rfind('.').filter(|at| *at > 0));
    let (stem, end) = name.split_at(at.unwrap_or(name.len()));
    std::iter::once(name.to_owned()).chain((2..10_000).map(move |number| format!("{stem} ({number}){end}")))
}

/// Writes `bytes` under a name that the person chose: as a whole, or not at all.
pub(crate) fn write_chosen(chosen: &Path, artifact: &Artifact, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let target = Target::of(chosen, artifact);
    let folder = target.path.parent().unwrap_or_else(|| Path::new("."));
    let mut unfinished = Unfinished::begin(folder, TEMP_PREFIX)?;
    unfinished.write_all(bytes)?;
    unfinished.finish(artifact.magic, &target)?;
    Ok(target.path)
}

/// Fetches the file of the Canarytoken `id` to its place. It grows beside it under a name that begins with `prefix`.
pub(crate) async fn download(
    client: &canary_api::Client,
    id: &str,
    target: &Target,
    magic: Magic,
    prefix: &str,
    report: &Reporter,
) -> Result<u64, Error> {
    let folder = target.path.parent().unwrap_or_else(|| Path::new("."));
    let (unfinished, bytes) = fetch(client, id, folder, prefix, report).await?;
    let target = target.clone();
    let finish = move || unfinished.finish(magic, &target);
    tokio::task::spawn_blocking(finish)
        .await
        .map_err(|_| Error::Internal("the file was not finished"))??;
    Ok(bytes)
}

/// Downloads the file of a Canarytoken into a hidden file in `folder` whose name begins with `prefix`; that, and its size.
pub(super) async fn fetch(
    client: &canary_api::Client,
    id: &str,
    folder: &Path,
    prefix: &str,
    report: &Reporter,
) -> Result<(Unfinished, u64), Error> {
    let unfinished = Unfinished::begin(folder, prefix).map_err(SaveError::from)?;
    let file = unfinished.file.as_file().try_clone().map_err(SaveError::from)?;
    let mut into = BufWriter::with_capacity(GATHER, tokio::fs::File::from_std(file));
    let mut progress = |done, total| {
        report.report(Progress {
            done,
            total,
            failed: 0,
            unit: Unit::Bytes,
        })
    };
    let request = Download { id: id.to_owned() };
    let Downloaded { bytes, .. } = client
        .download(&request, &mut into, &mut progress)
        .await
        .map_err(of_download)?;
    drop(into);
    Ok((unfinished, bytes))
}

/// A broken connection in the middle of a file leaves half a file, and people know what that is.
fn of_download(error: ApiError) -> Error {
    match error {
        ApiError::Write(error) => SaveError::from(error).into(),
        ApiError::ConnectionLost => SaveError::Incomplete.into(),
        ApiError::NotJson { .. } => SaveError::WrongType.into(),
        ApiError::Odd { .. } => SaveError::WrongType.into(),
        other => Error::Api(Arc::new(other)),
    }
}

/// A file that grows beside its target: hidden, and the person's alone. It goes when it is dropped.
pub(super) struct Unfinished {
    file: NamedTempFile,
    /// The rights that a new file has in this folder.
    #[cfg(unix)]
    usual: fs::Permissions,
}

impl Unfinished {
    #[cfg(unix)]
    pub(super) fn begin(folder: &Path, prefix: &str) -> io::Result<Self> {
        use std::os::unix::fs::PermissionsExt;
        // Made as any new file is, so that the person's own setting (umask) is known; nobody can read from it what is not yet there.
        let any = fs::Permissions::from_mode(0o666);
        let file = Builder::new().prefix(prefix).permissions(any).tempfile_in(folder)?;
        let usual = file.as_file().metadata()?.permissions();
        // Some file systems know no rights, and refuse to set them.
        drop(file.as_file().set_permissions(fs::Permissions::from_mode(0o600)));
        Ok(Self { file, usual })
    }

    #[cfg(not(unix))]
    pub(super) fn begin(folder: &Path, prefix: &str) -> io::Result<Self> {
        let file = Builder::new().prefix(prefix).tempfile_in(folder)?;
        Ok(Self { file })
    }

    /// Checks what is in it, and sees it onto the disk.
    pub(super) fn check(&self, magic: Magic) -> Result<(), SaveError> {
        let mut head = Vec::with_capacity(Magic::LOOKS_AT);
        File::open(self.file.path())?
            .take(Magic::LOOKS_AT as u64)
            .read_to_end(&mut head)?;
        if !magic.fits(&head) {
            return Err(SaveError::WrongType);
        }
        Ok(self.file.as_file().sync_all()?)
    }

    /// Checks it and gives it its name.
    fn finish(self, magic: Magic, target: &Target) -> Result<(), SaveError> {
        self.check(magic)?;
        self.name(target).map_err(|(error, _)| error.into())
    }

    /// Gives it its name. Where that fails it is still there, unfinished.
    pub(super) fn name(self, target: &Target) -> Result<(), (io::Error, Self)> {
        #[cfg(unix)]
        let usual = self.usual;
        #[cfg(unix)]
        drop(
            self.file
                .as_file()
                .set_permissions(rights(&target.path).unwrap_or_else(|| usual.clone())),
        );
        let named = if target.replaces {
            self.file.persist(&target.path)
        } else {
            self.file.persist_noclobber(&target.path)
        };
        named.map_err(|failed| {
            let again = Self {
                file: failed.file,
                #[cfg(unix)]
                usual,
            };
            (failed.error, again)
        })?;
        // The new name shall survive a power cut too. Not every file system can promise that.
        if let Some(Ok(folder)) = target.path.parent().map(File::open) {
            drop(folder.sync_all());
        }
        Ok(())
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The rights of the file that is replaced: one that was private stays so.
#[cfg(unix)]
fn rights(replaced: &Path) -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let found = fs::symlink_metadata(replaced).ok().filter(fs::Metadata::is_file)?;
    Some(fs::Permissions::from_mode(found.permissions().mode() & 0o777))
}

/// The last two names of a folder: enough to find it, and no long path.
pub(crate) fn spoken(folder: Option<&Path>) -> String {
    let names: Vec<String> = folder
        .into_iter()
        .flat_map(Path::components)
        .filter(|part| matches!(part, std::path::Component::Normal(_)))
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    names[names.len().saturating_sub(2)..].join(", ")
}
