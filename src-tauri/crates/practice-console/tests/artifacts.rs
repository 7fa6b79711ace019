//! The files are real files of their kind, and independent programs open them. `scripts/setup test` installs those programs: on Linux a
//! missing one fails its test; elsewhere, where nothing installs it, such a test checks nothing.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use practice_console::Settings;
use serde_json::Value;
use support::{Fixture, empty, start, text};
use zip::ZipArchive;

async fn file_of(fixture: &Fixture, kind: &str) -> (Value, String, Vec<u8>) {
    let token = fixture.create_any(kind).await;
    let (name, bytes) = fixture.download(text(&token, "canarytoken")).await;
    (token, name, bytes)
}

fn entry(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Vec::new();
    archive
        .by_name(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .read_to_end(&mut out)
        .unwrap();
    out
}

fn entry_text(bytes: &[u8], name: &str) -> String {
    String::from_utf8(entry(bytes, name)).unwrap()
}

/// Runs an independent program on a file in a folder of its own. None: it is not installed, and this is not Linux.
async fn opened_by(program: &[&str], name: &str, bytes: &[u8]) -> Option<(tempfile::TempDir, Output)> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let mut command = tokio::process::Command::new(program[0]);
    command
        .args(&program[1..])
        .arg(folder.path().join(name))
        .current_dir(folder.path());
    command.stdin(Stdio::null()).kill_on_drop(true);
    let ran = tokio::time::timeout(Duration::from_secs(120), command.output()).await;
    match ran.unwrap_or_else(|_| panic!("{program:?} did not finish {name}")) {
        Ok(output) => Some((folder, output)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !cfg!(target_os = "linux") => None,
        Err(error) => panic!("{}: {error}; scripts/setup test installs it", program[0]),
    }
}

/// What an independent program says about a file that it opens without complaint.
async fn read_by(program: &[&str], name: &str, bytes: &[u8]) -> Option<String> {
    let (_folder, output) = opened_by(program, name, bytes).await?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program:?} does not open {name}: {complaint}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The text of a PDF, as Poppler reads it; it says nothing about a good one.
async fn pdf_text(name: &str, bytes: &[u8]) -> Option<String> {
    let (folder, output) = opened_by(&["pdftotext"], name, bytes).await?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{name}: {complaint}");
    let text = folder.path().join(name).with_extension("txt");
    Some(std::fs::read_to_string(text).unwrap())
}

#[tokio::test]
async fn office_files_are_of_their_type_name_the_link_and_load_nothing() {
    let fixture = empty().await;
    for (kind, extension, part, body, content) in [
        (
            "doc-msword",
            "docx",
            "word/document.xml",
            "word/document.xml",
            "wordprocessingml.document.main+xml",
        ),
        (
            "msword-macro",
            "docm",
            "word/document.xml",
            "word/document.xml",
            "ms-word.document.macroEnabled.main+xml",
        ),
        (
            "doc-msexcel",
            "xlsx",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "spreadsheetml.sheet.main+xml",
        ),
        (
            "msexcel-macro",
            "xlsm",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "ms-excel.sheet.macroEnabled.main+xml",
        ),
    ] {
        let (token, name, bytes) = file_of(&fixture, kind).await;
        assert_eq!(name, format!("{}.{extension}", text(&token, "canarytoken")));
        assert!(entry_text(&bytes, "[Content_Types].xml").contains(content), "{kind}");
        assert!(entry_text(&bytes, "_rels/.rels").contains(part));
        assert!(entry_text(&bytes, body).contains(text(&token, "url")), "{kind}");
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for at in 0..archive.len() {
            let mut content = String::new();
            archive.by_index(at).unwrap().read_to_string(&mut content).unwrap();
            assert!(
                !content.contains("TargetMode=\"External\"") && !content.contains("vbaProject"),
                "{kind} loads something"
            );
        }
    }
}

#[tokio::test]
async fn libreoffice_opens_every_office_file_and_reads_the_link() {
    let fixture = empty().await;
    for kind in ["doc-msword", "msword-macro", "doc-msexcel", "msexcel-macro"] {
        let (token, name, bytes) = file_of(&fixture, kind).await;
        let profile = tempfile::tempdir().unwrap();
        let profile = format!("-env:UserInstallation=file://{}", profile.path().display());
        let convert = ["soffice", &profile, "--headless", "--convert-to", "pdf"];
        let Some((folder, output)) = opened_by(&convert, &name, &bytes).await else {
            return;
        };
        let pdf = Path::new(&name).with_extension("pdf");
        let said = String::from_utf8_lossy(&output.stderr);
        let pdf = std::fs::read(folder.path().join(pdf)).unwrap_or_else(|error| panic!("{name}: {error}: {said}"));
        let read = pdf_text("converted.pdf", &pdf).await.unwrap().replace('\n', "");
        assert!(read.contains(text(&token, "url")), "{kind}: {read}");
    }
    assert!(
        fixture.console.ledger().opened.is_empty(),
        "opening a practice file opened its link"
    );
}

#[tokio::test]
async fn the_pdf_has_a_table_whose_offsets_are_true() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "pdf-acrobat-reader").await;
    assert!(name.ends_with(".pdf") && bytes.ends_with(b"%%EOF\n"));
    let pdf = String::from_utf8_lossy(&bytes).into_owned();
    assert!(pdf.contains(text(&token, "url")));
    assert!(!pdf.contains("/OpenAction") && !pdf.contains("/AA") && !pdf.contains("/URI"));
    let find = |wanted: &str| {
        bytes
            .windows(wanted.len())
            .position(|part| part == wanted.as_bytes())
            .unwrap()
    };
    let table: usize = pdf
        .rsplit("startxref\n")
        .next()
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(bytes[table..].starts_with(b"xref\n0 7\n"));
    for number in 1..=6usize {
        let row = table + "xref\n0 7\n".len() + number * 20;
        let offset: usize = std::str::from_utf8(&bytes[row..row + 10]).unwrap().parse().unwrap();
        assert_eq!(offset, find(&format!("\n{number} 0 obj")) + 1);
    }
}

#[tokio::test]
async fn poppler_finds_the_link_in_the_pdf() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "pdf-acrobat-reader").await;
    let Some(read) = pdf_text(&name, &bytes).await else {
        return;
    };
    assert!(read.contains(text(&token, "url")), "{read}");
}

#[tokio::test]
async fn a_scanner_reads_the_exact_link_from_the_qr_code() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "qr-code").await;
    let Some(read) = read_by(&["zbarimg", "--quiet", "--raw"], &name, &bytes).await else {
        return;
    };
    assert_eq!(read.trim_end(), text(&token, "url"));
}

#[tokio::test]
async fn wireguard_takes_the_profile_and_both_of_its_keys() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "wireguard").await;
    assert!(name.ends_with(".conf"));
    let profile = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(profile, text(&token["renders"], "wg_conf"));
    // wg-quick asks for a password where it has no rights; in a user namespace it has them, and strip changes nothing anyway.
    // The name of a profile is that of a network card, with 15 letters at most.
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.stdout == b"0\n");
    let strip: &[&str] = match is_root {
        true => &["wg-quick", "strip"],
        false => &["unshare", "--map-root-user", "wg-quick", "strip"],
    };
    let Some(stripped) = read_by(strip, "decoy.conf", &bytes).await else {
        return;
    };
    let endpoint = format!("Endpoint = {}:51820", text(&token, "hostname"));
    assert!(
        stripped.contains("[Peer]") && stripped.contains(&endpoint) && !stripped.contains("Address"),
        "{stripped}"
    );
    for key in ["PrivateKey = ", "PublicKey = "] {
        let key = stripped.lines().find_map(|line| line.strip_prefix(key)).unwrap();
        let read = ["sh", "-c", "wg pubkey < \"$0\""];
        let public = read_by(&read, "key", key.as_bytes()).await.unwrap();
        assert_eq!(public.trim().len(), 44, "{key}");
    }
}

#[tokio::test]
async fn zcat_reads_the_dump() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "mysql-dump").await;
    assert!(name.ends_with(".sql.gz"));
    let Some(dump) = read_by(&["zcat"], &name, &bytes).await else {
        return;
    };
    assert!(
        dump.starts_with("-- MySQL dump") && dump.contains(text(&token, "url")),
        "{dump}"
    );
}

#[tokio::test]
async fn unzip_finds_nothing_wrong_with_the_archives() {
    let fixture = empty().await;
    for kind in [
        "windows-dir",
        "azure-id",
        "doc-msword",
        "msword-macro",
        "doc-msexcel",
        "msexcel-macro",
    ] {
        let (_, name, bytes) = file_of(&fixture, kind).await;
        let Some(said) = read_by(&["unzip", "-t"], &name, &bytes).await else {
            return;
        };
        assert!(said.contains("No errors detected"), "{kind}: {said}");
    }
}

#[tokio::test]
async fn the_azure_login_holds_the_certificate_and_names_the_place_that_was_typed() {
    let fixture = empty().await;
    let (_, name, bytes) = file_of(&fixture, "azure-id").await;
    assert!(name.ends_with(".zip"));
    assert!(entry_text(&bytes, "azure-login.pem").starts_with("-----BEGIN CERTIFICATE-----\n"));
    let config: Value = serde_json::from_str(&entry_text(&bytes, "config.json")).unwrap();
    assert_eq!(config["fileWithCertAndPrivateKey"], "C:\\Admin\\azure-login.pem");
}

#[tokio::test]
async fn registry_file_card_and_slack_key_are_text_that_can_do_nothing() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "sensitive-cmd").await;
    let registry = String::from_utf8(bytes).unwrap();
    assert!(name.ends_with(".reg") && registry.starts_with("Windows Registry Editor Version 5.00\r\n"));
    assert!(registry.contains("whoami.exe") && registry.contains(text(&token, "hostname")));
    let does = |line: &str| !line.is_empty() && !line.starts_with(';') && !line.starts_with("Windows Registry");
    assert!(!registry.lines().any(does), "{registry}");

    let (token, _, bytes) = file_of(&fixture, "credit-card").await;
    let card = String::from_utf8(bytes).unwrap();
    assert_eq!(card, text(&token["renders"], "credit-card"));
    let number: Vec<u32> = card
        .lines()
        .next()
        .unwrap()
        .chars()
        .filter_map(|c| c.to_digit(10))
        .collect();
    let sum: u32 = number
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) => twice % 10 + twice / 10,
        })
        .sum();
    assert!(
        number.len() == 16 && !sum.is_multiple_of(10),
        "a shop would take {card}"
    );

    let (token, _, bytes) = file_of(&fixture, "slack-api").await;
    let slack = String::from_utf8(bytes).unwrap();
    assert!(
        slack == text(&token["renders"], "slack-api") && slack.contains("xoxp-"),
        "{slack}"
    );
}

#[tokio::test]
async fn single_sign_on_and_copied_pages_get_their_values() {
    let fixture = empty().await;
    let app = fixture.create_any("idp-app").await;
    assert!(text(&app, "acs_url").starts_with("http") && text(&app, "entity_id") != text(&app, "acs_url"));
    assert_eq!(text(&app, "idp_app_type"), "aws");
    for kind in ["cloned-css", "azure-entra-login"] {
        let token = fixture.create_any(kind).await;
        let css = text(&token["renders"], kind);
        assert!(css.contains("url(") && css.contains(text(&token, "url")), "{css}");
    }
    let (status, _) = fixture
        .post(
            "canarytoken/create",
            &[("memo", "a"), ("kind", "idp-app"), ("idp_app_type", "myspace")],
        )
        .await;
    assert_eq!(status, 400, "a Console refuses what it does not know");
}

#[tokio::test]
async fn what_was_uploaded_comes_back_as_it_was() {
    let fixture = empty().await;
    let (_, _, word) = file_of(&fixture, "msword-macro").await;
    let (_, _, pdf) = file_of(&fixture, "pdf-acrobat-reader").await;
    let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let uploads: [(&str, &str, &str, &str, &[u8]); 3] = [
        ("doc-msword", "doc", docx, "Contract.docx", &word),
        ("pdf-acrobat-reader", "pdf", "application/pdf", "Contract.pdf", &pdf),
        (
            "signed-exe",
            "exe",
            "application/octet-stream",
            "tool.exe",
            b"MZ and so on",
        ),
    ];
    for (kind, field, mime, file_name, bytes) in uploads {
        let token = fixture.upload(kind, field, (file_name, mime, bytes)).await.1["canarytoken"].clone();
        let (name, back) = fixture.download(text(&token, "canarytoken")).await;
        assert_eq!(back, bytes, "{kind}");
        match kind {
            "doc-msword" => assert_eq!(text(&token, "doc_name"), file_name),
            "signed-exe" => assert_eq!(name, file_name),
            _ => {}
        }
    }
}

#[tokio::test]
async fn the_windows_folder_holds_a_desktop_ini_that_points_nowhere() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "windows-dir").await;
    assert!(name.ends_with(".zip"));
    let ini = entry(&bytes, "My Documents/desktop.ini");
    assert_eq!(&ini[..2], [0xff, 0xfe]);
    let units: Vec<u16> = ini[2..]
        .chunks(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let ini = String::from_utf16(&units).unwrap();
    assert!(ini.contains("[.ShellClassInfo]") && ini.contains(text(&token, "hostname")));
    assert!(text(&token, "hostname").ends_with(".invalid"));
}

#[tokio::test]
async fn credentials_and_script_hold_what_the_token_says() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "aws-id").await;
    let credentials = String::from_utf8(bytes).unwrap();
    assert_eq!(name, "credentials");
    assert!(
        credentials.contains(text(&token, "access_key_id")) && credentials.contains(text(&token, "secret_access_key"))
    );
    let (token, _, bytes) = file_of(&fixture, "aws-s3").await;
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("setup");
    std::fs::write(&script, bytes).unwrap();
    if cfg!(unix) {
        let output = Command::new("sh").arg(script).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && said.contains("old-archive-logs") && said.contains(text(&token, "url")),
            "{said}"
        );
    }
}

#[tokio::test]
async fn the_qr_code_is_a_whole_png_of_some_size() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "qr-code").await;
    assert_eq!(name, format!("{}.png", text(&token, "canarytoken")));
    let picture = image::load_from_memory(&bytes).unwrap().into_luma8();
    assert!(picture.width() >= 200 && picture.width() == picture.height());
    assert!(picture.pixels().any(|pixel| pixel.0[0] == 0) && picture.pixels().any(|pixel| pixel.0[0] == 255));
}

#[tokio::test]
async fn downloads_can_be_made_as_long_as_wanted() {
    let fixture = start(Settings {
        artifact_mib: Some(8),
        ..Settings::default()
    })
    .await;
    let (_, _, bytes) = file_of(&fixture, "pdf-acrobat-reader").await;
    assert!(bytes.len() == 8 * 1024 * 1024 && bytes.starts_with(b"%PDF-"));
}
