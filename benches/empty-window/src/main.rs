//! The least a Tauri program can be. What Nestbox costs beyond it is Nestbox's own.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
