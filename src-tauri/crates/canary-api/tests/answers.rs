//! Answers that no healthy Console gives, over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::Duration;

use canary_api::endpoints::{
    CreateToken, DeleteToken, DisableToken, Download, FetchToken, ListKinds, PaginateTokens, Ping, RemoveS3,
};
use canary_api::{ApiKey, Client, ConsoleUrl, Error, Hosts, Options, Outcome, Retry, pages};
use futures_util::TryStreamExt;
use serde_json::json;
use wiremock::matchers::{any, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A key that must never be seen outside the header.
const MARKER: &str = "marker0123456789abcdef";

fn client(server: &MockServer) -> Client {
    let retry = Retry {
        tries: 3,
        base: Duration::from_millis(1),
        cap: Duration::from_millis(4),
    };
    let options = Options {
        retry,
        idle_timeout: Duration::from_secs(2),
        max_answer_bytes: 100_000,
        max_pages: 50,
        ..Options::default()
    };
    let console = ConsoleUrl::parse(&server.uri(), Hosts::Any).unwrap();
    Client::new(console, &ApiKey::new(MARKER.into()).unwrap(), options).unwrap()
}

async fn answering(answer: ResponseTemplate) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = client(&server);
    (server, client)
}

fn success() -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({"result": "success"}))
}

async fn requests(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

#[tokio::test]
async fn the_key_goes_in_the_header_and_nowhere_else() {
    let (server, client) = answering(success()).await;
    client.send(&Ping).await.unwrap();
    let request = &server.received_requests().await.unwrap()[0];
    assert_eq!(request.headers["X-Canary-Auth-Token"], MARKER);
    assert!(!request.url.as_str().contains(MARKER) && request.url.path() == "/api/v1/ping");
}

#[tokio::test]
async fn a_web_page_is_told_from_other_nonsense() {
    let (_server, client) =
        answering(ResponseTemplate::new(200).set_body_string("<!doctype html><title>Login</title>")).await;
    assert!(matches!(
        client.send(&Ping).await,
        Err(Error::NotJson { looks_like_html: true })
    ));
    let (_server, client) = answering(ResponseTemplate::new(200)).await;
    assert!(matches!(
        client.send(&Ping).await,
        Err(Error::NotJson { looks_like_html: false })
    ));
}

#[tokio::test]
async fn an_answer_may_be_neither_too_large_nor_too_deep() {
    let (_server, client) = answering(ResponseTemplate::new(200).set_body_string("x".repeat(100_001))).await;
    assert!(matches!(
        client.send(&Ping).await,
        Err(Error::TooLarge { limit: 100_000 })
    ));
    let (_server, client) = answering(ResponseTemplate::new(200).set_body_string("[".repeat(50_000))).await;
    assert!(matches!(client.send(&Ping).await, Err(Error::TooDeep)));
}

#[tokio::test]
async fn a_missing_or_odd_member_is_named_by_its_path() {
    let (_server, client) = answering(success()).await;
    let error = client.send(&FetchToken { id: "a".into() }).await.unwrap_err();
    assert!(
        matches!(error, Error::Odd { ref path, .. } if path == "token"),
        "{error:?}"
    );
    let list =
        json!({"result": "success", "canarytokens": [{"canarytoken": "a"}, {"kind": "http", "memo": "private"}]});
    let (_server, client) = answering(ResponseTemplate::new(200).set_body_json(list)).await;
    let error = client.send(&PaginateTokens::default()).await.unwrap_err();
    assert!(
        matches!(error, Error::Odd { ref path, .. } if path.starts_with("canarytokens[1]")),
        "{error:?}"
    );
    assert!(!format!("{error:?}").contains("private"));
}

#[tokio::test]
async fn a_reading_request_goes_again_after_a_server_fault_and_a_creating_one_does_not() {
    let (server, client) = answering(ResponseTemplate::new(502).set_body_string("<html>bad gateway</html>")).await;
    assert!(matches!(
        client.send(&ListKinds).await,
        Err(Error::Status { code: 502, .. })
    ));
    assert_eq!(requests(&server).await, 3);
    let (server, client) = answering(ResponseTemplate::new(502)).await;
    let error = client
        .send(&CreateToken {
            kind: "http".into(),
            memo: "m".into(),
            ..CreateToken::default()
        })
        .await
        .unwrap_err();
    assert_eq!((requests(&server).await, error.outcome()), (1, Outcome::Unknown));
}

#[tokio::test]
async fn a_creating_request_goes_again_when_it_was_turned_away_by_429() {
    let server = MockServer::start().await;
    let busy = ResponseTemplate::new(429).insert_header("Retry-After", "0");
    Mock::given(any())
        .respond_with(busy)
        .up_to_n_times(1)
        .mount(&server)
        .await;
    let made = json!({"result": "success", "canarytoken": {"canarytoken": "new1"}});
    Mock::given(path("/api/v1/canarytoken/create"))
        .respond_with(ResponseTemplate::new(200).set_body_json(made))
        .mount(&server)
        .await;
    let token = client(&server).send(&CreateToken::default()).await.unwrap();
    assert_eq!((token.id.as_str(), requests(&server).await), ("new1", 2));
}

#[tokio::test]
async fn a_console_that_asks_for_an_hour_is_told_at_once_and_does_not_hold_up_the_next_request() {
    let server = MockServer::start().await;
    let busy = ResponseTemplate::new(429).insert_header("Retry-After", "3600");
    Mock::given(any())
        .respond_with(busy)
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(any()).respond_with(success()).mount(&server).await;
    let client = client(&server);
    let hour = Some(Duration::from_secs(3_600));
    let refused = client.send(&Ping).await.unwrap_err();
    assert!(matches!(refused, Error::TooMany { retry_after } if retry_after == hour));
    let next = tokio::time::timeout(Duration::from_secs(10), client.send(&Ping)).await;
    assert!(next.is_ok_and(|answer| answer.is_ok()));
}

#[tokio::test]
async fn removal_from_aws_is_sent_once_whatever_happens() {
    let (server, client) = answering(ResponseTemplate::new(503)).await;
    let request = RemoveS3 {
        id: "a".into(),
        access_key: "AKIA".to_owned().into(),
        secret_key: "s".to_owned().into(),
        session_token: None,
        region: "eu-west-1".into(),
        delete_buckets: false,
        source_bucket: None,
    };
    assert!(client.send(&request).await.is_err());
    assert_eq!(requests(&server).await, 1);
}

#[tokio::test]
async fn not_found_means_deleted_only_on_a_repetition() {
    let gone = json!({"result": "error", "message": "Could not find the Canarytoken"});
    let gone = ResponseTemplate::new(200).set_body_json(gone);
    let request = DeleteToken {
        id: "a".into(),
        clear_incidents: false,
    };
    let (_server, first) = answering(gone.clone()).await;
    assert!(matches!(first.send(&request).await, Err(Error::NotFound)));
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(500))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(any()).respond_with(gone).mount(&server).await;
    client(&server).send(&request).await.unwrap();
    let disable = client(&server).send(&DisableToken { id: "a".into() }).await;
    assert!(matches!(disable, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_list_whose_cursor_comes_back_ends_with_an_error() {
    let page = json!({"result": "success", "canarytokens": [{"canarytoken": "a"}], "cursor": {"next": "again"}});
    let (server, client) = answering(ResponseTemplate::new(200).set_body_json(page)).await;
    let all: Result<Vec<_>, Error> = pages(&client, PaginateTokens::default()).try_collect().await;
    assert!(matches!(all, Err(Error::ListRepeats)));
    assert_eq!(requests(&server).await, 2);
}

#[tokio::test]
async fn redirects_never_carry_the_key_to_another_place() {
    let elsewhere = MockServer::start().await;
    Mock::given(any()).respond_with(success()).mount(&elsewhere).await;
    let away = ResponseTemplate::new(307).insert_header("Location", elsewhere.uri().as_str());
    let (_server, client) = answering(away).await;
    assert!(matches!(
        client.send(&CreateToken::default()).await,
        Err(Error::RedirectedAway)
    ));
    assert!(matches!(client.send(&Ping).await, Err(Error::RedirectedAway)));
    let download = client
        .download(&Download { id: "a".into() }, &mut Vec::new(), &mut |_, _| {})
        .await;
    assert!(
        matches!(download, Err(Error::RedirectedAway)),
        "another origin by plain http"
    );
    assert_eq!(requests(&elsewhere).await, 0);
}

#[tokio::test]
async fn a_download_follows_redirects_on_the_same_console_with_the_key() {
    let server = MockServer::start().await;
    let hop = ResponseTemplate::new(302).insert_header("Location", "/files/1");
    Mock::given(path("/api/v1/canarytoken/download"))
        .and(query_param("canarytoken", "a"))
        .respond_with(hop)
        .mount(&server)
        .await;
    let file = ResponseTemplate::new(200)
        .insert_header("Content-Disposition", "attachment; filename=a.docx")
        .set_body_bytes(*b"PK\x03\x04rest");
    Mock::given(method("GET"))
        .and(path("/files/1"))
        .and(header("X-Canary-Auth-Token", MARKER))
        .respond_with(file)
        .mount(&server)
        .await;
    let (mut into, mut heard) = (Vec::new(), Vec::new());
    let done = client(&server)
        .download(&Download { id: "a".into() }, &mut into, &mut |now, total| {
            heard.push((now, total))
        })
        .await
        .unwrap();
    assert_eq!((into.as_slice(), done.bytes), (b"PK\x03\x04rest".as_slice(), 8));
    assert_eq!(done.disposition.as_deref(), Some("attachment; filename=a.docx"));
    assert_eq!(heard.last(), Some(&(8, Some(8))));
}

#[tokio::test]
async fn a_refused_download_is_never_taken_for_the_file() {
    let refused = json!({"result": "error", "message": "File generation not supported."});
    for answer in [
        ResponseTemplate::new(200).set_body_json(refused.clone()),
        ResponseTemplate::new(200).set_body_raw(refused.to_string(), "application/octet-stream"),
        ResponseTemplate::new(400).set_body_json(refused.clone()),
    ] {
        let (_server, client) = answering(answer).await;
        let mut into = Vec::new();
        let error = client
            .download(&Download { id: "a".into() }, &mut into, &mut |_, _| {})
            .await
            .unwrap_err();
        assert!(matches!(error, Error::NoFile { .. }), "{error:?}");
        assert!(into.is_empty());
    }
    let (_server, client) = answering(ResponseTemplate::new(200).set_body_raw("<html>proxy</html>", "text/html")).await;
    let error = client
        .download(&Download { id: "a".into() }, &mut Vec::new(), &mut |_, _| {})
        .await
        .unwrap_err();
    assert!(matches!(error, Error::NotJson { looks_like_html: true }));
}

#[tokio::test]
async fn a_proxy_login_and_an_unknown_host_have_their_own_errors() {
    let (_server, client) = answering(ResponseTemplate::new(407)).await;
    assert!(matches!(client.send(&Ping).await, Err(Error::ProxyLogin)));
    let retry = Retry {
        tries: 1,
        base: Duration::ZERO,
        cap: Duration::ZERO,
    };
    let key = ApiKey::new(MARKER.into()).unwrap();
    let console = ConsoleUrl::parse("https://nobody.invalid", Hosts::Any).unwrap();
    let unknown = Client::new(
        console,
        &key,
        Options {
            retry,
            ..Options::default()
        },
    )
    .unwrap();
    assert!(matches!(unknown.send(&Ping).await, Err(Error::Dns)));
    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let console = ConsoleUrl::parse(&format!("http://{closed}"), Hosts::Any).unwrap();
    let closed = Client::new(
        console,
        &key,
        Options {
            retry,
            ..Options::default()
        },
    )
    .unwrap();
    assert!(matches!(closed.send(&Ping).await, Err(Error::Connect)));
}

#[tokio::test]
async fn silence_ends_in_time() {
    let (_server, client) = answering(success().set_delay(Duration::from_secs(20))).await;
    assert!(matches!(client.send(&RemoveS3Probe).await, Err(Error::TimedOut)));
}

/// A request that is never repeated, so that the test waits once.
struct RemoveS3Probe;
impl canary_api::Endpoint for RemoveS3Probe {
    type Answer = ();
    const METHOD: reqwest::Method = reqwest::Method::POST;
    const PATH: &'static str = "canarytoken/remove/s3";
    const RULE: canary_api::Rule = canary_api::Rule::Never;
    fn parameters(&self) -> canary_api::Parameters {
        canary_api::Parameters::default()
    }
    fn read(&self, _: serde_json::Map<String, serde_json::Value>) -> Result<(), Error> {
        Ok(())
    }
}

#[tokio::test]
async fn no_error_and_no_debug_text_holds_the_key_the_memo_or_the_address() {
    for answer in [
        ResponseTemplate::new(500),
        ResponseTemplate::new(200).set_body_string("<html>"),
        ResponseTemplate::new(200).set_body_json(json!({"result": "success", "canarytoken": 5})),
        ResponseTemplate::new(302).insert_header("Location", "https://other.example/?x=1"),
    ] {
        let (server, client) = answering(answer).await;
        let request = CreateToken {
            kind: "http".into(),
            memo: "memo-marker".into(),
            ..CreateToken::default()
        };
        let error = client.send(&request).await.unwrap_err();
        let said = format!("{error} {error:?} {client:?}");
        assert!(!said.contains(MARKER) && !said.contains("memo-marker"), "{said}");
        assert!(!format!("{error} {error:?}").contains(&server.uri()), "{said}");
    }
}
