//! Commands on the program itself.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use ts_rs::TS;

use super::{Answer, Shared};
use crate::app::desktop::Link;
use crate::wire::AppEvent;
use crate::wire::state::{AppState, Preferences, Release};

/// Where the program stands.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn get_state(app: Shared<'_>) -> Answer<AppState> {
    Ok(AppState::of(&app))
}

/// Sends the program's messages to this page from now on, and says where the program stands as they begin.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn subscribe(app: Shared<'_>, on_event: Channel<AppEvent>) -> Answer<AppState> {
    app.events.subscribe(move |event| {
        // A page that is gone hears nothing; the next one subscribes anew.
        drop(on_event.send(event.into()));
    });
    Ok(AppState::of(&app))
}

/// Stops an operation.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn cancel_operation(app: Shared<'_>, operation: String) -> Answer<()> {
    app.operations.cancel(&operation);
    Ok(())
}

/// Copies a secret, which is cleared from the clipboard in a minute if it is still there.
///
/// # Errors
/// There is no clipboard that the program can use.
#[tauri::command]
pub async fn copy_secret(app: Shared<'_>, secret: SecretString) -> Answer<()> {
    Ok(app.copy_secret(secret).await?)
}

/// Takes what the person prefers, all but the folder for files.
///
/// # Errors
/// They could not be written.
#[tauri::command]
pub async fn set_preferences(app: Shared<'_>, preferences: Preferences) -> Answer<Preferences> {
    Ok(app.set_preferences(preferences.into())?.into())
}

/// Lets the person choose the folder for saved files; `null` when they cancel.
///
/// # Errors
/// It could not be written down.
#[tauri::command]
pub async fn choose_folder(app: Shared<'_>) -> Answer<Option<String>> {
    let folder = app.choose_folder().await?;
    Ok(folder.map(|folder| folder.to_string_lossy().into_owned()))
}

/// Shows a saved file in the system's file manager.
///
/// # Errors
/// The file is gone, or there is no file manager.
#[tauri::command]
pub async fn show_saved(app: Shared<'_>, saved: String) -> Answer<()> {
    Ok(app.show_saved(&saved)?)
}

/// Begins to drag a saved file out of the window, into a folder or a message.
///
/// # Errors
/// The file is gone, or the system does not let it.
#[tauri::command]
pub async fn drag_saved(app: Shared<'_>, saved: String) -> Answer<()> {
    Ok(app.drag_saved(&saved).await?)
}

/// Takes the mark of the web off a saved file; whether there was one.
///
/// # Errors
/// The file is gone, or the system did not let it go.
#[tauri::command]
pub async fn prepare_saved(app: Shared<'_>, saved: String) -> Answer<bool> {
    Ok(app.prepare_saved(&saved)?)
}

/// Takes the files that were named when the program was started: the page is ready for what comes of them.
///
/// # Errors
/// None: what cannot be used comes as an event.
#[tauri::command]
pub async fn take_named_files(app: Shared<'_>) -> Answer<()> {
    app.take_named().await;
    Ok(())
}

/// A place that may be opened in the person's browser.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum LinkTarget {
    /// A page of the connected Console.
    Console {
        /// Which one.
        page: ConsolePage,
    },
    /// What Canarytokens are.
    About,
    /// The page that shows the newest version of the program.
    Release,
    /// The page of the connected practice Console on which Canarytokens are set off.
    Practice {
        /// The Canarytoken to go to.
        id: String,
    },
}

/// The pages of a Console that may be opened.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum ConsolePage {
    Tokens,
    Settings,
    Incidents,
}

impl From<LinkTarget> for Link {
    fn from(link: LinkTarget) -> Self {
        match link {
            LinkTarget::Console { page } => match page {
                ConsolePage::Tokens => Self::Tokens,
                ConsolePage::Settings => Self::Settings,
                ConsolePage::Incidents => Self::Incidents,
            },
            LinkTarget::About => Self::About,
            LinkTarget::Release => Self::Release,
            LinkTarget::Practice { id } => Self::Practice(id),
        }
    }
}

/// Opens one of the places above in the person's browser.
///
/// # Errors
/// There is no browser.
#[tauri::command]
pub async fn open_link(app: Shared<'_>, link: LinkTarget) -> Answer<()> {
    Ok(app.open_link(link.into())?)
}

/// Looks for a newer version of the program; `null` when there is none.
///
/// # Errors
/// There was no usable answer.
#[tauri::command]
pub async fn look_for_release(app: Shared<'_>) -> Answer<Option<Release>> {
    Ok(app.look_for_release().await?.map(Release::from))
}

/// What "Copy diagnostics" shows and copies.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Diagnostics {
    /// All of it.
    pub text: String,
}

/// What a person may send to whoever helps them.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn get_diagnostics(app: Shared<'_>) -> Answer<Diagnostics> {
    Ok(Diagnostics {
        text: app.diagnostics(),
    })
}

/// Writes a fault of the page to the log, as far as it cannot hold a secret.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn report_page_error(app: Shared<'_>, message: String) -> Answer<()> {
    app.note_page_fault(&message);
    Ok(())
}
