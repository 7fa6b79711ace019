//! Starts Nestbox. What only one platform needs stands here; everything else in the library.

// No console window beside the program's own on Windows, where a build is for people.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(clippy::print_stderr)]

use std::process::ExitCode;
use std::time::Duration;

use nestbox::adapters::window::named_files;
use nestbox::app::Facts;
use nestbox::app::clipboard::SECRET_TIME;
use nestbox::app::releases::ReleasePace;
use nestbox::app::watch::WatchPace;

fn main() -> ExitCode {
    if !display_opens() {
        eprintln!("Nestbox needs a screen to show its window on, and found none. Start it from your desktop.");
        return ExitCode::FAILURE;
    }
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let ended = if asked("--smoke-test") {
        nestbox::smoke_test()
    } else {
        nestbox::run(Facts {
            named: named_files(std::env::args(), &std::env::current_dir().unwrap_or_default()),
            practice: asked("--practice"),
            // A build for people has the kinds it was built with, and no others.
            kinds: std::env::var_os("NESTBOX_KINDS")
                .filter(|_| cfg!(debug_assertions))
                .map(Into::into),
            watch_pace: watch_pace(),
            release_pace: release_pace(),
            secret_time: told("NESTBOX_SECRET_SECONDS").unwrap_or(SECRET_TIME),
            ..Facts::default()
        })
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Nestbox could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// How often the watch for alerts looks.
fn watch_pace() -> WatchPace {
    let pace = WatchPace::default();
    WatchPace {
        every: told("NESTBOX_WATCH_SECONDS").unwrap_or(pace.every),
        ..pace
    }
}

/// When newer versions are looked for.
fn release_pace() -> ReleasePace {
    let pace = ReleasePace::default();
    ReleasePace {
        first: told("NESTBOX_RELEASE_SECONDS").unwrap_or(pace.first),
        ..pace
    }
}

/// A debug build may be told a time in seconds, so that a test need not wait for minutes.
fn told(name: &str) -> Option<Duration> {
    let told = std::env::var(name).ok().filter(|_| cfg!(debug_assertions));
    told?.parse().ok().map(Duration::from_secs)
}

/// Without a display GTK would panic deep inside the window's library; asked first, it only says no.
#[cfg(target_os = "linux")]
fn display_opens() -> bool {
    gtk::init().is_ok()
}

#[cfg(not(target_os = "linux"))]
fn display_opens() -> bool {
    true
}
