//! What the person opens outside the program: links from a list of allowed ones, saved files, folders.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::error::{Error, FileError, SaveError};
use super::ports::ChooseFolder;
use super::preferences::Look;
use crate::words::{language, say};

/// Where "About Canarytokens" leads.
const ABOUT: &str = "https://docs.canary.tools/canarytokens/";

/// A place that may be opened in the person's browser. There are no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// The connected Console's list of Canarytokens.
    Tokens,
    /// Its settings.
    Settings,
    /// Its alerts.
    Incidents,
    /// What Canarytokens are.
    About,
    /// The page that shows the newest version of the program.
    Release,
    /// The page of the practice Console on which this Canarytoken is set off.
    Practice(String),
}

impl App {
    /// Takes what the page looks like. In another language, kinds in the list get their names in it.
    ///
    /// # Errors
    /// As [`Preferences::set`](super::preferences::Preferences::set).
    pub fn set_preferences(&self, wanted: Look) -> Result<Look, Error> {
        let before = language();
        let look = self.preferences.set(wanted);
        if language() != before
            && let Ok(session) = self.session()
        {
            session.tokens.with(|index| index.rename_kinds(&self.catalogue));
        }
        look
    }

    /// Opens `link` in the person's browser.
    ///
    /// # Errors
    /// [`Error::NotFound`] for the practice page of a Console that is none, and for the newest version in a build that was told of no releases; [`Error::NotConnected`] for a page of a Console without a connection; [`Error::Internal`] when there is no browser.
    pub fn open_link(&self, link: Link) -> Result<(), Error> {
        let page = |page: &str| Ok::<_, Error>(self.session()?.client.console().page(page));
        let address = match link {
            // `/settings` and `/nest/` are the pages that the vendor's own scripts and guides name; those below are not documented.
            Link::Tokens | Link::Incidents => page("nest/")?,
            Link::Settings => page("settings")?,
            Link::About => ABOUT.to_owned(),
            Link::Release => self.ports.releases.as_ref().ok_or(Error::NotFound)?.page().to_owned(),
            Link::Practice(id) if self.session()?.console.practice && id.chars().all(|c| c.is_ascii_alphanumeric()) => {
                page(&format!("practice/#t-{id}"))?
            }
            Link::Practice(_) => return Err(Error::NotFound),
        };
        let opened = self.ports.desktop.open_link(&address);
        opened.map_err(|_| Error::Internal("no browser could be started"))
    }

    /// Takes the mark of the web off the file that was saved under `handle`, so that Office opens it as any other document. `false`:
    /// it had none, as is usual.
    ///
    /// # Errors
    /// [`Error::File`] when it is gone, [`Error::Save`] when the system did not let it go.
    pub fn prepare_saved(&self, handle: &str) -> Result<bool, Error> {
        let path = self.saved_file(handle)?;
        let unmarked = self.ports.desktop.unmark(&path);
        unmarked.map_err(|error| SaveError::from(error).into())
    }

    /// Shows the file that was saved under `handle` in the system's file manager.
    ///
    /// # Errors
    /// [`Error::File`] when it is gone; [`Error::Internal`] when there is no file manager.
    pub fn show_saved(&self, handle: &str) -> Result<(), Error> {
        let path = self.saved_file(handle)?;
        let shown = self.ports.desktop.show_file(&path);
        shown.map_err(|_| Error::Internal("no file manager could be started"))
    }

    /// Begins to drag the file that was saved under `handle` out of the window, into a folder or a message.
    ///
    /// # Errors
    /// [`Error::File`] when it is gone; [`Error::NotDragged`] when the system does not let it.
    pub async fn drag_saved(&self, handle: &str) -> Result<(), Error> {
        let path = self.saved_file(handle)?;
        let dragged = self.ports.desktop.drag_file(path).await;
        dragged.map_err(|error| Error::NotDragged(Arc::new(error)))
    }

    fn saved_file(&self, handle: &str) -> Result<PathBuf, Error> {
        let path = self.saved.get(handle).filter(|path| path.exists());
        path.ok_or_else(|| FileError::Gone.into())
    }

    /// Lets the person choose the folder for saved files. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::Settings`] when it could not be written down.
    pub async fn choose_folder(&self) -> Result<Option<PathBuf>, Error> {
        let ask = ChooseFolder {
            title: say!("Choose the folder for saved files").into(),
            folder: self.preferences.get().folder,
        };
        let Some(folder) = self.ports.dialogs.folder(ask).await else {
            return Ok(None);
        };
        self.preferences.set_folder(&folder)?;
        Ok(Some(folder))
    }
}
