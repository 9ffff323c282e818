//! The report as it will look, in the page: the same HTML with the same style, apart from those of the page.

use crate::app::made_report::style;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, MouseEvent, ShadowRoot, ShadowRootInit, ShadowRootMode};

#[component]
pub fn ReportSheet(
    /// Our own text, with everything from outside escaped.
    #[prop(into)]
    html: Signal<String>,
) -> impl IntoView {
    let host = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let html = html.get();
        if let Some(root) = host.get().and_then(|host| shadow(&host)) {
            root.set_inner_html(&html);
        }
    });
    view! { <div class="report-sheet" node_ref=host on:click=follow></div> }
}

/// What is inside a host: made and styled where there is nothing yet. None where the browser has no such thing.
fn shadow(host: &Element) -> Option<ShadowRoot> {
    if let Some(root) = host.shadow_root() {
        return Some(root);
    }
    let root = host
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .ok()?;
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(&style()).ok()?;
    root.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
    Some(root)
}

/// Follows a link within the report. The browser would look for its place in the page and change the address.
fn follow(event: MouseEvent) {
    let clicked = event.composed_path().get(0).dyn_into::<Element>().ok();
    let link = clicked.and_then(|clicked| clicked.closest("a[href^='#']").ok().flatten());
    let Some(address) = link.as_ref().and_then(|link| link.get_attribute("href")) else {
        return;
    };
    event.prevent_default();
    let root = link.and_then(|link| link.get_root_node().dyn_into::<ShadowRoot>().ok());
    let place = root.and_then(|root| root.get_element_by_id(address.trim_start_matches('#')));
    if let Some(place) = place {
        place.scroll_into_view();
    }
}
