//! One JSON object a line on stdout, a table on stderr.

use serde_json::json;

/// What a figure is compared with.
pub enum Goal {
    /// Our value is at most this.
    AtMost(f64),
    /// Our value is at most this many times the peer's.
    TimesPeer(f64),
}

/// One figure.
pub struct Figure {
    pub name: &'static str,
    pub ours: f64,
    pub unit: &'static str,
    /// What it is compared with, in words, and its value in the same unit.
    pub peer: Option<(&'static str, f64)>,
    pub goal: Goal,
}

impl Figure {
    fn ratio(&self) -> Option<f64> {
        self.peer.map(|(_, value)| self.ours / value)
    }

    fn holds(&self) -> bool {
        match self.goal {
            Goal::AtMost(most) => self.ours <= most,
            Goal::TimesPeer(times) => self.ratio().is_some_and(|ratio| ratio <= times),
        }
    }

    fn goal(&self) -> String {
        match self.goal {
            Goal::AtMost(most) => format!("at most {most} {}", self.unit),
            Goal::TimesPeer(times) => format!("at most {times} times the peer"),
        }
    }
}

/// All figures measured in this run.
#[derive(Default)]
pub struct Report {
    figures: Vec<Figure>,
}

impl Report {
    /// Notes a figure and prints its line.
    pub fn add(&mut self, figure: Figure) {
        println!(
            "{}",
            json!({
                "name": figure.name,
                "ours": rounded(figure.ours),
                "unit": figure.unit,
                "peer": figure.peer.map(|(name, _)| name),
                "peerValue": figure.peer.map(|(_, value)| rounded(value)),
                "ratio": figure.ratio().map(rounded),
                "goal": figure.goal(),
                "holds": figure.holds(),
            })
        );
        self.figures.push(figure);
    }

    /// Prints what people read.
    pub fn print_table(&self) {
        eprintln!("\n{:18} {:>12} {:>12}  {:28} goal", "figure", "ours", "peer", "");
        for one in &self.figures {
            let (peer, value) = one
                .peer
                .map_or(("", String::new()), |(name, value)| (name, format!("{value:.1}")));
            let verdict = if one.holds() { "holds" } else { "MISSED" };
            let ours = format!("{:.1} {}", one.ours, one.unit);
            eprintln!(
                "{:18} {ours:>12} {value:>12}  {peer:28} {} ({verdict})",
                one.name,
                one.goal()
            );
        }
    }
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The middle one; of an even number the mean of the two in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    assert!(!values.is_empty(), "nothing was measured");
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}
