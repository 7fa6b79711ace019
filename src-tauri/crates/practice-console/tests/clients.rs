//! Clients as they exist: the vendor's Python client, its shell scripts, and requests as other programs write them.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::collections::HashSet;
use std::time::Duration;

use practice_console::Settings;
use serde_json::Value;
use support::{Fixture, start, text, with_tokens};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The vendor's Python client: the key is a query parameter of every request, POST ones too; the rest is a form.
struct PythonClient<'a>(&'a Fixture);

impl PythonClient<'_> {
    async fn get(&self, endpoint: &str, query: &[(&str, &str)]) -> Value {
        let key = self.0.console.key();
        let request = self
            .0
            .http
            .get(self.0.address(endpoint))
            .query(&[("auth_token", &key)])
            .query(query);
        support::json(request.send().await.unwrap()).await.1
    }

    async fn post(&self, endpoint: &str, form: &[(&str, &str)]) -> Value {
        let key = self.0.console.key();
        let request = self
            .0
            .http
            .post(self.0.address(endpoint))
            .query(&[("auth_token", &key)])
            .form(form);
        support::json(request.send().await.unwrap()).await.1
    }
}

#[tokio::test]
async fn the_python_clients_way_of_listing_everything_ends_and_is_complete() {
    let fixture = start(Settings {
        tokens: 5500,
        page_limit: 2500,
        ..Settings::default()
    })
    .await;
    let client = PythonClient(&fixture);
    let (mut ids, mut cursor, mut rounds) = (Vec::new(), None::<String>, 0);
    loop {
        let mut query = vec![("limit", "2500"), ("render_transients", "True")];
        query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
        let page = client.get("canarytokens/paginate", &query).await;
        ids.extend(
            page["canarytokens"]
                .as_array()
                .unwrap()
                .iter()
                .map(|token| text(token, "canarytoken").to_owned()),
        );
        rounds += 1;
        // It takes the cursor for a plain value and stops when that is false in Python's eyes.
        match &page["cursor"] {
            Value::String(next) => cursor = Some(next.clone()),
            other => {
                assert!(other.is_null(), "{other}");
                break;
            }
        }
    }
    assert_eq!(
        (rounds, ids.iter().collect::<HashSet<_>>().len(), ids),
        (3, 5500, fixture.console.token_ids())
    );
    let without = client
        .get(
            "canarytokens/paginate",
            &[("limit", "2500"), ("render_transients", "False")],
        )
        .await;
    assert!(
        without["canarytokens"]
            .as_array()
            .unwrap()
            .iter()
            .all(|token| token["kind"] != "apeeper")
    );
}

#[tokio::test]
async fn the_python_clients_calls_do_what_they_say() {
    let fixture = with_tokens(0).await;
    let client = PythonClient(&fixture);
    assert_eq!(client.get("ping", &[]).await["result"], "success");
    let created = client
        .post("canarytoken/create", &[("memo", "Desktop"), ("kind", "doc-msword")])
        .await;
    let id = text(&created["canarytoken"], "canarytoken").to_owned();
    let one = [("canarytoken", id.as_str())];
    assert_eq!(
        client.post("canarytoken/update", &[("memo", "Moved"), one[0]]).await["token"]["memo"],
        "Moved"
    );
    assert_eq!(client.post("canarytoken/disable", &one).await["result"], "success");
    assert_eq!(client.get("canarytoken/fetch", &one).await["token"]["enabled"], false);
    assert_eq!(client.post("canarytoken/enable", &one).await["result"], "success");
    // It cuts the name out of this header by "attachment; filename=" and takes the rest as it is.
    let key = fixture.console.key();
    let download = fixture
        .http
        .get(fixture.address("canarytoken/download"))
        .query(&[("auth_token", &key)])
        .query(&one);
    let answer = download.send().await.unwrap();
    let disposition = answer.headers()["content-disposition"].to_str().unwrap();
    assert_eq!(disposition, format!("attachment; filename={id}.docx"));
    // Messages it turns into exceptions of their own, word for word.
    for (form, message) in [
        (vec![("memo", ""), ("kind", "http")], "Empty memo"),
        (vec![("memo", "a"), ("kind", "nonsense")], "Supplied kind is not valid."),
        (
            vec![("memo", "a"), ("kind", "cloned-web"), ("cloned_web", "one")],
            "Could not process the parameters. cloned_web is invalid, not enough domain labels",
        ),
        (
            vec![("memo", "a"), ("kind", "http"), ("flock_id", "flock:x")],
            "Flock does not exist.",
        ),
    ] {
        let answer = client.post("canarytoken/create", &form).await;
        assert_eq!((text(&answer, "result"), text(&answer, "message")), ("error", message));
    }
    assert_eq!(client.post("canarytoken/delete", &one).await["result"], "success");
    assert_eq!(
        client.get("canarytoken/fetch", &one).await["message"],
        "Could not find the Canarytoken"
    );
}

#[tokio::test]
async fn its_web_image_form_sends_a_text_and_a_file_of_the_same_name() {
    let fixture = with_tokens(0).await;
    let key = fixture.console.key();
    let file = reqwest::multipart::Part::bytes(support::PNG)
        .file_name("a.png")
        .mime_str("image/png")
        .unwrap();
    let form = reqwest::multipart::Form::new()
        .text("memo", "Logo")
        .text("kind", "web-image")
        .text("web_image", "/home/me/a.png")
        .text("mimetype", "image/png")
        .part("web_image", file);
    let request = fixture
        .http
        .post(fixture.address("canarytoken/create"))
        .query(&[("auth_token", &key)])
        .multipart(form);
    let (status, answer) = support::json(request.send().await.unwrap()).await;
    assert_eq!((status, text(&answer["canarytoken"], "web_image_name")), (200, "a.png"));
}

#[tokio::test]
async fn a_shell_script_finds_each_value_on_its_own_line() {
    let fixture = with_tokens(3).await;
    let page = fixture
        .send_get("canarytokens/paginate", &[("limit", "50")])
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    // grep '"canarytoken": ' | cut -d'"' -f4
    let ids: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("\"canarytoken\": "))
        .filter_map(|line| line.split('"').nth(3))
        .collect();
    assert_eq!(ids, fixture.console.token_ids());
    assert!(page.contains("\n    \"next\": null,\n"));
}

/// Sends bytes on a connection of its own and reads until the other side closes.
async fn raw(fixture: &Fixture, parts: &[&[u8]]) -> String {
    let address = fixture.console.url().replace("http://", "");
    let talk = async {
        let mut stream = TcpStream::connect(address).await.unwrap();
        for part in parts {
            stream.write_all(part).await.unwrap();
            stream.flush().await.unwrap();
            tokio::task::yield_now().await;
        }
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    };
    tokio::time::timeout(Duration::from_secs(10), talk).await.unwrap()
}

#[tokio::test]
async fn http_is_understood_as_clients_write_it() {
    let fixture = with_tokens(0).await;
    let key = fixture.console.key();
    let old = format!("GET /api/v1/ping?auth_token={key} HTTP/1.0\r\n\r\n");
    let answer = raw(&fixture, &[old.as_bytes()]).await;
    assert!(
        answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("{\n  \"result\": \"success\"\n}\n"),
        "{answer}"
    );
    // Two requests in one go, names in any case, one body in chunks, in pieces.
    let two = format!(
        "GET /api/v1/ping HTTP/1.1\r\nHost: a\r\nx-canary-auth-TOKEN: {key}\r\n\r\nPOST /api/v1/canarytoken/create HTTP/1.1\r\n\
         Host: a\r\nX-Canary-Auth-Token: {key}\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\n\
         Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nmemo=\r\n"
    );
    let answer = raw(
        &fixture,
        &[two.as_bytes(), b"10;x=y\r\nZo%C3%AB&kind=dn\r\n1\r\ns\r\n0\r\n\r\n"],
    )
    .await;
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 2, "{answer}");
    assert_eq!(
        fixture.console.memo(&fixture.console.token_ids()[0]).as_deref(),
        Some("Zoë")
    );
    // A client that asks first whether it may send its body.
    let asks = format!(
        "POST /api/v1/canarytoken/create HTTP/1.1\r\nX-Canary-Auth-Token: {key}\r\nExpect: 100-continue\r\nContent-Length: 15\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"
    );
    let answer = raw(&fixture, &[asks.as_bytes(), b"memo=a&kind=dns"]).await;
    assert!(
        answer.starts_with("HTTP/1.1 100 Continue\r\n\r\n") || answer.starts_with("HTTP/1.1 200"),
        "{answer}"
    );
    let head = format!("HEAD /api/v1/ping HTTP/1.1\r\nX-Canary-Auth-Token: {key}\r\nConnection: close\r\n\r\n");
    assert!(raw(&fixture, &[head.as_bytes()]).await.ends_with("\r\n\r\n"));
    assert!(raw(&fixture, &[b"nonsense\r\n\r\n"]).await.starts_with("HTTP/1.1 400"));
}
