//! Which instance of a process is rated, where there are several.

use crate::domain::id::InstanceId;
use crate::domain::process_state::Instance;
use leptos::prelude::*;

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
