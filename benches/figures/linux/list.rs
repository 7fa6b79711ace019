//! The list of many Canarytokens.

use super::{
    harness::{Stage, console::program, window::Window},
    processes,
};
use crate::report::{Figure, Goal, Report, median};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

/// How often a key is struck.
const KEYSTROKES: usize = 30;

/// Milliseconds from a key in the search field to its rows on the screen, and how many rows the page holds while it is scrolled.
pub async fn speed(report: &mut Report) {
    let stage = connected(100_000, &[]).await;
    let window = stage.window();
    let mut times = Vec::new();
    // Words that few, some and many have, letter by letter, as they are typed. None is in all of them: the count tells the new answer.
    for word in ["s", "se", "ser", "f", "fi", "fin"].iter().cycle().take(KEYSTROKES) {
        let took = window.script_async(KEYSTROKE, vec![json!(word)]).await;
        times.push(took.as_f64().unwrap_or_else(|| panic!("no rows for “{word}”: {took}")));
    }
    report.add(Figure {
        name: "filter-keystroke",
        ours: median(times),
        unit: "ms",
        peer: None,
        goal: Goal::AtMost(50.0),
    });

    window.press("Clear the search").await;
    window.sees("100,000 Canarytokens").await;
    let most = window.script_async(SCROLL, vec![]).await;
    report.add(Figure {
        name: "rows-in-page",
        ours: most.as_f64().unwrap(),
        unit: "rows",
        peer: None,
        goal: Goal::AtMost(100.0),
    });
    stage.end().await;
}

/// Memory of the page's process with 1,000 and with 100,000 Canarytokens, after the same scrolling and once it has settled.
pub async fn memory(report: &mut Report) {
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        few.push(page_memory(1_000).await);
        many.push(page_memory(100_000).await);
    }
    let peer = Some(("1,000 instead of 100,000", median(few)));
    report.add(Figure {
        name: "page-memory",
        ours: median(many),
        unit: "MiB",
        peer,
        goal: Goal::TimesPeer(1.1),
    });
}

async fn page_memory(tokens: usize) -> f64 {
    let stage = connected(tokens, &[]).await;
    stage.window().script_async(SCROLL, vec![]).await;
    let family = processes::family(stage.desktop.process_of(&program("nestbox")).expect("the program runs"));
    let memory = settled(&processes::named(&family, "WebKitWebProcess")).await;
    stage.end().await;
    memory
}

/// When the first rows of 10,000 are on the screen, and when the second page of them is asked for.
pub async fn first_rows(report: &mut Report) {
    const LATENCY: f64 = 400.0;
    let (mut shown, mut asked) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let stage = Stage::start(&["--tokens", "10000", "--latency-ms", &LATENCY.to_string()], &[]).await;
        let window = stage.window();
        window.script(WATCH_FOR_ROWS, vec![]).await;
        let before = milliseconds(SystemTime::now());
        stage.connect().await;
        window.sees("10,000 Canarytokens").await;
        let painted = window
            .script("return window.rowsPainted", vec![])
            .await
            .as_f64()
            .unwrap();
        // The ledger notes when a request was carried out, that is after the delay.
        let pages = stage.console.carried_out("canarytokens/paginate");
        let times: Vec<f64> = pages.iter().map(|entry| number(&entry["at_ms"]) - LATENCY).collect();
        // Connecting may look at a page too, to learn what the key may do: the last ten are those of the list.
        let second = stage.console.began() + times[times.len() - 9];
        shown.push(painted - before);
        asked.push(second - before);
        stage.end().await;
    }
    let peer = Some(("second page asked for", median(asked)));
    report.add(Figure {
        name: "first-rows",
        ours: median(shown),
        unit: "ms",
        peer,
        goal: Goal::TimesPeer(1.0),
    });
}

/// The memory of these once it has not fallen for ten seconds: WebKit gives back what is no longer used some seconds later.
async fn settled(processes: &[u32]) -> f64 {
    let (mut least, mut quiet) = (f64::INFINITY, 0);
    while quiet < 10 {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let now = processes::memory(processes);
        quiet = if now < least - 0.5 { 0 } else { quiet + 1 };
        least = least.min(now);
    }
    least
}

async fn connected(tokens: usize, arguments: &[&str]) -> Stage {
    let count = tokens.to_string();
    let stage = Stage::start(&["--tokens", &count], arguments).await;
    stage.connect().await;
    let window: &Window = stage.window();
    let grouped = format!("{},{:03} Canarytokens", tokens / 1000, tokens % 1000);
    window.sees_within(&grouped, Duration::from_secs(180)).await;
    stage
}

/// Milliseconds since 1970.
pub fn milliseconds(time: SystemTime) -> f64 {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs_f64() * 1000.0
}

/// Puts one more letter into the search, as a key does, and waits until the count and a row of the new question were painted.
const KEYSTROKE: &str = r#"
const [word, done] = arguments;
const field = document.querySelector("input[type=search], search input");
const count = document.querySelector(".freshness");
const grid = document.querySelector("[role=grid]");
const before = count.textContent;
const rows = () => [...grid.querySelectorAll(".rows [role=row]:not(.waiting)")].map((row) => row.textContent.toLowerCase());
field.focus();
const start = performance.now();
field.value = word;
field.dispatchEvent(new InputEvent("input", { bubbles: true, data: word.at(-1), inputType: "insertText" }));
const look = () => {
  if (performance.now() - start > 5000) return done("waited in vain, " + count.textContent);
  if (count.textContent === before || rows().length === 0) return requestAnimationFrame(look);
  // A message that is posted in the frame arrives after it was painted.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now() - start);
  port2.postMessage(null);
};
requestAnimationFrame(look);
"#;

/// Scrolls through the list in a hundred steps and returns the most rows the page held meanwhile.
const SCROLL: &str = r#"
const [done] = arguments;
const grid = document.querySelector("[role=grid]");
let most = 0;
let step = 0;
const look = () => {
  most = Math.max(most, document.querySelectorAll("[role=row]").length);
  grid.scrollTop = (grid.scrollHeight * step) / 100;
  step += 1;
  if (step <= 100) requestAnimationFrame(() => setTimeout(look, 20));
  else done(most);
};
look();
"#;

/// Notes in `window.rowsPainted` when the first row with something in it was painted.
const WATCH_FOR_ROWS: &str = r#"
const look = () => {
  if (!document.querySelector("[role=grid] .rows [role=row]:not(.waiting)")) return requestAnimationFrame(look);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { window.rowsPainted = Date.now(); };
  port2.postMessage(null);
};
requestAnimationFrame(look);
return true;
"#;

/// Reads a number out of what a script gave.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}
