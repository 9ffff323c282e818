//! Type and line sizes that suit the width of a picture.

/// Lengths in pixels, taken by all charts so that they look alike.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// Labels and legend.
    pub text: f64,
    /// Names of rings and grid lines.
    pub small: f64,
    /// Data lines.
    pub line: f64,
    /// Grid lines.
    pub hair: f64,
    /// Whiskers and outlines of marks.
    pub fine: f64,
    /// Radius of a marker.
    pub marker: f64,
    /// Free space at the border.
    pub margin: f64,
}

impl Measures {
    pub fn of(width: u32) -> Self {
        let text = (7.0 + f64::from(width) / 107.0).round().clamp(10.0, 18.0);
        // Telephones keep the full line width: only larger pictures need more.
        let weight = (text / 13.0).max(1.0);
        Self {
            text,
            small: text - 1.0,
            line: 2.0 * weight,
            hair: 0.8 * weight,
            fine: 1.4 * weight,
            marker: 0.12 * text + 1.6,
            margin: 0.8 * text,
        }
    }
}
