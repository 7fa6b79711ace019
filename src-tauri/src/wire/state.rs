//! Where the program stands, as the page gets it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::Sort;
use crate::app;
use crate::app::connect as core;
use crate::app::error::KeychainError;
use crate::words::{language, say};

/// Everything the page needs to draw itself.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AppState {
    /// The program's version.
    pub version: String,
    /// The system it runs on.
    pub platform: Platform,
    /// All Consoles.
    pub consoles: Vec<ConsoleEntry>,
    /// The connection, if there is one.
    pub session: Option<Session>,
    /// What the page looks like.
    pub preferences: Preferences,
    /// The language that is spoken, as its code.
    #[ts(type = "\"en\" | \"de\"")]
    pub language: &'static str,
    /// Newer versions; `null` in a build that looks for none.
    pub releases: Option<Releases>,
    /// What the person should know.
    pub notices: Vec<Notice>,
}

/// What is known of newer versions.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Releases {
    /// The newer one that was found.
    pub found: Option<Release>,
    /// Was this one installed from a package of the system, which a newer package replaces?
    pub packaged: bool,
}

/// A newer version of the program.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Release {
    /// Such as `0.2.0`.
    pub version: String,
    /// What is new in it: text from outside; may be empty.
    pub notes: String,
}

/// The systems.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum Platform {
    Linux,
    Windows,
    MacOs,
}

/// One Console of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConsoleEntry {
    /// Its id here.
    pub id: String,
    /// How the person calls it.
    pub label: String,
    /// Its address.
    pub address: String,
    /// Whether its key is in the keychain.
    pub remembered: bool,
    /// Whether it is a practice Console.
    pub practice: bool,
    /// Whether it is the connected one.
    pub current: bool,
}

/// What the API key may do.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Abilities {
    /// List the Canarytokens.
    pub list: bool,
    /// Create them.
    pub create: bool,
    /// Change, switch and delete them.
    pub change: bool,
    /// Download their files.
    pub download: bool,
}

/// The connection.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Session {
    /// The Console's id here.
    pub console_id: String,
    /// How the person calls it.
    pub label: String,
    /// Its address.
    pub address: String,
    /// Whether it is a practice Console.
    pub practice: bool,
    /// Whether its key is in the keychain.
    pub remembered: bool,
    /// What the API key may do.
    pub abilities: Abilities,
}

/// What the page looks like, how its list was left, and the folder for files.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Preferences {
    /// Which colours.
    pub theme: Theme,
    /// In percent.
    #[ts(type = "100 | 112 | 125 | 150 | 200")]
    pub text_size: u16,
    /// Which language.
    pub language: LanguageChoice,
    /// Watch for alerts and tell of them?
    pub watch: bool,
    /// Look for newer versions of the program?
    pub newer: bool,
    /// Was the introduction of the first start seen, or skipped?
    pub introduced: bool,
    /// The folder for files, for showing. The page cannot choose one by itself.
    pub folder: Option<String>,
    /// How the list was sorted last.
    pub sort: Sort,
    /// How wide the person made the panel, in px at a text size of 100 %: 288 to 720.
    pub panel_width: Option<u16>,
}

/// Which colours.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// Which language.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum LanguageChoice {
    System,
    En,
    De,
}

/// Something the person should know.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Notice {
    /// What kind.
    pub code: NoticeCode,
    /// What happened, in plain words.
    pub message: String,
}

/// The kinds of notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum NoticeCode {
    SettingsSetAside,
    KeychainMissing,
    KeychainLocked,
    KeychainDenied,
    KeychainSlow,
    KeychainFailed,
    SessionOnly,
    LeftoversSwept,
}

/// A configuration file that was read. Its key stays in Rust.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportedConfig {
    /// Names the key.
    pub handle: String,
    /// The address as it stands in the file.
    pub address: String,
    /// The file's name.
    pub file_name: String,
}

/// Where the API key comes from. The only place where a key crosses, and only into Rust.
#[derive(Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum KeySource {
    /// Typed or pasted.
    Typed {
        /// What was typed.
        key: String,
    },
    /// Read from a configuration file before.
    Imported {
        /// Its handle.
        handle: String,
    },
}

impl From<KeySource> for core::KeySource {
    fn from(source: KeySource) -> Self {
        match source {
            KeySource::Typed { key } => core::KeySource::typed(key),
            KeySource::Imported { handle } => Self::Imported(handle),
        }
    }
}

impl AppState {
    /// The state of `app` now.
    pub fn of(app: &app::App) -> Self {
        let state = app.state();
        let current = state.session.as_ref().map(|session| session.console.id.clone());
        let consoles = state.consoles.into_iter().map(|entry| ConsoleEntry {
            current: current.as_ref() == Some(&entry.id),
            id: entry.id,
            label: entry.label,
            address: entry.address,
            remembered: entry.remembered,
            practice: entry.practice,
        });
        Self {
            version: app.facts.version.clone(),
            platform: Platform::here(),
            consoles: consoles.collect(),
            session: state.session.map(|session| Session::of(app, &session)),
            preferences: state.look.into(),
            language: language().code(),
            releases: app.ports.releases.as_ref().map(|port| Releases {
                found: app.newer.found().map(Release::from),
                packaged: port.packaged(),
            }),
            notices: state.notices.into_iter().map(Notice::from).collect(),
        }
    }
}

impl Session {
    /// The connection as the page sees it, under the name that the Console has now.
    pub fn of(app: &app::App, session: &app::session::Session) -> Self {
        let entry = app
            .consoles
            .get(&session.console.id)
            .unwrap_or_else(|_| session.console.clone());
        Self {
            console_id: entry.id,
            label: entry.label,
            address: entry.address,
            practice: entry.practice,
            remembered: entry.remembered,
            abilities: Abilities {
                list: session.abilities.list,
                create: session.abilities.create,
                change: session.abilities.change,
                download: session.abilities.download,
            },
        }
    }
}

impl Platform {
    const fn here() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            Self::Linux
        }
    }
}

impl From<app::preferences::Look> for Preferences {
    fn from(look: app::preferences::Look) -> Self {
        Self {
            theme: match look.theme {
                app::preferences::Theme::System => Theme::System,
                app::preferences::Theme::Light => Theme::Light,
                app::preferences::Theme::Dark => Theme::Dark,
            },
            text_size: look.text_size,
            language: look.language.into(),
            watch: look.watch,
            newer: look.newer,
            introduced: look.introduced,
            folder: look.folder.map(|folder| folder.to_string_lossy().into_owned()),
            sort: look.sort.into(),
            panel_width: look.panel_width,
        }
    }
}

impl From<Preferences> for app::preferences::Look {
    fn from(preferences: Preferences) -> Self {
        Self {
            theme: preferences.theme.into(),
            text_size: preferences.text_size,
            language: preferences.language.into(),
            watch: preferences.watch,
            newer: preferences.newer,
            told: None,
            introduced: preferences.introduced,
            folder: preferences.folder.map(Into::into),
            sort: preferences.sort.into(),
            panel_width: preferences.panel_width,
        }
    }
}

impl From<app::preferences::LanguageChoice> for LanguageChoice {
    fn from(language: app::preferences::LanguageChoice) -> Self {
        match language {
            app::preferences::LanguageChoice::System => Self::System,
            app::preferences::LanguageChoice::En => Self::En,
            app::preferences::LanguageChoice::De => Self::De,
        }
    }
}

impl From<LanguageChoice> for app::preferences::LanguageChoice {
    fn from(language: LanguageChoice) -> Self {
        match language {
            LanguageChoice::System => Self::System,
            LanguageChoice::En => Self::En,
            LanguageChoice::De => Self::De,
        }
    }
}

impl From<Theme> for app::preferences::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::System => Self::System,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

impl From<app::ports::Release> for Release {
    fn from(release: app::ports::Release) -> Self {
        Self {
            version: release.version,
            notes: release.notes,
        }
    }
}

impl From<app::consoles::ImportedConfig> for ImportedConfig {
    fn from(config: app::consoles::ImportedConfig) -> Self {
        Self {
            handle: config.handle,
            address: config.address,
            file_name: config.file_name,
        }
    }
}

impl From<app::notices::Notice> for Notice {
    fn from(notice: app::notices::Notice) -> Self {
        use app::notices::Notice as Noticed;
        let (code, message) = match notice {
            Noticed::SettingsSetAside => (
                NoticeCode::SettingsSetAside,
                say!("The settings could not be read. Nestbox put them aside and starts afresh.").to_owned(),
            ),
            Noticed::SettingsUnreadable => (
                NoticeCode::SettingsSetAside,
                say!("The settings could not be read. Nestbox starts without them.").to_owned(),
            ),
            Noticed::Keychain(error) => keychain_notice(error),
            Noticed::SessionOnly(error) => {
                let (_, why) = keychain_notice(error);
                (
                    NoticeCode::SessionOnly,
                    say!(
                        "{why} Nestbox keeps the API key until you close it, and asks for it next time.",
                        why
                    ),
                )
            }
            Noticed::NotSaved => (
                NoticeCode::SessionOnly,
                say!("The list of your Consoles could not be saved. Nestbox asks for the API key next time.")
                    .to_owned(),
            ),
            Noticed::LeftoversSwept(count) => (
                NoticeCode::LeftoversSwept,
                if count == 1 {
                    say!("A half-saved file from last time was removed.").to_owned()
                } else {
                    say!("{count} half-saved files from last time were removed.", count)
                },
            ),
        };
        Self { code, message }
    }
}

fn keychain_notice(error: KeychainError) -> (NoticeCode, String) {
    let (code, message) = match error {
        KeychainError::Missing => (NoticeCode::KeychainMissing, say!("No keychain runs on this computer.")),
        KeychainError::Locked => (NoticeCode::KeychainLocked, say!("The keychain is locked.")),
        KeychainError::Dismissed => (NoticeCode::KeychainLocked, say!("The keychain’s question was closed.")),
        KeychainError::Denied => (
            NoticeCode::KeychainDenied,
            say!("The system did not let Nestbox use the keychain."),
        ),
        KeychainError::Slow => (NoticeCode::KeychainSlow, say!("The keychain did not answer in time.")),
        KeychainError::Failed(_) => (NoticeCode::KeychainFailed, say!("The keychain reported a fault.")),
    };
    (code, message.to_owned())
}
