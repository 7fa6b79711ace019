//! A sheet in memory: one text a row, so that 100,000 rows cost little more than what stands in them.

use std::path::PathBuf;
use std::sync::Arc;

use super::columns::{self, Column};
use super::journal::Journal;
use super::known::Known;
use super::read::Table;
use super::refusal::SheetError;
use crate::app::catalogue::Catalogue;
use crate::app::creation::Sent;
use crate::app::error::Reported;
use crate::words::say;

/// Between the cells of a row. It is no text, and is taken out of cells.
const BETWEEN: char = '\u{1f}';

/// How far a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// Not tried yet.
    Waiting,
    /// Under way.
    Working,
    /// Made; its file saved, if it has one.
    Done,
    /// Made, but its file was not saved.
    FileMissing,
    /// Not made.
    Failed,
    /// Whether it was made is not known.
    Unknown,
    /// Left out.
    Skipped,
}

impl RowState {
    /// Is a person needed, or another try?
    pub fn needs_attention(self) -> bool {
        matches!(self, Self::FileMissing | Self::Failed | Self::Unknown)
    }
}

/// What a person decided about leaving a row out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Skip {
    /// Nothing: doubles are left out.
    #[default]
    Unless,
    /// It is made although it is a double.
    Never,
    /// It is left out.
    Always,
}

/// What came of a row so far.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How far it is.
    pub state: RowState,
    /// A create whose answer is not known.
    pub sent: Option<Sent>,
    /// The Canarytoken.
    pub token: Option<String>,
    /// Its link or host name.
    pub address: Option<String>,
    /// Where its file goes, or went, below the chosen folder, with `/` between the names.
    pub file: Option<String>,
    /// Was its file begun before? Then a file of that name is ours.
    pub file_tried: bool,
    /// What went wrong.
    pub error: Option<Reported>,
}

impl Outcome {
    /// Nothing yet.
    pub fn new(state: RowState) -> Self {
        Self {
            state,
            sent: None,
            token: None,
            address: None,
            file: None,
            file_tried: false,
            error: None,
        }
    }
}

/// What the dry run found about a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// Something stands in the way.
    pub error: bool,
    /// Something is unusual.
    pub warning: bool,
    /// There is one like it on the Console.
    pub exists: bool,
    /// The same row stands further up.
    pub repeated: bool,
    /// A file comes with it.
    pub file: bool,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    cells: Box<str>,
    /// The number that a spreadsheet gives it.
    pub line: u32,
    /// What was decided about leaving it out.
    pub skip: Skip,
    /// What the dry run found.
    pub found: Found,
    /// Its number among rows of its kind with the same reminder; 0 without any.
    pub reference: u32,
    /// Of its kind and reminder, to find its like.
    pub key: u64,
    /// What came of it.
    pub outcome: Option<Box<Outcome>>,
}

impl Row {
    /// A row of these cells.
    pub fn new(line: u32, cells: &[String]) -> Self {
        Self {
            cells: joined(cells.iter().map(String::as_str)),
            line,
            skip: Skip::default(),
            found: Found::default(),
            reference: 0,
            key: 0,
            outcome: None,
        }
    }

    /// A row as [`Self::text`] gave it.
    pub fn from_text(line: u32, text: String) -> Self {
        let mut row = Self::new(line, &[]);
        row.cells = text.into();
        row
    }

    /// All cells as one text.
    pub fn text(&self) -> &str {
        &self.cells
    }

    /// What stands in a column.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.split(BETWEEN).nth(column).unwrap_or_default()
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.split(BETWEEN)
    }

    /// Writes `value` into a column.
    pub fn set_cell(&mut self, column: usize, value: &str) {
        let mut cells: Vec<&str> = self.cells().collect();
        if cells.len() <= column {
            cells.resize(column + 1, "");
        }
        cells[column] = value;
        self.cells = joined(cells.into_iter());
    }

    /// Is it left out?
    pub fn is_skipped(&self) -> bool {
        match self.skip {
            Skip::Always => true,
            Skip::Never => false,
            Skip::Unless => self.found.exists || self.found.repeated,
        }
    }

    /// How far it is.
    pub fn state(&self) -> RowState {
        match &self.outcome {
            Some(outcome) => outcome.state,
            None if self.is_skipped() => RowState::Skipped,
            None => RowState::Waiting,
        }
    }

    /// Would it be made now?
    pub fn is_ready(&self) -> bool {
        !self.found.error && matches!(self.state(), RowState::Waiting | RowState::Failed)
    }

    /// Is it one of those that are to be made, or were?
    pub fn is_wanted(&self) -> bool {
        self.state() != RowState::Skipped && (self.outcome.is_some() || !self.found.error)
    }

    /// May its cells still be changed once the sheet has begun?
    pub fn is_open(&self) -> bool {
        matches!(self.state(), RowState::Waiting | RowState::Failed | RowState::Skipped)
    }

    /// What came of it, to be changed.
    pub fn outcome_mut(&mut self) -> &mut Outcome {
        self.outcome
            .get_or_insert_with(|| Box::new(Outcome::new(RowState::Waiting)))
    }
}

fn joined<'a>(cells: impl Iterator<Item = &'a str>) -> Box<str> {
    let mut text = String::new();
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(BETWEEN);
        }
        if cell.contains(BETWEEN) {
            text.extend(cell.chars().filter(|c| *c != BETWEEN));
        } else {
            text.push_str(cell);
        }
    }
    text.truncate(text.trim_end_matches(BETWEEN).len());
    text.into_boxed_str()
}

/// A sheet.
pub struct Sheet {
    /// The file's name, or what it was made from.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What there is to say about all of it.
    pub notes: Vec<String>,
    /// What it was checked against.
    pub known: Arc<Known>,
    /// The id of the Console it is for.
    pub console: String,
    /// Where files go.
    pub folder: Option<PathBuf>,
    /// Has it begun?
    pub started: bool,
    /// Does somebody work on it?
    pub running: bool,
    /// Where it is written down what is done.
    pub journal: Option<Arc<Journal>>,
    /// Is the journal on the disk this sheet's?
    pub owns_journal: bool,
    /// Why it is not written down.
    pub unprotected: Option<Reported>,
}

impl Sheet {
    /// Understands a table.
    ///
    /// # Errors
    /// Its heading is not understood, or there is nothing below it.
    pub fn understand(
        catalogue: &Catalogue,
        known: Arc<Known>,
        name: String,
        table: Table,
    ) -> Result<Self, SheetError> {
        let mut rows = table.rows.into_iter();
        let (_, first) = rows.next().ok_or(SheetError::Empty)?;
        let heading = columns::understand(catalogue, &first)?;
        let mut sheet = Self::new(name, heading.columns, known);
        sheet.notes = table.notes;
        sheet.notes.extend(heading.notes);
        let mut cells = Vec::new();
        for (line, row) in rows {
            if row == first {
                sheet
                    .notes
                    .push(say!("Row {line} is the heading once more and is left out.", line));
                continue;
            }
            cells.clear();
            cells.resize(sheet.columns.len(), String::new());
            for (place, cell) in heading.places.iter().zip(row) {
                if let Some(place) = place {
                    cells[*place] = cell;
                }
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                sheet.rows.push(Row::new(line, &cells));
            }
        }
        if sheet.rows.is_empty() {
            Err(SheetError::Empty)
        } else {
            Ok(sheet)
        }
    }

    /// A sheet without rows.
    pub fn new(name: String, columns: Vec<Column>, known: Arc<Known>) -> Self {
        Self {
            name,
            columns,
            rows: Vec::new(),
            notes: Vec::new(),
            console: known.console.clone(),
            known,
            folder: None,
            started: false,
            running: false,
            journal: None,
            owns_journal: false,
            unprotected: None,
        }
    }

    /// The place of the column that the page calls `key`.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}
