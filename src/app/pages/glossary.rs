//! Glossary: the terms of art of the model in use, each in one or two plain sentences.

use crate::app::browser::focus;
use crate::app::route::Route;
use crate::app::shell::Address;
use crate::app::workspace::workspace;
use crate::domain::assessment_model::Term;
use leptos::prelude::*;

#[component]
pub fn Glossary() -> impl IntoView {
    let workspace = workspace();
    let Address(address) = expect_context();
    let search = RwSignal::new(String::new());
    // The model of the open assessment, or else the first that explains anything.
    let terms: Vec<Term> = workspace
        .with(|open| open.model.assessment.glossary.clone())
        .filter(|terms| !terms.is_empty())
        .or_else(|| {
            let library = workspace.library();
            let mut models = library.assessment_models();
            models
                .find(|model| !model.glossary.is_empty())
                .map(|model| model.glossary.clone())
        })
        .unwrap_or_default();
    let terms = StoredValue::new(terms);
    let chosen = Memo::new(move |_| match address.get() {
        Route::Glossary(term) => term,
        _ => None,
    });
    Effect::new(move |_| {
        if chosen.get().is_some() {
            request_animation_frame(|| focus("#chosen-term"));
        }
    });
    let found = move || {
        let wanted = search.get().to_lowercase();
        terms.with_value(|terms| {
            let says = |term: &&Term| {
                wanted.is_empty()
                    || term.term.to_lowercase().contains(&wanted)
                    || term
                        .forms
                        .iter()
                        .any(|form| form.to_lowercase().contains(&wanted))
                    || term.meaning.to_lowercase().contains(&wanted)
            };
            terms.iter().filter(says).cloned().collect::<Vec<_>>()
        })
    };
    let back = workspace.with(|open| {
        (
            Route::Rate(open.id.clone(), None).address(),
            open.assessment.title.clone(),
        )
    });
    view! {
        <div class="page glossary">
            <h1 tabindex="-1">"Glossary"</h1>
            <p class="lead">"What the words in the questions and the guidance mean here."</p>
            {back.map(|(address, title)| view! { <p><a href=address>{format!("Go on rating {title}")}</a></p> })}
            <label class="search-field">
                <span class="field-name">"Search"</span>
                <input type="search" prop:value=move || search.get() on:input=move |event| search.set(event_target_value(&event)) />
            </label>
            {move || {
                let found = found();
                if found.is_empty() {
                    return view! { <p class="empty" role="status">"No term matches. Search for a part of the word."</p> }.into_any();
                }
                view! { <dl class="terms">{found.into_iter().map(|term| entry(term, chosen)).collect_view()}</dl> }.into_any()
            }}
        </div>
    }
}

fn entry(term: Term, chosen: Memo<Option<String>>) -> impl IntoView {
    let is_chosen = chosen.get_untracked().as_ref() == Some(&term.term);
    let forms = (!term.forms.is_empty())
        .then(|| view! { <span class="hint">{format!("Also: {}", term.forms.join(", "))}</span> });
    view! {
        <div class="term-entry" class:chosen=is_chosen>
            <dt id=is_chosen.then_some("chosen-term") tabindex=is_chosen.then_some("-1")>{term.term}</dt>
            <dd>{term.meaning}" "{forms}</dd>
        </div>
    }
}
