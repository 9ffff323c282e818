//! What kind of unit is assessed, which units it is part of, and when it is to be assessed again.

use super::fields::{ChoiceField, DateField, TextField};
use crate::app::route::Route;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::unit::{UnitKind, UnitPart};
use crate::report::unit_words;
use leptos::prelude::*;

#[component]
pub fn UnitPlace() -> impl IntoView {
    let workspace = workspace();
    let kind = move || {
        workspace
            .track(|open| open.assessment.unit_kind)
            .unwrap_or_default()
    };
    let reassess_by = Signal::derive(move || {
        workspace
            .track(|open| open.assessment.reassess_by)
            .flatten()
    });
    let previous = move || {
        workspace
            .track(|open| open.assessment.previous.clone())
            .flatten()
    };
    let again = workspace.with(|open| Route::Again(open.id.clone()).address());
    let options = UnitKind::ALL
        .map(|kind| {
            (
                unit_words::kind(kind).to_owned(),
                unit_words::kind(kind).to_owned(),
            )
        })
        .to_vec();
    let parts = [UnitKind::Organisation, UnitKind::Site, UnitKind::Team];
    view! {
        <section aria-labelledby="unit-place">
            <h2 id="unit-place">"Where the unit belongs"</h2>
            <p class="hint">"Assessments of the same unit are a series: Over time and Portfolio show them together."</p>
            <div class="fields">
                <ChoiceField label="Kind of unit" options value=Signal::derive(move || unit_words::kind(kind()).to_owned())
                    commit=Callback::new(move |word: String| {
                        let chosen = UnitKind::ALL.into_iter().find(|kind| unit_words::kind(*kind) == word);
                        place(workspace, chosen.unwrap_or_default(), within(workspace));
                    }) />
                {parts.map(|part| view! {
                    // A unit is part of larger ones only.
                    {move || (part < kind()).then(|| view! {
                        <TextField label=unit_words::part_of(part) value=Signal::derive(move || name_of(workspace, part))
                            commit=Callback::new(move |name: String| {
                                place(workspace, kind(), with_name(workspace, part, name));
                                Ok(())
                            }) />
                    })}
                })}
                <DateField label="To be assessed again by" value=reassess_by commit=Callback::new(move |day| { workspace.apply(Edit::SetReassessBy { day }); }) />
            </div>
            {move || previous().map(|previous| {
                let day = previous.day.map_or_else(String::new, |day| format!(", last changed {day}"));
                view! { <p>"Goes on from "<a href=Route::Profile(previous.assessment.clone(), None).address()>{previous.title.clone()}</a>{day}"."</p> }
            })}
            <p><a class="button" href=again>"Re-assess this unit\u{2026}"</a></p>
        </section>
    }
}

fn within(workspace: Workspace) -> Vec<UnitPart> {
    workspace
        .track(|open| open.assessment.within.clone())
        .unwrap_or_default()
}

fn name_of(workspace: Workspace, kind: UnitKind) -> String {
    let part = within(workspace).into_iter().find(|part| part.kind == kind);
    part.map_or_else(String::new, |part| part.name)
}

/// The larger units with one of them named anew, the largest first. An empty name takes it out.
fn with_name(workspace: Workspace, kind: UnitKind, name: String) -> Vec<UnitPart> {
    let mut parts = within(workspace);
    parts.retain(|part| part.kind != kind);
    if !name.is_empty() {
        parts.push(UnitPart { kind, name });
    }
    parts.sort_by_key(|part| part.kind);
    parts
}

/// A smaller unit than before may be part of more, a larger one of less.
fn place(workspace: Workspace, kind: UnitKind, mut within: Vec<UnitPart>) {
    within.retain(|part| part.kind < kind);
    workspace.apply(Edit::PlaceUnit { kind, within });
}
