//! Report: one file for those who were not there.

use crate::app::browser::{download_text, file_name};
use crate::app::made_report::{MadeReport, make_report};
use crate::app::parts::report_options::ReportOptions;
use crate::app::parts::report_sheet::ReportSheet;
use crate::app::report_choice::ReportChoice;
use crate::app::workspace::workspace;
use leptos::prelude::*;
use std::time::Duration;

/// Lets the page say that it is at work before it is.
const BREATH: Duration = Duration::from_millis(30);

#[component]
pub fn Report() -> impl IntoView {
    let workspace = workspace();
    let choice = ReportChoice::kept(workspace);
    let blind = Memo::new(move |_| workspace.track_any(|open| open.assessment.blind) == Some(true));
    // What was made last stays in sight until there is another.
    let made: RwSignal<Option<Result<MadeReport, String>>> = RwSignal::new(None);
    let busy = RwSignal::new(true);
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let wanted = choice.wanted();
        workspace.track_any(|_| ());
        if blind.get() {
            return;
        }
        busy.set(true);
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let make = move || {
            // Another one was asked for since, or the page is gone.
            if asked.try_get_value() == Some(number) {
                let found = workspace.with(|open| make_report(open, &wanted));
                made.set(found);
                busy.set(false);
            }
        };
        set_timeout(make, BREATH);
    });
    let is_made = move || !busy.get() && made.with(|made| matches!(made, Some(Ok(_))));
    let status = move || {
        made.with(|made| match made {
            _ if busy.get() => "Writing the report\u{2026}".to_owned(),
            Some(Err(message)) => message.clone(),
            _ => String::new(),
        })
    };
    let html = Signal::derive(move || {
        made.with(|made| match made {
            Some(Ok(made)) => made.html.clone(),
            _ => String::new(),
        })
    });
    let download = move |_| {
        if let Some(Ok(made)) = made.get_untracked() {
            let text = made.file(choice.wanted().with_data);
            download_text(&file_name(&made.title, "-report.html"), "text/html", &text);
        }
    };
    let print = move |_| {
        let _ = window().print(); // a browser without printing does nothing
    };
    view! {
        <div class="page report-page">
            <h1 tabindex="-1">"Report"</h1>
            <p class="lead">"One file for those who were not there. It opens in any browser, without Plumbline and without a network."</p>
            <Show when=move || !blind.get() fallback=|| view! {
                <p class="empty">"Ratings are still hidden from each other, and a report would show them all. Make it once they are open to everybody."</p>
            }>
                <ReportOptions choice />
                <div class="buttons">
                    <button type="button" class="primary" disabled=move || !is_made() on:click=download>"Download the report"</button>
                    <button type="button" disabled=move || !is_made() on:click=print>"Print"</button>
                    <span class="hint" role="status">{status}</span>
                </div>
                <section aria-label="The report as it will look" aria-busy=move || busy.get().to_string()>
                    <ReportSheet html />
                </section>
            </Show>
        </div>
    }
}
