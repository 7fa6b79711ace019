//! The figures of the program, measured in its real window with a release build. `scripts/bench [name…]` runs this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr)]

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod report;

fn main() {
    #[cfg(target_os = "linux")]
    linux::measure();
    #[cfg(not(target_os = "linux"))]
    eprintln!("The real window is driven on Linux only.");
}
