//! The rules parameters are held to.

use super::No;
use crate::kinds::{Field, Kind};
use crate::server::http::{Request, Upload};

/// The longest memo, in characters.
const MEMO_LIMIT: usize = 10_000;

/// A memo that is there, not too long, and text.
pub(super) fn memo(memo: Option<&str>) -> Result<&str, No> {
    let memo = memo.unwrap_or_default();
    if memo.trim().is_empty() {
        return Err(No(400, "Empty memo".to_owned()));
    }
    // What was not UTF-8 was replaced when it was read.
    if memo.contains('\u{fffd}') {
        return Err(No(400, "Could not decode the memo".to_owned()));
    }
    if memo.chars().count() > MEMO_LIMIT {
        return Err(No::parameters());
    }
    Ok(memo)
}

/// Kinds that forward their visitors.
pub(super) fn can_redirect(kind: &str) -> bool {
    matches!(kind, "fast-redirect" | "slow-redirect") || redirect_is_optional(kind)
}

/// Kinds that may forward, but need not.
pub(super) fn redirect_is_optional(kind: &str) -> bool {
    matches!(kind, "qr-code" | "http")
}

/// `http://` or `https://` with a host.
pub(super) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !text.contains(char::is_whitespace)
    })
}

/// Holds a create request to its kind's rules.
pub(super) fn check(kind: &Kind, request: &Request) -> Result<(), No> {
    for field in kind.fields.iter().filter(|field| !field.local) {
        let file = request.file(&field.name);
        let text = request.parameter(&field.name).filter(|text| !text.is_empty());
        if field.kind == "file" {
            match file {
                Some(file) if !is_file_allowed(field, file) => return Err(No::parameters()),
                None if field.required => return Err(No::parameters()),
                _ => {}
            }
        } else {
            match text {
                Some(text) => check_text(field, text)?,
                None if field.required && applies(kind, field, request) => return Err(No::parameters()),
                None => {}
            }
        }
    }
    if kind.kind == "aws-s3" {
        check_s3(request)?;
    }
    Ok(())
}

/// Whether a field with `when` is asked for. Where that hangs on a choice that never reaches a Console, it is not.
fn applies(kind: &Kind, field: &Field, request: &Request) -> bool {
    let Some(when) = &field.when else { return true };
    let local = kind.fields.iter().any(|other| other.name == when.field && other.local);
    !local
        && request
            .parameter(&when.field)
            .is_some_and(|value| when.equals.split('|').any(|choice| choice == value))
}

fn check_text(field: &Field, text: &str) -> Result<(), No> {
    let fine = match field.kind.as_str() {
        "domain" => {
            let labels = text.trim_end_matches('.').split('.');
            if labels.clone().filter(|label| !label.is_empty()).count() < 2 {
                let message = format!(
                    "Could not process the parameters. {} is invalid, not enough domain labels",
                    field.name
                );
                return Err(No(400, message));
            }
            labels.clone().all(is_label)
        }
        "url" => is_web_address(text),
        "duration" => is_duration(text),
        "bucket" => is_bucket(text),
        "select" => field.options.iter().any(|choice| choice.value == text),
        "names" => text.split(',').all(|name| !name.trim().is_empty()),
        "email" => text
            .split_once('@')
            .is_some_and(|(who, host)| !who.is_empty() && host.contains('.')),
        _ => true,
    };
    if fine { Ok(()) } else { Err(No::parameters()) }
}

fn is_label(label: &str) -> bool {
    let fine = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    (1..=63).contains(&label.len()) && label.chars().all(fine) && !label.starts_with('-') && !label.ends_with('-')
}

/// A number and `y`, `mo`, `w`, `d` or `h`.
fn is_duration(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < text.len() && matches!(unit, "y" | "mo" | "w" | "d" | "h")
}

fn is_bucket(text: &str) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    (3..=63).contains(&text.len()) && text.chars().all(fine) && edge(text.chars().next()) && edge(text.chars().last())
}

/// The MIME type must be one of the field's, and the bytes must be of that type.
fn is_file_allowed(field: &Field, file: &Upload) -> bool {
    let mime = file
        .mime
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let listed = field.mime.is_empty() || field.mime.contains(&mime);
    let true_to_type = match mime.as_str() {
        "image/png" => file.bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => file.bytes.starts_with(b"\xff\xd8\xff"),
        "application/pdf" => file.bytes.starts_with(b"%PDF-"),
        mime if mime.contains("officedocument") => file.bytes.starts_with(b"PK"),
        _ => !file.bytes.is_empty(),
    };
    listed && true_to_type
}

/// Keys of AWS come all three or not at all.
fn check_s3(request: &Request) -> Result<(), No> {
    let here = |name: &&str| request.parameter(name).is_some_and(|value| !value.is_empty());
    let count = ["aws_access_key", "aws_secret_key", "aws_region"]
        .iter()
        .filter(|name| here(name))
        .count();
    if count == 0 || count == 3 {
        Ok(())
    } else {
        Err(No::parameters())
    }
}
