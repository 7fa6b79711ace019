//! Many of the list at once: their files into a folder, and what is known of them into a sheet or JSON.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use canary_api::{Error as ApiError, Token};
use futures_util::{StreamExt, stream};
use serde_json::{Map, Value};

use super::files::{ArtifactPlace, free};
use super::results::{csv, text_file};
use crate::app::error::{Error, Reported};
use crate::app::operations::{CancelToken, Progress, Reporter, Unit};
use crate::app::saving::{Saved, spoken};
use crate::app::session::Session;
use crate::app::tokens::{Failed, Row, Selection};
use crate::app::{App, artifact_name, lock};
use crate::words::say;

/// How many files are fetched at once.
const AT_ONCE: usize = 8;

/// As what an export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// A sheet.
    Csv,
    /// JSON.
    Json,
}

/// One of the things an export can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ExportColumn {
    Id,
    Kind,
    KindId,
    Reminder,
    Flock,
    FlockId,
    State,
    Created,
    Alerts,
    Link,
    HostName,
}

/// The columns of the vendor's own script, in its order and with its headings. Source: `API2CSV-All_Tokens.sh` of canary-utils.
pub const VENDOR_COLUMNS: [(ExportColumn, &str); 6] = [
    (ExportColumn::FlockId, "Flock ID"),
    (ExportColumn::Id, "token"),
    (ExportColumn::Created, "created"),
    (ExportColumn::State, "enabled"),
    (ExportColumn::KindId, "type"),
    (ExportColumn::Reminder, "memo"),
];

impl ExportColumn {
    /// What stands above it.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Id => "Canarytoken",
            Self::Kind => say!("Kind"),
            Self::KindId => say!("Kind on the Console"),
            Self::Reminder => say!("Reminder"),
            Self::Flock => say!("Flock"),
            Self::FlockId => say!("Flock ID"),
            Self::State => say!("On"),
            Self::Created => say!("Created"),
            Self::Alerts => say!("Alerts"),
            Self::Link => say!("Link"),
            Self::HostName => say!("Host name"),
        }
    }

    fn of(self, token: &Token, row: &Row) -> Value {
        let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
        match self {
            Self::Id => token.id.as_str().into(),
            Self::Kind => row.kind_name.as_str().into(),
            Self::KindId => token.kind.as_str().into(),
            Self::Reminder => token.memo.as_str().into(),
            Self::Flock => row.flock.as_str().into(),
            Self::FlockId => token.flock_id.as_str().into(),
            Self::State => token.enabled.into(),
            Self::Created => token.created.map(moment).unwrap_or_default().into(),
            Self::Alerts => row.alerts.into(),
            Self::Link => text(&token.url),
            Self::HostName => text(&token.hostname),
        }
    }
}

/// Seconds since 1970 as `2026-11-24T10:00:00Z`. By the days of the civil calendar.
fn moment(seconds: f64) -> String {
    let time = Duration::try_from_secs_f64(seconds).unwrap_or_default().as_secs();
    let (days, clock) = (time / 86_400, time % 86_400);
    // Years that begin in March, so that the leap day is the last.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (clock / 3_600, clock / 60 % 60, clock % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// What came of saving the files of many.
#[derive(Debug, Clone)]
pub struct SavedMany {
    /// How many were saved.
    pub done: usize,
    /// How many have none.
    pub without_file: usize,
    /// What was not saved.
    pub failed: Vec<Failed>,
    /// The folder, as people say it.
    pub folder: String,
    /// Names the first file for "Show in folder".
    pub saved: Option<String>,
}

impl App {
    /// Lets the person choose where, and saves what is known of a selection. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::NotConnected`], [`Error::Save`]; [`Error::Field`] without columns.
    pub async fn export_tokens(
        &self,
        selection: &Selection,
        format: ExportFormat,
        columns: &[(ExportColumn, &str)],
    ) -> Result<Option<Saved>, Error> {
        if columns.is_empty() {
            return Err(Error::Field {
                field: "columns".into(),
                message: say!("Choose at least one column.").into(),
            });
        }
        let session = self.session()?;
        let values: Vec<Vec<Value>> = session.tokens.with(|index| {
            let ids = index.ids(selection);
            let tokens = ids.iter().filter_map(|id| Some((index.get(id)?, index.row(id)?)));
            tokens
                .map(|(token, row)| columns.iter().map(|(column, _)| column.of(token, &row)).collect())
                .collect()
        });
        let (file, text) = match format {
            ExportFormat::Csv => {
                let heading = columns.iter().map(|(_, heading)| (*heading).to_owned()).collect();
                let rows = values.into_iter().map(|row| row.iter().map(plain).collect());
                (
                    text_file("csv", say!("Sheet"), "Canarytokens"),
                    csv(std::iter::once(heading).chain(rows))?,
                )
            }
            ExportFormat::Json => {
                let named = |row: Vec<Value>| {
                    let pairs = columns
                        .iter()
                        .zip(row)
                        .map(|((_, heading), value)| ((*heading).to_owned(), value));
                    Value::Object(pairs.collect::<Map<_, _>>())
                };
                let all: Vec<Value> = values.into_iter().map(named).collect();
                let text =
                    serde_json::to_string_pretty(&all).map_err(|_| Error::Internal("JSON could not be written"))?;
                (text_file("json", say!("JSON file"), "Canarytokens"), text)
            }
        };
        self.save_text("Canarytokens", &file, text).await
    }

    /// Lets the person choose a folder, and saves the files of a selection there. `None` when they cancel the choice; a cancelled run
    /// answers with what was done.
    ///
    /// # Errors
    /// [`Error::NotConnected`].
    pub async fn save_selection(
        &self,
        selection: &Selection,
        cancel: CancelToken,
        report: Reporter,
    ) -> Result<Option<SavedMany>, Error> {
        let session = self.session()?;
        let Some(root) = self.ask_for_folder(say!("Choose a folder for the files")).await else {
            return Ok(None);
        };
        let (places, without_file) = self.places(&session, selection, &root);
        let total = places.len() as u64;
        let (done, failed) = (AtomicU64::new(0), AtomicU64::new(0));
        let first = Mutex::new(None);
        let each = places.into_iter().take_while(|_| !cancel.is_cancelled()).map(|place| {
            let (session, cancel, done, failed, report, first) = (&session, &cancel, &done, &failed, &report, &first);
            async move {
                let outcome = tokio::select! {
                    biased;
                    () = cancel.cancelled() => Err(Error::Cancelled),
                    () = session.cancel.cancelled() => Err(Error::Cancelled),
                    file = self.fetch_artifact(session, &place) => file,
                };
                failed.fetch_add(u64::from(outcome.is_err()), Ordering::Relaxed);
                report.report(Progress {
                    done: done.fetch_add(1, Ordering::Relaxed) + 1,
                    total: Some(total),
                    failed: failed.load(Ordering::Relaxed),
                    unit: Unit::Items,
                });
                if let Ok(file) = &outcome {
                    lock(first).get_or_insert(place.root.join(file));
                }
                (place.id, outcome)
            }
        });
        let mut result = SavedMany {
            done: 0,
            without_file,
            failed: Vec::new(),
            folder: spoken(Some(&root)),
            saved: None,
        };
        let mut saving = stream::iter(each).buffer_unordered(AT_ONCE);
        while let Some((id, outcome)) = saving.next().await {
            match outcome {
                Ok(_) => result.done += 1,
                Err(Error::Api(error)) if matches!(*error, ApiError::NoFile { .. }) => result.without_file += 1,
                Err(error) => {
                    let memo = session
                        .tokens
                        .with(|index| index.row(&id))
                        .map_or_else(String::new, |row| row.memo);
                    result.failed.push(Failed {
                        id,
                        memo,
                        error: Reported::new(error),
                    });
                }
            }
        }
        drop(saving);
        let first: Option<PathBuf> = lock(&first).take();
        result.saved = first.map(|path| self.saved.keep(path));
        Ok(Some(result))
    }

    /// Where each file of a selection goes, and how many have none.
    fn places(&self, session: &Session, selection: &Selection, root: &std::path::Path) -> (Vec<ArtifactPlace>, usize) {
        let mut taken = HashSet::new();
        session.tokens.with(|index| {
            let ids = index.ids(selection);
            let all = ids.len();
            let place = |id: String| {
                let token = index.get(&id)?;
                let artifact = self.catalogue.artifact(&token.kind)?;
                let name = artifact_name::suggested(artifact, token.field("doc_name").as_deref(), &id);
                Some(ArtifactPlace {
                    kind: token.kind.clone(),
                    root: root.to_owned(),
                    file: free(root, &[], (&name, &artifact.extension), &mut taken)?,
                    tried: false,
                    prefix: String::new(),
                    id,
                })
            };
            let places: Vec<ArtifactPlace> = ids.into_iter().filter_map(place).collect();
            let without = all - places.len();
            (places, without)
        })
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_by_the_civil_calendar() {
        for (seconds, told) in [
            (0.0, "1970-01-01T00:00:00Z"),
            (951_827_696.9, "2000-02-29T12:34:56Z"),
            (1_735_689_599.0, "2024-12-31T23:59:59Z"),
        ] {
            assert_eq!(moment(seconds), told);
        }
    }
}
