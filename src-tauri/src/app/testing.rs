//! Testing a Canarytoken: a person sets it off, and the program looks until its alert has come.

use std::time::{Duration, SystemTime};

use canary_api::endpoints::FetchToken;
use tokio::time::{Instant, sleep, timeout};

use super::App;
use super::error::Error;

/// How often the Console is asked, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct TestPace {
    /// The first pause. Each one is half as long again as the one before.
    pub first: Duration,
    /// The longest pause.
    pub longest: Duration,
    /// After so long no alert will come that belongs to this test.
    pub limit: Duration,
}

impl Default for TestPace {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(2),
            longest: Duration::from_secs(15),
            limit: Duration::from_secs(10 * 60),
        }
    }
}

/// How a test stands while no alert has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestProgress {
    /// How long it still goes on.
    pub remaining: Duration,
    /// The Console did not answer the last time it was asked.
    pub offline: bool,
}

/// What came of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestResult {
    /// The alert has come.
    Came {
        /// When the program saw it. When it was raised, no endpoint tells.
        at: SystemTime,
    },
    /// The time is over.
    NotYet {
        /// The Console did not answer the last time it was asked.
        offline: bool,
    },
}

impl App {
    /// Asks the Console about a Canarytoken again and again until it has more alerts than the list knew when the test began. One
    /// request for each pause, the first one at once; a Console that does not answer is asked on. Stops where it stands when it is
    /// dropped, and after that nothing more is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not in the list or was deleted meanwhile; [`Error::Cancelled`] when the session ends; the
    /// Console's refusals.
    pub async fn test_token(&self, id: &str, tell: impl Fn(TestProgress) + Send) -> Result<TestResult, Error> {
        let session = self.session()?;
        let before = session
            .tokens
            .with(|index| index.get(id).map(|token| token.triggered_count));
        let before = before.ok_or(Error::NotFound)?;
        let request = FetchToken { id: id.to_owned() };
        let pace = self.facts.test_pace;
        let ends = Instant::now() + pace.limit;
        let looking = async {
            let (mut pause, mut offline) = (pace.first, false);
            loop {
                let remaining = ends.saturating_duration_since(Instant::now());
                if remaining.is_zero() {
                    return Ok(TestResult::NotYet { offline });
                }
                offline = match timeout(remaining, session.client.send_once(&request)).await {
                    Ok(Ok(token)) if token.triggered_count > before => {
                        self.take_in(&session, token)?;
                        return Ok(TestResult::Came {
                            at: self.ports.clock.now(),
                        });
                    }
                    Ok(Ok(_)) => false,
                    Ok(Err(error)) if !error.is_retryable() => return Err(error.into()),
                    Ok(Err(_)) | Err(_) => true,
                };
                let remaining = ends.saturating_duration_since(Instant::now());
                tell(TestProgress { remaining, offline });
                sleep(pause.min(remaining)).await;
                pause = pause.mul_f64(1.5).min(pace.longest);
            }
        };
        tokio::select! {
            biased;
            () = session.cancel.cancelled() => Err(Error::Cancelled),
            result = looking => result,
        }
    }
}
