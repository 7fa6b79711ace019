#![allow(clippy::unwrap_used)]

use std::io::Write;

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// How many made-up files are tried; the long run asks for more.
fn cases() -> u32 {
    std::env::var("NESTBOX_FUZZ")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(1_000)
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
