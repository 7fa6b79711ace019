//! What is kept on this computer, in which form, and how it goes away again; files and links.

use std::fs;
use std::sync::Arc;

use nestbox::app::Facts;
use nestbox::app::connect::{Connect, KeySource};
use nestbox::app::desktop::Link;
use nestbox::app::error::KeychainError;
use nestbox::app::events::AppEvent;
use nestbox::app::notices::Notice;
use nestbox::app::preferences::{Look, Theme};
use nestbox::app::tokens::{Column, Sort};
use nestbox::wire::ErrorCode;

use super::support::{Home, House, console, failure, look, to, within_limit};

#[test]
fn remove_everything_leaves_nothing_behind() {
    within_limit(async {
        let (first, second) = (console().await, console().await);
        let house = House::new();
        house.connect(&first).await.unwrap();
        house.connect(&second).await.unwrap();
        house.app.preferences.set(look(Theme::Dark, 125, true, true)).unwrap();
        fs::create_dir_all(house.home.path().join("log")).unwrap();
        fs::write(house.home.path().join("log/nestbox.2026-01-01.log"), "a line").unwrap();
        fs::write(house.home.path().join("config/settings.json.unreadable"), "{").unwrap();
        house.app.remove_everything().await.unwrap();
        assert!(house.secrets.keys().is_empty() && house.app.consoles.all().is_empty());
        assert!(house.app.session().is_err());
        assert_eq!(house.app.preferences.get().text_size, 100);
        let mut files = Vec::new();
        for folder in ["", "config", "log"] {
            let entries = fs::read_dir(house.home.path().join(folder))
                .unwrap()
                .map(Result::unwrap);
            files.extend(entries.map(|entry| entry.path()).filter(|path| path.is_file()));
        }
        assert_eq!(files, Vec::<std::path::PathBuf>::new());
    });
}

#[test]
fn remove_everything_keeps_what_it_could_not_remove_and_says_so() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        house.connect(&console).await.unwrap();
        house.secrets.fail(KeychainError::Denied);
        assert_eq!(failure(house.app.remove_everything().await), ErrorCode::KeychainDenied);
        let house = house.restarted();
        assert_eq!(house.app.consoles.all().len(), 1);
        house.secrets.fail(None);
        house.app.remove_everything().await.unwrap();
        assert!(!house.settings_path().exists() && house.secrets.keys().is_empty());
    });
}

#[test]
fn unreadable_settings_are_set_aside_and_the_program_starts_afresh() {
    for content in [
        "",
        "{",
        "[]",
        r#"{"version":99,"consoles":[],"current":null}"#,
        r#"{"version":1,"consoles":[{"id":"a","label":"b","address":"http://evil.example","remembered":true}],"current":null}"#,
        r#"{"version":1,"consoles":[{"id":"../a","label":"b","address":"https://a.canary.tools","remembered":true}],"current":null}"#,
        "\u{0}\u{1}binary",
    ] {
        within_limit(async {
            let house = House::new();
            fs::create_dir_all(house.settings_path().parent().unwrap()).unwrap();
            fs::write(house.settings_path(), content).unwrap();
            let house = house.restarted();
            assert_eq!(house.app.notices.all(), [Notice::SettingsSetAside], "{content}");
            assert!(house.app.consoles.all().is_empty());
            let aside = fs::read_to_string(house.home.path().join("config/settings.json.unreadable")).unwrap();
            assert_eq!(aside, content, "what a person may want to look at is kept");
            let console = console().await;
            house.connect(&console).await.unwrap();
            assert_eq!(house.restarted().app.consoles.all().len(), 1);
        });
    }
}

#[test]
fn settings_that_cannot_be_written_cost_the_memory_and_not_the_session() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        // A file where the folder should be: nobody, root included, can write below it.
        fs::write(house.home.path().join("config"), "in the way").unwrap();
        let session = house.connect(&console).await.unwrap();
        assert_eq!(house.app.notices.all(), [Notice::NotSaved]);
        assert!(
            house.secrets.keys().is_empty(),
            "a key without an entry would stay for ever"
        );
        let renamed = house.app.consoles.rename(&session.console.id, "Other");
        assert_eq!(failure(renamed), ErrorCode::SettingsUnwritable);
        assert_ne!(house.app.consoles.get(&session.console.id).unwrap().label, "Other");
    });
}

#[test]
fn half_written_settings_of_a_crash_are_swept() {
    within_limit(async {
        let house = House::new();
        let folder = house.home.path().join("config");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(".nestbox-settings-a1b2"), "{").unwrap();
        let house = house.restarted();
        assert_eq!(fs::read_dir(house.home.path().join("config")).unwrap().count(), 0);
    });
}

#[test]
fn a_configuration_file_is_read_by_rust_and_its_key_never_leaves_it() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let path = house.home.path().join("canarytools.config");
        let text = format!(
            "[CanaryTools]\napi_key = {}\ndomain = {}\n",
            console.key(),
            console.url()
        );
        fs::write(&path, text).unwrap();
        assert!(
            house.app.import_config().await.unwrap().is_none(),
            "cancelling is no error"
        );
        house.dialogs.answer(&path);
        let config = house.app.import_config().await.unwrap().unwrap();
        assert_eq!(
            (config.address.as_str(), config.file_name.as_str()),
            (console.url().as_str(), "canarytools.config")
        );
        fs::remove_file(&path).unwrap();

        let request = |handle: &str| Connect {
            key: KeySource::Imported(handle.to_owned()),
            ..to(&config.address, "")
        };
        house.app.connect(request(&config.handle)).await.unwrap();
        assert_eq!(house.secrets.keys(), [console.key()]);
        let again = house.app.connect(request(&config.handle)).await;
        assert_eq!(
            failure(again),
            ErrorCode::KeyMissing,
            "a handle is good for one connection"
        );
    });
}

#[test]
fn dropped_files_are_told_apart() {
    within_limit(async {
        let house = House::new();
        let file = |name: &str, content: &[u8]| {
            let path = house.home.path().join(name);
            fs::write(&path, content).unwrap();
            path
        };
        let good = file(
            "canarytools.config",
            b"[CanaryTools]\napi_key = 12ab\ndomain = abc123\n",
        );
        let bad = file("other.config", b"<xml/>");
        house.app.dropped(std::slice::from_ref(&good)).await;
        house.app.dropped(std::slice::from_ref(&bad)).await;
        house.app.dropped(&[good, bad]).await;
        house.app.dropped(&[house.home.path().join("gone.config")]).await;
        let events = house.events.lock().unwrap().clone();
        let codes = events.iter().map(|event| match event {
            AppEvent::ConfigDropped(config) => format!("config {}", config.address),
            AppEvent::DropRefused(reported) => format!("{:?}", nestbox::wire::UiError::from(reported).code),
            other => format!("{other:?}"),
        });
        let codes: Vec<String> = codes.collect();
        assert_eq!(codes, ["config abc123", "ConfigInvalid", "FieldInvalid", "FileGone"]);
    });
}

#[test]
fn a_file_named_at_the_start_waits_for_the_page_and_is_taken_once() {
    within_limit(async {
        let home = Home::new();
        let named = home.path().join("canarytools.config");
        fs::write(&named, b"[CanaryTools]\napi_key = 12ab\ndomain = abc123\n").unwrap();
        let facts = Facts {
            named: vec![named],
            ..Facts::default()
        };
        let house = House::open(home, Arc::default(), facts);
        assert!(house.events.lock().unwrap().is_empty(), "the page did not ask yet");
        house.app.take_named().await;
        house.app.take_named().await;
        let events = house.events.lock().unwrap().clone();
        let [AppEvent::ConfigDropped(config)] = events.as_slice() else {
            panic!("{events:?}");
        };
        assert_eq!(config.address, "abc123");
    });
}

#[test]
fn links_lead_to_the_connected_console_and_nowhere_else() {
    within_limit(async {
        let house = House::new();
        assert_eq!(failure(house.app.open_link(Link::Settings)), ErrorCode::NotConnected);
        let console = console().await;
        house.connect(&console).await.unwrap();
        for link in [Link::Tokens, Link::Settings, Link::Incidents] {
            house.app.open_link(link).unwrap();
        }
        let opened = house.desktop.opened.lock().unwrap().clone();
        assert!(
            opened
                .iter()
                .all(|link| link.starts_with(&format!("{}/", console.url()))),
            "{opened:?}"
        );
    });
}

#[test]
fn the_windows_frame_wears_the_colours_of_the_page_from_the_start() {
    within_limit(async {
        let house = House::new();
        let theme = |house: &House| house.desktop.dressed.lock().unwrap().last().copied();
        assert_eq!(theme(&house), None, "a new window follows the system by itself");
        house.app.preferences.set(look(Theme::Dark, 100, false, true)).unwrap();
        assert_eq!(theme(&house), Some(Theme::Dark));
        assert!(house.app.preferences.set(look(Theme::Light, 7, false, true)).is_err());
        assert_eq!(theme(&house), Some(Theme::Dark), "what was refused changes nothing");
        house.app.preferences.set(look(Theme::Dark, 125, false, true)).unwrap();
        let times = house.desktop.dressed.lock().unwrap().len();
        assert_eq!(times, 1, "the same colours are not put on once more");
        let house = house.restarted();
        assert_eq!(theme(&house), Some(Theme::Dark));
        house.app.preferences.clear().unwrap();
        assert_eq!(theme(&house), Some(Theme::System));
    });
}

#[test]
fn how_the_list_was_left_lasts_and_a_panel_is_never_wider_than_it_may_be() {
    within_limit(async {
        let house = House::new();
        let sort = Sort {
            column: Column::Alerts,
            descending: true,
        };
        let wanted = Look {
            sort,
            panel_width: Some(9_000),
            ..Look::default()
        };
        assert_eq!(house.app.preferences.set(wanted).unwrap().panel_width, Some(720));
        let house = house.restarted();
        let kept = house.app.preferences.get();
        assert_eq!((kept.sort, kept.panel_width), (sort, Some(720)));
        let file = house.home.path().join("preferences.json");
        let kept = fs::read_to_string(&file).unwrap();
        fs::write(&file, kept.replace("720", "7")).unwrap();
        let kept = house.restarted().app.preferences.get();
        assert_eq!(
            (kept.sort, kept.panel_width),
            (sort, None),
            "what makes no sense is left out"
        );
    });
}

#[test]
fn preferences_last_and_the_page_cannot_choose_a_folder() {
    within_limit(async {
        let house = House::new();
        let folder = house.home.path().join("files");
        fs::create_dir(&folder).unwrap();
        assert!(house.app.choose_folder().await.unwrap().is_none());
        house.dialogs.answer(&folder);
        house.app.choose_folder().await.unwrap();
        house.app.preferences.set(look(Theme::Light, 150, true, true)).unwrap();
        let house = house.restarted();
        let kept = house.app.preferences.get();
        assert_eq!(
            (kept.theme, kept.text_size, kept.folder),
            (Theme::Light, 150, Some(folder))
        );
        assert_eq!(
            failure(house.app.preferences.set(look(Theme::Light, 7, true, true))),
            ErrorCode::FieldInvalid
        );
        assert_eq!(
            house
                .app
                .preferences
                .set(look(Theme::Light, 100, true, false))
                .unwrap()
                .folder,
            None
        );
    });
}
