//! The Console as a whole: keys, roles, how it prints, its ledger, its port.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::time::{Duration, Instant};

use practice_console::{Auth, NewToken, Outcome, Role, Settings};
use serde_json::{Value, json};
use support::{empty, refused, start, text};

#[tokio::test]
async fn the_key_is_taken_from_header_query_form_and_multipart_and_wrong_ones_are_told_apart() {
    let fixture = empty().await;
    let key = fixture.console.key();
    let ping = fixture.address("ping");
    let send = async |request: reqwest::RequestBuilder| support::json(request.send().await.unwrap()).await;
    assert_eq!(
        send(fixture.http.get(&ping).header("X-Canary-Auth-Token", &key)).await,
        (200, json!({"result": "success"}))
    );
    assert_eq!(
        send(fixture.http.get(&ping).query(&[("auth_token", &key)])).await.0,
        200
    );
    let create = fixture.address("canarytoken/create");
    let form = [("auth_token", key.as_str()), ("memo", "a"), ("kind", "dns")];
    assert_eq!(send(fixture.http.post(&create).form(&form)).await.0, 200);
    assert_eq!(
        send(fixture.http.post(&create).query(&form[..1]).form(&form[1..]))
            .await
            .0,
        200
    );
    let parts = reqwest::multipart::Form::new()
        .text("auth_token", key.clone())
        .text("memo", "a")
        .text("kind", "dns");
    assert_eq!(send(fixture.http.post(&create).multipart(parts)).await.0, 200);
    refused(
        &send(fixture.http.get(&ping).header("X-Canary-Auth-Token", "no")).await,
        401,
        "Unauthorized",
    );
    refused(
        &send(fixture.http.get(&ping).query(&[("auth_token", "no")])).await,
        401,
        "Invalid auth_token",
    );
    refused(&send(fixture.http.get(&ping)).await, 401, "Invalid auth_token");
    let auths: Vec<Auth> = fixture
        .console
        .ledger()
        .entries
        .iter()
        .map(|entry| entry.auth)
        .collect();
    use Auth::{Header, None, Parameter};
    assert_eq!(
        auths,
        [
            Header, Parameter, Parameter, Parameter, Parameter, Header, Parameter, None
        ]
    );
}

#[tokio::test]
async fn json_is_printed_with_sorted_keys_two_spaces_and_ascii_only() {
    let fixture = empty().await;
    fixture.console.add_token(NewToken {
        memo: "Zoë\n".into(),
        ..NewToken::default()
    });
    let answer = fixture
        .send_get("canarytokens/paginate", &[])
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(
        answer.starts_with("{\n  \"canarytokens\": [\n    {\n      \"browser_scanner_enabled\": true,\n"),
        "{answer}"
    );
    assert!(answer.contains("\n      \"memo\": \"Zo\\u00eb\\n\",\n"), "{answer}");
    assert!(answer.is_ascii() && answer.ends_with("\n}\n"));
}

#[tokio::test]
async fn each_role_is_allowed_what_it_may_and_refused_before_parameters_are_looked_at() {
    let fixture = empty().await;
    let id = fixture.console.add_token(NewToken {
        kind: "doc-msword".into(),
        ..NewToken::default()
    });
    let elsewhere = fixture.console.add_token(NewToken {
        kind: "doc-msword".into(),
        flock_id: Some("flock:8b21f0c94d7e3a65".into()),
        ..NewToken::default()
    });
    let create: &[(&str, &str)] = &[("memo", "a"), ("kind", "http")];
    // ping, list, fetch, download, create, disable, delete without its parameter
    let allowed = async |role| {
        fixture.console.set_role(role);
        [
            fixture.get("ping", &[]).await.0,
            fixture.get("canarytokens/paginate", &[]).await.0,
            fixture.get("canarytoken/fetch", &[("canarytoken", &id)]).await.0,
            fixture
                .send_get("canarytoken/download", &[("canarytoken", &id)])
                .await
                .unwrap()
                .status()
                .as_u16(),
            fixture.post("canarytoken/create", create).await.0,
            fixture.post("canarytoken/disable", &[("canarytoken", &id)]).await.0,
            fixture.post("canarytoken/delete", &[]).await.0,
        ]
    };
    assert_eq!(allowed(Role::Admin).await, [200, 200, 200, 200, 200, 200, 400]);
    assert_eq!(allowed(Role::Analyst).await, [200, 200, 200, 200, 403, 403, 403]);
    assert_eq!(allowed(Role::ReadOnly).await, [200, 200, 200, 200, 403, 403, 403]);
    assert_eq!(allowed(Role::Deploy).await, [200, 403, 403, 200, 200, 403, 403]);
    let answer = fixture
        .post(
            "canarytoken/create",
            &[&[("flock_id", "flock:8b21f0c94d7e3a65")], create].concat(),
        )
        .await;
    refused(&answer, 403, "This key can only create Canarytokens in its own flock.");
    refused(
        &fixture
            .get("canarytoken/download", &[("canarytoken", &elsewhere)])
            .await,
        404,
        "Could not find the Canarytoken",
    );
    let answer = fixture.post("canarytoken/delete", &[]).await;
    refused(
        &answer,
        403,
        "This API key has the role Canarytoken Deploy, which does not allow this.",
    );
}

#[tokio::test]
async fn errors_can_all_come_with_status_200_and_unknown_addresses_are_pages() {
    let fixture = start(Settings {
        errors_with_status_200: true,
        ..Settings::default()
    })
    .await;
    refused(
        &fixture.get("canarytoken/fetch", &[("canarytoken", "x")]).await,
        200,
        "Could not find the Canarytoken",
    );
    for (endpoint, status) in [("canarytoken/nothing", 404), ("canarytoken/delete", 405)] {
        let answer = fixture.send_get(endpoint, &[]).await.unwrap();
        assert_eq!(
            (
                answer.status().as_u16(),
                answer.headers()["content-type"].to_str().unwrap()
            ),
            (status, "text/html; charset=utf-8")
        );
    }
    assert_eq!(fixture.console.ledger().entries.len(), 1);
}

#[tokio::test]
async fn the_ledger_tells_order_outcome_and_how_many_came_at_once() {
    let fixture = start(Settings {
        latency: Duration::from_millis(150),
        ..Settings::default()
    })
    .await;
    let started = Instant::now();
    let results = futures_util::future::join_all((0..5).map(|_| fixture.get("ping", &[]))).await;
    assert!(results.iter().all(|answer| answer.0 == 200) && started.elapsed() >= Duration::from_millis(150));
    fixture.get("canarytoken/fetch", &[("canarytoken", "x")]).await;
    let ledger = fixture.console.ledger();
    assert_eq!(ledger.most_at_once, 5);
    let orders: Vec<u64> = ledger.entries.iter().map(|entry| entry.order).collect();
    assert_eq!(orders, [1, 2, 3, 4, 5, 6]);
    assert_eq!(
        (ledger.entries[0].outcome, ledger.entries[5].outcome),
        (Outcome::CarriedOut, Outcome::Refused)
    );
    assert_eq!(ledger.entries[5].parameters, ["canarytoken"]);
    let over_http: Value = fixture
        .http
        .get(fixture.console.url() + "/practice/ledger")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(over_http, serde_json::to_value(&ledger).unwrap());
}

#[tokio::test]
async fn a_dropped_console_frees_its_port_at_once() {
    let fixture = empty().await;
    let url = fixture.console.url();
    let port = url.rsplit(':').next().unwrap().parse().unwrap();
    fixture.get("ping", &[]).await;
    drop(fixture.console);
    assert!(fixture.http.get(format!("{url}/api/v1/ping")).send().await.is_err());
    let again = start(Settings {
        port,
        ..Settings::default()
    })
    .await;
    assert_eq!(again.console.url(), url);
}

#[tokio::test]
async fn opening_a_tokens_link_counts_as_an_alert_unless_it_is_off() {
    let fixture = empty().await;
    let token = fixture.create("http", &[]).await;
    let id = text(&token, "canarytoken");
    assert_eq!(
        fixture.http.get(text(&token, "url")).send().await.unwrap().status(),
        200
    );
    fixture.post("canarytoken/disable", &[("canarytoken", id)]).await;
    assert_eq!(
        fixture.http.get(text(&token, "url")).send().await.unwrap().status(),
        200
    );
    let (_, fetched) = fixture.get("canarytoken/fetch", &[("canarytoken", id)]).await;
    assert_eq!(
        (
            fetched["token"]["triggered_count"].as_u64(),
            fixture.console.ledger().opened.len()
        ),
        (Some(1), 1)
    );
}
