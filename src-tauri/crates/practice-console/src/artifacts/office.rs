//! Word and Excel files and other zip archives.
//!
//! The macro-enabled ones carry the content types that make them `.docm` and `.xlsm`, and no macro: there is nothing to run.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::NoFile;
use crate::token::Token;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// A Word document: the uploaded one if there was one, else a short letter.
pub(crate) fn document(token: &Token, base: &str, macro_enabled: bool) -> Result<Vec<u8>, NoFile> {
    if let Some(file) = token.files.iter().find(|file| file.field == "doc") {
        return Ok(file.bytes.to_vec());
    }
    let main = if macro_enabled {
        "application/vnd.ms-word.document.macroEnabled.main+xml"
    } else {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    };
    let url = escape(&token.url(base));
    let paragraph = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let body = format!(
        "{XML}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}{}{}<w:sectPr/></w:body>\
         </w:document>",
        paragraph("Draft"),
        paragraph("Please do not pass this on before it is final."),
        paragraph(&url),
    );
    let types = content_types(&[("/word/document.xml", main)]);
    pack(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root_relations("word/document.xml").as_bytes()),
        ("docProps/core.xml", core_properties(&url).as_bytes()),
        ("word/document.xml", body.as_bytes()),
    ])
}

/// An Excel workbook with one sheet.
pub(crate) fn workbook(token: &Token, base: &str, macro_enabled: bool) -> Result<Vec<u8>, NoFile> {
    let main = if macro_enabled {
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    } else {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    };
    let url = escape(&token.url(base));
    let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "{XML}<workbook xmlns=\"{spreadsheet}\" xmlns:r=\"{OFFICE}/relationships\"><sheets><sheet name=\"Budget\" sheetId=\"1\" \
         r:id=\"rId1\"/></sheets></workbook>"
    );
    let cell = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let sheet = format!(
        "{XML}<worksheet xmlns=\"{spreadsheet}\"><sheetData><row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\"><v>1840</v></c></row>\
         <row r=\"3\">{}</row></sheetData></worksheet>",
        cell("A1", "Item"),
        cell("B1", "Amount"),
        cell("A2", "Carried over"),
        cell("A3", &url),
    );
    let relations = format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let types = content_types(&[
        ("/xl/workbook.xml", main),
        (
            "/xl/worksheets/sheet1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
        ),
    ]);
    pack(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root_relations("xl/workbook.xml").as_bytes()),
        ("docProps/core.xml", core_properties(&url).as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A Windows folder with its `desktop.ini`. The icon's host never resolves, so browsing it does nothing.
pub(crate) fn folder(token: &Token) -> Result<Vec<u8>, NoFile> {
    let settings = format!(
        "\r\n[.ShellClassInfo]\r\nIconResource=\\\\%USERNAME%.{}\\resource.dll\r\n",
        token.hostname()
    );
    let utf16: Vec<u8> = settings.encode_utf16().flat_map(u16::to_le_bytes).collect();
    pack(&[
        ("My Documents/", b""),
        ("My Documents/desktop.ini", &[&[0xff, 0xfe], utf16.as_slice()].concat()),
    ])
}

/// A decoy Azure login: a made-up certificate and the configuration that names it.
pub(crate) fn azure(token: &Token) -> Result<Vec<u8>, NoFile> {
    let path = token
        .given
        .get("azure_id_cert_file_name")
        .map_or("prod.pem", String::as_str);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let config = format!(
        "{{\n  \"appId\": \"{}\",\n  \"displayName\": \"azure-cli\",\n  \"fileWithCertAndPrivateKey\": {},\n  \"tenant\": \
         \"{}\"\n}}\n",
        token.derived("app", crate::token::HEX, 32),
        serde_json::Value::from(path),
        token.derived("tenant", crate::token::HEX, 32)
    );
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        token.derived("pem", b"ABCDEFabcdef0123456789+/", 64)
    );
    let name = if name.is_empty() { "prod.pem" } else { name };
    pack(&[(name, pem.as_bytes()), ("config.json", config.as_bytes())])
}

fn content_types(parts: &[(&str, &str)]) -> String {
    let mut text = format!(
        "{XML}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, kind) in parts {
        text.push_str(&format!("<Override PartName=\"{part}\" ContentType=\"{kind}\"/>"));
    }
    text.push_str("</Types>");
    text
}

fn root_relations(main: &str) -> String {
    format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/officeDocument\" \
         Target=\"{main}\"/><Relationship Id=\"rId2\" Type=\"{RELATIONS}/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn core_properties(url: &str) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Draft</dc:title><dc:subject>{url}</dc:subject></cp:coreProperties>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A zip archive; the same entries make the same bytes.
fn pack(entries: &[(&str, &[u8])]) -> Result<Vec<u8>, NoFile> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in entries {
        match name.strip_suffix('/') {
            Some(folder) => archive.add_directory(folder, options.unix_permissions(0o755))?,
            None => {
                archive.start_file(*name, options)?;
                archive.write_all(bytes)?;
            }
        }
    }
    Ok(archive.finish()?.into_inner())
}
