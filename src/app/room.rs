//! How much the browser keeps for this page, how much more it would, and whether it promises not to clear it.

use super::route::Route;
use super::shell::go;
use super::workspace::{Action, Notice, Workspace};
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Bytes used and bytes left, as the browser estimates them.
#[derive(Clone, Copy, PartialEq)]
pub struct Room {
    pub used: f64,
    pub left: f64,
}

/// Below this many bytes a warning is due: a large assessment still fits, a backup before that too.
const SCARCE: f64 = 50_000_000.0;

impl Room {
    /// None where the browser does not say.
    pub async fn estimate() -> Option<Self> {
        let answer = wait(manager()?.estimate().ok()?).await?;
        let estimate: StorageEstimate = answer.unchecked_into();
        let used = estimate.get_usage()?;
        Some(Self {
            used,
            left: (estimate.get_quota()? - used).max(0.0),
        })
    }

    pub fn is_scarce(self) -> bool {
        self.left < SCARCE
    }
}

impl Workspace {
    /// Says early that the room runs low, once.
    pub(super) fn warn_of_little_room(self) {
        spawn_local(async move {
            let scarce = Room::estimate().await.is_some_and(Room::is_scarce);
            if !scarce || self.warned.get_value() {
                return;
            }
            self.warned.set_value(true);
            let open_settings = || go(&Route::Settings);
            self.notice.set(Some(Notice {
                text: "The browser has little room left for your work. Make a backup before it is full.".to_owned(),
                action: Some(Action {
                    label: "Back up",
                    run: Arc::new(open_settings),
                }),
            }));
        });
    }
}

/// Whether the browser promises to keep what is here, even when the disk runs full. None where it does not say.
pub async fn is_promised() -> Option<bool> {
    wait(manager()?.persisted().ok()?).await?.as_bool()
}

/// Asks the browser for that promise. Some ask the person, some decide by themselves.
pub async fn ask_for_promise() -> bool {
    let asked = manager().and_then(|manager| manager.persist().ok());
    match asked {
        Some(asked) => wait(asked).await.and_then(|answer| answer.as_bool()) == Some(true),
        None => false,
    }
}

/// The text for a number of bytes.
pub fn in_words(bytes: f64) -> String {
    match bytes {
        _ if bytes >= 1e9 => format!("{:.1} GB", bytes / 1e9),
        _ if bytes >= 1e6 => format!("{:.1} MB", bytes / 1e6),
        _ => format!("{:.0} kB", bytes / 1e3),
    }
}

/// Pages that are not secure have none.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.dyn_into().ok()
}

async fn wait(promise: Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}
