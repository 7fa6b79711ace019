//! Reads a sheet: CSV in any usual encoding and with any usual separator, or the first table of an Excel workbook.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use zip::ZipArchive;

use super::refusal::{MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES, SheetError};
use crate::words::say;

/// The most text that the cells of a workbook may unfold into, in bytes: a few kilobytes can be packed to hold terabytes.
const MAX_TEXT: u64 = 8 * MAX_SHEET_BYTES;

/// A sheet as it was read: nothing is understood yet.
#[derive(Debug, Default)]
pub struct Table {
    /// The rows that have any text, with their number as a spreadsheet counts.
    pub rows: Vec<(u32, Vec<String>)>,
    /// What people should know about how it was read.
    pub notes: Vec<String>,
}

/// Reads a file's whole content, whatever its name says.
///
/// # Errors
/// Why it is no sheet.
pub fn read(bytes: &[u8]) -> Result<Table, SheetError> {
    if bytes.len() as u64 > MAX_SHEET_BYTES {
        return Err(SheetError::TooLarge);
    }
    let table = match bytes {
        [] => return Err(SheetError::Empty),
        [b'P', b'K', 3, 4, ..] => workbook(bytes)?,
        // The older Excel format, and encrypted workbooks.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(SheetError::OtherSort),
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => {
            return Err(SheetError::NoSheet);
        }
        text => csv(&decoded(text)?)?,
    };
    if table.rows.is_empty() {
        Err(SheetError::Empty)
    } else {
        Ok(table)
    }
}

/// The text of a file: by its byte order mark, else by how it looks. What is not UTF-8 is taken for Windows' western encoding, which
/// is what Excel writes.
fn decoded(bytes: &[u8]) -> Result<String, SheetError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guessed(bytes),
    };
    let (text, _, _) = encoding.decode(bytes);
    // A text has no zeros; another sort of file nearly always does.
    if text.chars().take(4_096).any(|c| c == '\0') {
        return Err(SheetError::NoSheet);
    }
    Ok(text.into_owned())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(4_096)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = start.len() / 4;
    if half > 0 && zeros(1) > half {
        UTF_16LE
    } else if half > 0 && zeros(0) > half {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

fn csv(text: &str) -> Result<Table, SheetError> {
    let (told, text) = told_separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(told.unwrap_or_else(|| separator(text)))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    let mut line = u32::from(told.is_some());
    while reader.read_record(&mut record).map_err(|_| SheetError::NoSheet)? {
        line += 1;
        let filled = |place: &usize| record.get(*place).is_some_and(|cell| !cell.trim().is_empty());
        let used = (0..record.len()).rev().find(filled).map_or(0, |last| last + 1);
        if used > MAX_COLUMNS {
            return Err(SheetError::TooManyColumns);
        }
        if used > 0 {
            take(&mut table, line, record.iter().take(used).map(str::to_owned).collect())?;
        }
    }
    Ok(table)
}

/// Excel may say it in a line of its own, `sep=;`.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let told = text.strip_prefix("sep=").and_then(|rest| {
        let separator = *rest.as_bytes().first()?;
        let after = rest.get(1..)?;
        let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n'))?;
        matches!(separator, b',' | b';' | b'\t').then_some((separator, after))
    });
    told.map_or((None, text), |(separator, rest)| (Some(separator), rest))
}

/// The one that stands most often in the first line that is not empty, outside quotes.
fn separator(text: &str) -> u8 {
    let (mut counts, mut quoted) = ([(b',', 0), (b';', 0), (b'\t', 0)], false);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => counts
                .iter_mut()
                .filter(|(one, _)| *one == byte)
                .for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| separator)
}

fn workbook(bytes: &[u8]) -> Result<Table, SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    if archive
        .decompressed_size()
        .is_some_and(|size| size > u128::from(MAX_TEXT))
    {
        return Err(SheetError::TooLarge);
    }
    if archive.by_name("xl/workbook.xml").is_err() {
        let other = ["mimetype", "xl/workbook.bin"]
            .iter()
            .any(|name| archive.by_name(name).is_ok());
        return Err(if other {
            SheetError::OtherSort
        } else {
            SheetError::NoSheet
        });
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    let shown = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    for (place, name) in names.iter().enumerate() {
        let mut table = cells(&mut workbook, name)?;
        if table.rows.is_empty() {
            continue;
        }
        if place + 1 < names.len() {
            table
                .notes
                .push(say!("Of this workbook only the table “{name}” is read.", name));
        }
        return Ok(table);
    }
    Err(SheetError::Empty)
}

/// The cells one after the other: their places may be anywhere, so no area is set aside for them.
fn cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, SheetError> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else {
        // A chart has a name too.
        return Ok(Table::default());
    };
    let (mut table, mut text) = (Table::default(), 0_u64);
    let (mut line, mut row) = (0_u32, Vec::new());
    while let Some(cell) = reader.next_cell().map_err(|_| SheetError::Damaged)? {
        let value = shown(cell.get_value());
        if value.trim().is_empty() {
            continue;
        }
        let (at, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        text += value.len() as u64;
        if text > MAX_TEXT {
            return Err(SheetError::TooLarge);
        }
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooManyColumns);
        }
        if at + 1 != line {
            flush(&mut table, line, &mut row)?;
            line = at.saturating_add(1);
        }
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = value;
    }
    flush(&mut table, line, &mut row)?;
    Ok(table)
}

fn flush(table: &mut Table, line: u32, row: &mut Vec<String>) -> Result<(), SheetError> {
    let row = std::mem::take(row);
    if row.is_empty() { Ok(()) } else { take(table, line, row) }
}

fn take(table: &mut Table, line: u32, row: Vec<String>) -> Result<(), SheetError> {
    // One more than there may be rows: the heading.
    if table.rows.len() > MAX_ROWS {
        return Err(SheetError::TooManyRows);
    }
    table.rows.push((line, row));
    Ok(())
}

/// A cell as a person sees it in the spreadsheet. Of a formula that is its result; a text that looks like one stays a text.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(date) if date.is_duration() || !(1.0..3_000_000.0).contains(&date.as_f64()) => {
            date.as_f64().to_string()
        }
        DataRef::DateTime(date) => {
            let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
            match (hour, minute) {
                (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
