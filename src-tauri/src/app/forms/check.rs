//! Looks through a form and says what is wrong with it, field by field.

use super::{ChosenFiles, FormInput, MEMO_CHARS, files, rules};
use crate::app::catalogue::{Catalogue, Field, FieldKind};
use crate::words::say;

/// Something to say about a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field: its name, `memo`, `flock` or `kind`.
    pub field: String,
    /// What to say.
    pub message: String,
    /// Does it stand in the way?
    pub severity: Severity,
}

/// Does a problem stand in the way?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The form cannot be sent.
    Error,
    /// The form can be sent; the Console may refuse it.
    Warning,
}

/// Everything there is to say about `input`, in the order of the form. Of a kind that the catalogue lacks only the reminder is checked.
pub fn check_form(catalogue: &Catalogue, files: &ChosenFiles, input: &FormInput) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if input.kind.trim().is_empty() {
        problems.push(error("kind", say!("Choose what it should be.")));
    }
    let fields = catalogue.kind(&input.kind).map_or(&[][..], |kind| &kind.fields);
    for field in input.shown(fields) {
        let problem = match field.kind {
            FieldKind::File => check_file(field, files, input),
            _ => check_text(field, fields, input),
        };
        problems.extend(problem);
    }
    problems.extend(check_memo(input));
    problems
}

fn check_memo(input: &FormInput) -> Option<FieldProblem> {
    let memo = input.clean_memo();
    let characters = memo.chars().count();
    if characters == 0 {
        return Some(error(
            "memo",
            say!("Write a reminder, so that an alert says what was touched and where."),
        ));
    }
    (characters > MEMO_CHARS).then(|| {
        let over = characters - MEMO_CHARS;
        error(
            "memo",
            &say!(
                "The reminder is too long by {over}. Your Console takes 10,000 characters.",
                over
            ),
        )
    })
}

fn check_text(field: &Field, fields: &[Field], input: &FormInput) -> Option<FieldProblem> {
    let typed = input.value(field);
    if typed.is_empty() {
        return left_out(field);
    }
    let value = match rules::check(field, typed) {
        Ok(value) => value,
        Err(message) => return Some(error(&field.name, &message)),
    };
    if let Some(other) = field
        .differs_from
        .as_ref()
        .and_then(|name| fields.iter().find(|one| one.name == *name))
        && input.value(other).eq_ignore_ascii_case(&value)
    {
        return Some(error(
            &field.name,
            &say!("Choose another one than for “{other}”.", other = other.label),
        ));
    }
    rules::advice(field, typed, &value).map(|message| warning(&field.name, message))
}

fn check_file(field: &Field, files: &ChosenFiles, input: &FormInput) -> Option<FieldProblem> {
    let Some(handle) = input.file(field) else {
        return left_out(field);
    };
    let Some(kept) = files.get(handle) else {
        return Some(error(
            &field.name,
            say!("This file is no longer at hand. Choose it again."),
        ));
    };
    if !files::takes(field, kept.sort) {
        let message = field
            .invalid
            .as_deref()
            .unwrap_or(say!("The file is of another type than is needed here."));
        return Some(error(&field.name, message));
    }
    if let Some(most) = field
        .max_bytes
        .filter(|most| !field.max_is_advice && kept.bytes > *most)
    {
        return Some(error(
            &field.name,
            &say!("The file is too large. It may have {size} MB.", size = most >> 20),
        ));
    }
    files::warning(&kept, field).map(|message| warning(&field.name, message))
}

fn left_out(field: &Field) -> Option<FieldProblem> {
    if field.required {
        return Some(error(
            &field.name,
            field.missing.as_deref().unwrap_or(say!("Fill this in.")),
        ));
    }
    field.advised.clone().map(|message| warning(&field.name, message))
}

fn error(field: &str, message: &str) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        message: message.to_owned(),
        severity: Severity::Error,
    }
}

fn warning(field: &str, message: String) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        message,
        severity: Severity::Warning,
    }
}
