//! How the test of a Canarytoken goes, as the page gets it.

use serde::Serialize;
use ts_rs::TS;

use crate::app::testing;

/// How it stands while no alert has come.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TestProgress {
    /// How long it still goes on, in milliseconds.
    pub remaining: f64,
    /// The Console did not answer the last time it was asked.
    pub offline: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum TestResult {
    /// The alert has come.
    Came {
        /// When it was seen, in milliseconds since 1970.
        at: f64,
    },
    /// The time is over.
    NotYet {
        /// The Console did not answer the last time it was asked.
        offline: bool,
    },
}

impl From<testing::TestProgress> for TestProgress {
    fn from(progress: testing::TestProgress) -> Self {
        Self {
            remaining: progress.remaining.as_secs_f64() * 1_000.0,
            offline: progress.offline,
        }
    }
}

impl From<testing::TestResult> for TestResult {
    fn from(result: testing::TestResult) -> Self {
        match result {
            testing::TestResult::Came { at } => Self::Came {
                at: super::millis(at).unwrap_or_default(),
            },
            testing::TestResult::NotYet { offline } => Self::NotYet { offline },
        }
    }
}
