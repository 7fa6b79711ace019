//! Newer versions: the real updater asks a real server on loopback, and what the program tells is compared with what was asked.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "flows/support.rs"]
mod support;

use std::sync::Arc;
use std::time::Duration;

use nestbox::adapters::releases::UpdaterReleases;
use nestbox::app::desktop::Link;
use nestbox::app::events::AppEvent;
use nestbox::app::ports::Release;
use nestbox::app::preferences::Look;
use nestbox::app::releases::ReleasePace;
use nestbox::app::{App, Facts};
use nestbox::wire::ErrorCode;
use serde_json::{Value, json};
use support::{Home, House, failure, until, within_limit};
use tauri::test::{MockRuntime, mock_builder};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

const PAGE: &str = "https://releases.example/newest";

/// The window of a build whose configuration has `section` for the updater.
fn build(section: Option<Value>) -> tauri::App<MockRuntime> {
    let mut context = nestbox::context();
    if let Some(section) = section {
        context.config_mut().plugins.0.insert("updater".into(), section);
    }
    mock_builder().build(context).unwrap()
}

/// As `scripts/package` writes it, but on loopback, where there is no https.
fn section(server: &MockServer) -> Value {
    json!({ "endpoints": [format!("{}/latest.json", server.uri())], "pubkey": "unused: nothing is installed", "page": PAGE,
        "requireSignedVersion": true, "dangerousInsecureTransportProtocol": true })
}

/// As `scripts/release` writes it.
fn latest(version: &str) -> ResponseTemplate {
    let there = json!({ "url": "https://releases.example/nestbox", "signature": "none" });
    let platforms: serde_json::Map<String, Value> = ["linux", "windows", "darwin"]
        .into_iter()
        .flat_map(|os| ["x86_64", "aarch64"].map(|processor| (format!("{os}-{processor}"), there.clone())))
        .collect();
    ResponseTemplate::new(200).set_body_json(json!({ "version": version, "notes": "Quicker.",
        "pub_date": "2026-11-28T12:00:00Z", "platforms": platforms }))
}

async fn server(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

async fn asked(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

/// A program that looks at `server` every few milliseconds, and its window.
fn house(home: Arc<Home>, server: &MockServer) -> (House, tauri::App<MockRuntime>) {
    let window = build(Some(section(server)));
    let releases = UpdaterReleases::configured(window.handle()).expect("it is configured");
    let facts = Facts {
        release_pace: ReleasePace {
            first: Duration::from_millis(5),
            every: Duration::from_millis(5),
        },
        ..Facts::default()
    };
    let house = House::open_with(home, Arc::default(), facts, Some(Arc::new(releases)));
    (house, window)
}

fn watch(app: &Arc<App>) -> tokio::task::JoinHandle<()> {
    let app = Arc::clone(app);
    tokio::spawn(async move { app.watch_releases().await })
}

/// What the page heard of newer versions: which, and whether as news.
fn heard(house: &House) -> Vec<(String, bool)> {
    let events = house.events.lock().unwrap();
    let told = events.iter().filter_map(|event| match event {
        AppEvent::ReleaseFound { release, news } => Some((release.version.clone(), *news)),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_newer_version_is_told_with_its_notes_and_its_page_opens() {
    within_limit(async {
        let server = server(latest("99.2.0")).await;
        let (house, _window) = house(Home::new(), &server);
        let found = house.app.look_for_release().await.unwrap();
        let newer = Release {
            version: "99.2.0".into(),
            notes: "Quicker.".into(),
        };
        assert_eq!(found, Some(newer.clone()));
        assert_eq!(house.app.newer.found(), Some(newer));
        house.app.open_link(Link::Release).unwrap();
        assert_eq!(*house.desktop.opened.lock().unwrap(), [PAGE]);
    });
}

#[test]
fn the_same_version_and_an_older_one_are_not_newer() {
    within_limit(async {
        for version in [env!("CARGO_PKG_VERSION"), "0.0.1"] {
            let server = server(latest(version)).await;
            let (house, _window) = house(Home::new(), &server);
            assert_eq!(house.app.look_for_release().await.unwrap(), None, "{version}");
            assert_eq!(asked(&server).await, 1);
        }
    });
}

#[test]
fn a_newer_release_for_other_computers_only_is_told_as_that_and_an_older_one_is_none() {
    within_limit(async {
        let elsewhere = |version| json!({ "version": version, "platforms": {} });
        let newer = server(ResponseTemplate::new(200).set_body_json(elsewhere("99.2.0"))).await;
        let (house_of_newer, _window) = house(Home::new(), &newer);
        assert_eq!(
            failure(house_of_newer.app.look_for_release().await),
            ErrorCode::ReleaseElsewhere
        );
        let older = server(ResponseTemplate::new(200).set_body_json(elsewhere("0.0.1"))).await;
        let (house_of_older, _window) = house(Home::new(), &older);
        assert_eq!(house_of_older.app.look_for_release().await.unwrap(), None);
    });
}

#[test]
fn bad_answers_and_silence_are_told_apart() {
    within_limit(async {
        let bad = [
            ResponseTemplate::new(200).set_body_string("<html>Sign in</html>"),
            ResponseTemplate::new(200).set_body_json(json!({ "version": "not one", "platforms": {} })),
            ResponseTemplate::new(404),
        ];
        for answer in bad {
            let server = server(answer).await;
            let (house, _window) = house(Home::new(), &server);
            assert_eq!(failure(house.app.look_for_release().await), ErrorCode::ReleaseOdd);
        }
        // A port that was free a moment ago: nobody listens there.
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut section = section(&server(latest("99.2.0")).await);
        section["endpoints"] = json!([format!("http://127.0.0.1:{port}/latest.json")]);
        let window = build(Some(section));
        let releases = UpdaterReleases::configured(window.handle()).unwrap();
        let house = House::open_with(Home::new(), Arc::default(), Facts::default(), Some(Arc::new(releases)));
        assert_eq!(
            failure(house.app.look_for_release().await),
            ErrorCode::ReleaseUnreachable
        );
    });
}

/// Waits until another program has looked five times: one that has asked for nothing by then does not ask.
async fn another_looks() {
    let server = server(latest("99.2.0")).await;
    let (other, _window) = house(Home::new(), &server);
    let watching = watch(&other.app);
    other.app.take_named().await;
    until("another program looks", || heard(&other).len() >= 5).await;
    watching.abort();
}

#[test]
fn the_request_says_nothing_of_the_person() {
    within_limit(async {
        let server = server(latest("99.2.0")).await;
        let (house, _window) = house(Home::new(), &server);
        house.app.look_for_release().await.unwrap();
        let requests = server.received_requests().await.unwrap();
        assert_eq!((requests.len(), requests[0].url.path()), (1, "/latest.json"));
        assert!(requests[0].body.is_empty() && requests[0].url.query().is_none());
        let names: Vec<_> = requests[0].headers.keys().map(|name| name.as_str()).collect();
        for name in names {
            let usual = ["accept", "accept-encoding", "host", "user-agent"];
            assert!(usual.contains(&name), "the request has a header {name}");
        }
    });
}

#[test]
fn nothing_is_asked_before_the_first_screen_stands_and_a_version_is_news_once() {
    within_limit(async {
        let server = server(latest("99.2.0")).await;
        let home = Home::new();
        let (first, _window) = house(home.clone(), &server);
        let watching = watch(&first.app);
        another_looks().await;
        assert_eq!(asked(&server).await, 0, "no screen stands yet");
        first.app.take_named().await;
        until("three looks", || heard(&first).len() >= 3).await;
        watching.abort();
        let told = heard(&first);
        assert_eq!(told[0], ("99.2.0".into(), true));
        assert!(told[1..].iter().all(|(_, news)| !news), "{told:?}");

        let (again, _window) = house(home, &server);
        let watching = watch(&again.app);
        again.app.take_named().await;
        until("a look after the restart", || !heard(&again).is_empty()).await;
        watching.abort();
        assert_eq!(heard(&again)[0], ("99.2.0".into(), false));
    });
}

#[test]
fn whoever_does_not_want_it_causes_no_request_by_itself() {
    within_limit(async {
        let server = server(latest("99.2.0")).await;
        let (house, _window) = house(Home::new(), &server);
        let off = Look {
            newer: false,
            ..Look::default()
        };
        house.app.set_preferences(off).unwrap();
        let watching = watch(&house.app);
        house.app.take_named().await;
        another_looks().await;
        watching.abort();
        assert_eq!(asked(&server).await, 0);
        assert!(
            house.app.look_for_release().await.unwrap().is_some(),
            "asked for, it looks"
        );
    });
}

#[test]
fn a_plain_build_looks_for_nothing() {
    within_limit(async {
        let context = nestbox::context::<MockRuntime>();
        assert!(!context.config().plugins.0.contains_key("updater"));
        assert!(UpdaterReleases::configured(build(None).handle()).is_none());
        let house = House::new();
        assert_eq!(failure(house.app.look_for_release().await), ErrorCode::NotFound);
        assert_eq!(failure(house.app.open_link(Link::Release)), ErrorCode::NotFound);
        // It ends at once: there is nothing to watch.
        house.app.watch_releases().await;
    });
}

#[test]
fn a_configuration_that_lacks_a_part_or_whose_page_is_not_safe_is_off() {
    within_limit(async {
        let server = server(latest("99.2.0")).await;
        for (part, value) in [
            ("page", Value::Null),
            ("page", json!("http://releases.example/")),
            ("pubkey", Value::Null),
        ] {
            let mut section = section(&server);
            section[part] = value.clone();
            assert!(
                UpdaterReleases::configured(build(Some(section)).handle()).is_none(),
                "{part}: {value}"
            );
        }
        assert_eq!(asked(&server).await, 0);
    });
}
