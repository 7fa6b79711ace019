//! Endpoints about one Canarytoken.

use super::{Call, No, Reply};
use crate::api::rules;
use crate::artifacts::{self, NoFile};
use crate::json::Node;
use crate::token::{Token, View, truthy};

/// `ping`
pub(super) fn ping(_: Call<'_>) -> Result<Reply<'_>, No> {
    Ok(Reply::Json(Vec::new()))
}

/// `canarytoken/fetch`
pub(super) fn fetch(call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    show(call, &id)
}

fn show<'a>(call: Call<'a>, id: &str) -> Result<Reply<'a>, No> {
    let store: &'a _ = call.store;
    let token: &'a Token = store.get(id).ok_or_else(No::not_found)?;
    Ok(Reply::Json(vec![(
        "token".into(),
        token.show(&call.shared.kinds, call.base, View::Whole),
    )]))
}

/// Changes a token and notes it.
fn change(call: &mut Call<'_>, id: &str, how: impl FnOnce(&mut Token)) -> Result<(), No> {
    let number = call.store.next_update();
    let token = call.store.get_mut(id).ok_or_else(No::not_found)?;
    how(token);
    token.updated_id = number;
    call.did.changed.push(id.to_owned());
    Ok(())
}

/// `canarytoken/delete`. Alerts stay on the Console unless `clear_incidents` says otherwise.
pub(super) fn delete(call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    let token = call.store.remove(&id).ok_or_else(No::not_found)?;
    if call.optional("clear_incidents").is_some_and(truthy) {
        call.did.cleared_incidents = token.triggered;
    }
    call.did.deleted.push(id);
    Ok(Reply::Json(Vec::new()))
}

/// `canarytoken/disable`
pub(super) fn disable(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    change(&mut call, &id, |token| token.enabled = false)?;
    Ok(Reply::Json(Vec::new()))
}

/// `canarytoken/enable`
pub(super) fn enable(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    change(&mut call, &id, |token| token.enabled = true)?;
    Ok(Reply::Json(Vec::new()))
}

/// `canarytoken/update`
pub(super) fn update(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    let memo = rules::memo(call.request.parameter("memo"))?.to_owned();
    change(&mut call, &id, |token| token.memo = memo)?;
    show(call, &id)
}

/// `canarytoken/update/redirect_url`
pub(super) fn update_redirect(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    let address = call.required("redirect_url")?.to_owned();
    let redirects = call
        .store
        .get(&id)
        .is_some_and(|token| rules::can_redirect(&token.kind));
    if !redirects || !rules::is_web_address(&address) {
        return Err(No::parameters());
    }
    change(&mut call, &id, |token| {
        token.given.insert("browser_redirect_url".to_owned(), address);
    })?;
    show(call, &id)
}

/// `canarytoken/remove/redirect_url`: only where a redirect is optional.
pub(super) fn remove_redirect(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    if !call
        .store
        .get(&id)
        .is_some_and(|token| rules::redirect_is_optional(&token.kind))
    {
        return Err(No::parameters());
    }
    change(&mut call, &id, |token| {
        token.given.remove("browser_redirect_url");
    })?;
    show(call, &id)
}

/// `canarytoken/remove/s3`: takes the token out of the bucket (here: notes so). The token itself stays in the list.
pub(super) fn remove_s3(mut call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    for name in ["aws_access_key", "aws_secret_key", "aws_region"] {
        call.required(name)?;
    }
    let buckets_too = call.optional("delete_buckets").is_some_and(truthy);
    if buckets_too {
        call.required("s3_source_bucket")?;
    }
    if call.store.get(&id).is_none_or(|token| &*token.kind != "aws-s3") {
        return Err(No::parameters());
    }
    change(&mut call, &id, |token| token.enabled = false)?;
    Ok(Reply::Json(Vec::new()))
}

/// `canarytoken/download`, for keys and for factories.
pub(super) fn download(call: Call<'_>) -> Result<Reply<'_>, No> {
    let id = call.token_id()?;
    let token = call.store.get(&id).ok_or_else(No::not_found)?;
    let no_file = || No(400, "File generation not supported.".to_owned());
    let kind = call.shared.kinds.get(&token.kind).ok_or_else(no_file)?;
    match artifacts::make(token, kind, call.base) {
        Ok(file) => Ok(Reply::File(file)),
        Err(NoFile::NotSupported) => Err(no_file()),
        Err(NoFile::Failed) => Err(No(500, "Could not make the file.".to_owned())),
    }
}

/// `canarytokens/delete`: all tokens of these custom domains.
pub(super) fn delete_by_domain(call: Call<'_>) -> Result<Reply<'_>, No> {
    let domains: Vec<&str> = call
        .required("domains")?
        .split(',')
        .map(str::trim)
        .filter(|domain| !domain.is_empty())
        .collect();
    if domains.is_empty() {
        return Err(No::parameters());
    }
    let of_these = |token: &&Token| {
        token
            .given
            .get("custom_domain")
            .is_some_and(|domain| domains.contains(&domain.as_str()))
    };
    let ids: Vec<String> = call
        .store
        .tokens
        .values()
        .filter(of_these)
        .map(|token| token.id.clone())
        .collect();
    let clear = call.optional("clear_incidents").is_some_and(truthy);
    for id in &ids {
        if let Some(token) = call.store.remove(id) {
            call.did.cleared_incidents += if clear { token.triggered } else { 0 };
        }
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    call.did.deleted.extend(ids);
    Ok(Reply::Json(vec![("deleted_count".into(), Node::Int(count))]))
}
