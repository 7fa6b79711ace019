//! What the program tells the page unasked.

use std::sync::{Arc, Mutex};

use super::consoles::ImportedConfig;
use super::error::Reported;
use super::forms::ChosenFile;
use super::lock;
use super::many::Summary;
use super::ports::Release;
use super::tokens::ListStatus;

/// One such message.
#[derive(Debug, Clone)]
pub enum AppEvent {
    /// A `canarytools.config` was dropped on the window and read.
    ConfigDropped(ImportedConfig),
    /// A sheet was dropped on the window and opened.
    SheetDropped(Summary),
    /// Another file was dropped on the window and can be used in a form.
    FileDropped(ChosenFile),
    /// A dropped file could not be used.
    DropRefused(Reported),
    /// A file hovers over the window, or has left it.
    DragOver(bool),
    /// The list of Canarytokens is in another state.
    ListChanged(ListStatus),
    /// Something was chosen from the native menu.
    Menu(MenuCommand),
    /// There is a newer version.
    ReleaseFound {
        /// Which one.
        release: Release,
        /// Is it to be told? `false`: it was told before.
        news: bool,
    },
    /// The program was started a second time and this window came to the front.
    Raised,
}

/// What the native menu offers beside the system's own entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuCommand {
    /// Make a Canarytoken.
    New,
    /// Go to the search.
    Find,
    /// Fetch the list anew.
    Refresh,
    /// Open the settings.
    Settings,
    /// Show the help of the screen.
    Help,
    /// Show the list of keys.
    Keys,
}

/// Where the messages go.
type Listener = Arc<dyn Fn(AppEvent) + Send + Sync>;

/// The way to the page. There is one listener; a page that is loaded anew takes the place of the old one.
#[derive(Default)]
pub struct Events(Mutex<Option<Listener>>);

impl Events {
    /// Sends from now on to `listener`, and to nobody else.
    pub fn subscribe(&self, listener: impl Fn(AppEvent) + Send + Sync + 'static) {
        *lock(&self.0) = Some(Arc::new(listener));
    }

    /// Sends `event`; it is lost when nobody listens.
    pub fn send(&self, event: AppEvent) {
        let listener = lock(&self.0).clone();
        if let Some(listener) = listener {
            listener(event);
        }
    }
}
