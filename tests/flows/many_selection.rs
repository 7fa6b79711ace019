//! The rest of many at once: files and lists of a selection, columns filled at one go, sheets checked anew, work that is given up.

use std::collections::HashSet;

use nestbox::app::many::{Duplicate, ExportColumn, ExportFormat, RowState, VENDOR_COLUMNS};
use nestbox::app::operations::{CancelToken, Reporter};
use nestbox::app::tokens::{Filter, Selection};
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, NewToken, Settings};

use crate::many::{files, folder, ready, rows, run, sheet, text_of};
use crate::support::{House, failure, within_limit};

/// Everything that the list holds, but for some.
fn all_but(except: &[&str]) -> Selection {
    Selection::Filter {
        filter: Filter::default(),
        except: except.iter().map(|id| (*id).to_owned()).collect(),
    }
}

async fn made_many(house: &House, count: usize) -> Vec<String> {
    let opened = sheet(house, &text_of(count)).await;
    folder(house, &opened).await;
    run(house, &opened.sheet).await;
    let ids = rows(house, &opened.sheet).into_iter().filter_map(|row| row.token);
    ids.collect()
}

#[test]
fn the_files_of_a_selection_are_saved_whole_and_each_that_was_not_is_named() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        let ids = made_many(&house, 20).await;
        let place = tempfile::tempdir().unwrap();
        house.dialogs.answer(place.path());
        let most = all_but(&[&ids[1]]);
        let refused = FaultKind::Error {
            message: "This file is being made".into(),
            status: 200,
            result: "error".into(),
        };
        console.set_faults([Fault::new(refused).at("canarytoken/download").after(3).times(2)]);
        let saving = house.app.save_selection(&most, CancelToken::new(), Reporter::silent());
        let saved = saving.await.unwrap().unwrap();
        // Of the nineteen twelve less the one left out have files.
        assert_eq!((saved.done, saved.failed.len(), saved.without_file), (9, 2, 8));
        assert_eq!(files(place.path()).len(), 9);
        assert!(saved.failed.iter().all(|failed| failed.memo.starts_with("Laptop")));
        assert!(saved.saved.is_some());
        console.set_faults([]);
        house.dialogs.answer(place.path());
        let again = Selection::Ids(saved.failed.into_iter().map(|failed| failed.id).collect());
        let saving = house.app.save_selection(&again, CancelToken::new(), Reporter::silent());
        assert_eq!(saving.await.unwrap().unwrap().done, 2);
        assert_eq!(files(place.path()).len(), 11, "nothing was written over");
    });
}

#[test]
fn a_list_is_exported_with_the_vendors_columns_and_without_formulas_and_as_json() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings::default()).await;
        for memo in ["=cmd()", "Reception, \"left\" desk"] {
            console.add_token(NewToken {
                kind: "http".into(),
                memo: memo.into(),
                ..NewToken::default()
            });
        }
        house.app.refresh_tokens().await.unwrap();
        let path = house.home.path().join("list.csv");
        house.dialogs.answer(&path);
        let all = all_but(&[]);
        house
            .app
            .export_tokens(&all, ExportFormat::Csv, &VENDOR_COLUMNS)
            .await
            .unwrap()
            .unwrap();
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let heading: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(|cell| cell.trim_start_matches('\u{feff}').to_owned())
            .collect();
        assert_eq!(heading, ["Flock ID", "token", "created", "enabled", "type", "memo"]);
        let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let told: HashSet<&str> = read.iter().map(|row| &row[1]).collect();
        let ids = console.token_ids();
        assert_eq!(told, ids.iter().map(String::as_str).collect());
        let memos: HashSet<&str> = read.iter().map(|row| &row[5]).collect();
        assert_eq!(memos, HashSet::from(["'=cmd()", "Reception, \"left\" desk"]));

        let path = house.home.path().join("list.json");
        house.dialogs.answer(&path);
        let columns = [(ExportColumn::Reminder, "Reminder"), (ExportColumn::State, "On")];
        let one = Selection::Ids(vec![ids[0].clone()]);
        house
            .app
            .export_tokens(&one, ExportFormat::Json, &columns)
            .await
            .unwrap()
            .unwrap();
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(
            json,
            serde_json::json!([{ "Reminder": console.memo(&ids[0]), "On": true }])
        );
        let none = house.app.export_tokens(&one, ExportFormat::Json, &[]).await;
        assert_eq!(failure(none), ErrorCode::FieldInvalid);
    });
}

#[test]
fn unfinished_work_that_is_given_up_leaves_what_was_made_and_no_trace() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(30)).await;
        let folder = folder(&house, &opened).await;
        let refused = FaultKind::Error {
            message: "Invalid auth_token".into(),
            status: 401,
            result: "error".into(),
        };
        // It stays: what was on its way when the run stopped may arrive later, and is refused too.
        console.set_faults([Fault::new(refused).at("canarytoken/create").after(20)]);
        assert!(run(&house, &opened.sheet).await.stopped.is_some());
        let house = house.restarted();
        house.app.resume_session().await.unwrap().unwrap();
        assert!(house.app.unfinished().await.unwrap().is_some());
        // As a crash would have left it.
        let resumed = house.app.resume_unfinished().await.unwrap();
        assert_eq!(resumed.counts.total, 30);
        let made = console.ledger().created().len();
        assert!(made > 0);
        house.app.discard_unfinished().await.unwrap();
        assert!(house.app.unfinished().await.unwrap().is_none());
        assert!(files(&house.home.path().join("data")).is_empty());
        assert!(files(&folder).iter().all(|file| !file.contains(".nestbox")));
        assert_eq!(
            console.ledger().created().len(),
            made,
            "giving up makes and deletes nothing"
        );
        assert!(console.ledger().deleted().is_empty());
    });
}

#[test]
fn a_column_is_filled_everywhere_or_where_it_is_empty_until_the_sheet_is_begun() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        let opened = sheet(&house, "Kind,Reminder\n,One\ndns,Two\n ,Three\n").await;
        assert_eq!(opened.counts.problems, 2);
        let filled = house.app.fill_column(&opened.sheet, "kind", "Web link", true).unwrap();
        assert_eq!((filled.counts.problems, filled.counts.ready), (0, 3));
        let kinds = || -> Vec<String> {
            let rows = rows(&house, &opened.sheet);
            rows.iter().map(|row| row.cells["kind"].clone()).collect()
        };
        assert_eq!(kinds(), ["Web link", "dns", "Web link"]);
        house.app.fill_column(&opened.sheet, "kind", "http", false).unwrap();
        assert_eq!(kinds(), ["http", "http", "http"]);
        let nowhere = house.app.fill_column(&opened.sheet, "colour", "red", false);
        assert_eq!(failure(nowhere), ErrorCode::FieldInvalid);
        console.clear_ledger();
        run(&house, &opened.sheet).await;
        assert_eq!(console.ledger().created().len(), 3);
        let late = house.app.fill_column(&opened.sheet, "kind", "dns", false);
        assert_eq!(failure(late), ErrorCode::SheetBusy);
        assert!(
            rows(&house, &opened.sheet)
                .iter()
                .all(|row| row.state == RowState::Done)
        );
    });
}

#[test]
fn a_sheet_that_is_checked_anew_knows_what_exists_by_now() {
    within_limit(async {
        let (house, console) = ready(Settings::default()).await;
        let opened = sheet(&house, "Kind,Reminder\nhttp,Reception\nhttp,Desk\n").await;
        assert_eq!(opened.counts.ready, 2);
        let id = console.add_token(NewToken {
            kind: "http".into(),
            memo: "Reception".into(),
            ..NewToken::default()
        });
        house.app.refresh_tokens().await.unwrap();
        let checked = house.app.check_sheet(&opened.sheet).await.unwrap();
        assert_eq!((checked.counts.ready, checked.counts.duplicates), (1, 1));
        assert_eq!(rows(&house, &opened.sheet)[0].duplicate, Some(Duplicate::Exists(id)));
        assert_eq!(
            failure(house.app.check_sheet("no such sheet").await),
            ErrorCode::SheetGone
        );
    });
}
