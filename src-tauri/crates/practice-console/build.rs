//! Lists the kinds' files (`src-tauri/kinds/*.toml`), so that adding a kind is adding one file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let folder = here.join("../../kinds");
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::write(out.join("kinds.rs"), listing(&folder)?)
}

/// The source of an array of the files' texts, in the order of their names.
fn listing(folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut source = String::from("&[\n");
    for path in files {
        let path = fs::canonicalize(path)?;
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let _ = writeln!(
            source,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        );
    }
    source.push_str("]\n");
    Ok(source)
}
