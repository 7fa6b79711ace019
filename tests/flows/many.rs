//! Many at once: sheets are understood and checked, made once each, and go on where they stopped.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nestbox::app::error::KeychainError;
use nestbox::app::many::{Duplicate, NameList, ResultFormat, RowChoice, RowState, RowView, RunResult, Show, Summary};
use nestbox::app::operations::CancelToken;
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, NewToken, Role, Settings};

use crate::support::{House, code, failure, until, within_limit};

/// A Console without Canarytokens, and a program connected to it that has seen its list.
pub async fn ready(settings: Settings) -> (House, Console) {
    let (house, console, _session) = House::connected(settings).await;
    house.app.refresh_tokens().await.unwrap();
    (house, console)
}

/// Opens `text` as a sheet.
pub async fn sheet(house: &House, text: &str) -> Summary {
    let path = house.home.path().join("Devices.csv");
    std::fs::write(&path, text).unwrap();
    house.dialogs.answer(path);
    house.app.choose_sheet().await.unwrap().unwrap()
}

/// A folder for files, chosen for `sheet`.
pub async fn folder(house: &House, sheet: &Summary) -> PathBuf {
    let folder = house.home.path().join("files");
    std::fs::create_dir_all(&folder).unwrap();
    house.dialogs.answer(&folder);
    house.app.choose_target_folder(&sheet.sheet).await.unwrap().unwrap();
    folder
}

pub async fn run(house: &House, sheet: &str) -> RunResult {
    let quiet = Box::new(|_| {});
    house
        .app
        .run_sheet(sheet, false, CancelToken::new(), quiet)
        .await
        .unwrap()
}

pub fn rows(house: &House, sheet: &str) -> Vec<RowView> {
    let first = house.app.rows(sheet, Show::All, 0, usize::MAX).unwrap();
    first.rows
}

/// A sheet of `count` rows of kinds that come with and without files.
pub fn text_of(count: usize) -> String {
    let kinds = ["http", "Word document", "dns", "pdf-acrobat-reader", "qr-code"];
    let mut text = String::from("Kind;Reminder;Folder;File name\n");
    for row in 0..count {
        text.push_str(&format!(
            "{};Laptop {row};Room {};Passwords\n",
            kinds[row % kinds.len()],
            row % 3
        ));
    }
    text
}

/// All files below `folder`, from there.
pub fn files(folder: &Path) -> Vec<String> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
            if entry.path().is_dir() {
                walk(&entry.path(), root, found);
            } else {
                found.push(entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found.sort();
    found
}

/// Every claim about the rows, held against the Console's ledger and the folder.
pub fn agrees(house: &House, console: &Console, sheet: &str, folder: Option<&Path>) {
    let rows = rows(house, sheet);
    let claimed: Vec<String> = rows.iter().filter_map(|row| row.token.clone()).collect();
    let unique: HashSet<&String> = claimed.iter().collect();
    assert_eq!(unique.len(), claimed.len(), "one Canarytoken was given to two rows");
    let created = console.ledger().created();
    let made: HashSet<&String> = created.iter().collect();
    assert!(unique.is_subset(&made), "said to be made, and is not");
    let unknown = rows.iter().filter(|row| row.state == RowState::Unknown).count();
    assert!(
        created.len() <= claimed.len() + unknown,
        "{} made, {} known: doubled or lost",
        created.len(),
        claimed.len()
    );
    if let Some(folder) = folder {
        let mut told: Vec<String> = rows.iter().filter_map(|row| row.file.clone()).collect();
        told.sort();
        assert_eq!(
            told,
            files(folder),
            "the folder holds what the result says, and nothing else"
        );
        let text = |name: &String| std::fs::read(folder.join(name)).unwrap();
        assert!(told.iter().all(|name| text(name).len() > 100), "a file is not whole");
    }
}

fn state_of(rows: &[RowView]) -> Vec<RowState> {
    rows.iter().map(|row| row.state).collect()
}

#[test]
fn a_sheet_is_checked_mended_in_place_and_made_with_its_files() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let text = "Kind;Reminder;Flock;Folder;File name;Site to imitate\n\
                    Word document;Finance share;;Finance/2026;Pay review.xls;\n\
                    toaster;Kitchen;;;;\n\
                    cloned-web;Intranet;;;;portal .example.org\n\
                    http;Bookmark;No such flock;;;\n\
                    http;;;;;\n\
                    doc-msword;Finance share 2;;../../Finance/2026;Pay review.docx;\n";
        let opened = sheet(&house, text).await;
        assert_eq!(
            (opened.counts.total, opened.counts.ready, opened.counts.problems),
            (6, 2, 4)
        );
        let wrong = |rows: &[RowView]| -> Vec<Vec<String>> {
            let errors = |row: &RowView| row.problems.iter().map(|problem| problem.column.clone()).collect();
            rows.iter().map(errors).collect()
        };
        let seen = rows(&house, &opened.sheet);
        assert_eq!(
            console.ledger().count("canarytoken/create"),
            0,
            "checking makes nothing"
        );
        assert_eq!(wrong(&seen)[1], ["kind"]);
        assert!(seen[1].problems[0].choices.contains(&"Web link".to_owned()));
        assert_eq!(wrong(&seen)[3], ["flock"]);
        assert!(!seen[3].problems[0].choices.is_empty());
        assert_eq!(wrong(&seen)[4], ["memo"]);
        assert_eq!((seen[0].line, seen[0].kind_name.as_str()), (2, "Word document"));

        let site = seen[2].problems[0].column.clone();
        for (row, column, value) in [
            (1, "kind", "Web link"),
            (2, site.as_str(), "portal.example.org"),
            (3, "flock", ""),
            (4, "memo", "Desk"),
        ] {
            let (mended, _) = house.app.edit_cell(&opened.sheet, row, column, value).await.unwrap();
            assert!(mended.problems.is_empty(), "{:?}", mended.problems);
        }
        let quiet = || Box::new(|_| {});
        let without = house
            .app
            .run_sheet(&opened.sheet, false, CancelToken::new(), quiet())
            .await;
        assert!(matches!(
            UiError::from(without.unwrap_err()).field.as_deref(),
            Some("folder")
        ));
        let folder = folder(&house, &opened).await;
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (6, 0));
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(
            files(&folder),
            ["Finance/2026/Pay review (2).docx", "Finance/2026/Pay review.docx"]
        );
        assert_eq!(console.ledger().created().len(), 6);
        assert!(house.app.unfinished().await.unwrap().is_none(), "the journal is gone");
    });
}

#[test]
fn doubles_are_pointed_out_and_left_out_and_reminders_alike_are_told_apart() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings::default()).await;
        let id = console.add_token(NewToken {
            kind: "http".into(),
            memo: "Reception".into(),
            ..NewToken::default()
        });
        house.app.refresh_tokens().await.unwrap();
        let text = "Kind,Reminder,Folder\nhttp,Reception,\nhttp,Printer,\nhttp,Printer,\nhttp,Desk,A\nhttp,Desk,B\nKind,Reminder,Folder\n";
        let opened = sheet(&house, text).await;
        let seen = rows(&house, &opened.sheet);
        assert_eq!(seen.len(), 5, "a heading that comes again is no row");
        assert_eq!(seen[0].duplicate, Some(Duplicate::Exists(id)));
        assert_eq!(seen[2].duplicate, Some(Duplicate::InSheet(3)));
        assert!(seen[0].skipped && seen[2].skipped && !seen[1].skipped);
        assert_eq!((seen[3].memo.as_str(), seen[4].memo.as_str()), ("Desk (1)", "Desk (2)"));
        house
            .app
            .skip_rows(&opened.sheet, &RowChoice::Rows(vec![2]), false)
            .unwrap();
        let seen = rows(&house, &opened.sheet);
        assert_eq!(
            (seen[1].memo.as_str(), seen[2].memo.as_str()),
            ("Printer (1)", "Printer (2)")
        );
        console.clear_ledger();
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.skipped), (4, 1));
        assert_eq!(console.ledger().created().len(), 4);

        let again = sheet(&house, text).await;
        assert_eq!(
            again.counts.ready, 1,
            "of the same sheet only the row that reads otherwise now is new"
        );
    });
}

#[test]
fn a_sheet_that_cannot_be_used_says_why() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        let refused = |text: &str| {
            let path = house.home.path().join("odd.csv");
            std::fs::write(&path, text).unwrap();
            house.dialogs.answer(path);
            async { UiError::from(house.app.choose_sheet().await.unwrap_err()) }
        };
        for (text, word) in [
            ("", "nothing"),
            ("http,Laptop 1\nhttp,Laptop 2\n", "first row"),
            ("Kind,Reminder\n", "nothing"),
            ("Kind,Reminder,aws_secret_key\naws-s3,Bucket,abc\n", "secret"),
            ("Kind,Reminder,AWS access key\naws-s3,Bucket,abc\n", "secret"),
        ] {
            let error = refused(text).await;
            assert_eq!(error.code, ErrorCode::SheetRefused, "{text}");
            assert!(error.message.contains(word), "{}", error.message);
        }
        let notes = sheet(&house, "Kind,Reminder,Memo,Colour\nhttp,A,B,red\n").await.notes;
        assert_eq!(notes.len(), 2, "{notes:?}");
    });
}

#[test]
fn a_reminder_of_ten_megabytes_and_a_needed_picture_are_told_at_their_rows() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        let text = format!(
            "Kind,Reminder\nhttp,{}\nweb-image,Crest\nhttp,=cmd()\n",
            "x".repeat(10 << 20)
        );
        let opened = sheet(&house, &text).await;
        let seen = rows(&house, &opened.sheet);
        assert!(seen[0].problems[0].message.contains("too long"));
        assert!(seen[0].cells["memo"].len() < 2_000, "the page gets a part of it");
        assert!(seen[1].problems[0].message.contains("cannot carry"));
        assert!(seen[2].problems.is_empty() && seen[2].memo == "=cmd()");
    });
}

#[test]
fn a_list_of_names_becomes_a_sheet() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        let list = NameList {
            names: "RH-01\n\n  RH-02\r\nRH-03".into(),
            kind: "doc-msword".into(),
            memo: "Laptop {name}, desktop".into(),
            folder: "{name}".into(),
            file_name: "Passwords {name}".into(),
            ..NameList::default()
        };
        let opened = house.app.start_from_names(list).await.unwrap();
        let folder = folder(&house, &opened).await;
        run(&house, &opened.sheet).await;
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(files(&folder)[1], "RH-02/Passwords RH-02.docx");
        assert_eq!(rows(&house, &opened.sheet)[2].memo, "Laptop RH-03, desktop");
        let empty = house.app.start_from_names(NameList::default()).await;
        assert_eq!(failure(empty), ErrorCode::SheetRefused);
    });
}

#[test]
fn every_template_opens_as_a_sheet_of_its_kind() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        for kind in nestbox::app::catalogue::SEED_KINDS {
            let path = house.home.path().join(format!("{kind}.csv"));
            house.dialogs.answer(&path);
            house.app.save_template(Some(kind)).await.unwrap().unwrap();
            house.dialogs.answer(&path);
            let opened = house.app.choose_sheet().await.unwrap().unwrap();
            assert_eq!(
                (opened.counts.total, opened.notes.len()),
                (1, 0),
                "{kind}: {:?}",
                opened.notes
            );
            let row = &rows(&house, &opened.sheet)[0];
            assert!(row.problems.iter().all(|problem| problem.column != "memo"), "{kind}");
            assert!(!row.kind_name.is_empty(), "{kind}");
        }
    });
}

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
        let (app, token, handle) = (Arc::clone(&house.app), cancel.clone(), opened.sheet.clone());
        let running =
            tokio::spawn(async move { app.run_sheet(&handle, false, token, Box::new(|_| {})).await.unwrap() });
        until("some were made", || console.ledger().count("canarytoken/create") >= 20).await;
        cancel.cancel();
        let asked = Instant::now();
        let result = running.await.unwrap();
        assert!(asked.elapsed() < Duration::from_millis(100), "{:?}", asked.elapsed());
        assert!(result.cancelled && result.summary.counts.done < 60);
        // What was on its way may still arrive; nothing else does.
        tokio::time::sleep(Duration::from_millis(60)).await;
        let after = console.ledger().entries.len();
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert_eq!(
            console.ledger().entries.len(),
            after,
            "something was sent after the cancel"
        );

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
        let (app, handle) = (Arc::clone(&house.app), opened.sheet.clone());
        let running = tokio::spawn(async move {
            app.run_sheet(&handle, false, CancelToken::new(), Box::new(|_| {}))
                .await
        });
        until("some were made", || console.ledger().count("canarytoken/create") >= 15).await;
        running.abort();
        assert!(running.await.is_err());
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
fn with_faults_of_every_class_nothing_is_lost_doubled_or_claimed_wrongly() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let create = |kind: FaultKind, rate: f64| Fault::new(kind).at("canarytoken/create").rate(rate);
        console.set_faults([
            create(FaultKind::ResetBefore, 0.03),
            create(FaultKind::ResetAfter, 0.03),
            create(FaultKind::Truncated, 0.03),
            create(FaultKind::WrongLength { by: 40 }, 0.03),
            create(FaultKind::Stall { bytes: 10 }, 0.01),
            create(FaultKind::TooMany { retry_after: None }, 0.03),
            create(
                FaultKind::Status {
                    code: 503,
                    retry_after: None,
                },
                0.03,
            ),
            create(FaultKind::BadGateway, 0.03),
            create(FaultKind::Empty, 0.03),
            create(FaultKind::Deep { levels: 1_000 }, 0.02),
            create(FaultKind::Redirect { status: 307, to: None }, 0.02),
            create(FaultKind::Duplicated, 0.02),
            Fault::new(FaultKind::ResetAfter).at("canarytoken/download").rate(0.1),
            Fault::new(FaultKind::Truncated).at("canarytoken/download").rate(0.05),
            Fault::new(FaultKind::ResetBefore)
                .at("canarytokens/paginate")
                .rate(0.05),
        ]);
        let opened = sheet(&house, &text_of(200)).await;
        let folder = folder(&house, &opened).await;
        let result = run(&house, &opened.sheet).await;
        let seen = rows(&house, &opened.sheet);
        assert!(result.stopped.is_none() && !result.cancelled);
        let open = |state: &RowState| matches!(state, RowState::Waiting | RowState::Working);
        assert!(!state_of(&seen).iter().any(open), "a row without a final state");
        agrees(&house, &console, &opened.sheet, Some(&folder));
        let faults = console
            .ledger()
            .entries
            .iter()
            .filter(|entry| entry.fault.is_some())
            .count();
        assert!(faults > 30, "only {faults} faults");
        console.set_faults([]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!((result.summary.counts.done, result.summary.counts.attention), (200, 0));
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(console.ledger().created().len(), 200);
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
        let (app, handle) = (Arc::clone(&house.app), opened.sheet.clone());
        let running = tokio::spawn(async move {
            app.run_sheet(&handle, false, CancelToken::new(), Box::new(|_| {}))
                .await
                .unwrap()
        });
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
        tokio::time::sleep(Duration::from_millis(150)).await;
        let before = console.ledger().entries.len();
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert_eq!(console.ledger().entries.len(), before);
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

#[test]
fn the_result_is_saved_as_a_sheet_without_formulas_and_as_a_page_without_markup_from_outside() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        let opened = sheet(
            &house,
            "Kind,Reminder\nhttp,\"=HYPERLINK(\"\"http://x\"\")\"\nhttp,<script>alert(1)</script>\ntoaster,x\n",
        )
        .await;
        run(&house, &opened.sheet).await;
        let explain = |error: &nestbox::app::error::Reported| UiError::from(error).message;
        let mut texts = Vec::new();
        for (format, name) in [(ResultFormat::Csv, "result.csv"), (ResultFormat::Html, "result.html")] {
            let path = house.home.path().join(name);
            house.dialogs.answer(&path);
            house
                .app
                .save_results(&opened.sheet, format, explain)
                .await
                .unwrap()
                .unwrap();
            texts.push(std::fs::read_to_string(path).unwrap());
        }
        assert!(
            texts[0].contains("'=HYPERLINK") && texts[0].lines().count() == 4,
            "{}",
            texts[0]
        );
        assert!(texts[0].contains("Made") && texts[0].contains("no kind called"));
        assert!(texts[1].contains("&lt;script&gt;") && !texts[1].contains("<script"));
    });
}
