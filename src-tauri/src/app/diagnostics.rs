//! What a person may send to whoever helps them: no address, key, reminder or whole id.

use std::fmt::Write;

use super::App;

/// How many lines of the log go along.
const LOG_LINES: usize = 200;

impl App {
    /// The text that "Copy diagnostics" shows and copies.
    pub fn diagnostics(&self) -> String {
        let state = self.state();
        let remembered = state.consoles.iter().filter(|one| one.remembered).count();
        let mut text = format!(
            "Nestbox {}\nSystem: {} {}\nConsoles: {}, {remembered} remembered\n",
            self.facts.version,
            std::env::consts::OS,
            std::env::consts::ARCH,
            state.consoles.len(),
        );
        // Writing to a String cannot fail.
        let _ = match &state.session {
            Some(session) => writeln!(
                text,
                "Connected: {}, the API key may {:?}",
                place(session.console.practice, session.client.console()),
                session.abilities
            ),
            None => writeln!(text, "Connected: no"),
        };
        let _ = writeln!(
            text,
            "Theme: {:?}, text size {}",
            state.look.theme, state.look.text_size
        );
        for notice in &state.notices {
            let _ = writeln!(text, "Noticed: {notice:?}");
        }
        text.push_str("\nLog:\n");
        for line in self.ports.log.tail(LOG_LINES) {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// Writes a fault of the page to the log.
    pub fn note_page_fault(&self, message: &str) {
        tracing::error!("the page: {}", harmless(message));
    }
}

/// What may be written of a page's fault. What follows a quote could be something a person typed, and a long word with digits an
/// id or a key.
fn harmless(message: &str) -> String {
    let quotes = ['"', '\'', '`', '“', '‘'];
    let line = |line: &str| {
        let plain = line.split(quotes).next().unwrap_or_default();
        let words = plain
            .split_whitespace()
            .map(|word| if is_secretive(word) { "…" } else { word });
        words.collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = message.lines().take(12).map(line).collect();
    lines.join(" | ").chars().take(600).collect()
}

/// Does `word` hold what an id or a key looks like?
fn is_secretive(word: &str) -> bool {
    let mut parts = word.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|part| part.len() >= 16 && part.bytes().any(|b| b.is_ascii_digit()))
}

/// Where a Console is, without saying which one.
fn place(practice: bool, console: &canary_api::ConsoleUrl) -> &'static str {
    match (
        practice,
        console.is_loopback(),
        console.host().ends_with(".canary.tools"),
    ) {
        (true, ..) => "a practice Console",
        (_, true, _) => "a Console on this computer",
        (_, _, true) => "a Console at canary.tools",
        _ => "a Console elsewhere",
    }
}
