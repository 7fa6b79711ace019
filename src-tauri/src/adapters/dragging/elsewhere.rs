//! The drag of Windows and macOS.

use std::io;
use std::path::PathBuf;

use drag::{DragItem, Image, Options};
use tauri::{Runtime, WebviewWindow};

/// What hangs on the pointer meanwhile.
const PICTURE: &[u8] = include_bytes!("../../../../icons/32x32.png");

/// Begins the drag of the file at `path`. Windows comes back when it is dropped.
pub(super) fn begin<R: Runtime>(window: &WebviewWindow<R>, path: PathBuf) -> io::Result<()> {
    let item = DragItem::Files(vec![path]);
    let picture = Image::Raw(PICTURE.to_vec());
    let begun = drag::start_drag(window, item, picture, |_, _| {}, Options::default());
    begun.map_err(|error| io::Error::other(error.to_string()))
}
