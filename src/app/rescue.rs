//! What happens when Plumbline breaks: `public/rescue.js` shows that the work is kept, and hands it out. It reads what is stored
//! by itself, since nothing here can be relied on any more.

use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::document;
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
unsafe extern "C" {
    #[wasm_bindgen(js_name = plumblineRescue)]
    fn show(text: &str);
}

/// Shows the rescue page whenever something panics from now on.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show(&info.to_string());
    }));
}

/// Shows the rescue page when a page that should be here stays empty. An add-on that takes marks out of a page can make its
/// successor go nowhere, and nothing panics.
pub fn watch_for_emptiness() {
    set_timeout(
        || {
            let main = document().get_element_by_id("main");
            if main.is_some_and(|main| main.child_element_count() == 0) {
                show("The page is empty. Something outside Plumbline took away what it stood in.");
            }
        },
        Duration::from_millis(500),
    );
}
