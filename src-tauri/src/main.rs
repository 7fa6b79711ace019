//! Nestbox.
fn main() { nestbox::run() }
