//! The page's preferences, by Tauri's store plugin. Its writes are not atomic: nothing that matters may be kept here.

use std::io;
use std::sync::Arc;

use serde_json::Value;
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::{Store, StoreExt};

use crate::app::ports::PreferenceStore;

/// The file's name in the program's data folder.
const FILE: &str = "preferences.json";
/// All preferences are one value.
const KEY: &str = "preferences";

/// The store of one program.
pub struct PluginStore<R: Runtime>(AppHandle<R>);

impl<R: Runtime> PluginStore<R> {
    /// The store of `app`. The plugin must be installed.
    pub fn new(app: AppHandle<R>) -> Self {
        Self(app)
    }

    fn store(&self) -> io::Result<Arc<Store<R>>> {
        let builder = self.0.store_builder(FILE).disable_auto_save();
        builder.build().map_err(io::Error::other)
    }
}

impl<R: Runtime> PreferenceStore for PluginStore<R> {
    fn load(&self) -> Option<Value> {
        self.store().ok()?.get(KEY)
    }

    fn save(&self, value: Value) -> io::Result<()> {
        let store = self.store()?;
        store.set(KEY, value);
        store.save().map_err(io::Error::other)
    }

    fn clear(&self) -> io::Result<()> {
        let store = self.store()?;
        store.clear();
        store.close_resource();
        let path = tauri_plugin_store::resolve_store_path(&self.0, FILE).map_err(io::Error::other)?;
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
