//! A newer version is told, shown in Settings, and its page is opened; nothing is fetched but the word of it.

use crate::harness::{PATIENCE, Stage, on_stage, until};
use serde_json::{Map, json};
use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

const PAGE: &str = "https://releases.example/newest";

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_is_told_and_its_page_opened_and_nothing_is_fetched() {
    on_stage("newer", &["--tokens", "3"], async |stage| {
        let server = releases().await;
        stage.close().await;
        told_of(stage, &server);
        stage.open(&[]).await;
        stage.connect().await;
        let window = stage.window();
        window.sees("Nestbox 99.0.0 is there").await;
        window.press("Open its page").await;
        until_opened(stage, 1);

        window.press("Settings").await;
        window.sees("Newer versions").await;
        window.sees("Quicker in every way.").await;
        window.press("Look now").await;
        until_asked(&server, 2).await;
        let open = "return [...document.querySelectorAll('main button')].find(one => one.textContent === 'Open its page').click()";
        window.script(open, vec![]).await;
        until_opened(stage, 2);
        let asked = server.received_requests().await.unwrap();
        assert!(asked.iter().all(|one| one.url.path() == "/latest.json"));

        stage.restart().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        until_asked(&server, 3).await;
        // Settings shows it once the page has heard of it, and a toast would have come in the same breath.
        window.press("Settings").await;
        window.sees("Quicker in every way.").await;
        let toasts = "return document.querySelector('.toasts').textContent";
        assert_eq!(window.script(toasts, vec![]).await, "", "it is told a second time");
    })
    .await;
}

/// A server of releases that knows one that is much newer, for every kind of computer.
async fn releases() -> MockServer {
    let there = json!({ "url": "https://releases.example/nestbox", "signature": "none" });
    let platforms =
        Map::from_iter(["x86_64", "aarch64"].map(|processor| (format!("linux-{processor}"), there.clone())));
    let latest = json!({ "version": "99.0.0", "notes": "Quicker in every way.", "pub_date": "2026-11-28T12:00:00Z",
        "platforms": platforms });
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(latest);
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// The program is told of that server as a build for people is; and what opens pages on this desktop writes down which.
fn told_of(stage: &mut Stage, server: &MockServer) {
    let section = json!({ "endpoints": [format!("{}/latest.json", server.uri())], "pubkey": "unused: nothing is installed",
        "page": PAGE, "dangerousInsecureTransportProtocol": true });
    let programs = stage.desktop.path("programs");
    fs::create_dir_all(&programs).unwrap();
    let opener = programs.join("xdg-open");
    let opened = stage.desktop.path("opened");
    fs::write(&opener, format!("#!/bin/sh\necho \"$1\" >>'{}'\n", opened.display())).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", programs.display(), env::var("PATH").unwrap());
    stage.desktop.told.extend([
        ("NESTBOX_RELEASES", section.to_string()),
        ("NESTBOX_RELEASE_SECONDS", "1".into()),
        ("PATH", path),
    ]);
}

/// Waits until the page of the releases was opened so often.
fn until_opened(stage: &Stage, times: usize) {
    let wanted = format!("{PAGE}\n").repeat(times);
    until(&format!("{PAGE} is opened {times} times"), || {
        fs::read_to_string(stage.desktop.path("opened")).is_ok_and(|opened| opened == wanted)
    });
}

/// Waits until the server was asked so often.
async fn until_asked(server: &MockServer, times: usize) {
    let started = Instant::now();
    while server.received_requests().await.unwrap().len() < times {
        assert!(started.elapsed() < PATIENCE, "the server is not asked {times} times");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
