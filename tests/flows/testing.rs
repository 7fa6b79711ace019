//! "Test it": asked again and again, one request for each pause, until the alert has come, the time is over or somebody stops it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use nestbox::app::Facts;
use nestbox::app::desktop::Link;
use nestbox::app::operations::Operations;
use nestbox::app::testing::{TestPace, TestProgress, TestResult};
use nestbox::wire::ErrorCode;
use practice_console::{Console, Fault, FaultKind, NewToken, Settings};

use crate::support::{House, failure, until, within_limit};

fn paced(first_ms: u64, longest_ms: u64, limit_ms: u64) -> Facts {
    Facts {
        test_pace: TestPace {
            first: Duration::from_millis(first_ms),
            longest: Duration::from_millis(longest_ms),
            limit: Duration::from_millis(limit_ms),
        },
        ..Facts::default()
    }
}

/// A program with one Canarytoken, and its id.
async fn one(facts: Facts) -> (House, Console, String) {
    let (house, console, _) = House::listed(Settings::default(), facts).await;
    let id = console.add_token(NewToken {
        alerts: (3, 1),
        ..NewToken::default()
    });
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console, id)
}

fn looks(console: &Console) -> usize {
    console.ledger().requests("canarytoken/fetch").count()
}

/// Somebody opens the Canarytoken's link.
async fn open(house: &House, id: &str) {
    let detail = house.app.token(id).unwrap();
    let link = detail
        .copy
        .iter()
        .find(|value| value.value.starts_with("http"))
        .unwrap();
    assert!(reqwest_get(&link.value).await);
}

async fn reqwest_get(address: &str) -> bool {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let rest = address.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.starts_with("HTTP/1.1 200")
}

#[test]
fn the_alert_is_seen_once_the_link_was_opened_and_older_alerts_do_not_count() {
    within_limit(async {
        let (house, console, id) = one(paced(2, 10, 20_000)).await;
        let before = SystemTime::now();
        let (app, tested) = (house.app.clone(), id.clone());
        let heard: Arc<Mutex<Vec<TestProgress>>> = Arc::default();
        let hears = heard.clone();
        let test = tokio::spawn(async move {
            app.test_token(&tested, move |now| hears.lock().unwrap().push(now))
                .await
        });
        until("a few looks", || looks(&console) >= 4).await;
        assert!(!test.is_finished(), "three old alerts are no news");
        open(&house, &id).await;
        let result = test.await.unwrap().unwrap();
        let TestResult::Came { at } = result else {
            panic!("{result:?}")
        };
        assert!(at >= before && at <= SystemTime::now());
        let heard = heard.lock().unwrap();
        assert!(heard.iter().all(|now| !now.offline));
        assert!(heard.is_sorted_by(|earlier, later| earlier.remaining >= later.remaining));
        // One look more than told of: the one that saw the alert.
        assert_eq!(looks(&console), heard.len() + 1);
        assert_eq!(
            console.ledger().entries.len(),
            looks(&console),
            "and nothing else is asked"
        );
        assert_eq!(house.app.token(&id).unwrap().row.alerts, 4, "the list knows it too");
    });
}

#[test]
fn an_alert_that_came_before_the_first_look_counts() {
    within_limit(async {
        let (house, console, id) = one(paced(60_000, 60_000, 600_000)).await;
        open(&house, &id).await;
        let result = house.app.test_token(&id, |_| {}).await.unwrap();
        assert!(matches!(result, TestResult::Came { .. }));
        assert_eq!(looks(&console), 1);
    });
}

#[test]
fn the_pauses_grow_and_when_the_time_is_over_it_says_so() {
    within_limit(async {
        let (house, console, id) = one(paced(20, 100, 700)).await;
        let result = house.app.test_token(&id, |_| {}).await.unwrap();
        assert_eq!(result, TestResult::NotYet { offline: false });
        let at: Vec<u64> = console.ledger().entries.iter().map(|entry| entry.at_ms).collect();
        // 0, 20, 50, 95, 162, 262, 362, … at the earliest.
        let earliest = [0, 20, 50, 95, 162, 262, 362, 462, 562, 662];
        assert!(at.len() > 2 && at.len() <= earliest.len(), "{at:?}");
        for (look, earliest) in at.iter().zip(earliest) {
            assert!(look - at[0] + 2 >= earliest, "{at:?}");
        }
    });
}

#[test]
fn a_console_that_does_not_answer_is_told_and_asked_on_once_for_each_pause() {
    within_limit(async {
        let (house, console, id) = one(paced(2, 10, 20_000)).await;
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/fetch")]);
        let heard: Arc<Mutex<Vec<TestProgress>>> = Arc::default();
        let (app, tested, hears) = (house.app.clone(), id.clone(), heard.clone());
        let test = tokio::spawn(async move {
            app.test_token(&tested, move |now| hears.lock().unwrap().push(now))
                .await
        });
        until("it is told", || {
            heard.lock().unwrap().iter().filter(|now| now.offline).count() >= 3
        })
        .await;
        console.set_faults([]);
        until("it answers again", || {
            heard.lock().unwrap().last().is_some_and(|now| !now.offline)
        })
        .await;
        open(&house, &id).await;
        assert!(matches!(test.await.unwrap(), Ok(TestResult::Came { .. })));
        assert_eq!(
            looks(&console),
            heard.lock().unwrap().len() + 1,
            "no look was tried twice"
        );
    });
}

#[test]
fn when_the_time_is_over_without_an_answer_that_is_told() {
    within_limit(async {
        let (house, console, id) = one(paced(5, 10, 100)).await;
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/fetch")]);
        let result = house.app.test_token(&id, |_| {}).await.unwrap();
        assert_eq!(result, TestResult::NotYet { offline: true });
        // One that does not answer at all does not make it longer, either.
        console.set_faults([Fault::new(FaultKind::Stall { bytes: 0 }).at("canarytoken/fetch")]);
        let result = tokio::time::timeout(Duration::from_millis(900), house.app.test_token(&id, |_| {})).await;
        assert_eq!(result.unwrap().unwrap(), TestResult::NotYet { offline: true });
    });
}

#[test]
fn after_it_is_cancelled_nothing_more_is_sent() {
    within_limit(async {
        let (house, console, id) = one(paced(1, 2, 60_000)).await;
        let operations = Operations::default();
        // In a pause: whatever was sent has been answered.
        let told = AtomicUsize::new(0);
        let hear = |_| {
            if told.fetch_add(1, Ordering::SeqCst) == 2 {
                operations.cancel("test-1");
            }
        };
        let test = operations.run("test-1", |_| house.app.test_token(&id, hear));
        assert_eq!(failure(test.await), ErrorCode::Cancelled);
        nothing_more_is_sent(&console, 3).await;

        // While the Console has a request that it does not answer.
        console.clear_ledger();
        console.set_faults([Fault::new(FaultKind::Stall { bytes: 0 }).at("canarytoken/fetch")]);
        let test = operations.run("test-2", |_| house.app.test_token(&id, |_| {}));
        let stop = async {
            until("it looks", || looks(&console) == 1).await;
            operations.cancel("test-2");
        };
        let (ended, ()) = tokio::join!(test, stop);
        assert_eq!(failure(ended), ErrorCode::Cancelled);
        nothing_more_is_sent(&console, 1).await;
    });
}

/// There were so many looks, and thirty pauses later there are no more.
async fn nothing_more_is_sent(console: &Console, sent: usize) {
    assert_eq!(looks(console), sent);
    tokio::time::sleep(Duration::from_millis(60)).await;
    assert_eq!(looks(console), sent, "thirty pauses later");
}

#[test]
fn it_ends_with_the_session_and_when_the_canarytoken_is_gone() {
    within_limit(async {
        let (house, console, id) = one(paced(1, 2, 60_000)).await;
        let (app, tested) = (house.app.clone(), id.clone());
        let test = tokio::spawn(async move { app.test_token(&tested, |_| {}).await });
        until("it looks", || looks(&console) >= 2).await;
        console.remove_token(&id);
        assert_eq!(failure(test.await.unwrap()), ErrorCode::NotFound);
        assert_eq!(
            failure(house.app.test_token("nobody", |_| {}).await),
            ErrorCode::NotFound
        );

        let other = console.add_token(NewToken::default());
        house.app.refresh_tokens().await.unwrap();
        let (app, tested) = (house.app.clone(), other.clone());
        let test = tokio::spawn(async move { app.test_token(&tested, |_| {}).await });
        let before = looks(&console);
        until("it looks", || looks(&console) > before).await;
        let entry = house.app.consoles.all().pop().unwrap();
        house.app.sign_out(&entry.id).await.unwrap();
        assert_eq!(failure(test.await.unwrap()), ErrorCode::Cancelled);
    });
}

#[test]
fn the_practice_page_is_opened_for_a_practice_console_and_for_no_other() {
    within_limit(async {
        let (house, _console, id) = one(Facts::default()).await;
        let page = || Link::Practice(id.clone());
        assert_eq!(failure(house.app.open_link(page())), ErrorCode::NotFound);
        let session = house.app.start_practice().await.unwrap();
        house.app.open_link(page()).unwrap();
        let opened = house.desktop.opened.lock().unwrap().clone();
        assert_eq!(opened, [session.client.console().page(&format!("practice/#t-{id}"))]);
        assert!(
            reqwest_get(opened[0].split('#').next().unwrap()).await,
            "and it is there"
        );
        for odd in ["../nest", "a b", "\"><x"] {
            assert_eq!(
                failure(house.app.open_link(Link::Practice(odd.into()))),
                ErrorCode::NotFound
            );
        }
    });
}
