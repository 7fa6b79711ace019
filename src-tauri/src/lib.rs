//! Nestbox: a desktop program with which people who are not engineers create, place and look after Canarytokens.
//!
//! `commands` is what the page can ask for, `wire` what crosses to it, `app` what the program does, `adapters` what it does it
//! with, `words` what is said in each language. This file puts them together, and is the only one that knows them all.

pub mod adapters;
pub mod app;
pub mod commands;
mod smoke;
pub mod wire;
pub mod words;

use std::sync::Arc;

use tauri::ipc::Invoke;
use tauri::utils::config::WindowConfig;
use tauri::{AppHandle, Manager, RunEvent, Runtime};
use tauri_plugin_window_state::StateFlags;

use adapters::{
    clipboard::SystemClipboard,
    clock::SystemClock,
    desktop::SystemDesktop,
    dialogs::SystemDialogs,
    journal_file::JournalFile,
    keychain::{Keychain, Limits},
    log::LogFolder,
    menu,
    notifier::SystemNotifier,
    practice::InProcess,
    preference_store::PluginStore,
    releases::UpdaterReleases,
    settings_file::AtomicFile,
    window,
};
use app::{
    App, Facts,
    ports::{Ports, Releases},
};

/// Starts the program and ends with it.
///
/// # Errors
/// The window could not be opened.
pub fn run(facts: Facts) -> tauri::Result<()> {
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            window::started_again(app, &arguments, &folder);
        }))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build())
        .plugin(tauri_plugin_store::Builder::new().build())
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .on_window_event(window::happened)
        .invoke_handler(handler())
        .setup(|app| {
            LogFolder::new(app.path().app_log_dir()?).start();
            let core = App::new(ports(app.handle())?, facts);
            app.manage(Arc::clone(&core));
            let looking = Arc::clone(&core);
            tauri::async_runtime::spawn(async move { looking.watch_releases().await });
            tauri::async_runtime::spawn(async move {
                core.resume_ahead().await;
                core.watch().await;
            });
            let config = app.config().app.windows.first().cloned().unwrap_or_default();
            window::open(app.handle(), &config, None)?;
            // Last: the window's browser starts meanwhile.
            app.set_menu(menu::build(app.handle())?)?;
            Ok(())
        })
        .build(context())?
        .run(|app, event| {
            if let (RunEvent::Exit, Some(core)) = (event, app.try_state::<Arc<App>>()) {
                core.forget_secret();
            }
        });
    Ok(())
}

/// Starts the program, looks whether it works, says so and ends with 0 or 1. Nothing of it is kept on the computer.
///
/// # Errors
/// The window could not be opened.
pub fn smoke_test() -> tauri::Result<()> {
    let practice = smoke::Practice::default();
    // The window's browser wants a folder even for what it keeps in memory; this one goes with the program.
    let mut folder = Some(tempfile::tempdir()?);
    let browser_data = folder
        .as_ref()
        .map(|folder| folder.path().to_owned())
        .unwrap_or_default();
    tauri::Builder::default()
        .invoke_handler(handler())
        .setup(move |app| {
            let facts = Facts {
                practice: true,
                ..Facts::default()
            };
            let core = App::new(smoke::ports(ports(app.handle())?, &practice), facts);
            app.manage(core);
            let config = app.config().app.windows.first().cloned().unwrap_or_default();
            let config = WindowConfig {
                incognito: true,
                ..config
            };
            window::open(app.handle(), &config, Some(browser_data))?;
            smoke::watch(app.handle().clone(), practice);
            Ok(())
        })
        .build(context())?
        .run(move |_, event| {
            if matches!(event, RunEvent::Exit) {
                drop(folder.take());
            }
        });
    Ok(())
}

/// The configuration, the page and the grants that were built into the program. A debug build may be told of releases when it
/// starts (`NESTBOX_RELEASES`: what a build for people has in its configuration), so that a test of the window has some.
pub fn context<R: Runtime>() -> tauri::Context<R> {
    let mut context = tauri::generate_context!();
    let told = std::env::var("NESTBOX_RELEASES")
        .ok()
        .filter(|_| cfg!(debug_assertions));
    if let Some(section) = told.and_then(|told| serde_json::from_str(&told).ok()) {
        context.config_mut().plugins.0.insert("updater".into(), section);
    }
    context
}

/// Every command of the program. Each is named in `build.rs` too, and granted by name in `tauri.conf.json`.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    use commands::{consoles, create, factories, files, list, many, program, tokens};
    tauri::generate_handler![
        consoles::connect,
        consoles::import_config,
        consoles::start_practice,
        consoles::resume_session,
        consoles::switch_console,
        consoles::rename_console,
        consoles::sign_out,
        consoles::remove_everything,
        list::refresh_tokens,
        list::query_tokens,
        list::get_facets,
        list::summarize_selection,
        list::list_flocks,
        list::summarize_flocks,
        list::search_console,
        tokens::get_token,
        tokens::fetch_token,
        tokens::update_memo,
        tokens::set_redirect,
        tokens::move_tokens,
        tokens::enable_tokens,
        tokens::disable_tokens,
        tokens::delete_tokens,
        tokens::test_token,
        tokens::remove_s3,
        tokens::delete_factory,
        factories::list_factories,
        factories::create_factory,
        factories::reveal_factory,
        factories::delete_token_factory,
        files::save_artifact,
        files::save_with_note,
        create::list_kinds,
        create::choose_file,
        create::check_form,
        create::create_token,
        many::choose_sheet,
        many::start_from_names,
        many::get_sheet,
        many::check_sheet,
        many::query_rows,
        many::get_cell,
        many::edit_cell,
        many::fill_column,
        many::skip_rows,
        many::choose_target_folder,
        many::save_template,
        many::run_sheet,
        many::pause_sheet,
        many::save_results,
        many::close_sheet,
        many::get_unfinished,
        many::resume_unfinished,
        many::discard_unfinished,
        many::save_selection,
        many::export_tokens,
        program::get_state,
        program::subscribe,
        program::cancel_operation,
        program::copy_secret,
        program::set_preferences,
        program::choose_folder,
        program::show_saved,
        program::drag_saved,
        program::prepare_saved,
        program::take_named_files,
        program::open_link,
        program::look_for_release,
        program::get_diagnostics,
        program::report_page_error,
    ]
}

/// The adapters of this system.
fn ports<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Ports> {
    let log = LogFolder::new(app.path().app_log_dir()?);
    let settings = app.path().app_config_dir()?.join("settings.json");
    let service = Keychain::service_of(&app.config().identifier);
    Ok(Ports {
        secrets: Arc::new(Keychain::new(service, Limits::default())),
        dialogs: Arc::new(SystemDialogs::new(app.clone())),
        clock: Arc::new(SystemClock),
        practice: Arc::new(InProcess),
        settings: Arc::new(AtomicFile::new(settings)),
        preferences: Arc::new(PluginStore::new(app.clone())),
        desktop: Arc::new(SystemDesktop::new(app.clone())),
        clipboard: Arc::new(SystemClipboard::default()),
        notifier: Arc::new(SystemNotifier::new(app.clone())),
        releases: UpdaterReleases::configured(app).map(|found| Arc::new(found) as Arc<dyn Releases>),
        log: Arc::new(log),
        journal: Arc::new(JournalFile::new(app.path().app_local_data_dir()?.join("journal"))),
    })
}
