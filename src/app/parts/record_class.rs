//! The class of the assessment with what it demands, and how independent those are who assess.

use super::fields::{ChoiceField, TextField};
use super::record_part::{change, record};
use crate::domain::assessment_class::AssessmentClass;
use crate::domain::record_edit::{Independence, IndependenceCategory, Party, RecordEdit};
use crate::report::class_words;
use crate::report::record_words;
use leptos::prelude::*;

#[component]
pub fn ClassChoice() -> impl IntoView {
    let record = record();
    let chosen = move || record.with(|record| record.class);
    let set = |class| {
        change(RecordEdit::SetClass { class });
    };
    view! {
        <fieldset class="options classes">
            <legend class="visually-hidden">"Class of the assessment"</legend>
            {AssessmentClass::ALL.map(|class| view! {
                <label class="option">
                    <input type="radio" name="class" prop:checked=move || chosen() == Some(class) on:change=move |_| set(Some(class)) />
                    <span>
                        <strong>{class_words::name(class)}</strong>" "<span class="asked-by">{class.clause()}</span><br/>
                        {class_words::aim(class)}
                        {class_words::demands(class).map(|demand| view! { <span class="demand">{demand}</span> })}
                    </span>
                </label>
            })}
            <label class="option">
                <input type="radio" name="class" prop:checked=move || chosen().is_none() on:change=move |_| set(None) />
                <span><strong>"Not said"</strong><br/>"No demand is checked."</span>
            </label>
        </fieldset>
        <p class="hint">{class_words::AS_READ}</p>
    }
}

#[component]
pub fn IndependenceFields() -> impl IntoView {
    view! {
        <div class="independence">{Party::ALL.map(|party| view! { <OfParty party /> })}</div>
        <p class="hint">{record_words::LETTERS_AS_READ}</p>
    }
}

/// A letter, and what is meant by it here.
#[component]
fn OfParty(party: Party) -> impl IntoView {
    let record = record();
    let found = move || record.with(|record| record.independence.get(&party).cloned());
    let options = Signal::derive(|| {
        let none = (String::new(), "Not said".to_owned());
        let letters = IndependenceCategory::ALL.map(|category| {
            let words = record_words::category(category);
            (format!("{category:?}"), words.to_owned())
        });
        [none].into_iter().chain(letters).collect::<Vec<_>>()
    });
    let letter = Signal::derive(move || {
        found().map_or_else(String::new, |found| format!("{:?}", found.category))
    });
    let words = Signal::derive(move || found().map_or_else(String::new, |found| found.words));
    let set_letter = Callback::new(move |name: String| {
        let mut all = IndependenceCategory::ALL.into_iter();
        let category = all.find(|category| format!("{category:?}") == name);
        let independence = category.map(|category| Independence {
            category,
            words: words.get_untracked(),
        });
        change(RecordEdit::SetIndependence {
            party,
            independence,
        });
    });
    let set_words = Callback::new(move |words: String| {
        let category = record.with_untracked(|record| {
            let found = record.independence.get(&party);
            found.map(|found| found.category)
        });
        let Some(category) = category else {
            return Err("Choose a letter first.".to_owned());
        };
        let independence = Some(Independence { category, words });
        change(RecordEdit::SetIndependence {
            party,
            independence,
        });
        Ok(())
    });
    let name = record_words::party(party);
    view! {
        <fieldset class="fields">
            <legend>{name}</legend>
            <ChoiceField label="Letter" options value=letter commit=set_letter />
            <TextField label="In your own words" value=words commit=set_words />
        </fieldset>
    }
}
