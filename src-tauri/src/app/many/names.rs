//! A list of names becomes a sheet: a row for each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::{self, FILE_NAME, FLOCK, FOLDER, KIND, MEMO};
use super::known::Known;
use super::refusal::{MAX_ROWS, SheetError};
use super::sheet::{Row, Sheet};
use crate::app::catalogue::Catalogue;
use crate::words::say;

/// Where each row's name goes.
const HERE: &str = "{name}";

/// A list of names, and what each row has in common.
#[derive(Debug, Clone, Default)]
pub struct NameList {
    /// One name a line.
    pub names: String,
    /// The kind, by the Console's id.
    pub kind: String,
    /// The reminder; the name alone when empty.
    pub memo: String,
    /// The flock's id.
    pub flock: Option<String>,
    /// The folder of each file.
    pub folder: String,
    /// The name of each file.
    pub file_name: String,
    /// The kind's own fields.
    pub fields: BTreeMap<String, String>,
}

impl NameList {
    /// The sheet of these names.
    pub(super) fn sheet(&self, catalogue: &Catalogue, known: Arc<Known>) -> Result<Sheet, SheetError> {
        let mut sheet = Sheet::new(say!("List of names").into(), columns::base(), known);
        let fields = catalogue.kind(&self.kind).map_or(&[][..], |kind| &kind.fields);
        let mut places = BTreeMap::new();
        for field in fields.iter().filter(|field| !field.secret) {
            if let Some(value) = self.fields.get(&field.name).filter(|value| !value.is_empty()) {
                places.insert(columns::place_of_field(&mut sheet.columns, field), value.as_str());
            }
        }
        let memo = if self.memo.trim().is_empty() { HERE } else { &self.memo };
        places.extend([
            (KIND, self.kind.as_str()),
            (MEMO, memo),
            (FLOCK, self.flock.as_deref().unwrap_or_default()),
            (FOLDER, &self.folder),
            (FILE_NAME, &self.file_name),
        ]);
        let names = self.names.lines().map(str::trim).filter(|name| !name.is_empty());
        for (line, name) in (1..).zip(names) {
            if sheet.rows.len() == MAX_ROWS {
                return Err(SheetError::TooManyRows);
            }
            let cells: Vec<String> = places.values().map(|text| text.replace(HERE, name)).collect();
            let mut row = vec![String::new(); sheet.columns.len()];
            for (place, cell) in places.keys().zip(cells) {
                row[*place] = cell;
            }
            sheet.rows.push(Row::new(line, &row));
        }
        if sheet.rows.is_empty() {
            Err(SheetError::NoNames)
        } else {
            Ok(sheet)
        }
    }
}
