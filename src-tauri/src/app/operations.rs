//! Long and changing work: an id is carried out once, can be cancelled, and reports at most ten times a second.
//!
//! Tauri's IPC may deliver a message twice when its first transport fails: the second one gets the first one's answer.

use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::watch;
pub use tokio_util::sync::CancellationToken as CancelToken;

use super::{error::Error, lock};

/// How many ids are remembered, with their answers.
const REMEMBERED: usize = 1_000;
/// The shortest time between two reports of progress.
const REPORT_EVERY: Duration = Duration::from_millis(100);

/// A `Result<T, Error>` of whatever `T` the operation answers with.
type Answer = Arc<dyn Any + Send + Sync>;

struct Entry {
    cancel: CancelToken,
    answer: watch::Receiver<Option<Answer>>,
}

#[derive(Default)]
struct Known {
    entries: HashMap<String, Entry>,
    order: VecDeque<String>,
}

/// The operations that run, and the answers of those that ran.
#[derive(Default)]
pub struct Operations(Mutex<Known>);

impl Operations {
    /// Carries `work` out under `id`, unless that id is known: then waits for its answer and gives the same.
    /// When it is cancelled, `work` is dropped where it stands.
    ///
    /// # Errors
    /// Those of `work`, and [`Error::Cancelled`].
    pub async fn run<T, F, W>(&self, id: &str, work: W) -> Result<T, Error>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>>,
        W: FnOnce(CancelToken) -> F,
    {
        let stop = |cancel: CancelToken| async move {
            let running = work(cancel.clone());
            tokio::select! {
                biased;
                () = cancel.cancelled() => Err(Error::Cancelled),
                answer = running => answer,
            }
        };
        self.run_stoppable(id, stop).await
    }

    /// As [`Self::run`], but cancelling only cancels the token given to `work`, which must then end soon by itself,
    /// with an answer on what was done so far.
    ///
    /// # Errors
    /// Those of `work`; [`Error::Cancelled`] when its id was cancelled before.
    pub async fn run_stoppable<T, F, W>(&self, id: &str, work: W) -> Result<T, Error>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>>,
        W: FnOnce(CancelToken) -> F,
    {
        let (cancel, report) = match self.enter(id) {
            Ok(first) => first,
            Err(known) => return wait_for(known).await,
        };
        let answer = work(cancel).await;
        report.send_replace(Some(Arc::new(answer.clone())));
        answer
    }

    /// Cancels the operation `id`. One that has not come in yet is cancelled before it starts.
    pub fn cancel(&self, id: &str) {
        drop(self.enter(id));
        if let Some(entry) = lock(&self.0).entries.get(id) {
            entry.cancel.cancel();
        }
    }

    /// Notes `id`, or gives what waits for its answer when it is known.
    #[allow(clippy::type_complexity)]
    fn enter(&self, id: &str) -> Result<(CancelToken, watch::Sender<Option<Answer>>), watch::Receiver<Option<Answer>>> {
        let mut known = lock(&self.0);
        if let Some(entry) = known.entries.get(id) {
            return Err(entry.answer.clone());
        }
        if known.order.len() >= REMEMBERED
            && let Some(oldest) = known.order.pop_front()
        {
            known.entries.remove(&oldest);
        }
        let cancel = CancelToken::new();
        let (sender, answer) = watch::channel(None);
        let entry = Entry {
            cancel: cancel.clone(),
            answer,
        };
        known.entries.insert(id.to_owned(), entry);
        known.order.push_back(id.to_owned());
        Ok((cancel, sender))
    }
}

/// Waits for the answer of the first call under the same id. That one was dropped: cancelled.
async fn wait_for<T: Clone + 'static>(mut known: watch::Receiver<Option<Answer>>) -> Result<T, Error> {
    let answer = known.wait_for(Option::is_some).await.map_err(|_| Error::Cancelled)?;
    let answer = answer
        .as_ref()
        .and_then(|answer| answer.downcast_ref::<Result<T, Error>>());
    answer
        .cloned()
        .unwrap_or(Err(Error::Internal("one id was used for two operations")))
}

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Done so far, the failed ones included.
    pub done: u64,
    /// All there is to do, where known.
    pub total: Option<u64>,
    /// How many of the done ones failed.
    pub failed: u64,
    /// What is counted.
    pub unit: Unit,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Canarytokens.
    Items,
    /// Bytes of a file.
    Bytes,
}

/// Passes progress on, at most ten times a second. The last report (`done` = `total`) always passes.
pub struct Reporter {
    send: Box<dyn Fn(Progress) + Send + Sync>,
    last: Mutex<Option<Instant>>,
}

impl Reporter {
    /// Reports go to `send`.
    pub fn new(send: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self {
            send: Box::new(send),
            last: Mutex::new(None),
        }
    }

    /// Nobody listens.
    pub fn silent() -> Self {
        Self::new(|_| {})
    }

    /// Passes `progress` on unless the last report was a moment ago.
    pub fn report(&self, progress: Progress) {
        let complete = Some(progress.done) == progress.total;
        let now = Instant::now();
        let mut last = lock(&self.last);
        if complete || last.is_none_or(|last| now.duration_since(last) >= REPORT_EVERY) {
            *last = Some(now);
            drop(last);
            (self.send)(progress);
        }
    }
}
