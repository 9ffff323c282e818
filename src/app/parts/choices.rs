//! The choices of a rating: not rated, the steps of the scale, and its halves where wanted.

use crate::app::browser::put_back_choice;
use crate::app::workspace::workspace;
use crate::domain::framework::Framework;
use crate::domain::scale::{Rank, Rating};
use leptos::ev;
use leptos::prelude::*;

/// One choice.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// None is not rated.
    pub rating: Option<Rating>,
    pub letter: String,
    pub word: String,
    pub meaning: String,
    pub rank: Option<Rank>,
}

/// All choices of a scale, from *not rated* upwards.
pub fn choices(framework: &Framework, refined: bool) -> Vec<Choice> {
    let scale = &framework.scale;
    let mut choices = vec![Choice {
        rating: None,
        letter: "\u{2013}".to_owned(),
        word: "Not rated".to_owned(),
        meaning: "Nothing is said yet. This is not the same as not achieved.".to_owned(),
        rank: None,
    }];
    for step in &scale.ratings {
        let parts: Vec<_> = scale
            .refined
            .iter()
            .filter(|part| refined && part.of == step.code)
            .collect();
        if parts.is_empty() {
            choices.push(Choice {
                rating: Some(step.code.clone()),
                letter: step.code.to_string(),
                word: step.word.clone(),
                meaning: step.meaning.clone(),
                rank: scale.rank(&step.code),
            });
        }
        choices.extend(parts.into_iter().map(|part| Choice {
            rating: Some(part.code.clone()),
            letter: part.code.to_string(),
            word: step.word.clone(),
            meaning: part.meaning.clone(),
            rank: scale.rank(&part.code),
        }));
    }
    choices
}

/// Radio buttons in the browser's own manner, which show what is chosen, and not what was clicked where that is not taken. `name`
/// must be unique on the page.
#[component]
pub fn Choices(
    name: String,
    legend: String,
    choices: Vec<Choice>,
    #[prop(into)] chosen: Signal<Option<Rating>>,
    /// Set where something that is not a rating stands in their place: then none is chosen.
    #[prop(into)]
    elsewhere: Signal<bool>,
    choose: Callback<Option<Rating>>,
) -> impl IntoView {
    let ratings: Vec<Option<Rating>> = choices.iter().map(|choice| choice.rating.clone()).collect();
    let ratings = StoredValue::new(ratings);
    let take = move |event: ev::Event, picked: Option<Rating>| {
        choose.run(picked);
        let shown = (!elsewhere.get_untracked()).then(|| chosen.get_untracked());
        let place = shown.and_then(|shown| {
            ratings.with_value(|ratings| ratings.iter().position(|rating| *rating == shown))
        });
        put_back_choice(&event, place);
    };
    let choices = choices.into_iter().map(|choice| {
        let rating = choice.rating.clone();
        let picked = choice.rating.clone();
        let checked = move || !elsewhere.get() && chosen.get() == rating;
        let rank = choice.rank.map_or_else(|| "none".to_owned(), |rank| rank.0.to_string());
        let spoken = match &choice.rating {
            Some(rating) => format!("{rating} {}", choice.word),
            None => choice.word.clone(),
        };
        view! {
            <label class="choice" data-rank=rank title=choice.meaning>
                <input type="radio" name=name.clone() aria-label=spoken prop:checked=checked on:change=move |event| take(event, picked.clone()) />
                <span class="choice-letter" aria-hidden="true">{choice.letter}</span>
                <span class="choice-word" aria-hidden="true">{choice.word}</span>
            </label>
        }
    }).collect_view();
    let workspace = workspace();
    let finalised = move || workspace.track(|open| open.assessment.seal.is_some());
    view! {
        <fieldset class="choices" disabled=move || finalised() == Some(true)>
            <legend class="visually-hidden">{legend}</legend>
            {choices}
        </fieldset>
    }
}
