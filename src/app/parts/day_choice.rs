//! Choosing a day: a slider over the days on which something was changed, and a field for any day.

use super::fields::DateField;
use crate::app::workspace::workspace;
use crate::domain::date::Date;
use crate::report::plan_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn DayChoice(shown: RwSignal<Option<Date>>) -> impl IntoView {
    let workspace = workspace();
    let days = Memo::new(move |_| {
        workspace
            .track_any(|open| open.assessment.days())
            .unwrap_or_default()
    });
    // A day without changes stands where the last one before it does.
    let place = move || {
        let day = shown.get();
        days.with(|days| {
            let before = days.partition_point(|found| Some(*found) <= day);
            before.saturating_sub(1)
        })
    };
    let last = move || days.with(|days| days.len().saturating_sub(1));
    let slide = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        if let Some(day) =
            place.and_then(|place| days.with_untracked(|days| days.get(place).copied()))
        {
            shown.set(Some(day));
        }
    };
    let spoken = move || shown.get().map_or_else(String::new, plan_words::day);
    let changes = move || {
        let day = shown.get()?;
        let count = workspace.track_any(|open| {
            let changes = open.assessment.changes().iter();
            changes
                .filter(|change| Date::of_moment(&change.at) == Some(day))
                .count()
        })?;
        Some(match count {
            0 => "Nothing was changed on this day.".to_owned(),
            1 => "1 change was made on this day.".to_owned(),
            count => format!("{} were made on this day.", words::count(count, "change")),
        })
    };
    view! {
        <section class="panel day-choice" aria-labelledby="day-choice">
            <h2 id="day-choice">"Which day"</h2>
            <div class="day-fields">
                <div class="field day-slider">
                    <label>
                        <span class="field-name">"Days with changes"</span>
                        <input type="range" min="0" max=move || last().to_string() step="1" aria-valuetext=spoken
                            prop:value=move || place().to_string() on:input=slide />
                    </label>
                    <p class="day-ends" aria-hidden="true">
                        <span>{move || days.with(|days| days.first().copied()).map(plan_words::day)}</span>
                        <span>{move || days.with(|days| days.last().copied()).map(plan_words::day)}</span>
                    </p>
                </div>
                <DateField label="Day" value=shown commit=Callback::new(move |day: Option<Date>| {
                    if day.is_some() {
                        shown.set(day);
                    }
                }) />
            </div>
            <p class="hint" role="status">{changes}</p>
        </section>
    }
}
