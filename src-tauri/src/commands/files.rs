//! Commands on the files of Canarytokens.

use tauri::ipc::Channel;

use super::{Answer, Shared, reporter};
use crate::wire::Progress;
use crate::wire::tokens::Saved;

/// Lets the person choose where, and saves the file of a Canarytoken; `null` when they cancel.
///
/// # Errors
/// The file could not be fetched or written.
#[tauri::command]
pub async fn save_artifact(
    app: Shared<'_>,
    operation: String,
    id: String,
    file_name: Option<String>,
    on_progress: Channel<Progress>,
) -> Answer<Option<Saved>> {
    let report = reporter(&operation, on_progress);
    let saved = app
        .operations
        .run(&operation, |_| app.save_artifact(&id, file_name.as_deref(), report))
        .await?;
    Ok(saved.map(Saved::from))
}

/// Lets the person choose a folder, and saves the file of a Canarytoken there with a note of how to place it; `null` when they cancel.
///
/// # Errors
/// As `save_artifact`; it is not in the list.
#[tauri::command]
pub async fn save_with_note(
    app: Shared<'_>,
    operation: String,
    id: String,
    file_name: Option<String>,
    on_progress: Channel<Progress>,
) -> Answer<Option<Saved>> {
    let report = reporter(&operation, on_progress);
    let save = |_| app.save_with_note(&id, file_name.as_deref(), report);
    Ok(app.operations.run(&operation, save).await?.map(Saved::from))
}
