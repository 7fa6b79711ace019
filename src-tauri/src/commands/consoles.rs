//! Commands on Consoles and on the connection to one.

use super::{Answer, Shared};
use crate::app::connect::Connect;
use crate::wire::state::{AppState, ImportedConfig, KeySource, Session};

/// Connects to a Console that the person named.
///
/// # Errors
/// See `App::connect`.
#[tauri::command]
pub async fn connect(
    app: Shared<'_>,
    operation: String,
    address: String,
    key: KeySource,
    remember: bool,
    label: Option<String>,
    allow_other_host: bool,
) -> Answer<Session> {
    let request = Connect {
        address,
        key: key.into(),
        remember,
        label,
        allow_other_host,
    };
    let session = app.operations.run(&operation, |_| app.connect(request)).await?;
    Ok(Session::of(&app, &session))
}

/// Lets the person choose a `canarytools.config`; `null` when they cancel.
///
/// # Errors
/// The file cannot be used.
#[tauri::command]
pub async fn import_config(app: Shared<'_>) -> Answer<Option<ImportedConfig>> {
    Ok(app.import_config().await?.map(ImportedConfig::from))
}

/// Starts a practice Console, or goes back to the one that runs.
///
/// # Errors
/// It could not be started.
#[tauri::command]
pub async fn start_practice(app: Shared<'_>, operation: String) -> Answer<Session> {
    let session = app.operations.run(&operation, |_| app.start_practice()).await?;
    Ok(Session::of(&app, &session))
}

/// Goes on with the Console used last; `null` when there is none or its key cannot be had.
///
/// # Errors
/// See `App::resume_session`.
#[tauri::command]
pub async fn resume_session(app: Shared<'_>) -> Answer<Option<Session>> {
    let session = app.resume_session().await?;
    Ok(session.map(|session| Session::of(&app, &session)))
}

/// Goes to another Console of the list.
///
/// # Errors
/// See `App::switch_console`.
#[tauri::command]
pub async fn switch_console(app: Shared<'_>, operation: String, id: String) -> Answer<Session> {
    let session = app.operations.run(&operation, |_| app.switch_console(&id)).await?;
    Ok(Session::of(&app, &session))
}

/// Gives a Console another name.
///
/// # Errors
/// The name is empty or too long, or could not be written.
#[tauri::command]
pub async fn rename_console(app: Shared<'_>, operation: String, id: String, label: String) -> Answer<AppState> {
    let rename = |_| async { app.consoles.rename(&id, &label) };
    app.operations.run(&operation, rename).await?;
    Ok(AppState::of(&app))
}

/// Removes a Console and its key from this computer.
///
/// # Errors
/// The key or the settings could not be removed.
#[tauri::command]
pub async fn sign_out(app: Shared<'_>, operation: String, id: String) -> Answer<AppState> {
    app.operations.run(&operation, |_| app.sign_out(&id)).await?;
    Ok(AppState::of(&app))
}

/// Removes everything the program keeps on this computer.
///
/// # Errors
/// The first thing that could not be removed.
#[tauri::command]
pub async fn remove_everything(app: Shared<'_>, operation: String) -> Answer<AppState> {
    app.operations.run(&operation, |_| app.remove_everything()).await?;
    Ok(AppState::of(&app))
}
