//! What comes out of the plan and back in: the table, the calendar file and the page to print.

use super::file_button::FileButton;
use super::plan_import_preview::PlanImportPreview;
use crate::app::browser::{download_text, file_name, now, today};
use crate::app::files::{CSV_FILES, export_table};
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::workspace::{Workspace, workspace};
use crate::exchange::calendar::{calendar, dated};
use crate::exchange::plan_table::plan_table;
use crate::report::plan_report::{PlanReport, plan_report};
use leptos::prelude::*;

#[component]
pub fn PlanFiles() -> impl IntoView {
    let workspace = workspace();
    let brought: RwSignal<Option<(String, String)>> = RwSignal::new(None);
    let picked = Callback::new(move |file| brought.set(Some(file)));
    let table = move |_| {
        if let Some(report) = plan_now(workspace, false) {
            export_table(&report.title, "-plan.csv", &plan_table(&report));
        }
    };
    let print = workspace.with(|open| Route::Plan(open.id.clone(), PlanView::Print).address());
    view! {
        <div class="buttons plan-files">
            <button type="button" on:click=table>"Plan as CSV"</button>
            <FileButton label="Bring back a CSV" accept=CSV_FILES picked />
            <button type="button" on:click=move |_| export_calendar(workspace)>"Calendar file"</button>
            <a class="button" href=print>"Print\u{2026}"</a>
        </div>
        <PlanImportPreview brought />
    }
}

/// The plan as it is now. None where nothing is open, or the clock is out of range.
pub fn plan_now(workspace: Workspace, with_stakeholders: bool) -> Option<PlanReport> {
    let results = workspace.results();
    let today = today()?;
    workspace.track(|open| {
        plan_report(
            &open.model,
            &open.assessment,
            &results,
            today,
            with_stakeholders,
        )
    })
}

fn export_calendar(workspace: Workspace) {
    let (Some(report), Some(id)) = (
        plan_now(workspace, false),
        workspace.with(|open| open.id.clone()),
    ) else {
        return;
    };
    if dated(&report).next().is_none() {
        return workspace.say("No action has a due date yet, so there is nothing for a calendar.");
    }
    if let Some(text) = calendar(&report, &id, &now()) {
        download_text(
            &file_name(&report.title, "-plan.ics"),
            "text/calendar;charset=utf-8",
            &text,
        );
    }
}
