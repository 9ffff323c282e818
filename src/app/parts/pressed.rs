//! Whether a mouse button or a finger is down. What is pressed must not move before the press has become a click.

use leptos::ev;
use leptos::prelude::*;

/// For whatever stands below the part that follows it.
#[derive(Clone, Copy)]
pub struct Pressed(StoredValue<bool>);

impl Pressed {
    /// Fingers are told as a mouse too, once they are lifted, so these two events serve for both.
    pub fn follow() -> Self {
        let pressed = StoredValue::new(false);
        let set = move |down: bool| {
            let _ = pressed.try_update_value(|pressed| *pressed = down); // the page may be gone by then
        };
        let down = window_event_listener(ev::mousedown, move |_| set(true));
        let up = window_event_listener(ev::mouseup, move |_| set(false));
        on_cleanup(move || {
            down.remove();
            up.remove();
        });
        Self(pressed)
    }

    pub fn is_down(self) -> bool {
        self.0.get_value()
    }
}
