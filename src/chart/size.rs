//! How large a picture is.

/// Natural size in CSS pixels; the picture itself scales to any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// Below this there is no room for labels beside a plot.
const SMALLEST: u32 = 240;

/// Far above any screen; keeps all later arithmetic small.
const LARGEST: u32 = 100_000;

impl Size {
    /// For a telephone.
    pub const COMPACT: Self = Self {
        width: 360,
        height: 392,
    };
    /// For a page on a desk.
    pub const NORMAL: Self = Self {
        width: 640,
        height: 620,
    };
    /// For a projector.
    pub const WIDE: Self = Self {
        width: 960,
        height: 800,
    };

    /// The nearest size that can be drawn.
    pub(super) fn drawable(self) -> Self {
        Self {
            width: self.width.clamp(SMALLEST, LARGEST),
            height: self.height.clamp(SMALLEST, LARGEST),
        }
    }
}
