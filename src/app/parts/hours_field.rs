//! A field of whole person-hours, which may be left to what is usual.

use crate::domain::plan_edit::MOST_HOURS;
use crate::report::plan_words;
use leptos::prelude::*;

/// Empty stands for the usual hours. What cannot be read is said, and changes nothing.
#[component]
pub fn HoursField(
    #[prop(into)] label: String,
    #[prop(into)] hours: Signal<Option<u32>>,
    /// What counts while it is empty; none where that is told elsewhere.
    usual: Option<u32>,
    /// Words of the button that empties it.
    #[prop(into)]
    back: String,
    save: Callback<Option<u32>>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let change = move |event| {
        let text = event_target_value(&event);
        match read(&text) {
            Ok(found) => {
                problem.set(None);
                save.run(found.filter(|hours| Some(*hours) != usual));
            }
            Err(message) => problem.set(Some(message)),
        }
    };
    let empty = move |_| {
        problem.set(None);
        save.run(None);
    };
    let placeholder = usual.map(|hours| hours.to_string());
    let days = move || {
        let hours = hours.get().or(usual)?;
        Some(format!("hours, so {}", plan_words::effort(hours)))
    };
    view! {
        <div class="hours-field">
            <label>
                <span class="field-name">{label}</span>
                <input type="text" inputmode="numeric" autocomplete="off" placeholder=placeholder aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    prop:value=move || hours.get().map_or_else(String::new, |hours| hours.to_string()) on:change=change />
            </label>
            <span class="hint">{move || days().unwrap_or_else(|| "hours".to_owned())}</span>
            {move || hours.get().is_some().then(|| view! { <button type="button" class="quiet" on:click=empty>{back.clone()}</button> })}
            <p class="field-problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

fn read(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let found = text.parse().ok().filter(|hours| *hours <= MOST_HOURS);
    found
        .map(Some)
        .ok_or_else(|| "Write whole hours, such as 24.".to_owned())
}
