//! Answers that no healthy Console gives: the program stays usable, and nothing false is saved.

use nestbox::app::operations::Reporter;
use nestbox::app::session::Session;
use nestbox::app::tokens::{Column, Filter, Phase, Sort};
use nestbox::wire::ErrorCode;
use serde_json::{Value, json};
use std::fs;
use std::sync::{Arc, Mutex};
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::{House, failure, to, within_limit};

const DOWNLOAD: &str = "/api/v1/canarytoken/download";

/// A program connected to a server that gives everybody the same answer, with these Canarytokens in it.
async fn connected(tokens: Value) -> (House, MockServer, Arc<Session>) {
    let server = MockServer::start().await;
    let answer =
        json!({"result": "success", "canarytokens": tokens, "cursor": null, "page_total": "1", "flocks": ["odd"]});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .with_priority(9)
        .mount(&server)
        .await;
    let house = House::new();
    let session = house.app.connect(to(&server.uri(), "0123456789abcdef")).await.unwrap();
    (house, server, session)
}

#[test]
fn fields_of_any_type_break_neither_the_list_nor_the_panel() {
    let odd = [
        json!(null),
        json!(7),
        json!(-1.5e300),
        json!(true),
        json!(""),
        json!("text"),
        json!([1]),
        json!({"a": {"b": 1}}),
    ];
    let names = [
        "kind",
        "memo",
        "flock_id",
        "enabled",
        "created",
        "created_printable",
        "hostname",
        "url",
        "key",
        "triggered_count",
        "unacked_alert_count",
        "updated_id",
        "node_id",
        "renders",
        "browser_scanner_enabled",
        "factory_auth",
        "doc_name",
        "never_heard_of",
    ];
    let kinds = ["http", "aws-s3", "qr-code", "apeeper", "toaster"];
    let mut tokens = Vec::new();
    for name in names {
        for value in &odd {
            let mut token =
                json!({"canarytoken": format!("id{}", tokens.len()), "kind": kinds[tokens.len() % kinds.len()]});
            token[name] = value.clone();
            tokens.push(token);
        }
    }
    let count = tokens.len();
    within_limit(async move {
        let (house, _server, session) = connected(Value::Array(tokens)).await;
        let status = house.app.refresh_tokens().await.unwrap();
        assert_eq!((status.phase, status.loaded), (Phase::Ready, count));
        for column in [
            Column::Kind,
            Column::Reminder,
            Column::Flock,
            Column::State,
            Column::Created,
            Column::Alerts,
        ] {
            let sort = Sort {
                column,
                descending: true,
            };
            let found = session.tokens.query(&Filter::default(), sort, 0, count);
            assert_eq!(found.rows.len(), count, "{column:?}");
            for row in found.rows {
                assert_eq!(house.app.token(&row.id).unwrap().row, row);
            }
        }
        let facets = session.tokens.with(|index| index.facets());
        assert_eq!(facets.enabled + facets.disabled, count);
    });
}

#[test]
fn a_reminder_of_a_million_letters_is_one_short_line_of_the_list_and_whole_in_the_panel() {
    let memo = format!("Shelf 9 {}ÄÖÜ end", "x\u{1F426}\n".repeat(350_000));
    assert!(memo.chars().count() > 1_000_000);
    within_limit(async move {
        let (house, _server, session) =
            connected(json!([{"canarytoken": "long", "kind": "http", "memo": memo.clone()}])).await;
        assert_eq!(house.app.refresh_tokens().await.unwrap().phase, Phase::Ready);
        let newest = Sort {
            column: Column::Reminder,
            descending: false,
        };
        for typed in ["shelf 9", "äöü"] {
            let filter = Filter {
                text: typed.into(),
                ..Filter::default()
            };
            let row = session.tokens.query(&filter, newest, 0, 1).rows.remove(0);
            assert!(row.memo.chars().count() <= 301 && !row.memo.contains('\n'), "{typed}");
        }
        assert_eq!(house.app.token("long").unwrap().memo, memo);
    });
}

#[test]
fn what_is_not_a_file_of_the_kind_is_never_saved_as_one() {
    within_limit(async {
        let (house, server, _session) =
            connected(json!([{"canarytoken": "word", "kind": "doc-msword", "memo": "Front desk"}])).await;
        house.app.refresh_tokens().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("Pay review.docx");
        fs::write(&target, "the old file").unwrap();
        let answer = Arc::new(Mutex::new(ResponseTemplate::new(200)));
        let now = answer.clone();
        Mock::given(path(DOWNLOAD))
            .respond_with(move |_: &wiremock::Request| now.lock().unwrap().clone())
            .mount(&server)
            .await;
        let page = "<!doctype html><title>Sign in to the guest network</title>";
        for (body, mime, wanted) in [
            (
                "just some words",
                "application/octet-stream",
                ErrorCode::DownloadWrongType,
            ),
            (
                "%PDF-1.7 not a Word file",
                "application/pdf",
                ErrorCode::DownloadWrongType,
            ),
            ("", "application/octet-stream", ErrorCode::DownloadWrongType),
            (page, "text/html", ErrorCode::DownloadWrongType),
            (page, "application/octet-stream", ErrorCode::DownloadWrongType),
            (
                r#"{"result":"error","message":"File generation not supported."}"#,
                "text/plain",
                ErrorCode::NoFile,
            ),
            (
                r#"{"result":"error","message":"Unauthorized"}"#,
                "application/json",
                ErrorCode::KeyRefused,
            ),
        ] {
            *answer.lock().unwrap() = ResponseTemplate::new(200).set_body_raw(body, mime);
            house.dialogs.answer(target.clone());
            let saved = house.app.save_artifact("word", None, Reporter::silent()).await;
            assert!(saved.is_err(), "{body}: {saved:?}");
            let told = format!("{saved:?}");
            assert_eq!(failure(saved), wanted, "{body} {mime}: {told}");
            assert_eq!(fs::read_to_string(&target).unwrap(), "the old file", "{body}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{body}: debris");
        }
        *answer.lock().unwrap() =
            ResponseTemplate::new(200).set_body_raw("PK\u{3}\u{4} and so on", "application/octet-stream");
        house.dialogs.answer(target.clone());
        assert!(
            house
                .app
                .save_artifact("word", None, Reporter::silent())
                .await
                .unwrap()
                .is_some()
        );
        assert!(fs::read(&target).unwrap().starts_with(b"PK"));
    });
}
