//! The files are real files of their kind: opened as archives, read as text, and converted by LibreOffice where it is installed.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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

/// Converts to PDF by LibreOffice; none where it is not installed. Gives up after two minutes.
fn converted(folder: &Path, name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    std::fs::write(folder.join(name), bytes).unwrap();
    let out = folder.join("out");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new("soffice");
    command
        .arg(profile)
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&out)
        .arg(folder.join(name));
    let mut child = match command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => panic!("{error}"),
    };
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
            panic!("LibreOffice did not finish {name}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let stem = Path::new(name).file_stem().unwrap().to_str().unwrap();
    Some(
        std::fs::read(out.join(format!("{stem}.pdf")))
            .unwrap_or_else(|error| panic!("{name} was not converted: {error}")),
    )
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
async fn libreoffice_opens_every_office_file_where_it_is_installed() {
    let fixture = empty().await;
    for kind in ["doc-msword", "msword-macro", "msexcel-macro"] {
        let (_, name, bytes) = file_of(&fixture, kind).await;
        let folder = tempfile::tempdir().unwrap();
        let pdf = tokio::task::spawn_blocking(move || converted(folder.path(), &name, &bytes))
            .await
            .unwrap();
        let Some(pdf) = pdf else { return };
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 1000, "{kind}");
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
async fn poppler_reads_the_text_of_the_pdf_where_it_is_installed() {
    let fixture = empty().await;
    let (token, name, bytes) = file_of(&fixture, "pdf-acrobat-reader").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let Ok(output) = Command::new("pdftotext").arg(path).arg("-").output() else {
        return;
    };
    let read = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(read.contains(text(&token, "url")), "{read}");
}

#[tokio::test]
async fn an_uploaded_document_comes_back_as_it_was() {
    let fixture = empty().await;
    let (_, _, mine) = file_of(&fixture, "msword-macro").await;
    let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let file = reqwest::multipart::Part::bytes(mine.clone())
        .file_name("Contract.docx")
        .mime_str(mime)
        .unwrap();
    let form = reqwest::multipart::Form::new()
        .text("memo", "Mine")
        .text("kind", "doc-msword")
        .part("doc", file);
    let request = fixture.http.post(fixture.address("canarytoken/create")).multipart(form);
    let (status, answer) = support::json(
        request
            .header("X-Canary-Auth-Token", fixture.console.key())
            .send()
            .await
            .unwrap(),
    )
    .await;
    assert_eq!(
        (status, text(&answer["canarytoken"], "doc_name")),
        (200, "Contract.docx")
    );
    assert_eq!(
        fixture.download(text(&answer["canarytoken"], "canarytoken")).await.1,
        mine
    );
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
