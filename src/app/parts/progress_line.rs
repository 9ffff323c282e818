//! How many questions are answered.

use leptos::prelude::*;

#[component]
pub fn ProgressLine(answered: Signal<usize>, total: usize) -> impl IntoView {
    view! {
        <div class="progress-line">
            <progress class="progress" max=total.to_string() prop:value=move || answered.get() as f64 aria-label="Questions answered"></progress>
            <p role="status">{move || format!("{} of {total} answered", answered.get())}</p>
        </div>
    }
}
