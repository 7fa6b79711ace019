//! Endpoints about factories.

use std::borrow::Cow;

use super::{Call, No, Reply};
use crate::json::Node;
use crate::store::Factory;

/// `canarytokens/factory/list`: the kinds a factory can create; those that need no file.
pub(super) fn kinds(call: Call<'_>) -> Result<Reply<'_>, No> {
    let by_factory = |kind: &&crate::kinds::Kind| {
        kind.elsewhere.is_none()
            && kind.kind != "apeeper"
            && !kind.fields.iter().any(|field| field.kind == "file" && field.required)
    };
    let kinds = call.shared.kinds.offered().filter(by_factory);
    let pairs = kinds
        .map(|kind| (Cow::from(kind.kind.as_str()), Node::text(kind.console_name.as_str())))
        .collect();
    Ok(Reply::Json(vec![("factory_canarytokens".into(), Node::Object(pairs))]))
}

/// `canarytoken/create_factory`
pub(super) fn create(call: Call<'_>) -> Result<Reply<'_>, No> {
    let flock = call.store.flock(call.required("flock_id")?).ok_or_else(No::flock)?;
    let memo = super::rules::memo(call.request.parameter("memo"))?.to_owned();
    let auth = call.store.new_hash();
    call.store.factories.push(Factory {
        auth: auth.clone(),
        flock,
        memo,
    });
    call.did.created.push(auth.clone());
    let url = format!("{}/practice/factory/{auth}", call.base);
    Ok(Reply::Json(vec![
        ("factory_auth".into(), Node::text(auth)),
        ("factory_url".into(), Node::text(url)),
    ]))
}

/// `canarytoken/list_factories`
pub(super) fn list(call: Call<'_>) -> Result<Reply<'_>, No> {
    let store: &_ = call.store;
    let factories = store.factories.iter().map(|factory| {
        Node::Object(vec![
            ("factory_auth".into(), Node::text(factory.auth.as_str())),
            ("flock_id".into(), Node::text(&*factory.flock)),
            ("memo".into(), Node::text(factory.memo.as_str())),
        ])
    });
    Ok(Reply::Json(vec![("factories".into(), Node::List(factories.collect()))]))
}

/// `canarytoken/delete_factory`, the one endpoint with the method DELETE.
pub(super) fn delete(call: Call<'_>) -> Result<Reply<'_>, No> {
    let auth = call.required("factory_auth")?;
    let before = call.store.factories.len();
    call.store.factories.retain(|factory| factory.auth != auth);
    if call.store.factories.len() == before {
        return Err(No(404, "Could not find the factory".to_owned()));
    }
    call.did.deleted.push(auth.to_owned());
    Ok(Reply::Json(vec![("msg".into(), Node::text("Factory deleted"))]))
}

/// `apeeperfactory/delete`: by the hash that an Apeeper token shows as `factory_auth`.
pub(super) fn delete_apeeper(call: Call<'_>) -> Result<Reply<'_>, No> {
    let hash = call.required("hash")?;
    let is_it = |token: &&crate::token::Token| &*token.kind == "apeeper" && token.factory_hash() == hash;
    let id = call.store.tokens.values().find(is_it).map(|token| token.id.clone());
    let id = id.ok_or_else(|| No(404, "Could not find the ApeeperFactory".to_owned()))?;
    call.store.remove(&id);
    call.did.deleted.push(id);
    Ok(Reply::Json(Vec::new()))
}
