//! Lines above everything else: a new version that waits, and where a single file keeps its work.

use crate::app::route::Route;
use crate::app::workspace::workspace;
use leptos::ev;
use leptos::prelude::*;

/// Both are told by marks on the page: `public/offline.js` sets one, the single file is made with the other.
#[component]
pub fn Banners() -> impl IntoView {
    let root = document().document_element();
    let single = root.is_some_and(|root| root.has_attribute("data-single-file"));
    view! {
        <Update />
        {single.then(|| view! { <SingleFile /> })}
    }
}

/// A new version waits until somebody takes it.
#[component]
fn Update() -> impl IntoView {
    let workspace = workspace();
    let mark = || document().document_element()?.get_attribute("data-update");
    let update = RwSignal::new(mark());
    let told = window_event_listener(
        ev::Custom::<web_sys::Event>::new("plumbline-update"),
        move |_| update.set(mark()),
    );
    on_cleanup(move || told.remove());
    let take = move |_| {
        if workspace.keeper().has_waiting() {
            return workspace.say("Your last change is still being saved. Try again in a moment.");
        }
        if let Ok(event) = web_sys::Event::new("plumbline-take-update") {
            let _ = window().dispatch_event(&event); // nobody stops it
        }
    };
    view! {
        <div role="status">
            {move || update.get().map(|mark| if mark == "taken" {
                view! { <p class="banner">"Plumbline was brought up to date in another window. "<a href="?">"Reload this one"</a>" when it suits you."</p> }.into_any()
            } else {
                view! { <p class="banner">"A new version of Plumbline is ready. "<button type="button" on:click=take>"Use it now"</button>" Your work stays as it is."</p> }.into_any()
            })}
        </div>
    }
}

/// Where the work of a single file is kept.
#[component]
fn SingleFile() -> impl IntoView {
    let workspace = workspace();
    let kept = workspace.keeper().database.is_some();
    let backup = Route::Settings.address();
    view! {
        <p class="banner" role="note">
            {if kept {
                "Plumbline runs from a file. Your work is kept in this browser, for this file. "
            } else {
                "Plumbline runs from a file, and this browser does not keep anything for it. Save your work into a file before you close it. "
            }}
            <a href=backup>"Save everything into a file"</a>
        </p>
    }
}
