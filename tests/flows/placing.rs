//! Saving a file together with a note of how to place it: both or neither, and over nobody else's file.

use std::fs;
use std::path::Path;

use nestbox::app::operations::Reporter;
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, NewToken, Settings};

use crate::support::{House, failure, within_limit};

const MEMO: &str = "Place: Shared drive, folder “Payroll”\nLooked after by: Maria Keller";

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A program with a Word document in its list, and its id.
async fn document() -> (House, practice_console::Console, String) {
    let (house, console, _) = House::connected(Settings::default()).await;
    let id = console.add_token(NewToken {
        kind: "doc-msword".into(),
        memo: MEMO.into(),
        ..NewToken::default()
    });
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console, id)
}

#[test]
fn the_file_and_its_note_are_saved_and_the_note_holds_no_secret() {
    within_limit(async {
        let (house, console, id) = document().await;
        let folder = tempfile::tempdir().unwrap();
        house.dialogs.answer(folder.path());
        let saved = house
            .app
            .save_with_note(&id, Some("Pay review 2026.xls"), Reporter::silent())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(saved.file_name, "Pay review 2026.docx");
        assert_eq!(
            names(folder.path()),
            ["How to place Pay review 2026.txt", "Pay review 2026.docx"]
        );
        assert_eq!(
            fs::read(folder.path().join(&saved.file_name)).unwrap().len() as u64,
            saved.bytes
        );
        house.app.show_saved(&saved.handle).unwrap();
        let note = fs::read_to_string(folder.path().join("How to place Pay review 2026.txt")).unwrap();
        for words in [
            "“Pay review 2026.docx”",
            "Shared drive, folder “Payroll”",
            "Looked after by: Maria Keller",
            "How to place it on Windows\n  1. ",
            "How to test it\n  1. ",
            "Do not leave this note beside the file",
        ] {
            assert!(note.contains(words), "{words}: {note}");
        }
        for secret in [&id, &console.key(), &console.url(), "practice.invalid"] {
            assert!(!note.contains(secret), "{secret} is in the note");
        }
        assert_eq!(house.app.preferences.get().folder.as_deref(), Some(folder.path()));
    });
}

#[test]
fn names_that_are_taken_stay_as_they_are_and_both_get_the_same_number() {
    within_limit(async {
        let (house, _console, id) = document().await;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Pay.docx"), "mine").unwrap();
        fs::write(folder.path().join("How to place Pay (2).txt"), "mine too").unwrap();
        for _ in 0..2 {
            house.dialogs.answer(folder.path());
            let saved = house.app.save_with_note(&id, Some("Pay"), Reporter::silent()).await;
            assert!(saved.unwrap().is_some());
        }
        let expected = [
            "How to place Pay (2).txt",
            "How to place Pay (3).txt",
            "How to place Pay (4).txt",
            "Pay (3).docx",
            "Pay (4).docx",
            "Pay.docx",
        ];
        assert_eq!(names(folder.path()), expected);
        assert_eq!(fs::read_to_string(folder.path().join("Pay.docx")).unwrap(), "mine");
        assert_eq!(
            fs::read_to_string(folder.path().join("How to place Pay (2).txt")).unwrap(),
            "mine too"
        );
        let note = fs::read_to_string(folder.path().join("How to place Pay (3).txt")).unwrap();
        assert!(
            note.contains("“Pay (3).docx”"),
            "the note names the file as it is called"
        );
    });
}

#[test]
fn a_failure_leaves_neither_of_them_and_no_debris() {
    within_limit(async {
        let (house, console, id) = document().await;
        let folder = tempfile::tempdir().unwrap();
        for kind in [
            FaultKind::Truncated,
            FaultKind::BadGateway,
            FaultKind::Empty,
            FaultKind::ResetAfter,
        ] {
            console.set_faults([Fault::new(kind.clone()).at("canarytoken/download")]);
            house.dialogs.answer(folder.path());
            let saved = house.app.save_with_note(&id, None, Reporter::silent()).await;
            assert!(saved.is_err(), "{kind:?}");
            assert!(names(folder.path()).is_empty(), "{kind:?}: {:?}", names(folder.path()));
        }
        console.set_faults([]);
        house.dialogs.answer(folder.path().join("nowhere"));
        assert_eq!(
            failure(house.app.save_with_note(&id, None, Reporter::silent()).await),
            ErrorCode::SaveFailed
        );
    });
}

#[test]
fn cancelling_the_dialog_saves_nothing_and_asks_the_console_for_nothing() {
    within_limit(async {
        let (house, console, id) = document().await;
        let saved = house.app.save_with_note(&id, None, Reporter::silent()).await;
        assert!(saved.unwrap().is_none());
        assert_eq!(console.ledger().requests("canarytoken/download").count(), 0);
        assert_eq!(
            failure(house.app.save_with_note("nobody", None, Reporter::silent()).await),
            ErrorCode::NotFound
        );
    });
}
