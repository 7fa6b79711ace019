//! A started Console with a plain HTTP client, as any client of a Console would be written by hand.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::time::Duration;

use practice_console::{Console, Settings};
use reqwest::{Client, Response};
use serde_json::Value;

/// The kinds the vendor's page names.
pub const SEED_KINDS: [&str; 17] = [
    "http",
    "dns",
    "cloned-web",
    "doc-msword",
    "web-image",
    "windows-dir",
    "aws-s3",
    "pdf-acrobat-reader",
    "msword-macro",
    "msexcel-macro",
    "aws-id",
    "apeeper",
    "qr-code",
    "svn",
    "sql",
    "fast-redirect",
    "slow-redirect",
];

/// The smallest PNG there is.
pub const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
    0x1f, 0x15, 0xc4, 0x89,
];

pub struct Fixture {
    pub console: Console,
    pub http: Client,
}

/// A client that gives up after 20 seconds, so that no test hangs.
pub fn client() -> Client {
    let builder = Client::builder()
        .timeout(Duration::from_secs(20))
        .redirect(reqwest::redirect::Policy::none());
    builder.no_proxy().build().unwrap()
}

pub async fn start(settings: Settings) -> Fixture {
    Fixture {
        console: Console::start(settings).await.unwrap(),
        http: client(),
    }
}

pub async fn empty() -> Fixture {
    start(Settings::default()).await
}

pub async fn with_tokens(tokens: usize) -> Fixture {
    start(Settings {
        tokens,
        ..Settings::default()
    })
    .await
}

impl Fixture {
    pub fn address(&self, endpoint: &str) -> String {
        format!("{}/api/v1/{endpoint}", self.console.url())
    }

    /// GET with the key in the header.
    pub async fn send_get(&self, endpoint: &str, query: &[(&str, &str)]) -> reqwest::Result<Response> {
        let request = self.http.get(self.address(endpoint)).query(query);
        request.header("X-Canary-Auth-Token", self.console.key()).send().await
    }

    /// POST of a form with the key in the header.
    pub async fn send_post(&self, endpoint: &str, form: &[(&str, &str)]) -> reqwest::Result<Response> {
        let request = self.http.post(self.address(endpoint)).form(form);
        request.header("X-Canary-Auth-Token", self.console.key()).send().await
    }

    /// A GET that is answered with JSON: status and answer.
    pub async fn get(&self, endpoint: &str, query: &[(&str, &str)]) -> (u16, Value) {
        json(self.send_get(endpoint, query).await.unwrap()).await
    }

    /// A POST that is answered with JSON: status and answer.
    pub async fn post(&self, endpoint: &str, form: &[(&str, &str)]) -> (u16, Value) {
        json(self.send_post(endpoint, form).await.unwrap()).await
    }

    /// Creates a Canarytoken and answers it.
    pub async fn create(&self, kind: &str, more: &[(&str, &str)]) -> Value {
        let form = [&[("memo", "Where it is"), ("kind", kind)], more].concat();
        let (status, answer) = self.post("canarytoken/create", &form).await;
        assert_eq!(
            (status, &answer["result"]),
            (200, &Value::from("success")),
            "{kind}: {answer}"
        );
        answer["canarytoken"].clone()
    }

    /// Creates a Canarytoken of any of the seed's kinds with what its kind needs.
    pub async fn create_any(&self, kind: &str) -> Value {
        match kind {
            "cloned-web" => self.create(kind, &[("cloned_web", "login.example.com")]).await,
            "fast-redirect" | "slow-redirect" => {
                self.create(kind, &[("browser_redirect_url", "https://example.com/")])
                    .await
            }
            "aws-s3" => {
                self.create(
                    kind,
                    &[
                        ("s3_source_bucket", "old-archive"),
                        ("s3_log_bucket", "old-archive-logs"),
                    ],
                )
                .await
            }
            "web-image" => self.create_image("image/png", PNG).await.1["canarytoken"].clone(),
            "azure-id" => {
                self.create(kind, &[("azure_id_cert_file_name", "C:\\Admin\\azure-login.pem")])
                    .await
            }
            "sensitive-cmd" => self.create(kind, &[("process_name", "whoami.exe")]).await,
            "idp-app" => self.create(kind, &[("idp_app_type", "aws")]).await,
            "cloned-css" | "azure-entra-login" => {
                self.create(kind, &[("expected_referrer", "login.example.com")]).await
            }
            _ => self.create(kind, &[]).await,
        }
    }

    /// Creates a web-image Canarytoken by a multipart form.
    pub async fn create_image(&self, mime: &str, bytes: &[u8]) -> (u16, Value) {
        self.upload("web-image", "web_image", ("logo.png", mime, bytes)).await
    }

    /// Creates a Canarytoken with a file (name, MIME type, bytes) by a multipart form.
    pub async fn upload(&self, kind: &str, field: &str, (name, mime, bytes): (&str, &str, &[u8])) -> (u16, Value) {
        let file = reqwest::multipart::Part::bytes(bytes.to_vec())
            .file_name(name.to_owned())
            .mime_str(mime)
            .unwrap();
        let form = reqwest::multipart::Form::new()
            .text("memo", "Uploaded")
            .text("kind", kind.to_owned())
            .part(field.to_owned(), file);
        let request = self.http.post(self.address("canarytoken/create")).multipart(form);
        let request = request.header("X-Canary-Auth-Token", self.console.key());
        json(request.send().await.unwrap()).await
    }

    /// Downloads a Canarytoken's file: name and bytes.
    pub async fn download(&self, id: &str) -> (String, Vec<u8>) {
        let answer = self
            .send_get("canarytoken/download", &[("canarytoken", id)])
            .await
            .unwrap();
        assert_eq!(answer.status(), 200);
        let disposition = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
        let name = disposition.strip_prefix("attachment; filename=").unwrap().to_owned();
        (name, answer.bytes().await.unwrap().to_vec())
    }
}

pub async fn json(answer: Response) -> (u16, Value) {
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (
        status,
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")),
    )
}

/// A text member of an answer.
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} is no text in {value}"))
}

/// Holds an answer to be an error envelope with this status and message.
pub fn refused(answer: &(u16, Value), status: u16, message: &str) {
    assert_eq!(
        (answer.0, text(&answer.1, "result"), text(&answer.1, "message")),
        (status, "error", message)
    );
}
