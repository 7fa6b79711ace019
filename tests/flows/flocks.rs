//! Flocks in figures, and moving Canarytokens between them: what the list says afterwards is where the Console has them.

use std::time::Duration;

use nestbox::app::error::Error;
use nestbox::app::operations::{CancelToken, Reporter};
use nestbox::app::tokens::{BatchResult, Destination, Filter, Selection};
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, NewToken, Role, Settings};

use crate::creation::made;
use crate::support::{House, code, failure, until, within_limit};

fn everything() -> Selection {
    Selection::Filter {
        filter: Filter::default(),
        except: vec![],
    }
}

/// Three flocks, the first of which has `tokens` Canarytokens with an alert that nobody has looked at.
async fn school(tokens: usize, latency: Duration) -> (House, Console, Vec<String>) {
    let flock = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let settings = Settings {
        flocks: vec![
            flock("flock:default", "Default Flock"),
            flock("flock:finance", "Finance"),
            flock("flock:it", "IT"),
        ],
        latency,
        ..Settings::default()
    };
    let (house, console, _) = House::connected(settings).await;
    let ids = (0..tokens).map(|n| {
        console.add_token(NewToken {
            memo: format!("Cupboard {n}"),
            enabled: n % 2 == 0,
            alerts: (2, 1),
            ..NewToken::default()
        })
    });
    let ids = ids.collect();
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console, ids)
}

async fn move_to(house: &House, selection: &Selection, expected: usize, flock: &str) -> Result<BatchResult, Error> {
    let to = Destination {
        flock: flock.into(),
        clear_incidents: false,
    };
    house
        .app
        .move_tokens(selection, expected, to, CancelToken::new(), Reporter::silent())
        .await
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn three_are_moved_and_the_others_stay() {
    within_limit(async {
        let (house, console, ids) = school(8, Duration::ZERO).await;
        let three = Selection::Ids(ids[2..5].to_vec());
        let result = move_to(&house, &three, 3, "flock:it").await.unwrap();
        assert_eq!((result.done, result.failed.len()), (3, 0));
        assert_eq!(sorted(console.ledger().changed()), sorted(ids[2..5].to_vec()));
        for (n, id) in ids.iter().enumerate() {
            let wanted = if (2..5).contains(&n) {
                "flock:it"
            } else {
                "flock:default"
            };
            assert_eq!(console.flock_of(id).as_deref(), Some(wanted));
            assert_eq!(house.app.token(id).unwrap().row.flock_id, wanted);
        }
        assert_eq!(house.app.token(&ids[3]).unwrap().row.flock, "IT", "by its name");
        assert!(
            console
                .ledger()
                .entries
                .iter()
                .all(|entry| entry.cleared_incidents == 0)
        );
        assert_eq!(
            console.ledger().requests("canarytokens/search").count(),
            0,
            "lists tell the node"
        );
        let again = move_to(&house, &three, 3, "flock:it").await.unwrap();
        assert_eq!(again.done, 0, "what is there already is left alone");
        assert_eq!(console.ledger().count("flock/move"), 3);
    });
}

#[test]
fn alerts_are_cleared_only_when_that_was_asked_for() {
    within_limit(async {
        let (house, console, ids) = school(2, Duration::ZERO).await;
        let to = Destination {
            flock: "flock:finance".into(),
            clear_incidents: true,
        };
        let one = Selection::Ids(vec![ids[0].clone()]);
        let moved = house
            .app
            .move_tokens(&one, 1, to, CancelToken::new(), Reporter::silent())
            .await;
        assert_eq!(moved.unwrap().done, 1);
        let cleared: Vec<u64> = console
            .ledger()
            .carried_out("flock/move")
            .map(|entry| entry.cleared_incidents)
            .collect();
        assert_eq!(cleared, [1]);
    });
}

#[test]
fn one_made_since_the_last_refresh_is_moved_by_the_node_that_a_search_tells_or_else_by_its_id() {
    within_limit(async {
        let (house, console, _) = school(0, Duration::ZERO).await;
        let id = made(&house, "http").await.row.id;
        let one = Selection::Ids(vec![id.clone()]);
        assert_eq!(move_to(&house, &one, 1, "flock:it").await.unwrap().done, 1);
        assert_eq!(console.flock_of(&id).as_deref(), Some("flock:it"));
        assert_eq!(console.ledger().count("canarytokens/search"), 1);
        let no_search = FaultKind::Error {
            message: "There is no such endpoint".into(),
            status: 404,
            result: "error".into(),
        };
        console.set_faults([Fault::new(no_search).at("canarytokens/search")]);
        assert_eq!(move_to(&house, &one, 1, "flock:finance").await.unwrap().done, 1);
        assert_eq!(console.flock_of(&id).as_deref(), Some("flock:finance"));
    });
}

#[test]
fn many_are_moved_with_faults_on_the_way_and_what_is_said_is_what_was_done() {
    within_limit(async {
        let (house, console, ids) = school(90, Duration::ZERO).await;
        console.set_faults([
            Fault::new(FaultKind::ResetAfter).at("flock/move").rate(0.4),
            Fault::new(FaultKind::ResetBefore).at("flock/move").rate(0.3),
        ]);
        let result = move_to(&house, &everything(), 90, "flock:it").await.unwrap();
        console.set_faults([]);
        let there = ids
            .iter()
            .filter(|id| console.flock_of(id).as_deref() == Some("flock:it"));
        assert_eq!(
            sorted(result.ids.clone()),
            sorted(there.cloned().collect()),
            "said to be moved, and moved"
        );
        assert_eq!(result.done + result.failed.len(), 90);
        for id in &ids {
            assert_eq!(Some(house.app.token(id).unwrap().row.flock_id), console.flock_of(id));
        }
    });
}

#[test]
fn one_that_is_gone_and_a_flock_that_is_gone_are_results_that_name_them() {
    within_limit(async {
        let (house, console, ids) = school(4, Duration::ZERO).await;
        console.remove_token(&ids[1]);
        let result = move_to(&house, &everything(), 4, "flock:it").await.unwrap();
        assert_eq!((result.done, result.failed.len()), (3, 1));
        assert_eq!(code(result.failed[0].error.error.clone()), ErrorCode::NotFound);
        assert_eq!(
            failure(house.app.token(&ids[1])),
            ErrorCode::NotFound,
            "it leaves the list"
        );
        let result = move_to(&house, &everything(), 3, "flock:closed").await.unwrap();
        assert_eq!((result.done, result.failed.len()), (0, 3));
        assert_eq!(code(result.failed[0].error.error.clone()), ErrorCode::FlockUnknown);
    });
}

#[test]
fn a_node_that_the_console_does_not_find_costs_nobody_their_row() {
    within_limit(async {
        let (house, console, ids) = school(1, Duration::ZERO).await;
        let unknown = FaultKind::Error {
            message: "Could not find the Canarytoken".into(),
            status: 404,
            result: "error".into(),
        };
        console.set_faults([Fault::new(unknown).at("flock/move")]);
        let result = move_to(&house, &everything(), 1, "flock:it").await.unwrap();
        assert_eq!(code(result.failed[0].error.error.clone()), ErrorCode::ConsoleRefused);
        assert_eq!(house.app.token(&ids[0]).unwrap().row.flock_id, "flock:default");
    });
}

#[test]
fn after_cancel_nothing_more_is_moved_and_a_list_that_has_changed_is_left_alone() {
    within_limit(async {
        let (house, console, ids) = school(60, Duration::from_millis(10)).await;
        assert_eq!(
            failure(move_to(&house, &everything(), 59, "flock:it").await),
            ErrorCode::FieldInvalid
        );
        assert_eq!(console.ledger().entries.len(), 0);
        let (app, cancel) = (house.app.clone(), CancelToken::new());
        let token = cancel.clone();
        let work = tokio::spawn(async move {
            let to = Destination {
                flock: "flock:it".into(),
                clear_incidents: false,
            };
            app.move_tokens(&everything(), 60, to, token, Reporter::silent()).await
        });
        until("some were moved", || console.ledger().changed().len() > 5).await;
        cancel.cancel();
        let result = work.await.unwrap().unwrap();
        assert!(result.done < 60 && result.failed.len() <= 8);
        assert!(
            result
                .ids
                .iter()
                .all(|id| console.flock_of(id).as_deref() == Some("flock:it"))
        );
        assert!(
            ids.iter()
                .any(|id| console.flock_of(id).as_deref() == Some("flock:default"))
        );
    });
}

#[test]
fn flocks_are_told_with_their_figures_or_at_least_by_name() {
    within_limit(async {
        let (house, console, ids) = school(5, Duration::ZERO).await;
        move_to(&house, &Selection::Ids(vec![ids[0].clone()]), 1, "flock:finance")
            .await
            .unwrap();
        let told = house.app.summarize_flocks().await.unwrap();
        let told: Vec<_> = told.iter().map(|flock| (flock.name.as_str(), flock.figures)).collect();
        assert_eq!(
            told,
            [
                ("Default Flock", Some((4, 2, 2))),
                ("Finance", Some((1, 1, 0))),
                ("IT", Some((0, 0, 0)))
            ]
        );
        console.set_faults([Fault::new(FaultKind::Status {
            code: 404,
            retry_after: None,
        })
        .at("flocks/summary")]);
        let told = house.app.summarize_flocks().await.unwrap();
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|flock| flock.figures.is_none()));
    });
}

#[test]
fn a_key_that_may_not_is_told_so_in_the_consoles_words() {
    within_limit(async {
        let (house, console, ids) = school(1, Duration::ZERO).await;
        console.set_role(Role::ReadOnly);
        let result = move_to(&house, &everything(), 1, "flock:it").await.unwrap();
        let error = UiError::from(&result.failed[0].error);
        assert_eq!(error.code, ErrorCode::NotAllowed);
        assert!(error.detail.unwrap().contains("which does not allow this"));
        assert_eq!(console.flock_of(&ids[0]).as_deref(), Some("flock:default"));
    });
}
