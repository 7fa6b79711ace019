//! One, some and many: what the list says afterwards is what the Console did.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use nestbox::app::operations::{CancelToken, Progress, Reporter};
use nestbox::app::tokens::{Filter, RemoveFromAws, Selection, Switch};
use nestbox::wire::ErrorCode;
use practice_console::{Console, Fault, FaultKind, Role, Settings};

use crate::creation::made;
use crate::support::{House, code, failure, until, within_limit};

fn everything() -> Selection {
    Selection::Filter {
        filter: Filter::default(),
        except: vec![],
    }
}

async fn loaded(tokens: usize) -> (House, Console) {
    let (house, console, _) = House::connected(Settings {
        tokens,
        ..Settings::default()
    })
    .await;
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console)
}

async fn switch(house: &House, selection: &Selection, to: Switch) -> nestbox::app::tokens::BatchResult {
    house
        .app
        .switch_tokens(selection, to, CancelToken::new(), Reporter::silent())
        .await
        .unwrap()
}

async fn delete(
    house: &House,
    selection: &Selection,
    expected: usize,
) -> Result<nestbox::app::tokens::BatchResult, nestbox::app::error::Error> {
    house
        .app
        .delete_tokens(selection, expected, false, CancelToken::new(), Reporter::silent())
        .await
}

#[test]
fn turning_off_undoing_and_deleting_one_is_what_the_console_did() {
    within_limit(async {
        let (house, console) = loaded(12).await;
        let id = made(&house, "doc-msword").await.row.id;
        let one = Selection::Ids(vec![id.clone()]);
        assert_eq!(switch(&house, &one, Switch::Off).await.ids, vec![id.clone()]);
        assert_eq!(
            (console.is_enabled(&id), house.app.token(&id).unwrap().row.enabled),
            (Some(false), false)
        );
        assert_eq!(switch(&house, &one, Switch::On).await.done, 1);
        assert_eq!(
            (console.is_enabled(&id), house.app.token(&id).unwrap().row.enabled),
            (Some(true), true)
        );
        assert_eq!(
            switch(&house, &one, Switch::On).await.done,
            0,
            "what is on is left alone"
        );
        assert_eq!(delete(&house, &one, 1).await.unwrap().done, 1);
        assert_eq!(console.ledger().deleted(), vec![id.clone()]);
        assert_eq!(failure(house.app.token(&id)), ErrorCode::NotFound);
    });
}

#[test]
fn alerts_are_destroyed_only_when_that_was_asked_for() {
    within_limit(async {
        let (house, console) = loaded(60).await;
        let session = house.app.session().unwrap();
        let with_alerts = Filter {
            alerts: Some(true),
            ..Filter::default()
        };
        let ids = session.tokens.with(|index| {
            index.ids(&Selection::Filter {
                filter: with_alerts,
                except: vec![],
            })
        });
        let (kept, destroyed) = (
            Selection::Ids(vec![ids[0].clone()]),
            Selection::Ids(vec![ids[1].clone()]),
        );
        delete(&house, &kept, 1).await.unwrap();
        assert_eq!(console.ledger().entries.last().unwrap().cleared_incidents, 0);
        house
            .app
            .delete_tokens(&destroyed, 1, true, CancelToken::new(), Reporter::silent())
            .await
            .unwrap();
        assert!(console.ledger().entries.last().unwrap().cleared_incidents > 0);
    });
}

#[test]
fn many_are_done_with_faults_on_the_way_and_nothing_is_lost_or_doubled() {
    within_limit(async {
        let (house, console) = loaded(120).await;
        console.set_faults([
            Fault::new(FaultKind::ResetAfter).at("canarytoken/delete").rate(0.3),
            Fault::new(FaultKind::ResetBefore).at("canarytoken/delete").rate(0.2),
        ]);
        let result = delete(&house, &everything(), 120).await.unwrap();
        console.set_faults([]);
        let mut deleted = console.ledger().deleted();
        deleted.sort();
        let mut said = result.ids.clone();
        said.sort();
        assert_eq!(said, deleted, "said to be deleted, and deleted");
        assert_eq!(result.done + result.failed.len(), 120);
        let mut left: Vec<String> = result.failed.iter().map(|failed| failed.id.clone()).collect();
        let mut theirs = console.token_ids();
        left.sort();
        theirs.sort();
        assert_eq!(left, theirs, "what failed is still there");
    });
}

#[test]
fn a_partial_failure_is_a_result_that_names_what_failed() {
    within_limit(async {
        let (house, console) = loaded(20).await;
        let gone = console.token_ids()[4].clone();
        console.remove_token(&gone);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let heard = seen.clone();
        let reporter = Reporter::new(move |progress: Progress| heard.lock().unwrap().push(progress));
        let was_on = house.app.summarize(&everything()).unwrap().enabled;
        let result = house
            .app
            .switch_tokens(&everything(), Switch::Off, CancelToken::new(), reporter)
            .await
            .unwrap();
        let failed = usize::from(result.failed.len() == 1);
        assert_eq!(result.done + failed, was_on);
        if let Some(one) = result.failed.first() {
            assert_eq!(
                (one.id.as_str(), code(one.error.error.clone())),
                (gone.as_str(), ErrorCode::NotFound)
            );
            assert!(!one.memo.is_empty());
        }
        let last = *seen.lock().unwrap().last().unwrap();
        assert_eq!((last.done, last.total), (was_on as u64, Some(was_on as u64)));
    });
}

#[test]
fn after_cancel_nothing_more_is_sent() {
    within_limit(async {
        let settings = Settings {
            tokens: 200,
            latency: Duration::from_millis(15),
            ..Settings::default()
        };
        let (house, console, _session) = House::connected(settings).await;
        house.app.refresh_tokens().await.unwrap();
        console.clear_ledger();
        let (app, cancel) = (house.app.clone(), CancelToken::new());
        let token = cancel.clone();
        let work = tokio::spawn(async move {
            app.delete_tokens(&everything(), 200, false, token, Reporter::silent())
                .await
        });
        until("some were deleted", || console.ledger().deleted().len() > 10).await;
        cancel.cancel();
        let result = work.await.unwrap().unwrap();
        // What was under way when it was cancelled may still arrive; time for more to show up, if there were more.
        tokio::time::sleep(Duration::from_millis(150)).await;
        let arrived = console.ledger().entries.len();
        let at_once = console.ledger().most_at_once;
        assert!((2..=8).contains(&at_once), "{at_once} at once");
        assert!(
            arrived <= result.done + result.failed.len(),
            "something was sent after the answer"
        );
        assert!(
            result.done < 200 && result.failed.len() <= 8,
            "{} done, {} unclear",
            result.done,
            result.failed.len()
        );
        assert!(result.ids.iter().all(|id| console.ledger().deleted().contains(id)));
    });
}

#[test]
fn a_list_that_has_changed_is_not_deleted_from() {
    within_limit(async {
        let (house, console) = loaded(10).await;
        assert_eq!(failure(delete(&house, &everything(), 9).await), ErrorCode::FieldInvalid);
        assert_eq!(console.ledger().entries.len(), 0);
    });
}

#[test]
fn the_same_operation_twice_changes_once() {
    within_limit(async {
        let (house, console) = loaded(3).await;
        let id = made(&house, "http").await.row.id;
        console.clear_ledger();
        let run = || {
            house
                .app
                .operations
                .run("edit-1", |_| house.app.update_memo(&id, "Moved to the archive"))
        };
        let (first, second) = tokio::join!(run(), run());
        assert_eq!(
            (first.unwrap().memo, second.unwrap().memo),
            ("Moved to the archive".into(), "Moved to the archive".into())
        );
        assert_eq!(console.ledger().count("canarytoken/update"), 1);
    });
}

#[test]
fn a_reminder_is_checked_before_it_is_sent_and_kept_when_it_fails() {
    within_limit(async {
        let (house, console) = loaded(3).await;
        let id = made(&house, "http").await.row.id;
        assert_eq!(failure(house.app.update_memo(&id, " ").await), ErrorCode::MemoEmpty);
        assert_eq!(
            failure(house.app.update_memo(&id, &"x".repeat(1_000_000)).await),
            ErrorCode::MemoTooLong
        );
        console.set_faults([Fault::new(FaultKind::BadGateway).at("canarytoken/update")]);
        assert_eq!(
            failure(house.app.update_memo(&id, "New words").await),
            ErrorCode::ConsoleDown
        );
        assert_eq!(house.app.token(&id).unwrap().memo, "Front desk, http");
    });
}

#[test]
fn a_bucket_leaves_aws_and_a_factory_is_deleted_by_its_hash() {
    within_limit(async {
        let (house, console) = loaded(0).await;
        let bucket = made(&house, "aws-s3").await;
        assert!(bucket.removable_bucket);
        let request = |delete_buckets, source: Option<&str>| RemoveFromAws {
            id: bucket.row.id.clone(),
            access_key: "AKIAEXAMPLE".to_owned().into(),
            secret_key: "marker-secret".to_owned().into(),
            session_token: None,
            region: "eu-west-1".into(),
            delete_buckets,
            source_bucket: source.map(str::to_owned),
        };
        assert_eq!(
            failure(house.app.remove_s3(request(true, None)).await),
            ErrorCode::FieldInvalid
        );
        house.app.remove_s3(request(true, Some("records"))).await.unwrap();
        assert_eq!(console.ledger().count("canarytoken/remove/s3"), 1);
        let factory = made(&house, "apeeper").await;
        let hash = factory.factory_hash.unwrap();
        house.app.delete_factory(&hash).await.unwrap();
        assert!(!console.token_ids().contains(&factory.row.id));
        assert_eq!(
            failure(house.app.token(&factory.row.id)),
            ErrorCode::NotFound,
            "its entry leaves the list as it left the Console"
        );
        assert_eq!(console.ledger().count("apeeperfactory/delete"), 1);
        assert!(!house.everything_written().contains("marker-secret"));
    });
}

#[test]
fn a_key_without_the_right_is_told_in_plain_words_and_changes_nothing() {
    within_limit(async {
        let (house, console) = loaded(5).await;
        console.set_role(Role::ReadOnly);
        let id = console.token_ids()[0].clone();
        assert_eq!(
            failure(house.app.update_memo(&id, "New words").await),
            ErrorCode::NotAllowed
        );
        let result = delete(&house, &Selection::Ids(vec![id.clone()]), 1).await.unwrap();
        assert_eq!(
            (result.done, code(result.failed[0].error.error.clone())),
            (0, ErrorCode::NotAllowed)
        );
        assert!(console.token_ids().contains(&id));
    });
}

#[test]
fn a_reminder_whose_answer_is_lost_counts_as_changed_when_the_console_has_it() {
    within_limit(async {
        let (house, console) = loaded(3).await;
        let id = made(&house, "http").await.row.id;
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/update")]);
        let changed = house.app.update_memo(&id, "Moved to the archive").await.unwrap();
        assert_eq!(changed.memo, "Moved to the archive");
        assert_eq!(console.memo(&id).as_deref(), Some("Moved to the archive"));
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/update")]);
        assert_eq!(
            failure(house.app.update_memo(&id, "Moved again").await),
            ErrorCode::ConnectionLost
        );
        assert_eq!(house.app.token(&id).unwrap().memo, "Moved to the archive");
    });
}

#[test]
fn what_the_console_no_longer_has_is_told_and_leaves_the_list() {
    within_limit(async {
        let (house, console) = loaded(6).await;
        let ids = console.token_ids();
        console.remove_token(&ids[1]);
        let result = delete(&house, &Selection::Ids(ids[..3].to_vec()), 3).await.unwrap();
        assert_eq!((result.done, result.failed.len()), (2, 1));
        assert_eq!(
            (result.failed[0].id.as_str(), code(result.failed[0].error.error.clone())),
            (ids[1].as_str(), ErrorCode::NotFound)
        );
        assert!(!result.failed[0].memo.is_empty());
        assert_eq!(house.app.summarize(&everything()).unwrap().count, 3);
    });
}

#[test]
fn the_answer_of_one_console_never_enters_the_list_of_another() {
    within_limit(async {
        let (house, first, _session) = House::connected(Settings::default()).await;
        let second = Console::start(Settings::default()).await.unwrap();
        // It is made at once, and its answer takes a second or two.
        let drip = FaultKind::Drip {
            bytes: 20,
            every_ms: 40,
        };
        first.set_faults([Fault::new(drip).at("canarytoken/create")]);
        let (app, input) = (house.app.clone(), crate::creation::form("http", "Of the first Console"));
        let making = tokio::spawn(async move { app.create_token(&input).await });
        until("the create", || !first.token_ids().is_empty()).await;
        let session = house.connect(&second).await.unwrap();
        assert!(!making.is_finished(), "the answer must still be on its way");
        let made = making.await.unwrap().unwrap().token.row.id;
        assert_eq!(first.ledger().created(), std::slice::from_ref(&made));
        assert!(
            session
                .tokens
                .with(|index| index.get(&made).is_none() && index.is_empty())
        );
    });
}
