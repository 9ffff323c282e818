//! Set up: unit, purpose, scope, method, targets, instances, and the files of the assessment.

use crate::app::parts::fields::TextField;
use crate::app::parts::finalised_line::FinalisedLine;
use crate::app::parts::rating_files::RatingFiles;
use crate::app::parts::scope_list::ScopeList;
use crate::app::parts::unit_place::UnitPlace;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::MethodId;
use leptos::prelude::*;

#[component]
pub fn SetUp() -> impl IntoView {
    let workspace = workspace();
    let rate = workspace.with(|open| Route::Rate(open.id.clone(), None).address());
    view! {
        <FinalisedLine />
        <div class="page set-up">
            <div class="section-head">
                <h1 tabindex="-1">"Set up"</h1>
                <a class="button primary" href=rate>"Go to rating"</a>
            </div>
            <About />
            <UnitPlace />
            <ModelInUse />
            <Scope />
            <ScopeList />
            <RatingFiles />
        </div>
    }
}

#[component]
fn About() -> impl IntoView {
    let workspace = workspace();
    let title = Signal::derive(move || {
        workspace
            .track(|open| open.assessment.title.clone())
            .unwrap_or_default()
    });
    let unit = Signal::derive(move || {
        workspace
            .track(|open| open.assessment.unit.clone())
            .unwrap_or_default()
    });
    let purpose = Signal::derive(move || {
        workspace
            .track(|open| open.assessment.purpose.clone())
            .unwrap_or_default()
    });
    let author = RwSignal::new(workspace.author());
    view! {
        <section aria-labelledby="about">
            <h2 id="about">"What this is about"</h2>
            <div class="fields">
                <TextField label="Name" value=title commit=Callback::new(move |title| { workspace.apply(Edit::SetTitle { title }); Ok(()) }) />
                <TextField label="Organizational unit" placeholder="Who is assessed" value=unit commit=Callback::new(move |unit| { workspace.apply(Edit::SetUnit { unit }); Ok(()) }) />
                <TextField label="Purpose" placeholder="Why, and what the result is for" value=purpose commit=Callback::new(move |purpose| { workspace.apply(Edit::SetPurpose { purpose }); Ok(()) }) />
                <TextField label="Your name or role, kept with each change" value=author commit=Callback::new(move |name: String| {
                    workspace.set_author(&name);
                    author.set(workspace.author());
                    Ok(())
                }) />
            </div>
        </section>
    }
}

#[component]
fn ModelInUse() -> impl IntoView {
    let workspace = workspace();
    let library = workspace.library();
    let shown = workspace.with(|open| {
        let files = [(&open.assessment.model, "Assessment model"), (&open.assessment.framework, "Measurement framework")];
        files.map(|(used, kind)| {
            let present = library.reference_to(&used.id, &used.version);
            let title = library.shelf(&used.id, &used.version).and_then(|shelf| shelf.header().map(|header| header.title.clone()));
            let other = present.filter(|present| present.hash != used.hash).map(|present| {
                format!("The assessment was started with version {}; the file here is version {} and differs from it.", used.version, present.version)
            });
            view! {
                <dt>{kind}</dt>
                <dd>
                    <a href=Route::Models(Some(used.id.clone())).address()>{title.unwrap_or_else(|| used.id.to_string())}</a>
                    {format!(" (version {})", used.version)}
                    {other.map(|text| view! { <p class="problem warning">{text}</p> })}
                </dd>
            }
        }).collect_view()
    });
    view! {
        <section aria-labelledby="model">
            <h2 id="model">"Model"</h2>
            <dl class="pairs">{shown}</dl>
        </section>
    }
}

#[component]
fn Scope() -> impl IntoView {
    let workspace = workspace();
    let highest = workspace
        .with(|open| open.model.framework.highest_level())
        .unwrap_or(0);
    let names = StoredValue::new(
        workspace
            .with(|open| {
                (0..=highest)
                    .map(|level| format!("{level} {}", open.model.framework.level_name(level)))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default(),
    );
    let cap = move || {
        workspace
            .track(|open| open.assessment.highest_level)
            .unwrap_or(0)
    };
    let target = move || {
        workspace
            .track(|open| open.assessment.target.default)
            .unwrap_or(0)
    };
    let method = move || workspace.track(|open| open.assessment.method.clone());
    let methods = workspace
        .with(|open| open.model.framework.methods.clone())
        .unwrap_or_default();
    let targets = workspace.with(|open| Route::Plan(open.id.clone(), PlanView::Targets).address());
    let level_options = move |chosen: u8, from: u8| {
        (from..=highest).map(|level| view! {
            <option value=level.to_string() selected=level == chosen>{names.with_value(|names| names[usize::from(level)].clone())}</option>
        }).collect_view()
    };
    view! {
        <section aria-labelledby="scope">
            <h2 id="scope">"How far and how"</h2>
            <div class="fields">
                <label>
                    <span class="field-name">"Highest level to assess"</span>
                    <select on:change=move |event| { if let Ok(level) = event_target_value(&event).parse() { workspace.apply(Edit::SetHighestLevel { level }); } }>
                        {move || level_options(cap(), 1)}
                    </select>
                </label>
                <label>
                    <span class="field-name">"Target level"</span>
                    <select on:change=move |event| { if let Ok(level) = event_target_value(&event).parse() { workspace.apply(Edit::SetTarget { level }); } }>
                        {move || level_options(target(), 0)}
                    </select>
                </label>
            </div>
            <p class="hint">"One process or one attribute may aim otherwise: "<a href=targets>"adjust the targets"</a>"."</p>
            {move || (target() > cap()).then(|| view! {
                <p class="problem warning">"The target is above the highest level to assess, so it cannot be seen whether it is reached."</p>
            })}
            <fieldset class="options">
                <legend>"Rating method"</legend>
                {methods.into_iter().map(|found| {
                    let id = found.id.clone();
                    let this: MethodId = found.id.clone();
                    view! {
                        <label class="option">
                            <input type="radio" name="method" prop:checked=move || method().as_ref() == Some(&this) on:change=move |_| { workspace.apply(Edit::SetMethod { method: id.clone() }); } />
                            <span><strong>{found.id.to_string()}": "{found.title}</strong><br/>{found.meaning}</span>
                        </label>
                    }
                }).collect_view()}
            </fieldset>
        </section>
    }
}
