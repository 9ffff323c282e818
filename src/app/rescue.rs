//! What happens when Plumbline breaks: `public/rescue.js` shows that the work is kept, and hands it out. It reads what is stored
//! by itself, since nothing here can be relied on any more.

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
