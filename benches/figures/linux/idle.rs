//! What the program costs beside a Tauri window with an empty page.

use super::{
    harness::{Stage, console::program, desktop::Desktop, window::Window},
    list::{milliseconds, number},
    processes,
};
use crate::report::{Figure, Goal, Report, median};
use std::{path::PathBuf, time::Duration};

const RUNS: usize = 7;
/// A start takes little time and differs from the next by a quarter.
const STARTS: usize = 45;

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

/// Milliseconds from a start to a list of 10,000 that can be used, on a computer that has been connected before. Both windows
/// open on the same desktop, where each has been open before: the first program on a new one starts the desktop's services too.
pub async fn cold_start(report: &mut Report) {
    let (mut ours, mut empty) = (vec![], vec![]);
    let mut stage = Stage::start(&["--tokens", "10000"], &[]).await;
    stage.connect().await;
    stage.window().sees("10,000 Canarytokens").await;
    let peer = program("empty-window");
    let window = Window::open(&stage.desktop, &peer, &[]).await;
    window.close(&stage.desktop, &peer).await;
    for _ in 0..STARTS {
        stage.restart().await;
        ours.push(since_start(stage.window(), "ready").await);
        stage.window().sees("10,000 Canarytokens").await;
        stage.close().await;
        let window = Window::open(&stage.desktop, &peer, &[]).await;
        empty.push(since_start(&window, "first-contentful-paint").await);
        window.close(&stage.desktop, &peer).await;
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
    let window = Window::open(&desktop, &program, &[]).await;
    let painted = since_start(&window, "first-contentful-paint").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let memory = processes::memory(&processes::family(
        desktop.process_of(&program).expect("the program runs"),
    ));
    window.close(&desktop, &program).await;
    (memory, painted)
}

/// Milliseconds from the start of the window's program to what its page calls so. The first screen stands before it is painted.
async fn since_start(window: &Window, name: &str) -> f64 {
    let noted = "return performance.getEntriesByName(arguments[0]).length > 0";
    window.until("the page has noted it", noted, vec![name.into()]).await;
    let at = "return performance.timeOrigin + performance.getEntriesByName(arguments[0])[0].startTime";
    number(&window.script(at, vec![name.into()]).await) - milliseconds(window.started)
}
