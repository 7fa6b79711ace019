//! The dry run: what each row would become, what is wrong with it and how to mend it, and which rows are doubles.

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

use super::columns::{self, Column, FILE_NAME, FLOCK, FOLDER, KIND, MEMO, plain};
use super::known::{Known, key};
use super::sheet::{Found, Row, Sheet};
use crate::app::artifact_name;
use crate::app::catalogue::{Catalogue, Field, FieldKind};
use crate::app::forms::{ChosenFiles, FormInput, MEMO_CHARS, Severity, check_form, clean_memo};
use crate::words::say;

/// The most choices that are named for a cell.
const CHOICES: usize = 50;

/// Something about a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellProblem {
    /// The column's key.
    pub column: String,
    /// What is wrong and how to mend it.
    pub message: String,
    /// Does it stand in the way?
    pub severity: Severity,
    /// What it could be instead.
    pub choices: Vec<String>,
}

/// What a row would become.
pub struct Draft {
    /// The form, with its kind and flock by id.
    pub form: FormInput,
    /// The folders below the chosen one.
    pub folder: Vec<String>,
    /// The file's name, if its kind has a file.
    pub file_name: Option<String>,
    /// What is wrong.
    pub problems: Vec<CellProblem>,
}

/// Checks rows of one sheet.
pub struct Checker<'a> {
    /// What is known of kinds.
    pub catalogue: &'a Catalogue,
    /// What the Console has.
    pub known: &'a Known,
    /// The sheet's columns.
    pub columns: &'a [Column],
}

impl Checker<'_> {
    /// What a row would become, and what is wrong with it.
    pub fn draft(&self, row: &Row) -> Draft {
        let mut problems = Vec::new();
        let mut form = FormInput {
            memo: row.cell(MEMO).to_owned(),
            ..FormInput::default()
        };
        if row.reference > 0 {
            form.memo = format!("{} ({})", clean_memo(&form.memo), row.reference);
        }
        let kind = row.cell(KIND).trim();
        match self.kind(kind) {
            Some(id) => form.kind = id,
            None => problems.push(self.wrong_kind(kind)),
        }
        let flock = row.cell(FLOCK).trim();
        match self.flock(flock) {
            Ok(flock) => form.flock = flock,
            Err(problem) => problems.push(problem),
        }
        self.fields(row, &mut form, &mut problems);
        for problem in check_form(self.catalogue, &ChosenFiles::default(), &form) {
            let carried = self
                .field(&form.kind, &problem.field)
                .is_none_or(|field| field.kind != FieldKind::File);
            if problem.field != "kind" && carried {
                problems.push(self.cell_problem(&form.kind, &problem.field, problem.message, problem.severity));
            }
        }
        let (folder, file_name) = self.place(row, &form.kind, &mut problems);
        Draft {
            form,
            folder,
            file_name,
            problems,
        }
    }

    /// A kind by the Console's id, our name or the Console's.
    fn kind(&self, typed: &str) -> Option<String> {
        let wanted = plain(typed);
        if wanted.is_empty() {
            return None;
        }
        let console = self.known.offered.as_ref();
        let ours = self.catalogue.kinds_in_every_language().find(|kind| {
            kind.kind == typed
                || [&kind.kind, &kind.name, &kind.console_name]
                    .iter()
                    .any(|name| plain(name) == wanted)
        });
        let ours = ours.map(|kind| kind.kind.clone());
        let theirs = || {
            let found = console?
                .iter()
                .find(|(id, name)| plain(id) == wanted || plain(name) == wanted);
            found.map(|(id, _)| id.clone())
        };
        ours.or_else(theirs)
            .filter(|kind| self.catalogue.is_offered(kind, console))
    }

    fn wrong_kind(&self, typed: &str) -> CellProblem {
        let cards = self.catalogue.cards(self.known.offered.as_ref());
        let offered = cards.into_iter().filter(|card| card.offered);
        let message = if typed.is_empty() {
            say!("Choose what it should be.").to_owned()
        } else {
            say!(
                "Your Console offers no kind called “{name}”. Choose one from the list.",
                name = short(typed)
            )
        };
        CellProblem {
            column: "kind".into(),
            message,
            severity: Severity::Error,
            choices: offered.map(|card| card.name).take(CHOICES).collect(),
        }
    }

    /// A flock by its id or its name; none for an empty cell.
    fn flock(&self, typed: &str) -> Result<Option<String>, CellProblem> {
        if typed.is_empty() {
            return Ok(None);
        }
        let flocks = &self.known.flocks;
        if flocks.iter().any(|(id, _)| id == typed) || flocks.is_empty() && typed.starts_with("flock:") {
            return Ok(Some(typed.to_owned()));
        }
        let wanted = typed.to_lowercase();
        let mut named = flocks.iter().filter(|(_, name)| name.trim().to_lowercase() == wanted);
        let problem = |message: String| CellProblem {
            column: "flock".into(),
            message,
            severity: Severity::Error,
            choices: flocks.iter().map(|(_, name)| name.clone()).take(CHOICES).collect(),
        };
        match (named.next(), named.next()) {
            (Some((id, _)), None) => Ok(Some(id.clone())),
            (Some(_), Some(_)) => Err(problem(say!(
                "More than one flock is called “{name}”. Write its id, such as flock:default.",
                name = short(typed)
            ))),
            (None, _) if flocks.is_empty() => Err(problem(
                say!("Your API key cannot see the names of flocks. Leave this empty, or write the flock’s id.").into(),
            )),
            (None, _) => Err(problem(say!(
                "No flock is called “{name}”. Choose one from the list, or leave it empty.",
                name = short(typed)
            ))),
        }
    }

    fn field(&self, kind: &str, name: &str) -> Option<&Field> {
        self.catalogue
            .kind(kind)?
            .fields
            .iter()
            .find(|field| field.name == name)
    }

    /// Fills the form's fields from the columns that hold them.
    fn fields(&self, row: &Row, form: &mut FormInput, problems: &mut Vec<CellProblem>) {
        let fields = self.catalogue.kind(&form.kind).map_or(&[][..], |kind| &kind.fields);
        for (column, value) in self.columns.iter().zip(row.cells()).skip(FILE_NAME + 1) {
            let value = value.trim();
            if value.is_empty() || form.kind.is_empty() {
                continue;
            }
            let Some(field) = fields.iter().find(|field| column.fields.contains(&field.name)) else {
                let name = self.catalogue.name(&form.kind);
                let message = say!(
                    "A “{name}” has no “{column}”. This cell does nothing.",
                    name,
                    column = column.label
                );
                problems.push(self.cell_problem("", &column.key, message, Severity::Warning));
                continue;
            };
            if field.kind == FieldKind::File {
                let message =
                    say!("A sheet cannot carry files. Leave this cell empty, or make this one with “New Canarytoken”.");
                problems.push(self.cell_problem(&form.kind, &field.name, message.into(), Severity::Error));
                continue;
            }
            form.fields.insert(field.name.clone(), meant(field, value));
        }
        if let Some(file) = fields
            .iter()
            .find(|field| field.kind == FieldKind::File && field.required)
        {
            let message = say!(
                "“{kind}” needs a file of yours ({file}), which a sheet cannot carry. Make this one with “New Canarytoken”, and skip it here.",
                kind = self.catalogue.name(&form.kind),
                file = file.label
            );
            problems.push(self.cell_problem("", "kind", message, Severity::Error));
        }
    }

    /// What people read in a cell of a row of `kind` that holds a switch or a choice the way it is sent.
    pub fn said(&self, kind: &str, column: &Column, cell: &str) -> Option<String> {
        let field = column.fields.iter().find_map(|name| self.field(kind, name))?;
        let sent = meant(field, cell.trim());
        match (field.kind, sent.as_str()) {
            (FieldKind::Switch, "true") => Some(say!("Yes").to_owned()),
            (FieldKind::Switch, "false") => Some(say!("No").to_owned()),
            _ => {
                let choice = field.options.iter().find(|choice| choice.value == sent);
                choice.map(|choice| choice.label.clone())
            }
        }
    }

    fn cell_problem(&self, kind: &str, field: &str, message: String, severity: Severity) -> CellProblem {
        let column = self
            .columns
            .iter()
            .find(|column| column.fields.iter().any(|one| one == field));
        let choices = self.field(kind, field).map_or(&[][..], |field| &field.options);
        CellProblem {
            column: column.map_or(field, |column| &column.key).to_owned(),
            message,
            severity,
            choices: choices
                .iter()
                .map(|choice| choice.label.clone())
                .take(CHOICES)
                .collect(),
        }
    }

    /// Where its file goes: each name made harmless, never outside of the chosen folder.
    fn place(&self, row: &Row, kind: &str, problems: &mut Vec<CellProblem>) -> (Vec<String>, Option<String>) {
        let Some(artifact) = self.catalogue.artifact(kind) else {
            return (Vec::new(), None);
        };
        let typed = row.cell(FOLDER).trim();
        let names = typed.split(['/', '\\']).map(str::trim).filter(|name| !name.is_empty());
        let folder: Vec<String> = names
            .map(artifact_name::harmless)
            .filter(|name| !name.is_empty())
            .take(10)
            .collect();
        if typed
            .split(['/', '\\'])
            .filter(|name| !name.trim().is_empty())
            .ne(folder.iter().map(String::as_str))
        {
            let message = match folder.join("/") {
                inside if inside.is_empty() => say!("The file goes into the chosen folder itself.").to_owned(),
                inside => say!("The file goes into “{inside}” below the chosen folder.", inside),
            };
            problems.push(self.cell_problem("", "folder", message, Severity::Warning));
        }
        let typed = row.cell(FILE_NAME).trim();
        let name = match typed {
            "" => artifact_name::believable(artifact),
            typed => artifact_name::locked(typed, artifact),
        };
        let bare = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        if !typed.is_empty() && typed != name && typed != bare {
            problems.push(self.cell_problem(
                "",
                "fileName",
                say!("The file is called “{name}”.", name),
                Severity::Warning,
            ));
        }
        (folder, Some(name))
    }
}

/// What people write for a switch or a choice, as it is sent.
fn meant(field: &Field, typed: &str) -> String {
    let wanted = typed.to_lowercase();
    match field.kind {
        FieldKind::Switch => match wanted.as_str() {
            "yes" | "on" | "1" | "true" | "x" | "ja" | "an" => "true".into(),
            "no" | "off" | "0" | "false" | "nein" | "aus" => "false".into(),
            _ => typed.to_owned(),
        },
        FieldKind::Select | FieldKind::Region => {
            let named = field
                .options
                .iter()
                .find(|choice| choice.label.to_lowercase() == wanted);
            named.map_or_else(|| typed.to_owned(), |choice| choice.value.clone())
        }
        _ => typed.to_owned(),
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

impl Sheet {
    /// Who checks its rows.
    pub(super) fn checker<'a>(&'a self, catalogue: &'a Catalogue) -> Checker<'a> {
        Checker {
            catalogue,
            known: &self.known,
            columns: &self.columns,
        }
    }

    /// What row `place` would become.
    pub fn draft(&self, catalogue: &Catalogue, place: usize) -> Option<Draft> {
        Some(self.checker(catalogue).draft(self.rows.get(place)?))
    }

    /// Checks all rows anew.
    pub fn check(&mut self, catalogue: &Catalogue) {
        for place in 0..self.rows.len() {
            self.check_row(catalogue, place);
        }
        self.compare(catalogue);
    }

    /// Checks one row anew; [`Self::compare`] must follow.
    pub fn check_row(&mut self, catalogue: &Catalogue, place: usize) {
        self.rows[place].reference = 0;
        let draft = self.checker(catalogue).draft(&self.rows[place]);
        let has = |severity| draft.problems.iter().any(|problem| problem.severity == severity);
        let found = Found {
            error: has(Severity::Error),
            warning: has(Severity::Warning),
            file: draft.file_name.is_some(),
            ..Found::default()
        };
        let key = key(&draft.form.kind, &draft.form.clean_memo());
        let wanted: Vec<Field> = catalogue.kind(&draft.form.kind).map_or_else(Vec::new, |kind| {
            let wanted = kind
                .fields
                .iter()
                .filter(|field| field.required && field.when.is_none());
            wanted.filter(|field| field.kind != FieldKind::File).cloned().collect()
        });
        for field in wanted {
            columns::place_of_field(&mut self.columns, &field);
        }
        let row = &mut self.rows[place];
        (row.found, row.key) = (found, key);
    }

    /// Compares the rows with each other and with what exists: finds doubles, and gives references to those that could not be told apart.
    /// Rows that were tried already stay as they are.
    pub fn compare(&mut self, catalogue: &Catalogue) {
        let mut whole: HashSet<(u64, u64)> = HashSet::new();
        let mut alike: HashMap<u64, u32> = HashMap::new();
        for row in &mut self.rows {
            let mut hasher = DefaultHasher::new();
            row.text().hash(&mut hasher);
            row.found.repeated = !row.found.error && !whole.insert((row.key, hasher.finish()));
            if told_apart(row) {
                *alike.entry(row.key).or_default() += 1;
            }
        }
        // Once it has begun, a reference may be on the Console already: it stays, and new ones count on from it.
        let mut counted: HashMap<u64, u32> = HashMap::new();
        for row in self.rows.iter().filter(|_| self.started) {
            let highest = counted.entry(row.key).or_default();
            *highest = row.reference.max(*highest);
        }
        for place in 0..self.rows.len() {
            let (started, row) = (self.started, &mut self.rows[place]);
            if row.outcome.is_none() {
                let several = alike.get(&row.key).is_some_and(|count| *count > 1);
                if !several || !told_apart(row) {
                    row.reference = 0;
                } else if !started || row.reference == 0 {
                    let count = counted.entry(row.key).or_default();
                    *count += 1;
                    row.reference = *count;
                }
                let exists = self.existing(catalogue, place).is_some();
                self.rows[place].found.exists = exists;
            }
            let row = &mut self.rows[place];
            if row.reference > 0 && clean_memo(row.cell(MEMO)).chars().count() + 12 > MEMO_CHARS {
                row.found.error = true;
            }
        }
    }

    /// The id of the Canarytoken that this row would double.
    pub fn existing(&self, catalogue: &Catalogue, place: usize) -> Option<String> {
        let row = self.rows.get(place)?;
        if row.found.error || row.reference == 0 && !self.known.existing.contains_key(&row.key) {
            return None;
        }
        let form = self.checker(catalogue).draft(row).form;
        let key = key(&form.kind, &form.clean_memo());
        self.known.exists(key, form.flock()).map(str::to_owned)
    }

    /// The line of the first row that says the same as this one.
    pub fn first_like(&self, place: usize) -> Option<u32> {
        let row = self.rows.get(place).filter(|row| row.found.repeated)?;
        let first = self.rows[..place]
            .iter()
            .find(|other| other.key == row.key && other.text() == row.text());
        first.map(|first| first.line)
    }
}

/// Does this row need a reminder of its own?
fn told_apart(row: &Row) -> bool {
    use super::sheet::Skip;
    !row.found.error
        && match row.skip {
            Skip::Always => false,
            Skip::Never => true,
            Skip::Unless => !row.found.repeated,
        }
}
