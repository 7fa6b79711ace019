//! How many requests may be under way, for all clones of a client together: fewer while the Console asks to slow down.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// The gate each request passes.
#[derive(Debug)]
pub(crate) struct Gate {
    most: usize,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug)]
struct State {
    allowed: usize,
    under_way: usize,
    not_before: Option<Instant>,
}

/// One request's place. Given back when dropped.
#[derive(Debug)]
pub(crate) struct Place<'a>(&'a Gate);

impl Gate {
    pub(crate) fn new(most: usize) -> Self {
        let most = most.max(1);
        Self {
            most,
            state: Mutex::new(State {
                allowed: most,
                under_way: 0,
                not_before: None,
            }),
            changed: Notify::new(),
        }
    }

    /// Waits for a place.
    pub(crate) async fn enter(&self) -> Place<'_> {
        loop {
            let changed = self.changed.notified();
            let wait_until = {
                let mut state = self.state();
                let early = state.not_before.filter(|time| *time > Instant::now());
                if early.is_none() && state.under_way < state.allowed {
                    state.under_way += 1;
                    return Place(self);
                }
                early
            };
            match wait_until {
                Some(time) => tokio::time::sleep_until(time).await,
                None => changed.await,
            }
        }
    }

    /// The Console asked to slow down: half as many from now on, and none before `after`.
    pub(crate) fn slow_down(&self, after: Option<Duration>) {
        let mut state = self.state();
        state.allowed = (state.allowed / 2).max(1);
        if let Some(after) = after {
            let time = Instant::now() + after;
            state.not_before = Some(state.not_before.map_or(time, |set| set.max(time)));
        }
    }

    /// An answer came: one more may go again.
    pub(crate) fn speed_up(&self) {
        let mut state = self.state();
        if state.allowed < self.most {
            state.allowed += 1;
            drop(state);
            self.changed.notify_waiters();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.state().under_way -= 1;
        self.0.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[tokio::test]
    async fn no_more_than_allowed_pass_and_fewer_after_a_refusal() {
        let gate = Gate::new(2);
        let first = gate.enter().await;
        let second = gate.enter().await;
        assert!(gate.enter().now_or_never().is_none());
        gate.slow_down(None);
        drop(first);
        assert!(
            gate.enter().now_or_never().is_none(),
            "one is allowed now, and it is under way"
        );
        drop(second);
        let third = gate.enter().await;
        gate.speed_up();
        assert!(gate.enter().now_or_never().is_some());
        drop(third);
    }
}
