//! What a file truly is, by its content: names lie.

use std::io::Cursor;

use crate::words::say;
use zip::ZipArchive;

/// The sorts of file that a form may ask for, and those that people mistake for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileSort {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A GIF picture.
    Gif,
    /// A PDF.
    Pdf,
    /// A Word document without macros.
    Docx,
    /// A Windows program.
    Program,
    /// Anything else.
    Other,
}

impl FileSort {
    /// Looks at the whole content of a file.
    pub fn of(bytes: &[u8]) -> FileSort {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => FileSort::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => FileSort::Png,
            [b'G', b'I', b'F', b'8', ..] => FileSort::Gif,
            [b'M', b'Z', ..] => FileSort::Program,
            [b'P', b'K', 3, 4, ..] if is_docx(bytes) => FileSort::Docx,
            // Readers accept a PDF that starts a little later than it should.
            _ if bytes.windows(5).take(1024).any(|five| five == b"%PDF-") => FileSort::Pdf,
            _ => FileSort::Other,
        }
    }

    /// The media type that is sent.
    pub fn mime(self) -> &'static str {
        match self {
            FileSort::Jpeg => "image/jpeg",
            FileSort::Png => "image/png",
            FileSort::Gif => "image/gif",
            FileSort::Pdf => "application/pdf",
            FileSort::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileSort::Program | FileSort::Other => "application/octet-stream",
        }
    }

    /// The extensions its name may have; the first one is put on where it has another.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            FileSort::Jpeg => &["jpg", "jpeg", "jpe"],
            FileSort::Png => &["png"],
            FileSort::Gif => &["gif"],
            FileSort::Pdf => &["pdf"],
            FileSort::Docx => &["docx"],
            FileSort::Program => &["exe", "dll"],
            FileSort::Other => &[],
        }
    }

    /// What people call it, with its article.
    pub fn label(self) -> &'static str {
        match self {
            FileSort::Jpeg => say!("a JPEG picture"),
            FileSort::Png => say!("a PNG picture"),
            FileSort::Gif => say!("a GIF picture"),
            FileSort::Pdf => say!("a PDF"),
            FileSort::Docx => say!("a Word document"),
            FileSort::Program => say!("a Windows program"),
            FileSort::Other => say!("something else"),
        }
    }

    /// Can it be shown small?
    pub fn is_picture(self) -> bool {
        matches!(self, FileSort::Jpeg | FileSort::Png)
    }
}

/// A ZIP archive that holds a Word document and no macros. Only its table of contents is read.
fn is_docx(bytes: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    let (mut document, mut macros) = (false, false);
    for name in archive.file_names() {
        document |= name == "word/document.xml";
        macros |= name.ends_with("vbaProject.bin");
    }
    document && !macros
}
