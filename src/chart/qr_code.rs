//! A link as a QR code, for a phone in the room.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Empty modules around the code, as ISO/IEC 18004 asks for.
const QUIET: i32 = 4;

/// SVG text, dark on light in any theme so that cameras read it. None where the text is too long for a QR code.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET); // writing to a String cannot fail
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"QR code of the link\" \
         shape-rendering=\"crispEdges\"><path fill=\"#ffffff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::qr_code;

    /// 21 modules a side hold up to 17 bytes at the lowest correction (ISO/IEC 18004, version 1-L).
    #[test]
    fn a_short_text_makes_the_smallest_code() {
        let svg = qr_code("seventeen letters").expect("it fits");
        assert!(svg.contains("viewBox=\"0 0 29 29\""), "{svg}");
        let svg = qr_code("eighteen letters..").expect("it fits");
        assert!(svg.contains("viewBox=\"0 0 33 33\""), "{svg}");
    }

    /// Version 40-L holds 2953 bytes.
    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert!(qr_code(&"a".repeat(2953)).is_some());
        assert!(qr_code(&"a".repeat(2954)).is_none());
    }
}
