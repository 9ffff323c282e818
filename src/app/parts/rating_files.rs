//! The files of an assessment: all of it, or its ratings as CSV.

use super::file_button::FileButton;
use super::import_preview::ImportPreview;
use crate::app::files::{CSV_FILES, export_assessment, export_table};
use crate::app::route::Route;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::assessment::Assessment;
use crate::domain::model::Model;
use crate::exchange::ratings_import::{self, Preview};
use crate::exchange::ratings_table;
use crate::report::table::Table;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn RatingFiles() -> impl IntoView {
    let workspace = workspace();
    let preview: RwSignal<Option<Preview>> = RwSignal::new(None);
    let picked = Callback::new(move |(name, text): (String, String)| {
        let author = workspace.author();
        let made = workspace.with(|open| {
            let (model, assessment) = (&open.model, &open.assessment);
            ratings_import::preview(model, assessment, &author, &name, &text)
        });
        match made {
            Some(Ok(made)) => preview.set(Some(made)),
            Some(Err(message)) => workspace.say(format!("{name}: {message}")),
            None => {}
        }
    });
    let export = move |_| {
        if let Some(id) = workspace.with(|open| open.id.clone()) {
            spawn_local(export_assessment(workspace, id));
        }
    };
    let share = workspace.with(|open| Route::Share(open.id.clone()).address());
    view! {
        <section aria-labelledby="files">
            <h2 id="files">"Files"</h2>
            <p class="hint">"The assessment file holds every change, but not the stakeholder register, which is private. Share makes one with it, one without names, or one that a passphrase locks. CSV files hold ratings, for spreadsheets."</p>
            <div class="buttons">
                <button type="button" on:click=export>"Export assessment"</button>
                <a class="button" href=share>"Share\u{2026}"</a>
                <button type="button" on:click=move |_| export_ratings(workspace, "-indicators.csv", ratings_table::by_indicator)>"Ratings by indicator (CSV)"</button>
                <button type="button" on:click=move |_| export_ratings(workspace, "-attributes.csv", ratings_table::by_attribute)>"Ratings by attribute (CSV)"</button>
                <FileButton label="Import ratings (CSV)" accept=CSV_FILES picked />
            </div>
            <ImportPreview preview />
        </section>
    }
}

fn export_ratings(workspace: Workspace, ending: &str, table: fn(&Model, &Assessment) -> Table) {
    let made = workspace.with(|open| {
        (
            open.assessment.title.clone(),
            table(&open.model, &open.assessment),
        )
    });
    if let Some((title, table)) = made {
        export_table(&title, ending, &table);
    }
}
