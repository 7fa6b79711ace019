//! What the program knows of sheets, as the page gets it, and the other way round.

use super::*;
use crate::app::{forms, many};
use crate::wire::millis;

impl From<many::Summary> for SheetSummary {
    fn from(summary: many::Summary) -> Self {
        let column = |column: many::Column| SheetColumn {
            key: column.key,
            label: column.label,
        };
        Self {
            sheet: summary.sheet,
            name: summary.name,
            columns: summary.columns.into_iter().map(column).collect(),
            notes: summary.notes,
            counts: summary.counts.into(),
            existing_known: summary.existing_known,
            files: summary.files,
            folder: summary.folder,
            started: summary.started,
            running: summary.running,
            paused: summary.paused,
            unprotected: summary.unprotected.map(|error| UiError::from(&error).message),
        }
    }
}

impl From<many::Counts> for RowCounts {
    fn from(counts: many::Counts) -> Self {
        let many::Counts {
            total,
            ready,
            problems,
            warnings,
            duplicates,
            skipped,
            referenced,
            done,
            attention,
            waiting,
        } = counts;
        Self {
            total,
            ready,
            problems,
            warnings,
            duplicates,
            skipped,
            referenced,
            done,
            attention,
            waiting,
        }
    }
}

impl From<RowFilter> for many::Show {
    fn from(show: RowFilter) -> Self {
        match show {
            RowFilter::All => Self::All,
            RowFilter::Ready => Self::Ready,
            RowFilter::Problems => Self::Problems,
            RowFilter::Warnings => Self::Warnings,
            RowFilter::Duplicates => Self::Duplicates,
            RowFilter::Skipped => Self::Skipped,
            RowFilter::Done => Self::Done,
            RowFilter::Attention => Self::Attention,
            RowFilter::Waiting => Self::Waiting,
        }
    }
}

impl RowPage {
    /// The part that begins at `offset`.
    pub fn at(offset: usize, page: many::RowPage) -> Self {
        Self {
            total: page.total,
            offset,
            rows: page.rows.into_iter().map(SheetRow::from).collect(),
            counts: page.counts.into(),
        }
    }
}

impl From<many::RowView> for SheetRow {
    fn from(row: many::RowView) -> Self {
        Self {
            row: row.row,
            line: row.line as usize,
            cells: row.cells,
            said: row.said,
            kind_name: row.kind_name,
            icon: row.icon,
            memo: row.memo,
            flock: row.flock,
            problems: row.problems.into_iter().map(CellProblem::from).collect(),
            duplicate: row.duplicate.map(|duplicate| match duplicate {
                many::Duplicate::Exists(token) => Duplicate::Exists { token },
                many::Duplicate::InSheet(line) => Duplicate::InSheet { line: line as usize },
            }),
            skipped: row.skipped,
            referenced: row.referenced,
            state: row.state.into(),
            result: row.result,
            token: row.token,
            address: row.address,
            file: row.file,
            error: row.error.as_ref().map(UiError::from),
        }
    }
}

impl From<many::CellProblem> for CellProblem {
    fn from(problem: many::CellProblem) -> Self {
        Self {
            column: problem.column,
            message: problem.message,
            severity: match problem.severity {
                forms::Severity::Error => CellSeverity::Error,
                forms::Severity::Warning => CellSeverity::Warning,
            },
            choices: problem.choices,
        }
    }
}

impl From<many::RowState> for RowState {
    fn from(state: many::RowState) -> Self {
        match state {
            many::RowState::Waiting => Self::Waiting,
            many::RowState::Working => Self::Working,
            many::RowState::Done => Self::Done,
            many::RowState::FileMissing => Self::FileMissing,
            many::RowState::Failed => Self::Failed,
            many::RowState::Unknown => Self::Unknown,
            many::RowState::Skipped => Self::Skipped,
        }
    }
}

impl From<RowChoice> for many::RowChoice {
    fn from(choice: RowChoice) -> Self {
        match choice {
            RowChoice::Rows { rows } => Self::Rows(rows),
            RowChoice::Shown { show } => Self::Shown(show.into()),
        }
    }
}

impl From<NameList> for many::NameList {
    fn from(list: NameList) -> Self {
        let NameList {
            names,
            kind,
            memo,
            flock,
            folder,
            file_name,
            fields,
        } = list;
        Self {
            names,
            kind,
            memo,
            flock,
            folder,
            file_name,
            fields,
        }
    }
}

impl RunProgress {
    /// The progress of operation `id`.
    pub fn new(id: &str, progress: many::RunProgress) -> Self {
        Self {
            operation: id.to_owned(),
            done: progress.done,
            total: progress.total,
            attention: progress.attention,
            stage: match progress.stage {
                many::Stage::Making => RunStage::Making,
                many::Stage::Looking => RunStage::Looking,
                many::Stage::Waiting => RunStage::Waiting,
                many::Stage::Paused => RunStage::Paused,
            },
        }
    }
}

impl From<many::RunResult> for RunResult {
    fn from(result: many::RunResult) -> Self {
        Self {
            complete: !result.cancelled && result.stopped.is_none(),
            summary: result.summary.into(),
            cancelled: result.cancelled,
            stopped: result.stopped.as_ref().map(UiError::from),
        }
    }
}

impl From<many::Unfinished> for Unfinished {
    fn from(unfinished: many::Unfinished) -> Self {
        Self {
            name: unfinished.name,
            started_at: millis(unfinished.started_at),
            console: unfinished.console,
            console_id: unfinished.console_id,
            connected: unfinished.connected,
            total: unfinished.total,
            done: unfinished.done,
        }
    }
}

impl From<ResultFormat> for many::ResultFormat {
    fn from(format: ResultFormat) -> Self {
        match format {
            ResultFormat::Csv => Self::Csv,
            ResultFormat::Html => Self::Html,
        }
    }
}

impl From<ExportFormat> for many::ExportFormat {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Csv => Self::Csv,
            ExportFormat::Json => Self::Json,
        }
    }
}

impl From<ExportColumn> for many::ExportColumn {
    fn from(column: ExportColumn) -> Self {
        match column {
            ExportColumn::Id => Self::Id,
            ExportColumn::Kind => Self::Kind,
            ExportColumn::KindId => Self::KindId,
            ExportColumn::Reminder => Self::Reminder,
            ExportColumn::Flock => Self::Flock,
            ExportColumn::FlockId => Self::FlockId,
            ExportColumn::State => Self::State,
            ExportColumn::Created => Self::Created,
            ExportColumn::Alerts => Self::Alerts,
            ExportColumn::Link => Self::Link,
            ExportColumn::HostName => Self::HostName,
        }
    }
}

impl ExportColumns {
    /// Each column, with its heading.
    pub fn headed(self) -> Vec<(many::ExportColumn, &'static str)> {
        match self {
            Self::Vendor => many::VENDOR_COLUMNS.to_vec(),
            Self::Chosen { columns } => {
                let columns = columns.into_iter().map(many::ExportColumn::from);
                columns.map(|column| (column, column.heading())).collect()
            }
        }
    }
}

impl From<many::SavedMany> for SavedMany {
    fn from(saved: many::SavedMany) -> Self {
        Self {
            done: saved.done,
            without_file: saved.without_file,
            failed: saved.failed.into_iter().map(BatchFailure::from).collect(),
            folder: saved.folder,
            saved: saved.saved,
        }
    }
}
