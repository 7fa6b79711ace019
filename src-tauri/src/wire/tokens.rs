//! One Canarytoken as the page shows it, and what came of changing some.

use serde::Serialize;
use ts_rs::TS;

use super::error::UiError;
use super::kinds::{Advice, Artifact, CopyValue, Fact, Qr};
use crate::app::{creation, saving, tokens};

/// One line of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TokenRow {
    /// The Canarytoken's id.
    pub id: String,
    /// Its kind, as the Console calls it.
    pub kind: String,
    /// Its kind in plain words.
    pub kind_name: String,
    /// Name of the kind's icon.
    pub icon: String,
    /// Where it is, or the reminder where that has no parts: on one line, at most 300 characters.
    pub memo: String,
    /// Who looks after it; empty when its reminder does not say.
    pub looked_after_by: String,
    /// Its flock's id.
    pub flock_id: String,
    /// Its flock's name.
    pub flock: String,
    /// Does it raise alerts?
    pub enabled: bool,
    /// When it was made, in milliseconds since 1970.
    pub created: Option<f64>,
    /// How many alerts it raised.
    #[ts(type = "number")]
    pub alerts: u64,
    /// How many of them nobody has looked at; `null`: the Console has not told.
    #[ts(type = "number | null")]
    pub unacked: Option<u64>,
}

/// The parts of a reminder in the documented form. An empty one is not told.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Reminder {
    /// Where the Canarytoken is.
    pub place: String,
    /// Who looks after it.
    pub looked_after_by: String,
    /// What else there is to know.
    pub note: String,
}

/// Everything about one Canarytoken.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TokenDetail {
    /// As the list shows it.
    pub row: TokenRow,
    /// The whole reminder.
    pub memo: String,
    /// Its parts; `null` when it was written elsewhere.
    pub reminder: Option<Reminder>,
    /// The Console's name of its kind.
    pub kind_console_name: String,
    /// What raises an alert.
    pub triggers: String,
    /// Is its kind in our catalogue?
    pub known: bool,
    /// The file that can be saved.
    pub artifact: Option<Artifact>,
    /// What can be copied.
    pub copy: Vec<CopyValue>,
    /// Its QR code.
    pub qr: Option<Qr>,
    /// How to place and test it.
    pub advice: Advice,
    /// What else there is to know.
    pub facts: Vec<Fact>,
    /// Where it sends a visitor.
    pub redirect_url: Option<String>,
    /// What may be done to that address.
    pub redirect: Redirect,
    /// Does it look at the visitor's browser?
    pub browser_scanner: Option<bool>,
    /// By which its Apeeper factory is deleted.
    pub factory_hash: Option<String>,
    /// Has it a set-up in AWS?
    pub removable_bucket: bool,
    /// The bucket it watches.
    pub source_bucket: Option<String>,
    /// Can it raise alerts at all?
    pub can_alert: bool,
}

/// What may be done to the address that a Canarytoken leads on to.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Redirect {
    /// It can have none.
    None,
    /// It has one, which may be changed.
    Always,
    /// It may have one, and may go without.
    Optional,
}

/// What came of changing some.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BatchResult {
    /// How many were done.
    pub done: usize,
    /// Their ids, at most 1,000, for Undo.
    pub ids: Vec<String>,
    /// What was not done.
    pub failed: Vec<BatchFailure>,
}

/// One that was not done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BatchFailure {
    /// Its id.
    pub id: String,
    /// Its reminder.
    pub memo: String,
    /// Why not.
    pub error: UiError,
}

/// A Canarytoken that was made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Created {
    /// It.
    pub token: TokenDetail,
    /// The answer was lost; it was found in the list.
    pub adopted: bool,
    /// It was there before; nothing was made.
    pub existed: bool,
}

/// A file that was saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Saved {
    /// For `show_saved`.
    pub saved: String,
    /// Its name.
    pub file_name: String,
    /// Its folder, as people say it.
    pub folder: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

impl From<tokens::Row> for TokenRow {
    fn from(row: tokens::Row) -> Self {
        let tokens::Row {
            id,
            kind,
            kind_name,
            icon,
            memo,
            looked_after_by,
            flock_id,
            flock,
            enabled,
            created,
            alerts,
            unacked,
        } = row;
        Self {
            id,
            kind,
            kind_name,
            icon,
            memo,
            looked_after_by,
            flock_id,
            flock,
            enabled,
            created,
            alerts,
            unacked,
        }
    }
}

impl From<tokens::Reminder> for Reminder {
    fn from(reminder: tokens::Reminder) -> Self {
        Self {
            place: reminder.place,
            looked_after_by: reminder.looked_after_by,
            note: reminder.note,
        }
    }
}

impl From<tokens::Detail> for TokenDetail {
    fn from(detail: tokens::Detail) -> Self {
        Self {
            row: detail.row.into(),
            memo: detail.memo,
            reminder: detail.reminder.map(Reminder::from),
            kind_console_name: detail.console_name,
            triggers: detail.triggers,
            known: detail.known,
            artifact: detail.artifact.map(|artifact| Artifact {
                suggested_name: artifact.name,
                extension: artifact.extension,
                label: artifact.label,
            }),
            copy: detail.copy.into_iter().map(CopyValue::from).collect(),
            qr: detail.qr.map(Qr::from),
            advice: detail.advice.into(),
            facts: detail.facts.into_iter().map(Fact::from).collect(),
            redirect_url: detail.redirect_url,
            redirect: match detail.redirect {
                tokens::Redirect::None => Redirect::None,
                tokens::Redirect::Always => Redirect::Always,
                tokens::Redirect::Optional => Redirect::Optional,
            },
            browser_scanner: detail.browser_scanner,
            factory_hash: detail.factory_hash,
            removable_bucket: detail.removable_bucket,
            source_bucket: detail.source_bucket,
            can_alert: detail.can_alert,
        }
    }
}

impl From<tokens::BatchResult> for BatchResult {
    fn from(result: tokens::BatchResult) -> Self {
        Self {
            done: result.done,
            ids: result.ids,
            failed: result.failed.into_iter().map(BatchFailure::from).collect(),
        }
    }
}

impl From<tokens::Failed> for BatchFailure {
    fn from(failed: tokens::Failed) -> Self {
        Self {
            error: (&failed.error).into(),
            id: failed.id,
            memo: failed.memo,
        }
    }
}

impl From<creation::Created> for Created {
    fn from(created: creation::Created) -> Self {
        Self {
            token: created.token.into(),
            adopted: created.adopted,
            existed: created.existed,
        }
    }
}

impl From<saving::Saved> for Saved {
    fn from(saved: saving::Saved) -> Self {
        Self {
            saved: saved.handle,
            file_name: saved.file_name,
            folder: saved.folder,
            bytes: saved.bytes,
        }
    }
}
