//! Makes rows, and fetches their files.

use std::pin::pin;

use canary_api::endpoints::CreateToken;
use canary_api::{Error as ApiError, Outcome as Sureness, Token};
use futures_util::future::OptionFuture;
use futures_util::{StreamExt, stream};

use super::{Left, Run, stops};
use crate::app::creation::Sent;
use crate::app::error::{Error, Reported, SaveError};
use crate::app::forms::create_request;
use crate::app::lock;
use crate::app::many::files::ArtifactPlace;
use crate::app::many::journal::Note;
use crate::app::many::sheet::RowState;

/// How many rows are worked on at once. The client has the last word on how many requests go out.
const AT_ONCE: usize = 8;
/// How many rows are written down together, ahead of their requests.
const AHEAD: usize = 32;
/// While the last so-manieth part of them is made, the lost ones are looked for: a pause that costs no time.
const LOOK_BEFORE: usize = 5;

/// A row that is about to be sent.
struct Job {
    row: usize,
    request: CreateToken,
    sent: Sent,
}

/// What came of a row in a round.
enum Made {
    Settled,
    Lost(usize),
    Later(usize),
    File(usize),
}

impl Left {
    fn add(&mut self, one: Made) {
        match one {
            Made::Settled => {}
            Made::Lost(row) => self.lost.push(row),
            Made::Later(row) => self.make.push(row),
            Made::File(row) => self.files.push(row),
        }
    }
}

impl Run<'_> {
    /// Makes these rows. Those whose answers were lost are looked for a first time while the last of the others are still made.
    pub(super) async fn make_all(&self, rows: Vec<usize>) -> Left {
        let (mut made, last) = (0, rows.len() - rows.len() / LOOK_BEFORE);
        let chunks: Vec<Vec<usize>> = rows.chunks(AHEAD).map(<[usize]>::to_vec).collect();
        let prepared = stream::iter(chunks).map(|rows| self.prepare(rows));
        // The next rows are written down while these are sent.
        let jobs = prepared.buffered(2).flat_map(stream::iter);
        let mut making = jobs.map(|job| self.make(job)).buffer_unordered(AT_ONCE);
        let mut left = Left::default();
        let mut look = pin!(OptionFuture::default());
        let mut looking = false;
        loop {
            tokio::select! {
                Some(seen) = &mut look, if looking => {
                    looking = false;
                    left.extend(seen);
                }
                one = making.next() => {
                    let Some(one) = one else { break };
                    left.add(one);
                    made += 1;
                    if made == last && !left.lost.is_empty() {
                        look.set(Some(self.look_meanwhile(std::mem::take(&mut left.lost))).into());
                        looking = true;
                    }
                }
            }
        }
        if looking && let Some(seen) = look.await {
            left.extend(seen);
        }
        left
    }

    /// Turns rows into requests, and sees their intents onto the disk.
    async fn prepare(&self, rows: Vec<usize>) -> Vec<Job> {
        let mut jobs = Vec::with_capacity(rows.len());
        for row in rows {
            if self.is_halted() {
                return Vec::new();
            }
            match self.request(row).await {
                Ok(request) => {
                    let sent = Sent::now(&self.session, &*self.app.ports.clock, &request.kind, &request.memo);
                    self.note(&Note::intent(row, &sent));
                    self.settle(row, |outcome| outcome.state = RowState::Working);
                    jobs.push(Job { row, request, sent });
                }
                Err(error) => self.fail(row, error),
            }
        }
        if let Some(journal) = &self.journal
            && let Err(error) = journal.flush().await
        {
            self.stop(error);
            return Vec::new();
        }
        jobs
    }

    async fn request(&self, row: usize) -> Result<CreateToken, Error> {
        let draft = lock(&self.open.state).draft(&self.app.catalogue, row);
        let draft = draft.ok_or(Error::Internal("a row is gone"))?;
        create_request(&self.app.catalogue, &self.app.chosen_files, &draft.form).await
    }

    /// Sends one create, and fetches its file.
    async fn make(&self, job: Job) -> Made {
        let Job { row, request, sent } = job;
        if !self.may_go_on().await {
            return Made::Settled;
        }
        let alike = self.session.tokens.alike_creates(&request.kind, &request.memo);
        let answer = self.unless_halted(async {
            let _turn = alike.lock().await;
            self.settle(row, |outcome| outcome.sent = Some(sent));
            self.session.client.send(&request).await
        });
        match answer.await {
            // Whether it arrived is not known; the row stays as it is, and `finish` says so.
            None => Made::Settled,
            Some(Ok(token)) => {
                self.made(row, token);
                self.file(row).await
            }
            Some(Err(error)) => self.not_made(row, error),
        }
    }

    fn not_made(&self, row: usize, error: ApiError) -> Made {
        let (lost, later) = (error.outcome() == Sureness::Unknown, error.is_retryable());
        let stops = matches!(error, ApiError::KeyRefused { .. } | ApiError::NotAllowed { .. });
        if lost {
            tracing::warn!(%error, "the answer to a create was lost; it will be looked for");
            let unknown = Reported::new(Error::CreateUnknown);
            self.settle(row, |outcome| outcome.error = Some(unknown));
            return Made::Lost(row);
        }
        let error = Error::from(error);
        if later {
            self.note(&Note::NotMade(row));
            let reported = Reported::new(error);
            self.settle(row, |outcome| {
                outcome.sent = None;
                outcome.error = Some(reported);
            });
            return Made::Later(row);
        }
        self.fail(row, error.clone());
        if stops {
            self.stop(error);
        }
        Made::Settled
    }

    /// It was surely not made, and trying again by itself would not help.
    fn fail(&self, row: usize, error: Error) {
        self.note(&Note::NotMade(row));
        let reported = Reported::new(error);
        self.settle(row, |outcome| {
            outcome.state = RowState::Failed;
            outcome.sent = None;
            outcome.error = Some(reported);
        });
    }

    /// Takes in what the Console made for a row.
    pub(super) fn made(&self, row: usize, token: Token) {
        self.session.tokens.claim(&token.id);
        let address = token.url.clone().or_else(|| token.hostname.clone());
        self.note(&Note::Made(row, token.id.clone(), address.clone()));
        self.settle(row, |outcome| {
            outcome.sent = None;
            outcome.error = None;
            outcome.token = Some(token.id.clone());
            outcome.address = address;
        });
        self.session.tokens.with(|index| index.put(&self.app.catalogue, token));
        self.app.tell_list(&self.session, false);
    }

    /// Fetches the files of these rows; which are to be tried later.
    pub(super) async fn save_all(&self, rows: Vec<usize>) -> Vec<usize> {
        let mut saving = stream::iter(rows).map(|row| self.file(row)).buffer_unordered(AT_ONCE);
        let mut left = Vec::new();
        while let Some(one) = saving.next().await {
            if let Made::File(row) = one {
                left.push(row);
            }
        }
        left
    }

    /// Fetches the file of a row that was made, if it has one.
    async fn file(&self, row: usize) -> Made {
        let place = {
            let mut sheet = lock(&self.open.state);
            let kind = sheet
                .draft(&self.app.catalogue, row)
                .map(|draft| draft.form.kind.clone())
                .unwrap_or_default();
            let outcome = sheet.rows[row].outcome_mut();
            let tried = std::mem::replace(&mut outcome.file_tried, true);
            outcome
                .token
                .clone()
                .zip(outcome.file.clone())
                .zip(self.root.clone())
                .map(|((id, file), root)| ArtifactPlace {
                    id,
                    kind,
                    root,
                    file,
                    tried,
                    prefix: self
                        .journal
                        .as_ref()
                        .map(|journal| journal.prefix())
                        .unwrap_or_default(),
                })
        };
        let Some(place) = place else {
            self.saved(row, None);
            return Made::Settled;
        };
        if self.is_halted() {
            self.settle(row, |outcome| outcome.state = RowState::FileMissing);
            return Made::Settled;
        }
        match self.unless_halted(self.app.fetch_artifact(&self.session, &place)).await {
            None => self.settle(row, |outcome| outcome.state = RowState::FileMissing),
            Some(Ok(file)) => self.saved(row, Some(file)),
            Some(Err(Error::Api(error))) if matches!(*error, ApiError::NoFile { .. }) => self.saved(row, None),
            Some(Err(error)) => {
                let again = passes(&error);
                let reported = Reported::new(error.clone());
                self.settle(row, |outcome| {
                    outcome.error = Some(reported);
                    outcome.state = if again {
                        RowState::Working
                    } else {
                        RowState::FileMissing
                    };
                });
                if stops(&error) {
                    self.stop(error);
                }
                if again {
                    return Made::File(row);
                }
            }
        }
        Made::Settled
    }

    fn saved(&self, row: usize, file: Option<String>) {
        self.note(&Note::Saved(row, file.clone()));
        self.settle(row, |outcome| {
            outcome.file = file;
            outcome.error = None;
            outcome.state = RowState::Done;
        });
    }
}

/// May fetching the file succeed a little later?
fn passes(error: &Error) -> bool {
    match error {
        Error::Api(error) => error.is_retryable() || error.outcome() == Sureness::Unknown,
        Error::Save(SaveError::Incomplete | SaveError::WrongType) => true,
        _ => false,
    }
}
