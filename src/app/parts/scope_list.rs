//! The processes of the model: which are in scope, their targets and instances.

use crate::app::browser::random_id;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::{InstanceId, ProcessId};
use leptos::prelude::*;

#[component]
pub fn ScopeList() -> impl IntoView {
    let workspace = workspace();
    let instance_for_all = RwSignal::new(String::new());
    let selections = workspace
        .with(|open| open.model.assessment.selections.clone())
        .unwrap_or_default();
    let groups = workspace
        .with(|open| {
            let model = &open.model.reference;
            model
                .groups
                .iter()
                .map(|group| {
                    let inside = model
                        .processes
                        .iter()
                        .filter(|process| process.group == group.id);
                    (
                        group.title.clone(),
                        inside.map(|process| process.id.clone()).collect::<Vec<_>>(),
                    )
                })
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    let count = move || workspace.track(|open| open.scope().len()).unwrap_or(0);
    let add_to_all = move |_| {
        let name = instance_for_all.get_untracked().trim().to_owned();
        if name.is_empty() {
            workspace.say("Give the instance a name first.");
            return;
        }
        let scope = workspace.with(|open| open.scope()).unwrap_or_default();
        workspace.apply_all(
            scope
                .into_iter()
                .map(|process| new_instance(process, name.clone()))
                .collect(),
        );
        instance_for_all.set(String::new());
    };
    view! {
        <section aria-labelledby="processes">
            <h2 id="processes">"Processes"</h2>
            <div class="scope-tools">
                <label>
                    <span class="field-name">"Use a ready-made selection"</span>
                    <select on:change=move |event| {
                        let id = event_target_value(&event);
                        let chosen = workspace.with(|open| open.model.assessment.selection(&id.as_str().into()).cloned()).flatten();
                        if let Some(chosen) = chosen {
                            let highest = workspace.with(|open| open.model.framework.highest_level()).unwrap_or(0);
                            // The level that a selection is made for is also what one aims at.
                            let level = chosen.highest_level.min(highest);
                            workspace.apply_all(vec![Edit::SetScope { processes: chosen.processes }, Edit::SetTarget { level }]);
                        }
                    }>
                        <option value="">"Choose\u{2026}"</option>
                        {selections.into_iter().map(|found| view! {
                            <option value=found.id.to_string() title=found.when>{format!("{} ({})", found.title, found.processes.len())}</option>
                        }).collect_view()}
                    </select>
                </label>
                <label>
                    <span class="field-name">"Add an instance to every process in scope"</span>
                    <input type="text" placeholder="For example: Berlin" prop:value=move || instance_for_all.get() on:input=move |event| instance_for_all.set(event_target_value(&event)) />
                </label>
                <button type="button" on:click=add_to_all>"Add to all"</button>
            </div>
            <p class="hint">{move || format!("{} in scope. An instance is a place where a process runs: a project, site, service or team.", count())}</p>
            {groups.into_iter().map(|(title, processes)| view! {
                <h3>{title}</h3>
                <ul class="scope-list">
                    {processes.into_iter().map(|process| view! { <ScopeEntry process /> }).collect_view()}
                </ul>
            }).collect_view()}
        </section>
    }
}

#[component]
fn ScopeEntry(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(process.clone());
    let name = workspace
        .with(|open| open.model.process(&process).map(|found| found.name.clone()))
        .flatten()
        .unwrap_or_default();
    let highest = workspace
        .with(|open| open.model.framework.highest_level())
        .unwrap_or(0);
    let in_scope = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.scope.contains(&id.get_value()))
            .unwrap_or(false)
    });
    let exception = move || {
        workspace
            .track(|open| {
                let own = open.assessment.target.process(&id.get_value());
                own.and_then(|own| own.level)
            })
            .flatten()
    };
    let include = move |event| {
        let wanted = event_target_checked(&event);
        let processes = workspace.with(|open| {
            let inside = |found: &ProcessId| {
                if *found == id.get_value() {
                    wanted
                } else {
                    open.assessment.scope.contains(found)
                }
            };
            open.model
                .reference
                .processes
                .iter()
                .map(|found| found.id.clone())
                .filter(inside)
                .collect()
        });
        if let Some(processes) = processes {
            workspace.apply(Edit::SetScope { processes });
        }
    };
    let target = move |event| {
        let level = event_target_value(&event).parse().ok();
        workspace.apply(Edit::SetProcessTarget {
            process: id.get_value(),
            level,
        });
    };
    let spoken = name.clone();
    view! {
        <li class="scope-entry" class:out=move || !in_scope.get()>
            <label class="check">
                <input type="checkbox" prop:checked=move || in_scope.get() on:change=include />
                <span><span class="row-id">{process.to_string()}</span>" "{name}</span>
            </label>
            {move || in_scope.get().then(|| view! {
                <label class="entry-target">
                    <span class="visually-hidden">{format!("Target level of {spoken}")}</span>
                    <select on:change=target>
                        <option value="" selected=exception().is_none()>"Target as set above"</option>
                        {(0..=highest).map(|level| view! {
                            <option value=level.to_string() selected=exception() == Some(level)>{format!("Target {level}")}</option>
                        }).collect_view()}
                    </select>
                </label>
                <Instances process=id.get_value() />
            })}
        </li>
    }
}

#[component]
fn Instances(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(process);
    let instances = Memo::new(move |_| {
        let _ = workspace.result(&id.get_value());
        workspace
            .with(|open| open.assessment.instances(&id.get_value()))
            .unwrap_or_default()
    });
    let add = move |_| {
        let free = instances.with_untracked(|all| {
            let mut names = (all.len() + 1..).map(|number| format!("Instance {number}"));
            names.find(|name| all.iter().all(|found| found.name != *name))
        });
        if let Some(name) = free {
            workspace.apply(new_instance(id.get_value(), name));
        }
    };
    view! {
        <div class="instances-edit">
            {move || {
                let all = instances.get();
                let several = all.len() > 1;
                several.then(|| all.into_iter().map(|instance| {
                    let renamed = instance.id.clone();
                    let removed = instance.id.clone();
                    let label = format!("Name of an instance of {}", id.get_value());
                    let remove_label = format!("Remove instance {} of {}", instance.name, id.get_value());
                    view! {
                        <span class="instance-edit">
                            <input type="text" aria-label=label prop:value=instance.name on:change=move |event| {
                                let name = event_target_value(&event).trim().to_owned();
                                workspace.apply(Edit::SetInstance { process: id.get_value(), instance: renamed.clone(), name });
                            } />
                            <button type="button" class="quiet" aria-label=remove_label on:click=move |_| {
                                workspace.apply(Edit::RemoveInstance { process: id.get_value(), instance: removed.clone() });
                            }>"\u{d7}"</button>
                        </span>
                    }
                }).collect_view())
            }}
            <button type="button" class="quiet" aria-label=format!("Add instance: {}", id.get_value()) on:click=add>"Add instance"</button>
        </div>
    }
}

/// Adds an instance to a process.
pub fn new_instance(process: ProcessId, name: String) -> Edit {
    Edit::SetInstance {
        process,
        instance: InstanceId::new(random_id()),
        name,
    }
}
