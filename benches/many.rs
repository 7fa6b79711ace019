//! How fast many are made at once, and what a large sheet costs, without a window: the engine over a practice Console on real HTTP.
//!
//! `scripts/bench many` runs it. The vendor's Python client is the peer: `NESTBOX_PYTHON` names a Python that has `canarytools`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs
)]

use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use nestbox::app::many::Summary;
use nestbox::app::operations::CancelToken;
use practice_console::{Console, Fault, FaultKind, Settings};

#[path = "figures/report.rs"]
mod report;
#[path = "../tests/flows/support.rs"]
mod support;

use report::{Figure, Goal, Report, median};
use support::House;

/// How many are made.
const CREATES: usize = 200;
/// How many requests may be under way.
const AT_ONCE: usize = 8;
/// How long the Console takes for each, in milliseconds.
const LATENCY: u64 = 50;
/// How often each is measured, in turns.
const TURNS: usize = 5;

/// What it takes when nothing costs anything but the Console, in milliseconds.
fn ideal() -> f64 {
    (CREATES.div_ceil(AT_ONCE) as u64 * LATENCY) as f64
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut report = Report::default();
        creating(&mut report).await;
        with_faults(&mut report).await;
        cancelling(&mut report).await;
        checking(&mut report).await;
        memory(&mut report).await;
        report.print_table();
    });
}

fn slow() -> Settings {
    Settings {
        latency: Duration::from_millis(LATENCY),
        ..Settings::default()
    }
}

/// Two hundred, by us and by a loop of the vendor's client, each on a Console of its own.
async fn creating(report: &mut Report) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(made(&[]).await.0);
        theirs.extend(vendor().await);
    }
    let ours = median(ours);
    report.add(Figure {
        name: "many-creates",
        ours,
        unit: "ms",
        peer: Some(("ideal", ideal())),
        goal: Goal::TimesPeer(1.05),
    });
    if theirs.is_empty() {
        eprintln!("many-vendor: NOT MEASURED, NESTBOX_PYTHON names no Python with canarytools");
        return;
    }
    report.add(Figure {
        name: "many-vendor",
        ours,
        unit: "ms",
        peer: Some(("canarytools' loop / 7", median(theirs) / 7.0)),
        goal: Goal::TimesPeer(1.0),
    });
}

/// The same with 5 % faults. What the server asks for is waited for on top of the ideal.
async fn with_faults(report: &mut Report) {
    let create = |kind| Fault::new(kind).at("canarytoken/create").rate(0.0125);
    let retry_after = Some(1);
    let faults = [
        create(FaultKind::ResetAfter),
        create(FaultKind::Truncated),
        create(FaultKind::BadGateway),
        create(FaultKind::TooMany { retry_after }),
    ];
    let (mut ours, mut goals) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let (took, asked) = made(&faults).await;
        ours.push(took);
        goals.push(1.2 * ideal() + asked * 1_000.0);
    }
    report.add(Figure {
        name: "many-faults",
        ours: median(ours),
        unit: "ms",
        peer: Some(("1.2 ideal + asked waits", median(goals))),
        goal: Goal::TimesPeer(1.0),
    });
}

/// From "cancel" to the answer that nothing more is sent and what was done is on the disk: the slowest of many.
async fn cancelling(report: &mut Report) {
    let (house, _console, _session) = House::connected(slow()).await;
    house.app.refresh_tokens().await.unwrap();
    let opened = opened(&house, 2_000).await;
    let mut slowest: f64 = 0.0;
    for turn in 0..20 {
        let cancel = CancelToken::new();
        let (app, token, handle) = (house.app.clone(), cancel.clone(), opened.sheet.clone());
        let run = async move { app.run_sheet(&handle, false, token, Box::new(|_| {})).await.unwrap() };
        let running = tokio::spawn(run);
        tokio::time::sleep(Duration::from_millis(150 + 13 * turn)).await;
        let asked = Instant::now();
        cancel.cancel();
        assert!(running.await.unwrap().cancelled);
        slowest = slowest.max(asked.elapsed().as_secs_f64() * 1_000.0);
    }
    report.add(Figure {
        name: "many-cancelled",
        ours: slowest,
        unit: "ms",
        peer: None,
        goal: Goal::AtMost(100.0),
    });
}

/// Milliseconds for all of them, and how many waits of a second the server asked for.
async fn made(faults: &[Fault]) -> (f64, f64) {
    let (house, console, _session) = House::connected(slow()).await;
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    let opened = opened(&house, CREATES).await;
    console.set_faults(faults.iter().cloned());
    let (quiet, cancel) = (Box::new(|_| {}), CancelToken::new());
    let began = Instant::now();
    let result = house.app.run_sheet(&opened.sheet, false, cancel, quiet).await.unwrap();
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    assert_eq!(
        (result.summary.counts.done, console.ledger().created().len()),
        (CREATES, CREATES)
    );
    let ledger = console.ledger();
    let asked = ledger
        .entries
        .iter()
        .filter(|entry| entry.fault.as_deref() == Some("too-many"));
    (took, asked.count() as f64)
}

/// A sheet of so many rows of a kind without files.
async fn opened(house: &House, rows: usize) -> Summary {
    let mut text = String::from("Kind,Reminder\n");
    for row in 0..rows {
        writeln!(text, "http,Laptop {row} on the second floor").unwrap();
    }
    let path = house.home.path().join("Devices.csv");
    std::fs::write(&path, text).unwrap();
    house.dialogs.answer(path);
    house.app.choose_sheet().await.unwrap().unwrap()
}

/// Milliseconds that a serial loop of the vendor's client takes; without one, nothing.
async fn vendor() -> Option<f64> {
    const LOOP: &str = r#"
import sys, time, canarytools
root, key, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
canarytools.console.ROOT = root + "/api/v1/"
console = canarytools.Console("practice", key)
began = time.monotonic()
for number in range(count):
    console.tokens.create(memo=f"Laptop {number} on the second floor", kind="http")
print((time.monotonic() - began) * 1000)
"#;
    let python = PathBuf::from(std::env::var_os("NESTBOX_PYTHON").filter(|path| !path.is_empty())?);
    let console = Console::start(slow()).await.unwrap();
    let (url, key, count) = (console.url(), console.key(), CREATES.to_string());
    let run = move || {
        Command::new(python)
            .args(["-c", LOOP, &url, &key, &count])
            .output()
            .unwrap()
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(console.ledger().created().len(), CREATES, "the peer made them all");
    Some(String::from_utf8(output.stdout).unwrap().trim().parse().unwrap())
}

/// A sheet of 10,000 rows, read and checked.
async fn checking(report: &mut Report) {
    let (house, _console, _session) = House::connected(Settings::default()).await;
    house.app.refresh_tokens().await.unwrap();
    let mut times = Vec::new();
    for _ in 0..TURNS {
        let began = Instant::now();
        let opened = opened(&house, 10_000).await;
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
        assert_eq!(opened.counts.ready, 10_000);
        house.app.close_sheet(&opened.sheet).unwrap();
    }
    report.add(Figure {
        name: "many-checked",
        ours: median(times),
        unit: "ms",
        peer: None,
        goal: Goal::AtMost(300.0),
    });
}

/// Bytes that each of 100,000 rows takes beyond its text, once it lies there.
async fn memory(report: &mut Report) {
    const ROWS: usize = 100_000;
    let (house, _console, _session) = House::connected(Settings::default()).await;
    house.app.refresh_tokens().await.unwrap();
    // What reading needs for a while is there already, and is used again.
    let warm = opened(&house, ROWS).await;
    house.app.close_sheet(&warm.sheet).unwrap();
    let mut each = Vec::new();
    let mut kept = Vec::new();
    for _ in 0..3 {
        let before = resident();
        kept.push(opened(&house, ROWS).await);
        let text = std::fs::metadata(house.home.path().join("Devices.csv")).unwrap().len();
        each.push((resident() - before - text as f64) / ROWS as f64);
    }
    report.add(Figure {
        name: "many-memory",
        ours: median(each),
        unit: "B each",
        peer: None,
        goal: Goal::AtMost(200.0),
    });
}

/// Bytes of memory that this process holds; 0 where Linux does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() * 1024.0
}
