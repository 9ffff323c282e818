//! The instances of a process: added, renamed, and how much each counts in the means.

use super::fields::TextField;
use super::scope_list::new_instance;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::{InstanceId, ProcessId};
use crate::domain::process_state::{Instance, InstanceWeight};
use crate::report::matrix_table::MatrixTable;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn InstanceWeights(process: ProcessId, table: Memo<Option<MatrixTable>>) -> impl IntoView {
    let workspace = workspace();
    let process = StoredValue::new(process);
    let name = RwSignal::new(String::new());
    let ids = Memo::new(move |_| {
        table.track();
        let all = workspace.with(|open| open.assessment.instances(&process.get_value()));
        let all = all.unwrap_or_default().into_iter();
        all.map(|found| found.id).collect::<Vec<_>>()
    });
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let edit = new_instance(process.get_value(), name.get_untracked().trim().to_owned());
        if workspace.apply(edit) {
            name.set(String::new());
        }
    };
    view! {
        <section aria-labelledby="instances">
            <h2 id="instances">"How much each instance counts"</h2>
            <p class="hint">"Without a weight, every instance counts once. Weigh only where you can say why: the reason is listed in the report. The rating of an instance by itself is not changed by its weight."</p>
            <div class="table-scroll">
                <table class="weights">
                    <thead><tr><th scope="col">"Instance"</th><th scope="col">"Counts (1 to 100)"</th><th scope="col">"Because"</th></tr></thead>
                    <tbody>
                        <For each=move || ids.get() key=Clone::clone children=move |id| view! { <WeightRow process id table /> } />
                    </tbody>
                </table>
            </div>
            <form class="evidence-form" on:submit=add>
                <label class="grow">
                    <span class="field-name">"Another instance: a project, site, service or team"</span>
                    <input type="text" required prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Add instance"</button>
            </form>
        </section>
    }
}

#[component]
fn WeightRow(
    process: StoredValue<ProcessId>,
    id: InstanceId,
    table: Memo<Option<MatrixTable>>,
) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let instance = Memo::new(move |_| {
        table.track();
        let all = workspace.with(|open| open.assessment.instances(&process.get_value()));
        let found = all?.into_iter().find(|found| found.id == id.get_value());
        found.or_else(|| Some(Instance::first()))
    });
    let name = move || instance.get().map_or_else(String::new, |found| found.name);
    let weight = move || instance.get().and_then(|found| found.weight);
    let times = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    // What is kept comes into the fields, also after an undo.
    Effect::new(move |_| {
        let kept = weight();
        times.set(
            kept.as_ref()
                .map_or_else(|| "1".to_owned(), |found| found.weight.to_string()),
        );
        reason.set(kept.map_or_else(String::new, |found| found.reason));
    });
    // Both belong together: a weight is kept once it has its reason, and 1 needs none.
    let keep = move || {
        let number: u16 = times
            .get_untracked()
            .parse()
            .map_err(|_| "That is no whole number.".to_owned())?;
        let reason = reason.get_untracked();
        let weight = match (number, reason.is_empty()) {
            (1, true) => None,
            (_, true) => return Ok(()),
            (weight, false) => Some(InstanceWeight { weight, reason }),
        };
        let edit = Edit::SetInstanceWeight {
            process: process.get_value(),
            instance: id.get_value(),
            weight,
        };
        match workspace.apply(edit) {
            true => Ok(()),
            false => Err("A weight is a whole number from 1 to 100.".to_owned()),
        }
    };
    let rename = Callback::new(move |name: String| {
        let edit = Edit::SetInstance {
            process: process.get_value(),
            instance: id.get_value(),
            name,
        };
        match workspace.apply(edit) {
            true => Ok(()),
            false => Err("Give it a name of its own.".to_owned()),
        }
    });
    let lacks_reason = move || times.get() != "1" && reason.with(String::is_empty);
    view! {
        <tr>
            <td><TextField label=Signal::derive(move || format!("Name of instance {}", name())) value=Signal::derive(name) commit=rename /></td>
            <td><TextField label=Signal::derive(move || format!("{} counts", name())) value=times keyboard="numeric" commit=Callback::new(move |text| { times.set(text); keep() }) /></td>
            <td>
                <TextField label=Signal::derive(move || format!("Reason for the weight of {}", name())) value=reason commit=Callback::new(move |text| { reason.set(text); keep() }) />
                {move || lacks_reason().then(|| view! { <p class="field-problem">"The weight counts once you say why."</p> })}
            </td>
        </tr>
    }
}
