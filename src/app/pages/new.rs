//! A new assessment: what it is called, which model, which processes.

use crate::app::route::Route;
use crate::app::shell::go;
use crate::app::starter::{Start, start};
use crate::app::workspace::workspace;
use crate::domain::header::Header;
use crate::domain::id::{ModelId, SelectionId};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn New() -> impl IntoView {
    let workspace = workspace();
    let library = StoredValue::new(workspace.library());
    let model = RwSignal::new(library.with_value(|library| {
        library
            .assessment_models()
            .next()
            .map(|model| name(&model.header))
    }));
    let framework: RwSignal<Option<ModelId>> = RwSignal::new(None);
    let selection: RwSignal<Option<SelectionId>> = RwSignal::new(None);
    let title = RwSignal::new(String::new());
    let unit = RwSignal::new(String::new());
    let chosen = move || {
        let wanted = model.get()?;
        library.with_value(|library| {
            library
                .assessment_models()
                .find(|model| name(&model.header) == wanted)
                .cloned()
        })
    };
    let frameworks = move || {
        let ids = chosen().map_or_else(Vec::new, |model| model.frameworks.clone());
        library.with_value(|library| {
            ids.iter()
                .filter_map(|id| library.framework(id))
                .map(|found| (found.header.id.clone(), found.header.title.clone()))
                .collect::<Vec<_>>()
        })
    };
    let selections = move || chosen().map_or_else(Vec::new, |model| model.selections.clone());
    // What counts while nothing was chosen: the first of each.
    let framework_now = move || {
        framework
            .get()
            .or_else(|| frameworks().first().map(|(id, _)| id.clone()))
    };
    let selection_now = move || {
        selection
            .get()
            .or_else(|| selections().first().map(|found| found.id.clone()))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(model) = chosen() else { return };
        let (Some(framework), Some(selection)) = (framework_now(), selection_now()) else {
            return;
        };
        let wanted = Start {
            header: model.header.clone(),
            framework,
            selection,
            title: title.get_untracked(),
            unit: unit.get_untracked(),
        };
        match start(&workspace, &wanted) {
            Some(id) => go(&Route::SetUp(id)),
            None => workspace.say("This cannot be started: the model has a problem. See Models."),
        }
    };
    let models: Vec<_> = library.with_value(|library| {
        library
            .assessment_models()
            .map(|model| (name(&model.header), model.header.title.clone()))
            .collect()
    });
    // Versions that stand beside each other are told apart.
    let models = models
        .iter()
        .map(|(name, title)| {
            let twice = models.iter().filter(|(_, other)| other == title).count() > 1;
            let version = name.rsplit('@').next().unwrap_or_default();
            let label = if twice {
                format!("{title}, version {version}")
            } else {
                title.clone()
            };
            view! { <option value=name.clone()>{label}</option> }
        })
        .collect_view();
    view! {
        <form class="page form" on:submit=submit>
            <h1 tabindex="-1">"New assessment"</h1>
            <p class="lead">"Everything but the model can be changed later."</p>
            <div class="fields">
                <label>
                    <span class="field-name">"Name"</span>
                    <input type="text" placeholder="Named after the selection and the day" prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
                </label>
                <label>
                    <span class="field-name">"Organizational unit"</span>
                    <input type="text" placeholder="Who is assessed, for example: Service desk, Berlin" prop:value=move || unit.get() on:input=move |event| unit.set(event_target_value(&event)) />
                </label>
                <label>
                    <span class="field-name">"Assessment model"</span>
                    <select on:change=move |event| { model.set(Some(event_target_value(&event))); framework.set(None); selection.set(None); }>
                        {models}
                    </select>
                </label>
                <label>
                    <span class="field-name">"Measurement framework"</span>
                    <select on:change=move |event| framework.set(Some(ModelId::new(event_target_value(&event))))>
                        {move || frameworks().into_iter().map(|(id, title)| view! { <option value=id.to_string()>{title}</option> }).collect_view()}
                    </select>
                </label>
            </div>
            <fieldset class="options">
                <legend>"Processes to start with"</legend>
                {move || selections().into_iter().map(|found| {
                    let id = found.id.clone();
                    let checked = found.id.clone();
                    view! {
                        <label class="option">
                            <input type="radio" name="selection" prop:checked=move || selection_now().as_ref() == Some(&checked) on:change=move |_| selection.set(Some(id.clone())) />
                            <span><strong>{found.title}</strong>{format!(" ({}, to level {})", found.processes.len(), found.highest_level)}<br/>{found.when}</span>
                        </label>
                    }
                }).collect_view()}
            </fieldset>
            <div class="buttons">
                <button type="submit" class="primary">"Create and set up"</button>
                <a class="button" href=Route::Home.address()>"Cancel"</a>
            </div>
        </form>
    }
}

/// What tells a model and its version from all others.
fn name(header: &Header) -> String {
    format!("{}@{}", header.id, header.version)
}
