//! The files the Console hands out: real files of their kind, and inert. They name the token's link or host name as text;
//! nothing in them loads it by itself.

pub(crate) mod office;
pub(crate) mod pdf;
pub(crate) mod qr;
pub(crate) mod text;

use crate::kinds::Kind;
use crate::token::Token;

/// A file to download.
#[derive(Debug)]
pub(crate) struct File {
    /// The name for `Content-Disposition`; none where a real Console gives none.
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// Why there is no file.
#[derive(Debug)]
pub(crate) enum NoFile {
    /// This kind has none.
    NotSupported,
    /// It could not be made.
    Failed,
}

impl From<zip::result::ZipError> for NoFile {
    fn from(_: zip::result::ZipError) -> Self {
        Self::Failed
    }
}

impl From<std::io::Error> for NoFile {
    fn from(_: std::io::Error) -> Self {
        Self::Failed
    }
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCM: &str = "application/vnd.ms-word.document.macroEnabled.12";
const XLSM: &str = "application/vnd.ms-excel.sheet.macroEnabled.12";

/// The sort of file a kind has. A kind whose file is described but left to us gets one by its extension.
fn sort(kind: &Kind) -> &str {
    match (kind.practice.artifact.as_str(), &kind.artifact) {
        ("none", Some(artifact)) => match artifact.extension.as_str() {
            "sql.gz" => "sql-gz",
            "" if kind.fields.iter().any(|field| field.kind == "file" && field.required) => "upload",
            "" => "text",
            extension => extension,
        },
        (named, _) => named,
    }
}

/// Makes the file of a token.
pub(crate) fn make(token: &Token, kind: &Kind, base: &str) -> Result<File, NoFile> {
    let extension = kind
        .artifact
        .as_ref()
        .map_or("", |artifact| artifact.extension.as_str());
    let named = |mime, bytes| {
        let dot = if extension.is_empty() { "" } else { "." };
        Ok(File {
            name: format!("{}{dot}{extension}", token.id),
            mime,
            bytes,
        })
    };
    match sort(kind) {
        "none" => Err(NoFile::NotSupported),
        "docx" => named(DOCX, office::document(token, base, false)?),
        "docm" => named(DOCM, office::document(token, base, true)?),
        "xlsx" => named(XLSX, office::workbook(token, base, false)?),
        "xlsm" => named(XLSM, office::workbook(token, base, true)?),
        "pdf" => named("application/pdf", pdf::document(token, base)),
        "folder-zip" => named("application/zip", office::folder(token)?),
        "qr-png" => named("image/png", qr::png(&token.url(base)).map_err(|()| NoFile::Failed)?),
        "credentials" => Ok(File {
            name: "credentials".to_owned(),
            mime: "text/plain",
            bytes: text::credentials(token).into_bytes(),
        }),
        "credit-card" => named("text/plain", text::card(token).into_bytes()),
        "slack-api" => named("text/plain", text::slack(token).into_bytes()),
        "s3-script" => named("text/plain", text::s3_script(token, base).into_bytes()),
        "sql-gz" | "gz" => named("application/gzip", text::gzip(text::sql_dump(token, base).as_bytes())),
        "reg" => named("text/plain", text::registry(token).into_bytes()),
        "conf" | "wireguard" => named("text/plain", text::wireguard(token).into_bytes()),
        "azure-zip" | "zip" => named("application/zip", office::azure(token)?),
        "upload" | "exe" => match token.files.first() {
            Some(file) => Ok(File {
                name: file.file_name.replace(['\r', '\n', '"', ';', '/', '\\'], "_"),
                mime: "application/octet-stream",
                bytes: file.bytes.to_vec(),
            }),
            None => Err(NoFile::NotSupported),
        },
        "picture" => match token.files.first() {
            Some(file) => named(
                if file.mime == "image/jpeg" {
                    "image/jpeg"
                } else {
                    "image/png"
                },
                file.bytes.to_vec(),
            ),
            None => Err(NoFile::NotSupported),
        },
        // A kind somebody adds later: a text that says what the token is.
        _ => named("text/plain", text::plain(token, base).into_bytes()),
    }
}
