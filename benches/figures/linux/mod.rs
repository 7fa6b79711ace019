//! What drives the real window, and so runs on Linux only.

#[path = "../../../tests/e2e/harness/mod.rs"]
mod harness;

mod download;
mod idle;
mod list;
mod package;
mod processes;
mod thread;
mod wizard;

use crate::report::Report;

/// Every figure by name; a `bench` may measure several.
const FIGURES: [&str; 12] = [
    "filter-keystroke",
    "rows-in-page",
    "page-memory",
    "first-rows",
    "wizard-opens",
    "download-time",
    "download-memory",
    "idle-memory",
    "first-paint",
    "cold-start",
    "page-blocked",
    "deb-size",
];

/// Measures what was asked for, and tells it.
#[tokio::main]
pub async fn measure() {
    // cargo adds `--bench`.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    if let Some(unknown) = wanted.iter().find(|name| !FIGURES.contains(&name.as_str())) {
        eprintln!("there is no figure “{unknown}”; there are: {}", FIGURES.join(", "));
        std::process::exit(2);
    }
    let wants = |names: &[&str]| wanted.is_empty() || names.iter().any(|name| wanted.iter().any(|one| one == name));
    let mut report = Report::default();
    if wants(&["filter-keystroke", "rows-in-page"]) {
        list::speed(&mut report).await;
    }
    if wants(&["page-memory"]) {
        list::memory(&mut report).await;
    }
    if wants(&["first-rows"]) {
        list::first_rows(&mut report).await;
    }
    if wants(&["wizard-opens"]) {
        wizard::opens(&mut report).await;
    }
    if wants(&["download-time", "download-memory"]) {
        download::against_curl(&mut report).await;
    }
    if wants(&["idle-memory", "first-paint"]) {
        idle::beside_an_empty_window(&mut report).await;
    }
    if wants(&["cold-start"]) {
        idle::cold_start(&mut report).await;
    }
    if wants(&["page-blocked"]) {
        thread::blocked(&mut report).await;
    }
    if wants(&["deb-size"]) {
        package::size(&mut report);
    }
    report.print_table();
}
