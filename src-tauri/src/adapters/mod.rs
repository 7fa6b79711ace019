//! How the program reaches the computer it runs on: each adapter is one of the ports of `app::ports`, or a part of the window.

pub mod clipboard;
pub mod clock;
pub mod desktop;
pub mod dialogs;
pub mod dragging;
pub mod journal_file;
pub mod keychain;
pub mod log;
pub mod menu;
pub mod notifier;
pub mod practice;
pub mod preference_store;
pub mod releases;
pub mod settings_file;
pub mod window;
