//! Why a file cannot be used as a sheet, in words that say how to mend it.

use crate::words::say;

/// The largest file that is read, in bytes.
pub const MAX_SHEET_BYTES: u64 = 64 << 20;
/// The most rows of a sheet.
pub const MAX_ROWS: usize = 100_000;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 200;

/// Why a file cannot be used as a sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The file is gone or cannot be read.
    #[error("the file cannot be read")]
    Unreadable,
    /// It is neither CSV nor .xlsx.
    #[error("the file is no sheet")]
    NoSheet,
    /// It is an older or another spreadsheet's own format.
    #[error("the file is a sheet of another sort")]
    OtherSort,
    /// It is a damaged or encrypted .xlsx.
    #[error("the file is damaged")]
    Damaged,
    /// It has no rows below its heading, or nothing at all.
    #[error("the sheet is empty")]
    Empty,
    /// It is larger than allowed.
    #[error("the file is too large")]
    TooLarge,
    /// It has more rows than allowed.
    #[error("the sheet has too many rows")]
    TooManyRows,
    /// It has more columns than allowed.
    #[error("the sheet has too many columns")]
    TooManyColumns,
    /// Its first row names no column that is known.
    #[error("the sheet has no heading")]
    NoHeading,
    /// It has a column for a secret.
    #[error("the sheet has a column for a secret")]
    Secret {
        /// The column's heading.
        heading: String,
    },
    /// No names were given.
    #[error("there are no names")]
    NoNames,
}

impl SheetError {
    /// What happened, why, and what to do, for people.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreadable => say!("The file could not be read. Is it still there, and may you open it?").into(),
            Self::NoSheet => say!("This is neither a CSV file nor an Excel workbook (.xlsx). Save your sheet as one of them.").into(),
            Self::OtherSort => {
                say!("This is a sheet of another sort. Open it in your spreadsheet program and save it as .xlsx or CSV.").into()
            }
            Self::Damaged => {
                say!("This Excel workbook cannot be opened: it is damaged, or has a password. Save it once more without a password.")
                    .into()
            }
            Self::Empty => say!("There is nothing in this sheet below its heading. Write one row for each Canarytoken.").into(),
            Self::TooLarge => say!("This file is too large. A sheet may have 64 MB; leave out pictures and other tables.").into(),
            Self::TooManyRows => say!("This sheet has more than 100,000 rows. Split it into several.").into(),
            Self::TooManyColumns => say!("This sheet has more than 200 columns. Leave out those that are not needed.").into(),
            Self::NoHeading => say!("The first row does not name the columns. Write “Kind” and “Reminder” above them, as the template \
                                does. For a plain list of names, use “From a list of names”.")
                .into(),
            Self::Secret { heading } => say!(
                "The column “{heading}” is for a secret key. Keys do not belong in a sheet, where others may read them. Take that \
                 column out, and make these Canarytokens one by one.",
                heading
            ),
            Self::NoNames => say!("There are no names yet. Write one name on each line.").into(),
        }
    }
}
