//! How long the page's thread is held up: meanwhile it answers no key and no click.

use super::{harness::Stage, list::number};
use crate::report::{Figure, Goal, Report, median};

const ROUNDS: usize = 5;

/// Elsewhere WebKit is told that a virtual screen has no graphics card, and paints the whole window on the page's own thread. On a
/// person's desktop it is painted by the processor and put together by the card, beside it. So it is here, with two differences: a card
/// that is only played by the processor stops everything now and then to make a program of what it shall draw, so it draws nothing;
/// and it is played on one core, or the page's thread waits its turn while every core plays.
const PAINTED_BESIDE: [(&str, &str); 3] = [
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "0"),
    ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"),
    ("LP_NUM_THREADS", "0"),
];

/// Scroll bars that fade would have the window put together without pause for four seconds after each scrolling: nothing to a card,
/// everything to a processor that plays one.
const STEADY_SCROLL_BARS: &str = "gtk-overlay-scrolling=false";

/// The longest time in milliseconds for which a screen holds the page's thread: of each screen the median, of those the longest.
/// With 10,000 Canarytokens, and a list of 1,000 names: a field of 10,000 lines alone holds WebKit up for 60 ms. Beside it stands
/// what 1,000 plain lines take in the same window: a computer that is busy with something else is slow with both.
pub async fn blocked(report: &mut Report) {
    let mut stage = Stage::set(&["--tokens", "10000"]);
    stage
        .desktop
        .told
        .extend(PAINTED_BESIDE.map(|(name, value)| (name, value.to_owned())));
    stage.desktop.set_gtk(STEADY_SCROLL_BARS);
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
    let longest: Vec<f64> = (0..rounds[0].len())
        .map(|at| median(rounds.iter().map(|round| number(&round[at][1])).collect()))
        .collect();
    for (took, screen) in longest.iter().zip(&rounds[0]) {
        eprintln!("{took:8.1} ms  {}", screen[0].as_str().unwrap());
    }
    let (plain, ours) = longest.split_last().expect("thread.js ends with the peer");
    report.add(Figure {
        name: "page-blocked",
        ours: ours.iter().copied().fold(0.0, f64::max),
        unit: "ms",
        peer: Some(("1,000 plain lines", *plain)),
        goal: Goal::AtMost(50.0),
    });
}
