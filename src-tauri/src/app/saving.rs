//! Saving the file of a Canarytoken: the system's dialog, a hidden temporary file beside the target, checks, and only then the name.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use canary_api::endpoints::Download;
use canary_api::{Downloaded, Error as ApiError};
use tempfile::NamedTempFile;
use tokio::io::BufWriter;

use super::App;
use super::artifact_name;
use super::catalogue::{Artifact, Magic};
use super::error::{Error, SaveError};
use super::operations::{Progress, Reporter, Unit};
use super::ports::{FileFilter, SaveAs};
use super::sweep::TEMP_PREFIX;

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
        let kind = token.as_ref().map_or("", |token| token.kind.as_str());
        let artifact = self.catalogue.artifact(kind).cloned().unwrap_or_else(any_artifact);
        let told = token.as_ref().and_then(|token| token.field("doc_name"));
        let name = match file_name.filter(|name| !name.trim().is_empty()) {
            Some(name) => artifact_name::locked(name, &artifact),
            None => artifact_name::suggested(&artifact, told.as_deref(), id),
        };
        let Some(chosen) = self.ports.dialogs.save(self.ask(&artifact, name)).await else {
            return Ok(None);
        };
        let target = with_extension(&chosen, &artifact);
        let bytes = download(&session.client, id, &target, &artifact, &report).await?;
        if let Some(folder) = target.parent()
            && self.preferences.get().folder.as_deref() != Some(folder)
            && let Err(error) = self.preferences.set_folder(folder)
        {
            tracing::warn!(%error, "the folder is not remembered");
        }
        Ok(Some(Saved {
            file_name: target.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            folder: spoken(target.parent()),
            handle: self.saved.keep(target),
            bytes,
        }))
    }

    fn ask(&self, artifact: &Artifact, file_name: String) -> SaveAs {
        let extensions = Some(artifact.extension.clone()).filter(|extension| !extension.is_empty());
        let filter = extensions.map(|extension| FileFilter {
            label: artifact.label.clone(),
            extensions: vec![extension],
        });
        SaveAs {
            title: "Save file".into(),
            file_name,
            filter,
            folder: self.preferences.get().folder,
        }
    }
}

/// What is assumed of the file of a kind that nobody here knows.
fn any_artifact() -> Artifact {
    Artifact {
        extension: String::new(),
        label: "File".into(),
        names: Vec::new(),
        magic: Magic::Any,
    }
}

/// The chosen path with the kind's extension. Where that makes it another file than the dialog asked about, none is overwritten.
fn with_extension(chosen: &Path, artifact: &Artifact) -> PathBuf {
    let wanted = artifact.extension.as_str();
    let has = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
    };
    if wanted.is_empty() || has(chosen) {
        return chosen.to_owned();
    }
    let name = artifact_name::locked(&chosen.file_name().unwrap_or_default().to_string_lossy(), artifact);
    let stem = Path::new(&name)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = (2..1_000).map(|number| chosen.with_file_name(format!("{stem} ({number}).{wanted}")));
    let mut free = std::iter::once(chosen.with_file_name(&name)).chain(numbered);
    free.find(|path| !path.exists())
        .unwrap_or_else(|| chosen.with_file_name(&name))
}

async fn download(
    client: &canary_api::Client,
    id: &str,
    target: &Path,
    artifact: &Artifact,
    report: &Reporter,
) -> Result<u64, Error> {
    let folder = target.parent().unwrap_or_else(|| Path::new("."));
    let unfinished = tempfile::Builder::new()
        .prefix(TEMP_PREFIX)
        .tempfile_in(folder)
        .map_err(SaveError::from)?;
    let file = unfinished.as_file().try_clone().map_err(SaveError::from)?;
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
    let (magic, target) = (artifact.magic, target.to_owned());
    let finish = move || finish(unfinished, magic, &target);
    tokio::task::spawn_blocking(finish)
        .await
        .map_err(|_| Error::Internal("the file was not finished"))??;
    Ok(bytes)
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

/// Checks what arrived, sees it onto the disk, and gives it its name.
fn finish(unfinished: NamedTempFile, magic: Magic, target: &Path) -> Result<(), SaveError> {
    let mut head = Vec::with_capacity(Magic::LOOKS_AT);
    File::open(unfinished.path())?
        .take(Magic::LOOKS_AT as u64)
        .read_to_end(&mut head)?;
    if !magic.fits(&head) {
        return Err(SaveError::WrongType);
    }
    unfinished.as_file().sync_all()?;
    make_readable(unfinished.as_file());
    unfinished
        .persist(target)
        .map_err(|error| SaveError::from(error.error))?;
    // The new name shall survive a power cut too. Not every file system can promise that.
    if let Some(Ok(folder)) = target.parent().map(File::open) {
        drop(folder.sync_all());
    }
    Ok(())
}

/// While it grows it is the person's alone; then it is a file like any other they save.
#[cfg(unix)]
fn make_readable(file: &File) {
    use std::os::unix::fs::PermissionsExt;
    drop(file.set_permissions(fs::Permissions::from_mode(0o644)));
}

#[cfg(not(unix))]
fn make_readable(_file: &File) {}

/// The last two names of a folder: enough to find it, and no long path.
fn spoken(folder: Option<&Path>) -> String {
    let names: Vec<String> = folder
        .into_iter()
        .flat_map(Path::components)
        .filter(|part| matches!(part, std::path::Component::Normal(_)))
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    names[names.len().saturating_sub(2)..].join(", ")
}
