//! What the page looks like, how its list was left, whether to watch for alerts, and the folder for files.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::lock;
use super::ports::{Desktop, PreferenceStore};
use super::tokens::Sort;
use crate::words::say;

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Those of the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LanguageChoice {
    /// That of the system.
    #[default]
    System,
    /// English.
    En,
    /// German.
    De,
}

/// The text sizes, in percent.
pub const TEXT_SIZES: [u16; 5] = [100, 112, 125, 150, 200];

/// How wide the panel beside the list can be, in px at a text size of 100 %.
pub const PANEL_WIDTHS: RangeInclusive<u16> = 288..=720;

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Look {
    /// Which colours.
    pub theme: Theme,
    /// One of [`TEXT_SIZES`].
    pub text_size: u16,
    /// Which language.
    pub language: LanguageChoice,
    /// Watch for alerts and tell of them?
    pub watch: bool,
    /// Look for newer versions of the program?
    pub newer: bool,
    /// The newer version that was told last; never taken from the page.
    pub told: Option<String>,
    /// Was the introduction of the first start seen, or skipped?
    pub introduced: bool,
    /// The folder for saved files, once one was chosen.
    pub folder: Option<PathBuf>,
    /// How the list was sorted last.
    pub sort: Sort,
    /// How wide the person made the panel, within [`PANEL_WIDTHS`].
    pub panel_width: Option<u16>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 100,
            language: LanguageChoice::System,
            watch: false,
            newer: true,
            told: None,
            introduced: false,
            folder: None,
            sort: Sort::default(),
            panel_width: None,
        }
    }
}

/// The preferences, in memory and in their store.
pub struct Preferences {
    store: Arc<dyn PreferenceStore>,
    desktop: Arc<dyn Desktop>,
    look: Mutex<Look>,
}

impl Preferences {
    /// Reads them; what makes no sense takes its default.
    pub fn open(store: Arc<dyn PreferenceStore>, desktop: Arc<dyn Desktop>) -> Self {
        let mut look: Look = store
            .load()
            .and_then(|value| serde_json::from_value(value).ok())
            .unwrap_or_default();
        if !TEXT_SIZES.contains(&look.text_size) {
            look.text_size = 100;
        }
        look.panel_width = look.panel_width.filter(|width| PANEL_WIDTHS.contains(width));
        // A new window has the colours of the system.
        wear(&*desktop, &look, Theme::System);
        Self {
            store,
            desktop,
            look: Mutex::new(look),
        }
    }

    /// Those of now.
    pub fn get(&self) -> Look {
        lock(&self.look).clone()
    }

    /// Takes all of them but the folder, which is never taken from the page; it can only be forgotten by it.
    ///
    /// # Errors
    /// [`Error::Field`] for a text size that there is not, [`Error::Settings`] when they could not be written.
    pub fn set(&self, wanted: Look) -> Result<Look, Error> {
        if !TEXT_SIZES.contains(&wanted.text_size) {
            return Err(Error::Field {
                field: "textSize".into(),
                message: say!("This text size is not offered.").into(),
            });
        }
        self.change(|look| {
            let folder = look.folder.take().filter(|_| wanted.folder.is_some());
            let panel_width = wanted
                .panel_width
                .map(|width| width.clamp(*PANEL_WIDTHS.start(), *PANEL_WIDTHS.end()));
            let told = look.told.take();
            let before = look.theme;
            *look = Look {
                folder,
                told,
                panel_width,
                ..wanted
            };
            wear(&*self.desktop, look, before);
        })
    }

    /// Takes the folder for saved files.
    ///
    /// # Errors
    /// [`Error::Settings`] when it could not be written; it is the folder all the same, until the program ends.
    pub fn set_folder(&self, folder: &Path) -> Result<(), Error> {
        self.change(|look| look.folder = Some(folder.to_owned())).map(drop)
    }

    /// Keeps which newer version was told.
    ///
    /// # Errors
    /// [`Error::Settings`] when it could not be written; it is not told again all the same, until the program ends.
    pub fn set_told(&self, version: &str) -> Result<(), Error> {
        self.change(|look| look.told = Some(version.to_owned())).map(drop)
    }

    /// Forgets all.
    ///
    /// # Errors
    /// [`Error::Settings`] when they could not be removed.
    pub fn clear(&self) -> Result<(), Error> {
        let before = std::mem::take(&mut *lock(&self.look)).theme;
        wear(&*self.desktop, &Look::default(), before);
        self.store.clear().map_err(|error| Error::Settings(Arc::new(error)))
    }

    fn change(&self, change: impl FnOnce(&mut Look)) -> Result<Look, Error> {
        let mut look = lock(&self.look);
        change(&mut look);
        let value = serde_json::to_value(&*look).map_err(|_| Error::Internal("the preferences are not JSON"))?;
        self.store
            .save(value)
            .map_err(|error| Error::Settings(Arc::new(error)))?;
        Ok(look.clone())
    }
}

/// Gives the window's own parts what is preferred, the colours only if it has others so far.
fn wear(desktop: &dyn Desktop, look: &Look, before: Theme) {
    if look.theme != before {
        desktop.dress(look.theme);
    }
    desktop.speak(look.language);
}
