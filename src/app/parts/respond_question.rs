//! One question of a questionnaire, with its plain answers.

use crate::app::pages::respond::{Answering, Asked};
use crate::app::workspace::workspace;
use crate::domain::scale::Rating;
use crate::domain::survey::PlainAnswer;
use leptos::prelude::*;

#[component]
pub fn RespondQuestion(
    place: usize,
    asked: Asked,
    /// The steps of the scale in plain words, the lowest first.
    words: StoredValue<Vec<(Rating, String)>>,
    answering: Answering,
) -> impl IntoView {
    let workspace = workspace();
    let answer = Memo::new(move |_| {
        let said = answering.kept.with(|kept| kept.said.get(place).cloned());
        said.and_then(|said| said.answer)
    });
    let comment = move || {
        let kept = answering.kept;
        kept.with(|kept| kept.said.get(place).map(|said| said.comment.clone()))
            .unwrap_or_default()
    };
    let choose = move |wanted: Option<PlainAnswer>| {
        answering.keep(workspace, |kept| {
            if let Some(said) = kept.said.get_mut(place) {
                said.answer = wanted;
            }
        });
    };
    let rated = words.get_value().into_iter();
    let rated = rated.map(|(code, word)| (PlainAnswer::Rated(code), word, false));
    let others = [
        (PlainAnswer::NotApplicable, "Does not apply here"),
        (PlainAnswer::DontKnow, "I don\u{2019}t know"),
        (
            PlainAnswer::DontUnderstand,
            "I don\u{2019}t understand the question",
        ),
    ];
    let others = others
        .into_iter()
        .map(|(answer, word)| (answer, word.to_owned(), true));
    let choices = rated.chain(others).map(|(this, word, aside)| {
        let picked = this.clone();
        view! {
            <label class="plain-answer" class:aside=aside>
                <input type="radio" name=format!("answer-{place}") prop:checked=move || answer.with(|answer| answer.as_ref() == Some(&this)) on:change=move |_| choose(Some(picked.clone())) />
                <span>{word}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    let write = move |event| {
        let text = event_target_value(&event);
        answering.keep(workspace, |kept| {
            if let Some(said) = kept.said.get_mut(place) {
                said.comment = text;
            }
        });
    };
    view! {
        <li class="respond-question">
            <fieldset>
                <legend>{asked.text}</legend>
                {asked.example.map(|example| view! { <p class="hint"><strong>"Example. "</strong>{example}</p> })}
                <div class="plain-answers">{choices}</div>
            </fieldset>
            <details open=!untrack(comment).is_empty()>
                <summary>"Comment"</summary>
                <label>
                    <span class="visually-hidden">{format!("Comment on {}", asked.id)}</span>
                    <textarea rows="2" maxlength="2000" prop:value=comment on:change=write></textarea>
                </label>
            </details>
            {move || answer.with(Option::is_some).then(|| view! { <button type="button" class="quiet" aria-label=format!("Take back the answer to question {}", place + 1) on:click=move |_| choose(None)>"Take back"</button> })}
        </li>
    }
}
