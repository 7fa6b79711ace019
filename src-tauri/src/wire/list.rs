//! The list of Canarytokens: what is asked for, and the part of it that is shown.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::UiError;
use super::tokens::TokenRow;
use crate::app::tokens;

/// Which Canarytokens.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Filter {
    /// Words that must all be somewhere in what is shown.
    pub text: String,
    /// Only of these kinds; all when empty.
    pub kinds: Vec<String>,
    /// Only of these flocks; all when empty.
    pub flocks: Vec<String>,
    /// Only those looked after by these; all when empty.
    pub keepers: Vec<String>,
    /// Only those on, or off.
    pub enabled: Option<bool>,
    /// Only those with alerts, or without.
    pub alerts: Option<bool>,
    /// Only those that the Console found when it was last asked to search.
    pub found_there: bool,
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum Column {
    Kind,
    Reminder,
    LookedAfterBy,
    Flock,
    State,
    Created,
    Alerts,
}

/// How the list is sorted.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// The other way round.
    pub descending: bool,
}

/// Some Canarytokens.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum Selection {
    /// These.
    Ids {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that match, but for some.
    Filter {
        /// What matches.
        filter: Filter,
        /// But for these ids.
        except: Vec<String>,
    },
}

/// Where the list stands.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ListPhase")]
#[allow(missing_docs)]
pub enum Phase {
    Empty,
    Loading,
    Ready,
    Failed,
    NotAllowed,
}

/// How the list stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ListStatus {
    /// Where it stands.
    pub phase: Phase,
    /// How many the fetch under way has brought so far.
    pub loaded: usize,
    /// How many it will about be.
    pub expected: Option<usize>,
    /// When the last complete fetch ended, in milliseconds since 1970.
    pub refreshed_at: Option<f64>,
    /// Counts up with each change.
    #[ts(type = "number")]
    pub revision: u64,
    /// Why the last fetch failed.
    pub error: Option<UiError>,
}

/// A part of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TokenPage {
    /// How many match.
    pub total: usize,
    /// How many there are.
    pub all: usize,
    /// Does any reminder say who looks after its Canarytoken?
    pub keepers: bool,
    /// Place of the first row among those that match.
    pub offset: usize,
    /// The rows.
    pub rows: Vec<TokenRow>,
    /// How the list stands.
    pub status: ListStatus,
}

/// A kind to filter by.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KindFacet {
    /// The Console's id.
    pub kind: String,
    /// Its plain name.
    pub name: String,
    /// Its icon.
    pub icon: String,
    /// How many there are.
    pub count: usize,
}

/// A flock to filter by.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FlockFacet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many there are.
    pub count: usize,
}

/// Somebody who looks after some, to filter by.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KeeperFacet {
    /// What a filter calls them; empty for nobody.
    pub id: String,
    /// Their name.
    pub name: String,
    /// How many there are.
    pub count: usize,
}

/// What there is to filter by.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Facets {
    /// The kinds.
    pub kinds: Vec<KindFacet>,
    /// The flocks.
    pub flocks: Vec<FlockFacet>,
    /// Who looks after them; the most first.
    pub keepers: Vec<KeeperFacet>,
    /// How many are on.
    pub enabled: usize,
    /// How many are off.
    pub disabled: usize,
    /// How many have alerts.
    pub with_alerts: usize,
}

/// What a selection holds.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SelectionSummary {
    /// How many.
    pub count: usize,
    /// How many of them are on.
    pub enabled: usize,
    /// How many are off.
    pub disabled: usize,
    /// How many have alerts.
    pub with_alerts: usize,
    /// How many alerts in all.
    #[ts(type = "number")]
    pub alerts: u64,
    /// The first 100.
    pub sample: Vec<TokenRow>,
    /// How many are S3 buckets.
    pub buckets: usize,
}

/// A flock.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Flock {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl From<Filter> for tokens::Filter {
    fn from(
        Filter {
            text,
            kinds,
            flocks,
            keepers,
            enabled,
            alerts,
            found_there,
        }: Filter,
    ) -> Self {
        Self {
            text,
            kinds,
            flocks,
            keepers,
            enabled,
            alerts,
            found_there,
        }
    }
}

impl From<Sort> for tokens::Sort {
    fn from(sort: Sort) -> Self {
        let column = match sort.column {
            Column::Kind => tokens::Column::Kind,
            Column::Reminder => tokens::Column::Reminder,
            Column::LookedAfterBy => tokens::Column::LookedAfterBy,
            Column::Flock => tokens::Column::Flock,
            Column::State => tokens::Column::State,
            Column::Created => tokens::Column::Created,
            Column::Alerts => tokens::Column::Alerts,
        };
        Self {
            column,
            descending: sort.descending,
        }
    }
}

impl From<tokens::Sort> for Sort {
    fn from(sort: tokens::Sort) -> Self {
        let column = match sort.column {
            tokens::Column::Kind => Column::Kind,
            tokens::Column::Reminder => Column::Reminder,
            tokens::Column::LookedAfterBy => Column::LookedAfterBy,
            tokens::Column::Flock => Column::Flock,
            tokens::Column::State => Column::State,
            tokens::Column::Created => Column::Created,
            tokens::Column::Alerts => Column::Alerts,
        };
        Self {
            column,
            descending: sort.descending,
        }
    }
}

impl From<Selection> for tokens::Selection {
    fn from(selection: Selection) -> Self {
        match selection {
            Selection::Ids { ids } => Self::Ids(ids),
            Selection::Filter { filter, except } => Self::Filter {
                filter: filter.into(),
                except,
            },
        }
    }
}

impl From<tokens::ListStatus> for ListStatus {
    fn from(status: tokens::ListStatus) -> Self {
        Self {
            phase: match status.phase {
                tokens::Phase::Empty => Phase::Empty,
                tokens::Phase::Loading => Phase::Loading,
                tokens::Phase::Ready => Phase::Ready,
                tokens::Phase::Failed => Phase::Failed,
                tokens::Phase::NotAllowed => Phase::NotAllowed,
            },
            loaded: status.loaded,
            expected: status.expected,
            refreshed_at: status.refreshed_at.and_then(super::millis),
            revision: status.revision,
            error: status.error.as_ref().map(UiError::from),
        }
    }
}

impl From<tokens::Facets> for Facets {
    fn from(facets: tokens::Facets) -> Self {
        let kind = |(kind, name, icon, count)| KindFacet {
            kind,
            name,
            icon,
            count,
        };
        let flock = |(id, name, count)| FlockFacet { id, name, count };
        let keeper = |(id, name, count)| KeeperFacet { id, name, count };
        Self {
            kinds: facets.kinds.into_iter().map(kind).collect(),
            flocks: facets.flocks.into_iter().map(flock).collect(),
            keepers: facets.keepers.into_iter().map(keeper).collect(),
            enabled: facets.enabled,
            disabled: facets.disabled,
            with_alerts: facets.with_alerts,
        }
    }
}

impl From<tokens::Summary> for SelectionSummary {
    fn from(summary: tokens::Summary) -> Self {
        Self {
            count: summary.count,
            enabled: summary.enabled,
            disabled: summary.disabled,
            with_alerts: summary.with_alerts,
            alerts: summary.alerts,
            sample: summary.sample.into_iter().map(TokenRow::from).collect(),
            buckets: summary.buckets,
        }
    }
}
