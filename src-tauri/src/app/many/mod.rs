//! Many at once: Canarytokens from a sheet or a list of names, checked before anything is sent, and made so that nothing is lost or
//! made twice; and the files and an export of many that exist.

mod check;
mod columns;
mod export;
mod files;
mod journal;
mod known;
mod names;
mod read;
mod refusal;
mod results;
mod resume;
mod run;
mod sheet;
mod view;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tokio::sync::watch;

use super::error::{Error, Reported};
use super::handles::random_id;
use super::operations::CancelToken;
use super::ports::{ChooseFolder, FileFilter, OpenFile};
use super::{App, lock};
use crate::words::say;
use journal::Note;
use known::Known;
use sheet::Skip;

pub use check::CellProblem;
pub use columns::Column;
pub use export::{ExportColumn, ExportFormat, SavedMany, VENDOR_COLUMNS};
pub use journal::KEY_ID;
pub use names::NameList;
pub use refusal::{MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES, SheetError};
pub use results::ResultFormat;
pub use resume::Unfinished;
pub use run::{Listen, Pauses, RunProgress, Stage};
pub use sheet::{RowState, Sheet};
pub use view::{Counts, Duplicate, RowPage, RowView, Show, Summary};

/// A sheet that is open.
pub struct OpenSheet {
    /// What the page calls it.
    pub handle: String,
    /// All about it.
    pub state: Mutex<Sheet>,
    paused: watch::Sender<bool>,
}

/// The sheets that are open.
#[derive(Default)]
pub struct Sheets(Mutex<Vec<Arc<OpenSheet>>>);

impl Sheets {
    fn open(&self, sheet: Sheet) -> Arc<OpenSheet> {
        let open = Arc::new(OpenSheet {
            handle: random_id(),
            state: Mutex::new(sheet),
            paused: watch::Sender::new(false),
        });
        lock(&self.0).push(Arc::clone(&open));
        open
    }

    /// The sheet under `handle`.
    ///
    /// # Errors
    /// [`Error::SheetGone`].
    pub fn get(&self, handle: &str) -> Result<Arc<OpenSheet>, Error> {
        let open = lock(&self.0).iter().find(|open| open.handle == handle).cloned();
        open.ok_or(Error::SheetGone)
    }

    /// Forgets all that nobody works on.
    pub fn clear(&self) {
        lock(&self.0).clear();
    }
}

/// What came of a run.
#[derive(Debug, Clone)]
pub struct RunResult {
    /// The sheet as it is now.
    pub summary: Summary,
    /// Was it cancelled?
    pub cancelled: bool,
    /// Why it stopped by itself.
    pub stopped: Option<Reported>,
}

/// How the names of sheets end.
const SHEET_EXTENSIONS: [&str; 4] = ["csv", "xlsx", "tsv", "txt"];

/// Does its name say that the file at `path` is a sheet?
pub fn is_sheet(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    SHEET_EXTENSIONS.contains(&extension.as_str())
}

/// Rows, named one by one or by a filter.
#[derive(Debug, Clone)]
pub enum RowChoice {
    /// These.
    Rows(Vec<usize>),
    /// All that it shows.
    Shown(Show),
}

impl App {
    /// Lets the person choose a sheet and opens it. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::Sheet`] when it cannot be used; [`Error::NotConnected`], and those of the Console.
    pub async fn choose_sheet(&self) -> Result<Option<Summary>, Error> {
        let ask = OpenFile {
            title: say!("Choose a spreadsheet").into(),
            filter: Some(FileFilter {
                label: say!("Spreadsheets (CSV, .xlsx)").into(),
                extensions: SHEET_EXTENSIONS.map(str::to_owned).into(),
            }),
            folder: self.preferences.get().folder,
        };
        // Without a connection no question is asked.
        self.session()?;
        match self.ports.dialogs.open(ask).await {
            Some(path) => self.read_sheet(path).await.map(Some),
            None => Ok(None),
        }
    }

    /// Opens the sheet at `path`: chosen, or dropped on the window.
    ///
    /// # Errors
    /// As [`App::choose_sheet`].
    pub async fn read_sheet(&self, path: PathBuf) -> Result<Summary, Error> {
        let known = self.known().await?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A library that stumbles over a file takes this thread with it, and not the program.
        let reading = tokio::task::spawn_blocking(move || read_file(&path));
        let table = reading.await.unwrap_or(Err(SheetError::Damaged))?;
        let sheet = Sheet::understand(&self.catalogue, known, name, table)?;
        Ok(self.open_sheet(sheet))
    }

    /// Opens a sheet with a row for each of a list of names.
    ///
    /// # Errors
    /// [`Error::Sheet`] without names; [`Error::NotConnected`], and those of the Console.
    pub async fn start_from_names(&self, list: NameList) -> Result<Summary, Error> {
        let known = self.known().await?;
        let sheet = list.sheet(&self.catalogue, known)?;
        Ok(self.open_sheet(sheet))
    }

    fn open_sheet(&self, mut sheet: Sheet) -> Summary {
        sheet.check(&self.catalogue);
        Summary::of(&self.sheets.open(sheet))
    }

    /// What sheets are checked against now.
    async fn known(&self) -> Result<Arc<Known>, Error> {
        self.console_kinds().await?;
        let session = self.session()?;
        // A key that may not see flocks still has one.
        let flocks = if session.abilities.list {
            self.flocks().await?
        } else {
            Vec::new()
        };
        Ok(Arc::new(Known::of(&session, flocks)))
    }

    /// Checks a sheet once more, against what is known now.
    ///
    /// # Errors
    /// [`Error::SheetGone`], [`Error::NotConnected`], and those of the Console.
    pub async fn check_sheet(&self, handle: &str) -> Result<Summary, Error> {
        let open = self.sheets.get(handle)?;
        let known = self.known().await?;
        {
            let mut sheet = lock(&open.state);
            if !sheet.running && !sheet.started {
                sheet.console.clone_from(&known.console);
                sheet.known = known;
                sheet.check(&self.catalogue);
            }
        }
        Ok(Summary::of(&open))
    }

    /// Writes into a cell, and checks.
    ///
    /// # Errors
    /// [`Error::SheetGone`]; [`Error::SheetBusy`] while it runs, or for a row that was made; [`Error::Field`] when there is no such cell.
    pub async fn edit_cell(
        &self,
        handle: &str,
        row: usize,
        column: &str,
        value: &str,
    ) -> Result<(RowView, Summary), Error> {
        let open = self.sheets.get(handle)?;
        let noted = {
            let mut sheet = lock(&open.state);
            let column = sheet.column(column).ok_or_else(no_cell)?;
            let open_row = sheet.rows.get(row).ok_or_else(no_cell)?.is_open();
            if sheet.running || !open_row {
                return Err(Error::SheetBusy);
            }
            sheet.rows[row].set_cell(column, value);
            sheet.rows[row].outcome = None;
            sheet.check_row(&self.catalogue, row);
            sheet.compare(&self.catalogue);
            sheet
                .journal
                .clone()
                .map(|journal| (journal, Note::Row(row, sheet.noted(row))))
        };
        if let Some((journal, note)) = noted {
            journal.note(&note)?;
            journal.flush().await?;
        }
        let view = lock(&open.state).view(&self.catalogue, row).ok_or_else(no_cell)?;
        Ok((view, Summary::of(&open)))
    }

    /// The whole text of a cell.
    ///
    /// # Errors
    /// [`Error::SheetGone`]; [`Error::Field`] when there is no such cell.
    pub fn cell(&self, handle: &str, row: usize, column: &str) -> Result<String, Error> {
        let open = self.sheets.get(handle)?;
        let sheet = lock(&open.state);
        let column = sheet.column(column).ok_or_else(no_cell)?;
        Ok(sheet.rows.get(row).ok_or_else(no_cell)?.cell(column).to_owned())
    }

    /// Writes the same into a column of all rows, or of those where it is empty.
    ///
    /// # Errors
    /// [`Error::SheetGone`]; [`Error::SheetBusy`] once it was started; [`Error::Field`] when there is no such column.
    pub fn fill_column(&self, handle: &str, column: &str, value: &str, only_empty: bool) -> Result<Summary, Error> {
        let open = self.sheets.get(handle)?;
        {
            let mut sheet = lock(&open.state);
            let column = sheet.column(column).ok_or_else(no_cell)?;
            if sheet.started {
                return Err(Error::SheetBusy);
            }
            let rows = sheet
                .rows
                .iter_mut()
                .filter(|row| !only_empty || row.cell(column).trim().is_empty());
            rows.for_each(|row| row.set_cell(column, value));
            sheet.check(&self.catalogue);
        }
        Ok(Summary::of(&open))
    }

    /// Leaves rows out, or makes them although they are doubles.
    ///
    /// # Errors
    /// [`Error::SheetGone`]; [`Error::SheetBusy`] while it runs.
    pub fn skip_rows(&self, handle: &str, rows: &RowChoice, skip: bool) -> Result<Summary, Error> {
        let open = self.sheets.get(handle)?;
        {
            let mut sheet = lock(&open.state);
            if sheet.running {
                return Err(Error::SheetBusy);
            }
            let places = match rows {
                RowChoice::Rows(places) => places.clone(),
                RowChoice::Shown(show) => sheet.shown(*show),
            };
            for place in places {
                if let Some(row) = sheet.rows.get_mut(place).filter(|row| row.outcome.is_none()) {
                    row.skip = if skip { Skip::Always } else { Skip::Never };
                }
            }
            sheet.compare(&self.catalogue);
        }
        Ok(Summary::of(&open))
    }

    /// Lets the person choose where files go. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::SheetGone`]; [`Error::SheetBusy`] while it runs.
    pub async fn choose_target_folder(&self, handle: &str) -> Result<Option<Summary>, Error> {
        let open = self.sheets.get(handle)?;
        let Some(folder) = self.ask_for_folder(say!("Choose a folder for the files")).await else {
            return Ok(None);
        };
        {
            let mut sheet = lock(&open.state);
            if sheet.running {
                return Err(Error::SheetBusy);
            }
            if sheet.folder.as_ref() != Some(&folder) {
                // What is still to come finds new places there.
                let unsaved = sheet.rows.iter_mut().filter(|row| row.state() != RowState::Done);
                unsaved.filter_map(|row| row.outcome.as_mut()).for_each(|outcome| {
                    (outcome.file, outcome.file_tried) = (None, false);
                });
                sheet.folder = Some(folder);
                // The journal names places in the old folder: the next run begins it anew.
                sheet.journal = None;
            }
        }
        Ok(Some(Summary::of(&open)))
    }

    async fn ask_for_folder(&self, title: &str) -> Option<PathBuf> {
        let ask = ChooseFolder {
            title: title.into(),
            folder: self.preferences.get().folder,
        };
        let folder = self.ports.dialogs.folder(ask).await?;
        self.remember_folder(&folder.join("x"));
        Some(folder)
    }

    /// Makes what a sheet says, goes on where it stopped, or tries again what did not succeed. When it is cancelled it ends at once, with
    /// what was done.
    ///
    /// # Errors
    /// [`Error::SheetGone`], [`Error::SheetBusy`], [`Error::NotConnected`], [`Error::UnfinishedWork`]; [`Error::Field`] when a folder is
    /// missing; [`Error::Keychain`] and [`Error::JournalUnwritable`] when it would run without a journal and `unprotected` is not set.
    pub async fn run_sheet(
        &self,
        handle: &str,
        unprotected: bool,
        cancel: CancelToken,
        listen: Listen,
    ) -> Result<RunResult, Error> {
        let open = self.sheets.get(handle)?;
        let session = self.session()?;
        let _busy = Busy::begin(&open, &session.console.id)?;
        self.protect(&open, unprotected).await?;
        let run = run::Run::new(self, session, Arc::clone(&open), cancel, listen);
        let run::Ended { cancelled, stopped } = run.work().await;
        if !cancelled && stopped.is_none() {
            self.end_journal(&open).await;
        }
        drop(_busy);
        Ok(RunResult {
            summary: Summary::of(&open),
            cancelled,
            stopped: stopped.map(Reported::new),
        })
    }

    /// Holds a run, or lets it go on.
    ///
    /// # Errors
    /// [`Error::SheetGone`].
    pub fn pause_sheet(&self, handle: &str, paused: bool) -> Result<Summary, Error> {
        let open = self.sheets.get(handle)?;
        open.paused.send_replace(paused);
        Ok(Summary::of(&open))
    }

    /// Forgets a sheet. Its journal, if work is left, stays; and so does the sheet where the journal does not say all that happened.
    ///
    /// # Errors
    /// [`Error::SheetBusy`] while it runs.
    pub fn close_sheet(&self, handle: &str) -> Result<(), Error> {
        let Ok(open) = self.sheets.get(handle) else {
            return Ok(());
        };
        if lock(&open.state).running {
            return Err(Error::SheetBusy);
        }
        lock(&self.sheets.0).retain(|one| one.handle != handle || lock(&one.state).knows_more());
        Ok(())
    }
}

/// Marks a sheet as being worked on, for as long as it lives.
struct Busy(Arc<OpenSheet>);

impl Busy {
    fn begin(open: &Arc<OpenSheet>, console: &str) -> Result<Self, Error> {
        let mut sheet = lock(&open.state);
        if sheet.running {
            return Err(Error::SheetBusy);
        }
        if sheet.console != console {
            return Err(Error::NotConnected);
        }
        let files = sheet.rows.iter().any(|row| row.is_ready() && row.found.file);
        if files && sheet.folder.is_none() {
            return Err(Error::Field {
                field: "folder".into(),
                message: say!("Choose the folder for the files first.").into(),
            });
        }
        sheet.running = true;
        open.paused.send_replace(false);
        Ok(Self(Arc::clone(open)))
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        lock(&self.0.state).running = false;
    }
}

fn no_cell() -> Error {
    Error::Field {
        field: "column".into(),
        message: say!("There is no such cell in this sheet.").into(),
    }
}

fn read_file(path: &Path) -> Result<read::Table, SheetError> {
    let about = std::fs::metadata(path).map_err(|_| SheetError::Unreadable)?;
    if about.len() > MAX_SHEET_BYTES {
        return Err(SheetError::TooLarge);
    }
    if !about.is_file() {
        return Err(SheetError::NoSheet);
    }
    read::read(&std::fs::read(path).map_err(|_| SheetError::Unreadable)?)
}
