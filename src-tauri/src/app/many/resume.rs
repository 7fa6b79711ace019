//! The journal of a sheet: when it begins, what it says of a sheet that did not come to its end, and how such a sheet goes on.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::OpenSheet;
use super::journal::{self, Journal, Note, NotedRow};
use super::known::Known;
use super::sheet::{Outcome, Row, RowState, Sheet, Skip};
use super::view::Summary;
use crate::app::error::{Error, Reported};
use crate::app::ports::Patience;
use crate::app::{App, lock, sweep};

/// How many rows stand in one note.
const ROWS_A_NOTE: usize = 500;

/// A sheet that did not come to its end.
#[derive(Debug, Clone)]
pub struct Unfinished {
    /// Its name.
    pub name: String,
    /// When it was begun.
    pub started_at: SystemTime,
    /// Its Console's name.
    pub console: String,
    /// Its Console's id.
    pub console_id: String,
    /// Is that one connected?
    pub connected: bool,
    /// How many rows there are, without those left out.
    pub total: usize,
    /// How many are done.
    pub done: usize,
}

impl Sheet {
    /// A row as it is written down.
    pub(super) fn noted(&self, place: usize) -> NotedRow {
        let row = &self.rows[place];
        NotedRow {
            line: row.line,
            text: row.text().to_owned(),
            skip: row.skip,
            skipped: row.state() == RowState::Skipped,
            reference: row.reference,
        }
    }

    /// Everything that a journal of this sheet begins with.
    fn notes(&self, label: String, at: SystemTime) -> Vec<Note> {
        let mut notes = vec![Note::Begun {
            console: self.console.clone(),
            label,
            name: self.name.clone(),
            at: journal::seconds(at),
            folder: self.folder.clone(),
            columns: self.columns.clone(),
        }];
        let places: Vec<usize> = (0..self.rows.len()).collect();
        for places in places.chunks(ROWS_A_NOTE) {
            notes.push(Note::Rows(places.iter().map(|place| self.noted(*place)).collect()));
        }
        for (place, row) in self.rows.iter().enumerate() {
            let Some(outcome) = &row.outcome else { continue };
            notes.extend(outcome.file.clone().map(|file| Note::File(place, file)));
            notes.extend(outcome.sent.as_ref().map(|sent| Note::intent(place, sent)));
            let made = outcome.token.clone();
            notes.extend(made.map(|token| Note::Made(place, token, outcome.address.clone())));
            if outcome.state == RowState::Done {
                notes.push(Note::Saved(place, outcome.file.clone()));
            }
        }
        notes
    }

    /// Is its journal without something that happened?
    pub(super) fn knows_more(&self) -> bool {
        self.owns_journal && self.journal.as_ref().is_some_and(|journal| journal.is_broken())
    }

    /// The sheet that a journal tells of; unchecked.
    fn replay(notes: Vec<Note>, known: Arc<Known>) -> Option<Self> {
        let mut notes = notes.into_iter();
        let Some(Note::Begun {
            console,
            name,
            folder,
            columns,
            ..
        }) = notes.next()
        else {
            return None;
        };
        let mut sheet = Self::new(name, columns, known);
        (sheet.console, sheet.folder, sheet.started) = (console, folder, true);
        for note in notes {
            sheet.take(note);
        }
        Some(sheet)
    }

    fn take(&mut self, note: Note) {
        let mut change = |place: usize, change: &dyn Fn(&mut Outcome)| {
            if let Some(row) = self.rows.get_mut(place) {
                change(row.outcome_mut());
            }
        };
        match note {
            Note::Begun { .. } => {}
            Note::Rows(rows) => self.rows.extend(rows.into_iter().map(noted_row)),
            Note::Row(place, noted) => {
                if let Some(row) = self.rows.get_mut(place) {
                    *row = noted_row(noted);
                }
            }
            Note::File(place, file) => change(place, &|outcome| outcome.file = Some(file.clone())),
            Note::Intent {
                row,
                at,
                before,
                all_known,
            } => {
                let sent = journal::sent(at, before, all_known);
                change(row, &|outcome| {
                    (outcome.sent, outcome.state) = (Some(sent.clone()), RowState::Unknown);
                    // It may have come as far as its file.
                    outcome.file_tried = true;
                });
            }
            Note::NotMade(place) => change(place, &|outcome| {
                (outcome.sent, outcome.state) = (None, RowState::Waiting)
            }),
            // Its file may be in place already: nothing had its name before.
            Note::Made(place, token, address) => change(place, &|outcome| {
                (outcome.sent, outcome.state) = (None, RowState::FileMissing);
                (outcome.token, outcome.address) = (Some(token.clone()), address.clone());
                outcome.file_tried = true;
            }),
            Note::Saved(place, file) => change(place, &|outcome| {
                (outcome.file, outcome.state) = (file.clone(), RowState::Done);
            }),
        }
    }
}

/// Removes what a run that has ended left half written.
fn sweep_folders(folders: &HashSet<PathBuf>, prefix: &str) {
    let swept: usize = folders.iter().map(|folder| sweep::sweep_all(folder, prefix)).sum();
    if swept > 0 {
        tracing::info!(swept, "half-written files of an unfinished sheet were removed");
    }
}

fn noted_row(noted: NotedRow) -> Row {
    let mut row = Row::from_text(noted.line, noted.text);
    row.skip = if noted.skipped { Skip::Always } else { noted.skip };
    row.reference = noted.reference;
    row
}

impl App {
    /// Sees to it that what a sheet does is written down; if that cannot be, goes on without only when `unprotected`.
    pub(super) async fn protect(&self, open: &Arc<OpenSheet>, unprotected: bool) -> Result<(), Error> {
        let (journal, owns) = {
            let sheet = lock(&open.state);
            (sheet.journal.clone(), sheet.owns_journal)
        };
        if let Some(journal) = &journal {
            // Where a folder went away and came back, something half written may have come with it.
            sweep_folders(&lock(&open.state).folders(), &journal.prefix());
        }
        if let Some(journal) = journal.filter(|journal| !journal.is_broken()) {
            let planned = lock(&open.state).plan_files(&self.catalogue);
            for (place, file) in planned {
                journal.note(&Note::File(place, file))?;
            }
            return journal.flush().await;
        }
        if !owns && self.read_journal().await?.is_some() {
            return Err(Error::UnfinishedWork);
        }
        let begun = self.begin_journal(open).await;
        let mut sheet = lock(&open.state);
        sheet.started = true;
        match begun {
            Ok(journal) => {
                (sheet.journal, sheet.owns_journal, sheet.unprotected) = (Some(Arc::new(journal)), true, None);
                Ok(())
            }
            Err(error) if unprotected => {
                sheet.unprotected = Some(Reported::new(error));
                Ok(())
            }
            Err(error) => {
                sheet.started = sheet
                    .rows
                    .iter()
                    .any(|row| row.outcome.as_ref().is_some_and(|it| it.state != RowState::Waiting));
                Err(error)
            }
        }
    }

    async fn begin_journal(&self, open: &Arc<OpenSheet>) -> Result<Journal, Error> {
        let notes = {
            let mut sheet = lock(&open.state);
            sheet.plan_files(&self.catalogue);
            let label = self.consoles.all().into_iter().find(|entry| entry.id == sheet.console);
            sheet.notes(
                label.map(|entry| entry.label).unwrap_or_default(),
                self.ports.clock.now(),
            )
        };
        let key = journal::key_or_new(&*self.ports.secrets).await?;
        Journal::begin(Arc::clone(&self.ports.journal), &key, &notes).await
    }

    async fn read_journal(&self) -> Result<Option<Vec<u8>>, Error> {
        let store = Arc::clone(&self.ports.journal);
        let read = tokio::task::spawn_blocking(move || store.read()).await;
        let read = read.map_err(|_| Error::Internal("the journal was not read"))?;
        read.map_err(|error| Error::JournalUnwritable(Arc::new(error)))
    }

    /// The sheet is done: what was written down about it goes.
    pub(super) async fn end_journal(&self, open: &OpenSheet) {
        let owns = {
            let mut sheet = lock(&open.state);
            sheet.journal = None;
            std::mem::take(&mut sheet.owns_journal)
        };
        if owns && let Err(error) = self.remove_journal().await {
            tracing::warn!(%error, "the journal of a sheet that is done stays");
        }
    }

    async fn remove_journal(&self) -> Result<(), Error> {
        let store = Arc::clone(&self.ports.journal);
        let removed = tokio::task::spawn_blocking(move || store.remove()).await;
        let removed = removed.map_err(|_| Error::Internal("the journal was not removed"))?;
        removed.map_err(|error| Error::JournalUnwritable(Arc::new(error)))
    }

    /// The sheet that did not come to its end, if there is one. One whose Console was signed out of is forgotten.
    ///
    /// # Errors
    /// The keychain's; [`Error::JournalUnreadable`].
    pub async fn unfinished(&self) -> Result<Option<Unfinished>, Error> {
        let running = lock(&self.sheets.0).iter().any(|open| lock(&open.state).running);
        let Some(bytes) = (if running { None } else { self.read_journal().await? }) else {
            return Ok(None);
        };
        let key = journal::key(&*self.ports.secrets, Patience::Start).await?;
        let notes = Journal::read(&key.ok_or(Error::JournalUnreadable)?, &bytes).ok_or(Error::JournalUnreadable)?;
        let Some(Note::Begun { label, name, at, .. }) = notes.first().cloned() else {
            return Err(Error::JournalUnreadable);
        };
        let sheet = Sheet::replay(notes, Arc::default()).ok_or(Error::JournalUnreadable)?;
        let connected = self.session().is_ok_and(|session| session.console.id == sheet.console);
        if !connected && !self.consoles.all().iter().any(|entry| entry.id == sheet.console) {
            self.remove_journal().await?;
            return Ok(None);
        }
        let count = |wanted: fn(RowState) -> bool| sheet.rows.iter().filter(|row| wanted(row.state())).count();
        Ok(Some(Unfinished {
            name,
            started_at: UNIX_EPOCH + Duration::try_from_secs_f64(at).unwrap_or_default(),
            console: label,
            console_id: sheet.console.clone(),
            connected,
            total: count(|state| state != RowState::Skipped),
            done: count(|state| state == RowState::Done),
        }))
    }

    /// Opens the sheet that did not come to its end, and removes what a crash left half written. [`App::run_sheet`] goes on with it.
    ///
    /// # Errors
    /// [`Error::SheetGone`] when there is none; [`Error::NotConnected`] when its Console is not; the keychain's; [`Error::JournalUnreadable`].
    pub async fn resume_unfinished(&self) -> Result<Summary, Error> {
        let running = lock(&self.sheets.0).iter().any(|open| lock(&open.state).running);
        if running {
            return Err(Error::SheetBusy);
        }
        // What is in memory is more than what could be written down: that goes on.
        if let Some(open) = lock(&self.sheets.0).iter().find(|open| lock(&open.state).knows_more()) {
            return Ok(Summary::of(open));
        }
        let bytes = self.read_journal().await?.ok_or(Error::SheetGone)?;
        let key = journal::key(&*self.ports.secrets, Patience::Person).await?;
        let key = key.ok_or(Error::JournalUnreadable)?;
        let known = self.known().await?;
        let (journal, notes) = Journal::open(Arc::clone(&self.ports.journal), &key, bytes).await?;
        let mut sheet = Sheet::replay(notes, Arc::clone(&known)).ok_or(Error::JournalUnreadable)?;
        if sheet.console != known.console {
            return Err(Error::NotConnected);
        }
        let session = self.session()?;
        // What one row made is no answer to what another one lost.
        for made in sheet.rows.iter().filter_map(|row| row.outcome.as_ref()?.token.as_ref()) {
            session.tokens.claim(made);
        }
        let prefix = journal.prefix();
        sweep_folders(&sheet.folders(), &prefix);
        for place in 0..sheet.rows.len() {
            let reference = sheet.rows[place].reference;
            sheet.check_row(&self.catalogue, place);
            sheet.rows[place].reference = reference;
        }
        sheet.compare(&self.catalogue);
        (sheet.journal, sheet.owns_journal) = (Some(Arc::new(journal)), true);
        lock(&self.sheets.0).retain(|open| !lock(&open.state).owns_journal);
        Ok(Summary::of(&self.sheets.open(sheet)))
    }

    /// Forgets the sheet that did not come to its end. What was made stays.
    ///
    /// # Errors
    /// [`Error::SheetBusy`] while it runs; [`Error::JournalUnwritable`].
    pub async fn discard_unfinished(&self) -> Result<(), Error> {
        {
            let sheets = lock(&self.sheets.0);
            for open in sheets.iter() {
                let mut sheet = lock(&open.state);
                if sheet.running {
                    return Err(Error::SheetBusy);
                }
                (sheet.journal, sheet.owns_journal) = (None, false);
            }
        }
        if let Some(bytes) = self.read_journal().await?
            && let Ok(Some(key)) = journal::key(&*self.ports.secrets, Patience::Start).await
            && let Ok((journal, notes)) = Journal::open(Arc::clone(&self.ports.journal), &key, bytes).await
        {
            let folders: HashSet<PathBuf> = Sheet::replay(notes, Arc::default())
                .map(|sheet| sheet.folders())
                .unwrap_or_default();
            sweep_folders(&folders, &journal.prefix());
        }
        self.remove_journal().await
    }
}
