//! Commands on one, some or many Canarytokens.

use secrecy::SecretString;
use tauri::ipc::Channel;

use super::{Answer, Shared, reporter};
use crate::app::testing;
use crate::app::tokens::{Destination, RemoveFromAws, Switch};
use crate::wire::Progress;
use crate::wire::list::Selection;
use crate::wire::testing::{TestProgress, TestResult};
use crate::wire::tokens::{BatchResult, TokenDetail};

/// Everything about a Canarytoken of the list.
///
/// # Errors
/// It is not in the list.
#[tauri::command]
pub async fn get_token(app: Shared<'_>, id: String) -> Answer<TokenDetail> {
    Ok(app.token(&id)?.into())
}

/// The same, asked of the Console.
///
/// # Errors
/// Those of the Console.
#[tauri::command]
pub async fn fetch_token(app: Shared<'_>, id: String) -> Answer<TokenDetail> {
    Ok(app.fetch_token(&id).await?.into())
}

/// Gives a Canarytoken another reminder.
///
/// # Errors
/// It is empty or too long; those of the Console.
#[tauri::command]
pub async fn update_memo(app: Shared<'_>, operation: String, id: String, memo: String) -> Answer<TokenDetail> {
    let detail = app.operations.run(&operation, |_| app.update_memo(&id, &memo)).await?;
    Ok(detail.into())
}

/// Sends the visitors of a Canarytoken to another page; `null`: nowhere.
///
/// # Errors
/// It is not an address of the web; those of the Console.
#[tauri::command]
pub async fn set_redirect(
    app: Shared<'_>,
    operation: String,
    id: String,
    redirect_url: Option<String>,
) -> Answer<TokenDetail> {
    let work = |_| app.set_redirect(&id, redirect_url.as_deref());
    Ok(app.operations.run(&operation, work).await?.into())
}

/// Moves all of a selection to another flock, if it is still `expected` many.
///
/// # Errors
/// The selection is of another size now; what fails of it is in the result.
#[tauri::command]
pub async fn move_tokens(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    expected: usize,
    flock: String,
    clear_incidents: bool,
    on_progress: Channel<Progress>,
) -> Answer<BatchResult> {
    let (selection, report) = (selection.into(), reporter(&operation, on_progress));
    let to = Destination { flock, clear_incidents };
    let work = |cancel| app.move_tokens(&selection, expected, to, cancel, report);
    Ok(app.operations.run_stoppable(&operation, work).await?.into())
}

/// Looks for the alert of a Canarytoken that the person sets off, for ten minutes.
///
/// # Errors
/// It is not there (any more); those of the Console, unless it only does not answer.
#[tauri::command]
pub async fn test_token(
    app: Shared<'_>,
    operation: String,
    id: String,
    on_progress: Channel<TestProgress>,
) -> Answer<TestResult> {
    // A page that is gone hears nothing.
    let tell = move |progress: testing::TestProgress| drop(on_progress.send(progress.into()));
    let result = app.operations.run(&operation, |_| app.test_token(&id, tell)).await?;
    Ok(result.into())
}

/// Turns all of a selection on.
///
/// # Errors
/// No Console is connected; what fails of the selection is in the result.
#[tauri::command]
pub async fn enable_tokens(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    on_progress: Channel<Progress>,
) -> Answer<BatchResult> {
    switch(&app, operation, selection, Switch::On, on_progress).await
}

/// Turns all of a selection off.
///
/// # Errors
/// As `enable_tokens`.
#[tauri::command]
pub async fn disable_tokens(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    on_progress: Channel<Progress>,
) -> Answer<BatchResult> {
    switch(&app, operation, selection, Switch::Off, on_progress).await
}

async fn switch(
    app: &Shared<'_>,
    operation: String,
    selection: Selection,
    to: Switch,
    on_progress: Channel<Progress>,
) -> Answer<BatchResult> {
    let (selection, report) = (selection.into(), reporter(&operation, on_progress));
    let work = |cancel| app.switch_tokens(&selection, to, cancel, report);
    Ok(app.operations.run_stoppable(&operation, work).await?.into())
}

/// Deletes all of a selection for good, if it is still `expected` many.
///
/// # Errors
/// The selection is of another size now; what fails of it is in the result.
#[tauri::command]
pub async fn delete_tokens(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    expected: usize,
    clear_incidents: bool,
    on_progress: Channel<Progress>,
) -> Answer<BatchResult> {
    let (selection, report) = (selection.into(), reporter(&operation, on_progress));
    let work = |cancel| app.delete_tokens(&selection, expected, clear_incidents, cancel, report);
    Ok(app.operations.run_stoppable(&operation, work).await?.into())
}

/// Takes a bucket's set-up out of AWS. The keys are used once and wiped.
///
/// # Errors
/// Something is missing; those of the Console.
#[tauri::command]
#[allow(clippy::too_many_arguments)] // one for each entry of the form
pub async fn remove_s3(
    app: Shared<'_>,
    operation: String,
    id: String,
    access_key: SecretString,
    secret_key: SecretString,
    session_token: Option<SecretString>,
    region: String,
    delete_buckets: bool,
    source_bucket: Option<String>,
) -> Answer<()> {
    let request = RemoveFromAws {
        id,
        access_key,
        secret_key,
        session_token,
        region,
        delete_buckets,
        source_bucket,
    };
    Ok(app.operations.run(&operation, |_| app.remove_s3(request)).await?)
}

/// Deletes an Apeeper factory.
///
/// # Errors
/// There is no hash; those of the Console.
#[tauri::command]
pub async fn delete_factory(app: Shared<'_>, operation: String, hash: String) -> Answer<()> {
    Ok(app.operations.run(&operation, |_| app.delete_factory(&hash)).await?)
}
