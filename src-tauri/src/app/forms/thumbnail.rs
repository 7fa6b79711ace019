//! A small picture of a chosen picture, for the page.

use std::io::Cursor;

use base64::{Engine, engine::general_purpose::STANDARD};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

/// Longest side in pixels.
const SIDE: u32 = 240;
/// Longest side of a picture that is decoded at all.
const MAX_SIDE: u32 = 16_384;
/// Most memory that decoding may take, in bytes.
const MAX_ALLOCATION: u64 = 256 << 20;

/// What came of a picture.
#[derive(Debug, PartialEq, Eq)]
pub enum Thumbnail {
    /// A `data:` URI of at most 240 pixels each way.
    Drawn(String),
    /// The picture is too large to be worth the memory.
    TooMuch,
    /// The picture is damaged.
    Damaged,
}

/// Draws `bytes` small, the right way up. It takes long and much memory: call it where blocking is fine.
pub fn draw(bytes: &[u8]) -> Thumbnail {
    match decode(bytes).and_then(|picture| encode(&picture)) {
        Ok(uri) => Thumbnail::Drawn(uri),
        Err(ImageError::Limits(_)) => Thumbnail::TooMuch,
        Err(_) => Thumbnail::Damaged,
    }
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, ImageError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOCATION);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    // Phones store how they were held beside the picture.
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn encode(picture: &DynamicImage) -> Result<String, ImageError> {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(picture.to_rgba8()).write_to(&mut png, ImageFormat::Png)?;
    Ok(format!("data:image/png;base64,{}", STANDARD.encode(png.into_inner())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut bytes, format)
            .unwrap();
        bytes.into_inner()
    }

    fn sides(drawn: &Thumbnail) -> (u32, u32) {
        let Thumbnail::Drawn(uri) = drawn else {
            panic!("{drawn:?}")
        };
        let bytes = STANDARD
            .decode(uri.strip_prefix("data:image/png;base64,").unwrap())
            .unwrap();
        let picture = image::load_from_memory(&bytes).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn a_picture_is_drawn_small_and_never_larger_than_it_is() {
        assert_eq!(sides(&draw(&picture(960, 480, ImageFormat::Jpeg))), (240, 120));
        assert_eq!(sides(&draw(&picture(30, 50, ImageFormat::Png))), (30, 50));
    }

    #[test]
    fn a_cut_off_picture_is_damaged() {
        let whole = picture(400, 400, ImageFormat::Png);
        assert_eq!(draw(&whole[..whole.len() / 2]), Thumbnail::Damaged);
        assert_eq!(draw(b"\x89PNG\r\n\x1a\n"), Thumbnail::Damaged);
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_not_decoded() {
        let mut bomb = picture(1, 1, ImageFormat::Png);
        // Width and height stand in the header, followed by a checksum over it.
        bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        let sum = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(draw(&bomb), Thumbnail::TooMuch);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |crc: u32, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
            })
        })
    }
}
