//! Many at once: Canarytokens from a sheet or a list of names, checked before anything is sent, and made so that nothing is lost or
//! made twice.

mod refusal;

pub use refusal::{MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES, SheetError};
