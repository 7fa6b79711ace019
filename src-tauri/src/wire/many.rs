//! Many at once: a sheet, its rows, how it runs, and what is saved of a selection of the list.

mod from;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::UiError;
use super::tokens::BatchFailure;

/// A sheet that is open, as a whole. Its rows are asked for by `query_rows`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SheetSummary {
    /// Its handle, for every other command.
    pub sheet: String,
    /// The file's name, or what it was made from.
    pub name: String,
    /// Its columns, in the order of the page: kind, reminder, flock, folder, file name, then those of the kinds.
    pub columns: Vec<SheetColumn>,
    /// What there is to say about the whole sheet, in sentences: columns that were not understood, a heading that was there twice.
    pub notes: Vec<String>,
    /// How many rows are in which state.
    pub counts: RowCounts,
    /// Was the list of Canarytokens complete when the rows were checked? If not, those that exist already were not all found:
    /// call `check_sheet` once the list is ready.
    pub existing_known: bool,
    /// How many of the rows that would be made come with a file. Above 0, `run_sheet` wants a folder first.
    pub files: usize,
    /// The chosen folder as people say it; `null` before `choose_target_folder`.
    pub folder: Option<String>,
    /// Has it begun? From then on cells cannot be edited, and `run_sheet` goes on where it stopped.
    pub started: bool,
    /// Does `run_sheet` work on it now?
    pub running: bool,
    /// Was it paused by `pause_sheet`?
    pub paused: bool,
    /// What went wrong with the journal, if it runs without one. A sentence.
    pub unprotected: Option<String>,
}

/// One column of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SheetColumn {
    /// What `edit_cell` and the cells of a row call it: `kind`, `memo`, `flock`, `folder`, `fileName`, or a field of a kind.
    pub key: String,
    /// What people read above it.
    pub label: String,
}

/// How many rows are in which state. `total` counts all; the rest overlap as their names say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RowCounts {
    /// All rows.
    pub total: usize,
    /// Rows that would be made now, or are still to be made: neither skipped, nor wrong, nor done.
    pub ready: usize,
    /// Rows with something that must be mended before they can be made (and that are not skipped).
    pub problems: usize,
    /// Rows with something to notice that does not stand in the way.
    pub warnings: usize,
    /// Rows of which there is a Canarytoken already, or that stand in the sheet twice; skipped or not.
    pub duplicates: usize,
    /// Rows that are left out.
    pub skipped: usize,
    /// Rows whose reminder gets a reference, so that it can be told apart.
    pub referenced: usize,
    /// Made, and their file saved if they have one.
    pub done: usize,
    /// Failed, without their file, or unknown.
    pub attention: usize,
    /// Not tried yet.
    pub waiting: usize,
}

/// Which rows `query_rows` shows.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum RowFilter {
    All,
    Ready,
    Problems,
    Warnings,
    Duplicates,
    Skipped,
    Done,
    Attention,
    Waiting,
}

/// A part of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RowPage {
    /// How many rows match.
    pub total: usize,
    /// Place of the first row among those that match.
    pub offset: usize,
    /// The rows, at most 500.
    pub rows: Vec<SheetRow>,
    /// How many rows are in which state, all of them.
    pub counts: RowCounts,
}

/// One row of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SheetRow {
    /// What `edit_cell` and `skip_rows` call it. Never changes.
    pub row: usize,
    /// The row's number as a spreadsheet counts, the heading being 1.
    pub line: usize,
    /// What stands in its cells, by the column's key; empty ones are left out. At most 300 characters of each: `get_cell` has the whole.
    pub cells: BTreeMap<String, String>,
    /// What people read in a cell instead of what stands in it, by the column's key: "Yes" for a switch that is on, the name of a choice.
    pub said: BTreeMap<String, String>,
    /// Its kind in plain words; empty when it is not understood.
    pub kind_name: String,
    /// Name of the kind's icon.
    pub icon: String,
    /// The reminder as it will be sent, on one line, with its reference if it gets one.
    pub memo: String,
    /// The flock's name as the Console has it; empty for the default one.
    pub flock: String,
    /// What is wrong, or to be noticed, cell by cell.
    pub problems: Vec<CellProblem>,
    /// Why it is a double, if it is one.
    pub duplicate: Option<Duplicate>,
    /// Is it left out?
    pub skipped: bool,
    /// Does its reminder get a reference?
    pub referenced: bool,
    /// How far it is.
    pub state: RowState,
    /// What came of it, in a short sentence: "Made", "Made, the file is missing".
    pub result: String,
    /// The Canarytoken that was made, for `get_token`.
    pub token: Option<String>,
    /// Its link or host name.
    pub address: Option<String>,
    /// The saved file, as `folder/file name` below the chosen folder.
    pub file: Option<String>,
    /// What went wrong.
    pub error: Option<UiError>,
}

/// Something about a cell.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CellProblem {
    /// The column's key.
    pub column: String,
    /// What is wrong and how to mend it, in a sentence or two.
    pub message: String,
    /// `error` stands in the way, `warning` does not.
    pub severity: CellSeverity,
    /// What it could be instead, to choose from; may be empty. For `edit_cell` as they stand.
    pub choices: Vec<String>,
}

/// Does it stand in the way?
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum CellSeverity {
    Error,
    Warning,
}

/// Why a row is a double. Such rows are skipped unless the person wants them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Duplicate {
    /// A Canarytoken of this kind, with this reminder, in this flock, exists.
    Exists {
        /// Its id, for `get_token`.
        token: String,
    },
    /// The same row stands further up.
    InSheet {
        /// The line of the first one.
        line: usize,
    },
}

/// How far a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RowState {
    /// Not tried yet.
    Waiting,
    /// Under way.
    Working,
    /// Made; its file saved, if it has one.
    Done,
    /// Made, but its file was not saved. Going on tries only the file again.
    FileMissing,
    /// Not made. Going on tries it again.
    Failed,
    /// Its answer was lost and it is not known whether it was made. Going on looks for it first.
    Unknown,
    /// Left out.
    Skipped,
}

/// Rows, for `skip_rows`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum RowChoice {
    /// These.
    Rows {
        /// Their `row`s.
        rows: Vec<usize>,
    },
    /// All that a filter shows.
    Shown {
        /// The filter.
        show: RowFilter,
    },
}

/// A list of names that becomes a sheet. `{name}` in any of the texts is replaced by each row's name.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NameList {
    /// One name a line.
    pub names: String,
    /// The kind of all of them, by the Console's id.
    pub kind: String,
    /// The reminder of each, such as `Laptop {name}`; the name alone when empty.
    pub memo: String,
    /// The flock's id; `null` for the default one.
    pub flock: Option<String>,
    /// The folder of each below the chosen one, such as `{name}`; may be empty.
    pub folder: String,
    /// The name of each file, such as `Passwords {name}`; a believable one of the kind when empty.
    pub file_name: String,
    /// The kind's own fields, by name.
    pub fields: BTreeMap<String, String>,
}

/// What `edit_cell` answers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EditedRow {
    /// The row as it is now.
    pub row: SheetRow,
    /// The sheet as it is now: other rows may have stopped, or begun, to be doubles.
    pub summary: SheetSummary,
}

/// How far a run is. Sent at most ten times a second, and once more at the end.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RunProgress {
    /// The operation's id.
    pub operation: String,
    /// Rows with an outcome so far, those that need attention included.
    #[ts(type = "number")]
    pub done: u64,
    /// Rows in all, without the skipped ones.
    #[ts(type = "number")]
    pub total: u64,
    /// Of the done ones, those that need attention.
    #[ts(type = "number")]
    pub attention: u64,
    /// What it does now.
    pub stage: RunStage,
}

/// What a run does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RunStage {
    /// Makes Canarytokens and saves their files.
    Making,
    /// Looks in the list for those whose answers were lost.
    Looking,
    /// Waits a moment before it tries the rest again: the Console did not answer, or asked for patience.
    Waiting,
    /// Was paused.
    Paused,
}

/// What came of a run, or of the part of it until it was cancelled.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RunResult {
    /// The sheet as it is now.
    pub summary: SheetSummary,
    /// Was it cancelled? Then `run_sheet` goes on where it stopped.
    pub cancelled: bool,
    /// Why it stopped early by itself (the API key was refused, the journal's disk is full). `run_sheet` goes on.
    pub stopped: Option<UiError>,
    /// Is everything done that can be? Then the journal is gone.
    pub complete: bool,
}

/// A run that did not come to its end: the program was ended, the computer lost its power, or the person cancelled.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Unfinished {
    /// The sheet's name.
    pub name: String,
    /// When it was started, in milliseconds since 1970.
    pub started_at: Option<f64>,
    /// The Console it belongs to.
    pub console: String,
    /// The id of that Console.
    pub console_id: String,
    /// Is that Console connected? If not, switch to it first.
    pub connected: bool,
    /// How many rows there are, without the skipped ones.
    pub total: usize,
    /// How many are done.
    pub done: usize,
}

/// The format of a result or of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ResultFormat {
    /// A sheet.
    Csv,
    /// A page to print.
    Html,
}

/// What Canarytokens are exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum ExportFormat {
    Csv,
    Json,
}

/// What an export tells of each Canarytoken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum ExportColumns {
    /// Those of the vendor's own script: Flock ID, token, created, enabled, type, memo.
    Vendor,
    /// These, in this order.
    Chosen {
        /// At least one.
        columns: Vec<ExportColumn>,
    },
}

/// One of the things an export can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ExportColumn {
    /// The Canarytoken's id.
    Id,
    /// The kind in plain words.
    Kind,
    /// The kind as the Console calls it.
    KindId,
    /// The whole reminder.
    Reminder,
    /// The flock's name.
    Flock,
    /// The flock's id.
    FlockId,
    /// On or off.
    State,
    /// When it was made, in the form 2026-11-24T10:00:00Z.
    Created,
    /// How many alerts it raised.
    Alerts,
    /// Its link.
    Link,
    /// Its host name.
    HostName,
}

/// What came of saving the files of many.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SavedMany {
    /// How many files were saved.
    pub done: usize,
    /// How many have no file to save.
    pub without_file: usize,
    /// What was not saved.
    pub failed: Vec<BatchFailure>,
    /// The folder, as people say it.
    pub folder: String,
    /// For `show_saved`: the first file; `null` when there is none.
    pub saved: Option<String>,
}
