//! The list: how it fills, what stays when it fails, and who may see it.

use std::time::Duration;

use nestbox::app::events::AppEvent;
use nestbox::app::tokens::{Column, Filter, Phase, Selection, Sort};
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, NewToken, Role, Settings};

use crate::support::{House, code, failure, until, within_limit};

const NEWEST: Sort = Sort {
    column: Column::Created,
    descending: true,
};

fn text(text: &str) -> Filter {
    Filter {
        text: text.into(),
        ..Filter::default()
    }
}

#[test]
fn the_list_holds_what_the_console_has() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 1_300,
            ..Settings::default()
        })
        .await;
        let status = house.app.refresh_tokens().await.unwrap();
        assert_eq!(
            (status.phase, status.loaded, status.error.is_none()),
            (Phase::Ready, 1_300, true)
        );
        assert!(status.refreshed_at.is_some());
        let found = session.tokens.query(&Filter::default(), NEWEST, 0, 50);
        assert_eq!((found.total, found.rows.len()), (1_300, 50));
        let mut ids = session.tokens.with(|index| {
            index.ids(&Selection::Filter {
                filter: Filter::default(),
                except: vec![],
            })
        });
        let mut theirs = console.token_ids();
        ids.sort();
        theirs.sort();
        assert_eq!(ids, theirs);
        assert!(
            found.rows.iter().all(|row| !row.flock.starts_with("flock:")),
            "flocks have their names"
        );
    });
}

#[test]
fn the_first_rows_are_shown_in_a_window_that_stands_before_the_second_page_is_asked_for() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 1_200,
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let app = house.app.clone();
        let refresh = tokio::spawn(async move { app.refresh_tokens().await });
        until("the first rows", || session.tokens.with(|index| !index.is_empty())).await;
        assert_eq!(console.ledger().requests("canarytokens/paginate").count(), 1);
        assert_eq!(session.tokens.query(&Filter::default(), NEWEST, 0, 20).rows.len(), 20);
        // Time enough to ask for a page, but the window does not stand yet.
        house.app.flocks().await.unwrap();
        assert_eq!(console.ledger().requests("canarytokens/paginate").count(), 1);
        house.app.take_named().await;
        refresh.await.unwrap().unwrap();
        assert_eq!(console.ledger().requests("canarytokens/paginate").count(), 3);
        let told: Vec<_> = house
            .events
            .lock()
            .unwrap()
            .iter()
            .filter_map(|event| match event {
                AppEvent::ListChanged(status) => Some((status.phase, status.loaded)),
                _ => None,
            })
            .collect();
        assert!(told.contains(&(Phase::Loading, 500)), "{told:?}");
        assert_eq!(told.last(), Some(&(Phase::Ready, 1_200)));
    });
}

#[test]
fn what_was_deleted_on_the_console_leaves_with_the_next_refresh() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 30,
            ..Settings::default()
        })
        .await;
        house.app.refresh_tokens().await.unwrap();
        let gone = console.token_ids()[3].clone();
        console.remove_token(&gone);
        let new = console.add_token(NewToken {
            kind: "http".into(),
            memo: "Just made elsewhere".into(),
            ..NewToken::default()
        });
        house.app.refresh_tokens().await.unwrap();
        assert!(
            session
                .tokens
                .with(|index| index.get(&gone).is_none() && index.get(&new).is_some())
        );
    });
}

#[test]
fn a_failed_refresh_keeps_what_was_there_and_says_why() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 1_100,
            ..Settings::default()
        })
        .await;
        house.app.refresh_tokens().await.unwrap();
        for (fault, wanted) in [
            (FaultKind::BadGateway, ErrorCode::ConsoleDown),
            (FaultKind::RepeatingCursor, ErrorCode::ListRepeats),
            (FaultKind::Deep { levels: 5_000 }, ErrorCode::AnswerOdd),
            (FaultKind::Huge { mib: 9 }, ErrorCode::AnswerTooLarge),
            (FaultKind::Empty, ErrorCode::NotJson),
            (FaultKind::Stall { bytes: 40 }, ErrorCode::TimedOut),
        ] {
            console.set_faults([Fault::new(fault.clone()).at("canarytokens/paginate")]);
            let status = house.app.refresh_tokens().await.unwrap();
            assert_eq!(status.phase, Phase::Failed, "{fault:?}");
            assert_eq!(code(status.error.unwrap().error), wanted, "{fault:?}");
            assert_eq!(
                session.tokens.query(&Filter::default(), NEWEST, 0, 1).total,
                1_100,
                "{fault:?}"
            );
        }
        console.set_faults([]);
        assert_eq!(house.app.refresh_tokens().await.unwrap().phase, Phase::Ready);
    });
}

#[test]
fn a_refresh_that_is_stopped_half_way_says_so() {
    within_limit(async {
        let settings = Settings {
            tokens: 1_100,
            latency: Duration::from_millis(100),
            ..Settings::default()
        };
        let (house, _console, session) = House::connected(settings).await;
        let app = house.app.clone();
        let refresh = tokio::spawn(async move { app.operations.run("refresh-1", |_| app.refresh_tokens()).await });
        until("the first rows", || session.tokens.with(|index| !index.is_empty())).await;
        house.app.operations.cancel("refresh-1");
        assert_eq!(failure(refresh.await.unwrap()), ErrorCode::Cancelled);
        assert_eq!(session.tokens.status().phase, Phase::Failed);
        assert_eq!(house.app.refresh_tokens().await.unwrap().phase, Phase::Ready);
    });
}

#[test]
fn two_refreshes_at_once_fetch_once() {
    within_limit(async {
        let settings = Settings {
            tokens: 50,
            latency: Duration::from_millis(30),
            ..Settings::default()
        };
        let (house, console, _session) = House::connected(settings).await;
        console.clear_ledger();
        let (first, second) = tokio::join!(house.app.refresh_tokens(), house.app.refresh_tokens());
        assert_eq!(
            (first.unwrap().phase, second.unwrap().phase),
            (Phase::Ready, Phase::Ready)
        );
        assert_eq!(console.ledger().requests("canarytokens/paginate").count(), 1);
    });
}

#[test]
fn a_key_that_may_only_create_has_no_list_and_no_error() {
    within_limit(async {
        let settings = Settings {
            tokens: 20,
            role: Role::Deploy,
            ..Settings::default()
        };
        let (house, console, session) = House::connected(settings).await;
        console.clear_ledger();
        let status = house.app.refresh_tokens().await.unwrap();
        assert_eq!((status.phase, status.error.is_none()), (Phase::NotAllowed, true));
        assert_eq!(
            console.ledger().entries.len(),
            0,
            "nothing that would be refused is asked"
        );
        let input = crate::creation::form("http", "Bookmark on the reception computer");
        house.app.create_token(&input).await.unwrap();
        assert_eq!(
            session.tokens.query(&Filter::default(), NEWEST, 0, 10).total,
            1,
            "what this session created is shown"
        );
        assert_eq!(session.tokens.status().phase, Phase::NotAllowed);
    });
}

#[test]
fn the_search_finds_by_all_that_is_shown_and_counts_agree() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 40,
            ..Settings::default()
        })
        .await;
        let id = console.add_token(NewToken {
            kind: "sql".into(),
            memo: "Zebra <b>crossing</b>".into(),
            ..NewToken::default()
        });
        house.app.refresh_tokens().await.unwrap();
        for typed in ["zebra", "<B>CROSS", &id[..12], "zebra sql"] {
            let found = session.tokens.query(&text(typed), NEWEST, 0, 10);
            assert_eq!(
                found.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
                [id.as_str()],
                "{typed}"
            );
            assert_eq!(found.all, 41);
        }
        let facets = session.tokens.with(|index| index.facets());
        assert_eq!(facets.enabled + facets.disabled, 41);
    });
}

#[test]
fn without_a_console_there_is_no_list() {
    within_limit(async {
        let house = House::new();
        assert_eq!(failure(house.app.refresh_tokens().await), ErrorCode::NotConnected);
    });
}

#[test]
fn flocks_keep_their_names_when_the_console_does_not_tell_them_again() {
    within_limit(async {
        let (house, console, session) = House::connected(Settings {
            tokens: 30,
            ..Settings::default()
        })
        .await;
        house.app.refresh_tokens().await.unwrap();
        let names = || session.tokens.with(|index| index.facets()).flocks;
        let before = names();
        assert!(
            before
                .iter()
                .any(|(id, name, _)| id.strip_prefix("flock:") != Some(name)),
            "{before:?}"
        );
        console.set_faults([Fault::new(FaultKind::BadGateway).at("flocks/list")]);
        assert_eq!(house.app.refresh_tokens().await.unwrap().phase, Phase::Ready);
        assert_eq!(names(), before);
    });
}
