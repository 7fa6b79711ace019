//! What is saved for people: the result of a sheet, as a sheet or as a page to print, and templates to begin with.

use std::fmt::Write;

use super::columns::{self, FILE_NAME, FOLDER, KIND, MEMO};
use super::sheet::{RowState, Sheet};
use super::view::{RowView, told};
use crate::app::App;
use crate::app::catalogue::{Artifact, Catalogue, FieldKind, Magic};
use crate::app::error::Error;
use crate::app::lock;
use crate::app::saving::Saved;
use crate::words::{language, say};

/// The columns of a result.
fn columns_of_result() -> [&'static str; 9] {
    [
        say!("Row"),
        say!("State"),
        say!("Kind"),
        say!("Reminder"),
        say!("Flock"),
        "Canarytoken",
        say!("Link or host name"),
        say!("Saved file"),
        say!("What went wrong"),
    ]
}

/// As what a result is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultFormat {
    /// A sheet.
    Csv,
    /// A page to print.
    Html,
}

/// A text that the program makes.
pub(super) fn text_file(extension: &str, label: &str, name: &str) -> Artifact {
    Artifact {
        extension: extension.into(),
        label: label.into(),
        names: vec![name.into()],
        magic: Magic::Text,
    }
}

/// A cell that no spreadsheet takes for a formula.
pub(super) fn harmless_cell(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Rows of cells as CSV that Excel opens in the right encoding.
pub(super) fn csv(rows: impl Iterator<Item = Vec<String>>) -> Result<String, Error> {
    let fault = || Error::Internal("a sheet could not be written");
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless_cell(cell)))
            .map_err(|_| fault())?;
    }
    let bytes = writer.into_inner().map_err(|_| fault())?;
    Ok(format!("\u{feff}{}", String::from_utf8(bytes).map_err(|_| fault())?))
}

impl App {
    /// Lets the person choose where, and saves what came of a sheet. `explain` puts an error into words. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::SheetGone`], [`Error::Save`].
    pub async fn save_results(
        &self,
        handle: &str,
        format: ResultFormat,
        explain: fn(&crate::app::error::Reported) -> String,
    ) -> Result<Option<Saved>, Error> {
        let open = self.sheets.get(handle)?;
        let (name, text) = {
            let sheet = lock(&open.state);
            let rows: Vec<Vec<String>> = sheet.results(&self.catalogue, explain).collect();
            let stem = sheet
                .name
                .rsplit_once('.')
                .map_or(sheet.name.as_str(), |(stem, _)| stem);
            let text = match format {
                ResultFormat::Csv => csv(std::iter::once(columns_of_result().map(str::to_owned).to_vec()).chain(rows))?,
                ResultFormat::Html => page(&sheet, &rows),
            };
            (say!("{stem}, result", stem), text)
        };
        let file = match format {
            ResultFormat::Csv => text_file("csv", say!("Sheet"), say!("Result")),
            ResultFormat::Html => text_file("html", say!("Page"), say!("Result")),
        };
        self.save_text(&name, &file, text).await
    }

    /// Lets the person choose where, and saves a sheet to begin with: a kind's own columns, and one row that shows how. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::KindUnknown`], [`Error::Save`].
    pub async fn save_template(&self, kind: Option<&str>) -> Result<Option<Saved>, Error> {
        let (name, rows) = template(&self.catalogue, kind)?;
        let text = csv(rows.into_iter())?;
        self.save_text(&name, &text_file("csv", say!("Sheet"), say!("Template")), text)
            .await
    }
}

/// The name of a template, and its rows.
pub(super) fn template(catalogue: &Catalogue, kind: Option<&str>) -> Result<(String, Vec<Vec<String>>), Error> {
    let mut columns = columns::base();
    let known = match kind {
        Some(kind) => Some(catalogue.kind(kind).ok_or(Error::KindUnknown)?),
        None => None,
    };
    let mut example = vec![String::new(); columns.len()];
    example[KIND] = known.map_or(say!("Web link"), |kind| &kind.name).to_owned();
    example[MEMO] = say!("Where it will be, and who looks after it").into();
    if let Some(artifact) = known.and_then(|kind| kind.artifact.as_ref()) {
        example[FOLDER] = say!("Reception").into();
        example[FILE_NAME] = artifact.names.first().cloned().unwrap_or_default();
    }
    let fields = known.map_or(&[][..], |kind| &kind.fields);
    for field in fields
        .iter()
        .filter(|field| !field.secret && field.kind != FieldKind::File)
    {
        let place = columns::place_of_field(&mut columns, field);
        example.resize(columns.len(), String::new());
        example[place] = field
            .default
            .clone()
            .or_else(|| field.placeholder.clone().filter(|_| field.required))
            .unwrap_or_default();
    }
    let name = known.map_or_else(
        || "Canarytokens".to_owned(),
        |kind| format!("{} Canarytokens", kind.name),
    );
    Ok((
        name,
        vec![columns.into_iter().map(|column| column.label).collect(), example],
    ))
}

impl Sheet {
    fn results<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        explain: fn(&crate::app::error::Reported) -> String,
    ) -> impl Iterator<Item = Vec<String>> + 'a {
        let views = (0..self.rows.len()).filter_map(|place| self.view(catalogue, place));
        views.map(move |view| {
            let wrong = wrong(&view, explain);
            let row = &self.rows[view.row];
            let memo = self
                .draft(catalogue, view.row)
                .map(|draft| draft.form.clean_memo())
                .unwrap_or_default();
            vec![
                view.line.to_string(),
                told(view.state, row.found.error).to_owned(),
                view.kind_name,
                memo,
                view.flock,
                view.token.unwrap_or_default(),
                view.address.unwrap_or_default(),
                view.file.unwrap_or_default(),
                wrong,
            ]
        })
    }
}

fn wrong(view: &RowView, explain: fn(&crate::app::error::Reported) -> String) -> String {
    if let Some(error) = &view.error {
        return explain(error);
    }
    let errors = view
        .problems
        .iter()
        .filter(|problem| problem.severity == crate::app::forms::Severity::Error);
    match (view.state, &view.duplicate) {
        (RowState::Skipped, Some(super::view::Duplicate::Exists(_))) => say!("There is one like it already.").into(),
        (RowState::Skipped, Some(super::view::Duplicate::InSheet(line))) => {
            say!("It says the same as row {line}.", line)
        }
        (RowState::Waiting | RowState::Failed, _) => errors
            .map(|problem| problem.message.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        (RowState::Unknown, _) => say!("Going on looks for it on your Console.").into(),
        _ => String::new(),
    }
}

/// A page that needs nothing but itself. Every text from outside is escaped.
fn page(sheet: &Sheet, rows: &[Vec<String>]) -> String {
    let counts = sheet.counts();
    let mut html = format!("<!doctype html>\n<html lang=\"{}\">\n", language().code());
    html.push_str(
        "<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n",
    );
    let name = escaped(&sheet.name);
    // Writing to a String cannot fail.
    let _ = write!(
        html,
        "<title>{name}: Canarytokens</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
    );
    let summary = say!(
        "{total} rows: {done} made, {attention} need attention, {skipped} left out.",
        total = counts.total,
        done = counts.done,
        attention = counts.attention,
        skipped = counts.skipped
    );
    let _ = write!(html, "<p>{}</p>\n<table>\n<thead><tr>", escaped(&summary));
    for column in columns_of_result() {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(column));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            let _ = write!(html, "<td>{}</td>", escaped(cell));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n</body>\n</html>\n");
    html
}

const STYLE: &str = "body{font:14px/1.4 system-ui,sans-serif;margin:24px;color:#1c1c18;background:#fff}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-wrap}\
thead{display:table-header-group}tr{break-inside:avoid}@media print{body{margin:0;font-size:9pt}}";

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"] {
            assert!(harmless_cell(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(harmless_cell("a=1"), "a=1");
    }

    #[test]
    fn markup_from_outside_stays_text() {
        assert_eq!(
            escaped("<img src=x onerror='a'>&\"\u{1b}"),
            "&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;"
        );
    }
}
