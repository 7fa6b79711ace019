//! Commands for many at once: sheets, their runs, and the files and an export of a selection.

use tauri::ipc::Channel;

use super::{Answer, Shared, reporter};
use crate::app::error::Reported;
use crate::wire::list::Selection;
use crate::wire::many::{
    EditedRow, ExportColumns, ExportFormat, NameList, ResultFormat, RowChoice, RowFilter, RowPage, RunProgress,
    RunResult, SavedMany, SheetSummary, Unfinished,
};
use crate::wire::tokens::Saved;
use crate::wire::{Progress, UiError};

/// The most rows that are answered at once.
const MOST_ROWS: usize = 500;

/// Lets the person choose a sheet and opens it; `null` when they cancel.
///
/// # Errors
/// The file cannot be used as a sheet.
#[tauri::command]
pub async fn choose_sheet(app: Shared<'_>) -> Answer<Option<SheetSummary>> {
    Ok(app.choose_sheet().await?.map(SheetSummary::from))
}

/// Opens a sheet with a row for each of a list of names.
///
/// # Errors
/// There are no names.
#[tauri::command]
pub async fn start_from_names(app: Shared<'_>, list: NameList) -> Answer<SheetSummary> {
    Ok(app.start_from_names(list.into()).await?.into())
}

/// How a sheet stands.
///
/// # Errors
/// It is no longer open.
#[tauri::command]
pub async fn get_sheet(app: Shared<'_>, sheet: String) -> Answer<SheetSummary> {
    Ok(app.sheet(&sheet)?.into())
}

/// Checks a sheet once more.
///
/// # Errors
/// It is no longer open, or the Console did not answer.
#[tauri::command]
pub async fn check_sheet(app: Shared<'_>, sheet: String) -> Answer<SheetSummary> {
    Ok(app.check_sheet(&sheet).await?.into())
}

/// A part of a sheet.
///
/// # Errors
/// It is no longer open.
#[tauri::command]
pub async fn query_rows(
    app: Shared<'_>,
    sheet: String,
    show: RowFilter,
    offset: usize,
    limit: usize,
) -> Answer<RowPage> {
    let page = app.rows(&sheet, show.into(), offset, limit.min(MOST_ROWS))?;
    Ok(RowPage::at(offset, page))
}

/// The whole text of a cell.
///
/// # Errors
/// There is no such cell.
#[tauri::command]
pub async fn get_cell(app: Shared<'_>, sheet: String, row: usize, column: String) -> Answer<String> {
    Ok(app.cell(&sheet, row, &column)?)
}

/// Writes into a cell, and checks.
///
/// # Errors
/// There is no such cell, or the row was made.
#[tauri::command]
pub async fn edit_cell(app: Shared<'_>, sheet: String, row: usize, column: String, value: String) -> Answer<EditedRow> {
    let (row, summary) = app.edit_cell(&sheet, row, &column, &value).await?;
    Ok(EditedRow {
        row: row.into(),
        summary: summary.into(),
    })
}

/// Writes the same into a column of all rows, or of those where it is empty.
///
/// # Errors
/// There is no such column, or the sheet was started.
#[tauri::command]
pub async fn fill_column(
    app: Shared<'_>,
    sheet: String,
    column: String,
    value: String,
    only_empty: bool,
) -> Answer<SheetSummary> {
    Ok(app.fill_column(&sheet, &column, &value, only_empty)?.into())
}

/// Leaves rows out, or makes them although they are doubles.
///
/// # Errors
/// The sheet is being worked on.
#[tauri::command]
pub async fn skip_rows(app: Shared<'_>, sheet: String, rows: RowChoice, skip: bool) -> Answer<SheetSummary> {
    Ok(app.skip_rows(&sheet, &rows.into(), skip)?.into())
}

/// Lets the person choose where files go; `null` when they cancel.
///
/// # Errors
/// The sheet is being worked on.
#[tauri::command]
pub async fn choose_target_folder(app: Shared<'_>, sheet: String) -> Answer<Option<SheetSummary>> {
    Ok(app.choose_target_folder(&sheet).await?.map(SheetSummary::from))
}

/// Saves a sheet to begin with; `null` when they cancel.
///
/// # Errors
/// It could not be written.
#[tauri::command]
pub async fn save_template(app: Shared<'_>, kind: Option<String>) -> Answer<Option<Saved>> {
    Ok(app.save_template(kind.as_deref()).await?.map(Saved::from))
}

/// Makes what a sheet says, or goes on with it.
///
/// # Errors
/// It cannot be begun; what fails later is in the result and at the rows.
#[tauri::command]
pub async fn run_sheet(
    app: Shared<'_>,
    operation: String,
    sheet: String,
    unprotected: bool,
    on_progress: Channel<RunProgress>,
) -> Answer<RunResult> {
    let id = operation.clone();
    let listen = Box::new(move |progress| drop(on_progress.send(RunProgress::new(&id, progress))));
    let run = |cancel| app.run_sheet(&sheet, unprotected, cancel, listen);
    Ok(app.operations.run_stoppable(&operation, run).await?.into())
}

/// Holds a run, or lets it go on.
///
/// # Errors
/// The sheet is no longer open.
#[tauri::command]
pub async fn pause_sheet(app: Shared<'_>, sheet: String, paused: bool) -> Answer<SheetSummary> {
    Ok(app.pause_sheet(&sheet, paused)?.into())
}

/// Saves what came of a sheet; `null` when they cancel.
///
/// # Errors
/// It could not be written.
#[tauri::command]
pub async fn save_results(app: Shared<'_>, sheet: String, format: ResultFormat) -> Answer<Option<Saved>> {
    let explain = |error: &Reported| UiError::from(error).message;
    Ok(app.save_results(&sheet, format.into(), explain).await?.map(Saved::from))
}

/// Forgets a sheet.
///
/// # Errors
/// It is being worked on.
#[tauri::command]
pub async fn close_sheet(app: Shared<'_>, sheet: String) -> Answer<()> {
    Ok(app.close_sheet(&sheet)?)
}

/// The sheet that did not come to its end; `null` when there is none.
///
/// # Errors
/// What was written down of it cannot be read.
#[tauri::command]
pub async fn get_unfinished(app: Shared<'_>) -> Answer<Option<Unfinished>> {
    Ok(app.unfinished().await?.map(Unfinished::from))
}

/// Opens the sheet that did not come to its end.
///
/// # Errors
/// Its Console is not connected, or what was written down of it cannot be read.
#[tauri::command]
pub async fn resume_unfinished(app: Shared<'_>) -> Answer<SheetSummary> {
    Ok(app.resume_unfinished().await?.into())
}

/// Forgets the sheet that did not come to its end.
///
/// # Errors
/// It is being worked on, or could not be removed.
#[tauri::command]
pub async fn discard_unfinished(app: Shared<'_>, operation: String) -> Answer<()> {
    Ok(app.operations.run(&operation, |_| app.discard_unfinished()).await?)
}

/// Saves the files of a selection into a folder; `null` when they cancel.
///
/// # Errors
/// No Console is connected; what fails of the selection is in the result.
#[tauri::command]
pub async fn save_selection(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    on_progress: Channel<Progress>,
) -> Answer<Option<SavedMany>> {
    let report = reporter(&operation, on_progress);
    let selection = selection.into();
    let save = |cancel| app.save_selection(&selection, cancel, report);
    let saved = app.operations.run_stoppable(&operation, save).await?;
    Ok(saved.map(SavedMany::from))
}

/// Saves what is known of a selection; `null` when they cancel.
///
/// # Errors
/// It could not be written.
#[tauri::command]
pub async fn export_tokens(
    app: Shared<'_>,
    operation: String,
    selection: Selection,
    format: ExportFormat,
    columns: ExportColumns,
) -> Answer<Option<Saved>> {
    let (selection, columns) = (selection.into(), columns.headed());
    let export = |_| app.export_tokens(&selection, format.into(), &columns);
    Ok(app.operations.run(&operation, export).await?.map(Saved::from))
}
