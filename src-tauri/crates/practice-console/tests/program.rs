//! The program: its two lines, its options, its practice endpoints.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

struct Program {
    child: Child,
    url: String,
    key: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_practice-console"));
        let mut child = command.args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut line = |start: &str| lines.next().unwrap().unwrap().strip_prefix(start).unwrap().to_owned();
        let (url, key) = (line("listening on "), line("api key "));
        Self { child, url, key }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn it_prints_two_lines_and_serves_what_it_was_asked_for() {
    let arguments = [
        "--port",
        "0",
        "--tokens",
        "40",
        "--latency-ms",
        "1",
        "--seed",
        "7",
        "--key",
        "abc",
        "--role",
        "read-only",
    ];
    let program = Program::start(&arguments);
    assert!(program.url.starts_with("http://127.0.0.1:") && program.key == "abc");
    let http = support::client();
    let list = http.get(format!("{}/api/v1/canarytokens/fetch?include_endpoints=1", program.url));
    let (_, list) = support::json(list.header("X-Canary-Auth-Token", "abc").send().await.unwrap()).await;
    assert_eq!(list["tokens"].as_array().unwrap().len(), 40);
    let create = http
        .post(format!("{}/api/v1/canarytoken/create", program.url))
        .form(&[("auth_token", "abc")]);
    assert_eq!(create.send().await.unwrap().status(), 403);
    let ledger: Value = http
        .get(format!("{}/practice/ledger", program.url))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(ledger["entries"].as_array().unwrap().len(), 2);
}

#[test]
fn a_third_line_tells_where_names_can_be_looked_up_when_it_was_asked_for() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-console"));
    let mut child = command
        .args(["--dns-port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let third = lines.nth(2).unwrap().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let address = third.strip_prefix("names on ").unwrap();
    assert!(address.parse::<std::net::SocketAddr>().unwrap().ip().is_loopback());
    assert!(lines.next().is_none(), "and nothing after it");
}

#[tokio::test]
async fn faults_and_role_are_set_while_it_runs() {
    let program = Program::start(&[
        "--faults",
        "status code=503 endpoint=ping count=1",
        "--faults",
        "empty endpoint=flocks/list",
    ]);
    let http = support::client();
    let get = async |endpoint: &str| {
        let request = http
            .get(format!("{}/api/v1/{endpoint}", program.url))
            .header("X-Canary-Auth-Token", &program.key);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let practice = async |what: &str, body: &'static str| {
        http.post(format!("{}/practice/{what}", program.url))
            .body(body)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!((get("ping").await.0, get("ping").await.0), (503, 200));
    assert_eq!(get("flocks/list").await, (200, String::new()));
    assert_eq!(
        practice(
            "faults",
            r#"[{"fault":"error","message":"Not today","endpoint":"ping"}]"#
        )
        .await,
        200
    );
    assert!(get("ping").await.1.contains("Not today") && get("flocks/list").await.1.contains("flock:default"));
    assert_eq!(practice("faults", "nonsense").await, 400);
    let rules: Value = http
        .get(format!("{}/practice/faults", program.url))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(rules[0]["message"], "Not today");
    assert_eq!(
        http.delete(format!("{}/practice/faults", program.url))
            .send()
            .await
            .unwrap()
            .status(),
        200
    );
    assert_eq!(get("ping").await.0, 200);
    assert_eq!(
        (practice("role", "deploy").await, practice("role", "king").await),
        (200, 400)
    );
    assert_eq!(get("flocks/list").await.0, 403);
}

#[test]
fn help_names_every_option_and_fault_and_wrong_ones_are_explained() {
    let run = |argument: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_practice-console"))
            .args(argument)
            .output()
            .unwrap()
    };
    let help = String::from_utf8(run(&["--help"]).stdout).unwrap();
    for word in [
        "--port",
        "--dns-port",
        "--tokens",
        "--latency-ms",
        "--seed",
        "--key",
        "--role",
        "--faults",
        "--artifact-mib",
        "refuse",
        "reset-before",
        "reset-after",
        "truncated",
        "wrong-length",
        "drip",
        "stall",
        "too-many",
        "status",
        "bad-gateway",
        "error",
        "empty",
        "huge",
        "deep",
        "repeating-cursor",
        "duplicated",
        "redirect",
        "/practice/ledger",
        "/practice/faults",
    ] {
        assert!(help.contains(word), "{word} is not in the help");
    }
    let wrong = run(&["--faults", "explode"]);
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(
        !wrong.status.success() && said.contains("explode") && wrong.stdout.is_empty(),
        "{said}"
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = String::from_utf8(run(&["--port", &port]).stderr).unwrap();
    assert!(said.contains(&port) && said.contains("Choose another port"), "{said}");
}
