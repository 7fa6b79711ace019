//! A program that is killed while it makes many: at random moments, and at each step that touches the disk. The next start goes on.
#![cfg(unix)]

use std::collections::HashMap;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use nestbox::app::Facts;
use nestbox::app::many::{KEY_ID, ResultFormat};
use nestbox::wire::UiError;
use practice_console::{Console, Settings};

use crate::many::{files, run, text_of};
use crate::support::{FakeSecrets, Home, House, often, until, within_limit};

/// Names the folder of the program that is to be killed.
const HOME: &str = "NESTBOX_KILLED_HOME";
/// Rows of a sheet.
const ROWS: usize = 20;
/// What a program calls to change what is on the disk, or to see it there. strace counts each for itself.
const STEPS: [&str; 8] = [
    "fsync",
    "fdatasync",
    "rename",
    "renameat2",
    "linkat",
    "unlink",
    "unlinkat",
    "ftruncate",
];

/// Where a program works that is killed again and again, with its Console.
struct Scene {
    house: House,
    console: Console,
}

impl Scene {
    async fn new(seed: u64) -> Self {
        let (house, console, _session) = House::connected(Settings {
            latency: Duration::from_millis(2),
            seed,
            ..Settings::default()
        })
        .await;
        // The keychain outlives the programs: they read it from a file here.
        let key = "5a".repeat(32);
        house.secrets.kept.lock().unwrap().insert(KEY_ID.into(), key);
        let kept = serde_json::to_vec(&*house.secrets.kept.lock().unwrap()).unwrap();
        std::fs::write(house.home.path().join("keychain.json"), kept).unwrap();
        std::fs::write(house.home.path().join("Devices.csv"), text_of(ROWS)).unwrap();
        std::fs::create_dir(house.home.path().join("files")).unwrap();
        console.clear_ledger();
        Self { house, console }
    }

    fn folder(&self) -> PathBuf {
        self.house.home.path().join("files")
    }

    /// Starts the program that makes the sheet, below `tracer` if there is one.
    fn start(&self, tracer: &[&str]) -> Running {
        let this = std::env::current_exe().unwrap();
        let mut words: Vec<&std::ffi::OsStr> = tracer.iter().map(std::ffi::OsStr::new).collect();
        words.push(this.as_os_str());
        let child = Command::new(words[0])
            .args(&words[1..])
            .args(["--exact", "many_kills::the_program_that_is_killed", "--ignored"])
            .env(HOME, self.house.home.path())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(self.house.home.path().join("said")).unwrap())
            .spawn()
            .unwrap();
        Running(child)
    }

    /// Waits for its end. One that fails by itself fails the test.
    async fn end(&self, mut running: Running) -> ExitStatus {
        let mut ended = None;
        until("the program ends", || {
            ended = running.0.try_wait().unwrap();
            ended.is_some()
        })
        .await;
        let status = ended.unwrap();
        let said = || std::fs::read_to_string(self.house.home.path().join("said")).unwrap();
        assert!(status.success() || killed(status), "{status}: {}", said());
        self.nothing_in_place_is_half();
        status
    }

    /// A kill leaves whole files under their names, and everything else under hidden ones.
    fn nothing_in_place_is_half(&self) {
        for file in files(&self.folder()).iter().filter(|file| !file.contains(".nestbox")) {
            assert!(is_whole(&self.folder().join(file)), "{file} is not whole");
        }
        let result = std::fs::read_to_string(self.house.home.path().join("result.csv"));
        assert!(
            result.is_ok_and(|text| text.lines().count() == ROWS + 1)
                || !self.house.home.path().join("result.csv").exists()
        );
    }

    /// A last start that nobody kills: every row is made once, every file is there once, nothing else is left.
    async fn comes_to_its_end(&self, killed: &str) {
        assert!(self.end(self.start(&[])).await.success());
        let created = self.console.ledger().created();
        assert_eq!(created.len(), ROWS, "{killed}: lost or doubled");
        let mut memos: Vec<String> = created.iter().filter_map(|id| self.console.memo(id)).collect();
        memos.sort();
        memos.dedup();
        assert_eq!(memos.len(), ROWS, "{killed}: a row was made twice");
        let found = files(&self.folder());
        // Three of the five kinds come with a file.
        assert_eq!(found.len(), ROWS * 3 / 5, "{killed}: {found:?}");
        let data = files(&self.house.home.path().join("data"));
        assert!(data.is_empty(), "{killed}: {data:?} are left");
    }
}

/// A program, which ends with the test at the latest.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// strace ends as the program below it did.
fn killed(status: ExitStatus) -> bool {
    status.signal() == Some(9) || status.code() == Some(128 + 9)
}

/// Does a file of this sort end as such files do?
fn is_whole(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    let ends = |end: &[u8]| bytes.windows(end.len()).rev().take(64).any(|window| window == end);
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("docx") => zip::ZipArchive::new(std::io::Cursor::new(&bytes)).is_ok(),
        Some("pdf") => ends(b"%%EOF"),
        Some("png") => ends(b"IEND"),
        _ => panic!("{} is of no sort that was asked for", path.display()),
    }
}

/// Not a test but the program that the tests kill: it does what a person would, who starts it again after a crash.
#[test]
#[ignore = "the tests start it as a program of its own"]
fn the_program_that_is_killed() {
    let Some(home) = std::env::var_os(HOME).map(PathBuf::from) else {
        return;
    };
    // One thread does all that waits for the disk: so its steps can be counted.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(1)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let kept: HashMap<String, String> =
            serde_json::from_slice(&std::fs::read(home.join("keychain.json")).unwrap()).unwrap();
        let secrets = Arc::<FakeSecrets>::default();
        secrets.kept.lock().unwrap().extend(kept);
        let house = House::open(Home::at(home.clone()), secrets, Facts::default());
        house.app.resume_session().await.unwrap().unwrap();
        house.app.refresh_tokens().await.unwrap();
        let opened = if house.app.unfinished().await.unwrap().is_some() {
            house.app.resume_unfinished().await.unwrap()
        } else {
            house.dialogs.answer(home.join("Devices.csv"));
            let opened = house.app.choose_sheet().await.unwrap().unwrap();
            house.dialogs.answer(home.join("files"));
            house.app.choose_target_folder(&opened.sheet).await.unwrap().unwrap()
        };
        let result = run(&house, &opened.sheet).await;
        assert!(result.stopped.is_none() && result.summary.counts.attention == 0);
        assert_eq!(result.summary.counts.done + result.summary.counts.skipped, ROWS);
        house.dialogs.answer(home.join("result.csv"));
        let explain = |error: &nestbox::app::error::Reported| UiError::from(error).message;
        house
            .app
            .save_results(&opened.sheet, ResultFormat::Csv, explain)
            .await
            .unwrap();
    });
}

#[test]
fn killed_at_random_moments_nothing_is_lost_doubled_or_half_there() {
    within_limit(async {
        let (mut chance, mut kills) = (fastrand::Rng::with_seed(4), 0);
        let wanted = often(12, 200);
        let scene = Scene::new(0).await;
        let began = Instant::now();
        scene.comes_to_its_end("never killed").await;
        let whole = began.elapsed();
        let mut seed = 0;
        while kills < wanted {
            seed += 1;
            let scene = Scene::new(seed).await;
            for _ in 0..4 {
                let mut running = scene.start(&[]);
                tokio::time::sleep(whole.mul_f64(chance.f64())).await;
                running.0.kill().unwrap();
                kills += usize::from(killed(scene.end(running).await));
            }
            scene.comes_to_its_end(&format!("scene {seed}, {kills} kills")).await;
        }
        eprintln!("{kills} kills at random moments, each gone on from: nothing lost, doubled or half there");
    });
}

#[test]
fn killed_at_each_step_that_touches_the_disk_nothing_is_lost_doubled_or_half_there() {
    if !Command::new("strace")
        .arg("-V")
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
    {
        eprintln!("NOT CHECKED: strace is missing (scripts/setup test installs it)");
        return;
    }
    within_limit(async {
        let (every, mut kills) = (often(9, 1), HashMap::new());
        for step in STEPS {
            for time in (1..).step_by(every) {
                let scene = Scene::new(time).await;
                let (trace, inject) = (
                    format!("trace={step}"),
                    format!("inject={step}:signal=KILL:when={time}"),
                );
                let tracer = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
                let was_killed = killed(scene.end(scene.start(&tracer)).await);
                scene.comes_to_its_end(&format!("killed at {step} {time}")).await;
                // It does that less often: each was tried.
                if !was_killed {
                    break;
                }
                *kills.entry(step).or_insert(0) += 1;
            }
        }
        eprintln!(
            "kills at steps that touch the disk, each gone on from, nothing lost, doubled or half there: {kills:?}"
        );
        let of = |step: &str| kills.get(step).copied().unwrap_or(0) * every;
        assert!(of("fsync") > ROWS && of("fdatasync") > 0 && of("rename") + of("renameat2") + of("linkat") > ROWS / 2);
    });
}
