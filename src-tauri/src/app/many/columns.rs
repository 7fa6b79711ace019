//! Understands a heading: which column holds what.

use std::collections::HashSet;

use super::refusal::SheetError;
use crate::app::catalogue::{Catalogue, Field};
use crate::words::say;

/// The columns that every sheet has, in this order, whatever stands in the file.
pub const KIND: usize = 0;
/// The reminder.
pub const MEMO: usize = 1;
/// The flock.
pub const FLOCK: usize = 2;
/// The folder below the chosen one.
pub const FOLDER: usize = 3;
/// The file's name.
pub const FILE_NAME: usize = 4;

/// Those columns: key, and the headings for it that are understood, in small letters.
const BASE: [(&str, &[&str]); 5] = [
    (
        "kind",
        &[
            "kind",
            "type",
            "token type",
            "canarytoken kind",
            "canarytoken type",
            "art",
        ],
    ),
    ("memo", &["reminder", "memo", "notiz"]),
    ("flock", &["flock", "flock id", "flock name", "gruppe"]),
    ("folder", &["folder", "directory", "ordner"]),
    ("fileName", &["file name", "filename", "file", "dateiname", "datei"]),
];

/// Parts of headings that only columns for secrets have.
const SECRETS: [&str; 8] = [
    "secret key",
    "secret access key",
    "access key",
    "session token",
    "auth token",
    "api key",
    "password",
    "private key",
];

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Column {
    /// What the page calls it.
    pub key: String,
    /// What people read above it.
    pub label: String,
    /// The fields of kinds that it holds, by name.
    pub fields: Vec<String>,
}

/// The columns that every sheet has.
pub fn base() -> Vec<Column> {
    let labels = [
        say!("Kind"),
        say!("Reminder"),
        say!("Flock"),
        say!("Folder"),
        say!("File name"),
    ];
    let column = |((key, _), label): ((&str, _), &str)| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        fields: Vec::new(),
    };
    BASE.into_iter().zip(labels).map(column).collect()
}

/// A heading that was understood.
pub struct Heading {
    /// The columns of the sheet.
    pub columns: Vec<Column>,
    /// For each column of the file: its place among `columns`, or nothing when it is left out.
    pub places: Vec<Option<usize>>,
    /// What people should know about it.
    pub notes: Vec<String>,
}

/// Understands the first row.
///
/// # Errors
/// It names no column for the reminder, or one for a secret.
pub fn understand(catalogue: &Catalogue, heading: &[String]) -> Result<Heading, SheetError> {
    let mut understood = Heading {
        columns: base(),
        places: Vec::with_capacity(heading.len()),
        notes: Vec::new(),
    };
    let mut taken = HashSet::new();
    for text in heading {
        let words = plain(text);
        if is_secret(catalogue, &words) {
            let heading = text.trim().chars().take(40).collect();
            return Err(SheetError::Secret { heading });
        }
        let place = place_of(catalogue, &words, &mut understood.columns);
        let place = match place {
            Some(place) if !taken.insert(place) => {
                let label = &understood.columns[place].label;
                let note = say!(
                    "“{label}” stands above two columns. Only the first of them is read.",
                    label
                );
                understood.notes.push(note);
                None
            }
            None if !words.is_empty() => {
                let name: String = text.trim().chars().take(40).collect();
                understood
                    .notes
                    .push(say!("The column “{name}” is not needed and is left out.", name));
                None
            }
            place => place,
        };
        understood.places.push(place);
    }
    if taken.contains(&MEMO) {
        Ok(understood)
    } else {
        Err(SheetError::NoHeading)
    }
}

/// The place of the column for a field of a kind, which is added when it is not there.
pub fn place_of_field(columns: &mut Vec<Column>, field: &Field) -> usize {
    let place = columns.iter().position(|column| column.fields.contains(&field.name));
    place.unwrap_or_else(|| {
        columns.push(Column {
            key: field.name.clone(),
            label: field.label.clone(),
            fields: vec![field.name.clone()],
        });
        columns.len() - 1
    })
}

fn place_of(catalogue: &Catalogue, words: &str, columns: &mut Vec<Column>) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    if let Some(place) = BASE.iter().position(|(_, headings)| headings.contains(&words)) {
        return Some(place);
    }
    let fields = || catalogue.kinds_in_every_language().flat_map(|kind| &kind.fields);
    let mut named: Vec<&Field> = fields().filter(|field| plain(&field.name) == words).collect();
    if named.is_empty() {
        named = fields().filter(|field| plain(&field.label) == words).collect();
    }
    let first = *named.first()?;
    let place = place_of_field(columns, first);
    for field in named {
        if !columns[place].fields.contains(&field.name) {
            columns[place].fields.push(field.name.clone());
        }
    }
    Some(place)
}

fn is_secret(catalogue: &Catalogue, words: &str) -> bool {
    let fields = catalogue.kinds_in_every_language().flat_map(|kind| &kind.fields);
    let mut fields = fields.filter(|field| field.secret);
    SECRETS.iter().any(|part| words.contains(part))
        || fields.any(|field| plain(&field.name) == words || plain(&field.label) == words)
}

/// A heading in small letters, with one space between its words: `S3_source-bucket` is `s3 source bucket`.
pub fn plain(text: &str) -> String {
    let parts = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
