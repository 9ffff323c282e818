//! Taking a target over from another assessment on this machine.

use super::target_profiles::{describe, use_target};
use crate::app::summary::Summary;
use crate::app::workspace::{Workspace, fold, workspace};
use crate::domain::assessment::Assessment;
use crate::domain::id::AssessmentId;
use crate::domain::target::Target;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What another assessment has to offer.
#[derive(Clone)]
enum Offers {
    None,
    Reading,
    Here(Vec<(String, Target)>),
    Unreadable,
}

#[component]
pub fn TargetTakeover() -> impl IntoView {
    let workspace = workspace();
    let offers = RwSignal::new(Offers::None);
    let others = move || {
        let here = workspace.track(|open| open.id.clone());
        let listed = workspace.list.summaries.get();
        let other = |summary: &Summary| {
            Some(&summary.id) != here.as_ref()
                && summary.deleted_at.is_none()
                && summary.trouble.is_none()
        };
        listed.map(|listed| listed.into_iter().filter(other).collect::<Vec<_>>())
    };
    let choose = move |event| match event_target_value(&event).as_str() {
        "" => offers.set(Offers::None),
        id => {
            offers.set(Offers::Reading);
            read(workspace, AssessmentId::new(id), offers);
        }
    };
    view! {
        <details class="takeover" on:toggle=move |_| workspace.refresh_list()>
            <summary>"Take over from another assessment"</summary>
            {move || match others() {
                None => view! { <p class="hint" role="status">"Reading what is kept on this machine\u{2026}"</p> }.into_any(),
                Some(others) if others.is_empty() => view! { <p class="hint">"There is no other assessment on this machine."</p> }.into_any(),
                Some(others) => view! {
                    <label>
                        <span class="field-name">"Assessment"</span>
                        <select on:change=choose>
                            <option value="">"Choose\u{2026}"</option>
                            {others.into_iter().map(|other| view! { <option value=other.id.to_string()>{other.title}</option> }).collect_view()}
                        </select>
                    </label>
                }.into_any(),
            }}
            {move || match offers.get() {
                Offers::None => ().into_any(),
                Offers::Reading => view! { <p class="hint" role="status">"Reading it\u{2026}"</p> }.into_any(),
                Offers::Unreadable => view! { <p class="problem error" role="alert">"This assessment cannot be read. Nothing was changed."</p> }.into_any(),
                Offers::Here(found) => view! {
                    <ul class="kept-profiles" aria-label="Targets to take over">{found.into_iter().map(offer).collect_view()}</ul>
                }.into_any(),
            }}
        </details>
    }
}

fn offer((name, target): (String, Target)) -> impl IntoView {
    let workspace = workspace();
    let (title, words) = (name.clone(), describe(&target));
    let label = format!("Use {name}");
    view! {
        <li>
            <span>{title}</span>
            <span class="hint">{words}</span>
            <button type="button" class="quiet" aria-label=label on:click=move |_| use_target(&workspace, &name, &target)>"Use"</button>
        </li>
    }
}

/// Reads the present target of another assessment, and those that it keeps under a name.
fn read(workspace: Workspace, id: AssessmentId, offers: RwSignal<Offers>) {
    spawn_local(async move {
        let found = workspace.find(&id).await;
        let read = found.and_then(|found| fold(&found));
        offers.set(read.map_or(Offers::Unreadable, |assessment| {
            Offers::Here(targets(&assessment))
        }));
    });
}

fn targets(assessment: &Assessment) -> Vec<(String, Target)> {
    let present = format!("Target of {}", assessment.title);
    let kept = assessment.target_profiles.values();
    let kept = kept.map(|profile| (profile.name.clone(), profile.target()));
    std::iter::once((present, assessment.target.clone()))
        .chain(kept)
        .collect()
}
