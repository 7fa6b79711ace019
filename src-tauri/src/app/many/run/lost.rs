//! Looks for what creates whose answers were lost may have made.

use super::{Left, Missed, Run, Stage, stops};
use crate::app::catalogue::SKIP_IF_EXISTS;
use crate::app::creation::{Lost, look_for};
use crate::app::error::Error;
use crate::app::lock;
use crate::app::many::journal::Note;
use crate::app::many::sheet::{RowState, Sheet};

impl Run<'_> {
    /// Looks for what lost answers may have made; what two looks with a pause between do not find is to be made again.
    pub(super) async fn look_twice(&self, lost: Vec<usize>, missed: Missed) -> Left {
        let mut left = Left {
            lost,
            missed,
            ..Left::default()
        };
        if !left.is_looked_for() || !self.session.abilities.list {
            // Nobody can tell: such rows stay as they are, and end as unknown.
            return Left::default();
        }
        while left.is_looked_for() {
            if !left.missed.rows.is_empty() {
                let pause = self.app.facts.pauses.look;
                self.wait(pause.saturating_sub(left.missed.since.elapsed()), Stage::Looking)
                    .await;
            }
            self.enter(Stage::Looking);
            let rows = [&left.missed.rows[..], &left.lost].concat();
            let Some((missing, found)) = self.look(&rows).await else {
                return left;
            };
            left.files.extend(found);
            let before = std::mem::take(&mut left.missed.rows);
            let (twice, once) = missing.into_iter().partition(|row| before.contains(row));
            left.make.extend::<Vec<usize>>(twice);
            left.lost.clear();
            left.missed = Missed::now(once);
        }
        self.enter(Stage::Making);
        for row in &left.make {
            self.note(&Note::NotMade(*row));
            self.settle(*row, |outcome| {
                outcome.state = RowState::Working;
                outcome.sent = None;
            });
        }
        left
    }

    /// The first look for these, while others are still made.
    pub(super) async fn look_meanwhile(&self, rows: Vec<usize>) -> Left {
        if !self.session.abilities.list {
            return Left::default();
        }
        match self.look(&rows).await {
            Some((missing, files)) => Left {
                missed: Missed::now(missing),
                files,
                ..Left::default()
            },
            None => Left {
                lost: rows,
                ..Left::default()
            },
        }
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
