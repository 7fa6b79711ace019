//! Who may know whom, and how large a room may grow: `ARCHITECTURE.md` says it, these tests keep it true by reading the sources.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Lines a source file may have; tests may have as many again.
const FILE_LINES: usize = 450;
/// Lines a function may have. The aim is 40; this is where a reason does not help any more.
const FUNCTION_LINES: usize = 70;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` (from the root) whose name ends with `ending`, with its path from the root.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    found
        .into_iter()
        .map(|path| (name(&path), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// Whether `line` of code names `word` at the start of an identifier; a comment names nothing.
fn names(line: &str, word: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(word).any(|(at, _)| {
        !code[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

/// Fails with the place of every line below `folder` that names one of `strangers`.
fn knows_none_of(folder: &str, strangers: &[&str]) {
    let sources = files(folder, ".rs");
    assert!(
        !sources.is_empty(),
        "there is nothing below {folder}: has the house been rebuilt?"
    );
    let mut wrong = String::new();
    for (name, text) in &sources {
        for (number, line) in text.lines().enumerate() {
            for stranger in strangers.iter().filter(|stranger| names(line, stranger)) {
                writeln!(wrong, "{name}:{} names {stranger}: {}", number + 1, line.trim()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_core_knows_neither_window_nor_page_nor_adapters() {
    knows_none_of(
        "src-tauri/src/app",
        &[
            "tauri",
            "rfd",
            "keyring",
            "crate::commands",
            "crate::wire",
            "crate::adapters",
            "super::super::commands",
        ],
    );
}

#[test]
fn commands_know_the_core_and_the_wire_only() {
    knows_none_of(
        "src-tauri/src/commands",
        &["rfd", "keyring", "reqwest", "crate::adapters", "canary_api", "std::fs"],
    );
}

#[test]
fn the_wire_knows_no_window_and_no_command() {
    knows_none_of(
        "src-tauri/src/wire",
        &["tauri", "rfd", "keyring", "crate::commands", "crate::adapters"],
    );
}

#[test]
fn adapters_know_no_command_and_no_page() {
    knows_none_of("src-tauri/src/adapters", &["crate::commands", "crate::wire"]);
}

#[test]
fn the_api_crate_knows_no_window_and_no_app() {
    knows_none_of(
        "src-tauri/crates/canary-api/src",
        &["tauri", "nestbox", "rfd", "keyring"],
    );
}

#[test]
fn the_practice_console_shares_no_code_with_the_client_so_that_they_can_disagree() {
    knows_none_of(
        "src-tauri/crates/practice-console/src",
        &["canary_api", "nestbox", "tauri"],
    );
    let manifest = fs::read_to_string(root().join("src-tauri/crates/practice-console/Cargo.toml")).unwrap();
    assert!(
        !manifest.contains("canary-api"),
        "practice-console must not depend on canary-api"
    );
    let manifest = fs::read_to_string(root().join("src-tauri/crates/canary-api/Cargo.toml")).unwrap();
    let shipped = manifest.split("[dev-dependencies]").next().unwrap_or_default();
    assert!(
        !shipped.contains("practice-console"),
        "canary-api may use the practice Console in its tests only"
    );
}

#[test]
fn only_ipc_js_touches_the_bridge_to_rust() {
    for (name, text) in files("ui", ".js") {
        assert!(
            name == "ui/js/ipc.js" || !text.contains("__TAURI"),
            "{name} speaks to Rust past ui/js/ipc.js"
        );
    }
}

#[test]
fn the_page_makes_no_markup_from_text_and_asks_no_server() {
    let forbidden = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttpRequest",
    ];
    for (name, text) in files("ui", ".js") {
        for word in forbidden {
            let found = text
                .lines()
                .any(|line| names(line.trim_start().trim_start_matches('*'), word));
            assert!(!found, "{name} uses {word}");
        }
    }
    for (name, text) in files("ui", ".html") {
        for word in ["<style", " style=", "javascript:", " onclick="] {
            assert!(
                !text.contains(word),
                "{name} has {word}: the page's policy would refuse it"
            );
        }
    }
}

#[test]
fn no_file_grows_beyond_what_one_can_keep_in_mind() {
    let mut long = String::new();
    let kept = |name: &str| !name.contains("/types/");
    let sources = [
        files("src-tauri", ".rs"),
        files("ui", ".js"),
        files("ui", ".css"),
        files("tests", ".rs"),
    ]
    .concat();
    for (name, text) in sources.iter().filter(|(name, _)| kept(name)) {
        let shipped = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let (lines, all) = (shipped.lines().count(), text.lines().count());
        if lines > FILE_LINES || all > 2 * FILE_LINES {
            writeln!(long, "{name}: {lines} lines, {all} with its tests").unwrap();
        }
    }
    assert!(long.is_empty(), "is there a second room in one of these?\n{long}");
}

#[test]
fn no_function_grows_beyond_a_screen() {
    let mut long = String::new();
    for (name, text) in [files("src-tauri", ".rs"), files("tests", ".rs")].concat() {
        for (number, title, lines) in functions(&text)
            .into_iter()
            // The list of the commands is as long as there are commands; tests/ipc.rs looks at it.
            .filter(|(_, title, lines)| *lines > FUNCTION_LINES && title != "handler")
        {
            writeln!(long, "{name}:{number} {title} has {lines} lines").unwrap();
        }
    }
    assert!(long.is_empty(), "\n{long}");
}

/// First line, name and length of every function. rustfmt puts a function's last brace below the start of its first line.
fn functions(text: &str) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let starts = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().take(6).collect();
        let at = words.iter().position(|word| *word == "fn")?;
        words[..at]
            .iter()
            .all(|word| word.starts_with("pub") || ["const", "async", "unsafe"].contains(word))
            .then_some(())?;
        Some(words.get(at + 1)?.split(['(', '<']).next()?.to_owned())
    };
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let Some(title) = starts(line) else { continue };
        let end = lines[number..]
            .iter()
            .position(|other| indent(other) == indent(line) && other.trim() == "}");
        let one_line = line.trim_end().ends_with([';', '}']);
        if let (Some(end), false) = (end, one_line) {
            found.push((number + 1, title, end + 1));
        }
    }
    found
}

#[test]
fn a_function_is_measured_from_its_name_to_its_brace() {
    let text = "impl A {\n    pub(crate) async fn long<T>(\n        a: T,\n    ) {\n        b();\n    }\n\n    fn short() {}\n}\n";
    assert_eq!(functions(text), [(2, "long".to_owned(), 5)]);
}

#[test]
fn a_name_counts_where_it_starts_an_identifier() {
    assert!(names("use tauri_plugin_store::StoreExt;", "tauri"));
    assert!(!names("let not_tauri = 1; // tauri", "tauri"));
}
