//! A QR code as something a page can draw, print and scale: one path of squares.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// Empty modules around the code that scanners need (ISO 18004).
const QUIET_ZONE: usize = 4;

/// A QR code in units of one module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, quiet zone included.
    pub size: usize,
    /// SVG path data of the dark modules.
    pub path: String,
}

/// Draws `text`, with enough redundancy for a creased printout. `None` when it is too long (over about 2,300 bytes) or empty.
pub fn draw(text: &str) -> Option<Qr> {
    if text.is_empty() {
        return None;
    }
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, length) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                // Writing to a String cannot fail.
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    Some(Qr {
        size: width + 2 * QUIET_ZONE,
        path,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_link_is_drawn_with_its_three_finder_squares_and_a_quiet_zone() {
        let qr = draw("http://a1b2c3d4.example/k3vq0xw7m2t9b5rj8hd1zc64p").unwrap();
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", &qr.path[..30]);
        assert!(qr.path.contains(&format!("M{} 4h7v1h-7z", qr.size - 11)));
        assert!(qr.path.contains(&format!("M4 {}h7v1h-7z", qr.size - 5)));
        assert_eq!(
            (qr.size - 8 - 17) % 4,
            0,
            "a version is four modules larger than the last"
        );
    }

    #[test]
    fn what_cannot_be_drawn_is_no_code() {
        assert_eq!(draw(""), None);
        assert_eq!(draw(&"x".repeat(5000)), None);
    }
}
