//! Saving files: whole or not at all.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use nestbox::app::catalogue::SEED_KINDS;
use nestbox::app::operations::Reporter;
use nestbox::app::saving::Saved;
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, Settings};

use crate::creation::made;
#[cfg(unix)]
use crate::support::until;
use crate::support::{House, failure, within_limit};

async fn save(house: &House, id: &str, to: PathBuf) -> Result<Option<Saved>, nestbox::app::error::Error> {
    house.dialogs.answer(to);
    house.app.save_artifact(id, None, Reporter::silent()).await
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_kind_with_a_file_is_saved_under_a_believable_name_with_its_own_extension() {
    within_limit(async {
        let (house, _console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let folder = tempfile::tempdir().unwrap();
        let mut saved_kinds = 0;
        for kind in SEED_KINDS {
            let detail = made(&house, kind).await;
            let Some(artifact) = detail.artifact else { continue };
            let wrong_extension = folder.path().join(format!("{kind} decoy.tmp"));
            let saved = save(&house, &detail.row.id, wrong_extension)
                .await
                .unwrap_or_else(|error| panic!("{kind}: {error:?}"))
                .unwrap();
            let asked = house.dialogs.saves.lock().unwrap().last().unwrap().file_name.clone();
            assert!(!asked.contains(&detail.row.id) && asked.len() > 3, "{kind}: {asked}");
            if !artifact.extension.is_empty() {
                assert!(
                    saved.file_name.ends_with(&format!(".{}", artifact.extension)),
                    "{kind}: {}",
                    saved.file_name
                );
            }
            let written = fs::read(folder.path().join(&saved.file_name)).unwrap();
            assert_eq!(written.len() as u64, saved.bytes, "{kind}");
            assert!(saved.bytes > 0);
            house.app.show_saved(&saved.handle).unwrap();
            saved_kinds += 1;
        }
        assert!(saved_kinds >= 7, "{saved_kinds}");
        assert!(
            names(folder.path()).iter().all(|name| !name.starts_with('.')),
            "no debris"
        );
        assert_eq!(
            house.app.preferences.get().folder.as_deref(),
            Some(folder.path()),
            "the folder is remembered"
        );
    });
}

#[test]
fn a_saved_file_is_dragged_by_its_handle_alone_and_only_while_it_is_there() {
    within_limit(async {
        let (house, _console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let folder = tempfile::tempdir().unwrap();
        let detail = made(&house, "doc-msword").await;
        let path = folder.path().join("Pay review 2027.docx");
        let saved = save(&house, &detail.row.id, path.clone()).await.unwrap().unwrap();
        house.app.drag_saved(&saved.handle).await.unwrap();
        for stranger in ["", "saved-1", &path.to_string_lossy(), &detail.row.id] {
            assert_eq!(
                failure(house.app.drag_saved(stranger).await),
                ErrorCode::FileGone,
                "{stranger}"
            );
        }
        assert_eq!(*house.desktop.dragged.lock().unwrap(), [path.as_path()]);

        house.desktop.holds_files.store(true, Ordering::SeqCst);
        assert_eq!(
            failure(house.app.drag_saved(&saved.handle).await),
            ErrorCode::NotDragged
        );
        fs::remove_file(&path).unwrap();
        assert_eq!(failure(house.app.drag_saved(&saved.handle).await), ErrorCode::FileGone);
    });
}

#[test]
fn a_saved_document_is_prepared_and_nothing_else_loses_its_mark() {
    within_limit(async {
        let (house, _console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let folder = tempfile::tempdir().unwrap();
        let detail = made(&house, "doc-msword").await;
        let (ours, other) = (folder.path().join("ours.docx"), folder.path().join("other.docx"));
        let saved = save(&house, &detail.row.id, ours.clone()).await.unwrap().unwrap();
        assert!(
            !house.app.prepare_saved(&saved.handle).unwrap(),
            "what is saved has no mark"
        );
        *house.desktop.marked.lock().unwrap() = vec![other.clone(), ours.clone()];
        assert!(house.app.prepare_saved(&saved.handle).unwrap());
        assert_eq!(*house.desktop.marked.lock().unwrap(), [other]);
        assert_eq!(failure(house.app.prepare_saved("some handle")), ErrorCode::FileGone);
        fs::remove_file(ours).unwrap();
        assert_eq!(failure(house.app.prepare_saved(&saved.handle)), ErrorCode::FileGone);
    });
}

#[test]
fn cancelling_the_dialog_asks_the_console_for_nothing() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        assert!(
            house
                .app
                .save_artifact(&id, None, Reporter::silent())
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(
            console
                .ledger()
                .requests("canarytoken/download")
                .filter(|entry| !entry.parameters.is_empty())
                .count(),
            download_probes(&console)
        );
    });
}

/// Connecting asks once whether the key may download; that names no Canarytoken of ours.
fn download_probes(console: &practice_console::Console) -> usize {
    let ledger = console.ledger();
    let carried_out = ledger.carried_out("canarytoken/download").count();
    assert_eq!(carried_out, 0, "no file was sent");
    ledger
        .requests("canarytoken/download")
        .filter(|entry| !entry.parameters.is_empty())
        .count()
}

#[test]
fn a_failed_download_leaves_the_old_file_and_no_debris() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("Pay review.docx");
        fs::write(&target, "the old file").unwrap();
        for (fault, wanted) in [
            (FaultKind::Truncated, ErrorCode::DownloadIncomplete),
            (FaultKind::WrongLength { by: 100 }, ErrorCode::DownloadIncomplete),
            (FaultKind::BadGateway, ErrorCode::ConsoleDown),
            (
                FaultKind::Error {
                    message: "File generation not supported.".into(),
                    status: 200,
                    result: "error".into(),
                },
                ErrorCode::NoFile,
            ),
            (FaultKind::Stall { bytes: 600 }, ErrorCode::TimedOut),
        ] {
            console.set_faults([Fault::new(fault.clone()).at("canarytoken/download")]);
            let saved = save(&house, &id, target.clone()).await;
            assert!(saved.is_err(), "{fault:?}: {saved:?}");
            assert_eq!(failure(saved), wanted, "{fault:?}");
            assert_eq!(fs::read_to_string(&target).unwrap(), "the old file", "{fault:?}");
            assert_eq!(names(folder.path()), ["Pay review.docx"], "{fault:?}");
        }
        console.set_faults([]);
        save(&house, &id, target.clone()).await.unwrap().unwrap();
        assert!(fs::read(&target).unwrap().starts_with(b"PK"));
    });
}

#[test]
fn a_folder_that_cannot_be_written_and_one_that_is_gone_are_told_apart_from_faults_of_the_console() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        // Nobody may write there, whoever runs the test.
        assert_eq!(
            failure(save(&house, &id, PathBuf::from("/proc/decoy.docx")).await),
            ErrorCode::SaveFailed
        );
        let gone = house.home.path().join("no such folder/decoy.docx");
        assert_eq!(failure(save(&house, &id, gone).await), ErrorCode::SaveFailed);
        assert_eq!(
            console.ledger().carried_out("canarytoken/download").count(),
            0,
            "nothing is fetched that cannot be kept"
        );
    });
}

#[test]
fn a_name_that_gets_its_extension_back_never_overwrites_another_file() {
    within_limit(async {
        let (house, _console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Budget.docx"), "somebody's work").unwrap();
        let saved = save(&house, &id, folder.path().join("Budget.docm"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(saved.file_name, "Budget (2).docx");
        assert_eq!(
            fs::read_to_string(folder.path().join("Budget.docx")).unwrap(),
            "somebody's work"
        );
    });
}

#[test]
fn a_name_with_an_extension_of_two_parts_is_the_one_that_was_chosen() {
    within_limit(async {
        let (house, _console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "mysql-dump").await.row.id;
        let folder = tempfile::tempdir().unwrap();
        let chosen = folder.path().join("backup.sql.gz");
        fs::write(&chosen, "the dialog asked whether this may go").unwrap();
        assert_eq!(
            save(&house, &id, chosen.clone()).await.unwrap().unwrap().file_name,
            "backup.sql.gz"
        );
        assert!(fs::read(&chosen).unwrap().starts_with(&[0x1f, 0x8b]));
        let saved = save(&house, &id, folder.path().join("backup.gz"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(saved.file_name, "backup (2).sql.gz");
        assert_eq!(names(folder.path()), ["backup (2).sql.gz", "backup.sql.gz"]);
    });
}

#[test]
fn the_folder_is_remembered_before_anything_is_written_there() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        console.set_faults([Fault::new(FaultKind::BadGateway).at("canarytoken/download")]);
        let folder = tempfile::tempdir().unwrap();
        assert!(save(&house, &id, folder.path().join("decoy.docx")).await.is_err());
        assert_eq!(house.app.preferences.get().folder.as_deref(), Some(folder.path()));
        assert_eq!(names(folder.path()), [""; 0]);
    });
}

#[cfg(unix)]
#[test]
fn a_file_is_private_while_it_grows_and_then_has_the_rights_of_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let rights = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    within_limit(async move {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let id = made(&house, "doc-msword").await.row.id;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        console.set_faults([Fault::new(FaultKind::Stall { bytes: 700 }).at("canarytoken/download")]);
        let (app, token) = (house.app.clone(), id.clone());
        house.dialogs.answer(path.join("decoy.docx"));
        let saving = tokio::spawn(async move {
            let app = &app;
            let save = |_| app.save_artifact(&token, None, Reporter::silent());
            app.operations.run("save-1", save).await
        });
        until("the hidden file", || names(&path).len() == 1).await;
        let hidden = path.join(&names(&path)[0]);
        assert!(names(&path)[0].starts_with(nestbox::app::sweep::TEMP_PREFIX));
        until("its rights", || rights(&hidden) == 0o600).await;
        house.app.operations.cancel("save-1");
        assert_eq!(failure(saving.await.unwrap()), ErrorCode::Cancelled);
        assert_eq!(names(&path), [""; 0], "cancelled, and no debris");

        console.set_faults([]);
        fs::write(path.join("any other"), "").unwrap();
        save(&house, &id, path.join("decoy.docx")).await.unwrap();
        assert_eq!(rights(&path.join("decoy.docx")), rights(&path.join("any other")));
        fs::set_permissions(path.join("decoy.docx"), fs::Permissions::from_mode(0o600)).unwrap();
        save(&house, &id, path.join("decoy.docx")).await.unwrap();
        assert_eq!(rights(&path.join("decoy.docx")), 0o600, "what was private stays so");
    });
}

/// A disk that is full and one that is read-only, really: small file systems that only the child process sees.
#[cfg(target_os = "linux")]
mod disks {
    use super::*;

    const DISK: &str = "NESTBOX_TEST_DISK";

    /// Runs the test `inner` of this module again, in a process that has a disk of its own, mounted with `options`.
    fn on_a_disk(options: &str, inner: &str) {
        let folder = tempfile::tempdir().unwrap();
        let script = r#"mount -t tmpfs -o size=48k tmpfs "$1" && { [ "$2" = rw ] || mount -o remount,ro "$1"; } && exec "$3" --exact "$4" --ignored --nocapture"#;
        let out = std::process::Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"])
            .arg(folder.path())
            .args([options, std::env::current_exe().unwrap().to_str().unwrap(), inner])
            .env(DISK, folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(
            out.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&out.stderr)
        );
    }

    fn disk() -> PathBuf {
        std::env::var_os(DISK).expect("run by the test beside it").into()
    }

    #[test]
    fn a_full_disk_is_told_and_leaves_no_debris() {
        on_a_disk("rw", "saving::disks::inner_full");
    }

    #[test]
    fn a_read_only_disk_is_told_and_nothing_is_fetched() {
        on_a_disk("ro", "saving::disks::inner_read_only");
    }

    #[test]
    #[ignore = "needs the disk that the test above gives it"]
    fn inner_full() {
        within_limit(async {
            let settings = Settings {
                tokens: 0,
                artifact_mib: Some(1),
                ..Settings::default()
            };
            let (house, _console, _session) = House::connected(settings).await;
            let id = made(&house, "doc-msword").await.row.id;
            fs::write(disk().join("decoy.docx"), "the old file").unwrap();
            assert_eq!(
                failure(save(&house, &id, disk().join("decoy.docx")).await),
                ErrorCode::DiskFull
            );
            assert_eq!(names(&disk()), ["decoy.docx"]);
            assert_eq!(fs::read_to_string(disk().join("decoy.docx")).unwrap(), "the old file");
        });
    }

    #[test]
    #[ignore = "needs the disk that the test above gives it"]
    fn inner_read_only() {
        within_limit(async {
            let (house, console, _session) = House::connected(Settings {
                tokens: 0,
                ..Settings::default()
            })
            .await;
            let id = made(&house, "doc-msword").await.row.id;
            assert_eq!(
                failure(save(&house, &id, disk().join("decoy.docx")).await),
                ErrorCode::FolderReadOnly
            );
            assert_eq!(console.ledger().carried_out("canarytoken/download").count(), 0);
        });
    }
}
