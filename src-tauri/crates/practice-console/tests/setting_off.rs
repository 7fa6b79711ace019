//! The three ways to set a practice Canarytoken off: its link, its host name, the button of the practice page.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::time::Duration;

use practice_console::{NewToken, Settings};
use support::{Fixture, empty, start};
use tokio::net::UdpSocket;
use tokio::time::timeout;

/// A question for the address of `name`.
fn question(name: &str) -> Vec<u8> {
    let mut message = vec![7, 9, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in name.split('.') {
        message.push(u8::try_from(label.len()).unwrap());
        message.extend(label.bytes());
    }
    message.extend([0, 0, 1, 0, 1]);
    message
}

/// What the name server answers to `message`.
async fn ask(fixture: &Fixture, message: &[u8]) -> Vec<u8> {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    socket.connect(fixture.console.names().unwrap()).await.unwrap();
    socket.send(message).await.unwrap();
    let mut answer = vec![0; 600];
    let length = timeout(Duration::from_secs(10), socket.recv(&mut answer))
        .await
        .expect("it answers")
        .unwrap();
    answer.truncate(length);
    answer
}

async fn alerts(fixture: &Fixture, id: &str) -> (i64, String) {
    let (_, body) = fixture.get("canarytoken/fetch", &[("canarytoken", id)]).await;
    let token = &body["token"];
    (
        token["triggered_count"].as_i64().unwrap(),
        token["url"].as_str().unwrap().to_owned(),
    )
}

#[tokio::test]
async fn its_host_name_is_looked_up_and_that_is_an_alert() {
    let fixture = start(Settings {
        dns_port: Some(0),
        ..Settings::default()
    })
    .await;
    let id = fixture.console.add_token(NewToken::default());
    let answer = ask(
        &fixture,
        &question(&format!("Host-1.{}.PRACTICE.invalid", id.to_uppercase())),
    )
    .await;
    assert_eq!(answer[3] & 0x0f, 0);
    assert!(answer.ends_with(&[127, 0, 0, 1]));
    assert_eq!(alerts(&fixture, &id).await.0, 1);
    assert_eq!(fixture.console.ledger().looked_up, std::slice::from_ref(&id));
    for stranger in [
        "www.example.org",
        "practice.invalid",
        "nobody.practice.invalid",
        &format!("{id}practice.invalid"),
        &id,
    ] {
        assert_eq!(
            ask(&fixture, &question(stranger)).await[3] & 0x0f,
            3,
            "{stranger} does not exist"
        );
    }
    assert_eq!(ask(&fixture, b"\x01\x02\x00\x00\x00\x01nonsense").await[3] & 0x0f, 1);
    assert_eq!(alerts(&fixture, &id).await.0, 1);
}

#[tokio::test]
async fn without_a_port_for_names_none_is_opened_and_one_that_is_taken_is_named() {
    assert!(empty().await.console.names().is_none());
    let taken = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let settings = Settings {
        dns_port: Some(port),
        ..Settings::default()
    };
    let error = practice_console::Console::start(settings)
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains(&port.to_string()), "{error}");
}

#[tokio::test]
async fn the_port_for_names_is_free_again_when_the_console_ends() {
    let fixture = start(Settings {
        dns_port: Some(0),
        ..Settings::default()
    })
    .await;
    let address = fixture.console.names().unwrap();
    drop(fixture);
    let freed = async {
        while UdpSocket::bind(address).await.is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(10), freed).await.expect("it is freed");
}

#[tokio::test]
async fn the_page_lists_all_and_its_button_sets_one_off() {
    let fixture = empty().await;
    let id = fixture.console.add_token(NewToken {
        memo: "<script>alert(1)</script> & “Attic” \"x\" 'y'".into(),
        ..NewToken::default()
    });
    let base = fixture.console.url();
    let page = |path: &'static str| {
        let request = fixture.http.get(format!("{base}{path}"));
        async move { request.send().await.unwrap().text().await.unwrap() }
    };
    assert!(page("/").await.contains("href=\"/practice/\""));
    let text = page("/practice/").await;
    assert!(
        text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Attic” &quot;x&quot; &#39;y&#39;"),
        "{text}"
    );
    assert!(!text.contains("<script") && text.contains("Set it off"));
    let action = format!("/practice/t/{id}/set-off");
    assert!(text.contains(&format!("method=\"post\" action=\"{action}\"")));

    let pressed = fixture.http.post(format!("{base}{action}")).send().await.unwrap();
    assert_eq!(pressed.status(), 303);
    assert_eq!(pressed.headers()["location"], format!("/practice/#t-{id}"));
    assert_eq!(alerts(&fixture, &id).await.0, 1);
    assert_eq!(fixture.console.ledger().set_off, std::slice::from_ref(&id));

    let unknown = fixture
        .http
        .post(format!("{base}/practice/t/nobody/set-off"))
        .send()
        .await;
    assert_eq!(unknown.unwrap().status(), 404);
}

#[tokio::test]
async fn one_that_is_off_is_set_off_by_nothing() {
    let fixture = start(Settings {
        dns_port: Some(0),
        ..Settings::default()
    })
    .await;
    let id = fixture.console.add_token(NewToken {
        enabled: false,
        ..NewToken::default()
    });
    let (_, url) = alerts(&fixture, &id).await;
    fixture.http.get(&url).send().await.unwrap();
    let button = format!("{}/practice/t/{id}/set-off", fixture.console.url());
    fixture.http.post(button).send().await.unwrap();
    ask(&fixture, &question(&format!("{id}.practice.invalid"))).await;
    assert_eq!(alerts(&fixture, &id).await.0, 0);
    let ledger = fixture.console.ledger();
    assert!(ledger.opened.is_empty() && ledger.looked_up.is_empty() && ledger.set_off.is_empty());
}

#[tokio::test]
async fn the_link_that_the_api_tells_sets_it_off() {
    let fixture = empty().await;
    let id = fixture.console.add_token(NewToken::default());
    let (_, url) = alerts(&fixture, &id).await;
    assert_eq!(fixture.http.get(&url).send().await.unwrap().status(), 200);
    assert_eq!(alerts(&fixture, &id).await.0, 1);
    assert_eq!(fixture.console.ledger().opened, [id]);
}
