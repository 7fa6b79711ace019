//! Newer versions, by Tauri's updater. It only looks: nothing is downloaded or installed, and the page may not call the plugin.

use std::time::Duration;

use futures_util::future::BoxFuture;
use serde::Deserialize;
use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;
use tauri::{AppHandle, Runtime};
use tauri_plugin_updater::{Error, UpdaterExt};

use crate::app::error::ReleaseError;
use crate::app::ports::{Release, Releases};

/// How long a look may take.
const LIMIT: Duration = Duration::from_secs(20);
/// The most characters of a release's notes.
const NOTES_CHARS: usize = 2_000;

/// What the build says of releases beside what the plugin reads itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Section {
    /// The page that shows the newest release.
    page: String,
    /// Is http allowed? For tests on loopback.
    #[serde(default)]
    dangerous_insecure_transport_protocol: bool,
}

/// The releases that the build was told of.
pub struct UpdaterReleases<R: Runtime> {
    app: AppHandle<R>,
    section: Section,
}

impl<R: Runtime> UpdaterReleases<R> {
    /// Those of the configuration of `app`; `None` where it names no address, key and page. Nothing is asked for yet.
    pub fn configured(app: &AppHandle<R>) -> Option<Self> {
        let section = app.config().plugins.0.get("updater")?.clone();
        let section: Section = serde_json::from_value(section).ok()?;
        if !section.page.starts_with("https://") {
            tracing::warn!("the page of the releases is not https: no newer versions are looked for");
            return None;
        }
        if let Err(error) = app.plugin(tauri_plugin_updater::Builder::new().build()) {
            tracing::warn!(%error, "no newer versions are looked for");
            return None;
        }
        Some(Self {
            app: app.clone(),
            section,
        })
    }

    async fn look(&self) -> Result<Option<Release>, Error> {
        // An answer may lead on to another host, as downloads of releases do, but never down to http.
        let only_https = !self.section.dangerous_insecure_transport_protocol;
        let updater = self
            .app
            .updater_builder()
            .timeout(LIMIT)
            .configure_client(move |client| client.https_only(only_https).referer(false))
            .build()?;
        Ok(updater.check().await?.map(|update| Release {
            version: update.version,
            notes: update.body.unwrap_or_default().chars().take(NOTES_CHARS).collect(),
        }))
    }
}

impl<R: Runtime> Releases for UpdaterReleases<R> {
    fn newer(&self) -> BoxFuture<'_, Result<Option<Release>, ReleaseError>> {
        Box::pin(async move {
            self.look().await.map_err(|error| match error {
                // Only a newer release is looked into for what it has for this computer.
                Error::TargetNotFound(_) | Error::TargetsNotFound(_) => ReleaseError::Elsewhere,
                Error::Reqwest(error) if !error.is_decode() => ReleaseError::Unreachable,
                _ => ReleaseError::Odd,
            })
        })
    }

    fn page(&self) -> &str {
        &self.section.page
    }

    fn packaged(&self) -> bool {
        matches!(bundle_type(), Some(BundleType::Deb | BundleType::Rpm))
    }
}
