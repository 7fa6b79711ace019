//! What is printed leaves by the system's own dialog. Here the printer is a file, which is read as a camera reads.
//!
//! WebKit lets no page print that its driver drives. So this window is used by what it tells to assistive technology, as somebody does
//! who uses neither mouse nor screen.

use crate::harness::{console::program, desktop::Process, dialogs, heard::Listener, on_stage, until};
use std::{fs, path::Path, process::Command};

#[tokio::test(flavor = "multi_thread")]
async fn the_qr_code_is_printed_by_the_systems_dialog_and_a_camera_reads_it() {
    on_stage("print_qr", &["--tokens", "0"], async |stage| {
        stage.connect().await;
        stage.window().find("button", "New Canarytoken*").await;
        stage.close().await;
        stage.desktop.heard = true;
        let folder = stage.desktop.path("files");
        let mut nestbox = stage.desktop.command(program("nestbox"));
        // GTK's printer to a file suggests the folder of the start.
        let _nestbox = Process(nestbox.current_dir(&folder).spawn().unwrap());
        let window = Listener::on(&stage.desktop);
        window.press("button", "New Canarytoken*");
        window.press("button", "QR code*");
        window.press("button", "Next: place");
        window.focus("entry", "Place");
        dialogs::xdotool(&stage.desktop, &["type", "Door of the safe"]);
        window.press("button", "Next: check");
        window.press("button", "Make *");
        window.press("button", "Print…");
        window.focus("table cell", "Print to File");
        window.press("button", "Print");
        let printed = whole(&folder.join("output.pdf"));
        let words = output(Command::new("pdftotext").arg(&printed).arg("-"));
        assert_eq!(
            words.trim(),
            "Spare admin card",
            "the code's name and nothing else of the page"
        );
        let picture = folder.join("page");
        let mut draw = Command::new("pdftoppm");
        output(
            draw.args(["-png", "-r", "150", "-singlefile"])
                .arg(&printed)
                .arg(&picture),
        );
        let read = output(
            Command::new("zbarimg")
                .args(["--quiet", "--raw"])
                .arg(picture.with_extension("png")),
        );
        let made = stage.console.get("/api/v1/canarytokens/fetch");
        assert_eq!(read.trim(), made["tokens"][0]["url"].as_str().unwrap(), "{made}");
    })
    .await;
}

/// Waits until the file is there to its end.
fn whole(path: &Path) -> std::path::PathBuf {
    until("something is printed", || {
        fs::read(path).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
    });
    path.to_owned()
}

/// What a program says that must succeed.
fn output(command: &mut Command) -> String {
    let output = command
        .output()
        .expect("poppler-utils and zbar-tools are installed by scripts/setup test");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}
