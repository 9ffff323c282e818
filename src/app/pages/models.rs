//! Models: what every model file holds, its problems and where it comes from.

use crate::app::library::OWN;
use crate::app::model_shelf;
use crate::app::parts::crosswalk_view::CrosswalkView;
use crate::app::parts::own_models::OwnModels;
use crate::app::route::Route;
use crate::app::shell::Address;
use crate::app::workspace::workspace;
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::framework::Framework;
use crate::domain::header::Confidence;
use crate::domain::id::ModelId;
use crate::domain::reference_model::ReferenceModel;
use crate::reference::document::Document;
use crate::reference::library::{Library, Shelf};
use crate::reference::problem::{Problem, Severity};
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Models() -> impl IntoView {
    let workspace = workspace();
    let Address(address) = expect_context();
    // Models that are kept or removed change the list.
    let library = move || {
        workspace.models_revision.track();
        workspace.library()
    };
    let chosen = move || match address.get() {
        Route::Models(Some(id)) => Some(id),
        _ => None,
    };
    view! {
        <div class="page models">
            <h1 tabindex="-1">"Models"</h1>
            <p class="lead">"What can be assessed is data. Each file says where it comes from and how sure it is."</p>
            {move || chosen().map(|_| view! { <p><a href=Route::Models(None).address()>"All models"</a></p> })}
            {move || match chosen() {
                None => view! {
                    <ul class="shelves">
                        {library().shelves.iter().map(|shelf| view! { <ShelfEntry shelf=shelf.clone() /> }).collect_view()}
                    </ul>
                }.into_any(),
                Some(id) => match shelf(&library(), &id) {
                    Some(shelf) => view! { <Content shelf=shelf.clone() /> }.into_any(),
                    None => view! { <p class="problem error">{format!("There is no model \"{id}\" here.")}</p> }.into_any(),
                },
            }}
            <div hidden=move || chosen().is_some()><OwnModels /></div>
        </div>
    }
}

/// The shelf that an address names: by id, or by id and version where there are several.
fn shelf<'a>(library: &'a Library, name: &ModelId) -> Option<&'a Shelf> {
    match name.as_str().split_once('@') {
        Some((id, version)) => library.shelf(&id.into(), version),
        None => library.shelf(name, ""),
    }
}

#[component]
fn ShelfEntry(shelf: Shelf) -> impl IntoView {
    let errors = shelf
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let warnings = shelf.problems.len() - errors;
    let state = match (errors, warnings) {
        (0, 0) => "No problems".to_owned(),
        (0, warnings) => words::count(warnings, "warning"),
        (errors, warnings) => format!(
            "{}, {}",
            words::count(errors, "error"),
            words::count(warnings, "warning")
        ),
    };
    let head = match shelf.document.as_ref().and_then(|document| Some((document.kind(), document.header()?.clone(), document.counts()))) {
        Some((kind, header, counts)) => view! {
            <p class="field-name">{kind}</p>
            <h2><a href=Route::Models(Some(format!("{}@{}", header.id, header.version).as_str().into())).address()>{header.title}</a></h2>
            <p>{counts}</p>
            <p class="hint">{format!("{} \u{b7} version {} \u{b7} {} \u{b7} ", shelf.file, header.version, header.licence)}{state}</p>
        }.into_any(),
        None => view! { <h2>{shelf.file.clone()}</h2><p class="problem error">{format!("This file cannot be used. {state}.")}</p> }.into_any(),
    };
    let own = shelf
        .file
        .starts_with(OWN)
        .then(|| own_tools(shelf.clone()));
    view! { <li class="shelf">{head}<Problems problems=shelf.problems />{own}</li> }
}

/// What can be done with a model that somebody brought.
fn own_tools(shelf: Shelf) -> impl IntoView {
    let workspace = workspace();
    let name = shelf.file.trim_start_matches(OWN).to_owned();
    let file = StoredValue::new(shelf.file);
    view! {
        <p><span class="mark">"Yours"</span></p>
        <div class="buttons">
            <button type="button" class="quiet" aria-label=format!("Export {name}") on:click=move |_| file.with_value(|file| model_shelf::export(workspace, file))>"Export"</button>
            <button type="button" class="quiet" aria-label=format!("Remove {name}") on:click=move |_| file.with_value(|file| model_shelf::remove(workspace, file))>"Remove"</button>
        </div>
    }
}

#[component]
fn Problems(problems: Vec<Problem>) -> impl IntoView {
    (!problems.is_empty()).then(|| view! {
        <ul class="problems">
            {problems.into_iter().map(|problem| {
                let class = if problem.severity == Severity::Error { "problem error" } else { "problem warning" };
                view! { <li class=class>{problem.to_string()}</li> }
            }).collect_view()}
        </ul>
    })
}

#[component]
fn Content(shelf: Shelf) -> impl IntoView {
    let Some(document) = shelf.document else {
        return ().into_any();
    };
    let Some(header) = document.header().cloned() else {
        return ().into_any();
    };
    let inside = match document {
        Document::Catalogue(_) => ().into_any(),
        Document::Framework(framework) => framework_view(&framework),
        Document::ReferenceModel(model) => reference_view(&model),
        Document::AssessmentModel(model) => assessment_model_view(&model),
        Document::Crosswalk(crosswalk) => view! { <CrosswalkView crosswalk /> }.into_any(),
    };
    view! {
        <article class="model-content">
            <h2 id="content">{header.title}</h2>
            <p><strong>"Where it comes from. "</strong>{header.provenance}</p>
            <p class="hint">{format!("Fingerprint {}", shelf.hash.chars().take(16).collect::<String>())}</p>
            {inside}
        </article>
    }.into_any()
}

/// Certain things need no mark.
fn confidence(confidence: Confidence) -> Option<AnyView> {
    let word = match confidence {
        Confidence::Sure => return None,
        Confidence::Likely => "Known well, not read in the standard",
        Confidence::Unsure => "Not certain",
    };
    Some(view! { <span class="mark">{word}</span> }.into_any())
}

fn framework_view(framework: &Framework) -> AnyView {
    let levels = framework.levels.iter().map(|level| view! {
        <tr><td>{level.level}</td><td>{level.name.clone()}</td><td>{level.meaning.clone()}</td></tr>
    }).collect_view();
    let steps = framework.scale.ratings.iter().map(|step| {
        (
            &step.code,
            &step.name,
            step.above,
            step.up_to,
            &step.meaning,
        )
    });
    let halves = framework.scale.refined.iter().map(|part| {
        (
            &part.code,
            &part.name,
            part.above,
            part.up_to,
            &part.meaning,
        )
    });
    let scale = steps.chain(halves).map(|(code, name, above, up_to, meaning)| view! {
        <tr><td>{code.to_string()}</td><td>{name.clone()}</td><td class="limits">{words::limits(above, up_to)}</td><td>{meaning.clone()}</td></tr>
    }).collect_view();
    let attributes = framework.attributes.iter().map(|attribute| view! {
        <details>
            <summary><strong>{attribute.id.to_string()}" "{attribute.title.clone()}</strong>{format!(", level {}, {} ", attribute.level, words::count(attribute.achievements.len(), "achievement"))}{confidence(attribute.confidence)}</summary>
            <p>{attribute.meaning.clone()}</p>
            <p><strong>"Without it. "</strong>{attribute.effect.clone()}</p>
            <ol type="a">{attribute.achievements.iter().map(|achievement| view! { <li>{achievement.text.clone()}</li> }).collect_view()}</ol>
            <p class="hint">{attribute.source.clone()}</p>
        </details>
    }).collect_view();
    let rule = framework.level_rule.iter().map(|row| view! {
        <li>{format!("Level {}: its own attributes at least {}, all attributes of lower levels {}.", row.level, row.own, row.below)}</li>
    }).collect_view();
    let aggregations = framework.aggregations.iter().map(|aggregation| {
        let values: Vec<String> = aggregation.values.iter().map(|value| format!("{} = {}", value.code, value.value)).collect();
        view! { <li>{aggregation.title.clone()}": "{values.join(", ")}". "{aggregation.source.clone()}" "{confidence(aggregation.confidence)}</li> }
    }).collect_view();
    view! {
        <h3>"Levels"</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of levels"><table><thead><tr><th scope="col">"Level"</th><th scope="col">"Name"</th><th scope="col">"Meaning"</th></tr></thead><tbody>{levels}</tbody></table></div>
        <h3>"Level rule"</h3><ul>{rule}</ul>
        <h3>"Rating scale"</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of ratings"><table><thead><tr><th scope="col">"Code"</th><th scope="col">"Name"</th><th scope="col">"Achieved"</th><th scope="col">"Meaning"</th></tr></thead><tbody>{scale}</tbody></table></div>
        <h3>"Aggregation"</h3><ul>{aggregations}</ul>
        <h3>"Process attributes"</h3>{attributes}
    }.into_any()
}

fn reference_view(model: &ReferenceModel) -> AnyView {
    let groups = model.groups.iter().map(|group| {
        let processes = model.processes.iter().filter(|process| process.group == group.id).map(|process| {
            let relations = model.relations.iter().filter(|relation| relation.from == process.id).map(|relation| view! {
                <li>"To "{relation.to.to_string()}": "{relation.what.clone()}</li>
            }).collect_view();
            view! {
                <details>
                    <summary><strong>{process.id.to_string()}" "{process.name.clone()}</strong></summary>
                    <p>{process.purpose.clone()}</p>
                    <h5>"Outcomes"</h5>
                    <ul class="guide-list">{process.outcomes.iter().map(|outcome| view! { <li><strong>{outcome.id.to_string()}</strong>" "{outcome.text.clone()}</li> }).collect_view()}</ul>
                    <h5>"Relations"</h5>
                    <ul>{relations}</ul>
                </details>
            }
        }).collect_view();
        view! { <h4>{group.title.clone()}</h4>{processes} }
    }).collect_view();
    view! {
        <dl class="pairs">
            <dt>"Domain"</dt><dd>{model.domain.clone()}</dd>
            <dt>"Context of use"</dt><dd>{model.context_of_use.clone()}</dd>
            <dt>"Community"</dt><dd>{model.community.clone()}</dd>
            <dt>"Consensus"</dt><dd>{model.consensus.clone()}" "{confidence(model.confidence)}</dd>
        </dl>
        {(!model.successions.is_empty()).then(|| view! {
            <h3>"What became of older processes"</h3>
            <ul>{model.successions.iter().map(|found| view! { <li>{words::succession(found)}</li> }).collect_view()}</ul>
        })}
        <h3>"Processes"</h3>{groups}
    }
    .into_any()
}

fn assessment_model_view(model: &AssessmentModel) -> AnyView {
    let processes = model.processes.iter().map(|process| view! {
        <details>
            <summary><strong>{process.process.to_string()}</strong>{format!(", {} base practices, {} information items", process.practices.len(), process.information_items.len())}</summary>
            <h4>"Base practices"</h4>
            <ul class="guide-list">{process.practices.iter().map(|practice| {
                let outcomes: Vec<&str> = practice.outcomes.iter().map(|id| id.as_str()).collect();
                view! { <li><strong>{practice.id.clone()}</strong>" "{practice.text.clone()}" "<span class="row-id">{outcomes.join(", ")}</span></li> }
            }).collect_view()}</ul>
            <h4>"Information items"</h4>
            <ul class="guide-list">{process.information_items.iter().map(|item| view! { <li><strong>{item.name.clone()}</strong>" "{item.holds.clone()}</li> }).collect_view()}</ul>
        </details>
    }).collect_view();
    let generic = model.generic_practices.iter().map(|practice| {
        let achievements: Vec<&str> = practice.achievements.iter().map(|found| found.as_str()).collect();
        view! { <li><strong>{practice.id.clone()}</strong>" "{practice.text.clone()}" "<span class="row-id">{achievements.join(", ")}</span></li> }
    }).collect_view();
    let resources = model.generic_resources.iter().map(|found| view! { <li><strong>{found.name.clone()}</strong>" "{found.holds.clone()}</li> }).collect_view();
    view! {
        <p>{model.purpose.clone()}</p>
        <p>"Over "<a href=Route::Models(Some(model.reference_model.clone())).address()>{model.reference_model.to_string()}</a>", with "
            {model.frameworks.iter().map(|id| view! { <a href=Route::Models(Some(id.clone())).address()>{id.to_string()}</a>" " }).collect_view()}</p>
        <h3>"Selections"</h3>
        <ul>{model.selections.iter().map(|found| view! { <li><strong>{found.title.clone()}</strong>" "{found.when.clone()}</li> }).collect_view()}</ul>
        <h3>"Processes"</h3>{processes}
        <h3>"Generic practices"</h3><ul class="guide-list">{generic}</ul>
        <h3>"Generic resources"</h3><ul class="guide-list">{resources}</ul>
    }.into_any()
}
