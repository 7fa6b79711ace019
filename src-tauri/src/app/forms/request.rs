//! Turns a form into the request that makes the Canarytoken.

use canary_api::endpoints::CreateToken;
use secrecy::SecretString;

use super::{ChosenFiles, FormInput, MEMO_CHARS, Severity, check_form, rules};
use crate::app::catalogue::{Catalogue, FieldKind};
use crate::app::error::Error;

/// The request for `input`, checked once more. Only fields that the kind's form shows are sent: the page cannot add parameters.
/// Files are read now.
///
/// # Errors
/// [`Error::MemoEmpty`], [`Error::MemoTooLong`], [`Error::KindUnknown`] for no kind at all, [`Error::Field`] for the first field that is
/// wrong, [`Error::File`] for a file that cannot be read any more.
pub async fn create_request(
    catalogue: &Catalogue,
    files: &ChosenFiles,
    input: &FormInput,
) -> Result<CreateToken, Error> {
    let problems = check_form(catalogue, files, input);
    if let Some(problem) = problems.into_iter().find(|problem| problem.severity == Severity::Error) {
        return Err(match problem.field.as_str() {
            "memo" if input.clean_memo().is_empty() => Error::MemoEmpty,
            "memo" => Error::MemoTooLong { limit: MEMO_CHARS },
            "kind" => Error::KindUnknown,
            _ => Error::Field {
                field: problem.field,
                message: problem.message,
            },
        });
    }
    let mut request = CreateToken {
        kind: input.kind.clone(),
        memo: input.clean_memo(),
        flock_id: input.flock().map(str::to_owned),
        ..CreateToken::default()
    };
    let fields = catalogue.kind(&input.kind).map_or(&[][..], |kind| &kind.fields);
    for field in input.shown(fields).filter(|field| !field.local) {
        if field.kind == FieldKind::File {
            if let Some(handle) = input.file(field) {
                request.files.push(files.read(handle, field).await?);
            }
            continue;
        }
        let typed = input.value(field);
        if typed.is_empty() {
            continue;
        }
        let refused = |message| Error::Field {
            field: field.name.clone(),
            message,
        };
        let value = rules::check(field, typed).map_err(refused)?;
        // A switch that is off unless somebody turns it on says nothing when it is off.
        if field.kind == FieldKind::Switch && value == "false" && field.default.as_deref() != Some("true") {
            continue;
        }
        if field.secret {
            request.secrets.push((field.name.clone(), SecretString::from(value)));
        } else {
            request.fields.push((field.name.clone(), value));
        }
    }
    Ok(request)
}
