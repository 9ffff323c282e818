//! The clock of a workshop: the minutes spent on each process, and whether its time is over.

use super::fields::TextField;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::ProcessId;
use crate::report::words;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::Storage;

/// Longer between two looks at the clock, and the machine was asleep. A page in the background may look once a minute.
const LONGEST_GAP: f64 = 120.0;

/// The longest time box, in minutes.
const LONGEST_BOX: u16 = 480;

#[component]
pub fn WorkshopClock(process: ProcessId, paused: RwSignal<bool>) -> impl IntoView {
    let workspace = workspace();
    let key = workspace.with(|open| format!("plumbline.minutes/{}/{process}", open.id));
    let key = StoredValue::new(key.unwrap_or_default());
    let seconds = RwSignal::new(key.with_value(|key| spent(key)));
    let last = StoredValue::new(js_sys::Date::now());
    let tick = move || {
        let now = js_sys::Date::now();
        let passed = (now - last.get_value()) / 1000.0;
        last.set_value(now);
        if paused.get_untracked() || !(0.0..LONGEST_GAP).contains(&passed) {
            return;
        }
        seconds.update(|seconds| *seconds += passed);
        key.with_value(|key| keep(key, seconds.get_untracked()));
    };
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    let minutes = Memo::new(move |_| (seconds.get() / 60.0) as u32);
    let time_box = Memo::new(move |_| workspace.track(|open| open.assessment.time_box).flatten());
    // Told once, when it becomes so, and not with every second.
    let over = Memo::new(move |_| {
        let given = time_box.get()?;
        (minutes.get() >= u32::from(given)).then_some(given)
    });
    let shown = move || match time_box.get() {
        Some(given) => format!("{} of {given} minutes", minutes.get()),
        None => words::count(minutes.get() as usize, "minute"),
    };
    let value = Signal::derive(move || time_box.get().map_or_else(String::new, |m| m.to_string()));
    let commit = Callback::new(move |text: String| {
        let minutes = match text.parse::<u16>() {
            _ if text.is_empty() => None,
            Ok(minutes) if (1..=LONGEST_BOX).contains(&minutes) => Some(minutes),
            _ => {
                return Err(format!(
                    "Write whole minutes from 1 to {LONGEST_BOX}, or leave it empty."
                ));
            }
        };
        workspace.apply(Edit::SetTimeBox { minutes });
        Ok(())
    });
    view! {
        <section class="clock" aria-labelledby="clock">
            <h2 id="clock">"Time on this process"</h2>
            <p class="clock-line">
                <strong>{shown}</strong>
                {move || paused.get().then(|| view! { " "<span class="mark">"Paused"</span> })}
                " "<button type="button" class="quiet" on:click=move |_| paused.update(|paused| *paused = !*paused)>
                    {move || if paused.get() { "Let the clock go on" } else { "Pause the clock" }}
                </button>
            </p>
            <p class="clock-over" role="status">{move || over.get().map(|given| format!("The time for this process is over: it was {}.", words::count(usize::from(given), "minute")))}</p>
            <TextField label="Minutes for each process".to_owned() value commit keyboard="numeric" hint="Empty: as long as it takes." />
        </section>
    }
}

/// The seconds spent so far in this window. They are nobody's data, and go with the window.
fn spent(key: &str) -> f64 {
    let kept = kept_with_window().and_then(|kept| kept.get_item(key).ok()?);
    kept.and_then(|kept| kept.parse().ok()).unwrap_or(0.0)
}

fn keep(key: &str, seconds: f64) {
    if let Some(kept) = kept_with_window() {
        let _ = kept.set_item(key, &seconds.to_string()); // where nothing can be kept, a reload begins anew
    }
}

fn kept_with_window() -> Option<Storage> {
    window().session_storage().ok()?
}
