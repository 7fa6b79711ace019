//! The native menu: what the keys do, for those who look for it there.

use tauri::menu::{AboutMetadata, Menu, MenuBuilder, MenuEvent, MenuItem, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Manager, Runtime};

use crate::app::App;
use crate::app::events::{AppEvent, MenuCommand};
use crate::words::say;

/// Our entries: id, text, key.
fn entries() -> [(&'static str, &'static str, Option<&'static str>, MenuCommand); 6] {
    [
        ("new", say!("New Canarytoken…"), Some("CmdOrCtrl+N"), MenuCommand::New),
        ("find", say!("Find"), Some("CmdOrCtrl+F"), MenuCommand::Find),
        ("refresh", say!("Refresh"), Some("CmdOrCtrl+R"), MenuCommand::Refresh),
        (
            "settings",
            say!("Settings…"),
            Some("CmdOrCtrl+,"),
            MenuCommand::Settings,
        ),
        ("help", say!("Help on this screen"), Some("F1"), MenuCommand::Help),
        ("keys", say!("Keys"), None, MenuCommand::Keys),
    ]
}

/// The entry that ends the program.
const QUIT: &str = "quit";

fn entry<R: Runtime>(app: &AppHandle<R>, command: MenuCommand) -> tauri::Result<MenuItem<R>> {
    let entries = entries();
    let found = entries.iter().find(|one| one.3 == command);
    let (id, text, key, _) = *found.unwrap_or(&entries[0]);
    let item = MenuItemBuilder::with_id(id, text);
    match key {
        Some(key) => item.accelerator(key).build(app),
        None => item.build(app),
    }
}

/// Builds the menu bar.
///
/// # Errors
/// The system could not build it.
pub fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let file = SubmenuBuilder::new(app, say!("&File")).item(&entry(app, MenuCommand::New)?);
    let file = file.item(&entry(app, MenuCommand::Settings)?).separator();
    // The system's own entry to quit works on macOS only, where it stands in the program's own menu.
    let quit = MenuItemBuilder::with_id(QUIT, say!("Quit"))
        .accelerator("CmdOrCtrl+Q")
        .build(app)?;
    let file = if cfg!(target_os = "macos") {
        file.close_window()
    } else {
        file.item(&quit)
    };
    let file = file.build()?;
    let edit = SubmenuBuilder::new(app, say!("&Edit"));
    // Elsewhere the page's own keys do these; the menu's entries would be grey, or swallow the key and do nothing.
    let edit = if cfg!(target_os = "macos") {
        edit.undo()
            .redo()
            .separator()
            .cut()
            .copy()
            .paste()
            .select_all()
            .separator()
    } else {
        edit
    };
    let edit = edit.item(&entry(app, MenuCommand::Find)?).build()?;
    let view = SubmenuBuilder::new(app, say!("&View"))
        .item(&entry(app, MenuCommand::Refresh)?)
        .build()?;
    let help = SubmenuBuilder::new(app, say!("&Help"))
        .item(&entry(app, MenuCommand::Help)?)
        .item(&entry(app, MenuCommand::Keys)?)
        .build()?;
    let menu = MenuBuilder::new(app);
    // On macOS the first menu is the program's own.
    let menu = if cfg!(target_os = "macos") {
        let about = AboutMetadata {
            comments: Some(say!("An independent client.").into()),
            ..AboutMetadata::default()
        };
        let own = SubmenuBuilder::new(app, "Nestbox")
            .about(Some(about))
            .separator()
            .hide()
            .quit();
        menu.item(&own.build()?)
    } else {
        menu
    };
    menu.items(&[&file, &edit, &view, &help]).build()
}

/// Tells the page what was chosen.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, event: &MenuEvent) {
    if event.id() == QUIT {
        return app.exit(0);
    }
    let entries = entries();
    let command = entries.iter().find(|entry| event.id() == entry.0);
    if let (Some((.., command)), Some(core)) = (command, app.try_state::<std::sync::Arc<App>>()) {
        core.events.send(AppEvent::Menu(*command));
    }
}
