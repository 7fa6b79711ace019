//! How long the page's thread is held up: meanwhile it answers no key and no click.

use super::{harness::Stage, list::number};
use crate::report::{Figure, Goal, Report, median};

const ROUNDS: usize = 5;

/// The longest time in milliseconds for which a screen holds the page's thread: of each screen the median, of those the longest.
/// With 10,000 Canarytokens, and a list of 1,000 names: a field of 10,000 lines alone holds WebKit up for 60 ms.
pub async fn blocked(report: &mut Report) {
    let stage = Stage::start(&["--tokens", "10000"], &[]).await;
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
