//! Short messages at the bottom of the page, one at a time.

use crate::app::workspace::workspace;
use leptos::prelude::*;
use std::time::Duration;

/// How long a message stays. One with a button stays until it is closed or replaced.
const STAY: Duration = Duration::from_secs(8);

#[component]
pub fn Notices() -> impl IntoView {
    let notice = workspace().notice;
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = before {
            timer.clear();
        }
        let stays =
            notice.with(|notice| notice.as_ref().is_none_or(|notice| notice.action.is_some()));
        if stays {
            return None;
        }
        set_timeout_with_handle(move || notice.set(None), STAY).ok()
    });
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || notice.get().map(|shown| view! {
                <div class="notice">
                    <span>{shown.text}</span>
                    {shown.action.map(|action| view! {
                        <button type="button" on:click=move |_| (action.run)()>{action.label}</button>
                    })}
                    <button type="button" class="quiet" aria-label="Close message" on:click=move |_| notice.set(None)>"\u{d7}"</button>
                </div>
            })}
        </div>
    }
}
