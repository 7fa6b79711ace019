//! Newer versions of the program: looked for once a day at most, told once, never installed. Without a port there is nothing of it.

use std::sync::Mutex;
use std::time::Duration;

use super::App;
use super::error::Error;
use super::events::AppEvent;
use super::lock;
use super::ports::{Release, Releases};

/// When the program looks by itself.
#[derive(Debug, Clone, Copy)]
pub struct ReleasePace {
    /// The time from the first screen to the first look, which must not stand in the way of the list.
    pub first: Duration,
    /// The time between two looks.
    pub every: Duration,
}

impl Default for ReleasePace {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(10),
            every: Duration::from_secs(24 * 60 * 60),
        }
    }
}

/// What is known of newer versions.
#[derive(Default)]
pub struct Newer {
    found: Mutex<Option<Release>>,
}

impl Newer {
    /// The newer version that was found last.
    pub fn found(&self) -> Option<Release> {
        lock(&self.found).clone()
    }
}

impl App {
    /// Looks once a day for as long as the program runs, whenever the person wants it to. A failure goes to the log.
    pub async fn watch_releases(&self) {
        let Some(releases) = &self.ports.releases else { return };
        self.standing.wait().await;
        tokio::time::sleep(self.facts.release_pace.first).await;
        loop {
            if self.preferences.get().newer {
                match self.find_release(releases.as_ref()).await {
                    Ok(Some(release)) => self.tell_release(release),
                    Ok(None) => {}
                    Err(error) => tracing::warn!(%error, "no newer version could be looked for"),
                }
            }
            tokio::time::sleep(self.facts.release_pace.every).await;
        }
    }

    /// Looks because the person wants to know now. What they are told here is not told again by itself.
    ///
    /// # Errors
    /// [`Error::Release`] when there was no usable answer; [`Error::NotFound`] in a build that looks for no newer versions.
    pub async fn look_for_release(&self) -> Result<Option<Release>, Error> {
        let releases = self.ports.releases.as_ref().ok_or(Error::NotFound)?;
        let found = self.find_release(releases.as_ref()).await?;
        if let Some(release) = &found {
            self.note_told(&release.version);
        }
        Ok(found)
    }

    async fn find_release(&self, releases: &dyn Releases) -> Result<Option<Release>, Error> {
        let found = releases.newer().await?;
        lock(&self.newer.found).clone_from(&found);
        Ok(found)
    }

    /// The page hears of `release`, and tells the person if it is news to them.
    fn tell_release(&self, release: Release) {
        let news = self.preferences.get().told.as_ref() != Some(&release.version);
        if news {
            self.note_told(&release.version);
        }
        self.events.send(AppEvent::ReleaseFound { release, news });
    }

    fn note_told(&self, version: &str) {
        if let Err(error) = self.preferences.set_told(version) {
            tracing::warn!(%error, "which version was told could not be kept");
        }
    }
}
