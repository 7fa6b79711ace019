//! Every fault, seen from a client and from the ledger.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use practice_console::{Console, Fault, FaultKind, NewToken, Outcome, Settings};
use serde_json::Value;
use support::{Fixture, empty, text, with_tokens};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const CREATE: [(&str, &str); 2] = [("memo", "a"), ("kind", "dns")];

/// Sends one ping by hand and reads until the end; answers what came, and how it ended.
async fn ping(console: &Console) -> (String, std::io::Result<()>) {
    let talk = async {
        let mut stream = TcpStream::connect(console.url().replace("http://", "")).await?;
        let request = format!(
            "GET /api/v1/ping?auth_token={} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            console.key()
        );
        stream.write_all(request.as_bytes()).await?;
        Ok::<TcpStream, std::io::Error>(stream)
    };
    let mut stream = match talk.await {
        Ok(stream) => stream,
        Err(error) => return (String::new(), Err(error)),
    };
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut bytes))
        .await
        .expect("the answer never ends");
    (String::from_utf8_lossy(&bytes).into_owned(), read.map(drop))
}

fn outcomes(fixture: &Fixture) -> Vec<Outcome> {
    fixture
        .console
        .ledger()
        .entries
        .iter()
        .map(|entry| entry.outcome)
        .collect()
}

#[tokio::test]
async fn a_refused_port_is_closed_until_faults_are_set_anew() {
    let fixture = empty().await;
    assert_eq!(fixture.get("ping", &[]).await.0, 200);
    fixture
        .console
        .set_faults([Fault::new(FaultKind::Refuse { for_ms: None })]);
    let (_, error) = ping(&fixture.console).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::ConnectionRefused);
    // The client's open connection is gone as well.
    assert!(fixture.send_get("ping", &[]).await.is_err());
    fixture.console.set_faults([]);
    assert_eq!(fixture.get("ping", &[]).await.0, 200);
    assert_eq!(fixture.console.ledger().entries.len(), 2);
}

#[tokio::test]
async fn a_refusal_with_a_time_ends_by_itself() {
    let fixture = empty().await;
    let started = Instant::now();
    fixture
        .console
        .set_faults([Fault::new(FaultKind::Refuse { for_ms: Some(200) })]);
    assert!(ping(&fixture.console).await.1.is_err());
    while ping(&fixture.console).await.1.is_err() {
        assert!(started.elapsed() < Duration::from_secs(10), "the port stays closed");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(started.elapsed() >= Duration::from_millis(190));
}

#[tokio::test]
async fn a_refusal_of_an_endpoint_begins_with_its_first_request() {
    let fixture = empty().await;
    fixture
        .console
        .set_faults([Fault::new(FaultKind::Refuse { for_ms: None })
            .at("canarytoken/create")
            .times(1)]);
    assert_eq!(fixture.get("ping", &[]).await.0, 200);
    assert!(fixture.send_post("canarytoken/create", &CREATE).await.is_err());
    assert_eq!(
        ping(&fixture.console).await.1.unwrap_err().kind(),
        ErrorKind::ConnectionRefused
    );
    assert!(fixture.console.token_ids().is_empty());
}

#[tokio::test]
async fn a_reset_before_does_nothing_and_a_reset_after_has_done_it() {
    let fixture = empty().await;
    fixture
        .console
        .set_faults([Fault::new(FaultKind::ResetBefore).times(1)]);
    assert!(fixture.send_post("canarytoken/create", &CREATE).await.is_err());
    assert!(fixture.console.token_ids().is_empty());
    fixture
        .console
        .set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1)]);
    assert!(fixture.send_post("canarytoken/create", &CREATE).await.is_err());
    assert_eq!(fixture.console.token_ids(), fixture.console.ledger().created());
    assert_eq!(outcomes(&fixture), [Outcome::Prevented, Outcome::CarriedOut]);
    let faults: Vec<Option<String>> = fixture
        .console
        .ledger()
        .entries
        .iter()
        .map(|entry| entry.fault.clone())
        .collect();
    assert_eq!(
        faults,
        [Some("reset-before".to_owned()), Some("reset-after".to_owned())]
    );
}

#[tokio::test]
async fn resets_are_resets_on_the_wire() {
    let fixture = empty().await;
    for kind in [FaultKind::ResetBefore, FaultKind::ResetAfter] {
        fixture.console.set_faults([Fault::new(kind)]);
        let (answer, end) = ping(&fixture.console).await;
        assert_eq!(
            (answer.as_str(), end.unwrap_err().kind()),
            ("", ErrorKind::ConnectionReset)
        );
    }
}

#[tokio::test]
async fn a_truncated_body_ends_before_its_announced_length() {
    let fixture = empty().await;
    fixture.console.set_faults([Fault::new(FaultKind::Truncated)]);
    let (answer, end) = ping(&fixture.console).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(
        head.contains("Content-Length: 26") && body.len() == 13 && end.is_ok(),
        "{answer}"
    );
    assert!(fixture.send_get("ping", &[]).await.unwrap().bytes().await.is_err());
}

#[tokio::test]
async fn a_wrong_length_is_too_small_or_too_large() {
    let fixture = empty().await;
    fixture
        .console
        .set_faults([Fault::new(FaultKind::WrongLength { by: -7 })]);
    let cut = fixture.send_get("ping", &[]).await.unwrap().text().await.unwrap();
    assert_eq!(cut, "{\n  \"result\": \"succ");
    fixture
        .console
        .set_faults([Fault::new(FaultKind::WrongLength { by: 5 })]);
    let (answer, _) = ping(&fixture.console).await;
    assert!(
        answer.contains("Content-Length: 31") && answer.ends_with("\"success\"\n}\n"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_drip_is_slow_and_complete_and_a_stall_never_ends() {
    let fixture = empty().await;
    fixture.console.set_faults([Fault::new(FaultKind::Drip {
        bytes: 40,
        every_ms: 30,
    })]);
    let started = Instant::now();
    assert_eq!(fixture.get("ping", &[]).await.0, 200);
    assert!(
        started.elapsed() >= Duration::from_millis(90),
        "{:?}",
        started.elapsed()
    );
    for bytes in [0, 20] {
        fixture.console.set_faults([Fault::new(FaultKind::Stall { bytes })]);
        let request = fixture
            .http
            .get(fixture.address("ping"))
            .query(&[("auth_token", fixture.console.key())]);
        let error = request.timeout(Duration::from_millis(300)).send().await.unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
    }
    assert_eq!(fixture.console.ledger().count("ping"), 3);
}

#[tokio::test]
async fn too_many_comes_with_and_without_retry_after() {
    let fixture = empty().await;
    let rules = [
        Fault::new(FaultKind::TooMany { retry_after: Some(3) }).times(1),
        Fault::new(FaultKind::TooMany { retry_after: None }).times(1),
        Fault::new(FaultKind::Status {
            code: 503,
            retry_after: Some(1),
        })
        .times(1),
    ];
    fixture.console.set_faults(rules);
    let mut seen = Vec::new();
    for _ in 0..4 {
        let answer = fixture.send_post("canarytoken/create", &CREATE).await.unwrap();
        let retry = answer
            .headers()
            .get("retry-after")
            .map(|value| value.to_str().unwrap().to_owned());
        seen.push((answer.status().as_u16(), retry));
    }
    assert_eq!(
        seen,
        [
            (429, Some("3".to_owned())),
            (429, None),
            (503, Some("1".to_owned())),
            (200, None)
        ]
    );
    assert_eq!(fixture.console.token_ids().len(), 1);
}

#[tokio::test]
async fn a_bad_gateway_is_a_page_and_an_error_says_what_it_was_told_to() {
    let fixture = empty().await;
    fixture
        .console
        .set_faults([Fault::new(FaultKind::BadGateway).carried_out(true)]);
    let answer = fixture.send_post("canarytoken/create", &CREATE).await.unwrap();
    assert_eq!(answer.status(), 502);
    assert!(answer.text().await.unwrap().contains("<h1>502 Bad Gateway</h1>"));
    assert_eq!(fixture.console.token_ids().len(), 1);
    let message = "Ünknown \"thing\"".to_owned();
    fixture.console.set_faults([Fault::new(FaultKind::Error {
        message: message.clone(),
        status: 200,
        result: "failure".into(),
    })]);
    let (status, answer) = fixture.post("canarytoken/create", &CREATE).await;
    assert_eq!(
        (status, text(&answer, "result"), text(&answer, "message")),
        (200, "failure", message.as_str())
    );
    assert_eq!(fixture.console.token_ids().len(), 1);
}

#[tokio::test]
async fn empty_huge_and_deep_bodies_are_what_they_are_called() {
    let fixture = empty().await;
    fixture.console.set_faults([Fault::new(FaultKind::Empty)]);
    let answer = fixture.send_get("ping", &[]).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.bytes().await.unwrap().len()),
        (200, 0)
    );
    fixture.console.set_faults([Fault::new(FaultKind::Huge { mib: 3 })]);
    let answer = fixture.send_get("ping", &[]).await.unwrap();
    assert_eq!(answer.content_length(), None);
    let body = answer.bytes().await.unwrap();
    assert!(body.len() > 3 * 1024 * 1024 && serde_json::from_slice::<Value>(&body).unwrap()["result"] == "success");
    fixture
        .console
        .set_faults([Fault::new(FaultKind::Deep { levels: 5000 })]);
    let body = fixture.send_get("ping", &[]).await.unwrap().text().await.unwrap();
    assert!(body.matches('[').count() == 5000 && body.matches(']').count() == 5000);
    fixture.console.set_faults([]);
    assert_eq!(fixture.get("ping", &[]).await.0, 200);
}

#[tokio::test]
async fn a_repeating_cursor_leads_to_the_same_page_for_ever() {
    let fixture = with_tokens(50).await;
    fixture.console.set_faults([Fault::new(FaultKind::RepeatingCursor)]);
    let (_, first) = fixture.get("canarytokens/paginate", &[("limit", "10")]).await;
    let cursor = text(&first["cursor"], "next");
    let (_, second) = fixture.get("canarytokens/paginate", &[("cursor", cursor)]).await;
    assert_eq!(text(&second["cursor"], "next"), cursor);
    assert_ne!(first["canarytokens"], second["canarytokens"]);
}

#[tokio::test]
async fn a_duplicated_answer_is_sent_twice_and_done_once() {
    let fixture = empty().await;
    fixture.console.set_faults([Fault::new(FaultKind::Duplicated)]);
    let (answer, _) = ping(&fixture.console).await;
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 2);
    assert_eq!(fixture.console.ledger().count("ping"), 1);
}

#[tokio::test]
async fn a_redirect_leads_to_another_port_where_the_ledger_sees_the_key() {
    let fixture = empty().await;
    fixture
        .console
        .set_faults([Fault::new(FaultKind::Redirect { status: 307, to: None })]);
    let answer = fixture.send_get("ping", &[("a", "b")]).await.unwrap();
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(
        (answer.status().as_u16(), to.as_str()),
        (307, format!("{}/api/v1/ping?a=b", fixture.console.other_url()).as_str())
    );
    assert_ne!(fixture.console.other_url(), fixture.console.url());
    fixture.http.get(&to).send().await.unwrap();
    fixture
        .http
        .get(&to)
        .header("X-Canary-Auth-Token", fixture.console.key())
        .send()
        .await
        .unwrap();
    fixture
        .http
        .post(&to)
        .form(&[("auth_token", fixture.console.key())])
        .send()
        .await
        .unwrap();
    let strays: Vec<bool> = fixture
        .console
        .ledger()
        .strays
        .iter()
        .map(|stray| stray.had_key)
        .collect();
    assert_eq!(strays, [false, true, true]);
    assert_eq!(outcomes(&fixture), [Outcome::Prevented]);
    fixture.console.set_faults([Fault::new(FaultKind::Redirect {
        status: 302,
        to: Some("http://127.0.0.1:9/x".into()),
    })]);
    let answer = fixture.send_get("ping", &[]).await.unwrap();
    assert_eq!(answer.headers()["location"], "http://127.0.0.1:9/x");
}

#[tokio::test]
async fn rates_are_the_same_for_a_seed_and_rules_match_their_endpoint_only() {
    let run = async |seed| {
        let console = Console::start(Settings {
            seed,
            ..Settings::default()
        })
        .await
        .unwrap();
        let fixture = Fixture {
            console,
            http: support::client(),
        };
        fixture
            .console
            .set_faults([Fault::new(FaultKind::BadGateway).at("canarytoken/*").rate(0.5)]);
        let id = fixture.console.add_token(NewToken::default());
        let mut pattern = Vec::new();
        for _ in 0..40 {
            assert_eq!(fixture.send_get("ping", &[]).await.unwrap().status(), 200);
            pattern.push(
                fixture
                    .send_get("canarytoken/fetch", &[("canarytoken", &id)])
                    .await
                    .unwrap()
                    .status()
                    .as_u16(),
            );
        }
        pattern
    };
    let (first, again, other) = (run(5).await, run(5).await, run(6).await);
    assert_eq!(first, again);
    assert_ne!(first, other);
    assert!((8..=32).contains(&first.iter().filter(|status| **status == 502).count()));
}

#[tokio::test]
async fn many_requests_at_once_under_faults_leave_a_ledger_that_agrees_with_the_fleet() {
    let fixture = empty().await;
    let rules = [
        Fault::new(FaultKind::ResetAfter).rate(0.2),
        Fault::new(FaultKind::ResetBefore).rate(0.2),
        Fault::new(FaultKind::Truncated).rate(0.2),
    ];
    fixture.console.set_faults(rules);
    let sent = (0..200).map(|_| fixture.send_post("canarytoken/create", &CREATE));
    futures_util::future::join_all(sent).await;
    let mut created = fixture.console.ledger().created();
    created.reverse();
    assert_eq!(created, fixture.console.token_ids());
    assert!((100..200).contains(&created.len()), "{}", created.len());
}
