//! How far a long operation is, as the page gets it.

use serde::Serialize;
use ts_rs::TS;

use crate::app::operations;

/// How far an operation is. Sent at most ten times a second.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Progress {
    /// The operation's id.
    pub operation: String,
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
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProgressUnit")]
pub enum Unit {
    /// Canarytokens.
    Items,
    /// Bytes of a file.
    Bytes,
}

impl Progress {
    /// The progress of operation `id`.
    pub fn new(id: &str, progress: operations::Progress) -> Self {
        Self {
            operation: id.to_owned(),
            done: progress.done,
            total: progress.total,
            failed: progress.failed,
            unit: match progress.unit {
                operations::Unit::Items => Unit::Items,
                operations::Unit::Bytes => Unit::Bytes,
            },
        }
    }
}
