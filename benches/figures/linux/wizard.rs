//! The wizard that makes Canarytokens.

use super::{harness::Stage, list::number};
use crate::report::{Figure, Goal, Report, median};

/// How often it is opened. The first time, the Console is asked what it offers.
const OPENED: usize = 11;
/// How many kinds there are to choose from, at least.
const KINDS: usize = 40;
/// How many of them the program does not know: those get the general card.
const NEWER: usize = 8;

/// Milliseconds from the button "New Canarytoken" to the cards of all kinds on the screen.
pub async fn opens(report: &mut Report) {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..NEWER {
        let kind = format!("kind = 'newer-{number}'\nconsole_name = 'Newer kind {number}'\n");
        std::fs::write(folder.path().join(format!("newer-{number}.toml")), kind).unwrap();
    }
    let stage = Stage::start(
        &["--tokens", "25", "--more-kinds", folder.path().to_str().unwrap()],
        &[],
    )
    .await;
    stage.connect().await;
    let window = stage.window();
    window.sees("25 Canarytokens").await;
    let mut times = Vec::new();
    for _ in 0..OPENED {
        window.find("button", "New Canarytoken*").await;
        times.push(number(&window.script_async(OPEN, vec![KINDS.into()]).await));
        window.press("Cancel").await;
        window.sees("25 Canarytokens").await;
    }
    report.add(Figure {
        name: "wizard-opens",
        ours: median(times),
        unit: "ms",
        peer: None,
        goal: Goal::AtMost(100.0),
    });
    stage.end().await;
}

/// Presses the button and waits until so many cards were painted.
const OPEN: &str = r#"
const [kinds, done] = arguments;
const button = [...document.querySelectorAll("button")].find((one) => one.textContent.includes("New Canarytoken"));
const start = performance.now();
button.click();
const look = () => {
  if (performance.now() - start > 10000) return done("waited in vain");
  if (document.querySelectorAll(".kind-card").length < kinds) return requestAnimationFrame(look);
  // A message that is posted in the frame arrives after it was painted.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now() - start);
  port2.postMessage(null);
};
requestAnimationFrame(look);
"#;
