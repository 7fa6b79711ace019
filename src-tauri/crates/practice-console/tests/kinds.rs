//! Every kind: created, fetched, listed, searched, updated, turned off and on, downloaded, deleted.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use practice_console::Settings;
use serde_json::Value;
use support::{SEED_KINDS, empty, start, text};

/// Kinds of the seed with a file, and the first bytes of it.
const FILES: [(&str, &[u8]); 8] = [
    ("doc-msword", b"PK\x03\x04"),
    ("windows-dir", b"PK\x03\x04"),
    ("aws-s3", b"#!/bin/sh\n"),
    ("pdf-acrobat-reader", b"%PDF-1."),
    ("msword-macro", b"PK\x03\x04"),
    ("msexcel-macro", b"PK\x03\x04"),
    ("aws-id", b"[default]\naws_access_key_id = AKIA"),
    ("qr-code", b"\x89PNG\r\n\x1a\n"),
];

#[test]
fn every_file_of_a_kind_can_be_read() {
    assert_eq!(practice_console::broken_kinds(), Vec::<String>::new());
}

#[tokio::test]
async fn the_list_of_kinds_is_an_object_of_the_consoles_own_names() {
    let fixture = empty().await;
    let (_, list) = fixture.get("canarytokens/list", &[]).await;
    for kind in SEED_KINDS {
        assert!(list["canarytokens"][kind].is_string(), "{kind} is missing");
    }
    let named = |kind: &str| list["canarytokens"][kind].as_str().unwrap();
    assert_eq!(
        (named("http"), named("apeeper"), named("web-image")),
        ("Web Bug", "EC2 Meta-data Service", "Custom Web Image")
    );
    let few = start(Settings {
        kinds: Some(vec!["http".into(), "dns".into()]),
        ..Settings::default()
    })
    .await;
    let (_, list) = few.get("canarytokens/list", &[]).await;
    assert_eq!(list["canarytokens"].as_object().unwrap().len(), 2);
    let (status, _) = few.post("canarytoken/create", &[("memo", "a"), ("kind", "svn")]).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn every_kind_of_the_seed_goes_through_its_whole_life() {
    for kind in SEED_KINDS {
        let fixture = empty().await;
        let token = fixture.create_any(kind).await;
        let id = text(&token, "canarytoken");
        let one = [("canarytoken", id)];
        assert_eq!(text(&token, "kind"), kind);
        let (_, fetched) = fixture.get("canarytoken/fetch", &one).await;
        assert_eq!(fetched["token"], token, "{kind}");
        for (endpoint, query) in [
            ("canarytokens/paginate", vec![("limit", "5")]),
            ("canarytokens/search", vec![("kind", kind), ("active", "true")]),
        ] {
            let (_, page) = fixture.get(endpoint, &query).await;
            assert_eq!(text(&page["canarytokens"][0], "canarytoken"), id, "{endpoint} {kind}");
        }
        let (_, all) = fixture
            .get("canarytokens/fetch", &[("include_endpoints", "true")])
            .await;
        assert_eq!(text(&all["tokens"][0], "canarytoken"), id);
        let (_, updated) = fixture
            .post("canarytoken/update", &[("canarytoken", id), ("memo", "Elsewhere")])
            .await;
        assert_eq!(text(&updated["token"], "memo"), "Elsewhere");
        assert_eq!(fixture.post("canarytoken/disable", &one).await.0, 200);
        assert_eq!(fixture.post("canarytoken/enable", &one).await.0, 200);
        let file = fixture.send_get("canarytoken/download", &one).await.unwrap();
        match FILES.iter().find(|(with_file, _)| *with_file == kind) {
            Some((_, start)) => {
                let bytes = file.bytes().await.unwrap();
                assert!(bytes.starts_with(start), "{kind}: {:?}", &bytes[..bytes.len().min(40)]);
            }
            None => {
                let (status, answer) = support::json(file).await;
                assert_eq!(
                    (status, text(&answer, "message")),
                    (400, "File generation not supported."),
                    "{kind}"
                );
            }
        }
        let clear = [("canarytoken", id), ("clear_incidents", "true")];
        assert_eq!(fixture.post("canarytoken/delete", &clear).await.0, 200);
        assert_eq!(fixture.get("canarytoken/fetch", &one).await.0, 404);
    }
}

#[tokio::test]
async fn kinds_answer_with_what_their_file_says() {
    let fixture = empty().await;
    let aws = fixture.create_any("aws-id").await;
    assert!(text(&aws, "access_key_id").starts_with("AKIA") && text(&aws, "access_key_id").len() == 20);
    assert_eq!(text(&aws, "secret_access_key").len(), 40);
    let render = text(&aws["renders"], "aws-id");
    assert!(render.starts_with("\n  ") && render.contains(text(&aws, "access_key_id")));
    let cloned = fixture.create_any("cloned-web").await;
    assert_eq!(text(&cloned, "cloned_web"), "login.example.com");
    let script = text(&cloned["renders"], "cloned-web");
    assert!(
        script.contains("<script>") && script.contains("login.example.com") && script.contains(text(&cloned, "url"))
    );
    let code = fixture.create_any("qr-code").await;
    assert!(text(&code, "qr_code").starts_with("data:image/png;base64,iVBORw0KGgo"));
    let image = fixture.create_any("web-image").await;
    assert_eq!(text(&image, "web_image_name"), "logo.png");
    assert!(text(&image, "web_image").starts_with("data:image/png;base64,iVBORw0KGgo"));
    let fast = fixture.create_any("fast-redirect").await;
    assert_eq!(text(&fast, "browser_redirect_url"), "https://example.com/");
    let bucket = fixture.create_any("aws-s3").await;
    assert_eq!(text(&bucket, "s3_source_bucket"), "old-archive");
    let http = fixture.create("http", &[("browser_scanner_enabled", "false")]).await;
    assert_eq!(http["browser_scanner_enabled"], false);
    assert!(text(&fixture.create_any("svn").await["renders"], "svn").starts_with("svn propset"));
    assert!(text(&fixture.create_any("sql").await["renders"], "sql").contains("CREATE VIEW"));
    let (_, page) = fixture.get("canarytokens/paginate", &[("limit", "50")]).await;
    for line in page["canarytokens"].as_array().unwrap() {
        assert_eq!(
            (&line["renders"], &line["qr_code"], &line["web_image"]),
            (&Value::Null, &Value::Null, &Value::Null)
        );
    }
}

#[tokio::test]
async fn secrets_of_a_create_are_neither_kept_nor_shown() {
    let fixture = empty().await;
    let more = [
        ("s3_source_bucket", "abc"),
        ("s3_log_bucket", "abd"),
        ("aws_access_key", "AKIASECRETMARK"),
        ("aws_secret_key", "secretmark"),
        ("aws_session_token", "secretmark"),
        ("aws_region", "eu-west-1"),
    ];
    let token = fixture.create("aws-s3", &more).await;
    let (_, all) = fixture.get("canarytokens/fetch", &[]).await;
    let shown = format!(
        "{token}{all}{}",
        serde_json::to_string(&fixture.console.ledger()).unwrap()
    )
    .to_lowercase();
    assert!(!shown.contains("secretmark"));
}

#[tokio::test]
async fn every_offered_kind_that_needs_no_file_can_be_created_or_says_no_in_an_envelope() {
    let fixture = empty().await;
    let (_, list) = fixture.get("canarytokens/list", &[]).await;
    for kind in list["canarytokens"].as_object().unwrap().keys() {
        let form = [
            ("memo", "a"),
            ("kind", kind),
            ("cloned_web", "a.example"),
            ("expected_referrer", "a.example"),
            ("browser_redirect_url", "https://a.example/"),
            ("s3_source_bucket", "abc"),
            ("s3_log_bucket", "abd"),
            ("process_name", "whoami.exe"),
            ("tokened_usernames", "old.admin"),
            ("azure_id_cert_file_name", "prod.pem"),
            ("idp_app_type", "aws"),
            ("pwa_app_name", "Bank"),
            ("pwa_icon", "boa"),
            ("google_share_email_addr", "a@example.com"),
        ];
        let (status, answer) = fixture.post("canarytoken/create", &form).await;
        match status {
            200 => {
                let id = text(&answer["canarytoken"], "canarytoken");
                let file = fixture
                    .send_get("canarytoken/download", &[("canarytoken", id)])
                    .await
                    .unwrap();
                assert!(matches!(file.status().as_u16(), 200 | 400), "{kind}");
            }
            400 => assert!(
                ["Supplied kind is not valid.", "Could not process the parameters"].contains(&text(&answer, "message"))
            ),
            other => panic!("{kind}: {other}"),
        }
    }
}

#[tokio::test]
async fn kinds_of_a_folder_are_offered_beside_the_others_and_a_broken_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let door = "kind = 'door'\nconsole_name = 'Door'\n[[field]]\nname = 'floor'\ntype = 'text'\nrequired = true\n\
                [artifact]\nextension = 'txt'\n[practice]\nanswers = ['floor']\n";
    std::fs::write(folder.path().join("door.toml"), door).unwrap();
    let settings = Settings {
        more_kinds: Some(folder.path().to_owned()),
        ..Settings::default()
    };
    let fixture = start(settings.clone()).await;
    let (_, list) = fixture.get("canarytokens/list", &[]).await;
    assert_eq!(
        (text(&list["canarytokens"], "door"), text(&list["canarytokens"], "http")),
        ("Door", "Web Bug")
    );
    let (status, _) = fixture
        .post("canarytoken/create", &[("memo", "a"), ("kind", "door")])
        .await;
    assert_eq!(status, 400);
    let token = fixture.create("door", &[("floor", "3")]).await;
    assert_eq!(text(&token, "floor"), "3");
    let (name, bytes) = fixture.download(text(&token, "canarytoken")).await;
    assert!(name.ends_with(".txt") && !bytes.is_empty());

    std::fs::write(folder.path().join("window.toml"), "kind = ").unwrap();
    let error = practice_console::Console::start(settings)
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains("window.toml"), "{error}");
}
