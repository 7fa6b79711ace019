//! Bad input: each sort has its own sentence at its own field, and nothing is sent.

use std::fs;
use std::io::Write;

use nestbox::app::forms::{Severity, check_form};
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Fault, Settings};

use crate::catalogue::{connected, folder_with, made};
use crate::creation::form;
use crate::support::{House, failure, within_limit};

#[test]
fn bad_input_has_its_own_sentence_at_its_own_field_and_nothing_is_sent() {
    within_limit(async {
        let (house, console) = connected().await;
        for (kind, field, typed, sentence) in [
            ("aws-id", "expiry", "6 months", "Write it in short, as 6mo"),
            ("aws-id", "expiry", "soon", "Write a whole number above zero"),
            (
                "fast-redirect",
                "browser_redirect_url",
                "javascript:alert(1)",
                "This would run something",
            ),
            (
                "slow-redirect",
                "browser_redirect_url",
                "data:text/html,x",
                "would run something in the visitor",
            ),
            (
                "idp-app",
                "idp_app_type",
                "myspace",
                "Choose one of the apps in the list.",
            ),
            ("mysql-dump", "industry", "space travel", "Choose one from the list."),
            (
                "cloned-css",
                "expected_referrer",
                "https://www.example.com/a",
                "Write only the name: www.example.com",
            ),
            (
                "google-docs",
                "google_share_email_addr",
                "a@example.com, b@example.com",
                "Write one mail address",
            ),
            (
                "active-directory-login",
                "tokened_usernames",
                " , ;",
                "Write at least one",
            ),
            ("dns", "custom_domain", "localhost", "linked to your Console"),
        ] {
            let mut input = form(kind, "Front desk");
            input.fields.insert(field.into(), typed.into());
            let told = UiError::from(house.app.create_token(&input).await.unwrap_err());
            assert_eq!(told.field.as_deref(), Some(field), "{kind}: {}", told.message);
            assert!(told.message.contains(sentence), "{kind}: {}", told.message);
        }
        assert_eq!(console.ledger().requests("canarytoken/create").count(), 0);
    });
}

#[test]
fn files_that_are_too_large_of_the_wrong_type_or_gone_are_told_apart_and_nothing_is_sent() {
    within_limit(async {
        let (house, console) = connected().await;
        let choose = async |name: &str, content: &[u8], size: u64| {
            let path = house.home.path().join(name);
            let mut file = fs::File::create(&path).unwrap();
            file.write_all(content).unwrap();
            file.set_len(size.max(content.len() as u64)).unwrap();
            house.dialogs.answer(path);
            house.app.choose_file("pdf-acrobat-reader", "pdf").await
        };
        assert_eq!(
            failure(choose("big.pdf", b"%PDF-1.7", 65 << 20).await),
            ErrorCode::FileTooLarge
        );
        assert_eq!(
            failure(choose("words.pdf", b"just words", 0).await),
            ErrorCode::FileWrongType
        );
        let chosen = choose("contract.pdf", b"%PDF-1.7", 0).await.unwrap().unwrap();
        fs::remove_file(house.home.path().join("contract.pdf")).unwrap();
        let mut input = form("pdf-acrobat-reader", "Front desk");
        input.files.insert("pdf".into(), chosen.handle);
        assert_eq!(failure(house.app.create_token(&input).await), ErrorCode::FileGone);
        assert_eq!(console.ledger().requests("canarytoken/create").count(), 0);
    });
}

#[test]
fn two_hundred_names_are_sent_each_once_with_a_word_of_warning() {
    within_limit(async {
        let (house, console) = connected().await;
        let names: Vec<String> = (0..200).map(|at| format!("svc-account-{at}")).collect();
        let mut input = form("active-directory-login", "Domain");
        input.fields.insert(
            "tokened_usernames".into(),
            format!("{}, {}", names.join(" ,\n"), names[0]),
        );
        let problems = check_form(&house.app.catalogue, &house.app.chosen_files, &input);
        assert_eq!((problems.len(), problems[0].severity), (1, Severity::Warning));
        assert!(problems[0].message.contains("200 names"), "{}", problems[0].message);
        let detail = made(&house, &input).await;
        assert_eq!(detail.facts[0].value, names.join(","));
        assert_eq!(console.ledger().created().len(), 1);
    });
}

#[test]
fn a_type_that_the_console_no_longer_knows_is_an_error_at_its_field() {
    within_limit(async {
        let folder = folder_with("idp-app", |text| {
            text.replace("{ value = \"sap\", label = \"SAP\" }, ", "")
        });
        let settings = Settings {
            more_kinds: Some(folder.path().to_owned()),
            ..Settings::default()
        };
        let (house, console, _) = House::connected(settings).await;
        let mut input = form("idp-app", "Single sign-on");
        input.fields.insert("idp_app_type".into(), "sap".into());
        let told = UiError::from(house.app.create_token(&input).await.unwrap_err());
        assert_eq!(
            (told.code, told.field.as_deref()),
            (ErrorCode::FieldInvalid, Some("idp_app_type"))
        );
        assert!(told.message.contains("does not accept this"), "{}", told.message);
        assert_eq!(told.detail.as_deref(), Some("Could not process the parameters"));
        assert_eq!(console.ledger().created().len(), 0);
        input.fields.insert("idp_app_type".into(), "zoom".into());
        made(&house, &input).await;
    });
}

#[test]
fn a_refusal_that_names_a_field_is_told_at_it_and_one_that_could_mean_several_at_none() {
    within_limit(async {
        let (house, console) = connected().await;
        let mut input = form("aws-id", "Laptop");
        input.fields.insert("expiry".into(), "6mo".into());
        input.fields.insert("aws_id_username".into(), "backup".into());
        let refuse = |message: &str| {
            let message = message.to_owned();
            console.set_faults([Fault::parse_all(&format!("error message={message}")).unwrap().remove(0)]);
        };
        refuse("Could not process the parameters. expiry is invalid");
        let told = UiError::from(house.app.create_token(&input).await.unwrap_err());
        assert_eq!(told.field.as_deref(), Some("expiry"));
        refuse("Could not process the parameters");
        let told = UiError::from(house.app.create_token(&input).await.unwrap_err());
        assert_eq!((told.code, told.field), (ErrorCode::ConsoleRefused, None));
    });
}
