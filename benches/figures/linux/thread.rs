//! How long the page's thread is held up: meanwhile it answers no key and no click.

use super::{harness::Stage, list::number};
use crate::report::{Figure, Goal, Report, median};

const ROUNDS: usize = 5;

/// Elsewhere WebKit is told that a virtual screen has no graphics card, and paints the whole window on the page's own thread. On a
/// person's desktop it is painted and put together beside it. So it is here, by the processor: a card that is only played by it
/// stops everything now and then to make a program of what it shall draw.
const PAINTED_BESIDE: [(&str, &str); 2] = [
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "0"),
    ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"),
];

/// The longest time in milliseconds for which a screen holds the page's thread: of each screen the median, of those the longest.
/// With 10,000 Canarytokens, and a list of 1,000 names: a field of 10,000 lines alone holds WebKit up for 60 ms.
pub async fn blocked(report: &mut Report) {
    let mut stage = Stage::set(&["--tokens", "10000"]);
    stage
        .desktop
        .told
        .extend(PAINTED_BESIDE.map(|(name, value)| (name, value.to_owned())));
    stage.open(&[]).await;
    stage.connect().await;
    let window = stage.window();
    window.sees("10,000 Canarytokens").await;
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let taken = window.script_async(include_str!("thread.js"), vec![]).await;
        let taken = taken.as_array().unwrap_or_else(|| panic!("{taken}")).clone();
        rounds.push(taken);
    }
    stage.end().await;
    let mut worst: f64 = 0.0;
    for (at, screen) in rounds[0].iter().enumerate() {
        let took = median(rounds.iter().map(|round| number(&round[at][1])).collect());
        eprintln!("{took:8.1} ms  {}", screen[0].as_str().unwrap());
        worst = worst.max(took);
    }
    report.add(Figure {
        name: "page-blocked",
        ours: worst,
        unit: "ms",
        peer: None,
        goal: Goal::AtMost(50.0),
    });
}
