//! `canarytoken/create`, and the same for factories.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Call, No, Reply, rules};
use crate::kinds::Kind;
use crate::server::http::Request;
use crate::store::now;
use crate::token::{Token, View, truthy};

/// Kinds that understand `skip_create_if_exists`.
const SKIPPING: [&str; 7] = [
    "dns",
    "http",
    "aws-id",
    "azure-id",
    "slack-api",
    "mysql-dump",
    "wireguard",
];

pub(super) fn create(call: Call<'_>) -> Result<Reply<'_>, No> {
    let memo = rules::memo(call.request.parameter("memo"))?.to_owned();
    let kind = call
        .request
        .parameter("kind")
        .and_then(|kind| call.shared.kinds.creatable(kind));
    let kind = kind.ok_or_else(|| No(400, "Supplied kind is not valid.".to_owned()))?;
    let flock = choose_flock(&call)?;
    rules::check(kind, call.request)?;
    check_domain(&call)?;
    let shared = call.shared;
    let base = call.base;
    let twin = || {
        call.store
            .tokens
            .values()
            .find(|token| *token.kind == kind.kind && token.memo == memo && token.flock == flock)
    };
    let skips = call.optional("skip_create_if_exists").is_some_and(truthy) && SKIPPING.contains(&kind.kind.as_str());
    let id = match twin().filter(|_| skips) {
        Some(twin) => twin.id.clone(),
        None => {
            let id = call.store.new_id();
            let updated_id = call.store.next_update();
            call.store.add(Token {
                id: id.clone(),
                kind: Arc::from(kind.kind.as_str()),
                memo,
                flock,
                enabled: true,
                created: now(),
                triggered: 0,
                unacked: 0,
                updated_id,
                given: given(kind, call.request),
                files: call.request.files.clone(),
            });
            call.did.created.push(id.clone());
            id
        }
    };
    let store: &_ = call.store;
    let token = store
        .get(&id)
        .ok_or_else(|| No(500, "Could not save Canarydrop".to_owned()))?;
    Ok(Reply::Json(vec![(
        "canarytoken".into(),
        token.show(&shared.kinds, base, View::Whole),
    )]))
}

/// The flock asked for; a caller that is bound to one gets that one, or a refusal.
fn choose_flock(call: &Call<'_>) -> Result<Arc<str>, No> {
    let wanted = call.optional("flock_id");
    match &call.only_flock {
        Some(own) => {
            if wanted.is_some_and(|wanted| wanted != own) {
                return Err(No(
                    403,
                    "This key can only create Canarytokens in its own flock.".to_owned(),
                ));
            }
            call.store.flock(own).ok_or_else(No::flock)
        }
        None => match wanted {
            Some(wanted) => call.store.flock(wanted).ok_or_else(No::flock),
            None => Ok(call.store.default_flock()),
        },
    }
}

fn check_domain(call: &Call<'_>) -> Result<(), No> {
    match call.optional("custom_domain") {
        Some(domain)
            if !call
                .shared
                .settings
                .custom_domains
                .iter()
                .any(|linked| linked == domain) =>
        {
            Err(No::parameters())
        }
        _ => Ok(()),
    }
}

/// What is kept of the parameters: the kind's own fields, without secrets.
fn given(kind: &Kind, request: &Request) -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    let names = kind
        .fields
        .iter()
        .filter(|field| !field.local && field.kind != "secret" && field.kind != "file");
    for name in names.map(|field| field.name.as_str()).chain(["custom_domain"]) {
        if let Some(value) = request.parameter(name).filter(|value| !value.is_empty()) {
            kept.insert(name.to_owned(), value.to_owned());
        }
    }
    kept
}
