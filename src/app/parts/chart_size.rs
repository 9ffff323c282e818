//! The size of charts that fits the window, and follows it.

use crate::app::browser::window_width;
use crate::chart::size::Size;
use leptos::ev;
use leptos::prelude::*;

/// For two charts side by side.
pub fn chart_size() -> Memo<Size> {
    let width = followed_width();
    Memo::new(move |_| match width.get() {
        narrow if narrow < 640.0 => Size::COMPACT,
        wide if wide >= 2200.0 => Size::WIDE,
        _ => Size::NORMAL,
    })
}

/// The width of a chart that has the page for itself.
pub fn full_width() -> Memo<u32> {
    let width = followed_width();
    Memo::new(move |_| match width.get() {
        narrow if narrow < 640.0 => Size::COMPACT.width,
        middle if middle < 1024.0 => Size::NORMAL.width,
        _ => Size::WIDE.width,
    })
}

fn followed_width() -> RwSignal<f64> {
    let width = RwSignal::new(window_width());
    let listening = window_event_listener(ev::resize, move |_| width.set(window_width()));
    on_cleanup(move || listening.remove());
    width
}
