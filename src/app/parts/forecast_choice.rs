//! The day for which the profile shows what the plan will bring, and what changes until then.

use super::fields::DateField;
use crate::app::browser::today;
use crate::app::workspace::workspace;
use crate::domain::date::{Date, Quarter};
use crate::domain::forecast::last_due;
use crate::report::forecast::{Forecast, forecast_profile};
use leptos::prelude::*;

/// A handle that every part of the profile can copy.
#[derive(Clone, Copy)]
pub struct ForecastView {
    /// None: the last due date.
    chosen: RwSignal<Option<Date>>,
    last: Memo<Option<Date>>,
    /// None where no action with a due date lifts anything.
    pub found: Memo<Option<Forecast>>,
}

impl ForecastView {
    pub fn new() -> Self {
        let workspace = workspace();
        let chosen = RwSignal::new(None);
        let last = Memo::new(move |_| workspace.track(|open| last_due(&open.assessment)).flatten());
        let found = Memo::new(move |_| {
            let day = chosen
                .get()
                .or(last.get())
                .filter(|_| last.get().is_some())?;
            let results = workspace.results();
            workspace.track(|open| forecast_profile(&open.model, &open.assessment, &results, day))
        });
        Self {
            chosen,
            last,
            found,
        }
    }

    fn day(self) -> Option<Date> {
        self.found
            .with(|found| found.as_ref().map(|found| found.day))
    }
}

/// How many of the next ends of quarters are one click away.
const NEXT_QUARTERS: usize = 4;

#[component]
pub fn ForecastChoice(view: ForecastView) -> impl IntoView {
    let there_is = Memo::new(move |_| view.last.get().is_some());
    let quarters = today().into_iter().flat_map(|today| {
        std::iter::successors(Some(today.quarter()), |quarter| quarter.next()).take(NEXT_QUARTERS)
    });
    let quarters: Vec<Quarter> = quarters.collect();
    let pressed = move |day: Option<Date>| (view.day() == day).to_string();
    view! {
        <Show when=move || there_is.get()>
            <section class="forecast" aria-labelledby="forecast">
                <h2 id="forecast" class="visually-hidden">"Forecast"</h2>
                <div class="forecast-tools">
                    <DateField label="Forecast for" value=Signal::derive(move || view.day()) commit=Callback::new(move |day| view.chosen.set(day)) />
                    <div class="buttons">
                        <button type="button" class="quiet" aria-pressed=move || pressed(view.last.get()) on:click=move |_| view.chosen.set(None)>"When all is done"</button>
                        {quarters.iter().map(|quarter| {
                            let day = Some(quarter.last_day());
                            view! { <button type="button" class="quiet" aria-pressed=move || pressed(day) on:click=move |_| view.chosen.set(day)>{format!("End of {quarter}")}</button> }
                        }).collect_view()}
                    </div>
                </div>
                <p class="forecast-words" role="status">{move || view.found.with(|found| found.as_ref().map(|found| found.words.clone()))}</p>
            </section>
        </Show>
    }
}
