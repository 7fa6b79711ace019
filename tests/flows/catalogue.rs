//! The whole catalogue, over a practice Console: every kind through its form, every field left out, every parameter on the wire.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use nestbox::app::catalogue::{Field, FieldKind, Kind, SKIP_IF_EXISTS};
use nestbox::app::error::Error;
use nestbox::app::forms::{FormInput, Severity, check_form};
use nestbox::app::operations::Reporter;
use nestbox::app::tokens::{Column, Detail, Filter, Sort};
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, NewToken, Settings};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::creation::form;
use crate::support::{House, failure, within_limit};

/// The parameters of `canarytoken/create` beyond `memo`, `kind`, `flock_id` and `custom_domain`, as the reference of the API names them.
const DOCUMENTED: [(&str, &[&str]); 32] = [
    ("active-directory-login", &["tokened_usernames"]),
    ("apeeper", &[]),
    ("aws-id", &["aws_id_username", "expiry", SKIP_IF_EXISTS]),
    (
        "aws-s3",
        &[
            "aws_access_key",
            "aws_region",
            "aws_secret_key",
            "aws_session_token",
            "s3_log_bucket",
            "s3_source_bucket",
        ],
    ),
    ("azure-entra-login", &["expected_referrer"]),
    ("azure-id", &["azure_id_cert_file_name", SKIP_IF_EXISTS]),
    ("cloned-css", &["expected_referrer"]),
    ("cloned-web", &["cloned_web"]),
    ("credit-card", &[]),
    ("dns", &[SKIP_IF_EXISTS]),
    ("doc-msexcel", &[]),
    ("doc-msword", &["doc"]),
    ("fast-redirect", &["browser_redirect_url"]),
    ("google-docs", &["google_share_email_addr"]),
    ("google-sheets", &["google_share_email_addr"]),
    ("http", &["browser_scanner_enabled", SKIP_IF_EXISTS]),
    ("idp-app", &["idp_app_type"]),
    ("msexcel-macro", &[]),
    ("msword-macro", &[]),
    ("mysql-dump", &["industry", SKIP_IF_EXISTS]),
    ("pdf-acrobat-reader", &["pdf"]),
    ("pwa", &["pwa_app_name", "pwa_icon"]),
    ("qr-code", &[]),
    ("sensitive-cmd", &["process_name"]),
    ("signed-exe", &["exe"]),
    ("slack-api", &[SKIP_IF_EXISTS]),
    ("slow-redirect", &["browser_redirect_url"]),
    (
        "sql",
        &[
            "function_name",
            "table_name",
            "trigger_name",
            "trigger_type",
            "view_name",
        ],
    ),
    ("svn", &[]),
    ("web-image", &["web_image"]),
    ("windows-dir", &[]),
    ("wireguard", &[SKIP_IF_EXISTS]),
];

/// Those of them that the reference marks as required; the keys of AWS where the Console shall set the bucket up.
const REQUIRED: [&str; 14] = [
    "active-directory-login.tokened_usernames",
    "aws-s3.aws_access_key",
    "aws-s3.aws_region",
    "aws-s3.aws_secret_key",
    "aws-s3.s3_log_bucket",
    "aws-s3.s3_source_bucket",
    "azure-id.azure_id_cert_file_name",
    "cloned-css.expected_referrer",
    "cloned-web.cloned_web",
    "fast-redirect.browser_redirect_url",
    "sensitive-cmd.process_name",
    "signed-exe.exe",
    "slow-redirect.browser_redirect_url",
    "web-image.web_image",
];

pub async fn connected() -> (House, Console) {
    let (house, console, _) = House::connected(Settings::default()).await;
    console.clear_ledger();
    (house, console)
}

/// The kinds that the connected Console offers and the program can make.
async fn creatable(house: &House) -> Vec<Kind> {
    let offered = house.app.console_kinds().await.unwrap();
    let cards = house.app.catalogue.cards(offered.as_ref()).into_iter();
    let names = cards.filter(|card| card.offered).map(|card| card.kind);
    names
        .map(|kind| house.app.catalogue.kind(&kind).unwrap().clone())
        .collect()
}

/// A file that `field` takes.
fn file_for(house: &House, field: &Field) -> PathBuf {
    let path = house.home.path().join(format!("{}.{}", field.name, field.accept[0]));
    match field.accept[0].as_str() {
        "docx" => {
            let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
            zip.start_file("word/document.xml", SimpleFileOptions::default())
                .unwrap();
            zip.write_all(b"<x/>").unwrap();
            zip.finish().unwrap();
        }
        "pdf" => fs::write(&path, b"%PDF-1.7\n").unwrap(),
        "exe" => fs::write(&path, b"MZ and so on").unwrap(),
        _ => image::RgbImage::new(32, 20).save(&path).unwrap(),
    }
    path
}

fn value_for(field: &Field) -> String {
    let value = match (field.name.as_str(), field.kind) {
        ("custom_domain", _) => "decoys.example.org",
        ("s3_log_bucket", _) => "records-log",
        ("azure_id_cert_file_name", _) => "C:\\Admin\\login.pem",
        ("process_name", _) => "whoami.exe",
        (_, FieldKind::Url) => "https://intranet.example.org/start",
        (_, FieldKind::Domain) => "portal.example.org",
        (_, FieldKind::Email) => "office@example.org",
        (_, FieldKind::Bucket) => "records",
        (_, FieldKind::Duration) => "6mo",
        (_, FieldKind::Region) => "eu-west-1",
        (_, FieldKind::Switch) => "true",
        (_, FieldKind::Select) => field.options[0].value.as_str(),
        (_, FieldKind::Names) => "svc-backup, old.admin",
        (_, FieldKind::Secret) => "MARKER-OF-A-SECRET",
        (_, FieldKind::Text | FieldKind::File) => "records",
    };
    value.to_owned()
}

/// A form of `kind` with everything that `wanted` picks, and with `fixed` values.
async fn filled(house: &House, kind: &Kind, fixed: &[(String, String)], wanted: impl Fn(&Field) -> bool) -> FormInput {
    let mut input = form(&kind.kind, &format!("Front desk, {} {fixed:?}", kind.kind));
    for field in kind.fields.iter().filter(|field| wanted(field)) {
        if field.kind == FieldKind::File {
            house.dialogs.answer(file_for(house, field));
            let chosen = house.app.choose_file(&kind.kind, &field.name).await.unwrap().unwrap();
            input.files.insert(field.name.clone(), chosen.handle);
        } else {
            input.fields.insert(field.name.clone(), value_for(field));
        }
    }
    input.fields.extend(fixed.iter().cloned());
    input
}

/// Every way in which the fields of `kind` can be shown: one for each option of a field that others depend on.
fn ways(kind: &Kind) -> Vec<Vec<(String, String)>> {
    let steering = kind.fields.iter().filter_map(|field| field.when.as_ref());
    let steering: BTreeSet<&str> = steering.map(|when| when.field.as_str()).collect();
    assert!(steering.len() < 2, "{}: more than one field decides", kind.kind);
    let Some(field) = kind.fields.iter().find(|field| steering.contains(field.name.as_str())) else {
        return vec![vec![]];
    };
    let options = field.options.iter();
    options
        .map(|one| vec![(field.name.clone(), one.value.clone())])
        .collect()
}

pub async fn made(house: &House, input: &FormInput) -> Detail {
    let created = house.app.create_token(input).await;
    created
        .unwrap_or_else(|error| panic!("{}: {error:?}", input.kind))
        .token
}

#[test]
fn every_kind_is_made_with_what_it_needs_and_gives_something_to_take_away() {
    within_limit(async {
        let (house, console) = connected().await;
        let kinds = creatable(&house).await;
        assert_eq!(kinds.len(), DOCUMENTED.len());
        for kind in &kinds {
            let input = filled(&house, kind, &[], |field| {
                field.required && field.when.is_none() && !field.local
            })
            .await;
            let detail = made(&house, &input).await;
            assert_eq!((&detail.row.kind, &detail.memo), (&kind.kind, &input.memo));
            assert!(detail.known && detail.row.enabled, "{}", kind.kind);
            // Made for somebody's own accounts or pages, there may be nothing to save or to copy.
            let takes_nothing = ["active-directory-login"].contains(&kind.kind.as_str());
            assert!(
                takes_nothing || detail.artifact.is_some() || !detail.copy.is_empty(),
                "{}",
                kind.kind
            );
            assert_eq!(house.app.fetch_token(&detail.row.id).await.unwrap().memo, input.memo);
            if let Some(artifact) = &detail.artifact {
                let target = house.home.path().join(format!("{}-{}", kind.kind, artifact.name));
                house.dialogs.answer(target.clone());
                let saved = house.app.save_artifact(&detail.row.id, None, Reporter::silent()).await;
                let saved = saved
                    .unwrap_or_else(|error| panic!("{}: {error:?}", kind.kind))
                    .unwrap();
                assert!(saved.bytes > 0 && target.exists(), "{}", kind.kind);
            }
        }
        assert_eq!(console.ledger().created().len(), kinds.len());
    });
}

#[test]
fn with_everything_filled_in_the_documented_parameters_go_over_the_wire_and_no_others() {
    within_limit(async {
        let (house, console) = connected().await;
        let documented: BTreeMap<&str, &[&str]> = DOCUMENTED.into_iter().collect();
        for kind in creatable(&house).await {
            let mut sent = BTreeSet::new();
            for way in ways(&kind) {
                console.clear_ledger();
                let mut input = filled(&house, &kind, &way, |_| true).await;
                input.flock = Some("flock:default".into());
                made(&house, &input).await;
                let ledger = console.ledger();
                let create = ledger.carried_out("canarytoken/create").next().unwrap();
                sent.extend(create.parameters.iter().cloned());
            }
            let always = ["memo", "kind", "flock_id", "custom_domain"];
            let wanted: BTreeSet<String> = always
                .iter()
                .chain(documented[kind.kind.as_str()])
                .map(|name| (*name).to_owned())
                .collect();
            assert_eq!(sent, wanted, "{}", kind.kind);
        }
    });
}

#[test]
fn each_required_field_left_out_has_its_own_sentence_at_its_own_field_and_nothing_is_sent() {
    within_limit(async {
        let (house, console) = connected().await;
        let mut left_out = BTreeSet::new();
        for kind in creatable(&house).await {
            for way in ways(&kind) {
                let all = filled(&house, &kind, &way, |_| true).await;
                let shown = |field: &&Field| {
                    field.when.as_ref().is_none_or(|when| {
                        let other = way.iter().find(|(name, _)| *name == when.field);
                        other.is_some_and(|(_, value)| when.holds(value))
                    })
                };
                for field in kind
                    .fields
                    .iter()
                    .filter(|field| field.required && !field.local)
                    .filter(shown)
                {
                    let mut input = all.clone();
                    input.fields.remove(&field.name);
                    input.files.remove(&field.name);
                    let sentence = field.missing.clone().unwrap();
                    let problems = check_form(&house.app.catalogue, &house.app.chosen_files, &input);
                    let errors: Vec<_> = problems.iter().filter(|one| one.severity == Severity::Error).collect();
                    assert_eq!(errors.len(), 1, "{}.{}: {errors:?}", kind.kind, field.name);
                    assert_eq!((&errors[0].field, &errors[0].message), (&field.name, &sentence));
                    let told = UiError::from(house.app.create_token(&input).await.unwrap_err());
                    assert_eq!(
                        (told.code, told.field.as_deref()),
                        (ErrorCode::FieldInvalid, Some(field.name.as_str()))
                    );
                    assert_eq!(told.message, sentence);
                    left_out.insert(format!("{}.{}", kind.kind, field.name));
                }
                let mut input = all.clone();
                input.memo = " \n".into();
                assert_eq!(
                    failure(house.app.create_token(&input).await),
                    ErrorCode::MemoEmpty,
                    "{}",
                    kind.kind
                );
            }
        }
        assert_eq!(left_out, REQUIRED.map(str::to_owned).into());
        assert_eq!(console.ledger().requests("canarytoken/create").count(), 0);
    });
}

/// A folder with one more kind for the practice Console, made of a file that the program has.
pub fn folder_with(kind: &str, change: impl Fn(String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/kinds/idp-app.toml");
    let text = change(fs::read_to_string(built_in).unwrap());
    fs::write(folder.path().join(format!("{kind}.toml")), text).unwrap();
    folder
}

#[test]
fn asked_to_use_the_one_it_has_the_console_makes_no_second_and_the_person_is_told() {
    within_limit(async {
        let (house, console) = connected().await;
        let mut input = form("dns", "Old server list");
        let first = house.app.create_token(&input).await.unwrap();
        assert!(!first.existed);
        input.fields.insert(SKIP_IF_EXISTS.into(), "true".into());
        let second = house.app.create_token(&input).await.unwrap();
        assert!(second.existed && second.token.row.id == first.token.row.id);
        // Even where the answer is lost, it is found for what it is.
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create")]);
        let third = house.app.create_token(&input).await.unwrap();
        assert!(third.existed && third.token.row.id == first.token.row.id);
        input.fields.remove(SKIP_IF_EXISTS);
        console.set_faults([]);
        let fourth = house.app.create_token(&input).await.unwrap();
        assert!(!fourth.existed && fourth.token.row.id != first.token.row.id);
        assert_eq!(console.ledger().created().len(), 2);
    });
}

#[test]
fn a_kind_nobody_here_has_heard_of_is_offered_made_and_shown_with_all_its_fields() {
    within_limit(async {
        let folder = folder_with("toaster", |_| {
            "kind = 'toaster'\nconsole_name = 'Smart Toaster'\n\n[[field]]\nname = 'slots'\ntype = 'text'\n\n\
             [practice]\nanswers = ['slots', 'renders.toast']\n"
                .to_owned()
        });
        let settings = Settings {
            more_kinds: Some(folder.path().to_owned()),
            ..Settings::default()
        };
        let (house, console, session) = House::connected(settings).await;
        let offered = house.app.console_kinds().await.unwrap();
        let cards = house.app.catalogue.cards(offered.as_ref());
        let card = cards.iter().find(|card| card.kind == "toaster").unwrap();
        assert!(card.offered && card.general && card.name == "Smart Toaster" && card.fields.is_empty());
        let made = made(&house, &form("toaster", "Kitchen")).await;
        assert!(!made.known && !made.copy.is_empty() && !made.advice.place.is_empty());

        console.add_token(NewToken {
            kind: "toaster".into(),
            memo: "Canteen".into(),
            given: vec![("slots".into(), "4".into())],
            ..NewToken::default()
        });
        house.app.refresh_tokens().await.unwrap();
        let by_reminder = Sort {
            column: Column::Reminder,
            descending: false,
        };
        let rows = session.tokens.query(&Filter::default(), by_reminder, 0, 9).rows;
        let row = rows.iter().find(|row| row.memo == "Canteen").unwrap();
        assert_eq!((row.kind_name.as_str(), row.icon.as_str()), ("Toaster", "kind-other"));
        let detail = house.app.fetch_token(&row.id).await.unwrap();
        let facts: Vec<_> = detail
            .facts
            .iter()
            .map(|fact| (fact.label.as_str(), fact.value.as_str()))
            .collect();
        assert_eq!(facts, [("Slots", "4")]);
        let labels: Vec<_> = detail.copy.iter().map(|copy| copy.label.as_str()).collect();
        assert_eq!(labels, ["Link", "Host name", "Toast"]);
    });
}

#[test]
fn a_kind_that_is_made_on_the_console_itself_is_shown_and_cannot_be_made_here() {
    within_limit(async {
        let (house, console) = connected().await;
        let offered = house.app.console_kinds().await.unwrap();
        let cards = house.app.catalogue.cards(offered.as_ref());
        for kind in ["gmail", "office365mail", "autoreg-google-docs", "autoreg-google-sheets"] {
            let card = cards.iter().find(|card| card.kind == kind).unwrap();
            assert!(card.elsewhere && !card.offered && card.reason.is_some(), "{kind}");
            let id = console.add_token(NewToken {
                kind: kind.into(),
                ..NewToken::default()
            });
            let detail = house.app.fetch_token(&id).await.unwrap();
            assert!(detail.known && detail.advice.places.len() == 1, "{kind}");
            let refused = house.app.create_token(&form(kind, "By mistake")).await.unwrap_err();
            assert!(
                matches!(refused, Error::KindUnknown | Error::Api(_)),
                "{kind}: {refused:?}"
            );
        }
        assert_eq!(console.ledger().created().len(), 0);
    });
}
