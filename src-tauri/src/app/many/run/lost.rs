//! Looks for what creates whose answers were lost may have made.

use super::{Left, Run, Stage, stops};
use crate::app::catalogue::SKIP_IF_EXISTS;
use crate::app::creation::{Lost, look_for};
use crate::app::error::Error;
use crate::app::lock;
use crate::app::many::journal::Note;
use crate::app::many::sheet::{RowState, Sheet};

impl Run<'_> {
    /// Looks for what lost answers may have made; what is not there is looked for once more after a pause, and then to be made again.
    pub(super) async fn look_twice(&self, lost: Vec<usize>) -> Left {
        let mut left = Left {
            lost,
            ..Left::default()
        };
        if left.lost.is_empty() || !self.session.abilities.list {
            // Nobody can tell: such rows stay as they are, and end as unknown.
            return Left::default();
        }
        for look in 0..2 {
            if look > 0 {
                self.wait(self.app.facts.pauses.look, Stage::Looking).await;
            }
            self.enter(Stage::Looking);
            match self.look(&left.lost).await {
                Some((missing, found)) => {
                    left.files.extend(found);
                    left.lost = missing;
                }
                None => return left,
            }
            if left.lost.is_empty() {
                break;
            }
        }
        self.enter(Stage::Making);
        left.make = std::mem::take(&mut left.lost);
        for row in &left.make {
            self.note(&Note::NotMade(*row));
            self.settle(*row, |outcome| {
                outcome.state = RowState::Working;
                outcome.sent = None;
            });
        }
        left
    }

    /// One look: which are not there, and which were found. `None` when the list could not be read to its end.
    pub(super) async fn look(&self, rows: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let lost: Vec<Lost> = {
            let sheet = lock(&self.open.state);
            rows.iter().map(|row| self.lost(&sheet, *row)).collect::<Option<_>>()?
        };
        let found = self.unless_halted(look_for(&self.session, &lost)).await?;
        let found = match found {
            Ok(found) => found,
            Err(error @ Error::Api(_)) if stops(&error) => {
                self.stop(error);
                return None;
            }
            Err(_) => return None,
        };
        let (mut missing, mut made) = (Vec::new(), Vec::new());
        for (row, tokens) in rows.iter().zip(found) {
            let mut tokens = tokens
                .into_iter()
                .filter(|token| !self.session.tokens.is_claimed(&token.id));
            match (tokens.next(), tokens.next()) {
                (None, _) => missing.push(*row),
                (Some(token), None) => {
                    self.made(*row, token);
                    made.push(*row);
                }
                // Two could be it: a person must look.
                _ => self.settle(*row, |outcome| outcome.state = RowState::Unknown),
            }
        }
        Some((missing, made))
    }

    pub(super) fn lost(&self, sheet: &Sheet, row: usize) -> Option<Lost> {
        let draft = sheet.draft(&self.app.catalogue, row)?;
        Some(Lost {
            kind: draft.form.kind.clone(),
            memo: draft.form.clean_memo(),
            flock: draft.form.flock().map(str::to_owned),
            old_will_do: draft.form.fields.get(SKIP_IF_EXISTS).is_some_and(|wish| wish == "true"),
            sent: sheet.rows[row].outcome.as_ref()?.sent.clone()?,
        })
    }
}
