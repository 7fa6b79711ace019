#![allow(clippy::unwrap_used, clippy::expect_used)]
use canary_api::endpoints::CreateToken;
use secrecy::ExposeSecret;

use super::*;
use crate::app::catalogue::Catalogue;
use crate::app::error::Error;

fn form(kind: &str, fields: &[(&str, &str)]) -> FormInput {
    let fields: BTreeMap<_, _> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    FormInput {
        kind: kind.into(),
        memo: "Server cupboard".into(),
        fields: fields.into(),
        ..FormInput::default()
    }
}

fn problems(input: &FormInput) -> Vec<(String, Severity)> {
    let found = check_form(&Catalogue::load(), &ChosenFiles::default(), input);
    found
        .into_iter()
        .map(|problem| (problem.field, problem.severity))
        .collect()
}

fn wrong(input: &FormInput) -> Vec<String> {
    problems(input).into_iter().map(|(field, _)| field).collect()
}

async fn request(input: &FormInput) -> Result<CreateToken, Error> {
    create_request(&Catalogue::load(), &ChosenFiles::default(), input).await
}

fn sent(request: &CreateToken) -> Vec<(&str, &str)> {
    request
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

#[test]
fn a_reminder_is_needed_and_has_a_limit() {
    let mut input = form("dns", &[]);
    assert!(problems(&input).is_empty());
    input.memo = " \n\u{0} ".into();
    assert_eq!(wrong(&input), ["memo"]);
    input.memo = "ü".repeat(MEMO_CHARS);
    assert!(problems(&input).is_empty());
    input.memo.push('x');
    let found = check_form(&Catalogue::load(), &ChosenFiles::default(), &input);
    assert_eq!(
        found[0].message,
        "The reminder is too long by 1. Your Console takes 10,000 characters."
    );
}

#[test]
fn required_fields_are_asked_for_in_the_order_of_the_form() {
    let input = FormInput {
        kind: "aws-s3".into(),
        ..FormInput::default()
    };
    assert_eq!(wrong(&input), ["s3_source_bucket", "s3_log_bucket", "memo"]);
    assert_eq!(wrong(&form("web-image", &[])), ["web_image"]);
    assert_eq!(
        wrong(&form("fast-redirect", &[("browser_redirect_url", "  ")])),
        ["browser_redirect_url"]
    );
    assert_eq!(
        wrong(&FormInput {
            memo: "x".into(),
            ..FormInput::default()
        }),
        ["kind"]
    );
}

#[tokio::test]
async fn a_field_that_is_not_shown_is_neither_checked_nor_sent() {
    let buckets = [
        ("s3_source_bucket", "decoy-old"),
        ("s3_log_bucket", "decoy-logs"),
        ("aws_secret_key", "left over"),
    ];
    let manual = form("aws-s3", &buckets);
    assert!(problems(&manual).is_empty());
    let manual = request(&manual).await.unwrap();
    assert_eq!(
        sent(&manual),
        [("s3_source_bucket", "decoy-old"), ("s3_log_bucket", "decoy-logs")]
    );
    assert!(manual.secrets.is_empty());

    let mut automatic = form("aws-s3", &buckets);
    automatic.fields.insert("setup".into(), "automatic".into());
    assert_eq!(wrong(&automatic), ["aws_access_key", "aws_secret_key", "aws_region"]);
    for (name, value) in [
        ("aws_access_key", "ASIA1"),
        ("aws_secret_key", "s3cret"),
        ("aws_region", "eu-west-1"),
    ] {
        automatic.fields.insert(name.into(), value.into());
    }
    let automatic = request(&automatic).await.unwrap();
    assert!(
        sent(&automatic).contains(&("aws_region", "eu-west-1"))
            && !sent(&automatic).iter().any(|(name, _)| *name == "setup")
    );
    let secrets: Vec<&str> = automatic
        .secrets
        .iter()
        .map(|(_, secret)| secret.expose_secret())
        .collect();
    assert_eq!(secrets, ["ASIA1", "s3cret"]);
    assert!(
        !format!("{automatic:?}").contains("s3cret"),
        "a secret must not reach a log"
    );
}

#[test]
fn the_logs_need_a_bucket_of_their_own() {
    let same = form("aws-s3", &[("s3_source_bucket", "decoy"), ("s3_log_bucket", "decoy")]);
    assert_eq!(wrong(&same), ["s3_log_bucket"]);
}

#[test]
fn one_of_several_values_shows_a_field() {
    let fields = [
        ("trigger_type", "DELETE"),
        ("table_name", "a\u{7}b"),
        ("view_name", "a\u{7}b"),
    ];
    assert_eq!(wrong(&form("sql", &fields)), ["table_name"]);
}

#[tokio::test]
async fn defaults_are_sent_and_what_no_form_knows_is_not() {
    let input = form(
        "http",
        &[
            ("auth_token", "x"),
            ("kind", "dns"),
            ("custom_domain", "Files.Example.com"),
        ],
    );
    let made = request(&input).await.unwrap();
    assert_eq!(
        (made.kind.as_str(), made.memo.as_str(), made.flock_id.clone()),
        ("http", "Server cupboard", None)
    );
    assert_eq!(
        sent(&made),
        [
            ("browser_scanner_enabled", "true"),
            ("custom_domain", "files.example.com")
        ]
    );
    let off = request(&form("http", &[("browser_scanner_enabled", "false")]))
        .await
        .unwrap();
    assert_eq!(sent(&off), [("browser_scanner_enabled", "false")]);
}

#[tokio::test]
async fn a_switch_that_is_off_unless_turned_on_is_sent_only_when_on() {
    let off = request(&form("dns", &[("skip_create_if_exists", "false")]))
        .await
        .unwrap();
    assert!(sent(&off).is_empty());
    let on = request(&form("dns", &[("skip_create_if_exists", "true")]))
        .await
        .unwrap();
    assert_eq!(sent(&on), [("skip_create_if_exists", "true")]);
    let untouched = request(&form("aws-id", &[])).await.unwrap();
    assert!(sent(&untouched).is_empty());
}

#[tokio::test]
async fn an_optional_field_that_a_console_may_want_warns_when_it_is_left_out() {
    let bare = form("pwa", &[]);
    let expected = ["pwa_app_name", "pwa_icon"].map(|name| (name.to_owned(), Severity::Warning));
    assert_eq!(problems(&bare), expected);
    assert!(sent(&request(&bare).await.unwrap()).is_empty());
    assert_eq!(problems(&form("google-docs", &[])).len(), 1);
    let real_page = |fields| form("azure-entra-login", fields);
    assert!(problems(&real_page(&[])).is_empty(), "it has a default");
    assert_eq!(wrong(&real_page(&[("expected_referrer", "")])), ["expected_referrer"]);
}

#[tokio::test]
async fn another_file_than_a_windows_program_is_sent_with_a_warning() {
    let (catalogue, files) = (Catalogue::load(), ChosenFiles::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("backup-tool");
    std::fs::write(&path, b"\x7fELF and so on").unwrap();
    let field = catalogue.kind("signed-exe").unwrap().fields[0].clone();
    let chosen = files.choose(path, &field).await.unwrap();
    assert!(chosen.warning.unwrap().contains("not a Windows program"));
    let mut input = form("signed-exe", &[]);
    input.files.insert("exe".into(), chosen.handle);
    assert_eq!(check_form(&catalogue, &files, &input)[0].severity, Severity::Warning);
    let made = create_request(&catalogue, &files, &input).await.unwrap();
    assert_eq!(
        (made.files[0].field.as_str(), made.files[0].file_name.as_str()),
        ("exe", "backup-tool")
    );
}

#[tokio::test]
async fn a_kind_nobody_here_knows_is_made_with_reminder_and_flock() {
    let mut input = form("toaster", &[("slots", "2")]);
    input.flock = Some("flock:kitchen".into());
    input.memo = " two\r\nlines\u{8} ".into();
    let made = request(&input).await.unwrap();
    assert_eq!(
        (made.kind.as_str(), made.memo.as_str(), made.flock_id.as_deref()),
        ("toaster", "two\nlines", Some("flock:kitchen"))
    );
    assert!(made.fields.is_empty() && made.files.is_empty());
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_its_own_error() {
    let refused = request(&form("cloned-web", &[("cloned_web", "localhost")]))
        .await
        .unwrap_err();
    assert!(matches!(refused, Error::Field { field, .. } if field == "cloned_web"));
    let mut input = form("dns", &[]);
    input.memo.clear();
    assert!(matches!(request(&input).await.unwrap_err(), Error::MemoEmpty));
    input.memo = "x".repeat(MEMO_CHARS + 1);
    assert!(matches!(
        request(&input).await.unwrap_err(),
        Error::MemoTooLong { limit: MEMO_CHARS }
    ));
}

#[tokio::test]
async fn a_warning_does_not_stand_in_the_way() {
    let input = form("sensitive-cmd", &[("process_name", "whoami")]);
    assert_eq!(problems(&input), [("process_name".to_owned(), Severity::Warning)]);
    assert_eq!(sent(&request(&input).await.unwrap()), [("process_name", "whoami")]);
}

#[tokio::test]
async fn a_chosen_file_is_sent_and_one_for_another_field_is_refused() {
    let (catalogue, files) = (Catalogue::load(), ChosenFiles::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contract.pdf");
    std::fs::write(&path, b"%PDF-1.7").unwrap();
    let chosen = files.take_dropped(path).await.unwrap();

    let mut image = form("web-image", &[]);
    image.files.insert("web_image".into(), chosen.handle.clone());
    assert_eq!(check_form(&catalogue, &files, &image)[0].field, "web_image");
    image.files.insert("web_image".into(), "made up".into());
    assert!(
        check_form(&catalogue, &files, &image)[0]
            .message
            .contains("Choose it again")
    );

    let mut pdf = form("pdf-acrobat-reader", &[]);
    pdf.files.insert("pdf".into(), chosen.handle);
    let made = create_request(&catalogue, &files, &pdf).await.unwrap();
    assert_eq!(
        (made.files[0].field.as_str(), made.files[0].mime.as_str()),
        ("pdf", "application/pdf")
    );
}

#[test]
fn a_form_never_shows_what_was_typed_in_a_log() {
    let input = form("aws-s3", &[("aws_secret_key", "s3cret")]);
    assert!(!format!("{input:?}").contains("s3cret") && !format!("{input:?}").contains("cupboard"));
}
