//! Settling a disagreement: the agreed rating, why, who agreed and how.

use super::choices::{Choices, choices};
use super::rater_name::people;
use crate::app::browser::{focus, is_text_field, random_id};
use crate::app::workspace::workspace;
use crate::domain::agreement::{AgreedHow, Agreement};
use crate::domain::edit::Edit;
use crate::domain::judgement::Judgement;
use crate::domain::scale::Rating;
use crate::domain::spread::Spread;
use crate::report::spread_words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn AgreeForm(
    spread: Spread,
    /// What the subject is called.
    name: String,
    done: Callback<()>,
    cancel: Callback<()>,
) -> impl IntoView {
    let workspace = workspace();
    let scale = workspace
        .with(|open| {
            choices(
                &open.model.framework,
                uses_halves(&spread, &open.model.framework.scale),
            )
        })
        .unwrap_or_default();
    let scale: Vec<_> = scale
        .into_iter()
        .filter(|choice| choice.rating.is_some())
        .collect();
    let mean = workspace
        .with(|open| {
            spread
                .mean
                .map(|mean| open.model.framework.scale.rating(mean.rank).clone())
        })
        .flatten();
    let present = spread.agreement.clone();
    let judgement = match &present {
        Some(agreement) => Some(agreement.judgement.clone()),
        None => workspace.with(|open| spread.proposal(&open.model)),
    };
    let rating: RwSignal<Option<Rating>> =
        RwSignal::new(judgement.as_ref().and_then(Judgement::rating).cloned());
    let without = RwSignal::new(matches!(judgement, Some(Judgement::NotApplicable { .. })));
    let offers_without = spread.voices.iter().any(|voice| voice.rank.is_none());
    let how = RwSignal::new(
        present
            .as_ref()
            .map_or(AgreedHow::Consensus, |found| found.how),
    );
    let reason = RwSignal::new(
        present
            .as_ref()
            .map_or_else(String::new, |found| found.reason.clone()),
    );
    let voices: Vec<String> = spread
        .voices
        .iter()
        .map(|voice| voice.author.clone())
        .collect();
    let by = RwSignal::new(present.map_or(voices, |found| found.by));
    let names = workspace.with(people).unwrap_or_default();
    let subject = StoredValue::new(spread.subject.clone());
    let heard = spread.heard();
    let problem = RwSignal::new(None::<String>);
    let form = format!("agree-{}", random_id());
    let choices_of = format!("#{form} .choices input");
    let checked = rating.with_untracked(Option::is_some);
    let begin = if checked {
        format!("{choices_of}:checked")
    } else {
        choices_of
    };
    request_animation_frame(move || focus(&begin));
    let reason_at = format!("{form}-reason");
    let reason_id = reason_at.clone();
    // A letter chooses its rating, as everywhere.
    let codes = scale.clone();
    let by_letter = move |event: ev::KeyboardEvent| {
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
            .is_some_and(|target| is_text_field(&target));
        if typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let letter = event.key().to_uppercase();
        let mut found = codes.iter().filter_map(|choice| choice.rating.clone());
        if let Some(found) = found.find(|found| found.to_string() == letter) {
            rating.set(Some(found));
            without.set(false);
            event.prevent_default();
        }
    };
    let choose_how = {
        let mean = mean.clone();
        move |chosen: AgreedHow| {
            how.set(chosen);
            if let (AgreedHow::Mean, Some(mean)) = (chosen, &mean) {
                rating.set(Some(mean.clone()));
                without.set(false);
            }
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        if reason.is_empty() {
            focus(&format!("#{reason_id}"));
            return problem.set(Some("Write down why.".to_owned()));
        }
        let judgement = match (without.get_untracked(), rating.get_untracked()) {
            (true, _) => Judgement::NotApplicable {
                reason: reason.clone(),
            },
            (false, Some(rating)) => Judgement::Rated { rating },
            (false, None) => return problem.set(Some("Choose a rating.".to_owned())),
        };
        if how.get_untracked() == AgreedHow::Mean && judgement.rating() != mean.as_ref() {
            let mean = mean
                .as_ref()
                .map_or_else(|| "not there".to_owned(), Rating::to_string);
            return problem.set(Some(format!(
                "The mean is {mean}. For another rating, choose how it was agreed on."
            )));
        }
        let by = by.get_untracked();
        if by.is_empty() {
            return problem.set(Some("Say who agreed.".to_owned()));
        }
        let agreement = Agreement {
            judgement,
            reason,
            by,
            how: how.get_untracked(),
            over: heard.clone(),
        };
        let agreed = workspace.apply(Edit::Agree {
            subject: subject.get_value(),
            agreement: Some(agreement),
        });
        if agreed {
            done.run(());
        }
    };
    let ways = AgreedHow::ALL.map(|way| {
        let (choose_how, group) = (choose_how.clone(), format!("{form}-how"));
        view! {
            <label class="tab">
                <input type="radio" name=group prop:checked=move || how.get() == way on:change=move |_| choose_how(way) />
                <span>{spread_words::how(way)}</span>
            </label>
        }
    });
    let people = names.into_iter().map(|name| {
        let (this, set) = (name.clone(), name.clone());
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || by.with(|by| by.contains(&this)) on:change=move |event| {
                    let agrees = event_target_checked(&event);
                    by.update(|by| {
                        by.retain(|known| *known != set);
                        if agrees { by.push(set.clone()) }
                    });
                } />
                {name}
            </label>
        }
    }).collect_view();
    view! {
        <form id=form.clone() class="agree-form" aria-label=format!("Settle {name}") on:keydown=by_letter on:submit=submit>
            <Choices name=format!("{form}-rating") legend=format!("Agreed rating of {name}") choices=scale chosen=rating
                elsewhere=without choose=Callback::new(move |chosen| { rating.set(chosen); without.set(false); }) />
            {offers_without.then(|| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || without.get() on:change=move |event| without.set(event_target_checked(&event)) />
                    "It does not apply"
                </label>
            })}
            <label>
                <span class="field-name">"Reason"</span>
                <input type="text" id=reason_at autocomplete="off" prop:value=move || reason.get() on:input=move |event| reason.set(event_target_value(&event)) />
            </label>
            <fieldset class="agree-who"><legend class="field-name">"Who agreed"</legend>{people}</fieldset>
            <fieldset class="agree-who"><legend class="field-name">"How"</legend>{ways}</fieldset>
            <p class="field-problem" role="alert">{move || problem.get()}</p>
            <div class="buttons">
                <button type="submit" class="primary">"Record what was agreed"</button>
                <button type="button" on:click=move |_| cancel.run(())>"Cancel"</button>
            </div>
        </form>
    }
}

/// Whether somebody rated by parts of a step.
fn uses_halves(spread: &Spread, scale: &crate::domain::scale::Scale) -> bool {
    let mut ratings = spread
        .voices
        .iter()
        .filter_map(|voice| voice.judgement.rating());
    ratings.any(|rating| scale.refined.iter().any(|part| part.code == *rating))
}
