//! Endpoints about flocks.

use std::borrow::Cow;

use super::{Call, No, Reply};
use crate::json::Node;
use crate::token::truthy;

/// `flocks/list`: an object of ids and names.
pub(super) fn list(call: Call<'_>) -> Result<Reply<'_>, No> {
    let store: &_ = call.store;
    let flocks = store
        .flocks
        .iter()
        .map(|(id, name)| (Cow::from(&**id), Node::text(name.as_str())))
        .collect();
    Ok(Reply::Json(vec![("flocks".into(), Node::Object(flocks))]))
}

/// `flocks/summary`: an object of ids and figures.
pub(super) fn summary(call: Call<'_>) -> Result<Reply<'_>, No> {
    let store: &_ = call.store;
    let count = |number: usize| Node::Int(i64::try_from(number).unwrap_or(i64::MAX));
    let mut flocks = Vec::new();
    for (id, name) in &store.flocks {
        let of_it = || store.tokens.values().filter(|token| token.flock == *id);
        let (total, enabled) = (of_it().count(), of_it().filter(|token| token.enabled).count());
        let unread = of_it().map(|token| usize::try_from(token.unacked).unwrap_or(0)).sum();
        let figures = vec![
            ("name".into(), Node::text(name.as_str())),
            ("total_tokens".into(), count(total)),
            ("enabled_tokens".into(), count(enabled)),
            ("disabled_tokens".into(), count(total - enabled)),
            ("incident_count".into(), count(unread)),
        ];
        flocks.push((Cow::from(&**id), Node::Object(figures)));
    }
    Ok(Reply::Json(vec![("flocks_summary".into(), Node::Object(flocks))]))
}

/// `flock/move`: `node_id` is the token's `node_id` of a list, or its id.
pub(super) fn move_token(call: Call<'_>) -> Result<Reply<'_>, No> {
    let node = call.required("node_id")?;
    let flock = call
        .store
        .flock(call.required("dest_flock_id")?)
        .ok_or_else(No::flock)?;
    let clear = call.optional("clear_incidents").is_some_and(truthy);
    let found = match call.store.get(node) {
        Some(token) => Some(token.id.clone()),
        None => {
            let is_it = |token: &&crate::token::Token| token.derived("node", crate::token::HEX, 16) == node;
            call.store.tokens.values().find(is_it).map(|token| token.id.clone())
        }
    };
    let id = found.ok_or_else(No::not_found)?;
    let number = call.store.next_update();
    let token = call.store.get_mut(&id).ok_or_else(No::not_found)?;
    token.flock = flock;
    token.updated_id = number;
    if clear {
        call.did.cleared_incidents = std::mem::take(&mut token.unacked);
    }
    call.did.changed.push(id);
    Ok(Reply::Json(Vec::new()))
}
