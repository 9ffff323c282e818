//! A chart with its title, its table, and downloads.

use crate::app::browser::{download_blob, download_text, element, file_name, text_blob};
use crate::app::workspace::workspace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// How many pixels of a PNG one unit of a chart takes: sharp on a projector and in print.
const PNG_SCALE: u32 = 2;

/// A chart drawn by `svg`, which is our own text with everything from outside escaped.
#[component]
pub fn Figure(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] description: Signal<String>,
    #[prop(into)] svg: Signal<String>,
    #[prop(optional)] class: &'static str,
    /// What lies over the drawing.
    #[prop(optional)]
    over: Option<ViewFn>,
    children: ChildrenFn,
) -> impl IntoView {
    let workspace = workspace();
    // The table is made when somebody opens it: it may be longer than the rest of the page.
    let opened = RwSignal::new(false);
    let children = StoredValue::new(children);
    let save_svg = move |_| {
        download_text(
            &file_name(&title.get_untracked(), ".svg"),
            "image/svg+xml",
            &svg.get_untracked(),
        );
    };
    let sorry = move || {
        workspace.say("This browser could not make a PNG. The SVG download works everywhere.")
    };
    let save_png = move |_| {
        let name = file_name(&title.get_untracked(), ".png");
        if draw_png(&svg.get_untracked(), name, sorry).is_none() {
            sorry();
        }
    };
    view! {
        <figure class=format!("figure {class}")>
            <figcaption>
                <h2>{move || title.get()}</h2>
                <p>{move || description.get()}</p>
            </figcaption>
            <div class="chart">
                <div inner_html=move || svg.get()></div>
                {over.map(|over| over.run())}
            </div>
            <div class="figure-tools">
                <details on:toggle=move |_| opened.set(true)>
                    <summary>"The same as a table"</summary>
                    <div class="table-scroll" tabindex="0" role="region" aria-label=move || format!("Table: {}", title.get())>
                        {move || opened.get().then(|| children.with_value(|children| children()))}
                    </div>
                </details>
                <div class="buttons">
                    <button type="button" class="quiet" on:click=save_svg>"SVG"</button>
                    <button type="button" class="quiet" on:click=save_png>"PNG"</button>
                </div>
            </div>
        </figure>
    }
}

/// Draws an SVG text on a canvas and hands it over as a PNG file.
fn draw_png(svg: &str, name: String, sorry: impl Fn() + Copy + 'static) -> Option<()> {
    let url = Url::create_object_url_with_blob(&text_blob("image/svg+xml", svg)?).ok()?;
    let image = HtmlImageElement::new().ok()?;
    let canvas: HtmlCanvasElement = element("canvas")?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let drawn = image.clone();
    let source = url.clone();
    let loaded = Closure::once_into_js(move || {
        let (width, height) = (
            drawn.natural_width() * PNG_SCALE,
            drawn.natural_height() * PNG_SCALE,
        );
        canvas.set_width(width);
        canvas.set_height(height);
        let painted = context.draw_image_with_html_image_element_and_dw_and_dh(
            &drawn,
            0.0,
            0.0,
            width.into(),
            height.into(),
        );
        let _ = Url::revoke_object_url(&source); // nothing to do where it is gone already
        let hand_over = Closure::once_into_js(move |blob: Option<web_sys::Blob>| match blob {
            Some(blob) => download_blob(&name, &blob),
            None => sorry(),
        });
        if painted
            .and_then(|()| canvas.to_blob(hand_over.unchecked_ref()))
            .is_err()
        {
            sorry();
        }
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&url);
    Some(())
}
