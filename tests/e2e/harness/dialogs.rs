//! The system's own dialogs, answered by keyboard as a person would.

use super::{PATIENCE, desktop::Desktop, until};
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// Saves under `path` in the save dialog that is about to open.
pub fn save_as(desktop: &Desktop, path: &Path) {
    let dialog = wait_for_dialog(desktop);
    xdotool(desktop, &["key", "--clearmodifiers", "ctrl+a"]);
    answer(desktop, &dialog, path);
}

/// Chooses `path` in the open dialog that is about to open.
pub fn open(desktop: &Desktop, path: &Path) {
    let dialog = wait_for_dialog(desktop);
    // GTK's dialog gets a line to type a path into.
    xdotool(desktop, &["key", "--clearmodifiers", "ctrl+l"]);
    answer(desktop, &dialog, path);
}

/// Closes the dialog that is about to open with Escape.
pub fn cancel(desktop: &Desktop) {
    let dialog = wait_for_dialog(desktop);
    xdotool(desktop, &["key", "Escape"]);
    wait_until_gone(desktop, &dialog);
}

fn answer(desktop: &Desktop, dialog: &str, path: &Path) {
    xdotool(desktop, &["type", "--delay", "4", &path.to_string_lossy()]);
    let started = Instant::now();
    // A list of suggestions may take the first Return for itself.
    while windows(desktop).iter().any(|one| one == dialog) {
        assert!(started.elapsed() < PATIENCE, "the dialog does not close");
        xdotool(desktop, &["key", "Return"]);
        std::thread::sleep(Duration::from_millis(300));
    }
}

fn wait_for_dialog(desktop: &Desktop) -> String {
    let mut dialog = None;
    until("a dialog opens", || {
        // The main window came first, so it has the smallest number.
        let mut all = windows(desktop);
        all.sort_by_key(|id| id.parse::<u64>().unwrap_or(0));
        dialog = all.get(1).cloned();
        dialog.is_some()
    });
    let dialog = dialog.unwrap_or_default();
    xdotool(desktop, &["windowfocus", "--sync", &dialog]);
    dialog
}

fn wait_until_gone(desktop: &Desktop, dialog: &str) {
    until("the dialog is closed", || {
        !windows(desktop).iter().any(|one| one == dialog)
    });
}

/// The ids of the program's windows that can be seen.
pub fn windows(desktop: &Desktop) -> Vec<String> {
    let found = xdotool(desktop, &["search", "--onlyvisible", "--class", "nestbox"]);
    found.lines().map(str::to_owned).collect()
}

/// Runs xdotool on the desktop, ten seconds at most, and gives what it printed.
pub fn xdotool(desktop: &Desktop, arguments: &[&str]) -> String {
    let output = desktop
        .command("timeout")
        .args(["10", "xdotool"])
        .args(arguments)
        .stdout(std::process::Stdio::piped())
        .output()
        .expect("xdotool is installed by scripts/setup test");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
