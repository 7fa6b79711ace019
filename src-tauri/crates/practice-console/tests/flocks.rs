//! Endpoints about flocks, factories and domains.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use serde_json::json;
use support::{empty, refused, text, with_tokens};

#[tokio::test]
async fn flocks_are_objects_with_true_figures_and_tokens_move_between_them() {
    let fixture = with_tokens(200).await;
    let (_, flocks) = fixture.get("flocks/list", &[]).await;
    let flocks = flocks["flocks"].as_object().unwrap().clone();
    assert!((4..=6).contains(&flocks.len()) && flocks["flock:default"] == "Default Flock");
    let (_, summary) = fixture.get("flocks/summary", &[]).await;
    let summary = summary["flocks_summary"].as_object().unwrap();
    let sum = |name: &str| summary.values().map(|flock| flock[name].as_u64().unwrap()).sum::<u64>();
    assert_eq!(
        (sum("total_tokens"), sum("enabled_tokens") + sum("disabled_tokens")),
        (200, 200)
    );
    let (_, page) = fixture
        .get(
            "canarytokens/paginate",
            &[("flock_id", "flock:default"), ("limit", "1")],
        )
        .await;
    let token = &page["canarytokens"][0];
    let other = flocks.keys().find(|id| *id != "flock:default").unwrap();
    let form = [("node_id", text(token, "node_id")), ("dest_flock_id", other)];
    assert_eq!(fixture.post("flock/move", &form).await.0, 200);
    let (_, moved) = fixture
        .get("canarytoken/fetch", &[("canarytoken", text(token, "canarytoken"))])
        .await;
    assert_eq!(text(&moved["token"], "flock_id"), other);
    refused(
        &fixture
            .post("flock/move", &[("node_id", "x"), ("dest_flock_id", other)])
            .await,
        404,
        "Could not find the Canarytoken",
    );
}

#[tokio::test]
async fn factories_are_made_create_in_their_flock_without_the_key_and_go() {
    let fixture = empty().await;
    let (_, made) = fixture
        .post(
            "canarytoken/create_factory",
            &[("flock_id", "flock:default"), ("memo", "Laptops")],
        )
        .await;
    let auth = text(&made, "factory_auth").to_owned();
    assert!(text(&made, "factory_url").starts_with(&fixture.console.url()));
    let (_, list) = fixture.get("canarytoken/list_factories", &[]).await;
    assert_eq!(
        list["factories"],
        json!([{"factory_auth": auth, "flock_id": "flock:default", "memo": "Laptops"}])
    );
    let (_, kinds) = fixture.get("canarytokens/factory/list", &[]).await;
    assert_eq!(kinds["factory_canarytokens"]["http"], "Web Bug");
    let create = async |auth: &str| {
        let form = [("factory_auth", auth), ("memo", "By factory"), ("kind", "doc-msword")];
        support::json(
            fixture
                .http
                .post(fixture.address("canarytoken/factory/create"))
                .form(&form)
                .send()
                .await
                .unwrap(),
        )
        .await
    };
    let (status, created) = create(&auth).await;
    let id = text(&created["canarytoken"], "canarytoken");
    assert_eq!(
        (status, text(&created["canarytoken"], "flock_id")),
        (200, "flock:default")
    );
    let query = [("factory_auth", auth.as_str()), ("canarytoken", id)];
    let file = fixture
        .http
        .get(fixture.address("canarytoken/factory/download"))
        .query(&query)
        .send()
        .await
        .unwrap();
    assert!(file.bytes().await.unwrap().starts_with(b"PK"));
    assert_eq!(create("wrong").await.0, 401);
    let delete = fixture
        .http
        .delete(fixture.address("canarytoken/delete_factory"))
        .query(&[("factory_auth", &auth)]);
    let (status, gone) = support::json(
        delete
            .header("X-Canary-Auth-Token", fixture.console.key())
            .send()
            .await
            .unwrap(),
    )
    .await;
    assert_eq!((status, gone["msg"].is_string()), (200, true));
    assert_eq!(create(&auth).await.0, 401);
}

#[tokio::test]
async fn apeeper_factories_are_created_listed_and_deleted_by_their_hash() {
    let fixture = empty().await;
    let token = fixture.create_any("apeeper").await;
    let hash = text(&token, "factory_auth");
    assert!(text(&token, "factory_url").contains(hash) && text(&token["renders"], "apeeper").starts_with("#!/bin/sh"));
    refused(
        &fixture.post("apeeperfactory/delete", &[("hash", "0000")]).await,
        404,
        "Could not find the ApeeperFactory",
    );
    assert_eq!(
        fixture.post("apeeperfactory/delete", &[("hash", hash)]).await,
        (200, json!({"result": "success"}))
    );
    assert!(fixture.console.token_ids().is_empty());
    assert_eq!(fixture.console.ledger().deleted(), [text(&token, "canarytoken")]);
}

#[tokio::test]
async fn deleting_by_domain_takes_the_tokens_of_that_domain_only() {
    let fixture = empty().await;
    fixture.create("http", &[("custom_domain", "decoys.example.org")]).await;
    let other = fixture.create("http", &[]).await;
    let (_, answer) = fixture
        .post("canarytokens/delete", &[("domains", "decoys.example.org")])
        .await;
    assert_eq!(answer, json!({"deleted_count": 1, "result": "success"}));
    assert_eq!(fixture.console.token_ids(), [text(&other, "canarytoken")]);
}
