//! A sheet as the page sees it: summed up, and a window of its rows.

use std::collections::BTreeMap;

use super::OpenSheet;
use super::check::CellProblem;
use super::columns::Column;
use super::sheet::{Row, RowState, Sheet};
use crate::app::App;
use crate::app::catalogue::Catalogue;
use crate::app::error::{Error, Reported};
use crate::app::lock;
use crate::app::saving::spoken;
use crate::words::say;

/// The most characters of a cell that the page gets unasked.
const CELL_CHARS: usize = 300;

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// All.
    All,
    /// Those that would be made.
    Ready,
    /// Those with something in the way.
    Problems,
    /// Those with something unusual.
    Warnings,
    /// Doubles.
    Duplicates,
    /// Those left out.
    Skipped,
    /// Those that are done.
    Done,
    /// Those that need attention.
    Attention,
    /// Those not tried yet.
    Waiting,
}

/// How many rows are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Counts {
    pub total: usize,
    pub ready: usize,
    pub problems: usize,
    pub warnings: usize,
    pub duplicates: usize,
    pub skipped: usize,
    pub referenced: usize,
    pub done: usize,
    pub attention: usize,
    pub waiting: usize,
}

/// A sheet, summed up.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Its handle.
    pub sheet: String,
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What there is to say about all of it.
    pub notes: Vec<String>,
    /// How many rows are in which state.
    pub counts: Counts,
    /// Was the list complete when it was checked?
    pub existing_known: bool,
    /// How many files will come.
    pub files: usize,
    /// Where they go, as people say it.
    pub folder: Option<String>,
    /// Has it begun?
    pub started: bool,
    /// Does somebody work on it?
    pub running: bool,
    /// Was it paused?
    pub paused: bool,
    /// Why it is not written down.
    pub unprotected: Option<Reported>,
}

/// Why a row is a double.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duplicate {
    /// There is this Canarytoken.
    Exists(String),
    /// The row of this line says the same.
    InSheet(u32),
}

/// One row.
#[derive(Debug, Clone)]
pub struct RowView {
    /// Its place.
    pub row: usize,
    /// Its line.
    pub line: u32,
    /// Its cells, by the column's key.
    pub cells: BTreeMap<String, String>,
    /// What people read in those of its cells that hold a switch or a choice.
    pub said: BTreeMap<String, String>,
    /// Its kind in plain words.
    pub kind_name: String,
    /// The icon of its kind.
    pub icon: String,
    /// Its reminder as it is sent.
    pub memo: String,
    /// Its flock's name.
    pub flock: String,
    /// What is wrong.
    pub problems: Vec<CellProblem>,
    /// Why it is a double.
    pub duplicate: Option<Duplicate>,
    /// Is it left out?
    pub skipped: bool,
    /// Does its reminder get a reference?
    pub referenced: bool,
    /// How far it is.
    pub state: RowState,
    /// What came of it, in short.
    pub result: String,
    /// The Canarytoken.
    pub token: Option<String>,
    /// Its link or host name.
    pub address: Option<String>,
    /// Its file, once it is saved.
    pub file: Option<String>,
    /// What went wrong.
    pub error: Option<Reported>,
}

/// A part of a sheet.
#[derive(Debug, Clone)]
pub struct RowPage {
    /// How many match.
    pub total: usize,
    /// Those asked for.
    pub rows: Vec<RowView>,
    /// All of them, by state.
    pub counts: Counts,
}

impl Summary {
    /// How a sheet stands.
    pub(super) fn of(open: &OpenSheet) -> Self {
        let sheet = lock(&open.state);
        Self {
            sheet: open.handle.clone(),
            name: sheet.name.clone(),
            columns: sheet.columns.clone(),
            notes: sheet.notes.clone(),
            counts: sheet.counts(),
            existing_known: sheet.known.complete,
            files: sheet.rows.iter().filter(|row| row.is_ready() && row.found.file).count(),
            folder: sheet.folder.as_deref().map(|folder| spoken(Some(folder))),
            started: sheet.started,
            running: sheet.running,
            paused: *open.paused.borrow(),
            unprotected: sheet.unprotected.clone(),
        }
    }
}

impl App {
    /// How a sheet stands.
    ///
    /// # Errors
    /// [`Error::SheetGone`].
    pub fn sheet(&self, handle: &str) -> Result<Summary, Error> {
        Ok(Summary::of(&*self.sheets.get(handle)?))
    }

    /// A part of a sheet.
    ///
    /// # Errors
    /// [`Error::SheetGone`].
    pub fn rows(&self, handle: &str, show: Show, offset: usize, limit: usize) -> Result<RowPage, Error> {
        let open = self.sheets.get(handle)?;
        let sheet = lock(&open.state);
        let shown = sheet.shown(show);
        let window = shown.iter().skip(offset).take(limit);
        Ok(RowPage {
            total: shown.len(),
            rows: window.filter_map(|place| sheet.view(&self.catalogue, *place)).collect(),
            counts: sheet.counts(),
        })
    }
}

fn fits(row: &Row, show: Show) -> bool {
    let state = row.state();
    match show {
        Show::All => true,
        Show::Ready => row.is_ready(),
        Show::Problems => row.found.error && matches!(state, RowState::Waiting | RowState::Failed),
        Show::Warnings => row.found.warning && state != RowState::Skipped,
        Show::Duplicates => row.found.exists || row.found.repeated,
        Show::Skipped => state == RowState::Skipped,
        Show::Done => state == RowState::Done,
        Show::Attention => state.needs_attention(),
        Show::Waiting => matches!(state, RowState::Waiting | RowState::Working) && !row.found.error,
    }
}

impl Sheet {
    /// The places of the rows that a filter shows.
    pub(super) fn shown(&self, show: Show) -> Vec<usize> {
        let rows = self.rows.iter().enumerate().filter(|(_, row)| fits(row, show));
        rows.map(|(place, _)| place).collect()
    }

    /// How many rows are in which state.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            total: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
            let add = |count: &mut usize, show| *count += usize::from(fits(row, show));
            add(&mut counts.ready, Show::Ready);
            add(&mut counts.problems, Show::Problems);
            add(&mut counts.warnings, Show::Warnings);
            add(&mut counts.duplicates, Show::Duplicates);
            add(&mut counts.skipped, Show::Skipped);
            add(&mut counts.done, Show::Done);
            add(&mut counts.attention, Show::Attention);
            add(&mut counts.waiting, Show::Waiting);
            counts.referenced += usize::from(row.reference > 0);
        }
        counts
    }

    /// A row as the page sees it.
    pub(super) fn view(&self, catalogue: &Catalogue, place: usize) -> Option<RowView> {
        let row = self.rows.get(place)?;
        let draft = self.draft(catalogue, place)?;
        let cells = || {
            let cells = self.columns.iter().zip(row.cells());
            cells.filter(|(_, cell)| !cell.is_empty())
        };
        let kind = draft.form.kind.as_str();
        let checker = self.checker(catalogue);
        let said = cells().filter_map(|(column, cell)| Some((column.key.clone(), checker.said(kind, column, cell)?)));
        let flock = draft.form.flock().unwrap_or_default();
        let named = self.known.flocks.iter().find(|(id, _)| id == flock);
        let exists = self
            .existing(catalogue, place)
            .filter(|_| row.found.exists)
            .map(Duplicate::Exists);
        let outcome = row.outcome.as_deref();
        let state = row.state();
        Some(RowView {
            row: place,
            line: row.line,
            cells: cells()
                .map(|(column, cell)| (column.key.clone(), shortened(cell)))
                .collect(),
            said: said.collect(),
            kind_name: if kind.is_empty() {
                String::new()
            } else {
                catalogue.name(kind)
            },
            icon: catalogue.icon(kind),
            memo: one_line(&draft.form.clean_memo()),
            flock: named.map_or(flock, |(_, name)| name).to_owned(),
            problems: if row.is_open() { draft.problems } else { Vec::new() },
            duplicate: exists.or_else(|| self.first_like(place).map(Duplicate::InSheet)),
            skipped: state == RowState::Skipped,
            referenced: row.reference > 0,
            state,
            result: told(state, row.found.error).to_owned(),
            token: outcome.and_then(|outcome| outcome.token.clone()),
            address: outcome.and_then(|outcome| outcome.address.clone()),
            file: outcome
                .filter(|_| state == RowState::Done)
                .and_then(|outcome| outcome.file.clone()),
            error: outcome
                .filter(|_| state.needs_attention())
                .and_then(|outcome| outcome.error.clone()),
        })
    }
}

/// A state in short.
pub(super) fn told(state: RowState, wrong: bool) -> &'static str {
    match state {
        RowState::Waiting if wrong => say!("Needs to be mended first"),
        RowState::Waiting => say!("Waiting"),
        RowState::Working => say!("Making it…"),
        RowState::Done => say!("Made"),
        RowState::FileMissing => say!("Made, but its file is missing"),
        RowState::Failed => say!("Not made"),
        RowState::Unknown => say!("Not known if it was made"),
        RowState::Skipped => say!("Left out"),
    }
}

fn shortened(cell: &str) -> String {
    match cell.char_indices().nth(CELL_CHARS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

fn one_line(text: &str) -> String {
    let line: String = text
        .chars()
        .take(CELL_CHARS + 1)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    shortened(&line)
}
