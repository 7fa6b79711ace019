//! Saving the file of a Canarytoken together with a note of how to place it: both of them, or neither.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::App;
use super::artifact_name;
use super::catalogue::{Advice, Artifact, Audience, Magic, Place};
use super::error::{Error, SaveError};
use super::operations::Reporter;
use super::ports::ChooseFolder;
use super::saving::{Saved, Target, Unfinished, fetch};
use super::sweep::TEMP_PREFIX;
use super::tokens::Reminder;
use crate::words::say;

/// How often another number is tried behind a name that is taken.
const NUMBERS: usize = 1_000;

impl App {
    /// Lets the person choose a folder, and saves the file of a Canarytoken there with a note beside it. `None` when they cancel.
    /// Files that are there stay: a name that is taken gets a number. A failure leaves neither of the two.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not in the list; [`Error::Save`], and those of the Console.
    pub async fn save_with_note(
        &self,
        id: &str,
        file_name: Option<&str>,
        report: Reporter,
    ) -> Result<Option<Saved>, Error> {
        let session = self.session()?;
        let token = session.tokens.with(|index| index.get(id).cloned());
        let token = token.ok_or(Error::NotFound)?;
        let (artifact, name) = self.artifact_of(Some(&token), id, file_name);
        let ask = ChooseFolder {
            title: say!("Choose a folder for the file and its note").into(),
            folder: self.preferences.get().folder,
        };
        let Some(folder) = self.ports.dialogs.folder(ask).await else {
            return Ok(None);
        };
        // Before anything is written there, as when a file is saved alone.
        self.remember_folder(&folder.join(&name));
        let (file, bytes) = tokio::select! {
            biased;
            () = session.cancel.cancelled() => return Err(Error::Cancelled),
            fetched = fetch(&session.client, id, &folder, TEMP_PREFIX, &report) => fetched?,
        };
        let advice = self.catalogue.advice(&token.kind);
        let kind = (self.catalogue.name(&token.kind), self.catalogue.triggers(&token.kind));
        let write = move || {
            let text = |name: &str| note(name, &kind, &token.memo, &advice);
            save_both(file, artifact.magic, &folder, &name, text)
        };
        let written = tokio::task::spawn_blocking(write).await;
        let path = written.map_err(|_| Error::Internal("the file and its note were not finished"))??;
        Ok(Some(self.saved_at(path, bytes)))
    }
}

/// Gives the file and its note the first names that are both free.
fn save_both(
    mut file: Unfinished,
    magic: Magic,
    folder: &Path,
    name: &str,
    text: impl Fn(&str) -> String,
) -> Result<PathBuf, SaveError> {
    file.check(magic)?;
    let (stem, end) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    for number in 1..NUMBERS {
        let stem = if number == 1 {
            stem.to_owned()
        } else {
            format!("{stem} ({number})")
        };
        let name = format!("{stem}{end}");
        let (path, beside) = (folder.join(&name), folder.join(note_name(&stem)));
        if path.symlink_metadata().is_ok() || beside.symlink_metadata().is_ok() {
            continue;
        }
        let mut note = Unfinished::begin(folder, TEMP_PREFIX)?;
        note.write_all(text(&name).as_bytes())?;
        note.check(Magic::Any)?;
        // Somebody may have taken a name just now.
        match file.name(&Target::free(path.clone())) {
            Ok(()) => {}
            Err((error, again)) if error.kind() == io::ErrorKind::AlreadyExists => {
                file = again;
                continue;
            }
            Err((error, _)) => return Err(error.into()),
        }
        return match note.name(&Target::free(beside)) {
            Ok(()) => Ok(path),
            Err((error, _)) => {
                // It has been ours alone since a moment ago.
                drop(std::fs::remove_file(&path));
                Err(error.into())
            }
        };
    }
    Err(SaveError::Io(io::ErrorKind::AlreadyExists))
}

/// The name of the note beside a file that is called `stem`.
fn note_name(stem: &str) -> String {
    let text = Artifact {
        extension: "txt".into(),
        label: String::new(),
        names: Vec::new(),
        magic: Magic::Any,
    };
    artifact_name::locked(&say!("How to place {stem}", stem), &text)
}

/// The note: what the file is, where it goes, how to place and test it, and what not to do. It holds no link, id or key.
fn note(name: &str, (kind, triggers): &(String, String), memo: &str, advice: &Advice) -> String {
    let mut text = say!("How to place “{name}”", name) + "\n";
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("\n{title}\n{}\n", lines.join("\n")));
        }
    };
    let numbered = |lines: &[String]| (1..).zip(lines).map(|(at, line)| format!("  {at}. {line}")).collect();
    let listed = |lines: &[String]| lines.iter().map(|line| format!("  - {line}")).collect::<Vec<_>>();
    let about = [
        say!("It is a decoy ({kind}). Nobody has a reason to touch it.", kind),
        format!("{}.", triggers.trim_end_matches('.')),
    ];
    section(say!("What it is"), about.map(|line| format!("  {line}")).into());
    section(say!("Where it goes"), places(memo));
    for (title, steps) in ways(advice) {
        section(title, numbered(steps));
    }
    section(say!("How to test it"), numbered(&advice.test));
    let dont = [
        say!("Do not leave this note beside the file. It gives the decoy away: once the file is in its place, delete the note.").to_owned(),
        say!("Do not tell more people about it than need to know.").to_owned(),
        say!("Do not touch it again once it is tested, unless you want to raise an alert.").to_owned(),
    ];
    section(say!("What not to do"), listed(&dont));
    section(say!("Good to know"), listed(&advice.notes));
    text
}

/// The steps to place it, for each system that has its own or else for all, and for the administrator.
fn ways(advice: &Advice) -> Vec<(&'static str, &[String])> {
    let own = |place: &'_ Place| match place.system {
        Audience::Windows => say!("How to place it on Windows"),
        Audience::MacOs => say!("How to place it on a Mac"),
        Audience::Linux => say!("How to place it on Linux"),
        Audience::Administrator => say!("If an administrator places it"),
    };
    let ways = advice.places.iter().map(|place| (own(place), place.steps.as_slice()));
    let all_alike = advice
        .places
        .iter()
        .all(|place| place.system == Audience::Administrator);
    let general = all_alike.then_some((say!("How to place it"), advice.place.as_slice()));
    general.into_iter().chain(ways).collect()
}

/// What the reminder says of the place.
fn places(memo: &str) -> Vec<String> {
    let Some(parts) = Reminder::read(memo) else {
        return memo.trim().lines().map(|line| format!("  {}", line.trim())).collect();
    };
    let keeper = Some(parts.looked_after_by).filter(|keeper| !keeper.is_empty());
    let keeper = keeper.map(|keeper| say!("Looked after by: {keeper}", keeper));
    let lines = [parts.place, keeper.unwrap_or_default(), parts.note];
    lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| format!("  {line}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_says_where_how_and_that_it_does_not_belong_beside_the_file() {
        let advice = Advice {
            place: vec!["Copy it there.".into(), "Rename it.".into()],
            places: Vec::new(),
            test: vec!["Open it.".into()],
            notes: Vec::new(),
        };
        let kind = ("Word document".to_owned(), "Opening it raises an alert".to_owned());
        let text = note("Pay.docx", &kind, "Place: Attic\nLooked after by: Tom", &advice);
        let expected = "How to place “Pay.docx”\n\nWhat it is\n  It is a decoy (Word document). Nobody has a reason to touch it.\n  \
                        Opening it raises an alert.\n\nWhere it goes\n  Attic\n  Looked after by: Tom\n\nHow to place it\n  1. Copy it \
                        there.\n  2. Rename it.\n\nHow to test it\n  1. Open it.\n\nWhat not to do\n  - Do not leave this note beside \
                        the file.";
        assert!(text.starts_with(expected), "{text}");
        assert!(!text.contains("Good to know"));
        let by_system = |system, step: &str| Place {
            system,
            steps: vec![step.into()],
        };
        let advice = Advice {
            places: vec![
                by_system(Audience::Windows, "Map it."),
                by_system(Audience::Administrator, "Roll it out."),
            ],
            ..advice
        };
        let by_systems = note("Pay.docx", &kind, "Attic", &advice);
        assert!(by_systems.contains(
            "\n\nHow to place it on Windows\n  1. Map it.\n\nIf an administrator places it\n  1. Roll it out.\n"
        ));
        assert!(
            !by_systems.contains("Copy it there"),
            "those steps are for systems without their own"
        );
        let elsewhere = note("Pay.docx", &kind, "Shared drive\n ask Tom ", &advice);
        assert!(
            elsewhere.contains("Where it goes\n  Shared drive\n  ask Tom\n"),
            "{elsewhere}"
        );
    }

    #[test]
    fn the_note_is_called_after_the_file_and_its_name_fits_a_folder() {
        assert_eq!(note_name("Pay review 2026"), "How to place Pay review 2026.txt");
        assert!(note_name(&"🐤".repeat(120)).len() <= 230);
    }
}
