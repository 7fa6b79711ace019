//! Nestbox.
/// Starts the program.
#[allow(clippy::expect_used)]
pub fn run() { tauri::Builder::default().run(tauri::generate_context!()).expect("the window opens"); }
