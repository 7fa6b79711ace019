#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat};
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::app::catalogue::Catalogue;

fn field(kind: &str, name: &str) -> Field {
    let catalogue = Catalogue::load();
    let fields = &catalogue.kind(kind).unwrap().fields;
    fields.iter().find(|field| field.name == name).unwrap().clone()
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(300, 20).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn archive(names: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<x/>").unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn put(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn a_picture_is_shown_small_and_sent_as_it_truly_is() {
    let (folder, files, field) = (
        TempDir::new().unwrap(),
        ChosenFiles::default(),
        field("web-image", "web_image"),
    );
    let png = picture(ImageFormat::Png);
    let chosen = files.choose(put(&folder, "crest.png", &png), &field).await.unwrap();
    assert_eq!(
        (chosen.name.as_str(), chosen.mime, chosen.bytes),
        ("crest.png", "image/png", png.len() as u64)
    );
    assert!(chosen.preview.unwrap().starts_with("data:image/png;base64,") && chosen.warning.is_none());
    let upload = files.read(&chosen.handle, &field).await.unwrap();
    assert_eq!(
        (upload.field.as_str(), upload.file_name.as_str(), upload.mime.as_str()),
        ("web_image", "crest.png", "image/png")
    );
    assert_eq!(upload.bytes, png);
}

#[tokio::test]
async fn a_picture_with_the_wrong_name_is_sent_with_the_right_one_and_says_so() {
    let (folder, files, field) = (
        TempDir::new().unwrap(),
        ChosenFiles::default(),
        field("web-image", "web_image"),
    );
    let chosen = files
        .choose(put(&folder, "crest.png", &picture(ImageFormat::Jpeg)), &field)
        .await
        .unwrap();
    assert_eq!(chosen.mime, "image/jpeg");
    assert!(
        chosen
            .warning
            .unwrap()
            .contains("a JPEG picture. It is sent as “crest.jpg”")
    );
    assert_eq!(files.read(&chosen.handle, &field).await.unwrap().file_name, "crest.jpg");
}

#[tokio::test]
async fn files_that_cannot_be_used_are_told_apart() {
    let (folder, files, field) = (
        TempDir::new().unwrap(),
        ChosenFiles::default(),
        field("web-image", "web_image"),
    );
    let wrong = FileError::WrongType {
        accept: vec!["jpg".into(), "jpeg".into(), "png".into()],
    };
    let png = picture(ImageFormat::Png);
    let cases = [
        (put(&folder, "empty.png", b""), FileError::Empty),
        (put(&folder, "text.png", b"just words"), wrong.clone()),
        (put(&folder, "moving.png", b"GIF89a........"), wrong.clone()),
        (put(&folder, "damaged.png", &png[..png.len() / 2]), wrong.clone()),
        (folder.path().join("nothing.png"), FileError::Gone),
        (folder.path().to_path_buf(), wrong),
    ];
    for (path, expected) in cases {
        assert_eq!(
            files.choose(path.clone(), &field).await.unwrap_err(),
            expected,
            "{}",
            path.display()
        );
    }
    let big = put(&folder, "big.png", &png);
    File::options()
        .write(true)
        .open(&big)
        .unwrap()
        .set_len(MAX_FILE_BYTES + 1)
        .unwrap();
    assert_eq!(
        files.choose(big, &field).await.unwrap_err(),
        FileError::TooLarge { limit: MAX_FILE_BYTES }
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_not_waited_for() {
    let (folder, files, field) = (
        TempDir::new().unwrap(),
        ChosenFiles::default(),
        field("web-image", "web_image"),
    );
    let path = folder.path().join("pipe.png");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if made.is_ok_and(|status| status.success()) {
        let chosen = tokio::time::timeout(std::time::Duration::from_secs(20), files.choose(path, &field)).await;
        assert!(matches!(chosen.unwrap(), Err(FileError::WrongType { .. })));
    }
}

#[tokio::test]
async fn a_limit_that_is_only_advice_warns_and_a_real_one_refuses() {
    let (folder, files) = (TempDir::new().unwrap(), ChosenFiles::default());
    let mut field = field("pdf-acrobat-reader", "pdf");
    let mut pdf = b"%PDF-1.7\n".to_vec();
    pdf.resize(1_300_000, b' ');
    let path = put(&folder, "contract.pdf", &pdf);
    let chosen = files.choose(path.clone(), &field).await.unwrap();
    assert_eq!(
        chosen.warning.unwrap(),
        "This file has 1.3 MB. Your Console may refuse files of more than 1 MB."
    );
    field.max_is_advice = false;
    assert_eq!(
        files.choose(path, &field).await.unwrap_err(),
        FileError::TooLarge { limit: 1 << 20 }
    );
}

#[tokio::test]
async fn what_changes_after_it_was_chosen_is_noticed_when_it_is_sent() {
    let (folder, files, field) = (
        TempDir::new().unwrap(),
        ChosenFiles::default(),
        field("web-image", "web_image"),
    );
    let path = put(&folder, "crest.png", &picture(ImageFormat::Png));
    let chosen = files.choose(path.clone(), &field).await.unwrap();
    std::fs::write(&path, b"").unwrap();
    assert_eq!(files.read(&chosen.handle, &field).await.unwrap_err(), FileError::Empty);
    std::fs::write(&path, b"%PDF-1.7").unwrap();
    assert!(matches!(
        files.read(&chosen.handle, &field).await.unwrap_err(),
        FileError::WrongType { .. }
    ));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(files.read(&chosen.handle, &field).await.unwrap_err(), FileError::Gone);
    assert_eq!(files.read("made up", &field).await.unwrap_err(), FileError::Gone);
}

#[test]
fn a_word_document_is_known_by_what_is_in_it() {
    assert_eq!(
        FileSort::of(&archive(&["[Content_Types].xml", "word/document.xml"])),
        FileSort::Docx
    );
    assert_eq!(
        FileSort::of(&archive(&["word/document.xml", "word/vbaProject.bin"])),
        FileSort::Other
    );
    assert_eq!(FileSort::of(&archive(&["xl/workbook.xml"])), FileSort::Other);
    assert_eq!(FileSort::of(b"PK\x03\x04 and nothing that follows"), FileSort::Other);
    assert_eq!(
        FileSort::of(b"\xd0\xcf\x11\xe0 an old or locked document"),
        FileSort::Other
    );
    assert_eq!(FileSort::of(b"MZ.."), FileSort::Program);
}

#[tokio::test]
async fn a_dropped_file_is_taken_if_any_form_could_use_it() {
    let (folder, files) = (TempDir::new().unwrap(), ChosenFiles::default());
    assert_eq!(
        files
            .take_dropped(put(&folder, "a.pdf", b"%PDF-1.7"))
            .await
            .unwrap()
            .mime,
        "application/pdf"
    );
    let refused = files.take_dropped(put(&folder, "a.txt", b"words")).await.unwrap_err();
    assert_eq!(refused, FileError::WrongType { accept: Vec::new() });
}
