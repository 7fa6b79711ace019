//! Many at once: sheets are understood and checked, made once each, and go on where they stopped.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use nestbox::app::events::AppEvent;
use nestbox::app::many::{Duplicate, NameList, ResultFormat, RowChoice, RowState, RowView, RunResult, Show, Summary};
use nestbox::app::operations::CancelToken;
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, NewToken, Settings};
use tokio::task::JoinHandle;

use crate::support::{House, failure, within_limit};

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

/// The same in the background, to be cancelled or disturbed.
pub fn started(house: &House, sheet: &str, cancel: &CancelToken) -> JoinHandle<RunResult> {
    let (app, handle, cancel) = (Arc::clone(&house.app), sheet.to_owned(), cancel.clone());
    tokio::spawn(async move { app.run_sheet(&handle, false, cancel, Box::new(|_| {})).await.unwrap() })
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
fn a_sheet_that_is_dropped_is_opened_when_there_is_a_connection() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        let path = house.home.path().join("Devices.CSV");
        std::fs::write(&path, "Kind,Reminder\nWeb link,Laptop 1\nWeb link,Laptop 2\n").unwrap();
        house.app.dropped(std::slice::from_ref(&path)).await;
        let last = house.events.lock().unwrap().last().cloned();
        let Some(AppEvent::SheetDropped(opened)) = last else {
            panic!("{last:?}");
        };
        assert_eq!((opened.name.as_str(), opened.counts.total), ("Devices.CSV", 2));

        let alone = House::new();
        alone.app.dropped(&[path]).await;
        let last = alone.events.lock().unwrap().last().cloned();
        assert!(matches!(last, Some(AppEvent::DropRefused(_))), "{last:?}");
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
fn a_switch_reads_as_yes_or_no_and_stays_as_it_is_written() {
    within_limit(async {
        let (house, _console) = ready(Settings::default()).await;
        let list = NameList {
            names: "Reception\nLibrary\nKitchen".into(),
            kind: "http".into(),
            fields: BTreeMap::from([("browser_scanner_enabled".into(), "true".into())]),
            ..NameList::default()
        };
        let opened = house.app.start_from_names(list).await.unwrap();
        for (row, value) in [(1, "no"), (2, "perhaps")] {
            let edited = house
                .app
                .edit_cell(&opened.sheet, row, "browser_scanner_enabled", value);
            edited.await.unwrap();
        }
        let seen = rows(&house, &opened.sheet);
        let cell = |cells: &BTreeMap<String, String>| cells.get("browser_scanner_enabled").cloned().unwrap_or_default();
        let read: Vec<String> = seen.iter().map(|row| cell(&row.said)).collect();
        let written: Vec<String> = seen.iter().map(|row| cell(&row.cells)).collect();
        assert_eq!(read, ["Yes", "No", ""]);
        assert_eq!(written, ["true", "no", "perhaps"]);
        assert!(
            seen.iter().all(|row| row.said.len() <= 1),
            "only the switch reads otherwise"
        );
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
