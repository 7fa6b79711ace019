//! Where the files of a sheet go: below one chosen folder, each to a name of its own, and never out of that folder.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::sheet::{RowState, Sheet};
use crate::app::App;
use crate::app::catalogue::{Catalogue, Magic};
use crate::app::error::{Error, SaveError};
use crate::app::operations::Reporter;
use crate::app::saving::{Target, any_artifact, download, numbered};
use crate::app::session::Session;
use crate::app::sweep::TEMP_PREFIX;

/// A file that is to be fetched.
pub(super) struct ArtifactPlace {
    /// The Canarytoken.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The chosen folder.
    pub root: PathBuf,
    /// Where below it, with `/` between the names.
    pub file: String,
    /// Was it begun before? Nothing had this name then, so what has it now is ours.
    pub tried: bool,
    /// How it is called while it grows.
    pub prefix: String,
}

/// A name for `name` in `folders` of `root` that is neither in `taken` nor on the disk.
pub(super) fn free(
    root: &Path,
    folders: &[String],
    (name, extension): (&str, &str),
    taken: &mut HashSet<String>,
) -> Option<String> {
    let below = |name: &str| {
        folders
            .iter()
            .map(String::as_str)
            .chain([name])
            .collect::<Vec<_>>()
            .join("/")
    };
    let mut names = numbered(name, extension).map(|name| below(&name));
    // Small letters: some file systems do not tell them apart.
    let free =
        names.find(|file| !taken.contains(&file.to_lowercase()) && root.join(file).symlink_metadata().is_err())?;
    taken.insert(free.to_lowercase());
    Some(free)
}

impl Sheet {
    /// Gives each row that is to be made a place for its file; which rows got one now.
    pub(super) fn plan_files(&mut self, catalogue: &Catalogue) -> Vec<(usize, String)> {
        let Some(root) = self.folder.clone() else {
            return Vec::new();
        };
        let planned = self.rows.iter().filter_map(|row| row.outcome.as_ref()?.file.as_ref());
        let mut taken: HashSet<String> = planned.map(|file| file.to_lowercase()).collect();
        let mut now = Vec::new();
        for place in 0..self.rows.len() {
            let row = &self.rows[place];
            let wants = row.is_ready() || matches!(row.state(), RowState::FileMissing | RowState::Unknown);
            if !wants || !row.found.file || row.outcome.as_ref().is_some_and(|outcome| outcome.file.is_some()) {
                continue;
            }
            let Some(draft) = self.draft(catalogue, place) else {
                continue;
            };
            let artifact = catalogue.artifact(&draft.form.kind);
            let extension = artifact.map_or("", |artifact| &artifact.extension);
            if let Some(name) = draft.file_name
                && let Some(file) = free(&root, &draft.folder, (&name, extension), &mut taken)
            {
                self.rows[place].outcome_mut().file = Some(file.clone());
                now.push((place, file));
            }
        }
        now
    }

    /// The folders in which files of this sheet grow.
    pub(super) fn folders(&self) -> HashSet<PathBuf> {
        let Some(root) = &self.folder else {
            return HashSet::new();
        };
        let planned = self.rows.iter().filter_map(|row| row.outcome.as_ref()?.file.as_ref());
        planned
            .filter_map(|file| root.join(file).parent().map(Path::to_owned))
            .collect()
    }
}

impl App {
    /// Fetches a file to its place, or to the next free one beside it; where it went, below the chosen folder.
    ///
    /// # Errors
    /// [`Error::Save`], and those of the Console.
    pub(super) async fn fetch_artifact(&self, session: &Session, place: &ArtifactPlace) -> Result<String, Error> {
        let artifact = self
            .catalogue
            .artifact(&place.kind)
            .cloned()
            .unwrap_or_else(any_artifact);
        let magic = artifact.magic;
        let (folders, name) = place.file.rsplit_once('/').unwrap_or(("", &place.file));
        let (root, below) = (place.root.clone(), PathBuf::from(folders));
        let inside = tokio::task::spawn_blocking(move || folder_inside(&root, &below));
        let folder = inside.await.map_err(|_| Error::Internal("the folder was not made"))??;
        if place.tried && is_ours(&folder.join(name), magic) {
            return Ok(place.file.clone());
        }
        let report = Reporter::silent();
        for name in numbered(name, &artifact.extension).take(100) {
            let target = Target {
                path: folder.join(&name),
                replaces: false,
            };
            if target.path.symlink_metadata().is_ok() {
                continue;
            }
            let prefix = if place.prefix.is_empty() {
                TEMP_PREFIX
            } else {
                &place.prefix
            };
            match download(&session.client, &place.id, &target, magic, prefix, &report).await {
                Ok(_) if folders.is_empty() => return Ok(name),
                Ok(_) => return Ok(format!("{folders}/{name}")),
                // Somebody was quicker.
                Err(Error::Save(SaveError::Io(ErrorKind::AlreadyExists))) => {}
                Err(error) => return Err(error),
            }
        }
        Err(SaveError::Io(ErrorKind::AlreadyExists).into())
    }
}

/// The folder `below` of `root`, made if need be. One that leads elsewhere (a link) is refused, and a chosen folder that is gone is not made anew.
fn folder_inside(root: &Path, below: &Path) -> Result<PathBuf, SaveError> {
    let root = root.canonicalize()?;
    if !root.is_dir() {
        // Something else has its name now.
        return Err(SaveError::Io(ErrorKind::NotFound));
    }
    let mut folder = root.clone();
    // One by one: all at once would make the chosen folder anew, were it moved away just now.
    for name in below.components() {
        folder.push(name);
        match std::fs::create_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
            _ => {}
        }
    }
    if folder.canonicalize()?.starts_with(&root) {
        Ok(folder)
    } else {
        Err(SaveError::Outside)
    }
}

/// Is there a whole file of the right sort?
fn is_ours(path: &Path, magic: Magic) -> bool {
    use std::io::Read;
    let mut head = Vec::with_capacity(Magic::LOOKS_AT);
    let file = path
        .symlink_metadata()
        .ok()
        .filter(std::fs::Metadata::is_file)
        .and_then(|_| std::fs::File::open(path).ok());
    file.is_some_and(|file| file.take(Magic::LOOKS_AT as u64).read_to_end(&mut head).is_ok() && magic.fits(&head))
}
