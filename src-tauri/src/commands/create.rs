//! Commands of the wizard that makes Canarytokens.

use super::{Answer, Shared};
use crate::app::forms::{self, FormInput as Form};
use crate::wire::kinds::{ChosenFile, FieldProblem, FormInput, Kinds};
use crate::wire::tokens::Created;

/// The kinds, as the connected Console offers them.
///
/// # Errors
/// No Console is connected, or it did not answer.
#[tauri::command]
pub async fn list_kinds(app: Shared<'_>) -> Answer<Kinds> {
    let offered = app.console_kinds().await?;
    Ok(app.catalogue.cards(offered.as_ref()).into())
}

/// Lets the person choose a file for a field of a form; `null` when they cancel.
///
/// # Errors
/// The file cannot be used for it.
#[tauri::command]
pub async fn choose_file(app: Shared<'_>, kind: String, field: String) -> Answer<Option<ChosenFile>> {
    Ok(app.choose_file(&kind, &field).await?.map(ChosenFile::from))
}

/// What there is to say about a form.
///
/// # Errors
/// None.
#[tauri::command]
pub async fn check_form(app: Shared<'_>, input: FormInput) -> Answer<Vec<FieldProblem>> {
    let problems = forms::check_form(&app.catalogue, &app.chosen_files, &Form::from(input));
    Ok(problems.into_iter().map(FieldProblem::from).collect())
}

/// Makes the Canarytoken that a form describes.
///
/// # Errors
/// Those of the form and of the Console.
#[tauri::command]
pub async fn create_token(app: Shared<'_>, operation: String, input: FormInput) -> Answer<Created> {
    let input = Form::from(input);
    let created = app.operations.run(&operation, |_| app.create_token(&input)).await?;
    Ok(created.into())
}
