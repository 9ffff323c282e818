//! Re-assess: a new assessment of the same unit, from what was found the last time, over the same model or a newer one.

use crate::app::browser::today;
use crate::app::parts::fields::TextField;
use crate::app::parts::model_moves::model_moves;
use crate::app::route::Route;
use crate::app::shell::go;
use crate::app::team_view::TeamView;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::carry_over::carry_over;
use crate::domain::date::Date;
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::id::AssessmentId;
use crate::domain::model::Model;
use crate::report::second_look::{SecondLook, second_look};
use leptos::ev;
use leptos::prelude::*;

/// After how many months people usually look at evidence again.
const USUAL_AGE: u16 = 12;

#[component]
pub fn Again() -> impl IntoView {
    let workspace = workspace();
    let blind = Memo::new(move |_| workspace.track_any(|open| open.assessment.blind) == Some(true));
    let agree = move || {
        let id = workspace.with(|open| open.id.clone())?;
        Some(Route::Team(id, TeamView::Agree).address())
    };
    // What is hidden from the one at work would be left behind without a word.
    view! {
        <Show when=move || !blind.get() fallback=move || view! {
            <div class="page">
                <h1 tabindex="-1">"Re-assess"</h1>
                <p class="empty">
                    "Ratings are still hidden from each other, and only your own would come along. "<a href=agree>"Open them"</a>" first."
                </p>
            </div>
        }>
            <AgainForm />
        </Show>
    }
}

#[component]
fn AgainForm() -> impl IntoView {
    let workspace = workspace();
    let title = RwSignal::new(usual_title(workspace));
    let months = RwSignal::new(Some(
        workspace
            .with(|open| open.assessment.evidence_age)
            .flatten()
            .unwrap_or(USUAL_AGE),
    ));
    let models = StoredValue::new(models(workspace));
    let chosen = RwSignal::new(0_usize);
    let wanted = move || models.with_value(|models| models.get(chosen.get()).cloned());
    // Only where the model is another one there is something to tell.
    let moved = move || {
        let new = model(workspace, &wanted()?)?;
        workspace.with(|open| {
            let same = open.model.assessment.header == new.assessment.header;
            (!same).then(|| model_moves(&open.model, &new))
        })?
    };
    let preview = Memo::new(move |_| preview(workspace, &wanted()?, months.get()));
    let start = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let begun = wanted().and_then(|wanted| {
            begin(
                workspace,
                wanted,
                &title.get_untracked(),
                months.get_untracked(),
            )
        });
        match begun {
            Some(id) => go(&Route::Rate(id, None)),
            None => workspace.say("This cannot be started: the model has a problem. See Models."),
        }
    };
    view! {
        <form class="page form" on:submit=start>
            <h1 tabindex="-1">"Re-assess"</h1>
            <p class="lead">"A new assessment of the same unit. What was found comes along, and you look at what may have changed. The last one stays as it is."</p>
            <div class="fields">
                <TextField label="Name" value=title commit=Callback::new(move |text: String| { title.set(text); Ok(()) }) />
                <TextField label="Look again at what is older than, in months" keyboard="numeric" hint="Empty: evidence does not age."
                    value=Signal::derive(move || months.get().map_or_else(String::new, |months| months.to_string()))
                    commit=Callback::new(move |text: String| read_months(&text).map(|found| months.set(found))) />
            </div>
            <Models models chosen />
            {moved}
            <section aria-labelledby="comes-along">
                <h2 id="comes-along">"What comes along"</h2>
                {move || preview.get().map(preview_view)}
            </section>
            <div class="buttons">
                <button type="submit" class="primary">"Start the re-assessment"</button>
                <a class="button" href=Route::Home.address()>"Cancel"</a>
            </div>
        </form>
    }
}

/// The model in use, and those to which one can move.
#[component]
fn Models(models: StoredValue<Vec<ModelRef>>, chosen: RwSignal<usize>) -> impl IntoView {
    let workspace = workspace();
    let library = workspace.library();
    let options = models.with_value(|models| {
        models.iter().enumerate().map(|(place, found)| {
            let header = library.shelf(&found.id, &found.version).and_then(|shelf| shelf.header().cloned());
            let title = header.map_or_else(|| found.id.to_string(), |header| header.title);
            let words = if place == 0 { "The model of the last assessment" } else { "What is unchanged comes along; the rest is listed for a second look" };
            view! {
                <label class="option">
                    <input type="radio" name="model" prop:checked=move || chosen.get() == place on:change=move |_| chosen.set(place) />
                    <span><strong>{title}</strong>{format!(" (version {})", found.version)}<br/>{words}</span>
                </label>
            }
        }).collect_view()
    });
    let one = models.with_value(Vec::len) == 1;
    view! {
        <fieldset class="options">
            <legend>"Model"</legend>
            {options}
            {one.then(|| view! { <p class="hint">"There is no newer model here. One that you add under Models is offered when it is a newer version of this one, or names it as the one before."</p> })}
        </fieldset>
    }
}

fn preview_view(found: SecondLook) -> impl IntoView {
    let reasons = found
        .reasons
        .into_iter()
        .map(|(words, count)| view! { <li>{format!("{count}: {words}")}</li> })
        .collect_view();
    view! {
        <p>{format!("{} ratings come along, marked as carried over until somebody looks at them.", found.carried)}</p>
        <p>{format!("{} are to be looked at, and {} can be confirmed as they are.", found.again, found.safe)}</p>
        <ul>{reasons}</ul>
        <p class="hint">"Notes, evidence, targets and the plan come along too."</p>
    }
}

/// The last name with today's day in place of the day that it had.
fn usual_title(workspace: Workspace) -> String {
    let title = workspace
        .with(|open| open.assessment.title.clone())
        .unwrap_or_default();
    let day = today().map_or_else(String::new, |day| format!(", {day}"));
    let without_day = title
        .rsplit_once(", ")
        .filter(|(_, end)| end.parse::<Date>().is_ok());
    format!(
        "{}{day}",
        without_day.map_or(title.as_str(), |(start, _)| start)
    )
}

fn read_months(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = text
        .parse()
        .ok()
        .filter(|months| (1..=600).contains(months));
    found
        .map(Some)
        .ok_or_else(|| "Write whole months, such as 12, or nothing.".to_owned())
}

fn models(workspace: Workspace) -> Vec<ModelRef> {
    let library = workspace.library();
    let found = workspace.with(|open| {
        let (model, framework) = (&open.assessment.model, &open.assessment.framework);
        let own = library.reference_to(&model.id, &model.version);
        let mut models: Vec<ModelRef> = own.into_iter().collect();
        models.extend(library.successors(model, &framework.id));
        models
    });
    found.unwrap_or_default()
}

fn model(workspace: Workspace, wanted: &ModelRef) -> Option<Model> {
    let framework = workspace.with(|open| open.assessment.framework.clone())?;
    workspace.library().model(wanted, &framework).ok()
}

fn edits(
    workspace: Workspace,
    wanted: &ModelRef,
    title: &str,
    months: Option<u16>,
) -> Option<(Model, Vec<Edit>)> {
    let new = model(workspace, wanted)?;
    workspace.with(|open| {
        let edits = carry_over(&open.id, &open.model, &open.assessment, &new, title, months);
        (new, edits)
    })
}

fn preview(workspace: Workspace, wanted: &ModelRef, months: Option<u16>) -> Option<SecondLook> {
    let framework = workspace.with(|open| open.assessment.framework.clone())?;
    let (model, edits) = edits(workspace, wanted, "Preview", months)?;
    second_look(&model, wanted, &framework, edits, today()?)
}

fn begin(
    workspace: Workspace,
    wanted: ModelRef,
    title: &str,
    months: Option<u16>,
) -> Option<AssessmentId> {
    let title = if title.trim().is_empty() {
        usual_title(workspace)
    } else {
        title.trim().to_owned()
    };
    let (_, edits) = edits(workspace, &wanted, &title, months)?;
    let framework = workspace.with(|open| open.assessment.framework.clone())?;
    let framework = workspace
        .library()
        .reference_to(&framework.id, &framework.version)?;
    workspace.start(wanted, framework, edits)
}
