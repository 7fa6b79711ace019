//! Watching for alerts: one request for each interval, and one notification for all that is new.

use std::time::Duration;

use nestbox::app::Facts;
use nestbox::app::ports::Notification;
use nestbox::app::preferences::Theme;
use nestbox::app::watch::WatchPace;
use practice_console::{Console, Fault, FaultKind, NewToken, Role, Settings};

use crate::support::{Home, House, look, until, within_limit};

fn often(page: u32) -> Facts {
    Facts {
        watch_pace: WatchPace {
            every: Duration::from_millis(10),
            page,
        },
        ..Facts::default()
    }
}

/// The watch runs until this is dropped.
struct Running(tokio::task::JoinHandle<()>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn watch(house: &House, on: bool) -> Running {
    house.app.preferences.set(look(Theme::System, 100, on, true)).unwrap();
    let app = house.app.clone();
    Running(tokio::spawn(async move { app.watch().await }))
}

fn pages(console: &Console) -> usize {
    console.ledger().requests("canarytokens/paginate").count()
}

fn shown(house: &House) -> Vec<Notification> {
    house.notifier.shown.lock().unwrap().clone()
}

/// Somebody presses the button of the practice page.
async fn set_off(console: &Console, ids: &[String]) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let host = console.url().replace("http://", "");
    for id in ids {
        let mut stream = tokio::net::TcpStream::connect(&host).await.unwrap();
        let head = format!(
            "POST /practice/t/{id}/set-off HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.read_to_string(&mut String::new()).await.unwrap();
    }
}

fn token(memo: &str) -> NewToken {
    NewToken {
        memo: memo.into(),
        ..NewToken::default()
    }
}

#[test]
fn one_that_is_newly_set_off_is_told_once_with_its_place_and_counted_in_the_list() {
    within_limit(async {
        let (house, console, _) = House::listed(
            Settings {
                tokens: 40,
                ..Settings::default()
            },
            often(3_000),
        )
        .await;
        let id = console.add_token(token("Place: Attic <b>\nLooked after by: Tom\nNote: Behind the box"));
        house.app.refresh_tokens().await.unwrap();
        let _running = watch(&house, true);
        let before = pages(&console);
        until("it looks", || pages(&console) > before + 2).await;
        assert!(shown(&house).is_empty(), "what was known at the start is not told");
        set_off(&console, std::slice::from_ref(&id)).await;
        until("it is told", || !shown(&house).is_empty()).await;
        let told = Notification {
            title: "A Canarytoken was set off".into(),
            body: "Attic <b>".into(),
        };
        assert_eq!(shown(&house), std::slice::from_ref(&told));
        assert_eq!(house.app.token(&id).unwrap().row.alerts, 1);
        let before = pages(&console);
        until("it looks again", || pages(&console) > before + 3).await;
        assert_eq!(shown(&house), [told], "and not told again");
        set_off(&console, std::slice::from_ref(&id)).await;
        until("the next alert is news", || shown(&house).len() == 2).await;
    });
}

#[test]
fn many_at_once_make_one_notification() {
    within_limit(async {
        let settings = Settings {
            tokens: 60,
            ..Settings::default()
        };
        let slow = Facts {
            watch_pace: WatchPace {
                every: Duration::from_millis(400),
                page: 3_000,
            },
            ..Facts::default()
        };
        let (house, console, _) = House::listed(settings, slow).await;
        let ids: Vec<String> = console
            .token_ids()
            .into_iter()
            .filter(|id| console.is_enabled(id) == Some(true))
            .collect();
        let some = ids.len();
        assert!(some > 40);
        set_off(&console, &ids).await;
        let _running = watch(&house, true);
        until("it is told", || !shown(&house).is_empty()).await;
        let told = Notification {
            title: format!("{some} Canarytokens were set off"),
            body: "Open Nestbox to see which.".into(),
        };
        assert_eq!(shown(&house), [told]);
    });
}

#[test]
fn each_interval_costs_one_request_whatever_the_number_and_a_long_list_is_read_page_by_page() {
    within_limit(async {
        let settings = Settings {
            tokens: 500,
            ..Settings::default()
        };
        let (house, console, _) = House::listed(settings, often(100)).await;
        let on: Vec<String> = console
            .token_ids()
            .into_iter()
            .filter(|id| console.is_enabled(id) == Some(true))
            .collect();
        let ends = [on[0].clone(), on[on.len() - 1].clone()];
        let begun = std::time::Instant::now();
        let running = watch(&house, true);
        set_off(&console, &ends).await;
        until("both are told", || {
            shown(&house)
                .iter()
                .map(|one| if one.title.starts_with("A ") { 1 } else { 2 })
                .sum::<usize>()
                == 2
        })
        .await;
        until("the list was gone round more than once", || pages(&console) > 12).await;
        drop(running);
        let intervals = begun.elapsed().as_millis() / 10 + 1;
        let ledger = console.ledger();
        let asked = ledger.requests("canarytokens/paginate").count();
        assert!(asked as u128 <= intervals, "{asked} requests in {intervals} intervals");
        let others = ledger
            .entries
            .iter()
            .filter(|entry| entry.endpoint != "canarytokens/paginate");
        assert_eq!(others.count(), 0);
    });
}

#[test]
fn nothing_is_asked_unless_it_is_wanted_and_may_be() {
    within_limit(async {
        let (house, console, _) = House::listed(Settings::default(), often(3_000)).await;
        let _running = watch(&house, false);
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(console.ledger().entries.len(), 0, "it was not asked for");
        house.app.preferences.set(look(Theme::System, 100, true, true)).unwrap();
        until("it was asked for", || pages(&console) > 0).await;

        let deploy = Settings {
            role: Role::Deploy,
            ..Settings::default()
        };
        let (house, console, _) = House::connected(deploy).await;
        console.clear_ledger();
        let _running = watch(&house, true);
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(console.ledger().entries.len(), 0, "the key may not list");
    });
}

#[test]
fn before_the_list_was_read_once_nothing_is_news() {
    within_limit(async {
        let house = House::open(Home::new(), Default::default(), often(3_000));
        let console = Console::start(Settings {
            tokens: 30,
            ..Settings::default()
        })
        .await
        .unwrap();
        house.connect(&console).await.unwrap();
        console.clear_ledger();
        let _running = watch(&house, true);
        tokio::time::sleep(Duration::from_millis(80)).await;
        assert_eq!(pages(&console), 0);
        house.app.refresh_tokens().await.unwrap();
        until("it looks", || pages(&console) > 3).await;
        assert!(shown(&house).is_empty());
    });
}

#[test]
fn one_that_was_made_elsewhere_meanwhile_is_told_once() {
    within_limit(async {
        let (house, console, _) = House::listed(Settings::default(), often(3_000)).await;
        let _running = watch(&house, true);
        let id = console.add_token(token("Safe in the office"));
        set_off(&console, &[id]).await;
        until("it is told", || !shown(&house).is_empty()).await;
        let before = pages(&console);
        until("it looks again", || pages(&console) > before + 3).await;
        assert_eq!(shown(&house).len(), 1);
        assert_eq!(shown(&house)[0].body, "Safe in the office");
    });
}

#[test]
fn a_console_that_fails_is_asked_again_at_the_next_interval_and_nobody_is_bothered() {
    within_limit(async {
        let (house, console, _) = House::listed(Settings::default(), often(3_000)).await;
        let id = console.add_token(token(&format!("A{}", " very long place".repeat(30))));
        house.app.refresh_tokens().await.unwrap();
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytokens/paginate").times(3)]);
        console.clear_ledger();
        let _running = watch(&house, true);
        until("it tried", || pages(&console) >= 3).await;
        set_off(&console, &[id]).await;
        until("it is told", || !shown(&house).is_empty()).await;
        let body = shown(&house)[0].body.clone();
        assert!(body.ends_with('…') && body.chars().count() <= 81, "{body}");
    });
}
