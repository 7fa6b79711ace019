//! Sheets are made once each, whatever fails, and go on where they stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nestbox::app::error::KeychainError;
use nestbox::app::many::RowState;
use nestbox::app::operations::CancelToken;
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, Role, Settings};

use crate::many::{agrees, files, folder, ready, rows, run, sheet, started, text_of};
use crate::support::{House, code, failure, until, within_limit};

#[test]
fn cancel_is_acknowledged_at_once_nothing_more_is_sent_and_going_on_completes_it() {
    within_limit(async {
        let (house, console) = ready(Settings {
            latency: Duration::from_millis(30),
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(60)).await;
        let folder = folder(&house, &opened).await;
        let cancel = CancelToken::new();
        let running = started(&house, &opened.sheet, &cancel);
        until("some were made", || console.ledger().count("canarytoken/create") >= 20).await;
        cancel.cancel();
        let asked = Instant::now();
        let result = running.await.unwrap();
        // How quick it is `scripts/bench` measures; here it must not wait for anything that was on its way for long.
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "a cancel hangs: {:?}",
            asked.elapsed()
        );
        assert!(result.cancelled && result.summary.counts.done < 60);
        // The eight that were on their way may still arrive; in this time eighty more would, were they sent.
        let then = console.ledger().entries.len();
        tokio::time::sleep(Duration::from_millis(300)).await;
        let arrived = console.ledger().entries.len() - then;
        assert!(arrived <= 8, "{arrived} were sent after the cancel");
        let unknown = rows(&house, &opened.sheet)
            .iter()
            .filter(|row| row.state == RowState::Unknown)
            .count();
        let created = console.ledger().created().len();
        let known = rows(&house, &opened.sheet)
            .iter()
            .filter(|row| row.token.is_some())
            .count();
        assert!(created <= known + unknown, "a row that was not sent was made");

        assert_eq!(house.app.unfinished().await.unwrap().unwrap().total, 60);
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (60, 0));
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(console.ledger().created().len(), 60);
    });
}

#[test]
fn a_run_whose_program_ended_goes_on_after_the_next_start() {
    within_limit(async {
        let (house, console) = ready(Settings {
            latency: Duration::from_millis(10),
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(40)).await;
        let folder = folder(&house, &opened).await;
        let running = started(&house, &opened.sheet, &CancelToken::new());
        until("some were made", || console.ledger().count("canarytoken/create") >= 15).await;
        running.abort();
        assert!(running.await.unwrap_err().is_cancelled());
        std::fs::remove_file(house.home.path().join("Devices.csv")).unwrap();
        assert!(
            !house.everything_written().contains("Laptop"),
            "what is written down can be read"
        );

        let house = house.restarted();
        house.app.resume_session().await.unwrap().unwrap();
        house.app.refresh_tokens().await.unwrap();
        let unfinished = house.app.unfinished().await.unwrap().unwrap();
        assert!(unfinished.connected && unfinished.total == 40 && unfinished.name == "Devices.csv");
        let other = sheet(&house, "Kind,Reminder\nhttp,Other\n").await;
        let refused = house
            .app
            .run_sheet(&other.sheet, false, CancelToken::new(), Box::new(|_| {}))
            .await;
        assert_eq!(failure(refused), ErrorCode::UnfinishedWork);
        let resumed = house.app.resume_unfinished().await.unwrap();
        assert!(resumed.started);
        let result = run(&house, &resumed.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (40, 0));
        agrees(&house, &console, &resumed.sheet, Some(&folder));
        assert_eq!(console.ledger().created().len(), 40);
        assert!(house.app.unfinished().await.unwrap().is_none());
    });
}

#[test]
fn a_key_that_is_revoked_stops_the_run_and_going_on_works() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(50)).await;
        folder(&house, &opened).await;
        let refused = FaultKind::Error {
            message: "Invalid auth_token".into(),
            status: 401,
            result: "error".into(),
        };
        console.set_faults([Fault::new(refused).after(30)]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!(
            result.stopped.map(|error| code(error.error)),
            Some(ErrorCode::KeyRefused)
        );
        let asked = console.ledger().requests("canarytoken/create").count();
        assert!(asked < 50, "it went on asking: {asked}");
        agrees(&house, &console, &opened.sheet, None);
        console.set_faults([]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, console.ledger().created().len()), (50, 50));
    });
}

#[test]
fn a_console_that_is_down_for_a_while_is_waited_for() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(40)).await;
        let folder = folder(&house, &opened).await;
        console.set_faults([Fault::new(FaultKind::Refuse { for_ms: Some(300) })
            .at("canarytoken/create")
            .after(12)
            .times(1)]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (40, 0));
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(console.ledger().created().len(), 40);
    });
}

#[test]
fn a_folder_that_goes_away_stops_the_run_and_another_one_lets_it_go_on() {
    within_limit(async {
        let (house, console) = ready(Settings {
            latency: Duration::from_millis(5),
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(50)).await;
        let first = folder(&house, &opened).await;
        let running = started(&house, &opened.sheet, &CancelToken::new());
        until("some files are there", || files(&first).len() >= 4).await;
        let moved = house.home.path().join("moved");
        std::fs::rename(&first, &moved).unwrap();
        let result = running.await.unwrap();
        assert_eq!(
            result.stopped.map(|error| code(error.error)),
            Some(ErrorCode::SaveFailed)
        );
        agrees(&house, &console, &opened.sheet, None);
        let second = folder(&house, &opened).await;
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, console.ledger().created().len()), (50, 50));
        // One that was on its way when the folder went may be in both.
        for file in rows(&house, &opened.sheet).into_iter().filter_map(|row| row.file) {
            assert!(second.join(&file).exists() || moved.join(&file).exists(), "{file}");
        }
        assert!(files(&second).iter().all(|name| !name.contains(".nestbox")));
    });
}

#[test]
fn a_paused_run_sends_nothing_until_it_goes_on() {
    within_limit(async {
        let (house, console) = ready(Settings {
            latency: Duration::from_millis(10),
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(40)).await;
        folder(&house, &opened).await;
        let told = Arc::new(AtomicBool::new(false));
        let (app, handle, heard) = (Arc::clone(&house.app), opened.sheet.clone(), Arc::clone(&told));
        let running = tokio::spawn(async move {
            let listen = Box::new(move |now: nestbox::app::many::RunProgress| {
                heard.fetch_or(now.stage == nestbox::app::many::Stage::Paused, Ordering::Relaxed);
            });
            app.run_sheet(&handle, false, CancelToken::new(), listen).await.unwrap()
        });
        until("some were made", || console.ledger().count("canarytoken/create") >= 10).await;
        house.app.pause_sheet(&opened.sheet, true).unwrap();
        until("it says so", || told.load(Ordering::Relaxed)).await;
        // What was on its way comes to its end, its files too; a run that went on would make them all.
        let mut arrived = 0;
        while arrived != console.ledger().entries.len() {
            arrived = console.ledger().entries.len();
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        let made = console.ledger().created().len();
        assert!(made < 40, "it went on in spite of the pause");
        house.app.pause_sheet(&opened.sheet, false).unwrap();
        assert_eq!(running.await.unwrap().summary.counts.done, 40);
    });
}

#[test]
fn without_a_keychain_the_person_is_asked_and_nothing_is_written_in_plain() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        let opened = sheet(&house, "Kind,Reminder\nhttp,Where the decoy is\n").await;
        std::fs::remove_file(house.home.path().join("Devices.csv")).unwrap();
        house.secrets.fail(KeychainError::Missing);
        console.clear_ledger();
        let refused = house
            .app
            .run_sheet(&opened.sheet, false, CancelToken::new(), Box::new(|_| {}))
            .await;
        assert_eq!(failure(refused), ErrorCode::KeychainMissing);
        assert_eq!(console.ledger().entries.len(), 0, "nothing is sent before the answer");
        let result = house
            .app
            .run_sheet(&opened.sheet, true, CancelToken::new(), Box::new(|_| {}))
            .await
            .unwrap();
        assert!(result.summary.unprotected.is_some() && result.summary.counts.done == 1);
        assert!(!house.everything_written().contains("Where the decoy is"));
    });
}

#[test]
fn what_was_lost_is_looked_for_while_the_last_are_still_made_and_again_before_it_is_made_anew() {
    within_limit(async {
        let latency = Duration::from_millis(10);
        let (house, console) = ready(Settings {
            latency,
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(200)).await;
        folder(&house, &opened).await;
        console.set_faults([
            Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1),
            Fault::new(FaultKind::BadGateway)
                .at("canarytoken/create")
                .after(1)
                .times(1),
        ]);
        run(&house, &opened.sheet).await;
        agrees(&house, &console, &opened.sheet, None);
        let entries = console.ledger().entries;
        let order = |endpoint: &str| {
            let of_it = entries.iter().filter(|entry| entry.endpoint == endpoint);
            of_it.map(|entry| entry.at_ms).collect::<Vec<_>>()
        };
        let (creates, looks) = (order("canarytoken/create"), order("canarytokens/paginate"));
        let again = *creates.last().unwrap();
        assert_eq!(
            (creates.len(), looks.len()),
            (201, 2),
            "one was never made; two looks before it is made anew"
        );
        assert!(
            looks[0] < creates[creates.len() - 2],
            "the first look waited for the last create"
        );
        assert!(
            looks[1] >= looks[0] + 60 && again >= looks[1],
            "the pause between the looks was cut short"
        );
    });
}

#[test]
fn a_key_that_may_not_list_leaves_lost_answers_as_unknown() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            role: Role::Deploy,
            ..Settings::default()
        })
        .await;
        let opened = sheet(&house, "Kind,Reminder\nhttp,One\nhttp,Two\nhttp,Three\n").await;
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1)]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (2, 1));
        let unknown = rows(&house, &opened.sheet)
            .into_iter()
            .find(|row| row.state == RowState::Unknown)
            .unwrap();
        assert_eq!(
            unknown.error.map(|error| code(error.error)),
            Some(ErrorCode::CreateUnknown)
        );
        assert_eq!(console.ledger().created().len(), 3, "and it is not sent again");
    });
}
