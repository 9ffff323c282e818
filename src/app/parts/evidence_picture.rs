//! The picture of a piece of evidence: shown large, pasted or picked, with the words that say what it shows.

use super::dialog::Dialog;
use super::pick_button::PickButton;
use crate::app::picture::{Small, bytes_of, shrink};
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::evidence::{EvidenceEdit, EvidenceImage, LARGEST_IMAGE};
use crate::domain::id::EvidenceId;
use crate::report::evidence_words::image_address;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DataTransfer;

/// The dialog for the piece in `of`, which closes by setting it to none.
#[component]
pub fn EvidencePicture(of: RwSignal<Option<EvidenceId>>) -> impl IntoView {
    let workspace = workspace();
    let title = Signal::derive(move || {
        let piece = of.get().and_then(|id| {
            workspace.with(|open| open.assessment.evidence.get(&id).map(|it| it.title.clone()))
        });
        format!("Picture of {}", piece.flatten().unwrap_or_default())
    });
    let shown = Signal::derive(move || of.with(Option::is_some));
    let close = Callback::new(move |()| of.set(None));
    view! { <Dialog title shown close>{move || of.get().map(|id| view! { <Picture id of /> })}</Dialog> }
}

#[component]
fn Picture(id: EvidenceId, of: RwSignal<Option<EvidenceId>>) -> impl IntoView {
    let workspace = workspace();
    let kept = workspace
        .with(|open| open.assessment.evidence.image(&id).cloned())
        .flatten();
    let id = StoredValue::new(id);
    let has_one = kept.is_some();
    let shows = RwSignal::new(
        kept.as_ref()
            .map_or_else(String::new, |kept| kept.shows.clone()),
    );
    let image = RwSignal::new(kept);
    let said = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let take = Callback::new(move |file: web_sys::File| {
        spawn_local(async move {
            match shrink(&file).await {
                Ok(Small {
                    image: small,
                    width,
                    height,
                }) => {
                    let kilobytes = (bytes_of(small.data.len()) / 1000.0).ceil();
                    said.set(format!(
                        "It is kept as {width} by {height} points, {kilobytes} kB."
                    ));
                    problem.set(None);
                    image.set(Some(small));
                }
                Err(sentence) => problem.set(Some(sentence)),
            }
        });
    });
    let pasting = window_event_listener(ev::paste, move |event| {
        let Some(file) = pasted(&event) else {
            return;
        };
        event.prevent_default();
        match file {
            Some(file) => take.run(file),
            None => problem.set(Some("What was pasted is no picture.".to_owned())),
        }
    });
    on_cleanup(move || pasting.remove());
    let set = move |image: Option<EvidenceImage>| {
        let evidence = id.get_value();
        if workspace.apply(Edit::Evidence(EvidenceEdit::SetImage { evidence, image })) {
            of.set(None);
        }
    };
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = shows.get_untracked().trim().to_owned();
        let Some(found) = image.get_untracked() else {
            problem.set(Some("Paste or choose a picture first.".to_owned()));
            return;
        };
        if words.is_empty() {
            problem.set(Some(
                "Say what it shows, for those who cannot see it.".to_owned(),
            ));
            return;
        }
        set(Some(EvidenceImage {
            shows: words,
            ..found
        }));
    };
    let bound = bytes_of(LARGEST_IMAGE) / 1000.0;
    view! {
        <form class="settle" on:submit=save>
            <p class="hint">{format!("Paste a picture (Ctrl V) or choose a file. It is made smaller until it takes no more than {bound} kB, and kept with the assessment.")}</p>
            {move || image.get().map(|image| view! { <img class="picture" src=image_address(&image) alt=move || shows.get() /> })}
            <p class="hint" role="status">{move || said.get()}</p>
            <p class="field-problem" role="alert">{move || problem.get()}</p>
            <div class="buttons"><PickButton label="Choose a picture" accept="image/*" picked=take /></div>
            <label>
                <span class="field-name">"What it shows"</span>
                <input type="text" autocomplete="off" prop:value=move || shows.get() on:input=move |event| shows.set(event_target_value(&event)) />
            </label>
            <div class="buttons">
                <button type="submit" class="primary">"Keep it"</button>
                {has_one.then(|| view! { <button type="button" class="quiet" on:click=move |_| set(None)>"Take the picture away"</button> })}
            </div>
        </form>
    }
}

/// What was pasted: a file, or none of it where it is something else. None where it is text, which belongs into a field.
fn pasted(event: &web_sys::Event) -> Option<Option<web_sys::File>> {
    let data = js_sys::Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?;
    let data: DataTransfer = data.dyn_into().ok()?;
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        return Some(Some(file));
    }
    let into_field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        .is_some();
    (!into_field).then_some(None)
}
