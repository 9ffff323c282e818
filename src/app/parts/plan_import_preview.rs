//! What bringing back the table of a plan would do, before it is done.

use super::dialog::Dialog;
use crate::app::browser::{timed_id, today};
use crate::app::workspace::workspace;
use crate::domain::id::ActionId;
use crate::exchange::plan_import::{
    ActionChange, CellProblem, FieldChange, PlanImport, Present, preview,
};
use crate::report::words;
use leptos::prelude::*;

/// Shows what a file would change while there is one: its name and text. Closing takes it away and does nothing.
#[component]
pub fn PlanImportPreview(brought: RwSignal<Option<(String, String)>>) -> impl IntoView {
    let workspace = workspace();
    let take_strangers = RwSignal::new(false);
    let import = Memo::new(move |_| {
        let results = workspace.results();
        let take = take_strangers.get();
        brought.with(|file| {
            let (_, text) = file.as_ref()?;
            let today = today()?;
            workspace.track(|open| {
                let present = Present {
                    model: &open.model,
                    assessment: &open.assessment,
                    results: &results,
                    today,
                };
                preview(&present, text, take, || ActionId::new(timed_id()))
            })
        })
    });
    let close = Callback::new(move |()| {
        brought.set(None);
        take_strangers.set(false);
    });
    Effect::new(move |_| {
        if let Some(Err(message)) = import.get() {
            let name = brought.with_untracked(|file| file.as_ref().map(|(name, _)| name.clone()));
            workspace.say(format!("{}: {message}", name.unwrap_or_default()));
            close.run(());
        }
    });
    let made = Signal::derive(move || import.get().and_then(Result::ok));
    let shown = Signal::derive(move || made.with(Option::is_some));
    view! {
        <Dialog title="Bring back the plan" shown close>
            {move || made.get().map(|import| view! { <Content import take_strangers close /> })}
        </Dialog>
    }
}

#[component]
fn Content(
    import: PlanImport,
    take_strangers: RwSignal<bool>,
    close: Callback<()>,
) -> impl IntoView {
    let workspace = workspace();
    let edits = StoredValue::new(import.edits);
    let count = import.changes.len();
    let new = import.changes.iter().filter(|change| change.new).count();
    let take = move |_| {
        if workspace.apply_all(edits.get_value()) {
            workspace.say(format!(
                "{} changed. Undo takes it all back.",
                words::count(count, "action")
            ));
        }
        close.run(());
    };
    let strangers = import.strangers.len();
    view! {
        <p>{summary(count, new, import.problems.len())}</p>
        {import.remarks.into_iter().map(|remark| view! { <p class="problem warning">{remark}</p> }).collect_view()}
        {(strangers > 0).then(|| view! {
            <p class="problem warning">{format!("The plan does not have the id of {}:", words::count(strangers, "row"))}</p>
            <ul class="import-list">
                {import.strangers.into_iter().map(|found| view! {
                    <li><strong>{format!("Line {}. ", found.line)}</strong>{found.title}{found.removed.then_some(" (removed from the plan)")}</li>
                }).collect_view()}
            </ul>
            <label class="choice-alone">
                <input type="checkbox" prop:checked=move || take_strangers.get() on:change=move |event| take_strangers.set(event_target_checked(&event)) />
                " Make actions of them. Removed ones come back."
            </label>
        })}
        {(!import.problems.is_empty()).then(|| view! {
            <h3>"Cannot be used, and left out"</h3>
            <ul class="import-list">{import.problems.into_iter().map(problem).collect_view()}</ul>
        })}
        {(count > 0).then(|| view! {
            <h3>"What changes"</h3>
            <ul class="import-list">{import.changes.into_iter().map(change).collect_view()}</ul>
        })}
        <div class="buttons">
            <button type="button" class="primary" disabled={count == 0} on:click=take>{format!("Change {}", words::count(count, "action"))}</button>
            <button type="button" on:click=move |_| close.run(())>"Leave all as it is"</button>
        </div>
    }
}

fn summary(count: usize, new: usize, problems: usize) -> String {
    let changed = match (count, new) {
        (0, _) => "The file changes nothing.".to_owned(),
        (count, 0) => format!("{} would change.", words::count(count, "action")),
        (count, new) => format!(
            "{} would change, {new} of them new.",
            words::count(count, "action")
        ),
    };
    match problems {
        0 => changed,
        1 => format!("{changed} 1 cell or row cannot be used."),
        count => format!("{changed} {count} cells or rows cannot be used."),
    }
}

fn problem(problem: CellProblem) -> impl IntoView {
    let place = match problem.column.as_str() {
        "" => format!("Line {}. ", problem.line),
        column => format!("Line {}, {column}. ", problem.line),
    };
    view! { <li><strong>{place}</strong>{problem.text}</li> }
}

fn change(change: ActionChange) -> impl IntoView {
    let new = change
        .new
        .then(|| view! { <span class="mark">"new"</span> });
    let fields = change.fields.into_iter().map(field).collect_view();
    view! { <li><strong>{change.title}</strong>" "{new}<ul class="field-changes">{fields}</ul></li> }
}

fn field(change: FieldChange) -> impl IntoView {
    let side = |text: String| match text.as_str() {
        "" => "nothing".to_owned(),
        _ => format!("\u{201c}{text}\u{201d}"),
    };
    let told = match change.before.as_str() {
        "" => format!("{}: {}", change.field, side(change.after)),
        _ => format!(
            "{}: from {} to {}",
            change.field,
            side(change.before),
            side(change.after)
        ),
    };
    view! { <li>{told}</li> }
}
