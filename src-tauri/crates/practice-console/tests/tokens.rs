//! Endpoints about one Canarytoken: creating, changing, deleting.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use practice_console::NewToken;
use serde_json::{Value, json};
use support::{empty, refused, text};

#[tokio::test]
async fn a_created_token_has_every_field_of_the_documentation_in_its_type() {
    let fixture = empty().await;
    let token = fixture.create("http", &[]).await;
    let id = text(&token, "canarytoken");
    assert!(
        id.len() == 25 && id.chars().all(|c| c.is_ascii_digit() || c.is_ascii_lowercase()),
        "{id}"
    );
    let created = text(&token, "created");
    let (seconds, fraction) = created.split_once('.').unwrap();
    assert!(
        seconds.parse::<u64>().unwrap() > 1_700_000_000 && fraction.len() == 6,
        "{created}"
    );
    assert!(text(&token, "created_printable").ends_with(" (UTC)"));
    assert_eq!(
        (&token["enabled"], &token["browser_scanner_enabled"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(
        (&token["triggered_count"], text(&token, "flock_id")),
        (&json!(0), "flock:default")
    );
    assert!(token["updated_id"].is_i64());
    for name in ["hostname", "url", "key", "kind", "memo"] {
        assert!(!text(&token, name).is_empty());
    }
    let (_, fetched) = fixture.get("canarytoken/fetch", &[("canarytoken", id)]).await;
    assert_eq!(fetched, json!({"result": "success", "token": token}));
}

#[tokio::test]
async fn create_refuses_a_bad_memo_an_unknown_kind_and_an_unknown_flock() {
    let fixture = empty().await;
    let create = async |form: &[(&str, &str)]| fixture.post("canarytoken/create", form).await;
    let long = "é".repeat(10_001);
    let cases: [(&[(&str, &str)], &str); 6] = [
        (&[("kind", "http")], "Empty memo"),
        (&[("kind", "http"), ("memo", "")], "Empty memo"),
        (&[("memo", "a")], "Supplied kind is not valid."),
        (&[("memo", "a"), ("kind", "gmail")], "Supplied kind is not valid."),
        (&[("kind", "http"), ("memo", &long)], "Could not process the parameters"),
        (
            &[("kind", "http"), ("memo", "a"), ("flock_id", "flock:x")],
            "Flock does not exist.",
        ),
    ];
    for (form, message) in cases {
        refused(&create(form).await, 400, message);
    }
    assert_eq!(create(&[("kind", "http"), ("memo", &long[2..])]).await.0, 200);
    assert_eq!(fixture.console.ledger().created().len(), 1);
}

#[tokio::test]
async fn create_refuses_what_a_kind_cannot_be_made_from() {
    let fixture = empty().await;
    let labels = "Could not process the parameters. cloned_web is invalid, not enough domain labels";
    let any = "Could not process the parameters";
    let bucket = ("s3_source_bucket", "abc");
    for (kind, more, message) in [
        ("cloned-web", vec![("cloned_web", "intranet")], labels),
        ("cloned-web", vec![], any),
        ("cloned-web", vec![("cloned_web", "https://example.com/")], any),
        ("fast-redirect", vec![], any),
        (
            "slow-redirect",
            vec![("browser_redirect_url", "ftp://example.com")],
            any,
        ),
        ("aws-s3", vec![bucket], any),
        (
            "aws-s3",
            vec![("s3_source_bucket", "Bad_Name"), ("s3_log_bucket", "logs")],
            any,
        ),
        (
            "aws-s3",
            vec![bucket, ("s3_log_bucket", "abd"), ("aws_access_key", "AKIA")],
            any,
        ),
        ("aws-id", vec![("expiry", "soon")], any),
        ("web-image", vec![], any),
        ("http", vec![("custom_domain", "not-linked.example")], any),
    ] {
        let form = [vec![("memo", "a"), ("kind", kind)], more].concat();
        refused(&fixture.post("canarytoken/create", &form).await, 400, message);
    }
    for (kind, content) in [("image/jpeg", support::PNG), ("image/gif", b"GIF89a")] {
        refused(&fixture.create_image(kind, content).await, 400, any);
    }
    assert_eq!(fixture.console.ledger().created().len(), 0);
}

#[tokio::test]
async fn create_refuses_a_memo_that_is_not_text() {
    let fixture = empty().await;
    let garbled = fixture
        .http
        .post(fixture.address("canarytoken/create"))
        .header("X-Canary-Auth-Token", fixture.console.key())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body("kind=http&memo=%ff%fe");
    refused(
        &support::json(garbled.send().await.unwrap()).await,
        400,
        "Could not decode the memo",
    );
}

#[tokio::test]
async fn creating_again_is_skipped_only_where_asked_for() {
    let fixture = empty().await;
    let first = fixture.create("dns", &[]).await;
    let second = fixture.create("dns", &[("skip_create_if_exists", "true")]).await;
    let third = fixture.create("dns", &[]).await;
    assert_eq!(first["canarytoken"], second["canarytoken"]);
    assert_ne!(first["canarytoken"], third["canarytoken"]);
    assert_eq!(fixture.console.ledger().created().len(), 2);
}

#[tokio::test]
async fn a_token_is_updated_turned_off_and_on_and_deleted_once() {
    let fixture = empty().await;
    let token = fixture.create("http", &[]).await;
    let id = text(&token, "canarytoken");
    let (_, updated) = fixture
        .post("canarytoken/update", &[("canarytoken", id), ("memo", "Moved")])
        .await;
    assert_eq!(text(&updated["token"], "memo"), "Moved");
    assert!(updated["token"]["updated_id"].as_i64() > token["updated_id"].as_i64());
    refused(
        &fixture.post("canarytoken/update", &[("canarytoken", id)]).await,
        400,
        "Empty memo",
    );
    assert_eq!(
        fixture.post("canarytoken/disable", &[("canarytoken", id)]).await,
        (200, json!({"result": "success"}))
    );
    assert_eq!(fixture.console.is_enabled(id), Some(false));
    assert_eq!(fixture.post("canarytoken/enable", &[("canarytoken", id)]).await.0, 200);
    assert_eq!(fixture.console.is_enabled(id), Some(true));
    assert_eq!(
        fixture.post("canarytoken/delete", &[("canarytoken", id)]).await,
        (200, json!({"result": "success"}))
    );
    for endpoint in ["delete", "enable", "disable", "update"] {
        let answer = fixture
            .post(
                &format!("canarytoken/{endpoint}"),
                &[("canarytoken", id), ("memo", "a")],
            )
            .await;
        refused(&answer, 404, "Could not find the Canarytoken");
    }
    refused(
        &fixture.get("canarytoken/fetch", &[("canarytoken", id)]).await,
        404,
        "Could not find the Canarytoken",
    );
    refused(
        &fixture.get("canarytoken/fetch", &[]).await,
        400,
        "Could not process the parameters",
    );
    let ledger = fixture.console.ledger();
    assert_eq!((ledger.deleted(), ledger.changed().len()), (vec![id.to_owned()], 3));
    assert_eq!(ledger.count("canarytoken/delete"), 1);
    assert_eq!(ledger.requests("canarytoken/delete").count(), 2);
}

#[tokio::test]
async fn alerts_go_with_a_token_only_when_asked() {
    let fixture = empty().await;
    let alerted = || NewToken {
        alerts: (3, 2),
        ..NewToken::default()
    };
    let (kept, cleared) = (
        fixture.console.add_token(alerted()),
        fixture.console.add_token(alerted()),
    );
    assert_eq!(
        fixture.post("canarytoken/delete", &[("canarytoken", &kept)]).await.0,
        200
    );
    assert_eq!(
        fixture
            .post(
                "canarytoken/delete",
                &[("canarytoken", &cleared), ("clear_incidents", "true")]
            )
            .await
            .0,
        200
    );
    let counts: Vec<u64> = fixture
        .console
        .ledger()
        .entries
        .iter()
        .map(|entry| entry.cleared_incidents)
        .collect();
    assert_eq!(counts, [0, 3]);
}

#[tokio::test]
async fn redirects_change_where_the_kind_has_one_and_go_where_they_are_optional() {
    let fixture = empty().await;
    let change = async |id: &str, to: &str| {
        fixture
            .post(
                "canarytoken/update/redirect_url",
                &[("canarytoken", id), ("redirect_url", to)],
            )
            .await
    };
    let fast = fixture.create_any("fast-redirect").await;
    let (_, answer) = change(text(&fast, "canarytoken"), "https://other.example/x").await;
    assert_eq!(
        text(&answer["token"], "browser_redirect_url"),
        "https://other.example/x"
    );
    refused(
        &change(text(&fast, "canarytoken"), "nowhere").await,
        400,
        "Could not process the parameters",
    );
    let remove = async |id: &str| {
        fixture
            .post("canarytoken/remove/redirect_url", &[("canarytoken", id)])
            .await
    };
    refused(
        &remove(text(&fast, "canarytoken")).await,
        400,
        "Could not process the parameters",
    );
    let code = fixture.create_any("qr-code").await;
    let (_, answer) = change(text(&code, "canarytoken"), "https://other.example/").await;
    assert_eq!(text(&answer["token"], "browser_redirect_url"), "https://other.example/");
    let (status, answer) = remove(text(&code, "canarytoken")).await;
    assert_eq!((status, &answer["token"]["browser_redirect_url"]), (200, &Value::Null));
    let dns = fixture.create_any("dns").await;
    refused(
        &change(text(&dns, "canarytoken"), "https://a.example").await,
        400,
        "Could not process the parameters",
    );
}

#[tokio::test]
async fn s3_is_removed_with_its_keys_and_buckets_only_with_their_name() {
    let fixture = empty().await;
    let token = fixture.create_any("aws-s3").await;
    let keys = [
        ("aws_access_key", "AKIASECRETMARK"),
        ("aws_secret_key", "verysecretmark"),
        ("aws_region", "eu-west-1"),
    ];
    let remove = async |more: &[(&str, &str)]| {
        let form = [&[("canarytoken", text(&token, "canarytoken"))], more].concat();
        fixture.post("canarytoken/remove/s3", &form).await
    };
    refused(&remove(&keys[..2]).await, 400, "Could not process the parameters");
    let buckets = [&keys[..], &[("delete_buckets", "true")]].concat();
    refused(&remove(&buckets).await, 400, "Could not process the parameters");
    let buckets = [&buckets[..], &[("s3_source_bucket", "old-archive")]].concat();
    assert_eq!(remove(&buckets).await, (200, json!({"result": "success"})));
    assert_eq!(remove(&keys).await.0, 200);
    let ledger = serde_json::to_string(&fixture.console.ledger()).unwrap().to_lowercase();
    assert!(!ledger.contains("secretmark") && ledger.contains("aws_secret_key"));
    let other = fixture.create_any("http").await;
    let form = [&[("canarytoken", text(&other, "canarytoken"))], &keys[..]].concat();
    refused(
        &fixture.post("canarytoken/remove/s3", &form).await,
        400,
        "Could not process the parameters",
    );
}
