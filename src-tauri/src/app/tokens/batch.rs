//! The same thing to some or many Canarytokens. What fails is told one by one; the rest is done.

use std::sync::atomic::{AtomicU64, Ordering};

use canary_api::endpoints::{DeleteToken, DisableToken, EnableToken, FetchToken};
use canary_api::{Error as ApiError, Outcome};
use futures_util::{StreamExt, stream};

use super::Selection;
use super::moving::{Destination, move_one, moved};
use crate::app::App;
use crate::app::error::{Error, Reported};
use crate::app::operations::{CancelToken, Progress, Reporter, Unit};
use crate::app::session::Session;
use crate::words::say;

/// How many are asked for at once. The client has the last word on how many go out.
const AT_ONCE: usize = 8;
/// How many changed ids are told, for Undo.
pub const REMEMBERED_IDS: usize = 1_000;

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct BatchResult {
    /// How many were done.
    pub done: usize,
    /// Their ids, the first 1,000 of them.
    pub ids: Vec<String>,
    /// What was not done, and why.
    pub failed: Vec<Failed>,
}

/// One that was not done.
#[derive(Debug, Clone)]
pub struct Failed {
    /// Its id.
    pub id: String,
    /// Its reminder, as the list shows it.
    pub memo: String,
    /// Why not.
    pub error: Reported,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Raises alerts.
    On,
    /// Stays, and raises none.
    Off,
}

/// What to do to each.
#[derive(Debug, Clone)]
pub(super) enum Work {
    Switch(Switch),
    Delete { clear_incidents: bool },
    Move(Destination),
}

impl App {
    /// Turns all of a selection on or off. Those that already are stay untouched.
    ///
    /// # Errors
    /// [`Error::NotConnected`]; what fails of the selection is in the result.
    pub async fn switch_tokens(
        &self,
        selection: &Selection,
        to: Switch,
        cancel: CancelToken,
        report: Reporter,
    ) -> Result<BatchResult, Error> {
        let session = self.session()?;
        let ids = session.tokens.with(|index| {
            let ids = index.ids(selection);
            ids.into_iter()
                .filter(|id| index.get(id).is_some_and(|token| token.enabled != (to == Switch::On)))
                .collect()
        });
        Ok(self.work(&session, ids, Work::Switch(to), cancel, report).await)
    }

    /// Deletes all of a selection for good, which must still be `expected` many: the person was asked about that number.
    ///
    /// # Errors
    /// [`Error::NotConnected`]; [`Error::Field`] when the selection is of another size now.
    pub async fn delete_tokens(
        &self,
        selection: &Selection,
        expected: usize,
        clear_incidents: bool,
        cancel: CancelToken,
        report: Reporter,
    ) -> Result<BatchResult, Error> {
        let session = self.session()?;
        let ids = session.tokens.with(|index| index.ids(selection));
        still(&ids, expected)?;
        Ok(self
            .work(&session, ids, Work::Delete { clear_incidents }, cancel, report)
            .await)
    }

    pub(super) async fn work(
        &self,
        session: &Session,
        ids: Vec<String>,
        work: Work,
        cancel: CancelToken,
        report: Reporter,
    ) -> BatchResult {
        let total = ids.len() as u64;
        let (done, failed) = (AtomicU64::new(0), AtomicU64::new(0));
        let each = ids.into_iter().take_while(|_| !stopped(session, &cancel)).map(|id| {
            let (cancel, done, failed, report, work) = (&cancel, &done, &failed, &report, &work);
            async move {
                let outcome = tokio::select! {
                    biased;
                    () = cancel.cancelled() => Err(Error::Cancelled),
                    () = session.cancel.cancelled() => Err(Error::Cancelled),
                    outcome = one(session, &id, work) => outcome.map_err(Error::from),
                };
                let outcome = outcome.map_err(|error| self.failed(session, &id, error));
                if outcome.is_ok() {
                    self.take_over(session, &id, work);
                }
                let failures =
                    failed.fetch_add(u64::from(outcome.is_err()), Ordering::Relaxed) + u64::from(outcome.is_err());
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                report.report(Progress {
                    done,
                    total: Some(total),
                    failed: failures,
                    unit: Unit::Items,
                });
                (id, outcome)
            }
        });
        let mut result = BatchResult::default();
        let mut running = stream::iter(each).buffer_unordered(AT_ONCE);
        while let Some((id, outcome)) = running.next().await {
            match outcome {
                Ok(()) => {
                    result.done += 1;
                    if result.ids.len() < REMEMBERED_IDS {
                        result.ids.push(id);
                    }
                }
                Err(failed) => result.failed.push(failed),
            }
        }
        self.tell_list(session, true);
        result
    }

    /// What is told of one that was not done. One that the Console does not know any more leaves the list.
    fn failed(&self, session: &Session, id: &str, error: Error) -> Failed {
        let memo = session.tokens.with(|index| {
            let row = index.row(id);
            if matches!(error, Error::NotFound) {
                index.remove(id);
            }
            row.map_or_else(String::new, |row| row.memo)
        });
        Failed {
            id: id.to_owned(),
            memo,
            error: Reported::new(error),
        }
    }

    /// The Console has done it: so does the list.
    fn take_over(&self, session: &Session, id: &str, work: &Work) {
        session.tokens.with(|index| match work {
            Work::Switch(to) => {
                index.change(&self.catalogue, id, |token| token.enabled = *to == Switch::On);
            }
            Work::Move(to) => {
                index.change(&self.catalogue, id, |token| moved(token, to));
            }
            Work::Delete { .. } => index.remove(id),
        });
        self.tell_list(session, false);
    }
}

/// A selection must be as large as when the person was asked about it.
pub(super) fn still(ids: &[String], expected: usize) -> Result<(), Error> {
    if ids.len() == expected {
        return Ok(());
    }
    let now = ids.len();
    Err(Error::Field {
        field: "expected".into(),
        message: say!(
            "The list has changed meanwhile: it would be {now} now. Nothing was done.",
            now
        ),
    })
}

fn stopped(session: &Session, cancel: &CancelToken) -> bool {
    cancel.is_cancelled() || session.cancel.is_cancelled()
}

/// Does it to one. Where the answer was lost for good, the Console is asked how it stands before it counts as failed.
async fn one(session: &Session, id: &str, work: &Work) -> Result<(), ApiError> {
    let (client, id) = (&session.client, id.to_owned());
    let sent = match work {
        Work::Switch(Switch::On) => client.send(&EnableToken { id: id.clone() }).await,
        Work::Switch(Switch::Off) => client.send(&DisableToken { id: id.clone() }).await,
        Work::Delete { clear_incidents } => {
            client
                .send(&DeleteToken {
                    id: id.clone(),
                    clear_incidents: *clear_incidents,
                })
                .await
        }
        Work::Move(to) => return move_one(session, id, to).await,
    };
    match sent {
        Err(error) if error.outcome() == Outcome::Unknown => match (work, client.send(&FetchToken { id }).await) {
            (Work::Delete { .. }, Err(ApiError::NotFound)) => Ok(()),
            (Work::Switch(to), Ok(token)) if token.enabled == (*to == Switch::On) => Ok(()),
            _ => Err(error),
        },
        sent => sent,
    }
}
