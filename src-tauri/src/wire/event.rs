//! What the program tells the page unasked.

use serde::Serialize;
use ts_rs::TS;

use super::error::UiError;
use super::kinds::ChosenFile;
use super::list::ListStatus;
use super::many::SheetSummary;
use super::state::{ImportedConfig, Release};
use crate::app::events;

/// One such message.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum AppEvent {
    /// A `canarytools.config` was dropped on the window and read.
    ConfigDropped {
        /// What was in it.
        config: ImportedConfig,
    },
    /// A sheet was dropped on the window and opened.
    SheetDropped {
        /// How it stands.
        sheet: SheetSummary,
    },
    /// Another file was dropped on the window and can be used in a form.
    FileDropped {
        /// The file.
        file: ChosenFile,
    },
    /// A dropped file could not be used.
    DropRefused {
        /// Why.
        error: UiError,
    },
    /// A file hovers over the window, or has left it.
    DragOver {
        /// Does it hover?
        over: bool,
    },
    /// The list is in another state.
    ListChanged {
        /// How it stands now.
        status: ListStatus,
    },
    /// Something was chosen from the native menu.
    Menu {
        /// What.
        command: MenuCommand,
    },
    /// There is a newer version.
    ReleaseFound {
        /// Which one.
        release: Release,
        /// Is it to be told? Otherwise it was told before.
        news: bool,
    },
    /// The program was started a second time and this window came to the front.
    Raised,
}

/// What the native menu offers.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum MenuCommand {
    New,
    Find,
    Refresh,
    Settings,
    Help,
    Keys,
}

impl From<events::AppEvent> for AppEvent {
    fn from(event: events::AppEvent) -> Self {
        use events::AppEvent as App;
        match event {
            App::ConfigDropped(config) => Self::ConfigDropped { config: config.into() },
            App::SheetDropped(sheet) => Self::SheetDropped { sheet: sheet.into() },
            App::FileDropped(file) => Self::FileDropped { file: file.into() },
            App::DropRefused(reported) => Self::DropRefused {
                error: UiError::from(&reported),
            },
            App::DragOver(over) => Self::DragOver { over },
            App::ListChanged(status) => Self::ListChanged { status: status.into() },
            App::Menu(command) => Self::Menu {
                command: command.into(),
            },
            App::ReleaseFound { release, news } => Self::ReleaseFound {
                release: release.into(),
                news,
            },
            App::Raised => Self::Raised,
        }
    }
}

impl From<events::MenuCommand> for MenuCommand {
    fn from(command: events::MenuCommand) -> Self {
        match command {
            events::MenuCommand::New => Self::New,
            events::MenuCommand::Find => Self::Find,
            events::MenuCommand::Refresh => Self::Refresh,
            events::MenuCommand::Settings => Self::Settings,
            events::MenuCommand::Help => Self::Help,
            events::MenuCommand::Keys => Self::Keys,
        }
    }
}
