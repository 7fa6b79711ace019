//! Forms as they cross to the page and back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::forms;

/// A file that the person chose.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChosenFile {
    /// What to send in [`FormInput::files`].
    pub handle: String,
    /// Its name without its folder.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// What it truly is.
    pub mime: String,
    /// A small picture of it as a `data:` URI.
    pub preview: Option<String>,
    /// What to know before sending it.
    pub warning: Option<String>,
}

/// A form as it stands. Values may be secrets, so it has no `Debug`.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FormInput {
    /// The kind's id.
    pub kind: String,
    /// The reminder.
    pub memo: String,
    /// The flock's id.
    pub flock: Option<String>,
    /// What was typed, by field; switches are `true` or `false`.
    #[ts(type = "Record<string, string>")]
    pub fields: BTreeMap<String, String>,
    /// Handles of chosen files, by field.
    #[ts(type = "Record<string, string>")]
    pub files: BTreeMap<String, String>,
}

/// Something to say about a field.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldProblem {
    /// The field's name, `memo`, `flock` or `kind`.
    pub field: String,
    /// What to say.
    pub message: String,
    /// Does it stand in the way?
    #[ts(inline)]
    pub severity: Severity,
}

/// Does a problem stand in the way?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Severity {
    Error,
    Warning,
}

impl From<forms::ChosenFile> for ChosenFile {
    fn from(file: forms::ChosenFile) -> Self {
        Self {
            handle: file.handle,
            name: file.name,
            bytes: file.bytes,
            mime: file.mime.to_owned(),
            preview: file.preview,
            warning: file.warning,
        }
    }
}

impl From<FormInput> for forms::FormInput {
    fn from(input: FormInput) -> Self {
        Self {
            kind: input.kind,
            memo: input.memo,
            flock: input.flock,
            fields: input.fields.into(),
            files: input.files,
        }
    }
}

impl From<forms::FieldProblem> for FieldProblem {
    fn from(problem: forms::FieldProblem) -> Self {
        Self {
            field: problem.field,
            message: problem.message,
            severity: match problem.severity {
                forms::Severity::Error => Severity::Error,
                forms::Severity::Warning => Severity::Warning,
            },
        }
    }
}
