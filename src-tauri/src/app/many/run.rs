//! Makes what a sheet says: up to eight at once, each written down before it is sent, in rounds until every row has its outcome.
//!
//! A round makes what is to be made, looks once or twice for those whose answers were lost, and fetches files. What may succeed a little
//! later, and what was looked for twice and surely is not there, comes again in the next round.

mod lost;
mod rows;

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use canary_api::Error as ApiError;

use super::OpenSheet;
use super::journal::{Journal, Note};
use super::sheet::{Outcome, RowState};
use crate::app::error::{Error, SaveError};
use crate::app::operations::CancelToken;
use crate::app::session::Session;
use crate::app::{App, lock};

/// How often the rest is tried again before it counts as failed.
const ROUNDS: u32 = 9;
/// The shortest time between two reports of progress.
const REPORT_EVERY: Duration = Duration::from_millis(100);

/// How long waits are while many are made.
#[derive(Debug, Clone, Copy)]
pub struct Pauses {
    /// Between the two looks for what a lost answer may have made.
    pub look: Duration,
    /// Before the second round; doubles with each.
    pub round: Duration,
    /// The longest of those.
    pub longest: Duration,
}

impl Default for Pauses {
    fn default() -> Self {
        Self {
            look: Duration::from_secs(2),
            round: Duration::from_secs(1),
            longest: Duration::from_secs(30),
        }
    }
}

/// What a run does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Makes Canarytokens and saves their files.
    Making,
    /// Looks for those whose answers were lost.
    Looking,
    /// Waits before it tries again.
    Waiting,
    /// Was paused.
    Paused,
}

const STAGES: [Stage; 4] = [Stage::Making, Stage::Looking, Stage::Waiting, Stage::Paused];

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunProgress {
    /// Rows with an outcome.
    pub done: u64,
    /// Rows in all.
    pub total: u64,
    /// Of the done ones, those that need attention.
    pub attention: u64,
    /// What it does.
    pub stage: Stage,
}

/// Hears how far a run is.
pub type Listen = Box<dyn Fn(RunProgress) + Send + Sync>;

/// What a round leaves for later.
#[derive(Default)]
struct Left {
    make: Vec<usize>,
    lost: Vec<usize>,
    missed: Missed,
    files: Vec<usize>,
}

impl Left {
    fn is_looked_for(&self) -> bool {
        !self.lost.is_empty() || !self.missed.rows.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.make.is_empty() && self.files.is_empty() && !self.is_looked_for()
    }

    fn extend(&mut self, other: Self) {
        self.make.extend(other.make);
        self.lost.extend(other.lost);
        self.files.extend(other.files);
        self.missed.rows.extend(other.missed.rows);
        self.missed.since = self.missed.since.max(other.missed.since);
    }
}

/// Rows that one look did not find, and when the last of those looks ended. One look is not enough: a Console may be slow to list what it has just made.
struct Missed {
    rows: Vec<usize>,
    since: Instant,
}

impl Missed {
    fn now(rows: Vec<usize>) -> Self {
        Self {
            rows,
            since: Instant::now(),
        }
    }
}

impl Default for Missed {
    fn default() -> Self {
        Self::now(Vec::new())
    }
}

/// How a run ended. Neither: every row has its outcome.
pub(super) struct Ended {
    /// The person did, or left the Console.
    pub cancelled: bool,
    /// Why it stopped by itself.
    pub stopped: Option<Error>,
}

/// One run of a sheet.
pub(super) struct Run<'a> {
    pub app: &'a App,
    pub session: Arc<Session>,
    pub open: Arc<OpenSheet>,
    pub journal: Option<Arc<Journal>>,
    pub root: Option<PathBuf>,
    pub cancel: CancelToken,
    /// Cancelled when the run stops by itself.
    halt: CancelToken,
    why: Mutex<Option<Error>>,
    listen: Listen,
    told: Mutex<Option<Instant>>,
    stage: AtomicU8,
    total: u64,
    done: AtomicI64,
    attention: AtomicI64,
}

impl<'a> Run<'a> {
    /// A run that was not begun yet.
    pub fn new(app: &'a App, session: Arc<Session>, open: Arc<OpenSheet>, cancel: CancelToken, listen: Listen) -> Self {
        let (mut total, mut done, mut attention) = (0, 0, 0);
        let (journal, root) = {
            let sheet = lock(&open.state);
            for row in sheet.rows.iter().filter(|row| row.is_wanted()) {
                let (counts, needs) = counted(row.state());
                (total, done, attention) = (total + 1, done + i64::from(counts), attention + i64::from(needs));
            }
            (sheet.journal.clone(), sheet.folder.clone())
        };
        Self {
            app,
            session,
            open,
            journal,
            root,
            cancel,
            halt: CancelToken::new(),
            why: Mutex::default(),
            listen,
            told: Mutex::default(),
            stage: AtomicU8::new(0),
            total,
            done: AtomicI64::new(done),
            attention: AtomicI64::new(attention),
        }
    }

    /// Works until every row has its outcome, or it is cancelled or has to stop.
    pub async fn work(&self) -> Ended {
        let mut left = self.begin();
        for round in 0..ROUNDS {
            // What was lost before comes first: it may be made by now.
            let (lost, missed) = (std::mem::take(&mut left.lost), std::mem::take(&mut left.missed));
            left.extend(self.look_twice(lost, missed).await);
            let make = std::mem::take(&mut left.make);
            left.extend(self.make_all(make).await);
            left.files = self.save_all(std::mem::take(&mut left.files)).await;
            if self.is_halted() || left.is_empty() {
                break;
            }
            let only_lost = left.make.is_empty() && left.files.is_empty();
            if !(round == 0 && only_lost) {
                self.wait(self.pause_of(round), Stage::Waiting).await;
            }
        }
        self.finish();
        let cancelled = self.cancel.is_cancelled() || self.session.cancel.is_cancelled();
        // What comes to its end needs no journal any more.
        if (cancelled || self.halt.is_cancelled())
            && let Some(journal) = &self.journal
            && let Err(error) = journal.flush().await
        {
            lock(&self.why).get_or_insert(error);
        }
        self.app.tell_list(&self.session, true);
        let stopped = lock(&self.why).take();
        Ended { cancelled, stopped }
    }

    /// What is to be done, by what is known of each row.
    fn begin(&self) -> Left {
        let mut left = Left::default();
        let sheet = lock(&self.open.state);
        for (place, row) in sheet.rows.iter().enumerate() {
            match row.state() {
                RowState::Unknown => left.lost.push(place),
                RowState::FileMissing => left.files.push(place),
                RowState::Waiting | RowState::Failed if row.is_ready() => left.make.push(place),
                _ => continue,
            }
        }
        left
    }

    fn pause_of(&self, round: u32) -> Duration {
        let pauses = self.app.facts.pauses;
        pauses
            .round
            .saturating_mul(2_u32.saturating_pow(round))
            .min(pauses.longest)
    }

    fn is_halted(&self) -> bool {
        self.cancel.is_cancelled() || self.halt.is_cancelled() || self.session.cancel.is_cancelled()
    }

    async fn halted(&self) {
        tokio::select! {
            () = self.cancel.cancelled() => {}
            () = self.halt.cancelled() => {}
            () = self.session.cancel.cancelled() => {}
        }
    }

    /// Stops the run: nothing more is sent.
    fn stop(&self, error: Error) {
        lock(&self.why).get_or_insert(error);
        self.halt.cancel();
    }

    /// Does `work` unless the run is halted meanwhile.
    async fn unless_halted<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            () = self.halted() => None,
            done = work => Some(done),
        }
    }

    async fn wait(&self, pause: Duration, stage: Stage) {
        self.enter(stage);
        self.unless_halted(tokio::time::sleep(pause)).await;
        self.enter(Stage::Making);
    }

    /// Waits while the sheet is paused. May the work go on?
    async fn may_go_on(&self) -> bool {
        let mut paused = self.open.paused.subscribe();
        if *paused.borrow() {
            self.enter(Stage::Paused);
            self.unless_halted(paused.wait_for(|paused| !*paused)).await;
            self.enter(Stage::Making);
        }
        !self.is_halted()
    }

    fn enter(&self, stage: Stage) {
        let number = STAGES.iter().position(|one| *one == stage).unwrap_or_default();
        if self
            .stage
            .swap(u8::try_from(number).unwrap_or_default(), Ordering::Relaxed) as usize
            != number
        {
            self.report(true);
        }
    }

    fn report(&self, now: bool) {
        let mut told = lock(&self.told);
        if !now && told.is_some_and(|told| told.elapsed() < REPORT_EVERY) {
            return;
        }
        *told = Some(Instant::now());
        drop(told);
        let count = |count: &AtomicI64| u64::try_from(count.load(Ordering::Relaxed)).unwrap_or_default();
        (self.listen)(RunProgress {
            done: count(&self.done),
            total: self.total,
            attention: count(&self.attention),
            stage: STAGES[usize::from(self.stage.load(Ordering::Relaxed)) % STAGES.len()],
        });
    }

    /// Writes a note. One that cannot be written stops the run.
    fn note(&self, note: &Note) {
        if let Some(journal) = &self.journal
            && let Err(error) = journal.note(note)
        {
            self.stop(error);
        }
    }

    /// Changes what is known of a row, and counts.
    fn settle(&self, row: usize, change: impl FnOnce(&mut Outcome)) {
        let mut sheet = lock(&self.open.state);
        let Some(row) = sheet.rows.get_mut(row) else { return };
        let before = row
            .outcome
            .as_ref()
            .map_or((false, false), |outcome| counted(outcome.state));
        let outcome = row.outcome_mut();
        change(outcome);
        let after = counted(outcome.state);
        drop(sheet);
        self.done
            .fetch_add(i64::from(after.0) - i64::from(before.0), Ordering::Relaxed);
        self.attention
            .fetch_add(i64::from(after.1) - i64::from(before.1), Ordering::Relaxed);
        self.report(false);
    }

    /// Gives every row that is still under way the state that is known of it.
    fn finish(&self) {
        let working: Vec<usize> = {
            let sheet = lock(&self.open.state);
            let rows = sheet.rows.iter().enumerate();
            rows.filter(|(_, row)| row.state() == RowState::Working)
                .map(|(place, _)| place)
                .collect()
        };
        for row in working {
            let mut never_sent = false;
            self.settle(row, |outcome| {
                outcome.state = match outcome {
                    Outcome { token: Some(_), .. } => RowState::FileMissing,
                    Outcome { sent: Some(_), .. } => RowState::Unknown,
                    Outcome { error: Some(_), .. } => RowState::Failed,
                    _ => RowState::Waiting,
                };
                never_sent = outcome.state == RowState::Waiting;
            });
            if never_sent {
                self.note(&Note::NotMade(row));
            }
        }
        self.enter(Stage::Making);
        self.report(true);
    }
}

/// Does a row in this state count as done, and does it need attention?
fn counted(state: RowState) -> (bool, bool) {
    (
        state == RowState::Done || state.needs_attention(),
        state.needs_attention(),
    )
}

/// Is this a failure that every other row would meet too, so that going on would only do harm?
fn stops(error: &Error) -> bool {
    match error {
        Error::Api(error) => matches!(**error, ApiError::KeyRefused { .. } | ApiError::NotAllowed { .. }),
        Error::Save(SaveError::DiskFull | SaveError::ReadOnly) => true,
        Error::Save(SaveError::Io(kind)) => *kind == std::io::ErrorKind::NotFound,
        _ => false,
    }
}
