//! Connecting, switching, leaving; what is kept on the computer and what is not.

use std::sync::Arc;

use nestbox::app::Facts;
use nestbox::app::abilities::Abilities;
use nestbox::app::connect::Connect;
use nestbox::app::error::KeychainError;
use nestbox::app::notices::Notice;
use nestbox::app::ports::Patience;
use nestbox::app::tokens::Phase;
use nestbox::wire::ErrorCode;
use practice_console::{Role, Settings};

use super::support::{Home, House, console, failure, to, within_limit};

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
fn the_session_and_its_list_come_while_the_page_is_still_loading() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        house.connect(&console).await.unwrap();
        let house = house.restarted();
        console.clear_ledger();
        house.app.resume_ahead().await;
        let session = house.app.session().unwrap();
        let asked = console.ledger().entries.len();
        assert_eq!(session.tokens.status().phase, Phase::Ready);
        let again = house.app.resume_session().await.unwrap().unwrap();
        assert!(Arc::ptr_eq(&session, &again) && console.ledger().entries.len() == asked);
        house.app.sign_out(&session.console.id).await.unwrap();
        assert!(
            house.app.resume_session().await.unwrap().is_none(),
            "a session that ended does not come back"
        );
    });
}

#[test]
fn what_failed_while_the_page_was_loading_is_said_once_and_not_tried_twice() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let id = house.connect(&console).await.unwrap().console.id.clone();
        let house = house.restarted();
        house.secrets.kept.lock().unwrap().insert(id, "0000".into());
        house.app.resume_ahead().await;
        let asked = console.ledger().entries.len();
        assert_eq!(failure(house.app.resume_session().await), ErrorCode::KeyRefused);
        assert_eq!(console.ledger().entries.len(), asked, "it was not tried twice");
        assert_eq!(failure(house.app.resume_session().await), ErrorCode::KeyRefused);
        assert!(console.ledger().entries.len() > asked, "later it is tried again");
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
fn practising_needs_no_key_and_leaves_nothing_behind() {
    within_limit(async {
        let house = House::new();
        let session = house.app.start_practice().await.unwrap();
        assert!(session.console.practice && session.abilities == Abilities::ALL);
        let again = house.app.start_practice().await.unwrap();
        assert!(Arc::ptr_eq(&session, &again), "there is one practice Console");
        let id = session.console.id.clone();
        house.app.consoles.rename(&id, "Playground").unwrap();
        assert!(!house.settings_path().exists());
        house.app.sign_out(&id).await.unwrap();
        assert!(house.app.consoles.all().is_empty());
        let gone = session.client.send(&canary_api::endpoints::Ping {}).await;
        assert!(gone.is_err(), "the practice Console has ended");
        assert!(house.restarted().app.resume_session().await.unwrap().is_none());
    });
}

#[test]
fn after_practising_the_program_starts_with_the_real_console() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let real = house.connect(&console).await.unwrap();
        let practice = house.app.start_practice().await.unwrap();
        house.app.switch_console(&real.console.id).await.unwrap();
        house.app.switch_console(&practice.console.id).await.unwrap();
        let house = house.restarted();
        assert_eq!(house.app.consoles.all().len(), 1);
        let session = house.app.resume_session().await.unwrap().unwrap();
        assert_eq!(session.console.id, real.console.id);
    });
}

#[test]
fn started_to_practise_the_program_opens_connected() {
    within_limit(async {
        let facts = Facts {
            practice: true,
            ..Facts::default()
        };
        let house = House::open(Home::new(), Arc::default(), facts);
        assert!(house.app.resume_session().await.unwrap().unwrap().console.practice);
    });
}
