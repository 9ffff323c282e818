//! What a finding is about, or what rests on a piece of evidence: links to it, and the way to let go of it.

use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::subject::Subject;
use crate::report::subject_list::entry;
use leptos::prelude::*;

#[component]
pub fn SubjectLinks(
    #[prop(into)] subjects: Signal<Vec<Subject>>,
    let_go: Callback<Subject>,
) -> impl IntoView {
    let workspace = workspace();
    let items = move || {
        let all = subjects.get().into_iter().filter_map(|subject| {
            let (entry, href) = workspace.with(|open| {
                let route = Route::Rate(open.id.clone(), Some(subject.process.clone()));
                let entry = entry(&open.model, &open.assessment, subject.clone());
                (entry, route.address())
            })?;
            let label = format!("Detach from {}", entry.id);
            Some(view! {
                <li>
                    <a href=href title=entry.process>{entry.id}</a>" "{entry.text}" "
                    <button type="button" class="quiet" aria-label=label on:click=move |_| let_go.run(subject.clone())>"Detach"</button>
                </li>
            })
        });
        all.collect_view()
    };
    move || {
        (!subjects.with(Vec::is_empty))
            .then(|| view! { <ul class="subject-links" aria-label="About">{items}</ul> })
    }
}
