//! Sheets whose folder or disk gives way in the middle: the run stops with a plain word, and goes on when there is room again.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use nestbox::app::many::{RowState, RunResult, Summary};
use nestbox::app::operations::CancelToken;
use nestbox::wire::ErrorCode;
use practice_console::{Console, Settings};

use crate::many::{agrees, files, ready, rows, run, sheet, started, text_of};
use crate::support::{House, code, until, within_limit};

const ROWS: usize = 150;

/// A small disk in memory.
struct Disk(tempfile::TempDir);

impl Disk {
    /// `None`, loudly, for whoever may not mount one.
    fn of(kib: usize) -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        let made = mount(&["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"], disk.path());
        if !made {
            eprintln!("NOT CHECKED: only root may mount a small disk");
        }
        made.then_some(disk)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn becomes(&self, options: &str) {
        assert!(mount(&["-o", &format!("remount,{options}")], self.path()));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a file may still be open.
        let _ = Command::new("umount")
            .arg("-l")
            .arg(self.path())
            .stderr(Stdio::null())
            .status();
    }
}

fn mount(words: &[&str], place: &Path) -> bool {
    let mut command = Command::new("mount");
    command.args(words).arg(place).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// A sheet whose files go to `folder`, on a Console that takes its time.
async fn begun(folder: &Path) -> (House, Console, Summary) {
    let latency = Duration::from_millis(5);
    let (house, console) = ready(Settings {
        latency,
        ..Settings::default()
    })
    .await;
    console.clear_ledger();
    let opened = sheet(&house, &text_of(ROWS)).await;
    house.dialogs.answer(folder);
    let opened = house.app.choose_target_folder(&opened.sheet).await.unwrap().unwrap();
    (house, console, opened)
}

/// Runs, and does `harm` once some files are there.
async fn run_with(house: &House, sheet: &str, folder: PathBuf, harm: impl FnOnce()) -> RunResult {
    let running = started(house, sheet, &CancelToken::new());
    until("some files are there", || files(&folder).len() >= 4).await;
    harm();
    running.await.unwrap()
}

/// It stopped for this reason, each row has a plain state, and what is said is true.
fn stopped(house: &House, console: &Console, sheet: &str, result: RunResult, wanted: ErrorCode) {
    assert_eq!(result.stopped.map(|error| code(error.error)), Some(wanted));
    let seen = rows(house, sheet);
    assert!(
        seen.iter().all(|row| row.state != RowState::Working),
        "a row hangs in the air"
    );
    assert!(result.summary.counts.done < ROWS);
    agrees(house, console, sheet, None);
}

/// Going on makes the rest, and nothing twice.
async fn goes_on(house: &House, console: &Console, sheet: &str, folder: Option<&Path>) {
    let result = run(house, sheet).await;
    assert_eq!((result.summary.counts.done, result.summary.counts.attention), (ROWS, 0));
    agrees(house, console, sheet, folder);
    assert_eq!(console.ledger().created().len(), ROWS, "lost or doubled");
}

#[test]
fn a_disk_that_is_full_stops_the_run_and_room_lets_it_go_on() {
    let Some(disk) = Disk::of(48) else { return };
    within_limit(async {
        let (house, console, opened) = begun(disk.path()).await;
        let result = run(&house, &opened.sheet).await;
        stopped(&house, &console, &opened.sheet, result, ErrorCode::DiskFull);
        let left = files(disk.path());
        assert!(left.iter().all(|file| !file.contains(".nestbox")), "{left:?}");
        disk.becomes("size=20m");
        goes_on(&house, &console, &opened.sheet, Some(disk.path())).await;
    });
}

#[test]
fn a_folder_that_becomes_read_only_stops_the_run_and_going_on_works_when_it_may_be_written_to() {
    let Some(disk) = Disk::of(20_000) else { return };
    within_limit(async {
        let (house, console, opened) = begun(disk.path()).await;
        let place = disk.path().to_owned();
        // A disk does not become so while somebody writes to it.
        let harm = || {
            house.app.pause_sheet(&opened.sheet, true).unwrap();
            while !mount(&["-o", "remount,ro"], disk.path()) {
                std::thread::sleep(Duration::from_millis(5));
            }
            house.app.pause_sheet(&opened.sheet, false).unwrap();
        };
        let result = run_with(&house, &opened.sheet, place, harm).await;
        stopped(&house, &console, &opened.sheet, result, ErrorCode::FolderReadOnly);
        disk.becomes("rw");
        goes_on(&house, &console, &opened.sheet, Some(disk.path())).await;
    });
}

#[test]
fn a_file_where_the_folder_was_stops_the_run_and_going_on_works() {
    within_limit(async {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("files");
        std::fs::create_dir(&folder).unwrap();
        let (house, console, opened) = begun(&folder).await;
        let result = run_with(&house, &opened.sheet, folder.clone(), || {
            std::fs::rename(&folder, place.path().join("moved")).unwrap();
            std::fs::write(&folder, "a file").unwrap();
        })
        .await;
        stopped(&house, &console, &opened.sheet, result, ErrorCode::SaveFailed);
        std::fs::remove_file(&folder).unwrap();
        std::fs::rename(place.path().join("moved"), &folder).unwrap();
        goes_on(&house, &console, &opened.sheet, Some(&folder)).await;
    });
}

#[test]
fn a_journal_that_finds_no_room_stops_the_run_before_anything_unwritten_is_sent() {
    let Some(disk) = Disk::of(400) else { return };
    within_limit(async {
        let files = tempfile::tempdir().unwrap();
        let (house, console, opened) = begun(files.path()).await;
        let data = house.home.path().join("data");
        std::fs::create_dir_all(&data).unwrap();
        assert!(mount(&["--bind", disk.path().to_str().unwrap()], &data));
        let filler = disk.path().join("filler");
        let fill = || drop(std::fs::write(&filler, vec![b'x'; 400 << 10]));
        let result = run_with(&house, &opened.sheet, files.path().to_owned(), fill).await;
        stopped(&house, &console, &opened.sheet, result, ErrorCode::JournalUnwritable);
        // Left as it is, it is not taken for less than it is, and gone on with once there is room.
        house.app.close_sheet(&opened.sheet).unwrap();
        std::fs::remove_file(&filler).unwrap();
        assert_eq!(house.app.unfinished().await.unwrap().unwrap().total, ROWS);
        let resumed = house.app.resume_unfinished().await.unwrap();
        goes_on(&house, &console, &resumed.sheet, Some(files.path())).await;
        assert!(house.app.unfinished().await.unwrap().is_none(), "the journal is gone");
        let _ = Command::new("umount").arg("-l").arg(&data).status();
    });
}
