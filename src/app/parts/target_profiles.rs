//! Target profiles: the present target kept under a name, and used again.

use super::target_takeover::TargetTakeover;
use crate::app::browser::{put_back, random_id};
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::id::TargetProfileId;
use crate::domain::target::Target;
use crate::domain::target_profile::{LeftOut, TargetProfile, edits_between, fit};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn TargetProfiles() -> impl IntoView {
    let workspace = workspace();
    let name = RwSignal::new(String::new());
    let kept = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.target_profiles.clone())
            .unwrap_or_default()
    });
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if keep(&workspace, name.get_untracked().trim()) {
            name.set(String::new());
        }
    };
    view! {
        <section aria-labelledby="profiles" class="panel">
            <h2 id="profiles">"Target profiles"</h2>
            <p class="hint">"Keep the target under a name, to come back to it or to take it over into another assessment."</p>
            {move || {
                let kept = kept.get();
                (!kept.is_empty()).then(|| view! {
                    <ul class="kept-profiles" aria-label="Target profiles kept here">
                        {kept.into_iter().map(|(id, profile)| view! { <Kept id profile /> }).collect_view()}
                    </ul>
                })
            }}
            <form class="one-field" on:submit=save>
                <label>
                    <span class="field-name">"Name of the profile"</span>
                    <input type="text" placeholder="For example: After the first year" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Keep the present target"</button>
            </form>
            <TargetTakeover />
        </section>
    }
}

/// Keeps the present target under a name. A profile that has the name already takes it up.
fn keep(workspace: &Workspace, name: &str) -> bool {
    let edit = workspace.with(|open| {
        let assessment = &open.assessment;
        let mut kept = assessment.target_profiles.iter();
        let same = kept.find(|(_, profile)| profile.name == name);
        Edit::SetTargetProfile {
            profile: same.map_or_else(|| TargetProfileId::new(random_id()), |(id, _)| id.clone()),
            content: Some(TargetProfile::of(name, &assessment.target)),
        }
    });
    edit.is_some_and(|edit| workspace.apply(edit))
}

#[component]
fn Kept(id: TargetProfileId, profile: TargetProfile) -> impl IntoView {
    let workspace = workspace();
    let target = profile.target();
    let words = describe(&target);
    let name = profile.name.clone();
    let about = |what: &str| format!("{what} {name}");
    let (use_label, remove_label) = (about("Use"), about("Remove"));
    let name_label = about("Name of target profile");
    let id = StoredValue::new(id);
    let profile = StoredValue::new(profile);
    let target = StoredValue::new(target);
    let set = move |content| {
        workspace.apply(Edit::SetTargetProfile {
            profile: id.get_value(),
            content,
        })
    };
    let rename = move |event| {
        let content = profile.get_value();
        let before = content.name.clone();
        let renamed = TargetProfile {
            name: event_target_value(&event).trim().to_owned(),
            ..content
        };
        if !set(Some(renamed)) {
            put_back(&event, &before);
        }
    };
    let in_use = Memo::new(move |_| {
        workspace.track(|open| target.with_value(|target| *target == open.assessment.target))
            == Some(true)
    });
    view! {
        <li>
            <input type="text" aria-label=name_label prop:value=name.clone() on:change=rename />
            <span class="hint">{words}</span>
            <span class="buttons">
                {move || if in_use.get() {
                    view! { <span class="mark">"In use"</span> }.into_any()
                } else {
                    let label = use_label.clone();
                    view! { <button type="button" class="quiet" aria-label=label on:click=move |_| use_target(&workspace, &profile.with_value(|profile| profile.name.clone()), &target.get_value())>"Use"</button> }.into_any()
                }}
                <button type="button" class="quiet" aria-label=remove_label on:click=move |_| { set(None); }>"Remove"</button>
            </span>
        </li>
    }
}

/// Makes a target the one of the open assessment, as one step, and tells what its model cannot take over.
pub fn use_target(workspace: &Workspace, name: &str, target: &Target) {
    let found = workspace.with(|open| {
        let fitted = fit(&open.model, target);
        let edits = edits_between(&open.assessment.target, &fitted.target);
        (edits, fitted.left_out)
    });
    let Some((edits, left_out)) = found else {
        return;
    };
    if !workspace.apply_all(edits) {
        return;
    }
    let left_out: Vec<String> = left_out.iter().map(in_words).collect();
    workspace.say(match left_out.as_slice() {
        [] => format!("The target is now \"{name}\"."),
        left_out => format!(
            "The target is now \"{name}\". Left out, because the model here does not have it: {}.",
            left_out.join(", ")
        ),
    });
}

/// "Level 2, 3 processes differ".
pub fn describe(target: &Target) -> String {
    let level = format!("Level {}", target.default);
    match target.processes.len() {
        0 => format!("{level} for all"),
        1 => format!("{level}, 1 process differs"),
        count => format!("{level}, {count} processes differ"),
    }
}

fn in_words(left_out: &LeftOut) -> String {
    match left_out {
        LeftOut::Level(level) => format!("level {level}"),
        LeftOut::Process(process) => process.to_string(),
        LeftOut::Attribute(process, attribute) => format!("{attribute} of {process}"),
    }
}
