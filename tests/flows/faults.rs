//! What goes wrong on the way to a Console has its own code each, and no secret gets out on the way.

use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use nestbox::app::connect::Connect;
use nestbox::app::error::{Error, KeychainError, Reported};
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::support::{House, failure, to, within_limit};

/// A key that stands out wherever it is found.
const MARKER: &str = "feedfacecafebeef0123456789marker";

async fn marked(faults: Vec<Fault>) -> Console {
    let settings = Settings {
        key: Some(MARKER.into()),
        tokens: 2,
        faults,
        ..Settings::default()
    };
    Console::start(settings).await.unwrap()
}

#[test]
fn each_fault_on_the_way_has_its_own_code() {
    let always = |kind| vec![Fault::new(kind)];
    let status = |code| FaultKind::Status {
        code,
        retry_after: None,
    };
    let says = |message: &str| FaultKind::Error {
        message: message.into(),
        status: 200,
        result: "error".into(),
    };
    let cases = [
        (FaultKind::Refuse { for_ms: None }, ErrorCode::ConnectFailed),
        (FaultKind::ResetBefore, ErrorCode::ConnectionLost),
        (FaultKind::Stall { bytes: 0 }, ErrorCode::TimedOut),
        (FaultKind::TooMany { retry_after: None }, ErrorCode::TooMany),
        // With a refusal in the Console's own envelope, its words count more than the status.
        (status(500), ErrorCode::ConsoleRefused),
        (FaultKind::BadGateway, ErrorCode::ConsoleDown),
        (FaultKind::Empty, ErrorCode::NotJson),
        (FaultKind::Huge { mib: 16 }, ErrorCode::AnswerTooLarge),
        (FaultKind::Deep { levels: 10_000 }, ErrorCode::AnswerOdd),
        (says("Something of its own"), ErrorCode::ConsoleRefused),
        (says("Unauthorized"), ErrorCode::KeyRefused),
        (FaultKind::Redirect { status: 307, to: None }, ErrorCode::NotJson),
    ];
    for (kind, code) in cases {
        within_limit(async {
            let console = marked(always(kind.clone())).await;
            let house = House::new();
            let told = UiError::from(house.connect(&console).await.map(drop).unwrap_err());
            assert_eq!(told.code, code, "{kind:?}: {}", told.message);
            assert!(
                console.ledger().strays.iter().all(|stray| !stray.had_key),
                "{kind:?}: the key went elsewhere"
            );
            assert!(house.app.consoles.all().is_empty(), "{kind:?}");
            assert_no_secret(&house, &told);
        });
    }
}

#[test]
fn a_short_fault_is_got_over() {
    within_limit(async {
        let console = marked(vec![Fault::new(FaultKind::ResetAfter).at("ping").times(1)]).await;
        House::new().connect(&console).await.unwrap();
    });
}

#[test]
fn a_web_page_in_place_of_a_console_is_recognised() {
    within_limit(async {
        let address = answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 30\r\n\r\n<!doctype html><h1>Hotel</h1>\r\n",
        )
        .await;
        let told = UiError::from(
            House::new()
                .app
                .connect(to(&address, MARKER))
                .await
                .map(drop)
                .unwrap_err(),
        );
        assert_eq!(
            (told.code, told.message.as_str()),
            (ErrorCode::NotJson, "A web page came back instead of an answer.")
        );
    });
}

/// A server that answers every connection with `answer`.
async fn answering(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut request = [0; 4096];
                let _ = stream.read(&mut request).await;
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    address
}

#[test]
fn a_certificate_from_an_unknown_issuer_is_not_trusted() {
    within_limit(async {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let key = tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = tokio_rustls::rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .unwrap();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    if let Ok(mut stream) = acceptor.accept(stream).await {
                        let _ = stream
                            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"result\":\"success\"}")
                            .await;
                    }
                });
            }
        });
        let house = House::new();
        let told = UiError::from(house.app.connect(to(&address, MARKER)).await.map(drop).unwrap_err());
        assert_eq!(told.code, ErrorCode::TlsUntrusted, "{told:?}");
        assert_no_secret(&house, &told);
    });
}

/// The system's proxy is read from the environment, which is one for all tests of a process: these run in one of their own.
const ALONE: &str = "NESTBOX_TEST_ALONE";

#[test]
fn a_proxy_that_wants_a_login_and_a_name_that_nobody_has_are_told_apart() {
    if std::env::var_os(ALONE).is_some() {
        return within_limit(async {
            let told = failure(House::new().app.connect(to("abc123", MARKER)).await);
            let expected = std::env::var(ALONE).unwrap();
            assert_eq!(format!("{told:?}"), expected);
        });
    }
    within_limit(async {
        let proxy = answering(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        )
        .await;
        let nobody = "http://proxy.invalid:3128".to_owned();
        for (proxy, expected) in [(proxy, "ProxyLogin"), (nobody, "DnsFailed")] {
            let test = "faults::a_proxy_that_wants_a_login_and_a_name_that_nobody_has_are_told_apart";
            let mut child = Command::new(std::env::current_exe().unwrap());
            child.args([test, "--exact", "--nocapture"]).env(ALONE, expected);
            child
                .env("HTTPS_PROXY", &proxy)
                .env("https_proxy", &proxy)
                .env_remove("NO_PROXY")
                .env_remove("no_proxy");
            let ended = tokio::task::spawn_blocking(move || child.output())
                .await
                .unwrap()
                .unwrap();
            let said = String::from_utf8_lossy(&ended.stderr) + String::from_utf8_lossy(&ended.stdout);
            assert!(
                ended.status.success() && said.contains("1 passed"),
                "{expected}:\n{said}"
            );
        }
    });
}

#[test]
fn the_key_is_in_no_file_no_log_and_no_message() {
    within_limit(async {
        let console = marked(Vec::new()).await;
        let house = House::new();
        let session = house.connect(&console).await.unwrap();
        assert_eq!(house.secrets.keys(), [MARKER], "the test must use the key it looks for");
        house.app.note_page_fault(&format!(
            "TypeError: no \"{MARKER}\" here\n at f {MARKER} (tauri://localhost/js/main.js:3:1)"
        ));
        assert!(!house.app.diagnostics().contains(MARKER));
        assert!(!house.app.diagnostics().contains(&console.url()));
        assert!(!format!("{:?}", session.client).contains(MARKER));
        for error in [KeychainError::Denied, KeychainError::Slow] {
            house.secrets.fail(error);
            let told = UiError::from(house.app.sign_out(&session.console.id).await.unwrap_err());
            assert_no_secret(&house, &told);
        }
        let unremembered = Connect {
            remember: false,
            ..to(&console.url(), MARKER)
        };
        house.app.connect(unremembered).await.unwrap();
        assert!(!house.everything_written().contains(MARKER));
    });
}

#[test]
fn a_console_that_repeats_the_key_in_its_words_does_not_give_it_away() {
    within_limit(async {
        let fault = Fault::new(FaultKind::Error {
            message: format!("Invalid value {MARKER} for auth_token"),
            status: 400,
            result: "error".into(),
        });
        let console = marked(vec![fault]).await;
        let house = House::new();
        let told = UiError::from(house.connect(&console).await.map(drop).unwrap_err());
        assert_no_secret(&house, &told);
    });
}

#[test]
fn an_error_stands_in_the_log_under_the_reference_that_the_page_shows() {
    within_limit(async {
        let house = House::new();
        let error = Error::from(canary_api::Error::Odd {
            path: "canarytokens[3].memo".into(),
            message: "not a string".into(),
        });
        let told = UiError::from(&Reported::new(error));
        let written = house.everything_written();
        let line = written
            .lines()
            .find(|line| line.contains(&told.reference))
            .expect("no such line in the log");
        assert!(
            line.contains("the Console request failed: the answer is odd at canarytokens[3].memo"),
            "{line}"
        );
        assert_eq!(failure::<()>(Err(Error::Cancelled)), ErrorCode::Cancelled);
    });
}

#[test]
fn waiting_has_an_end_even_when_an_answer_drips() {
    within_limit(async {
        let drip = FaultKind::Drip {
            bytes: 1,
            every_ms: 900,
        };
        let console = marked(vec![Fault::new(drip)]).await;
        let began = std::time::Instant::now();
        assert_eq!(failure(House::new().connect(&console).await), ErrorCode::TimedOut);
        assert!(began.elapsed() < Duration::from_secs(30));
    });
}

fn assert_no_secret(house: &House, told: &UiError) {
    let told = serde_json::to_string(told).unwrap();
    assert!(!told.contains(MARKER), "{told}");
    let written = house.everything_written();
    let line = written.lines().find(|line| line.contains(MARKER));
    assert!(line.is_none(), "{line:?}");
}
