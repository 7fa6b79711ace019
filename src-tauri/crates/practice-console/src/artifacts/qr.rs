//! QR codes as PNG pictures.

use std::io::Cursor;

use image::{ImageFormat, Luma};
use qrcode::QrCode;

/// A PNG of a QR code that holds `text`.
pub(crate) fn png(text: &str) -> Result<Vec<u8>, ()> {
    let code = QrCode::new(text.as_bytes()).map_err(drop)?;
    let picture = code.render::<Luma<u8>>().module_dimensions(8, 8).build();
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .map_err(drop)?;
    Ok(bytes)
}
