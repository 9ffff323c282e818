//! What more time for improvement buys.

use crate::domain::path::Selection;
use crate::report::more_time::{Week, more_time};
use crate::report::path_list::Aim;
use leptos::prelude::*;

/// More than anybody has: ten people for twenty years.
const MOST_WEEKS: u32 = 10_000;

#[component]
pub fn MoreTime(
    #[prop(into)] selection: Signal<Option<Selection>>,
    #[prop(into)] aim: Signal<Aim>,
) -> impl IntoView {
    let weeks = RwSignal::new(1_u32);
    let problem = RwSignal::new(false);
    let bought = Memo::new(move |_| {
        let (weeks, aim) = (weeks.get(), aim.get());
        selection.with(|found| more_time(found.as_ref()?, weeks, aim))
    });
    let change = move |event| {
        let text = event_target_value(&event);
        let read = text.trim().parse().ok();
        let read = read.filter(|weeks| (1..=MOST_WEEKS).contains(weeks));
        problem.set(read.is_none());
        if let Some(read) = read {
            weeks.set(read);
        }
    };
    let one_more = move |_| {
        problem.set(false);
        weeks.update(|weeks| *weeks = MOST_WEEKS.min(*weeks + 1));
    };
    move || {
        bought.with(Option::is_some).then(|| view! {
            <section aria-labelledby="more-time" class="more-time">
                <h2 id="more-time">"What more time buys"</h2>
                <div class="weeks">
                    <label>
                        <span class="field-name">"Person-weeks"</span>
                        <input type="text" inputmode="numeric" autocomplete="off" aria-invalid=move || problem.get().then_some("true")
                            prop:value=move || weeks.get().to_string() on:change=change />
                    </label>
                    <button type="button" on:click=one_more>"One more week"</button>
                    <p class="field-problem" role="alert">{move || problem.get().then_some("Write whole weeks, such as 2.")}</p>
                </div>
                <div role="status">
                    <p>{move || bought.get().map(|found| found.gaps)}</p>
                    <p>{move || bought.get().map(|found| found.processes)}</p>
                </div>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Gaps closed by person-weeks">
                    <table>
                        <thead><tr><th scope="col">"Person-weeks"</th><th scope="col">"Gaps closed"</th><th scope="col">"The last week adds"</th></tr></thead>
                        <tbody>{move || bought.get().map(|found| found.weeks.into_iter().map(row).collect_view())}</tbody>
                    </table>
                </div>
            </section>
        })
    }
}

fn row(week: Week) -> impl IntoView {
    let added = if week.added.is_empty() {
        "nothing yet".to_owned()
    } else {
        week.added
    };
    view! { <tr><th scope="row">{week.weeks}</th><td>{week.gaps}</td><td>{added}</td></tr> }
}
