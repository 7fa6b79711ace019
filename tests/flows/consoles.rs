//! Connecting, switching, leaving; what is kept on the computer and what is not.

use std::fs;
use std::sync::Arc;

use nestbox::app::Facts;
use nestbox::app::abilities::Abilities;
use nestbox::app::connect::{Connect, KeySource};
use nestbox::app::desktop::Link;
use nestbox::app::error::{Error, KeychainError};
use nestbox::app::events::AppEvent;
use nestbox::app::notices::Notice;
use nestbox::app::ports::Patience;
use nestbox::app::preferences::Theme;
use nestbox::wire::ErrorCode;
use practice_console::{Console, Role, Settings};

use super::support::{House, failure, to, until, within_limit};

async fn console() -> Console {
    Console::start(Settings {
        tokens: 3,
        ..Settings::default()
    })
    .await
    .unwrap()
}

#[test]
fn the_right_key_connects_and_is_remembered_across_a_restart() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let session = house.connect(&console).await.unwrap();
        assert_eq!(session.abilities, Abilities::ALL);
        assert!(house.app.consoles.get(&session.console.id).unwrap().remembered);

        let house = house.restarted();
        assert!(house.app.session().is_err());
        let session = house.app.resume_session().await.unwrap().unwrap();
        assert_eq!(session.console.address, console.url());
        assert_eq!(house.secrets.patience.lock().unwrap().last(), Some(&Patience::Start));
        let again = house.app.resume_session().await.unwrap().unwrap();
        assert!(
            Arc::ptr_eq(&session, &again),
            "a page that is loaded anew keeps its session"
        );
    });
}

#[test]
fn a_wrong_key_is_refused_and_nothing_is_kept() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let refused = house.app.connect(to(&console.url(), "0123456789abcdef")).await;
        assert_eq!(failure(refused), ErrorCode::KeyRefused);
        assert!(house.app.consoles.all().is_empty());
        assert!(house.secrets.keys().is_empty());
        assert!(!house.settings_path().exists());
    });
}

#[test]
fn what_a_key_may_do_is_found_out_for_every_role_and_changes_nothing() {
    let expect = |list, create, change| Abilities {
        list,
        create,
        change,
        download: true,
    };
    within_limit(async move {
        for (role, abilities) in [
            (Role::Admin, expect(true, true, true)),
            (Role::Analyst, expect(true, false, false)),
            (Role::ReadOnly, expect(true, false, false)),
            (Role::Deploy, expect(false, true, false)),
        ] {
            for errors_with_status_200 in [false, true] {
                let settings = Settings {
                    tokens: 5,
                    role,
                    errors_with_status_200,
                    ..Settings::default()
                };
                let (_house, console, session) = House::connected(settings).await;
                assert_eq!(session.abilities, abilities, "{role:?} {errors_with_status_200}");
                let ledger = console.ledger();
                assert!(ledger.created().is_empty() && ledger.changed().is_empty() && ledger.deleted().is_empty());
                assert_eq!(console.token_ids().len(), 5);
            }
        }
    });
}

#[test]
fn a_mistyped_address_is_explained_before_anything_is_sent() {
    within_limit(async {
        let house = House::new();
        for (address, code) in [
            ("", ErrorCode::AddressInvalid),
            ("not an address", ErrorCode::AddressInvalid),
            ("https://me:pw@abc.canary.tools", ErrorCode::AddressInvalid),
            ("https://abc.canary.tools:8443", ErrorCode::AddressInvalid),
            ("https://console.example.org", ErrorCode::AddressOtherHost),
            ("http://abc.canary.tools", ErrorCode::AddressInsecure),
        ] {
            assert_eq!(failure(house.app.connect(to(address, "0123")).await), code, "{address}");
        }
        let no_key = house.app.connect(to("abc123", "  ")).await;
        assert_eq!(failure(no_key), ErrorCode::KeyMissing);
    });
}

#[test]
fn a_key_that_shall_not_be_remembered_lives_as_long_as_the_program() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let request = Connect {
            remember: false,
            ..to(&console.url(), &console.key())
        };
        let session = house.app.connect(request).await.unwrap();
        let id = session.console.id.clone();
        assert!(house.secrets.keys().is_empty());
        assert!(!house.everything_written().contains(&console.key()));

        let house = house.restarted();
        assert!(house.app.resume_session().await.unwrap().is_none());
        assert_eq!(house.app.consoles.all().len(), 1, "its name and address stay");
        assert_eq!(failure(house.app.switch_console(&id).await), ErrorCode::KeyMissing);
    });
}

#[test]
fn connecting_again_without_remembering_forgets_the_key_that_was_kept() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        house.connect(&console).await.unwrap();
        assert_eq!(house.secrets.keys().len(), 1);
        let request = Connect {
            remember: false,
            ..to(&console.url(), &console.key())
        };
        house.app.connect(request).await.unwrap();
        assert!(house.secrets.keys().is_empty());
        assert_eq!(
            house.app.consoles.all().len(),
            1,
            "the same address is the same Console"
        );
    });
}

#[test]
fn each_way_a_keychain_fails_leads_to_a_session_only_key_and_a_notice() {
    within_limit(async {
        let console = console().await;
        for error in [
            KeychainError::Missing,
            KeychainError::Locked,
            KeychainError::Dismissed,
            KeychainError::Denied,
            KeychainError::Slow,
            KeychainError::Failed("a fault"),
        ] {
            let house = House::new();
            house.secrets.fail(error);
            let session = house.connect(&console).await.unwrap();
            let entry = house.app.consoles.get(&session.console.id).unwrap();
            assert!(!entry.remembered, "{error:?}");
            assert_eq!(house.app.notices.all(), [Notice::SessionOnly(error)]);
            assert!(!house.everything_written().contains(&console.key()), "{error:?}");
            assert_eq!(*house.secrets.patience.lock().unwrap(), [Patience::Person]);
        }
    });
}

#[test]
fn a_keychain_that_fails_at_start_is_a_notice_and_trying_again_works() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let id = house.connect(&console).await.unwrap().console.id.clone();
        let house = house.restarted();
        house.secrets.fail(KeychainError::Slow);
        assert!(house.app.resume_session().await.unwrap().is_none());
        assert_eq!(house.app.notices.all(), [Notice::Keychain(KeychainError::Slow)]);
        assert_eq!(failure(house.app.switch_console(&id).await), ErrorCode::KeychainSlow);
        house.secrets.fail(None);
        house.app.switch_console(&id).await.unwrap();
    });
}

#[test]
fn without_a_network_the_program_still_opens_on_its_last_console() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        house.connect(&console).await.unwrap();
        drop(console);
        let house = house.restarted();
        let session = house.app.resume_session().await.unwrap().unwrap();
        assert_eq!(session.abilities, Abilities::ALL);
    });
}

#[test]
fn a_key_that_was_withdrawn_is_said_at_start() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let id = house.connect(&console).await.unwrap().console.id.clone();
        let house = house.restarted();
        house.secrets.kept.lock().unwrap().insert(id, "0000".into());
        assert_eq!(failure(house.app.resume_session().await), ErrorCode::KeyRefused);
        assert!(house.app.session().is_err());
    });
}

#[test]
fn one_can_have_several_consoles_and_switch_between_them() {
    within_limit(async {
        let (first, second) = (console().await, console().await);
        let house = House::new();
        let one = house.connect(&first).await.unwrap();
        let two = house.connect(&second).await.unwrap();
        assert!(one.cancel.is_cancelled(), "what ran for the first one stops");
        house
            .app
            .consoles
            .rename(&two.console.id, "  The\tsecond \n one ")
            .unwrap();
        assert_eq!(house.app.consoles.get(&two.console.id).unwrap().label, "The second one");
        let back = house.app.switch_console(&one.console.id).await.unwrap();
        assert_eq!(back.console.address, first.url());

        let house = house.restarted();
        assert_eq!(house.app.consoles.current().unwrap().id, one.console.id);
        assert_eq!(house.app.consoles.get(&two.console.id).unwrap().label, "The second one");
        for label in ["", "  ", &"x".repeat(81)] {
            let refused = house.app.consoles.rename(&two.console.id, label);
            assert_eq!(failure(refused), ErrorCode::FieldInvalid);
        }
    });
}

#[test]
fn switching_that_fails_leaves_the_session_as_it_was() {
    within_limit(async {
        let (first, second) = (console().await, console().await);
        let house = House::new();
        let one = house.connect(&first).await.unwrap();
        let two = house.connect(&second).await.unwrap();
        drop(first);
        assert_eq!(
            failure(house.app.switch_console(&one.console.id).await),
            ErrorCode::ConnectFailed
        );
        assert!(Arc::ptr_eq(&house.app.session().unwrap(), &two));
        assert!(!two.cancel.is_cancelled());
    });
}

#[test]
fn signing_out_removes_the_key_and_the_console() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let session = house.connect(&console).await.unwrap();
        let id = session.console.id.clone();
        house.secrets.fail(KeychainError::Locked);
        assert_eq!(failure(house.app.sign_out(&id).await), ErrorCode::KeychainLocked);
        assert_eq!(
            house.app.consoles.all().len(),
            1,
            "a key that is still there must stay removable"
        );
        assert!(house.app.session().is_err() && session.cancel.is_cancelled());

        house.secrets.fail(None);
        house.app.sign_out(&id).await.unwrap();
        assert!(house.app.consoles.all().is_empty() && house.secrets.keys().is_empty());
        assert!(!house.everything_written().contains(&console.url()));
        assert_eq!(failure(house.app.sign_out(&id).await), ErrorCode::NotConnected);
    });
}

#[test]
fn remove_everything_leaves_nothing_behind() {
    within_limit(async {
        let (first, second) = (console().await, console().await);
        let house = House::new();
        house.connect(&first).await.unwrap();
        house.connect(&second).await.unwrap();
        house.app.preferences.set(Theme::Dark, 125, true).unwrap();
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
        house.app.dropped(&[good.clone()]).await;
        house.app.dropped(&[bad.clone()]).await;
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
fn practising_needs_no_key_and_leaves_nothing_behind() {
    within_limit(async {
        let house = House::new();
        let session = house.app.start_practice().await.unwrap();
        assert!(session.console.practice && session.abilities == Abilities::ALL);
        let again = house.app.start_practice().await.unwrap();
        assert!(Arc::ptr_eq(&session, &again), "there is one practice Console");
        let id = session.console.id.clone();
        assert!(!house.everything_written().contains(&id));
        house.app.sign_out(&id).await.unwrap();
        assert!(house.app.consoles.all().is_empty());
        let gone = session.client.send(&canary_api::endpoints::Ping {}).await;
        assert!(gone.is_err(), "the practice Console has ended");
        assert!(house.restarted().app.resume_session().await.unwrap().is_none());
    });
}

#[test]
fn started_to_practise_the_program_opens_connected() {
    within_limit(async {
        let facts = Facts {
            practice: true,
            ..Facts::default()
        };
        let house = House::open(Arc::new(tempfile::tempdir().unwrap()), Arc::default(), facts);
        assert!(house.app.resume_session().await.unwrap().unwrap().console.practice);
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
fn an_operation_is_carried_out_once_however_often_its_message_comes() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let connect = || {
            let app = Arc::clone(&house.app);
            let request = to(&console.url(), &console.key());
            async move {
                let app = &app;
                app.operations.run("one-id", |_| app.connect(request)).await.unwrap()
            }
        };
        let (first, second) = tokio::join!(connect(), connect());
        assert!(Arc::ptr_eq(&first, &second));
        assert!(Arc::ptr_eq(&first, &connect().await));
        assert_eq!(console.ledger().count("ping"), 1);
        let odd = house.app.operations.run("one-id", |_| async { Ok(1) }).await;
        assert_eq!(failure(odd), ErrorCode::Internal);
    });
}

#[test]
fn a_cancelled_operation_stops_at_once_and_sends_nothing_more() {
    within_limit(async {
        let console = console().await;
        console.set_faults([practice_console::Fault::new(practice_console::FaultKind::Stall { bytes: 0 }).at("ping")]);
        let house = House::new();
        let app = Arc::clone(&house.app);
        let request = to(&console.url(), &console.key());
        let connecting = tokio::spawn(async move {
            let app = &app;
            app.operations.run("slow", |_| app.connect(request)).await.map(drop)
        });
        until("the ping", || console.ledger().count("ping") == 1).await;
        house.app.operations.cancel("slow");
        assert!(matches!(connecting.await.unwrap(), Err(Error::Cancelled)));
        assert_eq!(console.ledger().entries.len(), 1);
        assert!(house.app.session().is_err());

        house.app.operations.cancel("not yet there");
        let late = house.app.operations.run("not yet there", |_| async { Ok(()) }).await;
        assert_eq!(
            failure(late),
            ErrorCode::Cancelled,
            "cancelling may overtake what it cancels"
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
        house.app.preferences.set(Theme::Light, 150, true).unwrap();
        let house = house.restarted();
        let look = house.app.preferences.get();
        assert_eq!(
            (look.theme, look.text_size, look.folder),
            (Theme::Light, 150, Some(folder))
        );
        assert_eq!(
            failure(house.app.preferences.set(Theme::Light, 7, true)),
            ErrorCode::FieldInvalid
        );
        assert_eq!(
            house.app.preferences.set(Theme::Light, 100, false).unwrap().folder,
            None
        );
    });
}
