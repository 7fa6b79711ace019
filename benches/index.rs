//! How fast the list of 100,000 Canarytokens answers, without a window: what a key, a chip or a column head costs before anything is drawn.
//!
//! `cargo bench --bench index` prints one JSON object a line, as the figures of the window do, and needs no screen.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs
)]

use std::hint::black_box;
use std::time::Instant;

use nestbox::app::catalogue::Catalogue;
use nestbox::app::tokens::{Column, Filter, Selection, Sort, TokenIndex};
use serde_json::json;

#[path = "figures/report.rs"]
#[allow(dead_code)] // nothing here has a peer
mod report;

use report::{Figure, Goal, Report, median};

/// How many there are.
const TOKENS: usize = 100_000;
/// How often everything is asked.
const TURNS: usize = 15;
/// As many rows as a tall window asks for.
const ROWS: usize = 60;

const NEWEST: Sort = Sort {
    column: Column::Created,
    descending: true,
};

fn main() {
    let catalogue = Catalogue::load();
    let before = resident();
    let mut index = filled(&catalogue);
    let mut report = Report::default();
    figure(
        &mut report,
        "index-memory",
        (resident() - before) / TOKENS as f64,
        "B each",
        2_500.0,
    );
    let keys = keystrokes(&mut index);
    let slowest = keys.iter().copied().fold(0.0, f64::max);
    figure(&mut report, "index-keystroke", median(keys), "ms", 20.0);
    figure(&mut report, "index-slowest-key", slowest, "ms", 20.0);
    figure(&mut report, "index-sort", median(sorts(&mut index)), "ms", 100.0);
    let filling = while_it_changes(&mut index, &catalogue);
    figure(&mut report, "index-changed", median(filling), "ms", 100.0);
    figure(&mut report, "index-facets", median(facets(&mut index)), "ms", 50.0);
    report.print_table();
}

fn figure(report: &mut Report, name: &'static str, ours: f64, unit: &'static str, at_most: f64) {
    report.add(Figure {
        name,
        ours,
        unit,
        peer: None,
        goal: Goal::AtMost(at_most),
    });
}

/// Words that few, some, many and no reminders have, letter by letter and back again: the median of each.
fn keystrokes(index: &mut TokenIndex) -> Vec<f64> {
    let typed = [
        "p",
        "pa",
        "pay",
        "payroll",
        "pay",
        "pa",
        "a",
        "ar",
        "archive",
        "laptop 4",
        "http zurich",
        "zzz",
        "",
    ];
    let ask = |index: &mut TokenIndex, text: &str| {
        let filter = Filter {
            text: text.into(),
            ..Filter::default()
        };
        timed(|| index.query(&filter, NEWEST, 0, ROWS).total)
    };
    ask(index, "");
    let turns: Vec<_> = (0..TURNS).map(|_| typed.map(|text| ask(index, text))).collect();
    (0..typed.len())
        .map(|key| median(turns.iter().map(|turn| turn[key]).collect()))
        .collect()
}

/// Every column, both ways.
fn sorts(index: &mut TokenIndex) -> Vec<f64> {
    use Column::{Alerts, Created, Flock, Kind, Reminder, State};
    let mut times = Vec::new();
    for _ in 0..TURNS {
        for column in [Kind, Reminder, Flock, State, Created, Alerts] {
            for descending in [false, true] {
                let sort = Sort { column, descending };
                times.push(timed(|| index.query(&Filter::default(), sort, 0, ROWS).total));
            }
        }
    }
    times
}

/// The first question after one Canarytoken has changed, as while the list fills or many are switched.
fn while_it_changes(index: &mut TokenIndex, catalogue: &Catalogue) -> Vec<f64> {
    (0..TURNS)
        .map(|turn| {
            index.change(catalogue, &id(turn * 997), |token| token.enabled = !token.enabled);
            timed(|| index.query(&Filter::default(), NEWEST, 0, ROWS).total)
        })
        .collect()
}

/// The chips of the filter, and the count of everything selected.
fn facets(index: &mut TokenIndex) -> Vec<f64> {
    let all = Selection::Filter {
        filter: Filter::default(),
        except: Vec::new(),
    };
    (0..TURNS)
        .map(|_| timed(|| index.facets().enabled + index.summarize(&all).count))
        .collect()
}

/// Milliseconds.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    black_box(work());
    began.elapsed().as_secs_f64() * 1_000.0
}

fn id(number: usize) -> String {
    format!(
        "{:0>25}",
        format!("{:x}", (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    )
}

/// Reminders, kinds, flocks and fields as a Console of some years has them.
fn filled(catalogue: &Catalogue) -> TokenIndex {
    const KINDS: [&str; 8] = [
        "http",
        "dns",
        "doc-msword",
        "aws-id",
        "pdf-acrobat-reader",
        "qr-code",
        "cloned-web",
        "windows-dir",
    ];
    const PLACES: [&str; 7] = [
        "Payroll share",
        "Reception laptop",
        "Archive server",
        "Board room cupboard",
        "Zurich office mailbox",
        "Staging server",
        "Head teacher's desk",
    ];
    let mut index = TokenIndex::default();
    let flocks = (0..40).map(|flock| (format!("flock:{flock:032x}"), format!("Site {flock}")));
    index.set_flocks(flocks.collect());
    for number in 0..TOKENS {
        let (id, kind) = (id(number), KINDS[number % KINDS.len()]);
        let place = PLACES[(number / 3) % PLACES.len()];
        let token = json!({
            "canarytoken": id, "kind": kind, "enabled": number % 11 != 0, "triggered_count": number % 97 / 90,
            "memo": format!("{place}, shelf {} - laptop {number} - looked after by Kim, tested in March", number % 500),
            "flock_id": format!("flock:{:032x}", number % 40), "node_id": format!("canarytoken:{number:x}"),
            "created": format!("{}.25", 1_500_000_000 + (number * 7_919) % 100_000_000),
            "created_printable": "2020-04-06 08:21:55 (UTC)", "key": format!("{number:032x}"),
            "hostname": format!("{id}.a1b2c3d4.canarytokens.example"),
            "url": format!("https://a1b2c3d4.canarytokens.example/articles/{id}/index.html"), "updated_id": number,
        });
        index.put(catalogue, serde_json::from_value(token).unwrap());
    }
    index
}

/// Bytes of memory that this process holds; 0 where Linux does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() * 1024.0
}
