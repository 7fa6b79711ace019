//! The documented form of a reminder: three lines that say where a Canarytoken is, who looks after it, and what else there is to know.
//!
//! ```text
//! Place: Shared drive, folder “Payroll”
//! Looked after by: Maria Keller
//! Note: Looks like the pay review
//! ```
//!
//! Each line is one of the labels, exactly so, and what stands behind it; the lines come in this order, each at most once, and one
//! without words is left out. Nothing else may stand there: a reminder with any other line was written elsewhere, has no parts, and is
//! shown as it is. Within a part, white space of any kind and characters that are no text count as one space, so that no part can
//! make a line of its own. The page composes in the same form (`ui/js/views/create/reminder.js`); `tests/reminders.json` holds both to it.

/// The label of each part, in their order.
const LABELS: [&str; 3] = ["Place: ", "Looked after by: ", "Note: "];

/// The parts of a reminder that is in the documented form. An empty part is one that is not told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminder {
    /// Where the Canarytoken is.
    pub place: String,
    /// Who looks after it.
    pub looked_after_by: String,
    /// What else there is to know.
    pub note: String,
}

impl Reminder {
    /// The reminder in the documented form; empty when no part is told.
    pub fn compose(&self) -> String {
        let parts = [&self.place, &self.looked_after_by, &self.note].map(|part| folded(part));
        let lines: Vec<String> = LABELS
            .iter()
            .zip(&parts)
            .filter(|(_, part)| !part.is_empty())
            .map(|(label, part)| format!("{label}{part}"))
            .collect();
        lines.join("\n")
    }

    /// The parts of `memo`; `None` when it is not in the documented form.
    pub fn read(memo: &str) -> Option<Self> {
        let mut parts: [String; 3] = Default::default();
        let mut next = 0;
        for line in memo.trim().split('\n') {
            let (at, words) = (next..LABELS.len()).find_map(|at| Some((at, line.strip_prefix(LABELS[at])?)))?;
            parts[at] = Some(folded(words)).filter(|words| !words.is_empty())?;
            next = at + 1;
        }
        let [place, looked_after_by, note] = parts;
        Some(Self {
            place,
            looked_after_by,
            note,
        })
    }
}

/// On one line: white space and what is no text become one space, and none stands around it.
fn folded(part: &str) -> String {
    let gap = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{feff}';
    let words: Vec<&str> = part.split(gap).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn told(place: &str, looked_after_by: &str, note: &str) -> Reminder {
        Reminder {
            place: place.into(),
            looked_after_by: looked_after_by.into(),
            note: note.into(),
        }
    }

    #[test]
    fn the_table_that_the_page_is_held_to_as_well_composes_and_reads_back() {
        let table: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/reminders.json")).unwrap();
        assert!(table.len() > 10);
        for row in &table {
            let text = |name: &str| row[name].as_str().unwrap_or_default();
            let parts = told(text("place"), text("who"), text("note"));
            let memo = text("memo");
            assert_eq!(parts.compose(), memo, "{row}");
            let folded = told(
                &folded(&parts.place),
                &folded(&parts.looked_after_by),
                &folded(&parts.note),
            );
            let read = Reminder::read(memo);
            assert_eq!(read, Some(folded).filter(|_| !memo.is_empty()), "{row}");
        }
    }

    #[test]
    fn a_reminder_written_elsewhere_has_no_parts() {
        for memo in [
            "",
            "Shared drive",
            "Finance share, Payroll 2026. Looked after by Maria Keller.",
            "place: shared drive",
            "Place:Shared drive",
            "Place: ",
            "Place: Shared drive\nAsk Tom first",
            "Place: Shared drive\n\nNote: Old",
            "Note: Old\nPlace: Shared drive",
            "Place: One\nPlace: Two",
            "host-12\nPlace: Shared drive",
            " - Place: Shared drive",
        ] {
            assert_eq!(Reminder::read(memo), None, "{memo:?}");
        }
    }

    #[test]
    fn lines_of_other_systems_and_space_around_do_not_matter() {
        let read = Reminder::read("\n Place: Shared  drive \r\nNote: Old\r\n");
        assert_eq!(read, Some(told("Shared drive", "", "Old")));
    }

    /// Words with what could be taken for the form itself.
    fn odd() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\nLooked after by: "),
            Just("Place: "),
            Just("\r\nNote: "),
            Just("Looked after by"),
            Just(". "),
            Just("“"),
            Just("\u{2028}"),
            Just("\u{85}"),
            Just("\0"),
            Just("🐤"),
        ];
        let piece = prop_oneof![piece.prop_map(str::to_owned), "\\PC{0,12}", any::<String>()];
        prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_reminder_composed_reads_back_to_the_same_parts(place in odd(), who in odd(), note in odd()) {
            let parts = told(&place, &who, &note);
            let memo = parts.compose();
            let same = told(&folded(&place), &folded(&who), &folded(&note));
            if same == Reminder::default() {
                prop_assert_eq!(memo, "");
            } else {
                // As it is when it has been sent, too.
                let sent = crate::app::forms::clean_memo(&memo);
                prop_assert_eq!(Reminder::read(&memo), Some(same.clone()));
                prop_assert_eq!(Reminder::read(&sent), Some(same.clone()));
                prop_assert_eq!(same.compose(), memo);
            }
        }

        #[test]
        fn whatever_is_read_is_composed_to_something_that_reads_the_same(memo in "(Place: |Note: |Looked after by: |\n|\\PC){0,8}") {
            if let Some(parts) = Reminder::read(&memo) {
                prop_assert_eq!(Reminder::read(&parts.compose()), Some(parts));
            }
        }
    }
}
