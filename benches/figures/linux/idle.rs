//! What the program costs beside a Tauri window with an empty page.

use super::{
    harness::{Stage, console::program, desktop::Desktop, window::Window},
    list::{milliseconds, number},
    processes,
};
use crate::report::{Figure, Goal, Report, median};
use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

const RUNS: usize = 7;

/// Memory of all processes three seconds after the first screen stood, and milliseconds from the start to the first paint.
pub async fn beside_an_empty_window(report: &mut Report) {
    let (mut our_memory, mut our_paint, mut empty_memory, mut empty_paint) = (vec![], vec![], vec![], vec![]);
    for _ in 0..RUNS {
        let (memory, paint) = measure(program("nestbox")).await;
        our_memory.push(memory);
        our_paint.push(paint);
        let (memory, paint) = measure(program("empty-window")).await;
        empty_memory.push(memory);
        empty_paint.push(paint);
    }
    let peer = |values| Some(("an empty Tauri window", median(values)));
    report.add(Figure {
        name: "idle-memory",
        ours: median(our_memory),
        unit: "MiB",
        peer: peer(empty_memory),
        goal: Goal::TimesPeer(1.25),
    });
    report.add(Figure {
        name: "first-paint",
        ours: median(our_paint),
        unit: "ms",
        peer: peer(empty_paint),
        goal: Goal::TimesPeer(1.5),
    });
}

/// Milliseconds from a start to a list of 10,000 that can be used, on a computer that has been connected before.
pub async fn cold_start(report: &mut Report) {
    let (mut ours, mut empty) = (vec![], vec![]);
    let mut stage = Stage::start(&["--tokens", "10000"], &[]).await;
    stage.connect().await;
    stage.window().sees("10,000 Canarytokens").await;
    for _ in 0..RUNS {
        stage.close().await;
        let before = milliseconds(SystemTime::now());
        stage.open(&[]).await;
        let ready = "return performance.timeOrigin + performance.getEntriesByName('ready')[0].startTime";
        ours.push(number(&stage.window().script(ready, vec![]).await) - before);
        stage.window().sees("10,000 Canarytokens").await;
        empty.push(measure(program("empty-window")).await.1);
    }
    stage.end().await;
    report.add(Figure {
        name: "cold-start",
        ours: median(ours),
        unit: "ms",
        peer: Some(("an empty Tauri window", median(empty))),
        goal: Goal::TimesPeer(1.3),
    });
}

async fn measure(program: PathBuf) -> (f64, f64) {
    let desktop = Desktop::start("1280x860");
    let before = milliseconds(SystemTime::now());
    let window = Window::open(&desktop, &program, &[]).await;
    let paint = "return performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime";
    let painted = number(&window.script(paint, vec![]).await);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let memory = processes::memory(&processes::family(
        desktop.process_of(&program).expect("the program runs"),
    ));
    window.close(&desktop, &program).await;
    (memory, painted - before)
}
