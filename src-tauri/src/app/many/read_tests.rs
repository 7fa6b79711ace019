#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::io::Write;
use std::sync::Arc;

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// How many made-up files are tried; `scripts/soak` asks for many more.
fn cases() -> u32 {
    if std::env::var_os("NESTBOX_SOAK").is_some() {
        25_000
    } else {
        1_000
    }
}

fn cells_of(bytes: &[u8]) -> Vec<Vec<String>> {
    read(bytes).unwrap().rows.into_iter().map(|(_, cells)| cells).collect()
}

/// A workbook with one table of the given XML rows.
pub(crate) fn workbook_of(rows: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let parts = [
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="Devices" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#),
        ),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_separator_and_encoding_gives_the_same_cells() {
    let text = "Kind;Reminder\r\nWeb link;Büro „Süd“, 2. Stock\r\n";
    let wanted = vec![vec!["Kind", "Reminder"], vec!["Web link", "Büro „Süd“, 2. Stock"]];
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
    let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    let western = WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [
        text.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", text.as_bytes()),
        marked(b"\xff\xfe", &little),
        marked(b"\xfe\xff", &big),
        little.clone(),
        big.clone(),
        western,
        marked(b"sep=;\r\n", text.as_bytes()),
        text.replace(';', "\t").into_bytes(),
    ] {
        assert_eq!(cells_of(&bytes), wanted);
    }
    let commas = "Kind,Reminder\nWeb link,\"Büro „Süd“, 2. Stock\"\n";
    assert_eq!(cells_of(commas.as_bytes()), wanted);
}

#[test]
fn quotes_line_breaks_and_formulas_are_text() {
    let cells = cells_of(b"Kind,Reminder\nhttp,\"He said \"\"no\"\"\nand left\"\nhttp,=1+1\n");
    assert_eq!(cells[1][1], "He said \"no\"\nand left");
    assert_eq!(cells[2][1], "=1+1");
}

#[test]
fn a_cell_of_ten_megabytes_is_read_whole() {
    let text = format!("Kind,Reminder\nhttp,{}\n", "x".repeat(10 << 20));
    assert_eq!(cells_of(text.as_bytes())[1][1].len(), 10 << 20);
}

#[test]
fn two_hundred_columns_are_read_and_one_more_is_refused() {
    let row = |columns: usize| vec!["x"; columns].join(",").into_bytes();
    assert_eq!(cells_of(&row(200))[0].len(), 200);
    assert_eq!(read(&row(201)).unwrap_err(), SheetError::TooManyColumns);
}

#[test]
fn a_workbook_gives_texts_numbers_and_results_of_formulas_with_their_lines() {
    let bytes = workbook_of(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Reminder</t></is></c><c r="B1" t="inlineStr"><is><t>Kind</t></is></c></row>
           <row r="4"><c r="A4"><v>425</v></c><c r="B4" t="str"><f>"h"&amp;"ttp"</f><v>http</v></c></row>"#,
    );
    let table = read(&bytes).unwrap();
    let wanted = [(1, vec!["Reminder", "Kind"]), (4, vec!["425", "http"])];
    let wanted = wanted.map(|(line, cells)| (line, cells.into_iter().map(str::to_owned).collect::<Vec<_>>()));
    assert_eq!(table.rows, wanted);
}

#[test]
fn a_cell_far_away_costs_nothing_and_is_refused() {
    let far = workbook_of(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    assert_eq!(read(&far).unwrap_err(), SheetError::TooManyColumns);
}

#[test]
fn what_is_no_sheet_is_refused_by_what_it_is() {
    assert_eq!(read(b"").unwrap_err(), SheetError::Empty);
    assert_eq!(read(b"\n\n , \n").unwrap_err(), SheetError::Empty);
    assert_eq!(read(b"%PDF-1.7").unwrap_err(), SheetError::NoSheet);
    assert_eq!(read(b"PK\x03\x04rest").unwrap_err(), SheetError::Damaged);
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0]).unwrap_err(), SheetError::OtherSort);
    assert_eq!(read(b"ab\0\0\0cd").unwrap_err(), SheetError::NoSheet);
}

/// Good sheets with everything that sheets have: separators, encodings, quotes, line breaks, formulas, a heading twice.
fn good_sheets() -> Vec<Vec<u8>> {
    let text = "Kind;Reminder;Flock;Folder;File name\r\nWord document;\"Büro \"\"Süd\"\"\nlinks\";;A/B;Passwords.docx\r\n\
                http;=1+1;flock:default;;\r\nKind;Reminder;Flock;Folder;File name\r\ndns;@x;;..\\..;\r\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = format!(
        r#"<row r="1">{}{}</row><row r="2">{}<c r="B2" t="str"><f>"Desk "&amp;1</f><v>Desk 1</v></c></row><row r="9"><c r="B9"><v>45000.5</v></c></row>"#,
        cell("A1", "Kind"),
        cell("B1", "Reminder"),
        cell("A2", "http")
    );
    vec![
        text.as_bytes().to_vec(),
        text.replace(';', ",").into_bytes(),
        text.replace(';', "\t").into_bytes(),
        [&b"\xff\xfe"[..], &utf16].concat(),
        WINDOWS_1252.encode(text).0.into_owned(),
        workbook_of(&rows),
        rows.into_bytes(),
    ]
}

/// Changes, takes out, doubles and puts in bytes at a few places.
fn hurt(bytes: &mut Vec<u8>, chance: &mut fastrand::Rng) {
    const NASTY: [&[u8]; 8] = [
        b"\"",
        b"\r\n",
        b";;;;;;;;",
        b"\0",
        b"\xed\xa0\x80",
        b"<c r=\"XFD1048577\">",
        b"</row>",
        b"\xff\xfe",
    ];
    for _ in 0..chance.usize(1..8) {
        let place = chance.usize(0..=bytes.len());
        let end = (place + chance.usize(0..24)).min(bytes.len());
        match chance.u8(0..4) {
            0 if place < bytes.len() => bytes[place] = chance.u8(..),
            1 => drop(bytes.drain(place..end)),
            2 => {
                let again = bytes[place..end].to_vec();
                drop(bytes.splice(place..place, again));
            }
            _ => drop(bytes.splice(place..place, NASTY[chance.usize(0..NASTY.len())].iter().copied())),
        }
    }
}

#[test]
fn good_sheets_that_were_hurt_are_read_checked_or_refused_and_never_stop_the_program() {
    use crate::app::catalogue::Catalogue;
    use crate::app::many::sheet::Sheet;
    let (catalogue, good) = (Catalogue::load(), good_sheets());
    let (mut chance, mut read_well) = (fastrand::Rng::with_seed(4), 0);
    let tried = 4 * cases();
    for number in 0..tried {
        let mut bytes = good[number as usize % good.len()].clone();
        hurt(&mut bytes, &mut chance);
        // The last one is what stands inside a workbook: whole outside, hurt within.
        if number as usize % good.len() == good.len() - 1 {
            bytes = workbook_of(&String::from_utf8_lossy(&bytes));
        }
        let understood =
            read(&bytes).and_then(|table| Sheet::understand(&catalogue, Arc::default(), "hurt".into(), table));
        if let Ok(mut sheet) = understood {
            sheet.check(&catalogue);
            read_well += 1;
        }
    }
    println!("{tried} hurt sheets: {read_well} could be read all the same");
    assert!(read_well > tried / 10, "only {read_well} came as far as the check");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_sheet_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        drop(read(&bytes));
    }

    #[test]
    fn any_text_that_looks_like_csv_is_a_sheet_or_refused(text in "([a-zA-Zäß ]{0,9}|[,;\t\"\r\n=+@\u{feff}\u{0}]){0,80}") {
        drop(read(text.as_bytes()));
    }

    #[test]
    fn a_workbook_with_any_hurt_is_a_sheet_or_refused(place in 0_usize..2_000, byte in any::<u8>(), cut in 0_usize..2_000) {
        let mut bytes = workbook_of(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Reminder</t></is></c><c r="B1"><v>1</v></c></row>"#);
        let places = bytes.len();
        bytes[place % places] = byte;
        bytes.truncate(places - cut % 40);
        drop(read(&bytes));
    }

    #[test]
    fn any_cells_of_a_workbook_are_a_sheet_or_refused(rows in "(<row r=\"[0-9]{1,8}\">|</row>|<c r=\"[A-Z]{0,4}[0-9]{0,8}\"( t=\"(s|str|b|e|d|inlineStr)\")?>|<v>[-0-9.eE#A-Z]{0,12}</v>|</c>|<f>[A-Z0-9+]{0,6}</f>){0,20}") {
        drop(read(&workbook_of(&rows)));
    }
}
