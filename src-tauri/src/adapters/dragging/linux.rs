//! GTK's own drag.
//!
//! Not by the crate `drag`: there it forgets the file when it is dropped, which on X11 is before the other program asks for it, and
//! writes a name with spaces into an address as it stands.

use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use gtk::gdk::{DragAction, ModifierType};
use gtk::glib::{self, SignalHandlerId};
use gtk::prelude::*;
use gtk::{ApplicationWindow, TargetList};
use tauri::{Runtime, WebviewWindow};

/// The left mouse button, as GTK counts.
const BUTTON: i32 = 1;

/// Begins the drag of the file at `path`.
pub(super) fn begin<R: Runtime>(window: &WebviewWindow<R>, path: PathBuf) -> io::Result<()> {
    let window = window.gtk_window().map_err(io::Error::other)?;
    if !is_held(&window) {
        // The person let go before the page's word came: a drag now would stick to the pointer.
        return Ok(());
    }
    let address = glib::filename_to_uri(path, None).map_err(io::Error::other)?;
    let targets = TargetList::new(&[]);
    targets.add_uri_targets(0);

    let heard: Rc<RefCell<Vec<SignalHandlerId>>> = Rc::default();
    let asked = window.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&[&address]);
    });
    let forget = Rc::clone(&heard);
    let ended = window.connect_drag_end(move |window, _| forget_all(window, &forget));
    heard.borrow_mut().extend([asked, ended]);
    match window.drag_begin_with_coordinates(&targets, DragAction::COPY, BUTTON, None, -1, -1) {
        Some(_) => Ok(()),
        None => {
            forget_all(&window, &heard);
            Err(io::Error::other("GTK began no drag"))
        }
    }
}

/// Is the mouse button down?
fn is_held(window: &ApplicationWindow) -> bool {
    let pointer = window.display().default_seat().and_then(|seat| seat.pointer());
    let (Some(pointer), Some(surface)) = (pointer, window.window()) else {
        return false;
    };
    let (_, _, _, held) = surface.device_position(&pointer);
    held.contains(ModifierType::BUTTON1_MASK)
}

fn forget_all(window: &ApplicationWindow, heard: &RefCell<Vec<SignalHandlerId>>) {
    for handler in heard.take() {
        window.disconnect(handler);
    }
}
