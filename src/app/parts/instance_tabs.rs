//! Which instance of a process is rated, where there are several.

use crate::app::workspace::workspace;
use crate::domain::id::{InstanceId, ProcessId};
use crate::domain::process_state::Instance;
use leptos::prelude::*;

/// The instances of a process, and which of them is rated.
pub struct InstanceAtHand {
    pub instances: Memo<Vec<Instance>>,
    /// What somebody chose.
    pub chosen: RwSignal<Option<InstanceId>>,
    /// The chosen one while it is there; the first otherwise.
    pub instance: Memo<Option<InstanceId>>,
}

#[component]
pub fn InstanceTabs(
    #[prop(into)] instances: Signal<Vec<Instance>>,
    #[prop(into)] instance: Signal<Option<InstanceId>>,
    choose: Callback<InstanceId>,
) -> impl IntoView {
    move || {
        (instances.with(Vec::len) > 1).then(|| view! {
            <fieldset class="instances">
                <legend>"Instance"</legend>
                {instances.get().into_iter().map(|found| {
                    let picked = found.id.clone();
                    let this = found.id.clone();
                    view! {
                        <label class="tab">
                            <input type="radio" name="instance" prop:checked=move || instance.get().as_ref() == Some(&this) on:change=move |_| choose.run(picked.clone()) />
                            <span>{found.name}</span>
                        </label>
                    }
                }).collect_view()}
            </fieldset>
        })
    }
}

pub fn instance_at_hand(process: &ProcessId) -> InstanceAtHand {
    let workspace = workspace();
    let process = process.clone();
    let instances = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.instances(&process))
            .unwrap_or_default()
    });
    let chosen: RwSignal<Option<InstanceId>> = RwSignal::new(None);
    let instance = Memo::new(move |_| {
        let instances = instances.get();
        let is_there = |wanted: &InstanceId| instances.iter().any(|found| found.id == *wanted);
        let first = || instances.first().map(|found| found.id.clone());
        chosen.get().filter(is_there).or_else(first)
    });
    InstanceAtHand {
        instances,
        chosen,
        instance,
    }
}
