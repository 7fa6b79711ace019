//! A marked API key, and marked AWS keys, go through the whole program. Afterwards they are searched in every file written, in what the
//! program said, in each page and in each process argument.

use crate::harness::{Stage, dialogs, on_stage};
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

const API_KEY: &str = "markerQ7x2vN9kLmPr4tWz8yHb3cJf6dGs";
const WRONG_KEY: &str = "wrongmarkerZ5u1oE7aIqXw3nVb9mKt2rL";
const AWS_SECRET: &str = "awsmarkerT3hB8nYc5vQe1xWk7zRj4mUp";

#[tokio::test(flavor = "multi_thread")]
async fn a_marked_key_is_found_nowhere_after_it_went_through_everything() {
    on_stage("secrets", &["--tokens", "25", "--key", API_KEY], async |stage| {
        let mut leaks = Leaks::watch(stage);
        connect_twice(stage, &mut leaks).await;
        use_it(stage, &mut leaks).await;
        send_aws_keys(stage, &mut leaks).await;
        stage.restart().await;
        stage.window().sees("26 Canarytokens").await;
        leaks.look_at_page(stage, "after a restart").await;
        stage.console.end();
        stage.window().press("Refresh the list").await;
        stage.window().sees("No connection to your Console").await;
        leaks.look_at_page(stage, "offline").await;
        stage.close().await;
        leaks.look_at_files(stage.desktop.home.path());
        leaks.none();
    })
    .await;
}

async fn connect_twice(stage: &mut Stage, leaks: &mut Leaks) {
    stage.connect_with(WRONG_KEY).await;
    stage.window().sees("Your Console does not accept this API key").await;
    stage.connect().await;
    stage.window().sees("25 Canarytokens").await;
    leaks.look_at_page(stage, "the list").await;
}

async fn use_it(stage: &mut Stage, leaks: &mut Leaks) {
    let window = stage.window();
    window.press("New Canarytoken*").await;
    window.press("Word document*").await;
    window.press("Next: place").await;
    window.fill("Place*", "Shared drive").await;
    window.press("Next: check").await;
    window.press("Make *").await;
    window.sees("is ready").await;
    window.press("Save file…").await;
    dialogs::save_as(&stage.desktop, &stage.desktop.path("files/saved.docx"));
    window.sees("Saved in").await;
    leaks.look_at_page(stage, "done").await;
    window.press("All Canarytokens").await;
    window.sees("26 Canarytokens").await;
    window.press("Settings").await;
    window.press("Copy diagnostics…").await;
    window.find("button", "Copy").await;
    leaks.look_at_page(stage, "diagnostics").await;
    window.press("Close").await;
    window.press("All Canarytokens").await;
}

/// AWS keys are refused by the practice Console or used by it; either way they must not stay.
async fn send_aws_keys(stage: &mut Stage, leaks: &mut Leaks) {
    let window = stage.window();
    window.fill("Search Canarytokens", "bucket").await;
    window.open_row(1).await;
    window.press("Remove from AWS…").await;
    window.fill("AWS access key", "AKIAIOSFODNN7EXAMPLE").await;
    window.fill("AWS secret key", AWS_SECRET).await;
    window.fill("AWS region*", "eu-west-1").await;
    window.press("Remove from AWS").await;
    window.sees("Removed from AWS").await;
    leaks.look_at_page(stage, "after removal from AWS").await;
}

/// Collects every place where a marker was seen.
struct Leaks {
    found: Arc<Mutex<BTreeSet<String>>>,
    ended: Arc<AtomicBool>,
    watcher: Option<JoinHandle<()>>,
}

impl Leaks {
    /// From now on looks at the arguments of every process, again and again.
    fn watch(stage: &Stage) -> Self {
        let found = Arc::new(Mutex::new(BTreeSet::new()));
        let ended = Arc::new(AtomicBool::new(false));
        // The practice Console was given its key as an argument, by this test.
        let console = stage.console.pid();
        let watcher = std::thread::spawn({
            let (found, ended) = (found.clone(), ended.clone());
            move || {
                while !ended.load(Ordering::Relaxed) {
                    look_at_processes(console, &found);
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
        });
        Self {
            found,
            ended,
            watcher: Some(watcher),
        }
    }

    async fn look_at_page(&mut self, stage: &Stage, when: &str) {
        let markup = stage.window().markup().await;
        assert!(markup.contains("<body"), "the page was read");
        note(&self.found, markup.as_bytes(), &format!("the page, {when}"));
    }

    fn look_at_files(&mut self, folder: &Path) {
        let mut looked_at = 0;
        look_into(folder, &mut |path| {
            looked_at += 1;
            note(
                &self.found,
                path.to_string_lossy().as_bytes(),
                &format!("the name {}", path.display()),
            );
            if let Ok(bytes) = fs::read(path) {
                note(&self.found, &bytes, &path.display().to_string());
            }
        });
        assert!(
            looked_at > 5,
            "only {looked_at} files: the program writes settings and logs at least"
        );
    }

    fn none(mut self) {
        self.ended.store(true, Ordering::Relaxed);
        self.watcher.take().unwrap().join().unwrap();
        let found = self.found.lock().unwrap();
        assert!(found.is_empty(), "markers were found:\n{found:#?}");
    }
}

impl Drop for Leaks {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}

fn look_at_processes(console: u32, found: &Mutex<BTreeSet<String>>) {
    for process in fs::read_dir("/proc").unwrap().flatten() {
        let id = process.file_name().to_string_lossy().parse::<u32>();
        let Some(id) = id.ok().filter(|id| *id != console) else {
            continue;
        };
        // Processes come and go, and those of others are not ours to read.
        for what in ["cmdline", "environ"] {
            if let Ok(bytes) = fs::read(process.path().join(what)) {
                note(found, &bytes, &format!("the {what} of process {id}"));
            }
        }
    }
}

fn look_into(folder: &Path, look: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            look_into(&path, look);
        } else if kind.is_file() {
            look(&path);
        }
    }
}

/// Notes `place` when one of the markers is in `bytes`, in any of the ways in which programs write text.
fn note(found: &Mutex<BTreeSet<String>>, bytes: &[u8], place: &str) {
    for marker in [API_KEY, WRONG_KEY, AWS_SECRET] {
        for (way, needle) in ways(marker) {
            if bytes.windows(needle.len()).any(|window| window == needle) {
                found.lock().unwrap().insert(format!("{place}: {marker} as {way}"));
            }
        }
    }
}

fn ways(marker: &str) -> [(&'static str, Vec<u8>); 4] {
    use std::fmt::Write;
    let hex = marker.bytes().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    let encoded = base64::Engine::encode(&base64::engine::general_purpose::STANDARD_NO_PAD, marker);
    [
        ("text", marker.into()),
        ("UTF-16", marker.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("hex", hex.into_bytes()),
        // What stands in front of it may shift its bytes; this is how it looks at the start of a text.
        ("base64", encoded[..encoded.len() - 2].into()),
    ]
}

#[test]
fn a_marker_is_noticed_in_whichever_way_it_is_written() {
    for (_, written) in ways(API_KEY) {
        let found = Mutex::default();
        note(&found, &[b"before ", written.as_slice(), b" after"].concat(), "here");
        assert_eq!(found.lock().unwrap().len(), 1);
    }
    let found = Mutex::default();
    note(&found, &API_KEY.as_bytes()[1..], "here");
    assert!(found.lock().unwrap().is_empty(), "a part of it is not it");
}
